"""Fractions that something moves by, or that act by themselves: fell by a third, two thirds had applied, half of them."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.numbers import NumberMention, is_compared, is_moved_by
from arnlp.quantities.bounds import set_bound
from arnlp.quantities.elliptic import left_of_bounds
from arnlp.quantities.figures import Figures, Reading
from arnlp.quantities.mention import new_quantity, ratio_of
from arnlp.text.tokens import LATIN

_TIMES = S.UNIT | S.PERIOD | S.CURRENCY | S.NUMBER | S.NUMERIC | S.MONTH | S.DAYPART


def read_moved_fraction(cursor: Cursor, figures: Figures, k: int) -> Reading | None:
    """Read a fraction without its whole: by a third, بمقدار الثلث, up a fifth, a quarter more than."""
    number = figures.numbers[k]
    j = number.last
    if number.ratio or not number.value < 1 or cursor.is_and(number.first - 1):
        return None  # a year and a half
    if not cursor.is_latin(number.first):
        definite = cursor.entries[number.first].article and is_moved_by(cursor, number.first)
        return _ratio(cursor, number) if definite else None
    left = left_of_bounds(cursor, number)
    moved = cursor.norm(left) in grammar_words("moved_by") and _is_bare(cursor, j)
    if not (
        moved or is_compared(cursor, j) or _acts(cursor, number, left) or _is_of_them(cursor, j)
    ):
        return None
    return _ratio(cursor, number)


def _ratio(cursor: Cursor, number: NumberMention) -> Reading:
    found = new_quantity(cursor, number, number.last, "ratio", "1", ratio_of(number.value))
    set_bound(cursor, found)
    return Reading([found])


def _is_bare(cursor: Cursor, j: int) -> bool:
    """Tell whether nothing that is parted stands at a token: no unit, no time, no noun."""
    if j >= cursor.size or cursor.entries[j].kind != LATIN:
        return True
    if cursor.norm(j) in grammar_words("article"):
        return False  # by half an hour
    return bool(cursor.mask(j) & S.STOP) and not cursor.mask(j) & _TIMES


def _acts(cursor: Cursor, number: NumberMention, left: int) -> bool:
    """Tell whether so many parts, or half, are what a plural verb is about: two thirds had applied."""
    sentence_of = cursor.tagged.sentence_of
    opens = left < 0 or sentence_of[left] != sentence_of[number.first] or not cursor.is_latin(left)
    if not (opens or cursor.mask(left) & S.BOUND or cursor.is_and(left)):
        return False
    if cursor.norm(number.last) in grammar_words("plural_be"):
        return True
    several = cursor.norm(number.last - 1) in grammar_words("parts")
    verb = S.VERB | S.PAST | S.STOP
    return several and bool(cursor.mask(number.last) & verb)


def _is_of_them(cursor: Cursor, j: int) -> bool:
    """Tell whether the whole is a pronoun: three quarters of them, half of which."""
    if cursor.norm(j) in grammar_words("of_which"):
        return True
    whole = grammar_words("us")
    return cursor.is_word(j, "of") and cursor.norm(j + 1) in whole and _is_end(cursor, j + 2)


def _is_end(cursor: Cursor, j: int) -> bool:
    """Tell whether a pronoun stands alone before a token: half of those, and not half of those schools."""
    return (
        j >= cursor.size
        or cursor.entries[j].kind != LATIN
        or bool(cursor.mask(j) & (S.STOP | S.VERB))
    )
