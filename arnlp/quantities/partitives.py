"""So many of those that are told behind them: 166 من شركات السوق, أربعة من ستة اتحادات, 87 out of 122."""

from __future__ import annotations

from arnlp.engine import Cursor, is_adjective, is_verb, noun_end
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words, has_role
from arnlp.lexicon.senses import Entry
from arnlp.morphology import features as F
from arnlp.numbers import NumberMention
from arnlp.quantities.counts import count_of
from arnlp.quantities.elliptic import carried_over, ends_bare, left_of_bounds
from arnlp.quantities.mention import QuantityMention, is_plain_year, new_quantity, noun_text
from arnlp.text.clitics import AND, THE, ends_in_pronoun, led_by, pronoun
from arnlp.text.tokens import LATIN, NUMERAL, WORD

_TIMED = S.UNIT | S.PERIOD | S.CURRENCY | S.PERCENT | S.MONTH | S.WEEKDAY | S.DAYPART
_NOT_COUNTED = _TIMED | S.STOP | S.NUMBER | S.NUMERIC | S.PLACE | S.GIVEN_NAME | S.FRACTION
_OWNERS = S.PLACE | S.ORG | S.ORG_HEAD
_OWN = (pronoun("he"), pronoun("we"))
_GOES_ON = ("%", "/", "-")  # behind a number: it is no whole of which some are told
_NUMBERED = S.PERIOD | S.UNIT | S.MONTH | S.RANK_NOUN | S.IDENTIFIER_CUE


def read_part(cursor: Cursor, number: NumberMention) -> QuantityMention | None:
    """Read so many of a plural, of a number or of a pronoun: 10 من تلك العناصر, أربعة من ستة اتحادات."""
    j = number.last
    if j >= cursor.size or not is_amount(cursor, number):
        return None
    if cursor.entries[j].kind == LATIN:
        return _read_english(cursor, number)
    if cursor.is_word(j, "partitive"):
        return new_quantity(cursor, number, j, "count", None)
    if cursor.norm(j) not in grammar_words("some_of"):
        return None
    k = j + 1 + cursor.is_word(j + 1, "between")
    if has_role(cursor.norm(k), "base"):
        return _of_number(cursor, number, k + 1)
    if k in cursor.number_at:
        found = _of_number(cursor, number, k)
        return None if found is None or found.noun is None else found
    return _of_plural(cursor, number, k)


