"""Quarters and halves by the month in which they end, as Australia and New Zealand name them: the March 2024 quarter."""

from __future__ import annotations

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import Atom
from arnlp.dates.words import is_link
from arnlp.dates.year_parts import PARTS, resolve_part
from arnlp.dates.years import year_at
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S

_MONTHS = 12


def read_month_quarter(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read the June quarter, the June quarter of 2023, the September 2024 quarter, the December half."""
    month = cursor.sense(i, S.MONTH)
    if month is None or not cursor.is_latin(i) or not cursor.entries[i].caps:
        return None
    year = year_at(cursor, i + 1)
    j = i + 1 + (year is not None)
    period, unit = cursor.sense(j, S.PERIOD), cursor.sense(j, S.UNIT)
    if period is None or period.value not in PARTS or (unit is not None and unit.role == "plural"):
        return None
    size = _MONTHS // PARTS[period.value]
    if month.value % size:
        return None
    first = i - 1 if i - 1 >= done and is_link(cursor, i - 1, "the") else i
    number = month.value // size
    if year is not None:
        return Atom(first, j + 1, "part", cal.part_of_year(year, period.value, number))
    return resolve_part(cursor, Atom(first, j + 1, "part"), period.value, number)
