"""Decades and centuries: التسعينيات, the nineties, القرن التاسع عشر."""

from __future__ import annotations

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import Atom
from arnlp.dates.words import deixis_at, integer_at, is_date_word, is_link, is_period
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S

_TWENTIES = 20


def read_century(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read القرن التاسع عشر, the 19th century."""
    if cursor.entries[i].senses[S.PERIOD].value != "CENTURY":
        return None
    if (pair := _read_two_centuries(cursor, i, done)) is not None:
        return pair
    if cursor.entries[i].senses[S.PERIOD].role == "2":
        return None  # القرنين الماضيين are not told by the calendar
    number, first, last = cursor.number_at.get(i + 1), i, i + 2
    if cursor.is_latin(i):
        shift = deixis_at(cursor, i - 1)
        if shift is not None and i - 1 >= done:
            return _shifted_century(cursor, i - 1, i + 1, shift)
        number, last = cursor.number_before.get(i), i + 1
        first = number.first if number is not None else i
        if number is not None and is_link(cursor, first - 1, "the"):
            first -= 1
    elif number is not None:
        last = number.last
    elif (shift := deixis_at(cursor, i + 1)) is not None and cursor.entries[i].definite:
        return _shifted_century(cursor, i, i + 2, shift)
    value: object = number.value if number is not None else integer_at(cursor, i + 1, 22)
    if value is None and cursor.mask(i + 1) & S.CLITIC:  # القرن الـ19
        number = cursor.number_at.get(i + 2)
        value = number.value if number is not None else integer_at(cursor, i + 2, 22)
        last = i + 3
    if first < done or not isinstance(value, int) or not 2 <= value <= 22:
        return None
    if number is not None and number.kind != "ordinal" and cursor.is_latin(i):
        return None
    return Atom(first, last, "century", cal.century(value))


def _read_two_centuries(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read القرنين السادس عشر والسابع عشر, the 16th and 17th centuries."""
    low = high = None
    if cursor.is_latin(i):
        high = cursor.number_before.get(i)
        if high is not None and is_link(cursor, high.first - 1, "and"):
            low = cursor.number_before.get(high.first - 1)
        first, last = low.first if low is not None else i, i + 1
        first -= is_link(cursor, first - 1, "the")
    else:
        low = cursor.number_at.get(i + 1)
        if low is not None and cursor.entries[i].senses[S.PERIOD].role == "2":
            joined = is_link(cursor, low.last, "and")
            high = cursor.number_at.get(low.last + joined)
        first, last = i, high.last if high is not None else i
    if low is None or high is None or first < done:
        return None
    if low.kind != "ordinal" or high.kind != "ordinal":
        return None
    if not isinstance(low.value, int) or not isinstance(high.value, int):
        return None
    if not 2 <= low.value < high.value <= 22:
        return None
    stretch = cal.between(cal.century(low.value), cal.century(high.value))
    return Atom(first, last, "interval", stretch, between=True)


def _shifted_century(cursor: Cursor, first: int, last: int, shift: int) -> Atom:
    """Return the century of the release or one next to it: القرن الماضي, this century."""
    atom = Atom(first, last, "century", anchored=True)
    if cursor.anchor is not None:
        atom.stretch = cal.century(cursor.anchor.year // 100 + 1 + shift)
    return atom


def read_named_decade(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read التسعينيات, ثمانينيات القرن الماضي, the nineties."""
    entry = cursor.entries[i]
    tens: int = entry.senses[S.DECADE].value
    century = 20
    last, first = i + 1, i
    told = False
    if is_period(cursor, last, "CENTURY") and not cursor.is_latin(i):
        found = read_century(cursor, last, last)
        if found is None or found.stretch is None or found.stretch.first is None:
            return None
        century, last, told = found.stretch.first.year // 100 + 1, found.last, True
    elif not entry.definite and not cursor.is_latin(i):
        if not is_link(cursor, i - 1, "in") and not is_date_word(cursor, i - 1, "open", "until"):
            return None
    elif cursor.is_latin(i):
        if not is_link(cursor, i - 1, "the"):
            return None
        first = i - 1
    if not told and tens == _TWENTIES:
        return None  # of either century
    return Atom(first, last, "decade", cal.decade((century - 1) * 100 + tens))
