"""Percentages whose sign stands before them or is left out."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.numbers import NumberMention
from arnlp.quantities.mention import QuantityMention, new_quantity
from arnlp.text.tokens import BREAK, LATIN

_MAX_BARE_PERCENT = 1000


def read_percent_before(cursor: Cursor, number: NumberMention) -> QuantityMention | None:
    """Read %50 and بالمئة 50, where the sign belongs to no figure before it."""
    i = number.first - 1
    sense = cursor.sense(i, S.PERCENT)
    if sense is None or sense.value != "%" or cursor.entries[i].kind == LATIN:
        return None
    if i and cursor.mask(i - 1) & (S.NUMERIC | S.NUMBER | S.FRACTION):
        return None
    found = new_quantity(cursor, number, number.last, "percent", "%")
    found.first, found.start = i, cursor.tagged.start_of(i)
    return found


def read_bare_percent(cursor: Cursor, number: NumberMention) -> QuantityMention | None:
    """Read بنسبة 15 عن العام الماضي: the noun says percent where the sign was left out."""
    i, j = number.first - 1, number.last
    if not cursor.is_word(i, "ratio_noun") or cursor.entries[i].kind == LATIN or number.scale > 1:
        return None
    if number.kind != "cardinal" or not 1 <= number.value <= _MAX_BARE_PERCENT:
        return None
    after = cursor.entries[j] if j < cursor.size else None
    if after is not None and after.kind != BREAK:
        if after.surface not in ".\u060c,;\u061b?" and not after.mask & (S.STOP | S.RELATION):
            return None
        if cursor.is_word(j, "range", "until", "over", "of"):
            return None
    found = new_quantity(cursor, number, j, "percent", "%")
    cursor.context.warn(
        "percent_without_sign",
        "read as percent for the noun before it",
        number.start,
        number.end,
    )
    return found
