"""Quantities: numbers with their unit, currency or counted noun, and how exact they are."""

from __future__ import annotations

from itertools import pairwise

from arnlp.lexicon import senses as S
from arnlp.mentions.compounds import one_of
from arnlp.mentions.context import Context
from arnlp.mentions.duals import DualReader
from arnlp.mentions.nouns import arabic_noun_end, counts_many, english_noun_end, is_adjective
from arnlp.mentions.number_base import NumberMention, exact, times
from arnlp.mentions.quantity_base import TEMPERATURES, QuantityMention
from arnlp.text.tokens import BREAK, LATIN, WORD

_LETTER_SCALES = {"m": 10**6, "k": 1000}
_CARRY_REACH = 6  # tokens from an amount to one that leaves its currency out
_AVERAGE_REACH = 6  # tokens before a figure in which a word may say that it is an average
_MAX_BARE_PERCENT = 1000
_READING_REACH = 8  # tokens between a figure and the one that gives it in another unit
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
        self.number_at = {number.first: number for number in numbers}

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
            elif number.ratio:
                found = self._share(number)
            else:
                found, step = self._range(index)
                if found is None:
                    found, step = self._single(number, out), 1
            index += step
            if found is not None:
                out.append(found)
                while index < len(numbers) and numbers[index].first < found.last:
                    index += 1
        out += self._duals({i for n in numbers for i in range(n.first, n.last)})
        out.sort(key=lambda quantity: quantity.start)
        out = self._join_parts(out)
        self._link_readings(out)
        return out

    # -- one number ----------------------------------------------------------------------

    def _single(
        self, number: NumberMention, before: list[QuantityMention]
    ) -> QuantityMention | None:
        found = (
            self._unit(number)
            or self._bare_percent(number)
            or self._counted(number)
            or self._elliptic(number, before)
        )
        if found is not None:
            self._finish(found, number)
        return found

    def _finish(self, found: QuantityMention, number: NumberMention) -> None:
        """Add to a quantity its half, its rate, its sign and its bound."""
        if found.last > number.last:
            self._add_half(found, one_of(number, found))
        self._set_rate(found, self.number_at)
        self._set_sign(found)
        self._set_bound(found)

    def _unit(self, number: NumberMention) -> QuantityMention | None:
        """Read the percent sign, unit or currency beside a number."""
        j = number.last
        if self._is_hyphen(j):
            j += 1  # 148-kilometre
        elif self._norm(j) in ("(", "[") and self._norm(j + 2) in (")", "]"):
            return self._bracketed_unit(number, j)
        right = self.entries[j] if j < self.size else None
        if right is not None and not right.clitics:
            sense = right.senses.get(S.PERCENT)
            if sense is not None and sense.value != "pp2":
                kind = "percent" if sense.value == "%" else "percentage_point"
                value = (
                    number.value if sense.extra == 1 else times(number.value, exact(sense.extra))
                )
                return self._new(number, j + 1, kind, sense.value, value)
            sense = right.senses.get(S.CURRENCY)
            if sense is not None and not self._is_weight(j):
                return self._scaled_behind(self._money(number, j + 1, number.first, sense), number)
            sense = right.senses.get(S.MULTIPLE)
            if sense is not None and sense.role == "plural":
                return self._new(number, j + 1, "multiplier", "times")
        left = self._currency_before(number) or self._percent_before(number)
        if left is not None:
            return left
        if right is not None and not right.clitics:
            scale = self._letter_scale(number, j)
            if scale and counts_many(self.entries, j + 1):  # 1.2m passengers, and no 1.2m fence
                found = self._count(number, j + 1, english_noun_end(self.entries, j + 1, 2))
                found.value = number.value * scale
                return found
            sense = right.senses.get(S.UNIT)
            if sense is not None and sense.role != "dual" and (right.kind == LATIN or not right.definite):
                return self._measure(number, j, sense)
        if number.article and number.first:
            return self._article_unit(number)
        return None

    def _bracketed_unit(self, number: NumberMention, j: int) -> QuantityMention | None:
        """Read 20 (kg): the unit in brackets behind its number."""
        sense = self._sense(j + 1, S.UNIT)
        if sense is None:
            return None
        found = self._measure(number, j + 1, sense)
        if found is not None:
            found.last, found.end = j + 3, self.tagged.ends[j + 2]
        return found

    def _is_weight(self, j: int) -> bool:
        """Tell whether pounds are a weight: two pounds of meat."""
        return bool(self._mask(j) & S.UNIT) and self._norm(j + 1) == "of"

    def _scaled_behind(self, found: QuantityMention, number: NumberMention) -> QuantityMention:
        """Read 75 USD million: the scale behind the currency."""
        sense = self._sense(found.last, S.NUMBER)
        if sense is not None and sense.role == "scale" and number.scale == 1:
            if self.entries[found.last].kind == LATIN:
                found.value = times(found.value, sense.value)
                found.last, found.end = found.last + 1, self.tagged.ends[found.last]
        return found

    def _measure(self, number: NumberMention, j: int, sense: S.Sense) -> QuantityMention | None:
        kind, factor = sense.extra
        value = times(number.value, factor)
        found = self._new(number, j + 1, kind, sense.value, value)
        if sense.value in TEMPERATURES and self._is_word(j + 1, "below_zero"):
            found.value = -abs(found.value)
            found.last, found.end = j + 2, self.tagged.ends[j + 1]
        return found

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

    def _percent_before(self, number: NumberMention) -> QuantityMention | None:
        """Read %50 and بالمئة 50, where the sign belongs to no figure before it."""
        i = number.first - 1
        sense = self._sense(i, S.PERCENT)
        if sense is None or sense.value != "%" or self.entries[i].kind == LATIN:
            return None
        if i and self._mask(i - 1) & (S.NUMERIC | S.NUMBER | S.FRACTION):
            return None
        found = self._new(number, number.last, "percent", "%")
        found.first, found.start = i, self.tagged.start_of(i)
        return found

    def _bare_percent(self, number: NumberMention) -> QuantityMention | None:
        """Read بنسبة 15 عن العام الماضي: the noun says percent where the sign was left out."""
        i, j = number.first - 1, number.last
        if not self._is_word(i, "ratio_noun") or self.entries[i].kind == LATIN or number.scale > 1:
            return None
        if number.kind != "cardinal" or not 1 <= number.value <= _MAX_BARE_PERCENT:
            return None
        after = self.entries[j] if j < self.size else None
        if after is not None and after.kind != BREAK:
            if after.surface not in ".\u060c,;\u061b" and not after.mask & (S.STOP | S.RELATION):
                return None
            if self._is_word(j, "range") or self._is_word(j, "over") or self._is_word(j, "of"):
                return None
        found = self._new(number, j, "percent", "%")
        self.context.warn(
            "percent_without_sign",
            "read as percent for the noun before it",
            number.start,
            number.end,
        )
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
            self._is_word(k, "average") or self._is_word(k, "per") or self._is_word(k, "each")
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

    def _share(self, number: NumberMention) -> QuantityMention:
        """Read how many of how many, with what is counted: one in five households."""
        j = number.last
        head = self.entries[j] if j < self.size else None
        end = j
        if head is not None and head.kind == WORD:
            end = arabic_noun_end(self.entries, j)
        elif head is not None and head.kind == LATIN:
            end = english_noun_end(self.entries, j, 2)
        found = self._new(number, max(end, j), "ratio", "1")
        if end > j:
            found.noun = self.tagged.text[self.tagged.start_of(j) : self.tagged.ends[end - 1]]
        self._set_bound(found)
        return found

    # -- the same once more --------------------------------------------------------------------

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
