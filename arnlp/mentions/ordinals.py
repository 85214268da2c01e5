"""Ordinals in digits and words: الـ41, الحادية والأربعين, المئة والخامسة, 41st, one hundred and third."""

from __future__ import annotations

from typing import Any

from arnlp.lexicon import senses as S
from arnlp.mentions.cardinals import CardinalReader
from arnlp.mentions.number_base import NumberMention
from arnlp.text.tokens import LATIN, WORD

_TENS = ("teen", "ten", "hundred")
_ORDERED = S.NOUN | S.UNIT | S.MEASURE | S.ORG_HEAD | S.NAMED_HEAD


class OrdinalReader(CardinalReader):
    """Reads ordinals."""

    def _suffixed(self, i: int) -> NumberMention | None:
        """Read 41st."""
        if i + 1 < self.size and self.tagged.starts[i + 1] == self.tagged.ends[i]:
            if self.entries[i + 1].norm in ("st", "nd", "rd", "th"):
                return self._mention(i, i + 2, "ordinal", self.entries[i].value)
        return None

    def _clitic_ordinal(self, i: int) -> NumberMention | None:
        """Read الـ41: a numeral with the article is an ordinal, unless a plural stands before."""
        if i < 1 or not isinstance(self.entries[i].value, int):
            return None
        if self.entries[i - 1].norm not in ("ال", "بال", "لل", "وال"):
            return None
        if self._mask(i + 1) & (S.PERCENT | S.CURRENCY):  # حاجز الـ90%
            return self._mention(i, i + 1, "cardinal", self.entries[i].value, article=True)
        if i + 1 < self.size and self.entries[i + 1].mask & (S.UNIT | S.NOUN):
            sense = self.entries[i + 1].senses.get(S.UNIT) or self.entries[i + 1].senses[S.NOUN]
            if not sense.article and not sense.clitics:  # الـ12 شهرا الماضية
                return self._mention(i, i + 1, "cardinal", self.entries[i].value, article=True)
        if i < 2 or not (self._adjacent(i) or self._is_singular(i - 2)):
            return None
        if self.entries[i - 2].senses.get(S.UNIT) or self._role(i + 1):
            return None
        return self._mention(i, i + 1, "ordinal", self.entries[i].value)

    def _is_singular(self, i: int) -> bool:
        """Tell whether a definite noun that is no plural stands at a token: الدورة, not السنوات."""
        entry = self.entries[i]
        if entry.kind != WORD or not entry.definite or entry.mask & (S.NUMBER | S.CLITIC):
            return False
        if entry.norm.endswith(("ات", "ين", "ون", "ان")):
            return False
        return not any(sense.role in ("plural", "dual") for sense in entry.senses.values())

    def _ordinal(self, i: int) -> NumberMention | None:
        entry = self.entries[i]
        sense = entry.senses[S.ORDINAL]
        value = sense.value
        j = i + 1
        if entry.kind == LATIN:
            if self._is_seconds(i) or self._is_fifth(i):
                return None
            first = i - 1 if sense.role == "scale" and self._norm(i - 1) == "a" else i
            return self._mention(first, j, "ordinal", value)
        if sense.role == "joined" or sense.role == "unit":
            if j < self.size and self._role(j) == "ten":
                tens = self.entries[j]
                if tens.clitics == "و" and tens.definite == entry.definite:
                    if entry.definite or not entry.mask & S.NUMBER:
                        found = value + tens.senses[S.NUMBER].value
                        return self._hundreds_before(i, self._after_hundred(i, j + 1, found))
            elif self._norm(j) == "و" and self._role(j + 1) == "ten" and entry.article:
                if not self.entries[j + 1].clitics and self._mask(i - 1) & S.UNIT == 0:
                    found = value + self.entries[j + 1].senses[S.NUMBER].value
                    return self._mention(i, j + 2, "ordinal", found)
            if sense.role == "joined":
                return None
        if entry.definite or (j < self.size and self._leads(i)) or self.size == 1:
            return self._hundreds_before(i, self._after_hundred(i, j, value))
        if sense.role == "teen" and entry.norm.startswith("ال"):
            return self._hundreds_before(i, self._after_hundred(i, j, value))
        return None

    def _leads(self, i: int) -> bool:
        """Tell whether an ordinal without article stands before what it orders: أول مشروع, ثالث أكبر."""
        after = self.entries[i + 1]
        if after.mask & S.RANK_ADJECTIVE:
            return True
        return (
            after.kind == WORD
            and not after.definite
            and not after.clitics
            and (bool(after.mask & _ORDERED) or (len(after.norm) > 5 and after.norm.endswith("ين")))
            and not after.mask & S.STOP
            and not self.entries[i].clitics.endswith("س")
        )

    def _after_hundred(self, first: int, last: int, value: int) -> NumberMention:
        """Return an ordinal, with the hundreds that follow it: الخامس والعشرون بعد المئة."""
        if self._norm(last) == "بعد" and self._role(last + 1) in ("hundred", "scale"):
            hundred = self.entries[last + 1]
            if hundred.definite and not hundred.clitics:
                more = hundred.senses[S.NUMBER].value
                return self._mention(first, last + 2, "ordinal", value + more)
        return self._mention(first, last, "ordinal", value)

    def _hundreds_before(self, i: int, found: NumberMention) -> NumberMention:
        """Let an ordinal take the hundred before it along: المئة والخامسة والعشرون."""
        before = self.entries[i - 1] if i else None
        if before is None or self.entries[i].clitics != "و" or self._role(i - 1) != "hundred":
            return found
        if not before.definite or before.clitics:
            return found
        value = before.senses[S.NUMBER].value + found.value
        return self._mention(i - 1, found.last, "ordinal", value)

    def _worded_ordinal(self, i: int) -> NumberMention | None:
        """Read a ten or hundred with article as the ordinal that it is behind a singular noun.

        الدورة العشرون and الذكرى المئة are ordinals; السنوات العشرين and العشرين يوما are not.
        """
        entry = self.entries[i]
        role = self._role(i)
        if entry.kind != WORD or not entry.article or role not in _TENS:
            return None
        if role == "teen" and not i:
            return self._mention(i, i + 1, "ordinal", self._value(i)) if self.size == 1 else None
        following = self.entries[i + 1] if i + 1 < self.size else None
        if following is not None and role == "hundred" and following.clitics == "و":
            if following.mask & S.ORDINAL and following.article:
                found = self._ordinal(i + 1)
                return found if found is not None and found.first == i else None
        if following is not None and following.kind == WORD and not following.definite:
            if following.mask & (S.UNIT | S.NOUN | S.NUMBER | S.CURRENCY | S.PERCENT):
                return None
            if not following.mask and not following.norm.startswith(("في", "من")):
                return None
        if entry.clitics or (role == "hundred" if not i else not self._is_singular(i - 1)):
            return None
        return self._mention(i, i + 1, "ordinal", self._value(i))

    def _value(self, i: int) -> Any:
        return self.entries[i].senses[S.NUMBER].value

    def _ordinal_end(self, number: NumberMention) -> NumberMention | None:
        """Read an ordinal that number words open: twenty-fifth, one hundred and third."""
        last = self.entries[number.last - 1]
        if last.kind != LATIN or not last.mask & S.NUMBER or not isinstance(number.value, int):
            return None
        k = number.last
        if self._is_dash(k) or self._norm(k) == "and":
            k += 1
        sense = self._sense(k, S.ORDINAL)
        if sense is None or self.entries[k].kind != LATIN or self.entries[k].surface[0].isdigit():
            return None
        role = self._role(number.last - 1)
        glued = k == number.last or self._norm(k - 1) != "and"
        if sense.role == "unit":
            if (role == "ten" and not glued) or role in ("unit", "teen"):
                return None
            if sense.value == 2 and self._is_time(number, k):
                return None
            value = number.value + sense.value
        elif sense.role in ("teen", "ten"):
            if role not in ("times100", "scale"):
                return None
            value = number.value + sense.value
            if sense.role == "ten" and self._is_dash(k + 1):
                return None
        elif sense.role in ("hundred", "scale") and glued:
            value = number.value * sense.value
        else:
            return None
        return self._mention(number.first, k + 1, "ordinal", value)

    def _is_time(self, number: NumberMention, k: int) -> bool:
        """Tell whether 'second' behind a number is a unit: a thirty-second film."""
        return self._norm(number.first - 1) == "a" or (
            k + 1 < self.size and self.entries[k + 1].kind == LATIN
            and self._norm(number.first - 1) not in ("the", "its", "his", "her", "their", "our")
        )  # fmt: skip

    def _is_seconds(self, i: int) -> bool:
        return self.entries[i].norm == "second" and bool(
            i and self._mask(i - 1) & (S.NUMERIC | S.NUMBER)
        )

    def _is_fifth(self, i: int) -> bool:
        """Tell whether an ordinal is a part of one: a fifth of, one twenty-fifth."""
        return self._norm(i - 1) in ("a", "one") and self._is_part(i)
