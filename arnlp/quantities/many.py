"""Arabic bare figures that can only count: in thousands with a rest (32 ألفا و619), with two commas (5,384,943).

They are read last, so that what stands beside a figure or leads to it has been asked.
"""

from __future__ import annotations

import re

from arnlp.engine import Cursor, noun_end
from arnlp.lexicon import senses as S
from arnlp.numbers import SCALES, SIGNS, NumberMention
from arnlp.quantities.elliptic import NAMES_NUMBERS, last_amount, left_of_bounds, like
from arnlp.quantities.mention import QuantityMention, new_quantity
from arnlp.text.tokens import NUMERAL, WORD

_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){2,}")
_MEASURED = S.UNIT | S.PERCENT | S.CURRENCY | S.NUMBER | S.NUMERIC | S.MONTH | S.HIJRI_MONTH


def read_many(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read 32 ألفا و619 لمستشفى راشد, غادر 5,384,943: more of what was counted, if anything was."""
    if number.kind != "cardinal" or number.article or not _only_counts(cursor, number):
        return None
    before_it = left_of_bounds(cursor, number)
    if cursor.mask(before_it) & (NAMES_NUMBERS | S.CURRENCY) or cursor.norm(before_it) in SIGNS:
        return None  # -1,200,000 has its sign as a number
    if cursor.mask(number.last) & _MEASURED or not _is_bare(cursor, number):
        return None
    carried = last_amount(before)
    if carried is not None and carried.kind != "count":
        return None
    sentence_of = cursor.tagged.sentence_of
    if carried is not None and sentence_of[carried.first] == sentence_of[number.first]:
        return like(cursor, number, number.last, carried)
    return new_quantity(cursor, number, number.last, "count", None)


def _only_counts(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether the writing of a number shows that it is no year, code or decimal."""
    first = cursor.entries[number.first]
    if number.last == number.first + 1:
        return first.kind == NUMERAL and _GROUPED.fullmatch(first.norm) is not None
    inside = range(number.first, number.last)
    scaled = [k for k in inside if cursor.number_role(k) in SCALES]
    return bool(scaled) and scaled[-1] < number.last - 1


def _is_bare(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether no counted noun stands behind a number."""
    if number.last >= cursor.size or cursor.entries[number.last].kind != WORD:
        return True
    return noun_end(cursor.entries, number.last, number.value) == number.last
