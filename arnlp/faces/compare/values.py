"""The values that a sentence may be said to state, read as widely as can be.

A figure of one text is told by the other wherever one of these is its value: whatever is no figure
for the engines (an ordinal, a dual, a number inside a name or a time) is one here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from arnlp.faces.compare.sides import Side
from arnlp.lang import alternatives, table
from arnlp.lexicon import senses as S
from arnlp.text.view import normalize

_DIGITS = re.compile(r"\d+(?:[.,٫٬]\d+)*")
_UNITS_OF_TIME = {
    "s": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0, "wk": 604800.0, "mo": 2629800.0, "a": 31557600.0,
}  # fmt: skip


@cache
def _said() -> dict[str, tuple[float, ...]]:
    """Return the values of words that say a number without being one: both, كلا, a decade."""
    return {
        normalize(spelling): tuple(float(v) for v in alternatives(row["values"]))
        for row in table("common", "said_numbers")
        for spelling in alternatives(row["spellings"])
    }


def values_of(side: Side, number: int) -> set[float]:
    """Return the values that a sentence may be said to state."""
    return all_values(side)[number]


def all_values(side: Side) -> list[set[float]]:
    """Return the values of every sentence of a text."""
    if side.values is None:
        side.values = found = [set[float]() for _ in side.sentences]
        for start, value in _read(side):
            found[side.sentence_at(start)].update(_readings(value))
        for number, sentence in enumerate(side.sentences):
            found[number].update(_written(side, sentence.first, sentence.last))
    return side.values


def _read(side: Side) -> Iterator[tuple[int, float]]:
    """Yield what the engines read, wherever it is."""
    for n in side.release.numbers:
        yield n.start, n.value
    for q in side.release.quantities:
        for value in (q.value, q.value_max):
            if value is None:
                continue
            yield q.start, value
            seconds = _UNITS_OF_TIME.get(q.unit or "")
            if seconds:
                for other in _UNITS_OF_TIME.values():
                    yield q.start, round(value * seconds / other, 3)
            if q.unit == "1":
                yield q.start, round(1 / value, 6) if value else 0


def _readings(value: float) -> Iterator[float]:
    """Yield a value with what else it may be read as: a part of one as a percentage."""
    yield value
    if 0 < value < 1:
        yield round(value * 100, 6)


def _written(side: Side, first: int, last: int) -> Iterator[float]:
    """Yield what stands in the words themselves."""
    said = _said()
    for i in range(first, last):
        entry = side.tagged.entries[i]
        if entry.mask & (S.NUMBER | S.ORDINAL | S.FRACTION | S.MULTIPLE):
            for kind in (S.NUMBER, S.ORDINAL, S.FRACTION, S.MULTIPLE):
                if entry.mask & kind and isinstance(entry.senses[kind].value, int | float):
                    yield from _readings(entry.senses[kind].value)
        if entry.dual:
            yield 2
        if entry.norm in said:
            yield from said[entry.norm]
        if any(c.isdigit() for c in entry.surface):
            for found in _DIGITS.findall(entry.surface):
                yield from _as_digits(found)


def _as_digits(written: str) -> Iterator[float]:
    """Yield a numeral read with its separators of either kind, and its parts.

    >>> sorted(_as_digits("1,250"))
    [1.0, 1.25, 250.0, 1250.0]
    """
    plain = "".join(c for c in written if c.isdigit())
    yield float(int(plain))
    parts = re.split(r"\D", written)
    yield from (float(int(part)) for part in parts)
    if len(parts) == 2:
        yield float(f"{int(parts[0])}.{parts[1]}")
