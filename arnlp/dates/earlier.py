"""A period so many months before another: a change over a year compares with it."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date

from arnlp.dates.calendar import days
from arnlp.dates.mention import DateMention

_YEAR = 12


def months_before(period: DateMention, months: int) -> DateMention | None:
    """Return a period so many months earlier; None where it has no two ends."""
    stretch = period.stretch
    if stretch is None or stretch.first is None or stretch.last is None:
        return None
    earlier = days(_earlier(stretch.first, months), _earlier(stretch.last, months))
    return replace(period, stretch=earlier, timex=earlier.timex, edtf=earlier.edtf)


def _earlier(day: date, months: int) -> date:
    """Return a day so many months earlier; the last of a month stays the last.

    >>> _earlier(date(2024, 2, 29), 12), _earlier(date(2025, 3, 31), 1)
    (datetime.date(2023, 2, 28), datetime.date(2025, 2, 28))
    """
    number = day.year * _YEAR + day.month - 1 - months
    year, month = number // _YEAR, number % _YEAR + 1
    last = monthrange(year, month)[1]
    ends = day.day == monthrange(day.year, day.month)[1]
    return date(year, month, last if ends else min(day.day, last))
