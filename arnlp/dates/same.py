"""Periods that repeat one spoken of: الفترة نفسها من العام الماضي, the same month."""

from __future__ import annotations

from arnlp.dates.atoms import Atom
from arnlp.dates.told_years import read_told_year
from arnlp.dates.words import deixis_at, ends_with_before, is_a_year_earlier, is_link, is_period
from arnlp.dates.years import year_of
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S


def read_same(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read الفترة نفسها من العام الماضي, the same month: resolved when what it repeats is."""
    sense = cursor.entries[i].senses[S.SAME]
    atom = Atom(i, i + 1, "same", unit=sense.value, told=-1 if sense.role == "earlier" else 0)
    year = None if is_a_year_earlier(cursor, i + 1) else year_of(cursor, i + 1)
    if year is not None:
        if year.value is None:
            return None
        atom.year_from = _year_start(cursor, i + 1)
        if year.start != 1 and year.anchored:  # of the fiscal year before: a year earlier
            shift = deixis_at(cursor, year.last - 1) or deixis_at(cursor, atom.year_from)
            atom.told, atom.last, atom.anchored = shift or 0, year.last, True
            return atom if shift else None
        atom.last, atom.anchored = year.last, year.anchored
        atom.year, atom.calendar = year.value, year.calendar
    elif deixis_at(cursor, i + 1, "", "told") == -1 and cursor.is_latin(i):
        return None
    elif (earlier := _read_years_earlier(cursor, i + 1)) is not None:
        atom.told, atom.last = earlier
    return atom


def _year_start(cursor: Cursor, j: int) -> int:
    """Return the token at which a year starts, behind the words that join it on."""
    while is_link(cursor, j, "of", "in", "the"):
        j += 1
    return j


def _read_years_earlier(cursor: Cursor, j: int) -> tuple[int, int] | None:
    """Read 'a year earlier', قبل عام, 'of the previous year' behind what is repeated: years, end."""
    if is_a_year_earlier(cursor, j):
        return -1, j + 2
    if is_link(cursor, j, "ago") and not cursor.is_latin(j):
        period = cursor.sense(j + 1, S.PERIOD)
        bare = period is not None and period.value == "Y" and not cursor.entries[j + 1].definite
        if bare and period is not None and not cursor.mask(j + 2) & S.NUMERIC:
            return -int(period.role), j + 2
        return None
    if is_link(cursor, j, "of", "in"):
        j += 1
    if is_link(cursor, j, "the"):
        j += 1
    if is_period(cursor, j, "Y") and ends_with_before(cursor, j + 1):  # of the year before
        return -1, j + 2
    told = read_told_year(cursor, j)
    return told if told is not None and told[0] == -1 else None
