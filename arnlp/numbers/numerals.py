"""The value of a numeral with all that is glued to it: groups, halves, exponents, signs."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.numbers.spaced import (
    read_lost_decimal,
    read_spaced_decimal,
    read_spaced_groups,
    read_turned_decimal,
)
from arnlp.numbers.values import add, exact
from arnlp.text.tokens import LATIN, NUMERAL, PAIR, WORD

# What a number with a plus sign needs behind it to be no telephone number.
SIGNABLE = S.PERCENT | S.UNIT | S.CURRENCY | S.NUMBER
_COUNTABLE = S.UNIT | S.CURRENCY | S.NOUN | S.PERCENT
_DATED = S.MONTH | S.HIJRI_MONTH | S.WEEKDAY | S.DATE_WORD
_MAX_EXPONENT = 30
_MAX_POWER = 60
_POINTS = (".", "\u066b")
SIGNS = {"+": 1, "-": -1, "\u2212": -1, "\u2013": -1}
# Denominators of 3/4 and its like; 9/11 and 24/7 are no fractions.
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 15, 16, 20, 25, 32, 50, 64, 100, 1000})


def read_numeral(cursor: Cursor, i: int) -> tuple[Any, int] | None:
    """Read a numeral with all that is glued to it; return its value and its end."""
    entry = cursor.entries[i]
    value = entry.value
    if value is None:
        return None
    j = i + 1
    if isinstance(value, int):
        spaced = (
            read_lost_decimal(cursor, i)
            or read_spaced_groups(cursor, i)
            or read_spaced_decimal(cursor, i)
            or read_turned_decimal(cursor, i)
        )
        if spaced is not None:
            return spaced
    if cursor.is_adjacent(j):
        following = cursor.entries[j]
        if (sense := following.senses.get(S.FRACTION)) and len(following.surface) == 1:  # 2½
            return add(value, sense.value), j + 1
        if following.norm == "e" and (power := _read_exponent(cursor, j)):
            return value * Decimal(10) ** power[0], power[1]
        if following.norm == "^" and (power := _read_exponent(cursor, j)):
            return _power_of(value, *power)
    elif j < cursor.size and cursor.entries[j].kind == PAIR and isinstance(value, int):  # 2 1/4
        part = pair_value(cursor, j)
        if part is not None and cursor.tagged.starts[j] - cursor.tagged.ends[i] <= 2:
            return add(value, part), j + 1
    return value, j


def _read_exponent(cursor: Cursor, j: int) -> tuple[Any, int] | None:
    """Read the exponent behind a token that stands for 'to the power of'."""
    k = j + 1
    sign = 1
    if cursor.is_adjacent(k) and cursor.norm(k) in SIGNS:
        sign = SIGNS[cursor.norm(k)]
        k += 1
    if not cursor.is_adjacent(k) or cursor.entries[k].kind != NUMERAL:
        return None
    exponent = cursor.entries[k].value
    if exponent is None or exponent > _MAX_EXPONENT:
        return None
    return sign * exponent, k + 1


def _power_of(value: Any, exponent: Any, end: int) -> tuple[Any, int] | None:
    if not value or abs(exponent) * len(str(value)) > 10 * _MAX_POWER:
        return None
    if isinstance(exponent, Decimal):
        return Decimal(value) ** exponent, end
    if exponent < 0:
        return exact(1 / Fraction(value) ** -exponent), end
    return value**exponent, end


def pair_value(cursor: Cursor, i: int) -> Fraction | None:
    """Return the value of 3/4, None for what is more likely a date or a score."""
    upper, _, lower = cursor.entries[i].norm.partition("/")
    if not (upper.isdigit() and lower.isdigit()) or len(lower) > 4:
        return None
    a, b = int(upper), int(lower)
    signed = cursor.norm(i - 1) in ("-", "\u2212") and cursor.is_adjacent(i)
    if (
        b not in _DENOMINATORS
        or not 0 < a < (100 if signed else b)
        or lower[0] == "0"
        or upper[0] == "0"
    ):
        return None
    if cursor.mask(i - 1) & (_DATED | S.IDENTIFIER_CUE):
        return None
    return Fraction(a, b)


def leading_point(cursor: Cursor, i: int) -> Any:
    """Return the value of a numeral behind a point that belongs to it (.75), None without one."""
    if cursor.norm(i - 1) not in _POINTS or not cursor.is_adjacent(i):
        return None
    if cursor.is_adjacent(i - 1) and not cursor.mask(i - 2) & S.CURRENCY:
        return None
    if i > 1 and cursor.entries[i - 2].kind == NUMERAL:  # it ends the sentence: عام 2008 .5 شركات
        return None
    norm = cursor.entries[i].norm
    if not norm.isdigit() or (len(norm) == 4 and not cursor.is_adjacent(i + 1)):  # عام .1998
        return None
    if i > 1 and cursor.entries[i - 2].kind in (WORD, LATIN) and not cursor.mask(i) & SIGNABLE:
        if not cursor.mask(i + 1) & (_COUNTABLE | S.NUMBER):
            return None
    return Decimal("0." + norm)
