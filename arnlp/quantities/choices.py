"""Two quantities of which one may choose: سنتين أو ثلاث سنوات, a year or two years."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.quantities.mention import QuantityMention

_NEAR = 5  # times the first of two that one may choose from
_CHOSEN = ("count", "duration", "measure", "money", "multiplier", "percent")


def is_near(low: object, high: object) -> bool:
    """Tell whether a second value is more than a first, and not much more.

    >>> is_near(3, 4), is_near(25, 950), is_near(4, 3)
    (True, False, False)
    """
    return bool(0 < low < high <= _NEAR * low)  # type: ignore[operator]


def join_choices(cursor: Cursor, out: list[QuantityMention]) -> list[QuantityMention]:
    """Make one of two quantities of a kind that 'or' joins; ``out`` is in order."""
    joined: list[QuantityMention] = []
    for quantity in out:
        low = joined[-1] if joined else None
        if low is None or low.last < quantity.first - 1:
            _take_one(cursor, quantity)
        if low is not None and _are_choices(cursor, low, quantity):
            quantity.value, quantity.value_max = low.value, quantity.value
            quantity.first, quantity.start, quantity.bound = low.first, low.start, "between"
            joined[-1] = quantity
        else:
            joined.append(quantity)
    return joined


def _take_one(cursor: Cursor, high: QuantityMention) -> None:
    """Let a dual take the one before it: ساعة أو ساعتين, شهر أو شهرين."""
    i = high.first - 2
    if i < 0 or high.kind != "duration" or high.value_max is not None or high.last != i + 3:
        return
    sense = cursor.sense(i, S.UNIT)
    if sense is None or sense.role != "singular" or not cursor.is_word(i + 1, "choice"):
        return
    if sense.value == high.unit and high.value == 2 * sense.extra[1] and not _has_number(cursor, i):
        high.value, high.value_max, high.bound = sense.extra[1], high.value, "between"
        high.first, high.start = i, cursor.tagged.start_of(i)


def _has_number(cursor: Cursor, i: int) -> bool:
    """Tell whether a unit is counted, definite or each of its kind: كل عقد أو عقدين."""
    return cursor.entries[i].definite or i in cursor.number_before or cursor.is_word(i - 1, "each")


def _are_choices(cursor: Cursor, low: QuantityMention, high: QuantityMention) -> bool:
    if high.first != low.last + 1 or not cursor.is_word(low.last, "choice"):
        return False
    if cursor.is_word(low.first - 1, "choice") or cursor.is_word(high.last, "choice"):
        return False  # one of many: a year or ten or 20
    if low.kind != high.kind or low.kind not in _CHOSEN or low.unit != high.unit:
        return False
    if low.value_max is not None or high.value_max is not None or low.per not in (None, high.per):
        return False
    if low.kind == "count" and not _count_one(low.noun, high.noun):
        return False
    return is_near(low.value, high.value)


def _count_one(noun: str | None, other: str | None) -> bool:
    """Tell whether two nouns are forms of one: مدرستين and مدارس, by their first letters."""
    return noun is None or other is None or noun[:2] == other[:2]
