"""Times of day: the hour, its part of the day, and the clock that it is read from."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

import tzdata

from arnlp.lang import table
from arnlp.lexicon import senses as S
from arnlp.mentions.date_atoms import COMMAS, DASHES, PARTS_OF_HOUR, Atom, DateReader
from arnlp.text.tokens import DATE, NUMERAL, TIME

_UTC = "Etc/UTC"
_FARTHEST = 14  # hours that a clock may be from UTC
_DAY, _HOUR = 24, 60  # hours and minutes of them
_HOUR_REACH = 4  # tokens from an hour to the mark behind it: العاشرة وعشر دقائق صباحا
_NIGHTFALL = 6  # hours 'at night' from here on are those before midnight


@cache
def _zones() -> dict[str, str]:
    """Return the IANA zone of each country that has one clock or a capital's."""
    return {row["country"]: row["zone"] for row in table("common", "time_zones")}


@cache
def _zone(name: str) -> ZoneInfo:
    """Return a zone out of the packaged database, so that no machine has one of its own."""
    path = files(tzdata) / "zoneinfo" / name
    with path.open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def offset_of(zone: str, moment: datetime) -> str:
    """Return the offset of a zone from UTC at a moment, as ISO 8601 writes it.

    >>> offset_of("Asia/Dubai", datetime(2024, 7, 1)), offset_of("Africa/Cairo", datetime(2024, 7, 1))
    ('+04:00', '+03:00')
    """
    if zone == _UTC:
        return "Z"
    seconds = int(_zone(zone).utcoffset(moment).total_seconds())  # type: ignore[union-attr]
    sign = "-" if seconds < 0 else "+"
    return f"{sign}{abs(seconds) // 3600:02d}:{abs(seconds) % 3600 // 60:02d}"


