"""A month and two figures joined by a dash, Nov-12: November 2012 in tables, else the 12th."""

from __future__ import annotations

from arnlp.dates.atoms import COMMAS, DASHES, Atom
from arnlp.dates.resolving import in_future
from arnlp.dates.words import is_date_word, is_link
from arnlp.dates.years import short_year_at, year_at
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.text.tokens import TIME

_MOST_DAYS = 31
_UNABRIDGED = ("may",)  # its own short form
_NEAR = 6  # tokens in which another such month tells that figures are years: Dec-12, Jan-13


def take_dashed_year(cursor: Cursor, atom: Atom) -> bool:
    """Take the year of Nov-12 into its month; False where the figures are a day, or no such are.

    Spreadsheets write months so, and the figures of a date in running text are a day: what stands
    beside them tells which, else whether the year is one that the release can speak of.
    """
    mark, figures = atom.last, atom.last + 1
    if cursor.norm(mark) not in DASHES or not cursor.is_adjacent(mark):
        return False
    year = short_year_at(cursor, figures)
    if year is None or not cursor.is_adjacent(figures) or not cursor.is_latin(atom.first):
        return False
    if int(cursor.entries[figures].value) <= _MOST_DAYS and not _is_year(cursor, atom, year):
        return False
    atom.year, atom.last = year, figures + 1
    return True


def _is_year(cursor: Cursor, atom: Atom, year: int) -> bool:
    """Tell whether figures that may be a day are a year, by the words beside them and the release."""
    if _is_day(cursor, atom, atom.last + 2):
        return False
    if _has_neighbour(cursor, atom):
        return True
    before, short = atom.first - 1, cursor.norm(atom.first) in _UNABRIDGED
    if is_link(cursor, before, "by", "before") or is_date_word(cursor, before, "until"):
        return False
    if not (short or cursor.mask(atom.first) & S.ABBREVIATION):
        return False  # November-12 is none of a spreadsheet
    if cursor.anchor is None or year > cursor.anchor.year + 1:
        return False
    return year >= cursor.anchor.year or not in_future(cursor, atom.first)


def _is_day(cursor: Cursor, atom: Atom, last: int) -> bool:
    """Tell whether a weekday, 'on', a year, a time or a second day says that figures are a day."""
    i = atom.first - 1
    if cursor.norm(i) in (*COMMAS, *DASHES) and cursor.mask(i - 1) & S.WEEKDAY:
        i -= 1
    if cursor.mask(i) & S.WEEKDAY or is_link(cursor, i, "on", "the"):
        return True
    if _joins(cursor, i) and _is_same_month(cursor, atom, i - 3):
        return True
    joined = _joins(cursor, last)
    if joined and _is_same_month(cursor, atom, last + 1):
        return True  # Nov-12 to Nov-14
    if joined or is_link(cursor, last, "and"):
        return cursor.mask(last + 1) & S.NUMERIC != 0
    if cursor.norm(last) in (*COMMAS, "/") and year_at(cursor, last + 1) is not None:
        return True
    last += cursor.norm(last) in COMMAS
    last += is_link(cursor, last, "at")
    return last < cursor.size and cursor.entries[last].kind == TIME


def _joins(cursor: Cursor, i: int) -> bool:
    return cursor.norm(i) in DASHES or is_date_word(cursor, i, "to", "until")


def _is_same_month(cursor: Cursor, atom: Atom, k: int) -> bool:
    month = cursor.sense(k, S.MONTH)
    return month is not None and month.value == atom.month


def _has_neighbour(cursor: Cursor, atom: Atom) -> bool:
    """Tell whether another month is written so beside it, of the same year or the next: Dec-12, Jan-13."""
    own = int(cursor.entries[atom.last + 1].value)
    for k in range(max(0, atom.first - _NEAR), min(cursor.size - 2, atom.last + _NEAR)):
        month = cursor.sense(k, S.MONTH)
        if month is None or month.value == atom.month or cursor.norm(k + 1) not in DASHES:
            continue
        if not (cursor.is_adjacent(k + 1) and cursor.is_adjacent(k + 2)):
            continue
        other = short_year_at(cursor, k + 2)
        if other is not None and abs(other % 100 - own) <= 1:
            return True
    return False
