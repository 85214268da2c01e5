"""Bare figures of a table told in lines, whose unit stands in the head above them or in their label."""

from __future__ import annotations

from typing import NamedTuple

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.senses import Sense
from arnlp.numbers import NumberMention, times
from arnlp.quantities.mention import QuantityMention, is_plain_year, new_quantity, noun_text
from arnlp.quantities.money import money_of
from arnlp.quantities.predicated import is_english
from arnlp.text.tokens import BREAK, NUMERAL

_ROW = 14  # tokens of a row or a head
_REACH = 300  # tokens of the rows between a head and one of them
_SYMBOLS = ("$", "\u20ac", "\u00a3")
_CLOSERS = (")", ":", ".")
_OPENERS = ("(", ",", "in")
_COUNTING = ("(", "in")  # what leads to the noun of a head, where a comma only goes on


class HeadUnit(NamedTuple):
    """The unit, currency or noun that a head names, at its token, and how many of it one is."""

    sense: Sense
    at: int
    scale: int


def is_scale_of_head(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether a word of scale stands in brackets with a unit: (thousand barrels), the unit of a table."""
    i, j = number.first - 1, number.last
    if j - i != 2 or cursor.norm(i) != "(" or cursor.norm(j + 1) != ")":
        return False
    sense = cursor.sense(j - 1, S.NUMBER)
    return sense is not None and sense.role == "scale" and cursor.is_latin(j - 1)


def read_under_head(cursor: Cursor, number: NumberMention) -> QuantityMention | None:
    """Read Potash: 603,500 below a head that ends in tonnes, Rent (SAR million): 4,200."""
    if number.kind != "cardinal" or number.scale != 1 or number.article:
        return None
    bracketed = cursor.norm(number.first) == "("
    if cursor.entries[number.first + bracketed].kind != NUMERAL:
        return None
    if is_plain_year(cursor, number.first + bracketed, number.value):
        return None
    start = _row_start(cursor, number)
    if start < 0 or not is_english(cursor, number.first):
        return None
    found = _of_line(cursor, start, number.first, _OPENERS)
    if found is None and start:
        found = _of_head(cursor, start)
    if found is None:
        return None
    if found.sense.kind == S.NOUN:
        count = new_quantity(cursor, number, number.last, "count", None)
        count.value, count.one = times(number.value, found.scale), found.scale
        count.noun = noun_text(cursor, found.at, found.at + 1)
        return count
    if found.sense.kind == S.CURRENCY:
        money = money_of(cursor, number, number.last, found.at, found.sense)
        money.first, money.start = number.first, number.start
        money.value = times(money.value, found.scale)
        money.one = times(money.one, found.scale)
        return money
    kind, factor = found.sense.extra
    one = times(factor, found.scale)
    measure = new_quantity(
        cursor, number, number.last, kind, found.sense.value, times(number.value, one)
    )
    measure.one = one
    return measure


def _row_start(cursor: Cursor, number: NumberMention) -> int:
    """Return the token where the row of a figure starts, -1 where the figure is no last of its line."""
    j = number.last
    while not _starts_line(cursor, j):
        if j - number.last > 4 or not (cursor.mask(j) & S.NUMERIC or cursor.norm(j) in "()"):
            return -1
        j += 1
    i = number.first
    if _starts_line(cursor, i) or cursor.norm(i - 1) == "-":
        return -1
    while not _starts_line(cursor, i):
        i -= 1
        if number.first - i > _ROW or cursor.mask(i) & S.PERCENT:
            return -1
    return i


def _starts_line(cursor: Cursor, j: int) -> bool:
    """Tell whether a token starts a line, or is the break before one; a wrapped line has no break."""
    if j <= 0 or j >= cursor.size or BREAK in (cursor.entries[j].kind, cursor.entries[j - 1].kind):
        return True
    return "\n" in cursor.tagged.text[cursor.tagged.ends[j - 1] : cursor.tagged.starts[j]]


def _of_line(cursor: Cursor, start: int, end: int, counting: tuple[str, ...]) -> HeadUnit | None:
    """Return the unit or noun that a line ends in: Imports (SAR million): cargo, in tonnes."""
    for k in range(start, end):
        symbol = cursor.entries[k].surface in _SYMBOLS and bool(cursor.mask(k + 1) & S.MEASURE)
        if symbol or cursor.norm(k) in _OPENERS:
            found = _unit_at(cursor, k + (not symbol))
            if found is not None and (found.sense.kind != S.NOUN or cursor.norm(k) in counting):
                return found
    return None


def _of_head(cursor: Cursor, start: int) -> HeadUnit | None:
    """Return the unit that the head above a row names: the nearest line without a figure."""
    text, last = cursor.tagged.text, start
    while last > 0 and start - last < _REACH:
        first = last - 1
        first -= first > 0 and cursor.entries[first].kind == BREAK
        if text[cursor.tagged.ends[first] : cursor.tagged.starts[last]].count("\n") > 1:
            return None
        end = first + 1
        while not _starts_line(cursor, first):
            first -= 1
        if end - first > 2 * _ROW:
            return None
        if not any(cursor.mask(k) & S.NUMERIC for k in range(first, end)):
            return _of_line(cursor, first, end, _COUNTING)
        last = first
    return None


def _unit_at(cursor: Cursor, k: int) -> HeadUnit | None:
    """Return the unit, with its scale, that ends a head from a token on: thousand tonnes, SAR million."""
    scale = 1
    for _ in range(2):
        number = cursor.sense(k, S.NUMBER)
        if number is not None and number.role == "scale" and scale == 1:
            scale, k = number.value, k + 1
            continue
        sense = cursor.sense(k, S.CURRENCY) or cursor.sense(k, S.UNIT) or cursor.sense(k, S.NOUN)
        if sense is None:
            return None
        end = k + 1
        if cursor.entries[k].surface in _SYMBOLS and cursor.mask(end) & S.MEASURE:
            end += 1  # $Amount
        number = cursor.sense(end, S.NUMBER)
        if number is not None and number.role == "scale" and scale == 1:
            scale, end = number.value, end + 1
        if not _starts_line(cursor, end) and cursor.norm(end) not in _CLOSERS:
            return None
        return HeadUnit(sense, k, scale)
    return None
