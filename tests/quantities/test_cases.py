"""Every quantity of the case files: a value and its spellings, and what is none."""

from __future__ import annotations

import pytest
from support import cases, ids, negatives

import arnlp

QUANTITIES = cases("quantities")


@pytest.mark.parametrize(("case", "text"), QUANTITIES, ids=ids(QUANTITIES))
def test_quantity(case, text):
    found = arnlp.quantities(text, country=case.get("country"))
    assert len(found) == 1, found
    quantity = found[0]
    expected = (
        case["kind"], case["value"], case.get("value_max"), case.get("bound", "exact"),
        case.get("unit"), case.get("per"),
    )  # fmt: skip
    assert (
        quantity.kind, quantity.value, quantity.value_max, quantity.bound, quantity.unit,
        quantity.per,
    ) == expected  # fmt: skip
    if "noun" in case and case["noun"] in text:
        assert quantity.noun == case["noun"]


@pytest.mark.parametrize("text", negatives("quantities"))
def test_no_quantity(text):
    assert [q for q in arnlp.quantities(text) if q.kind != "duration"] == []
