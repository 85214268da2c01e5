"""From lines to text: running heads and page numbers dropped, paragraphs joined, over pages too."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import median

from arnlp.readers.pdf_layout import COLUMN, Line

_AT_EDGE = 3  # lines at the top and at the foot of a page that may be running heads
_REPEATED = 0.5  # of the pages must show one
_NUMBER = re.compile(
    r"[\W_]*(?:page|صفحة|الصفحة|ص)?[\W_]*\d{1,4}(?:\s*(?:/|of|de|من|-)\s*\d{1,4})?[\W_]*", re.I
)
# What browsers print above and below: the time and the title, the address and the page.
_PRINTED = re.compile(
    r"\d{1,4}[/.]\d{1,2}[/.]\d{2,4}[,،]? \d{1,2}:\d\d(?::\d\d)?(?: ?[APap صم]\.?[Mm]?\.?)?(?:\t.*)?"
    r"|(?:.*\t)?(?:https?|file)://\S+(?:\t.*)?"
)
_LONGEST_HEAD = 150
_MORE_SPACE = 1.35  # times the usual distance of lines that parts paragraphs
_OTHER_SIZE = 0.12
_BULLET = re.compile(r"(?:[-*\u2022\u00b7\u25aa\u25cf\u25e6\uf0b7o]|\d{1,2}[.)])\s+\S")
_END = re.compile(r"[.!?؟:؛…][\"”»')\]]*$")
_HYPHENS = ("\u00ad", "-", "\u2010")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[-\u00ad\u2010]$")
_WORD_AFTER = re.compile(r"([^\W\d_]+)")
_SLACK = 0.3  # of the size of a letter: what a line may stand off its edge
_OFTEN = 0.04  # of the lines end in a hyphen where a program hyphenates

Span = tuple[int, int]


def without_running_heads(pages: list[list[Line]]) -> list[list[Line]]:
    """Return pages without the lines that most of them repeat at top or foot, and without page numbers."""
    shapes: Counter[str] = Counter()
    for page in pages:
        shapes.update({_shape(line) for line in _edges(page)})
    most = max(2, round(_REPEATED * sum(1 for page in pages if page)))
    out = []
    for page in pages:
        edges = {id(line) for line in _edges(page)}
        kept = [
            line
            for line in page
            if id(line) not in edges
            or not (
                shapes[_shape(line)] >= most
                or (_NUMBER.fullmatch(line.text) and _is_alone(line, page))
                or (_PRINTED.fullmatch(line.text) and line in (page[0], page[-1]))
            )
        ]
        out.append(kept)
    return out


def _edges(page: list[Line]) -> list[Line]:
    found = page[:_AT_EDGE] + page[_AT_EDGE:][-_AT_EDGE:]
    return [line for line in found if len(line.text) <= _LONGEST_HEAD]


def _shape(line: Line) -> str:
    return f"{round(line.y / 4)} {re.sub(r'[0-9٠-٩]+', '0', line.text)}"


def _is_alone(line: Line, page: list[Line]) -> bool:
    """Tell whether a line is the first or last of its page, away from the others."""
    others = [other.y for other in page if other is not line]
    if not others:
        return False
    return min(abs(y - line.y) for y in others) > 1.8 * line.size and (
        line.y < min(others) or line.y > max(others)
    )


def joined(pages: list[list[Line]]) -> tuple[str, list[Span]]:
    """Return the text of pages, paragraphs parted by an empty line, and where each page stands in it."""
    pitch, edges = _pitch(pages), _edges_of_text(pages)
    lines = [line for page in pages for line in page]
    words = Counter(
        word for line in lines for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text)
    )
    ends = sum(line.text.endswith(_HYPHENS) for line in lines)
    often = ends > _OFTEN * len(lines) and ends > 2
    text: list[str] = []
    size = 0
    places: list[Span] = []
    before: Line | None = None
    for page in pages:
        start = None
        for line in page:
            content = line.text
            glue = "\n\n" if before else ""
            if before and not _parts(before, line, pitch, edges):
                glue = " "
                if before.text.endswith(_HYPHENS):
                    cut = _cut_hyphen(before.text, content, words, often)
                    glue = ""
                    if cut:
                        text[-1] = text[-1][:-1]
                        size -= 1
            elif before and COLUMN in before.text and COLUMN in content:
                glue = "\n"
            text.append(glue)
            size += len(glue)
            start = size if start is None else start
            text.append(content)
            size += len(content)
            before = line
        places.append((size if start is None else start, size))
    return "".join(text), places


def _cut_hyphen(before: str, after: str, words: Counter[str], often: bool) -> bool:
    """Tell whether a hyphen at a line end only parts a word."""
    if before[-1] == "\u00ad":
        return True
    first, second = _WORD_BEFORE.search(before), _WORD_AFTER.match(after)
    if not first or not second or not second.group(1)[0].islower():
        return False
    whole, parted = first.group(1) + second.group(1), f"{first.group(1)}-{second.group(1)}"
    if words[whole] or words[parted]:
        return words[whole] >= words[parted]
    return often


def _pitch(pages: list[list[Line]]) -> dict[int, float]:
    """Return the usual distance of lines for each size of letters."""
    found: dict[int, list[float]] = {}
    for page in pages:
        for above, line in pairwise(page):
            distance = above.y - line.y
            if 0.8 * line.size < distance < 2.6 * line.size and _alike(above, line):
                found.setdefault(round(line.size), []).append(distance)
    return {size: _low(distances) for size, distances in found.items()}


def _low(distances: list[float]) -> float:
    """Return the commonest of the smaller distances: lines of a paragraph stand closer than paragraphs."""
    ordered = sorted(distances)
    return median(ordered[: max(1, len(ordered) * 2 // 3)])


def _alike(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= _OTHER_SIZE * max(one.size, other.size)


def _edges_of_text(pages: list[list[Line]]) -> Span | tuple[float, float]:
    """Return the left and right edge that most full lines reach."""
    lines = [line for page in pages for line in page if COLUMN not in line.text]
    if not lines:
        return 0.0, 0.0
    widths = sorted(line.right - line.left for line in lines)
    wide = widths[-max(1, len(widths) // 4)]
    full = [line for line in lines if line.right - line.left >= 0.97 * wide] or lines
    return median(line.left for line in full), median(line.right for line in full)


def _parts(before: Line, line: Line, pitch: dict[int, float], edges: tuple[float, float]) -> bool:
    """Tell whether a line begins a paragraph."""
    if COLUMN in before.text or COLUMN in line.text or _BULLET.match(line.text):
        return True
    if not _alike(before, line) or before.is_rtl != line.is_rtl:
        return True
    distance = before.y - line.y
    usual = pitch.get(round(line.size))
    over_pages = distance < 0
    if not over_pages and distance > (usual or 1.5 * line.size) * _MORE_SPACE:
        return True
    left, right = edges
    room = before.left - left if before.is_rtl else right - before.right
    first = line.text.split(None, 1)[0]
    width = (line.right - line.left) / max(1, len(line.text)) * (len(first) + 1)
    if room > width + _SLACK * line.size and not (over_pages and not _END.search(before.text)):
        return bool(_END.search(before.text)) or room > 3 * width + 2 * line.size
    if over_pages:
        return bool(_END.search(before.text)) and room > line.size
    return False
