"""All figures of a sentence, as the case files write them: '40 مدرسة', '3..4 d', 'more_than 500'."""

from __future__ import annotations

import pytest
from support import cases, ids

import arnlp

LISTS = cases("figure_lists")


def written(quantity):
    """Write a quantity as the case files do: its bound, value and unit, or its noun, and its rate."""
    value = f"{float(quantity.value):.15g}"
    if quantity.value_max is not None:
        value += f"..{float(quantity.value_max):.15g}"
    bound = "" if quantity.bound in ("exact", "between") else quantity.bound
    unit = quantity.unit if quantity.kind != "count" else quantity.noun
    per = f"/ {quantity.per}" if quantity.per else ""
    return " ".join(part for part in (bound, value, unit, per) if part)


@pytest.mark.parametrize(("case", "text"), LISTS, ids=ids(LISTS))
def test_the_figures_of_a_sentence(case, text):
    found = arnlp.quantities(text, country=case.get("country"))
    assert [written(q) for q in found] == case["figures"]
