"""Words that are a part of one: fifths, a third of, خمس السكان."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.numbers.values import times
from arnlp.text.clitics import AND
from arnlp.text.tokens import LATIN, NUMERAL, WORD

PLURALS = ("plural", "owned_plural")  # roles of what is counted: أرباع, أرباعها
PERIODIC = S.DEIXIS | S.ORDINAL  # the first three quarters are periods


def is_fraction_count(cursor: Cursor, value: Any, end: int) -> bool:
    """Tell whether a number counts parts of one: the three of 'and three quarters'."""
    part = denominator_at(cursor, end)
    return part is not None and times(value, part) < 1


def denominator_at(cursor: Cursor, i: int) -> Fraction | None:
    """Return the part of one that a plural at a token counts: أخماس, fifths."""
    sense = cursor.sense(i, S.FRACTION)
    if sense is None or sense.role not in PLURALS or cursor.entries[i].clitics:
        return None
    value: Fraction = sense.value
    return value


def is_compared(cursor: Cursor, j: int) -> bool:
    """Tell whether a word that compares stands at a token: a third less, a quarter below."""
    norm = cursor.norm(j)
    if norm in grammar_words("more_or_less") or norm in grammar_words("up_or_down"):
        return True
    return bool(cursor.mask(j) & S.BOUND) and cursor.is_latin(j)


def is_moved_by(cursor: Cursor, i: int) -> bool:
    """Tell whether something moves by, or to, a definite part of one: بمقدار الثلث, إلى النصف; not بنسبة النصف الأول.

    So does one that is bounded: أقل من الثلث, but not نحو النصف ساعة.
    """
    before = cursor.entries[i - 1] if i else None
    if before is None or before.kind != WORD:
        return False
    bounded = bool(before.mask & S.BOUND)
    moved = before.norm in grammar_words("moved_by") or before.norm in grammar_words("up_to")
    if not (bounded or moved):
        return False
    after = cursor.entries[i + 1] if i + 1 < cursor.size else None
    if after is not None and bounded and (after.mask & S.UNIT or after.norm == "("):
        return False  # قرابة الثلثين (62%)
    return (
        after is None
        or after.kind != WORD
        or bool(after.mask & (S.STOP | S.PERIOD | S.CLITIC))
        or after.led == AND
    )


def closes_number(cursor: Cursor, k: int, sense: S.Sense) -> bool:
    """Tell whether a word that may be a number closes one as part of it: three and a fifth."""
    if sense.role != "named":
        return False
    if cursor.entries[k].kind == LATIN:
        return cursor.norm(k - 1) == "a" and is_part(cursor, k)
    return cursor.mask(k) & S.NUMBER != 0 and (
        k + 1 >= cursor.size or cursor.entries[k + 1].kind not in (WORD, NUMERAL)
    )


def is_part(cursor: Cursor, i: int) -> bool:
    """Tell whether a word that may be a number or an ordinal is a part of one: خمس السكان."""
    sense = cursor.sense(i, S.FRACTION)
    if sense is None or sense.role != "named":
        return False
    after = cursor.entries[i + 1] if i + 1 < cursor.size else None
    if cursor.entries[i].kind == LATIN:  # a fifth of, no fifth round
        if after is None or after.norm == "of" or after.kind not in (LATIN, NUMERAL):
            return True
        if is_compared(cursor, i + 1):  # a third less
            return True
        return cursor.norm(i - 2) in grammar_words("moved_by") and bool(after.mask & S.STOP)
    return (
        after is not None
        and after.kind == WORD
        and after.definite
        and not after.clitics
        and not after.mask & (S.NUMBER | S.MONTH | S.ORDINAL)
    )


def counted_fifth(cursor: Cursor, j: int) -> Fraction | None:
    """Return the part of one that a singular behind a number from 11 on counts."""
    sense = cursor.sense(j, S.FRACTION)
    if sense is None or sense.role != "named" or cursor.entries[j].kind == LATIN:
        return None
    if cursor.entries[j].clitics or cursor.number_role(j - 1) in ("unit", "scale", ""):
        return None
    if j + 1 < cursor.size and cursor.entries[j + 1].kind in (WORD, NUMERAL):
        return None
    value: Fraction = sense.value
    return value


def is_owned_part(cursor: Cursor, i: int) -> bool:
    """Tell whether a part of one has its whole as a pronoun: نصفهم, ثلاثة أرباعها; not in نصفها الثاني, في نصفه."""
    sense = cursor.sense(i, S.FRACTION)
    if sense is None or sense.role not in ("owned", "owned_plural"):
        return False
    if cursor.norm(i - 1) in grammar_words("in_half"):
        return False
    after = cursor.entries[i + 1] if i + 1 < cursor.size else None
    return after is None or after.kind != WORD or not after.definite or bool(after.clitics)
