"""Signs glued to a figure: -4.5%, (+37,8%)."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.numbers import SIGNS
from arnlp.quantities.mention import QuantityMention
from arnlp.text.tokens import BREAK

_PARENTHESIS_REACH = 30  # tokens in which a dash that opens a parenthesis is closed
TEMPERATURES = ("Cel", "[degF]", "deg", "K")
_SIGNED = ("percent", "percentage_point", "money", "measure")


def set_sign(cursor: Cursor, found: QuantityMention) -> None:
    """Read a sign glued to a figure: -4.5%, (+37,8%); a count has none."""
    i = found.first - 1
    sign = SIGNS.get(cursor.norm(i))
    if sign is None or found.kind not in _SIGNED or not cursor.is_adjacent(found.first):
        return
    before = cursor.mask(i - 1)
    if cursor.is_adjacent(i) and cursor.norm(i - 1) != "(" and not before & S.CLITIC:
        return  # 10-15%
    if not cursor.is_adjacent(i) and before & (S.NUMERIC | S.NUMBER):
        return  # 75 -300 mm
    if i == 0 or cursor.entries[i - 1].kind == BREAK:
        alone = found.last >= cursor.size or cursor.entries[found.last].kind == BREAK
        if not alone and found.unit not in TEMPERATURES:
            return  # a list item
    if sign < 0 and _closes_parenthesis(cursor, found.last):
        return
    found.sign = sign
    found.value = found.value * sign
    found.first = i
    found.start = cursor.tagged.starts[i]


def set_below_zero(cursor: Cursor, found: QuantityMention) -> None:
    """Turn the sign of a temperature before تحت الصفر, below zero."""
    if cursor.is_word(found.last, "below_zero"):
        found.value = -abs(found.value)
        found.last, found.end = found.last + 1, cursor.tagged.ends[found.last]


def _closes_parenthesis(cursor: Cursor, i: int) -> bool:
    """Tell whether a dash glued to its left stands further on in the sentence: -12% منها-."""
    _, end = cursor.tagged.sentences[cursor.tagged.sentence_of[i - 1]]
    return any(
        cursor.entries[j].surface in SIGNS
        and cursor.is_adjacent(j)
        and not cursor.is_adjacent(j + 1)
        for j in range(i, min(end, i + _PARENTHESIS_REACH))
    )
