"""What a figure is compared with, and the words that lead to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from arnlp.dates import DateMention
from arnlp.engine import Cursor, NumberMention
from arnlp.facts.analysis import Analysis
from arnlp.facts.clauses import is_relation
from arnlp.facts.phrases import token_before
from arnlp.facts.predicates import is_of, words
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.quantities import QuantityMention
from arnlp.text.clitics import TO, opening

_NEAR = 7  # tokens from a level to its period
_LEAD = 8  # tokens from what compares to the level


@dataclass(slots=True, frozen=True)
class Compared:
    """A level or a period that a figure is compared with, over the tokens that say it.

    ``months`` tell how far before its own period that is, where only this is said (year on year);
    ``number`` is a level without unit and noun (to 3,310 from 3,405).
    """

    quantity: QuantityMention | None
    period: DateMention | None
    first: int
    last: int
    months: int = 0
    number: NumberMention | None = None


@dataclass(slots=True)
class Levels:
    """What the figures of a sentence are compared with, and which quantities are such levels.

    Keys are the numbers of the first tokens of quantities.
    """

    of: dict[int, Compared] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    periods: set[int] = field(default_factory=set)  # first tokens of the periods compared with

    def give(self, figure: QuantityMention, found: Compared) -> None:
        """Note that a figure is compared with a level."""
        self.of[figure.first] = found
        if found.quantity is not None:
            self.taken.add(found.quantity.first)


def compares(cursor: Cursor, j: int) -> bool:
    """Tell whether a word leads to what a figure is compared with."""
    return cursor.norm(j) in words("compared") or (
        is_relation(cursor, j, "compared") and not is_relation(cursor, j, "from")
    )


def behind(cursor: Cursor, analysis: Analysis, start: int, last: int) -> DateMention | None:
    """Return the period right behind a level."""
    for mention in analysis.index.dates_between(start, min(last, start + _NEAR)):
        for j in range(start, mention.first):
            if cursor.mask(j) & (S.COMMA | S.END_MARK) or compares(cursor, j):
                return None
            if is_relation(cursor, j, "to") or analysis.index.quantity_at(j) is not None:
                return None
        if is_days(mention):
            return mention
    return None


def is_days(mention: DateMention) -> bool:
    """Tell whether a time expression names days: no clock time, no duration."""
    return mention.kind in ("date", "interval")


def lead_of(cursor: Cursor, analysis: Analysis, wording: Wording, place: int, floor: int) -> int:
    """Return the token of what compares with what stands at a place, -1 for none."""
    for j in range(place - 1, max(floor, place - _LEAD) - 1, -1):
        if compares(cursor, j):
            return -1 if cursor.mask(j) & S.BOUND else j
        if cursor.norm(j) in words("instead"):
            return j if token_before(cursor, place) == j else -1
        if cursor.mask(j) & (S.END_MARK | S.COMMA | S.COLON):
            return -1
        if analysis.index.quantity_at(j) is not None:
            return -1
        if is_of(wording.lemma(j), "reach") and opening(cursor.norm(j)) == TO:
            return -1  # مقارنة بالربع السابق لتبلغ 15.3%
        told = wording.pos(j) in ("VERB", "AUX") or cursor.mask(j) & S.VERB
        if told and cursor.norm(j - 1) in words("after"):
            return j - 1
        told = is_of(wording.lemma(j), "reach") or wording.lemma(j) in words("was")
        if told and cursor.norm(j - 2) in words("after"):
            return j - 2  # بعد أن كانت, بعد أن تجاوز
    return -1


def alike(a: QuantityMention, b: QuantityMention) -> bool:
    """Tell whether two quantities may be levels of one thing."""
    if a.kind == b.kind == "duration":
        return True
    if {a.kind, b.kind} <= {"count", "measure"} and (a.unit is None or b.unit is None):
        return a.kind == b.kind == "count" or min(a.value, b.value) > 0
    return (a.kind, a.unit) == (b.kind, b.unit)
