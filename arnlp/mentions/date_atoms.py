"""Atoms of time expressions, and how a missing year is found.

An atom is a day, a month, a year, a quarter, a weekday ... as one expression states it. A missing
year is taken from the other end of a range, else from a word such as الماضي, else it is the one
nearest to the release that fits the tense of the sentence; without a release date it stays null.
"""

from __future__ import annotations

from dataclasses import dataclass

from arnlp.lexicon import senses as S
from arnlp.mentions import calendar as cal
from arnlp.mentions.context import Context
from arnlp.mentions.engine import Engine
from arnlp.mentions.number_base import NumberMention
from arnlp.text.tokens import LATIN, NUMERAL, WORD

YEARS = range(1900, 2101)
HIJRI_YEARS = range(1300, 1501)
OF = frozenset(("من", "of", "in", "في", "ل", "،", ","))


@dataclass(slots=True)
class Atom:
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


class DateReader(Engine):
    """What the readers of days and periods share."""

    def __init__(self, context: Context, numbers: list[NumberMention]) -> None:
        super().__init__(context)
        self.anchor = context.anchor
        self.number_before = {number.last: number for number in numbers}
        self.number_at = {number.first: number for number in numbers}
        self._seen: list[Atom] = []

    def _word(self, i: int, role: str) -> bool:
        sense = self._sense(i, S.DATE_WORD)
        return sense is not None and sense.role == role

    def _year_at(self, i: int, years: range = YEARS) -> int | None:
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

    def _year_expression(self, j: int) -> tuple[int | None, int, bool] | None:
        """Read the year that a quarter belongs to: (year or None, its end, relative or not)."""
        if self._norm(j) in OF and self._norm(j) not in ("،", ","):
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

    def _year_after(self, atom: Atom) -> None:
        j = atom.last
        if self._norm(j) in ("،", ",", "/", "-") and self._year_at(j + 1) is not None:
            if self._norm(j) in ("/", "-") or atom.day is not None:
                j += 1
        if self._norm(j) in OF:
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
        if (deixis := self._sense(j, S.DEIXIS)) is not None and self.entries[j].kind == LATIN:
            period = self._sense(j + 1, S.PERIOD)
            if period is not None and period.value == "Y":  # March next year
                atom.year, atom.last = self._anchor_year(deixis.value), j + 2
                atom.anchored = True
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

    def _deixis_around(self, atom: Atom) -> None:
        if atom.year is not None:
            return
        after = self._sense(atom.last, S.DEIXIS)
        if after is not None and self.entries[atom.last].kind == WORD:
            atom.shift, atom.last = after.value, atom.last + 1
            return
        before = self._sense(atom.first - 1, S.DEIXIS)
        if before is not None and self.entries[atom.first - 1].kind == LATIN:
            atom.shift, atom.first = before.value, atom.first - 1

    def _in_future(self, i: int) -> bool:
        """Tell whether the sentence of a token speaks of the future, by its verbs."""
        first, last = self.tagged.sentences[self.tagged.sentence_of[i]]
        for k in range(max(first, i - 12), min(last, i + 8)):
            if self.entries[k].mask & S.FUTURE:
                return True
        return False

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

    # -- resolving -------------------------------------------------------------------------

    def _resolve(self, atom: Atom, end: cal.Stretch | None) -> cal.Stretch | None:
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

    def _guess_year(self, atom: Atom) -> int | None:
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


def _month_stretch(year: int, atom: Atom) -> cal.Stretch | None:
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
    last = (
        cal.of_day(whole.last)
        if atom.day_to < 0 and whole.last
        else cal.day(year, month, atom.day_to)
    )
    return cal.between(first, last) if last is not None else None
