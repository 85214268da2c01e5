"""Which two time expressions belong together: a day and its time, two ends, one day in two calendars."""

from __future__ import annotations

from dataclasses import replace

from arnlp.lexicon import senses as S
from arnlp.mentions.date_atoms import COMMAS, DASHES, Atom
from arnlp.mentions.date_told import ToldReader
from arnlp.text.tokens import BREAK

OPEN = "open"  # a clock time beside a day, of either half of it
_PLURAL_DEIXIS = ("ين", "ان")
_LINKING = (*COMMAS, *DASHES, "(", ")", "/", ".")
_SPAN = frozenset(("day", "month", "year", "part", "week", "decade", "century", "weekend"))


class PairReader(ToldReader):
    """Tells of two expressions whether they are one."""

    # -- a day and its time ----------------------------------------------------------------

    def _with_times(self, atoms: list[Atom]) -> list[Atom]:
        """Join each day with the time of day beside it."""
        out: list[Atom] = []
        for index, atom in enumerate(atoms):
            previous = out[-1] if out else None
            following = atoms[index + 1] if index + 1 < len(atoms) else None
            if previous is not None and self._is_timed(previous, atom, following):
                day, time = (previous, atom) if atom.grain == "time" else (atom, previous)
                out[-1] = replace(
                    day, first=previous.first, last=atom.last, clock=in_part(time, day.part),
                    part=None if time.part or day.part else OPEN,
                )  # fmt: skip
            else:
                out.append(atom)
        return out

    def _is_timed(self, first: Atom, second: Atom, following: Atom | None) -> bool:
        """Tell whether of two atoms one is a day and the other its time."""
        grains = (first.grain, second.grain)
        if grains not in (("day", "time"), ("time", "day")) or first.between or second.between:
            return False
        if first.clock is not None and first.grain == "day":
            return False
        gap = range(first.last, second.first)
        if len(gap) > 3 or any(self.entries[k].kind == BREAK for k in gap):
            return False
        if not all(self._is_filler(k, grains[0] == "time") for k in gap):
            return False
        if grains[0] == "time":
            return not (
                self._word(first.first - 1, "to", "until") or self._norm(first.first - 1) in DASHES
            )
        return following is None or not self._joins(second, following)

    def _is_filler(self, k: int, time_first: bool) -> bool:
        """Tell whether a token may stand between a day and its time."""
        if self._norm(k) in COMMAS or self._link(k, "on", "at", "in"):
            return True
        if time_first:
            return self._link(k, "of") or self._period(k, "D")
        return self._norm(k) in (*DASHES, "(", "t") or self._word(k, "clock", "open", "from")

    # -- what joins two --------------------------------------------------------------------

    def _joins(self, first: Atom, second: Atom) -> bool:
        """Tell whether two atoms are the ends of a range."""
        for atom in (first, second):
            if atom.between or atom.told is not None or atom.grain in ("set", "same", "holiday"):
                return False
        if first.grain == "now" and not self._word(first.first - 1, "between"):
            return False
        if (first.grain == "time") != (second.grain == "time"):
            return False
        gap = [self.entries[k] for k in range(first.last, second.first)]
        if len(gap) > 2 or any(entry.kind == BREAK for entry in gap):
            return False
        between = self._word(first.first - 1, "between") or (
            self._link(first.first - 1, "the") and self._word(first.first - 2, "between")
        )
        plural = self.entries[first.first].senses.get(S.PERIOD)
        paired = plural is not None and plural.role == "2" and plural.value in ("M", "D", "Y")
        if not gap:
            shared = _are_next_days(first, second) and self._is_plural(second.last - 1)
            return (between or paired or shared) and self.entries[second.first].clitics == "و"
        j = first.last
        if self._norm(j) in COMMAS and len(gap) == 2 and self._word(j + 1, "to", "until"):
            return True
        if len(gap) == 2 and not self._is_day_word(j + 1):
            return False
        if self._word(j, "to", "until") or self._norm(j) in DASHES:
            if first.grain == second.grain or second.grain == "now":
                return True
            return {first.grain, second.grain} <= _SPAN and self._norm(j) != "-"
        return self._link(j, "and") and (between or paired or _are_next_days(first, second))

    def _is_plural(self, i: int) -> bool:
        """Tell whether a word that places periods places two: المقبلين."""
        return self._deixis(i) is not None and self.entries[i].norm.endswith(_PLURAL_DEIXIS)

    def _is_day_word(self, k: int) -> bool:
        return self._link(k, "the", "on") or self._period(k, "D", "M", "Y")

    def _corresponds(self, first: Atom, second: Atom) -> bool:
        """Tell whether two atoms are one date in two calendars."""
        if {first.calendar, second.calendar} != {"hijri", "gregorian"}:
            return False
        if first.grain != second.grain or first.grain not in ("day", "month", "year"):
            return False
        gap = range(first.last, second.first)
        if not 0 < len(gap) <= 4:
            return False
        told = [k for k in gap if self._word(k, "corresponding")]
        if not told and first.grain != "day" and self._norm(gap[0]) not in ("(", "/"):
            return False
        return all(
            self._word(k, "corresponding", "hijri", "gregorian")
            or self._norm(k) in _LINKING
            or self._link(k, "of", "on")
            or self._period(k, "D", "M", "Y")
            for k in gap
        )

    def _spells_out(self, first: Atom, second: Atom) -> bool:
        """Tell whether the date of a day told by its name follows: اليوم الثلاثاء الموافق 7 أكتوبر."""
        if second.grain != "day" or first.grain != "day" or second.anchored or second.between:
            return False
        if first.turn is not None:  # الأحد المقبل 20 أكتوبر
            day = self._resolve(second)
            if first.stretch is None or day is None or first.stretch.first != day.first:
                return False
        elif not any(self.masks[k] & S.RELATIVE_DAY for k in range(first.first, first.last)):
            return False
        gap = range(first.last, second.first)
        return len(gap) <= 1 and all(
            self._word(k, "corresponding") or self._norm(k) in ("(", *COMMAS) for k in gap
        )


def _are_next_days(first: Atom, second: Atom) -> bool:
    """Tell whether two bare weekdays follow each other: on Wednesday and Thursday."""
    if first.turn is None or second.turn is None:
        return False
    return first.turn % 7 + 1 == second.turn


def in_part(time: Atom, part: str | None) -> str | None:
    """Return a clock time in the part of its day: مساء الجمعة الساعة الثامنة is at 20:00."""
    clock = time.clock
    if clock is None or time.part is not None or part not in ("AF", "EV", "NI"):
        return clock
    hours = int(clock[1:3])
    return f"T{hours + 12:02d}{clock[3:]}" if 0 < hours < 12 else clock
