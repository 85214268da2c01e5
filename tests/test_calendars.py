"""Every day of two centuries comes back from each way to write it; any mix of words is read soundly."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from hijridate import Gregorian, Hijri
from hypothesis import example, given, settings
from hypothesis import strategies as st

import arnlp
from arnlp.lang import alternatives, table

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
UNITS = [
    "الأول",
    "الثاني",
    "الثالث",
    "الرابع",
    "الخامس",
    "السادس",
    "السابع",
    "الثامن",
    "التاسع",
    "العاشر",
]
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def ordinal(day: int) -> str:
    """Spell a day of the month as an Arabic ordinal.

    >>> ordinal(3), ordinal(15), ordinal(27)
    ('الثالث', 'الخامس عشر', 'السابع والعشرين')
    """
    if day <= 10:
        return UNITS[day - 1]
    unit = "الحادي" if day % 10 == 1 else UNITS[day % 10 - 1]
    if day < 20:
        return f"{unit} عشر"
    ten = "العشرين" if day < 30 else "الثلاثين"
    return f"{unit} و{ten}" if day % 10 else ten


def months(language: str, name: str) -> list[list[str]]:
    """Return the spellings of each month, by its number less one."""
    return [
        alternatives(row["spellings"]) + alternatives(row["weak"]) for row in table(language, name)
    ]


def families(language: str, name: str) -> list[list[str]]:
    """Return lists of twelve month names that together have every spelling."""
    names = months(language, name)
    return [[spelt[k % len(spelt)] for spelt in names] for k in range(max(map(len, names)))]


def gregorian_days() -> Iterator[date]:
    """Yield each day of 1900 to 2100."""
    for ordinal_day in range(FIRST.toordinal(), LAST.toordinal() + 1):
        yield date.fromordinal(ordinal_day)


def hijri_days() -> Iterator[tuple[tuple[int, int, int], date]]:
    """Yield each day of 1343 to 1500 AH with its Gregorian date."""
    day = date(*Hijri(1343, 1, 1).to_gregorian().datetuple())
    while day <= date(2077, 11, 16):
        yield Gregorian(day.year, day.month, day.day).to_hijri().datetuple(), day
        day += timedelta(1)


GREGORIAN_SPELLINGS: dict[str, Callable[[date], str]] = {
    **{
        f"ar-{k}": lambda d, names=names: f"{d.day} {names[d.month - 1]} {d.year}"
        for k, names in enumerate(families("ar", "months"))
    },
    **{
        f"en-{k}": lambda d, names=names: f"{names[d.month - 1]} {d.day}, {d.year}"
        for k, names in enumerate(families("en", "months"))
    },
    "words": lambda d: f"{ordinal(d.day)} من {months('ar', 'months')[d.month - 1][0]} {d.year}",
    "eastern digits": lambda d: f"{d.day:02d}/{d.month:02d}/{d.year}".translate(EASTERN),
    "ISO": lambda d: d.isoformat(),
}
HIJRI_SPELLINGS: dict[str, Callable[[int, int, int], str]] = {
    **{
        f"ar-{k}": lambda y, m, d, names=names: f"{d} {names[m - 1]} {y}هـ"
        for k, names in enumerate(families("ar", "hijri_months"))
    },
    "en": lambda y, m, d: f"{d} {months('en', 'hijri_months')[m - 1][0]} {y} AH",
    "words": lambda y, m, d: f"{ordinal(d)} من {months('ar', 'hijri_months')[m - 1][0]} {y}هـ",
    "digits": lambda y, m, d: f"{d}/{m}/{y}هـ",
    "eastern digits": lambda y, m, d: f"{y}/{m:02d}/{d:02d} هـ".translate(EASTERN),
}


def found(texts: list[str]) -> list[tuple[str, str | None, str]]:
    """Return text, day and calendar of the dates of lines that each have one."""
    return [
        (d.text, d.from_date if d.from_date == d.to_date else None, d.calendar)
        for d in arnlp.dates("\n\n".join(texts))
    ]


@pytest.mark.parametrize("name", GREGORIAN_SPELLINGS)
def test_each_day_of_1900_to_2100_comes_back(name):
    spelt = GREGORIAN_SPELLINGS[name]
    days = list(gregorian_days())
    texts = [spelt(day) for day in days]
    assert found(texts) == [
        (text, day.isoformat(), "gregorian") for text, day in zip(texts, days, strict=True)
    ]


@pytest.mark.parametrize("name", HIJRI_SPELLINGS)
def test_each_day_of_1343_to_1500_of_the_hijra_comes_back(name):
    spelt = HIJRI_SPELLINGS[name]
    days = list(hijri_days())
    texts = [spelt(*hijri) for hijri, _ in days]
    assert found(texts) == [
        (text, day.isoformat(), "hijri") for text, (_, day) in zip(texts, days, strict=True)
    ]


# -- any mix of the words of time ---------------------------------------------------------

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
        assert published or found.anchor is None
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
