"""Years that end the name of what is made for a year: Labour Force Survey 2024, (UNCTAD, 2020)."""

from __future__ import annotations

from arnlp.dates.words import ends_phrase, is_link
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.text.tokens import LATIN, WORD

_REACH = 6  # words from a year back to the noun of its name
_COUNTED = S.UNIT | S.CURRENCY | S.NUMBER | S.NUMERIC | S.PERCENT | S.MULTIPLE


def is_of_headed_name(cursor: Cursor, i: int) -> bool:
    """Tell whether the year at a token ends a name that a noun of the table heads, or a citation."""
    if cursor.mask(i + 1) & _COUNTED and not cursor.entries[i + 1].clitics:
        return False
    if _is_cited(cursor, i):
        return True
    if i == 0 or (i + 1 < cursor.size and cursor.is_hyphen(i + 1)):
        return False
    if cursor.entries[i - 1].kind == LATIN:
        return _ends_english_name(cursor, i)
    return _counts_nothing(cursor, i + 1) and _ends_arabic_name(cursor, i)


def _is_cited(cursor: Cursor, i: int) -> bool:
    """Tell whether a year stands behind the name of an author in brackets: (UNCTAD, 2020)."""
    if cursor.norm(i + 1) != ")" or not cursor.mask(i - 1) & S.COMMA:
        return False
    j = i - 2
    while (
        j >= max(0, i - 2 - _REACH) and cursor.entries[j].kind == LATIN and cursor.entries[j].caps
    ):
        j -= 1
    return j < i - 2 and cursor.norm(j) == "("


def _ends_english_name(cursor: Cursor, i: int) -> bool:
    """Tell whether a year follows a name in capitals with such a noun: Capital of Arab Tourism 2019."""
    after = cursor.entries[i + 1] if i + 1 < cursor.size else None
    if after is not None and after.kind == LATIN and after.mask & S.NOUN and not after.caps:
        return False  # Survey 2000 households
    for j in range(i - 1, max(-1, i - 1 - _REACH), -1):
        entry = cursor.entries[j]
        if entry.kind != LATIN:
            return False
        if not entry.caps:
            if j == i - 1 or (
                not is_link(cursor, j, "of", "the", "in") and cursor.norm(j) != "for"
            ):
                return False
        elif entry.mask & S.YEAR_HEAD:
            return True
    return False


def _ends_arabic_name(cursor: Cursor, i: int) -> bool:
    """Tell whether a year follows such a noun and what it is of: مسح القوى العاملة 2024."""
    for j in range(i - 1, max(-1, i - 1 - _REACH), -1):
        entry = cursor.entries[j]
        if entry.kind != WORD:
            return False
        if entry.mask & S.YEAR_HEAD:
            verb = cursor.sense(j - 1, S.VERB)
            return verb is None or verb.role != "reach"
        if not (entry.definite or entry.mask & S.PLACE) and j == i - 1:
            return False
        if entry.mask & (S.STOP | S.VERB | S.SPEECH | S.DATE_LINK) or entry.clitics:
            return False
    return False


def _counts_nothing(cursor: Cursor, j: int) -> bool:
    """Tell whether nothing at a token is counted by the figure before it."""
    if ends_phrase(cursor, j):
        return True
    entry = cursor.entries[j]
    return entry.definite or bool(entry.mask & (S.VERB | S.SPEECH | S.ORG))
