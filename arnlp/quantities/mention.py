"""What a quantity is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from arnlp.engine import Cursor
from arnlp.numbers import NumberMention, ValueMention

YEARS = range(1900, 2101)
_DECIMALS = 4  # of ratios


def is_plain_year(cursor: Cursor, i: int, value: object) -> bool:
    """Tell whether a value that starts at a token may be a year: four digits and nothing else."""
    return value in YEARS and len(cursor.norm(i)) == 4


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
    lender: QuantityMention | None = None  # of a list, whose noun or unit it has
    rate_at: int | None = None  # where the words start that say what it is a rate of

    def cut(self, cursor: Cursor, last: int, words: int) -> bool:
        """Leave what stands before a token that is another's; tell whether the quantity goes on.

        Only a count is cut, behind its number and so many words: its noun ends sooner, and it is
        no rate.
        """
        if self.number is None or last < self.number.last + words or self.kind != "count":
            return False
        year = is_plain_year(cursor, self.number.first, self.value)
        if words and (year or self.value == 1):
            return False
        tagged = cursor.tagged
        end = tagged.ends[last - 1]
        if self.noun is not None:
            start = tagged.text.find(self.noun, self.number.end, self.end)
            if start >= 0:
                self.noun = tagged.text[start : min(end, start + len(self.noun))] or None
        if self.rate_at is not None:
            self.per = None
            last = min(last, self.rate_at)
        self.last, self.end, self.rate_at = last, tagged.ends[last - 1], None
        return True


def new_quantity(
    cursor: Cursor, number: NumberMention, last: int, kind: str, unit: str | None, value: Any = None
) -> QuantityMention:
    """Return a quantity of a number, up to a token."""
    return QuantityMention(
        number.first,
        last,
        number.start,
        cursor.tagged.ends[last - 1],
        kind,
        number.value if value is None else value,
        unit=unit,
        number=number,
    )


def noun_text(cursor: Cursor, first: int, last: int) -> str:
    """Return a noun as it is written, without what is joined to its front."""
    return cursor.tagged.text[cursor.tagged.start_of(first) : cursor.tagged.ends[last - 1]]


def ratio_of(value: Any) -> Any:
    """Return a part of a whole to four decimals: two thirds are 0.6667."""
    return round(value, _DECIMALS)
