"""Months, days, weekdays, clock times, Hijri dates and dates in digits."""

from __future__ import annotations

from datetime import timedelta

from arnlp.lexicon import senses as S
from arnlp.mentions import calendar as cal
from arnlp.mentions.date_atoms import HIJRI_YEARS, YEARS, Atom, DateReader
from arnlp.text import chars
from arnlp.text.tokens import DATE, LATIN, NUMERAL, PAIR, TIME, WORD


class DayReader(DateReader):
    """Reads what is no longer than a month, and what is written in digits."""

    # -- months ----------------------------------------------------------------------------

    def _month(self, i: int, done: int) -> Atom | None:
        entry = self.entries[i]
        sense = entry.senses[S.MONTH]
        english = entry.kind == LATIN
        if english and entry.caps == 0:
            return None
        atom = Atom(i, i + 1, "month", month=sense.value)
        j = self._month_twin(i, sense.value)
        if self._norm(j) == "." and entry.mask & S.ABBREVIATION:
            j += 1
        atom.last = j
        self._day_before(atom, done)
        if english and atom.day is None:
            self._day_after(atom)
        self._year_after(atom)
        self._deixis_around(atom)
        if atom.first > done and (period := self._sense(atom.first - 1, S.PERIOD)):
            if period.value == "M" and atom.day is None:
                atom.first -= 1
                atom.between = period.role == "2" and atom.between
        if atom.day is not None:
            atom.grain = "day"
            self._weekday_before(atom, done)
        if sense.role == "weak" and not self._supported(atom, i, english):
            return None
        return atom

    def _supported(self, atom: Atom, i: int, english: bool) -> bool:
        """Tell whether a month that is also a common word has a date's company."""
        if atom.day or atom.year or atom.shift is not None or atom.first < i:
            return True
        before = self._sense(i - 1, S.STOP)
        if english:
            return before is not None and before.role in ("prep", "conj")
        clitics = self.entries[i].clitics
        previous = self._norm(i - 1)
        near_month = any(self._sense(k, S.MONTH) is not None for k in range(i - 3, i + 4) if k != i)
        return previous in (
            "في",
            "منذ",
            "من",
            "خلال",
            "حتي",
            "نهايه",
            "مطلع",
            "بدايه",
            "بين",
            "الي",
        ) or (near_month and clitics in ("", "و", "ل"))

    def _month_twin(self, i: int, value: int) -> int:
        """Skip the same month in another family: أغسطس/آب, آب (أغسطس)."""
        for mark, closing in (("/", 0), ("(", 1)):
            if self._norm(i + 1) == mark:
                twin = self._sense(i + 2, S.MONTH)
                if twin is not None and twin.value == value:
                    return i + 3 + closing
        return i + 1

    def _day_before(self, atom: Atom, done: int) -> None:
        """Read the day before a month: 14, 25 و26, السابع والعشرين من, فاتح, 15 إلى 19, the 20th of."""
        i = atom.first
        if self._norm(i - 1) in ("/", "-"):
            if (value := self._integer_at(i - 2, 31)) and i - 2 >= done:
                atom.day, atom.first = value, i - 2
                return
        if (period := self._sense(i - 1, S.PERIOD)) and period.value == "M" and period.role == "1":
            if i - 1 > done:
                i -= 1
        if self._norm(i - 1) in ("من", "of") and i - 1 > done:
            i -= 1
        if i - 1 >= done and (self._word(i - 1, "first") or self._word(i - 1, "last")):
            atom.day = 1 if self._word(i - 1, "first") else -1
            atom.first = i - 1
            return
        number = self.number_before.get(i)
        value = self._integer_at(i - 1, 31)
        first = i - 1
        if (
            value is None
            and number is not None
            and number.first >= done
            and number.kind in ("ordinal", "cardinal")
        ):
            if isinstance(number.value, int) and 1 <= number.value <= 31:
                value, first = number.value, number.first
        if value is None or first < done:
            return
        atom.day, atom.first = value, first
        if self._norm(first - 1) == "the":
            atom.first = first - 1
        self._day_range(atom, done)

    def _day_range(self, atom: Atom, done: int) -> None:
        """Read a first day that shares the month: 25 و26 سبتمبر, 15 إلى 19 ديسمبر, 9 and 10 September."""
        i = atom.first
        joiner = self._norm(i - 1)
        if joiner not in ("و", "and", "الي", "الى", "to", "-", "\u2013", "حتي"):
            return
        earlier = self._integer_at(i - 2, 31)
        if earlier is None or i - 2 < done or atom.day is None or earlier >= atom.day:
            return
        if joiner in ("و", "and") and not self._lists_days(i - 2):
            return
        atom.day_to, atom.day, atom.first = atom.day, earlier, i - 2
        atom.between = True

    def _lists_days(self, i: int) -> bool:
        """Tell whether a list of days starts at a token: a day word, weekday or preposition before."""
        before = self.entries[i - 1] if i else None
        return before is None or bool(
            before.mask & (S.PERIOD | S.WEEKDAY | S.STOP | S.DATE_WORD | S.CLITIC)
        )

    def _day_after(self, atom: Atom) -> None:
        """Read the American order: July 20, 2024."""
        value = self._integer_at(atom.last, 31)
        if value is None:
            return
        after = atom.last + 1
        if self._norm(after) in ("st", "nd", "rd", "th"):
            after += 1
        if self._sense(after, S.UNIT) or self._sense(after, S.NUMBER):
            return
        atom.day, atom.last = value, after

    def _weekday_before(self, atom: Atom, done: int) -> None:
        i = atom.first
        if self._norm(i - 1) in ("،", ","):
            i -= 1
        if self._sense(i - 1, S.WEEKDAY) and i - 1 >= done:
            atom.first = i - 1
            if (period := self._sense(i - 2, S.PERIOD)) and period.value == "D" and i - 2 >= done:
                atom.first = i - 2

    # -- Hijri -----------------------------------------------------------------------------

    def _hijri(self, i: int, done: int) -> Atom | None:
        day = self._integer_at(i - 1, 30)
        first = i - 1
        if day is None and (
            number := self.number_before.get(i - 1 if self._norm(i - 1) == "من" else i)
        ):
            if number.kind == "ordinal" and isinstance(number.value, int) and number.value <= 30:
                day, first = number.value, number.first
        j = i + 1
        if self._norm(j) in ("،", ",", "/"):
            j += 1
        if (period := self._sense(j, S.PERIOD)) and period.value == "Y":
            j += 1
        year = self._year_at(j, HIJRI_YEARS)
        if year is None or day is None or first < done:
            return None
        last = j + 1
        if self._word(last, "hijri"):
            last += 1
            if self._norm(last) == "." and self.tagged.starts[last] == self.tagged.ends[last - 1]:
                pass
        value = cal.from_hijri(year, self.entries[i].senses[S.HIJRI_MONTH].value, day)
        atom = Atom(first, last, "day", calendar="hijri")
        if value is None:
            self.context.warn(
                "hijri_out_of_range",
                "no such day in the Umm al-Qura calendar (1343 to 1500 AH)",
                self.tagged.starts[first],
                self.tagged.ends[last - 1],
            )
            atom.timex = "XXXX-XX-XX"
        else:
            atom.stretch = cal.of_day(value)
        self._weekday_before(atom, done)
        return atom

    # -- days ------------------------------------------------------------------------------

    def _relative_day(self, i: int, done: int) -> Atom | None:
        sense = self.entries[i].senses[S.RELATIVE_DAY]
        after = self.entries[i + 1] if i + 1 < self.size else None
        if self._norm(i) == "اليوم" and self._is_day_of_story(i + 1):
            return None
        atom = Atom(i, i + 1, "day", anchored=True)
        if self.anchor is not None:
            atom.stretch = cal.of_day(self.anchor + timedelta(sense.value))
        if after is not None and after.mask & S.WEEKDAY:
            atom.last = i + 2
            j = i + 2
            if self._norm(j) in ("،", ","):
                j += 1
        return atom

    def _is_day_of_story(self, i: int) -> bool:
        """Tell whether a word behind اليوم makes it a day of its own: الوطني, السابق, الأول."""
        if i >= self.size or not self.entries[i].definite:
            return False
        mask = self.masks[i]
        deixis = self._sense(i, S.DEIXIS)
        if deixis is not None:
            return bool(deixis.value)
        if mask & S.ORDINAL or self._word(i, "firstn"):
            return True
        return self._norm(i).endswith(("ي", "يه")) and not mask & S.WEEKDAY

    def _weekday(self, i: int, done: int) -> Atom | None:
        entry = self.entries[i]
        if entry.kind == LATIN and entry.caps == 0:
            return None
        atom = Atom(i, i + 1, "day", anchored=True)
        if self._date_follows(i + 1):
            return None  # it belongs to that date
        if self._norm(i + 1) == "of" and self._mask(i + 2) & S.SET:
            return None  # the first Sunday of every month
        period = self._sense(i - 1, S.PERIOD)
        has_day_word = period is not None and period.value == "D" and i - 1 >= done
        if has_day_word:
            atom.first = i - 1
        self._deixis_around(atom)
        if entry.kind == WORD and not has_day_word and atom.shift is None:
            if not self._is_weekday_use(i):
                return None
        elif entry.kind == LATIN and self._norm(i - 1) == "on" and atom.shift is None:
            atom.first = i - 1
        if self.anchor is None:
            return atom
        ahead = (entry.senses[S.WEEKDAY].value - self.anchor.isoweekday()) % 7
        if atom.shift == 1:
            days = ahead or 7
        elif atom.shift == -1:
            days = (ahead or 7) - 7
        elif ahead and self._in_future(i):
            days = ahead
        else:
            days = ahead - 7 if ahead else 0
        atom.stretch = cal.of_day(self.anchor + timedelta(days))
        return atom

    def _date_follows(self, j: int) -> bool:
        """Tell whether a day of a month stands at a token: 29 حزيران, 15/10/2024."""
        if self._norm(j) in ("،", ","):
            j += 1
        if j < self.size and self.entries[j].kind == DATE:
            return True
        return self._integer_at(j, 31) is not None and bool(self._mask(j + 1) & S.MONTH)

    def _is_weekday_use(self, i: int) -> bool:
        """Tell whether a bare weekday's name is one: after a verb or preposition, before a date."""
        before = self.entries[i - 1] if i else None
        if before is not None and before.mask & (S.STOP | S.RELATIVE_DAY | S.DAYPART):
            return True
        return (
            before is None
            or self._norm(i + 1) in ("،", ",", "-", "(")
            or self._integer_at(i + 1, 31) is not None
        )

    # -- digits ----------------------------------------------------------------------------

    def _numeric(self, i: int, done: int) -> Atom | None:
        entry = self.entries[i]
        if entry.kind == DATE:
            stretch = numeric_date(entry.norm)
            if stretch is None:
                return None
            atom = Atom(i, i + 1, "day", stretch)
            self._weekday_before(atom, done)
            return atom
        if entry.kind == TIME:
            return self._time(i)
        if entry.kind == PAIR:
            pair = year_pair_of(entry.norm)
            if pair is None:
                return None
            if pair[1] == pair[0] + 1:
                stretch = cal.between(cal.year(pair[0]), cal.year(pair[1]))
                return Atom(i, i + 1, "interval", stretch, between=True)
            return None
        if (agency_day := self._agency_day(i)) is not None:
            return agency_day
        year = self._year_at(i)
        if year is not None and self._norm(i + 1) in ("-", "\u2013") and self._glued_years(i, year):
            stretch = cal.between(cal.year(year), cal.year(year + 1))
            return Atom(i, i + 3, "interval", stretch, between=True)
        if year is None or not self._is_bare_year(i):
            return None
        last = i + 2 if self._word(i + 1, "gregorian") else i + 1
        return Atom(i, last, "year", cal.year(year), year=year)

    def _agency_day(self, i: int) -> Atom | None:
        """Read the day and month before an agency: 21 - 1 (كونا)."""
        day, month = self._integer_at(i, 31), self._integer_at(i + 2, 12)
        if day is None or month is None or self._norm(i + 1) != "-":
            return None
        if self._norm(i + 3) != "(" or not self._mask(i + 4) & S.AGENCY:
            return None
        return Atom(i, i + 3, "day", month=month, day=day)

    def _glued_years(self, i: int, year: int) -> bool:
        """Tell whether a hyphen joins a year to the next one: الموسم الفلاحي 2023-2024."""
        return self._year_at(i + 2) == year + 1 and self._adjacent(i + 1) and self._adjacent(i + 2)

    def _is_bare_year(self, i: int) -> bool:
        """Tell whether four digits are a year: a preposition before, nothing counted behind."""
        if i == 0:
            return False
        after = self.entries[i + 1] if i + 1 < self.size else None
        if after is not None:
            if (
                after.mask & (S.UNIT | S.CURRENCY | S.NUMBER | S.PERCENT | S.NOUN | S.MULTIPLE)
                and not after.clitics
            ):
                return False
            if (
                after.kind == WORD
                and not after.mask
                and not after.norm.startswith(("و", "ف", "ب", "ل", "ت", "ي"))
            ):
                return False
            if (
                after.kind == LATIN
                and not after.mask
                and self.tagged.starts[i + 1] == self.tagged.ends[i]
            ):
                return False
            if (
                after.kind == LATIN
                and after.caps == 0
                and not after.mask & (S.STOP | S.VERB | S.DATE_WORD | S.RELATIVE_DAY)
            ):
                return False
        before = self.entries[i - 1]
        if before.mask & S.CURRENCY:
            return False
        sense = before.senses.get(S.STOP)
        if (sense is not None and sense.role in ("prep", "conj")) or before.mask & S.DATE_WORD:
            return before.norm not in ("مع", "نحو", "على", "علي", "with", "for", "about", "around")
        if before.surface in ("(", "-", "\u2013", "\u2014"):
            return True
        return bool(before.mask & S.CLITIC) and self._follows_year(i)

    def _follows_year(self, i: int) -> bool:
        """Tell whether the token before a conjunction is a year too: 2015 و2020."""
        return self._norm(i - 1) == "و" and self._year_at(i - 2) is not None

    def _time(self, i: int) -> Atom | None:
        hours, minutes = (int(part) for part in self.entries[i].norm.split(":")[:2])
        part = self._sense(i + 1, S.DAYPART)
        last = i + 2 if part is not None else i + 1
        if part is not None and part.role == "" and part.value == "pm" and hours < 12:
            hours += 12
        elif part is not None and part.value == "am" and hours == 12:
            hours = 0
        if hours > 23 or minutes > 59:
            return None
        if part is None and not (self._word(i - 1, "clock") or self._sense(i - 1, S.STOP)):
            return None
        first = i - 1 if self._word(i - 1, "clock") else i
        return Atom(first, last, "time", timex=f"T{hours:02d}:{minutes:02d}")

    def _clock(self, i: int) -> Atom | None:
        """Read الساعة العاشرة صباحا, الساعة 10 مساء."""
        if i + 1 < self.size and self.entries[i + 1].kind == TIME:
            return self._time(i + 1)
        number = self.number_at.get(i + 1)
        if number is None or not isinstance(number.value, int) or not 1 <= number.value <= 24:
            return None
        if number.kind == "cardinal" and self.entries[number.first].kind != NUMERAL:
            return None
        hours, last, minutes = number.value, number.last, 0
        if self.entries[last].norm == "والنصف" if last < self.size else False:
            minutes, last = 30, last + 1
        part = self._sense(last, S.DAYPART)
        if part is not None:
            last += 1
            if part.value == "pm" and hours < 12:
                hours += 12
        return Atom(i, last, "time", timex=f"T{hours % 24:02d}:{minutes:02d}")

    def _set(self, i: int) -> Atom | None:
        sense = self.entries[i].senses[S.SET]
        if self.entries[i].kind == LATIN and self._norm(i + 1) in (
            "ago",
            "earlier",
            "later",
            "ahead",
        ):
            return None
        if self._norm(i).endswith("اليوم") and self._is_day_of_story(i + 1):
            return None
        return Atom(i, i + 1, "set", timex=sense.value)


def numeric_date(norm: str) -> cal.Stretch | None:
    """Read 2020-11-15, 15/11/2020, 15.11.2020: the day first outside ISO order."""
    separator = next(c for c in norm if not c.isdigit())
    a, b, c = (int(part) for part in norm.translate(chars.DIGIT_VALUES).split(separator))
    if a > 31:
        return cal.day(a, b, c)
    if c not in YEARS:
        return None
    return cal.day(c, b, a)


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
