"""The text of a release as lines to print: in each, marks that nest or are split, and runs of the other script.

A line is a flat row of pieces: something opens, characters, something closes. Where two marks
overlap without one holding the other, the one that goes on is closed and opened again; a run of the
other script is never split, for its halves would change sides in a line of the other direction.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from arnlp.faces.html.marks import Mark
from arnlp.faces.html.sides import Side, other_runs, side_of

_DEEPEST = 12  # marks around one character; browsers cut what nests by hundreds


@dataclass(slots=True, eq=False)
class Stretch:
    """A mark or a run within one line; ``mark`` is null for a run, ``first`` and ``last`` tell of the mark."""

    start: int
    end: int
    mark: Mark | None
    first: bool = True
    last: bool = True


class Piece(NamedTuple):
    """A step of a line: characters, or a stretch that opens or closes."""

    what: Literal["text", "open", "close"]
    text: str = ""
    mark: Mark | None = None
    first: bool = True
    last: bool = True


@dataclass(slots=True)
class Line:
    """A paragraph of the page: which part of the release, on which side, and its pieces."""

    kind: str
    side: Side
    pieces: list[Piece] = field(default_factory=list)


class Source(NamedTuple):
    """A line of the source: where it begins, its characters, the kind of its part."""

    start: int
    text: str
    kind: str


def lines_of(sources: Sequence[Source], marks: Sequence[Mark]) -> Iterator[Line]:
    """Yield the lines of a page, given those of the source and the marks, both in order.

    >>> marks = [Mark(0, 3, "a b", "date"), Mark(2, 5, "b c", "place")]
    >>> (line,) = lines_of([Source(0, "a b c", "body")], marks)
    >>> [piece.text or piece.what for piece in line.pieces]
    ['open', 'a ', 'open', 'b', 'close', 'close', 'open', ' c', 'close']
    """
    waiting: list[Mark] = []  # begun in a line before
    begun: set[str] = set()
    at = 0
    for number, source in enumerate(sources):
        end = source.start + len(source.text)
        while at < len(marks) and marks[at].start < end:
            waiting.append(marks[at])
            at += 1
        waiting = [mark for mark in waiting if mark.end > source.start]
        side = side_of(source.text)
        runs = [
            Stretch(source.start + start, source.start + stop, None)
            for start, stop in other_runs(source.text, side)
        ]
        following = sources[number + 1].start if number + 1 < len(sources) else None
        stretches = [
            stretch
            for mark in waiting
            for stretch in _within(source, mark, runs, mark.anchor not in begun, following)
        ]
        if source.text:
            begun.update(mark.anchor for mark in waiting)
        yield Line(source.kind, side, list(_pieces(source, [*runs, *stretches])))


def _within(
    source: Source, mark: Mark, runs: Sequence[Stretch], first: bool, following: int | None
) -> Iterator[Stretch]:
    """Yield what a line has of a mark: cut where a run begins that it ends in the midst of."""
    end = source.start + len(source.text)
    start, stop = max(mark.start, source.start), min(mark.end, end)
    last = mark.end <= end or following is None or mark.end <= following
    at = bisect_left(runs, stop, key=lambda run: run.start) - 1
    if at >= 0 and start < runs[at].start and stop < runs[at].end:
        cut = runs[at].start
        yield Stretch(start, cut, mark, first, False)
        start, first = cut, False
    yield Stretch(start, stop, mark, first, last)


def _pieces(source: Source, stretches: list[Stretch]) -> Iterator[Piece]:
    """Yield a line and its stretches as pieces that nest."""
    stretches.sort(key=lambda one: (one.start, -one.end, one.mark is not None))
    opened: list[Stretch] = []
    at = source.start
    for stretch in [*stretches, Stretch(source.start + len(source.text), -1, None)]:
        while at < stretch.start or (opened and min(one.end for one in opened) <= stretch.start):
            end = min([stretch.start, *(one.end for one in opened)])
            if end > at:
                yield Piece("text", source.text[at - source.start : end - source.start])
                at = end
            yield from _closed(opened, end)
        if stretch.end > at and (stretch.mark is None or len(opened) < _DEEPEST):
            opened.append(stretch)
            yield Piece("open", "", stretch.mark, stretch.first)


def _closed(opened: list[Stretch], end: int) -> Iterator[Piece]:
    """Close what ends here, and what it holds; open again what goes on."""
    lowest = next((level for level, one in enumerate(opened) if one.end == end), None)
    if lowest is None:
        return
    above = opened[lowest:]
    del opened[lowest:]
    for one in reversed(above):
        yield Piece("close", "", one.mark, False, one.last and one.end == end)
    for one in above:
        if one.end > end:
            one.first = False
            opened.append(one)
            yield Piece("open", "", one.mark, False)
