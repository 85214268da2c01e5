"""A figure bound to what its clause says of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from arnlp.names import Entity
from arnlp.quantities import QuantityMention


@dataclass(slots=True)
class Figure:
    """A figure bound to what its clause says of it, over the tokens of its evidence."""

    type: str
    quantity: QuantityMention
    rule: str
    confidence: float
    first: int
    last: int
    subject: str | None = None
    entity: Entity | None = None
    measure: str | None = None
    period: str | None = None
    place: str | None = None
    direction: str | None = None
    relation: str = "by"
    previous: Any = None
    readings: list[QuantityMention] = field(default_factory=list)

    def cover(self, first: int, last: int) -> None:
        """Let the evidence take in a range of tokens."""
        self.first = min(self.first, first)
        self.last = max(self.last, last)
