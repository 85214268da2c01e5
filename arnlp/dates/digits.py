"""Dates in digits: 15/11/2023, 14/1/1446هـ, 22 / 04 / 1443 هـ, 21 - 1 (كونا)."""

from __future__ import annotations

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import DASHES, HIJRI, HIJRI_YEARS, TOLD_YEARS, YEARS, Atom
from arnlp.dates.digit_ranges import take_first_day
from arnlp.dates.digit_years import names_fiscal, split_year_before
from arnlp.dates.fiscal import fiscal_start
from arnlp.dates.hijri import from_hijri, hijri_years
from arnlp.dates.month_days import take_day_word, take_weekday_after, take_weekday_before
from arnlp.dates.months import warn_of_range
from arnlp.dates.words import integer_at, is_date_word, is_link, is_period
from arnlp.dates.years import full_year, year_at, year_pair_of
from arnlp.engine import NOTHING, Cursor, Nothing
from arnlp.lexicon import senses as S
from arnlp.text import chars
from arnlp.text.tokens import DATE, NUMERAL, PAIR

_MONTHS, _DAYS = 12, 31
_MOST_PARTS = 4  # one more than a date has
_YEAR_DIGITS = 4
# What stands behind digits that are part of a date, a decade or a quarter.
_BESIDE_DIGITS = frozenset((*DASHES, "/", "s", "'s", "\u2019s", "q", "h", "m"))


def pass_over(cursor: Cursor, i: int, done: int) -> Nothing | None:
    """Keep the readers behind off digits that are no date, as most are, or whose hour is read later."""
    if not _may_be_date(cursor, i):
        return NOTHING
    if cursor.entries[i].kind == NUMERAL and _is_hour_mark(cursor, i + 1):
        return NOTHING  # the mark behind it starts the time
    return None


def _may_be_date(cursor: Cursor, i: int) -> bool:
    """Tell whether digits have the length or the company of a date; most have not."""
    entry = cursor.entries[i]
    if entry.kind != NUMERAL or len(entry.norm) == _YEAR_DIGITS or "/" in entry.norm:
        return True
    return (
        cursor.norm(i + 1) in _BESIDE_DIGITS
        or cursor.norm(i - 1) in ("q", "h")
        or is_link(cursor, i - 1, "the")
        or (i > 0 and bool(cursor.masks[i - 1] & (S.PERIOD | S.WEEKDAY)))
    )


def _is_hour_mark(cursor: Cursor, i: int) -> bool:
    """Tell whether a mark of the hour stands at a token, and not that of a year: 8 م, 2024 م."""
    if year_at(cursor, i - 1) is not None:
        return False
    return bool(cursor.mask(i) & S.DAYPART) or is_date_word(cursor, i, "clock")


