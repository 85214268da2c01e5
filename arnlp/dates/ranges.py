"""Ranges from one expression to another: من الأحد إلى الخميس المقبل, March to October 2020."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import COMMAS, Atom
from arnlp.dates.bare_weekdays import tense_of_weekday
from arnlp.dates.output import emit
from arnlp.dates.pairs import are_range, is_plural
from arnlp.dates.resolving import is_anchored, resolve_edge, tense_at, unknown_timex
from arnlp.dates.timeline import Timeline
from arnlp.dates.words import is_date_word, is_link
from arnlp.engine import Cursor

_TO_MINUTES = 6  # characters of T10:30


def join_range(cursor: Cursor, timeline: Timeline, first: Atom, second: Atom) -> bool:
    """Give out the range from one atom to another; False where it is none, or runs backwards."""
    if first.grain == "offset" or not are_range(cursor, first, second):
        return False
    if first.grain == "time":
        _emit_hours(cursor, timeline, first, second)
        return True
    if is_plural(cursor, second.last - 1) and first.shift is None:
        first.shift = second.shift
        _turn_again(cursor, first)
    week = _week_before(cursor, timeline, first)
    if week is not None:
        first, second = _in_week(first, week), _in_week(second, week)
        first.first = week.first
    _turn_about(cursor, first, second)
    high = resolve_edge(cursor, second)
    if second.year is None and second.shift is None and first.year is not None and second.month:
        year = first.year + (second.month < (first.month or 0))
        high = resolve_edge(cursor, replace(second, year=year, stretch=None))
    low = resolve_edge(cursor, first, high)
    if low is not None and high is not None:
        low, high = _place_turns(first, second, low, high)
    if low is None or high is None:
        if not (first.month and second.month) or first.year or second.year:
            return False
        atom = Atom(
            first.first,
            second.last,
            "interval",
            timex=f"{unknown_timex(first)}/{unknown_timex(second)}",
        )
        emit(cursor, timeline, atom, "interval")
        return True
    if low.first and high.last and low.first > high.last:
        return False
    if week is not None:  # it was given out alone
        timeline.out.pop()
        timeline.seen.pop()
    merged = Atom(first.first, second.last, "interval", cal.between(low, high))
    merged.anchored = is_anchored(first) or is_anchored(second)
    merged.calendar = first.calendar if first.calendar == second.calendar else "gregorian"
    emit(cursor, timeline, merged, "interval")
    return True


def _emit_hours(cursor: Cursor, timeline: Timeline, first: Atom, second: Atom) -> None:
    """Give out the hours from one time to another; a zone behind the second is that of both."""
    start, end = first.timex or "", second.timex or ""
    shares = len(start) == _TO_MINUTES and end[_TO_MINUTES : _TO_MINUTES + 1] != ":"
    zone = end[_TO_MINUTES:] if shares else ""
    emit(
        cursor,
        timeline,
        Atom(first.first, second.last, "time", timex=f"{start}{zone}/{end}"),
        "interval",
    )


def _place_turns(
    first: Atom, second: Atom, low: cal.Stretch, high: cal.Stretch
) -> tuple[cal.Stretch, cal.Stretch]:
    """Place a bare weekday by the other end of its range: من الأحد إلى الخميس المقبل."""
    if low.first is None or high.last is None:
        return low, high
    backwards = low.first > high.last
    past = (second.shift or 0) < 0
    start, end = low.first, high.last
    if first.turn is not None and (first.shift is None or (backwards and past)):
        low = cal.of_day(end - timedelta((end.isoweekday() - first.turn) % 7))
    elif second.turn is not None and (second.shift is None or backwards):
        high = cal.of_day(cal.weekday_from(start, second.turn))
    return low, high


def _week_before(cursor: Cursor, timeline: Timeline, first: Atom) -> Atom | None:
    """Return the week just given out that the weekdays behind it lie in: next week, from Monday to."""
    seen = timeline.seen[-1] if timeline.seen else None
    if seen is None or seen.grain != "week" or first.turn is None or first.shift is not None:
        return None
    gap = range(seen.last, first.first)
    if len(gap) > 2 or not all(
        is_date_word(cursor, k, "between", "from")
        or is_link(cursor, k, "of")
        or cursor.norm(k) in COMMAS
        for k in gap
    ):
        return None
    return seen if seen.stretch is not None else None


def _in_week(atom: Atom, week: Atom) -> Atom:
    if atom.turn is None or week.stretch is None or week.stretch.first is None:
        return atom
    day = cal.weekday_from(week.stretch.first, atom.turn)
    return replace(atom, stretch=cal.of_day(day), turn=None)


def _turn_about(cursor: Cursor, first: Atom, second: Atom) -> None:
    """Place two bare weekdays by the tense: to come, gone, or else about the day of the release."""
    anchor = cursor.anchor
    if anchor is None or first.turn is None or second.turn is None:
        return
    if first.shift is not None or second.shift is not None or first.part or second.part:
        return
    if cursor.is_latin(first.first):
        return
    low = cal.weekday_from(anchor, first.turn)
    tense = tense_of_weekday(cursor, first.first) or tense_at(cursor, first.first)
    if tense <= 0:
        low -= timedelta(7)
        high = cal.weekday_from(low, second.turn)
        if tense < 0 and high > anchor:
            low -= timedelta(7)
        elif tense == 0 and high < anchor and low + timedelta(7) == anchor:
            low = anchor
    first.stretch = cal.of_day(low)
    second.stretch = cal.of_day(cal.weekday_from(low, second.turn))
    first.shift = second.shift = 0


def _turn_again(cursor: Cursor, atom: Atom) -> None:
    """Resolve a bare weekday anew by the word that it shares with another: المقبلين."""
    if atom.turn is None or cursor.anchor is None or not atom.shift:
        return
    atom.stretch = cal.of_day(cal.told_weekday(cursor.anchor, atom.turn, atom.shift))
