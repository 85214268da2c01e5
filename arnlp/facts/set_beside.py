"""English levels that no word of comparing leads to: up on the 6 billion of 2022, eclipsing the record of 3,985, twice the 8% of before."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.movers import RELATIVE, named_direction
from arnlp.facts.moves import Moves
from arnlp.facts.predicates import is_of, words
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.quantities import QuantityMention

_REACH = 8  # tokens from what leads to a level
_TIMES = S.MONTH | S.PERIOD | S.RELATIVE_DAY | S.NUMERIC | S.SAME | S.BOUND
_COMMA = 4  # tokens from a comma to what leads: more than double the


def lead_beside(
    cursor: Cursor, analysis: Analysis, wording: Wording, figure: QuantityMention,
    level: QuantityMention, moves: Moves,
) -> int:  # fmt: skip
    """Return the token that sets a figure beside the level behind it, -1 for none."""
    if not cursor.is_latin(level.first - 1) and not _is_owned(cursor, level):
        return -1
    if level.noun is not None and level.noun != figure.noun:
        return -1  # won 5 medals, beating the 4 teams
    floor = max(figure.last, level.first - _REACH)
    for j in range(level.first - 1, floor - 1, -1):
        norm = cursor.norm(j)
        if cursor.mask(j) & (S.END_MARK | S.COMMA | S.COLON):
            return -1
        named = norm not in words("having") and not _is_named(cursor, j + 1, level.first)
        if named:
            continue
        if norm in words("set_on") and _is_moved(cursor, analysis, wording, j, moves):
            return j if level.kind != "count" or _is_known(cursor, j, level) else -1
        if norm in words("beating") or norm in words("twice"):
            apart = range(j - 1, max(figure.last, j - _COMMA) - 1, -1)
            parted = any(cursor.mask(k) & S.COMMA for k in apart)
            aimed = any(_is_aim(cursor, wording, k) for k in range(j, level.last + 2))
            return j if parted and not aimed and _is_known(cursor, j, level) else -1
        if norm in words("having") and cursor.mask(j - 1) & S.COMMA:
            move = moves.get(figure.first)
            reached = cursor.norm(level.first - 1) in grammar_words("level")
            return j if reached and move is not None and move.relation == "to" else -1
        if analysis.index.quantity_at(j) is not None and norm not in words("twice"):
            return -1
    return -1


def _is_moved(cursor: Cursor, analysis: Analysis, wording: Wording, j: int, moves: Moves) -> bool:
    """Tell whether a move, or by how much something moved, stands before a token: up on, a rise of 8% on."""
    if cursor.mask(j - 1) & S.COMMA:
        return False
    change = analysis.index.quantity_at(j - 1)
    if change is not None:
        return change.kind in RELATIVE and moves.get(change.first) is not None
    if wording.pos(j - 1) == "VERB" or named_direction(wording, j - 1) is None:
        return False
    return wording.pos(j - 2) != "VERB" or is_of(wording.lemma(j - 2), "still")  # drawn up on


def _is_named(cursor: Cursor, start: int, stop: int) -> bool:
    """Tell whether nothing but what a level is called, and of when, stands between two tokens."""
    return all(
        cursor.norm(k) in words("of_levels")
        or cursor.norm(k) in words("named_levels")
        or cursor.norm(k) in words("known")
        or cursor.norm(k) in words("possessive")
        or cursor.norm(k) == "of"
        or cursor.mask(k) & _TIMES
        for k in range(start, stop)
    )


def _is_known(cursor: Cursor, lead: int, level: QuantityMention) -> bool:
    """Tell whether a level is known to who reads of it: the 4.8 billion of 2022, last year's total of 4.5 billion."""
    return cursor.norm(lead + 1) in words("known") or _is_owned(cursor, level)


def _is_owned(cursor: Cursor, level: QuantityMention) -> bool:
    return any(cursor.norm(k) in words("possessive") for k in range(level.first - 3, level.first))


def _is_aim(cursor: Cursor, wording: Wording, k: int) -> bool:
    """Tell whether a noun tells that what is beaten was aimed at or expected, and no level of before."""
    noun = wording.noun(k)
    return noun in words("aims") or noun in words("hopes") or noun in words("limits")
