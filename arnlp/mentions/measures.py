"""Numbers with a percent sign, a unit or a currency beside them."""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.mentions.duals import DualReader
from arnlp.mentions.nouns import counts_many, english_noun_end
from arnlp.mentions.number_base import NumberMention, exact, times
from arnlp.mentions.quantity_base import TEMPERATURES, QuantityMention
from arnlp.text.tokens import BREAK, LATIN, NUMERAL, WORD

_LETTER_SCALES = {"m": 10**6, "k": 1000}
_MAX_BARE_PERCENT = 1000
_AVERAGE_REACH = 6  # tokens before a figure in which a word may say that it is an average


class MeasureReader(DualReader):
    """Reads measures, money and percentages."""

    def _unit(self, number: NumberMention) -> QuantityMention | None:
        """Read the percent sign, unit or currency beside a number."""
        j = number.last
        if self._norm(j) in ("(", "[") and self._norm(j + 2) in (")", "]"):
            return self._bracketed_unit(number, j)
        if self._leads_to_unit(number, j):
            j += 1
        right = self.entries[j] if j < self.size else None
        if right is not None and not right.clitics:
            sense = right.senses.get(S.PERCENT)
            if sense is not None and sense.value != "pp2":
                kind = "percent" if sense.value == "%" else "percentage_point"
                one = exact(sense.extra)
                found = self._new(number, j + 1, kind, sense.value, times(number.value, one))
                found.one = one
                return found
            sense = right.senses.get(S.CURRENCY)
            if sense is not None and not self._is_weight(j):
                return self._scaled_behind(self._money(number, j + 1, number.first, sense), number)
            sense = right.senses.get(S.MULTIPLE)
            if sense is not None and sense.role == "plural" and number.scale == 1:
                return self._new(number, j + 1, "multiplier", "times")
            if right.surface == "x" and self._adjacent(j) and not self._is_product(j):  # 3x
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
            if self._mask(j) & S.PAPER and not self._spans(number, j):
                return None  # ستة عقود: contracts
            sense = right.senses.get(S.UNIT)
            if (
                sense is not None
                and sense.role != "dual"
                and (right.kind == LATIN or not right.definite)
            ):
                return self._measure(number, j, sense)
        if number.article and number.first:
            return self._article_unit(number)
        return self._single_one(number)

    def _leads_to_unit(self, number: NumberMention, j: int) -> bool:
        """Tell whether a hyphen or article stands before a unit: 148-kilometre, half a percent."""
        if self._is_hyphen(j):
            return not self._opens_number(j + 1)
        return number.kind == "fraction" and self._norm(j) == "a"

    def _opens_number(self, j: int) -> bool:
        """Tell whether a currency at a token belongs to the number behind it: $5m-$7.5m."""
        return bool(self._mask(j) & S.CURRENCY and self._mask(j + 1) & S.NUMERIC)

    def _is_product(self, j: int) -> bool:
        """Tell whether an x multiplies two numbers: 3x4 m."""
        return bool(self._mask(j + 1) & (S.NUMERIC | S.NUMBER))

    def _single_one(self, number: NumberMention) -> QuantityMention | None:
        """Read يوم واحد and جهة واحدة: one, behind its noun."""
        i = number.first - 1
        if number.value != 1 or i < 0 or number.last != number.first + 1:
            return None
        before, entry = self.entries[i], self.entries[number.first]
        if entry.kind != WORD or entry.clitics or before.definite or before.clitics == "ك":
            return None
        unit, noun = before.senses.get(S.UNIT), before.senses.get(S.NOUN)
        if unit is not None and unit.role == "singular":
            return self._behind(number, unit)
        is_noun = noun is not None and noun.role == "singular"
        return self._behind(number, None) if is_noun else None

    def _behind(self, number: NumberMention, unit: S.Sense | None) -> QuantityMention:
        """Return the quantity of a number behind its unit, or behind what it counts."""
        i = number.first - 1
        if unit is None:
            found = self._new(number, number.last, "count", None)
            found.noun = self._noun_text(i, i + 1)
        else:
            kind, factor = unit.extra
            value = times(number.value, factor)
            found = self._new(number, number.last, kind, unit.value, value)
            found.one = factor
        found.first, found.start = i, self.tagged.start_of(i)
        return found

    def _spans(self, number: NumberMention, j: int) -> bool:
        """Tell whether a word beside says that decades are meant: منذ ستة عقود, عقود من الزمن."""
        if any(
            self._is_word(k, "spanning", "lasting", "through")
            for k in range(max(0, number.first - 3), number.first)
        ):
            return True
        if self._mask(j + 1) & S.DEIXIS:
            return True
        return self._is_word(j + 1, "of") and self._norm(j + 2) in ("الزمن", "الزمان")

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
                found.one = times(found.one, sense.value)
                found.last, found.end = found.last + 1, self.tagged.ends[found.last]
        return found

    def _measure(self, number: NumberMention, j: int, sense: S.Sense) -> QuantityMention | None:
        if self._goes_on(j):
            return None  # a unit that the tables do not have is missing, not cut short
        kind, factor = sense.extra
        value = times(number.value, factor)
        found = self._new(number, j + 1, kind, sense.value, value)
        found.one = factor
        if sense.value in TEMPERATURES and self._is_word(j + 1, "below_zero"):
            found.value = -abs(found.value)
            found.last, found.end = j + 2, self.tagged.ends[j + 1]
        return found

    def _goes_on(self, j: int) -> bool:
        """Tell whether the symbol of a unit goes on behind it: an exponent, a slash and a word."""
        k = j + 1
        if not self._adjacent(k) or self.entries[j].kind != LATIN:
            return False
        after = self.entries[k]
        if after.kind == NUMERAL or after.surface in ("²", "³", "⁻"):
            return True
        if after.surface != "/" or not self._adjacent(k + 1):
            return False
        unit = self._sense(k + 1, S.UNIT)
        return self.entries[k + 1].kind == LATIN and (unit is None or unit.role != "singular")

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
        sense = before.senses.get(S.UNIT)
        if before.mask & S.PAPER and not self._spans(number, number.last - 1):
            sense = None  # العقود الثلاثة: contracts
        if sense is not None and sense.role == "plural":
            return self._behind(number, sense)
        counted = before.mask & S.NOUN or before.norm.endswith(("ات", "ين"))
        return self._behind(number, None) if counted else None

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
            if self._is_word(j, "range", "until", "over", "of"):
                return None
        found = self._new(number, j, "percent", "%")
        self.context.warn(
            "percent_without_sign",
            "read as percent for the noun before it",
            number.start,
            number.end,
        )
        return found

    def _currency_before(self, number: NumberMention) -> QuantityMention | None:
        i = number.first - 1
        if i < 0:
            return None
        sense = self.entries[i].senses.get(S.CURRENCY)
        if sense is None or (self.entries[i].kind == WORD and "." not in self.entries[i].surface):
            return None
        last = number.last
        scale = self._letter_scale(number, last)  # SR5m
        found = self._money(number, last + (scale > 0), i, sense)
        if scale:
            found.value = found.value * scale
        if self._adjacent(i) and self.entries[i - 1].kind == LATIN:  # a dollar of a country unknown
            found.unit, found.ambiguous = None, True
        return found

    def _count(self, number: NumberMention, j: int, end: int) -> QuantityMention:
        self._group_thousands(number, end)
        found = self._new(number, end, "count", None)
        found.noun = self._noun_text(j, end)
        return found

    def _group_thousands(self, number: NumberMention, end: int) -> None:
        """Let 12.345 before a counted noun be thousands: nobody counts thousandths of a school.

        Where it is an average or a rate (4.825 persons per household) it stays a decimal.
        """
        grouped = self.entries[number.first].grouped
        if grouped is None or number.last != number.first + 1 or number.value == grouped:
            return
        low = max(0, number.first - _AVERAGE_REACH)
        if any(
            self._is_word(k, "average", "per", "each") for k in range(low, min(end + 2, self.size))
        ):
            return
        number.value = grouped
        self.context.warn(
            "ambiguous_number",
            "the full stop is read as one of thousands, for what follows is counted",
            number.start,
            number.end,
        )
