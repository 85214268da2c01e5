"""Repetitions: every Monday, كل ثلاثة أسابيع, سنويا, في السنة."""

from __future__ import annotations

from datetime import timedelta

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import PARTS_OF_HOUR, Atom
from arnlp.dates.counts import DAYS, Count, is_count
from arnlp.dates.offsets import away_from
from arnlp.dates.words import (
    deixis_at,
    ends_phrase,
    is_a_year_earlier,
    is_date_word,
    is_earlier,
    is_link,
    is_period,
)
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.text.tokens import NUMERAL

_TIMEX_OF = {
    "Y": "P{}Y",
    "M": "P{}M",
    "W": "P{}W",
    "D": "P{}D",
    "DECADE": "P{}0Y",
    "CENTURY": "P{}00Y",
}
_TIMEX_OF_UNIT = {"s": "PT{}S", "min": "PT{}M", "h": "PT{}H"}
# What is counted before how often: tonnes, dinars, visits, twice.
_COUNTED = S.UNIT | S.CURRENCY | S.NOUN | S.MULTIPLE | S.NUMERIC | S.PERCENT


def read_set(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read yearly, كل عام; a month ago is a month, كل يوم اثنين a weekday."""
    value: str = cursor.entries[i].senses[S.SET].value
    if value.startswith("XXXX") and not cursor.is_latin(i) and _lists_weekdays(cursor, i):
        return _read_weekdays(cursor, i, int(value[-1]))
    weekday = cursor.sense(i + 1, S.WEEKDAY) or cursor.sense(i + 1, S.BARE_WEEKDAY)
    if weekday is not None and not cursor.is_latin(i) and value == "P1D":
        return Atom(i, i + 2, "set", timex=f"XXXX-WXX-{weekday.value}")
    if cursor.is_latin(i) and is_link(cursor, i + 1, "ago", "hence"):
        sign = -1 if is_link(cursor, i + 1, "ago") else 1
        return away_from(cursor, Count(i, i + 1, 1, value[-1]), i, i + 2, sign)
    if cursor.is_word(i - 1, "lasting"):
        return None  # for a year
    if cursor.is_latin(i) and is_link(cursor, i + 1, "and") and _goes_on(cursor, i):
        return None  # within a year and a half
    if is_a_year_earlier(cursor, i):
        return Atom(i, i + 2, "same", unit="P", told=-1, bound=True)
    if value == "P1M" and cursor.is_latin(i) and is_earlier(cursor, i + 1):
        return Atom(i, i + 2, "month", unit="M", told=-1, bound=True)  # a month earlier
    if cursor.mask(i + 1) & (S.ORDINAL | S.DEIXIS) or is_date_word(
        cursor, i + 1, "firstn", "lastn"
    ):
        return None  # في اليوم التالي
    return Atom(i, i + 1, "set", timex=value)


def _goes_on(cursor: Cursor, i: int) -> bool:
    """Tell whether 'a year' is a span with more behind it: within a year and three months."""
    if cursor.mask(i + 2) & S.FRACTION:
        return True
    number = cursor.number_at.get(i + 2)
    led = bool(cursor.mask(i - 1) & (S.STOP | S.BOUND | S.DATE_LINK))
    return led and number is not None and bool(cursor.mask(number.last) & S.PERIOD)


def _lists_weekdays(cursor: Cursor, i: int) -> bool:
    """Tell whether weekdays are days of one week: أيام الأحد والاثنين الماضية, أيام السبت 5 والأحد 6."""
    return bool(cursor.mask(_end_of_weekdays(cursor, i)) & (S.DEIXIS | S.NUMERIC))


def _end_of_weekdays(cursor: Cursor, i: int) -> int:
    """Return the end of the weekdays behind a token, a week of them at most."""
    k = i + 1
    while k <= i + DAYS["W"] and cursor.mask(k) & S.WEEKDAY:
        k += 1
    return k


def _read_weekdays(cursor: Cursor, i: int, first: int) -> Atom | None:
    """Read several days of one week: أيام السبت والأحد والاثنين المقبلة."""
    k = _end_of_weekdays(cursor, i)
    shift = deixis_at(cursor, k, "")
    if shift is None or k == i + 1:
        return None
    atom = Atom(i, k + 1, "interval", anchored=True, between=True)
    if cursor.anchor is None:
        return atom
    length = (cursor.entries[k - 1].senses[S.WEEKDAY].value - first) % 7
    start = cal.told_weekday(cursor.anchor, first, shift)
    if shift < 0 and start + timedelta(length) >= cursor.anchor:
        start -= timedelta(7)
    atom.stretch = cal.days(start, start + timedelta(length))
    return atom


def read_per(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read how often behind what is counted: 500 طن في السنة, مرتين في اليوم الواحد."""
    sense = cursor.sense(i, S.PERIOD)
    if sense is None or sense.role != "1" or sense.value not in ("Y", "M", "W", "D"):
        return None
    if cursor.is_latin(i) or not cursor.entries[i].definite or not is_link(cursor, i - 1, "in"):
        return None
    if not cursor.mask(i - 2) & _COUNTED:
        return None
    one = cursor.sense(i + 1, S.NUMBER)
    last = i + 2 if one is not None and one.value == 1 else i + 1
    if cursor.mask(last) & (S.DEIXIS | S.ORDINAL | S.NUMBER | S.NUMERIC) or not ends_phrase(
        cursor, last
    ):
        return None
    return Atom(i - 1, last, "set", timex=_TIMEX_OF[sense.value].format(1))


def read_every(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read every Monday, كل يوم اثنين, كل ثلاثة أسابيع, every 15 minutes, every two years."""
    if cursor.entries[i].senses[S.DATE_OPENER].role != "every":
        return None
    j = i + 1
    if is_period(cursor, j, "D") and cursor.mask(j + 1) & (S.WEEKDAY | S.BARE_WEEKDAY):
        j += 1
    weekday = cursor.sense(j, S.WEEKDAY) or cursor.sense(j, S.BARE_WEEKDAY)
    if weekday is not None:
        return Atom(i, j + 1, "set", timex=f"XXXX-WXX-{weekday.value}")
    part = cursor.sense(j, S.FRACTION)
    if part is not None and part.value in PARTS_OF_HOUR:
        unit = cursor.sense(j + 1, S.UNIT)
        if unit is not None and unit.value == "h":  # كل ربع ساعة
            return Atom(i, j + 2, "set", timex=f"PT{PARTS_OF_HOUR[part.value]}M")
    number = cursor.number_at.get(j)
    count: object = number.value if number is not None else 1
    k = number.last if number is not None else j
    if number is None and cursor.size > j and cursor.entries[j].kind == NUMERAL:
        return None
    if number is not None and (number.kind != "cardinal" or not is_count(count)):
        return None
    period = cursor.sense(k, S.PERIOD)
    one = cursor.sense(k, S.UNIT)
    pattern: str | None = None
    if period is not None:
        pattern = _TIMEX_OF.get(period.value)
        if period.value == "Q":
            pattern, count = "P{}M", 3 * int(str(count))
        elif period.value == "H":
            pattern, count = "P{}M", 6 * int(str(count))
        count = 2 if period.role == "2" else count
    elif one is not None:
        pattern = _TIMEX_OF_UNIT.get(one.value)
        count = 2 if one.role == "dual" else count
    if pattern is None or cursor.entries[k].definite:
        return None
    return Atom(i, k + 1, "set", timex=pattern.format(count))
