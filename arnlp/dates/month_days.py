"""The days, and the weekdays, that stand about the name of a month."""

from __future__ import annotations

from arnlp.dates.atoms import COMMAS, DASHES, Atom
from arnlp.dates.words import integer_at, is_date_word, is_link, is_period
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.text.clitics import AND
from arnlp.text.tokens import DATE, NUMERAL, PAIR, WORD

THEREOF = "thereof"  # a day whose month is the one spoken of last
_LAST = -1  # the last day of a month


def read_day_ending(cursor: Cursor, i: int, done: int) -> tuple[int, int] | None:
    """Read a day of the month that ends before a token: its value and its first token."""
    if i - 1 >= done and is_date_word(cursor, i - 1, "first", "last"):
        return (1 if is_date_word(cursor, i - 1, "first") else _LAST), i - 1
    if i - 1 >= done and is_date_word(cursor, i - 1, "firstn") and not cursor.is_latin(i - 1):
        if _is_of_periods(cursor, i - 2):
            return None
        return 1, i - 1  # أول يناير, الأول من يناير
    value = integer_at(cursor, i - 1, 31)
    if value is not None and i - 1 >= done:
        return value, i - 1
    number = cursor.number_before.get(i)
    if number is None or number.first < done or number.kind not in ("ordinal", "cardinal"):
        return None
    if not isinstance(number.value, int) or not 1 <= number.value <= 31 or number.scale != 1:
        return None
    first = number.first
    if is_link(cursor, first - 1, "the") and first - 1 >= done:
        first -= 1
    return number.value, first


def _is_of_periods(cursor: Cursor, i: int) -> bool:
    """Tell whether 'first' belongs to a period before it: الأيام الأولى من نوفمبر, الأسبوع الأول من."""
    period, unit = cursor.sense(i, S.PERIOD), cursor.sense(i, S.UNIT)
    if period is None or cursor.is_latin(i):
        return False
    return period.value != "D" or (unit is not None and unit.role == "plural")


def read_day_starting(cursor: Cursor, i: int) -> tuple[int, int] | None:
    """Read a day of the month that starts at a token: its value and its end."""
    if is_link(cursor, i, "the"):
        i += 1
    number = cursor.number_at.get(i)
    if number is not None and number.kind in ("ordinal", "cardinal"):
        if isinstance(number.value, int) and 1 <= number.value <= 31 and number.scale == 1:
            return number.value, number.last
        return None
    value = integer_at(cursor, i, 31)
    return (value, i + 1) if value is not None else None


def take_day_before(cursor: Cursor, atom: Atom, done: int) -> None:
    """Read the day before a month: 14, السابع والعشرين من, فاتح, the 20th of, 20/."""
    i = atom.first
    if cursor.mask(i - 2) & S.CURRENCY and not is_link(cursor, i - 1, "of"):
        return  # $12 December 27
    if cursor.norm(i - 1) in ("/", "-", "."):
        value = integer_at(cursor, i - 2, 31)
        if value is not None and i - 2 >= done:
            atom.day, atom.first = value, i - 2
            take_day_range(cursor, atom, done)
            return
    if is_period(cursor, i - 1, "M") and i - 1 > done:
        i -= 1
    if is_link(cursor, i - 1, "of") and i - 1 > done:
        i -= 1
    if is_period(cursor, i - 1, "D") and cursor.is_latin(i - 1) and i - 1 > done:  # the 23rd day of
        i -= 1
    found = read_day_ending(cursor, i, done)
    if found is None:
        return
    atom.day, atom.first = found
    take_day_range(cursor, atom, done)


