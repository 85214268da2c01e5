"""One period without a number as a duration: لمدة عام, طوال أسبوع, يوم كامل, for an hour, half an hour."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from arnlp.lexicon import senses as S
from arnlp.mentions.quantity_base import QuantityMention
from arnlp.mentions.ranges import RangeReader

# What makes a period one of the calendar: عام 2024, شهر مارس, العام الماضي.
_OF_CALENDAR = (
    S.NUMERIC | S.NUMBER | S.ORDINAL | S.DEIXIS | S.MONTH | S.HIJRI_MONTH | S.WEEKDAY | S.DATE_WORD
    | S.LAW
)  # fmt: skip
_UNITS = {"P1Y": "a", "P1M": "mo", "P1W": "wk", "P1D": "d"}


class SingleReader(RangeReader):
    """Reads one hour, day, week, month or year that no number counts."""

    def _singles(self, taken: set[int]) -> list[QuantityMention]:
        """Return the durations of one period, those out that lie on taken tokens."""
        out = []
        for i in self.tagged.with_mask(S.UNIT | S.SET):
            if i in taken:
                continue
            found = self._single_arabic(i) if not self._is_latin(i) else self._single_english(i)
            if found is not None:
                self._set_bound(found)
                out.append(found)
        return out

    def _is_latin(self, i: int) -> bool:
        return self.entries[i].surface.isascii()

    def _duration(self, first: int, last: int, unit: str, value: object) -> QuantityMention:
        start = self.tagged.start_of(first)
        return QuantityMention(
            first, last, start, self.tagged.ends[last - 1], "duration", value, unit=unit
        )

    def _single_arabic(self, i: int) -> QuantityMention | None:
        """Read لمدة عام, طوال الأسبوع, يوم كامل."""
        sense = self._sense(i, S.UNIT)
        if sense is None or sense.role != "singular" or sense.extra[0] != "duration":
            return None
        if self._mask(i + 1) & _OF_CALENDAR and not self._is_word(i + 1, "whole"):
            return None
        whole = self._is_word(i + 1, "whole") and not self.entries[i].definite
        lasting = self._is_word(i - 1, "lasting") and not self.entries[i].definite
        through = self._is_word(i - 1, "through")
        if not (whole or lasting or through) or self._is_half(i + 1):
            return None  # على مدار الساعة is round the clock, عام ونصف another reader's
        last = i + 2 if whole else i + 1
        return self._duration(i, last, sense.value, sense.extra[1])

    def _is_half(self, j: int) -> bool:
        """Tell whether more of it follows, which another reader takes: عام ونصف, سنة و6 أشهر."""
        if self._mask(j) & S.FRACTION:
            return True
        k = j + 1 if self._mask(j) & S.CLITIC else j
        joined = k > j or (j < self.size and self.entries[j].clitics == "و")
        return joined and bool(self._mask(k) & (S.NUMERIC | S.NUMBER))

    def _single_english(self, i: int) -> QuantityMention | None:
        """Read for a year, more than an hour, half an hour, all day, a full week."""
        unit, value = self._unit_of(i)
        if unit is None:
            return None
        first = i
        joined = bool(self.masks[i] & S.SET)  # 'a year' is one token
        if not joined:
            dash = self._norm(i - 1) == "-"
            j = i - 2 if dash else i - 1
            if self._is_word(j, "whole"):
                first = j - 1 if self._is_word(j - 1, "amount") else j
                return self._duration(first, i + 1, unit, value)
            if not self._is_word(i - 1, "amount") or self._norm(i - 1) == "the":
                return None
            first = i - 1
        half = self._sense(first - 1, S.FRACTION)
        if half is not None and half.value == Fraction(1, 2):
            return self._duration(first - 1, i + 1, unit, Decimal("0.5") * value)
        bound = self._sense(first - 1, S.BOUND)
        if self._is_word(first - 1, "lasting") or (bound is not None and not joined):
            if self._mask(i + 1) & (S.DATE_LINK | S.FRACTION) or self._is_word(i + 1, "extent"):
                return None  # a year ago, an hour and a half
            return self._duration(first, i + 1, unit, value)
        return None

    def _unit_of(self, i: int) -> tuple[str | None, int]:
        """Return the unit of an English period and how many of it the word is."""
        sense = self._sense(i, S.UNIT)
        if sense is not None:
            if sense.role != "singular" or sense.extra[0] != "duration":
                return None, 1
            return sense.value, sense.extra[1]
        turn = self._sense(i, S.SET)
        if turn is None or self._norm(i).split(" ")[0] != "a":
            return None, 1
        return _UNITS.get(turn.value), 1
