"""Stretches of the calendar: from, to, and their names in EDTF (ISO 8601-2) and TIMEX3.

Sub-year groupings follow ISO 8601-2, 4.8.4: 21-24 seasons, 33-36 quarters, 37-39 thirds
(quadrimesters), 40-41 halves.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from hijridate import Hijri


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of days, both ends inclusive; an open end is None."""

    first: date | None
    last: date | None
    edtf: str
    timex: str


def day(year: int, month: int, day_: int) -> Stretch | None:
    """Return one day, None where the calendar has no such day.

    >>> day(2024, 2, 30) is None
    True
    """
    try:
        value = date(year, month, day_)
    except ValueError:
        return None
    return of_day(value)


def of_day(value: date) -> Stretch:
    """Return the stretch of a date."""
    iso = value.isoformat()
    return Stretch(value, value, iso, iso)


def month(year: int, month_: int) -> Stretch:
    """Return a month.

    >>> month(2024, 2).last
    datetime.date(2024, 2, 29)
    """
    name = f"{year:04d}-{month_:02d}"
    last = monthrange(year, month_)[1]
    return Stretch(date(year, month_, 1), date(year, month_, last), name, name)


def year(value: int) -> Stretch:
    """Return a year."""
    name = f"{value:04d}"
    return Stretch(date(value, 1, 1), date(value, 12, 31), name, name)


_GROUPS = {"Q": (3, 33, "Q"), "H": (6, 40, "H"), "T": (4, 37, "T")}


def part_of_year(value: int, unit: str, number: int) -> Stretch | None:
    """Return a quarter (Q), half (H) or third (T) of a year; None where it has no such part.

    >>> part_of_year(2024, "Q", 3).edtf, part_of_year(2024, "H", 1).timex
    ('2024-35', '2024-H1')
    """
    months, code, letter = _GROUPS[unit]
    if not 1 <= number <= 12 // months:
        return None
    first = (number - 1) * months + 1
    last = number * months
    return Stretch(
        date(value, first, 1),
        date(value, last, monthrange(value, last)[1]),
        f"{value:04d}-{code + number - 1}",
        f"{value:04d}-{letter}{number}",
    )


_SEASONS = {
    "SPRING": (21, 3, "SP"),
    "SUMMER": (22, 6, "SU"),
    "AUTUMN": (23, 9, "FA"),
    "WINTER": (24, 12, "WI"),
}


def season(value: int, name: str) -> Stretch:
    """Return a season of the northern half, by whole months; winter runs into the next year."""
    code, first, letters = _SEASONS[name]
    end_year, end_month = (value + 1, 2) if first == 12 else (value, first + 2)
    return Stretch(
        date(value, first, 1),
        date(end_year, end_month, monthrange(end_year, end_month)[1]),
        f"{value:04d}-{code}",
        f"{value:04d}-{letters}",
    )


def week(value: date, starts_on: int = 7) -> Stretch:
    """Return the week that a date lies in; ``starts_on`` is an ISO weekday, Sunday by default.

    The name is the ISO week that holds most of it.
    """
    first = value - timedelta((value.isoweekday() - starts_on) % 7)
    iso = (first + timedelta(3)).isocalendar()
    name = f"{iso.year:04d}-W{iso.week:02d}"
    return Stretch(first, first + timedelta(6), name, name)


def between(first: Stretch, last: Stretch) -> Stretch:
    """Return the interval from the start of one stretch to the end of another.

    >>> between(month(2020, 3), month(2020, 10)).edtf
    '2020-03/2020-10'
    """
    return Stretch(
        first.first, last.last, f"{first.edtf}/{last.edtf}", f"{first.timex}/{last.timex}"
    )


def since(first: Stretch) -> Stretch:
    """Return the interval that starts with a stretch and is open at its end.

    >>> since(month(2024, 2)).edtf, since(split_year(2023, 2024, 9)).edtf
    ('2024-02/..', '2023-09-01/..')
    """
    if "/" in first.edtf and first.first is not None:
        first = of_day(first.first)
    return Stretch(first.first, None, f"{first.edtf}/..", f"{first.timex}/")


def split_year(first: int, last: int, start_month: int | None) -> Stretch:
    """Return a fiscal or academic year such as 2024/2025, from the first day of a month.

    Its days are unknown where the month is.

    >>> split_year(2024, 2025, 7).last, split_year(2024, 2025, None).last
    (datetime.date(2025, 6, 30), None)
    """
    name = f"{first:04d}/{last:04d}"
    if start_month is None:
        return Stretch(None, None, name, name)
    start = date(first, start_month, 1)
    end = date(last, start_month, 1) - timedelta(1)
    return Stretch(start, end, name, f"{start.isoformat()}/{end.isoformat()}")


def from_hijri(year_: int, month_: int, day_: int) -> date | None:
    """Convert a date of the Umm al-Qura calendar; None out of its table (1343 to 1500 AH).

    >>> from_hijri(1446, 1, 14)
    datetime.date(2024, 7, 20)
    """
    try:
        return date(*Hijri(year_, month_, day_).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None


def shift_months(value: date, months: int) -> tuple[int, int]:
    """Return (year, month) so many months away.

    >>> shift_months(date(2024, 1, 15), -2)
    (2023, 11)
    """
    index = value.year * 12 + value.month - 1 + months
    return index // 12, index % 12 + 1
