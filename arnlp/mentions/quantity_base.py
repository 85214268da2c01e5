"""What a quantity is, and what all its readers need: money, signs and bounds."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from arnlp.lexicon import senses as S
from arnlp.mentions.engine import Engine
from arnlp.mentions.number_base import SIGNS, NumberMention, ValueMention, exact, times
from arnlp.text.tokens import BREAK, WORD

OWNED = ("ها", "هم", "هن", "ته", "ره", "له")
_LEADING = ("before", "verb", "around")
_SUBJECT_REACH = 7  # tokens of a subject between a verb of bound and the figure
_PARENTHESIS_REACH = 30  # tokens in which a dash that opens a parenthesis is closed
TEMPERATURES = ("Cel", "[degF]", "deg", "K")
_LIMITED = ("percent", "money", "count", "measure")
_SIGNED = ("percent", "percentage_point", "money", "measure")


@dataclass(slots=True)
class QuantityMention(ValueMention):
    """A quantity over a range of tokens; offsets are those of its text."""

    value_max: Any = None
    bound: str = "exact"
    unit: str | None = None
    noun: str | None = None
    ambiguous: bool = False
    sign: int = 0  # of a figure that is written with one
    per: str | None = None  # what it is a rate of
    one: Any = 1  # what one of the unit as written is of the unit given: 10 for a decade, in years
    number: NumberMention | None = None  # the number it was made of
    same_as: QuantityMention | None = None  # the quantity that it gives once more


class QuantityReader(Engine):
    """Base of the readers of quantities."""

    def _new(
        self, number: NumberMention, last: int, kind: str, unit: str | None, value: Any = None
    ) -> QuantityMention:
        return QuantityMention(
            number.first,
            last,
            number.start,
            self.tagged.ends[last - 1],
            kind,
            number.value if value is None else value,
            unit=unit,
            number=number,
        )

    def _noun_text(self, first: int, last: int) -> str:
        """Return a noun as it is written, without what is joined to its front."""
        return self.tagged.text[self.tagged.start_of(first) : self.tagged.ends[last - 1]]

    def _money(
        self, number: NumberMention, last: int, first: int, sense: S.Sense
    ) -> QuantityMention:
        code, value = sense.value, number.value
        ambiguous = False
        one: Any = 1
        if code is None:
            choice = sense.extra.get(self.context.country) or sense.extra.get("*")
            ambiguous = choice is None
            if choice is not None:
                code = choice[0]
                one = exact(1 / Fraction(choice[1]))
                value = times(value, one)
        found = self._new(number, last, "money", code, value)
        found.one = one
        if first < number.first:
            found.first = first
            found.start = self.tagged.start_of(first)
        found.ambiguous = ambiguous
        return found

    # -- signs and bounds ------------------------------------------------------------------

    def _set_sign(self, found: QuantityMention) -> None:
        """Read a sign glued to a figure: -4.5%, (+37,8%); a count has none."""
        i = found.first - 1
        sign = SIGNS.get(self._norm(i))
        if sign is None or found.kind not in _SIGNED or not self._adjacent(found.first):
            return
        before = self._mask(i - 1)
        if self._adjacent(i) and self._norm(i - 1) != "(" and not before & S.CLITIC:
            return  # 10-15%
        if not self._adjacent(i) and before & (S.NUMERIC | S.NUMBER):
            return  # 75 -300 mm
        if i == 0 or self.entries[i - 1].kind == BREAK:
            alone = found.last >= self.size or self.entries[found.last].kind == BREAK
            if not alone and found.unit not in TEMPERATURES:
                return  # a list item
        if sign < 0 and self._closes_parenthesis(found.last):
            return
        found.sign = sign
        found.value = found.value * sign
        found.first = i
        found.start = self.tagged.starts[i]

    def _closes_parenthesis(self, i: int) -> bool:
        """Tell whether a dash glued to its left stands further on in the sentence: -12% منها-."""
        _, end = self.tagged.sentences[self.tagged.sentence_of[i - 1]]
        return any(
            self.entries[j].surface in SIGNS and self._adjacent(j) and not self._adjacent(j + 1)
            for j in range(i, min(end, i + _PARENTHESIS_REACH))
        )

    def _is_owned(self, i: int) -> bool:
        """Tell whether a noun with a pronoun stands between a verb of bound and its figure."""
        entry = self.entries[i]
        if entry.kind != WORD or entry.mask or not entry.norm.endswith(OWNED):
            return False
        sense = self._sense(i - 1, S.BOUND)
        return sense is not None and sense.role in ("before", "verb")

    def _split_bound(self, i: int) -> str | None:
        """Return the bound of a verb that its noun parts from its preposition: لا تزيد مساحتها على."""
        if self._norm(i) not in ("علي", "عن") or i < 2:
            return None
        noun = self.entries[i - 1]
        if noun.kind != WORD or not noun.norm.endswith(OWNED) or noun.mask & S.STOP:
            return None
        sense = self._sense(i - 2, S.BOUND)
        return str(sense.value) if sense is not None and sense.role == "split" else None

    def _verb_bound(self, i: int) -> str | None:
        """Return the bound of a verb that its subject parts from the figure.

        The subject opens with a noun of measure: لم تتجاوز نسبة المفقود منها 0.02%.
        """
        if self.entries[i].kind != WORD:
            return None
        for j in range(i, max(0, i - _SUBJECT_REACH), -1):
            entry = self.entries[j]
            if entry.kind != WORD or self.masks[j] & (S.NUMBER | S.COMPLEMENTIZER):
                return None
            sense = entry.senses.get(S.BOUND)
            if sense is not None:
                led = sense.role == "verb" and self.masks[j + 1] & S.MEASURE
                return str(sense.value) if led else None
        return None

    def _set_bound(self, found: QuantityMention) -> None:
        """Read how exact a figure is, from the words around it."""
        after = self.entries[found.last] if found.last < self.size else None
        if (
            after is not None
            and (sense := after.senses.get(S.BOUND))
            and sense.role in ("after", "around")
        ):
            found.bound = sense.value
        if after is not None and after.norm == "+" and self._adjacent(found.last):
            if found.kind in _LIMITED and not self._mask(found.last + 1) & S.NUMERIC:
                found.bound = "more_than"  # 50%+
        i = found.first - 1
        while i >= 0 and (
            self.masks[i] & S.CLITIC
            or (self.masks[i] & S.QUANTITY_WORD and self._is_word(i, "amount", "ratio_noun"))
            or self.entries[i].norm == "("
            or self._is_owned(i)
        ):
            i -= 1
        if i < 0 or self.entries[i].kind == BREAK:
            return
        entry = self.entries[i]
        sense = entry.senses.get(S.BOUND)
        if sense is not None and sense.role in _LEADING:
            if not (entry.norm in ("some", "under", "over", "above", "below") and entry.caps > 1):
                found.bound = sense.value
        elif (split := self._split_bound(i)) is not None:
            found.bound = split
        elif (distant := self._verb_bound(i)) is not None:
            found.bound = distant
        elif found.kind in _LIMITED and self._is_word(i, "until"):
            found.bound = "at_most"
        elif entry.norm == "الي":
            for k in range(max(0, i - 2), i):
                reach = self.entries[k].senses.get(S.BOUND)
                if reach is not None and reach.role == "reach" and reach.clitics in ("", "و"):
                    found.bound = reach.value
