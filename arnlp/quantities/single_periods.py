"""One period without a number as a duration: لمدة عام, طوال أسبوع, for an hour, half an hour."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.quantities.mention import QuantityMention
from arnlp.text.clitics import AND

# What makes a period one of the calendar: عام 2024, شهر مارس, العام الماضي.
_OF_CALENDAR = (
    S.NUMERIC | S.NUMBER | S.ORDINAL | S.DEIXIS | S.MONTH | S.HIJRI_MONTH | S.WEEKDAY | S.DATE_WORD
    | S.LAW
)  # fmt: skip
_UNITS = {"P1Y": "a", "P1M": "mo", "P1W": "wk", "P1D": "d"}


def read_single_period(cursor: Cursor, i: int) -> QuantityMention | None:
    """Read one hour, day, week, month or year that no number counts."""
    if cursor.entries[i].surface.isascii():
        return _read_single_english(cursor, i)
    return _read_single_arabic(cursor, i)


def _duration_of(
    cursor: Cursor, first: int, last: int, unit: str, value: object
) -> QuantityMention:
    start = cursor.tagged.start_of(first)
    return QuantityMention(
        first, last, start, cursor.tagged.ends[last - 1], "duration", value, unit=unit
    )


def _read_single_arabic(cursor: Cursor, i: int) -> QuantityMention | None:
    """Read لمدة عام, طوال الأسبوع, يوم كامل."""
    sense = cursor.sense(i, S.UNIT)
    if sense is None or sense.role != "singular" or sense.extra[0] != "duration":
        return None
    if cursor.mask(i + 1) & _OF_CALENDAR and not cursor.is_word(i + 1, "whole"):
        return None
    whole = cursor.is_word(i + 1, "whole") and not cursor.entries[i].definite
    lasting = _is_lasting(cursor, i) and not cursor.entries[i].definite
    through = cursor.is_word(i - 1, "through")
    if not (whole or lasting or through) or _is_half(cursor, i + 1):
        return None  # على مدار الساعة is round the clock, عام ونصف another reader's
    last = i + 2 if whole else i + 1
    return _duration_of(cursor, i, last, sense.value, sense.extra[1])


def _is_lasting(cursor: Cursor, i: int) -> bool:
    """Tell whether a word before one period tells how long: لمدة عام, أكثر من سنة, بعد شهر من."""
    if cursor.is_word(i - 1, "lasting"):
        return True
    bound = cursor.sense(i - 1, S.BOUND)
    if bound is not None and bound.role == "before":
        plain = bound.value != "about" and " " not in cursor.norm(i - 1)  # دون, فوق
        return not (plain or cursor.entries[i].clitics)
    after = cursor.sense(i - 1, S.DATE_LINK)
    return after is not None and after.role in ("after", "ago") and cursor.is_word(i + 1, "of")


def _is_half(cursor: Cursor, j: int) -> bool:
    """Tell whether more of it follows, which another reader takes: عام ونصف, سنة و6 أشهر."""
    if cursor.mask(j) & S.FRACTION:
        return True
    k = j + 1 if cursor.mask(j) & S.CLITIC else j
    joined = k > j or (j < cursor.size and cursor.entries[j].led == AND)
    return joined and bool(cursor.mask(k) & (S.NUMERIC | S.NUMBER))


def _read_single_english(cursor: Cursor, i: int) -> QuantityMention | None:
    """Read for a year, more than an hour, half an hour, all day, a full week."""
    unit, value = _unit_of(cursor, i)
    if unit is None:
        return None
    first = i
    joined = bool(cursor.masks[i] & S.SET)  # 'a year' is one token
    if not joined:
        dash = cursor.norm(i - 1) == "-"
        j = i - 2 if dash else i - 1
        if cursor.is_word(j, "whole"):
            first = j - 1 if cursor.is_word(j - 1, "amount") else j
            return _duration_of(cursor, first, i + 1, unit, value)
        if not cursor.is_word(i - 1, "amount") or cursor.norm(i - 1) == "the":
            return None
        first = i - 1
    half = cursor.sense(first - 1, S.FRACTION)
    if half is not None and half.value == Fraction(1, 2):
        return _duration_of(cursor, first - 1, i + 1, unit, Decimal("0.5") * value)
    bound = cursor.sense(first - 1, S.BOUND)
    if cursor.is_word(first - 1, "lasting") or (bound is not None and not joined):
        if cursor.mask(i + 1) & (S.DATE_LINK | S.FRACTION) or cursor.is_word(i + 1, "extent"):
            return None  # a year ago, an hour and a half
        return _duration_of(cursor, first, i + 1, unit, value)
    return None


def unit_of_turn(cursor: Cursor, i: int) -> str | None:
    """Return the unit of 'a year', which is one token, None elsewhere."""
    turn = cursor.sense(i, S.SET)
    if turn is None or cursor.norm(i).split(" ")[0] != "a":
        return None
    return _UNITS.get(turn.value)


def leads_span(cursor: Cursor, i: int) -> bool:
    """Tell whether what stands at a token lets 'a year' be a span and no rate: for, within, after."""
    if i < 0 or cursor.is_word(i, "lasting"):
        return True
    mask = cursor.mask(i)
    return bool(mask & (S.STOP | S.BOUND | S.DATE_LINK)) and not mask & (S.NUMBER | S.UNIT)


def _unit_of(cursor: Cursor, i: int) -> tuple[str | None, int]:
    """Return the unit of an English period and how many of it the word is."""
    sense = cursor.sense(i, S.UNIT)
    if sense is not None:
        if sense.role != "singular" or sense.extra[0] != "duration":
            return None, 1
        return sense.value, sense.extra[1]
    return unit_of_turn(cursor, i), 1
