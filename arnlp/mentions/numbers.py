"""Numbers in digits, words and both: cardinals, ordinals, fractions, multiples.

A cardinal is a sum of groups, each a number below a thousand (or a numeral) times its scales;
each scale is smaller than the one before: ``48 مليونا و600 ألف``, ``three million two hundred``.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from arnlp.lexicon import senses as S
from arnlp.mentions.context import Context
from arnlp.mentions.engine import Engine
from arnlp.text.tokens import BREAK, LATIN, NUMERAL, WORD

_TRIGGERS = S.NUMERIC | S.NUMBER | S.ORDINAL | S.FRACTION | S.MULTIPLE
# Countries that group thousands with a full stop and write decimals with a comma.
_STOP_GROUPS = frozenset({"MA", "DZ", "TN"})
# What a number with a plus sign needs behind it to be no telephone number.
_SIGNABLE = S.PERCENT | S.UNIT | S.CURRENCY | S.NUMBER
_SCALES = ("scale", "acc")
_BELOW_HUNDRED = ("unit", "teen", "ten")


@dataclass(slots=True)
class ValueMention:
    """A value over a range of tokens; offsets are those of its text."""

    first: int
    last: int  # half-open
    start: int
    end: int
    kind: str
    value: Any


@dataclass(slots=True)
class NumberMention(ValueMention):
    """A number over a range of tokens.

    ``scale`` is the product of the scale words that close it (1 without any), ``article`` whether
    it carries ال (السنوات الخمس).
    """

    scale: int = 1
    article: bool = False


def find_numbers(context: Context) -> list[NumberMention]:
    """Return the numbers of a text in their order; identifiers and names with numbers excluded."""
    return _Finder(context).find()


class _Finder(Engine):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.stop_groups = context.country in _STOP_GROUPS

    def find(self) -> list[NumberMention]:
        out: list[NumberMention] = []
        done = -1
        identifier_end = -1
        for i in self.tagged.with_mask(_TRIGGERS):
            if i < done:
                continue
            if self.entries[i].kind == NUMERAL and (self._is_identifier(i) or identifier_end == i):
                identifier_end = self._skip_separators(i + 1)
                continue
            mention = self._at(i)
            if mention is not None:
                out.append(mention)
                done = mention.last
        return out

    def _skip_separators(self, i: int) -> int:
        """Return the token after separators inside a telephone number."""
        while i < self.size and self.entries[i].surface in "-/" and self.entries[i].kind != BREAK:
            i += 1
        return i

    def _at(self, i: int) -> NumberMention | None:
        entry = self.entries[i]
        if entry.kind == NUMERAL:
            return self._suffixed(i) or self._clitic_ordinal(i) or self._cardinal(i)
        if entry.mask & S.NUMERIC:  # times, dates and pairs belong to other engines
            return None
        return (
            (entry.mask & S.ORDINAL and self._ordinal(i))
            or (entry.mask & S.NUMBER and self._cardinal(i))
            or (entry.mask & S.FRACTION and self._fraction(i))
            or (entry.mask & S.MULTIPLE and self._multiple(i))
            or None
        )

    # -- what is no number ---------------------------------------------------------------

    def _is_identifier(self, i: int) -> bool:
        """Tell whether a numeral is part of a name, a code, a telephone or a law's number."""
        tagged, entries = self.tagged, self.entries
        if entries[i].value is None:
            return True
        if i + 1 < self.size and tagged.starts[i + 1] == tagged.ends[i]:
            after = entries[i + 1]
            if after.kind == LATIN and not after.mask & (
                S.UNIT | S.CURRENCY | S.NUMBER | S.MULTIPLE | S.PERCENT | S.DAYPART
            ):
                return after.norm not in ("st", "nd", "rd", "th", "m", "k", "x")
        if not i:
            return False
        before = entries[i - 1]
        adjacent = tagged.ends[i - 1] == tagged.starts[i]
        if adjacent and before.kind == LATIN:
            return not before.mask & S.CURRENCY
        if before.surface == "#" and adjacent:
            return True
        if before.surface == "+" and adjacent:
            return isinstance(entries[i].value, int) and not self._mask(i + 1) & _SIGNABLE
        if (
            before.surface in "-\u2013"
            and adjacent
            and i > 1
            and tagged.ends[i - 2] == tagged.starts[i - 1]
        ):
            return entries[i - 2].kind in (LATIN, WORD) and not (
                entries[i - 2].mask & (S.NUMBER | S.CLITIC)
            )
        if before.mask & S.IDENTIFIER_CUE:
            return True
        if before.surface in (":", "(", ".", "\u0640") and i > 1:
            return bool(entries[i - 2].mask & S.IDENTIFIER_CUE)
        return self._is_list_marker(i)

    def _is_list_marker(self, i: int) -> bool:
        if self.entries[i - 1].kind != BREAK or i + 1 >= self.size:
            return False
        return (
            self.entries[i + 1].surface in ".)-"
            and self.tagged.ends[i] == self.tagged.starts[i + 1]
        )

    # -- cardinals -----------------------------------------------------------------------

    def _role(self, i: int) -> str:
        sense = self.entries[i].senses.get(S.NUMBER) if i < self.size else None
        return sense.role if sense else ""

    def _joined(self, i: int) -> int:
        """Return where the number after a conjunction at a token starts, -1 without one."""
        if i >= self.size:
            return -1
        entry = self.entries[i]
        if entry.clitics == "و" and entry.mask & (S.NUMBER | S.FRACTION):
            return i
        if entry.norm in ("و", "and") and i + 1 < self.size:
            return i + 1
        return -1

    def _group(self, i: int) -> tuple[Any, int] | None:
        """Read a number below a thousand, or a numeral; return its value and its end."""
        if i >= self.size:
            return None
        entry = self.entries[i]
        if entry.kind == NUMERAL:
            value = entry.value
            if value is None:
                return None
            if self.stop_groups and entry.grouped is not None and self._role(i + 1) not in _SCALES:
                value = entry.grouped
            return value, i + 1
        sense = entry.senses.get(S.NUMBER)
        if sense is None:
            return None
        if sense.role == "hundred":
            below = self._joined(i + 1)
            if below > 0 and self._role(below) in _BELOW_HUNDRED and (tail := self._below(below)):
                return sense.value + tail[0], tail[1]
            return sense.value, i + 1
        if sense.role not in _BELOW_HUNDRED:
            return None
        return self._english_hundreds(i) if entry.kind == LATIN else self._below(i)

    def _below(self, i: int) -> tuple[Any, int] | None:
        """Read a number below a hundred: خمسة وعشرون, twenty-five."""
        sense = self.entries[i].senses[S.NUMBER]
        if self.entries[i].kind == LATIN:
            j = i + 1
            if sense.role == "ten" and j < self.size:
                if self.entries[j].surface == "-" and self._role(j + 1) == "unit":
                    j += 1
                if self._role(j) == "unit" and self.entries[j].kind == LATIN:
                    return sense.value + self.entries[j].senses[S.NUMBER].value, j + 1
            return sense.value, i + 1
        if sense.role == "unit" and 0 < sense.value < 10:
            tens = self._joined(i + 1)
            if tens > 0 and self._role(tens) == "ten":
                return sense.value + self.entries[tens].senses[S.NUMBER].value, tens + 1
        return sense.value, i + 1

    def _english_hundreds(self, i: int) -> tuple[Any, int] | None:
        below = self._below(i)
        if below is None:
            return None
        value, j = below
        if self._role(j) == "times100":
            value, j = value * 100, j + 1
            k = j + 1 if j < self.size and self.entries[j].norm == "and" else j
            if self._role(k) in _BELOW_HUNDRED and self.entries[k].kind == LATIN:
                tail = self._below(k)
                if tail:
                    return value + tail[0], tail[1]
        return value, j

    def _scales(self, i: int, alone: bool) -> tuple[int, int, int]:
        """Read scale words; return (their product, 2 for a dual else 1, their end)."""
        product, dual = 1, 1
        j = i
        if not alone and self._is_hyphen(i) and self._role(i + 1) in _SCALES:
            j = i = i + 1  # a $12.4-million plant
        while j < self.size:
            entry = self.entries[j]
            sense = entry.senses.get(S.NUMBER)
            if sense is None or ((j > i or not alone) and entry.clitics):
                break
            if sense.role in _SCALES and not (alone and j == i and self._counts_two(j)):
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

    def _cardinal(self, i: int) -> NumberMention | None:
        first = i
        entry = self.entries[i]
        role = self._role(i)
        if entry.kind == LATIN and role in ("scale", "times100"):
            if i and self.entries[i - 1].norm in ("a", "an"):
                first = i - 1
            else:
                return None
        if role == "joined" or (entry.norm in ("الواحد", "الواحده")):
            return None
        total: Any = 0
        smallest = 0
        j = i
        while True:
            part = self._part(j, smallest)
            if part is None:
                break
            amount, scale, end = part
            total += amount
            j = end
            smallest = scale
            if scale == 1:
                break
            half = self._and_half(j)
            if half is not None:
                fraction, j = half
                total += fraction * scale
                break
            following = self._next_part(j)
            if following < 0:
                break
            if self._part(following, smallest) is None:
                carried = self._carried(following, total) if total < 10**6 else None
                if carried is not None:
                    total, smallest, j = carried
                break
            j = following
        if j == i:
            return None
        return self._mention(first, j, "cardinal", total, smallest or 1, entry.definite)

    def _carried(self, i: int, total: Any) -> tuple[Any, int, int] | None:
        """Read ألف ومئتي مليون, a thousand and two hundred millions: the scale covers both."""
        part = self._part(i, 0)
        if part is None or part[1] <= total or total % 1000:
            return None
        amount, scale, end = part
        return (total + amount // scale) * scale, scale, end

    def _part(self, i: int, limit: int) -> tuple[Any, int, int] | None:
        """Read one group with its scales, its scale below a limit (0 for none)."""
        group = self._group(i)
        if group is None and self._role(i) == "times100" and not limit:
            value: Any = 100
            j = i + 1
        elif group is None:
            product, dual, j = self._scales(i, alone=True)
            if product == 1 or (limit and product >= limit):
                return None
            if self.entries[i].kind == LATIN and limit:
                return None
            return product * dual, product, j
        else:
            value, j = group
        k = j + self._is_hyphen(j)  # two-and-a-half
        half = self._and_half(k) if k < self.size and self.entries[k].norm == "and" else None
        if half is not None:
            value, j = value + half[0], half[1]
        product, _, j = self._scales(j, alone=False)
        if limit and (product >= limit or value * product >= limit):
            return None
        return value * product, product, j

    def _next_part(self, j: int) -> int:
        """Return where a further part of a cardinal may start, -1 for nowhere."""
        joined = self._joined(j)
        if joined >= 0:
            return joined
        if self._mask(j) & S.COMMA and self._role(j + 1) in _BELOW_HUNDRED:
            # seven thousand, four hundred: all in words, and no $86 million, four months early
            if self.entries[j + 1].kind == LATIN and self._role(j - 2) in (
                *_BELOW_HUNDRED,
                "times100",
            ):
                return j + 1
        if j < self.size and self.entries[j].kind == LATIN and self._role(j) in _BELOW_HUNDRED:
            return j
        return -1

    def _and_half(self, j: int) -> tuple[Any, int] | None:
        """Read 'and a half': ونصف, ونصف المليون, and a half."""
        k = self._joined(j)
        if k < 0 or k >= self.size:
            return None
        k += self._is_hyphen(k)
        if self.entries[k].norm == "a" and k + 1 < self.size:
            k += 1
            k += self._is_hyphen(k)
        sense = self.entries[k].senses.get(S.FRACTION)
        if sense is None:
            return None
        end = k + 1
        if self._role(end) in _SCALES and (
            self.entries[end].definite or self._role(j - 1) == self._role(end)
        ):
            end += 1
        return _exact(sense.value), end

    # -- the others ----------------------------------------------------------------------

    def _mention(
        self, first: int, last: int, kind: str, value: Any, scale: int = 1, article: bool = False
    ) -> NumberMention:
        tagged = self.tagged
        return NumberMention(
            first, last, tagged.start_of(first), tagged.ends[last - 1], kind, value, scale, article
        )

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
        if i + 1 < self.size and self.entries[i + 1].mask & (S.UNIT | S.NOUN):
            sense = self.entries[i + 1].senses.get(S.UNIT) or self.entries[i + 1].senses[S.NOUN]
            if not sense.article and not sense.clitics:  # الـ12 شهرا الماضية
                return self._mention(i, i + 1, "cardinal", self.entries[i].value, article=True)
        if i < 2 or self.tagged.starts[i] != self.tagged.ends[i - 1]:
            return None
        if self.entries[i - 2].senses.get(S.UNIT) or self._role(i + 1):
            return None
        return self._mention(i, i + 1, "ordinal", self.entries[i].value)

    def _ordinal(self, i: int) -> NumberMention | None:
        entry = self.entries[i]
        sense = entry.senses[S.ORDINAL]
        value = sense.value
        j = i + 1
        if entry.kind == LATIN:
            if entry.norm == "second" and i and self.entries[i - 1].mask & (S.NUMERIC | S.NUMBER):
                return None
            return self._mention(i, j, "ordinal", value)
        if sense.role == "joined" or sense.role == "unit":
            if j < self.size and self._role(j) == "ten":
                tens = self.entries[j]
                if tens.clitics == "و" and tens.article == entry.article:
                    return self._mention(i, j + 1, "ordinal", value + tens.senses[S.NUMBER].value)
            if sense.role == "joined":
                return None
        if entry.definite or (j < self.size and self.entries[j].mask & S.RANK_ADJECTIVE):
            return self._mention(i, j, "ordinal", value)
        if sense.role == "teen" and entry.norm.startswith("ال"):
            return self._mention(i, j, "ordinal", value)
        return None

    def _fraction(self, i: int) -> NumberMention | None:
        entry = self.entries[i]
        value = _exact(entry.senses[S.FRACTION].value)
        if entry.article:
            return None
        j = i + 1
        if j < self.size and self.entries[j].norm == "a":
            j += 1
        product, _, end = self._scales(j, alone=False)
        if product > 1:
            return self._mention(i, end, "cardinal", value * product, product)
        if self.entries[i].norm == "half" and self.tagged.entries[j - 1].norm != "a":
            if i and self.entries[i - 1].mask & S.ORDINAL:
                return None
        return self._mention(i, i + 1, "fraction", value)

    def _multiple(self, i: int) -> NumberMention | None:
        sense = self.entries[i].senses[S.MULTIPLE]
        if sense.role == "plural":
            return None
        return self._mention(i, i + 1, "multiplier", sense.value)


def _exact(value: Fraction) -> Any:
    """Give a fraction as a decimal where that is exact, else as it is."""
    decimal = Decimal(value.numerator) / Decimal(value.denominator)
    return decimal if decimal * value.denominator == value.numerator else value