class TimeReader(DateReader):
    """Reads الساعة العاشرة والنصف صباحا, 8:00 مساء بتوقيت الإمارات, 10 am, noon."""

    def _clock(self, i: int, done: int) -> Atom | None:
        """Read a time behind الساعة or before o'clock."""
        if self._latin(i):
            number = self.number_before.get(i)
            if number is None or number.first < done or not self._is_hour(number.value):
                return None
            return self._finish(number.first, i + 1, int(number.value), 0, None, sure=False)
        return self._hour_at(i, i + 1, led=True)

    def _time(self, i: int, done: int) -> Atom | None:
        """Read 8:30, 14:00 GMT, 8:00:31 صباحا."""
        parts = [int(part) for part in self.entries[i].norm.split(":")]
        hours, minutes = parts[0], parts[1]
        if hours > 24 or minutes > 59:
            return None
        atom = self._finish(i, i + 1, hours, minutes, parts[2] if len(parts) > 2 else None)
        if atom is None:
            return None
        sure = atom.last > i + 1
        led = self._word(i - 1, "clock") or bool(self._mask(i - 1) & (S.STOP | S.DATE_WORD))
        near = self._norm(i - 1) in (*DASHES, *COMMAS, "t") or self._norm(i + 1) in DASHES
        near = near or (i > 0 and self.entries[i - 1].kind == DATE)
        if not (sure or led or near):
            return None
        if self._word(i - 1, "clock") and i - 1 >= done:
            atom.first = i - 1
        return atom

    def _day_mark(self, i: int, done: int) -> Atom | None:
        """Read the hour before a mark such as صباحا or pm: العاشرة صباحا, 8 مساء, 10.30 am."""
        if self._norm(i - 1) == ")" and self._norm(i - 3) == "(" and i - 3 >= done:
            if self.entries[i - 2].kind == TIME:  # (2:00) ظهرا
                hours, minutes = (int(part) for part in self.entries[i - 2].norm.split(":")[:2])
                if hours <= _DAY and minutes < _HOUR:
                    return self._finish(i - 3, i, hours, minutes, None)
        for first in range(i - 1, max(done, i - _HOUR_REACH) - 1, -1):
            if (
                first in self.number_at
                or self.entries[first].kind == NUMERAL
                or self._is_one_o_clock(first)
            ):
                atom = self._hour_at(first, first, led=False)
                if atom is not None and atom.last > i:
                    return self._low_hour(atom, done)
        return None

    def _low_hour(self, atom: Atom | None, done: int) -> Atom | None:
        """Let a time take the first hour of its range: من 9 إلى 11 صباحا, from 10 to 2 pm, 1-3 مساء."""
        if atom is None or atom.clock is None:
            return atom
        i = atom.first - 1
        dashed = self._norm(i) in DASHES
        if not (dashed or self._word(i, "to", "until") or self._link(i, "and")):
            return atom
        low = self._integer_at(i - 1, 24)
        first = i - 1
        if low is None and (number := self.number_before.get(i)) is not None:
            if number.kind == "ordinal" and self._is_hour(number.value):
                low, first = number.value, number.first
        if low is None or first < done:
            return atom
        opened = self._word(first - 1, "from", "between") or self._link(first - 1, "of")
        clock = self._word(first - 1, "clock")
        if not (opened or clock or (dashed and self._adjacent(i))):
            return atom
        high = int(atom.clock[1:3])
        hours = low + 12 if low < 12 <= high and low + 12 < high else low
        atom.first = first - clock
        atom.timex = (
            f"T{hours % 24:02d}:00{atom.clock[6:] if len(atom.clock) > 6 else ''}/{atom.clock}"
        )
        atom.between = True
        return atom

    def _hour_at(self, first: int, i: int, led: bool) -> Atom | None:
        """Read an hour in words or digits from a token on, with its minutes and part of the day."""
        if led and self._norm(i) == "(" and self._norm(i + 2) == ")":  # الساعة (10:30)
            atom = self._hour_at(first, i + 1, led)
            if atom is not None and atom.last == i + 2 and atom.clock is not None:
                hours, minutes = int(atom.clock[1:3]), int(atom.clock[4:6])
                return self._finish(first, i + 3, hours, minutes, None)
            return None
        if i < self.size and self.entries[i].kind == TIME:
            parts = [int(part) for part in self.entries[i].norm.split(":")]
            if parts[0] > 24 or parts[1] > 59:
                return None
            return self._finish(
                first, i + 1, parts[0], parts[1], parts[2] if len(parts) > 2 else None
            )
        decimal = self._decimal_time(i)
        if decimal is not None:
            return self._finish(first, i + 1, *decimal, None)
        number = self.number_at.get(i)
        value: object = number.value if number is not None else self._integer_at(i, 24)
        last = number.last if number is not None else i + 1
        if value is None and self._is_one_o_clock(i):
            value = 1
        if not self._is_hour(value) or (
            number is not None and number.kind not in ("ordinal", "cardinal")
        ):
            return None
        if number is not None and number.kind == "cardinal" and self.entries[i].kind != NUMERAL:
            return None  # الساعة ثمانية is not written
        minutes, last = self._minutes_at(last)
        assert isinstance(value, int)
        hours = value - 1 if minutes < 0 else value
        return self._finish(
            first, last, hours % 24 if minutes < 0 else hours, minutes % 60, None, sure=led
        )

    def _is_one_o_clock(self, i: int) -> bool:
        """Tell whether an hour that is no ordinal stands at a token: الواحدة."""
        sense = self._sense(i, S.NUMBER)
        return sense is not None and sense.value == 1 and self.entries[i].definite

    def _minutes_at(self, j: int) -> tuple[int, int]:
        """Read والنصف, والربع, إلا ربعا, و20 دقيقة: minutes (negative before the hour) and their end."""
        sign = 1
        if self._link(j, "less"):
            sign, j = -1, j + 1
        elif j >= self.size or not (self.entries[j].clitics == "و" or self._link(j, "and")):
            return 0, j
        start = j - 1 if sign < 0 else j
        k = j + 1 if self._link(j, "and") else j
        fraction = self._sense(k, S.FRACTION)
        if fraction is not None and sign < 0 and fraction.value == Fraction(2, 3):
            return -PARTS_OF_HOUR[Fraction(1, 3)], k + 1  # إلا ثلثا, the accusative of a third
        if fraction is not None and fraction.value in PARTS_OF_HOUR:
            return sign * PARTS_OF_HOUR[fraction.value], k + 1
        number = self.number_at.get(k)
        if number is not None and number.kind == "cardinal" and isinstance(number.value, int):
            unit = self._sense(number.last, S.UNIT)
            if 0 < number.value < 60 and unit is not None and unit.value == "min":
                return sign * number.value, number.last + 1
        return 0, start

    def _decimal_time(self, i: int) -> tuple[int, int] | None:
        """Read 9.30 as an hour and minutes."""
        if not 0 <= i < self.size or self.entries[i].kind != NUMERAL:
            return None
        hours, mark, minutes = self.entries[i].norm.partition(".")
        if not mark or len(minutes) != 2 or not (hours.isdigit() and minutes.isdigit()):
            return None
        if int(hours) > 24 or int(minutes) > 59:
            return None
        return int(hours), int(minutes)

    def _named_hour(self, i: int) -> Atom | None:
        """Read noon, midnight, منتصف الليل."""
        value = self.entries[i].senses[S.CLOCK_WORD].value
        return self._finish(i, i + 1, int(value), 0, None, sure=True)

    @staticmethod
    def _is_hour(value: object) -> bool:
        return isinstance(value, int) and 1 <= value <= 24

    def _finish(
        self,
        first: int,
        last: int,
        hours: int,
        minutes: int,
        seconds: int | None,
        sure: bool = True,
    ) -> Atom | None:
        """Read what stands behind a time, its part of the day and its zone, and make its atom."""
        mark = self._sense(last, S.DAYPART)
        if mark is not None:
            hours, last = _on_the_clock(hours, mark.value, mark.role), last + 1
        elif not sure:
            return None
        if hours > 24:
            return None
        offset, last = self._offset_at(last)
        zone, last = self._zone_at(last) if offset is None else (None, last)
        if zone == _UTC:
            offset, last = self._offset_at(last)  # 15:00 GMT+3
        clock = f"T{hours % 24:02d}:{minutes:02d}"
        if seconds is not None:
            clock += f":{seconds:02d}"
        if offset is not None:
            clock += offset
        elif zone is not None:
            clock += offset_of(zone, datetime(*self._moment(), hours % 24, minutes))
        part = "marked" if mark is not None or hours > 12 else None
        return Atom(first, last, "time", timex=clock, clock=clock, part=part)

    def _offset_at(self, j: int) -> tuple[str | None, int]:
        """Read an offset from UTC glued to a time or to GMT: +03:00, +3, Z."""
        if not self._adjacent(j):
            return None, j
        if self._norm(j) == "z":
            return "Z", j + 1
        if self._norm(j) not in ("+", "-", "\u2212") or not self._adjacent(j + 1):
            return None, j
        sign = "+" if self._norm(j) == "+" else "-"
        hours = self._integer_at(j + 1, _FARTHEST)
        if hours is not None:
            return f"{sign}{hours:02d}:00", j + 2
        if j + 1 < self.size and self.entries[j + 1].kind == TIME:
            parts = self.entries[j + 1].norm.split(":")
            if len(parts) == 2 and int(parts[0]) <= _FARTHEST:
                return f"{sign}{int(parts[0]):02d}:{parts[1]}", j + 2
        return None, j

    def _moment(self) -> tuple[int, int, int]:
        """Return a day on which a zone is read: that of the release, else one of winter."""
        if self.anchor is None:
            return 2024, 1, 15
        return self.anchor.year, self.anchor.month, self.anchor.day

    def _zone_at(self, j: int) -> tuple[str | None, int]:
        """Read the clock that a time is told by: GMT, بتوقيت الإمارات, Doha time, local time."""
        bracket = self._norm(j) == "("
        k = j + bracket
        sense = self._sense(k, S.TIME_ZONE)
        zone: str | None = None
        end = k + 1
        if sense is not None and sense.value not in ("place", "local"):
            zone = sense.value
        elif sense is not None and sense.value == "local":
            zone = _zones().get(self.context.country or "")
            if zone is None:
                return None, end + bracket
        elif sense is not None:
            zone, end = self._zone_of_place(k + 1), k + 2
        elif self._latin(k) and (after := self._sense(k + 1, S.TIME_ZONE)) is not None:
            if after.value == "place":
                zone, end = self._zone_of_place(k), k + 2
        if zone is None:
            return None, j
        if bracket:
            end += self._norm(end) == ")"
        return zone, end

    def _zone_of_place(self, i: int) -> str | None:
        place = self._sense(i, S.PLACE)
        if place is None:
            return None
        return next((zone for p in place.value if (zone := _zones().get(p.country))), None)


def _on_the_clock(hours: int, half: str, class_: str) -> int:
    """Return an hour of 24 for one of 12 and its part of the day.

    >>> _on_the_clock(8, "pm", ""), _on_the_clock(12, "am", ""), _on_the_clock(11, "pm", "noon")
    (20, 0, 11)
    >>> _on_the_clock(10, "pm", "night"), _on_the_clock(2, "pm", "night")
    (22, 2)
    """
    if hours > 12:
        return hours
    if class_ == "noon" and hours in (11, 12):
        return hours
    if class_ == "night" and (hours < _NIGHTFALL or hours == 12):
        return hours % 12
    return hours % 12 + (12 if half == "pm" else 0)
