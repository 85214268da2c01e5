"""English places in an order that only a move tells: climbed from 94th to 90th, advanced to 11th, up from 18th."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.numbers import NumberMention
from arnlp.quantities.figures import Figures, Reading
from arnlp.quantities.levels import move_before
from arnlp.quantities.mention import YEARS, new_quantity
from arnlp.text.tokens import BREAK

_APART = 6  # tokens between two places: from 94th in 2022 to 90th
_BACK = 20  # tokens from a place back to the one that it is compared with
_ENDS = (",", ";", ".", ")", ":")
_MOVES = ("change_up", "change_down")


def read_moved_rank(cursor: Cursor, figures: Figures, k: int) -> Reading | None:
    """Read from 94th to 90th of 167 countries, to 11th, and ranked 90th, down from 85th."""
    number = figures.numbers[k]
    i = number.first - 1
    if number.kind != "ordinal" or not cursor.mask(i) & S.RELATION:
        return None
    sense = cursor.sense(i, S.RELATION)
    roles = sense.value if sense is not None else ()
    if "from" in roles:
        told = cursor.is_word(i - 1, "moved") and _is_beside_rank(cursor, i)
        if told and _ends(cursor, number.last):
            return _as_rank(cursor, number)
        behind = (one for one in figures.numbers[k + 1 : k + 3] if _leads_to(cursor, number, one))
        other = next(behind, None)
        told = other is not None and _is_moved(cursor, i, other.last)
        return _as_rank(cursor, number) if told else None
    if not _ends(cursor, number.last):
        return None
    if "compared" in roles or (
        "to" in roles and cursor.norm(i - 1) in grammar_words("compared_to")
    ):
        return _as_rank(cursor, number) if _is_beside_rank(cursor, i) else None
    told = "to" in roles and _is_moved(cursor, i, number.last)
    return _as_rank(cursor, number) if told else None


def _as_rank(cursor: Cursor, number: NumberMention) -> Reading:
    return Reading([new_quantity(cursor, number, number.last, "rank", None)])


def _leads_to(cursor: Cursor, number: NumberMention, other: NumberMention) -> bool:
    """Tell whether 'to' leads from a place to another that ends there."""
    gap = range(number.last, other.first - 1)
    if other.kind != "ordinal" or len(gap) > _APART or not _ends(cursor, other.last):
        return False
    if any(cursor.mask(j) & (S.COMMA | S.END_MARK | S.MONTH) for j in gap):
        return False
    return cursor.is_word(other.first - 1, "range")


def _is_moved(cursor: Cursor, i: int, end: int) -> bool:
    """Tell whether a move leads to a place, or what shifts places where an order is named behind it."""
    near = (j for j in range(i - 1, max(-1, i - _APART - 2), -1) if _is_from(cursor, j))
    move = move_before(cursor, next(near, i))
    return move in _MOVES or (bool(move) and _is_ordered(cursor, end))


def _is_from(cursor: Cursor, j: int) -> bool:
    sense = cursor.sense(j, S.RELATION)
    return sense is not None and "from" in sense.value


def _is_beside_rank(cursor: Cursor, i: int) -> bool:
    """Tell whether a place stands before a token in its sentence, to compare with."""
    start, _ = cursor.tagged.sentences[cursor.tagged.sentence_of[i]]
    return any(cursor.mask(j) & S.RANK_NOUN for j in range(max(start, i - _BACK), i))


def _ends(cursor: Cursor, j: int) -> bool:
    """Tell whether a place ends at a token: at a mark, a year, or what it is a place among."""
    if j >= cursor.size or cursor.entries[j].kind == BREAK or cursor.norm(j) in _ENDS:
        return True
    if cursor.mask(j) & (S.SET | S.RANK_NOUN) or cursor.norm(j) in grammar_words("then"):
        return True
    dated = cursor.norm(j) == "in" and cursor.value(j + 1) in YEARS
    return dated or _is_ordered(cursor, j)


def _is_ordered(cursor: Cursor, j: int) -> bool:
    """Tell whether what a place is one of is named at a token: of 167, out of 67 economies, in the index."""
    if cursor.is_word(j, "scope"):
        return True
    if cursor.norm(j) in grammar_words("order_of"):
        named = cursor.norm(j + 1) in grammar_words("orders")
        return named or bool(cursor.mask(j + 1) & S.NUMERIC)
    return cursor.norm(j) in ("in", "on") and any(
        cursor.norm(k) in grammar_words("orders") for k in range(j + 1, j + 6)
    )
