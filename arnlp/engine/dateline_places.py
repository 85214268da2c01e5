"""The place that a dateline opens with, and the marks within and behind it."""

from __future__ import annotations

from arnlp.engine.signatures import is_agency
from arnlp.lexicon import senses as S
from arnlp.lexicon.tagged import TaggedText
from arnlp.text.tokens import DATE, NUMERAL

INSIDE = frozenset(("(", "\u060c", ",", ";", "\u061b", "|", ".", "+"))
CLOSING = frozenset((":", "-", "--", "---", "\u2013", "\u2014"))
MARKS = CLOSING | frozenset(("/", ")", "\u0640"))
_PLACE_WITHIN = 3
_DAY_WITHIN = 9
_BEHIND_NUMERALS = frozenset(("st", "nd", "rd", "th", "h", "ah", "g", "ad"))  # 3rd, 1444H


def first_place(tagged: TaggedText, first: int, last: int) -> int | None:
    """Return the place that opens a dateline."""
    for i in range(first, min(first + _PLACE_WITHIN, last)):
        if tagged.entries[i].mask & S.PLACE and not is_agency(tagged, i):
            return i
    return None


def place_behind_day(tagged: TaggedText, first: int, last: int) -> int | None:
    """Return the place behind a day with its year and a mark: May 5, 2022 - Dubai, UAE:"""
    month = years = 0
    for i in range(first, min(first + _DAY_WITHIN, last - 1)):
        entry = tagged.entries[i]
        if entry.mask & S.PLACE:
            return (
                i if month and years and tagged.entries[i - 1].surface in MARKS | INSIDE else None
            )
        month |= entry.mask & S.MONTH
        years += entry.kind == DATE or (entry.kind == NUMERAL and len(entry.norm) == 4)
        month |= entry.kind == DATE
        if not (
            entry.mask & (S.MONTH | S.WEEKDAY | S.DATE_WORD)
            or entry.kind in (NUMERAL, DATE)
            or entry.surface in MARKS | INSIDE
            or belongs_to_numeral(tagged, i)
        ):
            return None
    return None


def belongs_to_numeral(tagged: TaggedText, i: int) -> bool:
    """Tell whether letters belong to the numeral before them: 3rd, 1444H."""
    return (
        tagged.entries[i].norm in _BEHIND_NUMERALS
        and tagged.entries[i - 1].kind == NUMERAL
        and tagged.starts[i] - tagged.ends[i - 1] <= 1
    )
