"""Quotation marks: which opens, which closes, and which stands alone.

Marks are paired within a paragraph. A straight mark is told by the spaces around it; one that
nothing closes runs to the end of its paragraph, one that nothing opened is known but opens none.
"""

from __future__ import annotations

from typing import NamedTuple

from arnlp.lexicon import senses as S
from arnlp.lexicon.tagged import TaggedText
from arnlp.text.tokens import BREAK

_OPENING = frozenset("\u00ab\u2039\u201e")
_SINGLE_OPENING, _SINGLE_CLOSING = frozenset("'\u2018"), frozenset("'\u2019")
_CLOSING = frozenset("\u00bb\u203a")
_BEFORE_OPENING = frozenset("([{:\u060c,\u2013\u2014-/")


class Quoted(NamedTuple):
    """A pair of marks: their tokens. ``balanced`` is false where one of the two is missing."""

    opening: int  # the mark itself, or -1
    closing: int  # the mark itself, or the token after the last of the paragraph
    balanced: bool
    depth: int


def quoted_spans(tagged: TaggedText) -> list[Quoted]:
    """Return the stretches between quotation marks, in the order of their opening marks."""
    marks = tagged.with_mask(S.QUOTE_MARK)
    if not marks:
        single = any(mark in tagged.text for mark in _SINGLE_OPENING)
        return _single_spans(tagged, []) if single else []
    ends = paragraph_ends(tagged, marks)
    out: list[Quoted] = []
    stack: list[int] = []
    paragraph = -1
    for i, end in zip(marks, ends, strict=True):
        if end != paragraph:
            out += [Quoted(opening, paragraph, False, 0) for opening in stack[:1]]
            stack, paragraph = [], end
        if _opens(tagged, i, bool(stack)):
            stack.append(i)
        elif stack:
            out.append(Quoted(stack.pop(), i, True, len(stack)))
        else:
            out.append(Quoted(-1, i, False, 0))
    out += [Quoted(opening, paragraph, False, 0) for opening in stack[:1]]
    if any(mark in tagged.text for mark in _SINGLE_OPENING):
        out += _single_spans(tagged, out)
    out.sort(key=lambda quoted: quoted.opening if quoted.opening >= 0 else quoted.closing)
    return out


def _single_spans(tagged: TaggedText, others: list[Quoted]) -> list[Quoted]:
    """Return the stretches between single marks, in no other marks: 'We will open it,' he said.

    A mark that stands free before a word opens one, one behind a comma or the end of a sentence closes it,
    on the same line; apostrophes do neither.
    """
    out: list[Quoted] = []
    inside = iter(sorted((q.opening, q.closing) for q in others if q.opening >= 0))
    taken, end, opening = next(inside, (len(tagged.entries), 0)), 0, -1
    for i, entry in enumerate(tagged.entries):
        while i > taken[0]:
            end, taken = max(end, taken[1]), next(inside, (len(tagged.entries), 0))
        if entry.kind == BREAK:
            opening = -1
        elif i < end:
            continue
        elif entry.surface in _SINGLE_OPENING and opening < 0 and _stands_free(tagged, i):
            opening = i
        elif (
            entry.surface in _SINGLE_CLOSING and 0 <= opening < i - 1 and _closes_single(tagged, i)
        ):
            out.append(Quoted(opening, i, True, 0))
            opening = -1
    return out


def _stands_free(tagged: TaggedText, i: int) -> bool:
    """Tell whether a single mark stands before a word and behind a space or a mark."""
    if i + 1 >= len(tagged.entries) or tagged.starts[i + 1] != tagged.ends[i]:
        return False
    before = tagged.entries[i - 1].surface if i else ""
    return not i or tagged.ends[i - 1] != tagged.starts[i] or before in _BEFORE_OPENING


def _closes_single(tagged: TaggedText, i: int) -> bool:
    """Tell whether a single mark stands right behind a comma or the end of a sentence, and before a space."""
    if (
        tagged.ends[i - 1] != tagged.starts[i]
        or tagged.entries[i - 1].surface not in ",.!?\u060c\u061f"
    ):
        return False
    return i + 1 >= len(tagged.entries) or tagged.starts[i + 1] != tagged.ends[i]


def paragraph_ends(tagged: TaggedText, tokens: list[int]) -> list[int]:
    """Return for each token, in rising order, where its paragraph ends."""
    breaks = [*tagged.breaks, len(tagged.entries)]
    out = []
    at = 0
    for i in tokens:
        while breaks[at] < i:
            at += 1
        out.append(breaks[at])
    return out


def _opens(tagged: TaggedText, i: int, inside: bool) -> bool:
    """Tell whether a mark opens, by its shape and the spaces around it."""
    mark = tagged.entries[i].surface
    if mark in _OPENING:
        return True
    if mark in _CLOSING:
        return False
    size = len(tagged.entries)
    before = tagged.entries[i - 1] if i else None
    glued_before = (
        before is not None
        and tagged.ends[i - 1] == tagged.starts[i]
        and before.surface not in _BEFORE_OPENING
        and not before.mask & S.CLITIC
        and before.kind != BREAK
    )
    after = tagged.entries[i + 1] if i + 1 < size else None
    glued_after = (
        after is not None
        and tagged.starts[i + 1] == tagged.ends[i]
        and after.kind != BREAK
        and after.surface not in ".,:;!?\u060c\u061b\u061f)]"
    )
    if glued_before != glued_after:
        return glued_after
    if mark == "\u201c":
        return True
    if mark == "\u201d":
        return False
    return not inside
