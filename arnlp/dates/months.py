"""Months of both calendars by their names, alone, with a year, or with one day or several."""

from __future__ import annotations

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import COMMAS, GREGORIAN, HIJRI, Atom, Year
from arnlp.dates.dashed_months import take_dashed_year
from arnlp.dates.month_days import (
    read_day_starting,
    take_day_after,
    take_day_before,
    take_weekday_after,
    take_weekday_before,
)
from arnlp.dates.month_names import is_month_here
from arnlp.dates.resolving import is_anchored, resolve, shifted_month, take_deixis
from arnlp.dates.told_years import read_told_year_behind
from arnlp.dates.words import (
    deixis_at,
    integer_at,
    is_date_word,
    is_link,
    is_period,
    read_told_period,
)
from arnlp.dates.years import (
    read_named_year,
    read_stated_year,
    short_year_at,
    year_at,
)
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.text.tokens import LATIN, NUMERAL, WORD

_SEPARATORS = ("/", "-", ".")
_APOSTROPHES = ("'", "\u2019", "\u2018")


def read_month(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read a month by its name, alone, with a year, or with one day or several."""
    entry = cursor.entries[i]
    sense = entry.senses.get(S.MONTH) or entry.senses[S.HIJRI_MONTH]
    calendar = GREGORIAN if sense.kind == S.MONTH else HIJRI
    english = cursor.is_latin(i)
    if english and entry.caps == 0 and not _in_lower_case(cursor, i):
        return None
    if calendar == GREGORIAN and entry.definite:
        return None  # الأب, the father
    atom = Atom(i, _month_end(cursor, i), "month", month=sense.value, calendar=calendar)
    if not _take_year_before(cursor, atom, done):
        take_day_before(cursor, atom, done)
        if atom.day is not None or not take_dashed_year(cursor, atom):
            if atom.day is None:
                take_day_after(cursor, atom)
            _take_year_after(cursor, atom)
        take_deixis(cursor, atom)
    if atom.day is None and atom.first > done:
        period = cursor.sense(atom.first - 1, S.PERIOD)
        if period is not None and period.value == "M":
            atom.first -= 1
    if atom.day is not None:
        atom.grain = "day"
        take_weekday_before(cursor, atom, done)
        take_weekday_after(cursor, atom)
    if not is_month_here(cursor, atom, i, sense.role == "weak") or _is_result(cursor, atom, i):
        return None
    if (calendar == HIJRI and english and _is_city(cursor, atom)) or _names_thing(
        cursor, atom, english
    ):
        return None
    if calendar == HIJRI:
        warn_of_range(cursor, atom)
    return atom


def _in_lower_case(cursor: Cursor, i: int) -> bool:
    """Tell whether a month in small letters has a day or year beside it: 2 june, june 2016."""
    if cursor.norm(i - 1) in ("-", "/") and year_at(cursor, i - 2) is not None:
        return True
    before = is_link(cursor, i - 1, "of") or integer_at(cursor, i - 1, 31) is not None
    number = cursor.number_before.get(i)
    before = before or (number is not None and number.kind == "ordinal")
    if S.MONTH not in cursor.entries[i].senses or cursor.entries[i].senses[S.MONTH].role == "weak":
        return before
    if before or read_day_starting(cursor, i + 1) is not None or year_at(cursor, i + 1) is not None:
        return True
    j = i + 2 if is_link(cursor, i + 1, "of") else i + 1
    if year_at(cursor, j) is not None or deixis_at(cursor, i - 1, "") is not None:
        return True
    if is_date_word(cursor, i + 1, "to", "until") and cursor.mask(i + 2) & S.MONTH:
        return True
    return deixis_at(cursor, i + 1) is not None and is_period(cursor, i + 2, "Y")


def _month_end(cursor: Cursor, i: int) -> int:
    """Return the end of a month's name: its full stop and its name in another family included."""
    entry = cursor.entries[i]
    month = entry.senses.get(S.MONTH)
    if cursor.norm(i + 1) == "." and entry.mask & S.ABBREVIATION:
        return i + 2
    if month is None:
        return i + 1
    twin = cursor.sense(i + 2, S.MONTH)
    if twin is None or twin.value != month.value:
        return i + 1
    if cursor.norm(i + 1) == "(":
        dated = cursor.mask(i + 3) & (S.NUMERIC | S.DEIXIS)  # شباط (فبراير 2015)
        return i + 4 if cursor.norm(i + 3) == ")" else i + 3 if dated else i + 1
    return i + 3 if cursor.norm(i + 1) in ("/", "-") else i + 1


def warn_of_range(cursor: Cursor, atom: Atom) -> None:
    """Warn of a Hijri day or month that the Umm al-Qura calendar does not have."""
    if atom.year is None or resolve(cursor, atom) is not None:
        return
    atom.timex = "XXXX-XX-XX" if atom.day else "XXXX-XX"
    cursor.context.warn(
        "hijri_out_of_range",
        "no such day or month in the Umm al-Qura calendar (1343 to 1500 AH)",
        cursor.tagged.start_of(atom.first),
        cursor.tagged.ends[atom.last - 1],
    )


def _is_city(cursor: Cursor, atom: Atom) -> bool:
    """Tell whether a day without a year is written as a name: Tenth of Ramadan."""
    first = cursor.entries[atom.first]
    return (
        atom.day is not None
        and atom.year is None
        and atom.shift is None
        and first.kind == LATIN
        and bool(first.caps)
    )


def _names_thing(cursor: Cursor, atom: Atom, english: bool) -> bool:
    """Tell whether something is named after a date: جامعة 8 ماي 1945, ثورة 25 يناير, October War."""
    if atom.shift is not None or atom.between:
        return False
    head = atom.last if english else atom.first - 1
    sense = cursor.sense(head, S.DATE_NAMED)
    if sense is None or (sense.role == "event" and atom.year is not None):
        return False
    entry = cursor.entries[head]
    return bool(entry.caps) if entry.kind == LATIN else not entry.definite


def _is_result(cursor: Cursor, atom: Atom, i: int) -> bool:
    """Tell whether صفر is the nil of a match: صفر-1."""
    if atom.calendar != HIJRI or atom.year is not None or atom.first != i:
        return False
    return cursor.is_hyphen(i + 1) and integer_at(cursor, i + 2, 31) is not None


def _take_year_before(cursor: Cursor, atom: Atom, done: int) -> bool:
    """Read 2019-Aug-01, 2020/Sep/23 and 2018 June."""
    i = atom.first
    mark = cursor.norm(i - 1)
    if mark in ("-", "/") and (year := year_at(cursor, i - 2)) is not None and i - 2 >= done:
        day = integer_at(cursor, atom.last + 1, 31)
        if cursor.norm(atom.last) == mark and day is not None:
            atom.year, atom.day, atom.first, atom.last = year, day, i - 2, atom.last + 2
            return True
    return False


def _take_year_after(cursor: Cursor, atom: Atom) -> None:
    """Read the year of a month or day: June 2024, يونيو من عام 2024, March next year, /2024."""
    j = atom.last
    mark = cursor.norm(j)
    if mark in COMMAS or mark in _SEPARATORS:
        if mark in COMMAS and atom.day is None and not cursor.is_latin(atom.first):
            if cursor.is_adjacent(j) or not cursor.is_adjacent(j + 1):  # but مارس ،2010
                return
        if (year := read_stated_year(cursor, j + 1, atom.calendar)) is not None:
            if mark in COMMAS or (cursor.norm(atom.first + 1) == mark or atom.day is None):
                _take_year(atom, year)
            return
        if _take_short_year(cursor, atom, mark):
            return
    inside = is_link(cursor, j, "in") and not cursor.is_latin(j) and atom.day is None
    if is_link(cursor, j, "of", "in"):
        j += 1
    if is_link(cursor, j, "the"):
        j += 1
    if (told := read_told_year_behind(cursor, j)) is not None:  # من العام التالي
        atom.year_told, atom.last = told
        return
    year = read_named_year(cursor, j, atom.calendar)
    if year is None and not inside:
        year = read_stated_year(cursor, j, atom.calendar)
    if year is not None and (year.start == 1):
        _take_year(atom, year)
    elif year is None:
        _take_two_figures(cursor, atom, j)


def _take_two_figures(cursor: Cursor, atom: Atom, j: int) -> None:
    """Read a year of two figures behind a month: March '24, 03 Mar 21."""
    if cursor.norm(j) in _APOSTROPHES and cursor.is_adjacent(j + 1):
        j += 1
    elif atom.day is None or not _is_short_date(cursor, atom):
        return
    if (short := short_year_at(cursor, j)) is not None:
        _take_year(atom, Year(short, j + 1))


def _take_short_year(cursor: Cursor, atom: Atom, mark: str) -> bool:
    """Read the two figures of a year behind the mark that stands before the month: 21-Nov-12."""
    j = atom.last
    if atom.day is None or mark in COMMAS or cursor.norm(atom.first + 1) != mark:
        return False
    short = short_year_at(cursor, j + 1)
    if short is None or not (cursor.is_adjacent(j) and cursor.is_adjacent(j + 1)):
        return False
    _take_year(atom, Year(short, j + 2))
    return True


def _is_short_date(cursor: Cursor, atom: Atom) -> bool:
    """Tell whether a year of two figures ends a date with a month in short: 03 Mar 21, 03 Mar 98."""
    j = atom.last
    if short_year_at(cursor, j) is None or not cursor.mask(j - 1) & S.ABBREVIATION:
        return False
    if cursor.mask(j + 1) & (S.PERCENT | S.CURRENCY | S.UNIT):
        return False
    return j + 1 >= cursor.size or cursor.entries[j + 1].kind not in (LATIN, WORD, NUMERAL)


def _take_year(atom: Atom, year: Year) -> None:
    atom.year, atom.last = year.value, year.last
    atom.anchored = atom.anchored or year.anchored
    if year.value is None:
        atom.timex = f"XXXX-{atom.month:02d}"


def read_month_at(cursor: Cursor, j: int) -> tuple[cal.Stretch | None, int, bool] | None:
    """Read the month that something lies in: July, July 2024, this month, الشهر المقبل.

    Return its days, its end, and whether the day of the release tells it.
    """
    if is_link(cursor, j, "the"):
        j += 1
    if is_period(cursor, j, "M") and cursor.mask(j + 1) & (S.MONTH | S.HIJRI_MONTH):
        j += 1
    if cursor.mask(j) & (S.MONTH | S.HIJRI_MONTH):
        atom = read_month(cursor, j, j)
        return None if atom is None else (resolve(cursor, atom), atom.last, is_anchored(atom))
    told = read_told_period(cursor, j, "M")
    return None if told is None else (shifted_month(cursor, told[0]), told[1], True)
