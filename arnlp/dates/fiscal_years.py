"""Fiscal and academic years: العام المالي 2021/2022, FY2024, العام الدراسي المقبل."""

from __future__ import annotations

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import HIJRI, Atom, Year
from arnlp.dates.fiscal import fiscal_year_of
from arnlp.dates.words import deixis_at, integer_at
from arnlp.dates.years import read_stated_year, two_years, year_start
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S


def read_fiscal_year(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read a fiscal or academic year: العام المالي 2021/2022, FY2024, العام الدراسي المقبل."""
    unit = cursor.entries[i].senses[S.PERIOD].value
    if unit not in ("FY", "AY"):
        return None
    start = year_start(cursor, i)
    pair, last = two_years(cursor, i + 1)
    if pair is None:
        return _read_one_fiscal_year(cursor, i, done, unit, start)
    if pair[1] != pair[0] + 1:
        if pair[1] <= pair[0]:
            return None
        stretch = cal.between(cal.year(pair[0]), cal.year(pair[1]))
        return Atom(i, last, "interval", stretch, between=True)
    return Atom(i, last, "year", cal.split_year(*pair, start if start != 1 else None))


def _named_by_its_end(cursor: Cursor) -> bool:
    """Tell whether one number names the fiscal year that ends in it: fiscal year 2007 in the US."""
    fiscal = fiscal_year_of(cursor)
    return fiscal is not None and fiscal.named_last


def _read_one_fiscal_year(
    cursor: Cursor, i: int, done: int, unit: str, start: int | None
) -> Atom | None:
    single = read_stated_year(cursor, i + 1)
    if single is None and cursor.is_latin(i) and (short := integer_at(cursor, i + 1, 99)):
        if cursor.is_adjacent(i + 1):  # FY24
            single = Year(2000 + short, i + 2)
    if single is not None and single.value is not None:
        if single.calendar == HIJRI:  # it is no year from Muharram on
            return Atom(i, single.last, "year", timex="XXXX", calendar=HIJRI)
        if unit == "FY" and start not in (1, None) and _named_by_its_end(cursor):
            stretch = cal.split_year(single.value - 1, single.value, start)
            return Atom(i, single.last, "year", stretch)
        if unit == "AY" or start != 1:
            # which of its two years names it differs by country: its days are not told
            name = f"FY{single.value}" if unit == "FY" else "XXXX"
            return Atom(i, single.last, "year", timex=name)
        return Atom(i, single.last, "year", cal.year(single.value), year=single.value)
    shift, first, last = deixis_at(cursor, i + 1, "", "told"), i, i + 2
    if cursor.is_latin(i) or shift is None:
        shift, first, last = deixis_at(cursor, i - 1, "", "this", "told"), i - 1, i + 1
    if shift is None or start is None or first < done:
        return None  # شوال الماضي | العام المالي
    if cursor.anchor is None:
        return Atom(first, last, "year", anchored=True)
    low = cursor.anchor.year + shift - (cursor.anchor.month < start)
    stretch = cal.year(low) if start == 1 else cal.split_year(low, low + 1, start)
    atom = Atom(first, last, "year", stretch, year=low, anchored=True, unit=unit)
    if deixis_at(cursor, first if cursor.is_latin(i) else i + 1, "told") is not None:
        atom.told = shift
    return atom
