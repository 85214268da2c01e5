"""Spans of several periods, counted from the release or within a year, and repetitions."""

from __future__ import annotations

from datetime import timedelta

from arnlp.lexicon import senses as S
from arnlp.mentions import calendar as cal
from arnlp.mentions.date_atoms import PARTS_OF_HOUR, Atom, DateReader
from arnlp.text.tokens import NUMERAL, WORD

_MOST = 200  # more periods than these are no time expression
_MONTHS_OF = {"M": 1, "Q": 3, "H": 6}
_UNITS = ("Y", "M", "W", "D", "Q", "H", "DECADE", "FY")
_TIMEX_OF = {
    "Y": "P{}Y",
    "M": "P{}M",
    "W": "P{}W",
    "D": "P{}D",
    "DECADE": "P{}0Y",
    "CENTURY": "P{}00Y",
}
_TIMEX_OF_UNIT = {"s": "PT{}S", "min": "PT{}M", "h": "PT{}H"}
# What is counted before how often: tonnes, dinars, visits, twice.
_COUNTED = S.UNIT | S.CURRENCY | S.NOUN | S.MULTIPLE | S.NUMERIC | S.PERCENT
_DAYS = {"D": 1, "W": 7}
_DATED = S.NUMERIC | S.NUMBER | S.MONTH | S.HIJRI_MONTH | S.WEEKDAY


class Count:
    """So many periods, over a range of tokens."""

    __slots__ = ("first", "last", "number", "unit")

    def __init__(self, first: int, last: int, number: int, unit: str) -> None:
        self.first, self.last, self.number, self.unit = first, last, number, unit


