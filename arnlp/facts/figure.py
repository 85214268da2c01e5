"""A figure and what its sentence, and those around it, say of it.

What fills it is not its concern: the pipeline asks for figures, each filler sets the fields that it
knows, and :mod:`arnlp.facts.rows` writes them out. All places are half-open character offsets.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from arnlp.dates import DateMention
from arnlp.names import Entity
from arnlp.quantities import QuantityMention

Span = tuple[int, int]


@dataclass(slots=True, frozen=True)
class Argument:
    """What fills a place in a fact: a stretch of the text, and the entity that it names if any."""

    start: int
    end: int
    entity: Entity | None = None


@dataclass(slots=True, frozen=True)
class Level:
    """What a figure is compared with, over the words that say it: a level, a period, or both.

    ``value`` is None where only a period is told.
    """

    value: Any
    unit: str | None
    start: int
    end: int
    period: DateMention | None = None


@dataclass(slots=True)
class Figure:
    """A figure that makes a fact.

    ``period`` is what the clause or the passage says of its time; it is ``carried`` where it stands
    outside the clause, as an argument may; ``timed`` tells how likely it is the right one, or that there is none. ``direction`` and ``relation`` (by, to) may be told of
    every type, ``mover`` is the token that tells it; ``readings`` give the figure once more in other units. ``evidence`` holds its clause
    first, then where it is said again. ``firm`` tells that its words leave no choice of the measure,
    ``likely`` how likely what was chosen for each argument is right.
    """

    type: str
    quantity: QuantityMention
    rule: str
    confidence: float
    evidence: list[Span]
    measure: Argument | None = None
    subject: Argument | None = None
    group: Argument | None = None
    place: Argument | None = None
    source: Argument | None = None
    period: DateMention | None = None
    carried: bool = False
    timed: float = 1.0
    direction: str | None = None
    relation: str | None = None
    mover: int = -1
    previous: Level | None = None
    modality: str = "asserted"
    readings: list[QuantityMention] = field(default_factory=list)
    firm: bool = False
    likely: dict[str, float] = field(default_factory=dict)

    def cover(self, start: int, end: int) -> None:
        """Let the evidence of its clause take in a stretch of the text."""
        first, last = self.evidence[0]
        self.evidence[0] = min(first, start), max(last, end)
