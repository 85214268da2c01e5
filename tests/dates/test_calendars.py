"""Every day of two centuries comes back from each way to write it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from hijridate import Gregorian, Hijri

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
