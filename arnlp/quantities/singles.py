"""One number: what is read beside it or carried over to it, finished with its half, rate and bound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.numbers import NumberMention
from arnlp.quantities.figures import Figures, Reading
from arnlp.quantities.finish import finish
from arnlp.quantities.mention import QuantityMention

Beside = Callable[[Cursor, NumberMention], QuantityMention | None]
Recalled = Callable[[Cursor, NumberMention, list[QuantityMention]], QuantityMention | None]


def beside(read: Beside) -> Callable[[Cursor, Figures, int], Reading | None]:
    """Return a reader of one number by what stands beside it."""
    return recalled(lambda cursor, number, before: read(cursor, number))


def recalled(read: Recalled) -> Callable[[Cursor, Figures, int], Reading | None]:
    """Return a reader of one number by the quantities that the text gave before it."""

    def reader(cursor: Cursor, figures: Figures, k: int) -> Reading | None:
        number = figures.numbers[k]
        plus = cursor.norm(number.last) == "+" and _is_plus(cursor, number)
        if plus:
            number = replace(number, last=number.last + 1)
        found = read(cursor, number, figures.found)
        if found is None:
            return None
        finish(cursor, found, number)
        if plus and found.bound == "exact" and found.kind != "duration":
            found.bound = "more_than"
        return Reading([found])

    return reader


def _is_plus(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether the plus behind a number says that it is more: 300+ exhibitors, not 3+4."""
    if number.kind != "cardinal" or not cursor.is_adjacent(number.last):
        return False
    return not cursor.mask(number.last + 1) & S.NUMERIC
