"""What joins time expressions: ranges, open ends, a day and its time, one day in two calendars."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from arnlp.lexicon import senses as S
from arnlp.mentions import calendar as cal
from arnlp.mentions.context import Context
from arnlp.mentions.date_atoms import COMMAS, HIJRI, Atom
from arnlp.mentions.date_pairs import OPEN, PairReader, in_part
from arnlp.mentions.number_base import NumberMention

_TO_MINUTES = 6  # characters of T10:30
_MODS = {"start": "START", "middle": "MID", "late": "END", "end": "END"}
# TIMEX3 of what is not resolved, by how long it is.
_UNKNOWN = {
    "day": "XXXX-XX-XX", "month": "XXXX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE",
    "year": "XXXX", "part": "XXXX", "decade": "XXX", "century": "XX",
    "holiday": "XXXX-XX-XX",
}  # fmt: skip


@dataclass(slots=True)
class DateMention:
    """A time expression over a range of tokens; ``stretch`` is None where it is unresolved.

    ``occasion`` marks a holiday, ``is_release_day`` a date that the text itself calls today.
    """

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
    mod: str | None = None
    occasion: bool = False
    is_release_day: bool = False


class Joiner(PairReader):
    """Joins atoms and gives them out as mentions."""

    def __init__(self, context: Context, numbers: list[NumberMention]) -> None:
        super().__init__(context, numbers)
        self.out: list[DateMention] = []

    def _join(self, atoms: list[Atom]) -> None:
        atoms = self._with_times(atoms)
        index = 0
        while index < len(atoms):
            first = atoms[index]
            second = atoms[index + 1] if index + 1 < len(atoms) else None
            if first.grain == "offset":
                if second is not None and self._from_date(first, second):
                    self._emit(second, "interval" if second.between else "date")
                    index += 2
                else:
                    index += 1
            elif second is not None and self._corresponds(first, second):
                self._emit_dual(first, second)
                index += 2
            elif second is not None and self._spells_out(first, second):
                self._emit_spelt(first, second)
                index += 2
            elif (
                second is not None
                and self._joins(first, second)
                and self._emit_range(first, second)
            ):
                index += 2
            elif first.grain == "now":
                index += 1
            else:
                self._emit_single(first)
                index += 1

    def _from_date(self, offset: Atom, day: Atom) -> bool:
        """Move a day by the span that is counted from it: 3 days after January 12th."""
        if offset.last != day.first or day.grain != "day" or day.between:
            return False
        stretch = self._resolve(day)
        if stretch is None or stretch.first is None:
            return False
        shift = offset.told or 0
        if offset.edge == "ended":
            return self._ended(offset, day, stretch.first)
        days = {"D": 1, "W": 7}.get(offset.unit)
        if days is not None:
            moved = cal.of_day(stretch.first + timedelta(shift * days))
        elif offset.unit in ("M", "Y"):
            months = shift * (12 if offset.unit == "Y" else 1)
            found = cal.day(*cal.shift_months(stretch.first, months), stretch.first.day)
            if found is None:
                return False
            moved = found
        else:
            return False
        _move(day, offset.first, moved)
        return True

    def _ended(self, span: Atom, day: Atom, last: date) -> bool:
        """Read so many periods that end on a day: the nine months ended 30 September 2024."""
        number = span.told or 1
        after = last + timedelta(1)
        first: date | None = after - timedelta(number * {"D": 1, "W": 7}.get(span.unit, 0))
        months = {"M": 1, "Q": 3, "H": 6, "Y": 12, "FY": 12}.get(span.unit)
        if months is not None:
            found = cal.day(*cal.shift_months(after, -number * months), after.day)
            first = found.first if found else None
        if first is None or first >= after:
            return False
        _move(day, span.first, cal.days(first, last))
        day.between = True
        return True

    def _emit_spelt(self, first: Atom, second: Atom) -> None:
        last = second.last
        if self._norm(first.last) == "(" and self._norm(last) == ")":
            last += 1
        weekday = second.weekday if second.weekday is not None else first.weekday
        if second.clock is not None and second.part == OPEN:
            second = replace(second, clock=in_part(replace(second, part=None), first.part))
        merged = replace(
            second, first=first.first, last=last, stretch=self._resolve(second), weekday=weekday,
            clock=second.clock or first.clock,
        )  # fmt: skip
        self._emit(merged, "date")
        for k in range(first.first, first.last):
            sense = self.entries[k].senses.get(S.RELATIVE_DAY)
            if sense is not None and sense.value == 0:
                self.out[-1].is_release_day = True

    def _emit_dual(self, first: Atom, second: Atom) -> None:
        hijri, gregorian = (first, second) if first.calendar == HIJRI else (second, first)
        resolved = self._resolve(gregorian)
        stretch = self._resolve(hijri)
        a = stretch.first if stretch else None
        b = resolved.first if resolved else None
        last = second.last
        if self._norm(last) == ")" and any(
            self._norm(k) == "(" for k in range(first.last, second.first)
        ):
            last += 1
        if gregorian.grain == "day" and a is not None and b is not None and a != b:
            self.context.warn(
                "calendars_disagree",
                f"the Hijri date is {a.isoformat()}, the Gregorian one {b.isoformat()};"
                " the Gregorian one is kept",
                self.tagged.starts[first.first],
                self.tagged.ends[last - 1],
            )
        weekday = gregorian.weekday if gregorian.weekday is not None else hijri.weekday
        merged = replace(
            gregorian, first=first.first, last=last, stretch=resolved or stretch, weekday=weekday,
            clock=first.clock or second.clock,
        )  # fmt: skip
        self._emit(merged, "date")

    # -- ranges ----------------------------------------------------------------------------

    def _emit_range(self, first: Atom, second: Atom) -> bool:
        """Give out the range from one atom to another; False where it would run backwards."""
        if first.grain == "time":
            self._emit_hours(first, second)
            return True
        if self._is_plural(second.last - 1) and first.shift is None:
            first.shift = second.shift
            self._turn_again(first)
        week = self._week_before(first)
        if week is not None:
            first, second = self._in_week(first, week), self._in_week(second, week)
            first.first = week.first
        high = self._full(second)
        if second.year is None and second.shift is None and first.year is not None and second.month:
            year = first.year + (second.month < (first.month or 0))
            high = self._full(replace(second, year=year, stretch=None))
        low = self._full(first, high)
        if low is not None and high is not None:
            low, high = self._turns(first, second, low, high)
        if low is None or high is None:
            if not (first.month and second.month) or first.year or second.year:
                return False
            atom = Atom(
                first.first, second.last, "interval", timex=f"{_unknown(first)}/{_unknown(second)}"
            )
            self._emit(atom, "interval")
            return True
        if low.first and high.last and low.first > high.last:
            return False
        if week is not None:  # it was given out alone
            self.out.pop()
            self._seen.pop()
        merged = Atom(first.first, second.last, "interval", cal.between(low, high))
        merged.anchored = _is_anchored(first) or _is_anchored(second)
        merged.calendar = first.calendar if first.calendar == second.calendar else "gregorian"
        self._emit(merged, "interval")
        return True

    def _emit_hours(self, first: Atom, second: Atom) -> None:
        """Give out the hours from one time to another; a zone behind the second is that of both."""
        start, end = first.timex or "", second.timex or ""
        shares = len(start) == _TO_MINUTES and end[_TO_MINUTES : _TO_MINUTES + 1] != ":"
        zone = end[_TO_MINUTES:] if shares else ""
        self._emit(Atom(first.first, second.last, "time", timex=f"{start}{zone}/{end}"), "interval")

    def _turns(
        self, first: Atom, second: Atom, low: cal.Stretch, high: cal.Stretch
    ) -> tuple[cal.Stretch, cal.Stretch]:
        """Place a bare weekday by the other end of its range: من الأحد إلى الخميس المقبل."""
        if low.first is None or high.last is None:
            return low, high
        backwards = low.first > high.last
        past = (second.shift or 0) < 0
        start, end = low.first, high.last
        if first.turn is not None and (first.shift is None or (backwards and past)):
            low = cal.of_day(end - timedelta((end.isoweekday() - first.turn) % 7))
        elif second.turn is not None and (second.shift is None or backwards):
            high = cal.of_day(cal.weekday_from(start, second.turn))
        return low, high

    def _week_before(self, first: Atom) -> Atom | None:
        """Return the week just given out that the weekdays behind it lie in: next week, from Monday to."""
        seen = self._seen[-1] if self._seen else None
        if seen is None or seen.grain != "week" or first.turn is None or first.shift is not None:
            return None
        gap = range(seen.last, first.first)
        if len(gap) > 2 or not all(
            self._word(k, "between", "from") or self._link(k, "of") or self._norm(k) in COMMAS
            for k in gap
        ):
            return None
        return seen if seen.stretch is not None else None

    def _in_week(self, atom: Atom, week: Atom) -> Atom:
        if atom.turn is None or week.stretch is None or week.stretch.first is None:
            return atom
        day = cal.weekday_from(week.stretch.first, atom.turn)
        return replace(atom, stretch=cal.of_day(day), turn=None)

    def _turn_again(self, atom: Atom) -> None:
        """Resolve a bare weekday anew by the word that it shares with another: المقبلين."""
        if atom.turn is None or self.anchor is None or not atom.shift:
            return
        atom.stretch = cal.of_day(cal.told_weekday(self.anchor, atom.turn, atom.shift))

    def _full(self, atom: Atom, end: cal.Stretch | None = None) -> cal.Stretch | None:
        """Resolve an atom and take the edge that is meant of it: the end of a year is its last month.

        A start, a middle or a late part keeps the whole period: how much of it is meant is not said.
        """
        stretch = self._resolve(atom, end)
        if stretch is None or atom.edge != "end" or stretch.last is None:
            return stretch
        last = stretch.last
        if atom.grain in ("year", "part"):
            return cal.month(last.year, last.month)
        if atom.grain == "week":
            return cal.weekend(last, cal.week_of(self.context.country))
        if atom.grain == "month":
            return cal.of_day(last)
        return stretch

    # -- single atoms ----------------------------------------------------------------------

    def _emit_single(self, atom: Atom) -> None:
        if atom.grain == "set":
            self._emit(atom, "set")
            return
        if atom.grain == "time":
            self._emit(atom, "interval" if atom.between else "time")
            return
        if atom.grain == "same" or atom.told is not None:
            if not self._tell(atom):
                return
            self._emit(atom, "interval" if "/" in atom.stretch.edtf else "date")  # type: ignore[union-attr]
            return
        if atom.year_told is not None:
            before_it = self._antecedent(replace(atom, unit="Y"))
            if before_it is not None and before_it.stretch is not None:
                day = before_it.stretch.last or before_it.stretch.first
                atom.year = day.year + atom.year_told if day else None
        if atom.unit == "ago" and atom.grain == "year" and self._repeats_year(atom):
            atom.stretch = cal.year(atom.stretch.first.year - 1)  # type: ignore[union-attr]
        atom.stretch = self._full(atom)
        if atom.stretch is None and atom.month is not None and atom.timex is None:
            atom.timex = _unknown(atom)
        kind = "interval" if atom.between else "date"
        before = self._sense(atom.first - 1, S.DATE_WORD)
        if before is not None and atom.grain not in ("holiday", "interval"):
            if before.role == "open" or (before.role == "asof" and self._is_ahead(atom)):
                atom.first -= 1
                atom.stretch = cal.since(atom.stretch) if atom.stretch else None
                kind = "interval"
            elif before.role == "until" and not self._ends_range(atom):
                atom.first -= 1
                atom.stretch = cal.until(atom.stretch) if atom.stretch else None
                kind = "interval"
        self._emit(atom, kind)

    def _is_ahead(self, atom: Atom) -> bool:
        """Tell whether an atom lies behind the release: as of 1 January next year fees rise."""
        first = atom.stretch.first if atom.stretch else None
        return first is not None and self.anchor is not None and first > self.anchor

    def _ends_range(self, atom: Atom) -> bool:
        """Tell whether 'until' joins what stands before it: a time, a number, a weekday."""
        i = atom.first - 2
        return bool(self._mask(i) & (S.NUMERIC | S.WEEKDAY | S.DAYPART)) and self._norm(i) != ")"

    # -- output ----------------------------------------------------------------------------

    def _emit(self, atom: Atom, kind: str) -> None:
        tagged = self.tagged
        if kind != "set" and atom.grain not in ("time", "holiday"):
            self._seen.append(atom)
        stretch = atom.stretch
        timex = stretch.timex if stretch else atom.timex
        edtf = stretch.edtf if stretch else None
        if timex is None and kind == "date":
            timex = _UNKNOWN.get(atom.grain)
        if atom.clock is not None and atom.grain == "day" and kind == "date":
            kind = "time"
            timex = f"{timex}{atom.clock}" if timex else atom.clock
            edtf = f"{edtf}{_with_seconds(atom.clock)}" if edtf else None
        elif atom.part is not None and kind == "date" and timex:
            timex = f"{timex}T{atom.part}"
        if atom.weekday is not None and stretch is not None and stretch.first is not None:
            self._check_weekday(atom, stretch.first)
        self.out.append(
            DateMention(
                atom.first, atom.last, tagged.start_of(atom.first), tagged.ends[atom.last - 1], kind,
                stretch, timex, edtf, atom.calendar, _is_anchored(atom) and stretch is not None,
                self._mod(atom, kind), atom.grain == "holiday",
            )
        )  # fmt: skip

    def _mod(self, atom: Atom, kind: str) -> str | None:
        """Return how TIMEX3 says that a date is not meant as it stands: START, BEFORE, APPROX."""
        if kind not in ("date", "time") or atom.grain == "set":
            return None
        if atom.edge is not None and atom.edge != "end":
            return _MODS[atom.edge]
        i = atom.first - 1
        if self._link(i, "the"):
            i -= 1
        if self._link(i, "before") or (self._link(i, "ago") and not self._latin(i)):
            return "BEFORE"
        if self._link(i, "after"):
            return "AFTER"
        if self._link(i, "by"):
            return "ON_OR_BEFORE"
        bound = self._sense(i, S.BOUND)
        return "APPROX" if bound is not None and bound.value == "about" else None

    def _check_weekday(self, atom: Atom, day: date) -> None:
        if day.isoweekday() == atom.weekday:
            return
        self.context.warn(
            "weekday_disagrees",
            f"{day.isoformat()} is not the day of the week that stands beside it",
            self.tagged.start_of(atom.first),
            self.tagged.ends[atom.last - 1],
        )


def _move(day: Atom, first: int, stretch: cal.Stretch) -> None:
    """Let a day stand for what is counted from it, from the first token of the count on."""
    day.first, day.stretch, day.weekday = first, stretch, None
    day.anchored = day.anchored or day.year is None
    day.month = None


def _with_seconds(clock: str) -> str:
    """Give a clock time seconds, which ISO 8601-2 wants beside a date.

    >>> _with_seconds("T10:30+03:00"), _with_seconds("T10:30:05")
    ('T10:30:00+03:00', 'T10:30:05')
    """
    return clock if clock[6:7] == ":" else f"{clock[:6]}:00{clock[6:]}"


def _is_anchored(atom: Atom) -> bool:
    return atom.anchored or atom.shift is not None or (atom.month is not None and atom.year is None)


def _unknown(atom: Atom) -> str:
    """Return the TIMEX3 name of a month or day whose year is not known."""
    name = f"XXXX-{atom.month:02d}"
    if atom.calendar == HIJRI:
        return "XXXX-XX-XX" if atom.day else "XXXX-XX"
    if not atom.day or atom.day < 0:
        return name
    first = f"{name}-{atom.day:02d}"
    return f"{first}/{name}-{atom.day_to:02d}" if (atom.day_to or 0) > 0 else first
