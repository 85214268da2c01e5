"""Numbers below a thousand, numerals, and parts of one: what cardinals are sums of."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.numbers.numerals import leading_point, read_numeral
from arnlp.numbers.parts import PERIODIC, denominator_at, is_fraction_count, is_part
from arnlp.numbers.spaced import SCALES
from arnlp.text.clitics import AND
from arnlp.text.tokens import LATIN, NUMERAL, WORD

BELOW_HUNDRED = ("unit", "joined", "teen", "ten")
_HUGE = 10**9


def joined_at(cursor: Cursor, i: int) -> int:
    """Return where the number after a conjunction at a token starts, -1 without one."""
    if i >= cursor.size:
        return -1
    entry = cursor.entries[i]
    if entry.led == AND and entry.mask & (S.NUMBER | S.FRACTION):
        return i
    if cursor.is_and(i) and i + 1 < cursor.size:
        return i + 1
    return -1


def read_group(cursor: Cursor, i: int) -> tuple[Any, int] | None:
    """Read a number below a thousand, or a numeral; return its value and its end."""
    if i >= cursor.size:
        return None
    entry = cursor.entries[i]
    if entry.kind == NUMERAL:
        return _read_numeral_group(cursor, i)
    sense = entry.senses.get(S.NUMBER)
    if sense is None:
        return None
    if sense.role == "hundred":
        below = joined_at(cursor, i + 1)
        if (
            below > 0
            and cursor.number_role(below) in BELOW_HUNDRED
            and (tail := read_below(cursor, below))
        ):
            if cursor.entries[below].kind == WORD and not is_fraction_count(cursor, *tail):
                return sense.value + tail[0], tail[1]
        return sense.value, i + 1
    if sense.role not in BELOW_HUNDRED:
        return None
    if entry.kind == LATIN:
        return _read_english_hundreds(cursor, i)
    tens = read_below(cursor, i)
    if tens is not None and tens[0] > 10 and _is_bare_hundred(cursor, tens[1]):
        return tens[0] * 100, tens[1] + 1  # خمسة وتسعون مائة
    return tens


def _read_numeral_group(cursor: Cursor, i: int) -> tuple[Any, int] | None:
    found = read_numeral(cursor, i)
    if found is None:
        return None
    value, end = found
    entry = cursor.entries[i]
    if end == i + 1:
        if _parts_thousands(cursor, i, end):
            value = entry.grouped
        elif cursor.context.separators.stop and _is_comma_decimal(cursor, i, end):
            value = Decimal(_with_commas(entry.norm).replace(",", "."))
        elif (point := leading_point(cursor, i)) is not None:
            value = point
    role = cursor.number_role(end)
    if role in SCALES and "," in entry.norm:
        _doubt_comma(cursor, i, end)
    hundred = cursor.entries[end] if end < cursor.size else None
    if hundred is None or hundred.clitics or cursor.is_adjacent(end):
        return value, end
    if role == "times100" or _is_bare_hundred(cursor, end):
        value, end = value * 100, end + 1  # 3 hundred and 21, ٣ مئة
        k = joined_at(cursor, end)
        if k > 0 and (tail := read_tail_below(cursor, k)):
            return value + tail[0], tail[1]
    return value, end


def _parts_thousands(cursor: Cursor, i: int, end: int) -> bool:
    """Tell whether the stop in a numeral parts thousands."""
    if cursor.entries[i].grouped is None or not cursor.context.separators.stop:
        return False
    return cursor.context.separators.stop_before_scale or cursor.number_role(end) not in SCALES


def _doubt_comma(cursor: Cursor, i: int, end: int) -> None:
    """Warn of 144,076 billion, which may be 144.076: nobody counts thousands of billions."""
    rest = cursor.entries[i].norm.partition(",")[2]
    scale = cursor.entries[end].senses[S.NUMBER].value
    if len(rest) == 3 and rest.isdigit() and scale >= _HUGE and not cursor.context.separators.stop:
        cursor.context.warn(
            "ambiguous_number",
            "the comma is read as one of thousands, though thousands of billions are rare",
            cursor.tagged.starts[i],
            cursor.tagged.ends[end],
        )


def _is_comma_decimal(cursor: Cursor, i: int, end: int) -> bool:
    """Tell whether 2,125 is a decimal where commas write them: before a scale (2,125 مليار).

    English groups thousands by commas (7,890 million dinars) unless the text's other numerals do not.
    """
    if cursor.is_latin(end) and not cursor.context.separators.stop_before_scale:
        return False
    whole, _, decimals = _with_commas(cursor.entries[i].norm).partition(",")
    return len(decimals) == 3 and whole.isdigit() and cursor.number_role(end) in SCALES


def _with_commas(norm: str) -> str:
    """Return a numeral with the commas of Latin script for those of Arabic."""
    return norm.replace("\u060c", ",")


def _is_bare_hundred(cursor: Cursor, i: int) -> bool:
    """Tell whether مئة stands at a token, without anything joined to it."""
    if cursor.number_role(i) != "hundred" or cursor.entries[i].clitics or cursor.entries[i].article:
        return False
    return bool(cursor.entries[i].senses[S.NUMBER].value == 100)


def read_tail_below(cursor: Cursor, k: int) -> tuple[Any, int] | None:
    """Read a number below a hundred behind a hundred, in digits or words."""
    if k < cursor.size and cursor.entries[k].kind == NUMERAL:
        value = cursor.entries[k].value
        if isinstance(value, int) and value < 100 and cursor.number_role(k + 1) not in (
            *SCALES, "times100", "hundred",
        ):  # fmt: skip
            return value, k + 1
        return None
    if cursor.number_role(k) in BELOW_HUNDRED:
        tail = read_below(cursor, k)
        if tail is not None and cursor.number_role(tail[1]) not in ("times100",):
            return tail
    return None


def read_below(cursor: Cursor, i: int) -> tuple[Any, int] | None:
    """Read a number below a hundred: خمسة وعشرون, twenty-five."""
    sense = cursor.entries[i].senses[S.NUMBER]
    if cursor.entries[i].kind == LATIN:
        j = i + 1
        if sense.role == "ten" and j < cursor.size:
            if is_dash(cursor, j) and cursor.number_role(j + 1) == "unit":
                j += 1
            if cursor.number_role(j) == "unit" and cursor.entries[j].kind == LATIN:
                return sense.value + cursor.entries[j].senses[S.NUMBER].value, j + 1
        return sense.value, i + 1
    if sense.role in ("unit", "joined") and 0 < sense.value < 10:
        tens = joined_at(cursor, i + 1)
        if tens > 0 and cursor.number_role(tens) == "ten":
            return sense.value + cursor.entries[tens].senses[S.NUMBER].value, tens + 1
    return (sense.value, i + 1) if sense.role != "joined" else None


def is_dash(cursor: Cursor, j: int) -> bool:
    """Tell whether a dash of any length joins two number words."""
    return cursor.norm(j) in ("-", "\u2011", "\u2013", "\u2014") and (
        cursor.is_adjacent(j) == cursor.is_adjacent(j + 1)
    )


def _read_english_hundreds(cursor: Cursor, i: int) -> tuple[Any, int] | None:
    below = read_below(cursor, i)
    if below is None:
        return None
    value, j = below
    if cursor.number_role(j) == "times100":
        value, j = value * 100, j + 1
        k = j + 1 if j < cursor.size and cursor.entries[j].norm == "and" else j
        if cursor.number_role(k) in BELOW_HUNDRED and cursor.entries[k].kind == LATIN:
            tail = read_below(cursor, k)
            if tail and not (k > j and is_fraction_count(cursor, *tail)):
                return value + tail[0], tail[1]
    return value, j


def read_counted_parts(cursor: Cursor, i: int) -> tuple[Fraction, int] | None:
    """Read so many parts of one: ثلاثة أخماس, 3 أرباع, two thirds, three twenty-firsts."""
    if i >= cursor.size or cursor.mask(i - 1) & PERIODIC:
        return None
    entry = cursor.entries[i]
    if entry.kind == NUMERAL:
        if not cursor.mask(i + 1) & S.FRACTION and not cursor.is_hyphen(i + 1):
            return None
        count, end = entry.value, i + 1
    elif cursor.number_role(i) in BELOW_HUNDRED:
        below = read_below(cursor, i)
        if below is None:
            return None
        count, end = below
    else:
        return None
    end += cursor.is_hyphen(end)
    if not isinstance(count, int):
        return None
    part = denominator_at(cursor, end)
    if part is None and cursor.number_role(end) == "ten" and 0 < count < 10:  # one twenty-fifth
        k = end + 1 + is_dash(cursor, end + 1)
        unit = cursor.sense(k, S.FRACTION)
        if unit is not None and unit.role in ("plural", "named") and unit.value > Fraction(1, 10):
            ten = cursor.entries[end].senses[S.NUMBER].value
            return Fraction(count, ten + unit.value.denominator), k + 1
    if part is None and count == 1 and cursor.entries[i].kind == LATIN and is_part(cursor, end):
        part = cursor.entries[end].senses[S.FRACTION].value  # one fifth of
    if (
        part is not None
        and part >= Fraction(1, 4)
        and (count * part).denominator < part.denominator
    ):
        return None  # two quarters are half a year
    return (count * part, end + 1) if part is not None else None
