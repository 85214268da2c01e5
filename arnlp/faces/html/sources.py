"""The lines that a page shows: of the text itself, or, where it is not at hand, of what the release quotes of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from arnlp.faces.html.lines import Source
from arnlp.faces.html.marks import Item, Mark
from arnlp.model.errors import InvalidOption


def lines_of_text(text: str, release: Item, marks: Sequence[Mark]) -> list[Source]:
    """Return the lines of the text that a release was extracted from; empty ones are left out.

    Raises InvalidOption where a mark does not stand where it says, so that it is another text.

    >>> lines_of_text("a\\n\\nb", {"document": {"sections": []}}, [])
    [Source(start=0, text='a', kind='body'), Source(start=3, text='b', kind='body')]
    """
    for mark in marks:
        if text[mark.start : mark.end] != mark.text:
            raise InvalidOption("text", text[:20], "the text that the release was extracted from")
    kinds = _Kinds(release)
    return [
        Source(at, line, kinds.at(at + len(line) - len(line.lstrip())))
        for at, line in _lines(text, 0)
    ]


def lines_of_quoted(release: Item, marks: Sequence[Mark]) -> list[Source]:
    """Return what the marks of a release have of its text, each stretch a line, gaps marked.

    >>> marks = [Mark(5, 8, "c d"), Mark(7, 9, "d."), Mark(20, 21, "e")]
    >>> [line.text for line in lines_of_quoted({"document": {"sections": []}}, marks)]
    ['c d.', 'e']
    """
    kinds = _Kinds(release)
    stretches: list[tuple[int, list[str]]] = []
    end = -1
    for mark in marks:
        if mark.start > end:
            stretches.append((mark.start, [mark.text]))
        elif mark.end > end:
            stretches[-1][1].append(mark.text[end - mark.start :])
        end = max(end, mark.end)
    return [
        Source(at, line, kinds.at(at + len(line) - len(line.lstrip())))
        for start, parts in stretches
        for at, line in _lines("".join(parts), start)
    ]


def _lines(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Yield where the lines of a text begin, and their characters."""
    for line in text.split("\n"):
        if line.strip():
            yield start, line.removesuffix("\r")
        start += len(line) + 1


class _Kinds:
    """The kinds of the parts of a release, by offset."""

    def __init__(self, release: Item) -> None:
        parts = [part for part in release["document"]["sections"] if part["kind"] != "page"]
        parts.sort(key=lambda part: part["start"])
        self._starts = [part["start"] for part in parts]
        self._parts = parts

    def at(self, offset: int) -> str:
        """Return the kind of the part that a line begins in."""
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and offset < self._parts[at]["end"]:
            kind: str = self._parts[at]["kind"]
            return kind
        return "body"
