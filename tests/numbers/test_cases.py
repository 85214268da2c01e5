"""Every number of the case files: a value and its spellings, and what is none."""

from __future__ import annotations

import pytest
from support import cases, ids, negatives

import arnlp

NUMBERS = cases("numbers")


@pytest.mark.parametrize(("case", "text"), NUMBERS, ids=ids(NUMBERS))
def test_number(case, text):
    found = arnlp.numbers(text, country=case.get("country"))
    assert [(n.value, n.kind) for n in found] == [(case["value"], case.get("kind", "cardinal"))]


@pytest.mark.parametrize("text", negatives("numbers"))
def test_no_number(text):
    assert arnlp.numbers(text) == []
