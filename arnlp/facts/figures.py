"""Facts that are figures: statistics, changes, money, targets and ranks.

Each figure is bound within its clause: what is measured, by the end of which period, where, and
about whom. What the text does not state stays null.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from arnlp.dates import DateMention
from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.changes import is_change, set_change
from arnlp.facts.clauses import MOVES, Clause, clause_of, is_relation
from arnlp.facts.figure import Figure
from arnlp.facts.measures import measure_of
from arnlp.facts.periods import deadline_of, is_compared, period_of
from arnlp.facts.phrases import text_of, token_before
from arnlp.facts.subjects import set_place, set_subject, topic_of
from arnlp.lexicon import senses as S
from arnlp.lexicon.numerals import as_number
from arnlp.quantities import QuantityMention
from arnlp.text.tokens import WORD

_READING_REACH = 8
_INHERIT_REACH = 60  # tokens from what names a measure to a further figure of it
_FORMER_REACH = 4  # tokens between the level of a change and the one that it started from


@dataclass(slots=True)
class Bound:
    """The figures bound so far, and the level that a change to come starts from."""

    out: list[Figure] = field(default_factory=list)
    level: QuantityMention | None = None


# A binder takes a quantity, and tells whether it has.
Binder = Callable[[Cursor, Analysis, Bound, QuantityMention], bool]


def bind(cursor: Cursor, analysis: Analysis, binders: Sequence[Binder]) -> list[Figure]:
    """Return the figures of a text that make facts, in their order."""
    analysis.topic = topic_of(analysis)
    bound = Bound()
    for quantity in analysis.quantities:
        for binder in binders:
            if binder(cursor, analysis, bound, quantity):
                break
    return bound.out


def pass_reference(
    cursor: Cursor, analysis: Analysis, bound: Bound, quantity: QuantityMention
) -> bool:
    """Pass over a count that only refers to what was said before: الاتفاقيتان."""
    return _refers_back(cursor, quantity)


def take_reading(
    cursor: Cursor, analysis: Analysis, bound: Bound, quantity: QuantityMention
) -> bool:
    """Let a figure take the one behind it that gives it in another unit."""
    last = bound.out[-1] if bound.out else None
    if last is None or not _is_reading(cursor, last.quantity, quantity):
        return False
    last.readings.append(quantity)
    last.cover(last.first, quantity.last)
    return True


def keep_level(cursor: Cursor, analysis: Analysis, bound: Bound, quantity: QuantityMention) -> bool:
    """Keep the level that a change starts from until its figure comes: from 48 to 41 percent."""
    if not is_relation(cursor, token_before(cursor, quantity.first), "from"):
        return False
    if not clause_of(cursor, analysis, quantity).moved:
        return False
    if not any(is_relation(cursor, j, "to") for j in range(quantity.last, quantity.last + 4)):
        return False
    bound.level = quantity
    return True


def take_former_level(
    cursor: Cursor, analysis: Analysis, bound: Bound, quantity: QuantityMention
) -> bool:
    """Let a change take the level behind it that it started from: to 43% from 48%."""
    last = bound.out[-1] if bound.out else None
    if last is None or not _is_former_level(cursor, last, quantity):
        return False
    last.previous = as_number(quantity.value)
    last.cover(last.first, quantity.last)
    return True


def bind_figure(
    cursor: Cursor, analysis: Analysis, bound: Bound, quantity: QuantityMention
) -> bool:
    """Bind a figure to its clause; one that names nothing may be of what was measured before."""
    clause = clause_of(cursor, analysis, quantity)
    changed = bound.level is not None and bound.level.last > clause.first
    if quantity.kind == "duration" and not changed:
        return True
    figure = _figure_of(cursor, analysis, quantity, clause, bound.level if changed else None)
    bound.level = None
    if figure is None:
        return True
    last = bound.out[-1] if bound.out else None
    if figure.measure is None and last is not None:
        if figure.type == "change" or is_compared(cursor, quantity, last.quantity):
            _inherit(cursor, figure, last)
    bound.out.append(figure)
    return True


def _inherit(cursor: Cursor, figure: Figure, last: Figure) -> None:
    """Let a change that names nothing be one of what was measured before in its sentence."""
    sentence_of = cursor.tagged.sentence_of
    if figure.quantity.first - last.first > _INHERIT_REACH:
        return
    if sentence_of[figure.quantity.first] == sentence_of[last.quantity.first]:
        figure.measure, figure.subject, figure.entity = last.measure, last.subject, last.entity
        figure.cover(last.first, figure.last)


def _refers_back(cursor: Cursor, quantity: QuantityMention) -> bool:
    """Tell whether a count only refers to what was said before: الاتفاقيتان, محافظتي المحرق و..."""
    if quantity.kind != "count":
        return False
    first = cursor.entries[quantity.first]
    noun = first.senses.get(S.NOUN)
    following = cursor.entries[quantity.last] if quantity.last < cursor.size else None
    named = (
        noun is not None
        and noun.role == "dual"
        and following is not None
        and (following.weak or following.mask & S.PLACE)
    )
    return first.kind == WORD and (first.definite or bool(named))


def _is_former_level(cursor: Cursor, last: Figure, quantity: QuantityMention) -> bool:
    """Tell whether a figure is what the change before it started from: to 43% from 48%."""
    return (
        last.type == "change"
        and last.relation == "to"
        and last.previous is None
        and (last.quantity.kind, last.quantity.unit) == (quantity.kind, quantity.unit)
        and is_relation(cursor, token_before(cursor, quantity.first), "from")
        and quantity.first - last.last <= _FORMER_REACH
    )


def _is_reading(cursor: Cursor, figure: QuantityMention, quantity: QuantityMention) -> bool:
    """Tell whether a quantity gives the figure before it once more, in another unit."""
    if quantity.same_as is figure:
        return True
    gap = range(figure.last, quantity.first)
    if len(gap) > _READING_REACH or quantity.unit == figure.unit:
        return False
    if cursor.tagged.sentence_of[quantity.first] != cursor.tagged.sentence_of[figure.first]:
        return False
    if any((s := cursor.sense(j, S.VERB)) is not None and s.role in MOVES for j in gap):
        return False  # أي بزيادة: a change of its own
    same = any(is_relation(cursor, j, "same") for j in gap)
    kinds = {quantity.kind, figure.kind}
    if kinds == {"money"}:
        return same or any(cursor.norm(j) == "(" for j in gap)
    if kinds <= {"percent", "multiplier"}:
        return same
    return same and "percent" in kinds and len(gap) <= 4


def _figure_of(
    cursor: Cursor,
    analysis: Analysis,
    quantity: QuantityMention,
    clause: Clause,
    before: QuantityMention | None,
) -> Figure | None:
    """Return a figure with what its clause says of it."""
    deadline = deadline_of(cursor, analysis, quantity, clause)
    type_, rule = _type_of(cursor, quantity, clause, deadline, before)
    if quantity.kind == "multiplier" and type_ == "statistic":
        return None  # a comparison that the clause does not tell enough of
    figure = Figure(type_, quantity, rule, 0.9, quantity.first, quantity.last)
    if type_ == "change":
        set_change(cursor, figure, clause, before)
    span = measure_of(cursor, analysis, quantity, clause)
    if span is not None:
        figure.measure = text_of(cursor, *span)
        figure.cover(*span)
    elif quantity.kind in ("count", "ratio"):
        figure.measure = quantity.noun
    if figure.measure is None:
        figure.confidence = 0.6
    if clause.verb >= 0:
        figure.cover(clause.verb, quantity.last)
    period = (
        deadline if type_ == "target" else period_of(cursor, analysis, quantity, clause, before)
    )
    if period is not None and period.stretch is not None:
        figure.period = period.stretch.edtf
        figure.cover(period.first, period.last)
    set_subject(cursor, analysis, figure, clause, span)
    set_place(cursor, analysis, figure, clause)
    return figure


def _type_of(
    cursor: Cursor, quantity: QuantityMention, clause: Clause, deadline: DateMention | None,
    before: QuantityMention | None,
) -> tuple[str, str]:  # fmt: skip
    """Return the type of the fact and the name of the rule that tells it."""
    if quantity.kind == "rank":
        return "rank", "rank.place"
    if deadline is not None and (
        clause.aimed
        or clause.future
        or quantity.kind == "percent"
        or any(cursor.mask(j) & S.FUTURE for j in range(quantity.last, deadline.first))
    ):
        return "target", "target.deadline"
    if before is not None and is_relation(cursor, token_before(cursor, quantity.first), "to"):
        return "change", "change.levels"
    if is_change(cursor, quantity, clause):
        return "change", "change.verb"
    if quantity.kind == "money":
        return "money", "money.amount"
    return "statistic", f"statistic.{quantity.kind}"
