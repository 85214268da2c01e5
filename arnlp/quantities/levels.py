"""The two levels of a change that have one unit: rose from 48 to 55 percent."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.numbers import NumberMention, times
from arnlp.quantities.counts import read_counted
from arnlp.quantities.figures import Figures, Reading
from arnlp.quantities.finish import finish
from arnlp.quantities.mention import YEARS, new_quantity
from arnlp.quantities.money import currency_before
from arnlp.quantities.units import read_unit
from arnlp.text.tokens import LATIN, WORD

_MOVE_REACH = 10  # tokens from a verb of change to the level it starts from


def read_levels(cursor: Cursor, figures: Figures, k: int) -> Reading | None:
    """Read the two levels of a change that have one unit: rose from 48 to 55 percent."""
    numbers = figures.numbers
    if k + 1 >= len(numbers):
        return None
    low, high = numbers[k], numbers[k + 1]
    if high.first != low.last + 1 or not cursor.is_word(low.last, "range"):
        return None
    i = low.first - 1
    while i >= 0 and cursor.masks[i] & (S.CLITIC | S.CURRENCY):
        i -= 1
    relation = cursor.sense(i, S.RELATION)
    move = move_before(cursor, i)
    if relation is None or "from" not in relation.value or not move:
        return None
    level = read_unit(cursor, high) or read_counted(cursor, high)
    if level is None and _is_bare(cursor, low, high):
        level = new_quantity(cursor, high, high.last, "count", None)
    if level is None or level.kind == "duration":
        return None
    finish(cursor, level, high)
    value = low.value
    if high.scale > 1 and low.scale == 1 and value < 1000:  # from 5 to 10 million
        if move == "change_down" or value < high.value / high.scale:
            value = value * high.scale
    value = times(value, level.one)
    former = new_quantity(cursor, low, low.last, level.kind, level.unit, value)
    former.ambiguous, former.noun = level.ambiguous, level.noun
    if level.first < high.first:
        money = currency_before(cursor, low)
        former = money if money is not None else former
    return Reading([former, level], 2)


def _is_bare(cursor: Cursor, low: NumberMention, high: NumberMention) -> bool:
    """Tell whether nothing counted stands behind two levels, and they are no years."""
    if low.value in YEARS and high.value in YEARS:
        return False
    after = cursor.entries[high.last] if high.last < cursor.size else None
    return after is None or after.kind not in (WORD, LATIN) or bool(after.mask & (S.STOP | S.SET))


def move_before(cursor: Cursor, i: int) -> str:
    """Return the class of a verb of rise, fall or change before a token in its sentence."""
    if cursor.norm(i - 1) in grammar_words("went"):  # the rate went from 201 to 206
        return "shifted"
    start, _ = cursor.tagged.sentences[cursor.tagged.sentence_of[i]]
    for j in range(max(start, i - _MOVE_REACH), i):
        sense = cursor.sense(j, S.VERB)
        if sense is not None and sense.role in ("change_up", "change_down"):
            return sense.role
        if cursor.is_word(j, "shifted"):
            return "shifted"
    return ""
