"""Which line breaks only wrapped a line, and which end a paragraph, a heading, an item or a row.

A break only wrapped where the next word would not have fitted into the lines around it, where the
line stops in the middle of a phrase (at a preposition, an article), and where an English line goes
on in lower case in a text that has capitals. Items of lists, rows of tables, contacts and short
lines, as in a signature, end where they end.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from arnlp.lang import LANGUAGES, alternatives, table

Line = tuple[int, int]

BULLET = re.compile(
    r"(?:[-*\u2022\u00b7\u25aa\u25cf\u2013\u2014\u25e6]|[0-9\u0660-\u0669]{1,2}[.)-])\s+\S"
)
SENTENCE_END = re.compile(r"[.!?\u061f\u2026:\u061b][\"\u201d\u00bb\u203a)\s]*$")
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_COLUMNS = re.compile(r"\t|\|| {3}")
_ADDRESS = re.compile(r"www\.|https?:|\S*@")
_WRAP_WIDTH = 120
_LEAST_WIDTH = 40  # of a block that shows a width of its own
_LEAST_LINE = 25  # a shorter line is one of a signature, an address, a table
_LEAST_LETTERS = 0.6
_FULL_LINES = 2
_LONGEST_LINE = 240  # a longer one is a paragraph
_OPEN_CLASSES = frozenset(("prep", "rel", "det"))


def lines(text: str) -> list[Line]:
    """Return the spans of the lines that hold something, without the spaces around them."""
    out = []
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if stripped:
            start = match.start() + line.index(stripped[0])
            out.append((start, start + len(stripped)))
    return out


def wrapped_lines(text: str, found: list[Line]) -> list[bool]:
    """Return for each line whether it goes on the one before it; heads are not looked for.

    >>> text = "It was signed by the Minister of Transport, Roads\\nand Ports.\\nHe left."
    >>> wrapped_lines(text, lines(text))
    [False, True, False]
    """
    out = [False] * len(found)
    if len(found) < 2:
        return out
    has_capitals = any("A" <= text[start] <= "Z" for start, _ in found)
    common = _common_width(text, found)
    first = 0
    for last in range(1, len(found) + 1):
        if last < len(found):
            end, start = found[last - 1][1], found[last][0]
            if start - end == 1 or text.count("\n", end, start) <= 1:
                continue
        _join_block(text, found, (first, last), common, has_capitals, out)
        first = last
    return out


class _Width(NamedTuple):
    """The width of the longest line of a text, and whether other lines show it too."""

    width: int
    shown: bool


def _common_width(text: str, found: list[Line]) -> _Width:
    width = max(end - start for start, end in found)
    if width > _WRAP_WIDTH:
        return _Width(0, False)
    full = (
        _would_not_fit(text[this[0] : this[1]], text[after[0] : after[1]], width)
        for this, after in pairwise(found)
    )
    return _Width(width, width >= _LEAST_WIDTH and sum(full) > _FULL_LINES)


def _join_block(
    text: str,
    found: list[Line],
    block: tuple[int, int],
    common: _Width,
    has_capitals: bool,
    out: list[bool],
) -> None:
    """Judge the breaks between the lines of a block, which no empty line parts."""
    first, last = block
    if last - first == 1:
        return
    own = _width_of(text, found[first:last])
    end = found[last - 1][1]
    is_shown = common.shown or SENTENCE_END.search(text, max(found[last - 1][0], end - 4), end)
    width = common.width if is_shown else 0
    for i in range(first + 1, last):
        (start, end), (after, after_end) = found[i - 1], found[i]
        if end - start > _LONGEST_LINE:
            continue
        line, following = text[start:end], text[after:after_end]
        if SENTENCE_END.search(line[-4:]) or BULLET.match(following) or _is_apart(line, following):
            continue
        out[i] = any(w and _would_not_fit(line, following, w) for w in (width, own)) or (
            (len(line) >= _LEAST_LINE or out[i - 1]) and _goes_on(line, following, has_capitals)
        )


def _would_not_fit(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(None, 1)[0]) > width


def _width_of(text: str, block: list[Line]) -> int:
    """Return the width that a block was wrapped to, 0 where its lines do not show one."""
    width = max(end - start for start, end in block)
    if not _LEAST_WIDTH <= width <= _WRAP_WIDTH or len(block) <= _FULL_LINES:
        return 0
    full = 0
    for (start, end), (following, next_end) in pairwise(block):
        line = text[start:end]
        if _COLUMNS.search(line) or not _is_prose(line):
            return 0
        if _would_not_fit(line, text[following:next_end], width):
            full += 1
        elif not SENTENCE_END.search(line[-4:]):
            return 0
    return width if full >= _FULL_LINES else 0


def _is_apart(line: str, following: str) -> bool:
    """Tell whether one of two lines is a row of a table or an address."""
    rows = _COLUMNS.search(line) or _COLUMNS.search(following)
    return rows is not None or _ADDRESS.match(following) is not None


def _is_prose(line: str) -> bool:
    return sum(map(str.isalpha, line)) >= _LEAST_LETTERS * len(line)


def _goes_on(line: str, following: str, has_capitals: bool) -> bool:
    """Tell whether a line stops within a phrase, or the next begins in lower case."""
    if line.rsplit(None, 1)[-1].lower() in _open_words():
        return True
    return has_capitals and following[0].isascii() and following[0].islower()


@cache
def _open_words() -> frozenset[str]:
    """Return the words that no paragraph ends in: prepositions, articles, relative pronouns."""
    return frozenset(
        word
        for language in LANGUAGES
        for row in table(language, "stops")
        if row["class"] in _OPEN_CLASSES
        for word in alternatives(row["spellings"])
    )
