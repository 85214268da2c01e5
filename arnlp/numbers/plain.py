"""Numerals that nothing beside them belongs to: most of them."""

from __future__ import annotations

from arnlp.engine import Cursor, NumberMention
from arnlp.lexicon import senses as S
from arnlp.numbers.mention import new_number
from arnlp.text.tokens import LATIN, NUMERAL

# Beside a numeral these may be more of the number.
_OPENERS = S.CLITIC | S.QUANTITY_WORD
_GOES_ON = S.NUMBER | S.FRACTION | S.QUANTITY_WORD | S.NUMERIC | S.CLITIC
_JOINTS = ("and", "^", "-", "\u2011", "ر")
_GLUED_BEFORE = (".", "\u066b", "(", '"', "\u201c", "\u201d", "\u00ab", "\u00bb")


def read_plain(cursor: Cursor, i: int, done: int) -> NumberMention | None:
    """Read a numeral as the number that it is, where nothing beside it changes that."""
    entry = cursor.entries[i]
    if entry.kind != NUMERAL or not _is_plain(cursor, i):
        return None
    value = entry.value
    if cursor.context.separators.stop and entry.grouped is not None:
        value = entry.grouped
    return new_number(cursor, i, i + 1, "cardinal", value)


def _is_plain(cursor: Cursor, i: int) -> bool:
    """Tell whether nothing beside a numeral can belong to the number: most stand so."""
    j = i + 1
    if i and (cursor.masks[i - 1] & _OPENERS or cursor.entries[i - 1].surface in _GLUED_BEFORE):
        return False
    if j >= cursor.size:
        return True
    if cursor.masks[j] & _GOES_ON:
        return False
    after = cursor.entries[j]
    if after.norm == "." and cursor.mask(j + 1) & S.NUMERIC:  # 43 .3, turned about
        return False
    return after.norm not in _JOINTS and (after.kind != LATIN or not cursor.is_adjacent(j))
