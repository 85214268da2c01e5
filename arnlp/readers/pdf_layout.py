"""Lines of a page from its letters: which stand on one line, where words end, and how they are read."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field
from statistics import median

from arnlp.readers.bidi import is_right_to_left, kind, read_order, turned_brackets
from arnlp.readers.pdf_glyphs import Glyph

COLUMN = "\t"
_SAME_LINE = 0.3  # of the size of a letter, that two on one line may differ in height
_RAISED = 0.6  # the same of a raised or lowered letter that is smaller
_SMALLER = 0.85
_SPACE = 0.16  # of the size: a gap as wide parts words
_CELL = 1.9  # a gap as wide parts cells of a table or columns
_LEAST_GUTTER_LINES = 6
_LEAST_OF_COLUMN = 18  # characters of a line of a column on the average


@dataclass(slots=True)
class Line:
    """A line of a page as it is read, and where it stands."""

    text: str
    left: float
    right: float
    y: float
    size: float
    is_rtl: bool


@dataclass(slots=True)
class _Row:
    """Letters of one height."""

    y: float
    size: float
    glyphs: list[Glyph] = field(default_factory=list)


def lines_of(pages: list[list[Glyph]]) -> list[list[Line]]:
    """Return the lines of each page from top to bottom, columns one after the other."""
    kinds = [kind(glyph.char) for page in pages for glyph in page]
    whole_is_rtl = kinds.count("R") > kinds.count("L")
    cells = [[_cells(row) for row in _rows(page)] for page in pages]
    mirror = _are_turned(cells, whole_is_rtl)
    return [_page(rows, whole_is_rtl, mirror) for rows in cells]


# -- rows -----------------------------------------------------------------------------------


def _rows(glyphs: list[Glyph]) -> list[_Row]:
    """Return the letters of a page by height, from top to bottom, small raised ones in their line."""
    rows: list[_Row] = []
    marks = []
    for glyph in sorted(glyphs, key=lambda one: -one.y):
        if unicodedata.combining(glyph.char[0]):
            marks.append(glyph)
            continue
        if rows and rows[-1].y - glyph.y <= _SAME_LINE * max(rows[-1].size, glyph.size):
            rows[-1].glyphs.append(glyph)
            continue
        rows.append(_Row(glyph.y, glyph.size, [glyph]))
    for row in rows:
        row.size = median(glyph.size for glyph in row.glyphs)
        row.y = median(glyph.y for glyph in row.glyphs)
    rows = _with_raised(rows)
    _give_marks(rows, marks)
    return rows


def _with_raised(rows: list[_Row]) -> list[_Row]:
    """Join rows of small letters with the row that they stand a little above or below."""
    out: list[_Row] = []
    for row in rows:
        if out:
            above = out[-1]
            small, large = (row, above) if row.size < above.size else (above, row)
            near = above.y - row.y <= _RAISED * large.size
            if (
                near
                and small.size < _SMALLER * large.size
                and len(small.glyphs) < len(large.glyphs)
            ):
                large.glyphs += small.glyphs
                out[-1] = large
                continue
        out.append(row)
    return out


def _give_marks(rows: list[_Row], marks: list[Glyph]) -> None:
    """Put each mark behind the letter that it stands on."""
    heights = [-row.y for row in rows]
    for row in rows:
        row.glyphs.sort(key=lambda one: (one.x, one.left))
    starts = [[glyph.x for glyph in row.glyphs] for row in rows]
    for mark in marks:
        at = bisect_left(heights, -mark.y)
        best: tuple[float, int, int] | None = None
        centre = (mark.left + mark.right) / 2
        for number in (at - 1, at, at + 1):
            if not 0 <= number < len(rows) or abs(rows[number].y - mark.y) > rows[number].size:
                continue
            place = bisect_left(starts[number], centre)
            for near in range(max(0, place - 3), min(len(starts[number]), place + 3)):
                glyph = rows[number].glyphs[near]
                if glyph.char.isspace() or kind(glyph.char) != "R":
                    continue
                off = abs((glyph.left + glyph.right) / 2 - centre) + abs(rows[number].y - mark.y)
                if best is None or off < best[0]:
                    best = off, number, near
        if best is not None:
            glyph = rows[best[1]].glyphs[best[2]]
            rows[best[1]].glyphs[best[2]] = glyph._replace(char=glyph.char + mark.char)


# -- words and cells ---------------------------------------------------------------------------


@dataclass(slots=True)
class _Cell:
    """Letters of a row without a wide gap, from left to right; spaces are clusters of their own."""

    clusters: list[str]
    left: float
    right: float
    y: float
    size: float

    def text(self, whole_is_rtl: bool, mirror: bool) -> str:
        """Return the cell as it is read."""
        seen = self.clusters
        plain = "".join(seen)
        if is_right_to_left(plain, whole_is_rtl) and any(kind(c) == "R" for c in seen):
            return "".join(read_order(seen, mirror)).strip()
        return plain.strip()


def _cells(row: _Row) -> list[_Cell]:
    cells: list[_Cell] = []
    gap_before = False
    edge = 0.0
    for glyph in row.glyphs:
        if glyph.char.isspace():
            gap_before = gap_before or glyph.right - glyph.left > _SPACE * glyph.size / 2
            continue
        gap = glyph.left - edge
        size = min(glyph.size, row.size)
        if not cells or gap > _CELL * row.size:
            cells.append(_Cell([], glyph.left, glyph.right, row.y, row.size))
        elif gap > _SPACE * size or (gap_before and gap > _SPACE * size / 2):
            cells[-1].clusters.append(" ")
        cells[-1].clusters.append(glyph.char)
        edge = max(edge, glyph.right) if len(cells[-1].clusters) > 1 else glyph.right
        cells[-1].right = edge
        gap_before = False
    return cells


def _are_turned(pages: list[list[list[_Cell]]], whole_is_rtl: bool) -> bool:
    """Tell whether brackets of right-to-left lines are shown, not meant: )2024( for (2024)."""
    wrong = 0
    for rows in pages:
        for cells in rows:
            for cell in cells:
                seen = "".join(cell.clusters)
                if any(char in seen for char in "()[]«»") and is_right_to_left(seen, whole_is_rtl):
                    as_is = turned_brackets(cell.text(whole_is_rtl, False))
                    wrong += as_is - turned_brackets(cell.text(whole_is_rtl, True))
    return wrong > 0


# -- pages --------------------------------------------------------------------------------------


def _page(rows: list[list[_Cell]], whole_is_rtl: bool, mirror: bool) -> list[Line]:
    lines: list[Line] = []
    at = 0
    while at < len(rows):
        end, gutter = _columns(rows, at)
        if end > at:
            sides: list[list[list[_Cell]]] = [[], []]
            for cells in rows[at:end]:
                sides[0].append([cell for cell in cells if cell.right <= gutter])
                sides[1].append([cell for cell in cells if cell.right > gutter])
            for side in reversed(sides) if whole_is_rtl else sides:
                lines += [_line(cells, whole_is_rtl, mirror) for cells in side if cells]
            at = end
        else:
            if rows[at]:
                lines.append(_line(rows[at], whole_is_rtl, mirror))
            at += 1
    return [line for line in lines if line.text]


def _line(cells: list[_Cell], whole_is_rtl: bool, mirror: bool) -> Line:
    is_rtl = is_right_to_left("".join("".join(cell.clusters) for cell in cells), whole_is_rtl)
    ordered = reversed(cells) if is_rtl else cells
    text = COLUMN.join(filter(None, (cell.text(is_rtl, mirror) for cell in ordered)))
    left, right = cells[0].left, max(cell.right for cell in cells)
    return Line(text, left, right, cells[0].y, cells[0].size, is_rtl)


def _columns(rows: list[list[_Cell]], at: int) -> tuple[int, float]:
    """Return where a stretch of rows in two columns ends that begins here, and what parts them."""
    if len(rows[at]) != 2:
        return at, 0.0
    low, high = rows[at][0].right, rows[at][1].left
    size = chars = both = 0
    end = at
    for number in range(at, len(rows)):
        cells = rows[number]
        left = max((cell.right for cell in cells if cell.right <= high), default=low)
        right = min((cell.left for cell in cells if cell.right > high), default=high)
        if len(cells) > 2 or max(low, left) >= min(high, right):
            break
        low, high = max(low, left), min(high, right)
        size += len(cells)
        both += len(cells) == 2
        chars += sum(len(cell.clusters) for cell in cells)
        end = number + 1
    if both < _LEAST_GUTTER_LINES or chars < _LEAST_OF_COLUMN * size:
        return at, 0.0
    return end, (low + high) / 2
