"""The text of an office file while it is walked: paragraphs, rows of tables, notes at the end."""

from __future__ import annotations

import re
from typing import NamedTuple

from arnlp.readers.limits import Limits

CELL_END = "\t"
_SPACES = re.compile(r"[ \t\n\r\f\xa0]+")
_RUNS = re.compile(r"[ \t\f]+")


class _Table(NamedTuple):
    """The lines that a table has given, and the cells of the row that is open."""

    lines: list[str]
    cells: list[list[str]]


class Paragraphs:
    r"""Collects paragraphs in reading order; the cells of a row become one line with tabs.

    Paragraphs of a box that is anchored in another come before it. Paragraphs are parted by an
    empty line, rows of one table by a line end.

    >>> text = Paragraphs("a.docx", Limits())
    >>> text.begin(); text.add("One"); _ = text.finish()
    >>> text.begin_table(); text.begin_row()
    >>> for cell in "ab":
    ...     text.begin_cell(); text.begin(); text.add(cell); _ = text.finish()
    >>> text.end_row(); text.end_table()
    >>> text.joined()
    'One\n\na\tb'
    """

    def __init__(self, source: str, limits: Limits) -> None:
        self._source, self._limits = source, limits
        self._open: list[list[str]] = []
        self._done: list[str] = []
        self._notes: list[str] = []
        self._tables: list[_Table] = []  # those that are open, one in a cell of the other
        self._in_note = 0
        self._size = 0

    def begin(self) -> None:
        """A paragraph begins."""
        self._open.append([])

    def add(self, text: str) -> None:
        """Add characters to the paragraph that is open."""
        self._size += len(text)
        self._limits.check_chars(self._size, self._source)
        if self._open:
            self._open[-1].append(text)

    def finish(self, prefix: str = "") -> str:
        """End the paragraph that is open, and return its text."""
        if not self._open:
            return ""
        text = "".join(self._open.pop())
        lines = [_RUNS.sub(" ", line).strip(" ") for line in text.split("\n")]
        text = "\n".join(line for line in lines if line)
        if not text:
            return ""
        if self._tables and self._tables[-1].cells and not self._in_note:
            self._tables[-1].cells[-1].append(_SPACES.sub(" ", text))
        else:
            (self._notes if self._in_note else self._done).append(prefix + text)
        return text

    def begin_table(self) -> None:
        """A table begins, maybe in a cell of another."""
        self._tables.append(_Table([], []))

    def begin_row(self) -> None:
        """A row begins."""
        if self._tables:
            self._tables[-1].cells.clear()

    def begin_cell(self) -> None:
        """A cell begins."""
        if self._tables:
            self._tables[-1].cells.append([])

    def end_row(self) -> None:
        """A row ends and becomes a line, of the text or of the cell that its table lies in."""
        if not self._tables:
            return
        table = self._tables[-1]
        cells = [" ".join(cell) for cell in table.cells if cell]
        table.cells.clear()
        if cells:
            table.lines.append(CELL_END.join(cells))

    def end_table(self) -> None:
        """A table ends."""
        if not self._tables:
            return
        lines = self._tables.pop().lines
        if self._tables and self._tables[-1].cells:
            self._tables[-1].cells[-1] += [line.replace(CELL_END, " ") for line in lines]
        elif lines:
            self._done.append("\n".join(lines))

    def begin_note(self) -> None:
        """A note at the foot of a page begins: its paragraphs go to the end."""
        self._in_note += 1

    def end_note(self) -> None:
        """A note ends."""
        self._in_note = max(0, self._in_note - 1)

    def joined(self) -> str:
        """Return the text, the notes at its end."""
        return "\n\n".join(self._done + self._notes)
