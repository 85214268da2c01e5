"""Numbers below a thousand, numerals, and parts of one: what cardinals are sums of."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from arnlp.lexicon import senses as S
from arnlp.mentions.number_base import DigitReader, times
from arnlp.text.tokens import LATIN, NUMERAL, WORD

SCALES = ("scale", "acc", "plural")
BELOW_HUNDRED = ("unit", "joined", "teen", "ten")
PERIODIC = S.DEIXIS | S.ORDINAL  # the first three quarters are periods
_HUGE = 10**9


class GroupReader(DigitReader):
    """Reads the groups of cardinals, and so many parts of one."""

    def _joined(self, i: int) -> int:
        """Return where the number after a conjunction at a token starts, -1 without one."""
        if i >= self.size:
            return -1
        entry = self.entries[i]
        if entry.clitics == "و" and entry.mask & (S.NUMBER | S.FRACTION):
            return i
        if entry.norm in ("و", "and") and i + 1 < self.size:
            return i + 1
        return -1

    def _group(self, i: int) -> tuple[Any, int] | None:
        """Read a number below a thousand, or a numeral; return its value and its end."""
        if i >= self.size:
            return None
        entry = self.entries[i]
        if entry.kind == NUMERAL:
            return self._numeral_group(i)
        sense = entry.senses.get(S.NUMBER)
        if sense is None:
            return None
        if sense.role == "hundred":
            below = self._joined(i + 1)
            if below > 0 and self._role(below) in BELOW_HUNDRED and (tail := self._below(below)):
                if self.entries[below].kind == WORD and not self._is_fraction_count(*tail):
                    return sense.value + tail[0], tail[1]
            return sense.value, i + 1
        if sense.role not in BELOW_HUNDRED:
            return None
        if entry.kind == LATIN:
            return self._english_hundreds(i)
        tens = self._below(i)
        if tens is not None and tens[0] > 10 and self._is_bare_hundred(tens[1]):
            return tens[0] * 100, tens[1] + 1  # خمسة وتسعون مائة
        return tens

    def _numeral_group(self, i: int) -> tuple[Any, int] | None:
        found = self._numeral(i)
        if found is None:
            return None
        value, end = found
        entry = self.entries[i]
        if end == i + 1:
            if self._groups(i, end):
                value = entry.grouped
            elif self.stop_groups and self._is_comma_decimal(i, end):
                value = Decimal(entry.norm.replace(",", "."))
            elif (point := self._leading_point(i)) is not None:
                value = point
        role = self._role(end)
        if role in SCALES and "," in entry.norm:
            self._doubt_comma(i, end)
        hundred = self.entries[end] if end < self.size else None
        if hundred is None or hundred.clitics or self._adjacent(end):
            return value, end
        if role == "times100" or self._is_bare_hundred(end):
            value, end = value * 100, end + 1  # 3 hundred and 21, ٣ مئة
            k = self._joined(end)
            if k > 0 and (tail := self._tail_below(k)):
                return value + tail[0], tail[1]
        return value, end

    def _groups(self, i: int, end: int) -> bool:
        """Tell whether the stop in a numeral parts thousands."""
        if self.entries[i].grouped is None or not self.stop_groups:
            return False
        return self.stop_groups_scaled or self._role(end) not in SCALES

    def _doubt_comma(self, i: int, end: int) -> None:
        """Warn of 144,076 billion, which may be 144.076: nobody counts thousands of billions."""
        rest = self.entries[i].norm.partition(",")[2]
        scale = self.entries[end].senses[S.NUMBER].value
        if len(rest) == 3 and rest.isdigit() and scale >= _HUGE and not self.stop_groups:
            self.context.warn(
                "ambiguous_number",
                "the comma is read as one of thousands, though thousands of billions are rare",
                self.tagged.starts[i],
                self.tagged.ends[end],
            )

    def _is_comma_decimal(self, i: int, end: int) -> bool:
        """Tell whether 2,125 is a decimal where commas write them: before a scale (2,125 مليار)."""
        whole, _, decimals = self.entries[i].norm.partition(",")
        return len(decimals) == 3 and whole.isdigit() and self._role(end) in SCALES

    def _is_bare_hundred(self, i: int) -> bool:
        """Tell whether مئة stands at a token, without anything joined to it."""
        if self._role(i) != "hundred" or self.entries[i].clitics or self.entries[i].article:
            return False
        return bool(self.entries[i].senses[S.NUMBER].value == 100)

    def _tail_below(self, k: int) -> tuple[Any, int] | None:
        """Read a number below a hundred behind a hundred, in digits or words."""
        if k < self.size and self.entries[k].kind == NUMERAL:
            value = self.entries[k].value
            if isinstance(value, int) and value < 100 and self._role(k + 1) not in (
                *SCALES, "times100", "hundred",
            ):  # fmt: skip
                return value, k + 1
            return None
        if self._role(k) in BELOW_HUNDRED:
            tail = self._below(k)
            if tail is not None and self._role(tail[1]) not in ("times100",):
                return tail
        return None

    def _below(self, i: int) -> tuple[Any, int] | None:
        """Read a number below a hundred: خمسة وعشرون, twenty-five."""
        sense = self.entries[i].senses[S.NUMBER]
        if self.entries[i].kind == LATIN:
            j = i + 1
            if sense.role == "ten" and j < self.size:
                if self._is_dash(j) and self._role(j + 1) == "unit":
                    j += 1
                if self._role(j) == "unit" and self.entries[j].kind == LATIN:
                    return sense.value + self.entries[j].senses[S.NUMBER].value, j + 1
            return sense.value, i + 1
        if sense.role in ("unit", "joined") and 0 < sense.value < 10:
            tens = self._joined(i + 1)
            if tens > 0 and self._role(tens) == "ten":
                return sense.value + self.entries[tens].senses[S.NUMBER].value, tens + 1
        return (sense.value, i + 1) if sense.role != "joined" else None

    def _is_dash(self, j: int) -> bool:
        """Tell whether a dash of any length joins two number words."""
        return self._norm(j) in ("-", "\u2011", "\u2013", "\u2014") and (
            self._adjacent(j) == self._adjacent(j + 1)
        )

    def _english_hundreds(self, i: int) -> tuple[Any, int] | None:
        below = self._below(i)
        if below is None:
            return None
        value, j = below
        if self._role(j) == "times100":
            value, j = value * 100, j + 1
            k = j + 1 if j < self.size and self.entries[j].norm == "and" else j
            if self._role(k) in BELOW_HUNDRED and self.entries[k].kind == LATIN:
                tail = self._below(k)
                if tail and not (k > j and self._is_fraction_count(*tail)):
                    return value + tail[0], tail[1]
        return value, j

    def _is_fraction_count(self, value: Any, end: int) -> bool:
        """Tell whether a number counts parts of one: the three of 'and three quarters'."""
        part = self._denominator(end)
        return part is not None and times(value, part) < 1

    def _denominator(self, i: int) -> Fraction | None:
        """Return the part of one that a plural at a token counts: أخماس, fifths."""
        sense = self._sense(i, S.FRACTION)
        if sense is None or sense.role != "plural" or self.entries[i].clitics:
            return None
        value: Fraction = sense.value
        return value

    def _closes(self, k: int, sense: S.Sense) -> bool:
        """Tell whether a word that may be a number closes one as part of it: three and a fifth."""
        if sense.role != "named":
            return False
        if self.entries[k].kind == LATIN:
            return self._norm(k - 1) == "a" and self._is_part(k)
        return self._mask(k) & S.NUMBER != 0 and (
            k + 1 >= self.size or self.entries[k + 1].kind not in (WORD, NUMERAL)
        )

    def _counted_parts(self, i: int) -> tuple[Fraction, int] | None:
        """Read so many parts of one: ثلاثة أخماس, 3 أرباع, two thirds, three twenty-firsts."""
        if i >= self.size or self._mask(i - 1) & PERIODIC:
            return None
        entry = self.entries[i]
        if entry.kind == NUMERAL:
            if not self._mask(i + 1) & S.FRACTION and not self._is_hyphen(i + 1):
                return None
            count, end = entry.value, i + 1
        elif self._role(i) in BELOW_HUNDRED:
            below = self._below(i)
            if below is None:
                return None
            count, end = below
        else:
            return None
        end += self._is_hyphen(end)
        if not isinstance(count, int):
            return None
        part = self._denominator(end)
        if part is None and self._role(end) == "ten" and 0 < count < 10:  # one twenty-fifth
            k = end + 1 + self._is_dash(end + 1)
            unit = self._sense(k, S.FRACTION)
            if (
                unit is not None
                and unit.role in ("plural", "named")
                and unit.value > Fraction(1, 10)
            ):
                ten = self.entries[end].senses[S.NUMBER].value
                return Fraction(count, ten + unit.value.denominator), k + 1
        if part is None and count == 1 and self.entries[i].kind == LATIN and self._is_part(end):
            part = self.entries[end].senses[S.FRACTION].value  # one fifth of
        if (
            part is not None
            and part >= Fraction(1, 4)
            and (count * part).denominator < part.denominator
        ):
            return None  # two quarters are half a year
        return (count * part, end + 1) if part is not None else None

    def _is_part(self, i: int) -> bool:
        """Tell whether a word that may be a number or an ordinal is a part of one: خمس السكان."""
        sense = self._sense(i, S.FRACTION)
        if sense is None or sense.role != "named":
            return False
        after = self.entries[i + 1] if i + 1 < self.size else None
        if self.entries[i].kind == LATIN:  # a fifth of, no fifth round
            return after is None or after.norm == "of" or after.kind not in (LATIN, NUMERAL)
        return (
            after is not None
            and after.kind == WORD
            and after.definite
            and not after.clitics
            and not after.mask & (S.NUMBER | S.MONTH | S.ORDINAL)
        )

    def _counted_fifth(self, j: int) -> Fraction | None:
        """Return the part of one that a singular behind a number from 11 on counts."""
        sense = self._sense(j, S.FRACTION)
        if sense is None or sense.role != "named" or self.entries[j].kind == LATIN:
            return None
        if self.entries[j].clitics or self._role(j - 1) in ("unit", "scale", ""):
            return None
        if j + 1 < self.size and self.entries[j + 1].kind in (WORD, NUMERAL):
            return None
        value: Fraction = sense.value
        return value
