"""Numbers whose noun or unit was said before, and bare figures that a verb leads to."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.senses import Entry
from arnlp.numbers import NumberMention, times
from arnlp.quantities.bounds import OWNED
from arnlp.quantities.counts import YEARS
from arnlp.quantities.mention import QuantityMention, new_quantity, noun_text
from arnlp.quantities.money import letter_scale
from arnlp.text.tokens import LATIN, WORD

_SUBJECT_REACH = 7  # tokens of a subject between its verb and a figure
_CARRIED = 8  # quantities back to one whose noun or currency still holds
_COMMAS = (",", "\u060c")
_LARGE = 10**6  # from this scale on an amount may leave its currency out
_CARRY_REACH = 6  # tokens from an amount to one that leaves its currency out


def read_elliptic(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read a number whose noun was said before, or a figure that a verb leads to."""
    if number.kind == "fraction":
        return None
    i = number.first - 1
    while i >= 0 and cursor.entries[i].mask & S.CLITIC:
        i -= 1
    left = cursor.entries[i] if i >= 0 else None
    right = cursor.entries[number.last] if number.last < cursor.size else None
    carried = before[-1] if before and before[-1].kind in ("count", "money", "measure") else None
    same_sentence = carried is not None and (
        cursor.tagged.sentence_of[carried.first] == cursor.tagged.sentence_of[number.first]
    )
    compared = _is_compared(cursor, i)
    others = cursor.is_word(number.last, "others")
    part = cursor.is_word(i, "partitive") or (
        cursor.is_word(number.last, "partitive") and not cursor.is_word(i, "each")
    )
    compared = compared or _is_up_from(cursor, i)
    if (others or part or compared) and carried is not None and same_sentence:
        last = number.last + (1 if others else 0)
        value = times(number.value, carried.one)
        found = new_quantity(cursor, number, last, carried.kind, carried.unit, value)
        found.noun, found.one = carried.noun, carried.one
        found.ambiguous = carried.ambiguous
        return found
    ended = _read_second_end(cursor, number, i, before)
    if ended is not None:
        return ended
    shared = _read_shared_money(cursor, number, i, before) or _read_distributed(
        cursor, number, before
    )
    if shared is not None:
        return shared
    headcount = _read_headcount(cursor, number, i)
    if headcount is not None:
        return headcount
    if left is None or number.value in (0, 1):
        return None
    verb = left.senses.get(S.VERB)
    if verb is None and _is_count_of(cursor, i):  # بلغ عددها 463,800
        verb = cursor.sense(i - 1, S.VERB)
    led = (verb is not None and verb.role == "reach") or left.mask & S.BOUND
    if not led and left.kind == WORD and left.definite:
        led = number.value not in YEARS and _is_reached(cursor, i, right)
    relation = left.senses.get(S.RELATION)
    by = relation is not None and "by" in relation.value
    if (by or left.norm in ("الي", "to", "عند", "at")) and i > 0:
        led = any(
            (v := cursor.entries[k].senses.get(S.VERB)) is not None
            and v.role in ("reach", "change_up", "change_down")
            for k in range(max(0, i - 6), i)
        )
    if led and not (right is not None and right.mask & (S.MONTH | S.PERIOD | S.DAYPART)):
        if (
            carried is not None
            and same_sentence
            and carried.kind == "money"
            and number.scale > 1
            and number.first - carried.last <= _CARRY_REACH
        ):  # من 12 ألف جنيه ولا يزيد على 15 ألفا
            return new_quantity(cursor, number, number.last, "money", carried.unit)
        return new_quantity(cursor, number, number.last, "count", None)
    return None


def _read_headcount(cursor: Cursor, number: NumberMention, i: int) -> QuantityMention | None:
    """Read a population of 5.2 million, بعدد سكان 10 ملايين: the noun stands before."""
    while i > 0 and (cursor.is_word(i, "of") or cursor.mask(i) & S.BOUND):
        i -= 1
    after = cursor.mask(number.last)
    if not cursor.is_word(i, "headcount") or after & (S.NOUN | S.UNIT | S.PERCENT):
        return None
    found = new_quantity(cursor, number, number.last, "count", None)
    found.noun = noun_text(cursor, i, i + 1)
    return found


