"""Spans of two units: شهر و21 يوما, قبل سنة وثلاثة أشهر, 1 month and 21 days ago."""

from __future__ import annotations

from datetime import timedelta

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import Atom
from arnlp.dates.counts import Count, read_count_at
from arnlp.dates.words import is_link
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.text.clitics import AND

_ORDER = ("Y", "M", "W", "D")  # the smaller stands behind the larger
_MONTHS, _DAYS = {"Y": 12, "M": 1}, {"W": 7, "D": 1}


def read_compound(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read a span of two units: a duration, or the day so far back where قبل or 'ago' says so."""
    if cursor.masks[i] & S.PERIOD:
        if cursor.entries[i].senses[S.PERIOD].value not in _ORDER or cursor.entries[i].definite:
            return None
        large = read_count_at(cursor, i, done)
    else:
        large = _turn_as_count(cursor, i)
    small = _read_small(cursor, large.last) if large is not None else None
    if large is None or small is None or _ORDER.index(large.unit) >= _ORDER.index(small.unit):
        return None
    timex = f"P{large.number}{large.unit}{small.number}{small.unit}"
    if is_link(cursor, small.last, "ago") and cursor.is_latin(small.last):
        return _day_back(cursor, Atom(large.first, small.last + 1, "day"), large, small)
    before = large.first - 1
    if is_link(cursor, before, "ago") and not cursor.is_latin(before) and before >= done:
        if not is_link(cursor, small.last, "of"):
            return _day_back(cursor, Atom(before, small.last, "day"), large, small)
    if {large.unit, small.unit} == {"Y", "M"} or {large.unit, small.unit} == {"W", "D"}:
        return None  # one quantity: 15 months
    return Atom(large.first, small.last, "duration", timex=timex)


def _turn_as_count(cursor: Cursor, i: int) -> Count | None:
    """Read 'a month', which is one token, as a count of one, where it is no rate."""
    turn = cursor.entries[i].senses[S.SET].value
    article, _, _ = cursor.norm(i).partition(" ")
    if article != "a" or turn[:2] != "P1" or turn[2:] not in _ORDER:
        return None
    before = cursor.mask(i - 1) if i else S.STOP
    if not before & (S.STOP | S.BOUND | S.DATE_LINK) or before & (S.NUMBER | S.UNIT):
        return None
    return Count(i, i + 1, 1, turn[2:])


def _read_small(cursor: Cursor, j: int) -> Count | None:
    """Read the second count, joined to the first: و21 يوما, and 21 days."""
    joined = is_link(cursor, j, "and")
    if not joined and (j >= cursor.size or cursor.entries[j].led != AND):
        return None
    k = j + joined
    number = cursor.number_at.get(k)
    at = number.last if number is not None else k
    if S.PERIOD not in (cursor.entries[at].senses if at < cursor.size else {}):
        return None
    if cursor.entries[at].definite or cursor.entries[at].senses[S.PERIOD].value not in _ORDER:
        return None
    count = read_count_at(cursor, at, k)
    return count if count is not None and count.first == k else None


def _day_back(cursor: Cursor, atom: Atom, large: Count, small: Count) -> Atom | None:
    """Return the day that lies two counts back; only the month where neither counts days."""
    atom.anchored, anchor = True, cursor.anchor
    if anchor is None:
        return atom
    months = sum(count.number * _MONTHS.get(count.unit, 0) for count in (large, small))
    days = sum(count.number * _DAYS.get(count.unit, 0) for count in (large, small))
    year, month = cal.shift_months(anchor, -months)
    if not 1 <= year <= 9998:
        return None
    if not days:
        atom.grain, atom.stretch = "month", cal.month(year, month)
        return atom
    whole = cal.month(year, month)
    assert whole.last is not None
    start = cal.day(year, month, min(anchor.day, whole.last.day))
    if start is None or start.first is None:
        return None
    atom.stretch = cal.of_day(start.first - timedelta(days))
    return atom
