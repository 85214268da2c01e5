"""English bare figures whose writing alone shows that they count: a comma parts their thousands.

They are read last, so that what stands beside a figure or leads to it has been asked. One behind an
amount of money or a measure may be more of it, and is left.
"""

from __future__ import annotations

from arnlp.engine import Cursor, counts_many, english_noun_end, is_past_form
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.numbers import SIGNS, NumberMention
from arnlp.quantities.counts import count_of
from arnlp.quantities.elliptic import NAMES_NUMBERS, last_amount, left_of_bounds, like
from arnlp.quantities.mention import QuantityMention, new_quantity
from arnlp.quantities.predicated import ends_figure, is_english
from arnlp.text.tokens import BREAK, LATIN, NUMERAL

_THOUSAND = 1000
_SCALED = 10**6
_UNITS_REACH = 30  # tokens behind an amount in which a bare figure may be more of it
_OPENS_OTHER = "-\u2013/\\#=$\u20ac\u00a3\u00a5*+@.:_"  # glued to the front of what is no figure
_UNITS = S.UNIT | S.PERCENT | S.CURRENCY | S.NUMBER | S.MONTH


def read_grouped(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read (17,045), Jeddah received 131,900, of whom 9,305 were in transit: a comma parts thousands."""
    if not is_grouped(cursor, number) or not _stands_alone(cursor, number):
        return None
    if not is_english(cursor, number.first):
        return None
    noun_end = _participle_noun_end(cursor, number.last)
    if noun_end:
        return count_of(cursor, number, number.last, noun_end)
    carried = last_amount(before)
    if not _ends_count(cursor, number.last) and not _is_rest(cursor, number, carried):
        return None
    if carried is None:
        return new_quantity(cursor, number, number.last, "count", None)
    sentence_of = cursor.tagged.sentence_of
    if cursor.norm(number.last) == "in" and cursor.norm(number.last + 1) == "number":
        return new_quantity(cursor, number, number.last, "count", None)
    same = sentence_of[carried.first] == sentence_of[number.first]
    if carried.kind != "count":
        if same or number.first - carried.last <= _UNITS_REACH:
            return None
        return new_quantity(cursor, number, number.last, "count", None)
    if same and carried.noun and _shares_noun(cursor, number, carried):
        return like(cursor, number, number.last, carried)
    return new_quantity(cursor, number, number.last, "count", None)


def is_grouped(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether a comma parts the thousands of a number, or it is a decimal of millions: 57.2 million."""
    if number.kind != "cardinal" or number.article:
        return False
    at = number.first + (cursor.norm(number.first) == "(")
    entry = cursor.entries[at]
    if entry.kind != NUMERAL:
        return False
    if number.scale >= _SCALED:
        return "." in entry.norm or "," in entry.norm
    whole = isinstance(number.value, int) and number.value >= _THOUSAND
    return whole and "," in entry.norm and "." not in entry.norm


def _stands_alone(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether nothing before a number makes it a name, a rate or a part of another."""
    text, start = cursor.tagged.text, number.start
    if start and (text[start - 1].isalnum() or text[start - 1] in _OPENS_OTHER):
        return False
    i = number.first - 1
    if cursor.entries[i].surface in SIGNS and (
        cursor.is_adjacent(number.first)
        or (number.last >= cursor.size or cursor.entries[number.last].kind == BREAK)
    ):
        return False  # -1,200,000 has its sign as a number
    if i >= 0 and cursor.is_latin(i) and cursor.entries[i].surface.endswith("."):
        return False  # H.R. 1,234
    if cursor.mask(i) & (NAMES_NUMBERS | S.CURRENCY) or cursor.is_word(i, "per", "each"):
        return False
    i = left_of_bounds(cursor, number)
    if cursor.norm(i) == "of" and cursor.norm(i - 1) in grammar_words("aged"):
        return False
    if cursor.norm(i) in grammar_words("per_so_many"):
        return not cursor.mask(i - 1) & (S.NUMBER | S.NUMERIC | S.PERCENT)
    return not cursor.mask(i) & NAMES_NUMBERS


def _ends_count(cursor: Cursor, j: int) -> bool:
    """Tell whether a figure ends at a token: at a mark, a small word, a verb, and no noun or unit."""
    if ends_figure(cursor, j):
        return True
    after = cursor.entries[j]
    if after.kind != LATIN or after.mask & _UNITS:
        return False
    if after.mask & S.VERB or is_past_form(after) or after.norm.endswith("ing"):
        return True
    return bool(after.mask & (S.ADJECTIVE | S.NATIONALITY)) and ends_figure(cursor, j + 1)


def _participle_noun_end(cursor: Cursor, j: int) -> int:
    """Return the end of a plural behind a participle: 1,012 operating establishments; 0 for none."""
    if not cursor.is_latin(j) or not cursor.norm(j).endswith("ing") or cursor.mask(j) & S.RELATION:
        return 0
    if not counts_many(cursor.entries, j + 1):
        return 0
    return english_noun_end(cursor.entries, j + 1, 2)


def _is_rest(cursor: Cursor, number: NumberMention, carried: QuantityMention | None) -> bool:
    """Tell whether a figure is the next part of what was counted: of which 300 were new and 1,400 old."""
    i = number.first - 1
    if carried is None or carried.kind != "count" or carried.first < 1 or not cursor.is_and(i):
        return False
    if cursor.mask(number.last) & _UNITS or not cursor.is_latin(number.last):
        return False
    return cursor.is_word(carried.first - 1, "partitive")


def _shares_noun(cursor: Cursor, number: NumberMention, carried: QuantityMention) -> bool:
    """Tell whether a figure of a sentence counts what the one before counts: bracketed, or a part."""
    i = left_of_bounds(cursor, number)
    return (
        cursor.norm(number.first) == "("
        or cursor.norm(i) in ("(", "from", "another", "with")
        or cursor.is_word(i, "partitive")
        or _is_rest(cursor, number, carried)
    )
