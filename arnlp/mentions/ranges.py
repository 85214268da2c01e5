"""Two numbers with one unit: ما بين 20 و24 شهراً, 5,000 to 7,000 visits, 10-15%."""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.mentions.counts import YEARS, CountReader
from arnlp.mentions.number_base import SIGNS, NumberMention, times
from arnlp.mentions.quantity_base import QuantityMention
from arnlp.text.tokens import LATIN, WORD

_MOVE_REACH = 10  # tokens from a verb of change to the level it starts from
_REACH = 5  # tokens between the ends of a range
_DASHES = ("-", "\u2013", "\u2014")
_JOINERS = S.QUANTITY_WORD | S.CURRENCY | S.CLITIC
_JOINTS = (*_DASHES, *SIGNS, "and")


class RangeReader(CountReader):
    """Reads ranges."""

    numbers: list[NumberMention]
    found: list[QuantityMention]

    def _range(self, index: int) -> tuple[QuantityMention | None, int]:
        """Read two numbers with one unit, or each with the same one behind 'between'."""
        if index + 1 >= len(self.numbers):
            return None, 1
        low, high = self.numbers[index], self.numbers[index + 1]
        if high.first - low.last > _REACH or high.kind != "cardinal" or low.article:
            return None, 1
        if not self._may_end(high.first):
            return None, 1
        low_sign, low_first = self._glued_sign(low)
        high_sign, high_first = self._glued_sign(high)
        own = self._own_unit(low, high)
        if own is not None:
            low_first, low_last = min(low_first, own.first), own.last
            if self._mask(high_first - 1) & S.CURRENCY and high_first - 1 >= low_last:
                high_first -= 1
        else:
            low_last = low.last
        between = self._is_word(low_first - 1, "between")
        if not self._is_range_gap(low_last, high_first, between):
            return None, 1
        if own is not None and not (between or self._norm(low_last) in _DASHES):
            if not self._is_ranging(low_first):
                return None, 1  # from $5 million to $7 million is a change
        value, top = low_sign * low.value, high_sign * high.value
        if top <= value and not (high.scale > 1 and low.scale == 1):
            return None, 1
        if low.scale != high.scale and self._is_by(low) and low.scale > 1:
            return None, 1  # rose by 300 million to 4.9 billion
        return self._joined_ends(low, high, own, (low_sign, low_first), high_sign)

    def _is_ranging(self, i: int) -> bool:
        """Tell whether a word before a number and its 'from' says that a range follows."""
        return any(self._is_word(j, "ranging") for j in range(max(0, i - 3), i))

    def _moved(self, index: int) -> list[QuantityMention]:
        """Read the two levels of a change that have one unit: rose from 48 to 55 percent."""
        numbers = self.numbers
        if index + 1 >= len(numbers) or numbers[index].kind != "cardinal":
            return []
        low, high = numbers[index], numbers[index + 1]
        if high.first != low.last + 1 or not self._is_word(low.last, "range"):
            return []
        i = low.first - 1
        while i >= 0 and self.masks[i] & (S.CLITIC | S.CURRENCY):
            i -= 1
        relation = self._sense(i, S.RELATION)
        move = self._move_before(i)
        if relation is None or "from" not in relation.value or not move:
            return []
        level = self._unit(high) or self._counted(high)
        if level is None and self._is_bare(low, high):
            level = self._new(high, high.last, "count", None)
        if level is None or level.kind == "duration":
            return []
        self._finish(level, high)
        value = low.value
        if high.scale > 1 and low.scale == 1 and value < 1000:  # from 5 to 10 million
            if move == "change_down" or value < high.value / high.scale:
                value = value * high.scale
        value = times(value, level.one)
        former = self._new(low, low.last, level.kind, level.unit, value)
        former.ambiguous = level.ambiguous
        if level.first < high.first:
            money = self._currency_before(low)
            former = money if money is not None else former
        return [former, level]

    def _is_bare(self, low: NumberMention, high: NumberMention) -> bool:
        """Tell whether nothing counted stands behind two levels, and they are no years."""
        if low.value in YEARS and high.value in YEARS:
            return False
        after = self.entries[high.last] if high.last < self.size else None
        return (
            after is None or after.kind not in (WORD, LATIN) or bool(after.mask & (S.STOP | S.SET))
        )

    def _move_before(self, i: int) -> str:
        """Return the class of a verb of rise or fall before a token in its sentence."""
        start, _ = self.tagged.sentences[self.tagged.sentence_of[i]]
        for j in range(max(start, i - _MOVE_REACH), i):
            sense = self._sense(j, S.VERB)
            if sense is not None and sense.role in ("change_up", "change_down"):
                return sense.role
        return ""

    def _may_end(self, i: int) -> bool:
        """Tell whether what stands before a number may join it to one before: و, to, a dash."""
        if self.entries[i].clitics == "و" or self.masks[i - 1] & _JOINERS:
            return True
        return self.entries[i - 1].norm in _JOINTS

    def _finish(self, found: QuantityMention, number: NumberMention) -> None:
        """Add to a quantity its half, its rate, its sign and its bound."""
        if found.last > number.last:
            self._add_half(found)
        self._set_rate(found, self.number_at)
        self._set_sign(found)
        self._set_bound(found)

    def _joined_ends(
        self,
        low: NumberMention,
        high: NumberMention,
        own: QuantityMention | None,
        start: tuple[int, int],
        high_sign: int,
    ) -> tuple[QuantityMention | None, int]:
        """Make one quantity of two ends; ``start`` is the sign of the first and where it starts."""
        low_sign, low_first = start
        found = self._unit(high) or self._counted(high) or self._shared_currency(low, high)
        if found is None and self._is_word(high.last, "others"):  # 12,000 to 15,000 more
            found = self._elliptic(high, self.found)
        if found is None or (own is not None and own.unit != found.unit):
            return None, 1
        value = low_sign * low.value
        if own is None:
            if found.kind == "money" and found.last > high.last and self._currency_before(low):
                return None, 1  # each has its own currency
            if high.scale > 1 and low.scale == 1 and low.value < high.value / high.scale:
                value = value * high.scale
        if found.kind in ("measure", "duration", "money", "percentage_point"):
            value = times(value, found.one)
        top = high_sign * found.value
        if value >= top:
            return None, 1
        found.value_max, found.value, found.bound = top, value, "between"
        if low_sign < 0:
            found.sign = -1
        if found.first >= high.first or own is not None:
            found.first, found.start = low_first, self.tagged.start_of(low_first)
        self._set_rate(found, self.number_at)
        return found, 2

    def _shared_currency(self, low: NumberMention, high: NumberMention) -> QuantityMention | None:
        """Read $5-7.5 million: the currency stands before the first end."""
        money = self._currency_before(low)
        if money is None:
            return None
        found = self._new(high, high.last, "money", money.unit)
        found.first, found.start = money.first, money.start
        found.ambiguous = money.ambiguous
        return found

    def _own_unit(self, low: NumberMention, high: NumberMention) -> QuantityMention | None:
        """Return the first end of a range with its own unit, None where the second gives it."""
        if low.last >= high.first:
            return None
        if self._norm(low.last) in _DASHES:
            both = self._mask(high.first - 1) & S.CURRENCY
            return self._currency_before(low) if both else None
        found = self._unit(low)
        if found is None or found.last >= high.first or found.kind == "duration":
            return None
        return found

    def _glued_sign(self, number: NumberMention) -> tuple[int, int]:
        """Return the sign glued to a number and where the number starts with it."""
        i = number.first - 1
        sign = SIGNS.get(self._norm(i))
        if sign is None or not self._adjacent(number.first):
            return 1, number.first
        if self._adjacent(i) and not self._mask(i - 1) & S.CLITIC:
            return 1, number.first
        return sign, i

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
        return len(words) == 1 and (words[0] in _DASHES or self._is_word(first, "range", "until"))
