"""Days told by the release: today, أمس, this morning, مساء أمس."""

from __future__ import annotations

from datetime import timedelta

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import COMMAS, Atom
from arnlp.dates.words import deixis_at, is_date_word
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.text.clitics import THE, led_by


def read_relative_day(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read a day told by the release, with its weekday and part: مساء أمس, today (Tuesday)."""
    sense = cursor.entries[i].senses[S.RELATIVE_DAY]
    if cursor.entries[i].mask & S.PERIOD and _is_day_of_story(cursor, i + 1):
        return None
    if cursor.is_word(i - 1, "through"):
        return None  # طوال اليوم is all day
    atom = Atom(i, i + 1, "day", anchored=True)
    if cursor.anchor is not None:
        atom.stretch = cal.of_day(cursor.anchor + timedelta(sense.value))
    j = i + 1
    bracket = cursor.norm(j) == "("
    if bracket or cursor.norm(j) in COMMAS:
        j += 1
    weekday = cursor.sense(j, S.WEEKDAY)
    if weekday is not None and (not bracket or cursor.norm(j + 1) == ")"):
        atom.weekday, atom.last = weekday.value, j + 1 + bracket
    take_part_of_day(cursor, atom, done)
    return atom


def _is_day_of_story(cursor: Cursor, i: int) -> bool:
    """Tell whether a word behind اليوم makes it a day of its own: الوطني, السابق, الأول."""
    if led_by(cursor.norm(i)) == THE:
        return True  # لليوم الـ200
    if i >= cursor.size or not cursor.entries[i].definite:
        return False
    mask = cursor.masks[i]
    deixis = cursor.sense(i, S.DEIXIS)
    if deixis is not None:
        return bool(deixis.value)
    if mask & S.ORDINAL or is_date_word(cursor, i, "firstn", "lastn"):
        return True
    return cursor.norm(i).endswith(("ي", "يه")) and not mask & S.WEEKDAY


def take_part_of_day(cursor: Cursor, atom: Atom, done: int) -> None:
    """Read the part of a day beside it: مساء أمس, صباح يوم الخميس, yesterday evening."""
    before = cursor.sense(atom.first - 1, S.PART_OF_DAY)
    after = cursor.sense(atom.last, S.PART_OF_DAY)
    if before is not None and atom.first - 1 >= done and not cursor.is_latin(atom.first - 1):
        atom.part, atom.first = before.value, atom.first - 1
    elif after is not None and cursor.is_latin(atom.last) == cursor.is_latin(atom.last - 1):
        if cursor.is_latin(atom.last) or not (
            cursor.mask(atom.last + 1) & (S.RELATIVE_DAY | S.WEEKDAY | S.PERIOD)
        ):
            atom.part, atom.last = after.value, atom.last + 1


def read_this_part(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read this morning, هذا المساء, last night, الليلة الماضية."""
    if not cursor.is_latin(i) and cursor.entries[i].definite:
        gone = deixis_at(cursor, i + 1, "")
        if gone is not None and gone < 0:
            return _part_of(cursor, i, i, i + 2, gone)
    deixis = deixis_at(cursor, i - 1, "", "this")
    if deixis is None or i - 1 < done or deixis > 0:
        return None
    if cursor.is_latin(i) != cursor.is_latin(i - 1):
        return None
    if cursor.entries[i].senses[S.PART_OF_DAY].role == "age":
        return None
    return _part_of(cursor, i, i - 1, i + 1, deixis)


def _part_of(cursor: Cursor, i: int, first: int, last: int, shift: int) -> Atom:
    """Return the part of a day that a token names, of a day so many from the release."""
    part = cursor.entries[i].senses[S.PART_OF_DAY].value
    atom = Atom(first, last, "day", anchored=True, part=part)
    if cursor.anchor is not None:
        atom.stretch = cal.of_day(cursor.anchor + timedelta(shift))
    return atom
