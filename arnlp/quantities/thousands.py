"""Thousands behind a full stop that only what is told shows: عدد الشهداء ارتفع إلى 35.903, 100.000 متر مربع."""

from __future__ import annotations

from decimal import Decimal

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.quantities.mention import QuantityMention
from arnlp.text.tokens import WORD

_REACH = 14  # tokens from 'the number of' to its figure, and from one figure to the next
_ZEROS = ".000"
_THOUSAND = 1000
_PARTS = 5  # tokens of three parts with the stops between
_OTHER = S.END_MARK | S.PERCENT | S.CURRENCY | S.UNIT


def group_told(cursor: Cursor, found: list[QuantityMention]) -> list[QuantityMention]:
    """Read one full stop as that of thousands where nothing else makes sense; ``found`` is in order.

    Nobody counts thousandths of a person, and nobody measures an area to three noughts.
    """
    last = None
    for quantity in found:
        grouped = cursor.entries[quantity.first].grouped
        if grouped is not None and quantity.value != grouped and not quantity.value_max:
            if (_is_bare_count(quantity) and _tells_many(cursor, quantity, last)) or (
                quantity.kind == "measure" and _is_round(cursor, quantity)
            ):
                _group(cursor, quantity, grouped)
        last = quantity
    return found


def part_turned(cursor: Cursor, found: list[QuantityMention]) -> list[QuantityMention]:
    """Read the first part of numbers turned about as decimals where an index shows it: 740 .735 .1 نقطة is 1735.74.

    A text that writes three decimals of an index does so of its money, too.
    """
    turned = [q for q in found if q.kind in ("count", "money") and _is_turned(cursor, q)]
    if any(cursor.is_word(q.last - 1, "index") for q in turned):
        for quantity in turned:
            if quantity.kind == "money" or cursor.is_word(quantity.last - 1, "index"):
                quantity.value = Decimal(quantity.value) / _THOUSAND
    return found


def _is_turned(cursor: Cursor, quantity: QuantityMention) -> bool:
    """Tell whether a number of three parts or more was turned about: 740 .735 .1."""
    number = cursor.number_at.get(quantity.first)
    if number is None or number.last - number.first < _PARTS or number.scale > 1:
        return False
    first = cursor.norm(number.first)
    return cursor.norm(number.first + 1) == "." and len(first) == 3 and first.isdigit()


def _group(cursor: Cursor, quantity: QuantityMention, grouped: int) -> None:
    quantity.value = grouped * quantity.one
    cursor.context.warn(
        "ambiguous_number",
        "the full stop is read as one of thousands, for what is told is counted or round",
        quantity.start,
        quantity.end,
    )


def _is_bare_count(quantity: QuantityMention) -> bool:
    return quantity.kind == "count" and quantity.last == quantity.first + 1


def _is_round(cursor: Cursor, quantity: QuantityMention) -> bool:
    """Tell whether a measure has three noughts behind its stop, as Arabic texts write thousands."""
    behind = cursor.entries[quantity.first + 1]
    return cursor.norm(quantity.first).endswith(_ZEROS) and behind.kind == WORD


def _tells_many(cursor: Cursor, quantity: QuantityMention, last: QuantityMention | None) -> bool:
    """Tell whether a bare figure tells how many there are, or goes on with one that was grouped so."""
    for k in range(quantity.first - 1, max(-1, quantity.first - 1 - _REACH), -1):
        if cursor.mask(k) & _OTHER or cursor.is_word(k, "average", "per", "each", "index"):
            break
        entry = cursor.entries[k]
        if entry.norm[len(entry.clitics) :] in grammar_words("how_many"):
            return not cursor.is_word(k - 1, "average")
    if last is None or not _is_bare_count(last) or quantity.first - last.last > _REACH:
        return False
    return bool(last.value == cursor.entries[last.first].grouped)
