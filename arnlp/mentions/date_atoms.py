"""Atoms of time expressions: how a year is written, and how a missing one is found.

An atom is a day, a month, a year, a quarter, a weekday ... as one expression states it. A missing
year is taken from the other end of a range, else from a word such as الماضي, else it is the one
nearest to the release that fits the tense of the sentence; without a release date it stays null.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from arnlp.lexicon import senses as S
from arnlp.mentions import calendar as cal
from arnlp.mentions.context import Context
from arnlp.mentions.engine import Engine
from arnlp.mentions.number_base import NumberMention
from arnlp.text.tokens import LATIN, NUMERAL, PAIR, WORD

YEARS = range(1900, 2101)
TOLD_YEARS = range(1000, 2201)  # beside a month or the word 'year'
HIJRI_YEARS = range(1300, 1501)
_BEFORE, _BEHIND = 12, 8  # tokens about a date in which its clause tells its tense
_NOT_SO_SOON = 2  # months: nearer ones are those to come, even beside a verb of the past
_LONG_AHEAD = 10  # months: who will pay September's wages in October means the last one
_MARKED_HIJRI = range(1000, 1701)  # that a mark or a month says to be of the Hijra
GREGORIAN, HIJRI = "gregorian", "hijri"
DASHES = ("-", "\u2013", "\u2014", "~")
PARTS_OF_HOUR = {Fraction(1, 2): 30, Fraction(1, 4): 15, Fraction(1, 3): 20}  # in minutes
COMMAS = ("\u060c", ",")


class Year(NamedTuple):
    """A year as written: its value (None where it is relative and nothing tells it) and its end.

    ``start`` is its first month where it is a fiscal or academic year: None where it is not known.
    """

    value: int | None
    last: int
    calendar: str = GREGORIAN
    anchored: bool = False
    start: int | None = 1


@dataclass(slots=True)
class Atom:
    """One simple expression. What is not stated is None."""

    first: int
    last: int
    grain: str
    stretch: cal.Stretch | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None  # -1 is the last of its month
    day_to: int | None = None
    shift: int | None = None  # الماضي -1, الجاري 0, المقبل 1
    anchored: bool = False
    calendar: str = GREGORIAN
    timex: str | None = None
    between: bool = False  # it is itself an interval (25 و26 سبتمبر)
    weekday: int | None = None  # that the text states beside a date
    part: str | None = None  # of the day: MO, AF, EV, NI
    clock: str | None = None  # T10:30, with its offset from UTC where a zone is named
    edge: str | None = None  # start, middle, late or end of it
    told: int | None = None  # of the period spoken of last: -1 the one before, 0 the same, 1
    unit: str = ""  # which is told
    year_told: int | None = None  # its year, likewise: أكتوبر من العام نفسه 0, من العام التالي 1
    turn: int | None = None  # the weekday that alone names it


class DateReader(Engine):
    """What the readers of days and periods share."""

    def __init__(self, context: Context, numbers: list[NumberMention]) -> None:
        super().__init__(context)
        self.anchor = context.anchor
        self.number_before = {number.last: number for number in numbers}
        self.number_at = {number.first: number for number in numbers}
        self._writes_hijri: bool | None = None

    # -- words -----------------------------------------------------------------------------

    def _word(self, i: int, *roles: str) -> bool:
        """Tell whether a token is a word of the date grammar of one of the roles."""
        sense = self._sense(i, S.DATE_WORD)
        return sense is not None and sense.role in roles

    def _link(self, i: int, *roles: str) -> bool:
        """Tell whether a token joins parts of a time expression: of, the, ago."""
        sense = self._sense(i, S.DATE_LINK)
        return sense is not None and sense.role in roles

    def _period(self, i: int, *units: str) -> bool:
        """Tell whether a token is one period of one of the units: عام, year."""
        sense = self._sense(i, S.PERIOD)
        return sense is not None and sense.role == "1" and sense.value in units

    def _latin(self, i: int) -> bool:
        return 0 <= i < self.size and self.entries[i].kind == LATIN

    def _deixis(self, i: int, *classes: str) -> int | None:
        """Return how far a word such as الماضي shifts, where it is of one of the classes.

        The classes are "" (last, next) and "this"; "told" counts from what was spoken of.
        """
        sense = self._sense(i, S.DEIXIS)
        if sense is None:
            return None
        class_ = "" if sense.role == "latest" else sense.role
        if class_ not in (classes or ("", "this", "told")):
            return None
        shift: int = sense.value
        return shift

    def _integer_at(self, i: int, top: int) -> int | None:
        if not 0 <= i < self.size or self.entries[i].kind != NUMERAL:
            return None
        value = self.entries[i].value
        return value if isinstance(value, int) and 1 <= value <= top else None

    # -- years -----------------------------------------------------------------------------

    def _year_at(self, i: int, years: range = YEARS) -> int | None:
        """Return the year that four digits at a token are."""
        if not 0 <= i < self.size or self.entries[i].kind != NUMERAL:
            return None
        value = self.entries[i].value
        if isinstance(value, int) and value in years and len(self.entries[i].norm) == 4:
            return value
        return None

    def _worded_year(self, i: int) -> tuple[int, int] | None:
        """Read ألفين وعشرين, two thousand and eighteen, nineteen seventy-eight: year and end."""
        number = self.number_at.get(i)
        if number is None or self.entries[i].kind == NUMERAL or number.kind != "cardinal":
            return None
        value = number.value
        if not isinstance(value, int):
            return None
        if value in TOLD_YEARS and self._latin(i) == self._latin(number.last - 1):
            return value, number.last
        rest = self.number_at.get(number.last)
        if value not in (18, 19, 20) or not self._latin(i) or rest is None:
            return None
        if rest.kind == "cardinal" and isinstance(rest.value, int) and 10 <= rest.value < 100:
            if self._latin(rest.first):
                return value * 100 + rest.value, rest.last
        return None

    def _stated_year(self, i: int, calendar: str | None = None, told: bool = True) -> Year | None:
        """Read a year by its number at a token: 2024, 2024م, 1446هـ, ألفين وعشرين.

        ``told`` where a month or the word 'year' stands before: it may lie farther off.
        """
        value = self._year_at(i, TOLD_YEARS if told else range(HIJRI_YEARS.start, YEARS.stop))
        last = i + 1
        if value is None:
            worded = self._worded_year(i) if told else None
            if worded is None:
                return None
            value, last = worded
        if self._word(last, HIJRI):
            return Year(value, last + 1, HIJRI) if value in _MARKED_HIJRI else None
        if self._word(last, GREGORIAN):
            return Year(value, last + 1)
        if calendar == HIJRI:
            return Year(value, last, HIJRI) if value in _MARKED_HIJRI else None
        if calendar is None and value in HIJRI_YEARS and self._has_hijri():
            return Year(value, last, HIJRI)
        return Year(value, last) if told or value in YEARS else None

    def _has_hijri(self) -> bool:
        """Tell whether a text counts years of the Hijra: by a mark, or by its country's use."""
        if self._writes_hijri is None:
            self._writes_hijri = self.context.country == "SA" or any(
                self._word(i, HIJRI) for i in self.tagged.with_mask(S.DATE_WORD)
            )
        return self._writes_hijri

    def _named_year(self, i: int, calendar: str | None = None) -> Year | None:
        """Read a year by its word: عام 2024, العام الماضي, هذا العام, next year, السنة المالية 2024/2025."""
        deixis = self._deixis(i)
        if deixis is not None and self._period(i + 1, "Y", "FY"):  # next year, هذا العام
            if self._latin(i) or self._deixis(i, "this") is not None:
                return self._shifted_year(i + 1, deixis, i + 2, calendar)
            if self._deixis(i, "told") is not None:
                return None
        if not self._period(i, "Y", "FY", "AY"):
            return None
        j = i + 1
        if self._word(j, HIJRI):
            calendar, j = HIJRI, j + 1
        elif self._word(j, GREGORIAN) and not self._latin(j):
            calendar, j = GREGORIAN, j + 1
        after = self._deixis(j, "", "told")
        if after is not None and not self._latin(j) and self.entries[i].definite:
            return self._shifted_year(i, after, j + 1, calendar)
        if self._latin(i) and self._link(j, "of", "in"):
            return None
        if not self._period(i, "Y"):
            return self._split_named(i, j)
        stated = self._stated_year(j, calendar)
        if stated is not None:
            return stated
        if self._link(i - 1, "the") or (
            self.entries[i].definite and self._link(i - 1, "of") and self._ends_phrase(j)
        ):
            return self._shifted_year(i, 0, j, calendar)  # of the year, من العام
        return None

    def _told_period(self, j: int, unit: str) -> tuple[int, int] | None:
        """Read a period by its word of place: next week, الشهر المقبل, هذا الأسبوع: shift and end."""
        before = self._deixis(j)
        if before is not None and self._period(j + 1, unit):
            if self._latin(j) or self._deixis(j, "this") is not None:
                return before, j + 2
        after = self._deixis(j + 1)
        if after is not None and self._period(j, unit) and not self._latin(j):
            return after, j + 2
        return None

    def _shifted_month(self, shift: int) -> cal.Stretch | None:
        """Return the month so many after that of the release."""
        if self.anchor is None:
            return None
        return cal.month(*cal.shift_months(self.anchor, shift))

    def _told_year(self, j: int) -> tuple[int, int] | None:
        """Read a year told by the one spoken of last, العام التالي, the previous year: shift and end."""
        if self._latin(j) and self._period(j + 1, "Y"):
            shift, last = self._deixis(j, "told"), j + 2
        elif self._period(j, "Y") and not self._latin(j):
            shift, last = self._deixis(j + 1, "told"), j + 2
        else:
            return None
        return None if shift is None else (shift, last)

    def _is_a_year_earlier(self, j: int) -> bool:
        """Tell whether 'a year earlier' stands at a token."""
        turn, opener = self._sense(j, S.SET), self._sense(j + 1, S.DATE_OPENER)
        if turn is None or turn.value != "P1Y" or not self._latin(j):
            return False
        return opener is not None and opener.role == "sooner"

    def _ends_phrase(self, j: int) -> bool:
        """Tell whether no adjective follows at a token: a mark, a small word, a joined word."""
        if j >= self.size:
            return True
        entry = self.entries[j]
        return entry.kind not in (WORD, NUMERAL) or bool(
            entry.mask & (S.STOP | S.DATE_LINK | S.DATE_WORD) or entry.clitics
        )

    def _two_years(self, j: int) -> tuple[tuple[int, int] | None, int]:
        """Read 2021/2022 or 2021-22; return the pair and its end."""
        if 0 <= j < self.size and self.entries[j].kind == PAIR:
            return year_pair_of(self.entries[j].norm), j + 1
        low, high = self._year_at(j), self._year_at(j + 2)
        if low is not None and self._norm(j + 1) in (*DASHES, "/"):
            if high is not None:
                return (low, high), j + 3
            short = self._integer_at(j + 2, 99)
            if short == (low + 1) % 100:
                return (low, low + 1), j + 3
        return None, j

    def _shifted_year(self, i: int, shift: int, last: int, calendar: str | None) -> Year:
        """Return the year so many after that of the release; a fiscal one has its own start."""
        start = self._start_of(i)
        if self.anchor is None:
            return Year(None, last, calendar or GREGORIAN, True, start)
        if calendar == HIJRI:
            today = cal.to_hijri(self.anchor)
            return Year(today[0] + shift if today else None, last, HIJRI, True)
        before = start is not None and self.anchor.month < start
        return Year(self.anchor.year + shift - before, last, GREGORIAN, True, start)

    def _start_of(self, i: int) -> int | None:
        """Return the first month of the kind of year that a token names."""
        return 1

    def _split_named(self, i: int, j: int) -> Year | None:
        """Read the number of a fiscal or academic year: 2024/2025, 2024, FY24.

        Of one number it is not told which of its two years it names, unless they are the same.
        """
        start = self._start_of(i)
        pair, last = self._two_years(j)
        if pair is not None and pair[1] == pair[0] + 1:
            return Year(pair[0], last, start=start if start != 1 else None)
        stated = self._stated_year(j)
        if stated is None and self._latin(i) and (short := self._integer_at(j, 99)):
            if self._adjacent(j):
                stated = Year(2000 + short, j + 1)
        if stated is None:
            return None
        return stated._replace(start=1 if start == 1 else None)

    def _year_of(self, i: int, calendar: str | None = None) -> Year | None:
        """Read the year that a part belongs to, with or without 'of': من عام 2024, of last year."""
        j = i
        if self._link(j, "of", "in"):
            j += 1
        if self._link(j, "the"):
            j += 1
        named = self._named_year(j, calendar)
        if named is not None:
            return named
        return self._stated_year(j, calendar, told=self._link(j - 1, "of") and j > i)

    # -- the release -----------------------------------------------------------------------

    def _today(self, calendar: str) -> tuple[int, int, int] | None:
        """Return year, month and day of the release in a calendar."""
        if self.anchor is None:
            return None
        if calendar == HIJRI:
            return cal.to_hijri(self.anchor)
        return self.anchor.year, self.anchor.month, self.anchor.day

    def _deixis_around(self, atom: Atom) -> None:
        """Read the word that places a month or day: سبتمبر الماضي, last September, هذا أغسطس."""
        if atom.year is not None:
            return
        after = self._deixis(atom.last, "", "told")
        if after is not None and not self._latin(atom.last):
            atom.shift, atom.last = after, atom.last + 1
            return
        before = self._deixis(atom.first - 1)
        if before is not None and (
            self._latin(atom.first - 1) or self._deixis(atom.first - 1, "this") is not None
        ):
            atom.shift, atom.first = before, atom.first - 1

    def _in_future(self, i: int) -> bool:
        """Tell whether the clause of a token speaks of the future."""
        return self._tense(i) > 0

    def _tense(self, i: int) -> int:
        """Return 1 where the clause of a token speaks of the future, -1 of the past, else 0.

        The nearest word that tells it counts: a verb of the tables, سوف, will.
        """
        first, last = self.tagged.sentences[self.tagged.sentence_of[i]]
        near: int | None = None
        for k in range(max(first, i - _BEFORE), min(last, i + _BEHIND)):
            if self.masks[k] & (S.FUTURE | S.PAST) and (near is None or abs(k - i) < abs(near - i)):
                near = k
        if near is None:
            return 0
        return 1 if self.masks[near] & S.FUTURE else -1

    # -- resolving -------------------------------------------------------------------------

    def _resolve(self, atom: Atom, end: cal.Stretch | None = None) -> cal.Stretch | None:
        """Resolve an atom whose year may be missing; ``end`` is the other end of its range."""
        if atom.stretch is not None or atom.month is None:
            return atom.stretch
        year = atom.year
        if year is None and end is not None and end.last is not None:
            year = self._year_before(atom, end.last)
        if year is None:
            year = self._guess_year(atom)
        if year is None:
            return None
        return _within_month(year, atom)

    def _year_before(self, atom: Atom, end: date) -> int | None:
        """Return the last year in which an atom does not lie behind the end of its range."""
        assert atom.month is not None
        if atom.calendar == HIJRI:
            hijri = cal.to_hijri(end)
            if hijri is None:
                return None
            year, month, day = hijri
        else:
            year, month, day = end.year, end.month, end.day
        return year - ((atom.month, max(atom.day or 0, 0)) > (month, day))

    def _guess_year(self, atom: Atom) -> int | None:
        """Return the year of a month or day without one, from its modifier, tense or nearness."""
        today, month = self._today(atom.calendar), atom.month
        if today is None or month is None:
            return None
        year = today[0]
        day = atom.day if atom.day and atom.day > 0 else None
        here = (month, day) if day else (month,)
        now = today[1:] if day else (today[1],)
        shift = atom.shift
        if shift == 0:
            return year
        if shift is not None:
            if shift < 0:
                return year if here < now else year - 1
            return year if here > now else year + 1
        if here == now:
            return year
        distance = (month - today[1]) % 12  # months ahead
        tense = self._tense(atom.first)
        if tense > 0 and distance < _LONG_AHEAD:
            return year if here >= now else year + 1
        if tense < 0 and distance >= _NOT_SO_SOON:
            return year if here <= now else year - 1
        if distance == 0:
            return year
        ahead = distance < 6
        if month > today[1]:
            return year if ahead else year - 1
        return year + 1 if ahead else year


def _within_month(year: int, atom: Atom) -> cal.Stretch | None:
    """Return the month of an atom, or its day or days."""
    assert atom.month is not None
    whole = (
        cal.hijri_month(year, atom.month) if atom.calendar == HIJRI else cal.month(year, atom.month)
    )
    if atom.day is None or whole is None:
        return whole
    first = _day_of(year, atom, atom.day, whole)
    if atom.day_to is None or first is None:
        return first
    last = _day_of(year, atom, atom.day_to, whole)
    return cal.between(first, last) if last is not None else None


def _day_of(year: int, atom: Atom, day: int, whole: cal.Stretch) -> cal.Stretch | None:
    assert atom.month is not None
    if day < 0:
        return cal.of_day(whole.last) if whole.last else None
    if atom.calendar == HIJRI:
        value = cal.from_hijri(year, atom.month, day)
        return cal.of_day(value) if value else None
    return cal.day(year, atom.month, day)


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
