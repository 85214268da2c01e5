"""Changes that go on: figures of a list, of an apposition, and levels with a change told beside them.

In *the index of banks rose 2% to 310, that of insurers 1% to 205* only the first figures have a mover;
those behind move as the figure of their kind before them that is led to in the same way. What gives
one change twice (135 points, or 1.5%) moves together. A level with its change right behind (stood at 5
million, up 3%) came to it by that.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from arnlp.engine import Cursor, is_gerund
from arnlp.facts.clauses import is_relation
from arnlp.facts.leads import is_in_points, relation_of
from arnlp.facts.movers import RELATIVE, named_direction
from arnlp.facts.moves import Move, Moves
from arnlp.facts.phrases import token_before
from arnlp.facts.predicates import is_of, words
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.morphology import Reading, readings
from arnlp.quantities import QuantityMention
from arnlp.text.clitics import AND, TO, opening
from arnlp.text.tokens import WORD

_LIST = 22  # tokens between two figures of a list
_NEXT = 4  # tokens between a figure and the same change in another unit
_BESIDE = 7  # tokens between a level and the change told beside it
_BEHIND = 3  # tokens from a change to the word behind it that tells it: 5.2% more
_VERB = 14  # tokens between a level and its verb


def go_on(
    cursor: Cursor, wording: Wording, quantities: list[QuantityMention], moves: Moves
) -> None:
    """Give figures of one sentence without a move that of the list or apposition that they stand in."""
    for number, figure in enumerate(quantities):
        if (
            number == 0
            or moves.get(figure.first) is not None
            or figure.kind in ("rank", "duration")
        ):
            continue
        last = quantities[number - 1]
        move = moves.get(last.first)
        if move is not None and _is_same(cursor, last, figure, move):
            moves[figure.first] = move
            continue
        listed = _listed(cursor, wording, quantities[:number], figure, moves)
        if listed is not None:
            moves[figure.first] = listed


def beside(
    cursor: Cursor, wording: Wording, figures: list[QuantityMention], moves: Moves
) -> dict[int, Move]:
    """Return the moves of levels that have the change which led to them told right behind."""
    out: dict[int, Move] = {}
    for figure, change in pairwise(figures):
        move = moves.get(change.first)
        if moves.get(figure.first) is not None or figure.kind in ("rank", "duration"):
            continue
        if figure.value == 0:
            continue  # flat (0.0%) after a 0.1% dip
        if move is None or move.relation != "by" or change.first - figure.last > _BESIDE:
            continue
        if is_in_points(cursor, figure):
            continue
        told = is_of(wording.lemma(token_before(cursor, figure.first)), "close") or (
            _is_level(cursor, wording, figure) and _leads(cursor, wording, figure, move, change)
        )
        if told:
            out[figure.first] = replace(move, relation="to")
    return out


def _is_level(cursor: Cursor, wording: Wording, figure: QuantityMention) -> bool:
    """Tell whether the verb before a figure, if any, comes to it or closes at it."""
    for j in range(figure.first - 1, max(-1, figure.first - 1 - _VERB), -1):
        if cursor.mask(j) & (S.END_MARK | S.COLON):
            return True
        if wording.pos(j) in ("VERB", "AUX"):
            former = cursor.norm(j - 1) in words("had")  # when they had been 6 billion
            return is_of(wording.lemma(j), "reach", "close") and not former
    return True


def _leads(
    cursor: Cursor, wording: Wording, figure: QuantityMention, move: Move, change: QuantityMention
) -> bool:
    """Tell whether a change is told beside a level: what moved stands between them and is no verb."""
    if not figure.last <= move.mover < change.last + _BEHIND:
        return False
    between = range(figure.last, min(move.mover + 1, change.first))
    if any(cursor.mask(j) & (S.END_MARK | S.COLON) for j in between):
        return False
    if any(wording.pos(j) in ("VERB", "AUX") for j in between):
        return cursor.is_latin(move.mover)  # stood at 5, rising by 3%
    return not any(_joins(cursor, j) for j in between)


def _joins(cursor: Cursor, j: int) -> bool:
    return opening(cursor.norm(j)) == AND or cursor.norm(j) == "and"


def _is_same(cursor: Cursor, last: QuantityMention, figure: QuantityMention, move: Move) -> bool:
    """Tell whether a figure gives the change or level before it once more: 135 points or 1.5%."""
    gap = range(last.last, figure.first)
    if len(gap) > _NEXT:
        return False
    equal = any(cursor.norm(j) in words("equal") for j in gap)
    if (figure.kind, figure.unit) == (last.kind, last.unit) or move.relation == "to":
        return equal
    if (figure.kind in RELATIVE) == (last.kind in RELATIVE):
        return False
    if any(cursor.norm(j) == "(" for j in gap) and figure.kind not in RELATIVE:
        return False  # by 13% (153 cases)
    return all(
        cursor.norm(j) in words("again")
        or bool(equal and cursor.mask(j) & S.COMMA)
        or bool(cursor.mask(j) & (S.BOUND | S.CLITIC))
        or is_relation(cursor, j, "by")
        or is_relation(cursor, j, "same")
        for j in gap
    ) and (len(gap) > 0 or relation_of(cursor, figure) == "by")


def _listed(
    cursor: Cursor, wording: Wording, before: list[QuantityMention], figure: QuantityMention,
    moves: Moves,
) -> Move | None:  # fmt: skip
    """Return the move of the figure of a list before one that is led to in the same way."""
    other = next(
        (q for q in reversed(before) if (q.kind, q.unit) == (figure.kind, figure.unit)), None
    )
    move = moves.get(other.first) if other is not None else None
    if other is None or move is None or figure.first - other.last > _LIST:
        return None
    if move.mover >= other.last:
        return None
    own = relation_of(cursor, figure)
    pointed = own == move.relation == "to" and cursor.norm(figure.last - 1) in words("points")
    if figure.kind == "count" and not pointed:
        return None
    shared = figure.first == other.last + 1 and _joins(cursor, other.last)  # by 3% and 5%
    if own != relation_of(cursor, other) and not shared and not _reached(cursor, wording, figure):
        return None
    figures = {k for q in before[-_LIST:] for k in range(q.first, q.last)}
    between = [k for k in range(other.last, figure.first) if k not in figures]
    if not _go_on(cursor, wording, between, figure):
        return None
    behind = cursor.norm(figure.last)
    return None if behind in words("shared") else move


def _reached(cursor: Cursor, wording: Wording, figure: QuantityMention) -> bool:
    """Tell whether a verb that measures stands right before a figure: بنسبة تغير بلغت 3%."""
    return is_of(wording.lemma(figure.first - 1), "reach")


def _go_on(cursor: Cursor, wording: Wording, between: list[int], figure: QuantityMention) -> bool:
    """Tell whether what stands between two figures goes on with a list, and tells nothing new."""
    parted = False
    for j in between:
        mask = cursor.mask(j)
        if cursor.norm(j) in words("standing_in") and cursor.norm(j + 1) == "of":
            continue  # that of insurers
        if mask & (S.END_MARK | S.COLON | S.COMPLEMENTIZER) or is_relation(cursor, j, "clause"):
            return False
        parted |= bool(mask & S.COMMA) or _joins(cursor, j) or cursor.norm(j) in words("next")
        if named_direction(wording, j):
            return False
        if _is_verb(cursor, wording, j) and cursor.norm(j) not in words("next"):
            if not is_of(wording.lemma(j), "reach", "close"):
                return False
            if j < figure.first - 2 and opening(cursor.norm(j)) != TO:
                return False
    return parted


def _is_verb(cursor: Cursor, wording: Wording, j: int) -> bool:
    """Tell whether a word is a verb that the morphology knows: many a company's name is taken for one."""
    if wording.pos(j) not in ("VERB", "AUX"):
        return False
    if cursor.is_latin(j):
        named = is_gerund(cursor.entries[j]) and wording.pos(j + 1) in ("NOUN", "PROPN")
        return not named  # clothing prices
    first = readings(cursor.entries[j].surface, WORD)[:1]
    return any(r.bundle.pos == "VERB" and not r.guessed and not _addresses(r) for r in first)


def _addresses(reading: Reading) -> bool:
    """Tell whether a verb has the reader for its object, as none of releases has: أرابتك is a company."""
    enclitic = reading.enclitic
    return enclitic is not None and ("Person", "2") in enclitic.bundle.features
