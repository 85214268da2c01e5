"""Quantities: numbers with their unit, currency or counted noun, and how exact they are."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from arnlp.lexicon import senses as S
from arnlp.mentions.context import Context
from arnlp.mentions.nouns import noun_end
from arnlp.mentions.number_base import NumberMention
from arnlp.mentions.quantity_base import QuantityMention
from arnlp.mentions.singles import SingleReader
from arnlp.text.tokens import LATIN

_READING_REACH = 8  # tokens between a figure and the one that gives it in another unit


def find_quantities(context: Context, numbers: list[NumberMention]) -> list[QuantityMention]:
    """Return the quantities of a text in their order, candidates for the arbiter.

    A year or a clock time may be among them where something counted stands behind it; the arbiter
    decides between the engines.
    """
    return _Finder(context, numbers).find()


class _Finder(SingleReader):
    def __init__(self, context: Context, numbers: list[NumberMention]) -> None:
        super().__init__(context)
        self.numbers = numbers
        self.found: list[QuantityMention] = []
        self.number_at = {number.first: number for number in numbers}

    def find(self) -> list[QuantityMention]:
        out = self.found
        index = 0
        numbers = self.numbers
        while index < len(numbers):
            number = numbers[index]
            step = 1
            if number.end != self.tagged.ends[number.last - 1]:
                found = None  # one of 22,24,26
            elif number.kind == "ordinal":
                found = self._rank(number)
            elif self._is_ranked(number) and (found := self._rank(number)):
                pass
            elif number.kind == "multiplier":
                found = self._multiplier(number)
            elif number.ratio:
                found = self._share(number)
            elif moved := self._moved(index):
                out += moved
                found, step = None, 2
            else:
                found, step = self._range(index)
                if found is None:
                    found, step = self._single(number, out), 1
            index += step
            if found is not None:
                out.append(found)
                while index < len(numbers) and numbers[index].first < found.last:
                    index += 1
        taken = {i for n in numbers for i in range(n.first, n.last)}
        out = out + self._duals(taken)
        taken.update(i for q in out for i in range(q.first, q.last))
        out += self._singles(taken)
        out.sort(key=lambda quantity: quantity.start)
        out = self._join_parts(out)
        self._link_readings(out)
        return out

    def _single(
        self, number: NumberMention, before: list[QuantityMention]
    ) -> QuantityMention | None:
        plus = self._norm(number.last) == "+" and self._adjacent(number.last)
        if plus and number.kind == "cardinal" and self._mask(number.last + 1) & S.NUMERIC == 0:
            number = replace(number, last=number.last + 1)
        found = self._former_level(number, before) or (
            self._unit(number)
            or self._bare_percent(number)
            or self._counted(number)
            or self._elliptic(number, before)
        )
        if found is not None:
            self._finish(found, number)
            if plus and found.bound == "exact" and found.kind != "duration":
                found.bound = "more_than"
        return found

    def _multiplier(self, number: NumberMention) -> QuantityMention | None:
        entry = self.entries[number.first]
        sense = entry.senses[S.MULTIPLE]
        found = self._new(number, number.last, "multiplier", "times")
        self._set_bound(found)
        if entry.kind == LATIN or sense.role == "dual":
            return found
        before = self.entries[number.first - 1] if number.first else None
        led = found.bound != "exact" or (before is not None and before.norm == "الي")
        return found if led else None

    def _is_ranked(self, number: NumberMention) -> bool:
        """Tell whether a place in an order is written as a cardinal: المرتبة 12, ranked 12."""
        if number.kind != "cardinal" or not isinstance(number.value, int) or number.scale > 1:
            return False
        sense = self._sense(number.first - 1, S.RANK_NOUN)
        return sense is not None and sense.role in ("", "before") and 0 < number.value < 1000

    def _rank(self, number: NumberMention) -> QuantityMention | None:
        """Read المركز الثالث, third place, ثالث أكبر, third-largest, الأولى عالميا, المرتبة 12."""
        i, j = number.first, number.last
        if self._mask(i - 1) & S.CLITIC:  # المركز الـ12
            i -= 1
        before = self._sense(i - 1, S.RANK_NOUN)
        after = self._sense(j, S.RANK_NOUN)
        adjective = j + self._is_hyphen(j)
        first, last = i, j
        if before is not None and before.role != "after":
            if number.kind != "ordinal" and self._mask(j) & (S.UNIT | S.NOUN | S.PERCENT):
                return None
            first = i - 1
        elif number.kind != "ordinal":
            return None
        elif after is not None and after.role == "after":
            last = j + 1
        elif self._mask(adjective) & S.RANK_ADJECTIVE:
            last = adjective + 1
        elif self._is_word(j, "scope") and not self._mask(i - 1) & (S.UNIT | S.DAYPART):
            last = j + 1
        else:
            return None
        found = self._new(number, last, "rank", None)
        found.first = first
        found.start = self.tagged.start_of(first)
        return found

    def _share(self, number: NumberMention) -> QuantityMention:
        """Read how many of how many, with what is counted: one in five households."""
        j = number.last
        end = noun_end(self.entries, j, 2)
        found = self._new(number, end, "ratio", "1")
        if end > j:
            found.noun = self._noun_text(j, end)
        self._set_bound(found)
        return found

    def _link_readings(self, out: list[QuantityMention]) -> None:
        """Link a figure that gives the one before it in another unit: 16 مليار ريال (4.3 مليار دولار)."""
        for before, quantity in pairwise(out):
            if quantity.kind not in ("money", "measure") or before.kind != quantity.kind:
                continue
            gap = range(before.last, quantity.first)
            if not 0 < len(gap) <= _READING_REACH or quantity.unit in (None, before.unit):
                continue
            opened = self._norm(before.last) in ("(", "[")
            same = any(
                (sense := self._sense(k, S.RELATION)) is not None and "same" in sense.value
                for k in gap
            )
            if (opened and self._is_all(before.last + 1, quantity)) or (
                same and quantity.kind == "money"
            ):
                quantity.same_as = before

    def _is_all(self, first: int, quantity: QuantityMention) -> bool:
        """Tell whether brackets hold a quantity and small words that lead to it alone."""
        if self._norm(quantity.last) not in (")", "]"):
            return False
        return all(
            self._mask(k) & (S.BOUND | S.RELATION | S.CLITIC | S.STOP | S.COMMA | S.QUANTITY_WORD)
            for k in range(first, quantity.first)
        )