def read_thereof(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read a day of the month spoken of last: الثلاثين منه. A refiner gives it the month."""
    if cursor.entries[i].senses[S.DATE_OPENER].role != THEREOF:
        return None
    found = read_day_ending(cursor, i, done)
    if found is None or not _leads_to_day(cursor, found[1] - 1):
        return None
    return Atom(found[1], i + 1, THEREOF, day=found[0])


def _leads_to_day(cursor: Cursor, i: int) -> bool:
    """Tell whether a word before a day says that it is one: until, in, since."""
    return is_date_word(cursor, i, "to", "until", "open", "between") or is_link(
        cursor, i, "in", "on", "ago"
    )


def take_day_range(cursor: Cursor, atom: Atom, done: int) -> None:
    """Read the first of days that share the month: 25 و26 سبتمبر, من الأحد 15 إلى الخميس 19 ديسمبر."""
    i = _skip_weekday(cursor, atom.first, done)
    while True:
        listed = _is_and(cursor, i - 1) or cursor.entries[i].led == AND
        joiner = i if cursor.entries[i].led == AND else i - 1
        more = atom.between and cursor.norm(i - 1) in COMMAS  # 5, 6 and 7 November
        listed = listed or more
        if not (
            listed or cursor.norm(i - 1) in DASHES or is_date_word(cursor, i - 1, "to", "until")
        ):
            return
        earlier = read_day_ending(cursor, joiner, done)
        if earlier is None or atom.day is None or earlier[0] >= atom.day > 0 or earlier[0] < 0:
            return
        if listed and atom.day_to is None and not _lists_days(cursor, earlier[1]):
            return
        if atom.day_to is None:
            atom.day_to = atom.day
        elif earlier[0] != atom.day - 1:
            return
        atom.day, atom.first, atom.between = earlier[0], earlier[1], True
        if not listed:
            return
        i = atom.first


def _skip_weekday(cursor: Cursor, i: int, done: int) -> int:
    """Return where a weekday before a day starts, if a range may reach over it."""
    j = i
    if cursor.norm(j - 1) in COMMAS:
        j -= 1
    if cursor.mask(j - 1) & S.WEEKDAY and j - 1 > done:
        j -= 1
        if is_period(cursor, j - 1, "D"):
            j -= 1
        return j
    return i


def _is_and(cursor: Cursor, i: int) -> bool:
    return is_link(cursor, i, "and")


def _lists_days(cursor: Cursor, i: int) -> bool:
    """Tell whether a list of days starts at a token: a day word, weekday or preposition before."""
    before = cursor.entries[i - 1] if i else None
    if cursor.norm(i - 1) in COMMAS and integer_at(cursor, i - 2, 31) is not None:
        return True
    return before is None or bool(
        before.mask & (S.PERIOD | S.WEEKDAY | S.STOP | S.DATE_WORD | S.CLITIC | S.DATE_LINK)
    )


def take_day_after(cursor: Cursor, atom: Atom) -> None:
    """Read the day behind a month: July 20, November 19-20, سبتمبر الحادي والعشرين, أكتوبر/2."""
    i = atom.last
    if is_date_word(cursor, i, "between") and _take_days_between(cursor, atom, i + 1):
        return
    english = cursor.is_latin(atom.first)
    glued = cursor.norm(i) == "/" or (
        cursor.norm(i) == "-" and cursor.is_adjacent(i) and cursor.is_adjacent(i + 1)
    )
    if glued:
        i += 1
    found = read_day_starting(cursor, i)
    if found is None:
        return
    value, end = found
    number = cursor.number_at.get(i)
    if not english and not glued and not (number is not None and number.article):
        if number is None or number.kind != "ordinal" or not cursor.entries[i].definite:
            return
    if cursor.mask(end) & (S.UNIT | S.NUMBER | S.CURRENCY | S.PERCENT | S.PERIOD) and not is_link(
        cursor, end, "of"
    ):
        return
    if cursor.norm(end) == ":" or (end < cursor.size and cursor.entries[end].kind in (PAIR, DATE)):
        return
    if _month_follows(cursor, end) and not glued:
        return  # May 5 June is no date; 5 belongs to June
    atom.day, atom.last = value, end
    _take_days_after(cursor, atom)


def _take_days_between(cursor: Cursor, atom: Atom, i: int) -> bool:
    """Read two days behind their month: شهر نوفمبر بين 19 و20, February between 2 and 7."""
    low = read_day_starting(cursor, i)
    if low is None:
        return False
    j = low[1]
    if j < cursor.size and cursor.entries[j].led != AND:
        if not (
            _is_and(cursor, j) or cursor.norm(j) in DASHES or is_date_word(cursor, j, "to", "until")
        ):
            return False
        j += 1
    high = read_day_starting(cursor, j)
    if high is None or high[0] <= low[0] or _month_follows(cursor, high[1]):
        return False
    if cursor.mask(high[1]) & (S.UNIT | S.NOUN | S.NUMBER | S.CURRENCY | S.PERCENT):
        return False
    atom.day, atom.day_to, atom.last, atom.between = low[0], high[0], high[1], True
    return True


def _month_follows(cursor: Cursor, j: int) -> bool:
    if is_link(cursor, j, "of"):
        j += 1
    return bool(cursor.mask(j) & S.MONTH) and cursor.norm(j) != ""


def _take_days_after(cursor: Cursor, atom: Atom) -> None:
    """Read the second of two days behind a month: November 19-20, April 9th through 17th."""
    j = atom.last
    if not (
        cursor.norm(j) in DASHES or is_date_word(cursor, j, "to", "until") or _is_and(cursor, j)
    ):
        return
    found = read_day_starting(cursor, j + 1)
    if (
        found is None
        or atom.day is None
        or found[0] <= atom.day
        or _month_follows(cursor, found[1])
    ):
        return
    after = cursor.entries[found[1]] if found[1] < cursor.size else None
    if after is not None and after.kind not in (NUMERAL,):
        if after.mask & (S.UNIT | S.NUMBER | S.CURRENCY | S.PERCENT | S.NOUN | S.DAYPART):
            return
        if _is_and(cursor, j) and not after.mask and after.surface not in (",", ".", ")"):
            return
    atom.day_to, atom.last, atom.between = found[0], found[1], True


def take_weekday_before(cursor: Cursor, atom: Atom, done: int) -> None:
    """Take the weekday before a date: الأربعاء 15 نوفمبر, on Tuesday, 3 December."""
    i = atom.first
    if cursor.norm(i - 1) in COMMAS or is_date_word(cursor, i - 1, "corresponding"):
        i -= 1
    if cursor.norm(i - 1) == ")" and cursor.norm(i - 3) == "(":
        return
    if not cursor.mask(i - 1) & S.WEEKDAY or i - 1 < done:
        return
    atom.first = i - 1
    while (
        atom.between
        and cursor.entries[atom.first].led == AND
        and cursor.mask(atom.first - 1) & S.WEEKDAY
        and atom.first - 1 >= done
    ):
        atom.first -= 1
    if not atom.between:
        atom.weekday = cursor.entries[i - 1].senses[S.WEEKDAY].value
    take_day_word(cursor, atom, done)


def take_day_word(cursor: Cursor, atom: Atom, done: int) -> None:
    """Take the word 'day' before a weekday or a date: يوم الأربعاء."""
    period = cursor.sense(atom.first - 1, S.PERIOD)
    if period is not None and period.value == "D" and atom.first - 1 >= done:
        if cursor.entries[atom.first - 1].kind == WORD:
            atom.first -= 1


def take_weekday_after(cursor: Cursor, atom: Atom) -> None:
    """Take the weekday in brackets behind a date: 15 نوفمبر 2023 (الأربعاء)."""
    j = atom.last
    if cursor.norm(j) == "(" and cursor.norm(j + 2) == ")":
        sense = cursor.sense(j + 1, S.WEEKDAY)
        if sense is not None and not atom.between:
            atom.weekday, atom.last = sense.value, j + 3


def give_months(cursor: Cursor, atoms: list[Atom]) -> list[Atom]:
    """Give each day of a month spoken of last that month: من 20 يناير إلى 30 منه."""
    if not any(atom.grain == THEREOF for atom in atoms):
        return atoms
    out: list[Atom] = []
    for atom in atoms:
        if atom.grain != THEREOF or _takes_month(cursor, atom, out):
            out.append(atom)
    return out


def _takes_month(cursor: Cursor, atom: Atom, atoms: list[Atom]) -> bool:
    """Give a day the month spoken of just before it; False where there is none."""
    before = next((a for a in reversed(atoms[-3:]) if a.month is not None), None)
    if before is None:
        return False
    sentence_of = cursor.tagged.sentence_of
    if sentence_of[atom.first] - sentence_of[before.first] > 1:
        return False
    atom.grain, atom.month, atom.year = "day", before.month, before.year
    atom.shift, atom.calendar = before.shift, before.calendar
    return True
