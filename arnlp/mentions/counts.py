"""Numbers with what they count, or with a noun that was said before."""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.lexicon.senses import Entry
from arnlp.mentions.measures import MeasureReader
from arnlp.mentions.nouns import english_noun_end, is_adjective, noun_end
from arnlp.mentions.number_base import NumberMention, times
from arnlp.mentions.quantity_base import OWNED, QuantityMention
from arnlp.text.tokens import LATIN, WORD

_SUBJECT_REACH = 7  # tokens of a subject between its verb and a figure
YEARS = range(1900, 2101)
_CARRIED = 8  # quantities back to one whose noun or currency still holds
_COMMAS = (",", "\u060c")
_LARGE = 10**6  # from this scale on an amount may leave its currency out
_CARRY_REACH = 6  # tokens from an amount to one that leaves its currency out


class CountReader(MeasureReader):
    """Reads counts."""

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
        if self._is_word(number.first - 1, "partitive") and self._role(number.last - 1) == "acc":
            return None  # منها 120 ألفا مروية
        if head.mask & (S.MONTH | S.HIJRI_MONTH | S.ORDINAL) or (
            self._is_word(j, "others") and not self._counts_more(j)
        ):
            return None  # الألف الثانية
        if self._norm(number.first - 1) == "كل" and self._norm(number.first - 2) == "من":
            return None  # one of each five: a ratio
        if self._norm(number.first - 1) == "in" and self._mask(number.first - 2) & (
            S.NUMBER | S.NUMERIC
        ):
            return None  # one in five uses it: a ratio
        if head.kind == LATIN and self._is_year(number):
            return None  # Law 12 of 2019 caps
        if head.kind == LATIN:
            j += self._is_word(j, "others")
        end = noun_end(self.entries, j, number.value)
        return self._count(number, j, end) if end > j else None

    def _is_year(self, number: NumberMention) -> bool:
        """Tell whether a plain numeral behind a preposition is a year."""
        i = number.first
        if number.value not in YEARS or len(self.entries[i].norm) != 4:
            return False
        return bool(self._mask(i - 1) & S.STOP) and not self._mask(i - 1) & S.BOUND

    def _counts_more(self, j: int) -> bool:
        """Tell whether a noun follows 'more': 32 more schools."""
        return self.entries[j].kind == LATIN and english_noun_end(self.entries, j + 1, 2) > j + 1

    def _group_end(self, i: int) -> int:
        """Return the end of a construct behind a noun of groups: ذوي الهمم, أصحاب الأعمال."""
        end = i + 1
        if end < self.size and self.entries[end].definite:
            end += 1
            while end < self.size and is_adjective(self.entries[end], True):
                end += 1
        return end

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
        part = self._is_word(i, "partitive") or (
            self._is_word(number.last, "partitive") and not self._is_word(i, "each")
        )
        compared = compared or self._is_up_from(i)
        if (others or part or compared) and carried is not None and same_sentence:
            last = number.last + (1 if others else 0)
            value = times(number.value, carried.one)
            found = self._new(number, last, carried.kind, carried.unit, value)
            found.noun, found.one = carried.noun, carried.one
            found.ambiguous = carried.ambiguous
            return found
        ended = self._second_end(number, i, before)
        if ended is not None:
            return ended
        shared = self._shared_money(number, i, before) or self._distributed(number, before)
        if shared is not None:
            return shared
        headcount = self._headcount(number, i)
        if headcount is not None:
            return headcount
        if left is None or number.value in (0, 1):
            return None
        verb = left.senses.get(S.VERB)
        if verb is None and self._is_count_of(i):  # بلغ عددها 463,800
            verb = self._sense(i - 1, S.VERB)
        led = (verb is not None and verb.role == "reach") or left.mask & S.BOUND
        if not led and left.kind == WORD and left.definite:
            led = number.value not in YEARS and self._is_reached(i, right)
        relation = left.senses.get(S.RELATION)
        by = relation is not None and "by" in relation.value
        if (by or left.norm in ("الي", "to", "عند", "at")) and i > 0:
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

    def _headcount(self, number: NumberMention, i: int) -> QuantityMention | None:
        """Read a population of 5.2 million, بعدد سكان 10 ملايين: the noun stands before."""
        while i > 0 and (self._is_word(i, "of") or self._mask(i) & S.BOUND):
            i -= 1
        after = self._mask(number.last)
        if not self._is_word(i, "headcount") or after & (S.NOUN | S.UNIT | S.PERCENT):
            return None
        found = self._new(number, number.last, "count", None)
        found.noun = self._noun_text(i, i + 1)
        return found

    def _second_end(
        self, number: NumberMention, i: int, before: list[QuantityMention]
    ) -> QuantityMention | None:
        """Read the second end of from 13,000 kWh to 11,200, whose unit the first gives."""
        if not before or not self._is_word(i, "range") or before[-1].last != i:
            return None
        origin = self._sense(before[-1].first - 1, S.RELATION)
        if origin is None or "from" not in origin.value:
            return None  # rose 4% to 16,250
        j = number.last
        after = self.entries[j] if j < self.size else None
        if after is not None and after.kind in (WORD, LATIN) and not after.mask & S.STOP:
            return None
        carried = before[-1]
        if carried.number is None:
            return None
        value = times(number.value, carried.one)
        found = self._new(number, j, carried.kind, carried.unit, value)
        found.noun, found.ambiguous = carried.noun, carried.ambiguous
        return found

    def _said_before(
        self, number: NumberMention, before: list[QuantityMention], kind: str
    ) -> QuantityMention | None:
        """Return the last amount, or count with its noun, if the sentence of a number has it."""
        for quantity in reversed(before[-_CARRIED:]):
            if quantity.kind == kind and (kind != "count" or quantity.noun):
                sentence = self.tagged.sentence_of
                same = sentence[quantity.first] == sentence[number.first]
                return quantity if same else None
        return None

    def _shared_money(
        self, number: NumberMention, i: int, before: list[QuantityMention]
    ) -> QuantityMention | None:
        """Read an amount whose currency the sentence has given: منها 53 مليارا للخط الأول."""
        if number.scale < _LARGE:
            return None
        carried = self._said_before(number, before, "money")
        if carried is None:
            return None
        j = number.last
        after = self.entries[j] if j < self.size else None
        if after is not None and after.kind in (WORD, LATIN):
            led = after.clitics == "ل" or after.mask & (S.RELATION | S.STOP)
            if not led or self._is_word(j, "of") or after.mask & S.VERB:
                return None
        led_by = self._mask(i) & (S.RELATION | S.BOUND | S.STOP | S.COMMA) or i < number.first - 1
        if not (led_by or self._is_word(i, "partitive") or self.entries[number.first].clitics):
            return None
        return self._new(number, j, "money", carried.unit)

    def _distributed(
        self, number: NumberMention, before: list[QuantityMention]
    ) -> QuantityMention | None:
        """Read what a count is made up of: 222 من كلية الإدارة و78 من كلية الحوسبة."""
        j = number.last
        if number.value < 2 or (not self._is_word(j, "of", "from")):
            return None
        if self.entries[j].kind == LATIN and not self._is_word(j, "from"):
            return None
        if not self._mask(j + 1) & (S.ORG_HEAD | S.ORG | S.PLACE | S.PLACE_HEAD | S.NATIONALITY):
            return None
        carried = self._said_before(number, before, "count")
        if carried is None:
            return None
        found = self._new(number, j, "count", None)
        found.noun = carried.noun
        return found

    def _former_level(
        self, number: NumberMention, before: list[QuantityMention]
    ) -> QuantityMention | None:
        """Read up from 14.9m behind a count: millions of it, and no metres."""
        scale = self._letter_scale(number, number.last)
        if not scale or not before or before[-1].kind not in ("count", "money"):
            return None
        if not self._is_up_from(number.first - 1):
            return None
        value = number.value * scale
        found = self._new(number, number.last + 1, before[-1].kind, before[-1].unit, value)
        found.noun = before[-1].noun
        return found

    def _is_count_of(self, i: int) -> bool:
        """Tell whether a token is 'their number', 'its value': عددها, قيمتها."""
        return self.entries[i].kind == WORD and self._norm(i).endswith(OWNED)

    def _is_reached(self, i: int, right: Entry | None) -> bool:
        """Tell whether a verb and its subject lead to a bare figure: بلغ عدد المشاركين 500."""
        if right is not None and right.kind in (WORD, LATIN) and not right.mask & S.STOP:
            return False
        for j in range(i, max(-1, i - _SUBJECT_REACH), -1):
            entry = self.entries[j]
            verb = entry.senses.get(S.VERB)
            if verb is not None and verb.role == "reach":
                return True
            if entry.kind != WORD or self.masks[j] & S.NUMBER:
                return False
            if self.masks[j] & S.STOP and not (self.masks[j] & S.MEASURE or self._is_word(j, "in")):
                return False
        return False

    def _is_up_from(self, i: int) -> bool:
        """Tell whether 'up from' or صعودا من leads to a figure: the level before."""
        if not self._is_word(i, "from", "of"):
            return False
        j = i - 1 if self._norm(i - 1) not in _COMMAS else i - 2
        return self._is_word(j, "moved")

    def _is_compared(self, i: int) -> bool:
        """Tell whether a comparison leads to a figure: compared with 96,500, مقابل 83."""
        for j in (i, i - 1):
            sense = self._sense(j, S.RELATION)
            if sense is not None and "compared" in sense.value and "from" not in sense.value:
                return True
        return False
