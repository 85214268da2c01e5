"""Years by their word: عام 2024, سنة 1446هـ, عامي 2015 و2020."""

from __future__ import annotations

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import DASHES, HIJRI, Atom, Year
from arnlp.dates.hijri import hijri_year, hijri_years
from arnlp.dates.words import deixis_at, is_date_word, is_link
from arnlp.dates.years import read_stated_year, read_worded_year, shifted_year, year_at
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.text.clitics import TO
from arnlp.text.tokens import WORD

_LAW_REACH = 5  # tokens from a law to its year: القانون رقم (29) لعام 2012


def read_year_word(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read عام 2024, سنة 1446هـ, the year 2024."""
    if cursor.entries[i].senses[S.PERIOD].value != "Y":
        return None
    if cursor.entries[i].mask & S.IDENTIFIER_CUE or _names_law(cursor, i):
        return None
    k = i + 1
    calendar = None
    if is_date_word(cursor, k, HIJRI) and cursor.entries[k].definite:
        calendar, k = HIJRI, k + 1
    elif is_date_word(cursor, k, "gregorian") and cursor.entries[k].definite:
        k += 1
    if cursor.mask(k) & S.NUMBER and cursor.entries[i].definite and not cursor.is_latin(i):
        return None  # الأعوام الثلاثة
    year = read_stated_year(cursor, k, calendar)
    if year is None and calendar == HIJRI and (shift := deixis_at(cursor, k, "")) is not None:
        year = shifted_year(cursor, i, shift, k + 1, HIJRI)
    if year is None or year.value is None:
        return None
    if cursor.mask(year.last) & (S.UNIT | S.NOUN) and read_worded_year(cursor, k) is not None:
        return None
    if cursor.norm(year.last) in DASHES and year_at(cursor, year.last + 1, range(1000, 2201)):
        high = year_at(cursor, year.last + 1, range(1000, 2201)) or 0
        if high > year.value and year.calendar != HIJRI:
            stretch = cal.between(cal.year(year.value), cal.year(high))
            return Atom(i, year.last + 2, "interval", stretch, between=True)
    first = i - 1 if is_link(cursor, i - 1, "the") else i
    if year.calendar == HIJRI:
        return _hijri_year(cursor, i, year)
    return Atom(first, year.last, "year", cal.year(year.value), year=year.value)


def _names_law(cursor: Cursor, i: int) -> bool:
    """Tell whether a year belongs to the law before it: دستور عام 2014, القانون 29 لعام 2012."""
    if cursor.mask(i - 1) & S.LAW:
        return True
    if not cursor.entries[i].led & TO:
        return False
    for k in range(i - 1, max(i - _LAW_REACH, 0) - 1, -1):
        if cursor.masks[k] & S.LAW:
            return True
        if not cursor.masks[k] & (S.NUMERIC | S.IDENTIFIER_CUE) and cursor.entries[k].kind == WORD:
            return False
    return False


def _hijri_year(cursor: Cursor, i: int, year: Year) -> Atom:
    assert year.value is not None
    stretch = hijri_year(year.value)
    atom = Atom(i, year.last, "year", stretch, year=year.value, calendar=HIJRI)
    if stretch is None:
        atom.timex = "XXXX"
        cursor.context.warn(
            "hijri_out_of_range", "no such year in the Umm al-Qura calendar (1343 to 1500 AH)",
            cursor.tagged.start_of(i), cursor.tagged.ends[year.last - 1],
        )  # fmt: skip
    return atom


def read_year_pair(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read عامي 2015 و2020."""
    sense = cursor.entries[i].senses[S.PERIOD]
    if sense.role != "2" or sense.value != "Y":
        return None
    low = read_stated_year(cursor, i + 1)
    if low is None or low.value is None:
        return None
    k = low.last
    if (
        is_link(cursor, k, "and")
        or is_date_word(cursor, k, "to", "until")
        or cursor.norm(k) in DASHES
    ):
        k += 1
    high = read_stated_year(cursor, k, low.calendar if low.calendar == HIJRI else None)
    if high is None or high.value is None:
        return None
    if high.calendar == HIJRI:
        stretch = hijri_years(low.value, high.value)
        if stretch is None:
            return None
        return Atom(i, high.last, "interval", stretch, between=True, calendar=HIJRI)
    if high.value <= low.value:
        return None
    stretch = cal.between(cal.year(low.value), cal.year(high.value))
    return Atom(i, high.last, "interval", stretch, between=True)
