"""What several tests use: case files, the corpora, any text, and the command line as a process."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases"
CORPORA = ROOT / "corpora"
# Reading matter that may lie beside the checkout.
SHARED = ROOT.parent / "shared"
SAMPLE = CORPORA / "ar" / "ae-ports-ar.txt"

ARABIC = (
    "".join(map(chr, range(0x600, 0x700))) + "\ufefb\ufef7\ufe8d\ufe8e\ufee0 \u200f\u00a0abc12.,"
)
texts = st.one_of(st.text(), st.text(alphabet=ARABIC))


@cache
def load(name: str) -> dict[str, Any]:
    """Return a case file, read once: the tests share it, and none may write to it."""
    return tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))


def cases(name: str) -> list[Any]:
    """Return (case, text) pairs of a case file, as pytest parameters."""
    return [(case, text) for case in load(name)["case"] for text in case["texts"]]


def negatives(name: str) -> list[str]:
    """Return the texts of a case file in which nothing is found."""
    return [text for group in load(name).get("none", []) for text in group["texts"]]


def ids(items: list[Any]) -> list[str]:
    """Return short names for parameters."""
    return [(item if isinstance(item, str) else item[1])[:40] for item in items]


def plain(fact: Any) -> dict[str, Any]:
    """Return a fact with arguments by their words, periods by their EDTF, levels by their value."""
    return {name: _plain(value) for name, value in fact.model_dump().items()}


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if not isinstance(value, dict):
        return value
    return next(value[key] for key in ("value", "edtf", "text") if key in value)


def run(
    *args: object, stdin: bytes | None = None, env: dict[str, str] | None = None, **more: Any
) -> subprocess.CompletedProcess[bytes]:
    """Return what a command line of arnlp gave, run as a process."""
    return subprocess.run(
        [sys.executable, "-m", "arnlp.faces.cli", *map(str, args)],
        input=stdin, capture_output=True, env={**os.environ, "COLUMNS": "100", **(env or {})}, **more,
    )  # fmt: skip
