"""The way back from a figure to what moved it: what was met on it."""

from __future__ import annotations

from dataclasses import dataclass

from arnlp.engine import Cursor
from arnlp.facts.leads import is_from
from arnlp.facts.movers import RELATIVE
from arnlp.facts.phrases import token_before
from arnlp.facts.predicates import direction_of, is_of, words
from arnlp.facts.wording import Wording
from arnlp.quantities import QuantityMention
from arnlp.text.clitics import BY


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
    source: QuantityMention | None = None  # a level that something moved from

    @property
    def relative(self) -> bool:
        """Tell whether the figure is a share or so many times."""
        return self.quantity.kind in RELATIVE

    def cross(self, cursor: Cursor, other: QuantityMention) -> None:
        """Note a quantity on the way: a level that something moved from, or a figure."""
        if is_from(cursor, other):
            self.source = other
        else:
            self.crossed += other.kind != "duration"


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


def has_agent(cursor: Cursor, wording: Wording, quantity: QuantityMention) -> bool:
    """Tell whether 'by' leads from a passive to who did it: a round led by two investors."""
    near = token_before(cursor, quantity.first)
    if quantity.kind != "count" or cursor.norm(near) not in words("by"):
        return False
    verb = near - 1
    lemma = wording.lemma(verb)
    if wording.pos(verb) != "VERB" or wording.features(verb).get("Tense") != "Past":
        return False
    moves = direction_of(lemma) or lemma in words("shifts") or is_of(lemma, "reach")
    return not moves and quantity.noun is not None


def leaves_other(source: QuantityMention | None, quantity: QuantityMention) -> bool:
    """Tell whether something moved from a level of another kind than a figure: up from 268 million, to 1,146 towns."""
    if source is None or quantity.kind in RELATIVE:
        return False
    return quantity.kind != source.kind


def is_free(cursor: Cursor, wording: Wording, path: Path, mover: int) -> bool:
    """Tell whether a noun of a move is told for itself: ارتفاعا بلغ 3 ملايين, not ارتفاع الإنتاج تجاوز مليون طن."""
    entry = cursor.entries[mover]
    if cursor.is_latin(mover):
        return not entry.definite
    between = range(mover + 1, path.reached)
    alone = entry.norm.endswith("ا") or bool(entry.led & BY)
    alone = alone or all(wording.pos(k) in ("ADJ", "PUNCT") for k in between)
    return alone and not entry.definite


def is_worth(cursor: Cursor, path: Path, mover: int, verb: bool) -> bool:
    """Tell whether a mover tells of a figure that بقيمة leads to."""
    if cursor.norm(mover + 1) in words("worth") and cursor.norm(mover).endswith("ا"):
        return not path.crossed  # ارتفاعا بقيمة 5 مليارات
    pointed = cursor.norm(path.quantity.last - 1) in words("points")
    return (pointed or path.quantity.first - mover <= 5) and not path.crossed and verb
