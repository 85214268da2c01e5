"""Something that happened: a launch, an agreement, an event, an appointment; and a description."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from arnlp.dates import DateMention
from arnlp.facts.figure import Argument, Span


@dataclass(slots=True)
class Happening:
    """Something that happened, its arguments by the names that its type has for them.

    ``arguments`` holds one or, for parties, several of a name; ``dates`` the time expressions by
    name (date, from, to); ``value`` how many there were. ``evidence`` holds its clause first.
    """

    type: str
    rule: str
    evidence: list[Span]
    arguments: dict[str, Argument | None] = field(default_factory=dict)
    parties: list[Argument] = field(default_factory=list)
    dates: dict[str, DateMention | None] = field(default_factory=dict)
    value: Any = None
    confidence: float = 0.8
    modality: str = "asserted"
