"""English bare figures of which a predicate, a comparison or a label tells what they count.

Only a figure that shows that it is one is read so: it has a scale or a comma, a noun that counts
stands before it (the number of births was 214), or so many more, or fewer, than something.
"""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.numbers import NumberMention
from arnlp.quantities.elliptic import carried_over, left_of_bounds
from arnlp.quantities.mention import QuantityMention, is_plain_year, new_quantity, noun_text
from arnlp.text.tokens import BREAK, LATIN, NUMERAL, WORD

_BACK = 45  # tokens from what was counted to its part, a sentence later
_REACH = 20  # tokens of a sentence before a figure in which its predicate stands
_LABEL = 9  # tokens of a label before its colon
_NEAR = 6  # tokens back to the word that tells the language
_LEAST = 10  # what a plain numeral must be to be more than a number of something
_ENDS = (",", ";", ".", ")", "(", ":")
_NAMES_NUMBERS = S.IDENTIFIER_CUE | S.MONTH | S.RANK_NOUN | S.HIJRI_MONTH | S.WEEKDAY
_MOVES = ("change_up", "change_down")


def shows_figure(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether a number is written as figures are: with a scale, or with a comma in it."""
    if number.kind != "cardinal" or number.article or number.value < 2:
        return False
    first = cursor.entries[number.first]
    return number.scale > 1 or (first.kind == NUMERAL and "," in first.norm and number.value > 999)


def is_english(cursor: Cursor, i: int) -> bool:
    """Tell whether the nearest word before a token, if one is near, is English."""
    for k in range(i - 1, max(-1, i - _NEAR), -1):
        if cursor.entries[k].kind in (LATIN, WORD):
            return cursor.entries[k].kind == LATIN
    return True


def is_figure(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether a number may be a figure where its context wants one."""
    if number.kind != "cardinal" or number.article or number.value < 2:
        return False
    if is_plain_year(cursor, number.first, number.value) or not isinstance(number.value, int):
        return False
    return cursor.entries[number.first].kind == LATIN or number.value >= _LEAST


def ends_figure(cursor: Cursor, j: int) -> bool:
    """Tell whether a figure ends at a token: at a mark, a break, a small word, and no unit or noun."""
    if j >= cursor.size:
        return True
    after = cursor.entries[j]
    if after.kind == BREAK or after.norm in _ENDS or cursor.is_and(j):
        return not (after.norm == "." and cursor.mask(j + 1) & S.NUMERIC and cursor.is_adjacent(j))
    if after.mask & S.SET:
        return cursor.is_word(j + 1, "extent")  # from 230 a year earlier
    return after.kind == LATIN and bool(after.mask & S.STOP) and not after.mask & S.PERCENT


def read_difference(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read nine more than in 2021, a decrease of 64, up 143,000 on: what something differs by."""
    j = number.last
    i = left_of_bounds(cursor, number)
    if number.kind != "cardinal" or number.article or number.value < 2:
        return None
    more = _is_more_than(cursor, j)
    bracketed = cursor.norm(i - 1) == "(" and cursor.norm(j) == ")" and _is_move(cursor, i)
    if not more and not (bracketed and cursor.is_word(i, "moved")):  # 310 admissions (down 45)
        if not is_figure(cursor, number) and not shows_figure(cursor, number):
            return None
        if not ends_figure(cursor, j):
            return None
        if not cursor.mask(j) & S.RELATION and not _is_set_off(cursor, j):
            return None
        if not (_is_change_of(cursor, i) or _is_moved(cursor, i, j, number)):
            return None
    found = new_quantity(cursor, number, j, "count", None)
    carried = carried_over(cursor, number, before) or (before[-1] if more and before else None)
    if bracketed and (carried is None or carried.kind != "count"):
        return None
    if carried is not None and carried.kind == "count":
        found.noun = carried.noun
    return found


def read_predicated(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read came to 72,650, the number of births was 214, dropped by 18% in ten months to 29,410."""
    i = left_of_bounds(cursor, number)
    if _is_counted_in_brackets(cursor, number) or _is_mark(cursor, number):
        return new_quantity(cursor, number, number.last, "count", None)
    if i < 1 or not cursor.is_latin(i) or not ends_figure(cursor, number.last):
        return None
    shows = shows_figure(cursor, number)
    part = number.kind == "cardinal" and not isinstance(number.value, int)
    word, verb = cursor.norm(i), cursor.norm(i - 1)
    indexed = part and word == "of" and verb in grammar_words("indexed")
    predicated = part and (word in grammar_words("be") or indexed)
    if not (shows or is_figure(cursor, number) or predicated):
        return None
    if cursor.mask(i - 1) & S.BOUND and cursor.is_latin(i - 1):
        verb = cursor.norm(i - 2)
    start = cursor.tagged.sentences[cursor.tagged.sentence_of[i]][0]
    low = max(start, i - _REACH)
    if word in grammar_words("arrival") and verb in grammar_words("arrived"):
        led = True
    elif word in grammar_words("be"):
        named = "indexed" if part else "counting"
        tally = any(
            cursor.norm(k) in grammar_words(named) or cursor.norm(k) in grammar_words("counting")
            for k in range(low, i)
        )
        led = tally or (shows and bool(cursor.entries[i - 1].norm))
    elif indexed:
        led = True
    elif word == "to":
        led = shows and any(_is_move(cursor, k) for k in range(low, i))
    else:
        led = shows and _is_reach(cursor, i)
    if not led:
        return None
    found = new_quantity(cursor, number, number.last, "count", None)
    carried = carried_over(cursor, number, before)
    if carried is not None and carried.kind == "count" and word == "for":
        found.noun = carried.noun
    return found


def read_labelled(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read the figure of a line: Marriage contracts: 402, which its label names."""
    i = number.first - 1
    if cursor.norm(i) != ":" or cursor.mask(number.last) & (S.NUMERIC | S.PERCENT | S.UNIT):
        return None
    if not ends_figure(cursor, number.last) or not cursor.is_latin(i - 1):
        return None
    if (
        number.kind != "cardinal"
        or is_plain_year(cursor, number.first, number.value)
        or number.value < 2
    ):
        return None
    first = i
    while first > 0 and i - first < _LABEL and cursor.is_latin(first - 1):
        first -= 1
    if any(cursor.mask(k) & _NAMES_NUMBERS for k in range(first, i)):
        return None
    if first and cursor.entries[first - 1].kind != BREAK and cursor.norm(first - 1) not in "*-•●":
        return None
    plural = any(cursor.norm(k).endswith("s") for k in range(first, i))
    if not (shows_figure(cursor, number) or (plural and is_figure(cursor, number))):
        return None
    found = new_quantity(cursor, number, number.last, "count", None)
    found.noun = noun_text(cursor, first, i)
    return found


def read_fared_as(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read so many of what was counted, of whom a verb tells: 4,085 are new; nine were motorcyclists."""
    j = number.last
    if number.kind != "cardinal" or number.article or number.value < 2:
        return None
    if is_plain_year(cursor, number.first, number.value):
        return None
    if cursor.norm(j) == "of" and cursor.norm(j + 1) == "the":
        if cursor.norm(j + 2) not in grammar_words("those_who"):
            return None
        found = new_quantity(cursor, number, number.last, "count", None)
        found.noun = noun_text(cursor, j + 2, j + 3)
        return found
    if cursor.norm(j) not in grammar_words("be") or not before:
        return None
    i = number.first - 1
    if cursor.norm(i) not in (",", ";", ":") and not cursor.is_and(i):
        return None
    if number.first - before[-1].last > _BACK or before[-1].kind != "count":
        return None
    found = new_quantity(cursor, number, number.last, "count", None)
    found.noun = before[-1].noun
    return found


def _is_counted_in_brackets(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether a figure stands in brackets behind what counts: registered the highest number (318)."""
    i = number.first - 1
    if cursor.norm(i) != "(" or cursor.norm(number.last) != ")" or not is_figure(cursor, number):
        return False
    return cursor.norm(i - 1) in grammar_words("counting") or (
        cursor.norm(i - 2) == "of" and cursor.norm(i - 3) in grammar_words("counting")
    )


def _is_mark(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether a figure is a mark that something passes: the 41 million mark."""
    if cursor.norm(number.last) not in grammar_words("marks") or not shows_figure(cursor, number):
        return False
    return cursor.norm(number.first - 1) in grammar_words("article")


def _is_set_off(cursor: Cursor, j: int) -> bool:
    """Tell whether a mark or a break stands at a token, or a word that sets a figure against another: than, on."""
    if j >= cursor.size or cursor.entries[j].kind == BREAK or cursor.norm(j) in _ENDS:
        return True
    return cursor.norm(j) in grammar_words("set_against")


def _is_more_than(cursor: Cursor, j: int) -> bool:
    """Tell whether 'more than' or its like stands at a token, and no figure behind it."""
    if not cursor.is_latin(j) or cursor.mask(j + 1) & (S.NUMERIC | S.NUMBER):
        return False
    bound = cursor.sense(j, S.BOUND)
    if bound is not None and cursor.norm(j).endswith(" than"):
        return bound.role == "before"
    return cursor.norm(j) in grammar_words("more_or_less") and cursor.norm(j + 1) == "than"


def _is_change_of(cursor: Cursor, i: int) -> bool:
    """Tell whether 'a decrease of' leads to a figure."""
    return cursor.norm(i) == "of" and _is_move(cursor, i - 1)


def _is_moved(cursor: Cursor, i: int, j: int, number: NumberMention) -> bool:
    """Tell whether up or down leads to a figure that is compared with an earlier one: up 143,000 on."""
    if not cursor.is_word(i, "moved") or not _is_move(cursor, i):
        return False
    return shows_figure(cursor, number) or cursor.norm(j) in grammar_words("set_against")


def _is_move(cursor: Cursor, i: int) -> bool:
    sense = cursor.sense(i, S.VERB)
    return sense is not None and sense.role in _MOVES


def _is_reach(cursor: Cursor, i: int) -> bool:
    sense = cursor.sense(i, S.VERB)
    return sense is not None and sense.role == "reach"
