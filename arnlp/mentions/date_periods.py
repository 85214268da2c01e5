"""Years, quarters, seasons, fiscal years, and periods counted from the release."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from arnlp.lang import table
from arnlp.lexicon import senses as S
from arnlp.mentions import calendar as cal
from arnlp.mentions.date_atoms import Atom, DateReader
from arnlp.mentions.date_days import year_pair_of
from arnlp.text.tokens import LATIN, PAIR, WORD

_ACADEMIC_START = 9
# Days of the parts of a month; -1 is its last.
_DAYS_OF_PART = {"H": ((1, 15), (16, -1)), "T": ((1, 10), (11, 20), (21, -1))}


@cache
def _fiscal_start(country: str | None) -> int | None:
    """Return the first month of a country's fiscal year, None where it is not known."""
    months = {row["country"]: int(row["month"]) for row in table("common", "fiscal_years")}
    return months.get(country or "")


class PeriodReader(DateReader):
    """Reads weeks, months, years and their parts, named or counted from the release."""

    # -- periods ---------------------------------------------------------------------------

    def _period_word(self, i: int, done: int) -> Atom | None:
        sense = self.entries[i].senses[S.PERIOD]
        unit = sense.value
        if unit == "Y" and sense.role == "2":
            return self._year_pair(i)
        if unit in ("Q", "H", "T"):
            return self._part(i, done)
        if unit in ("FY", "AY"):
            return self._split_year(i, unit)
        if unit in ("SUMMER", "WINTER", "SPRING", "AUTUMN"):
            return self._season(i, unit)
        counted = self._counted_periods(i, unit)
        if counted is not None:
            return counted
        if unit == "Y":
            found = self._year_word(i)
            if found is not None:
                return found
        if unit in ("Y", "M", "W"):
            return self._deictic_period(i, unit)
        return None

    def _year_word(self, i: int) -> Atom | None:
        j = i + 1
        if self.entries[i].kind == LATIN and self._norm(j) == "of":
            return None
        year = self._year_at(j)
        if year is None or self.entries[i].mask & S.IDENTIFIER_CUE:
            return None
        last = j + 1
        if self._word(last, "gregorian"):
            last += 1
        return Atom(i, last, "year", cal.year(year), year=year)

    def _year_pair(self, i: int) -> Atom | None:
        """Read عامي 2015 و2020."""
        low, k = self._year_at(i + 1), i + 2
        if low is None:
            return None
        if self._norm(k) in ("و", "-", "الي"):
            k += 1
        high = self._year_at(k)
        if high is None or high <= low:
            return None
        stretch = cal.between(cal.year(low), cal.year(high))
        return Atom(i, k + 1, "interval", stretch, between=True)

    def _part(self, i: int, done: int) -> Atom | None:
        """Read a quarter, half or third of a year."""
        entry = self.entries[i]
        unit, count = entry.senses[S.PERIOD].value, entry.senses[S.PERIOD].role
        if count == "2":
            return self._two_parts(i, unit)
        first, j = i, i + 1
        number: int | None = None
        if entry.kind == LATIN:
            before = self.number_before.get(i)
            if before is not None and before.kind == "ordinal" and before.first >= done:
                number, first = before.value, before.first
            elif self._word(i - 1, "lastn") and self._norm(i - 1) == "final":
                number, first = {"Q": 4, "H": 2, "T": 3}[unit], i - 1
            elif (d := self._sense(i - 1, S.DEIXIS)) is not None and self.anchor and unit == "Q":
                index = self.anchor.year * 4 + (self.anchor.month - 1) // 3 + d.value
                stretch = cal.part_of_year(index // 4, "Q", index % 4 + 1)
                return Atom(i - 1, i + 1, "part", stretch, anchored=True)
        elif entry.definite or entry.senses[S.PERIOD].clitics:
            after = self.number_at.get(j)
            if after is not None and after.kind == "ordinal":
                number, j = after.value, after.last
            elif self._word(j, "firstn"):
                number, j = 1, j + 1
            elif self._word(j, "lastn"):
                number, j = {"Q": 4, "H": 2, "T": 3}[unit], j + 1
        if not isinstance(number, int):
            return None
        month = self._part_of_month(j, unit, number)
        if month is not None:
            month.first = first
            return month
        return self._resolve_part(Atom(first, j, "part"), unit, number)

    def _two_parts(self, i: int, unit: str) -> Atom | None:
        """Read الربعين الأول والثاني من العام الماضي."""
        low, high = (self.number_at.get(j) for j in (i + 1, i + 2))
        if low is None or high is None or low.kind != "ordinal" or high.kind != "ordinal":
            return None
        atom = self._resolve_part(Atom(i, high.last, "part"), unit, high.value)
        if atom is None or atom.stretch is None or atom.stretch.first is None:
            return None
        first = cal.part_of_year(atom.stretch.first.year, unit, low.value)
        if first is None or low.value >= high.value:
            return None
        atom.grain, atom.between = "interval", True
        atom.stretch = cal.between(first, atom.stretch)
        return atom

    def _part_of_month(self, j: int, unit: str, number: int) -> Atom | None:
        """Read the days of a half or third of a month: النصف الأول من سبتمبر, first half of May."""
        if self._norm(j) not in ("من", "of") or unit not in _DAYS_OF_PART:
            return None
        k = j + 1
        if (period := self._sense(k, S.PERIOD)) and period.value == "M":
            k += 1
        days = _DAYS_OF_PART[unit]
        if not self._mask(k) & S.MONTH or not 1 <= number <= len(days):
            return None
        sense = self.entries[k].senses[S.MONTH]
        atom = Atom(j, k + 1, "day", month=sense.value, between=True)
        self._year_after(atom)
        self._deixis_around(atom)
        atom.day, atom.day_to = days[number - 1]
        return atom

    def _short_quarter(self, i: int) -> Atom | None:
        """Read Q3 2022 and H1 2023."""
        letter = self._norm(i - 1)
        if (
            letter not in ("q", "h")
            or self.entries[i - 1].caps == 0
            or self.tagged.starts[i] != self.tagged.ends[i - 1]
        ):
            return None
        number = self._integer_at(i, 4)
        if number is None:
            return None
        return self._resolve_part(Atom(i - 1, i + 1, "part"), letter.upper(), number)

    def _resolve_part(self, atom: Atom, unit: str, number: int) -> Atom | None:
        stated = self._year_expression(atom.last)
        if stated is not None:
            year, atom.last, atom.anchored = stated
        elif (deixis := self._sense(atom.last, S.DEIXIS)) and self.anchor:
            atom.last += 1
            atom.anchored = True
            year = self._nearest_part(unit, number, deixis.value)
        else:
            atom.anchored = True
            year = self._nearest_part(unit, number, -1)
        if year is None:
            atom.timex = f"XXXX-{unit}{number}"
            return atom
        atom.stretch = cal.part_of_year(year, unit, number)
        return atom if atom.stretch is not None else None

    def _split_year(self, i: int, unit: str) -> Atom | None:
        """Read a fiscal or academic year: العام المالي 2021/2022, العام الدراسي المقبل."""
        start = _ACADEMIC_START if unit == "AY" else _fiscal_start(self.context.country)
        pair, last = self._two_years(i + 1)
        if pair is None and (single := self._year_at(i + 1)) is not None:
            return Atom(i, i + 2, "year", cal.year(single), year=single)
        anchored = pair is None
        if pair is None:
            deixis = self._sense(i + 1, S.DEIXIS)
            if deixis is None or self.anchor is None or start is None:
                return None
            low = self.anchor.year + deixis.value - (self.anchor.month < start)
            pair, last = (low, low + 1), i + 2
            if start == 1:
                return Atom(i, last, "year", cal.year(low), year=low, anchored=True)
        if pair[1] != pair[0] + 1:
            return None
        stretch = cal.split_year(pair[0], pair[1], start if start != 1 else None)
        return Atom(i, last, "year", stretch, anchored=anchored)

    def _two_years(self, j: int) -> tuple[tuple[int, int] | None, int]:
        """Read 2021/2022 or 2021-2022; return the pair and its end."""
        if 0 <= j < self.size and self.entries[j].kind == PAIR:
            return year_pair_of(self.entries[j].norm), j + 1
        low, high = self._year_at(j), self._year_at(j + 2)
        if low is not None and high is not None and self._norm(j + 1) in ("-", "/", "\u2013"):
            return (low, high), j + 3
        return None, j

    def _season(self, i: int, unit: str) -> Atom | None:
        stated = self._year_expression(i + 1)
        if (
            stated is not None
            and stated[0] is not None
            and not (self._norm(i + 1) in ("في", "in") and self.entries[i].kind == WORD)
        ):
            return Atom(i, stated[1], "part", cal.season(stated[0], unit), anchored=stated[2])
        atom = Atom(i, i + 1, "part", anchored=True)
        self._deixis_around(atom)
        if atom.shift is None or self.anchor is None:
            return None
        year = self.anchor.year
        this = cal.season(year, unit)
        assert this.first is not None
        assert this.last is not None
        if atom.shift < 0 and this.last >= self.anchor:
            year -= 1
        elif atom.shift > 0 and this.first <= self.anchor:
            year += 1
        atom.stretch = cal.season(year, unit)
        return atom

    def _counted_periods(self, i: int, unit: str) -> Atom | None:
        """Read السنوات الثلاث المقبلة, next five years, الأشهر التسعة الأولى من العام الجاري."""
        if unit not in ("Y", "M", "W", "D"):
            return None
        arabic = self.entries[i].kind == WORD
        number = self.number_at.get(i + 1) if arabic else self.number_before.get(i)
        if arabic and not self.entries[i].definite:
            return self._periods_after_number(i, unit)
        if number is None or number.kind != "cardinal" or not isinstance(number.value, int):
            return None
        count = number.value
        if not 0 < count < 200:
            return None
        first, last = (i, number.last) if arabic else (number.first, i + 1)
        opener = last if arabic else first - 1
        return self._periods_of(first, last, opener, unit, count)

    def _periods_after_number(self, i: int, unit: str) -> Atom | None:
        """Read الخمسة أشهر الأولى من عام 2024, where the number has the article."""
        number = self.number_before.get(i)
        opener = i + 1
        if number is not None and not number.article:  # أول تسعة أشهر من 2023
            opener = number.first - 1
            if not self._word(opener, "firstn"):
                return None
        if (
            number is None
            or number.kind != "cardinal"
            or not isinstance(number.value, int)
            or not 0 < number.value < 200
        ):
            return None
        return self._periods_of(number.first, i + 1, opener, unit, number.value)

    def _periods_of(self, first: int, last: int, opener: int, unit: str, count: int) -> Atom | None:
        """Read what tells which so many periods are meant: the next, the last, the first of 2024."""
        deixis = self._sense(opener, S.DEIXIS)
        shift = deixis.value if deixis is not None else -1 if self._is_latest(opener) else 0
        if deixis is not None or shift:
            atom = Atom(
                min(first, opener), max(last, opener + 1), "interval", anchored=True, between=True
            )
            stated = self._year_expression(atom.last) if unit == "M" and shift < 0 else None
            if stated is not None and stated[0] is not None and count <= 12:  # the last of 2023
                year, atom.last, atom.anchored = stated[0], stated[1], stated[2]
                atom.stretch = cal.between(cal.month(year, 13 - count), cal.month(year, 12))
            else:
                atom.stretch = self._next_periods(unit, count, shift)
            return atom
        if unit == "M" and (self._word(opener, "firstn")):
            atom = Atom(min(first, opener), max(last, opener + 1), "interval", between=True)
            stated = self._year_expression(atom.last)
            if stated is None or stated[0] is None or count > 12:
                return None
            year, atom.last, atom.anchored = stated[0], stated[1], stated[2]
            atom.stretch = cal.between(cal.month(year, 1), cal.month(year, count))
            return atom
        return None

    def _is_latest(self, i: int) -> bool:
        """Tell whether a word says that the last periods are meant: السنوات العشر الأخيرة."""
        return self._word(i, "lastn") and self.entries[i].kind == WORD

    def _next_periods(self, unit: str, count: int, shift: int) -> cal.Stretch | None:
        """Return the interval of the last or next so many years, months, weeks or days."""
        anchor = self.anchor
        if anchor is None or not shift:
            return None
        ends = (1, count) if shift > 0 else (-count, -1)
        if unit == "Y":
            return cal.between(cal.year(anchor.year + ends[0]), cal.year(anchor.year + ends[1]))
        if unit == "M":
            low, high = (cal.shift_months(anchor, end) for end in ends)
            return cal.between(cal.month(*low), cal.month(*high))
        days = 7 if unit == "W" else 1
        edge = timedelta(count * days)
        if shift > 0:
            first, last = anchor + timedelta(1), anchor + edge
        else:
            first, last = anchor - edge, anchor - timedelta(1)
        return cal.between(cal.of_day(first), cal.of_day(last))

    def _deictic_period(self, i: int, unit: str) -> Atom | None:
        """Read العام الماضي, الشهر المقبل, هذا الأسبوع, last year."""
        atom = Atom(i, i + 1, {"Y": "year", "M": "month", "W": "week"}[unit], anchored=True)
        entry = self.entries[i]
        if self._mask(i - 1) & S.GENERAL_NOUN and self._norm(i).endswith("العام"):
            return None  # التعداد العام المقبل
        if entry.kind == WORD:
            after = self._sense(i + 1, S.DEIXIS)
            before = self._sense(i - 1, S.DEIXIS)
            if (
                after is not None
                and entry.definite
                and self.entries[i + 1].norm not in ("هذا", "هذه")
            ):
                shift, atom.last = after.value, i + 2
            elif before is not None and self._norm(i - 1) in ("هذا", "هذه") and entry.definite:
                shift, atom.first = 0, i - 1
            else:
                return None
        else:
            before = self._sense(i - 1, S.DEIXIS)
            if before is None:
                return None
            shift, atom.first = before.value, i - 1
        if self.anchor is None:
            return atom
        if unit == "Y":
            atom.year = self.anchor.year + shift
            atom.stretch = cal.year(atom.year)
        elif unit == "M":
            year, month = cal.shift_months(self.anchor, shift)
            atom.stretch = cal.month(year, month)
            self._day_of_month(atom, year, month)
        else:
            atom.stretch = cal.week(self.anchor + timedelta(7 * shift))
        return atom

    def _day_of_month(self, atom: Atom, year: int, month: int) -> None:
        """Read the day before a month that is only told by its place: الثاني من الشهر الحالي."""
        i = atom.first
        if self._norm(i - 1) not in ("من", "of"):
            return
        number = self.number_before.get(i - 1)
        if number is None or not isinstance(number.value, int):
            return
        day = cal.day(year, month, number.value) if 1 <= number.value <= 31 else None
        if day is not None and number.kind in ("ordinal", "cardinal") and number.scale == 1:
            atom.first, atom.grain, atom.stretch = number.first, "day", day

    def _same(self, i: int) -> Atom | None:
        """Read الفترة نفسها من العام الماضي: resolved when what it repeats is."""
        stated = self._year_expression(i + 1)
        if stated is None or stated[0] is None:
            return None
        return Atom(i, stated[1], "same", year=stated[0], anchored=True)

    def _repeat(self, atom: Atom) -> cal.Stretch | None:
        """Return the last part of a year or interval before, moved to the year of an atom."""
        for seen in reversed(self._seen):
            if seen.stretch is not None and seen.grain in ("part", "month", "interval"):
                first = seen.stretch.first
                if first is not None and seen.stretch.last is not None and atom.year is not None:
                    return _moved(seen.stretch, atom.year - first.year)
        return None


def _moved(period: cal.Stretch, years: int) -> cal.Stretch | None:
    """Move a stretch by whole years, its names with it."""
    first, last = period.first, period.last
    if first is None or last is None:
        return None

    def move(value: date) -> date:
        day = 28 if (value.month, value.day) == (2, 29) else value.day
        return value.replace(year=value.year + years, day=day)

    def rename(name: str) -> str:
        return "/".join(f"{int(part[:4]) + years:04d}{part[4:]}" for part in name.split("/"))

    return cal.Stretch(move(first), move(last), rename(period.edtf), rename(period.timex))
