"""What a number is, and the numerals that it is read from: separators, exponents, identifiers."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from arnlp.lexicon import senses as S
from arnlp.mentions.context import Context
from arnlp.mentions.engine import Engine
from arnlp.text.tokens import BREAK, LATIN, NUMERAL, PAIR, WORD

# Countries that group thousands with a full stop and write decimals with a comma.
_STOP_GROUPS = frozenset({"MA", "DZ", "TN"})
# What a number with a plus sign needs behind it to be no telephone number.
_SIGNABLE = S.PERCENT | S.UNIT | S.CURRENCY | S.NUMBER
_GLUED = S.UNIT | S.CURRENCY | S.NUMBER | S.MULTIPLE | S.PERCENT | S.DAYPART | S.FRACTION
_SUFFIXES = ("st", "nd", "rd", "th", "m", "k", "x", "e", "°")
_COUNTABLE = S.UNIT | S.CURRENCY | S.NOUN | S.PERCENT
_DATED = S.MONTH | S.HIJRI_MONTH | S.WEEKDAY | S.DATE_WORD
# One separator that parts no group of three (12.5), or several that do (1.234.567).
_TELLING = re.compile(
    r"[0-9]+([.,])(?:[0-9]{1,2}|[0-9]{4,})|[0-9]{1,3}([.,])[0-9]{3}(?:\2[0-9]{3})+"
)
_MAX_EXPONENT = 30
_MAX_POWER = 60
_MAX_DIGITS = 25
_POINTS = (".", "\u066b")
SIGNS = {"+": 1, "-": -1, "\u2212": -1, "\u2013": -1}
# Denominators of 3/4 and its like; 9/11 and 24/7 are no fractions.
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 15, 16, 20, 25, 32, 50, 64, 100, 1000})


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
    it carries ال (السنوات الخمس), ``ratio`` whether it says how many of how many (3 من كل 10).
    """

    scale: int = 1
    article: bool = False
    ratio: bool = False


def exact(value: Fraction) -> Any:
    """Give a fraction as an integer or a decimal where that is exact, else as it is.

    >>> exact(Fraction(3, 4)), exact(Fraction(1, 3)), exact(Fraction(6, 2))
    (Decimal('0.75'), Fraction(1, 3), 3)
    """
    if value.denominator == 1:
        return value.numerator
    decimal = Decimal(value.numerator) / Decimal(value.denominator)
    return decimal if decimal * value.denominator == value.numerator else value


def add(a: Any, b: Any) -> Any:
    """Add two values, of which one may be a fraction without a finite decimal."""
    if type(a) is Fraction or type(b) is Fraction:
        return exact(Fraction(a) + Fraction(b))
    return a + b


def times(a: Any, b: Any) -> Any:
    """Multiply two values, of which either may be a fraction."""
    if type(a) is Fraction or type(b) is Fraction:  # isinstance is slow for abstract bases
        return exact(Fraction(a) * Fraction(b))
    return a * b


