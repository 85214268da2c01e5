"""Every day of two centuries comes back from each way to write it.

A sample of the days is tried, and each of them with ``pytest --whole``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

import pytest
from hijridate import Gregorian, Hijri

import arnlp
from arnlp.lang import alternatives, table

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
HijriDay = tuple[int, int, int]
STEP = 17  # days from one of the sample to the next: a prime, so that it meets every day of every month
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


@cache
def gregorian_days() -> list[date]:
    """Return each day of 1900 to 2100."""
    return [date.fromordinal(day) for day in range(FIRST.toordinal(), LAST.toordinal() + 1)]


@cache
def hijri_days() -> list[tuple[HijriDay, date]]:
    """Return each day of 1343 to 1500 AH with its Gregorian date."""
    days = []
    day = date(*Hijri(1343, 1, 1).to_gregorian().datetuple())
    while day <= date(2077, 11, 16):
        days.append((Gregorian(day.year, day.month, day.day).to_hijri().datetuple(), day))
        day += timedelta(1)
    return days


def gregorian_sample() -> list[date]:
    """Return every 17th day, the leap days, and the first and last day of each year."""
    return [
        day
        for number, day in enumerate(gregorian_days())
        if number % STEP == 0 or (day.month, day.day) in ((1, 1), (2, 29), (12, 31))
    ]


def hijri_sample() -> list[tuple[HijriDay, date]]:
    """Return every 17th day, the last day of each month, and the first of each year."""
    days = hijri_days()
    first_of_next = [hijri[2] == 1 for hijri, _ in days[1:]] + [True]
    return [
        (hijri, day)
        for number, ((hijri, day), is_last) in enumerate(zip(days, first_of_next, strict=True))
        if number % STEP == 0 or is_last or hijri[1:] == (1, 1)
    ]


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
def test_each_day_of_1900_to_2100_comes_back(name, whole):
    spelt = GREGORIAN_SPELLINGS[name]
    days = gregorian_days() if whole else gregorian_sample()
    texts = [spelt(day) for day in days]
    assert found(texts) == [
        (text, day.isoformat(), "gregorian") for text, day in zip(texts, days, strict=True)
    ]


@pytest.mark.parametrize("name", HIJRI_SPELLINGS)
def test_each_day_of_1343_to_1500_of_the_hijra_comes_back(name, whole):
    spelt = HIJRI_SPELLINGS[name]
    days = hijri_days() if whole else hijri_sample()
    texts = [spelt(*hijri) for hijri, _ in days]
    assert found(texts) == [
        (text, day.isoformat(), "hijri") for text, (_, day) in zip(texts, days, strict=True)
    ]


def test_the_sample_of_1900_to_2100_has_its_edges_and_each_day_of_each_month():
    sample, days = gregorian_sample(), gregorian_days()
    assert (sample[0], sample[-1]) == (FIRST, LAST)
    assert {(day.month, day.day) for day in sample} == {(day.month, day.day) for day in days}
    assert {day for day in days if (day.month, day.day) == (2, 29)} <= set(sample)
    assert len(days) == 73_414
    assert len(sample) < len(days) / 12


def test_the_sample_of_1343_to_1500_of_the_hijra_has_its_edges_and_each_day_of_each_month():
    sample, days = [hijri for hijri, _ in hijri_sample()], [hijri for hijri, _ in hijri_days()]
    assert (sample[0], sample[-1]) == ((1343, 1, 1), days[-1])
    assert {hijri[1:] for hijri in sample} == {hijri[1:] for hijri in days}
    lasts = {hijri[:2]: hijri for hijri in days}
    assert set(lasts.values()) <= set(sample)
    assert len(lasts) == 158 * 12
    assert len(sample) < len(days) / 8
