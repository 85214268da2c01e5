"""Months of both calendars, with the days and years that stand about them."""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.mentions.date_atoms import COMMAS, DASHES, GREGORIAN, HIJRI, Atom, DateReader, Year
from arnlp.text.tokens import DATE, LATIN, NUMERAL, PAIR, WORD

_LAST = -1  # the last day of a month
_SEPARATORS = ("/", "-", ".")


class MonthReader(DateReader):
    """Reads a month by its name, alone, with a year, or with one day or several."""

    def _month(self, i: int, done: int) -> Atom | None:
        entry = self.entries[i]
        sense = entry.senses.get(S.MONTH) or entry.senses[S.HIJRI_MONTH]
        calendar = GREGORIAN if sense.kind == S.MONTH else HIJRI
        english = self._latin(i)
        if english and entry.caps == 0 and not self._in_lower_case(i):
            return None
        atom = Atom(i, self._month_end(i), "month", month=sense.value, calendar=calendar)
        if not self._year_before_month(atom, done):
            self._day_before(atom, done)
            if atom.day is None:
                self._day_after(atom)
            self._year_after(atom)
            self._deixis_around(atom)
        if atom.day is None and atom.first > done:
            period = self._sense(atom.first - 1, S.PERIOD)
            if period is not None and period.value == "M":
                atom.first -= 1
        if atom.day is not None:
            atom.grain = "day"
            self._weekday_before(atom, done)
            self._weekday_after(atom)
        if not self._is_date(atom, i, sense.role == "weak"):
            return None
        if (calendar == HIJRI and english and self._is_city(atom)) or self._names_thing(
            atom, english
        ):
            return None
        if calendar == HIJRI:
            self._warn_of_range(atom)
        return atom

    def _in_lower_case(self, i: int) -> bool:
        """Tell whether a month in small letters has a day or year beside it: 2 june, june 2016."""
        if self._norm(i - 1) in ("-", "/") and self._year_at(i - 2) is not None:
            return True
        before = self._link(i - 1, "of") or self._integer_at(i - 1, 31) is not None
        number = self.number_before.get(i)
        before = before or (number is not None and number.kind == "ordinal")
        if S.MONTH not in self.entries[i].senses or self.entries[i].senses[S.MONTH].role == "weak":
            return before
        if before or self._day_starting(i + 1) is not None or self._year_at(i + 1) is not None:
            return True
        j = i + 2 if self._link(i + 1, "of") else i + 1
        if self._year_at(j) is not None or self._deixis(i - 1, "") is not None:
            return True
        if self._word(i + 1, "to", "until") and self._mask(i + 2) & S.MONTH:
            return True
        return self._deixis(i + 1) is not None and self._period(i + 2, "Y")

    def _month_end(self, i: int) -> int:
        """Return the end of a month's name: its full stop and its name in another family included."""
        entry = self.entries[i]
        month = entry.senses.get(S.MONTH)
        if self._norm(i + 1) == "." and entry.mask & S.ABBREVIATION:
            return i + 2
        if month is None:
            return i + 1
        for mark, closing in (("/", 0), ("(", 1), ("-", 0)):
            if self._norm(i + 1) == mark:
                twin = self._sense(i + 2, S.MONTH)
                if twin is not None and twin.value == month.value:
                    return i + 3 + closing
        return i + 1

    def _warn_of_range(self, atom: Atom) -> None:
        if atom.year is None or self._resolve(atom) is not None:
            return
        atom.timex = "XXXX-XX-XX" if atom.day else "XXXX-XX"
        self.context.warn(
            "hijri_out_of_range",
            "no such day or month in the Umm al-Qura calendar (1343 to 1500 AH)",
            self.tagged.start_of(atom.first),
            self.tagged.ends[atom.last - 1],
        )

    def _is_city(self, atom: Atom) -> bool:
        """Tell whether a day without a year is written as a name: Tenth of Ramadan."""
        first = self.entries[atom.first]
        return (
            atom.day is not None
            and atom.year is None
            and atom.shift is None
            and first.kind == LATIN
            and bool(first.caps)
        )

    def _names_thing(self, atom: Atom, english: bool) -> bool:
        """Tell whether something is named after a date: جامعة 8 ماي 1945, ثورة 25 يناير, October War."""
        if atom.shift is not None or atom.between:
            return False
        head = atom.last if english else atom.first - 1
        sense = self._sense(head, S.DATE_NAMED)
        if sense is None or (sense.role == "event" and atom.year is not None):
            return False
        entry = self.entries[head]
        return bool(entry.caps) if entry.kind == LATIN else not entry.definite

    def _is_date(self, atom: Atom, i: int, weak: bool) -> bool:
        """Tell whether a month's name is one here, and not a person's or a company's."""
        if atom.day or atom.year or atom.timex or atom.shift is not None:
            return True
        if self._mask(i - 1) & S.ORG_HEAD and not self._latin(i):
            return False  # شركة أيار
        after = self.entries[atom.last] if atom.last < self.size else None
        if self._latin(i) and after is not None and after.kind == LATIN:
            named = after.caps == 1 and not after.mask & ~S.CAPITAL
            if named and not self._leads_to_month(i - 1, ""):
                return False  # April Jones
        return not weak or self._supported(atom, i)

    def _supported(self, atom: Atom, i: int) -> bool:
        """Tell whether a month that is also a common word or a name has a date's company."""
        if atom.day or atom.year or atom.shift is not None or atom.first < i:
            return True
        if self._leads_to_month(i - 1, self.entries[i].clitics):
            return not self._link(i - 1, "of") or self._ends_phrase(atom.last) or self._latin(i)
        near = range(max(0, i - 3), min(self.size, i + 4))
        return self.entries[i].clitics in ("", "و", "ل") and any(
            self.masks[k] & S.MONTH for k in near if k != i
        )

    def _leads_to_month(self, i: int, clitics: str) -> bool:
        """Tell whether a token leads to a bare month: in, since, until, the end of."""
        if clitics not in ("", "و"):
            return False
        if self._link(i, "of", "in", "lead", "ago", "before", "after", "by", "on"):
            return True
        sense = self._sense(i, S.DATE_WORD)
        return sense is not None and sense.role in (
            "to", "until", "between", "open", "from", "start", "middle", "late", "end",
        )  # fmt: skip

    # -- years -----------------------------------------------------------------------------

    def _year_before_month(self, atom: Atom, done: int) -> bool:
        """Read 2019-Aug-01, 2020/Sep/23 and 2018 June."""
        i = atom.first
        mark = self._norm(i - 1)
        if mark in ("-", "/") and (year := self._year_at(i - 2)) is not None and i - 2 >= done:
            day = self._integer_at(atom.last + 1, 31)
            if self._norm(atom.last) == mark and day is not None:
                atom.year, atom.day, atom.first, atom.last = year, day, i - 2, atom.last + 2
                return True
        return False

    def _year_after(self, atom: Atom) -> None:
        """Read the year of a month or day: June 2024, يونيو من عام 2024, March next year, /2024."""
        j = atom.last
        mark = self._norm(j)
        if mark in COMMAS or mark in _SEPARATORS:
            if mark in COMMAS and atom.day is None and not self._latin(atom.first):
                return
            if (year := self._stated_year(j + 1, atom.calendar)) is not None:
                if mark in COMMAS or (self._norm(atom.first + 1) == mark or atom.day is None):
                    self._take_year(atom, year)
                return
        inside = self._link(j, "in") and not self._latin(j) and atom.day is None
        if self._link(j, "of", "in"):
            j += 1
        if self._link(j, "the"):
            j += 1
        same = self._sense(j, S.SAME)
        if same is not None and same.value == "Y":  # أكتوبر من العام نفسه
            atom.last, atom.year_told = j + 1, 0
            return
        if (told := self._told_year(j)) is not None:  # من العام التالي
            atom.year_told, atom.last = told
            return
        year = self._named_year(j, atom.calendar)
        if year is None and not inside:
            year = self._stated_year(j, atom.calendar)
        if year is not None and (year.start == 1):
            self._take_year(atom, year)
        elif self._norm(j) in ("'", "\u2019") and (short := self._integer_at(j + 1, 99)):
            if self._adjacent(j + 1) and len(self.entries[j + 1].norm) == 2:  # March '24
                self._take_year(atom, Year(2000 + short, j + 2))

    def _take_year(self, atom: Atom, year: Year) -> None:
        atom.year, atom.last = year.value, year.last
        atom.anchored = atom.anchored or year.anchored
        if year.value is None:
            atom.timex = f"XXXX-{atom.month:02d}"

    # -- days ------------------------------------------------------------------------------

    def _day_ending(self, i: int, done: int) -> tuple[int, int] | None:
        """Read a day of the month that ends before a token: its value and its first token."""
        if i - 1 >= done and self._word(i - 1, "first", "last"):
            return (1 if self._word(i - 1, "first") else _LAST), i - 1
        if i - 1 >= done and self._word(i - 1, "firstn") and not self._latin(i - 1):
            return 1, i - 1  # أول يناير, الأول من يناير
        value = self._integer_at(i - 1, 31)
        if value is not None and i - 1 >= done:
            return value, i - 1
        number = self.number_before.get(i)
        if number is None or number.first < done or number.kind not in ("ordinal", "cardinal"):
            return None
        if not isinstance(number.value, int) or not 1 <= number.value <= 31 or number.scale != 1:
            return None
        first = number.first
        if self._link(first - 1, "the") and first - 1 >= done:
            first -= 1
        return number.value, first

    def _day_starting(self, i: int) -> tuple[int, int] | None:
        """Read a day of the month that starts at a token: its value and its end."""
        if self._link(i, "the"):
            i += 1
        number = self.number_at.get(i)
        if number is not None and number.kind in ("ordinal", "cardinal"):
            if isinstance(number.value, int) and 1 <= number.value <= 31 and number.scale == 1:
                return number.value, number.last
            return None
        value = self._integer_at(i, 31)
        return (value, i + 1) if value is not None else None

    def _day_before(self, atom: Atom, done: int) -> None:
        """Read the day before a month: 14, السابع والعشرين من, فاتح, the 20th of, 20/."""
        i = atom.first
        if self._mask(i - 2) & S.CURRENCY and not self._link(i - 1, "of"):
            return  # $12 December 27
        if self._norm(i - 1) in ("/", "-", "."):
            value = self._integer_at(i - 2, 31)
            if value is not None and i - 2 >= done:
                atom.day, atom.first = value, i - 2
                self._day_range(atom, done)
                return
        if self._period(i - 1, "M") and i - 1 > done:
            i -= 1
        if self._link(i - 1, "of") and i - 1 > done:
            i -= 1
        if self._period(i - 1, "D") and self._latin(i - 1) and i - 1 > done:  # the 23rd day of
            i -= 1
        found = self._day_ending(i, done)
        if found is None:
            return
        atom.day, atom.first = found
        self._day_range(atom, done)

    def _thereof(self, i: int, done: int) -> Atom | None:
        """Read a day of the month spoken of last: الثلاثين منه."""
        found = self._day_ending(i, done)
        if found is None or not self._leads_to_day(found[1] - 1):
            return None
        return Atom(found[1], i + 1, "thereof", day=found[0])

    def _leads_to_day(self, i: int) -> bool:
        """Tell whether a word before a day says that it is one: until, in, since."""
        return self._word(i, "to", "until", "open", "between") or self._link(i, "in", "on", "ago")

    def _day_range(self, atom: Atom, done: int) -> None:
        """Read the first of days that share the month: 25 و26 سبتمبر, من الأحد 15 إلى الخميس 19 ديسمبر."""
        i = self._skip_weekday(atom.first, done)
        while True:
            listed = self._is_and(i - 1) or self.entries[i].clitics == "و"
            joiner = i if self.entries[i].clitics == "و" else i - 1
            more = atom.between and self._norm(i - 1) in COMMAS  # 5, 6 and 7 November
            listed = listed or more
            if not (listed or self._norm(i - 1) in DASHES or self._word(i - 1, "to", "until")):
                return
            earlier = self._day_ending(joiner, done)
            if earlier is None or atom.day is None or earlier[0] >= atom.day > 0 or earlier[0] < 0:
                return
            if listed and atom.day_to is None and not self._lists_days(earlier[1]):
                return
            if atom.day_to is None:
                atom.day_to = atom.day
            elif earlier[0] != atom.day - 1:
                return
            atom.day, atom.first, atom.between = earlier[0], earlier[1], True
            if not listed:
                return
            i = atom.first

    def _skip_weekday(self, i: int, done: int) -> int:
        """Return where a weekday before a day starts, if a range may reach over it."""
        j = i
        if self._norm(j - 1) in COMMAS:
            j -= 1
        if self._mask(j - 1) & S.WEEKDAY and j - 1 > done:
            j -= 1
            if self._period(j - 1, "D"):
                j -= 1
            return j
        return i

    def _is_and(self, i: int) -> bool:
        return self._link(i, "and")

    def _lists_days(self, i: int) -> bool:
        """Tell whether a list of days starts at a token: a day word, weekday or preposition before."""
        before = self.entries[i - 1] if i else None
        if self._norm(i - 1) in COMMAS and self._integer_at(i - 2, 31) is not None:
            return True
        return before is None or bool(
            before.mask & (S.PERIOD | S.WEEKDAY | S.STOP | S.DATE_WORD | S.CLITIC | S.DATE_LINK)
        )

    def _day_after(self, atom: Atom) -> None:
        """Read the day behind a month: July 20, November 19-20, سبتمبر الحادي والعشرين, أكتوبر/2."""
        i = atom.last
        if self._word(i, "between") and self._days_between(atom, i + 1):
            return
        english = self._latin(atom.first)
        glued = self._norm(i) == "/" or (
            self._norm(i) == "-" and self._adjacent(i) and self._adjacent(i + 1)
        )
        if glued:
            i += 1
        found = self._day_starting(i)
        if found is None:
            return
        value, end = found
        number = self.number_at.get(i)
        if not english and not glued and not (number is not None and number.article):
            if number is None or number.kind != "ordinal" or not self.entries[i].definite:
                return
        if self._mask(end) & (
            S.UNIT | S.NUMBER | S.CURRENCY | S.PERCENT | S.PERIOD
        ) and not self._link(end, "of"):
            return
        if self._norm(end) == ":" or (end < self.size and self.entries[end].kind in (PAIR, DATE)):
            return
        if self._month_follows(end) and not glued:
            return  # May 5 June is no date; 5 belongs to June
        atom.day, atom.last = value, end
        self._days_after(atom)

    def _days_between(self, atom: Atom, i: int) -> bool:
        """Read two days behind their month: شهر نوفمبر بين 19 و20, February between 2 and 7."""
        low = self._day_starting(i)
        if low is None:
            return False
        j = low[1]
        if j < self.size and self.entries[j].clitics != "و":
            if not (self._is_and(j) or self._norm(j) in DASHES or self._word(j, "to", "until")):
                return False
            j += 1
        high = self._day_starting(j)
        if high is None or high[0] <= low[0] or self._month_follows(high[1]):
            return False
        if self._mask(high[1]) & (S.UNIT | S.NOUN | S.NUMBER | S.CURRENCY | S.PERCENT):
            return False
        atom.day, atom.day_to, atom.last, atom.between = low[0], high[0], high[1], True
        return True

    def _month_follows(self, j: int) -> bool:
        if self._link(j, "of"):
            j += 1
        return bool(self._mask(j) & S.MONTH) and self._norm(j) != ""

    def _days_after(self, atom: Atom) -> None:
        """Read the second of two days behind a month: November 19-20, April 9th through 17th."""
        j = atom.last
        if not (self._norm(j) in DASHES or self._word(j, "to", "until") or self._is_and(j)):
            return
        found = self._day_starting(j + 1)
        if (
            found is None
            or atom.day is None
            or found[0] <= atom.day
            or self._month_follows(found[1])
        ):
            return
        after = self.entries[found[1]] if found[1] < self.size else None
        if after is not None and after.kind not in (NUMERAL,):
            if after.mask & (S.UNIT | S.NUMBER | S.CURRENCY | S.PERCENT | S.NOUN | S.DAYPART):
                return
            if self._is_and(j) and not after.mask and after.surface not in (",", ".", ")"):
                return
        atom.day_to, atom.last, atom.between = found[0], found[1], True

    # -- weekdays beside a date ------------------------------------------------------------

    def _weekday_before(self, atom: Atom, done: int) -> None:
        """Take the weekday before a date: الأربعاء 15 نوفمبر, on Tuesday, 3 December."""
        i = atom.first
        if self._norm(i - 1) in COMMAS or self._word(i - 1, "corresponding"):
            i -= 1
        if self._norm(i - 1) == ")" and self._norm(i - 3) == "(":
            return
        if not self._mask(i - 1) & S.WEEKDAY or i - 1 < done:
            return
        atom.first = i - 1
        while (
            atom.between
            and self.entries[atom.first].clitics == "و"
            and self._mask(atom.first - 1) & S.WEEKDAY
            and atom.first - 1 >= done
        ):
            atom.first -= 1
        if not atom.between:
            atom.weekday = self.entries[i - 1].senses[S.WEEKDAY].value
        self._take_day_word(atom, done)

    def _take_day_word(self, atom: Atom, done: int) -> None:
        """Take the word 'day' before a weekday or a date: يوم الأربعاء."""
        period = self._sense(atom.first - 1, S.PERIOD)
        if period is not None and period.value == "D" and atom.first - 1 >= done:
            if self.entries[atom.first - 1].kind == WORD:
                atom.first -= 1

    def _weekday_after(self, atom: Atom) -> None:
        """Take the weekday in brackets behind a date: 15 نوفمبر 2023 (الأربعاء)."""
        j = atom.last
        if self._norm(j) == "(" and self._norm(j + 2) == ")":
            sense = self._sense(j + 1, S.WEEKDAY)
            if sense is not None and not atom.between:
                atom.weekday, atom.last = sense.value, j + 3
