"""A figure that gives the one before it in another unit: 16 مليار ريال (4.3 مليار دولار)."""

from __future__ import annotations

from itertools import pairwise

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.quantities.mention import QuantityMention

_READING_REACH = 8  # tokens between a figure and the one that gives it in another unit


def link_readings(cursor: Cursor, out: list[QuantityMention]) -> list[QuantityMention]:
    """Link a figure that gives the one before it in another unit: 16 مليار ريال (4.3 مليار دولار)."""
    for before, quantity in pairwise(out):
        if quantity.kind not in ("money", "measure") or before.kind != quantity.kind:
            continue
        gap = range(before.last, quantity.first)
        if not 0 < len(gap) <= _READING_REACH or quantity.unit in (None, before.unit):
            continue
        opened = cursor.norm(before.last) in ("(", "[")
        same = any(
            (sense := cursor.sense(k, S.RELATION)) is not None and "same" in sense.value
            for k in gap
        )
        if (opened and _is_all(cursor, before.last + 1, quantity)) or (
            same and quantity.kind == "money"
        ):
            quantity.same_as = before
    return out


def _is_all(cursor: Cursor, first: int, quantity: QuantityMention) -> bool:
    """Tell whether brackets hold a quantity and small words that lead to it alone."""
    if cursor.norm(quantity.last) not in (")", "]"):
        return False
    return all(
        cursor.mask(k) & (S.BOUND | S.RELATION | S.CLITIC | S.STOP | S.COMMA | S.QUANTITY_WORD)
        for k in range(first, quantity.first)
    )