def _read_second_end(
    cursor: Cursor, number: NumberMention, i: int, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read the second end of from 13,000 kWh to 11,200, whose unit the first gives."""
    if not before or not cursor.is_word(i, "range") or before[-1].last != i:
        return None
    origin = cursor.sense(before[-1].first - 1, S.RELATION)
    if origin is None or "from" not in origin.value:
        return None  # rose 4% to 16,250
    j = number.last
    after = cursor.entries[j] if j < cursor.size else None
    if after is not None and after.kind in (WORD, LATIN) and not after.mask & S.STOP:
        return None
    carried = before[-1]
    if carried.number is None:
        return None
    value = times(number.value, carried.one)
    found = new_quantity(cursor, number, j, carried.kind, carried.unit, value)
    found.noun, found.ambiguous = carried.noun, carried.ambiguous
    return found


def _said_before(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention], kind: str
) -> QuantityMention | None:
    """Return the last amount, or count with its noun, if the sentence of a number has it."""
    for quantity in reversed(before[-_CARRIED:]):
        if quantity.kind == kind and (kind != "count" or quantity.noun):
            sentence = cursor.tagged.sentence_of
            same = sentence[quantity.first] == sentence[number.first]
            return quantity if same else None
    return None


def _read_shared_money(
    cursor: Cursor, number: NumberMention, i: int, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read an amount whose currency the sentence has given: منها 53 مليارا للخط الأول."""
    if number.scale < _LARGE:
        return None
    carried = _said_before(cursor, number, before, "money")
    if carried is None:
        return None
    j = number.last
    after = cursor.entries[j] if j < cursor.size else None
    if after is not None and after.kind in (WORD, LATIN):
        led = after.clitics == "ل" or after.mask & (S.RELATION | S.STOP)
        if not led or cursor.is_word(j, "of") or after.mask & S.VERB:
            return None
    led_by = cursor.mask(i) & (S.RELATION | S.BOUND | S.STOP | S.COMMA) or i < number.first - 1
    if not (led_by or cursor.is_word(i, "partitive") or cursor.entries[number.first].clitics):
        return None
    return new_quantity(cursor, number, j, "money", carried.unit)


def _read_distributed(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read what a count is made up of: 222 من كلية الإدارة و78 من كلية الحوسبة."""
    j = number.last
    if number.value < 2 or (not cursor.is_word(j, "of", "from")):
        return None
    if cursor.entries[j].kind == LATIN and not cursor.is_word(j, "from"):
        return None
    if not cursor.mask(j + 1) & (S.ORG_HEAD | S.ORG | S.PLACE | S.PLACE_HEAD | S.NATIONALITY):
        return None
    carried = _said_before(cursor, number, before, "count")
    if carried is None:
        return None
    found = new_quantity(cursor, number, j, "count", None)
    found.noun = carried.noun
    return found


def read_former_level(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read up from 14.9m behind a count: millions of it, and no metres."""
    scale = letter_scale(cursor, number, number.last)
    if not scale or not before or before[-1].kind not in ("count", "money"):
        return None
    if not _is_up_from(cursor, number.first - 1):
        return None
    value = number.value * scale
    found = new_quantity(cursor, number, number.last + 1, before[-1].kind, before[-1].unit, value)
    found.noun = before[-1].noun
    return found


def _is_count_of(cursor: Cursor, i: int) -> bool:
    """Tell whether a token is 'their number', 'its value': عددها, قيمتها."""
    return cursor.entries[i].kind == WORD and cursor.norm(i).endswith(OWNED)


def _is_reached(cursor: Cursor, i: int, right: Entry | None) -> bool:
    """Tell whether a verb and its subject lead to a bare figure: بلغ عدد المشاركين 500."""
    if right is not None and right.kind in (WORD, LATIN) and not right.mask & S.STOP:
        return False
    for j in range(i, max(-1, i - _SUBJECT_REACH), -1):
        entry = cursor.entries[j]
        verb = entry.senses.get(S.VERB)
        if verb is not None and verb.role == "reach":
            return True
        if entry.kind != WORD or cursor.masks[j] & S.NUMBER:
            return False
        if cursor.masks[j] & S.STOP and not (
            cursor.masks[j] & S.MEASURE or cursor.is_word(j, "in")
        ):
            return False
    return False


def _is_up_from(cursor: Cursor, i: int) -> bool:
    """Tell whether 'up from' or صعودا من leads to a figure: the level before."""
    if not cursor.is_word(i, "from", "of"):
        return False
    j = i - 1 if cursor.norm(i - 1) not in _COMMAS else i - 2
    return cursor.is_word(j, "moved")


def _is_compared(cursor: Cursor, i: int) -> bool:
    """Tell whether a comparison leads to a figure: compared with 96,500, مقابل 83."""
    for j in (i, i - 1):
        sense = cursor.sense(j, S.RELATION)
        if sense is not None and "compared" in sense.value and "from" not in sense.value:
            return True
    return False
