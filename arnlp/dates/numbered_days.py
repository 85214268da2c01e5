"""Days told by a number: the first Friday of July, الجمعة 15, on the 18th."""

from __future__ import annotations

from datetime import date, timedelta

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import DASHES, Atom
from arnlp.dates.months import read_month_at
from arnlp.dates.resolving import in_future
from arnlp.dates.words import integer_at, is_date_word, is_link, is_period
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.text.tokens import LATIN, TIME, WORD

_NTH = 5  # a month has no more turns of a weekday


def read_nth_weekday(cursor: Cursor, i: int, weekday: int, done: int) -> Atom | None:
    """Read the first Friday of July, أول يوم جمعة من يوليو, ثاني اثنين من الشهر المقبل."""
    k = i
    if is_period(cursor, k - 1, "D") and k - 1 > done:
        k -= 1
    number = cursor.number_before.get(k)
    ordinal = cursor.sense(k - 1, S.ORDINAL)
    if number is not None and number.kind == "ordinal" and number.first >= done:
        nth, first = number.value, number.first
    elif is_date_word(cursor, k - 1, "firstn", "lastn", "end") and k - 1 >= done:
        nth, first = (1 if is_date_word(cursor, k - 1, "firstn") else -1), k - 1
    elif ordinal is not None and ordinal.role == "unit" and k - 1 >= done:
        nth, first = ordinal.value, k - 1
    else:
        return None
    j = i + 1
    if not is_link(cursor, j, "of", "in") or not isinstance(nth, int) or nth > _NTH:
        return None
    month = read_month_at(cursor, j + 1)
    if month is None:
        return None
    stretch, last, anchored = month
    if is_link(cursor, first - 1, "the") and first - 1 >= done:
        first -= 1
    atom = Atom(first, last, "day", anchored=anchored)
    if stretch is None or stretch.first is None or stretch.last is None:
        return atom
    if nth < 0:
        found = stretch.last - timedelta((stretch.last.isoweekday() - weekday) % 7)
    else:
        found = cal.weekday_from(stretch.first, weekday) + timedelta(7 * (nth - 1))
    if found > stretch.last:
        return None
    atom.stretch = cal.of_day(found)
    return atom


def read_numbered_weekday(cursor: Cursor, atom: Atom, weekday: int) -> Atom | None:
    """Read a weekday with the day of an unnamed month: Friday the 15th, الجمعة 15, يوم الأحد 3."""
    j = atom.last
    named = is_link(cursor, j, "the")
    number = cursor.number_at.get(j + 1 if named else j)
    if _is_hours(cursor, j):
        return None  # Monday 8 to 9 am
    if (day := integer_at(cursor, j, 31)) is not None and (number is None or number.last == j + 1):
        found, last = day, j + 1
    elif number is not None and number.kind == "ordinal" and (named or number.value > _NTH):
        found, last = number.value, number.last
    else:
        return None
    if not isinstance(found, int) or not 1 <= found <= 31:
        return None
    if cursor.mask(last) & (S.UNIT | S.NOUN | S.NUMBER | S.PERCENT | S.CURRENCY | S.DAYPART):
        return None
    if last < cursor.size and cursor.entries[last].kind in (WORD, LATIN):
        if not cursor.masks[last] and integer_at(cursor, j, 31) is not None:
            return None  # الاثنين 15 شركة
    if cursor.anchor is None:
        return None
    anchor = cursor.anchor
    months = (_day_in_month(anchor, shift, found) for shift in range(-11, 12))
    near = [near for near in months if near is not None and near.isoweekday() == weekday]
    if not near:
        return None
    atom.stretch = cal.of_day(min(near, key=lambda near: abs((near - anchor).days)))
    atom.last = last
    return atom


def _is_hours(cursor: Cursor, j: int) -> bool:
    """Tell whether a number is an hour: 10 o'clock, or the first of two: 8 to 9 am, 10 to noon."""
    k = j + 1
    if is_date_word(cursor, k, "clock"):
        return True
    if not (is_date_word(cursor, k, "to", "until") or cursor.norm(k) in DASHES):
        return False
    if cursor.norm(k + 2) == cursor.norm(k) and cursor.norm(k) in DASHES:
        return False  # 15 - 9 - 2024
    return bool(cursor.mask(k + 1) & (S.CLOCK_WORD | S.NUMERIC)) or (
        k + 1 < cursor.size and cursor.entries[k + 1].kind == TIME
    )


def read_day_alone(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read a day of an unnamed month: on the 18th."""
    number = cursor.number_at.get(i)
    if number is None or number.kind != "ordinal" or number.scale != 1 or cursor.anchor is None:
        return None
    if not (is_link(cursor, i - 1, "the") and is_link(cursor, i - 2, "on")) or i - 1 < done:
        return None
    last = number.last
    after = cursor.entries[last] if last < cursor.size else None
    if (
        after is not None
        and after.kind in (WORD, LATIN)
        and not after.mask & (S.STOP | S.DATE_LINK)
    ):
        return None  # on the 18th floor
    if is_link(cursor, last, "of") or not 1 <= number.value <= 31:
        return None
    anchor = cursor.anchor
    days = [
        day
        for shift in (-1, 0, 1)
        if (day := _day_in_month(anchor, shift, number.value)) is not None
    ]
    ahead = in_future(cursor, i)
    fitting = [day for day in days if (day >= anchor if ahead else day <= anchor)]
    if not fitting:
        return None
    found = min(fitting) if ahead else max(fitting)
    return Atom(i - 1, last, "day", cal.of_day(found), anchored=True)


def _day_in_month(anchor: date, shift: int, day: int) -> date | None:
    """Return a day of the month so many away, None where it has no such day."""
    found = cal.day(*cal.shift_months(anchor, shift), day)
    return found.first if found else None
