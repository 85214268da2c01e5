"""Numbers behind what they count: السنوات الخمس, يوم واحد."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.numbers import NumberMention, times
from arnlp.quantities.mention import QuantityMention, new_quantity, noun_text
from arnlp.text.clitics import AND, AS, THE, led_by
from arnlp.text.tokens import WORD


def read_single_one(cursor: Cursor, number: NumberMention) -> QuantityMention | None:
    """Read يوم واحد and جهة واحدة: one, behind its noun."""
    i = number.first - 1
    if number.value != 1 or i < 0 or number.last != number.first + 1:
        return None
    before, entry = cursor.entries[i], cursor.entries[number.first]
    if entry.kind != WORD or entry.clitics or before.definite or before.led == AS:
        return None
    if before.led == AND and before.norm in grammar_words("undivided"):
        return None  # وطن واحد
    unit, noun = before.senses.get(S.UNIT), before.senses.get(S.NOUN)
    if unit is not None and unit.role == "singular":
        return _quantity_behind(cursor, number, unit, i)
    is_noun = noun is not None and noun.role == "singular"
    return _quantity_behind(cursor, number, None, i) if is_noun else None


def _quantity_behind(
    cursor: Cursor, number: NumberMention, unit: S.Sense | None, i: int
) -> QuantityMention:
    """Return the quantity of a number behind its unit, or behind what it counts."""
    if unit is None:
        found = new_quantity(cursor, number, number.last, "count", None)
        found.noun = noun_text(cursor, i, i + 1)
    else:
        kind, factor = unit.extra
        value = times(number.value, factor)
        found = new_quantity(cursor, number, number.last, kind, unit.value, value)
        found.one = factor
    found.first, found.start = i, cursor.tagged.start_of(i)
    return found


def read_article_unit(cursor: Cursor, number: NumberMention) -> QuantityMention | None:
    """Read السنوات الخمس and المستشفيات الثلاثة: the counted noun stands before, both definite."""
    i = number.first - 1
    joined = led_by(cursor.norm(i)) == THE
    i -= joined  # الساعات الـ24
    before = cursor.entries[i]
    if i < 0 or before.kind != WORD or not before.definite:
        return None
    sense = before.senses.get(S.UNIT)
    if before.mask & S.PAPER and not is_span(cursor, number, number.last - 1):
        sense = None  # العقود الثلاثة: contracts
    if sense is not None and sense.role == "plural":
        return _quantity_behind(cursor, number, sense, i)
    noun = before.senses.get(S.NOUN)
    if noun is not None and noun.role == "dual":
        return None  # الدورتين الـ36 والـ37
    counted = before.mask & S.NOUN or before.norm.endswith(("ات", "ين"))
    return _quantity_behind(cursor, number, None, i) if counted else None


def is_span(cursor: Cursor, number: NumberMention, j: int) -> bool:
    """Tell whether a word beside says that decades are meant: منذ ستة عقود, عقود من الزمن."""
    if any(
        cursor.is_word(k, "spanning", "lasting", "through")
        for k in range(max(0, number.first - 3), number.first)
    ):
        return True
    if cursor.mask(j + 1) & S.DEIXIS:
        return True
    return cursor.is_word(j + 1, "of") and cursor.norm(j + 2) in grammar_words("time")
