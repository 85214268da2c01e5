"""Stretches of the calendar: from, to, and their names in EDTF (ISO 8601-2) and TIMEX3.

Sub-year groupings follow ISO 8601-2, 4.8.4: 21-24 seasons, 33-36 quarters, 37-39 thirds
(quadrimesters), 40-41 halves.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from arnlp.lang import table


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


def part_of_year(value: int, unit: str, number: int, start: int = 1) -> Stretch | None:
    """Return a quarter (Q), half (H) or third (T) of a year; None where it has no such part.

    ``start`` is the first month of the year where it is a fiscal one.

    >>> part_of_year(2024, "Q", 3).edtf, part_of_year(2024, "H", 1).timex
    ('2024-35', '2024-H1')
    >>> part_of_year(2024, "Q", 1, 7).edtf
    '2024-07/2024-09'
    """
    months, code, letter = _GROUPS[unit]
    if not 1 <= number <= 12 // months:
        return None
    first = (number - 1) * months + start
    last = first + months - 1
    low, high = (month(value + (m - 1) // 12, (m - 1) % 12 + 1) for m in (first, last))
    if start != 1:
        return between(low, high)
    return Stretch(
        low.first, high.last, f"{value:04d}-{code + number - 1}", f"{value:04d}-{letter}{number}"
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


class Week(NamedTuple):
    """A country's week, by the two ends of its weekend (ISO weekdays): it starts on the day after."""

    weekend_first: int
    weekend_last: int

    @property
    def starts(self) -> int:
        """Return the ISO weekday that the week starts on."""
        return self.weekend_last % 7 + 1


_ISO_WEEK = Week(6, 7)


@cache
def week_of(country: str | None) -> Week:
    """Return the week of a country, that of ISO 8601 where the country is not known.

    >>> week_of("KW").starts, week_of("TN").starts
    (7, 1)
    """
    for row in table("common", "weekends"):
        if row["country"] == country:
            return Week(int(row["first"]), int(row["last"]))
    return _ISO_WEEK


def _week_start(value: date, kind: Week) -> date:
    return value - timedelta((value.isoweekday() - kind.starts) % 7)


def week(value: date, kind: Week = _ISO_WEEK) -> Stretch:
    """Return the week that a date lies in. Its TIMEX3 name is the ISO week that holds most of it.

    >>> week(date(2024, 10, 15)).timex, week(date(2024, 10, 15), week_of("KW")).edtf
    ('2024-W42', '2024-10-13/2024-10-19')
    """
    first = _week_start(value, kind)
    return days(first, first + timedelta(6), _week_name(first + timedelta(3)))


def _week_name(value: date) -> str:
    iso = value.isocalendar()
    return f"{iso.year:04d}-W{iso.week:02d}"


def weekend(value: date, kind: Week = _ISO_WEEK) -> Stretch:
    """Return the weekend of the week that a date lies in.

    >>> weekend(date(2024, 10, 15)).edtf, weekend(date(2024, 10, 15), week_of("KW")).first
    ('2024-10-19/2024-10-20', datetime.date(2024, 10, 18))
    """
    last = _week_start(value, kind) + timedelta(6)
    first = last - timedelta((kind.weekend_last - kind.weekend_first) % 7)
    return days(first, last, f"{_week_name(first)}-WE")


def days(first: date, last: date, timex: str | None = None) -> Stretch:
    """Return the interval from a day to a day.

    >>> days(date(2024, 1, 1), date(2024, 1, 7)).edtf
    '2024-01-01/2024-01-07'
    """
    if first == last:
        return of_day(first)
    name = f"{first.isoformat()}/{last.isoformat()}"
    return Stretch(first, last, name, timex or name)


def weekday_from(value: date, weekday: int) -> date:
    """Return the first day from a date on that is of an ISO weekday.

    >>> weekday_from(date(2024, 10, 15), 2), weekday_from(date(2024, 10, 15), 1)
    (datetime.date(2024, 10, 15), datetime.date(2024, 10, 21))
    """
    return value + timedelta((weekday - value.isoweekday()) % 7)


def told_weekday(value: date, weekday: int, shift: int) -> date:
    """Return the next (shift above 0) or last day of an ISO weekday, never the day itself.

    A shift of 2 is the one after the next, of -2 the one before the last.

    >>> told_weekday(date(2024, 10, 15), 2, 1), told_weekday(date(2024, 10, 15), 2, -1)
    (datetime.date(2024, 10, 22), datetime.date(2024, 10, 8))
    """
    if shift > 0:
        return weekday_from(value + timedelta(1), weekday) + timedelta(7 * (shift - 1))
    return weekday_from(value, weekday) + timedelta(7 * shift)


def decade(first_year: int) -> Stretch:
    """Return ten years from one that ends in 0.

    >>> decade(1990).edtf, decade(1990).timex
    ('199X', '199')
    """
    return Stretch(
        date(first_year, 1, 1), date(first_year + 9, 12, 31), f"{first_year // 10}X",
        f"{first_year // 10}",
    )  # fmt: skip


def century(number: int) -> Stretch:
    """Return a century as ISO 8601 counts it, by the first two digits of its years.

    >>> century(19).edtf, century(19).first
    ('18XX', datetime.date(1800, 1, 1))
    """
    low = (number - 1) * 100
    return Stretch(
        date(low, 1, 1), date(low + 99, 12, 31), f"{number - 1:02d}XX", f"{number - 1:02d}"
    )


def between(first: Stretch, last: Stretch) -> Stretch:
    """Return the interval from the start of one stretch to the end of another.

    >>> between(month(2020, 3), month(2020, 10)).edtf
    '2020-03/2020-10'
    """
    if "/" in first.edtf and first.first is not None:
        first = of_day(first.first)
    if "/" in last.edtf and last.last is not None:
        last = replace(of_day(last.last), first=last.first)
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


def until(last: Stretch) -> Stretch:
    """Return the interval that ends with a stretch and is open at its start.

    >>> until(month(2024, 2)).edtf, until(month(2024, 2)).last
    ('../2024-02', datetime.date(2024, 2, 29))
    """
    if "/" in last.edtf and last.last is not None:
        last = of_day(last.last)
    return Stretch(None, last.last, f"../{last.edtf}", f"/{last.timex}")


def split_year(first: int, last: int, start_month: int | None) -> Stretch:
    """Return a fiscal or academic year such as 2024/2025, from the first day of a month.

    Its days are unknown where the month is.

    >>> split_year(2024, 2025, 7).edtf, split_year(2024, 2025, None).last
    ('2024-07/2025-06', None)
    """
    name = f"{first:04d}/{last:04d}"
    if start_month is None:
        return Stretch(None, None, name, name)
    start = date(first, start_month, 1)
    end = date(last, start_month, 1) - timedelta(1)
    months = f"{start.isoformat()[:7]}/{end.isoformat()[:7]}"
    return Stretch(start, end, months, f"{start.isoformat()}/{end.isoformat()}")


def shift_months(value: date, months: int) -> tuple[int, int]:
    """Return (year, month) so many months away.

    >>> shift_months(date(2024, 1, 15), -2)
    (2023, 11)
    """
    index = value.year * 12 + value.month - 1 + months
    return index // 12, index % 12 + 1
