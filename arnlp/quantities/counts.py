"""Numbers with what they count."""

from __future__ import annotations

from decimal import Decimal

from arnlp.engine import Cursor, counts_many, english_noun_end, is_adjective, noun_end
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.lexicon.senses import Entry
from arnlp.morphology import readings
from arnlp.numbers import QUOTES, NumberMention
from arnlp.quantities.mention import QuantityMention, is_plain_year, new_quantity, noun_text
from arnlp.quantities.signs import set_below_zero
from arnlp.text.clitics import AND
from arnlp.text.tokens import LATIN, WORD

_PLURALS = S.ADJECTIVE | S.NOUN | S.ROLE | S.NATIONALITY | S.MEASURE
_AVERAGE_REACH = 6  # tokens before a figure in which a word may say that it is an average
_AGENCY_THOUSANDS = "000ر"  # 000ر22 people; of dinars it is 22, with its thousandths
_THOUSAND, _GROUP = 1000, 3
_KILO_REACH = 6  # tokens before a kilo in which a distance may be spoken of
_HEAT_REACH, _HEAT_BEHIND = 40, 8  # tokens before and behind degrees in which heat is spoken of
_OPENERS = QUOTES | {"("}  # what a numeral alone may stand in
_OWNER_REACH = 5  # tokens of an owner with its 's


def count_of(cursor: Cursor, number: NumberMention, j: int, end: int) -> QuantityMention:
    """Return the quantity of a number and the noun that it counts."""
    group_thousands(cursor, number, end)
    if end == j + 1 and cursor.is_word(j, "degree") and _is_of_heat(cursor, number):
        heat = new_quantity(cursor, number, end, "measure", "Cel")
        set_below_zero(cursor, heat)
        return heat
    if (kilo := _kilo_of(cursor, number, j, end)) is not None:
        return new_quantity(cursor, number, j + 1, "measure", kilo)
    found = new_quantity(cursor, number, end, "count", None)
    found.noun = noun_text(cursor, j, end)
    return found


def _kilo_of(cursor: Cursor, number: NumberMention, j: int, end: int) -> str | None:
    """Return of what a kilo is one: 3 كيلو من الذهب, 18 كيلو و200 جرام, على بعد 5 كيلو."""
    if cursor.norm(j) not in grammar_words("kilo"):
        return None
    before = cursor.entries[max(0, number.first - _KILO_REACH) : number.first]
    if any(entry.norm[len(entry.clitics) :] in grammar_words("distance") for entry in before):
        return "km"
    rest = cursor.number_at.get(j + 2 if cursor.is_and(j + 1) else j + 1)
    part = cursor.sense(rest.last, S.UNIT) if rest is not None else None
    if part is not None and part.value == "g":
        return "kg"
    behind = cursor.entries[min(j + 1, cursor.size - 1)]
    return "kg" if end > j + 1 or behind.norm in grammar_words("some_of") else None


