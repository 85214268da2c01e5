"""Lines of a page from its letters: which stand on one line, where words end, and how they are read."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from dataclasses import dataclass, field
from statistics import median

from arnlp.readers.bidi import (
    BRACKETS,
    is_right_to_left,
    kind,
    read_order,
    turned_brackets,
    with_brackets,
)
from arnlp.readers.pdf_glyphs import Glyph

COLUMN = "\t"
_SAME_LINE = 0.3  # of the size of a letter, that two on one line may differ in height
_RAISED = 0.6  # the same of a raised or lowered letter that is smaller
_SMALLER = 0.85
_FEW = 0.25  # of the letters of a line
_SPACE = 0.1  # of the size: a gap as wide parts words, where the file has a space there
_WIDE_SPACE = 0.21  # where it has none
_PLAIN_SPACE = 0.16  # on a page that tells none
_WIDE_BESIDE = 0.5  # beside a bracket
_NEAR = 1.5  # points that a space may stand off
_HAS_SPACES = 0.04  # of the letters of a page that tells its spaces
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
    cells = []
    for page in pages:
        spaces = sum(glyph.char.isspace() for glyph in page)
        cells.append([_cells(row, spaces > _HAS_SPACES * len(page)) for row in _rows(page)])
    mirror = _are_turned(cells, whole_is_rtl)
    return [_page(rows, whole_is_rtl, mirror) for rows in cells]


# -- rows -----------------------------------------------------------------------------------


def _rows(glyphs: list[Glyph]) -> list[_Row]:
    """Return the letters of a page by height, from top to bottom.

    Heights at which many letters stand are lines; small or few letters a little above or below are
    of the line that they are nearest to.
    """
    heights: dict[float, list[Glyph]] = {}
    marks = []
    for glyph in glyphs:
        if unicodedata.combining(glyph.char[0]):
            marks.append(glyph)
        else:
            heights.setdefault(round(glyph.y, 1), []).append(glyph)
    rows: list[_Row] = []
    ys: list[float] = []  # of the rows, in order
    for y, found in sorted(heights.items(), key=lambda item: -len(item[1])):
        size = median(glyph.size for glyph in found)
        at = bisect_left(ys, y)
        near = [i for i in (at - 1, at) if 0 <= i < len(ys)]
        best = min(near, key=lambda i: abs(ys[i] - y), default=None)
        if best is not None:
            row = rows[best]
            is_small = size < _SMALLER * row.size or len(found) < _FEW * len(row.glyphs)
            if abs(row.y - y) <= (_RAISED if is_small else _SAME_LINE) * max(row.size, size):
                row.glyphs += found
                continue
        ys.insert(at, y)
        rows.insert(at, _Row(y, size, list(found)))
    rows.reverse()
    _give_marks(rows, marks)
    return rows


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
            text = "".join(read_order(seen, mirror)).strip()
            return with_brackets(text) if BRACKETS.intersection(text) else text
        return plain.strip()


def _cells(row: _Row, tells_spaces: bool) -> list[_Cell]:
    """Return the letters of a row as cells; where words end is told by gaps, and by spaces of the file."""
    letters = [glyph for glyph in row.glyphs if not glyph.char.isspace()]
    gaps = [0.0]  # before each letter
    edge = letters[0].right if letters else 0.0
    for glyph in letters[1:]:
        gaps.append((glyph.left - edge) / min(glyph.size, row.size))
        edge = max(edge, glyph.right)
    spaced = _spaced(row, letters, gaps)
    least = _WIDE_SPACE if tells_spaces else _PLAIN_SPACE
    cells: list[_Cell] = []
    for number, glyph in enumerate(letters):
        if not cells or gaps[number] > _CELL:
            cells.append(_Cell([], glyph.left, glyph.right, row.y, row.size))
        elif number in spaced or gaps[number] > (
            _WIDE_BESIDE if glyph.char in BRACKETS or cells[-1].clusters[-1] in BRACKETS else least
        ):
            cells[-1].clusters.append(" ")
        cells[-1].clusters.append(glyph.char)
        cells[-1].right = max(cells[-1].right, glyph.right)
    return cells


def _spaced(row: _Row, letters: list[Glyph], gaps: list[float]) -> set[int]:
    """Return the letters that have a space of the file left of them.

    Some programs write spaces without a width, at the place of a letter beside them: each is given
    to the widest gap there.
    """
    places = [glyph.x for glyph in letters]
    spaced = set()
    for glyph in row.glyphs:
        if glyph.char.isspace():
            first = bisect_left(places, glyph.x - _NEAR)
            last = bisect_left(places, glyph.x + _NEAR)
            around = range(max(1, first), min(len(letters), last + 1))
            best = max(around, key=gaps.__getitem__, default=0)
            least = 0.0 if kind(letters[best].char) in ("L", "N") else _SPACE
            if best and gaps[best] > least:
                spaced.add(best)
    return spaced


def _are_turned(pages: list[list[list[_Cell]]], whole_is_rtl: bool) -> bool:
    """Tell whether brackets of right-to-left lines are shown, not meant: )2024( for (2024)."""
    wrong = 0
    for rows in pages:
        for cells in rows:
            for cell in cells:
                seen = "".join(cell.clusters)
                if BRACKETS.intersection(seen) and is_right_to_left(seen, whole_is_rtl):
                    for way, sign in ((False, 1), (True, -1)):
                        wrong += sign * turned_brackets("".join(read_order(cell.clusters, way)))
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
