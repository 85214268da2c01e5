"""One number: what is read beside it or carried over to it, finished with its half, rate and bound."""

from __future__ import annotations

from collections.abc import Callable

from arnlp.engine import Cursor
from arnlp.numbers import NumberMention
from arnlp.quantities.figures import Figures, Reading
from arnlp.quantities.finish import finish
from arnlp.quantities.mention import QuantityMention

Beside = Callable[[Cursor, NumberMention], QuantityMention | None]
Recalled = Callable[[Cursor, NumberMention, list[QuantityMention]], QuantityMention | None]


def beside(read: Beside) -> Callable[[Cursor, Figures, int], Reading | None]:
    """Return a reader of one number by what stands beside it."""

    def reader(cursor: Cursor, figures: Figures, k: int) -> Reading | None:
        found = read(cursor, figures.one)
        return None if found is None else _finished(cursor, figures, k, found)

    return reader


def recalled(read: Recalled) -> Callable[[Cursor, Figures, int], Reading | None]:
    """Return a reader of one number by the quantities that the text gave before it."""

    def reader(cursor: Cursor, figures: Figures, k: int) -> Reading | None:
        found = read(cursor, figures.one, figures.found)
        return None if found is None else _finished(cursor, figures, k, found)

    return reader


def _finished(cursor: Cursor, figures: Figures, k: int, found: QuantityMention) -> Reading:
    finish(cursor, found, figures.one)
    if figures.one is not figures.numbers[k]:  # the plus behind it
        if found.bound == "exact" and found.kind != "duration":
            found.bound = "more_than"
    return Reading([found])
