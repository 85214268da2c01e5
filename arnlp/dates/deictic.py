"""Periods told by the release: العام الماضي, الشهر المقبل, هذا الأسبوع, the weekend."""

from __future__ import annotations

from datetime import timedelta

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import DASHES, Atom
from arnlp.dates.month_days import read_day_ending, take_day_range, take_weekday_before
from arnlp.dates.resolving import resolve, tense_at
from arnlp.dates.words import deixis_at, integer_at, is_date_word, is_link, is_period
from arnlp.dates.years import year_at
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.text.tokens import WORD

_GRAINS = {"Y": "year", "M": "month", "W": "week", "WE": "weekend", "FY": "year", "AY": "year"}


def read_deictic_period(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read العام الماضي, الشهر المقبل, هذا الأسبوع, last year, the weekend, العقد المقبل."""
    period = cursor.entries[i].senses[S.PERIOD]
    unit = period.value
    if period.role != "1":
        return None
    number = cursor.sense(i, S.UNIT)
    if unit not in ("Y", "M", "W", "WE", "DECADE"):
        return None
    if number is not None and number.role == "plural":
        return None  # السنوات الماضية
    if cursor.mask(i - 1) & S.GENERAL_NOUN and cursor.norm(i).endswith("العام"):
        return None  # التعداد العام المقبل
    atom = Atom(i, i + 1, _GRAINS.get(unit, "decade"), anchored=True, unit=unit)
    shift = _read_shift_of(cursor, atom, i, done)
    if shift is None:
        return _read_unplaced(cursor, atom, i)
    if atom.told is not None:
        return atom
    if cursor.anchor is None:
        return atom
    if unit == "Y":
        _take_stated_year(cursor, atom, cursor.anchor.year + shift)
    elif unit == "M":
        year, month = cal.shift_months(cursor.anchor, shift)
        atom.stretch = cal.month(year, month)
        _take_day_of_month(cursor, atom, year, month, done)
    elif unit == "DECADE":
        _take_decade(cursor, atom, cursor.anchor.year, shift)
    elif unit == "WE":
        return _weekend_of(cursor, atom, shift)
    else:
        atom.stretch = cal.week(
            cursor.anchor + timedelta(7 * shift), cal.week_of(cursor.context.country)
        )
        if atom.stretch is not None:
            _take_weekday(cursor, atom)
    return atom


def _read_unplaced(cursor: Cursor, atom: Atom, i: int) -> Atom | None:
    """Read a period that no word places: the weekend."""
    if atom.unit != "WE" or (not cursor.is_latin(i) and cursor.mask(i + 1) & S.ORDINAL):
        return None  # نهاية الأسبوع الأول
    found = _weekend_of(cursor, atom, 0)
    first = found.stretch.first if found.stretch is not None else None
    ahead = first is not None and cursor.anchor is not None and first > cursor.anchor
    if ahead and tense_at(cursor, i) < 0:  # the museum welcomed 300 visitors over the weekend
        return _weekend_of(cursor, atom, -1)
    return found


def _take_decade(cursor: Cursor, atom: Atom, year: int, shift: int) -> None:
    """Give an atom its decade: that of the calendar, or the ten years up to now."""
    atom.stretch = cal.decade((year // 10 + shift) * 10)
    if shift == -1 and _is_lasting(cursor, atom.first - 1):  # على مدى العقد الماضي
        atom.stretch = cal.between(cal.year(year - 10), cal.year(year - 1))
        atom.grain, atom.between = "interval", True


def _is_lasting(cursor: Cursor, i: int) -> bool:
    """Tell whether a word before a decade means all of it up to now: over, خلال, على مدى."""
    if is_link(cursor, i, "the"):
        i -= 1
    return is_link(cursor, i, "lead") or cursor.is_word(i, "lasting", "spanning", "through")


def _take_stated_year(cursor: Cursor, atom: Atom, year: int) -> None:
    """Give an atom its year, by the number behind it where one stands: العام المقبل 2025م."""
    stated = year_at(cursor, atom.last)
    if stated is not None:
        atom.last += 2 if is_date_word(cursor, atom.last + 1, "gregorian") else 1
    atom.year = stated or year
    atom.stretch = cal.year(atom.year)


def _read_shift_of(cursor: Cursor, atom: Atom, i: int, done: int) -> int | None:
    """Read the word that tells which period is meant; take it into the atom."""
    entry = cursor.entries[i]
    if entry.kind == WORD:
        if entry.definite and is_period(cursor, i, "Y", "M") and not _is_adjective(cursor, i + 1):
            if is_date_word(cursor, i - 1, "start", "middle", "late", "end"):
                return 0  # نهاية العام
        after = deixis_at(cursor, i + 1, "", "told")
        if after is not None and (entry.definite or is_period(cursor, i, "WE")):
            atom.last = i + 2
            if deixis_at(cursor, i + 1, "told") is not None:
                atom.told = after
            return after
        if deixis_at(cursor, i - 1, "this") is not None and entry.definite and i - 1 >= done:
            atom.first = i - 1
            return 0
        return None
    behind = deixis_at(cursor, i + 1, "behind")
    if behind is not None and is_link(cursor, i - 1, "the") and i - 1 >= done:
        atom.first, atom.last = i - 1, i + 2
        return behind
    before = deixis_at(cursor, i - 1)
    if before is None or i - 1 < done:
        if (
            is_link(cursor, i - 1, "the")
            and is_period(cursor, i, "Y", "M", "W")
            and _is_bounded(cursor, i)
        ):
            return 0  # the end of the year
        return None
    atom.first = i - 1
    if deixis_at(cursor, i - 1, "told") is not None:
        atom.told = before
    return before


def _is_adjective(cursor: Cursor, j: int) -> bool:
    """Tell whether a word with the article follows a period: العام الدراسي."""
    return j < cursor.size and cursor.entries[j].kind == WORD and cursor.entries[j].definite


def _is_bounded(cursor: Cursor, i: int) -> bool:
    """Tell whether 'the year' or 'the month' has a word of its parts before: the end of the year."""
    return is_date_word(cursor, i - 2, "start", "middle", "late", "end") and not is_link(
        cursor, i + 1, "of"
    )


def _weekend_of(cursor: Cursor, atom: Atom, shift: int) -> Atom:
    if is_link(cursor, atom.first - 1, "the"):
        atom.first -= 1
    atom.grain = "weekend"
    if cursor.anchor is not None:
        atom.stretch = cal.weekend(
            cursor.anchor + timedelta(7 * shift), cal.week_of(cursor.context.country)
        )
    return atom


def _take_weekday(cursor: Cursor, atom: Atom) -> None:
    """Read the weekday behind a week: next week Sunday, الأسبوع القادم الأحد, this week on Friday."""
    j = atom.last
    if is_link(cursor, j, "on") or is_period(cursor, j, "D") or cursor.norm(j) == "-":
        j += 1
    sense = cursor.sense(j, S.WEEKDAY)
    if sense is None or atom.stretch is None or atom.stretch.first is None:
        return
    after = deixis_at(cursor, j + 1)
    if (
        after is not None
        or is_date_word(cursor, j + 1, "to", "until")
        or integer_at(cursor, j + 1, 31)
    ):
        return
    atom.stretch = cal.of_day(cal.weekday_from(atom.stretch.first, sense.value))
    atom.last = j + 1
    atom.grain = "day"


def _take_day_of_month(cursor: Cursor, atom: Atom, year: int, month: int, done: int) -> None:
    """Read the day before a month that is only told by its place: الثاني من الشهر الحالي."""
    i = atom.first
    if is_link(cursor, i - 1, "the") and cursor.is_latin(i):
        i -= 1
    linked = is_link(cursor, i - 1, "of", "in")
    j = i - 1 if linked else i
    if is_period(cursor, j - 1, "D") and cursor.is_latin(j - 1):  # the 15th day of next month
        j -= 1
    found = read_day_ending(cursor, j, done)
    if found is None:
        return
    if not is_link(cursor, i - 1, "of") and not _is_second_day(cursor, found[1]):
        return  # 23 next month is a date only as the end of a range
    day = cal.day(year, month, found[0]) if found[0] > 0 else None
    if day is None:
        return
    days = Atom(found[1], atom.last, "day", year=year, month=month, day=found[0])
    take_day_range(cursor, days, done)
    atom.first, atom.grain, atom.between = days.first, "day", days.between
    atom.stretch = resolve(cursor, days)
    take_weekday_before(cursor, atom, done)


def _is_second_day(cursor: Cursor, i: int) -> bool:
    """Tell whether a day at a token ends a range: 4 to 23 next month."""
    return is_date_word(cursor, i - 1, "to", "until") or cursor.norm(i - 1) in DASHES
