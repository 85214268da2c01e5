"""How far from the release: قبل ثلاثة أيام, two weeks ago, بعد شهرين من الآن."""

from __future__ import annotations

from datetime import timedelta

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import Atom
from arnlp.dates.counts import DAYS, Count
from arnlp.dates.resolving import in_future
from arnlp.dates.words import ends_phrase, is_date_word, is_link
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.text.clitics import AND

# How a bound says where what is so far back lies: more than a year ago is before it.
_MODS = {"about": "APPROX", "more_than": "BEFORE", "at_least": "ON_OR_BEFORE", "less_than": "AFTER"}


def read_offset(cursor: Cursor, count: Count, done: int) -> Atom | None:
    """Read how far from the release: قبل ثلاثة أيام, two weeks ago, بعد شهرين من الآن, منذ عامين."""
    before = count.first - 1
    if is_link(cursor, count.last, "ending"):
        return Atom(
            count.first, count.last + 1, "offset", unit=count.unit, told=count.number, edge="ended"
        )  # fmt: skip
    if cursor.is_latin(count.last - 1):
        return _read_english_offset(cursor, count)
    bound = cursor.sense(before, S.BOUND)
    inner = bound is not None and bound.role in ("before", "around") and before - 1 >= done
    if bound is not None and inner:  # قبل نحو عام
        atom = _read_bounded(cursor, count, before, bound.value)
        if atom is not None:
            return atom
    if before < done or _goes_on(cursor, count.last):
        return None
    if is_link(cursor, before, "ago"):
        if _is_before_event(cursor, count.last):
            return None
        return away_from(cursor, count, before, count.last, -1)
    if is_link(cursor, before, "after"):
        if is_link(cursor, count.last, "hence"):
            return away_from(cursor, count, before, count.last + 1, 1)
        if _is_before_event(cursor, count.last) or not in_future(cursor, before):
            return None
        return away_from(cursor, count, before, count.last, 1)
    if is_date_word(cursor, before, "open") and cursor.sense(before, S.STOP) is not None:
        atom = away_from(cursor, count, count.first, count.last, -1)
        if atom is not None and atom.grain in ("year", "month", "day"):
            return atom
    return None


def _read_bounded(cursor: Cursor, count: Count, at: int, bound: str) -> Atom | None:
    """Read قبل نحو عام, منذ أكثر من شهرين: how exact it is stands between."""
    since = is_date_word(cursor, at - 1, "open") and cursor.sense(at - 1, S.STOP) is not None
    if _goes_on(cursor, count.last) or _is_before_event(cursor, count.last):
        return None
    if cursor.anchor is None or not (since or is_link(cursor, at - 1, "ago")):
        return None
    atom = away_from(cursor, count, at if since else at - 1, count.last, -1)
    if atom is not None:
        atom.mod = _MODS.get(bound)
    return atom


def _read_english_offset(cursor: Cursor, count: Count) -> Atom | None:
    """Read two weeks ago, two days from now, three days after ..., the 12 months to June 30."""
    if is_date_word(cursor, count.last, "to") and is_link(
        cursor, count.first - 1, "the"
    ):  # the 12 months to June 30
        return Atom(
            count.first, count.last + 1, "offset", unit=count.unit, told=count.number,
            edge="ended",
        )  # fmt: skip
    if is_link(cursor, count.last, "ago"):
        return away_from(cursor, count, count.first, count.last + 1, -1)
    if is_link(cursor, count.first - 1, "in") and _lies_ahead(cursor, count):
        return away_from(cursor, count, count.first - 1, count.last, 1)
    if is_link(cursor, count.last, "hence"):
        return away_from(cursor, count, count.first, count.last + 1, 1)
    if is_link(cursor, count.last, "before", "after") or is_date_word(cursor, count.last, "from"):
        sign = -1 if is_link(cursor, count.last, "before") else 1
        return Atom(
            count.first, count.last + 1, "offset", unit=count.unit, told=sign * count.number
        )
    return None


def _lies_ahead(cursor: Cursor, count: Count) -> bool:
    """Tell whether 'in three months' is when something will happen: no event or noun follows it."""
    if not in_future(cursor, count.first) or not ends_phrase(cursor, count.last):
        return False
    if is_link(cursor, count.first - 2, "frequency"):
        return False  # for the first time in 80 years
    return not is_link(cursor, count.last, "of", "after", "before") and not _goes_on(
        cursor, count.last
    )


def _goes_on(cursor: Cursor, j: int) -> bool:
    """Tell whether a half or a smaller unit follows a count: ثلاث سنوات ونصف, شهر و21 يوما."""
    if j >= cursor.size or not (cursor.entries[j].led == AND or is_link(cursor, j, "and")):
        return False
    k = j + 1 if is_link(cursor, j, "and") else j
    if cursor.mask(k) & S.FRACTION:
        return True
    number = cursor.number_at.get(k)
    end = number.last if number is not None else k
    return bool(cursor.mask(end) & (S.PERIOD | S.UNIT)) and not cursor.entries[k].definite


def _is_before_event(cursor: Cursor, j: int) -> bool:
    """Tell whether what follows a span says from when it counts: بعد شهرين من توقيعه."""
    return is_link(cursor, j, "of") or bool(cursor.mask(j) & (S.ORDINAL | S.DEIXIS))


def away_from(cursor: Cursor, count: Count, first: int, last: int, sign: int) -> Atom | None:
    """Return the day, month or year so far from the release."""
    months = {"Y": 12, "M": 1, "DECADE": 120}.get(count.unit)
    if months is None and count.unit not in DAYS:
        return None
    grain = {"Y": "year", "M": "month", "DECADE": "year"}.get(count.unit, "day")
    atom = Atom(first, last, grain, anchored=True, unit="ago" if sign < 0 else "")
    if cursor.anchor is None:
        return atom
    shift = sign * count.number
    if months is None:
        atom.stretch = cal.of_day(cursor.anchor + timedelta(shift * DAYS[count.unit]))
        return atom
    year, month = cal.shift_months(cursor.anchor, shift * months)
    if not 1 <= year <= 9998:
        return None
    atom.stretch = cal.month(year, month) if count.unit == "M" else cal.year(year)
    return atom


def read_now(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read 'now', which is a date only as the end of a range."""
    if cursor.entries[i].senses[S.DATE_OPENER].role != "now":
        return None
    stretch = cal.of_day(cursor.anchor) if cursor.anchor else None
    return Atom(i, i + 1, "now", stretch, anchored=True)
