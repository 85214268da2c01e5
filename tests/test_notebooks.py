"""The notebooks run from top to bottom."""

from __future__ import annotations

import nbformat
import pytest
from nbclient import NotebookClient
from support import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_runs(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": path.parent}}
    ).execute()
    assert any('class="arnlp' in page for page in pages_of(notebook))


def pages_of(notebook):
    """Return what the cells of a notebook show as HTML."""
    outputs = [out for cell in notebook.cells if cell.cell_type == "code" for out in cell.outputs]
    return [out["data"]["text/html"] for out in outputs if "text/html" in out.get("data", {})]


def test_there_is_a_notebook():
    assert NOTEBOOKS
