"""Which engine keeps the characters that two of them claim. The order, first to last:

1. a name keeps the numbers inside it (مدينة 6 أكتوبر), but a time keeps the
   place that its clock is named by (بتوقيت أبوظبي), and an international day its name. A count
   whose noun a name ends keeps what stands before the name (9 من طلبة, of 9 من طلبة الكلية),
   one whose noun stands behind a name keeps both (12 Abu Dhabi schools);
2. a time expression keeps its numbers (a year is no quantity), but not those of a duration or a
   set: a duration is both a quantity and a date. A quantity whose number it does not hold keeps
   what is left of it (700 زائر, of 700 زائر الليلة), and a rate keeps its day (خبزة في اليوم),
   which repeats nothing by itself, as an adverb does (يوميا);
3. a set keeps the span that it repeats after (every two years);
4. a longer time expression keeps a duration inside it (the next five years are an interval);
5. a quantity keeps the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol, TypeVar

from arnlp.engine.cursor import Cursor
from arnlp.lexicon import senses as S


class _Claim(Protocol):
    """What claims a range of tokens."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def kind(self) -> str: ...


class _Named(_Claim, Protocol):
    """A name that claims a range of tokens."""

    @property
    def type(self) -> str: ...


class _Measured(_Claim, Protocol):
    """A quantity that claims a range of tokens."""

    @property
    def rate_at(self) -> int | None: ...
    def cut(self, cursor: Cursor, last: int, words: int) -> bool: ...


class _Timed(_Claim, Protocol):
    """A time expression that claims a range of tokens."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def timex(self) -> str | None: ...
    @property
    def occasion(self) -> bool: ...


_OWNERS = ("place", "organization")  # names that the noun of a count may hold

_N = TypeVar("_N", bound=_Claim)
_Q = TypeVar("_Q", bound=_Measured)
_T = TypeVar("_T", bound=_Timed)


class _Cover:
    """Sorted, disjoint token ranges that answer whether something overlaps them."""

    def __init__(self, size: int, spans: list[tuple[int, int]]) -> None:
        self._taken = bytearray(size)
        for first, last in spans:
            self._taken[first:last] = b"\x01" * (last - first)

    def overlaps(self, span: _Claim) -> bool:
        return self.first_taken(span.first, span.last) >= 0

    def first_taken(self, first: int, last: int) -> int:
        """Return the first token of a range that is taken, -1 where none is."""
        return self._taken.find(1, first, last)


def _holds_names(mention: _Timed) -> bool:
    """Tell whether a name inside a time expression is its own: Doha time, International Women's Day."""
    return mention.occasion or "T" in (mention.timex or "")


def _keeps(
    cursor: Cursor, quantity: _Measured, cover: _Cover, words: int = 0,
    names: Mapping[int, int] | None = None,
) -> bool:  # fmt: skip
    """Tell whether others leave a quantity its number and so many words, to which it is cut.

    ``names`` are the ends of names by where they start: inside a quantity they take nothing.
    """
    first, last = quantity.first, quantity.last
    taken = cover.first_taken(first, last)
    while names is not None and first < taken and (end := names.get(taken, last)) < last:
        taken = cover.first_taken(end, last)
    return taken < 0 or quantity.cut(cursor, taken, words)


def _may_hold(cursor: Cursor, quantity: _Measured) -> bool:
    """Tell whether a name may stand in the noun of a count, which is no part of a row of numbers."""
    return quantity.kind == "count" and not cursor.mask(quantity.first - 1) & S.NUMERIC


def _outside_rates(cursor: Cursor, quantities: list[_Q], dates: list[_T]) -> list[_T]:
    """Return the time expressions that are no part of a rate: not اليوم of خبزة في اليوم, nor في اليوم."""
    rates = {q.last: q.rate_at for q in quantities if q.rate_at is not None}
    firsts = {q.last: q.first for q in quantities}

    def is_held(date: _T) -> bool:
        if date.kind == "date":
            return date.first >= rates.get(date.last, date.last)
        led = date.kind == "set" and bool(cursor.mask(date.first) & S.DATE_LINK)
        return led and firsts.get(date.last, date.first) < date.first

    return [date for date in dates if not is_held(date)]


def _only_ranks(name: _Named, places: set[int]) -> bool:
    """Tell whether a name keeps no rank off: a title, or a short one that is the noun of the rank itself: المركز 66."""
    alone = name.kind == "short" and name.last - name.first == 1 and name.first in places
    return alone or name.kind == "title"


def settle(
    cursor: Cursor,
    numbers: list[_N],
    quantities: list[_Q],
    dates: list[_T],
    names: Iterable[_Named],
) -> tuple[list[_N], list[_Q], list[_T]]:
    """Return what is left of the numbers, quantities and dates of a text."""
    size, names = cursor.size, list(names)
    named = _Cover(size, [(n.first, n.last) for n in names if n.kind != "title"])
    dates = [d for d in dates if _holds_names(d) or not named.overlaps(d)]
    dates = _outside_rates(cursor, quantities, dates)
    timed = _Cover(
        size, [(d.first, d.last) for d in dates if d.kind in ("date", "time", "interval")]
    )
    numbers = [
        n
        for n in numbers
        if not named.overlaps(n) and not (n.kind == "fraction" and timed.overlaps(n))  # 5/10
    ]
    repeated = _Cover(size, [(d.first, d.last) for d in dates if d.kind == "set"])
    held = _Cover(size, [(n.first, n.last) for n in names if n.kind not in ("title", "short")])
    places = {q.first for q in quantities if q.kind == "rank"}
    ranked = _Cover(size, [(n.first, n.last) for n in names if not _only_ranks(n, places)])
    ends = {n.first: n.last for n in names if n.type in _OWNERS and cursor.is_latin(n.first)}
    quantities = [
        q
        for q in quantities
        if _keeps(
            cursor,
            q,
            ranked if q.kind == "rank" else held,
            1,
            ends if _may_hold(cursor, q) else None,
        )
        and (not repeated.overlaps(q) if q.kind == "duration" else _keeps(cursor, q, timed))
    ]
    kept = {id(q) for q in quantities}
    durations = {q.last for q in quantities if id(q) in kept and q.kind == "duration"}
    dates = [
        d for d in dates if d.kind != "duration" or (d.last in durations and not timed.overlaps(d))
    ]
    dates.sort(key=lambda d: (d.start, d.end))
    return numbers, quantities, dates
