"""Numbers whose noun, unit or currency was said before."""

from __future__ import annotations

from arnlp.engine import Cursor, opens_date
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.numbers import NumberMention, times
from arnlp.quantities.mention import YEARS, QuantityMention, new_quantity
from arnlp.quantities.money import letter_scale
from arnlp.text.clitics import AND, TO, led_by
from arnlp.text.tokens import LATIN, WORD

_CARRIED = 8  # quantities back to one whose noun or currency still holds
_CARRYING = ("count", "money", "measure")
# Words before a figure that it is only a name of: lines 12, May 12, third 12.
NAMES_NUMBERS = S.IDENTIFIER_CUE | S.MONTH | S.RANK_NOUN | S.WEEKDAY | S.NUMBER | S.NUMERIC
_COMMAS = (",", "\u060c")
_LISTED = 8  # tokens from one figure of a list to the next
_TIME_REACH = 5  # tokens of a time between the two ends of a change
_TIMED = S.PERIOD | S.MONTH | S.DEIXIS | S.DATE_LINK | S.DATE_WORD | S.RELATION | S.BOUND
_LOCATIONS = S.PLACE | S.PLACE_HEAD | S.MONTH  # what parts the figures of a list
_INCOMPLETE = ("acc", "plural")  # Arabic scales behind which something counted belongs
_LARGE = 10**6  # from this scale on an amount may leave its currency out


def left_of(cursor: Cursor, number: NumberMention) -> int:
    """Return the token before a number, over clitics."""
    i = number.first - 1
    while i >= 0 and cursor.entries[i].mask & S.CLITIC:
        i -= 1
    return i


def left_of_bounds(cursor: Cursor, number: NumberMention) -> int:
    """Return the token before a number, over clitics and then what says how exact it is."""
    i = left_of(cursor, number)
    while i > 0 and cursor.mask(i) & S.BOUND:
        i -= 1
    return i


def glued_comma(cursor: Cursor, i: int) -> int:
    """Return 1 where a comma is glued to the front of a numeral, as some layouts leave it: ،10279."""
    glued = cursor.norm(i - 1) in _COMMAS and cursor.is_adjacent(i)
    return int(glued and not cursor.is_adjacent(i - 1))


