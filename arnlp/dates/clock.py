"""Times of day: الساعة العاشرة والنصف صباحا, 8:00 مساء, 10 am, noon."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

from arnlp.dates.atoms import COMMAS, DASHES, PARTS_OF_HOUR, Atom
from arnlp.dates.words import integer_at, is_date_word, is_link
from arnlp.dates.zones import UTC, moment_of, offset_of, read_offset_at, read_zone_at
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.numbers import AGENCY_POINT
from arnlp.text.clitics import AND
from arnlp.text.tokens import DATE, NUMERAL, TIME

_DAY, _HOUR = 24, 60  # hours and minutes of them
_HOUR_REACH = 4  # tokens from an hour to the mark behind it: العاشرة وعشر دقائق صباحا
_HALVES = {"MO": "am", "AF": "pm", "EV": "pm"}  # by the part of the day
_DIGITS = 4  # of 0608
_NIGHTFALL = 6  # hours 'at night' from here on are those before midnight


def read_clock(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read a time behind الساعة or before o'clock, where it says of which half of the day."""
    if not is_date_word(cursor, i, "clock"):
        return None
    if cursor.is_latin(i):
        number = cursor.number_before.get(i)
        if number is None or number.first < done or not _is_hour(number.value):
            return None
        return _finish_time(cursor, number.first, i + 1, int(number.value), 0, None)
    return _read_hour_at(cursor, i, i + 1, led=True)


