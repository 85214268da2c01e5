"""What a quotation is."""

from __future__ import annotations

from dataclasses import dataclass

from arnlp.engine import Cursor
from arnlp.names import Entity
from arnlp.text.tokens import BREAK

LEAST_WORDS = 3  # between marks, for speech
_TRAILING = '.,;:!?\u2026\u060c\u061b\u061f"\u201c\u201d\u00ab\u00bb\u2039\u203a)- \u2013\u2014'


@dataclass(slots=True)
class QuoteMention:
    """A stretch of speech over a range of tokens."""

    first: int
    last: int  # half-open
    start: int
    end: int
    direct: bool
    cue: str | None
    speaker: Entity | None
    cue_at: int = -1  # the token of its cue


def make_quote(
    cursor: Cursor, first: int, last: int, direct: bool, cue: int | None, speaker: Entity | None
) -> QuoteMention | None:
    """Make a quotation, its closing punctuation left out."""
    while last > first and (
        cursor.entries[last - 1].surface in _TRAILING or cursor.entries[last - 1].kind == BREAK
    ):
        if cursor.norm(last - 1) == ")" and any(cursor.norm(k) == "(" for k in range(first, last)):
            break
        last -= 1
    if last <= first:
        return None
    word = None if cue is None else _cue_text(cursor, cue)
    tagged = cursor.tagged
    start = tagged.starts[first]
    return QuoteMention(
        first, last, start, tagged.ends[last - 1], direct, word, speaker, -1 if cue is None else cue
    )


def _cue_text(cursor: Cursor, cue: int) -> str:
    return cursor.tagged.text[cursor.tagged.start_of(cue) : cursor.tagged.ends[cue]]
