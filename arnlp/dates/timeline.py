"""What has been given out so far: what a later expression can look back at."""

from __future__ import annotations

from dataclasses import dataclass, field

from arnlp.dates.atoms import Atom
from arnlp.dates.mention import DateMention


@dataclass(slots=True)
class Timeline:
    """The mentions given out, and the atoms that they came of, in the order of the text."""

    out: list[DateMention] = field(default_factory=list)
    seen: list[Atom] = field(default_factory=list)