class DigitReader(Engine):
    """Reads numerals, and tells those that are identifiers."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        votes = self._separator_votes()
        # 8.500 is 8500, and where the numerals tell so, 2.512 million are 2512.
        self.stop_groups = votes > 0 if votes else self.context.country in _STOP_GROUPS
        self.stop_groups_scaled = votes > 0

    def _separator_votes(self) -> int:
        """Count the numerals of the text for stops as separators of thousands, less those against.

        A numeral that can be read in one way only is evidence: 12,5 and 1.234.567 for them, 12.5
        and 1,234,567 against them. In the Maghreb 12.5 is none, for both ways are mixed there.
        """
        mixes = self.context.country in _STOP_GROUPS
        votes = 0
        for i in self.tagged.with_mask(S.NUMERIC):
            entry = self.entries[i]
            if entry.kind != NUMERAL or entry.grouped is not None or len(entry.norm) < 3:
                continue
            match = _TELLING.fullmatch(entry.norm)
            if match is not None and entry.value is not None:
                mark = match[1] or match[2]
                grouping = match[2] is not None
                if (mark == ".") == grouping:
                    votes += 1
                elif grouping or not mixes:
                    votes -= 1
        return votes

    def _mention(
        self, first: int, last: int, kind: str, value: Any, scale: int = 1, article: bool = False
    ) -> NumberMention:
        tagged = self.tagged
        return NumberMention(
            first, last, tagged.start_of(first), tagged.ends[last - 1], kind, value, scale, article
        )

    # -- the value of a numeral ------------------------------------------------------------

    def _numeral(self, i: int) -> tuple[Any, int] | None:
        """Read a numeral with all that is glued to it; return its value and its end."""
        entry = self.entries[i]
        value = entry.value
        if value is None:
            return None
        j = i + 1
        if isinstance(value, int) and (spaced := self._spaced_groups(i)):
            return spaced
        if self._adjacent(j):
            following = self.entries[j]
            if (sense := following.senses.get(S.FRACTION)) and len(following.surface) == 1:  # 2½
                return add(value, sense.value), j + 1
            if following.norm == "e" and (power := self._exponent(j)):
                return value * Decimal(10) ** power[0], power[1]
            if following.norm == "^" and (power := self._exponent(j)):
                return self._power(value, *power)
        elif j < self.size and self.entries[j].kind == PAIR and isinstance(value, int):  # 2 1/4
            part = self._pair_value(j)
            if part is not None and self.tagged.starts[j] - self.tagged.ends[i] <= 2:
                return add(value, part), j + 1
        return value, j

    def _spaced_groups(self, i: int) -> tuple[Any, int] | None:
        """Read groups of three digits that spaces part: 1 234 567, 15 200 in the Maghreb."""
        entries, tagged = self.entries, self.tagged
        if not 1 <= len(entries[i].norm) <= 3 or entries[i].norm[0] == "0":
            return None
        digits = entries[i].norm
        plain = False
        j = i + 1
        while j < self.size and entries[j].kind == NUMERAL and len(digits) <= _MAX_DIGITS:
            gap = tagged.text[tagged.ends[j - 1] : tagged.starts[j]]
            whole, _, decimals = entries[j].norm.replace(",", ".").partition(".")
            if len(gap) != 1 or len(whole) != 3 or not whole.isdigit():
                break
            if decimals and not decimals.isdigit():
                return None
            plain = plain or gap == " "
            digits += entries[j].norm.replace(",", ".")
            j += 1
            if decimals:
                break
        if j == i + 1 or len(digits) > _MAX_DIGITS:
            return None
        if j < self.size and entries[j].kind == NUMERAL and not self._adjacent(j):
            return None
        if plain and not (j - i > 2 or self.stop_groups or self._mask(j) & _COUNTABLE):
            return None
        if self._mask(i - 1) & _DATED or self._norm(i - 1) in ("+", "("):
            return None
        return (Decimal(digits) if "." in digits else int(digits)), j

    def _exponent(self, j: int) -> tuple[Any, int] | None:
        """Read the exponent behind a token that stands for 'to the power of'."""
        k = j + 1
        sign = 1
        if self._adjacent(k) and self._norm(k) in SIGNS:
            sign = SIGNS[self._norm(k)]
            k += 1
        if not self._adjacent(k) or self.entries[k].kind != NUMERAL:
            return None
        exponent = self.entries[k].value
        if exponent is None or exponent > _MAX_EXPONENT:
            return None
        return sign * exponent, k + 1

    def _power(self, value: Any, exponent: Any, end: int) -> tuple[Any, int] | None:
        if not value or abs(exponent) * len(str(value)) > 10 * _MAX_POWER:
            return None
        if isinstance(exponent, Decimal):
            return Decimal(value) ** exponent, end
        if exponent < 0:
            return exact(1 / Fraction(value) ** -exponent), end
        return value**exponent, end

    def _pair_value(self, i: int) -> Fraction | None:
        """Return the value of 3/4, None for what is more likely a date or a score."""
        upper, _, lower = self.entries[i].norm.partition("/")
        if not (upper.isdigit() and lower.isdigit()) or len(lower) > 4:
            return None
        a, b = int(upper), int(lower)
        signed = self._norm(i - 1) in ("-", "\u2212") and self._adjacent(i)
        if (
            b not in _DENOMINATORS
            or not 0 < a < (100 if signed else b)
            or lower[0] == "0"
            or upper[0] == "0"
        ):
            return None
        if self._mask(i - 1) & (_DATED | S.IDENTIFIER_CUE):
            return None
        return Fraction(a, b)

    def _leading_point(self, i: int) -> Any:
        """Return the value of a numeral behind a point that belongs to it (.75), None without one."""
        if self._norm(i - 1) not in _POINTS or not self._adjacent(i):
            return None
        if self._adjacent(i - 1) and not self._mask(i - 2) & S.CURRENCY:
            return None
        norm = self.entries[i].norm
        if not norm.isdigit() or (len(norm) == 4 and not self._adjacent(i + 1)):  # عام .1998
            return None
        if i > 1 and self.entries[i - 2].kind in (WORD, LATIN) and not self._mask(i) & _SIGNABLE:
            if not self._mask(i + 1) & (_COUNTABLE | S.NUMBER):
                return None
        return Decimal("0." + norm)

    # -- what is no number ---------------------------------------------------------------

    def _is_identifier(self, i: int) -> bool:
        """Tell whether a numeral is part of a name, a code, a telephone or a law's number."""
        tagged, entries = self.tagged, self.entries
        if entries[i].value is None:
            return True
        if i + 1 < self.size and tagged.starts[i + 1] == tagged.ends[i]:
            after = entries[i + 1]
            if after.kind == LATIN and not after.mask & _GLUED:
                if unicodedata.category(after.surface[0]) != "Sc" and after.norm not in _SUFFIXES:
                    return not (after.surface == "c" and self._follows_money(i))
        if not i:
            return self._is_list_marker(i)
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
            return not self._is_measured(i)
        if before.surface in (":", "(", ".", "\u0640") and i > 1:
            return bool(entries[i - 2].mask & S.IDENTIFIER_CUE)
        return self._is_list_marker(i)

    def _follows_money(self, i: int) -> bool:
        """Tell whether money stands before a token, or before the 'and' before it: $20 and 43c."""
        j = i - 1 - (self._norm(i - 1) == "and")
        return bool(self._mask(j) & S.CURRENCY or self._mask(j - 1) & S.CURRENCY)

    def _is_measured(self, i: int) -> bool:
        """Tell whether a unit behind a numeral says that the word before is no cue: طريق 29 كم."""
        after = self.entries[i + 1] if i + 1 < self.size else None
        if after is None or after.clitics or after.definite:
            return False
        unit = after.senses.get(S.UNIT)
        return (unit is not None and unit.extra[0] == "measure") or bool(after.mask & S.PERCENT)

    def _is_list_marker(self, i: int) -> bool:
        if (i and self.entries[i - 1].kind != BREAK) or i + 2 >= self.size:
            return False
        return (
            self.entries[i + 1].surface in ".)-"
            and self._adjacent(i + 1)
            and not self._adjacent(i + 2)
            and self.entries[i + 2].kind in (WORD, LATIN)
        )
