"""Which engine keeps the characters that two of them claim. The order, first to last:

1. a name keeps the numbers inside it (مدينة 6 أكتوبر), but a time keeps the
   place that its clock is named by (بتوقيت أبوظبي), and an international day its name;
2. a time expression keeps its numbers (a year is no quantity), but not those of a duration or a
   set: a duration is both a quantity and a date;
3. a set keeps the span that it repeats after (every two years);
4. a longer time expression keeps a duration inside it (the next five years are an interval);
5. a quantity keeps the rest.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar


class _Claim(Protocol):
    """What claims a range of tokens."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def kind(self) -> str: ...


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


_N = TypeVar("_N", bound=_Claim)
_Q = TypeVar("_Q", bound=_Claim)
_T = TypeVar("_T", bound=_Timed)


class _Cover:
    """Sorted, disjoint token ranges that answer whether something overlaps them."""

    def __init__(self, size: int, spans: list[tuple[int, int]]) -> None:
        self._taken = bytearray(size)
        for first, last in spans:
            self._taken[first:last] = b"\x01" * (last - first)

    def overlaps(self, span: _Claim) -> bool:
        return self._taken.find(1, span.first, span.last) >= 0


def _holds_names(mention: _Timed) -> bool:
    """Tell whether a name inside a time expression is its own: Doha time, International Women's Day."""
    return mention.occasion or "T" in (mention.timex or "")


def settle(
    size: int,
    numbers: list[_N],
    quantities: list[_Q],
    dates: list[_T],
    names: Iterable[_Claim],
) -> tuple[list[_N], list[_Q], list[_T]]:
    """Return what is left of numbers, quantities and dates of a text of so many tokens."""
    named = _Cover(size, [(n.first, n.last) for n in names if n.kind != "title"])
    dates = [d for d in dates if _holds_names(d) or not named.overlaps(d)]
    timed = _Cover(
        size, [(d.first, d.last) for d in dates if d.kind in ("date", "time", "interval")]
    )
    numbers = [
        n
        for n in numbers
        if not named.overlaps(n) and not (n.kind == "fraction" and timed.overlaps(n))  # 5/10
    ]
    repeated = _Cover(size, [(d.first, d.last) for d in dates if d.kind == "set"])
    quantities = [
        q
        for q in quantities
        if not named.overlaps(q)
        and not (repeated.overlaps(q) if q.kind == "duration" else timed.overlaps(q))
    ]
    kept = {id(q) for q in quantities}
    durations = {(q.first, q.last) for q in quantities if id(q) in kept and q.kind == "duration"}
    dates = [
        d
        for d in dates
        if d.kind != "duration" or ((d.first, d.last) in durations and not timed.overlaps(d))
    ]
    dates.sort(key=lambda d: (d.start, d.end))
    return numbers, quantities, dates
