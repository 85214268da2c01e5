"""Amounts whose sign of money is lost with all marks of a text: will receive 1 9 million, a 450 000 grant."""

from __future__ import annotations

from arnlp.engine import Cursor, noun_end
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.numbers import NumberMention
from arnlp.quantities.elliptic import NAMES_NUMBERS, left_of_bounds
from arnlp.quantities.mention import QuantityMention, new_quantity
from arnlp.text.tokens import LATIN, NUMERAL

_SIGN = "$"
_SCALED, _GROUPS = 10**6, 3


def read_lost_list(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read the sums of a list that has lost its lines, before what stands behind them counts as a noun."""
    return _money(cursor, number, _is_listed(cursor, number))


def read_lost_sign(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read millions, or thousands in groups, that count nothing, where a country writes money with a sign."""
    return _money(cursor, number, _is_bare(cursor, number) or _is_given(cursor, number))


def _money(cursor: Cursor, number: NumberMention, told: bool) -> QuantityMention | None:
    """Return a number as money where a text has lost its marks, and that it is money is told."""
    if not told or not cursor.context.separators.lost:
        return None
    if number.kind != "cardinal" or number.article or cursor.entries[number.first].kind != NUMERAL:
        return None
    if number.scale < _SCALED and not 1 < number.last - number.first <= _GROUPS:
        return None  # 158 000 316 000 may be two
    code = _code_of(cursor)
    if code is None or cursor.mask(left_of_bounds(cursor, number)) & NAMES_NUMBERS:
        return None
    return new_quantity(cursor, number, number.last, "money", code)


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
    if noun_end(cursor.entries, j, number.value) != j:
        return False
    if after.mask & (S.STOP | S.SET):
        return True
    done = after.norm in grammar_words("money_done")  # 20 2 million approved by the committee
    return done and bool(cursor.mask(j + 1) & S.STOP)


def _is_given(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether what is given in money stands behind a number with an article: a 450 000 grant."""
    j = number.last
    return cursor.norm(number.first - 1) in grammar_words("article") and cursor.norm(
        j
    ) in grammar_words("money_given")


def _is_listed(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether a name stands behind a number that ends a line of a list: Springdale Bypass 2 million Highway 71.

    In a headline with capitals what is counted has them too, and the scale: 22 Million Low Income Children.
    """
    j = number.last
    if number.first == 0 or cursor.entries[j - 1].caps:
        return False
    if not cursor.entries[number.first - 1].caps and noun_end(cursor.entries, j, number.value) != j:
        return False
    pair = cursor.entries[j : j + 2]
    if len(pair) < 2 or any(one.kind != LATIN or not one.caps for one in pair):
        return False
    return not pair[0].mask & (S.NATIONALITY | S.UNIT | S.PERCENT | S.CURRENCY | S.PLACE | S.MONTH)
