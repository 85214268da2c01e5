"""The year of a month or quarter beside another whose year is told: 4.2% in March 2023, from 4.9% in February.

What a level is compared with lies before it; of what is told one after the other the year is the same,
or the next: 5% in the first quarter of 2022 and 7% in the second. Without the day of the release the
earlier one may tell the later: الربع الأول مقارنة بالربع الأول 2013.
"""

from __future__ import annotations

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import GREGORIAN, Atom
from arnlp.dates.resolving import tense_at
from arnlp.dates.shared_years import wants_year
from arnlp.dates.told import compares
from arnlp.dates.words import deixis_at, is_date_word, is_link
from arnlp.dates.year_parts import PARTS
from arnlp.engine import Cursor
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.text.clitics import AND

_NEAR = 14  # tokens between the two
_JOINED = 2  # tokens before the next one, which is then the end of a range
_MONTHS = 12

_Place = tuple[str, int, int | None]  # how long it is, which one of its year, and that year


def take_compared_years(cursor: Cursor, atoms: list[Atom]) -> list[Atom]:
    """Give months and parts without a year the one that a month or part beside them tells, in place."""
    places = [_place_of(cursor, atom) for atom in atoms]
    told = list(places)  # of each the place that tells the year of what is compared with it
    for at in range(1, len(atoms)):
        before, here = told[at - 1], places[at]
        if before is None or here is None or before[0] != here[0]:
            continue
        first, second = atoms[at - 1], atoms[at]
        if at + 1 < len(atoms) and atoms[at + 1].first - second.last < _JOINED:
            continue  # July of July-December 2023
        if before[2] is not None and here[2] is None:
            year = _year_behind(cursor, first, second, before, here[1])
            if year is not None:
                _give(second, year)
                told[at] = before
        elif before[2] is None and here[2] is not None and cursor.anchor is None:
            if _is_compared(cursor, first, second):
                _give(first, here[2] + (before[1] <= here[1]))
    return atoms


def _place_of(cursor: Cursor, atom: Atom) -> _Place | None:
    """Return which month or part of a year an atom is, and of which year where its own words tell it."""
    if is_date_word(cursor, atom.first - 1, "open", "until") or not _is_bare(cursor, atom):
        return None
    if atom.piece is not None and atom.year_told is None and not atom.between:
        return atom.piece[0], atom.piece[1], None
    if atom.calendar != GREGORIAN or atom.between:
        return None
    if atom.grain == "month" and atom.month is not None:
        if atom.year is not None and not atom.anchored:
            return "M", atom.month, atom.year
        return ("M", atom.month, None) if wants_year(atom) else None
    stretch = atom.stretch
    if atom.grain != "part" or atom.anchored or stretch is None or stretch.first is None:
        return None
    for unit, count in PARTS.items():
        number = (stretch.first.month - 1) * count // _MONTHS + 1
        if cal.part_of_year(stretch.first.year, unit, number) == stretch:
            return unit, number, stretch.first.year
    return None


def _year_behind(
    cursor: Cursor, first: Atom, second: Atom, before: _Place, number: int
) -> int | None:
    """Return the year of a month or part behind one whose year is told."""
    unit, other, year = before
    assert year is not None
    if _is_compared(cursor, first, second):
        return year if number < other else year - 1
    if not _is_listed(cursor, first, second):
        return None
    count = PARTS.get(unit, _MONTHS)
    ahead = (number - other) % count
    found = year + (number < other) if ahead * 2 <= count else year - (number > other)
    today = cursor.anchor
    begun = today is None or (found, (number - 1) * _MONTHS // count) <= (today.year, today.month)
    return found if begun else None


def _is_compared(cursor: Cursor, first: Atom, second: Atom) -> bool:
    """Tell whether the second of two is what the first is compared with, in their sentence."""
    gap = _gap(cursor, first, second)
    return gap is not None and any(compares(cursor, k) for k in gap)


def _is_listed(cursor: Cursor, first: Atom, second: Atom) -> bool:
    """Tell whether two are told one after the other, of what has been: 5% in May 2022 and 6% in June."""
    gap = _gap(cursor, first, second)
    if gap is None or tense_at(cursor, second.first) > 0:
        return False
    if not (_is_within(cursor, first.first) and _is_within(cursor, second.first)):
        return False
    return any(is_link(cursor, k, "and") or cursor.entries[k].led & AND for k in gap)


def _is_within(cursor: Cursor, i: int) -> bool:
    """Tell whether what happened in a period stands before it: in, خلال."""
    i -= is_link(cursor, i - 1, "the")
    return is_link(cursor, i - 1, "in") or cursor.norm(i - 1) in grammar_words("during")


def _is_bare(cursor: Cursor, atom: Atom) -> bool:
    """Tell whether no word beside an atom places it by the release: الماضي, last."""
    if atom.year is not None and not atom.anchored:
        return True
    return deixis_at(cursor, atom.last, "", "told") is None or cursor.is_latin(atom.last)


def _gap(cursor: Cursor, first: Atom, second: Atom) -> range | None:
    """Return the tokens between two atoms of one sentence that stand near each other."""
    sentences = cursor.tagged.sentence_of
    if sentences[first.first] != sentences[second.first] or second.first - first.last > _NEAR:
        return None
    return range(first.last, second.first)


def _give(atom: Atom, year: int) -> None:
    """Give a month or part its year."""
    if atom.piece is not None:
        atom.stretch, atom.timex = cal.part_of_year(year, *atom.piece), None
        atom.anchored = False
    else:
        atom.year = year
