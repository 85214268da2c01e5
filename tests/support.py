"""What several tests use: case files, the corpora, and where reading matter may lie."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases"
CORPORA = ROOT / "corpora"
SHARED = ROOT.parent / "shared"


def load(name: str) -> dict[str, Any]:
    """Return a case file."""
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
