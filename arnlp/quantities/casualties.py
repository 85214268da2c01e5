"""Bare figures of persons to whom something was done: مقتل أربعة وإصابة اثنين آخرين, killed five."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import has_role
from arnlp.numbers import NumberMention
from arnlp.quantities.elliptic import ends_bare, left_of_bounds
from arnlp.quantities.mention import QuantityMention, new_quantity
from arnlp.quantities.partitives import is_amount

_DATED = S.MONTH | S.HIJRI_MONTH | S.PERIOD | S.DAYPART | S.WEEKDAY
_BEFORE = 8  # tokens from one figure of a sentence to the verb of the one before


def read_casualties(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read how many were killed, wounded or held, where no noun says who: وأصيب 16."""
    j = number.last
    if not is_amount(cursor, number) or cursor.mask(j) & (_DATED | S.NUMERIC):
        return None
    others = cursor.is_word(j, "others")
    i = left_of_bounds(cursor, number)
    if not has_role(cursor.norm(i), "harmed") or not (others or _ends_persons(cursor, j)):
        return None
    return new_quantity(cursor, number, j + others, "count", None)


def read_fared(cursor: Cursor, number: NumberMention) -> QuantityMention | None:
    """Read a figure by the verb behind it, which says what befell so many: 32 أصيبوا, 16 were injured."""
    j = number.last
    others = cursor.is_word(j, "others")
    k = j + others
    fared = has_role(cursor.norm(k), "fared")
    fared = fared or (cursor.norm(k) == "were" and has_role(cursor.norm(k + 1), "harmed"))
    if not fared and not _is_harmed_too(cursor, number, k):
        return None
    if not is_amount(cursor, number):
        return None
    return new_quantity(cursor, number, k, "count", None)


def _is_harmed_too(cursor: Cursor, number: NumberMention, k: int) -> bool:
    """Tell whether a verb befell so many as another did those before: five people were killed and 31 injured."""
    if not has_role(cursor.norm(k), "harmed") or not ends_bare(cursor, k + 1):
        return False
    if not cursor.is_latin(k) or not cursor.is_and(number.first - 1):
        return False
    before = range(max(0, number.first - _BEFORE), number.first - 1)
    return any(has_role(cursor.norm(m), "harmed") for m in before)


def _ends_persons(cursor: Cursor, j: int) -> bool:
    """Tell whether nothing at a token says what a figure counts."""
    return (
        ends_bare(cursor, j) or cursor.mask(j) & S.BOUND != 0 or has_role(cursor.norm(j), "harmed")
    )
