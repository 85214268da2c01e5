"""Numbers in digits, words and both: cardinals, ordinals, fractions, ratios, multiples."""

from __future__ import annotations

from fractions import Fraction

from arnlp.lexicon import senses as S
from arnlp.lexicon.tagged import TaggedText
from arnlp.mentions.context import Context
from arnlp.mentions.number_base import SIGNS, NumberMention, exact, times
from arnlp.mentions.ordinals import OrdinalReader
from arnlp.mentions.quantity_base import QuantityMention
from arnlp.text.tokens import BREAK, LATIN, NUMERAL, PAIR, WORD

_TRIGGERS = S.NUMERIC | S.NUMBER | S.ORDINAL | S.FRACTION | S.MULTIPLE
_TIMED = S.UNIT | S.MONTH | S.PERIOD | S.DAYPART | S.WEEKDAY
# Beside a numeral these may be more of the number.
_OPENERS = S.CLITIC | S.QUANTITY_WORD
_GOES_ON = S.NUMBER | S.FRACTION | S.QUANTITY_WORD | S.NUMERIC | S.CLITIC
_JOINTS = ("and", "^", "-", "\u2011")
_GLUED_BEFORE = (".", "\u066b", "(")
_RATIO_LINKS = ("parts", "of", "in", "over")
_LAST_YEAR = 1000  # from here on '1 in 1998' may be a year


def find_numbers(context: Context) -> list[NumberMention]:
    """Return the numbers of a text in their order; identifiers and names with numbers excluded."""
    return _Finder(context).find()


