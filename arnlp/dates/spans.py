"""Spans of several periods: السنوات الخمس المقبلة, the first nine months of 2023."""

from __future__ import annotations

from datetime import timedelta

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import Atom
from arnlp.dates.counts import DAYS, MOST, Count, read_count_at
from arnlp.dates.months import read_month_at
from arnlp.dates.offsets import read_offset
from arnlp.dates.repeats import past_repeat
from arnlp.dates.words import deixis_at, is_date_word, is_link
from arnlp.dates.years import year_of
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.text.tokens import WORD

_MONTHS_OF = {"M": 1, "Q": 3, "H": 6}
_UNITS = ("Y", "M", "W", "D", "Q", "H", "DECADE", "FY")


def read_span(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read what starts from a period word: counted periods, and where they lie."""
    sense = cursor.entries[i].senses[S.PERIOD]
    if sense.value not in _UNITS:
        return None
    count = read_count_at(cursor, i, done)
    if count is None:
        return None
    return read_offset(cursor, count, done) or _read_counted(cursor, count, i, done)


def _read_counted(cursor: Cursor, count: Count, i: int, done: int) -> Atom | None:
    """Read the next five years, الأشهر التسعة الأولى من العام, the last three months of 2023."""
    arabic = cursor.entries[i].kind == WORD
    if not arabic:
        opener = count.first - 1
    elif count.first == i or (number := cursor.number_before.get(i)) is None:
        opener = count.last
        if count.number == 1 and count.unit != "DECADE":
            return None
    else:
        opener = count.last
        if not number.article:  # أول تسعة أشهر من 2023
            opener = count.first - 1
            if opener < done or not is_date_word(cursor, opener, "firstn", "lastn", "end"):
                return None
    if not arabic and (opener < done or _is_verb(cursor, opener)):
        return None
    return _read_periods_of(cursor, count, opener)


def _is_verb(cursor: Cursor, i: int) -> bool:
    """Tell whether 'last' is a verb: it will last four days, talks resume and last a week."""
    return is_date_word(cursor, i, "lastn") and (
        bool(cursor.mask(i - 1) & S.FUTURE)
        or is_date_word(cursor, i - 1, "to")
        or is_link(cursor, i - 1, "and")
    )


def _read_periods_of(cursor: Cursor, count: Count, opener: int) -> Atom | None:
    """Read what tells which so many periods are meant: the next, the last, the first of 2024."""
    shift = deixis_at(cursor, opener, "", "told")
    leads = opener < count.first  # آخر 3 سنوات, and not ليومين آخرين
    latest = not cursor.is_latin(opener) and (
        is_date_word(cursor, opener, "lastn") or (leads and cursor.is_word(opener, "others"))
    )
    first, last = min(count.first, opener), max(count.last, opener + 1)
    last = past_repeat(cursor, last, count.unit, count.number)
    atom = Atom(first, last, "interval", anchored=True, between=True)
    if (shift is not None and shift < 0) or latest:
        if _within_month(cursor, atom, count, -1) or _within_year(cursor, atom, count, -1):
            return atom
    if shift or latest:
        atom.stretch = _next_periods(cursor, count, shift or -1)
        return atom
    if not is_date_word(cursor, opener, "firstn", "lastn", "end"):
        return None
    side = 1 if is_date_word(cursor, opener, "firstn") else -1
    found = _within_month(cursor, atom, count, side) or _within_year(cursor, atom, count, side)
    return atom if found else None


def _within_month(cursor: Cursor, atom: Atom, count: Count, side: int) -> bool:
    """Take the first or last so many days or weeks of the month that follows into an atom."""
    if count.unit not in DAYS or not is_link(cursor, atom.last, "of", "in"):
        return False
    month = read_month_at(cursor, atom.last + 1)
    if month is None:
        return False
    whole, atom.last, atom.anchored = month
    if whole is None or whole.first is None or whole.last is None:
        return True
    edge = timedelta(count.number * DAYS[count.unit] - 1)
    if edge > whole.last - whole.first:
        return False
    low, high = (whole.first, whole.first + edge) if side > 0 else (whole.last - edge, whole.last)
    atom.stretch = cal.days(low, high)
    return True


def _within_year(cursor: Cursor, atom: Atom, count: Count, side: int) -> bool:
    """Take the first or last so many months of the year that follows into an atom."""
    size = _MONTHS_OF.get(count.unit)
    year = year_of(cursor, atom.last)
    if year is None or year.calendar != "gregorian" or (size is None and count.unit not in DAYS):
        return False
    atom.last, atom.anchored = year.last, year.anchored
    if year.value is None or year.start is None:
        return True
    if size is None:
        atom.stretch = _days_within(year.value, count.number * DAYS[count.unit], side)
        return True
    if count.number * size > 12:
        return False
    months = count.number * size
    low = year.start if side > 0 else year.start + 12 - months
    ends = (low, low + months - 1)
    atom.stretch = cal.between(
        *(cal.month(year.value + (m - 1) // 12, (m - 1) % 12 + 1) for m in ends)
    )
    return True


def _next_periods(cursor: Cursor, count: Count, shift: int) -> cal.Stretch | None:
    """Return the interval of the last or next so many years, months, weeks or days."""
    anchor = cursor.anchor
    if anchor is None or not shift:
        return None
    number = count.number
    ends = (1, number) if shift > 0 else (-number, -1)
    if count.unit in ("Y", "DECADE", "FY"):
        years = 10 if count.unit == "DECADE" else 1
        if number * years > MOST:
            return None
        low, high = (1, number * years) if shift > 0 else (-number * years, -1)
        return cal.between(cal.year(anchor.year + low), cal.year(anchor.year + high))
    if count.unit in ("Q", "H"):
        unit, parts = count.unit, 12 // _MONTHS_OF[count.unit]
        now = anchor.year * parts + (anchor.month - 1) * parts // 12
        low_part, high_part = (
            cal.part_of_year((now + end) // parts, unit, (now + end) % parts + 1) for end in ends
        )
        return cal.between(low_part, high_part) if low_part and high_part else None
    if count.unit == "M":
        low_month, high_month = (cal.shift_months(anchor, end) for end in ends)
        return cal.between(cal.month(*low_month), cal.month(*high_month))
    edge = timedelta(number * DAYS[count.unit])
    if shift > 0:
        return cal.days(anchor + timedelta(1), anchor + edge)
    return cal.days(anchor - edge, anchor - timedelta(1))


def _days_within(year: int, length: int, side: int) -> cal.Stretch:
    """Return the first or last so many days of a year.

    >>> _days_within(2023, 10, 1).edtf
    '2023-01-01/2023-01-10'
    """
    whole = cal.year(year)
    assert whole.first is not None
    assert whole.last is not None
    edge = timedelta(min(length, 365) - 1)
    if side > 0:
        return cal.days(whole.first, whole.first + edge)
    return cal.days(whole.last - edge, whole.last)
