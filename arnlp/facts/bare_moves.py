"""Changes that no word of moving tells: a sign (+7.9%), what is set against something (22% below June), two levels."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.facts.clauses import is_relation
from arnlp.facts.leads import lead_before, relation_of
from arnlp.facts.movers import RELATIVE
from arnlp.facts.phrases import token_before
from arnlp.facts.predicates import words
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.quantities import QuantityMention
from arnlp.text.clitics import AND, opening
from arnlp.text.tokens import BREAK

_NEAR = 3  # tokens from what is above or below something to by how much
_OVER = 6  # tokens from it to by how much, behind what it is over
_CLAUSE = 12  # tokens from a verb to a share below zero
_LEADING = S.CLITIC | S.BOUND | S.RELATION
_LEVELS = 8  # tokens between a level and the former one
_LIST = 23  # tokens from a verb to what it leads from in a list
_SHIFT = 4  # tokens from a verb to the level that it leads from

Told = tuple[str, str, int]  # direction, relation, the token that tells it


def told_by_sign(cursor: Cursor, wording: Wording, quantity: QuantityMention) -> Told | None:
    """Return the change that the sign of a figure tells: (-2.2%), textiles +7.9%, minus 58%.

    A share that a verb or preposition leads to may be below zero: growth was -0.5%.
    """
    at, sign = quantity.first, quantity.sign or (-1 if quantity.value < 0 else 0)
    if not sign and cursor.norm(at - 1) in words("plus"):
        at, sign = at - 1, 1
    if not sign:
        return None
    if cursor.norm(at - 1) != "(" and (
        quantity.kind not in RELATIVE or _is_level(cursor, wording, at, sign)
    ):
        return None
    return "increase" if sign > 0 else "decrease", "by", at


def _is_level(cursor: Cursor, wording: Wording, at: int, sign: int) -> bool:
    """Tell whether a share with a sign before a token of the text is what something is at: growth was -0.5%."""
    joined = cursor.is_and(at - 1)  # +3.3%، و-0.5%
    if not joined and (
        wording.pos(at - 1) in ("VERB", "AUX", "ADP") or cursor.mask(at - 1) & _LEADING
    ):
        return True
    if sign > 0 and not joined:
        return False
    stop = S.END_MARK | S.COLON if joined else S.COMMA | S.END_MARK | S.NUMERIC
    for j in range(at - 1, max(-1, at - 1 - _CLAUSE), -1):
        if cursor.mask(j) & stop or cursor.entries[j].kind == BREAK:
            return False
        if wording.pos(j) in ("VERB", "AUX"):
            return True
        if wording.noun(j) in words("rates") or wording.noun(j) in words("growth"):
            return True
    return False


def told_against(cursor: Cursor, quantity: QuantityMention) -> Told | None:
    """Return the change of a share that is above or below something: 22% below June, أعلى بنسبة 35% من.

    In Arabic an amount right behind is so, too: أكثر بـ36 رخصة, and a share behind what it is over: أقل من المعدل بنقطتين.
    """
    relative = quantity.kind in RELATIVE
    behind = quantity.last
    if quantity.kind in ("multiplier", "duration", "rank"):
        return None
    if cursor.is_latin(behind):
        if not relative:
            return None
        if cursor.norm(behind) in words("above"):
            return "increase", "by", behind
        return ("decrease", "by", behind) if cursor.norm(behind) in words("below") else None
    if relation_of(cursor, quantity) != "by":
        return None
    near = token_before(cursor, quantity.first)
    for j in range(quantity.first - 1, max(-1, quantity.first - 1 - _OVER), -1):
        if cursor.mask(j) & (S.COMMA | S.NUMERIC | S.FRACTION | S.NUMBER):
            return None
        norm, _, over = cursor.norm(j).partition(" ")  # أقل من is one token
        apart = bool(over) or is_relation(cursor, j + 1, "from")
        if not (j == near or (relative and (apart or quantity.first - j <= _NEAR))):
            continue
        if norm in words("above"):
            return "increase", "by", j
        if norm in words("below"):
            return "decrease", "by", j
    return None


def told_by_levels(
    cursor: Cursor, wording: Wording, former: QuantityMention, level: QuantityMention
) -> Told | None:
    """Return the change that two levels tell, whichever way their verb leads: went from 11.4% to 13.5%."""
    source = lead_before(cursor, former)
    listed = (
        cursor.mask(source - 1) & S.COMMA
        or opening(cursor.norm(source)) == AND
        or cursor.norm(source - 1) == "and"
    )
    before = range(source - 1, max(-1, source - 1 - (_LIST if listed else _SHIFT)), -1)
    verb = next((j for j in before if wording.pos(j) == "VERB"), None)
    if verb is None or wording.lemma(verb) not in words("shifts"):
        return None
    return _compared(former, level, verb)


def told_by_former(
    cursor: Cursor, wording: Wording, level: QuantityMention, former: QuantityMention
) -> Told | None:
    """Return the change to a level from the one right behind it: averaged 181.7 points, from 180.1."""
    source = lead_before(cursor, former)
    if not cursor.is_latin(source) or cursor.norm(source) not in words("from"):
        return None
    if former.kind != level.kind or former.noun not in (None, level.noun):
        return None
    gap = range(level.last, source)
    far = len(gap) > 1 and not cursor.mask(source - 1) & S.COMMA
    if far or len(gap) > _LEVELS or any(wording.pos(j) in ("VERB", "AUX") for j in gap):
        return None
    return _compared(former, level, source)


def _compared(former: QuantityMention, level: QuantityMention, mover: int) -> Told | None:
    if former.value == level.value:
        return None
    rises = (level.value > former.value) != (level.kind == "rank")  # from 94th to 90th
    return "increase" if rises else "decrease", "to", mover
