"""Dates, times, intervals, durations and sets, resolved against the day of the release.

Two steps: atoms (:mod:`~arnlp.mentions.date_atoms`), then what joins them: ranges, 'since', 'end
of', one day in two calendars.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from arnlp.lexicon import senses as S
from arnlp.mentions import calendar as cal
from arnlp.mentions.context import Context
from arnlp.mentions.date_atoms import Atom
from arnlp.mentions.date_days import DayReader
from arnlp.mentions.date_periods import PeriodReader
from arnlp.mentions.number_base import NumberMention
from arnlp.mentions.quantity_base import QuantityMention
from arnlp.text.tokens import BREAK

_TRIGGERS = (
    S.MONTH | S.HIJRI_MONTH | S.WEEKDAY | S.PERIOD | S.RELATIVE_DAY | S.SET | S.DATE_WORD | S.NUMERIC
)  # fmt: skip
_PLURAL_DEIXIS = ("ين", "ان")
_TIMEX_OF_UNIT = {"s": "S", "min": "M", "h": "H", "d": "D", "wk": "W", "mo": "M", "a": "Y"}


@dataclass(slots=True)
class DateMention:
    """A time expression over a range of tokens; ``stretch`` is None where it is unresolved."""

    first: int
    last: int  # half-open
    start: int
    end: int
    kind: str
    stretch: cal.Stretch | None = None
    timex: str | None = None
    edtf: str | None = None
    calendar: str = "gregorian"
    anchored: bool = False


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


class _Finder(DayReader, PeriodReader):
    def __init__(self, context: Context, numbers: list[NumberMention]) -> None:
        super().__init__(context, numbers)
        self.out: list[DateMention] = []

    # -- the walk --------------------------------------------------------------------------

    def find(self) -> list[DateMention]:
        atoms: list[Atom] = []
        done = 0
        for i in self.tagged.with_mask(_TRIGGERS):
            if i < done:
                continue
            atom = self._atom(i, done)
            if atom is not None and atom.last > done:
                atoms.append(atom)
                done = atom.last
        self._join(atoms)
        return self.out

    def _atom(self, i: int, done: int) -> Atom | None:
        entry = self.entries[i]
        mask = entry.mask
        if mask & S.MONTH:
            return self._month(i, done)
        if mask & S.SET:
            return self._set(i)
        if mask & S.RELATIVE_DAY:
            return self._relative_day(i, done)
        if mask & S.HIJRI_MONTH:
            found = self._hijri(i, done)
            if found is not None:
                return found
        if mask & S.WEEKDAY:
            return self._weekday(i, done)
        if mask & S.DATE_WORD and self._word(i, "same"):
            return self._same(i)
        if mask & S.DATE_WORD and self._word(i, "clock"):
            return self._clock(i)
        if mask & S.PERIOD:
            return self._period_word(i, done)
        if mask & S.NUMERIC:
            return self._short_quarter(i) or self._numeric(i, done)
        return None

    # -- joining ---------------------------------------------------------------------------

    def _join(self, atoms: list[Atom]) -> None:
        index = 0
        while index < len(atoms):
            first = atoms[index]
            second = atoms[index + 1] if index + 1 < len(atoms) else None
            if second is not None and self._joins(first, second):
                self._emit_range(first, second)
                index += 2
            elif second is not None and self._corresponds(first, second):
                self._emit_dual(first, second)
                index += 2
            elif second is not None and self._spells_out(first, second):
                self._emit(
                    replace(second, first=first.first, stretch=self._resolve(second, None)), "date"
                )
                index += 2
            else:
                self._emit_single(first)
                index += 1

    def _joins(self, first: Atom, second: Atom) -> bool:
        if first.grain in ("set",) or second.grain == "set" or first.between or second.between:
            return False
        if (first.grain == "time") != (second.grain == "time"):
            return False
        gap = [self.entries[k] for k in range(first.last, second.first)]
        if len(gap) > 2 or any(entry.kind == BREAK for entry in gap):
            return False
        words = [entry.norm for entry in gap]
        before = self._sense(first.first - 1, S.DATE_WORD)
        between = before is not None and before.role == "between"
        plural = self.entries[first.first].senses.get(S.PERIOD)
        paired = plural is not None and plural.role == "2" and plural.value in ("M", "D", "Y")
        if not words:
            return (between or paired) and self.entries[second.first].clitics == "و"
        role = gap[0].senses.get(S.DATE_WORD)
        if (role is not None and role.role in ("to", "until")) or words[0] in (
            "-",
            "\u2013",
            "\u2014",
        ):
            return (len(words) == 1 and first.grain == second.grain) or (
                len(words) == 1
                and {first.grain, second.grain} <= {"day", "month", "year"}
                and words[0] not in ("-",)
            )
        return words in (["و"], ["and"]) and (between or paired)

    def _corresponds(self, first: Atom, second: Atom) -> bool:
        if {first.calendar, second.calendar} != {"hijri", "gregorian"}:
            return False
        if first.grain != "day" or second.grain != "day":
            return False
        gap = range(first.last, second.first)
        if not gap:
            return False
        words = [
            self._norm(k) for k in gap if self._norm(k) not in ("،", ",", ".", "ل", "لـ", "هـ")
        ]
        return (
            all(
                self._word(k, "corresponding")
                or self._norm(k) in ("(", "-", "/", "،", ",", "ل", "\u2013", ".")
                for k in gap
            )
            and len(words) <= 2
        )

    def _spells_out(self, first: Atom, second: Atom) -> bool:
        """Tell whether the date of a day told by its name follows: اليوم الثلاثاء الموافق 7 أكتوبر."""
        if not (self._mask(first.first) & S.RELATIVE_DAY and second.grain == "day"):
            return False
        if self._mask(second.first) & S.RELATIVE_DAY or second.between:
            return False
        gap = range(first.last, second.first)
        return len(gap) <= 1 and all(
            self._word(k, "corresponding") or self._norm(k) in ("(", "،", ",") for k in gap
        )

    def _emit_dual(self, first: Atom, second: Atom) -> None:
        hijri, gregorian = (first, second) if first.calendar == "hijri" else (second, first)
        resolved = self._resolve(gregorian, None)
        a = hijri.stretch.first if hijri.stretch else None
        b = resolved.first if resolved else None
        last = second.last
        if self._norm(last) == ")" and any(
            self._norm(k) == "(" for k in range(first.last, second.first)
        ):
            last += 1
        if a is not None and b is not None and a != b:
            self.context.warn(
                "calendars_disagree",
                f"the Hijri date is {a.isoformat()}, the Gregorian one {b.isoformat()}; the Gregorian one is kept",
                self.tagged.starts[first.first],
                self.tagged.ends[last - 1],
            )
        merged = replace(gregorian, first=first.first, last=last, stretch=resolved or hijri.stretch)
        self._emit(merged, "date")

    def _emit_range(self, first: Atom, second: Atom) -> None:
        if first.grain == "time":
            atom = Atom(first.first, second.last, "time", timex=f"{first.timex}/{second.timex}")
            self._emit(atom, "interval")
            return
        if self.entries[second.last - 1].norm.endswith(_PLURAL_DEIXIS) and first.shift is None:
            first.shift = second.shift
        high = self._resolve(second, None)
        low = self._resolve(first, high)
        if low is None or high is None or (low.first and high.last and low.first > high.last):
            self._emit_single(first)
            self._emit_single(second)
            return
        merged = Atom(first.first, second.last, "interval", cal.between(low, high))
        merged.anchored = first.anchored or second.anchored
        self._emit(merged, "interval")

    def _emit_single(self, atom: Atom) -> None:
        if atom.grain == "set":
            self._emit(atom, "set")
            return
        if atom.grain == "time":
            self._emit(atom, "time")
            return
        if atom.grain == "same":
            atom.stretch = self._repeat(atom)
            if atom.stretch is None:
                return
            atom.grain = "part"
            kind = "interval" if "/" in atom.stretch.edtf else "date"
            self._emit(atom, kind)
            return
        if atom.stretch is None and atom.timex is None:
            atom.stretch = self._resolve(atom, None)
            if atom.stretch is None and atom.month is not None:
                atom.timex = f"XXXX-{atom.month:02d}" + (
                    f"-{atom.day:02d}" if atom.day and atom.day > 0 and not atom.day_to else ""
                )
        kind = "interval" if atom.between else "date"
        self._edge(atom)
        if self._opened(atom):
            atom.first -= 1
            if atom.stretch is not None:
                atom.stretch = cal.since(atom.stretch)
            kind = "interval"
        self._emit(atom, kind)

    def _opened(self, atom: Atom) -> bool:
        """Tell whether 'since' stands before, and not a first end of a range."""
        sense = self._sense(atom.first - 1, S.DATE_WORD)
        if sense is None or sense.role != "open" or atom.between:
            return False
        return self._norm(atom.first - 1) != "from"

    def _edge(self, atom: Atom) -> None:
        """Take the edge that نهاية, مطلع and their like name: the end of a year is its last month.

        A start or a middle keeps the whole period: how much of it is meant is not said.
        """
        i = atom.first - 1
        if self._norm(i) in ("the",):
            i -= 1
        sense = self._sense(i, S.DATE_WORD)
        if sense is None or sense.role not in ("start", "middle", "end"):
            return
        if self.entries[i].clitics not in ("", "ب", "و", "ل", "وب", "ول"):
            return
        atom.first = i
        if sense.role != "end" or atom.stretch is None or atom.stretch.last is None:
            return
        last = atom.stretch.last
        if atom.grain in ("year", "part"):
            atom.stretch = cal.month(last.year, last.month)
        elif atom.grain in ("month", "week"):
            atom.stretch = cal.of_day(last)

    def _emit(self, atom: Atom, kind: str) -> None:
        tagged = self.tagged
        self._seen.append(atom)
        anchored = (
            atom.anchored
            or atom.shift is not None
            or (atom.month is not None and atom.year is None)
        )
        self.out.append(
            DateMention(
                atom.first,
                atom.last,
                tagged.start_of(atom.first),
                tagged.ends[atom.last - 1],
                kind,
                atom.stretch,
                atom.stretch.timex if atom.stretch else atom.timex,
                atom.stretch.edtf if atom.stretch else None,
                atom.calendar,
                anchored and atom.stretch is not None,
            )
        )
