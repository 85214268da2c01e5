"""How many a definite plural has, told behind it: المرشحين الـ17, الدول العربية الـ22."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.morphology import readings
from arnlp.numbers import NumberMention
from arnlp.quantities.mention import QuantityMention, new_quantity, noun_text
from arnlp.text.clitics import THE, led_by
from arnlp.text.tokens import WORD

_READINGS = 3  # of a word, the likeliest
_TIMES = S.UNIT | S.PERIOD | S.SET | S.MONTH | S.DAYPART


def read_definite(cursor: Cursor, number: NumberMention) -> QuantityMention | None:
    """Read a numeral with the article behind a plural that has it, where others are ordinals: الدورة الـ12."""
    article = number.first - 1
    if led_by(cursor.norm(article)) != THE or number.value < 2 or cursor.is_latin(number.first):
        return None
    last = article - 1
    if last < 0 or not _is_noun(cursor, last) or not cursor.entries[last].definite:
        return None
    first = last
    if not _is_plural(cursor, last):  # الدول العربية
        first = last - 1
        if first < 0 or not _is_noun(cursor, first) or not cursor.entries[first].definite:
            return None
        if not _is_plural(cursor, first):
            return None
    again = grammar_words("held_again")
    day = cursor.norm(last).partition(" ")[0]  # one token where the tables know it
    if not again.isdisjoint((cursor.norm(first - 1), cursor.norm(first), day)):
        return None  # دورة الألعاب الأولمبية الـ31, باليوم الوطني الـ53
    found = new_quantity(cursor, number, number.last, "count", None)
    found.noun = noun_text(cursor, first, article)
    return found


def _is_noun(cursor: Cursor, i: int) -> bool:
    entry = cursor.entries[i]
    return entry.kind == WORD and not entry.mask & (_TIMES | S.NUMBER | S.STOP)


def _is_plural(cursor: Cursor, i: int) -> bool:
    """Tell whether a word may be a plural; المرشحين are two or more, but no two are seventeen."""
    likely = readings(cursor.entries[i].surface, WORD)[:_READINGS]
    return any(
        r.bundle.pos in ("NOUN", "ADJ") and ("Number", "Plur") in r.bundle.features for r in likely
    )
