"""About whom and where a figure is: the name in its measure, the clause's subject, the topic."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis, is_object
from arnlp.facts.clauses import Clause
from arnlp.facts.figure import Figure
from arnlp.facts.phrases import is_nominal, text_of
from arnlp.lexicon import senses as S
from arnlp.names import Entity
from arnlp.text.clitics import AND, led_by
from arnlp.text.tokens import WORD

_NOT_SUBJECTS = frozenset(("person", "place", "event"))
_TOPIC_WITHIN = 600  # characters in which a release names what it is about


def set_subject(
    cursor: Cursor,
    analysis: Analysis,
    figure: Figure,
    clause: Clause,
    measure: tuple[int, int] | None,
) -> None:
    """Set whom a figure is about: the name in its measure, the clause's subject, the topic."""
    named = [
        pair
        for pair in analysis.index.named_between(clause.first, figure.quantity.first)
        if not analysis.index.in_role(pair[0].first)
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
                and not is_object(analysis, m)
            ),
            None,
        )
    if subject is None:
        subject = analysis.topic
        figure.confidence = min(figure.confidence, 0.8)
    if subject is None:
        return
    means = _means_of(cursor, analysis, clause, figure)
    figure.entity = subject
    figure.subject = subject.name if means is None else f"{subject.name}: {means}"


def _means_of(cursor: Cursor, analysis: Analysis, clause: Clause, figure: Figure) -> str | None:
    """Return by what a figure came about: من خلال برامج المنظومة."""
    j = clause.means
    if j < 0 or analysis.index.dates_between(j + 1, j + 4):
        return None
    end = j + 1
    while end < figure.quantity.first and end - j < 5 and is_nominal(cursor, end):
        entry = cursor.entries[end]
        if entry.mask & S.VERB or (end > j + 1 and entry.kind == WORD and not entry.definite):
            break
        end += 1
    if end == j + 1 or analysis.index.named_between(j + 1, end):
        return None
    figure.cover(j, figure.quantity.last)
    return text_of(cursor, j + 1, end)


def set_place(cursor: Cursor, analysis: Analysis, figure: Figure, clause: Clause) -> None:
    """Set the place that a figure is about: one named beside it, in its clause."""
    quantity = figure.quantity
    low = min(figure.first, quantity.first)
    for mention, entity in analysis.index.named_between(low, min(clause.last, quantity.last + 8)):
        if entity.type != "place":
            continue
        if any(cursor.entries[j].mask & S.COMMA for j in range(quantity.last, mention.first)):
            continue
        if is_object(analysis, mention) or cursor.mask(mention.first - 1) & S.PLACE_HEAD:
            figure.place = entity.name
            return


def topic_of(analysis: Analysis) -> Entity | None:
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
            entries[mention.first].led & AND
            or entries[object_end].norm in ("and", ",", "\u060c")
            or led_by(entries[object_end].norm) == AND
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
