"""Amounts whose sign of money is lost with all marks of a text: will receive 1 9 million for the school."""

from __future__ import annotations

from arnlp.engine import Cursor, noun_end
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.numbers import NumberMention
from arnlp.quantities.elliptic import NAMES_NUMBERS, left_of_bounds
from arnlp.quantities.mention import QuantityMention, new_quantity
from arnlp.text.tokens import LATIN

_SIGN = "$"
_SCALED, _GROUPS = 10**6, 3


def read_lost_sign(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read millions, or thousands in groups, that count nothing, where a country writes money with a sign."""
    if not cursor.context.separators.lost or number.kind != "cardinal" or number.article:
        return None
    if number.scale < _SCALED and not 1 < number.last - number.first <= _GROUPS:
        return None  # 158 000 316 000 may be two
    code = _code_of(cursor)
    if code is None or cursor.mask(left_of_bounds(cursor, number)) & NAMES_NUMBERS:
        return None
    return (
        new_quantity(cursor, number, number.last, "money", code)
        if _is_bare(cursor, number)
        else None
    )


def _code_of(cursor: Cursor) -> str | None:
    """Return the currency that the country of a text writes with a dollar sign: its code starts as the country's does."""
    entry = cursor.tagged.lexicon[_SIGN]
    sense = entry.senses.get(S.CURRENCY) if entry is not None else None
    codes = [code for code, _ in sense.extra.values()] if sense is not None and sense.extra else ()
    country = cursor.context.country or ""
    return next((code for code in codes if country and code.startswith(country)), None)


def _is_bare(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether a small word or the end stands behind a number, and nothing that it counts."""
    j = number.last
    if j >= cursor.size:
        return True
    after = cursor.entries[j]
    if after.kind != LATIN or after.mask & (S.UNIT | S.PERCENT | S.CURRENCY | S.NUMBER | S.NUMERIC):
        return False
    if after.norm in grammar_words("of_persons"):
        return False  # 100 000 who have moved
    return bool(after.mask & (S.STOP | S.SET)) and noun_end(cursor.entries, j, number.value) == j
