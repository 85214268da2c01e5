"""Amounts of money: the currency behind or before a number, and its scale."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.numbers import NumberMention, exact, home_code, times
from arnlp.quantities.mention import QuantityMention, new_quantity
from arnlp.text.tokens import LATIN, WORD

_LETTER_SCALES = {"m": 10**6, "k": 1000}


def money_of(
    cursor: Cursor, number: NumberMention, last: int, first: int, sense: S.Sense
) -> QuantityMention:
    """Return an amount of money; a currency whose name several countries share is the release's."""
    code, value = sense.value, number.value
    ambiguous = False
    one: Any = 1
    if code is None:
        sign = cursor.entries[first if first < number.first else last - 1].surface.rstrip(".")
        choice = sense.extra.get(sign) or sense.extra.get(cursor.context.country)
        choice = choice or sense.extra.get("*")
        choice = choice or _foreign(cursor, sense)
        ambiguous = choice is None
        parts = {per_one for _, per_one in sense.extra.values()}
        if choice is not None:
            code = choice[0]
            parts = {choice[1]}
        if choice is not None or (len(parts) == 1 and min(parts) < 1):  # م د: millions of any dinar
            one = exact(1 / Fraction(min(parts)))
            value = times(value, one)
    found = new_quantity(cursor, number, last, "money", code, value)
    found.one = one
    if first < number.first:
        found.first = first
        found.start = cursor.tagged.start_of(first)
    found.ambiguous = ambiguous
    return found


def _foreign(cursor: Cursor, sense: S.Sense) -> tuple[str, Any] | None:
    """Return the one currency of a name that the country of a release lacks and its text speaks of.

    A release of the Emirates about Egypt gives its pounds: those of Egypt.
    """
    if cursor.context.country is None:
        return None
    named = cursor.context.countries_named()
    found = [choice for country, choice in sense.extra.items() if country in named]
    return found[0] if len(found) == 1 else None


def is_unknown_million(cursor: Cursor, j: int, sense: S.Sense) -> bool:
    """Tell whether Latin letters may be millions of a currency that nothing tells: MD is Maryland, too."""
    if not _is_bare_million(cursor, j, sense):
        return False
    return cursor.context.country not in sense.extra and _foreign(cursor, sense) is None


def _is_bare_million(cursor: Cursor, j: int, sense: S.Sense) -> bool:
    if sense.value is not None or cursor.entries[j].kind != LATIN or "*" in sense.extra:
        return False
    return bool(min(per_one for _, per_one in sense.extra.values()) < 1)


def read_scaled_behind(
    cursor: Cursor, found: QuantityMention, number: NumberMention
) -> QuantityMention:
    """Read 75 USD million: the scale behind the currency."""
    sense = cursor.sense(found.last, S.NUMBER)
    if sense is not None and sense.role == "scale" and number.scale == 1:
        if cursor.entries[found.last].kind == LATIN:
            found.value = times(found.value, sense.value)
            found.one = times(found.one, sense.value)
            found.last, found.end = found.last + 1, cursor.tagged.ends[found.last]
    return found


def letter_scale(cursor: Cursor, number: NumberMention, j: int) -> int:
    """Return the scale of a letter glued behind a numeral (5m, 3k), 0 without one."""
    if number.scale != 1 or not cursor.is_adjacent(j):
        return 0
    return _LETTER_SCALES.get(cursor.norm(j), 0)


def currency_before(cursor: Cursor, number: NumberMention) -> QuantityMention | None:
    """Read the currency before a number: $5m, SR 300, RO65mn."""
    i = number.first - 1
    if i < 0:
        return None
    sense = cursor.entries[i].senses.get(S.CURRENCY)
    if sense is None and cursor.entries[i].kind == LATIN:
        return _home_money(cursor, number)
    if sense is None or (cursor.entries[i].kind == WORD and "." not in cursor.entries[i].surface):
        return None
    if _is_bare_million(cursor, i, sense):
        return None  # MD 21030: a postal code
    if cursor.entries[i].kind == LATIN and cursor.mask(i - 1) & S.IDENTIFIER_CUE:
        return None  # flight QR 572
    if cursor.mask(i) & S.UNIT and i in cursor.number_before:
        return None  # 20 pounds 5 ounces
    last = number.last
    scale = letter_scale(cursor, number, last)  # SR5m
    found = money_of(cursor, number, last + (scale > 0), i, sense)
    if scale:
        found.value = found.value * scale
    if (
        cursor.is_adjacent(i) and cursor.entries[i - 1].kind == LATIN
    ):  # a dollar of a country unknown
        found.unit, found.ambiguous = None, True
    return found


def _home_money(cursor: Cursor, number: NumberMention) -> QuantityMention | None:
    """Read an amount behind the letter of a country's own money: N30,000, R86 billion."""
    code, i = home_code(cursor, number.first), number.first - 1
    if code is None:
        return None
    scale = letter_scale(cursor, number, number.last)
    found = new_quantity(cursor, number, number.last + (scale > 0), "money", code)
    found.first, found.start = i, cursor.tagged.start_of(i)
    if scale:
        found.value = found.value * scale
    return found


def read_shared_currency(
    cursor: Cursor, low: NumberMention, high: NumberMention
) -> QuantityMention | None:
    """Read $5-7.5 million: the currency stands before the first end."""
    money = currency_before(cursor, low)
    if money is None:
        return None
    found = new_quantity(cursor, high, high.last, "money", money.unit)
    found.first, found.start = money.first, money.start
    found.ambiguous = money.ambiguous
    return found
