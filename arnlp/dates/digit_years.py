"""Years by their digits alone: 2019-2023, the 1990s, 1446هـ, a year behind a preposition."""

from __future__ import annotations

from decimal import Decimal

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import COMMAS, DASHES, HIJRI, HIJRI_YEARS, YEARS, Atom
from arnlp.dates.fiscal import fiscal_start, is_fiscal_pair, paired_fiscal
from arnlp.dates.hijri import hijri_year
from arnlp.dates.named_years import is_of_headed_name
from arnlp.dates.words import integer_at, is_date_word, is_link, is_period
from arnlp.dates.years import is_stray, year_at, year_start
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.numbers import is_year_of_figure
from arnlp.text.clitics import AND, LIKELY, opening
from arnlp.text.tokens import LATIN, WORD

_MOST_MONTHS = 12
_FOR_YEARS = range(1990, 2061)  # beside "for" others count


def read_hijri_year(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read a year of the Hijra by its mark alone: في 1446هـ."""
    year = year_at(cursor, i, HIJRI_YEARS)
    if year is None or not is_date_word(cursor, i + 1, "hijri"):
        return None
    return Atom(i, i + 2, "year", hijri_year(year), year=year, calendar=HIJRI)


def read_glued_years(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read 2023-2024, 2023-24 and 2020-2027; 2024-03 is a month."""
    year = year_at(cursor, i)
    if year is None or cursor.norm(i + 1) not in DASHES or not cursor.is_adjacent(i + 1):
        return None
    if not cursor.is_adjacent(i + 2) or cursor.mask(i + 3) & (S.UNIT | S.CURRENCY | S.PERCENT):
        return None
    high = year_at(cursor, i + 2)
    if high is None:
        short = integer_at(cursor, i + 2, 99)
        if short is None or len(cursor.entries[i + 2].norm) != 2:
            return None
        if short == (year + 1) % 100:
            high = year + 1
        elif short > _MOST_MONTHS and short > year % 100 and not _is_identifier(cursor, i):
            high = year - year % 100 + short  # 2019-23
        elif short <= 12 and not cursor.mask(i + 3) & S.NOUN:
            return Atom(i, i + 3, "month", cal.month(year, short), year=year)
        else:
            return None
    if is_period(cursor, i + 3, "FY", "AY") and high == year + 1:
        return split_year_before(cursor, i, i + 3, (year, high))
    if high == year + 1 and year_at(cursor, i + 2) is None and names_fiscal(cursor, i, i + 3):
        return Atom(i, i + 3, "year", cal.split_year(year, high, fiscal_start(cursor)))
    if not year < high or (cursor.norm(i + 3) == "-" and cursor.is_adjacent(i + 3)):
        return None
    return Atom(i, i + 3, "interval", cal.between(cal.year(year), cal.year(high)), between=True)


def _is_identifier(cursor: Cursor, i: int) -> bool:
    """Tell whether figures number something: Resolution 2019-23, رقم 2019-23."""
    near = cursor.mask(i - 1) | cursor.mask(i - 2)
    return bool(near & (S.IDENTIFIER_CUE | S.LAW) or cursor.mask(i + 3) & S.NOUN)


def split_year_before(cursor: Cursor, i: int, word: int, pair: tuple[int, int]) -> Atom:
    """Return the fiscal or academic year whose word follows: the 2024/2025 academic year."""
    start = year_start(cursor, word)
    stretch = paired_fiscal(pair, start)
    first = i - 1 if is_link(cursor, i - 1, "the") else i
    return Atom(first, word + 1, "year", stretch)


def names_fiscal(cursor: Cursor, i: int, last: int) -> bool:
    """Tell whether two years alone name a fiscal year of the country, no season nor both: in 2023-24."""
    season = grammar_words("of_season")
    if cursor.mask(i - 1) & S.PERIOD:
        return False  # لعامي 2012/2013
    return is_fiscal_pair(cursor) and not {cursor.norm(i - 1), cursor.norm(last)} & season


def read_decade(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read the 1990s."""
    value = year_at(cursor, i, range(1500, YEARS.stop))
    short = integer_at(cursor, i, 90)
    if value is None and short is not None and short >= 20 and is_link(cursor, i - 1, "the"):
        value = 1900 + short  # the 70s
    if value is None or value % 10 or cursor.norm(i + 1) not in ("s", "'s", "\u2019s"):
        return None
    if not cursor.is_adjacent(i + 1):
        return None
    first = i - 1 if is_link(cursor, i - 1, "the") else i
    return Atom(first, i + 2, "decade", cal.decade(value))


def read_bare_year(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read a year by its four digits alone: in 2024, منذ 2015."""
    year = year_at(cursor, i)
    aimed = is_stray(cursor, i - 1) and is_link(cursor, i - 2, "by")  # في أفق .2017
    aimed = aimed or _is_marked(cursor, i)
    aimed = aimed or (year is not None and is_of_headed_name(cursor, i))
    if year is None or not (aimed or _is_bare_year(cursor, i)):
        return None
    last = i + 2 if is_date_word(cursor, i + 1, "gregorian") else i + 1
    return Atom(i, last, "year", cal.year(year), year=year)


def _is_marked(cursor: Cursor, i: int) -> bool:
    """Tell whether م is written to a year, and no height or area is told: تأسست 2003م."""
    if not is_date_word(cursor, i + 1, "gregorian") or not cursor.is_adjacent(i + 1):
        return False
    if cursor.is_adjacent(i + 2) and cursor.mask(i + 2) & S.NUMERIC:
        return False  # 2000م2
    verb = cursor.sense(i - 1, S.VERB)
    reached = verb is not None and verb.role == "reach"
    return not reached and not cursor.mask(i - 1) & (S.MEASURE | S.BOUND | S.NUMBER | S.NUMERIC)


def _is_bare_year(cursor: Cursor, i: int) -> bool:
    """Tell whether four digits are a year: a preposition before, nothing counted behind."""
    if i == 0 or _is_of_law(cursor, i) or _leads_to_part(cursor, i + 1) or _is_counted(cursor, i):
        return False
    after = cursor.entries[i + 1] if i + 1 < cursor.size else None
    if after is not None:
        if (
            after.mask & (S.UNIT | S.CURRENCY | S.NUMBER | S.PERCENT | S.NOUN | S.MULTIPLE)
            and not after.clitics
        ):
            return False
        if (
            after.kind == WORD
            and not after.mask
            and not opening(after.norm) & LIKELY
            and after.norm[0] not in "تي"
        ):
            return False
        if (
            after.kind == LATIN
            and not after.mask
            and cursor.tagged.starts[i + 1] == cursor.tagged.ends[i]
        ):
            return False
        if (
            after.kind == LATIN
            and after.caps == 0
            and not cursor.entries[i - 1].caps
            and not after.mask & (S.STOP | S.VERB | S.DATE_WORD | S.RELATIVE_DAY | S.DATE_LINK)
        ):
            return False
    before = cursor.entries[i - 1]
    if before.mask & S.CURRENCY:
        return False
    sense = before.senses.get(S.STOP)
    if (sense is not None and sense.role in ("prep", "conj")) or before.mask & S.DATE_WORD:
        return before.norm not in grammar_words("quantified") or _is_for_year(cursor, i)
    if is_link(cursor, i - 1, "by", "ago", "before", "after", "lead"):
        return True
    if before.surface in ("(", "-", "\u2013", "\u2014"):
        return True
    return bool(before.mask & (S.CLITIC | S.COMMA)) and _follows_year(cursor, i)


def _is_for_year(cursor: Cursor, i: int) -> bool:
    """Tell whether 'for' and four digits tell a year: the budget for 2023 was passed; For 2022, the.

    Nothing may be counted by them, and round hundreds are figures: room for 2000.
    """
    value = cursor.entries[i].value
    if cursor.norm(i - 1) not in grammar_words("for_year") or not isinstance(value, int):
        return False
    if value not in _FOR_YEARS or value % 100 == 0:
        return False
    if i + 1 >= cursor.size or cursor.mask(i + 1) & (S.COMMA | S.END_MARK):
        return True
    stop = cursor.sense(i + 1, S.STOP)
    if stop is None:
        return cursor.norm(i + 1) in (":", ";", ")")
    opens = i - 1 == cursor.tagged.sentences[cursor.tagged.sentence_of[i]][0]
    return stop.role in ("aux", "verb") or (stop.role in ("det", "pron") and opens)


def _is_counted(cursor: Cursor, i: int) -> bool:
    """Tell whether a figure is the first end of a range of something counted: من 1900 إلى 2000 ريال.

    Behind 'in' and a figure it tells when that was: من 3500 طالب في 2023 إلى 4000 طالب.
    """
    if is_year_of_figure(cursor, i):
        return False
    j = i + 1
    if (
        is_date_word(cursor, j, "to", "until")
        or is_link(cursor, j, "and")
        or cursor.norm(j) in DASHES
    ):
        j += 1
    elif j >= cursor.size or cursor.entries[j].led != AND:
        return False
    if not cursor.mask(j) & S.NUMERIC:
        return False
    year, end = cursor.entries[i].value, cursor.entries[j].value
    if isinstance(year, int) and isinstance(end, int | Decimal) and end <= year:
        return False  # من 2% في 2014 إلى 3%
    after = cursor.entries[j + 1] if j + 1 < cursor.size else None
    counted = S.UNIT | S.CURRENCY | S.PERCENT | S.NOUN
    return after is not None and bool(after.mask & counted) and not after.clitics


def _leads_to_part(cursor: Cursor, j: int) -> bool:
    """Tell whether a month or quarter is joined to the year before a token: 2019-Aug-01, 2017-Q1."""
    if cursor.norm(j) in ("-", "/") and cursor.is_adjacent(j) and cursor.is_adjacent(j + 1):
        j += 1
        if cursor.mask(j) & S.MONTH:
            return True
    return cursor.norm(j) in ("q", "h") and integer_at(cursor, j + 1, 4) is not None


def _is_of_law(cursor: Cursor, i: int) -> bool:
    """Tell whether a year belongs to a law: Law No. 5 of 2018, under the law of 2003."""
    if cursor.norm(i - 1) == "(" and cursor.mask(i - 2) & S.NUMERIC:  # Resolution 1325 (2000)
        return bool(cursor.mask(i - 3) & (S.IDENTIFIER_CUE | S.LAW))
    if not is_link(cursor, i - 1, "of"):
        return False
    if cursor.mask(i - 2) & (S.IDENTIFIER_CUE | S.LAW):
        return True
    return cursor.mask(i - 2) & S.NUMERIC != 0 and bool(
        (cursor.mask(i - 3) | cursor.mask(i - 4)) & S.IDENTIFIER_CUE
    )


def _follows_year(cursor: Cursor, i: int) -> bool:
    """Tell whether the token before a conjunction is a year too: 2015 و2020."""
    listed = is_link(cursor, i - 1, "and") or cursor.norm(i - 1) in COMMAS
    return listed and year_at(cursor, i - 2) is not None
