"""Seasons of the year: صيف 2024, last winter."""

from __future__ import annotations

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import HIJRI, Atom
from arnlp.dates.resolving import take_deixis
from arnlp.dates.words import is_link
from arnlp.dates.years import year_of
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.text.tokens import WORD

_SEASONS = ("SUMMER", "WINTER", "SPRING", "AUTUMN")


def read_season(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read a season of a year, or one told by the release: صيف 2024, last winter."""
    unit = cursor.entries[i].senses[S.PERIOD].value
    if unit not in _SEASONS:
        return None
    year = year_of(cursor, i + 1)
    inside = is_link(cursor, i + 1, "in") and cursor.entries[i].kind == WORD
    first = i - 1 if is_link(cursor, i - 1, "the") else i
    if year is not None and year.value is not None and year.start == 1 and not inside:
        if year.calendar == HIJRI:
            return None
        return Atom(first, year.last, "part", cal.season(year.value, unit), anchored=year.anchored)
    atom = Atom(i, i + 1, "part", anchored=True)
    take_deixis(cursor, atom)
    if atom.shift is None or cursor.anchor is None:
        return None
    value = cursor.anchor.year
    this = cal.season(value, unit)
    assert this.first is not None
    assert this.last is not None
    if atom.shift == 0 and this.first > cursor.anchor and unit == "WINTER":
        before = cal.season(value - 1, unit).last
        assert before is not None
        value -= (cursor.anchor - before).days < (this.first - cursor.anchor).days
    elif atom.shift < 0 and this.last >= cursor.anchor:
        value -= 1
    elif atom.shift > 0 and this.first <= cursor.anchor:
        value += 1
    atom.stretch = cal.season(value, unit)
    return atom
