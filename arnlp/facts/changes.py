"""Whether a figure is a change, from which level, in which direction."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.facts.clauses import MOVES, Clause, is_relation
from arnlp.facts.figure import Figure
from arnlp.facts.phrases import token_before
from arnlp.lexicon import senses as S
from arnlp.lexicon.numerals import as_number
from arnlp.quantities import QuantityMention
from arnlp.text.clitics import BY

_MEASURE_REACH = 14  # tokens from a verb of change to the level that it led to


def is_change(cursor: Cursor, quantity: QuantityMention, clause: Clause) -> bool:
    """Tell whether a figure is a change, and no level: by its sign, its verb, what leads to it."""
    if quantity.sign and cursor.norm(quantity.first - 1) == "(":
        return True  # (+37.8% to ...)
    if quantity.kind in ("percent", "multiplier") and _direction_at(cursor, quantity.last):
        return True  # 35% higher
    if clause.verb_class not in MOVES:
        return quantity.kind == "percentage_point" and clause.moved
    relative = quantity.kind in ("percent", "percentage_point", "multiplier")
    distance = quantity.first - clause.verb
    if any(cursor.entries[j].mask & S.COMMA for j in range(clause.verb, quantity.first)):
        return (relative and distance < 8) or _is_new_level(cursor, quantity, clause)
    near = token_before(cursor, quantity.first)
    if is_relation(cursor, near, "compared") and not is_relation(cursor, near, "from"):
        return False
    led = is_relation(cursor, near, "by") or is_relation(cursor, near, "to")
    return led or relative or cursor.entries[quantity.first].led == BY or distance <= 2


def _is_new_level(cursor: Cursor, quantity: QuantityMention, clause: Clause) -> bool:
    """Tell whether a figure behind a comma is what a change led to: fell by 9%, to 78 million."""
    near = token_before(cursor, quantity.first)
    if not is_relation(cursor, near, "to") or not cursor.mask(near - 1) & S.COMMA:
        return False
    return quantity.first - clause.verb <= _MEASURE_REACH


def set_change(
    cursor: Cursor, figure: Figure, clause: Clause, before: QuantityMention | None
) -> None:
    """Set the direction of a change, and from which level it starts."""
    quantity = figure.quantity
    figure.relation = (
        "to" if is_relation(cursor, token_before(cursor, quantity.first), "to") else "by"
    )
    if before is not None and (before.kind, before.unit) == (quantity.kind, quantity.unit):
        figure.previous = as_number(before.value)
        figure.cover(before.first, quantity.last)
    if quantity.sign:
        figure.direction = "increase" if quantity.sign > 0 else "decrease"
        return
    for j in (quantity.last, *range(quantity.first, clause.first - 1, -1)):
        figure.direction = _direction_at(cursor, j)
        if figure.direction is not None:
            return


def _direction_at(cursor: Cursor, j: int) -> str | None:
    """Return the direction of change that a word tells: rose, higher than."""
    sense = cursor.sense(j, S.VERB)
    if sense is not None and sense.role in MOVES:
        return "increase" if sense.role == "change_up" else "decrease"
    bound = cursor.sense(j, S.BOUND)
    if bound is not None and cursor.norm(j).startswith(("higher", "lower")):
        return "increase" if bound.value == "more_than" else "decrease"
    return None