def read_whole(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read of how many a part is told, with nothing behind it: 87 من أصل 122, 85 out of 120."""
    i = left_of_bounds(cursor, number)
    arabic = has_role(cursor.norm(i), "base") and cursor.norm(i - 1) in grammar_words("some_of")
    if not arabic and not _is_out_of(cursor, i - 1):
        return None
    part = cursor.number_before.get(i - 1)
    carried = carried_over(cursor, number, before)
    counted = carried is not None and carried.kind == "count" and carried.last <= i - 1
    if not counted or not ends_bare(cursor, number.last) or cursor.mask(number.last) & _TIMED:
        return None
    if part is None and carried is not None and carried.last != i - 1:
        return None
    found = new_quantity(cursor, number, number.last, "count", None)
    found.noun = carried.noun if carried is not None else None
    return found


def is_amount(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether a number may count what is not beside it: no one, no year, no number of a thing."""
    value, i = number.value, number.first
    if not isinstance(value, int) or value < 2:
        return False
    if number.article or led_by(cursor.norm(i - 1)) == THE:
        return False
    if cursor.entries[i].kind != NUMERAL:
        return not (i and value == 2 and cursor.entries[i - 1].dual)  # سعوديين اثنين
    if is_plain_year(cursor, i, value):
        return False
    left = cursor.entries[i - 1] if i else None
    if left is None or left.kind not in (WORD, LATIN):
        return True
    if left.mask & (S.CLITIC | S.STOP | S.BOUND | S.VERB | S.QUANTITY_WORD):
        return not left.mask & _NUMBERED
    if left.mask & _NUMBERED or (left.kind == LATIN and not left.surface.islower()):
        return False
    return len(left.norm) > 2  # no إف 16 من


def _of_number(cursor: Cursor, number: NumberMention, k: int) -> QuantityMention | None:
    """Read so many of a larger number, with its noun where it has one: أربعة من ستة اتحادات."""
    while cursor.mask(k) & S.BOUND:
        k += 1
    whole = cursor.number_at.get(k)
    if whole is None or whole.kind != "cardinal" or not whole.value > number.value:
        return None
    j = whole.last
    if cursor.mask(j) & (_TIMED | S.NUMERIC | S.MULTIPLE) or cursor.norm(j) in _GOES_ON:
        return None
    if cursor.norm(j) in grammar_words("up_to"):
        return None
    found = new_quantity(cursor, number, number.last, "count", None)
    end = noun_end(cursor.entries, j, whole.value)
    if end > j and (cursor.mask(j) & S.NOUN or _is_many(cursor, j) or cursor.is_latin(j)):
        found.noun = noun_text(cursor, j, end)
    return found


def _of_plural(cursor: Cursor, number: NumberMention, k: int) -> QuantityMention | None:
    """Read so many of a plural that is known: من تلك العناصر, من أبرز المؤسسات, من أطفاله."""
    first = k
    if cursor.norm(k) in grammar_words("these"):
        k = first = k + 1
        if not (k < cursor.size and cursor.entries[k].definite):
            return None
    elif cursor.mask(k) & S.RANK_ADJECTIVE or cursor.norm(k) in grammar_words("foremost"):
        k += 1
        if not (k < cursor.size and cursor.entries[k].definite):
            return None
    end = _plural_end(cursor, k)
    return count_of(cursor, number, first, end) if end > k else None


def _plural_end(cursor: Cursor, k: int) -> int:
    """Return the end of a definite plural, with its owner and adjectives; ``k`` where none stands."""
    entry = cursor.entries[k] if k < cursor.size else None
    if entry is None or not _is_many(cursor, k):
        return k
    end = k + 1
    if not (entry.definite or _is_owned(entry)):
        owner = cursor.entries[end] if end < cursor.size else None
        if (
            owner is None
            or owner.kind != WORD
            or owner.led == AND
            or owner.mask & (S.STOP | S.NUMBER)
        ):
            return k
        if not (owner.definite or owner.mask & _OWNERS or _is_owned(owner)):
            return k
        end += 1
    while end < cursor.size and is_adjective(cursor.entries[end], True):
        end += 1
    return end


def _is_many(cursor: Cursor, k: int) -> bool:
    """Tell whether a word that may be counted is likelier a plural than anything else."""
    entry = cursor.entries[k]
    if entry.kind != WORD or entry.clitics or entry.mask & _NOT_COUNTED or is_verb(entry):
        return False
    noun = entry.senses.get(S.NOUN)
    if noun is not None:
        return noun.role == "plural"
    best = entry.readings[0].bits if entry.readings else 0
    if not best & F.NOMINAL_POS:
        return False
    if best & F.NUMBER == F.DUAL and not entry.definite:  # مهندسي, a dual by its letters
        return any(reading.bits & F.NUMBER == F.PLUR for reading in entry.readings)
    return best & F.NUMBER == F.PLUR


def _is_owned(entry: Entry) -> bool:
    """Tell whether a word ends in a pronoun: أطفاله, ركابها, جنودنا."""
    return ends_in_pronoun(entry.norm) or (len(entry.norm) > 3 and entry.surface.endswith(_OWN))


def _is_out_of(cursor: Cursor, j: int) -> bool:
    return cursor.norm(j) in grammar_words("out") and cursor.is_word(j + 1, "of")


def _read_english(cursor: Cursor, number: NumberMention) -> QuantityMention | None:
    """Read 85 out of 122, 14 of us."""
    j = number.last
    if _is_out_of(cursor, j):
        return _of_number(cursor, number, j + 2)
    if cursor.is_word(j, "of") and cursor.norm(j + 1) in grammar_words("us"):
        return new_quantity(cursor, number, j, "count", None)
    return None
