"""Pounds: a weight or money, as the words around them say."""

from __future__ import annotations

from itertools import takewhile

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.numbers import NumberMention

_MASSES = ("kg", "g", "t", "[lb_av]", "[oz_av]")
_NOUN_WORDS = 3  # how far behind it the noun of a 20 pound frozen turkey is looked for
_LED_WORDS = 4  # how far before it what leads to it is: weighed a little over 20 pounds
_MILLION = 10**6
_NO_NOUN = S.STOP | S.QUANTITY_WORD | S.UNIT | S.SET


def is_weight(cursor: Cursor, number: NumberMention, j: int) -> bool:
    """Tell whether the word behind a number is pounds that weigh: two pounds of meat, a 550 pound hog.

    A ten pound note and a two million pound investment are money; so is what nothing tells, where
    the release or a country that it names has pounds of its own.
    """
    sense, unit = cursor.sense(j, S.CURRENCY), cursor.sense(j, S.UNIT)
    if sense is None or unit is None or unit.value not in _MASSES:
        return False  # 18 سنتا, as the dual of سنة is written
    if cursor.norm(j + 1) == "of":
        return _told_of(cursor, j + 2) != "paid"
    if _is_told(cursor, number, j):
        return True
    country, named = cursor.context.country, cursor.context.countries_named()
    spends = country in sense.extra or not named.isdisjoint(sense.extra)
    if not _opens_noun(cursor, j):
        return not spends and country is not None
    if number.scale >= _MILLION:
        return False
    return _told_of(cursor, j + 1) in (("weighed",) if spends else ("weighed", ""))


def _is_told(cursor: Cursor, number: NumberMention, j: int) -> bool:
    """Tell whether words beside say that it weighs: weighed 20 pounds, 20 pounds lighter, 20 pounds (9 kg)."""
    if cursor.norm(j + 1) in grammar_words("heavier") or _is_mass_at(cursor, j + 1):
        return True
    first = number.first - 1
    if cursor.norm(first) == "(":  # 9 kg (20 pounds)
        return _is_mass(cursor, first - 1)
    before = takewhile(cursor.is_latin, range(first, first - _LED_WORDS, -1))
    return any(cursor.norm(i) in grammar_words("weighing") for i in before)


def _is_mass_at(cursor: Cursor, j: int) -> bool:
    """Tell whether a number of a mass stands at a token, in brackets or with the smaller unit."""
    j += cursor.norm(j) in ("(", "and", ",")
    number = cursor.number_at.get(j)
    return number is not None and _is_mass(cursor, number.last)


def _is_mass(cursor: Cursor, j: int) -> bool:
    sense = cursor.sense(j, S.UNIT)
    return sense is not None and sense.value in _MASSES and not cursor.mask(j) & S.CURRENCY


def _opens_noun(cursor: Cursor, j: int) -> bool:
    """Tell whether the singular stands before a noun: a 20 pound turkey, a 20-pound turkey."""
    sense = cursor.sense(j, S.UNIT)
    return sense is not None and sense.role == "singular" and _is_content(cursor, j + 1)


def _is_content(cursor: Cursor, j: int) -> bool:
    return cursor.is_latin(j) and not cursor.mask(j) & (_NO_NOUN)


def _told_of(cursor: Cursor, j: int) -> str:
    """Return what the phrase at a token is told of by its pounds, as its last noun that tells: weighed, paid."""
    found = ""
    for k in range(j, j + _NOUN_WORDS):
        if not _is_content(cursor, k):
            break
        norm = cursor.norm(k)
        for role in ("weighed", "paid"):
            words = grammar_words(role)
            if norm in words or norm.removesuffix("s") in words:
                found = role
    return found
