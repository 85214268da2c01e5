"""Figures told one after the other whose noun or unit the last has: issued 310 and 355 permits respectively."""

from __future__ import annotations

from bisect import insort

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.numbers import NumberMention, times
from arnlp.quantities.elliptic import like
from arnlp.quantities.finish import finish
from arnlp.quantities.mention import QuantityMention
from arnlp.text.clitics import AND

_KINDS = ("count", "measure", "money", "percent")
_REACH = 12  # tokens from the last figure to respectively
_MOST = 8  # figures of a list
_COMMAS = (",", "،")
_SHORT = 1000  # a number below it has the scale of the last: 10 and 14 billion


def share_respectively(cursor: Cursor, found: list[QuantityMention]) -> list[QuantityMention]:
    """Give bare numbers of a list the noun or unit of its last figure; ``found`` is in order."""
    out: list[QuantityMention] = []
    for at, quantity in enumerate(found):
        stop = found[at + 1].first if at + 1 < len(found) else cursor.size
        if _lends(quantity) and is_respective(cursor, quantity.last, stop):
            _share(cursor, out, quantity)
        out.append(quantity)
    return out


def is_respective(cursor: Cursor, start: int, stop: int) -> bool:
    """Tell whether respectively stands behind a figure, before the next one: على التوالي.

    ``start`` and ``stop`` are tokens.
    """
    told = grammar_words("respectively")
    for j in range(start, min(stop, start + _REACH)):
        if cursor.mask(j) & S.END_MARK:
            return False
        if cursor.norm(j) in told:
            return True
    return False


def _lends(quantity: QuantityMention) -> bool:
    """Tell whether a quantity has something to lend: a noun, a unit, a currency."""
    return quantity.kind in _KINDS and bool(quantity.noun or quantity.unit or quantity.ambiguous)


def _share(cursor: Cursor, out: list[QuantityMention], last: QuantityMention) -> None:
    """Give the numbers before a figure what it has, in place."""
    number = last.number
    for _ in range(_MOST):
        number = _number_before(cursor, number) if number is not None else None
        if number is None:
            return
        at = _at(out, number.first)
        if at is not None and not (out[at].first == number.first and _is_bare(out[at])):
            return
        one = like(cursor, number, number.last, last)
        one.lender = last
        scale = last.number.scale if last.number is not None else 1
        if number.scale == 1 < scale and number.value < _SHORT:
            one.value = times(one.value, scale)
        finish(cursor, one, number)
        if at is not None:
            out.pop(at)
        insort(out, one, key=lambda quantity: quantity.first)


def _number_before(cursor: Cursor, number: NumberMention) -> NumberMention | None:
    """Return the number that and, or a comma, joins to the front of another."""
    j = number.first
    joined = bool(cursor.entries[j].led & AND)
    while j > 0 and (cursor.norm(j - 1) in _COMMAS or cursor.is_and(j - 1)):
        j, joined = j - 1, True
    return cursor.number_before.get(j) if joined else None


def _is_bare(quantity: QuantityMention) -> bool:
    return quantity.kind == "count" and quantity.unit is None and not quantity.noun


def _at(found: list[QuantityMention], token: int) -> int | None:
    """Return where the quantity over a token stands in a list, near its end."""
    for at in range(len(found) - 1, max(-1, len(found) - 1 - _MOST), -1):
        if found[at].first <= token < found[at].last:
            return at
    return None
