"""Dates, times, intervals, durations and sets, resolved against the day of the release.

Two steps: atoms (a day, a month, a year, a quarter, a weekday ... as one expression states it,
its year perhaps missing), then what joins them (ranges, 'since', 'end of', two calendars).
A missing year is taken from the other end of a range, else from a word such as الماضي, else the
nearest to the release that fits the tense of the sentence; without a release date it stays null.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from arnlp.lexicon import senses as S
from arnlp.mentions import calendar as cal
from arnlp.mentions.context import Context
from arnlp.mentions.numbers import NumberMention
from arnlp.mentions.quantities import QuantityMention
from arnlp.text import chars
from arnlp.text.tokens import BREAK, DATE, LATIN, NUMERAL, PAIR, TIME, WORD

_TRIGGERS = (
    S.MONTH | S.HIJRI_MONTH | S.WEEKDAY | S.PERIOD | S.RELATIVE_DAY | S.SET | S.DATE_WORD | S.NUMERIC
)  # fmt: skip
_YEARS = range(1900, 2101)
_HIJRI_YEARS = range(1300, 1501)
_OF = frozenset(("من", "of", "in", "في", "ل", "،", ","))
_PLURAL_DEIXIS = ("ين", "ان")
_TIMEX_OF_UNIT = {"s": "S", "min": "M", "h": "H", "d": "D", "wk": "W", "mo": "M", "a": "Y"}
_FUTURE_EN = frozenset(("will", "would", "shall", "upcoming", "expected", "due"))
# First month of the fiscal year where it is not January (ISO 3166-1).
_FISCAL_START = {"EG": 7, "SD": 1, "JO": 1}
_ACADEMIC_START = 9


@dataclass(slots=True)
class DateMention:
    """A time expression over a range of tokens; ``stretch`` is None where it is unresolved."""

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


@dataclass(slots=True)
class _Atom:
    """One simple expression. What is not stated is None."""

    first: int
    last: int
    grain: str
    stretch: cal.Stretch | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    day_to: int | None = None
    shift: int | None = None  # الماضي -1, الجاري 0, المقبل 1
    anchored: bool = False
    calendar: str = "gregorian"
    timex: str | None = None
    between: bool = False  # it is itself an interval (25 و26 سبتمبر)


def find_dates(
    context: Context, numbers: list[NumberMention], quantities: list[QuantityMention]
) -> list[DateMention]:
    """Return the time expressions of a text in their order.

    A duration of the quantities ("لمدة ثلاث سنوات") is a date of kind duration too.
    """
    return _Finder(context, numbers).find() + [
        _duration(quantity) for quantity in quantities if quantity.kind == "duration"
    ]


def _duration(quantity: QuantityMention) -> DateMention:
    timex = _period(quantity.value, quantity.unit)
    if quantity.value_max is not None:
        timex = f"{timex}/{_period(quantity.value_max, quantity.unit)}"
    return DateMention(
        quantity.first, quantity.last, quantity.start, quantity.end, "duration", timex=timex
    )


def _period(value: object, unit: str | None) -> str:
    """Return an ISO 8601 duration.

    >>> _period(24, "h"), _period(3, "a")
    ('PT24H', 'P3Y')
    """
    letter = _TIMEX_OF_UNIT[unit or "d"]
    return f"P{'T' if unit in ('s', 'min', 'h') else ''}{value}{letter}"


class _Finder:
    def __init__(self, context: Context, numbers: list[NumberMention]) -> None:
        self.context = context
        self.tagged = context.tagged
        self.entries = context.tagged.entries
        self.size = len(self.entries)
        self.anchor = context.anchor
        self.number_before = {number.last: number for number in numbers}
        self.number_at = {number.first: number for number in numbers}
        self.out: list[DateMention] = []
        self._seen: list[_Atom] = []

    # -- helpers ---------------------------------------------------------------------------

    def _norm(self, i: int) -> str:
        return self.entries[i].norm if 0 <= i < self.size else ""

    def _sense(self, i: int, kind: int) -> S.Sense | None:
        return self.entries[i].senses.get(kind) if 0 <= i < self.size else None

    def _word(self, i: int, role: str) -> bool:
        sense = self._sense(i, S.DATE_WORD)
        return sense is not None and sense.role == role

    def _year_at(self, i: int, years: range = _YEARS) -> int | None:
        if not 0 <= i < self.size or self.entries[i].kind != NUMERAL:
            return None
        value = self.entries[i].value
        if isinstance(value, int) and value in years and len(self.entries[i].norm) == 4:
            return value
        return None

    def _integer_at(self, i: int, top: int) -> int | None:
        if not 0 <= i < self.size or self.entries[i].kind != NUMERAL:
            return None
        value = self.entries[i].value
        return value if isinstance(value, int) and 1 <= value <= top else None

    def _anchor_year(self, shift: int) -> int | None:
        return self.anchor.year + shift if self.anchor else None

    # -- the walk --------------------------------------------------------------------------

    def find(self) -> list[DateMention]:
        atoms: list[_Atom] = []
        done = 0
        for i in self.tagged.with_mask(_TRIGGERS):
            if i < done:
                continue
            atom = self._atom(i, done)
            if atom is not None and atom.last > done:
                atoms.append(atom)
                done = atom.last
        self._join(atoms)
        return self.out

    def _atom(self, i: int, done: int) -> _Atom | None:
        entry = self.entries[i]
        mask = entry.mask
        if mask & S.MONTH:
            return self._month(i, done)
        if mask & S.SET:
            return self._set(i)
        if mask & S.RELATIVE_DAY:
            return self._relative_day(i, done)
        if mask & S.HIJRI_MONTH:
            found = self._hijri(i, done)
            if found is not None:
                return found
        if mask & S.WEEKDAY:
            return self._weekday(i, done)
        if mask & S.DATE_WORD and self._word(i, "same"):
            return self._same(i)
        if mask & S.DATE_WORD and self._word(i, "clock"):
            return self._clock(i)
        if mask & S.PERIOD:
            return self._period_word(i, done)
        if mask & S.NUMERIC:
            return self._numeric(i, done)
        return None

    # -- months ----------------------------------------------------------------------------

    def _month(self, i: int, done: int) -> _Atom | None:
        entry = self.entries[i]
        sense = entry.senses[S.MONTH]
        english = entry.kind == LATIN
        if english and entry.caps == 0:
            return None
        atom = _Atom(i, i + 1, "month", month=sense.value)
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

    def _supported(self, atom: _Atom, i: int, english: bool) -> bool:
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

    def _day_before(self, atom: _Atom, done: int) -> None:
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

    def _day_range(self, atom: _Atom, done: int) -> None:
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

    def _day_after(self, atom: _Atom) -> None:
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

    def _year_after(self, atom: _Atom) -> None:
        j = atom.last
        if self._norm(j) in ("،", ",", "/", "-") and self._year_at(j + 1) is not None:
            if self._norm(j) in ("/", "-") or atom.day is not None:
                j += 1
        if self._norm(j) in _OF:
            j += 1
        period = self._sense(j, S.PERIOD)
        if period is not None and period.value == "Y" and period.role == "1":
            deixis = self._sense(j + 1, S.DEIXIS)
            if deixis is not None and deixis.role != "en":
                atom.year, atom.last = self._anchor_year(deixis.value), j + 2
                atom.anchored = True
                return
            if self._year_at(j + 1) is not None:
                j += 1
            elif self._sense(j - 1, S.PERIOD) is None and self._year_at(j + 1) is None:
                return
        value = self._year_at(j)
        if value is None:
            return
        if (
            j > atom.last
            and self._norm(j - 1) in ("في", "in", "ل")
            and atom.day is None
            and self._norm(j - 1) != "in"
        ):
            return
        atom.year, atom.last = value, j + 1
        if self._word(atom.last, "gregorian"):
            atom.last += 1

    def _deixis_around(self, atom: _Atom) -> None:
        if atom.year is not None:
            return
        after = self._sense(atom.last, S.DEIXIS)
        if after is not None and self.entries[atom.last].kind == WORD:
            atom.shift, atom.last = after.value, atom.last + 1
            return
        before = self._sense(atom.first - 1, S.DEIXIS)
        if before is not None and self.entries[atom.first - 1].kind == LATIN:
            atom.shift, atom.first = before.value, atom.first - 1

    def _weekday_before(self, atom: _Atom, done: int) -> None:
        i = atom.first
        if self._norm(i - 1) in ("،", ","):
            i -= 1
        if self._sense(i - 1, S.WEEKDAY) and i - 1 >= done:
            atom.first = i - 1
            if (period := self._sense(i - 2, S.PERIOD)) and period.value == "D" and i - 2 >= done:
                atom.first = i - 2

    # -- Hijri -----------------------------------------------------------------------------

    def _hijri(self, i: int, done: int) -> _Atom | None:
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
        year = self._year_at(j, _HIJRI_YEARS)
        if year is None or day is None or first < done:
            return None
        last = j + 1
        if self._word(last, "hijri"):
            last += 1
            if self._norm(last) == "." and self.tagged.starts[last] == self.tagged.ends[last - 1]:
                pass
        value = cal.from_hijri(year, self.entries[i].senses[S.HIJRI_MONTH].value, day)
        atom = _Atom(first, last, "day", calendar="hijri")
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

    def _relative_day(self, i: int, done: int) -> _Atom | None:
        sense = self.entries[i].senses[S.RELATIVE_DAY]
        after = self.entries[i + 1] if i + 1 < self.size else None
        if after is not None and self._norm(i) == "اليوم" and after.norm.startswith("ال"):
            if after.norm.endswith(("ي", "يه")) and not after.mask & S.WEEKDAY:
                return None  # اليوم الوطني, اليوم العالمي
        atom = _Atom(i, i + 1, "day", anchored=True)
        if self.anchor is not None:
            atom.stretch = cal.of_day(self.anchor + timedelta(sense.value))
        if after is not None and after.mask & S.WEEKDAY:
            atom.last = i + 2
            j = i + 2
            if self._norm(j) in ("،", ","):
                j += 1
        return atom

    def _weekday(self, i: int, done: int) -> _Atom | None:
        entry = self.entries[i]
        if entry.kind == LATIN and entry.caps == 0:
            return None
        atom = _Atom(i, i + 1, "day", anchored=True)
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

    def _in_future(self, i: int) -> bool:
        """Tell whether the sentence of a token speaks of the future, by its verbs."""
        first, last = self.tagged.sentences[self.tagged.sentence_of[i]]
        for k in range(max(first, i - 12), min(last, i + 8)):
            entry = self.entries[k]
            norm = entry.norm
            if entry.kind == LATIN:
                if norm in _FUTURE_EN:
                    return True
            elif (
                entry.clitics.endswith("س")
                or norm == "سوف"
                or (
                    len(norm) > 4
                    and norm.startswith(("سي", "ست", "سن", "وسي", "وست"))
                    and not entry.mask
                )
            ):
                return True
        return False

    # -- periods ---------------------------------------------------------------------------

    def _period_word(self, i: int, done: int) -> _Atom | None:
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

    def _year_word(self, i: int) -> _Atom | None:
        j = i + 1
        if self.entries[i].kind == LATIN and self._norm(j) == "of":
            return None
        year = self._year_at(j)
        if year is None or self.entries[i].mask & S.IDENTIFIER_CUE:
            return None
        last = j + 1
        if self._word(last, "gregorian"):
            last += 1
        return _Atom(i, last, "year", cal.year(year), year=year)

    def _year_pair(self, i: int) -> _Atom | None:
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
        return _Atom(i, k + 1, "interval", stretch, between=True)

    def _year_expression(self, j: int) -> tuple[int | None, int, bool] | None:
        """Read the year that a quarter belongs to: (year or None, its end, relative or not)."""
        if self._norm(j) in _OF and self._norm(j) not in ("،", ","):
            j += 1
        deixis = self._sense(j, S.DEIXIS)
        if deixis is not None and self.entries[j].kind == LATIN:
            period = self._sense(j + 1, S.PERIOD)
            if period is not None and period.value == "Y":
                return self._anchor_year(deixis.value), j + 2, True
        period = self._sense(j, S.PERIOD)
        if period is not None and period.value == "Y" and period.role == "1":
            deixis = self._sense(j + 1, S.DEIXIS)
            if deixis is not None and self.entries[j].kind == WORD:
                return self._anchor_year(deixis.value), j + 2, True
            j += 1
        if self._norm(j) in ("the",) and (p := self._sense(j + 1, S.PERIOD)) and p.value == "Y":
            return self._anchor_year(0), j + 2, True
        year = self._year_at(j)
        return (year, j + 1, False) if year is not None else None

    def _part(self, i: int, done: int) -> _Atom | None:
        """Read a quarter, half or third of a year."""
        entry = self.entries[i]
        unit = entry.senses[S.PERIOD].value
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
                return _Atom(i - 1, i + 1, "part", stretch, anchored=True)
        elif entry.article or entry.senses[S.PERIOD].clitics:
            after = self.number_at.get(j)
            if after is not None and after.kind == "ordinal":
                number, j = after.value, after.last
            elif self._word(j, "firstn"):
                number, j = 1, j + 1
            elif self._word(j, "lastn"):
                number, j = {"Q": 4, "H": 2, "T": 3}[unit], j + 1
        if not isinstance(number, int):
            return None
        return self._resolve_part(_Atom(first, j, "part"), unit, number)

    def _resolve_part(self, atom: _Atom, unit: str, number: int) -> _Atom | None:
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

    def _nearest_part(self, unit: str, number: int, shift: int) -> int | None:
        """Return the year of the last such part that has begun, or of the next one."""
        if self.anchor is None:
            return None
        year = self.anchor.year
        part = cal.part_of_year(year, unit, number)
        if part is None or part.first is None or part.last is None:
            return None
        if shift > 0:
            return year if part.first > self.anchor else year + 1
        return year if part.first <= self.anchor else year - 1

    def _split_year(self, i: int, unit: str) -> _Atom | None:
        j = i + 1
        start = (
            _ACADEMIC_START if unit == "AY" else _FISCAL_START.get(self.context.country or "", 1)
        )
        pair = (
            _year_pair_of(self.entries[j].norm)
            if j < self.size and self.entries[j].kind == PAIR
            else None
        )
        last = j + 1
        if pair is None and (low := self._year_at(j)) is not None:
            if (
                self._norm(j + 1) in ("-", "/", "\u2013")
                and (high := self._year_at(j + 2)) is not None
            ):
                pair, last = (low, high), j + 3
            else:
                return _Atom(i, j + 1, "year", cal.year(low), year=low)
        if pair is None:
            deixis = self._sense(j, S.DEIXIS)
            if deixis is None or self.anchor is None:
                return None
            low = self.anchor.year + deixis.value - (1 if self.anchor.month < start else 0)
            pair, last = (low, low + 1), j + 1
        if pair[1] != pair[0] + 1:
            return None
        if start == 1:
            start = 7
        return _Atom(i, last, "year", cal.split_year(pair[0], pair[1], start))

    def _season(self, i: int, unit: str) -> _Atom | None:
        stated = self._year_expression(i + 1)
        if (
            stated is not None
            and stated[0] is not None
            and not (self._norm(i + 1) in ("في", "in") and self.entries[i].kind == WORD)
        ):
            return _Atom(i, stated[1], "part", cal.season(stated[0], unit), anchored=stated[2])
        atom = _Atom(i, i + 1, "part", anchored=True)
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

    def _counted_periods(self, i: int, unit: str) -> _Atom | None:
        """Read السنوات الثلاث المقبلة, next five years, الأشهر التسعة الأولى من العام الجاري."""
        if unit not in ("Y", "M", "W", "D"):
            return None
        arabic = self.entries[i].kind == WORD
        number = self.number_at.get(i + 1) if arabic else self.number_before.get(i)
        if number is None or number.kind != "cardinal" or not isinstance(number.value, int):
            return None
        count = number.value
        if not 0 < count < 200:
            return None
        if arabic and not self.entries[i].article:
            return None
        first, last = (i, number.last) if arabic else (number.first, i + 1)
        opener = last if arabic else first - 1
        deixis = self._sense(opener, S.DEIXIS)
        if deixis is not None:
            atom = _Atom(
                min(first, opener), max(last, opener + 1), "interval", anchored=True, between=True
            )
            atom.stretch = self._next_periods(unit, count, deixis.value)
            return atom
        if unit == "M" and (self._word(opener, "firstn")):
            atom = _Atom(min(first, opener), max(last, opener + 1), "interval", between=True)
            stated = self._year_expression(atom.last)
            if stated is None or stated[0] is None or count > 12:
                return None
            year, atom.last, atom.anchored = stated[0], stated[1], stated[2]
            atom.stretch = cal.between(cal.month(year, 1), cal.month(year, count))
            return atom
        return None

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

    def _deictic_period(self, i: int, unit: str) -> _Atom | None:
        """Read العام الماضي, الشهر المقبل, هذا الأسبوع, last year."""
        atom = _Atom(i, i + 1, {"Y": "year", "M": "month", "W": "week"}[unit], anchored=True)
        entry = self.entries[i]
        if entry.kind == WORD:
            after = self._sense(i + 1, S.DEIXIS)
            before = self._sense(i - 1, S.DEIXIS)
            if (
                after is not None
                and entry.article
                and self.entries[i + 1].norm not in ("هذا", "هذه")
            ):
                shift, atom.last = after.value, i + 2
            elif before is not None and self._norm(i - 1) in ("هذا", "هذه") and entry.article:
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
            atom.stretch = cal.month(*cal.shift_months(self.anchor, shift))
        else:
            atom.stretch = cal.week(self.anchor + timedelta(7 * shift))
        return atom

    def _same(self, i: int) -> _Atom | None:
        """Read الفترة نفسها من العام الماضي: resolved when what it repeats is."""
        stated = self._year_expression(i + 1)
        if stated is None or stated[0] is None:
            return None
        return _Atom(i, stated[1], "same", year=stated[0], anchored=True)

    def _repeat(self, atom: _Atom) -> cal.Stretch | None:
        """Return the last part of a year or interval before, moved to the year of an atom."""
        for seen in reversed(self._seen):
            if seen.stretch is not None and seen.grain in ("part", "month", "interval"):
                first = seen.stretch.first
                if first is not None and seen.stretch.last is not None and atom.year is not None:
                    return _moved(seen.stretch, atom.year - first.year)
        return None

    # -- digits ----------------------------------------------------------------------------

    def _numeric(self, i: int, done: int) -> _Atom | None:
        entry = self.entries[i]
        if entry.kind == DATE:
            stretch = _numeric_date(entry.norm)
            if stretch is None:
                return None
            atom = _Atom(i, i + 1, "day", stretch)
            self._weekday_before(atom, done)
            return atom
        if entry.kind == TIME:
            return self._time(i)
        if entry.kind == PAIR:
            pair = _year_pair_of(entry.norm)
            if pair is None:
                return None
            if pair[1] == pair[0] + 1:
                stretch = cal.between(cal.year(pair[0]), cal.year(pair[1]))
                return _Atom(i, i + 1, "interval", stretch, between=True)
            return None
        quarter = self._short_quarter(i)
        if quarter is not None:
            return quarter
        year = self._year_at(i)
        if year is None or not self._is_bare_year(i):
            return None
        last = i + 2 if self._word(i + 1, "gregorian") else i + 1
        return _Atom(i, last, "year", cal.year(year), year=year)

    def _short_quarter(self, i: int) -> _Atom | None:
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
        return self._resolve_part(_Atom(i - 1, i + 1, "part"), letter.upper(), number)

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

    def _time(self, i: int) -> _Atom | None:
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
        return _Atom(first, last, "time", timex=f"T{hours:02d}:{minutes:02d}")

    def _clock(self, i: int) -> _Atom | None:
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
        return _Atom(i, last, "time", timex=f"T{hours % 24:02d}:{minutes:02d}")

    def _set(self, i: int) -> _Atom | None:
        sense = self.entries[i].senses[S.SET]
        if self.entries[i].kind == LATIN and self._norm(i + 1) in (
            "ago",
            "earlier",
            "later",
            "ahead",
        ):
            return None
        return _Atom(i, i + 1, "set", timex=sense.value)

    # -- joining ---------------------------------------------------------------------------

    def _join(self, atoms: list[_Atom]) -> None:
        index = 0
        while index < len(atoms):
            first = atoms[index]
            second = atoms[index + 1] if index + 1 < len(atoms) else None
            if second is not None and self._joins(first, second):
                self._emit_range(first, second)
                index += 2
            elif second is not None and self._corresponds(first, second):
                self._emit_dual(first, second)
                index += 2
            else:
                self._emit_single(first)
                index += 1

    def _joins(self, first: _Atom, second: _Atom) -> bool:
        if first.grain in ("set",) or second.grain == "set" or first.between or second.between:
            return False
        if (first.grain == "time") != (second.grain == "time"):
            return False
        gap = [self.entries[k] for k in range(first.last, second.first)]
        if len(gap) > 2 or any(entry.kind == BREAK for entry in gap):
            return False
        words = [entry.norm for entry in gap]
        before = self._sense(first.first - 1, S.DATE_WORD)
        between = before is not None and before.role == "between"
        plural = self.entries[first.first].senses.get(S.PERIOD)
        paired = plural is not None and plural.role == "2" and plural.value in ("M", "D", "Y")
        if not words:
            return (between or paired) and self.entries[second.first].clitics == "و"
        role = gap[0].senses.get(S.DATE_WORD)
        if (role is not None and role.role in ("to", "until")) or words[0] in (
            "-",
            "\u2013",
            "\u2014",
        ):
            return (len(words) == 1 and first.grain == second.grain) or (
                len(words) == 1
                and {first.grain, second.grain} <= {"day", "month", "year"}
                and words[0] not in ("-",)
            )
        return words in (["و"], ["and"]) and (between or paired)

    def _corresponds(self, first: _Atom, second: _Atom) -> bool:
        if {first.calendar, second.calendar} != {"hijri", "gregorian"}:
            return False
        if first.grain != "day" or second.grain != "day":
            return False
        gap = range(first.last, second.first)
        if not gap:
            return False
        words = [
            self._norm(k) for k in gap if self._norm(k) not in ("،", ",", ".", "ل", "لـ", "هـ")
        ]
        return (
            all(
                self._word(k, "corresponding")
                or self._norm(k) in ("(", "-", "/", "،", ",", "ل", "\u2013", ".")
                for k in gap
            )
            and len(words) <= 2
        )

    def _emit_dual(self, first: _Atom, second: _Atom) -> None:
        hijri, gregorian = (first, second) if first.calendar == "hijri" else (second, first)
        resolved = self._resolve(gregorian, None)
        a = hijri.stretch.first if hijri.stretch else None
        b = resolved.first if resolved else None
        last = second.last
        if self._norm(last) == ")" and any(
            self._norm(k) == "(" for k in range(first.last, second.first)
        ):
            last += 1
        if a is not None and b is not None and a != b:
            self.context.warn(
                "calendars_disagree",
                f"the Hijri date is {a.isoformat()}, the Gregorian one {b.isoformat()}; the Gregorian one is kept",
                self.tagged.starts[first.first],
                self.tagged.ends[last - 1],
            )
        merged = replace(gregorian, first=first.first, last=last, stretch=resolved or hijri.stretch)
        self._emit(merged, "date")

    def _emit_range(self, first: _Atom, second: _Atom) -> None:
        if first.grain == "time":
            atom = _Atom(first.first, second.last, "time", timex=f"{first.timex}/{second.timex}")
            self._emit(atom, "interval")
            return
        if self.entries[second.last - 1].norm.endswith(_PLURAL_DEIXIS) and first.shift is None:
            first.shift = second.shift
        high = self._resolve(second, None)
        low = self._resolve(first, high)
        if low is None or high is None or (low.first and high.last and low.first > high.last):
            self._emit_single(first)
            self._emit_single(second)
            return
        merged = _Atom(first.first, second.last, "interval", cal.between(low, high))
        merged.anchored = first.anchored or second.anchored
        self._emit(merged, "interval")

    def _emit_single(self, atom: _Atom) -> None:
        if atom.grain == "set":
            self._emit(atom, "set")
            return
        if atom.grain == "time":
            self._emit(atom, "time")
            return
        if atom.grain == "same":
            atom.stretch = self._repeat(atom)
            if atom.stretch is None:
                return
            atom.grain = "part"
            kind = "interval" if "/" in atom.stretch.edtf else "date"
            self._emit(atom, kind)
            return
        if atom.stretch is None and atom.timex is None:
            atom.stretch = self._resolve(atom, None)
            if atom.stretch is None and atom.month is not None:
                atom.timex = f"XXXX-{atom.month:02d}" + (
                    f"-{atom.day:02d}" if atom.day and atom.day > 0 else ""
                )
        kind = "interval" if atom.between else "date"
        if self._opened(atom):
            atom.first -= 1
            if atom.stretch is not None:
                atom.stretch = cal.since(atom.stretch)
            kind = "interval"
        else:
            self._edge(atom)
        self._emit(atom, kind)

    def _opened(self, atom: _Atom) -> bool:
        """Tell whether 'since' stands before, and not a first end of a range."""
        sense = self._sense(atom.first - 1, S.DATE_WORD)
        if sense is None or sense.role != "open" or atom.between:
            return False
        return self._norm(atom.first - 1) != "from"

    def _edge(self, atom: _Atom) -> None:
        """Take the edge that نهاية, مطلع and their like name: the end of a year is its last month.

        A start or a middle keeps the whole period: how much of it is meant is not said.
        """
        i = atom.first - 1
        if self._norm(i) in ("the",):
            i -= 1
        sense = self._sense(i, S.DATE_WORD)
        if sense is None or sense.role not in ("start", "middle", "end"):
            return
        if self.entries[i].clitics not in ("", "ب", "و", "ل", "وب", "ول"):
            return
        atom.first = i
        if sense.role != "end" or atom.stretch is None or atom.stretch.last is None:
            return
        last = atom.stretch.last
        if atom.grain in ("year", "part"):
            atom.stretch = cal.month(last.year, last.month)
        elif atom.grain in ("month", "week"):
            atom.stretch = cal.of_day(last)

    def _emit(self, atom: _Atom, kind: str) -> None:
        tagged = self.tagged
        self._seen.append(atom)
        anchored = (
            atom.anchored
            or atom.shift is not None
            or (atom.month is not None and atom.year is None)
        )
        self.out.append(
            DateMention(
                atom.first,
                atom.last,
                tagged.start_of(atom.first),
                tagged.ends[atom.last - 1],
                kind,
                atom.stretch,
                atom.stretch.timex if atom.stretch else atom.timex,
                atom.stretch.edtf if atom.stretch else None,
                atom.calendar,
                anchored and atom.stretch is not None,
            )
        )

    # -- resolving -------------------------------------------------------------------------

    def _resolve(self, atom: _Atom, end: cal.Stretch | None) -> cal.Stretch | None:
        """Resolve an atom whose year may be missing; ``end`` is the other end of its range."""
        if atom.stretch is not None or atom.month is None:
            return atom.stretch
        year = atom.year
        if year is None and end is not None and end.last is not None:
            year = end.last.year
            if (atom.month, atom.day or 0) > (end.last.month, end.last.day):
                year -= 1
        if year is None:
            year = self._guess_year(atom)
        if year is None:
            return None
        return _month_stretch(year, atom)

    def _guess_year(self, atom: _Atom) -> int | None:
        """Return the year of a month or day without one, from its modifier, tense or nearness."""
        anchor, month = self.anchor, atom.month
        if anchor is None or month is None:
            return None
        shift = atom.shift
        day = atom.day if atom.day and atom.day > 0 else None
        if shift == 0:
            return anchor.year
        here = (month, day) if day else (month,)
        now = (anchor.month, anchor.day) if day else (anchor.month,)
        if shift is not None:
            if shift < 0:
                return anchor.year if here < now else anchor.year - 1
            return anchor.year if here > now else anchor.year + 1
        if here == now:
            return anchor.year
        if self._in_future(atom.first):
            return anchor.year if here >= now else anchor.year + 1
        distance = (month - anchor.month) % 12  # months ahead
        if distance == 0:
            return anchor.year
        ahead = distance < 6
        if month > anchor.month:
            return anchor.year if ahead else anchor.year - 1
        return anchor.year + 1 if ahead else anchor.year


def _month_stretch(year: int, atom: _Atom) -> cal.Stretch | None:
    month = atom.month
    assert month is not None
    if atom.day is None:
        return cal.month(year, month)
    whole = cal.month(year, month)
    if atom.day < 0:
        return cal.of_day(whole.last) if whole.last else None
    first = cal.day(year, month, atom.day)
    if atom.day_to is None or first is None:
        return first
    last = cal.day(year, month, atom.day_to)
    return cal.between(first, last) if last is not None else None


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


def _numeric_date(norm: str) -> cal.Stretch | None:
    """Read 2020-11-15, 15/11/2020, 15.11.2020: the day first outside ISO order."""
    separator = next(c for c in norm if not c.isdigit())
    a, b, c = (int(part) for part in norm.translate(chars.DIGIT_VALUES).split(separator))
    if a > 31:
        return cal.day(a, b, c)
    if c not in _YEARS:
        return None
    return cal.day(c, b, a)


def _year_pair_of(norm: str) -> tuple[int, int] | None:
    """Read 2019/2020, and 2019/20.

    >>> _year_pair_of("2019/2020"), _year_pair_of("1/2")
    ((2019, 2020), None)
    """
    low, _, high = norm.partition("/")
    if len(low) != 4 or int(low) not in _YEARS or len(high) not in (2, 4):
        return None
    second = int(high) if len(high) == 4 else int(low[:2] + high)
    return (int(low), second) if second in _YEARS else None