def is_cut_short(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether a full stop leads from a number to another numeral: 65 .404 مليار."""
    j = number.last
    return cursor.norm(j) == "." and bool(cursor.mask(j + 1) & S.NUMERIC)


def last_amount(before: list[QuantityMention]) -> QuantityMention | None:
    """Return the last quantity that may lend its noun, unit or currency: a count, money or a measure."""
    return next((one for one in reversed(before) if one.kind in _CARRYING), None)


def carried_over(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Return the quantity before a number, where its sentence has it and it may lend its noun."""
    last = before[-1] if before else None
    if last is None or last.kind not in _CARRYING:
        return None
    sentence_of = cursor.tagged.sentence_of
    return last if sentence_of[last.first] == sentence_of[number.first] else None


def like(
    cursor: Cursor, number: NumberMention, last: int, carried: QuantityMention
) -> QuantityMention:
    """Return a number up to a token as a quantity of the kind, unit and noun of another."""
    value = times(number.value, carried.one)
    found = new_quantity(cursor, number, last, carried.kind, carried.unit, value)
    found.noun, found.one, found.ambiguous = carried.noun, carried.one, carried.ambiguous
    return found


def read_carried(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read a part, a rest or what is compared: منها 120 ألفا, 32 others, the remaining 260, compared with 96,500."""
    carried = carried_over(cursor, number, before)
    if carried is None:
        return None
    i, others = left_of(cursor, number), cursor.is_word(number.last, "others")
    part = cursor.is_word(i, "partitive") or (
        cursor.is_word(number.last, "partitive") and not cursor.is_word(i, "each")
    )
    rest = cursor.norm(i) in grammar_words("rest") and ends_bare(cursor, number.last)
    if not (others or part or rest or _is_compared(cursor, i) or _is_up_from(cursor, i)):
        return None
    return like(cursor, number, number.last + others, carried)


def read_second_end(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read the second end of from 13,000 kWh to 11,200, whose unit the first gives."""
    i = left_of_bounds(cursor, number)
    if not before or not cursor.is_word(i, "range"):
        return None
    origin = cursor.sense(before[-1].first - 1, S.RELATION)
    if origin is None or "from" not in origin.value or not _is_time(cursor, before[-1].last, i):
        return None  # rose 4% to 16,250
    if not ends_bare(cursor, number.last):
        return None
    j = number.last
    carried = before[-1]
    if carried.number is None:
        return None
    value = times(number.value, carried.one)
    found = new_quantity(cursor, number, j, carried.kind, carried.unit, value)
    found.noun, found.ambiguous = carried.noun, carried.ambiguous
    return found


def ends_bare(cursor: Cursor, j: int) -> bool:
    """Tell whether nothing counted starts at a token: a mark, a small word, a time (سنة 2017)."""
    after = cursor.entries[j] if j < cursor.size else None
    if after is None or after.kind not in (WORD, LATIN) or after.mask & (S.STOP | S.DATE_LINK):
        return True
    if opens_date(cursor.entries, j) or after.led == AND:
        return True
    return bool(after.mask & S.PERIOD and after.definite)


def _is_time(cursor: Cursor, first: int, last: int) -> bool:
    """Tell whether nothing but a short time stands between two tokens: عام 2017, في مايو 2016."""
    if last - first > _TIME_REACH:
        return False
    return all(
        cursor.mask(k) & _TIMED or cursor.entries[k].value in YEARS or cursor.norm(k) in ("(", ")")
        for k in range(first, last)
    )


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


def read_shared_money(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
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
        led = after.led == TO or after.mask & (S.RELATION | S.STOP)
        if not led or cursor.is_word(j, "of") or after.mask & S.VERB:
            return None
    i = left_of(cursor, number)
    led_by = cursor.mask(i) & (S.RELATION | S.BOUND | S.STOP | S.COMMA) or i < number.first - 1
    if not (led_by or cursor.is_word(i, "partitive") or cursor.entries[number.first].clitics):
        return None
    return new_quantity(cursor, number, j, "money", carried.unit)


def read_distributed(
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


def _is_shared(cursor: Cursor, i: int) -> bool:
    """Tell whether a token tells who, or what place, has of what is counted: للطالبات, لحمص."""
    entry = cursor.entries[min(i, cursor.size - 1)]
    named = entry.definite or bool(entry.mask & S.PLACE)
    return entry.kind == WORD and named and entry.led == TO


def read_listed(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read the next of a list by places: 14 رخصة في الشارقة، و9 في عجمان، فيما سجلت دبي 55."""
    carried = carried_over(cursor, number, before)
    if carried is None or number.value < 2 or number.first - carried.last > _LISTED:
        return None
    if carried.kind == "measure" or not (carried.noun or carried.kind == "money"):
        return None
    joined = cursor.entries[number.first].led == AND or led_by(cursor.norm(number.first - 1)) == AND
    if joined and _is_shared(cursor, number.last) and _is_shared(cursor, carried.last):
        return like(cursor, number, number.last, carried)  # 52 مركزا للطلاب و39 للطالبات
    if number.value in YEARS or not ends_bare(cursor, number.last):
        return None
    if is_cut_short(cursor, number):
        return None
    i = left_of(cursor, number)
    joined = joined or cursor.norm(i) in ("and", *_COMMAS)
    where = number.last + 1
    named = cursor.is_latin(where) and cursor.entries[where].caps > 0  # and 31 in York
    located = cursor.is_word(number.last, "in") and (
        named or bool(cursor.mask(where) & _LOCATIONS) or cursor.value(where) in YEARS
    )
    parallel = cursor.is_word(carried.last, "in") or _is_placed(cursor, carried.first - 1)
    if not (_is_placed(cursor, i) or (joined and located and parallel)):
        return None
    if carried.kind == "money" and number.scale == 1:
        return None
    return like(cursor, number, number.last, carried)


def read_scale_alone(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read an Arabic scale that leaves its noun to the figure before: والثانية 15 ألفا, و7 مليارات."""
    carried = carried_over(cursor, number, before)
    if carried is None or number.scale == 1 or number.first - carried.last > _LISTED:
        return None
    if cursor.number_role(number.last - 1) not in _INCOMPLETE:
        return None
    if carried.kind != "count" and carried.unit is None and not carried.ambiguous:
        return None
    after = cursor.entries[number.last] if number.last < cursor.size else None
    if is_cut_short(cursor, number) or not ends_bare(cursor, number.last):
        return None
    if (after is not None and after.norm in grammar_words("some_of")) or cursor.is_word(
        left_of(cursor, number), "each"
    ):
        return None
    return like(cursor, number, number.last, carried)


def _is_placed(cursor: Cursor, i: int) -> bool:
    """Tell whether the name of a place stands at a token."""
    return bool(cursor.mask(i) & S.PLACE)


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
