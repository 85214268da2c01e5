"""Arabic duals as quantities: اتفاقيتين, عامين, نقطتين مئويتين."""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.mentions.compounds import CompoundReader
from arnlp.mentions.nouns import is_adjective
from arnlp.mentions.number_base import NumberMention
from arnlp.mentions.quantity_base import QuantityMention
from arnlp.text.tokens import WORD

_DUALS = S.UNIT | S.NOUN | S.CURRENCY | S.PERCENT | S.MULTIPLE


class DualReader(CompoundReader):
    """Reads duals: a noun that counts two of itself."""

    def _duals(self, taken: set[int]) -> list[QuantityMention]:
        """Read duals: اتفاقيتين, عامين, نقطتين مئويتين, مرتين."""
        out = []
        tagged = self.tagged
        for i in tagged.with_mask(_DUALS):
            entry = self.entries[i]
            if (not entry.dual and not self._may_be_halved(i)) or i in taken:
                continue
            if i and self._mask(i - 1) & (S.NUMERIC | S.NUMBER):
                continue
            found = self._dual_at(i) if entry.dual and entry.kind == WORD else None
            if found is None:
                found = self._half_of(i) if entry.mask & (S.UNIT | S.CURRENCY) else None
            elif found.kind != "count":
                self._add_half(found)
            if found is not None:
                self._set_bound(found)
                out.append(found)
        return out

    def _may_be_halved(self, i: int) -> bool:
        """Tell whether a unit stands at a token, with what may be 'and a half' behind it."""
        if not self.masks[i] & (S.UNIT | S.CURRENCY):
            return False
        return bool(self._mask(i + 1) & S.FRACTION) or self._norm(i + 1) in ("and", "و")

    def _dual_at(self, i: int) -> QuantityMention | None:
        entry = self.entries[i]
        tagged = self.tagged
        start, end = tagged.start_of(i), tagged.ends[i]
        if (sense := entry.senses.get(S.PERCENT)) is not None and sense.value == "pp2":
            return QuantityMention(i, i + 1, start, end, "percentage_point", 2, unit="pp")
        if i + 1 < self.size and self.entries[i + 1].mask & S.NUMBER and entry.definite:
            return None
        if (sense := entry.senses.get(S.UNIT)) is not None and not self._is_paper(i):
            if sense.role != "dual":
                return None
            kind, factor = sense.extra
            if entry.norm.endswith("ي") and kind == "duration":
                return None  # عامي 2015 و2020, يومي الأحد والاثنين, شهري
            return QuantityMention(
                i, i + 1, start, end, kind, 2 * factor, unit=sense.value, one=factor
            )
        if (sense := entry.senses.get(S.CURRENCY)) is not None:
            if sense.role != "dual":
                return None
            number = NumberMention(i, i + 1, start, end, "cardinal", 2)
            return self._money(number, i + 1, i, sense)
        return self._counted_dual(i)

    def _counted_dual(self, i: int) -> QuantityMention | None:
        """Read a noun in the dual, with its adjectives or the second part of its construct."""
        entry, tagged = self.entries[i], self.tagged
        start = tagged.start_of(i)
        sense = entry.senses.get(S.NOUN)
        if sense is None or sense.role != "dual":
            return None
        if entry.definite and (sense.value == "both" or self._is_word(i - 1, "both")):
            return None  # the two that the text is about: البلدين, كلا الفريقين
        last = i + 1
        if entry.norm.endswith(("ا", "ي")):  # construct: مذكرتي تفاهم, محافظتي المحرق والعاصمة
            if last >= self.size or self.entries[last].kind != WORD:
                return None
            following = self.entries[last]
            if sense.value == "pair" or following.mask & S.PLACE or following.definite:
                if sense.value == "pair" and not self._names_two(last):
                    return None
            else:
                last = last + 1
        else:
            definite = entry.definite
            while last < self.size and self._is_dual_adjective(last, definite, entry.norm[-2:]):
                last += 1
        end = tagged.ends[last - 1]
        return QuantityMention(i, last, start, end, "count", 2, noun=tagged.text[start:end])

    def _is_dual_adjective(self, i: int, definite: bool, ending: str) -> bool:
        """Tell whether an adjective of a dual stands at a token: عمليتان معقدتان."""
        entry = self.entries[i]
        if is_adjective(entry, definite):
            return True
        return (
            entry.kind == WORD
            and not entry.mask & ~S.ADJECTIVE
            and entry.definite == definite
            and len(entry.norm) > 4
            and entry.norm.endswith(ending)
        )

    def _is_paper(self, i: int) -> bool:
        """Tell whether عقدين are two contracts and not two decades: signed, or with somebody."""
        if not self._mask(i) & S.PAPER:
            return False
        signed = any(
            (sense := self._sense(j, S.VERB)) is not None and sense.role == "sign"
            for j in range(max(0, i - 5), i)
        )
        return signed or self._norm(i + 1) == "مع"

    def _names_two(self, i: int) -> bool:
        """Tell whether two places joined by 'and' stand at a token: سمالوط وملوي."""
        return bool(self._mask(i) & self._mask(i + 1) & S.PLACE) and (
            self.entries[i + 1].clitics == "و"
        )