class _Finder(OrdinalReader):
    def find(self) -> list[NumberMention]:
        out: list[NumberMention] = []
        done = -1
        identifier_end = -1
        for i in self.tagged.with_mask(_TRIGGERS):
            if i < done:
                continue
            if self.entries[i].kind == NUMERAL and (self._is_identifier(i) or identifier_end == i):
                ratio = self._written_ratio(i)
                if ratio is not None:
                    out.append(ratio)
                elif self.entries[i].value is None and not self._mask(i - 1) & S.IDENTIFIER_CUE:
                    out += self._listed(i)
                identifier_end = self._skip_separators(i + 1)
                continue
            mention = self._at(i)
            if mention is not None:
                if out and self._restates(out[-1], mention):
                    done = out[-1].last
                    continue
                out.append(mention)
                done = mention.last
        return out

    def _listed(self, i: int) -> list[NumberMention]:
        """Read the numbers of a list without spaces: 22,24,26. Only the last may have a unit."""
        parts = self.entries[i].norm.split(",")
        if len(parts) < 3 or not all(part.isdigit() and len(part) < 3 for part in parts):
            return []
        out = []
        start = self.tagged.starts[i]
        for part in parts:
            out.append(NumberMention(i, i + 1, start, start + len(part), "cardinal", int(part)))
            start += len(part) + 1
        return out if start == self.tagged.ends[i] + 1 else []

    def _restates(self, before: NumberMention, number: NumberMention) -> bool:
        """Join a number in digits and in words: (300) ثلاثمئة ريال, five hundred (500).

        Where the two disagree, both stay and a warning says so.
        """
        if number.first - before.last > 1 or not before.kind == number.kind == "cardinal":
            return False
        inner = [n.first + (self._norm(n.first) == "(") for n in (before, number)]
        digits = [self.entries[i].kind == NUMERAL for i in inner]
        if digits[0] == digits[1]:
            return False
        first, last = before.first, number.last
        between = [self._norm(k) for k in range(before.last, number.first)]
        if between == [")"] and self._norm(first - 1) == "(":
            first -= 1
        elif between == ["("] and self._norm(last) == ")":
            last += 1
        elif between or inner == [before.first, number.first]:
            return False
        if before.value != number.value:
            self.context.warn(
                "numbers_disagree",
                f"{before.value} and {number.value} stand for one another here",
                before.start,
                number.end,
            )
            return False
        before.first, before.last = first, last
        before.start, before.end = self.tagged.start_of(first), self.tagged.ends[last - 1]
        before.scale = max(before.scale, number.scale)
        return True

    def _skip_separators(self, i: int) -> int:
        """Return the token after separators inside a telephone number."""
        while i < self.size and self.entries[i].surface in "-/" and self.entries[i].kind != BREAK:
            i += 1
        return i

    def _at(self, i: int) -> NumberMention | None:
        entry = self.entries[i]
        if entry.kind == NUMERAL:
            if self._is_plain(i):
                value = entry.value
                if self.stop_groups and entry.grouped is not None:
                    value = entry.grouped
                return self._mention(i, i + 1, "cardinal", value)
            return self._suffixed(i) or self._clitic_ordinal(i) or self._amount(i)
        if entry.kind == PAIR:
            return self._pair(i)
        if entry.mask & S.NUMERIC:  # times and dates belong to other engines
            return None
        return (
            (entry.mask & S.FRACTION and self._is_part(i) and self._fraction(i))
            or (entry.mask & S.ORDINAL and self._ordinal(i))
            or (entry.mask & S.NUMBER and (self._worded_ordinal(i) or self._amount(i)))
            or (entry.mask & S.FRACTION and self._fraction(i))
            or (entry.mask & S.MULTIPLE and self._multiple(i))
            or None
        )

    def _is_plain(self, i: int) -> bool:
        """Tell whether nothing beside a numeral can belong to the number: most stand so."""
        j = i + 1
        if i and (self.masks[i - 1] & _OPENERS or self.entries[i - 1].surface in _GLUED_BEFORE):
            return False
        if j >= self.size:
            return True
        if self.masks[j] & _GOES_ON:
            return False
        after = self.entries[j]
        return after.norm not in _JOINTS and (after.kind != LATIN or not self._adjacent(j))

    def _amount(self, i: int) -> NumberMention | None:
        """Read a cardinal, or parts of one or a ratio that starts with a cardinal."""
        parts = self._counted_parts(i)
        if parts is not None:
            return self._parts(i, *parts)
        number = self._cardinal(i)
        if number is None:
            return None
        return self._ratio(number) or self._ordinal_end(number) or number

    def _parts(self, i: int, value: Fraction, end: int) -> NumberMention:
        """Return so many parts of one, or of a scale: ثلاثة أخماس, ثلاثة أرباع مليون."""
        scale_at = end
        if self._norm(end) == "of" and self._norm(end + 1) in ("a", "an"):
            scale_at = end + 2
        product, _, last = self._scales(scale_at, alone=False)
        if product > 1:
            return self._mention(i, last, "cardinal", times(exact(value), product), product)
        found = self._mention(i, end, "fraction", exact(value))
        self._reach_back(found)
        return found

    def _pair(self, i: int) -> NumberMention | None:
        """Read 3/4."""
        value = self._pair_value(i)
        return None if value is None else self._mention(i, i + 1, "fraction", exact(value))

    def _fraction(self, i: int) -> NumberMention | None:
        entry = self.entries[i]
        sense = entry.senses[S.FRACTION]
        if entry.article or sense.role == "plural":
            return None
        value = exact(sense.value)
        if sense.role == "named" and not self._is_part(i):
            return None
        first = i
        if entry.kind == LATIN and self._norm(i - 1) in ("a", "an", "one"):
            first = i - 1
        elif entry.kind == LATIN and sense.role == "named":
            return None
        j = i + 1
        if j < self.size and self.entries[j].norm == "of" and self._norm(j + 1) in ("a", "an"):
            if self._role(j + 2) == "scale":  # three quarters of a million
                j += 2
        elif j < self.size and self.entries[j].norm == "a":
            j += 1
        product, _, end = self._scales(j, alone=False)
        if product > 1:
            return self._mention(first, end, "cardinal", times(value, product), product)
        if self.entries[i].norm == "half" and self.tagged.entries[j - 1].norm != "a":
            if i and self.entries[i - 1].mask & S.ORDINAL:
                return None
        return self._mention(first, i + 1, "fraction", value)

    def _ratio(self, number: NumberMention) -> NumberMention | None:
        """Read how many of how many: 3 من كل 10, واحد على عشرين, one in five, 1 out of 3.

        Also so many hundredths: جزء من مئة, ثلاثة أجزاء من ألف.
        """
        j = number.last
        if not self._mask(j) & S.QUANTITY_WORD or not isinstance(number.value, int):
            return None
        link = self._sense(j, S.QUANTITY_WORD)
        if link is None or link.clitics or link.role not in _RATIO_LINKS:
            return None
        role, k = link.role, j + 1
        if role == "parts":
            if not self._is_word(k, "of"):
                return None
            k += 1
        elif role != "over" and self._is_word(k, "each"):
            role, k = "each", k + 1
        k += self._norm(k) in ("a", "an")
        if k >= self.size or self.entries[k].clitics or not self._mask(k) & (S.NUMERIC | S.NUMBER):
            return None
        whole = self._cardinal(k)
        if whole is None or not isinstance(whole.value, int) or not whole.value:
            return None
        if not self._is_share(role, number, whole):
            return None
        value = exact(Fraction(number.value, whole.value))
        found = self._mention(number.first, whole.last, "fraction", value)
        found.ratio = True
        return found

    def _is_share(self, role: str, part: NumberMention, whole: NumberMention) -> bool:
        """Tell whether two numbers joined by a small word are a ratio."""
        after = self._mask(whole.last)
        named = whole.last < self.size and self.entries[whole.last].kind in (WORD, LATIN)
        if role == "parts":
            return bool(whole.value > 1)
        if after & _TIMED:
            return False
        if role == "over" and not named:
            return True
        share = abs(part.value)
        if not 0 < share < whole.value:
            return False
        if role == "in" and self._norm(part.last) != "in":  # 1 في 20
            return bool(share == 1 and not named and whole.value < _LAST_YEAR)
        if role == "in":  # one in five, but neither 20 in 2024 nor two in 24 hours
            return bool(part.value > 0 and share <= 10 and whole.value < _LAST_YEAR)
        if role == "over":
            return bool(share == 1)
        if role == "of" and self._norm(part.last) in (
            "of",
            "من",
        ):  # one of three projects is no third
            return part.value == 1 and not named and self._norm(part.last) != "of"
        return True

    def _written_ratio(self, i: int) -> NumberMention | None:
        """Read 2:1 behind a word that says that it is a ratio."""
        upper, _, lower = self.entries[i].norm.partition(":")
        if not (upper.isdigit() and lower.isdigit()) or not int(lower):
            return None
        j = i - 1
        if self._mask(j) & S.CLITIC or self._norm(j) == "of":
            j -= 1
        if not self._is_word(j, "ratio_noun"):
            return None
        found = self._mention(i, i + 1, "fraction", exact(Fraction(int(upper), int(lower))))
        found.ratio = True
        return found

    def _multiple(self, i: int) -> NumberMention | None:
        sense = self.entries[i].senses[S.MULTIPLE]
        if sense.role == "plural":
            return None
        return self._mention(i, i + 1, "multiplier", sense.value)


