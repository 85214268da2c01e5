"""Dates in digits, and years by their digits alone."""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.mentions import calendar as cal
from arnlp.mentions.date_atoms import (
    COMMAS,
    DASHES,
    HIJRI,
    HIJRI_YEARS,
    TOLD_YEARS,
    YEARS,
    Atom,
    year_pair_of,
)
from arnlp.mentions.date_months import MonthReader
from arnlp.text import chars
from arnlp.text.tokens import DATE, LATIN, PAIR, WORD

_MONTHS, _DAYS = 12, 31
_MOST_PARTS = 4  # one more than a date has


class DigitReader(MonthReader):
    """Reads 15/11/2023, 2019-2023, 14/1/1446هـ, the 1990s and a year behind a preposition."""

    def _numeric(self, i: int, done: int) -> Atom | None:
        entry = self.entries[i]
        if entry.kind == DATE:
            return self._digits(i, done)
        if entry.kind == PAIR:
            return self._pair(i, done)
        if (agency_day := self._agency_day(i)) is not None:
            return agency_day
        if (spaced := self._spaced_digits(i, done)) is not None:
            return spaced
        year = self._year_at(i)
        if year is not None and self._norm(i + 1) in DASHES and self._adjacent(i + 1):
            found = self._glued_years(i, year)
            if found is not None:
                return found
        decade = self._decade(i)
        if decade is not None:
            return decade
        if year is None:
            return self._short_date(i, done) or self._hijri_digits(i)
        if not self._is_bare_year(i):
            return None
        last = i + 2 if self._word(i + 1, "gregorian") else i + 1
        return Atom(i, last, "year", cal.year(year), year=year)

    def _spaced_digits(self, i: int, done: int) -> Atom | None:
        """Read 22 / 04 / 1443 هـ, 2023 / 2024 and 5 - 10 - 2024, with spaces between."""
        mark = self._norm(i + 1)
        if mark not in ("/", "-"):
            return None
        low, high = self._year_at(i), self._year_at(i + 2)
        if mark == "/" and low is not None and high == low + 1:
            stretch = cal.between(cal.year(low), cal.year(high))
            return Atom(i, i + 3, "interval", stretch, between=True)
        if self._norm(i + 3) != mark:
            return None
        numbers = [self._integer_at(k, TOLD_YEARS.stop) for k in (i, i + 2, i + 4)]
        a, b, c = numbers
        if a is None or b is None or c is None or b > _MONTHS:
            return None
        year, day = (a, c) if a in TOLD_YEARS else (c, a)
        if year not in TOLD_YEARS or day > _DAYS:
            return None
        return self._day_in_digits(i, i + 5, (year, b, day), done)

    def _digits(self, i: int, done: int) -> Atom | None:
        """Read 15/11/2023, 2023-11-15 and 14/1/1446هـ."""
        return self._day_in_digits(i, i + 1, digits_of(self.entries[i].norm), done)

    def _day_in_digits(
        self, i: int, end: int, parts: tuple[int, int, int], done: int
    ) -> Atom | None:
        """Return the day that year, month and day in digits give, of the calendar that they fit."""
        last = end + 1 if self._word(end, "hijri", "gregorian") else end
        marked = last > end and self._word(end, "hijri")
        year, month, day = parts
        if marked or year in HIJRI_YEARS:
            value = cal.from_hijri(year, month, day)
            atom = Atom(i, last, "day", calendar=HIJRI, year=year, month=month, day=day)
            atom.stretch = cal.of_day(value) if value else None
            if value is None:
                self._warn_of_range(atom)
                atom.month = None
        else:
            stretch = cal.day(year, month, day) or cal.day(year, day, month)
            if stretch is None or year not in TOLD_YEARS:
                return None
            atom = Atom(i, last, "day", stretch, year=year)
        self._weekday_before(atom, done)
        if atom.weekday is None:
            self._weekday_after(atom)
            self._take_day_word(atom, done)
        return atom

    def _hijri_digits(self, i: int) -> Atom | None:
        """Read a year of the Hijra by its mark alone: في 1446هـ."""
        year = self._year_at(i, HIJRI_YEARS)
        if year is None or not self._word(i + 1, "hijri"):
            return None
        return Atom(i, i + 2, "year", cal.hijri_year(year), year=year, calendar=HIJRI)

    def _pair(self, i: int, done: int) -> Atom | None:
        """Read 2019/2020, 11/2016 behind a preposition, 22/4 behind a day word."""
        norm = self.entries[i].norm
        pair = year_pair_of(norm)
        if pair is not None:
            if pair[1] != pair[0] + 1:
                return None
            if self._period(i + 1, "FY", "AY"):
                return self._split_year_before(i, i + 1, pair)
            stretch = cal.between(cal.year(pair[0]), cal.year(pair[1]))
            return Atom(i, i + 1, "interval", stretch, between=True)
        low, _, high = norm.translate(chars.DIGIT_VALUES).partition("/")
        a, b = int(low), int(high)
        led = self._leads_to_digits(i)
        if self._word(i + 1, "hijri") and a in HIJRI_YEARS and b == a + 1:
            years = cal.hijri_years(a, b)
            if years is None:
                return None
            return Atom(i, i + 2, "interval", years, between=True, calendar=HIJRI)
        if led and len(high) == 4 and b in YEARS and 1 <= a <= 12:
            return Atom(i, i + 1, "month", cal.month(b, a), year=b)
        if led and len(low) == 4 and a in YEARS and 1 <= b <= 12:
            return Atom(i, i + 1, "month", cal.month(a, b), year=a)
        return self._day_and_month(i, i + 1, a, b, done)

    def _leads_to_digits(self, i: int) -> bool:
        """Tell whether a token before digits says that they are a month: in, during, منذ, شهر."""
        if self._period(i - 1, "M") or self._link(i - 1, "in", "lead", "on", "by"):
            return True
        return self._word(i - 1, "to", "until", "between", "open", "from", "start", "end", "late")

    def _day_and_month(self, i: int, last: int, a: int, b: int, done: int) -> Atom | None:
        """Read a day and a month in digits, where a day word or weekday stands before."""
        before = self._sense(i - 1, S.PERIOD)
        weekday = bool(self._mask(i - 1) & S.WEEKDAY)
        if not (
            weekday
            or (before is not None and before.value == "D" and before.role == "1")
            or self._link(i - 1, "on")
        ):
            return None
        day, month = (a, b) if 1 <= b <= 12 else (b, a)
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return None
        atom = Atom(i, last, "day", month=month, day=day)
        self._weekday_before(atom, done)
        if not weekday:
            self._take_day_word(atom, done)
        return atom

    def _short_date(self, i: int, done: int) -> Atom | None:
        """Read 15/11/23 and 15-11-23 behind 'on', a day word or a weekday; 22-4 behind a day word."""
        norm = self.entries[i].norm.translate(chars.DIGIT_VALUES)
        parts = norm.split("/") if norm.count("/") == 2 else [norm]
        last = i + 1
        if (
            len(parts) == 1
            and norm.isdigit()
            and self._norm(i + 1) == "-"
            and self._adjacent(i + 1)
        ):
            numbers = [norm]
            while len(numbers) < _MOST_PARTS and self._norm(last) == "-" and self._adjacent(last):
                part = self._norm(last + 1)
                if not (self._adjacent(last + 1) and part.isdigit()):
                    break
                numbers.append(part.translate(chars.DIGIT_VALUES))
                last += 2
            parts = numbers
        if not all(part.isdigit() and len(part) <= 2 for part in parts):
            return None
        if len(parts) == 2:
            return self._day_and_month(i, last, int(parts[0]), int(parts[1]), done)
        if len(parts) != 3 or len(parts[2]) != 2:
            return None
        atom = self._day_and_month(i, last, int(parts[0]), int(parts[1]), done)
        if atom is None:
            return None
        short = int(parts[2])
        atom.year = 2000 + short if short < 60 else 1900 + short
        return atom

    def _agency_day(self, i: int) -> Atom | None:
        """Read the day and month before an agency: 21 - 1 (كونا)."""
        day, month = self._integer_at(i, 31), self._integer_at(i + 2, 12)
        if day is None or month is None or self._norm(i + 1) != "-":
            return None
        if self._norm(i + 3) != "(" or not self._mask(i + 4) & S.AGENCY:
            return None
        return Atom(i, i + 3, "day", month=month, day=day)

    def _glued_years(self, i: int, year: int) -> Atom | None:
        """Read 2023-2024, 2019-23 and 2020-2027; 2024-03 is a month."""
        if not self._adjacent(i + 2) or self._mask(i + 3) & (S.UNIT | S.CURRENCY | S.PERCENT):
            return None
        high = self._year_at(i + 2)
        if high is None:
            short = self._integer_at(i + 2, 99)
            if short is None or len(self.entries[i + 2].norm) != 2:
                return None
            if short == (year + 1) % 100:
                high = year + 1
            elif short <= 12 and not self._mask(i + 3) & S.NOUN:
                return Atom(i, i + 3, "month", cal.month(year, short), year=year)
            else:
                return None
        if self._period(i + 3, "FY", "AY") and high == year + 1:
            return self._split_year_before(i, i + 3, (year, high))
        if not year < high or (self._norm(i + 3) == "-" and self._adjacent(i + 3)):
            return None
        return Atom(i, i + 3, "interval", cal.between(cal.year(year), cal.year(high)), between=True)

    def _split_year_before(self, i: int, word: int, pair: tuple[int, int]) -> Atom:
        """Return the fiscal or academic year whose word follows: the 2024/2025 academic year."""
        start = self._start_of(word)
        stretch = cal.split_year(*pair, start if start != 1 else None)
        first = i - 1 if self._link(i - 1, "the") else i
        return Atom(first, word + 1, "year", stretch)

    def _decade(self, i: int) -> Atom | None:
        """Read the 1990s."""
        value = self._year_at(i, range(1500, YEARS.stop))
        short = self._integer_at(i, 90)
        if value is None and short is not None and short >= 20 and self._link(i - 1, "the"):
            value = 1900 + short  # the 70s
        if value is None or value % 10 or self._norm(i + 1) not in ("s", "'s", "\u2019s"):
            return None
        if not self._adjacent(i + 1):
            return None
        first = i - 1 if self._link(i - 1, "the") else i
        return Atom(first, i + 2, "decade", cal.decade(value))

    def _is_bare_year(self, i: int) -> bool:
        """Tell whether four digits are a year: a preposition before, nothing counted behind."""
        if i == 0 or self._is_of_law(i) or self._leads_to_part(i + 1) or self._is_counted(i):
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
                and not self.entries[i - 1].caps
                and not after.mask & (S.STOP | S.VERB | S.DATE_WORD | S.RELATIVE_DAY | S.DATE_LINK)
            ):
                return False
        before = self.entries[i - 1]
        if before.mask & S.CURRENCY:
            return False
        sense = before.senses.get(S.STOP)
        if (sense is not None and sense.role in ("prep", "conj")) or before.mask & S.DATE_WORD:
            return before.norm not in ("مع", "نحو", "على", "علي", "with", "for", "about", "around")
        if self._link(i - 1, "by", "ago", "before", "after", "lead"):
            return True
        if before.surface in ("(", "-", "\u2013", "\u2014"):
            return True
        return bool(before.mask & (S.CLITIC | S.COMMA)) and self._follows_year(i)

    def _is_counted(self, i: int) -> bool:
        """Tell whether a figure is the first end of a range of something counted: من 1900 إلى 2000 ريال."""
        j = i + 1
        if self._word(j, "to", "until") or self._link(j, "and") or self._norm(j) in DASHES:
            j += 1
        elif j >= self.size or self.entries[j].clitics != "و":
            return False
        if not self._mask(j) & S.NUMERIC:
            return False
        after = self.entries[j + 1] if j + 1 < self.size else None
        counted = S.UNIT | S.CURRENCY | S.PERCENT | S.NOUN
        return after is not None and bool(after.mask & counted) and not after.clitics

    def _leads_to_part(self, j: int) -> bool:
        """Tell whether a month or quarter is joined to the year before a token: 2019-Aug-01, 2017-Q1."""
        if self._norm(j) in ("-", "/") and self._adjacent(j) and self._adjacent(j + 1):
            j += 1
            if self._mask(j) & S.MONTH:
                return True
        return self._norm(j) in ("q", "h") and self._integer_at(j + 1, 4) is not None

    def _is_of_law(self, i: int) -> bool:
        """Tell whether a year belongs to a law: Law No. 5 of 2018, under the law of 2003."""
        if self._norm(i - 1) == "(" and self._mask(i - 2) & S.NUMERIC:  # Resolution 1325 (2000)
            return bool(self._mask(i - 3) & (S.IDENTIFIER_CUE | S.LAW))
        if not self._link(i - 1, "of"):
            return False
        if self._mask(i - 2) & (S.IDENTIFIER_CUE | S.LAW):
            return True
        return self._mask(i - 2) & S.NUMERIC != 0 and bool(
            (self._mask(i - 3) | self._mask(i - 4)) & S.IDENTIFIER_CUE
        )

    def _follows_year(self, i: int) -> bool:
        """Tell whether the token before a conjunction is a year too: 2015 و2020."""
        listed = self._link(i - 1, "and") or self._norm(i - 1) in COMMAS
        return listed and self._year_at(i - 2) is not None


def digits_of(norm: str) -> tuple[int, int, int]:
    """Return year, month and day of a date in digits: the day first outside ISO order.

    >>> digits_of("15/11/2023"), digits_of("2023-11-15")
    ((2023, 11, 15), (2023, 11, 15))
    """
    separator = next(c for c in norm if not c.isdigit())
    a, b, c = (int(part) for part in norm.translate(chars.DIGIT_VALUES).split(separator))
    return (a, b, c) if a > 31 else (c, b, a)
