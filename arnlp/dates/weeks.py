"""Parts of a month, and weeks: the first week of October, the week of 10 April, week 31."""

from __future__ import annotations

from datetime import date, timedelta

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import DASHES, HIJRI, Atom
from arnlp.dates.months import read_month
from arnlp.dates.resolving import resolve, shifted_month
from arnlp.dates.words import integer_at, is_date_word, is_link, is_period, read_told_period
from arnlp.dates.years import year_of
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S

# Days of the parts of a month; -1 is its last.
_DAYS_OF_PART = {
    "H": ((1, 15), (16, -1)),
    "T": ((1, 10), (11, 20), (21, -1)),
    "W": ((1, 7), (8, 14), (15, 21), (22, 28), (29, -1)),
}


def read_part_of_month(cursor: Cursor, j: int, unit: str, number: int) -> Atom | None:
    """Read the days of a part of a month: النصف الأول من سبتمبر, the first week of this month."""
    if not is_link(cursor, j, "of") or unit not in _DAYS_OF_PART:
        return None
    days = _DAYS_OF_PART[unit]
    if not 1 <= number <= len(days):
        return None
    k = j + 1
    if is_period(cursor, k, "M") and cursor.mask(k + 1) & (S.MONTH | S.HIJRI_MONTH):
        k += 1
    if cursor.mask(k) & (S.MONTH | S.HIJRI_MONTH):
        atom = read_month(cursor, k, k)
        if atom is None or atom.day is not None:
            return None
        atom.grain, atom.between = "day", True
        atom.day, atom.day_to = days[number - 1]
        return atom
    month = _read_whole_month(cursor, k)
    if month is None:
        return None
    stretch, last = month
    atom = Atom(j, last, "day", anchored=True, between=True)
    if stretch is not None and stretch.first is not None and stretch.last is not None:
        low, high = days[number - 1]
        final = stretch.last if high < 0 else stretch.first + timedelta(high - 1)
        atom.stretch = cal.days(stretch.first + timedelta(low - 1), final)
    return atom


def _read_whole_month(cursor: Cursor, k: int) -> tuple[cal.Stretch | None, int] | None:
    """Read the month that the release tells: this month, الشهر الجاري."""
    linked = is_link(cursor, k, "the")
    k += linked
    told = read_told_period(cursor, k, "M")
    if told is None and linked and cursor.is_latin(k) and is_period(cursor, k, "M"):
        told = 0, k + 1  # the first week of the month
    return None if told is None else (shifted_month(cursor, told[0]), told[1])


def read_week(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read the first week of October, الأسبوع الأول من أكتوبر, the week of 10 April, week 31."""
    unit = cursor.entries[i].senses[S.PERIOD].value
    counted = cursor.sense(i, S.UNIT)
    if unit != "W" or (counted is not None and counted.role == "plural"):
        return None
    number: int | None = None
    first, j = i, i + 1
    before, after = cursor.number_before.get(i), cursor.number_at.get(j)
    if cursor.is_latin(i) and before is not None and before.kind == "ordinal":
        number, first = before.value, before.first
    elif cursor.is_latin(i) and is_date_word(cursor, i - 1, "lastn") and is_link(cursor, j, "of"):
        number, first = -1, i - 1
    elif not cursor.is_latin(i) and cursor.entries[i].definite:
        if after is not None and after.kind == "ordinal":
            number, j = after.value, after.last
        elif is_date_word(cursor, j, "firstn", "lastn"):
            number, j = (1 if is_date_word(cursor, j, "firstn") else -1), j + 1
    if number is None and not cursor.entries[i].definite:
        return _read_week_about(cursor, i, done)
    if not isinstance(number, int) or number > 53 or first < done:
        return None
    if is_link(cursor, first - 1, "the") and first - 1 >= done:
        first -= 1
    atom = read_part_of_month(cursor, j, "W", 1 if number < 0 else number)
    if atom is None:
        return _week_of_year(cursor, first, j, number)
    atom.first = first
    if number < 0:
        atom.day, atom.day_to = None, None
        whole = resolve(cursor, atom)
        if whole is None or whole.last is None:
            return None
        atom.stretch = cal.days(whole.last - timedelta(6), whole.last)
    return atom


def _read_week_about(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read the week of 10 April, the week starting on 4 February, week 31."""
    number = integer_at(cursor, i + 1, 53) if cursor.is_latin(i) else None
    days = cursor.norm(i + 2) in DASHES and cursor.mask(i + 3) & S.NUMERIC  # the week 5-11 May
    if (
        number is not None
        and not days
        and not cursor.mask(i + 2) & (S.MONTH | S.NOUN | S.UNIT | S.DAYPART)
    ):
        if is_link(cursor, i + 2, "of"):
            return _week_of_year(cursor, i, i + 2, number)
        if cursor.anchor is None:
            return None
        try:
            start = date.fromisocalendar(cursor.anchor.year, number, 1)
        except ValueError:
            return None
        return Atom(i, i + 2, "week", cal.week(start), anchored=True)
    j = i + 1
    if cursor.is_latin(i):
        if not is_link(cursor, j, "of", "starting", "ending"):
            return None
        j += 1
        if is_link(cursor, j, "the", "on"):
            j += 1
    k = next((k for k in range(j, min(j + 5, cursor.size)) if cursor.masks[k] & S.MONTH), None)
    if k is None:
        return None
    day = read_month(cursor, k, j)
    if day is None or day.day is None or day.between or day.first != j:
        return None
    stretch = resolve(cursor, day)
    first = i - 1 if is_link(cursor, i - 1, "the") and i - 1 >= done else i
    atom = Atom(first, day.last, "week", anchored=day.year is None)
    if stretch is None or stretch.first is None:
        return atom
    if is_link(cursor, i + 1, "ending"):
        atom.stretch = cal.days(stretch.first - timedelta(6), stretch.first)
    elif is_link(cursor, i + 1, "starting"):
        atom.stretch = cal.days(stretch.first, stretch.first + timedelta(6))
    else:
        atom.stretch = cal.week(stretch.first, cal.week_of(cursor.context.country))
    return atom


def _week_of_year(cursor: Cursor, first: int, j: int, number: int) -> Atom | None:
    """Return a week of a year as ISO 8601 counts them: the third week of 2027."""
    year = year_of(cursor, j)
    if year is None or year.calendar == HIJRI or year.start != 1:
        return None
    atom = Atom(first, year.last, "week", anchored=year.anchored)
    if year.value is None:
        return atom
    if number < 0:
        number = date(year.value, 12, 28).isocalendar().week
    try:
        start = date.fromisocalendar(year.value, number, 1)
    except ValueError:
        return None
    atom.stretch = cal.week(start)
    return atom