def sign_numbers(
    context: Context, numbers: list[NumberMention], quantities: list[QuantityMention]
) -> None:
    """Give numbers the sign that is glued to them.

    Those in a quantity take what it read. A dash at the head of a line opens a list item, unless
    the number is all that stands on it.
    """
    tagged = context.tagged
    entries = tagged.entries
    taken: dict[int, int] = {}
    for quantity in quantities:
        sign = 0 if quantity.bound == "between" and quantity.value_max > 0 else quantity.sign
        taken.update(dict.fromkeys(range(quantity.first, quantity.last), sign))
        if quantity.sign < 0 and not sign:  # the lower end alone
            taken[quantity.first] = taken[quantity.first + 1] = quantity.sign
    for number in numbers:
        i = number.first - 1
        if i < 0 or number.kind not in ("cardinal", "fraction") or number.value < 0:
            continue
        sign = SIGNS.get(entries[i].surface, 0)
        if number.first in taken:
            if taken[number.first] < 0 and not (i in taken and sign > 0):
                number.value = -number.value
                if sign and i in taken:
                    number.first, number.start = i, tagged.starts[i]
        elif sign and _is_signed(context.tagged, number):
            number.value = sign * number.value
            number.first, number.start = i, tagged.starts[i]


def _is_signed(tagged: TaggedText, number: NumberMention) -> bool:
    """Tell whether the sign before a number is its own: no dash of a list, a range or a name."""
    entries, starts, ends = tagged.entries, tagged.starts, tagged.ends
    first, i = number.first, number.first - 1
    if entries[first].kind not in (NUMERAL, PAIR) and entries[first].surface not in ".\u066b":
        return False
    if i == 0 or entries[i - 1].kind == BREAK:
        return number.last >= len(entries) or entries[number.last].kind == BREAK
    if starts[first] != ends[i]:
        return False
    return starts[i] != ends[i - 1] or entries[i - 1].surface == "("
