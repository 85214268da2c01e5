"""The year of the last of several months or days is that of all: يناير وفبراير 2024, March, April and May 2023."""

from __future__ import annotations

from arnlp.dates.atoms import COMMAS, Atom
from arnlp.dates.words import is_link
from arnlp.engine import Cursor
from arnlp.text.clitics import AND

_GRAINS = ("month", "day")
_MOST = 3  # tokens between two of them


def share_years(cursor: Cursor, atoms: list[Atom]) -> list[Atom]:
    """Give months and days without a year that of the one behind 'and' or a comma, in place.

    What comes later in the year than the next one is of the year before: ديسمبر ويناير 2024.
    """
    for first, second in zip(reversed(atoms[:-1]), reversed(atoms[1:]), strict=True):
        if second.year is None or second.anchored or not wants_year(first):
            continue
        alike = (first.grain, first.calendar) == (second.grain, second.calendar)
        if alike and second.month is not None and _are_joined(cursor, first, second):
            assert first.month is not None
            later = (first.month, first.day or 0) > (second.month, second.day or 0)
            first.year = second.year - later
    return atoms


def wants_year(atom: Atom) -> bool:
    """Tell whether an atom is a month or day of which no year is told, and nothing places it."""
    told = (atom.year, atom.shift, atom.stretch, atom.told, atom.year_told, atom.turn, atom.timex)
    return atom.grain in _GRAINS and atom.month is not None and told == (None,) * len(told)


def _are_joined(cursor: Cursor, first: Atom, second: Atom) -> bool:
    """Tell whether nothing but 'and', a comma and a preposition stands between two atoms."""
    gap = range(first.last, second.first)
    joined = bool(cursor.entries[second.first].led & AND) and not gap
    for k in gap:
        joins = cursor.norm(k) in COMMAS or is_link(cursor, k, "and")
        if not joins and not is_link(cursor, k, "in", "on", "the"):
            return False
        joined |= joins or bool(cursor.entries[k].led & AND)
    return joined and len(gap) <= _MOST
