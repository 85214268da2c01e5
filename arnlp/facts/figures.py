"""Facts that are figures: statistics, changes, money, targets and ranks.

Each figure is bound within its clause: what is measured, by the end of which period, where, and
about whom. What the text does not state stays null.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from arnlp.facts.analysis import Analysis, Index, is_object
from arnlp.facts.clauses import MOVES, Clause
from arnlp.facts.periods import Periods
from arnlp.lexicon import senses as S
from arnlp.lexicon.numerals import as_number
from arnlp.mentions.coreference import Entity
from arnlp.mentions.dates import DateMention
from arnlp.mentions.quantity_base import QuantityMention
from arnlp.text.tokens import WORD

_READING_REACH = 8
_INHERIT_REACH = 60  # tokens from what names a measure to a further figure of it
_FORMER_REACH = 4  # tokens between the level of a change and the one that it started from
_MEASURE_REACH = 14  # tokens from a verb of change to the level that it led to
_NOT_SUBJECTS = frozenset(("person", "place", "event"))
_TOPIC_WITHIN = 600  # characters in which a release names what it is about


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


def find_figures(analysis: Analysis, index: Index) -> list[Figure]:
    """Return the figures of a text that make facts, in their order."""
    return _Binder(analysis, index).bind()


class _Binder(Periods):
    def __init__(self, analysis: Analysis, index: Index) -> None:
        super().__init__(analysis, index)
        self.topic = _topic(analysis)

    def bind(self) -> list[Figure]:
        out: list[Figure] = []
        before: QuantityMention | None = None  # the level that a change starts from
        for quantity in self.analysis.quantities:
            if self._refers_back(quantity):
                continue
            last = out[-1] if out else None
            if last is not None and self._is_reading(last.quantity, quantity):
                last.readings.append(quantity)
                last.cover(last.first, quantity.last)
                continue
            clause = self._clause(quantity)
            if self._is_level_before(quantity, clause):
                before = quantity
                continue
            if last is not None and self._is_former_level(last, quantity):
                last.previous = as_number(quantity.value)
                last.cover(last.first, quantity.last)
                continue
            changed = before is not None and before.last > clause.first
            if quantity.kind == "duration" and not changed:
                continue
            figure = self._figure(quantity, clause, before if changed else None)
            before = None
            if figure is None:
                continue
            if (
                figure.measure is None
                and last is not None
                and (figure.type == "change" or self._is_compared(quantity, last.quantity))
            ):
                self._inherit(figure, last)
            out.append(figure)
        return out

    def _inherit(self, figure: Figure, last: Figure) -> None:
        """Let a change that names nothing be one of what was measured before in its sentence."""
        sentence_of = self.tagged.sentence_of
        if figure.quantity.first - last.first > _INHERIT_REACH:
            return
        if sentence_of[figure.quantity.first] == sentence_of[last.quantity.first]:
            figure.measure, figure.subject, figure.entity = last.measure, last.subject, last.entity
            figure.cover(last.first, figure.last)

    def _refers_back(self, quantity: QuantityMention) -> bool:
        """Tell whether a count only refers to what was said before: الاتفاقيتان, محافظتي المحرق و..."""
        if quantity.kind != "count":
            return False
        first = self.entries[quantity.first]
        noun = first.senses.get(S.NOUN)
        following = self.entries[quantity.last] if quantity.last < self.size else None
        named = (
            noun is not None
            and noun.role == "dual"
            and following is not None
            and (following.weak or following.mask & S.PLACE)
        )
        return first.kind == WORD and (first.definite or bool(named))

    def _is_level_before(self, quantity: QuantityMention, clause: Clause) -> bool:
        """Tell whether a figure is the level that a change starts from: from 48 to 41 percent."""
        if not self._relation(self._before(quantity.first), "from") or not clause.moved:
            return False
        return any(self._relation(j, "to") for j in range(quantity.last, quantity.last + 4))

    def _is_former_level(self, last: Figure, quantity: QuantityMention) -> bool:
        """Tell whether a figure is what the change before it started from: to 43% from 48%."""
        return (
            last.type == "change"
            and last.relation == "to"
            and last.previous is None
            and (last.quantity.kind, last.quantity.unit) == (quantity.kind, quantity.unit)
            and self._relation(self._before(quantity.first), "from")
            and quantity.first - last.last <= _FORMER_REACH
        )

    def _is_reading(self, figure: QuantityMention, quantity: QuantityMention) -> bool:
        """Tell whether a quantity gives the figure before it once more, in another unit."""
        if quantity.same_as is figure:
            return True
        gap = range(figure.last, quantity.first)
        if len(gap) > _READING_REACH or quantity.unit == figure.unit:
            return False
        if self.tagged.sentence_of[quantity.first] != self.tagged.sentence_of[figure.first]:
            return False
        if any((s := self._sense(j, S.VERB)) is not None and s.role in MOVES for j in gap):
            return False  # أي بزيادة: a change of its own
        same = any(self._relation(j, "same") for j in gap)
        kinds = {quantity.kind, figure.kind}
        if kinds == {"money"}:
            return same or any(self._norm(j) == "(" for j in gap)
        if kinds <= {"percent", "multiplier"}:
            return same
        return same and "percent" in kinds and len(gap) <= 4

    # -- one figure ------------------------------------------------------------------------

    def _figure(
        self, quantity: QuantityMention, clause: Clause, before: QuantityMention | None
    ) -> Figure | None:
        deadline = self._deadline(quantity, clause)
        type_, rule = self._type(quantity, clause, deadline, before)
        if quantity.kind == "multiplier" and type_ == "statistic":
            return None  # a comparison that the clause does not tell enough of
        figure = Figure(type_, quantity, rule, 0.9, quantity.first, quantity.last)
        if type_ == "change":
            self._set_change(figure, clause, before)
        span = self._measure(quantity, clause)
        if span is not None:
            figure.measure = self._text(*span)
            figure.cover(*span)
        elif quantity.kind in ("count", "ratio"):
            figure.measure = quantity.noun
        if figure.measure is None:
            figure.confidence = 0.6
        if clause.verb >= 0:
            figure.cover(clause.verb, quantity.last)
        period = deadline if type_ == "target" else self._period(quantity, clause, before)
        if period is not None and period.stretch is not None:
            figure.period = period.stretch.edtf
            figure.cover(period.first, period.last)
        self._set_subject(figure, clause, span)
        self._set_place(figure, clause)
        return figure

    def _type(
        self, quantity: QuantityMention, clause: Clause, deadline: DateMention | None,
        before: QuantityMention | None,
    ) -> tuple[str, str]:  # fmt: skip
        """Return the type of the fact and the name of the rule that tells it."""
        if quantity.kind == "rank":
            return "rank", "rank.place"
        if deadline is not None and (
            clause.aimed
            or clause.future
            or quantity.kind == "percent"
            or any(self._mask(j) & S.FUTURE for j in range(quantity.last, deadline.first))
        ):
            return "target", "target.deadline"
        if before is not None and self._relation(self._before(quantity.first), "to"):
            return "change", "change.levels"
        if self._is_change(quantity, clause):
            return "change", "change.verb"
        if quantity.kind == "money":
            return "money", "money.amount"
        return "statistic", f"statistic.{quantity.kind}"

    def _is_change(self, quantity: QuantityMention, clause: Clause) -> bool:
        if quantity.sign and self._norm(quantity.first - 1) == "(":
            return True  # (+37.8% to ...)
        if quantity.kind in ("percent", "multiplier") and self._direction_at(quantity.last):
            return True  # 35% higher
        if clause.verb_class not in MOVES:
            return quantity.kind == "percentage_point" and clause.moved
        relative = quantity.kind in ("percent", "percentage_point", "multiplier")
        distance = quantity.first - clause.verb
        if any(self.entries[j].mask & S.COMMA for j in range(clause.verb, quantity.first)):
            return (relative and distance < 8) or self._is_new_level(quantity, clause)
        near = self._before(quantity.first)
        if self._relation(near, "compared") and not self._relation(near, "from"):
            return False
        led = self._relation(near, "by") or self._relation(near, "to")
        return led or relative or self.entries[quantity.first].clitics == "ب" or distance <= 2

    def _is_new_level(self, quantity: QuantityMention, clause: Clause) -> bool:
        """Tell whether a figure behind a comma is what a change led to: fell by 9%, to 78 million."""
        near = self._before(quantity.first)
        if not self._relation(near, "to") or not self._mask(near - 1) & S.COMMA:
            return False
        return quantity.first - clause.verb <= _MEASURE_REACH

    def _set_change(self, figure: Figure, clause: Clause, before: QuantityMention | None) -> None:
        quantity = figure.quantity
        figure.relation = "to" if self._relation(self._before(quantity.first), "to") else "by"
        if before is not None and (before.kind, before.unit) == (quantity.kind, quantity.unit):
            figure.previous = as_number(before.value)
            figure.cover(before.first, quantity.last)
        if quantity.sign:
            figure.direction = "increase" if quantity.sign > 0 else "decrease"
            return
        for j in (quantity.last, *range(quantity.first, clause.first - 1, -1)):
            figure.direction = self._direction_at(j)
            if figure.direction is not None:
                return

    def _direction_at(self, j: int) -> str | None:
        """Return the direction of change that a word tells: rose, higher than."""
        sense = self._sense(j, S.VERB)
        if sense is not None and sense.role in MOVES:
            return "increase" if sense.role == "change_up" else "decrease"
        bound = self._sense(j, S.BOUND)
        if bound is not None and self._norm(j).startswith(("higher", "lower")):
            return "increase" if bound.value == "more_than" else "decrease"
        return None

    # -- who and where ---------------------------------------------------------------------

    def _set_subject(self, figure: Figure, clause: Clause, measure: tuple[int, int] | None) -> None:
        """Set whom a figure is about: the name in its measure, the clause's subject, the topic."""
        named = [
            pair
            for pair in self.index.named_between(clause.first, figure.quantity.first)
            if not self.index.in_role(pair[0].first)
        ]
        subject: Entity | None = None
        ranked = figure.type == "rank"
        if measure is not None and not ranked:
            subject = next(
                (
                    e
                    for m, e in named
                    if measure[0] <= m.first < measure[1] + 3 and e.type not in _NOT_SUBJECTS
                ),
                None,
            )
        if subject is None:
            subject = next(
                (
                    e
                    for m, e in named
                    if (e.type not in _NOT_SUBJECTS or (ranked and e.type == "place"))
                    and not is_object(self.analysis, m)
                ),
                None,
            )
        if subject is None:
            subject = self.topic
            figure.confidence = min(figure.confidence, 0.8)
        if subject is None:
            return
        means = self._means(clause, figure)
        figure.entity = subject
        figure.subject = subject.name if means is None else f"{subject.name}: {means}"

    def _means(self, clause: Clause, figure: Figure) -> str | None:
        """Return by what a figure came about: من خلال برامج المنظومة."""
        j = clause.means
        if j < 0 or self.index.dates_between(j + 1, j + 4):
            return None
        end = j + 1
        while end < figure.quantity.first and end - j < 5 and self._is_nominal(end):
            entry = self.entries[end]
            if entry.mask & S.VERB or (end > j + 1 and entry.kind == WORD and not entry.definite):
                break
            end += 1
        if end == j + 1 or self.index.named_between(j + 1, end):
            return None
        figure.cover(j, figure.quantity.last)
        return self._text(j + 1, end)

    def _set_place(self, figure: Figure, clause: Clause) -> None:
        quantity = figure.quantity
        low = min(figure.first, quantity.first)
        for mention, entity in self.index.named_between(low, min(clause.last, quantity.last + 8)):
            if entity.type != "place":
                continue
            if any(self.entries[j].mask & S.COMMA for j in range(quantity.last, mention.first)):
                continue
            if is_object(self.analysis, mention) or self._mask(mention.first - 1) & S.PLACE_HEAD:
                figure.place = entity.name
                return


def _topic(analysis: Analysis) -> Entity | None:
    """Return the body that a release is about: the first that its headline or lead names.

    Not one behind a preposition, who only takes part (funded by, in cooperation with).
    """
    entries = analysis.context.tagged.entries
    object_end = -1  # the token behind the last name that a preposition leads to
    end = _lead_end(analysis)
    for mention, entity in sorted(
        ((e.mentions[0], e) for e in analysis.entities), key=lambda pair: pair[0].first
    ):
        joined = 0 <= mention.first - object_end <= 2 and (
            entries[mention.first].clitics.startswith("و")
            or entries[object_end].norm in ("and", ",", "و", "،")
        )
        if joined or is_object(analysis, mention):
            object_end = mention.last
        elif entity.type in ("organization", "programme"):
            return entity if mention.start < end else None
    return None


def _lead_end(analysis: Analysis) -> int:
    """Return the end of the first paragraph of a release, so that its headlines lie before it."""
    text = analysis.context.tagged.text
    body = next((part for part in analysis.sections if part.kind == "body"), None)
    end = text.find("\n", body.start) if body is not None else -1
    return min(len(text) if end < 0 else end, _TOPIC_WITHIN)
