"""The way back from a figure to what moved it: what was met on it."""

from __future__ import annotations

from dataclasses import dataclass

from arnlp.engine import Cursor
from arnlp.facts.movers import RELATIVE
from arnlp.facts.phrases import token_before
from arnlp.facts.predicates import words
from arnlp.facts.wording import Wording
from arnlp.quantities import QuantityMention


@dataclass(slots=True)
class Path:
    """What was met on the way back from a figure; ``reached`` is a verb of reaching, -1 for none."""

    quantity: QuantityMention
    relation: str | None
    crossed: int = 0  # figures
    commas: int = 0
    reached: int = -1
    before_reached: int = 0  # figures behind the verb of reaching
    parted: bool = False  # by a colon

    @property
    def relative(self) -> bool:
        """Tell whether the figure is a share or so many times."""
        return self.quantity.kind in RELATIVE


def only_leads(cursor: Cursor, wording: Wording, path: Path, j: int) -> bool:
    """Tell whether a verb of reaching leaves a figure that by leads to what it is: بنسبة بلغت 3%, was due to."""
    if path.relation != "by":
        return False
    if j == token_before(cursor, path.quantity.first):
        return path.relative or cursor.norm(j) in words("came")
    return path.relative and wording.pos(j) == "AUX" and cursor.is_latin(j)


def leads_itself(cursor: Cursor, path: Path, verb: int) -> bool:
    """Tell whether a verb stands right before the 'to' of a figure, which is then its own; but picked up to."""
    near = token_before(cursor, path.quantity.first)
    return path.relation == "to" and verb + 1 == near and " " not in cursor.norm(verb)