def _is_of_heat(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether heat is spoken of near a number of degrees, so that they are of Celsius: as all our countries count."""
    end = min(cursor.size, number.last + _HEAT_BEHIND)
    first, last = cursor.tagged.sentences[cursor.tagged.sentence_of[number.first]]
    own = range(max(first, number.first - _HEAT_REACH), min(last, end))
    if any(cursor.is_word(k, "shock") for k in own):
        return False
    return any(cursor.is_word(k, "heat") for k in range(max(0, number.first - _HEAT_REACH), end))


def group_thousands(cursor: Cursor, number: NumberMention, end: int) -> None:
    """Let 12.345 before a counted noun be thousands: nobody counts thousandths of a school.

    Where it is an average or a rate (4.825 persons per household) it stays a decimal.
    """
    bracketed = cursor.norm(number.first) in _OPENERS
    entry = cursor.entries[number.first + bracketed]
    grouped = entry.grouped
    if entry.norm.startswith(_AGENCY_THOUSANDS) and number.value < _THOUSAND:
        grouped = int(number.value * _THOUSAND)
    turned = _turned_thousands(number) if entry.grouped is None else None
    grouped = grouped if turned is None else turned
    if grouped is None or number.value == grouped:
        return
    if turned is None and number.last != number.first + 1 + 2 * bracketed:
        return
    if cursor.is_word(number.last, "index"):
        return  # 9.370 نقطة
    low = max(0, number.first - _AVERAGE_REACH)
    if any(
        cursor.is_word(k, "average", "per", "each") for k in range(low, min(end + 2, cursor.size))
    ):
        return
    number.value = grouped
    cursor.context.warn(
        "ambiguous_number",
        "the full stop is read as one of thousands, for what follows is counted",
        number.start,
        number.end,
    )


def _is_joined(head: Entry) -> bool:
    """Tell whether a word is one with the 'and' before it, as وحدة is not."""
    first = readings(head.surface, WORD)[:1] if head.kind == WORD else ()
    return any(reading.chain.bits & AND for reading in first)


def _turned_thousands(number: NumberMention) -> int | None:
    """Return the thousands of a number printed turned round with three digits behind its stop: 549 .257."""
    value = number.value
    parts = number.last - number.first > 1 and number.scale == 1
    if not parts or not isinstance(value, Decimal) or value.as_tuple().exponent != -_GROUP:
        return None
    return int(value * _THOUSAND)


def read_counted(cursor: Cursor, number: NumberMention) -> QuantityMention | None:
    """Read a number with what it counts behind it."""
    j = number.last
    if j >= cursor.size or number.kind == "fraction":
        return None
    head = cursor.entries[j]
    if (head.norm in grammar_words("some_of") and j + 1 < cursor.size) or (
        head.kind == LATIN and cursor.is_word(j, "of")
    ):
        return _read_some_of(cursor, number)
    if (
        cursor.is_word(number.first - 1, "partitive")
        and cursor.number_role(number.last - 1) == "acc"
    ):
        return None  # منها 120 ألفا مروية
    if head.kind == LATIN and cursor.is_word(j, "partitive"):
        return None  # (184,902) of which imports: 91,477
    if head.mask & (S.MONTH | S.HIJRI_MONTH | S.ORDINAL) or (
        cursor.is_word(j, "others") and not _counts_more(cursor, j)
    ):
        return None  # الألف الثانية
    if cursor.is_word(number.first - 1, "each") and cursor.norm(number.first - 2) in grammar_words(
        "some_of"
    ):
        return None  # one of each five: a ratio
    if _is_whole(cursor, number):
        return None  # one in five uses it: a ratio
    if cursor.is_word(j, "point"):
        return None  # مليون فاصلة خمسة
    if head.kind == LATIN and (_is_year(cursor, number) or _dates_title(cursor, number)):
        return None  # Law 12 of 2019 caps, 6 14 2007 Durbin Meets
    if head.kind == LATIN:
        j += cursor.is_word(j, "others") or _is_bound_behind(cursor, j)
    if is_plain_year(cursor, number.first, number.value) and (
        _is_joined(head) or cursor.norm(number.first - 1) in grammar_words("in_year")
    ):
        return None  # من العام الحالي 2015 وتأجيل, خلال 2017 إيلاء
    end = noun_end(cursor.entries, j, number.value)
    return count_of(cursor, number, j, end) if end > j else None


def _read_some_of(cursor: Cursor, number: NumberMention) -> QuantityMention | None:
    """Read so many of a definite plural: 3 من القرارات, 500 من ذوي الهمم, two of the main sectors."""
    j = number.last
    if cursor.entries[j].kind == LATIN:
        return _read_some_english(cursor, number)
    if cursor.is_word(j + 1, "group"):
        return count_of(cursor, number, j + 1, _group_end(cursor, j + 1))
    if number.value < 2 or not _is_definite_plural(cursor, j + 1):
        return None
    return count_of(cursor, number, j + 1, _group_end(cursor, j))


def _read_some_english(cursor: Cursor, number: NumberMention) -> QuantityMention | None:
    """Read two of the main sectors, three of the five banks, four of Oman's ports.

    Where the whole is counted too (of the five banks), that figure stays one of its own.
    """
    first = number.last + 1
    owner = _owner_end(cursor, first)
    if owner == first and not (cursor.is_latin(first) and cursor.mask(first) & S.STOP):
        return None
    first = owner if owner > first else first + 1
    whole = cursor.number_at.get(first)
    first = whole.last if whole is not None and whole.kind == "cardinal" else first
    if number.value < 2 or not counts_many(cursor.entries, first):
        return None
    end = english_noun_end(cursor.entries, first, 2)
    found = count_of(cursor, number, first, end)
    if whole is not None:
        found.last, found.end = number.last, number.end
    return found


def _owner_end(cursor: Cursor, i: int) -> int:
    """Return the end of whom the counted belong to: Oman's, the country's; ``i`` without one."""
    for j in range(i, min(i + _OWNER_REACH, cursor.size)):
        if not cursor.is_latin(j):
            return i
        if cursor.entries[j].surface in ("'s", "\u2019s"):
            return j + 1 if j > i else i
    return i


def _is_definite_plural(cursor: Cursor, i: int) -> bool:
    """Tell whether a definite plural stands at a token, of which some are counted: 3 من القرارات."""
    entry = cursor.entries[i]
    noun = entry.senses.get(S.NOUN)
    if noun is not None:
        return bool(noun.article) and noun.role == "plural"
    if not entry.definite or entry.clitics or entry.mask & ~_PLURALS:
        return False
    return len(entry.norm) > 5 and entry.norm.endswith(("ات", "ين"))


def _is_bound_behind(cursor: Cursor, j: int) -> bool:
    """Tell whether a bound stands between a figure and its noun: 10 or more cities."""
    sense = cursor.sense(j, S.BOUND)
    return sense is not None and sense.role == "after"


def _is_whole(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether a number is the whole of a ratio: one in five, and no 2018 في 11 مدينة."""
    part = number.first - 2
    if not cursor.is_word(number.first - 1, "in") or not cursor.mask(part) & (S.NUMBER | S.NUMERIC):
        return False
    value = cursor.entries[part].value
    return value is None or value < number.value


def _is_year(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether a plain numeral behind a preposition is a year."""
    i = number.first
    if not is_plain_year(cursor, i, number.value):
        return False
    return bool(cursor.mask(i - 1) & S.STOP) and not cursor.mask(i - 1) & S.BOUND


def _dates_title(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether a year ends a date without marks before what is in capitals: Spring 2007 Airports."""
    if (
        not is_plain_year(cursor, number.first, number.value)
        or not cursor.entries[number.last].caps
    ):
        return False
    return bool(cursor.mask(number.first - 1) & (S.NUMERIC | S.PERIOD | S.MONTH))


def _counts_more(cursor: Cursor, j: int) -> bool:
    """Tell whether a noun follows 'more': 32 more schools."""
    return cursor.entries[j].kind == LATIN and english_noun_end(cursor.entries, j + 1, 2) > j + 1


def _group_end(cursor: Cursor, i: int) -> int:
    """Return the end of a construct behind a noun of groups: ذوي الهمم, أصحاب الأعمال."""
    end = i + 1
    if end < cursor.size and cursor.entries[end].definite:
        end += 1
        while end < cursor.size and is_adjective(cursor.entries[end], True):
            end += 1
    return end
