"""Quantities: numbers with their unit, currency or counted noun, and how exact they are."""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.mentions.context import Context
from arnlp.mentions.duals import DualReader
from arnlp.mentions.nouns import arabic_noun_end, counts_many, english_noun_end, is_adjective
from arnlp.mentions.numbers import NumberMention
from arnlp.mentions.quantity_base import QuantityMention
from arnlp.text.tokens import LATIN, WORD

_LETTER_SCALES = {"m": 10**6, "k": 1000}
_CARRY_REACH = 6  # tokens from an amount to one that leaves its currency out
_AVERAGE_REACH = 6  # tokens before a figure in which a word may say that it is an average
_DASHES = ("-", "\u2013", "\u2014")


def find_quantities(context: Context, numbers: list[NumberMention]) -> list[QuantityMention]:
    """Return the quantities of a text in their order, candidates for the arbiter.

    A year or a clock time may be among them where something counted stands behind it; the arbiter
    decides between the engines.
    """
    return _Finder(context, numbers).find()


class _Finder(DualReader):
    def __init__(self, context: Context, numbers: list[NumberMention]) -> None:
        super().__init__(context)
        self.numbers = numbers

    def find(self) -> list[QuantityMention]:
        out: list[QuantityMention] = []
        index = 0
        numbers = self.numbers
        while index < len(numbers):
            number = numbers[index]
            step = 1
            if number.kind == "ordinal":
                found = self._rank(number)
            elif number.kind == "multiplier":
                found = self._multiplier(number)
            else:
                found, step = self._range(index)
                if found is None:
                    found, step = self._single(number, out), 1
            if found is not None:
                out.append(found)
            index += step
        out += self._duals({i for n in numbers for i in range(n.first, n.last)})
        out.sort(key=lambda quantity: quantity.start)
        return out

    # -- one number ----------------------------------------------------------------------

    def _single(
        self, number: NumberMention, before: list[QuantityMention]
    ) -> QuantityMention | None:
        found = self._unit(number) or self._counted(number) or self._elliptic(number, before)
        if found is not None:
            self._set_sign(found)
            self._set_bound(found)
        return found

    def _unit(self, number: NumberMention) -> QuantityMention | None:
        """Read the percent sign, unit or currency beside a number."""
        j = number.last
        if self._is_hyphen(j):
            j += 1  # 148-kilometre
        right = self.entries[j] if j < self.size else None
        if right is not None and not right.clitics:
            sense = right.senses.get(S.PERCENT)
            if sense is not None and sense.value != "pp2":
                kind = "percent" if sense.value == "%" else "percentage_point"
                value = number.value if sense.extra == 1 else number.value * sense.extra
                return self._new(number, j + 1, kind, sense.value, value)
            sense = right.senses.get(S.CURRENCY)
            if sense is not None:
                return self._money(number, j + 1, number.first, sense)
            sense = right.senses.get(S.MULTIPLE)
            if sense is not None and sense.role == "plural":
                return self._new(number, j + 1, "multiplier", "times")
        left = self._currency_before(number)
        if left is not None:
            return left
        if right is not None and not right.clitics:
            scale = self._letter_scale(number, j)
            if scale and counts_many(self.entries, j + 1):  # 1.2m passengers, and no 1.2m fence
                found = self._count(number, j + 1, english_noun_end(self.entries, j + 1, 2))
                found.value = number.value * scale
                return found
            sense = right.senses.get(S.UNIT)
            if sense is not None and (right.kind == LATIN or not right.definite):
                return self._measure(number, j, sense)
        if number.article and number.first:
            return self._article_unit(number)
        return None

    def _measure(self, number: NumberMention, j: int, sense: S.Sense) -> QuantityMention | None:
        kind, factor = sense.extra
        value = number.value * factor
        return self._new(number, j + 1, kind, sense.value, value)

    def _letter_scale(self, number: NumberMention, j: int) -> int:
        """Return the scale of a letter glued behind a numeral (5m, 3k), 0 without one."""
        if number.scale != 1 or not self._adjacent(j):
            return 0
        return _LETTER_SCALES.get(self._norm(j), 0)

    def _article_unit(self, number: NumberMention) -> QuantityMention | None:
        """Read السنوات الخمس and المستشفيات الثلاثة: the counted noun stands before, both definite."""
        before = self.entries[number.first - 1]
        if before.kind != WORD or not before.definite:
            return None
        i = number.first - 1
        sense = before.senses.get(S.UNIT)
        if sense is not None and sense.role == "plural":
            kind, factor = sense.extra
            found = self._new(number, number.last, kind, sense.value, number.value * factor)
        elif before.senses.get(S.NOUN) or before.norm.endswith(("ات", "ين")):
            found = self._new(number, number.last, "count", None)
            found.noun = self.tagged.text[self.tagged.start_of(i) : self.tagged.ends[i]]
        else:
            return None
        found.first = i
        found.start = self.tagged.start_of(i)
        return found

    # -- money ---------------------------------------------------------------------------

    def _currency_before(self, number: NumberMention) -> QuantityMention | None:
        i = number.first - 1
        if i < 0:
            return None
        sense = self.entries[i].senses.get(S.CURRENCY)
        if sense is None or (self.entries[i].kind == WORD and "." not in self.entries[i].surface):
            return None
        last = number.last
        value = number.value
        if scale := self._letter_scale(number, last):  # SR5m
            value, last = value * scale, last + 1
        found = self._money(number, last, i, sense)
        found.value = value
        if self._adjacent(i) and self.entries[i - 1].kind == LATIN:  # a dollar of a country unknown
            found.unit, found.ambiguous = None, True
        return found

    # -- counts --------------------------------------------------------------------------

    def _counted(self, number: NumberMention) -> QuantityMention | None:
        j = number.last
        if j >= self.size or number.kind == "fraction":
            return None
        head = self.entries[j]
        if head.norm == "من" and j + 1 < self.size:  # 3 من القرارات
            if self._is_word(j + 1, "group"):  # 500 من ذوي الهمم
                return self._count(number, j + 1, self._group_end(j + 1))
            noun = self.entries[j + 1].senses.get(S.NOUN)
            if noun is None or not noun.article or noun.role != "plural":
                return None
            return self._count(number, j + 1, j + 2)
        if head.mask & (S.MONTH | S.ORDINAL) or self._is_word(j, "others"):
            return None  # الألف الثانية
        if self._norm(number.first - 1) == "كل" and self._norm(number.first - 2) == "من":
            return None  # one of each five: a ratio
        if self._norm(number.first - 1) == "in" and self._mask(number.first - 2) & (
            S.NUMBER | S.NUMERIC
        ):
            return None  # one in five uses it: a ratio
        if head.kind == WORD:
            end = arabic_noun_end(self.entries, j)
        elif head.kind == LATIN:
            end = english_noun_end(self.entries, j, number.value)
        else:
            return None
        return self._count(number, j, end) if end > j else None

    def _group_thousands(self, number: NumberMention, end: int) -> None:
        """Let 12.345 before a counted noun be thousands: nobody counts thousandths of a school.

        Where it is an average or a rate (4.825 persons per household) it stays a decimal.
        """
        grouped = self.entries[number.first].grouped
        if grouped is None or number.last != number.first + 1 or number.value == grouped:
            return
        low = max(0, number.first - _AVERAGE_REACH)
        if any(
            self._is_word(k, "average") or self._is_word(k, "rate")
            for k in range(low, min(end + 2, self.size))
        ):
            return
        number.value = grouped
        self.context.warn(
            "ambiguous_number",
            "the full stop is read as one of thousands, for what follows is counted",
            number.start,
            number.end,
        )

    def _group_end(self, i: int) -> int:
        """Return the end of a construct behind a noun of groups: ذوي الهمم, أصحاب الأعمال."""
        end = i + 1
        if end < self.size and self.entries[end].definite:
            end += 1
            while end < self.size and is_adjective(self.entries[end], True):
                end += 1
        return end

    def _count(self, number: NumberMention, j: int, end: int) -> QuantityMention:
        self._group_thousands(number, end)
        found = self._new(number, end, "count", None)
        found.noun = self.tagged.text[self.tagged.start_of(j) : self.tagged.ends[end - 1]]
        return found

    def _elliptic(
        self, number: NumberMention, before: list[QuantityMention]
    ) -> QuantityMention | None:
        """Read a number whose noun was said before, or a figure that a verb leads to."""
        if number.kind == "fraction":
            return None
        i = number.first - 1
        while i >= 0 and self.entries[i].mask & S.CLITIC:
            i -= 1
        left = self.entries[i] if i >= 0 else None
        right = self.entries[number.last] if number.last < self.size else None
        carried = (
            before[-1] if before and before[-1].kind in ("count", "money", "measure") else None
        )
        same_sentence = carried is not None and (
            self.tagged.sentence_of[carried.first] == self.tagged.sentence_of[number.first]
        )
        compared = self._is_compared(i)
        others = self._is_word(number.last, "others")
        part = self._is_word(i, "partitive")
        if (others or part or compared) and carried is not None and same_sentence:
            last = number.last + (1 if others else 0)
            found = self._new(number, last, carried.kind, carried.unit)
            found.noun = carried.noun
            return found
        if left is None or number.value in (0, 1):
            return None
        verb = left.senses.get(S.VERB)
        led = (verb is not None and verb.role == "reach") or left.mask & S.BOUND
        if left.norm in ("الي", "to", "عند", "at") and i > 0:
            led = any(
                (v := self.entries[k].senses.get(S.VERB)) is not None
                and v.role in ("reach", "change_up", "change_down")
                for k in range(max(0, i - 6), i)
            )
        if led and not (right is not None and right.mask & (S.MONTH | S.PERIOD | S.DAYPART)):
            if (
                carried is not None
                and same_sentence
                and carried.kind == "money"
                and number.scale > 1
                and number.first - carried.last <= _CARRY_REACH
            ):  # من 12 ألف جنيه ولا يزيد على 15 ألفا
                return self._new(number, number.last, "money", carried.unit)
            return self._new(number, number.last, "count", None)
        return None

    def _is_compared(self, i: int) -> bool:
        """Tell whether a comparison leads to a figure: compared with 96,500, مقابل 83."""
        for j in (i, i - 1):
            sense = self._sense(j, S.RELATION)
            if sense is not None and "compared" in sense.value and "from" not in sense.value:
                return True
        return False

    # -- multiples and ranks ----------------------------------------------------------------

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

    def _rank(self, number: NumberMention) -> QuantityMention | None:
        i, j = number.first, number.last
        before = self.entries[i - 1].senses.get(S.RANK_NOUN) if i else None
        after = self.entries[j] if j < self.size else None
        first, last = i, j
        if before is not None and before.role != "after":
            first = i - 1
        elif (
            after is not None and (noun := after.senses.get(S.RANK_NOUN)) and noun.role == "after"
        ) or (after is not None and after.mask & S.RANK_ADJECTIVE):
            last = j + 1
        else:
            return None
        found = self._new(number, last, "rank", None)
        found.first = first
        found.start = self.tagged.start_of(first)
        return found

    # -- ranges ----------------------------------------------------------------------------

    def _range(self, index: int) -> tuple[QuantityMention | None, int]:
        """Read two numbers with one unit: ما بين 20 و24 شهراً, 5,000 to 7,000 visits, 10-15%."""
        if index + 1 >= len(self.numbers):
            return None, 1
        low, high = self.numbers[index], self.numbers[index + 1]
        gap = high.first - low.last
        if gap > 2 or high.kind != "cardinal" or low.article:
            return None, 1
        before = self.entries[low.first - 1] if low.first else None
        between = before is not None and before.norm.endswith(("بين", "between"))
        if not self._is_range_gap(low.last, high.first, between):
            return None, 1
        if high.value <= low.value and not (high.scale > 1 and low.scale == 1):
            return None, 1
        if low.scale != high.scale and self._is_by(low) and low.scale > 1:
            return None, 1  # rose by 300 million to 4.9 billion
        found = self._unit(high) or self._counted(high)
        if found is None:
            return None, 1
        if found.kind == "money" and found.last > high.last and self._currency_before(low):
            return None, 1  # each has its own currency
        value = low.value
        if high.scale > 1 and low.scale == 1 and low.value < high.value / high.scale:
            value = low.value * high.scale
        if found.kind in ("measure", "duration"):
            value = value * (found.value // high.value if high.value else 1)
        elif found.kind == "percentage_point" and found.value != high.value:
            return None, 1
        if value >= found.value:
            return None, 1
        found.value_max, found.value, found.bound = found.value, value, "between"
        if found.first >= high.first:
            found.first, found.start = low.first, low.start
        return found, 2

    def _is_by(self, number: NumberMention) -> bool:
        """Tell whether 'by' leads to a number, over a bound and a currency."""
        i = number.first - 1
        while i >= 0 and self.entries[i].mask & (S.BOUND | S.CURRENCY | S.CLITIC):
            i -= 1
        sense = self._sense(i, S.RELATION)
        return sense is not None and "by" in sense.value

    def _is_range_gap(self, first: int, last: int, between: bool) -> bool:
        words = [self.entries[k].norm for k in range(first, last)]
        if not words:
            return between and self.entries[last].clitics == "و"
        if words[-1] in ("و", "and"):
            return between and len(words) == 1
        return len(words) == 1 and (words[0] in _DASHES or self._is_word(first, "range"))
