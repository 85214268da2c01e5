"""Quarters, halves and months so far in short: Q3 2022, Q3-2022, Q1/2021, 2024 Q3, 1Q24, 9M 2023."""

from __future__ import annotations

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import DASHES, YEARS, Atom, Year
from arnlp.dates.fiscal import fiscal_year_of
from arnlp.dates.words import integer_at, is_date_word, is_link
from arnlp.dates.year_parts import PARTS, resolve_part
from arnlp.dates.years import full_year, short_year_at, two_years, year_at
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.text.tokens import LATIN, NUMERAL, PAIR

_LETTERS = {"q": "Q", "h": "H"}
_MARKS = (*DASHES, "/")
_APOSTROPHES = ("'", "\u2019")
_USUAL_MONTHS = (6, 9)  # so many months so far are reported; 3M is a company too, 10M ten million


def read_short_part(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read Q3 2022, Q3-2022, Q1/2021, H1 2023, 2024 Q3, 2022/Q3, Q3'24, 1Q24, 1H-2024."""
    letter = _LETTERS.get(cursor.norm(i - 1))
    if letter is not None and cursor.is_adjacent(i) and i - 1 >= done:
        return _read_numbered_letter(cursor, i, letter, done)
    letter, number = _LETTERS.get(cursor.norm(i + 1)), integer_at(cursor, i, 4)
    if letter and number and cursor.is_adjacent(i + 1) and cursor.entries[i + 1].caps:
        year = _glued_year(cursor, i + 2)
        if year is None and cursor.is_adjacent(i + 2):
            year = _two_figures(cursor, i + 2)
        if year is not None:
            return _part(Atom(i, year.last, "part"), letter, number, year)
        return resolve_part(cursor, Atom(i, i + 2, "part"), letter, number)
    return None


def _read_numbered_letter(cursor: Cursor, i: int, letter: str, done: int) -> Atom | None:
    """Read the number, and the year, of a part whose letter stands before: Q3, Q3-2022, Q2/23."""
    capital, first = bool(cursor.entries[i - 1].caps), i - 1
    if cursor.entries[i].kind == PAIR:
        low, _, high = cursor.entries[i].norm.partition("/")
        year = _year_of_pair(high, capital)
        if year is None or len(low) != 1 or not 1 <= int(low) <= PARTS[letter]:
            return None
        return _part(Atom(first, i + 1, "part"), letter, int(low), Year(year, i + 1))
    number = integer_at(cursor, i, PARTS[letter])
    if number is None or (cursor.is_adjacent(i + 1) and cursor.is_latin(i + 1)):
        return None  # H2O
    before = _year_before(cursor, first, done)
    if before is not None:
        return _part(Atom(before[1], i + 1, "part"), letter, number, Year(before[0], i + 1))
    if (several := _read_several(cursor, first, i + 1, letter, number)) is not None:
        return several
    behind = _glued_year(cursor, i + 1)
    if behind is not None and (capital or behind.value == year_at(cursor, behind.last - 1)):
        return _part(Atom(first, behind.last, "part"), letter, number, behind)
    if not capital and year_at(cursor, i + 1) is None:
        return None
    pair, last = two_years(cursor, i + 2 if cursor.norm(i + 1) in _MARKS else i + 1)
    if pair is not None and pair[1] == pair[0] + 1:  # Q1 2023/24, of a fiscal year
        fiscal = fiscal_year_of(cursor)
        start = fiscal.start if fiscal is not None and fiscal.start != 1 else None
        year_of_part = Year(pair[0], last, start=start)
        return _part(Atom(first, last, "part"), letter, number, year_of_part)
    return resolve_part(cursor, Atom(first, i + 1, "part"), letter, number)


def _read_several(cursor: Cursor, first: int, j: int, letter: str, low: int) -> Atom | None:
    """Read parts that share their year: Q1-Q3 2023, Q1 to Q3-2023, Q1 and Q2 2023."""
    listed = is_link(cursor, j, "and")
    if not (listed or cursor.norm(j) in _MARKS or is_date_word(cursor, j, "to", "until")):
        return None
    high = integer_at(cursor, j + 2, PARTS[letter])
    if _LETTERS.get(cursor.norm(j + 1)) != letter or high is None or high <= low:
        return None
    if not cursor.is_adjacent(j + 2) or (listed and high != low + 1):
        return None
    atom = read_short_part(cursor, j + 2, j + 1)
    if atom is None or atom.stretch is None or atom.stretch.first is None:
        return None
    start = cal.part_of_year(atom.stretch.first.year, letter, low)
    if start is None or atom.grain != "part" or "/" in atom.stretch.edtf:
        return None
    atom.first, atom.grain, atom.between = first, "interval", True
    atom.stretch = cal.between(start, atom.stretch)
    return atom


def _part(atom: Atom, letter: str, number: int, year: Year) -> Atom | None:
    """Give an atom the part of a year that its letter, number and year name."""
    if year.value is None or year.start is None:
        atom.timex = f"XXXX-{letter}{number}"
        return atom
    atom.stretch = cal.part_of_year(year.value, letter, number, year.start)
    return atom if atom.stretch is not None else None


def _year_of_pair(high: str, capital: bool) -> int | None:
    """Return the year behind the slash of 1/2021 or 2/23.

    >>> _year_of_pair("2021", False), _year_of_pair("23", True), _year_of_pair("4", True)
    (2021, 2023, None)
    """
    if len(high) == 4:
        return int(high) if int(high) in YEARS else None
    return full_year(int(high)) if capital and len(high) == 2 else None


def _year_before(cursor: Cursor, i: int, done: int) -> tuple[int, int] | None:
    """Read the year before the letter of a part, 2024 Q3, 2022-Q3, 2022/Q3: it and its token."""
    marked = cursor.norm(i - 1) in _MARKS
    k = i - 2 if marked else i - 1
    year = year_at(cursor, k)
    if year is None or k < done or (cursor.norm(i - 1) == "/" and not cursor.is_adjacent(i)):
        return None
    return year, k


def _glued_year(cursor: Cursor, j: int) -> Year | None:
    """Read the year that a mark joins to a part: -2022, /2022, -23, '24."""
    mark = cursor.norm(j)
    if mark in _APOSTROPHES:
        return _two_figures(cursor, j + 1) if cursor.is_adjacent(j + 1) else None
    if mark not in _MARKS or (_is_marked(cursor, j + 2) and mark != "-"):
        return None
    year = year_at(cursor, j + 1)
    if year is not None and (mark == "-" or cursor.is_adjacent(j + 1)):
        return Year(year, j + 2)
    if cursor.is_adjacent(j) and cursor.is_adjacent(j + 1) and not _is_marked(cursor, j + 2):
        return _two_figures(cursor, j + 1)
    return None


def _is_marked(cursor: Cursor, j: int) -> bool:
    """Tell whether another mark follows at once, as in a longer number."""
    return cursor.norm(j) in _MARKS and cursor.is_adjacent(j) and cursor.is_adjacent(j + 1)


def _two_figures(cursor: Cursor, j: int) -> Year | None:
    short = short_year_at(cursor, j)
    return None if short is None else Year(short, j + 1)


def read_months_so_far(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read 9M 2023, 9M-2023 and 6M24: the first months of a year."""
    months = integer_at(cursor, i, 12)
    if months is None or months == 1 or cursor.norm(i + 1) != "m" or not cursor.is_adjacent(i + 1):
        return None
    letter = cursor.entries[i + 1]
    if letter.kind != LATIN or not letter.caps or cursor.mask(i - 1) & (S.CURRENCY | S.NUMERIC):
        return None
    j = i + 2
    year = _glued_year(cursor, j)
    value = year_at(cursor, j)
    if year is None and value is not None:
        led = is_link(cursor, i - 1, "in", "lead", "of") or cursor.is_adjacent(j)
        if led or months in _USUAL_MONTHS:
            year = Year(value, j + 1)
    elif year is None and cursor.is_adjacent(j):
        year = _two_figures(cursor, j)
    if year is None or year.value is None or _is_counted(cursor, year.last):
        return None
    stretch = cal.between(cal.month(year.value, 1), cal.month(year.value, months))
    return Atom(i, year.last, "interval", stretch, between=True)


def _is_counted(cursor: Cursor, j: int) -> bool:
    """Tell whether figures are joined on, and no year is meant: 9M-2023-15."""
    return _is_marked(cursor, j) and cursor.entries[j + 1].kind == NUMERAL
