"""What the separators in a text's numerals part: thousands or decimals, as the numerals vote."""

from __future__ import annotations

import re

from arnlp.engine import Cursor, Separators
from arnlp.lexicon import senses as S
from arnlp.numbers.spaced import tells_groups
from arnlp.text.tokens import LATIN, NUMERAL

# A text of so many tokens has lost its marks where it has fewer than one for so many.
_LEAST_TOKENS, _TOKENS_A_MARK, _MARKS = 80, 100, (".", ",")
# Countries that group thousands with a full stop and write decimals with a comma.
_STOP_GROUPS = frozenset({"MA", "DZ", "TN"})
# One separator that parts no group of three (12.5), or several that do (1.234.567).
_TELLING = re.compile(
    r"[0-9]+([.,])(?:[0-9]{1,2}|[0-9]{4,})|[0-9]{1,3}([.,])[0-9]{3}(?:\2[0-9]{3})+"
)
# A comma and a stop (3,519.270); an Arabic comma before one or two digits (1،61), where no list goes on.
_GROUPED_DECIMAL = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+")
_ARABIC_DECIMAL = re.compile("^([0-9]+)\u060c([0-9]{1,2})$")


def separators_of(cursor: Cursor) -> Separators:
    """Tell what stops and spaces in the numerals of a text part: by their votes, else by its country."""
    numerals = cursor.tagged.with_mask(S.NUMERIC)
    votes = _separator_votes(cursor, numerals)
    stop = votes > 0 if votes else cursor.context.country in _STOP_GROUPS
    space = _parts_by_spaces(cursor, numerals)
    return Separators(stop, votes > 0, space, lost=_has_lost_marks(cursor, numerals))


def _has_lost_marks(cursor: Cursor, numerals: list[int]) -> bool:
    """Tell whether an English text has lost its marks, as scraped ones may: hardly a stop or comma in it."""
    if cursor.size < _LEAST_TOKENS or not numerals:
        return False
    marks = sum(cursor.norm(i) in _MARKS for i in cursor.tagged.with_mask(S.COMMA | S.END_MARK))
    marks += sum(any(mark in cursor.norm(i) for mark in _MARKS) for i in numerals)
    if _TOKENS_A_MARK * marks >= cursor.size:
        return False
    return 2 * sum(entry.kind == LATIN for entry in cursor.entries) > cursor.size


def _parts_by_spaces(cursor: Cursor, numerals: list[int]) -> bool:
    """Tell whether numerals of the text can only be groups of thousands that spaces part."""
    entries = cursor.entries
    return any(
        len(entries[i].norm) < 4
        and i + 1 < cursor.size
        and entries[i + 1].kind == NUMERAL
        and tells_groups(cursor, i)
        for i in numerals
    )


def _separator_votes(cursor: Cursor, numerals: list[int]) -> int:
    """Count the numerals of the text for stops as separators of thousands, less those against.

    A numeral that can be read in one way only is evidence: 12,5 and 1.234.567 for them, 12.5
    and 1,234,567 against them. In the Maghreb 12.5 is none, for both ways are mixed there.
    """
    mixes = cursor.context.country in _STOP_GROUPS
    votes = 0
    for i in numerals:
        entry = cursor.entries[i]
        if entry.kind != NUMERAL or entry.grouped is not None or len(entry.norm) < 3:
            continue
        if _GROUPED_DECIMAL.fullmatch(entry.norm):  # 3,519.270
            votes -= 1
            continue
        match = _TELLING.fullmatch(_ARABIC_DECIMAL.sub(r"\1,\2", entry.norm))
        if match is not None and entry.value is not None:
            mark = match[1] or match[2]
            grouping = match[2] is not None
            if (mark == ".") == grouping:
                votes += 1
            elif grouping or not mixes:
                votes -= 1
    return votes
