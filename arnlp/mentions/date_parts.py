"""Parts of years and months: quarters, halves and thirds, and weeks by their number."""

from __future__ import annotations

from datetime import date, timedelta

from arnlp.lexicon import senses as S
from arnlp.mentions import calendar as cal
from arnlp.mentions.date_atoms import DASHES, HIJRI, Atom
from arnlp.mentions.date_months import MonthReader
from arnlp.text.tokens import LATIN

PARTS = {"Q": 4, "H": 2, "T": 3}  # how many of them a year has
# Days of the parts of a month; -1 is its last.
_DAYS_OF_PART = {
    "H": ((1, 15), (16, -1)),
    "T": ((1, 10), (11, 20), (21, -1)),
    "W": ((1, 7), (8, 14), (15, 21), (22, 28), (29, -1)),
}
_LETTERS = {"q": "Q", "h": "H"}


class PartReader(MonthReader):
    """Reads الربع الثالث من عام 2024, H1 2023, the first week of October, the week of 10 April."""

    def _part(self, i: int, done: int) -> Atom | None:
        """Read a quarter, half or third of a year or of a month."""
        entry = self.entries[i]
        unit, count = entry.senses[S.PERIOD].value, entry.senses[S.PERIOD].role
        if count == "2":
            return self._two_parts(i, unit)
        number, first, j = self._which_part(i, unit, done)
        shift = self._shift_of_part(i, number)
        if shift is not None:
            first, last = (i - 1, i + 1) if entry.kind == LATIN else (i, i + 2)
            return self._shifted_part(first, last, unit, shift)
        if not isinstance(number, int):
            return None
        month = self._part_of_month(j, unit, number)
        if month is not None:
            month.first = first
            return month
        second = self._second_part(j, number)
        if second is not None:
            return self._parts(first, second[1], unit, number, second[0])
        return self._resolve_part(Atom(first, j, "part"), unit, number)

    def _which_part(self, i: int, unit: str, done: int) -> tuple[int | None, int, int]:
        """Read which quarter or half is meant: its number and the range of tokens so far."""
        entry = self.entries[i]
        if entry.kind == LATIN:
            before = self.number_before.get(i)
            number, first = None, i
            if before is not None and before.kind == "ordinal" and before.first >= done:
                number, first = before.value, before.first
            elif self._word(i - 1, "lastn") and (
                self._deixis(i - 1) is None or self._year_of(i + 1) is not None
            ):
                number, first = PARTS[unit], i - 1
            if number is not None and self._link(first - 1, "the") and first - 1 >= done:
                first -= 1
            return number, first, i + 1
        if not (entry.definite or entry.senses[S.PERIOD].clitics):
            return None, i, i + 1
        after = self.number_at.get(i + 1)
        if after is not None and after.kind == "ordinal":
            return after.value, i, after.last
        if self._word(i + 1, "firstn", "lastn"):
            return (1 if self._word(i + 1, "firstn") else PARTS[unit]), i, i + 2
        return None, i, i + 1

    def _shift_of_part(self, i: int, number: int | None) -> int | None:
        """Read the word that places an unnumbered part: last quarter, الربع الماضي."""
        if number is not None:
            return None
        if self._latin(i):
            return self._deixis(i - 1)
        return self._deixis(i + 1, "", "told") if self.entries[i].definite else None

    def _shifted_part(self, first: int, last: int, unit: str, shift: int) -> Atom | None:
        """Return the quarter or half so many after the one of the release: الربع الماضي."""
        atom = Atom(first, last, "part", anchored=True)
        if unit == "T" or (unit == "H" and not self._latin(first)):
            return None
        if self.anchor is not None:
            parts = PARTS[unit]
            index = self.anchor.year * parts + (self.anchor.month - 1) * parts // 12 + shift
            atom.stretch = cal.part_of_year(index // parts, unit, index % parts + 1)
        return atom

    def _second_part(self, j: int, number: int) -> tuple[int, int] | None:
        """Read the second of two parts: الربع الأول والثاني; return it and its end."""
        if j >= self.size or self.entries[j].clitics != "و":
            return None
        second = self.number_at.get(j)
        if second is None or second.kind != "ordinal" or second.value != number + 1:
            return None
        return second.value, second.last

    def _two_parts(self, i: int, unit: str) -> Atom | None:
        """Read الربعين الأول والثاني من العام الماضي, الربعين الماضيين."""
        low, high = (self.number_at.get(j) for j in (i + 1, i + 2))
        if low is None or high is None or low.kind != "ordinal" or high.kind != "ordinal":
            return None
        return self._parts(i, high.last, unit, low.value, high.value)

    def _parts(self, first: int, last: int, unit: str, low: int, high: int) -> Atom | None:
        atom = self._resolve_part(Atom(first, last, "part"), unit, high)
        if atom is None or atom.stretch is None or atom.stretch.first is None or low >= high:
            return None
        year = atom.stretch.first.year
        start = cal.part_of_year(year, unit, low)
        if start is None:
            return None
        atom.grain, atom.between = "interval", True
        atom.stretch = cal.between(start, atom.stretch)
        return atom

    def _part_of_month(self, j: int, unit: str, number: int) -> Atom | None:
        """Read the days of a part of a month: النصف الأول من سبتمبر, the first week of this month."""
        if not self._link(j, "of") or unit not in _DAYS_OF_PART:
            return None
        days = _DAYS_OF_PART[unit]
        if not 1 <= number <= len(days):
            return None
        k = j + 1
        if self._period(k, "M") and self._mask(k + 1) & (S.MONTH | S.HIJRI_MONTH):
            k += 1
        if self._mask(k) & (S.MONTH | S.HIJRI_MONTH):
            atom = self._month(k, k)
            if atom is None or atom.day is not None:
                return None
            atom.grain, atom.between = "day", True
            atom.day, atom.day_to = days[number - 1]
            return atom
        month = self._whole_month(k)
        if month is None:
            return None
        stretch, last = month
        atom = Atom(j, last, "day", anchored=True, between=True)
        if stretch is not None and stretch.first is not None and stretch.last is not None:
            low, high = days[number - 1]
            final = stretch.last if high < 0 else stretch.first + timedelta(high - 1)
            atom.stretch = cal.days(stretch.first + timedelta(low - 1), final)
        return atom

    def _whole_month(self, k: int) -> tuple[cal.Stretch | None, int] | None:
        """Read the month that the release tells: this month, الشهر الجاري."""
        linked = self._link(k, "the")
        k += linked
        told = self._told_period(k, "M")
        if told is None and linked and self._latin(k) and self._period(k, "M"):
            told = 0, k + 1  # the first week of the month
        return None if told is None else (self._shifted_month(told[0]), told[1])

    def _short_part(self, i: int, done: int) -> Atom | None:
        """Read Q3 2022, H1 2023, 2024 Q3, Q3'24, 1Q24 and 1H 2024."""
        letter = _LETTERS.get(self._norm(i - 1))
        number = self._integer_at(i, 4)
        told = self._year_at(i + 1) is not None or self._year_at(i - 2) is not None
        told = told or (self._norm(i - 2) in DASHES and self._year_at(i - 3) is not None)
        if letter and number and (self.entries[i - 1].caps or told) and self._adjacent(i):
            first = i - 1
            year = self._year_at(first - 1)
            mark = first - 1
            if year is None and self._norm(first - 1) in DASHES:
                year, mark = self._year_at(first - 2), first - 2
            if year is not None and mark >= done:
                stretch = cal.part_of_year(year, letter, number)
                return Atom(mark, i + 1, "part", stretch) if stretch else None
            if self._norm(i + 1) in ("'", "\u2019") and (short := self._integer_at(i + 2, 99)):
                stretch = cal.part_of_year(2000 + short, letter, number)
                return Atom(first, i + 3, "part", stretch) if stretch else None
            return self._resolve_part(Atom(first, i + 1, "part"), letter, number)
        letter = _LETTERS.get(self._norm(i + 1))
        if letter and number and self._adjacent(i + 1) and self.entries[i + 1].caps:
            short = self._integer_at(i + 2, 99)
            if short is not None and self._adjacent(i + 2):
                stretch = cal.part_of_year(2000 + short, letter, number)
                return Atom(i, i + 3, "part", stretch) if stretch else None
            return self._resolve_part(Atom(i, i + 2, "part"), letter, number)
        return None

    def _resolve_part(self, atom: Atom, unit: str, number: int) -> Atom | None:
        year = self._year_of(atom.last)
        if year is not None:
            atom.last, atom.anchored = year.last, year.anchored
            if year.value is None or year.start is None or year.calendar == HIJRI:
                atom.timex = f"XXXX-{unit}{number}"
                return atom
            atom.stretch = cal.part_of_year(year.value, unit, number, year.start)
            return atom if atom.stretch is not None else None
        if self._link(atom.last, "of") or self._mask(atom.first) & S.IDENTIFIER_CUE:
            return None  # the second half of the twentieth century, of a match; chapter three
        if unit == "H" and self._latin(atom.last - 1) and len(self._norm(atom.last - 1)) > 1:
            if not self._link(atom.first - 1, "in", "lead"):
                return None  # the second half may be that of a match
        atom.anchored = True
        shift = self._deixis(atom.last, "", "told")
        if shift is not None and not self._latin(atom.last):
            atom.last += 1
        found = self._nearest_part(unit, number, -1 if shift is None else shift)
        if found is None:
            atom.timex = f"XXXX-{unit}{number}"
            return atom
        atom.stretch = cal.part_of_year(found, unit, number)
        return atom if atom.stretch is not None else None

    def _nearest_part(self, unit: str, number: int, shift: int) -> int | None:
        """Return the year of the last such part that has begun, or of the next one."""
        if self.anchor is None:
            return None
        year = self.anchor.year
        part = cal.part_of_year(year, unit, number)
        if part is None or part.first is None:
            return None
        if shift == 0:
            return year
        if shift > 0:
            return year if part.first > self.anchor else year + 1
        return year if part.first <= self.anchor else year - 1

    def _week_or_month_of(self, i: int, done: int) -> Atom | None:
        """Read the first week of October, الأسبوع الأول من أكتوبر, the week of 10 April, week 31."""
        unit = self.entries[i].senses[S.PERIOD].value
        if unit != "W":
            return None
        number: int | None = None
        first, j = i, i + 1
        before, after = self.number_before.get(i), self.number_at.get(j)
        if self._latin(i) and before is not None and before.kind == "ordinal":
            number, first = before.value, before.first
        elif self._latin(i) and self._word(i - 1, "lastn") and self._link(j, "of"):
            number, first = -1, i - 1
        elif not self._latin(i) and self.entries[i].definite:
            if after is not None and after.kind == "ordinal":
                number, j = after.value, after.last
            elif self._word(j, "firstn", "lastn"):
                number, j = (1 if self._word(j, "firstn") else -1), j + 1
        if number is None and not self.entries[i].definite:
            return self._week_about(i, done)
        if not isinstance(number, int) or number > 53 or first < done:
            return None
        if self._link(first - 1, "the") and first - 1 >= done:
            first -= 1
        atom = self._part_of_month(j, "W", 1 if number < 0 else number)
        if atom is None:
            return self._week_of_year(first, j, number)
        atom.first = first
        if number < 0:
            atom.day, atom.day_to = None, None
            whole = self._resolve(atom)
            if whole is None or whole.last is None:
                return None
            atom.stretch = cal.days(whole.last - timedelta(6), whole.last)
        return atom

    def _week_about(self, i: int, done: int) -> Atom | None:
        """Read the week of 10 April, the week starting on 4 February, week 31."""
        number = self._integer_at(i + 1, 53) if self._latin(i) else None
        if number is not None and not self._mask(i + 2) & (S.MONTH | S.NOUN | S.UNIT | S.DAYPART):
            if self._link(i + 2, "of"):
                return self._week_of_year(i, i + 2, number)
            if self.anchor is None:
                return None
            try:
                start = date.fromisocalendar(self.anchor.year, number, 1)
            except ValueError:
                return None
            return Atom(i, i + 2, "week", cal.week(start), anchored=True)
        j = i + 1
        if self._latin(i):
            if not self._link(j, "of", "starting", "ending"):
                return None
            j += 1
            if self._link(j, "the", "on"):
                j += 1
        k = next((k for k in range(j, min(j + 5, self.size)) if self.masks[k] & S.MONTH), None)
        if k is None:
            return None
        day = self._month(k, j)
        if day is None or day.day is None or day.between or day.first != j:
            return None
        stretch = self._resolve(day)
        first = i - 1 if self._link(i - 1, "the") and i - 1 >= done else i
        atom = Atom(first, day.last, "week", anchored=day.year is None)
        if stretch is None or stretch.first is None:
            return atom
        if self._link(i + 1, "ending"):
            atom.stretch = cal.days(stretch.first - timedelta(6), stretch.first)
        elif self._link(i + 1, "starting"):
            atom.stretch = cal.days(stretch.first, stretch.first + timedelta(6))
        else:
            atom.stretch = cal.week(stretch.first, cal.week_of(self.context.country))
        return atom

    def _week_of_year(self, first: int, j: int, number: int) -> Atom | None:
        """Return a week of a year as ISO 8601 counts them: the third week of 2027."""
        year = self._year_of(j)
        if year is None or year.calendar == HIJRI or year.start != 1:
            return None
        atom = Atom(first, year.last, "week", anchored=year.anchored)
        if year.value is None:
            return atom
        if number < 0:
            number = date(year.value, 12, 28).isocalendar().week
        try:
            start = date.fromisocalendar(year.value, number, 1)
        except ValueError:
            return None
        atom.stretch = cal.week(start)
        return atom
