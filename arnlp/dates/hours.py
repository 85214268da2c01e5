"""Whole days counted in hours: الساعات الـ24 الماضية, the next 48 hours."""

from __future__ import annotations

from datetime import timedelta

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import Atom
from arnlp.dates.words import deixis_at, is_date_word, is_link
from arnlp.engine import Cursor, NumberMention
from arnlp.lexicon import senses as S

_DAY, _MOST = 24, 240


def read_hours(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read the last or next so many hours, where they are days: from the release, or up to it."""
    if cursor.entries[i].senses[S.UNIT].value != "h":
        return None
    found = _read_english(cursor, i) if cursor.is_latin(i) else _read_arabic(cursor, i)
    if found is None or found[1] < done:
        return None
    number, first, last, shift = found
    hours = number.value
    if not isinstance(hours, int) or not 0 < hours <= _MOST or hours % _DAY or not shift:
        return None
    atom = Atom(first, last, "interval", anchored=True, between=True)
    if cursor.anchor is None:
        return None  # the hours are a duration by themselves
    length = timedelta(hours // _DAY)
    ends = (cursor.anchor - length, cursor.anchor)
    atom.stretch = cal.days(*(ends if shift < 0 else (cursor.anchor, cursor.anchor + length)))
    return atom


def _read_english(cursor: Cursor, i: int) -> tuple[NumberMention, int, int, int] | None:
    """Read the last 24 hours: the number, the range of tokens, and which way."""
    number = cursor.number_before.get(i)
    if number is None:
        return None
    first = number.first - 1
    shift = deixis_at(cursor, first)
    if shift is None:
        return None
    return number, first - is_link(cursor, first - 1, "the"), i + 1, shift


def _read_arabic(cursor: Cursor, i: int) -> tuple[NumberMention, int, int, int] | None:
    """Read الساعات الـ24 الماضية, الساعات الأربع والعشرين الأخيرة, الـ24 ساعة المقبلة."""
    if cursor.entries[i].definite:
        article = bool(cursor.mask(i + 1) & S.CLITIC)
        number = cursor.number_at.get(i + 1 + article)
        first, j = i, number.last if number is not None else i
    else:
        number = cursor.number_before.get(i)
        first, j = number.first if number is not None else i, i + 1
        article = bool(cursor.mask(first - 1) & S.CLITIC)
        if number is None or not (article or number.article):
            return None
        first -= article
    shift = -1 if is_date_word(cursor, j, "lastn") else deixis_at(cursor, j, "")
    return None if number is None or shift is None else (number, first, j + 1, shift)
