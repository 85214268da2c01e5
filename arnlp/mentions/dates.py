"""Dates, times, intervals, durations and sets, resolved against the day of the release.

Two steps: atoms (:mod:`~arnlp.mentions.date_atoms` and the readers built on it), then what joins
them: ranges, 'since' and 'until', a day and its time, one day in two calendars.
"""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.mentions.context import Context
from arnlp.mentions.date_atoms import DASHES, Atom
from arnlp.mentions.date_days import DayReader
from arnlp.mentions.date_digits import DigitReader
from arnlp.mentions.date_joins import DateMention, Joiner
from arnlp.mentions.date_periods import PeriodReader
from arnlp.mentions.date_spans import SpanReader
from arnlp.mentions.date_times import TimeReader
from arnlp.mentions.holidays import HolidayReader
from arnlp.mentions.number_base import NumberMention
from arnlp.mentions.quantity_base import QuantityMention
from arnlp.text.tokens import NUMERAL, TIME

__all__ = ["DATE_WARNINGS", "DateMention", "find_dates"]

# What the date engine warns of.
DATE_WARNINGS = frozenset(("calendars_disagree", "hijri_out_of_range", "weekday_disagrees"))

_TRIGGERS = (
    S.MONTH | S.HIJRI_MONTH | S.WEEKDAY | S.PERIOD | S.RELATIVE_DAY | S.SET | S.DATE_WORD | S.NUMERIC
    | S.SAME | S.DECADE | S.CLOCK_WORD | S.DAYPART | S.PART_OF_DAY | S.DATE_OPENER | S.HOLIDAY
    | S.SEASON | S.BARE_WEEKDAY
)  # fmt: skip
_YEAR_DIGITS = 4
# What stands behind digits that are part of a date, a decade or a quarter.
_BESIDE_DIGITS = frozenset((*DASHES, "/", "s", "'s", "\u2019s", "q", "h"))
_EDGE_CLITICS = frozenset(("", "ب", "و", "ل", "وب", "ول"))
_EDGES = ("start", "middle", "late", "end")
_TIMEX_OF_UNIT = {"s": "S", "min": "M", "h": "H", "d": "D", "wk": "W", "mo": "M", "a": "Y"}


def find_dates(
    context: Context, numbers: list[NumberMention], quantities: list[QuantityMention]
) -> list[DateMention]:
    """Return the time expressions of a text in their order.

    A duration of the quantities ("لمدة ثلاث سنوات") is a date of kind duration too.
    """
    return _Finder(context, numbers).find() + [
        _duration(quantity) for quantity in quantities if quantity.kind == "duration"
    ]


def _duration(quantity: QuantityMention) -> DateMention:
    timex = _period(quantity.value, quantity.unit)
    if quantity.value_max is not None:
        timex = f"{timex}/{_period(quantity.value_max, quantity.unit)}"
    return DateMention(
        quantity.first, quantity.last, quantity.start, quantity.end, "duration", timex=timex
    )


def _period(value: object, unit: str | None) -> str:
    """Return an ISO 8601 duration.

    >>> _period(24, "h"), _period(3, "a")
    ('PT24H', 'P3Y')
    """
    letter = _TIMEX_OF_UNIT[unit or "d"]
    return f"P{'T' if unit in ('s', 'min', 'h') else ''}{value}{letter}"


