"""How a year is written: 2024, عام 2024, العام الماضي, 1446هـ, 2021/2022, ألفين وعشرين."""

from __future__ import annotations

from arnlp.dates.atoms import (
    APOSTROPHES,
    COMMAS,
    DASHES,
    GREGORIAN,
    HIJRI,
    HIJRI_YEARS,
    TOLD_YEARS,
    YEARS,
    Year,
)
from arnlp.dates.fiscal import behind_short_name, fiscal_start, fiscal_word, numbered_fiscal
from arnlp.dates.hijri import to_hijri
from arnlp.dates.words import (
    deixis_at,
    ends_phrase,
    ends_with_before,
    integer_at,
    is_a_year_earlier,
    is_date_word,
    is_link,
    is_period,
)
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.text.tokens import NUMERAL, PAIR

_STRAY_MARKS = (*COMMAS, ".")
_YEARS_BACK, _YEARS_AHEAD = 30, 15  # years of the Hijra about the release
_MARKED_HIJRI = range(1000, 1701)  # that a mark or a month says to be of the Hijra
_ACADEMIC_START = 9
_OF_LAST_CENTURY = 60  # two figures from here on


def year_at(cursor: Cursor, i: int, years: range = YEARS) -> int | None:
    """Return the year that four digits at a token are."""
    if not 0 <= i < cursor.size or cursor.entries[i].kind != NUMERAL:
        return None
    value = cursor.entries[i].value
    if isinstance(value, int) and value in years and len(cursor.entries[i].norm) == 4:
        return value
    return None


def full_year(short: int) -> int:
    """Return the year that two figures name: those from 60 on are of the last century.

    >>> full_year(23), full_year(98)
    (2023, 1998)
    """
    return 2000 + short if short < _OF_LAST_CENTURY else 1900 + short


def short_year_at(cursor: Cursor, i: int) -> int | None:
    """Return the year that two figures at a token name: 12 of 21-Nov-12, '99."""
    if not 0 <= i < cursor.size or len(cursor.entries[i].norm) != 2:
        return None
    entry = cursor.entries[i]
    value = entry.value
    return full_year(value) if entry.kind == NUMERAL and isinstance(value, int) else None


def read_short_year(cursor: Cursor, j: int) -> Year | None:
    """Read the two figures of a year behind an English word: FY24, FY '07, fiscal year '06."""
    at = j + (cursor.norm(j) in APOSTROPHES)
    short = short_year_at(cursor, at) if j and cursor.is_latin(j - 1) else None
    return Year(short, at + 1) if short is not None and cursor.is_adjacent(at) else None


def read_worded_year(cursor: Cursor, i: int) -> tuple[int, int] | None:
    """Read ألفين وعشرين, two thousand and eighteen, nineteen seventy-eight: year and end."""
    number = cursor.number_at.get(i)
    if number is None or cursor.entries[i].kind == NUMERAL or number.kind != "cardinal":
        return None
    value = number.value
    if not isinstance(value, int):
        return None
    if value in TOLD_YEARS and cursor.is_latin(i) == cursor.is_latin(number.last - 1):
        return value, number.last
    rest = cursor.number_at.get(number.last)
    if value not in (18, 19, 20) or not cursor.is_latin(i) or rest is None:
        return None
    if rest.kind == "cardinal" and isinstance(rest.value, int) and 10 <= rest.value < 100:
        if cursor.is_latin(rest.first):
            return value * 100 + rest.value, rest.last
    return None


def read_stated_year(
    cursor: Cursor, i: int, calendar: str | None = None, told: bool = True
) -> Year | None:
    """Read a year by its number at a token: 2024, 2024م, 1446هـ, ألفين وعشرين.

    ``told`` where a month or the word 'year' stands before: it may lie farther off.
    """
    i = _past_stray_mark(cursor, i)
    value = year_at(cursor, i, TOLD_YEARS if told else range(HIJRI_YEARS.start, YEARS.stop))
    last = i + 1
    if value is None:
        worded = read_worded_year(cursor, i) if told else None
        if worded is None:
            return None
        value, last = worded
    if is_date_word(cursor, last, HIJRI):
        return Year(value, last + 1, HIJRI) if value in _MARKED_HIJRI else None
    if is_date_word(cursor, last, GREGORIAN):
        return Year(value, last + 1)
    if calendar == HIJRI:
        return Year(value, last, HIJRI) if value in _MARKED_HIJRI else None
    if (
        calendar is None
        and value in HIJRI_YEARS
        and (_has_hijri(cursor) or _is_near_hijri(cursor, i, value))
    ):
        return Year(value, last, HIJRI)
    return Year(value, last) if told or value in YEARS else None


