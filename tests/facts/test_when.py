"""When figures are, against what, how they moved and as what they are told: the case file ``when``."""

from __future__ import annotations

import pytest
from support import cases, ids, negatives

import arnlp

FIGURES = ("statistic", "change", "money", "target", "rank")
WHEN = cases("when")


@pytest.mark.parametrize(("case", "text"), WHEN, ids=ids(WHEN))
def test_figures_in_time(case, text):
    found = _told(text, published=case.get("published"), country=case.get("country"))
    assert len(found) == len(case["facts"]), found
    for fact, expected in zip(found, case["facts"], strict=True):
        wanted = {name: None if value == "NONE" else value for name, value in expected.items()}
        assert {name: fact[name] for name in wanted} == wanted


@pytest.mark.parametrize("text", negatives("when"))
def test_no_row(text):
    assert _told(text) == []


def _told(text, **options):
    """Return the figures of a text, periods as EDTF and what each is compared with laid flat."""
    out = []
    for fact in arnlp.extract(text, **options).facts:
        if fact.type in FIGURES:
            told, previous = fact.model_dump(), fact.previous
            told["period"] = fact.period and fact.period.edtf
            told["previous"] = previous and previous.value
            told["previous_period"] = previous and previous.period and previous.period.edtf
            out.append(told)
    return out
