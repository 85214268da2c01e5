"""Cardinals in digits, words and both.

A cardinal is a sum of groups, each a number below a thousand (or a numeral) times its scales;
each scale is smaller than the one before: ``48 مليونا و600 ألف``, ``three million two hundred``.
Part of one may close it: ``مليون ونصف المليون``, ``ثلاثة وعشرون وثلاثة أخماس``.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from arnlp.lexicon import senses as S
from arnlp.mentions.groups import BELOW_HUNDRED, PERIODIC, SCALES, GroupReader
from arnlp.mentions.nouns import counts_many
from arnlp.mentions.number_base import NumberMention, add, exact, times
from arnlp.text.tokens import BREAK, LATIN, NUMERAL, WORD

_MEASURES = S.PERCENT | S.UNIT | S.CURRENCY | S.NOUN
_LARGEST = 10**24  # what scales can make; no release has more
_LETTER_SCALES = {"m": 10**6, "mm": 10**6, "k": 1000, "b": 10**9}
_RESOLUTIONS = (4, 8)  # 4K and 8K are kinds of screen


class _Part(NamedTuple):
    """One group of a cardinal: its amount, the product of its scales, and its end."""

    amount: Any
    scale: int
    end: int


class CardinalReader(GroupReader):
    """Reads cardinals."""

    def _scales(self, i: int, alone: bool) -> tuple[int, int, int]:
        """Read scale words; return (their product, 2 for a dual else 1, their end)."""
        product, dual = 1, 1
        j = i
        if not alone and self._is_hyphen(i) and self._role(i + 1) in SCALES:
            j = i = i + 1  # a $12.4-million plant
        while j < self.size:
            entry = self.entries[j]
            sense = entry.senses.get(S.NUMBER)
            if sense is None or ((j > i or not alone) and entry.clitics):
                break
            if product * sense.value > _LARGEST and j > i:
                break
            if sense.role in SCALES and not (alone and j == i and self._counts_two(j)):
                product *= sense.value
            elif sense.role == "dual" and alone and j == i:
                product, dual = sense.value // 2, 2
            elif sense.role == "acc" and alone and j == i and self._counts_two(j):
                product, dual = sense.value, 2
            else:
                break
            j += 1
        return product, dual, j

    def _counts_two(self, i: int) -> bool:
        """Tell whether a scale with an alef is the construct dual: مليونا حاج, not مليونا و560 ألف."""
        entry = self.entries[i]
        if self._role(i) != "acc" or "\u064b" in entry.surface or i + 1 >= self.size:
            return False
        following = self.entries[i + 1]
        if following.kind != WORD or following.clitics or following.definite:
            return False
        return not following.mask & (S.NUMBER | S.STOP | S.CLITIC | S.VERB | S.SPEECH)

    def _letter_scale_of(self, i: int, value: Any, end: int) -> int:
        """Return the scale of a letter glued behind a numeral: 1.2M, 100k, $5b; 0 without one.

        Without a sign, a currency or something counted only k is safe: 3M is a company, 5m are
        metres.
        """
        if not self._adjacent(end) or self.entries[end - 1].kind != NUMERAL:
            return 0
        surface = self.entries[end].surface
        scale = _LETTER_SCALES.get(surface.lower(), 0)
        if not scale or (self._adjacent(end + 1) and self.entries[end + 1].kind == NUMERAL):
            return 0
        currency = self._mask(i - 1) & S.CURRENCY or self._mask(end + 1) & S.CURRENCY
        if currency:
            return scale
        if scale == 1000:
            return scale if value >= 10 and value not in _RESOLUTIONS else 0
        if surface != "M":
            return 0
        signed = self._norm(i - 1) in ("-", "\u2212", "+") and self._adjacent(i)
        told = signed or isinstance(value, Decimal) or counts_many(self.entries, end + 1)
        return scale if told else 0

    def _cardinal(self, i: int) -> NumberMention | None:
        first = i
        entry = self.entries[i]
        role = self._role(i)
        if entry.kind == LATIN and role in ("scale", "times100"):
            if not (i and self.entries[i - 1].norm in ("a", "an")):
                return None
            first = i - 1
        if entry.mask & S.WEEKDAY and entry.definite:
            return None  # يومي الأحد والاثنين
        if role == "plural" or (entry.norm in ("الواحد", "الواحده")):
            return None
        summed = self._sum(i)
        if summed is None:
            return None
        total, smallest, j = summed
        of_one = None
        if not self._mask(i - 1) & PERIODIC:
            of_one = self._denominator(j) or self._counted_fifth(j)
            if of_one is not None and of_one >= Fraction(1, 4) and i + 1 == j:
                of_one = None  # two quarters
        if of_one is not None:  # مئة وثلاثون أخماس, ثلاثة وعشرون خمسا
            total, j = exact(Fraction(total) * of_one), j + 1
        if smallest == 1 and (point := self._spoken_decimals(j)):
            total, j = add(total, point[0]), point[1]
        found = self._mention(first, j, "cardinal", total, smallest or 1, entry.definite)
        self._reach_back(found)
        if entry.kind == NUMERAL and j == i + 1:
            self._leave_brackets(found)
        return found

    def _leave_brackets(self, number: NumberMention) -> None:
        """Let (5) ملايين and (144) بالمئة be numbers with what stands behind the brackets."""
        i, j = number.first - 1, number.last + 1
        if self._norm(i) != "(" or self._norm(j - 1) != ")" or j >= self.size:
            return
        if i == 0 or self.entries[i - 1].kind == BREAK or self.entries[j].clitics:
            return  # (1) at the head of a line
        if self._role(j) in SCALES:
            product, _, j = self._scales(j, alone=False)
            number.value, number.scale = times(number.value, product), product
        elif not self._mask(j) & _MEASURES or self.entries[j].definite:
            return
        number.first, number.last = i, j
        number.start, number.end = self.tagged.starts[i], self.tagged.ends[j - 1]

    def _sum(self, i: int) -> tuple[Any, int, int] | None:
        """Add up the groups from a token on; return their sum, the last scale and the end."""
        total: Any = 0
        smallest = 0
        j = i
        while True:
            part = self._part(j, smallest)
            if part is None:
                break
            total = add(total, part.amount)
            j = part.end
            smallest = part.scale
            fraction = self._and_fraction(j, smallest)
            if fraction is not None:
                value, j = fraction
                total = add(total, times(value, smallest))
                break
            if smallest == 1:
                break
            following = self._next_part(j)
            if following < 0:
                break
            if (more := self._one_more(following, part)) is not None:
                total += more[0]
                following = self._next_part(more[1])
                j = more[1]
                if following < 0:
                    break
            if self._part(following, smallest) is None:
                carried = self._carried(following, total) if total < 10**6 else None
                if carried is not None:
                    total, smallest, j = carried.amount, carried.scale, carried.end
                break
            j = following
        return (total, smallest, j) if j > i else None

    def _reach_back(self, number: NumberMention) -> None:
        """Let the point of .75 and a word of sign belong to a number."""
        i = number.first
        if self.entries[i].kind == NUMERAL and number.last == i + 1:
            if self._leading_point(i) is not None:
                i -= 1
        if self._is_word(i - 1, "minus") and not self.entries[i].clitics:
            i -= 1
            number.value = -number.value
        if i < number.first:
            number.first, number.start = i, self.tagged.start_of(i)

    def _one_more(self, i: int, before: _Part) -> tuple[int, int] | None:
        """Read the one or two of a scale behind its hundreds: مئة ألف وألفان are 102,000."""
        if before.scale == 1 or not isinstance(before.amount, int):
            return None
        if before.amount // before.scale % 100 or self._role(i) not in ("scale", "dual"):
            return None
        product, dual, end = self._scales(i, alone=True)
        return (product * dual, end) if product == before.scale else None

    def _carried(self, i: int, total: Any) -> _Part | None:
        """Read ألف ومئتي مليون, a thousand and two hundred millions: the scale covers both."""
        part = self._part(i, 0)
        if part is None or part.scale <= total or total % 1000:
            return None
        return part._replace(amount=(total + part.amount // part.scale) * part.scale)

    def _part(self, i: int, limit: int) -> _Part | None:
        """Read one group with its scales, its scale below a limit (0 for none)."""
        parts = self._counted_parts(i) if limit else None
        if parts is not None:  # a billion and three quarters of a million
            product, _, end = self._scales(parts[1], alone=False)
            if 1 < product < limit:
                return _Part(exact(parts[0] * product), product, end)
        group = self._group(i)
        if group is None and self._role(i) == "times100" and not limit:
            value: Any = 100
            j = i + 1
            k = self._joined(j)
            if k > 0 and (tail := self._tail_below(k)):  # a hundred and fifty
                value, j = value + tail[0], tail[1]
        elif group is None:
            product, dual, j = self._scales(i, alone=True)
            if product == 1 or (limit and product >= limit):
                return None
            if self.entries[i].kind == LATIN and limit:
                return None
            return _Part(product * dual, product, j)
        else:
            value, j = group
            if limit and self._is_fraction_count(value, j):
                return None
        if self.entries[i].kind == NUMERAL and (scale := self._letter_scale_of(i, value, j)):
            return _Part(value * scale, scale, j + 1)
        k = j + self._is_hyphen(j)  # two-and-a-half
        part = self._and_fraction(k, 0) if k < self.size else None
        product, _, end = self._scales(part[1] if part else j, alone=False)
        if part and product == 1:  # the fraction is of the whole, and read there
            product, _, end = self._scales(j, alone=False)
            part = None
        if part:
            value = add(value, part[0])
        if limit and (product >= limit or value * product >= limit):
            return None
        return _Part(times(value, product), product, end)

    def _next_part(self, j: int) -> int:
        """Return where a further part of a cardinal may start, -1 for nowhere."""
        joined = self._joined(j)
        if joined >= 0:
            return joined
        if self._mask(j) & S.COMMA and self._role(j + 1) in BELOW_HUNDRED:
            # seven thousand, four hundred: all in words, and no $86 million, four months early
            if self.entries[j + 1].kind == LATIN and self._role(j - 2) in (
                *BELOW_HUNDRED,
                "times100",
            ):
                return j + 1
        if j < self.size and self.entries[j].kind == LATIN and self._role(j) in BELOW_HUNDRED:
            return j
        if (
            j < self.size
            and self.entries[j].kind == NUMERAL
            and self.entries[j - 1].mask & S.NUMBER
        ):
            role = self._role(j + 1)  # 4 thousand 3 hundred, ٤ آلاف ٣ مائة, 3 crore 12 lakh
            if (
                role == "times100"
                or role in SCALES
                or (role == "hundred" and not self.entries[j + 1].clitics)
            ):
                return j
        return -1

    def _and_fraction(self, j: int, scale: int) -> tuple[Any, int] | None:
        """Read 'and a half' and its like: ونصف, ونصف المليون, إلا ربعا, and three quarters.

        ``scale`` is that of the number before, which the words may repeat; 0 asks for a half or a
        quarter before the scale (two and a half million).
        """
        k = self._joined(j)
        sign = 1
        if k < 0 and scale > 1 and self._is_word(j, "less"):
            k, sign = j + 1, -1
        if k < 0 or k >= self.size:
            return None
        k += self._is_hyphen(k)
        if self.entries[k].norm == "a" and k + 1 < self.size:
            k += 1
            k += self._is_hyphen(k)
        found = self._counted_parts(k)
        if found is None:
            sense = self.entries[k].senses.get(S.FRACTION)
            if sense is None or (sense.role and not (scale <= 1 and self._closes(k, sense))):
                return None
            found = sense.value, k + 1
        value, end = found
        if scale > 1 and self._norm(end) == "of" and self._norm(end + 1) in ("a", "an"):
            if self._role(end + 2) in SCALES:
                end += 2
        if scale and self._role(end) in SCALES and not self.entries[end].definite:
            if self.entries[end].senses[S.NUMBER].value < scale:
                return None  # a billion and three quarters of a million
        if (
            scale
            and self._role(end) in SCALES
            and (self.entries[end].definite or self.entries[end].senses[S.NUMBER].value == scale)
        ):
            end += 1
        return exact(sign * value), end

    def _spoken_decimals(self, j: int) -> tuple[Any, int] | None:
        """Read decimals in words: two point five, ثلاثة فاصلة خمسة, point zero three."""
        if not self._is_word(j, "point") or self._adjacent(j):
            return None
        k = j + 1
        digits = ""
        while k < self.size and len(digits) < 12:
            entry = self.entries[k]
            if entry.clitics and k > j + 1:
                break
            if entry.kind == NUMERAL and isinstance(entry.value, int) and not digits:
                digits, k = entry.norm, k + 1
                break
            if self._role(k) not in BELOW_HUNDRED:
                break
            below = self._below(k)
            if below is None:
                break
            digits += str(below[0])
            k = below[1]
        if not digits:
            return None
        if self._is_word(k, "of") and self._role(k + 1) in ("hundred", "scale"):
            whole = self.entries[k + 1].senses[S.NUMBER].value  # فاصلة ثلاثة من مئة
            return exact(Fraction(int(digits), whole)), k + 2
        return Decimal("0." + digits), k
