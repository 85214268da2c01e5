"""The README is true: its excerpt is what comes out, its Python runs."""

from __future__ import annotations

import json
import re

import pytest
from support import CORPORA, ROOT

import arnlp

README = (ROOT / "README.md").read_text("utf-8")


def block(language):
    """Return the fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.S | re.M)


def test_the_excerpt_is_what_comes_out():
    text = (CORPORA / "ar" / "ae-transport.txt").read_text("utf-8")
    found = arnlp.extract(text).model_dump(mode="json")
    items = [item for kind in ("facts", "quantities", "dates") for item in found[kind]]
    (excerpt,) = block("json")
    shown = [json.loads(part) for part in re.split(r"\n(?=\{)", excerpt)]
    assert len(shown) == 3
    for part in shown:
        assert any(part.items() <= item.items() for item in items if part.keys() <= item.keys()), (
            part
        )


def test_its_python_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    (code,) = block("python")
    exec(compile(code, "README.md", "exec"), {})
    assert "45000000 SAR" in capsys.readouterr().out


def test_it_has_two_commands():
    job, tests = block("sh")
    assert "corpora" in job
    assert "pytest" in tests


@pytest.mark.parametrize("path", re.findall(r"\]\(([\w./-]+)\)", README))
def test_its_links_lead_somewhere(path):
    assert (ROOT / path).exists()
