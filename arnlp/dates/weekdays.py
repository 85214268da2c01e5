"""Weekdays: next Monday, يوم الخميس الماضي, on Friday next week."""

from __future__ import annotations

from datetime import date, timedelta

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import COMMAS, DASHES, Atom
from arnlp.dates.bare_weekdays import is_weekday_use, tense_of_weekday
from arnlp.dates.month_days import read_day_starting
from arnlp.dates.numbered_days import read_nth_weekday, read_numbered_weekday
from arnlp.dates.relative_days import take_part_of_day
from arnlp.dates.resolving import in_future, take_deixis
from arnlp.dates.words import (
    deixis_at,
    integer_at,
    is_date_word,
    is_link,
    is_period,
    read_told_period,
)
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.text.clitics import AND
from arnlp.text.tokens import DATE, LATIN, PAIR

_WEEK = 7


def read_weekday(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read a weekday: by a number, by the week beside it, by its modifier, or alone."""
    entry = cursor.entries[i]
    if entry.kind == LATIN and entry.caps == 0:
        if not is_link(cursor, i - 1, "on") and deixis_at(cursor, i - 1) is None:
            return None
    value = (entry.senses.get(S.WEEKDAY) or entry.senses[S.BARE_WEEKDAY]).value
    if (nth := read_nth_weekday(cursor, i, value, done)) is not None:
        return nth
    if not cursor.masks[i] & S.WEEKDAY:
        return None
    if _date_follows(cursor, i + 1):
        return None  # it belongs to that date
    if (turn := _turn_behind(cursor, i)) is not None:
        if turn != "P1W":
            return None  # the first Sunday of every month
        return Atom(i, i + 1, "set", timex=f"XXXX-WXX-{value}")
    atom = Atom(i, i + 1, "day", anchored=True)
    day_word = cursor.sense(i - 1, S.PERIOD)
    has_day_word = day_word is not None and day_word.value == "D" and i - 1 >= done
    if has_day_word and not cursor.is_latin(i - 1):
        atom.first = i - 1
    if (numbered := read_numbered_weekday(cursor, atom, value)) is not None:
        return numbered
    behind = deixis_at(cursor, i + 1, "behind")
    if behind is not None and is_link(cursor, i - 1, "the") and i - 1 >= done:
        atom.first, atom.last, atom.shift = i - 1, i + 2, behind  # the Sunday after next
    else:
        take_deixis(cursor, atom)
    take_part_of_day(cursor, atom, done)
    if is_link(cursor, atom.first - 1, "except") and atom.shift is None:
        return Atom(atom.first, atom.last, "set", timex=f"XXXX-WXX-{value}")
    bare = not has_day_word and atom.shift is None and atom.part is None
    if bare and not is_weekday_use(cursor, i, value):
        return None
    if entry.kind == LATIN and is_link(cursor, i - 1, "on") and atom.shift is None:
        atom.first -= atom.first == i and i - 1 >= done
    atom.turn = value
    _place_weekday(cursor, atom, i, done)
    return atom


def _turn_behind(cursor: Cursor, i: int) -> str | None:
    """Return what a weekday, or several, repeat in: الجمعة والسبت من كل أسبوع."""
    k = _past_weekdays(cursor, i + 1)
    if not is_link(cursor, k, "of"):
        return None
    if cursor.mask(k + 1) & S.DATE_OPENER:
        return ""
    turn = cursor.sense(k + 1, S.SET)
    return None if turn is None else turn.value


def _past_weekdays(cursor: Cursor, j: int) -> int:
    """Return the end of the weekdays that are joined on from a token, a week of them at most."""
    end = j + _WEEK
    while j < end and cursor.mask(j) & S.WEEKDAY and cursor.entries[j].led == AND:
        j += 1
    return j


def _place_weekday(cursor: Cursor, atom: Atom, i: int, done: int) -> None:
    """Resolve a weekday: by the week beside it, else by its modifier, tense or nearness."""
    if cursor.anchor is None or atom.turn is None:
        return
    week = _read_week_beside(cursor, atom, done)
    if week is not None and week.first is not None:
        atom.stretch = cal.of_day(cal.weekday_from(week.first, atom.turn))
        return
    shift = atom.shift
    if shift is None and is_date_word(cursor, atom.first - 1, "until"):
        shift = 0  # it lasts until Saturday
    atom.stretch = cal.of_day(_day_of_weekday(cursor, i, atom.turn, shift))


def _day_of_weekday(cursor: Cursor, i: int, weekday: int, shift: int | None) -> date:
    """Return the day that a weekday means beside the release."""
    assert cursor.anchor is not None
    if shift is not None and shift != 0:
        return cal.told_weekday(cursor.anchor, weekday, shift)
    ahead = cal.weekday_from(cursor.anchor, weekday)
    if shift == 0 or ahead == cursor.anchor:
        return ahead
    tense = tense_of_weekday(cursor, i)
    future = tense > 0 if tense else in_future(cursor, i)
    return ahead if future else ahead - timedelta(7)


def _read_week_beside(cursor: Cursor, atom: Atom, done: int) -> cal.Stretch | None:
    """Read the week that a weekday lies in: on Friday next week, الأسبوع القادم الأحد."""
    j = atom.last
    if is_link(cursor, j, "of"):
        j += 1
    week = _read_week_at(cursor, j)
    if week is not None:
        atom.last = week[1]
        return week[0]
    i = atom.first
    if cursor.is_latin(i) and is_period(cursor, i - 1, "W") and i - 2 >= done:
        shift = deixis_at(cursor, i - 2)
        if shift is not None:
            atom.first = i - 2
            return _shifted_week(cursor, shift)
    return None


def _read_week_at(cursor: Cursor, j: int) -> tuple[cal.Stretch, int] | None:
    """Read next week, الأسبوع المقبل, هذا الأسبوع at a token: the week and its end."""
    told = read_told_period(cursor, j, "W")
    return None if told is None else (_shifted_week(cursor, told[0]), told[1])


def _shifted_week(cursor: Cursor, shift: int) -> cal.Stretch:
    assert cursor.anchor is not None
    return cal.week(cursor.anchor + timedelta(7 * shift), cal.week_of(cursor.context.country))


def _date_follows(cursor: Cursor, j: int) -> bool:
    """Tell whether a date stands at a token: 29 حزيران, 15/10/2024, November 24."""
    j = _past_weekdays(cursor, j)  # الأربعاء والخميس 25 و26 سبتمبر
    if (
        cursor.norm(j) in COMMAS
        or cursor.norm(j) == "-"
        or is_date_word(cursor, j, "corresponding")
    ):
        j += 1
    if j < cursor.size and cursor.entries[j].kind in (DATE, PAIR):  # الأربعاء 10/13
        return True
    if (
        cursor.mask(j) & S.MONTH
        and cursor.is_latin(j)
        and read_day_starting(cursor, j + 1) is not None
    ):
        return True
    day = read_day_starting(cursor, j)
    if day is None:
        return False
    end = day[1]
    if cursor.norm(end) in ("/", "-"):
        if integer_at(cursor, end + 1, 12) is not None and cursor.norm(end + 2) == cursor.norm(end):
            return True  # 15 - 9 - 2024
        end += 1
        if integer_at(cursor, end, 12) is not None and cursor.norm(end + 1) == cursor.norm(end - 1):
            return True  # الخميس 14 / 10 / 1436هـ
    if is_link(cursor, end, "of"):
        end += 1
    if is_period(cursor, end, "M"):
        if deixis_at(cursor, end + 1) is not None and is_link(cursor, end - 1, "of"):
            return True
        end += 1
    elif deixis_at(cursor, end, "this") is not None and is_period(cursor, end + 1, "M"):
        return True
    return bool(cursor.mask(end) & (S.MONTH | S.HIJRI_MONTH)) or _range_follows(cursor, day[1])


def _range_follows(cursor: Cursor, j: int) -> bool:
    """Tell whether a second day and a month follow a day: 15 إلى 19 ديسمبر."""
    if not (
        is_date_word(cursor, j, "to", "until")
        or is_link(cursor, j, "and")
        or cursor.norm(j) in DASHES
    ):
        if j >= cursor.size or cursor.entries[j].led != AND:
            return False
        j -= 1
    if cursor.mask(j + 1) & S.WEEKDAY:
        j += 1
        j += cursor.norm(j + 1) in COMMAS
    day = read_day_starting(cursor, j + 1)
    if day is None:
        return False
    end = day[1] + 1 if is_link(cursor, day[1], "of") else day[1]
    return bool(cursor.mask(end) & (S.MONTH | S.HIJRI_MONTH))