def _past_stray_mark(cursor: Cursor, i: int) -> int:
    """Return the token behind a mark that was printed before its year: عام ،2010 for عام 2010،."""
    if cursor.is_adjacent(i) or cursor.is_latin(i - 1):
        return i
    return i + 1 if is_stray(cursor, i) else i


def is_stray(cursor: Cursor, i: int) -> bool:
    """Tell whether a mark stands on the wrong side of a year, as right-to-left pages turn it."""
    if cursor.norm(i) not in _STRAY_MARKS:
        return False
    return cursor.is_adjacent(i + 1) and year_at(cursor, i + 1) is not None


def _has_hijri(cursor: Cursor) -> bool:
    """Tell whether a text counts years of the Hijra: by a mark, or by its country's use."""
    if cursor.context.writes_hijri is None:
        cursor.context.writes_hijri = cursor.context.country == "SA" or any(
            is_date_word(cursor, i, HIJRI) for i in cursor.tagged.with_mask(S.DATE_WORD)
        )
    return cursor.context.writes_hijri


def _is_near_hijri(cursor: Cursor, i: int, value: int) -> bool:
    """Tell whether a year of no told calendar lies near that of the release by the Hijra: عام 1446.

    Of a release of a country that counts by the other calendar it may be one of history.
    """
    if cursor.anchor is None or cursor.is_latin(i - 1) or cursor.context.country is not None:
        return False
    today = to_hijri(cursor.anchor)
    return today is not None and -_YEARS_BACK <= value - today[0] <= _YEARS_AHEAD


def read_named_year(cursor: Cursor, i: int, calendar: str | None = None) -> Year | None:
    """Read a year by its word: عام 2024, العام الماضي, هذا العام, next year, السنة المالية 2024/2025."""
    deixis = deixis_at(cursor, i)
    if deixis is not None and is_period(cursor, i + 1, "Y", "FY"):  # next year, هذا العام
        if cursor.is_latin(i) or deixis_at(cursor, i, "this") is not None:
            return shifted_year(cursor, i + 1, deixis, i + 2, calendar)
        if deixis_at(cursor, i, "told") is not None:
            return None
    if not is_period(cursor, i, "Y", "FY", "AY"):
        return None
    j = i + 1
    if is_date_word(cursor, j, HIJRI):
        calendar, j = HIJRI, j + 1
    elif is_date_word(cursor, j, GREGORIAN) and not cursor.is_latin(j):
        calendar, j = GREGORIAN, j + 1
    after = deixis_at(cursor, j, "", "told")
    if after is not None and not cursor.is_latin(j) and cursor.entries[i].definite:
        digits = year_at(cursor, j + 1) if is_period(cursor, i, "Y") else None
        if digits is not None and calendar is None:  # من العام الماضي 2023
            end = j + 2 + is_date_word(cursor, j + 2, GREGORIAN)
            return Year(digits, end, anchored=True)
        return shifted_year(cursor, i, after, j + 1, calendar)
    if cursor.is_latin(i) and is_link(cursor, j, "of", "in"):
        return None
    if not is_period(cursor, i, "Y"):
        return _read_split_named(cursor, i, behind_short_name(cursor, i) if j == i + 1 else j)
    stated = read_stated_year(cursor, j, calendar)
    if stated is not None:
        return stated
    return _read_bare_named(cursor, i, j, calendar)


def _read_bare_named(cursor: Cursor, i: int, j: int, calendar: str | None) -> Year | None:
    """Read the year of the release, of the year, من العام, and the year before last."""
    article = is_link(cursor, i - 1, "the")
    if ends_with_before(cursor, j):
        return None  # of the year before
    behind = deixis_at(cursor, j, "behind")
    if behind is not None and article:
        return shifted_year(cursor, i, behind, j + 1, calendar)
    if article or (
        cursor.entries[i].definite and is_link(cursor, i - 1, "of") and ends_phrase(cursor, j)
    ):
        return shifted_year(cursor, i, 0, j, calendar)
    return None


