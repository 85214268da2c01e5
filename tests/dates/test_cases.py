"""Every date of the case files: its days, EDTF and TIMEX3 name by its spellings, and what is none."""

from __future__ import annotations

import pytest
from support import cases, ids, load, negatives

import arnlp

DATES = cases("dates")


@pytest.mark.parametrize(("case", "text"), DATES, ids=ids(DATES))
def test_date(case, text):
    anchor = case.get("anchor", load("dates")["anchor"])
    found = arnlp.dates(
        text, published=None if anchor == "none" else anchor, country=case.get("country")
    )
    assert [
        (
            date.from_date or "", date.to_date or "", date.edtf or "", date.timex or "", date.kind,
            date.calendar, date.mod,
        )
        for date in found
    ] == [
        (
            case["from"], case["to"], case["edtf"], case["timex"], case.get("kind", "date"),
            case.get("calendar", "gregorian"), case.get("mod"),
        )
    ]  # fmt: skip


@pytest.mark.parametrize("text", negatives("dates"))
def test_no_date(text):
    found = arnlp.dates(text, published=load("dates")["anchor"])
    assert [date for date in found if date.kind != "duration"] == []


@pytest.mark.parametrize("passage", load("dates")["passage"], ids=lambda p: p["text"][:40])
def test_dates_of_a_passage(passage):
    anchor = passage.get("anchor", load("dates")["anchor"])
    found = arnlp.dates(
        passage["text"],
        published=None if anchor == "none" else anchor,
        country=passage.get("country"),
    )
    assert [
        [date.text, date.from_date or "", date.to_date or ""]
        for date in found
        if date.kind in ("date", "interval")
    ] == passage["found"]