class _Finder(HolidayReader, DayReader, DigitReader, SpanReader, PeriodReader, TimeReader, Joiner):
    """Walks over the words that can start a time expression, and joins what it reads."""

    def find(self) -> list[DateMention]:
        atoms: list[Atom] = []
        done = 0
        for i in self.tagged.with_mask(_TRIGGERS):
            if i < done:
                continue
            atom = self._atom(i, done)
            if atom is not None and atom.grain == "thereof":
                atom = self._of_month_before(atom, atoms)
            if atom is not None and atom.last > done:
                self._edge(atom, done)
                atoms.append(atom)
                done = atom.last
        self._join(atoms)
        return self.out

    def _atom(self, i: int, done: int) -> Atom | None:
        mask = self.masks[i]
        if mask & S.HOLIDAY and (found := self._holiday(i)) is not None:
            return found
        if mask & S.SEASON and (found := self._season_of_hijra(i, done)) is not None:
            return found
        if mask & (S.MONTH | S.HIJRI_MONTH):
            return self._month(i, done)
        if mask & S.SAME:
            return self._same(i)
        if mask & S.SET:
            return self._set(i)
        if mask & S.RELATIVE_DAY:
            return self._per(i) or self._relative_day(i, done)
        if mask & (S.WEEKDAY | S.BARE_WEEKDAY):
            found = self._weekday(i, done)
            if found is not None or mask & S.WEEKDAY:
                return found
        return self._small(i, done)

    def _small(self, i: int, done: int) -> Atom | None:
        """Read what starts from a word of the clock, a period or digits."""
        mask = self.masks[i]
        found: Atom | None = None
        if mask & S.CLOCK_WORD:
            return self._named_hour(i)
        if mask & S.DATE_WORD and self._word(i, "clock"):
            return self._clock(i, done)
        if mask & S.DECADE and (found := self._named_decade(i)) is not None:
            return found
        if mask & S.DATE_OPENER:
            role = self.entries[i].senses[S.DATE_OPENER].role
            if role == "thereof":
                return self._thereof(i, done)
            if role in ("every", "now"):
                return self._every(i) if role == "every" else self._now(i)
            return self._rest(i, sooner=role == "sooner")
        if mask & S.PERIOD:
            found = self._span(i, done) or self._period_word(i, done) or self._per(i)
        if found is None and mask & S.DAYPART:
            found = self._day_mark(i, done)
        if found is None and mask & S.PART_OF_DAY:
            found = self._this_part(i, done)
        if found is None and mask & S.NUMERIC and self._may_be_date(i):
            if self.entries[i].kind == TIME:
                return self._time(i, done)
            if self._is_hour_mark(i + 1) and self.entries[i].kind == NUMERAL:
                return None  # the mark behind it starts the time
            found = self._short_part(i, done) or self._numeric(i, done) or self._day_alone(i, done)
        return found

    def _of_month_before(self, atom: Atom, atoms: list[Atom]) -> Atom | None:
        """Give a day the month spoken of just before it: من 20 يناير إلى 30 منه."""
        before = next((a for a in reversed(atoms[-3:]) if a.month is not None), None)
        if before is None:
            return None
        if self.tagged.sentence_of[atom.first] - self.tagged.sentence_of[before.first] > 1:
            return None
        atom.grain, atom.month, atom.year = "day", before.month, before.year
        atom.shift, atom.calendar = before.shift, before.calendar
        return atom

    def _may_be_date(self, i: int) -> bool:
        """Tell whether digits have the length or the company of a date; most have not."""
        entry = self.entries[i]
        if entry.kind != NUMERAL or len(entry.norm) == _YEAR_DIGITS or "/" in entry.norm:
            return True
        return (
            self._norm(i + 1) in _BESIDE_DIGITS
            or self._norm(i - 1) in ("q", "h")
            or self._link(i - 1, "the")
            or (i > 0 and bool(self.masks[i - 1] & (S.PERIOD | S.WEEKDAY)))
        )

    def _is_hour_mark(self, i: int) -> bool:
        """Tell whether a mark of the hour stands at a token, and not that of a year: 8 م, 2024 م."""
        if self._year_at(i - 1) is not None:
            return False
        return bool(self._mask(i) & S.DAYPART) or self._word(i, "clock")

    def _edge(self, atom: Atom, done: int) -> None:
        """Take the word that names an edge before an atom: نهاية, مطلع, mid, early."""
        i = atom.first - 1
        if (self._norm(i) in DASHES and self._adjacent(atom.first)) or self._link(
            i, "the"
        ):  # mid-August
            i -= 1
        if i < done or atom.grain in ("time", "set", "same", "holiday") or atom.between:
            return
        if not self._word(i, *_EDGES) or self.entries[i].clitics not in _EDGE_CLITICS:
            return
        sense = self.entries[i].senses[S.DATE_WORD]
        if atom.grain == "day" and sense.role != "end":
            return
        atom.edge, atom.first = sense.role, i
        if self._link(i - 1, "the") and i - 1 >= done:
            atom.first = i - 1
