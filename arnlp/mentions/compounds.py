"""What follows a quantity and belongs to it: a half, a smaller unit, and what it is a rate of.

``سنتين ونصف``, ``20 دولارا و43 سنتا``, ``five feet two inches``; ``500 طن سنويا``, ``$80 a barrel``,
``12 حالة لكل 100 ألف نسمة``.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from arnlp.lexicon import senses as S
from arnlp.mentions.nouns import arabic_noun_end, english_noun_end
from arnlp.mentions.number_base import NumberMention, add, exact
from arnlp.mentions.quantity_base import QuantityMention, QuantityReader
from arnlp.text.tokens import LATIN, WORD

# How many of a smaller unit make a larger one that a figure may name beside it.
_SMALLER = {
    ("[ft_i]", "[in_i]"): 12, ("m", "cm"): 100, ("km", "m"): 1000, ("cm", "mm"): 10,
    ("kg", "g"): 1000, ("t", "kg"): 1000, ("[lb_av]", "[oz_av]"): 16,
    ("a", "mo"): 12, ("mo", "d"): None, ("wk", "d"): 7, ("d", "h"): 24, ("h", "min"): 60,
    ("min", "s"): 60,
}  # fmt: skip
# TIMEX3 of one turn, and the unit of time that it is a turn of.
_TURNS = {"P1Y": "a", "P1M": "mo", "P1W": "wk", "P1D": "d"}
# Parts that only stand behind their whole so: the word and how many make one.
_WRITTEN = {"[ft_i]": ("in", 12)}
_RATED = ("count", "money", "percent", "measure")
_MEASURED = ("measure", "duration")
_JOINED = S.CLITIC | S.FRACTION | S.STOP
_HALVED = ("measure", "duration", "money")
# What a word that opens a rate has: a turn, for each, of a unit.
_RATE_WORDS = S.SET | S.QUANTITY_WORD | S.UNIT | S.STOP


class CompoundReader(QuantityReader):
    """Reads what belongs to a quantity behind its unit."""

    number_at: dict[int, NumberMention]

    # -- parts -----------------------------------------------------------------------------

    def _add_half(self, found: QuantityMention) -> None:
        """Add 'and a half' behind a unit: ثلاث سنوات ونصف, ساعتين ونصف الساعة."""
        j = found.last
        if j >= self.size or found.kind not in _HALVED or not self.masks[j] & _JOINED:
            return
        if self._norm(j) in ("and", "و"):
            j += 1
        elif self.entries[j].clitics != "و":
            return
        sense = self._sense(j, S.FRACTION)
        if sense is None or sense.role or sense.value >= 1 or self._mask(j + 1) & S.NUMBER:
            return
        end = j + 1
        unit, own = self._unit_key(end), self._unit_key(found.last - 1)
        if unit is not None and unit == own and not self.entries[end].clitics:
            end += 1
        elif end < self.size and self.entries[end].definite and self.entries[end].kind == WORD:
            if not self.masks[end] & (S.STOP | S.RELATION | S.DEIXIS):
                return  # ونصف السكان: of something else
        found.value = add(found.value, exact(sense.value * Fraction(found.one)))
        found.last, found.end = end, self.tagged.ends[end - 1]

    def _unit_key(self, i: int) -> Any:
        """Return what tells one unit or currency from another, None for other words."""
        for kind in (S.UNIT, S.CURRENCY):
            sense = self._sense(i, kind)
            if sense is not None:
                return sense.value, str(sense.extra)
        return None

    def _half_of(self, i: int) -> QuantityMention | None:
        """Read ساعة ونصف and an hour and a half: one and a half of a unit without a number."""
        sense = self._sense(i, S.UNIT) or self._sense(i, S.CURRENCY)
        if sense is None or sense.role != "singular" or self.entries[i].article:
            return None
        if self.entries[i].kind == LATIN and self._norm(i - 1) not in ("a", "an"):
            return None
        tagged = self.tagged
        one = NumberMention(i, i + 1, tagged.start_of(i), tagged.ends[i], "cardinal", 1)
        if sense.kind == S.CURRENCY:
            found = self._money(one, i + 1, i, sense)
        else:
            kind, factor = sense.extra
            found = self._new(one, i + 1, kind, sense.value, factor)
            found.one = factor
        self._add_half(found)
        if found.last == i + 1:
            return None
        if self.entries[i].kind == LATIN:
            found.first, found.start = i - 1, tagged.starts[i - 1]
        return found

    def _join_parts(self, out: list[QuantityMention]) -> list[QuantityMention]:
        """Join a quantity with one in a smaller unit behind it; ``out`` is in order."""
        joined: list[QuantityMention] = []
        for quantity in out:
            self._add_whole(quantity)
            self._add_written_part(quantity)
            if not joined or not self._join(joined[-1], quantity):
                joined.append(quantity)
        return joined

    def _add_whole(self, small: QuantityMention) -> None:
        """Add the one of a currency or unit before its parts: دينار و250 فلسا, ساعة و20 دقيقة."""
        if small.kind in _MEASURED:
            self._add_one_unit(small)
            return
        if small.kind != "money" or small.unit is None or self._norm(small.first - 1) != "و":
            return
        i = small.first - 2
        sense = self._sense(i, S.CURRENCY)
        if sense is None or sense.role != "singular" or self.entries[i].article:
            return
        if self._mask(i - 1) & (S.NUMBER | S.NUMERIC):
            return
        one = NumberMention(i, i + 1, self.tagged.start_of(i), self.tagged.ends[i], "cardinal", 1)
        amount = self._part_of(small.unit, small)
        if self._money(one, i + 1, i, sense).unit == small.unit and amount is not None:
            small.value = add(1, amount)
            small.first, small.start = i, one.start

    def _add_one_unit(self, small: QuantityMention) -> None:
        i = small.first - 1
        if self._norm(i) in ("و", "and"):
            i -= 1
        elif self.entries[small.first].clitics != "و":
            return
        sense = self._sense(i, S.UNIT)
        if sense is None or sense.role != "singular" or self.entries[i].definite:
            return
        per_one = _SMALLER.get((sense.value, small.unit or ""))
        if per_one is None or sense.extra[1] != 1 or small.bound != "exact" or small.per:
            return
        if not isinstance(small.value, int) or not 0 < small.value < per_one:
            return
        latin = self.entries[i].kind == LATIN
        if latin and self._norm(i - 1) not in ("a", "an"):
            return
        if not latin and self._mask(i - 1) & (S.NUMBER | S.NUMERIC):
            return
        small.value = small.value + per_one
        small.first = i - latin
        small.start = self.tagged.start_of(small.first)

    def _add_written_part(self, large: QuantityMention) -> None:
        """Add a part whose sign is a word elsewhere: $20 and 43c, 5 ft 2 in."""
        j = large.last
        if large.unit not in _WRITTEN and large.kind != "money":
            return
        j += self._norm(j) == "and"
        small = self.number_at.get(j)
        if small is None or small.kind != "cardinal" or not isinstance(large.value, int):
            return
        word, per_one = _WRITTEN.get(large.unit or "", ("c", 100))
        if self._norm(small.last) != word or not 0 < small.value < per_one:
            return
        if large.kind == "money" and not self._adjacent(small.last):
            return
        if large.kind == "money":
            large.value = add(large.value, exact(Fraction(small.value) / per_one))
        else:
            large.value, large.unit = large.value * per_one + small.value, "[in_i]"
        large.last, large.end = small.last + 1, self.tagged.ends[small.last]

    def _join(self, large: QuantityMention, small: QuantityMention) -> bool:
        gap = small.first - large.last
        if gap > 1 or gap < 0 or large.bound == "between" or small.bound != "exact":
            return False
        if gap and self._norm(large.last) not in ("and", "و"):
            return False
        if not gap and self.entries[small.first].kind == WORD:
            if self.entries[small.first].clitics != "و":
                return False
        if not isinstance(large.value, int) or large.per or large.sign or small.sign:
            return False
        if large.kind in _MEASURED and small.kind == large.kind:
            per_one = _SMALLER.get((large.unit or "", small.unit or ""))
            if per_one is None or not 0 < small.value < per_one:
                return False
            large.value = large.value * per_one + small.value
            large.unit = small.unit
        elif large.kind == "money" == small.kind and large.unit is not None:
            amount = self._part_of(large.unit, small)
            if amount is None or not 0 < amount < 1:
                return False
            large.value = add(large.value, amount)
        else:
            return False
        large.last, large.end, large.per = small.last, small.end, small.per
        return True

    def _part_of(self, code: str, small: QuantityMention) -> Any:
        """Return an amount in parts of a currency as one in the whole."""
        sense = self._sense(small.last - 1, S.CURRENCY)
        if sense is None or not sense.role.startswith("part") or small.number is None:
            return None
        for money, per_one in sense.extra.values():
            if money == code:
                return exact(Fraction(small.number.value) / per_one)
        return None

    # -- rates -----------------------------------------------------------------------------

    def _set_rate(self, found: QuantityMention, numbers: dict[int, NumberMention]) -> None:
        """Read what a quantity is a rate of: a time, a unit, somebody.

        A measure takes a time or unit into its own unit (t/a); the others name it in ``per``.
        """
        if found.kind not in _RATED or found.last >= self.size:
            return
        if not self.masks[found.last] & _RATE_WORDS and self.entries[found.last].surface != "/":
            return
        if found.kind == "percent" and self._is_word(found.last, "in"):
            return  # -4,5% في الأسبوع: over a week
        rate = self._turn(found.last) or self._each(found.last, numbers)
        if rate is None:
            return
        per, end, is_unit = rate
        if found.kind == "measure" and is_unit:
            if found.unit is None or "/" in found.unit or "{" in found.unit:
                return
            found.unit = f"{found.unit}/{per}"
        else:
            found.per = per
        found.last, found.end = end, self.tagged.ends[end - 1]

    def _turn(self, j: int) -> tuple[str, int, bool] | None:
        """Read how often: سنويا, a day, per year."""
        sense = self._sense(j, S.SET)
        if sense is None or sense.clitics or sense.value not in _TURNS:
            return None
        if self._mask(j + 1) & (S.DEIXIS | S.ORDINAL):
            return None  # a year ago, في اليوم الأول
        if self._is_word(j + 1, "extent"):
            return None  # a year ago
        return _TURNS[sense.value], j + 1, True

    def _each(self, j: int, numbers: dict[int, NumberMention]) -> tuple[str, int, bool] | None:
        """Read for each of what: per hour, an acre, لكل هكتار, للبرميل, per capita."""
        entry = self.entries[j]
        word = entry.senses.get(S.QUANTITY_WORD)
        role = word.role if word is not None else ""
        if role == "capita":
            return "capita", j + 1, False
        if entry.clitics == "ل" and entry.article:  # للبرميل
            return self._rated_unit(j, j)
        if role == "per" or entry.surface == "/":
            if role and j + 1 in numbers and numbers[j + 1].kind == "cardinal":
                return self._rated_number(numbers[j + 1])
            return self._rated_unit(j, j + 1) or (self._rated_noun(j + 1) if role else None)
        if entry.norm in ("a", "an") and self.entries[j].kind == LATIN:
            return self._rated_unit(j, j + 1)
        if self.entries[j].kind == WORD and self._is_word(j, "in"):  # في الثانية
            unit = self._rated_unit(j, j + 1)
            if unit is not None and self.entries[j + 1].definite and self._is_plain_end(unit[1]):
                return unit
        return None

    def _is_plain_end(self, j: int) -> bool:
        """Tell whether no definite word, ordinal or number goes on with a time: الساعة الثامنة."""
        if j >= self.size:
            return True
        entry = self.entries[j]
        if entry.mask & (S.ORDINAL | S.NUMBER | S.NUMERIC | S.DEIXIS | S.DAYPART):
            return False
        return not (entry.kind == WORD and entry.definite)

    def _rated_unit(self, j: int, i: int) -> tuple[str, int, bool] | None:
        sense = self._sense(i, S.UNIT)
        if sense is None or sense.role != "singular" or sense.extra[1] != 1:
            return None
        if (i > j and self.entries[i].clitics) or "/" in sense.value or "{" in sense.value:
            return None
        if self._is_word(i + 1, "extent") or (i > j and self._is_word(i + 1, "from")):
            return None  # a year ago, a kilometre away
        return sense.value, i + 1, True

    def _rated_noun(self, i: int) -> tuple[str, int, bool] | None:
        if i >= self.size or self.entries[i].clitics:
            return None
        head = self.entries[i]
        if head.mask & (S.NUMBER | S.NUMERIC | S.STOP):
            return None
        if head.kind == WORD:
            end = arabic_noun_end(self.entries, i)
        elif head.kind == LATIN:
            end = max(i + 1, english_noun_end(self.entries, i, 1))
        else:
            return None
        if end == i:
            return None
        return self.tagged.text[self.tagged.starts[i] : self.tagged.ends[end - 1]], end, False

    def _rated_number(self, number: NumberMention) -> tuple[str, int, bool] | None:
        """Read لكل 100 ألف نسمة, per 1,000 inhabitants."""
        noun = self._rated_noun(number.last)
        end = noun[1] if noun else number.last
        if number.kind != "cardinal" or (noun is None and not self._sense(number.last, S.UNIT)):
            return None
        return self.tagged.text[number.start : self.tagged.ends[end - 1]], end, False
