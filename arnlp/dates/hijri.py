"""The Umm al-Qura calendar: days between it and the Gregorian one, its months and its years."""

from __future__ import annotations

from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from arnlp.dates import calendar as cal


def from_hijri(year_: int, month_: int, day_: int) -> date | None:
    """Convert a date of the Umm al-Qura calendar; None out of its table (1343 to 1500 AH).

    >>> from_hijri(1446, 1, 14)
    datetime.date(2024, 7, 20)
    """
    try:
        return date(*Hijri(year_, month_, day_).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None


def to_hijri(value: date) -> tuple[int, int, int] | None:
    """Convert a day to the Umm al-Qura calendar; None out of its table.

    >>> to_hijri(date(2024, 7, 20))
    (1446, 1, 14)
    """
    try:
        return Gregorian(value.year, value.month, value.day).to_hijri().datetuple()
    except (ValueError, OverflowError):
        return None


def hijri_month(year_: int, month_: int) -> cal.Stretch | None:
    """Return a month of the Umm al-Qura calendar as days of the Gregorian one.

    >>> hijri_month(1445, 9).edtf
    '2024-03-11/2024-04-09'
    """
    return _from_hijri_to(year_, month_, year_ + (month_ == 12), month_ % 12 + 1)


def hijri_year(year_: int) -> cal.Stretch | None:
    """Return a year of the Umm al-Qura calendar as days of the Gregorian one.

    >>> hijri_year(1446).edtf
    '2024-07-07/2025-06-25'
    """
    return _from_hijri_to(year_, 1, year_ + 1, 1)


def hijri_years(first: int, last: int) -> cal.Stretch | None:
    """Return the days from one year of the Umm al-Qura calendar to another.

    >>> hijri_years(1444, 1445).edtf
    '2022-07-30/2024-07-06'
    """
    low, high = hijri_year(first), hijri_year(last)
    return cal.between(low, high) if low is not None and high is not None else None


def _from_hijri_to(year_: int, month_: int, next_year: int, next_month: int) -> cal.Stretch | None:
    first = from_hijri(year_, month_, 1)
    if first is None:
        return None
    following = from_hijri(next_year, next_month, 1)
    if following is None:  # the last month of the table
        length = Hijri(next_year - (next_month == 1), (next_month - 2) % 12 + 1, 1).month_length()
        last_first = from_hijri(next_year - (next_month == 1), (next_month - 2) % 12 + 1, 1)
        assert last_first is not None
        return cal.days(first, last_first + timedelta(length - 1))
    return cal.days(first, following - timedelta(1))
