"""One day, week, weekend or month of a longer period: the last day of May, أول شهر من عام 2021."""

from __future__ import annotations

from datetime import date, timedelta

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import GREGORIAN, Atom
from arnlp.dates.months import read_month_at
from arnlp.dates.words import is_date_word, is_link, is_period
from arnlp.dates.years import read_stated_year, year_of
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words

_LAST = -1
_END = tuple(grammar_words("end"))
_GRAINS = {"D": "day", "W": "week", "WE": "weekend", "M": "month"}
_MOST = {"D": 31, "W": 5, "WE": 5, "M": 12}
_WEEK = 7
_TURN_OF_YEAR = 12


def read_edge_period(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read the last day of May 2022, آخر يوم من عام 2020, الشهر الأول من العام, last weekend of March."""
    sense = cursor.entries[i].senses[S.PERIOD]
    if sense.role != "1" or sense.value not in _GRAINS:
        return None
    unit = cursor.sense(i, S.UNIT)
    plural = unit is not None and unit.role == "plural"
    if plural and (sense.value != "D" or cursor.entries[i].definite):
        return None  # الأشهر الأولى من العام
    which = _read_which(cursor, i, done)
    if which is None or plural != (not is_link(cursor, which[2], "of", "in")):
        return None
    if plural and (which[0] == _LAST or which[1] == i):
        return None  # آخر أيام شهر مايو are several, أول أيام شهر مايو is one
    number, first, j = which
    if not cursor.is_latin(j + 1) and is_period(cursor, j + 1, "D"):  # أول يوم من أيام عام 2020
        j += 2
    inside = read_container(cursor, j)
    if inside is None or abs(number) > _MOST[sense.value]:
        return None
    whole, last, anchored = inside
    if is_link(cursor, first - 1, "the") and first - 1 >= done:
        first -= 1
    atom = Atom(first, last, _GRAINS[sense.value], anchored=anchored)
    if whole is None:
        return atom
    atom.stretch = _piece(cursor, whole, sense.value, number)
    atom.between = sense.value == "W" and whole.edtf[4:5] == "-"
    return atom if atom.stretch is not None else None


def _read_which(cursor: Cursor, i: int, done: int) -> tuple[int, int, int] | None:
    """Read which one is meant: its number, -1 for the last, and the range of tokens so far."""
    if i - 1 >= done and not cursor.entries[i].definite:
        if is_date_word(cursor, i - 1, "firstn"):
            return 1, i - 1, i + 1
        if is_date_word(cursor, i - 1, "lastn") or cursor.is_word(i - 1, "others"):
            return _LAST, i - 1, i + 1
        number = cursor.number_before.get(i)
        if number is not None and number.kind == "ordinal" and number.first >= done:
            return (number.value, number.first, i + 1) if isinstance(number.value, int) else None
    named = cursor.entries[i].definite and not is_period(cursor, i, "W")  # weeks have their reader
    if is_period(cursor, i, "WE"):  # نهاية الأسبوع الأول is the end of a week
        named = not is_date_word(cursor, i, "end") and not cursor.norm(i).startswith(_END)
    if cursor.is_latin(i) or not named:
        return None
    if is_date_word(cursor, i + 1, "firstn", "lastn"):
        return (1 if is_date_word(cursor, i + 1, "firstn") else _LAST), i, i + 2
    after = cursor.number_at.get(i + 1)
    if after is None or after.kind != "ordinal" or not isinstance(after.value, int):
        return None
    return after.value, i, after.last


def read_container(cursor: Cursor, j: int) -> tuple[cal.Stretch | None, int, bool] | None:
    """Read the month or year that follows 'of': its days where they are known, its end, whether told.

    >>> from arnlp.engine import Context
    >>> from arnlp.lexicon.tagged import TaggedText
    >>> stretch, last, told = read_container(Cursor(Context(TaggedText("of May 2022"))), 0)
    >>> stretch.edtf, last, told
    ('2022-05', 3, False)
    """
    k = j + 1 if is_link(cursor, j, "of", "in") else j
    month = read_month_at(cursor, k)
    if month is not None:
        return month[0], month[1], read_stated_year(cursor, month[1] - 1) is None
    year = year_of(cursor, j)
    if year is None or year.calendar != GREGORIAN or year.start != 1:
        return None
    return (cal.year(year.value) if year.value else None), year.last, year.anchored


def _piece(cursor: Cursor, whole: cal.Stretch, unit: str, number: int) -> cal.Stretch | None:
    """Return the day, week, weekend or month of a stretch that a number tells."""
    first, last = whole.first, whole.last
    if first is None or last is None:
        return None
    if unit == "D":
        return _within(whole, last if number < 0 else first + timedelta(number - 1))
    long = (last - first).days > 31
    if unit == "M":
        month = _TURN_OF_YEAR if number < 0 else number
        return cal.month(first.year, month) if long else None
    if unit == "W":
        if long:
            return _week_of(first.year, number)
        start = (
            last - timedelta(_WEEK - 1) if number < 0 else first + timedelta(_WEEK * (number - 1))
        )
        return cal.days(start, min(start + timedelta(_WEEK - 1), last)) if start <= last else None
    return _weekend_within(cursor, first, last, number)


def _week_of(year: int, number: int) -> cal.Stretch:
    """Return one of the first or the last week of a year, as ISO 8601 counts them."""
    if number < 0:
        return cal.week(date(year, _TURN_OF_YEAR, 28))
    return cal.week(date.fromisocalendar(year, number, 1))


def _within(whole: cal.Stretch, day: date) -> cal.Stretch | None:
    return cal.of_day(day) if whole.last is not None and day <= whole.last else None


def _weekend_within(cursor: Cursor, first: date, last: date, number: int) -> cal.Stretch | None:
    """Return the weekend of a stretch: the first is the one whose first day it is the first to hold."""
    week = cal.week_of(cursor.context.country)
    if number < 0:
        start = cal.weekday_from(last, week.weekend_first)
        start -= timedelta(0 if start <= last else _WEEK)
    else:
        start = cal.weekday_from(first, week.weekend_first) + timedelta(_WEEK * (number - 1))
    return cal.weekend(start, week) if first <= start <= last else None
