"""The first day of a range whose last is a date in digits: 03 – 19/06/2018, من 3 إلى 9/6/2018."""

from __future__ import annotations

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import DASHES, HIJRI, Atom
from arnlp.dates.hijri import from_hijri
from arnlp.dates.words import integer_at, is_date_word, is_link
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.text import chars
from arnlp.text.clitics import AND
from arnlp.text.tokens import BREAK, NUMERAL, PAIR

_DAYS, _MONTHS = 31, 12


def take_first_day(cursor: Cursor, atom: Atom, month: int, day: int, done: int) -> None:
    """Let the day of a date in digits take the first day of its range, with a month or without.

    ``month`` and ``day`` are those of the atom in its own calendar; its year is stated.
    """
    low = _read_low(cursor, atom, done)
    if low is None or atom.stretch is None or atom.year is None:
        return
    first, low_day, low_month = low
    start = (low_month or month, low_day)
    listed = is_link(cursor, atom.first - 1, "and") or cursor.entries[atom.first].led == AND
    if low_month is None and low_day >= day:
        return
    if listed and not (
        is_date_word(cursor, first - 1, "between")
        or (start == (month, day - 1) and cursor.mask(first - 1) & S.PERIOD)
    ):
        return
    stretch = _day_of(atom, atom.year - (start > (month, day)), *start)
    if stretch is None:
        return
    atom.stretch = cal.between(stretch, atom.stretch)
    atom.first, atom.between, atom.month = first, True, None


def _read_low(cursor: Cursor, atom: Atom, done: int) -> tuple[int, int, int | None] | None:
    """Read a day, or a day and month, joined to a date: its first token, day and month."""
    i = atom.first - 1
    dashed = cursor.norm(i) in DASHES
    if cursor.entries[atom.first].led == AND:
        i += 1
    elif not (dashed or is_date_word(cursor, i, "to", "until") or is_link(cursor, i, "and")):
        return None
    found = _day_before(cursor, i)
    if found is None or found[0] < done:
        return None
    first = found[0]
    opened = is_date_word(cursor, first - 1, "from", "between") or is_link(
        cursor, first - 1, "of", "in", "lead"
    )
    opened = opened or bool(cursor.mask(first - 1) & (S.PERIOD | S.WEEKDAY))
    if not dashed:
        return found if opened else None
    if cursor.norm(first - 1) in (*DASHES, "/") or cursor.mask(first - 1) & S.IDENTIFIER_CUE:
        return None
    starts = first == 0 or cursor.entries[first - 1].kind == BREAK
    if starts and cursor.is_adjacent(i) and not cursor.is_adjacent(atom.first):
        return None  # 1- 10/6/2018 opens an item of a list
    if starts and not opened and found[2] is None and len(cursor.entries[first].norm) == 1:
        return found if cursor.is_adjacent(i) and cursor.is_adjacent(atom.first) else None
    return found


def _day_before(cursor: Cursor, i: int) -> tuple[int, int, int | None] | None:
    """Read 3, 3/6 or 3 / 6 before a token: its first token, its day, and its month."""
    if i < 1:
        return None
    entry = cursor.entries[i - 1]
    if entry.kind == PAIR:
        low, _, high = entry.norm.translate(chars.DIGIT_VALUES).partition("/")
        if 1 <= int(low) <= _DAYS and 1 <= int(high) <= _MONTHS:
            return i - 1, int(low), int(high)
        return None
    if entry.kind != NUMERAL or len(entry.norm) > 2:
        return None
    value = integer_at(cursor, i - 1, _DAYS)
    if value is None:
        return None
    mark, before = cursor.norm(i - 2), integer_at(cursor, i - 3, _DAYS)
    if mark in ("/", "-") and before is not None and value <= _MONTHS:
        if len(cursor.entries[i - 3].norm) <= 2:
            return i - 3, before, value
    return i - 1, value, None


def _day_of(atom: Atom, year: int, month: int, day: int) -> cal.Stretch | None:
    if atom.calendar == HIJRI:
        value = from_hijri(year, month, day)
        return cal.of_day(value) if value else None
    return cal.day(year, month, day)
