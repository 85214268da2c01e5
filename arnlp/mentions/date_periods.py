"""Years, weeks, weekends, decades, centuries and seasons."""

from __future__ import annotations

from datetime import timedelta
from functools import cache

from arnlp.lang import table
from arnlp.lexicon import senses as S
from arnlp.mentions import calendar as cal
from arnlp.mentions.date_atoms import DASHES, HIJRI, Atom, Year
from arnlp.mentions.date_parts import PARTS, PartReader
from arnlp.text.tokens import WORD

_ACADEMIC_START = 9
_GRAINS = {"Y": "year", "M": "month", "W": "week", "WE": "weekend", "FY": "year", "AY": "year"}
_LAW_REACH = 5  # tokens from a law to its year: القانون رقم (29) لعام 2012
_TWENTIES = 20
_SEASONS = ("SUMMER", "WINTER", "SPRING", "AUTUMN")


@cache
def _fiscal_start(country: str | None) -> int | None:
    """Return the first month of a country's fiscal year, None where it is not known."""
    months = {row["country"]: int(row["month"]) for row in table("common", "fiscal_years")}
    return months.get(country or "")


class PeriodReader(PartReader):
    """Reads periods by their names, told by a number or by the release."""

    def _start_of(self, i: int) -> int | None:
        if self._period(i, "FY"):
            return _fiscal_start(self.context.country)
        return _ACADEMIC_START if self._period(i, "AY") else 1

    def _period_word(self, i: int, done: int) -> Atom | None:
        sense = self.entries[i].senses[S.PERIOD]
        unit = sense.value
        if sense.role == "2" and unit == "Y" and (pair := self._year_pair(i)) is not None:
            return pair
        if unit in PARTS:
            return self._part(i, done)
        if unit in ("FY", "AY"):
            return self._split_year(i, unit)
        if unit in _SEASONS:
            return self._season(i, unit)
        if unit == "CENTURY":
            return self._century(i, done)
        if unit == "Y" and (found := self._year_word(i)) is not None:
            return found
        if unit in ("M", "W") and (found := self._week_or_month_of(i, done)) is not None:
            return found
        return self._deictic_period(i, done) if sense.role == "1" else None

    # -- years -----------------------------------------------------------------------------

    def _year_word(self, i: int) -> Atom | None:
        """Read عام 2024, سنة 1446هـ, the year 2024."""
        if self.entries[i].mask & S.IDENTIFIER_CUE or self._names_law(i):
            return None
        k = i + 1
        calendar = None
        if self._word(k, HIJRI) and self.entries[k].definite:
            calendar, k = HIJRI, k + 1
        elif self._word(k, "gregorian") and self.entries[k].definite:
            k += 1
        if self._mask(k) & S.NUMBER and self.entries[i].definite and not self._latin(i):
            return None  # الأعوام الثلاثة
        year = self._stated_year(k, calendar)
        if year is None and calendar == HIJRI and (shift := self._deixis(k, "")) is not None:
            year = self._shifted_year(i, shift, k + 1, HIJRI)
        if year is None or year.value is None:
            return None
        if self._mask(year.last) & (S.UNIT | S.NOUN) and self._worded_year(k) is not None:
            return None
        if self._norm(year.last) in DASHES and self._year_at(year.last + 1, range(1000, 2201)):
            high = self._year_at(year.last + 1, range(1000, 2201)) or 0
            if high > year.value and year.calendar != HIJRI:
                stretch = cal.between(cal.year(year.value), cal.year(high))
                return Atom(i, year.last + 2, "interval", stretch, between=True)
        first = i - 1 if self._link(i - 1, "the") else i
        if year.calendar == HIJRI:
            return self._hijri_year(i, year)
        return Atom(first, year.last, "year", cal.year(year.value), year=year.value)

    def _names_law(self, i: int) -> bool:
        """Tell whether a year belongs to the law before it: دستور عام 2014, القانون 29 لعام 2012."""
        if self._mask(i - 1) & S.LAW:
            return True
        if not self.entries[i].clitics.endswith("ل"):
            return False
        for k in range(i - 1, max(i - _LAW_REACH, 0) - 1, -1):
            if self.masks[k] & S.LAW:
                return True
            if not self.masks[k] & (S.NUMERIC | S.IDENTIFIER_CUE) and self.entries[k].kind == WORD:
                return False
        return False

    def _hijri_year(self, i: int, year: Year) -> Atom:
        assert year.value is not None
        stretch = cal.hijri_year(year.value)
        atom = Atom(i, year.last, "year", stretch, year=year.value, calendar=HIJRI)
        if stretch is None:
            atom.timex = "XXXX"
            self.context.warn(
                "hijri_out_of_range", "no such year in the Umm al-Qura calendar (1343 to 1500 AH)",
                self.tagged.start_of(i), self.tagged.ends[year.last - 1],
            )  # fmt: skip
        return atom

    def _year_pair(self, i: int) -> Atom | None:
        """Read عامي 2015 و2020."""
        low = self._stated_year(i + 1)
        if low is None or low.value is None:
            return None
        k = low.last
        if self._link(k, "and") or self._word(k, "to", "until") or self._norm(k) in DASHES:
            k += 1
        high = self._stated_year(k, low.calendar if low.calendar == HIJRI else None)
        if high is None or high.value is None:
            return None
        if high.calendar == HIJRI:
            stretch = cal.hijri_years(low.value, high.value)
            if stretch is None:
                return None
            return Atom(i, high.last, "interval", stretch, between=True, calendar=HIJRI)
        if high.value <= low.value:
            return None
        stretch = cal.between(cal.year(low.value), cal.year(high.value))
        return Atom(i, high.last, "interval", stretch, between=True)

    def _century(self, i: int, done: int) -> Atom | None:
        """Read القرن التاسع عشر, the 19th century."""
        number, first, last = self.number_at.get(i + 1), i, i + 2
        if self._latin(i):
            shift = self._deixis(i - 1)
            if shift is not None and i - 1 >= done:
                return self._shifted_century(i - 1, i + 1, shift)
            number, last = self.number_before.get(i), i + 1
            first = number.first if number is not None else i
            if number is not None and self._link(first - 1, "the"):
                first -= 1
        elif number is not None:
            last = number.last
        elif (shift := self._deixis(i + 1)) is not None and self.entries[i].definite:
            return self._shifted_century(i, i + 2, shift)
        value: object = number.value if number is not None else self._integer_at(i + 1, 22)
        if value is None and self._mask(i + 1) & S.CLITIC:  # القرن الـ19
            number = self.number_at.get(i + 2)
            value = number.value if number is not None else self._integer_at(i + 2, 22)
            last = i + 3
        if first < done or not isinstance(value, int) or not 2 <= value <= 22:
            return None
        if number is not None and number.kind != "ordinal" and self._latin(i):
            return None
        return Atom(first, last, "century", cal.century(value))

    def _shifted_century(self, first: int, last: int, shift: int) -> Atom:
        """Return the century of the release or one next to it: القرن الماضي, this century."""
        atom = Atom(first, last, "century", anchored=True)
        if self.anchor is not None:
            atom.stretch = cal.century(self.anchor.year // 100 + 1 + shift)
        return atom

    def _named_decade(self, i: int) -> Atom | None:
        """Read التسعينيات, ثمانينيات القرن الماضي, the nineties."""
        entry = self.entries[i]
        tens: int = entry.senses[S.DECADE].value
        century = 20
        last, first = i + 1, i
        told = False
        if self._period(last, "CENTURY") and not self._latin(i):
            found = self._century(last, last)
            if found is None or found.stretch is None or found.stretch.first is None:
                return None
            century, last, told = found.stretch.first.year // 100 + 1, found.last, True
        elif not entry.definite and not self._latin(i):
            if not self._link(i - 1, "in") and not self._word(i - 1, "open", "until"):
                return None
        elif self._latin(i):
            if not self._link(i - 1, "the"):
                return None
            first = i - 1
        if not told and tens == _TWENTIES:
            return None  # of either century
        return Atom(first, last, "decade", cal.decade((century - 1) * 100 + tens))

    # -- fiscal and academic years, seasons ------------------------------------------------

    def _split_year(self, i: int, unit: str) -> Atom | None:
        """Read a fiscal or academic year: العام المالي 2021/2022, FY2024, العام الدراسي المقبل."""
        start = self._start_of(i)
        pair, last = self._two_years(i + 1)
        if pair is None:
            return self._one_split_year(i, unit, start)
        if pair[1] != pair[0] + 1:
            if pair[1] <= pair[0]:
                return None
            stretch = cal.between(cal.year(pair[0]), cal.year(pair[1]))
            return Atom(i, last, "interval", stretch, between=True)
        return Atom(i, last, "year", cal.split_year(*pair, start if start != 1 else None))

    def _one_split_year(self, i: int, unit: str, start: int | None) -> Atom | None:
        single = self._stated_year(i + 1)
        if single is None and self._latin(i) and (short := self._integer_at(i + 1, 99)):
            if self._adjacent(i + 1):  # FY24
                single = Year(2000 + short, i + 2)
        if single is not None and single.value is not None:
            if single.calendar == HIJRI:  # it is no year from Muharram on
                return Atom(i, single.last, "year", timex="XXXX", calendar=HIJRI)
            if unit == "AY" or start not in (1, None):
                # which of its two years names it differs by country: its days are not told
                name = f"FY{single.value}" if unit == "FY" else "XXXX"
                return Atom(i, single.last, "year", timex=name)
            return Atom(i, single.last, "year", cal.year(single.value), year=single.value)
        shift, first, last = self._deixis(i + 1), i, i + 2
        if self._latin(i) or shift is None:
            shift, first, last = self._deixis(i - 1, "", "this", "told"), i - 1, i + 1
        if shift is None or start is None:
            return None
        if self.anchor is None:
            return Atom(first, last, "year", anchored=True)
        low = self.anchor.year + shift - (self.anchor.month < start)
        stretch = cal.year(low) if start == 1 else cal.split_year(low, low + 1, start)
        atom = Atom(first, last, "year", stretch, year=low, anchored=True, unit=unit)
        if self._deixis(first if self._latin(i) else i + 1, "told") is not None:
            atom.told = shift
        return atom

    def _season(self, i: int, unit: str) -> Atom | None:
        year = self._year_of(i + 1)
        inside = self._link(i + 1, "in") and self.entries[i].kind == WORD
        first = i - 1 if self._link(i - 1, "the") else i
        if year is not None and year.value is not None and year.start == 1 and not inside:
            if year.calendar == HIJRI:
                return None
            return Atom(
                first, year.last, "part", cal.season(year.value, unit), anchored=year.anchored
            )
        atom = Atom(i, i + 1, "part", anchored=True)
        self._deixis_around(atom)
        if atom.shift is None or self.anchor is None:
            return None
        value = self.anchor.year
        this = cal.season(value, unit)
        assert this.first is not None
        assert this.last is not None
        if atom.shift == 0 and this.first > self.anchor and unit == "WINTER":
            before = cal.season(value - 1, unit).last
            assert before is not None
            value -= (self.anchor - before).days < (this.first - self.anchor).days
        elif atom.shift < 0 and this.last >= self.anchor:
            value -= 1
        elif atom.shift > 0 and this.first <= self.anchor:
            value += 1
        atom.stretch = cal.season(value, unit)
        return atom

    def _deictic_period(self, i: int, done: int) -> Atom | None:
        """Read العام الماضي, الشهر المقبل, هذا الأسبوع, last year, the weekend, العقد المقبل."""
        unit = self.entries[i].senses[S.PERIOD].value
        number = self._sense(i, S.UNIT)
        if unit not in ("Y", "M", "W", "WE", "DECADE"):
            return None
        if number is not None and number.role == "plural":
            return None  # السنوات الماضية
        if self._mask(i - 1) & S.GENERAL_NOUN and self._norm(i).endswith("العام"):
            return None  # التعداد العام المقبل
        atom = Atom(i, i + 1, _GRAINS.get(unit, "decade"), anchored=True, unit=unit)
        shift = self._shift_of(atom, i, done)
        if shift is None:
            if unit != "WE" or self._norm(i + 1) == "":
                return None if unit != "WE" else self._weekend(atom, 0)
            return self._weekend(atom, 0)
        if atom.told is not None:
            return atom
        if self.anchor is None:
            return atom
        if unit == "Y":
            self._take_stated_year(atom, self.anchor.year + shift)
        elif unit == "M":
            year, month = cal.shift_months(self.anchor, shift)
            atom.stretch = cal.month(year, month)
            self._day_of_month(atom, year, month, done)
        elif unit == "DECADE":
            atom.stretch = cal.decade((self.anchor.year // 10 + shift) * 10)
        elif unit == "WE":
            return self._weekend(atom, shift)
        else:
            atom.stretch = cal.week(
                self.anchor + timedelta(7 * shift), cal.week_of(self.context.country)
            )
            if atom.stretch is not None:
                self._weekday_of_week(atom)
        return atom

    def _take_stated_year(self, atom: Atom, year: int) -> None:
        """Give an atom its year, by the number behind it where one stands: العام المقبل 2025م."""
        stated = self._year_at(atom.last)
        if stated is not None:
            atom.last += 2 if self._word(atom.last + 1, "gregorian") else 1
        atom.year = stated or year
        atom.stretch = cal.year(atom.year)

    def _shift_of(self, atom: Atom, i: int, done: int) -> int | None:
        """Read the word that tells which period is meant; take it into the atom."""
        entry = self.entries[i]
        if entry.kind == WORD:
            if entry.definite and self._period(i, "Y", "M") and not self._is_adjective(i + 1):
                if self._word(i - 1, "start", "middle", "late", "end"):
                    return 0  # نهاية العام
            after = self._deixis(i + 1, "", "told")
            if after is not None and (entry.definite or self._period(i, "WE")):
                atom.last = i + 2
                if self._deixis(i + 1, "told") is not None:
                    atom.told = after
                return after
            if self._deixis(i - 1, "this") is not None and entry.definite and i - 1 >= done:
                atom.first = i - 1
                return 0
            return None
        behind = self._deixis(i + 1, "behind")
        if behind is not None and self._link(i - 1, "the") and i - 1 >= done:
            atom.first, atom.last = i - 1, i + 2
            return behind
        before = self._deixis(i - 1)
        if before is None or i - 1 < done:
            if self._link(i - 1, "the") and self._period(i, "Y", "M", "W") and self._bounded(i):
                return 0  # the end of the year
            return None
        atom.first = i - 1
        if self._deixis(i - 1, "told") is not None:
            atom.told = before
        return before

    def _is_adjective(self, j: int) -> bool:
        """Tell whether a word with the article follows a period: العام الدراسي."""
        return j < self.size and self.entries[j].kind == WORD and self.entries[j].definite

    def _bounded(self, i: int) -> bool:
        """Tell whether 'the year' or 'the month' has a word of its parts before: the end of the year."""
        return self._word(i - 2, "start", "middle", "late", "end") and not self._link(i + 1, "of")

    def _weekend(self, atom: Atom, shift: int) -> Atom:
        if self._link(atom.first - 1, "the"):
            atom.first -= 1
        atom.grain = "weekend"
        if self.anchor is not None:
            atom.stretch = cal.weekend(
                self.anchor + timedelta(7 * shift), cal.week_of(self.context.country)
            )
        return atom

    def _weekday_of_week(self, atom: Atom) -> None:
        """Read the weekday behind a week: next week Sunday, الأسبوع القادم الأحد, this week on Friday."""
        j = atom.last
        if self._link(j, "on") or self._period(j, "D") or self._norm(j) == "-":
            j += 1
        sense = self._sense(j, S.WEEKDAY)
        if sense is None or atom.stretch is None or atom.stretch.first is None:
            return
        after = self._deixis(j + 1)
        if after is not None or self._word(j + 1, "to", "until") or self._integer_at(j + 1, 31):
            return
        atom.stretch = cal.of_day(cal.weekday_from(atom.stretch.first, sense.value))
        atom.last = j + 1
        atom.grain = "day"

    def _day_of_month(self, atom: Atom, year: int, month: int, done: int) -> None:
        """Read the day before a month that is only told by its place: الثاني من الشهر الحالي."""
        i = atom.first
        if self._link(i - 1, "the") and self._latin(i):
            i -= 1
        linked = self._link(i - 1, "of", "in")
        j = i - 1 if linked else i
        if self._period(j - 1, "D") and self._latin(j - 1):  # the 15th day of next month
            j -= 1
        found = self._day_ending(j, done)
        if found is None:
            return
        if not self._link(i - 1, "of") and not self._is_second_day(found[1]):
            return  # 23 next month is a date only as the end of a range
        day = cal.day(year, month, found[0]) if found[0] > 0 else None
        if day is None:
            return
        days = Atom(found[1], atom.last, "day", year=year, month=month, day=found[0])
        self._day_range(days, done)
        atom.first, atom.grain, atom.between = days.first, "day", days.between
        atom.stretch = self._resolve(days)
        self._weekday_before(atom, done)

    def _is_second_day(self, i: int) -> bool:
        """Tell whether a day at a token ends a range: 4 to 23 next month."""
        return self._word(i - 1, "to", "until") or self._norm(i - 1) in DASHES

    def _rest(self, i: int, sooner: bool = False) -> Atom | None:
        """Read بقية العام, later this week: from the release to the end; sooner, to the release."""
        j = i + 1
        if self._link(j, "of"):
            j += 1
        if self._link(j, "the") or self._deixis(j) == 0:
            j += 1
        sense = self._sense(j, S.PERIOD)
        if sense is None or sense.role != "1" or sense.value not in ("Y", "M", "W"):
            return None
        last = j + 1
        if not self._latin(j):
            if not self.entries[j].definite:
                return None
            if self._deixis(last) == 0:
                last += 1
            elif self._deixis(last) is not None:
                return None
        atom = Atom(i, last, "interval", anchored=True, between=True)
        if self.anchor is not None:
            whole = {
                "Y": cal.year(self.anchor.year),
                "M": cal.month(self.anchor.year, self.anchor.month),
                "W": cal.week(self.anchor, cal.week_of(self.context.country)),
            }[sense.value]
            assert whole.first is not None
            assert whole.last is not None
            atom.stretch = (
                cal.days(whole.first, self.anchor) if sooner else cal.days(self.anchor, whole.last)
            )
        return atom
