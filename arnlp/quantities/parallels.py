"""English figures of a list that leave their noun or unit to the first: and services 15,000; Asians (240,112)."""

from __future__ import annotations

from arnlp.engine import Cursor, is_past_form
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.numbers import NumberMention
from arnlp.quantities.elliptic import carried_over, left_of_bounds, like
from arnlp.quantities.mention import QuantityMention
from arnlp.quantities.predicated import ends_figure, is_figure, shows_figure
from arnlp.text.tokens import BREAK

_APART = 16  # tokens from one figure of a list to the next
_MEMBER = 6  # tokens of a member of a list before its figure
_TIMED = S.MONTH | S.PERIOD | S.DATE_WORD | S.NUMERIC | S.NUMBER | S.UNIT
_NAMES_NUMBERS = S.IDENTIFIER_CUE | S.MONTH | S.RANK_NOUN | S.WEEKDAY | S.NUMBER
_COMMAS = (",", ";")
_LENDING = ("count", "measure")


def read_parallel(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read a figure of a list by the figure before it, whose noun or unit it takes."""
    i = left_of_bounds(cursor, number)
    carried = carried_over(cursor, number, before) or _of_line_before(cursor, i, before)
    if carried is None or carried.kind not in _LENDING or number.first - carried.last > _APART:
        return None
    if i < 1 or not (shows_figure(cursor, number) or is_figure(cursor, number)):
        return None
    if not (
        _is_bracketed(cursor, number)
        or (ends_figure(cursor, number.last) and _is_member(cursor, number, i, carried, before))
    ):
        return None
    if carried.kind == "measure" and not shows_figure(cursor, number):
        return None
    return like(cursor, number, number.last, carried)


def read_previous(
    cursor: Cursor, number: NumberMention, before: list[QuantityMention]
) -> QuantityMention | None:
    """Read the level that a change starts from, told last: slipped to 3,310 from 3,405."""
    carried = carried_over(cursor, number, before[:-1] if _is_rate(before) else before)
    if carried is None or carried.kind not in _LENDING or number.first - carried.last > _APART:
        return None
    i = left_of_bounds(cursor, number)
    if cursor.norm(i) != "from" or not cursor.is_latin(i):
        return None
    if not (ends_figure(cursor, number.last) or _is_before_figure(cursor, number.last)):
        return None
    if not (shows_figure(cursor, number) or is_figure(cursor, number)):
        return None
    lead = _lead_of(cursor, carried)
    if lead not in ("to", "by", "over") and not _is_rate(before):
        return None
    if any(cursor.norm(n) == "from" for n in range(carried.last, i)):
        return None
    return like(cursor, number, number.last, carried)


def _is_before_figure(cursor: Cursor, j: int) -> bool:
    """Tell whether a span before the figure stands at a token: 150 five years earlier."""
    span = cursor.number_at.get(j)
    if span is None or not cursor.mask(span.last) & S.PERIOD:
        return False
    return cursor.norm(span.last + 1) in grammar_words("earlier_than")


def _lead_of(cursor: Cursor, carried: QuantityMention) -> str:
    """Return the word before a quantity, over what says how exact it is."""
    k = carried.first - 1
    while cursor.mask(k) & S.BOUND:
        k -= 1
    return cursor.norm(k)


def _is_rate(before: list[QuantityMention]) -> bool:
    """Tell whether the last figure is the rate of a change: 2.37 million, up by 1.0 per cent from."""
    return bool(before) and before[-1].kind == "percent"


def _of_line_before(
    cursor: Cursor, i: int, before: list[QuantityMention]
) -> QuantityMention | None:
    """Return the count of the line before, where a verb in the past leads to a figure: services lost 15,000."""
    if not before or not cursor.is_latin(i) or not is_past_form(cursor.entries[i]):
        return None
    return before[-1]


def _is_bracketed(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether a figure stands alone in brackets behind a member of a list: and Asians (240,112)."""
    i = number.first - 1
    first, last = number.first, number.last
    inside = cursor.norm(first) == "(" and cursor.norm(last - 1) == ")"
    if not inside and (cursor.norm(i) != "(" or cursor.norm(last) != ")"):
        return False
    i = first - 1 if inside else i - 1
    return cursor.is_latin(i) and not cursor.mask(i) & _NAMES_NUMBERS


def _is_member(
    cursor: Cursor, number: NumberMention, i: int, carried: QuantityMention,
    before: list[QuantityMention],
) -> bool:  # fmt: skip
    """Tell whether the words before a figure make it a member of a list."""
    word, j = cursor.norm(i), number.last
    shows = shows_figure(cursor, number)
    if not cursor.is_latin(i):  # jobs: 269,000 in rural areas, 29,000 in urban ones
        return shows and (word == ":" or word in _COMMAS) and _is_located(cursor, j)
    if cursor.is_and(i):
        return shows and _is_located(cursor, j)
    lead = _lead_of(cursor, carried)
    if lead == "from" and len(before) > 1 and before[-1] is carried:
        lead = _lead_of(cursor, before[-2])  # to 236 from 230 in May, and those listed abroad to 96
    joint = _joint_before(cursor, i, carried.last)
    if word in grammar_words("listing"):
        return word == lead or (word == "with" and joint and shows)
    if cursor.mask(i) & _NAMES_NUMBERS:
        return False
    if is_past_form(cursor.entries[i]):
        return shows and joint
    if cursor.mask(i) & (S.STOP | S.VERB | S.RELATION | S.BOUND):
        return False
    plural = shows or carried.value >= 10
    return joint and plural and cursor.norm(j) in (*_COMMAS, ".", "and", ";")


def _is_located(cursor: Cursor, j: int) -> bool:
    """Tell whether a figure has its place behind it, and no time: in urban areas."""
    return cursor.norm(j) == "in" and not cursor.mask(j + 1) & _TIMED


def _joint_before(cursor: Cursor, i: int, start: int) -> bool:
    """Tell whether a comma or 'and' parts the member of a list before a token from what stands before."""
    return any(
        cursor.norm(k) in _COMMAS or cursor.is_and(k) or cursor.entries[k].kind == BREAK
        for k in range(max(start, i - _MEMBER), i + 1)
    )
