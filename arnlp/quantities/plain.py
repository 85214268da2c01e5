"""English plain figures that only their place in a sentence shows to count: parts, members, former levels.

Of the 90 cities 47 had inflation; two were granted more time; retaliation with 388; it had been 245.5.
Each needs a count told before it, whose noun it takes.
"""

from __future__ import annotations

from arnlp.engine import Cursor, english_noun_end, is_past_form
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.numbers import NumberMention
from arnlp.quantities.elliptic import NAMES_NUMBERS, last_amount, left_of_bounds, like
from arnlp.quantities.mention import QuantityMention, is_plain_year, new_quantity
from arnlp.quantities.predicated import ends_figure, is_english
from arnlp.text.tokens import LATIN

_BACK = 45  # tokens from what was counted to its part, a sentence later
_LEAST = 10  # what a plain numeral must be to count without a verb of its own
_MANY = 1000  # what a whole must be for so many of it to be a rate
_REACH = 20  # tokens of a sentence before a figure in which its predicate stands
_OTHERS = S.UNIT | S.PERCENT | S.MONTH | S.CURRENCY | S.NUMBER | S.NUMERIC | S.WEEKDAY | S.DAYPART
_COMMAS = (",", ";")


def read_plain(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read a plain figure that takes its noun from a count before it."""
    if number.kind != "cardinal" or number.article or number.value < 2 or number.scale > 1:
        return None
    if is_plain_year(cursor, number.first, number.value) or not is_english(cursor, number.first):
        return None
    carried = last_amount(before)
    if carried is None or carried.kind != "count" or number.first - carried.last > _BACK:
        return None
    sentence_of = cursor.tagged.sentence_of
    start = cursor.tagged.sentences[sentence_of[number.first]][0]
    inside = carried.first >= start
    i = left_of_bounds(cursor, number)
    i -= cursor.norm(i) in grammar_words("merely")
    if i >= 0 and cursor.mask(i) & NAMES_NUMBERS:
        return None
    if not (
        _is_part(cursor, number, start, inside)
        or _is_level(cursor, number, i, carried)
        or _is_bracketed_behind(cursor, number, carried)
        or (number.value >= _LEAST and _is_had(cursor, number, i, start))
    ):
        return None
    found = like(cursor, number, number.last, carried)
    if cursor.is_word(number.last, "others") and found.last == number.last:
        found.last, found.end = number.last + 1, cursor.tagged.ends[number.last]
    return found


def read_per_many(cursor: Cursor, number: NumberMention) -> QuantityMention | None:
    """Read 12.1 per 100,000, 6.2 per thousand: so many in a round number of those who may be."""
    j, i = number.last, number.first - 1
    if number.kind != "cardinal" or number.scale > 1 or cursor.norm(j) != "per":
        return None
    whole = cursor.number_at.get(j + 1)
    if whole is None and cursor.number_role(j + 1) == "scale":  # per thousand
        last = j + 2
    elif whole is not None and whole.kind == "cardinal" and whole.value >= _MANY:
        last = whole.last
    else:
        return None
    if not cursor.is_latin(i) and cursor.norm(i) not in _COMMAS:
        return None
    found = new_quantity(cursor, number, j, "count", None)
    found.last = max(english_noun_end(cursor.entries, last, 2), last)
    found.per = cursor.tagged.text[cursor.tagged.starts[j + 1] : cursor.tagged.ends[found.last - 1]]
    found.end, found.rate_at = cursor.tagged.ends[found.last - 1], j
    return found


def _is_part(cursor: Cursor, number: NumberMention, start: int, inside: bool) -> bool:
    """Tell whether a figure is a part of what was counted: Of these, 881 belong to; Two were granted."""
    i, j = number.first - 1, number.last
    j += cursor.is_word(j, "others")
    if cursor.mask(j) & _OTHERS or j >= cursor.size:
        return False
    after = cursor.entries[j]
    told = after.kind == LATIN and (
        after.norm in grammar_words("be")
        or after.norm in grammar_words("have")
        or is_past_form(after)
        or bool(after.mask & S.VERB and not after.mask & S.NOUN)
    )
    while start < i and cursor.entries[start].kind != LATIN:
        start += 1
    if i < start:
        return told
    parted = cursor.norm(start) in grammar_words("of_them")
    if parted and not inside and cursor.norm(i) == "," and after.kind == LATIN:
        return True
    if parted and told and inside:
        return cursor.norm(i) == "," or _is_noun_before(cursor, i)
    joined = cursor.norm(i) in _COMMAS or cursor.is_and(i)
    if not (inside and joined and after.kind == LATIN):
        return False
    return parted and (told or bool(after.mask & S.STOP) or ends_figure(cursor, j + 1))


def _is_noun_before(cursor: Cursor, i: int) -> bool:
    """Tell whether a word that no figure belongs to stands at a token: of the listed companies 45."""
    return cursor.is_latin(i) and not cursor.mask(i) & (S.STOP | S.VERB | NAMES_NUMBERS)


def _is_level(cursor: Cursor, number: NumberMention, i: int, carried: QuantityMention) -> bool:
    """Tell whether a figure is a level of what was counted at another time: it had been 245.5."""
    if not ends_figure(cursor, number.last) or not cursor.is_latin(i):
        return False
    word, verb = cursor.norm(i), cursor.norm(i - 1)
    if word == "been" and verb in grammar_words("have"):
        return True
    if word in grammar_words("be") and verb == "there":
        return True
    again = cursor.is_and(i) and cursor.norm(carried.first - 1) == "been"
    return again and cursor.norm(number.last) == "in"


def _is_bracketed_behind(cursor: Cursor, number: NumberMention, carried: QuantityMention) -> bool:
    """Tell whether a figure stands in brackets right behind that of a label: Vessels: 548 (529)."""
    bracketed = cursor.norm(number.first) == "(" and cursor.norm(number.last - 1) == ")"
    first = number.first
    if not bracketed:
        if cursor.norm(first - 1) != "(" or cursor.norm(number.last) != ")":
            return False
        first -= 1
    return carried.last == first and cursor.norm(carried.first - 1) == ":"


def _is_had(cursor: Cursor, number: NumberMention, i: int, start: int) -> bool:
    """Tell whether a member of a list had so many: whereas Al Wusta had only 611; Lahj with 97."""
    j = number.last
    if j < cursor.size and cursor.norm(j) not in (*_COMMAS, ".") and not cursor.is_and(j):
        return False
    if cursor.norm(i) in grammar_words("have"):
        return True
    if cursor.norm(i) != "with" or cursor.mask(i - 1) & (S.STOP | S.VERB) or i <= start:
        return False
    low = max(start, i - _REACH)
    return any(cursor.norm(k) in grammar_words("ranking") for k in range(low, i))