class SpanReader(DateReader):
    """Reads السنوات الخمس المقبلة, قبل ثلاثة أيام, two weeks ago, the first nine months, every Monday."""

    def _span(self, i: int, done: int) -> Atom | None:
        """Read what starts from a period word: counted periods, and where they lie."""
        sense = self.entries[i].senses[S.PERIOD]
        if sense.value not in _UNITS:
            return None
        count = self._count_at(i, done)
        if count is None:
            return None
        return self._offset(count, done) or self._counted(count, i, done)

    def _count_at(self, i: int, done: int) -> Count | None:
        """Read how many of a period a token counts: ثلاث سنوات, السنوات الثلاث, عامين, 3 weeks, شهر."""
        sense = self.entries[i].senses[S.PERIOD]
        unit = sense.value
        if sense.role == "2":
            return Count(i, i + 1, 2, unit)
        before, after = self.number_before.get(i), self.number_at.get(i + 1)
        if after is None and not self._latin(i) and self._is_article(i + 1):
            after = self.number_at.get(i + 2)  # السنوات الـ5
        if unit == "DECADE" and self.entries[i].definite and self._word(i + 1, "lastn"):
            return Count(i, i + 1, 1, unit)
        if self.entries[i].kind == WORD and self.entries[i].definite:
            if after is not None and after.kind == "cardinal" and self._is_count(after.value):
                return Count(i, after.last, after.value, unit)
        if before is not None and before.first >= done and before.kind == "cardinal":
            if self._is_count(before.value) and before.last == i:
                return Count(before.first, i + 1, before.value, unit)
            return None
        if self._link(i + 1, "ending") and sense.role == "1":
            return Count(i, i + 1, 1, unit)  # السنة المنتهية في 31 ديسمبر
        if self._latin(i):
            if self._norm(i - 1) in ("a", "an") and i - 1 >= done:
                return Count(i - 1, i + 1, 1, unit)
            if unit == "DECADE" and self._is_latest(i - 1):
                return Count(i, i + 1, 1, unit)
            return None
        if self.entries[i].definite or self._mask(i + 1) & _DATED:
            return None  # قبل عام 2020, قبل شهر رمضان
        number_of = self._sense(i, S.UNIT)
        if number_of is not None and number_of.role != "singular":
            return None  # منذ سنوات
        return Count(i, i + 1, 1, unit)

    def _is_article(self, i: int) -> bool:
        """Tell whether an article stands alone before digits: الـ5."""
        return bool(self._mask(i) & S.CLITIC) and self.entries[i].norm.startswith("ال")

    def _is_latest(self, i: int) -> bool:
        """Tell whether a word means what has just gone by: the past decade, not the last one."""
        sense = self._sense(i, S.DEIXIS)
        return sense is not None and sense.role == "latest"

    @staticmethod
    def _is_count(value: object) -> bool:
        return isinstance(value, int) and 0 < value < _MOST

    # -- so long ago -----------------------------------------------------------------------

    def _offset(self, count: Count, done: int) -> Atom | None:
        """Read how far from the release: قبل ثلاثة أيام, two weeks ago, بعد شهرين من الآن, منذ عامين."""
        before = count.first - 1
        if self._link(count.last, "ending"):
            return Atom(
                count.first, count.last + 1, "offset", unit=count.unit, told=count.number, edge="ended"
            )  # fmt: skip
        if self._latin(count.last - 1):
            return self._english_offset(count)
        if before < done or self._goes_on(count.last):
            return None
        if self._link(before, "ago"):
            if self._is_before_event(count.last):
                return None
            return self._away(count, before, count.last, -1)
        if self._link(before, "after"):
            if self._link(count.last, "hence"):
                return self._away(count, before, count.last + 1, 1)
            if self._is_before_event(count.last) or not self._in_future(before):
                return None
            return self._away(count, before, count.last, 1)
        if self._word(before, "open") and self._sense(before, S.STOP) is not None:
            atom = self._away(count, count.first, count.last, -1)
            if atom is not None and atom.grain in ("year", "month", "day"):
                return atom
        return None

    def _english_offset(self, count: Count) -> Atom | None:
        """Read two weeks ago, two days from now, three days after ..., the 12 months to June 30."""
        if self._word(count.last, "to") and self._link(
            count.first - 1, "the"
        ):  # the 12 months to June 30
            return Atom(
                count.first, count.last + 1, "offset", unit=count.unit, told=count.number,
                edge="ended",
            )  # fmt: skip
        if self._link(count.last, "ago"):
            return self._away(count, count.first, count.last + 1, -1)
        if self._link(count.last, "hence"):
            return self._away(count, count.first, count.last + 1, 1)
        if self._link(count.last, "before", "after") or self._word(count.last, "from"):
            sign = -1 if self._link(count.last, "before") else 1
            return Atom(
                count.first, count.last + 1, "offset", unit=count.unit, told=sign * count.number
            )
        return None

    def _goes_on(self, j: int) -> bool:
        """Tell whether a half or a smaller unit follows a count: ثلاث سنوات ونصف, شهر و21 يوما."""
        if j >= self.size or not (self.entries[j].clitics == "و" or self._link(j, "and")):
            return False
        k = j + 1 if self._link(j, "and") else j
        if self._mask(k) & S.FRACTION:
            return True
        number = self.number_at.get(k)
        end = number.last if number is not None else k
        return bool(self._mask(end) & (S.PERIOD | S.UNIT)) and not self.entries[k].definite

    def _is_before_event(self, j: int) -> bool:
        """Tell whether what follows a span says from when it counts: بعد شهرين من توقيعه."""
        return self._link(j, "of") or bool(self._mask(j) & (S.ORDINAL | S.DEIXIS))

    def _away(self, count: Count, first: int, last: int, sign: int) -> Atom | None:
        """Return the day, month or year so far from the release."""
        months = {"Y": 12, "M": 1, "DECADE": 120}.get(count.unit)
        if months is None and count.unit not in _DAYS:
            return None
        grain = {"Y": "year", "M": "month", "DECADE": "year"}.get(count.unit, "day")
        atom = Atom(first, last, grain, anchored=True, unit="ago" if sign < 0 else "")
        if self.anchor is None:
            return atom
        shift = sign * count.number
        if months is None:
            atom.stretch = cal.of_day(self.anchor + timedelta(shift * _DAYS[count.unit]))
            return atom
        year, month = cal.shift_months(self.anchor, shift * months)
        if not 1 <= year <= 9998:
            return None
        atom.stretch = cal.month(year, month) if count.unit == "M" else cal.year(year)
        return atom

    def _now(self, i: int) -> Atom:
        """Read 'now', which is a date only as the end of a range."""
        stretch = cal.of_day(self.anchor) if self.anchor else None
        return Atom(i, i + 1, "now", stretch, anchored=True)

    # -- counted periods -------------------------------------------------------------------

    def _counted(self, count: Count, i: int, done: int) -> Atom | None:
        """Read the next five years, الأشهر التسعة الأولى من العام, the last three months of 2023."""
        arabic = self.entries[i].kind == WORD
        if not arabic:
            opener = count.first - 1
        elif count.first == i or (number := self.number_before.get(i)) is None:
            opener = count.last
            if count.number == 1 and count.unit != "DECADE":
                return None
        else:
            opener = count.last
            if not number.article:  # أول تسعة أشهر من 2023
                opener = count.first - 1
                if not self._word(opener, "firstn", "lastn", "end"):
                    return None
        if not arabic and (opener < done or self._is_verb(opener)):
            return None
        return self._periods_of(count, opener)

    def _is_verb(self, i: int) -> bool:
        """Tell whether 'last' is a verb: it will last four days, talks resume and last a week."""
        return self._word(i, "lastn") and (
            bool(self._mask(i - 1) & S.FUTURE)
            or self._word(i - 1, "to")
            or self._link(i - 1, "and")
        )

    def _periods_of(self, count: Count, opener: int) -> Atom | None:
        """Read what tells which so many periods are meant: the next, the last, the first of 2024."""
        shift = self._deixis(opener, "", "told")
        latest = self._word(opener, "lastn") and not self._latin(opener)
        first, last = min(count.first, opener), max(count.last, opener + 1)
        atom = Atom(first, last, "interval", anchored=True, between=True)
        if (shift is not None and shift < 0) or latest:
            if self._within_year(atom, count, -1):
                return atom
        if shift or latest:
            atom.stretch = self._next_periods(count, shift or -1)
            return atom
        if not self._word(opener, "firstn", "lastn", "end"):
            return None
        side = 1 if self._word(opener, "firstn") else -1
        return atom if self._within_year(atom, count, side) else None

    def _within_year(self, atom: Atom, count: Count, side: int) -> bool:
        """Take the first or last so many months of the year that follows into an atom."""
        size = _MONTHS_OF.get(count.unit)
        year = self._year_of(atom.last)
        if (
            year is None
            or year.calendar != "gregorian"
            or (size is None and count.unit not in _DAYS)
        ):
            return False
        atom.last, atom.anchored = year.last, year.anchored
        if year.value is None or year.start is None:
            return True
        if size is None:
            atom.stretch = _days_within(year.value, count.number * _DAYS[count.unit], side)
            return True
        if count.number * size > 12:
            return False
        months = count.number * size
        low = year.start if side > 0 else year.start + 12 - months
        ends = (low, low + months - 1)
        atom.stretch = cal.between(
            *(cal.month(year.value + (m - 1) // 12, (m - 1) % 12 + 1) for m in ends)
        )
        return True

    def _next_periods(self, count: Count, shift: int) -> cal.Stretch | None:
        """Return the interval of the last or next so many years, months, weeks or days."""
        anchor = self.anchor
        if anchor is None or not shift:
            return None
        number = count.number
        ends = (1, number) if shift > 0 else (-number, -1)
        if count.unit in ("Y", "DECADE", "FY"):
            years = 10 if count.unit == "DECADE" else 1
            if number * years > _MOST:
                return None
            low, high = (1, number * years) if shift > 0 else (-number * years, -1)
            return cal.between(cal.year(anchor.year + low), cal.year(anchor.year + high))
        if count.unit in ("Q", "H"):
            unit, parts = count.unit, 12 // _MONTHS_OF[count.unit]
            now = anchor.year * parts + (anchor.month - 1) * parts // 12
            low_part, high_part = (
                cal.part_of_year((now + end) // parts, unit, (now + end) % parts + 1)
                for end in ends
            )
            return cal.between(low_part, high_part) if low_part and high_part else None
        if count.unit == "M":
            low_month, high_month = (cal.shift_months(anchor, end) for end in ends)
            return cal.between(cal.month(*low_month), cal.month(*high_month))
        edge = timedelta(number * _DAYS[count.unit])
        if shift > 0:
            return cal.days(anchor + timedelta(1), anchor + edge)
        return cal.days(anchor - edge, anchor - timedelta(1))

    # -- repetition ------------------------------------------------------------------------

    def _set(self, i: int) -> Atom | None:
        """Read yearly, كل عام; a month ago is a month, كل يوم اثنين a weekday."""
        value: str = self.entries[i].senses[S.SET].value
        if value.startswith("XXXX") and not self._latin(i) and self._lists_weekdays(i):
            return self._weekdays(i, int(value[-1]))
        weekday = self._sense(i + 1, S.WEEKDAY) or self._sense(i + 1, S.BARE_WEEKDAY)
        if weekday is not None and not self._latin(i) and value == "P1D":
            return Atom(i, i + 2, "set", timex=f"XXXX-WXX-{weekday.value}")
        if self._latin(i) and self._link(i + 1, "ago", "hence"):
            sign = -1 if self._link(i + 1, "ago") else 1
            return self._away(Count(i, i + 1, 1, value[-1]), i, i + 2, sign)
        if self._is_word(i - 1, "lasting"):
            return None  # for a year
        if self._is_a_year_earlier(i):
            return Atom(i, i + 2, "same", unit="P", told=-1)
        if self._mask(i + 1) & (S.ORDINAL | S.DEIXIS) or self._word(i + 1, "firstn", "lastn"):
            return None  # في اليوم التالي
        return Atom(i, i + 1, "set", timex=value)

    def _lists_weekdays(self, i: int) -> bool:
        """Tell whether weekdays are days of one week: أيام الأحد والاثنين الماضية, أيام السبت 5 والأحد 6."""
        return bool(self._mask(self._end_of_weekdays(i)) & (S.DEIXIS | S.NUMERIC))

    def _end_of_weekdays(self, i: int) -> int:
        """Return the end of the weekdays behind a token, a week of them at most."""
        k = i + 1
        while k <= i + _DAYS["W"] and self._mask(k) & S.WEEKDAY:
            k += 1
        return k

    def _weekdays(self, i: int, first: int) -> Atom | None:
        """Read several days of one week: أيام السبت والأحد والاثنين المقبلة."""
        k = self._end_of_weekdays(i)
        shift = self._deixis(k, "")
        if shift is None or k == i + 1:
            return None
        atom = Atom(i, k + 1, "interval", anchored=True, between=True)
        if self.anchor is None:
            return atom
        length = (self.entries[k - 1].senses[S.WEEKDAY].value - first) % 7
        start = cal.told_weekday(self.anchor, first, shift)
        if shift < 0 and start + timedelta(length) >= self.anchor:
            start -= timedelta(7)
        atom.stretch = cal.days(start, start + timedelta(length))
        return atom

    def _per(self, i: int) -> Atom | None:
        """Read how often behind what is counted: 500 طن في السنة, مرتين في اليوم الواحد."""
        sense = self._sense(i, S.PERIOD)
        if sense is None or sense.role != "1" or sense.value not in ("Y", "M", "W", "D"):
            return None
        if self._latin(i) or not self.entries[i].definite or not self._link(i - 1, "in"):
            return None
        if not self._mask(i - 2) & _COUNTED:
            return None
        one = self._sense(i + 1, S.NUMBER)
        last = i + 2 if one is not None and one.value == 1 else i + 1
        if self._mask(last) & (
            S.DEIXIS | S.ORDINAL | S.NUMBER | S.NUMERIC
        ) or not self._ends_phrase(last):
            return None
        return Atom(i - 1, last, "set", timex=_TIMEX_OF[sense.value].format(1))

    def _every(self, i: int) -> Atom | None:
        """Read every Monday, كل يوم اثنين, كل ثلاثة أسابيع, every 15 minutes, every two years."""
        j = i + 1
        if self._period(j, "D") and self._mask(j + 1) & (S.WEEKDAY | S.BARE_WEEKDAY):
            j += 1
        weekday = self._sense(j, S.WEEKDAY) or self._sense(j, S.BARE_WEEKDAY)
        if weekday is not None:
            return Atom(i, j + 1, "set", timex=f"XXXX-WXX-{weekday.value}")
        part = self._sense(j, S.FRACTION)
        if part is not None and part.value in PARTS_OF_HOUR:
            unit = self._sense(j + 1, S.UNIT)
            if unit is not None and unit.value == "h":  # كل ربع ساعة
                return Atom(i, j + 2, "set", timex=f"PT{PARTS_OF_HOUR[part.value]}M")
        number = self.number_at.get(j)
        count: object = number.value if number is not None else 1
        k = number.last if number is not None else j
        if number is None and self.size > j and self.entries[j].kind == NUMERAL:
            return None
        if number is not None and (number.kind != "cardinal" or not self._is_count(count)):
            return None
        period = self._sense(k, S.PERIOD)
        one = self._sense(k, S.UNIT)
        pattern: str | None = None
        if period is not None:
            pattern = _TIMEX_OF.get(period.value)
            if period.value == "Q":
                pattern, count = "P{}M", 3 * int(str(count))
            elif period.value == "H":
                pattern, count = "P{}M", 6 * int(str(count))
            count = 2 if period.role == "2" else count
        elif one is not None:
            pattern = _TIMEX_OF_UNIT.get(one.value)
            count = 2 if one.role == "dual" else count
        if pattern is None or self.entries[k].definite:
            return None
        return Atom(i, k + 1, "set", timex=pattern.format(count))


def _days_within(year: int, length: int, side: int) -> cal.Stretch:
    """Return the first or last so many days of a year.

    >>> _days_within(2023, 10, 1).edtf
    '2023-01-01/2023-01-10'
    """
    whole = cal.year(year)
    assert whole.first is not None
    assert whole.last is not None
    edge = timedelta(min(length, 365) - 1)
    if side > 0:
        return cal.days(whole.first, whole.first + edge)
    return cal.days(whole.last - edge, whole.last)
