"""The walk over the numbers of a text, and over the words that count by themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from arnlp.engine import Cursor, NumberMention, Reader, Readers
from arnlp.lexicon import senses as S
from arnlp.quantities.bounds import set_bound
from arnlp.quantities.heads import is_scale_of_head
from arnlp.quantities.mention import QuantityMention


@dataclass(slots=True)
class Figures:
    """The numbers of a text in their order, and the quantities read of those before.

    ``one`` is the number that readers are asked at, with the plus glued behind it.
    """

    numbers: list[NumberMention]
    one: NumberMention = field(init=False)
    found: list[QuantityMention] = field(default_factory=list)


class Reading(NamedTuple):
    """What a reader makes of a number, and of how many numbers from it on."""

    quantities: list[QuantityMention]
    used: int = 1


class FigureReader(NamedTuple):
    """A reader of quantities that start with a number: ``starts_at`` are the kinds of it."""

    read: Callable[[Cursor, Figures, int], Reading | None]
    starts_at: tuple[str, ...]


WordReader = Reader[Callable[[Cursor, int], QuantityMention | None]]


def read_figures(
    cursor: Cursor, numbers: list[NumberMention], readers: Sequence[FigureReader]
) -> list[QuantityMention]:
    """Ask the readers, in their order, at each number that no quantity has taken."""
    asked: dict[str, list[Callable[[Cursor, Figures, int], Reading | None]]] = {}
    for reader in readers:
        for kind in reader.starts_at:
            asked.setdefault(kind, []).append(reader.read)
    figures = Figures(numbers)
    k = 0
    while k < len(numbers):
        number = numbers[k]
        listed = number.end != cursor.tagged.ends[number.last - 1]  # one of 22,24,26
        if listed or is_scale_of_head(cursor, number):
            k += 1
            continue
        figures.one = with_plus(cursor, number)
        for read in asked[number.kind]:
            found = read(cursor, figures, k)
            if found is not None:
                figures.found += found.quantities
                k += found.used
                while k < len(numbers) and numbers[k].first < found.quantities[-1].last:
                    k += 1
                break
        else:
            k += 1
    return figures.found


def with_plus(cursor: Cursor, number: NumberMention) -> NumberMention:
    """Return a number with the plus behind it that says that it is more: 300+ exhibitors, not 3+4."""
    j = number.last
    if cursor.norm(j) != "+" or number.kind != "cardinal" or not cursor.is_adjacent(j):
        return number
    return number if cursor.mask(j + 1) & S.NUMERIC else replace(number, last=j + 1)


def read_words(
    cursor: Cursor,
    taken: set[int],
    readers: Readers[Callable[[Cursor, int], QuantityMention | None]],
) -> list[QuantityMention]:
    """Ask the readers at the words that may count by themselves, those of taken tokens left out."""
    out = []
    for i in cursor.tagged.with_mask(readers.starts_at):
        if i in taken:
            continue
        for read in readers.at(cursor.masks[i]):
            found = read(cursor, i)
            if found is not None:
                set_bound(cursor, found)
                out.append(found)
                break
    return out