def two_years(cursor: Cursor, j: int) -> tuple[tuple[int, int] | None, int]:
    """Read 2021/2022 or 2021-22; return the pair and its end."""
    if 0 <= j < cursor.size and cursor.entries[j].kind == PAIR:
        return year_pair_of(cursor.entries[j].norm), j + 1
    low, high = year_at(cursor, j), year_at(cursor, j + 2)
    if low is not None and cursor.norm(j + 1) in (*DASHES, "/"):
        if high is not None:
            return (low, high), j + 3
        short = integer_at(cursor, j + 2, 99)
        if short == (low + 1) % 100:
            return (low, low + 1), j + 3
    return None, j


def shifted_year(cursor: Cursor, i: int, shift: int, last: int, calendar: str | None) -> Year:
    """Return the year so many after that of the release; a fiscal one has its own start."""
    start = year_start(cursor, i)
    if cursor.anchor is None:
        return Year(None, last, calendar or GREGORIAN, True, start)
    if calendar == HIJRI:
        today = to_hijri(cursor.anchor)
        return Year(today[0] + shift if today else None, last, HIJRI, True)
    before = start is not None and cursor.anchor.month < start
    return Year(cursor.anchor.year + shift - before, last, GREGORIAN, True, start)


def _read_split_named(cursor: Cursor, i: int, j: int) -> Year | None:
    """Read the number of a fiscal or academic year: 2024/2025, 2024, FY24."""
    start = year_start(cursor, i)
    pair, last = two_years(cursor, j)
    if pair is not None and pair[1] == pair[0] + 1:
        return Year(pair[0], last, start=start if start != 1 else None)
    stated = read_stated_year(cursor, j) or read_short_year(cursor, j)
    return stated and numbered_fiscal(cursor, stated, start, is_period(cursor, i, "FY"))


def read_fiscal_number(cursor: Cursor, j: int) -> Year | None:
    """Read a fiscal or academic year by a number beside its word: fiscal 2008, the 2023/24 financial year."""
    behind = cursor.norm(j) in grammar_words("fiscal")
    year, (pair, last) = year_at(cursor, j + behind), two_years(cursor, j)
    if behind and year is not None:
        return numbered_fiscal(cursor, Year(year, j + 2), fiscal_start(cursor), True)
    word = fiscal_word(cursor, last if pair else j + 1)
    if (year is None and pair is None) or word is None:
        return None
    start, fiscal = year_start(cursor, word), is_period(cursor, word, "FY")
    if pair is not None:
        return Year(pair[0], word + 1, start=start) if pair[1] == pair[0] + 1 else None
    return numbered_fiscal(cursor, Year(year, word + 1), start, fiscal)


def year_of(cursor: Cursor, i: int, calendar: str | None = None) -> Year | None:
    """Read the year that a part belongs to, with or without 'of': من عام 2024, of last year."""
    j = i
    if is_link(cursor, j, "of", "in"):
        j += 1
    if is_link(cursor, j, "the"):
        j += 1
    named = read_named_year(cursor, j, calendar) or read_fiscal_number(cursor, j)
    if named is not None:
        return named
    if j == i and is_link(cursor, j + 1, "ago") and is_a_year_earlier(cursor, j):
        return shifted_year(cursor, j, -1, j + 2, calendar)  # in June a year ago
    return read_stated_year(cursor, j, calendar, told=is_link(cursor, j - 1, "of") and j > i)


def year_pair_of(norm: str) -> tuple[int, int] | None:
    """Read 2019/2020, and 2019/20.

    >>> year_pair_of("2019/2020"), year_pair_of("1/2")
    ((2019, 2020), None)
    """
    low, _, high = norm.partition("/")
    if len(low) != 4 or int(low) not in YEARS or len(high) not in (2, 4):
        return None
    second = int(high) if len(high) == 4 else int(low[:2] + high)
    return (int(low), second) if second in YEARS else None


def year_start(cursor: Cursor, i: int) -> int | None:
    """Return the first month of the kind of year that a token names, None where it is not known."""
    if is_period(cursor, i, "FY"):
        return fiscal_start(cursor)
    return _ACADEMIC_START if is_period(cursor, i, "AY") else 1