def read_time(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read 8:30, 14:00 GMT, 8:00:31 صباحا."""
    if cursor.entries[i].kind != TIME:
        return None
    parts = [int(part) for part in cursor.entries[i].norm.split(":")]
    hours, minutes = parts[0], parts[1]
    if hours > 24 or minutes > 59:
        return None
    atom = _finish_time(cursor, i, i + 1, hours, minutes, parts[2] if len(parts) > 2 else None)
    if atom is None:
        return None
    sure = atom.last > i + 1
    led = is_date_word(cursor, i - 1, "clock") or bool(cursor.mask(i - 1) & (S.STOP | S.DATE_WORD))
    near = cursor.norm(i - 1) in (*DASHES, *COMMAS, "t") or cursor.norm(i + 1) in DASHES
    near = near or bool(
        i > 0 and (cursor.masks[i - 1] & S.WEEKDAY or cursor.entries[i - 1].kind == DATE)
    )
    if not (sure or led or near):
        return None
    if is_date_word(cursor, i - 1, "clock") and i - 1 >= done:
        atom.first = i - 1
    return atom


def read_day_mark(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read the hour before a mark such as صباحا or pm: العاشرة صباحا, 8 مساء, 10.30 am."""
    if cursor.norm(i - 1) == ")" and cursor.norm(i - 3) == "(" and i - 3 >= done:
        if cursor.entries[i - 2].kind == TIME:  # (2:00) ظهرا
            hours, minutes = (int(part) for part in cursor.entries[i - 2].norm.split(":")[:2])
            if hours <= _DAY and minutes < _HOUR:
                return _finish_time(cursor, i - 3, i, hours, minutes, None)
    for first in range(i - 1, max(done, i - _HOUR_REACH) - 1, -1):
        if (
            first in cursor.number_at
            or cursor.entries[first].kind == NUMERAL
            or _is_one_o_clock(cursor, first)
        ):
            atom = _read_hour_at(cursor, first, first, led=False)
            if atom is not None and atom.last > i:
                return _low_hour(cursor, atom, done)
    return None


def _low_hour(cursor: Cursor, atom: Atom | None, done: int) -> Atom | None:
    """Let a time take the first hour of its range: من 9 إلى 11 صباحا, from 10 to 2 pm, 1-3 مساء."""
    if atom is None or atom.clock is None:
        return atom
    i = atom.first - 1
    dashed = cursor.norm(i) in DASHES
    if not (dashed or is_date_word(cursor, i, "to", "until") or is_link(cursor, i, "and")):
        return atom
    low = integer_at(cursor, i - 1, 24)
    first = i - 1
    if low is None and (number := cursor.number_before.get(i)) is not None:
        if number.kind == "ordinal" and _is_hour(number.value):
            low, first = number.value, number.first
    if low is None or first < done:
        return atom
    opened = is_date_word(cursor, first - 1, "from", "between") or is_link(cursor, first - 1, "of")
    clock = is_date_word(cursor, first - 1, "clock")
    behind = first - 2 if cursor.norm(first - 1) in COMMAS else first - 1
    led = bool(cursor.mask(behind) & S.WEEKDAY)  # Monday 8 to 9 am
    if not (opened or clock or led or (dashed and cursor.is_adjacent(i))):
        return atom
    high = int(atom.clock[1:3])
    hours = low + 12 if low < 12 <= high and low + 12 < high else low
    atom.first = first - clock
    atom.timex = f"T{hours % 24:02d}:00{atom.clock[6:] if len(atom.clock) > 6 else ''}/{atom.clock}"
    atom.between = True
    return atom


def _read_hour_at(cursor: Cursor, first: int, i: int, led: bool) -> Atom | None:
    """Read an hour in words or digits from a token on, with its minutes and part of the day."""
    if led and cursor.norm(i) == "(" and cursor.norm(i + 2) == ")":  # الساعة (10:30)
        atom = _read_hour_at(cursor, first, i + 1, led)
        if atom is not None and atom.last == i + 2 and atom.clock is not None:
            hours, minutes = int(atom.clock[1:3]), int(atom.clock[4:6])
            return _finish_time(cursor, first, i + 3, hours, minutes, None)
        return None
    if i < cursor.size and cursor.entries[i].kind == TIME:
        parts = [int(part) for part in cursor.entries[i].norm.split(":")]
        if parts[0] > 24 or parts[1] > 59:
            return None
        return _finish_time(
            cursor, first, i + 1, parts[0], parts[1], parts[2] if len(parts) > 2 else None
        )
    decimal = _read_decimal_time(cursor, i) or (_read_four_digits(cursor, i) if led else None)
    if decimal is not None:
        return _finish_time(cursor, first, i + 1, *decimal, None)
    number = cursor.number_at.get(i)
    value: object = number.value if number is not None else integer_at(cursor, i, 24)
    last = number.last if number is not None else i + 1
    if value is None and _is_one_o_clock(cursor, i):
        value = 1
    if not _is_hour(value) or (number is not None and number.kind not in ("ordinal", "cardinal")):
        return None
    if number is not None and number.kind == "cardinal" and cursor.entries[i].kind != NUMERAL:
        return None  # الساعة ثمانية is not written
    minutes, last = _read_minutes_at(cursor, last)
    assert isinstance(value, int)
    hours = value - 1 if minutes < 0 else value
    return _finish_time(
        cursor, first, last, hours % 24 if minutes < 0 else hours, minutes % 60, None, sure=led
    )


def _read_four_digits(cursor: Cursor, i: int) -> tuple[int, int] | None:
    """Read hours and minutes that nothing parts, or turned round, as agencies write them: 0608, 32ر06."""
    if i >= cursor.size or cursor.entries[i].kind != NUMERAL:
        return None
    digits = cursor.tagged.token_text(i)
    last, mark, first = digits.partition(AGENCY_POINT)
    if mark:
        digits = first + last
    if len(digits) != _DIGITS or not digits.isdecimal():
        return None
    hours, minutes = int(digits[:2]), int(digits[2:])
    return (hours, minutes) if hours <= _DAY and minutes < _HOUR else None


def _is_one_o_clock(cursor: Cursor, i: int) -> bool:
    """Tell whether an hour that is no ordinal stands at a token: الواحدة."""
    sense = cursor.sense(i, S.NUMBER)
    return sense is not None and sense.value == 1 and cursor.entries[i].definite


def _read_minutes_at(cursor: Cursor, j: int) -> tuple[int, int]:
    """Read والنصف, والربع, إلا ربعا, و20 دقيقة: minutes (negative before the hour) and their end."""
    sign = 1
    if is_link(cursor, j, "less"):
        sign, j = -1, j + 1
    elif j >= cursor.size or not (cursor.entries[j].led == AND or is_link(cursor, j, "and")):
        return 0, j
    start = j - 1 if sign < 0 else j
    k = j + 1 if is_link(cursor, j, "and") else j
    fraction = cursor.sense(k, S.FRACTION)
    if fraction is not None and sign < 0 and fraction.value == Fraction(2, 3):
        return -PARTS_OF_HOUR[Fraction(1, 3)], k + 1  # إلا ثلثا, the accusative of a third
    if fraction is not None and fraction.value in PARTS_OF_HOUR:
        return sign * PARTS_OF_HOUR[fraction.value], k + 1
    number = cursor.number_at.get(k)
    if number is not None and number.kind == "cardinal" and isinstance(number.value, int):
        unit = cursor.sense(number.last, S.UNIT)
        if 0 < number.value < 60 and unit is not None and unit.value == "min":
            return sign * number.value, number.last + 1
    return 0, start


def _read_decimal_time(cursor: Cursor, i: int) -> tuple[int, int] | None:
    """Read 9.30 as an hour and minutes."""
    if not 0 <= i < cursor.size or cursor.entries[i].kind != NUMERAL:
        return None
    hours, mark, minutes = cursor.entries[i].norm.partition(".")
    if not mark or len(minutes) != 2 or not (hours.isdigit() and minutes.isdigit()):
        return None
    if int(hours) > 24 or int(minutes) > 59:
        return None
    return int(hours), int(minutes)


def read_named_hour(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read noon, midnight, منتصف الليل."""
    value = cursor.entries[i].senses[S.CLOCK_WORD].value
    first = i - 1 if integer_at(cursor, i - 1, 12) == 12 and i - 1 >= done else i  # 12 noon
    atom = _finish_time(cursor, first, i + 1, int(value), 0, None, sure=True)
    return _low_hour(cursor, atom, done) if value else atom


def _is_hour(value: object) -> bool:
    return isinstance(value, int) and 1 <= value <= 24


def _finish_time(
    cursor: Cursor,
    first: int,
    last: int,
    hours: int,
    minutes: int,
    seconds: int | None,
    sure: bool = True,
) -> Atom | None:
    """Read what stands behind a time, its part of the day and its zone, and make its atom."""
    mark, after = _half_of_day(cursor, last)
    if mark is not None:
        hours, last = _on_the_clock(hours, *mark), after
    elif not sure:
        return None
    if hours > 24:
        return None
    offset, last = read_offset_at(cursor, last)
    zone, last = read_zone_at(cursor, last) if offset is None else (None, last)
    if zone == UTC:
        offset, last = read_offset_at(cursor, last)  # 15:00 GMT+3
    clock = f"T{hours % 24:02d}:{minutes:02d}"
    if seconds is not None:
        clock += f":{seconds:02d}"
    if offset is not None:
        clock += offset
    elif zone is not None:
        clock += offset_of(zone, datetime(*moment_of(cursor), hours % 24, minutes))
    part = "marked" if mark is not None or hours > 12 else None
    return Atom(first, last, "time", timex=clock, clock=clock, part=part)


def _half_of_day(cursor: Cursor, j: int) -> tuple[tuple[str, str] | None, int]:
    """Read what tells the half of the day behind a time, pm, صباحا, in the morning; and its end."""
    mark = cursor.sense(j, S.DAYPART)
    if mark is not None:
        return (mark.value, mark.role), j + 1
    if is_link(cursor, j, "in") and is_link(cursor, j + 1, "the"):
        part = cursor.sense(j + 2, S.PART_OF_DAY)
        half = _HALVES.get(part.value) if part is not None else None
        if half is not None:
            return (half, ""), j + 3
    return None, j


def _on_the_clock(hours: int, half: str, class_: str) -> int:
    """Return an hour of 24 for one of 12 and its part of the day.

    >>> _on_the_clock(8, "pm", ""), _on_the_clock(12, "am", ""), _on_the_clock(11, "pm", "noon")
    (20, 0, 11)
    >>> _on_the_clock(10, "pm", "night"), _on_the_clock(2, "pm", "night")
    (22, 2)
    """
    if hours > 12:
        return hours
    if class_ == "noon" and hours in (11, 12):
        return hours
    if class_ == "night" and (hours < _NIGHTFALL or hours == 12):
        return hours % 12
    return hours % 12 + (12 if half == "pm" else 0)
