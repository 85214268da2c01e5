"""Two numbers with one unit: ما بين 20 و24 شهراً, 5,000 to 7,000 visits, 10-15%."""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.mentions.counts import CountReader
from arnlp.mentions.number_base import NumberMention
from arnlp.mentions.quantity_base import QuantityMention

_DASHES = ("-", "\u2013", "\u2014")


class RangeReader(CountReader):
    """Reads ranges."""

    numbers: list[NumberMention]

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
