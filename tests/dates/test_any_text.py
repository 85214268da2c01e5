"""Any mix of the words of time is read soundly."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import arnlp
from arnlp.lang import alternatives, table

TABLES = (
    "months", "hijri_months", "weekdays", "periods", "deixis", "relative_days", "dayparts", "sets",
    "date_words", "date_links", "date_openers", "same", "decades", "parts_of_day", "clock_words",
    "time_zones", "seasons", "holidays", "ordinals", "cardinals",
)  # fmt: skip
WORDS = [
    spelling
    for language in ("ar", "en")
    for name in TABLES
    for row in table(language, name)
    for column in ("spellings", "weak", "bare")
    for spelling in alternatives(row.get(column, ""))
]
FIGURES = [
    "2024", "1446", "15", "31", "0", "2024-03", "15/11/2023", "30/2/2024", "2019/2020", "11/2016",
    "8:30", "25:99", "1990", "s", "th", "Q", "3", "-", "–", "/", "(", ")", "،", ".", "\n\n", "هـ", "م",
    "دبي", "Dubai", "ساعة", "minutes", "نصف", "'", "1342", "1600", "٢٠٢٤",
]  # fmt: skip
EDTF_END = re.compile(
    r"\.\.|\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?)?)?|\d{3}X|\d\dXX"
)


@settings(max_examples=400, deadline=None)
@example(["يناير", "1446", "موسم الحج"], " ", None, None)
@example(["يناير", "(", "يناير"], " ", None, None)
@example(["شوال", "الماضي", "العام المالي"], " ", None, None)
@given(
    st.lists(st.sampled_from(WORDS) | st.sampled_from(FIGURES), max_size=9),
    st.sampled_from([" ", "", "  "]),
    st.sampled_from([None, "2024-02-29", "1500-01-01", "2500-12-31"]),
    st.sampled_from([None, "KW", "EG", "AE", "US"]),
)
def test_any_mix_of_the_words_of_time_is_read_soundly(words, space, published, country):
    text = space.join(words)
    mentions = arnlp.dates(text, published=published, country=country)
    for found in mentions:
        assert text[found.start : found.end] == found.text
        if found.from_date and found.to_date:
            assert found.from_date <= found.to_date
        if not published and "دبي" not in text and "Dubai" not in text:  # which open a dateline
            assert found.anchor is None
        ends = found.edtf.split("/") if found.edtf else []
        assert len(ends) <= 2
        assert all(EDTF_END.fullmatch(end) for end in ends), found.edtf
    timed = [found for found in mentions if found.kind in ("date", "time", "interval")]
    assert all(a.end <= b.start for a, b in itertools.pairwise(timed))


@pytest.mark.parametrize(
    "text",
    ["في العام التالي ", "في العام السابق ", "the following year ", "الأسبوع التالي ", "in the previous decade ",
     "السنة المالية السابقة ", "السنة المالية التالية ", "15-", "والأحد ", "الشهر نفسه ", "a year earlier "],
)  # fmt: skip
def test_what_repeats_without_end_is_read_to_its_end(text):
    mentions = arnlp.dates("في عام 2024 " + text * 9000, published="2024-10-15", country="KW")
    assert mentions[0].from_date == "2024-01-01"
