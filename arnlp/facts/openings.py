"""A level that opens its sentence, before the figure that is compared with it: compared with 5% in 2022, growth was 6%."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.compared import Compared, Levels, alike, behind, lead_of
from arnlp.facts.leads import is_from
from arnlp.facts.movers import named_direction
from arnlp.facts.moves import Move, Moves
from arnlp.facts.phrases import token_before
from arnlp.facts.predicates import is_of, words
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.quantities import QuantityMention

_OPENING = 4  # tokens of a sentence before what leads to its level


def take_opening(
    cursor: Cursor, analysis: Analysis, wording: Wording, quantities: list[QuantityMention],
    moves: Moves, out: Levels, first: int,
) -> None:  # fmt: skip
    """Let the second of two quantities take the first as its level, where that opens the sentence.

    ``first`` is the first token of the sentence. Up from 61% in 2018, ownership reached 70%: it rose.
    """
    if len(quantities) < 2 or not alike(*quantities):
        return
    level, figure = quantities
    parted = any(cursor.mask(k) & S.COMMA for k in range(level.last, figure.first))
    lead = _lead_of(cursor, analysis, wording, level, first)
    if not parted or lead < 0 or lead - first > _OPENING:
        return
    told = named_direction(wording, lead)
    move = moves.get(figure.first)
    if told is None and cursor.norm(lead) in words("from") and move is None:
        return  # from 5% of sales in one year, 6% in the next
    if told is not None and (move is None or move.mover < level.first):
        moves[figure.first] = Move(told, "to", lead)
    elif move is not None and move.mover < level.first:
        moves[figure.first] = None
    moves[level.first] = None
    period = behind(cursor, analysis, level.last, figure.first)
    out.give(figure, Compared(level, period, lead, level.last))


def _lead_of(
    cursor: Cursor, analysis: Analysis, wording: Wording, level: QuantityMention, first: int
) -> int:
    """Return the token of what makes a level one that is compared with, -1 for none: against, up, نزولا, having."""
    near = token_before(cursor, level.first)
    stood = any(is_of(wording.lemma(k), "reach") for k in (near - 1, near))
    if stood and cursor.norm(first) in words("having"):
        return first
    if is_from(cursor, level):
        if near > first and named_direction(wording, near - 1):
            return near - 1
        return near if near == first else -1
    return lead_of(cursor, analysis, wording, level.first, first - 1)
