"""Something that happened: a launch, an agreement, an event, an appointment, a description."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from arnlp.names import Entity


@dataclass(slots=True)
class Happening:
    """Something that happened, over the tokens of its evidence."""

    type: str
    rule: str
    first: int
    last: int
    subject: Entity | None = None
    object: str = ""
    role: str | None = None
    parties: list[Entity] = field(default_factory=list)
    value: Any = None
    date: str | None = None
    place: str | None = None
    confidence: float = 0.8
