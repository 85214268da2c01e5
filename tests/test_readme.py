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


@pytest.mark.parametrize(
    ("name", "number", "size"), [("ae-transport", 0, 3), ("sa-roads-award", 1, 2)]
)
def test_the_excerpts_are_what_comes_out(name, number, size):
    text = (CORPORA / "ar" / f"{name}.txt").read_text("utf-8")
    found = arnlp.extract(text).model_dump(mode="json")
    kinds = ("facts", "quantities", "dates", "entities")
    items = [item for kind in kinds for item in found[kind]]
    shown = [json.loads(part) for part in re.split(r"\n(?=\{)", block("json")[number])]
    assert len(shown) == size
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