def read_spaced_digits(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read 22 / 04 / 1443 هـ, 2023 / 2024 and 5 - 10 - 2024, with spaces between."""
    mark = cursor.norm(i + 1)
    if mark not in ("/", "-"):
        return None
    low, high = year_at(cursor, i), year_at(cursor, i + 2)
    if mark == "/" and low is not None and high == low + 1:
        stretch = cal.between(cal.year(low), cal.year(high))
        return Atom(i, i + 3, "interval", stretch, between=True)
    if cursor.norm(i + 3) != mark:
        return None
    numbers = [integer_at(cursor, k, TOLD_YEARS.stop) for k in (i, i + 2, i + 4)]
    a, b, c = numbers
    if a is None or b is None or c is None or b > _MONTHS:
        return None
    year, day = (a, c) if a in TOLD_YEARS else (c, a)
    if year not in TOLD_YEARS or day > _DAYS:
        return None
    return _day_in_digits(cursor, i, i + 5, (year, b, day), done)


def read_date_digits(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read 15/11/2023, 2023-11-15 and 14/1/1446هـ."""
    if cursor.entries[i].kind != DATE:
        return None
    return _day_in_digits(cursor, i, i + 1, digits_of(cursor.entries[i].norm), done)


def _day_in_digits(
    cursor: Cursor, i: int, end: int, parts: tuple[int, int, int], done: int
) -> Atom | None:
    """Return the day that year, month and day in digits give, of the calendar that they fit."""
    last = end + 1 if is_date_word(cursor, end, "hijri", "gregorian") else end
    marked = last > end and is_date_word(cursor, end, "hijri")
    year, month, day = parts
    if marked or year in HIJRI_YEARS:
        value = from_hijri(year, month, day)
        atom = Atom(i, last, "day", calendar=HIJRI, year=year, month=month, day=day)
        atom.stretch = cal.of_day(value) if value else None
        if value is None:
            warn_of_range(cursor, atom)
            atom.month = None
    else:
        stretch = cal.day(year, month, day)
        if stretch is None:
            month, day = day, month
            stretch = cal.day(year, month, day)
        if stretch is None or year not in TOLD_YEARS:
            return None
        atom = Atom(i, last, "day", stretch, year=year)
    take_first_day(cursor, atom, month, day, done)
    take_weekday_before(cursor, atom, done)
    if atom.weekday is None:
        take_weekday_after(cursor, atom)
        take_day_word(cursor, atom, done)
    return atom


def read_pair(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read 2019/2020, 11/2016 behind a preposition, 22/4 behind a day word."""
    if cursor.entries[i].kind != PAIR:
        return None
    norm = cursor.entries[i].norm
    pair = year_pair_of(norm)
    if pair is not None:
        if pair[1] != pair[0] + 1:
            return None
        if is_period(cursor, i + 1, "FY", "AY"):
            return split_year_before(cursor, i, i + 1, pair)
        if names_fiscal(cursor, i, i + 1):
            return Atom(i, i + 1, "year", cal.split_year(*pair, fiscal_start(cursor)))
        stretch = cal.between(cal.year(pair[0]), cal.year(pair[1]))
        return Atom(i, i + 1, "interval", stretch, between=True)
    low, _, high = norm.translate(chars.DIGIT_VALUES).partition("/")
    a, b = int(low), int(high)
    led = _leads_to_digits(cursor, i)
    if is_date_word(cursor, i + 1, "hijri") and a in HIJRI_YEARS and b == a + 1:
        years = hijri_years(a, b)
        if years is None:
            return None
        return Atom(i, i + 2, "interval", years, between=True, calendar=HIJRI)
    if led and len(high) == 4 and b in YEARS and 1 <= a <= 12:
        return Atom(i, i + 1, "month", cal.month(b, a), year=b)
    if led and len(low) == 4 and a in YEARS and 1 <= b <= 12:
        return Atom(i, i + 1, "month", cal.month(a, b), year=a)
    return _read_day_and_month(cursor, i, i + 1, a, b, done)


def _leads_to_digits(cursor: Cursor, i: int) -> bool:
    """Tell whether a token before digits says that they are a month: in, during, منذ, شهر."""
    if is_period(cursor, i - 1, "M") or is_link(cursor, i - 1, "in", "lead", "on", "by"):
        return True
    relation = cursor.sense(i - 1, S.RELATION)
    if relation is not None and "compared" in relation.value:
        return True  # 04/2019 مقابل 04/2018
    return is_date_word(
        cursor, i - 1, "to", "until", "between", "open", "from", "start", "end", "late"
    )


def _read_day_and_month(
    cursor: Cursor, i: int, last: int, a: int, b: int, done: int
) -> Atom | None:
    """Read a day and a month in digits, where a day word or weekday stands before."""
    before = cursor.sense(i - 1, S.PERIOD)
    weekday = bool(cursor.mask(i - 1) & S.WEEKDAY)
    if not (
        weekday
        or (before is not None and before.value == "D" and before.role == "1")
        or is_link(cursor, i - 1, "on")
    ):
        return None
    day, month = (a, b) if 1 <= b <= 12 else (b, a)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    atom = Atom(i, last, "day", month=month, day=day)
    take_weekday_before(cursor, atom, done)
    if not weekday:
        take_day_word(cursor, atom, done)
    return atom


def read_short_date(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read 15/11/23 and 15-11-23 behind 'on', a day word or a weekday; 22-4 behind a day word."""
    if cursor.entries[i].kind != NUMERAL:
        return None
    norm = cursor.entries[i].norm.translate(chars.DIGIT_VALUES)
    parts = norm.split("/") if norm.count("/") == 2 else [norm]
    last = i + 1
    if (
        len(parts) == 1
        and norm.isdigit()
        and cursor.norm(i + 1) == "-"
        and cursor.is_adjacent(i + 1)
    ):
        numbers = [norm]
        while len(numbers) < _MOST_PARTS and cursor.norm(last) == "-" and cursor.is_adjacent(last):
            part = cursor.norm(last + 1)
            if not (cursor.is_adjacent(last + 1) and part.isdigit()):
                break
            numbers.append(part.translate(chars.DIGIT_VALUES))
            last += 2
        parts = numbers
    if not all(part.isdigit() and len(part) <= 2 for part in parts):
        return None
    if len(parts) == 2:
        if cursor.mask(last) & (S.DAYPART | S.CLOCK_WORD):
            return None  # Monday 8-10 am
        return _read_day_and_month(cursor, i, last, int(parts[0]), int(parts[1]), done)
    if len(parts) != 3 or len(parts[2]) != 2:
        return None
    atom = _read_day_and_month(cursor, i, last, int(parts[0]), int(parts[1]), done)
    if atom is None:
        return None
    short = int(parts[2])
    atom.year = full_year(short)
    return atom


def read_agency_day(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read the day and month before an agency: 21 - 1 (كونا)."""
    day, month = integer_at(cursor, i, 31), integer_at(cursor, i + 2, 12)
    if day is None or month is None or cursor.norm(i + 1) != "-":
        return None
    if cursor.norm(i + 3) != "(" or not cursor.mask(i + 4) & S.AGENCY:
        return None
    return Atom(i, i + 3, "day", month=month, day=day)


def digits_of(norm: str) -> tuple[int, int, int]:
    """Return year, month and day of a date in digits: the day first outside ISO order.

    >>> digits_of("15/11/2023"), digits_of("2023-11-15")
    ((2023, 11, 15), (2023, 11, 15))
    """
    separator = next(c for c in norm if not c.isdigit())
    a, b, c = (int(part) for part in norm.translate(chars.DIGIT_VALUES).split(separator))
    return (a, b, c) if a > 31 else (c, b, a)
