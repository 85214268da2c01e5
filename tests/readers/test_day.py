"""One day as pages write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arnlp.lang import alternatives, table
from arnlp.readers.day import _FOLD, _words, day_of

SAME = "2024-03-05"


@pytest.mark.parametrize(
    "text",
    [
        "2024-03-05", "2024-3-5", "2024/03/05", "2024.03.05", "20240305", "20240305T101500Z",
        "2024-03-05T10:00:00+0400", "2024-03-05 10:00:00.0", "2024-03-05T22:00:00.0000000Z", "1709625600",
        "1709625600000", "Tue, 05 Mar 2024 10:00:00 GMT", "Tue Mar 5 10:00:00 GST 2024",
        "5 March 2024", "5th March, 2024", "March 5, 2024", "Mar. 5, 2024", "5-Mar-2024", "05 MAR 2024",
        "Tuesday, March 5th, 2024 - 10:00", "Tue, 05/03/2024 - 17:57", "Tuesday 3/5/2024", "الثلاثاء 3/5/2024",
        "05/03/2024", "5-3-2024", "05.03.2024", "٥/٣/٢٠٢٤", "۲۰۲۴/۰۳/۰۵", "5 مارس 2024", "٥ مارس ٢٠٢٤ م",
        "الثلاثاء، 5 آذار 2024", "5 آذار/مارس 2024", "5 مارس (آذار) 2024", "مارس 5, 2024", "5 mars 2024",
        "mardi 5 mars 2024 à 10:30", "24 شعبان 1445 هـ", "24 شعبان 1445", "24 شعبان 1445هـ - 5 مارس 2024م", "1445/08/24 هـ",
        "24-08-1445هـ", "الثلاثاء 1445/8/24 هـ الموافق 2024/3/5 م", "24 Sha'ban 1445", "Published: 5 March 2024 | 10:00",
    ],
)  # fmt: skip
def test_a_day(text):
    assert day_of(text) == SAME


@pytest.mark.parametrize(
    "text",
    [
        None, "", " ", "yesterday", "2024", "March 2024", "0001-01-01", "0000-00-00", "2024-13-05", "2024-02-30",
        "31/02/2024", "1445/08/24", "24/08/1445", "12345", "123456789012345", "+971 4 123 4567", "3/5/2024 10:00:00 AM",
        "Saturday, 05/03/2024 - 10:00", "9999-12-31", "5 of March in the year of 2024", "32 مارس 2024", "x" * 5000,
    ],
)  # fmt: skip
def test_no_day(text):
    assert day_of(text) is None


@given(st.text())
def test_any_text_is_a_day_or_none(text):
    day_of(text)


def test_the_words_are_those_of_the_tables():
    """What the tables of the languages have under the same name has the same number there."""
    values, _ = _words()
    for kind, name in (("month", "months"), ("hijri", "hijri_months"), ("weekday", "weekdays")):
        known = {
            spelling.translate(_FOLD).lower(): int(row["value"])
            for language in ("ar", "en")
            for row in table(language, name)
            for spelling in alternatives(row["spellings"]) + alternatives(row.get("weak", ""))
        }
        shared = known.keys() & values[kind].keys()
        assert len(shared) > 6
        assert {s: values[kind][s] for s in shared} == {s: known[s] for s in shared}
