"""Periods that repeat one spoken of: الفترة نفسها من العام الماضي, the same month."""

from __future__ import annotations

from arnlp.dates.atoms import Atom
from arnlp.dates.words import deixis_at, is_a_year_earlier, is_link
from arnlp.dates.years import read_told_year, year_of
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S


def read_same(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read الفترة نفسها من العام الماضي, the same month: resolved when what it repeats is."""
    atom = Atom(i, i + 1, "same", unit=cursor.entries[i].senses[S.SAME].value, told=0)
    year = year_of(cursor, i + 1)
    if year is not None:
        atom.last, atom.anchored = year.last, year.anchored
        if year.value is None:
            return None
        atom.year, atom.calendar = year.value, year.calendar
    elif deixis_at(cursor, i + 1, "", "told") == -1 and cursor.is_latin(i):
        return None
    elif (earlier := _read_a_year_earlier(cursor, i + 1)) is not None:
        atom.last, atom.told = earlier, -1
    return atom


def _read_a_year_earlier(cursor: Cursor, j: int) -> int | None:
    """Read 'a year earlier', 'of the previous year' behind what is repeated: return its end."""
    if is_a_year_earlier(cursor, j):
        return j + 2
    if is_link(cursor, j, "of"):
        j += 1
    if is_link(cursor, j, "the"):
        j += 1
    told = read_told_year(cursor, j)
    return told[1] if told is not None and told[0] == -1 else None
