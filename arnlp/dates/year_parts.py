"""Quarters, halves and thirds of a year: الربع الثالث من عام 2024, the first half of 2023."""

from __future__ import annotations

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import HIJRI, Atom, Year
from arnlp.dates.repeats import past_repeat
from arnlp.dates.told_years import read_told_year_behind
from arnlp.dates.weeks import read_part_of_month
from arnlp.dates.words import deixis_at, integer_at, is_date_word, is_link
from arnlp.dates.years import year_at, year_of
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.text.clitics import AND, TO
from arnlp.text.tokens import LATIN

PARTS = {"Q": 4, "H": 2, "T": 3}  # how many of them a year has


def read_part(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read a quarter, half or third of a year or of a month."""
    entry = cursor.entries[i]
    unit, count = entry.senses[S.PERIOD].value, entry.senses[S.PERIOD].role
    if unit not in PARTS:
        return None
    if count == "2":
        return _read_two_parts(cursor, i, unit)
    number, first, j = _read_which_part(cursor, i, unit, done)
    shift = _read_shift_of_part(cursor, i, number)
    if shift is not None:
        first, last = (i - 1, i + 1) if entry.kind == LATIN else (i, i + 2)
        atom = _shifted_part(cursor, first, last, unit, shift)
        word = i - 1 if entry.kind == LATIN else i + 1
        if atom is not None and deixis_at(cursor, word, "told") is not None:
            return _told_part(cursor, atom, unit, shift)
        return atom
    if not isinstance(number, int) or not 1 <= number <= PARTS[unit]:
        return None  # for the fifth quarter in succession
    if _is_consecutive(cursor, i, j):
        return None
    j = past_repeat(cursor, j, unit, number)
    month = read_part_of_month(cursor, j, unit, number)
    if month is not None:
        month.first = first
        return month
    lower = _read_lower_part(cursor, i, first, number, done)
    if lower is not None:
        return _read_parts(cursor, lower, j, unit, number - 1, number)
    second = _read_second_part(cursor, j, number)
    if second is not None:
        return _read_parts(cursor, first, second[1], unit, number, second[0])
    return resolve_part(cursor, Atom(first, j, "part"), unit, number)


def _is_consecutive(cursor: Cursor, i: int, j: int) -> bool:
    """Tell whether parts are only counted: for the third quarter in a row, للربع الثالث على التوالي.

    In Arabic those words are respectively, too (في الربعين الأول والثاني على التوالي).
    """
    if cursor.entries[i].kind != LATIN and not cursor.entries[i].led & TO:
        return False
    behind = " ".join(cursor.norm(k) for k in range(j, j + 3))
    return any(f"{behind} ".startswith(f"{said} ") for said in grammar_words("consecutive"))


def _read_which_part(cursor: Cursor, i: int, unit: str, done: int) -> tuple[int | None, int, int]:
    """Read which quarter or half is meant: its number and the range of tokens so far."""
    entry = cursor.entries[i]
    if entry.kind == LATIN:
        before = cursor.number_before.get(i)
        number, first = None, i
        if before is not None and before.kind == "ordinal" and before.first >= done:
            number, first = before.value, before.first
        elif is_date_word(cursor, i - 1, "lastn") and (
            deixis_at(cursor, i - 1) is None or year_of(cursor, i + 1) is not None
        ):
            number, first = PARTS[unit], i - 1
        if number is not None and is_link(cursor, first - 1, "the") and first - 1 >= done:
            first -= 1
        return number, first, i + 1
    if not (entry.definite or entry.senses[S.PERIOD].clitics):
        return None, i, i + 1
    after = cursor.number_at.get(i + 1)
    if after is not None and after.kind == "ordinal":
        return after.value, i, after.last
    numeral = _read_numeral(cursor, i + 1, PARTS[unit])
    if numeral is not None:
        return numeral[0], i, numeral[1]
    if is_date_word(cursor, i + 1, "firstn", "lastn"):
        return (1 if is_date_word(cursor, i + 1, "firstn") else PARTS[unit]), i, i + 2
    return None, i, i + 1


def _read_numeral(cursor: Cursor, j: int, most: int) -> tuple[int, int] | None:
    """Read the digits that number a part, where its year follows: الربع 2 من 2021, الربع (1) لعام 2020."""
    bracketed = cursor.norm(j) == "(" and cursor.norm(j + 2) == ")"
    value, last = integer_at(cursor, j + bracketed, most), j + 1 + 2 * bracketed
    return None if value is None or year_of(cursor, last) is None else (value, last)


def _read_shift_of_part(cursor: Cursor, i: int, number: int | None) -> int | None:
    """Read the word that places an unnumbered part: last quarter, الربع الماضي."""
    if number is not None:
        return None
    if cursor.is_latin(i):
        return deixis_at(cursor, i - 1)
    return deixis_at(cursor, i + 1, "", "told") if cursor.entries[i].definite else None


def _shifted_part(cursor: Cursor, first: int, last: int, unit: str, shift: int) -> Atom | None:
    """Return the quarter or half so many after the one of the release: الربع الماضي."""
    atom = Atom(first, last, "part", anchored=True)
    if unit == "T" or (unit == "H" and not cursor.is_latin(first)):
        return None
    if cursor.anchor is not None:
        parts = PARTS[unit]
        index = cursor.anchor.year * parts + (cursor.anchor.month - 1) * parts // 12 + shift
        atom.stretch = cal.part_of_year(index // parts, unit, index % parts + 1)
    return atom


def _told_part(cursor: Cursor, atom: Atom, unit: str, shift: int) -> Atom:
    """Count a part from the one spoken of, الربع السابق; take the year behind it, of 2024."""
    atom.told, atom.unit, atom.stretch = shift, unit, None
    if not is_link(cursor, atom.last, "of", "in"):
        start = atom.last + is_link(cursor, atom.last, "the")
    else:
        start = atom.last + 1
    year = year_of(cursor, atom.last)
    if year is not None and year.value is not None and year.calendar != HIJRI and year.start == 1:
        atom.year, atom.year_from, atom.last = year.value, start, year.last
    return atom


def _read_second_part(cursor: Cursor, j: int, number: int) -> tuple[int, int] | None:
    """Read the second of two parts: الربع الأول والثاني; return it and its end."""
    if j >= cursor.size or cursor.entries[j].led != AND:
        return None
    second = cursor.number_at.get(j)
    if second is None or second.kind != "ordinal" or second.value != number + 1:
        return None
    return second.value, second.last


def _read_lower_part(cursor: Cursor, i: int, first: int, number: int, done: int) -> int | None:
    """Return where the lower of two parts starts: the second and third quarters of 2024."""
    if not cursor.is_latin(i) or not is_link(cursor, first - 1, "and"):
        return None
    lower = cursor.number_before.get(first - 1)
    if lower is None or lower.kind != "ordinal" or lower.value != number - 1 or lower.first < done:
        return None
    the = lower.first - 1
    return the if the >= done and is_link(cursor, the, "the") else lower.first


def _read_two_parts(cursor: Cursor, i: int, unit: str) -> Atom | None:
    """Read الربعين الأول والثاني من العام الماضي, الربعين الماضيين."""
    low, high = (cursor.number_at.get(j) for j in (i + 1, i + 2))
    if low is None or high is None or low.kind != "ordinal" or high.kind != "ordinal":
        return None
    return _read_parts(cursor, i, high.last, unit, low.value, high.value)


def _read_parts(
    cursor: Cursor, first: int, last: int, unit: str, low: int, high: int
) -> Atom | None:
    atom = resolve_part(cursor, Atom(first, last, "part"), unit, high)
    if atom is None or atom.stretch is None or atom.stretch.first is None or low >= high:
        return None
    year = atom.stretch.first.year
    start = cal.part_of_year(year, unit, low)
    if start is None:
        return None
    atom.grain, atom.between = "interval", True
    atom.stretch = cal.between(start, atom.stretch)
    return atom


def resolve_part(cursor: Cursor, atom: Atom, unit: str, number: int) -> Atom | None:
    """Give a part its year, told behind it or else the nearest; None where it is no part of one."""
    year = year_of(cursor, atom.last) or _slashed_year(cursor, atom.last)
    if year is not None:
        atom.last, atom.anchored = past_repeat(cursor, year.last, unit, number), year.anchored
        if year.value is None or year.start is None or year.calendar == HIJRI:
            atom.timex = f"XXXX-{unit}{number}"
            atom.unit = "" if year.start == 1 else "FY"  # no part of a calendar year
            return atom
        atom.stretch = cal.part_of_year(year.value, unit, number, year.start)
        return atom if atom.stretch is not None else None
    if _take_told_year(cursor, atom):
        atom.piece, atom.timex = (unit, number), f"XXXX-{unit}{number}"
        return atom
    if is_link(cursor, atom.last, "of") or cursor.mask(atom.first) & S.IDENTIFIER_CUE:
        return None  # the second half of the twentieth century, of a match; chapter three
    if unit == "H" and cursor.is_latin(atom.last - 1) and len(cursor.norm(atom.last - 1)) > 1:
        if not is_link(cursor, atom.first - 1, "in", "lead"):
            return None  # the second half may be that of a match
    atom.anchored = True
    shift = deixis_at(cursor, atom.last, "", "told")
    if shift is not None and not cursor.is_latin(atom.last):
        atom.last += 1
    else:
        atom.piece = unit, number
    found = _year_of_nearest_part(cursor, unit, number, -1 if shift is None else shift)
    if found is None:
        atom.timex = f"XXXX-{unit}{number}"
        return atom
    atom.stretch = cal.part_of_year(found, unit, number)
    return atom if atom.stretch is not None else None


def _take_told_year(cursor: Cursor, atom: Atom) -> bool:
    """Read the year of a part by the one spoken of: الربع الثالث من العام نفسه, of that year."""
    j = atom.last
    if not is_link(cursor, j, "of", "in"):
        return False
    told = read_told_year_behind(cursor, j + 1 + is_link(cursor, j + 1, "the"))
    if told is None:
        return False
    atom.year_told, atom.last = told
    return True


def _slashed_year(cursor: Cursor, j: int) -> Year | None:
    """Read the year that a slash joins to a part: الربع الثالث/2022."""
    year = year_at(cursor, j + 1) if cursor.norm(j) == "/" and cursor.is_adjacent(j) else None
    if year is None or not cursor.is_adjacent(j + 1) or cursor.norm(j + 2) == "/":
        return None
    return Year(year, j + 2)


def _year_of_nearest_part(cursor: Cursor, unit: str, number: int, shift: int) -> int | None:
    """Return the year of the last such part that has begun, or of the next one."""
    if cursor.anchor is None:
        return None
    year = cursor.anchor.year
    part = cal.part_of_year(year, unit, number)
    if part is None or part.first is None:
        return None
    if shift == 0:
        return year
    if shift > 0:
        return year if part.first > cursor.anchor else year + 1
    return year if part.first <= cursor.anchor else year - 1
