"""Facts that are figures: statistics, changes, money, targets and ranks.

Sentence by sentence: quantities that make no row are passed over, those that give the figure before in
another unit are its readings, levels that a figure is compared with are its ``previous``; all others
are figures. When, against what, how and as what each is told is found for the figures of a sentence
together; then one filler after the other sets what is measured, about whom, where. What the text
does not state stays null.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from arnlp.dates import DateMention, months_before
from arnlp.engine import Cursor
from arnlp.facts.alike_moves import beside, go_on
from arnlp.facts.analysis import Analysis
from arnlp.facts.clauses import MOVES, Clause, clause_of, is_relation
from arnlp.facts.compared import Compared, Levels
from arnlp.facts.figure import Figure, Level, Span
from arnlp.facts.leads import is_from
from arnlp.facts.levels import levels_of
from arnlp.facts.modality import modality_of
from arnlp.facts.moves import Move, Moves, move_of
from arnlp.facts.open_moves import OpenMoves, may_be_moved
from arnlp.facts.passing import is_passed
from arnlp.facts.periods import Periods
from arnlp.facts.phrases import span_of, tokens_of
from arnlp.facts.subjects import topic_of
from arnlp.facts.targets import aims
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.quantities import QuantityMention

_READING_REACH = 8
_INHERIT_REACH = 60  # tokens from what names a measure to a further figure of it

# A refiner takes the figures of a text and returns others: fewer, fuller.
Refiner = Callable[[Cursor, Analysis, list[Figure]], list[Figure]]
# A filler sets what it knows of a figure from its clause.
Filler = Callable[[Cursor, Analysis, Figure, Clause], None]


def bind(cursor: Cursor, analysis: Analysis, fillers: Sequence[Filler]) -> list[Figure]:
    """Return the figures of a text that make facts, in their order."""
    analysis.topic = topic_of(analysis)
    if not analysis.quantities:
        return []
    wording = analysis.wording
    periods = Periods(cursor, analysis, wording)
    read = []
    for quantities, readings in sentences_of(cursor, analysis, wording):
        moves, levels, figures = figures_among(cursor, analysis, wording, quantities)
        periods.read(figures, moves, levels)
        read.append((figures, moves, levels, readings))
    out: list[Figure] = []
    found = [figure for figures, *_ in read for figure in figures]
    if not found:
        return []
    text = analysis.read(found)
    for (figures, moves, levels, readings), told in zip(read, periods.settle(text), strict=True):
        led = beside(cursor, wording, figures, moves)
        for quantity, (period, likely) in zip(figures, told, strict=True):
            figure = _figure_of(cursor, wording, quantity, moves.get(quantity.first), period)
            if figure is None:
                continue
            figure.timed = likely
            if quantity.first in led:
                figure.direction, figure.relation = led[quantity.first].direction, "to"
            _compare(cursor, figure, levels.of.get(quantity.first))
            for reading in readings.get(quantity.first, ()):
                figure.readings.append(reading)
                figure.cover(*_extent(cursor, reading))
            _fill(cursor, analysis, figure, fillers, out[-1] if out else None)
            out.append(figure)
    return out


Readings = dict[int, list[QuantityMention]]


def sentences_of(
    cursor: Cursor, analysis: Analysis, wording: Wording
) -> Iterator[tuple[list[QuantityMention], Readings]]:
    """Yield the quantities of each sentence that may make rows, and the readings of each.

    Durations are among them where something may have changed from one to another.
    """
    sentence_of = cursor.tagged.sentence_of
    for _, group in groupby(analysis.quantities, key=lambda q: sentence_of[q.first]):
        kept: list[QuantityMention] = []
        readings: Readings = {}
        for quantity in group:
            if kept and _is_reading(cursor, kept[-1], quantity):
                readings.setdefault(kept[-1].first, []).append(quantity)
            elif quantity.kind == "duration" or not is_passed(cursor, analysis, wording, quantity):
                kept.append(quantity)
        if kept:
            yield kept, readings


def figures_among(
    cursor: Cursor, analysis: Analysis, wording: Wording, quantities: list[QuantityMention],
    *, learnt: bool = True,
) -> tuple[Moves, Levels, list[QuantityMention]]:  # fmt: skip
    """Return the moves and levels of a sentence, and the quantities that are figures.

    ``learnt`` tells whether moves that the rules leave open are weighed.
    """
    moves: Moves = {q.first: move_of(cursor, analysis, wording, q) for q in quantities}
    go_on(cursor, wording, quantities, moves)
    levels = levels_of(cursor, analysis, wording, quantities, moves)
    figures = [
        q
        for q in quantities
        if q.first not in levels.taken
        and not (
            q.kind == "duration"
            and not (moves[q.first] and q.first in levels.of)
            and is_passed(cursor, analysis, wording, q)
        )
    ]
    left = [
        q for q in figures
        if moves.get(q.first) is None and may_be_moved(q) and not is_from(cursor, q)
    ]  # fmt: skip
    if learnt and left:
        told = dict(OpenMoves(cursor, analysis, wording, left, moves, levels).read())
        led = beside(cursor, wording, figures, moves) if told else {}
        moves.update({first: move for first, move in told.items() if first not in led})
    return moves, levels, figures


def _figure_of(
    cursor: Cursor,
    wording: Wording,
    quantity: QuantityMention,
    move: Move | None,
    period: DateMention | None,
) -> Figure | None:
    """Return a figure with its type, its time, and as what it is told."""
    if quantity.kind == "multiplier" and move is None:
        return None  # a comparison that the clause does not tell enough of
    modality = modality_of(cursor, wording, quantity)
    type_, rule = "statistic", f"statistic.{quantity.kind}"
    if quantity.kind == "rank":
        type_, rule = "rank", "rank.place"
    elif aims(cursor, wording, quantity, period, modality):
        type_, rule = "target", "target.deadline"
        modality = "planned" if modality == "asserted" else modality
    elif move is not None and not (move.open and move.relation == "to"):  # a level as it is told
        type_, rule = "change", "change.verb"
    elif quantity.kind == "money":
        type_, rule = "money", "money.amount"
    figure = Figure(type_, quantity, rule, 0.9, [_extent(cursor, quantity)], modality=modality)
    if move is not None:
        figure.direction, figure.relation = move.direction, move.relation
        figure.mover = move.mover
    if period is not None:
        sentence_of = cursor.tagged.sentence_of
        figure.period = period
        figure.carried = sentence_of[period.first] != sentence_of[quantity.first]
        if not figure.carried:
            figure.cover(*span_of(cursor, period.first, period.last))
    return figure


def _compare(cursor: Cursor, figure: Figure, compared: Compared | None) -> None:
    """Set what a figure is compared with."""
    if compared is None:
        return
    level = compared.quantity
    if compared.number is not None:
        start, end = span_of(cursor, compared.first, compared.last)
        figure.previous = Level(
            compared.number.value, figure.quantity.unit, start, end, compared.period
        )
        figure.cover(start, end)
    elif level is None:
        start, end = span_of(cursor, compared.first, compared.last)
        period = compared.period
        if period is None and figure.period is not None:
            earlier = months_before(figure.period, compared.months)
            period = earlier and replace(earlier, start=start, end=end)
        figure.previous = Level(None, None, start, end, period)
    else:
        period = compared.period
        if period is None and compared.months and figure.period is not None:
            period = months_before(figure.period, compared.months)
        figure.previous = Level(level.value, level.unit, level.start, level.end, period)
        figure.cover(*_extent(cursor, level))


def _fill(
    cursor: Cursor,
    analysis: Analysis,
    figure: Figure,
    fillers: Sequence[Filler],
    last: Figure | None,
) -> None:
    """Let the fillers set what they know; a change that names nothing is one of what was measured."""
    clause = clause_of(cursor, analysis, figure.quantity)
    if clause.verb >= 0:
        figure.cover(*span_of(cursor, clause.verb, clause.verb + 1))
    for fill in fillers:
        fill(cursor, analysis, figure, clause)
    if figure.measure is None and last is not None and figure.direction is not None:
        _inherit(cursor, figure, last)


def _inherit(cursor: Cursor, figure: Figure, last: Figure) -> None:
    """Let a change that names nothing be one of what was measured before in its sentence."""
    sentence_of = cursor.tagged.sentence_of
    if figure.quantity.first - tokens_of(cursor, *last.evidence[0])[0] > _INHERIT_REACH:
        return
    if sentence_of[figure.quantity.first] == sentence_of[last.quantity.first]:
        figure.measure, figure.subject = last.measure, last.subject
        figure.cover(*last.evidence[0])


def _is_reading(cursor: Cursor, figure: QuantityMention, quantity: QuantityMention) -> bool:
    """Tell whether a quantity gives the figure before it once more, in another unit."""
    if quantity.same_as is figure:
        return True
    gap = range(figure.last, quantity.first)
    if len(gap) > _READING_REACH or quantity.unit == figure.unit:
        return False
    if any(_moves(cursor, j) for j in gap):
        return False  # أي بزيادة: a change of its own
    same = any(is_relation(cursor, j, "same") for j in gap)
    kinds = {quantity.kind, figure.kind}
    if kinds == {"money"}:
        return same or any(cursor.norm(j) == "(" for j in gap)
    return same and kinds <= {"percent", "multiplier"}


def _moves(cursor: Cursor, j: int) -> bool:
    sense = cursor.sense(j, S.VERB)
    return sense is not None and sense.role in MOVES


def _extent(cursor: Cursor, quantity: QuantityMention) -> Span:
    """Return the offsets of a quantity with all of its tokens."""
    start, end = span_of(cursor, quantity.first, quantity.last)
    return min(start, quantity.start), end
