"""So many periods: ثلاث سنوات, السنوات الثلاث, عامين, 3 weeks."""

from __future__ import annotations

from arnlp.dates.words import is_date_word, is_link
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.text.clitics import AND, THE, led_by
from arnlp.text.tokens import WORD

MOST = 200  # more periods than these are no time expression
DAYS = {"D": 1, "W": 7}
_DATED = S.NUMERIC | S.NUMBER | S.MONTH | S.HIJRI_MONTH | S.WEEKDAY


class Count:
    """So many periods, over a range of tokens."""

    __slots__ = ("first", "last", "number", "unit")

    def __init__(self, first: int, last: int, number: int, unit: str) -> None:
        self.first, self.last, self.number, self.unit = first, last, number, unit


def read_count_at(cursor: Cursor, i: int, done: int) -> Count | None:
    """Read how many of a period a token counts: ثلاث سنوات, السنوات الثلاث, عامين, 3 weeks, شهر."""
    sense = cursor.entries[i].senses[S.PERIOD]
    unit = sense.value
    if sense.role == "2":
        return Count(i, i + 1, 2, unit)
    before, after = cursor.number_before.get(i), cursor.number_at.get(i + 1)
    if after is None and not cursor.is_latin(i) and _is_article(cursor, i + 1):
        after = cursor.number_at.get(i + 2)  # السنوات الـ5
    if unit == "DECADE" and cursor.entries[i].definite and is_date_word(cursor, i + 1, "lastn"):
        return Count(i, i + 1, 1, unit)
    if cursor.entries[i].kind == WORD and cursor.entries[i].definite:
        if after is not None and after.kind == "cardinal" and is_count(after.value):
            return Count(i, after.last, after.value, unit)
    if before is not None and before.first >= done and before.kind == "cardinal":
        if is_count(before.value) and before.last == i:
            return Count(before.first, i + 1, before.value, unit)
        return None
    if sense.role == "1" and (is_link(cursor, i + 1, "ending") or _runs_up_to(cursor, i)):
        return Count(i, i + 1, 1, unit)  # السنة المنتهية في 31 ديسمبر, the year to June 2023
    if cursor.is_latin(i):
        if cursor.norm(i - 1) in ("a", "an") and i - 1 >= done:
            return Count(i - 1, i + 1, 1, unit)
        if unit == "DECADE" and _is_latest(cursor, i - 1):
            return Count(i, i + 1, 1, unit)
        return None
    joined = i + 1 < cursor.size and cursor.entries[i + 1].led == AND
    if cursor.entries[i].definite or (cursor.mask(i + 1) & _DATED and not joined):
        return None  # قبل عام 2020, قبل شهر رمضان
    number_of = cursor.sense(i, S.UNIT)
    if number_of is not None and number_of.role != "singular":
        return None  # منذ سنوات
    return Count(i, i + 1, 1, unit)


def _runs_up_to(cursor: Cursor, i: int) -> bool:
    """Tell whether a period ends with a month or quarter, or on a day of one: the year to 30 June."""
    if not cursor.is_latin(i) or not is_link(cursor, i - 1, "the"):
        return False
    if not is_date_word(cursor, i + 1, "to"):
        return False
    if not (is_link(cursor, i - 2, "in", "lead") or cursor.norm(i - 2) in grammar_words("along")):
        return False  # he moved the year to May
    if cursor.norm(i + 2) in grammar_words("quarter_letter"):
        return bool(cursor.mask(i + 3) & S.NUMERIC) and cursor.is_adjacent(i + 3)
    return bool(
        cursor.mask(i + 2) & S.MONTH
        or (cursor.mask(i + 2) & S.NUMERIC and cursor.mask(i + 3) & S.MONTH)
    )


def _is_article(cursor: Cursor, i: int) -> bool:
    """Tell whether an article stands alone before digits: الـ5."""
    return led_by(cursor.norm(i)) == THE


def _is_latest(cursor: Cursor, i: int) -> bool:
    """Tell whether a word means what has just gone by: the past decade, not the last one."""
    sense = cursor.sense(i, S.DEIXIS)
    return sense is not None and sense.role == "latest"


def is_count(value: object) -> bool:
    """Tell whether a value may count periods: not more of them than a time expression has."""
    return isinstance(value, int) and 0 < value < MOST
