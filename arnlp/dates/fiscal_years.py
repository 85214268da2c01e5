"""Fiscal and academic years: العام المالي 2021/2022, FY2024, the 2008 fiscal year, fiscal years 2006 through 2010."""

from __future__ import annotations

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import COMMAS, DASHES, HIJRI, Atom, Year
from arnlp.dates.fiscal import (
    behind_short_name,
    first_of_fiscal,
    fiscal_start,
    fiscal_word,
    is_fiscal_pair,
    numbered_fiscal,
    paired_fiscal,
)
from arnlp.dates.words import deixis_at, is_date_word, is_link, is_period
from arnlp.dates.years import read_short_year, read_stated_year, two_years, year_at, year_start
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words


def read_fiscal_year(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read a fiscal or academic year: العام المالي 2021/2022, FY2024, العام الدراسي المقبل."""
    unit = cursor.entries[i].senses[S.PERIOD].value
    if unit not in ("FY", "AY"):
        return None
    start, j = year_start(cursor, i), behind_short_name(cursor, i)
    if cursor.norm(j) == "(":  # العام المالي (2024)
        atom = _read_fiscal(cursor, i, j + 1, done, unit, start)
        if atom is not None and cursor.norm(atom.last) == ")":
            atom.last += 1
            return atom
    return _read_fiscal(cursor, i, j, done, unit, start)


def _read_fiscal(
    cursor: Cursor, i: int, j: int, done: int, unit: str, start: int | None
) -> Atom | None:
    """Read a fiscal or academic year by its word and what stands at a token behind it."""
    if unit == "FY" and (several := _read_several(cursor, i, j, start)) is not None:
        return several
    pair, last = two_years(cursor, j)
    if pair is None and cursor.norm(i) not in grammar_words("fiscal_years"):
        pair, last = _read_worded_pair(cursor, j)
    if pair is None:
        return _read_one_fiscal_year(cursor, i, j, done, unit, start)
    if pair[1] != pair[0] + 1:
        if pair[1] <= pair[0]:
            return None
        stretch = _from_to(cursor, *pair, start if unit == "FY" else 1)
        return Atom(i, last, "interval", stretch, between=True)
    following, end = two_years(cursor, last + is_link(cursor, last, "and"))
    if following == (pair[1], pair[1] + 1):  # 2023/2024 و2024/2025
        stretch = cal.between(paired_fiscal(pair, start), paired_fiscal(following, start))
        return Atom(i, end, "interval", stretch, between=True)
    return Atom(i, last, "year", paired_fiscal(pair, start))


def _read_worded_pair(cursor: Cursor, j: int) -> tuple[tuple[int, int] | None, int]:
    """Read the two years of one fiscal year with a word between: the financial year 2022 to 2023."""
    low, high = year_at(cursor, j), year_at(cursor, j + 2)
    if low is None or high != low + 1 or not is_date_word(cursor, j + 1, "to"):
        return None, j
    return (low, high), j + 3


def read_year_of_fiscal(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read a fiscal year by a number beside its word: fiscal 2005, the 2008 fiscal year, the 2006 federal fiscal year."""
    year = year_at(cursor, i)
    if year is None:
        return None
    if cursor.norm(i - 1) in grammar_words("fiscal") and i > done:
        start = fiscal_start(cursor)
        pair, last = two_years(cursor, i)
        if pair is not None and pair[1] == pair[0] + 1:  # fiscal 2023-24
            return Atom(i - 1, last, "year", paired_fiscal(pair, start))
        several = _read_several(cursor, i - 1, i, start)
        return several or _numbered(cursor, i - 1, i + 1, year, "FY", start)
    word = fiscal_word(cursor, i + 1)
    if word is None or is_date_word(cursor, i - 1, "to", "until") or is_link(cursor, i - 1, "and"):
        return None
    unit = "FY" if is_period(cursor, word, "FY") else "AY"
    first = i - 1 if is_link(cursor, i - 1, "the") else i
    return _numbered(cursor, first, word + 1, year, unit, year_start(cursor, word))


def _from_to(cursor: Cursor, low: int, high: int, start: int | None) -> cal.Stretch:
    """Return the days of the fiscal years from one to another."""
    first, last = first_of_fiscal(cursor, low), first_of_fiscal(cursor, high)
    if start in (1, None) or first is None or last is None:
        return cal.between(cal.year(low), cal.year(high))
    return cal.between(
        cal.split_year(first, first + 1, start), cal.split_year(last, last + 1, start)
    )


def _read_several(cursor: Cursor, i: int, j: int, start: int | None) -> Atom | None:
    """Read fiscal years that follow each other: fiscal years 2007 and 2008, 2006, 2007 and 2008, 2006 through 2010.

    With a dash they are several only behind a plural: fiscal years 2007-2008. Their days are told where
    it is known which of its years names each.
    """
    low = high = year_at(cursor, j)
    many = cursor.norm(i) in grammar_words("fiscal_years")
    while high is not None:
        k = j + 1 + (cursor.norm(j + 1) in COMMAS and is_link(cursor, j + 2, "and"))
        ranged = is_date_word(cursor, k, "to", "until") or (many and cursor.norm(k) in DASHES)
        following = year_at(cursor, k + 1)
        if following == high + 1 and ranged and not many and is_fiscal_pair(cursor):
            break  # the financial year 2022 to 2023
        joined = is_link(cursor, k, "and") or (many and cursor.norm(k) in COMMAS)
        if following is None or following <= high:
            break
        if not (ranged or (joined and following == high + 1)):
            break
        high, j = following, k + 1
    if low is None or high is None or low == high:
        return None
    if first_of_fiscal(cursor, low) is None:
        return Atom(i, j + 1, "year", timex="XXXX")
    return Atom(i, j + 1, "interval", _from_to(cursor, low, high, start), between=True)


def _read_one_fiscal_year(
    cursor: Cursor, i: int, j: int, done: int, unit: str, start: int | None
) -> Atom | None:
    single = read_stated_year(cursor, j) or read_short_year(cursor, j)
    if single is not None and single.value is not None:
        if single.calendar == HIJRI:  # it is no year from Muharram on
            return Atom(i, single.last, "year", timex="XXXX", calendar=HIJRI)
        return _numbered(cursor, i, single.last, single.value, unit, start)
    return _read_spoken_of(cursor, i, done, unit, start)


def _read_spoken_of(cursor: Cursor, i: int, done: int, unit: str, start: int | None) -> Atom | None:
    """Read a fiscal or academic year by its place: the next fiscal year, العام المالي الحالي 2024/2025."""
    shift, first, last = deixis_at(cursor, i + 1, "", "told"), i, i + 2
    if cursor.is_latin(i) or shift is None:
        shift, first, last = deixis_at(cursor, i - 1, "", "this", "told"), i - 1, i + 1
    if shift is None or start is None or first < done:
        return None  # شوال الماضي | العام المالي
    opened = cursor.norm(last) == "("
    pair, end = two_years(cursor, last + opened)
    if pair is not None and pair[1] == pair[0] + 1 and (not opened or cursor.norm(end) == ")"):
        return Atom(first, end + opened, "year", paired_fiscal(pair, start))
    if cursor.anchor is None:
        return Atom(first, last, "year", anchored=True)
    low = cursor.anchor.year + shift - (cursor.anchor.month < start)
    stretch = cal.year(low) if start == 1 else cal.split_year(low, low + 1, start)
    atom = Atom(first, last, "year", stretch, year=low, anchored=True, unit=unit)
    if deixis_at(cursor, first if cursor.is_latin(i) else i + 1, "told") is not None:
        atom.told = shift
    return atom


def _numbered(
    cursor: Cursor, first: int, last: int, year: int, unit: str, start: int | None
) -> Atom:
    """Return the fiscal or academic year that one number names."""
    named = numbered_fiscal(cursor, Year(year, last), start, unit == "FY")
    if named.start is None or named.value is None:
        # which of its two years names it differs by country: its days are not told
        return Atom(first, last, "year", timex=f"FY{year}" if unit == "FY" else "XXXX")
    if named.start == 1:
        return Atom(first, last, "year", cal.year(year), year=year)
    stretch = cal.split_year(named.value, named.value + 1, named.start)
    return Atom(first, last, "year", stretch)
