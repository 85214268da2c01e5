"""Lists of bodies, and names in capitals that are taken for some."""

from __future__ import annotations

from arnlp.facts.asides import skip_aside
from arnlp.facts.bodies import BODIES, body_at, mention_at, skip_brackets
from arnlp.facts.deed_table import leading
from arnlp.facts.figure import Argument
from arnlp.facts.phrases import span_of
from arnlp.facts.told import Told
from arnlp.lexicon import senses as S

_NAME = 8  # tokens of a name in capitals


def bodies_from(
    told: Told,
    token: int,
    last: int,
    types: tuple[str, ...] = BODIES,
    *,
    loose: bool = False,
) -> tuple[list[Argument], int]:
    """Return the bodies that a list at a token names, with the token behind them.

    ``loose`` takes an English name in capitals for one, too, where nobody is known by it.
    """
    cursor = told.analysis.cursor
    out: list[Argument] = []
    end = token
    while token < last:
        found = body_at(told, token, last, types)
        if loose:
            found = in_capitals(told, token, last, found)
        if found is None:
            break
        out.append(found[0])
        end = token = _skip_seat(told, skip_brackets(told, found[1], last), last)
        token = skip_aside(told, token, last)
        if token < last and told.is_joined(token):
            continue
        if token < last and cursor.is_and(token):
            token += 1
        elif token < last and cursor.mask(token) & S.COMMA:
            token += 1
            if token < last and cursor.is_and(token):
                token += 1
        else:
            break
    return out, end


def _skip_seat(told: Told, token: int, last: int) -> int:
    """Return the token behind where a body belongs to: the Institute at the Ministry, of the Republic."""
    if told.syntax.shape.arabic or told.analysis.cursor.norm(token) not in ("at", "of"):
        return token
    found = body_at(told, token + 1, last)
    return found[1] if found is not None else token


def in_capitals(
    told: Told, token: int, last: int, known: tuple[Argument, int] | None
) -> tuple[Argument, int] | None:
    """Return the English name in capitals at a token with the token behind it, or the known one that it does not exceed."""
    cursor = told.analysis.cursor
    if told.syntax.shape.arabic:
        return known
    while token < last and cursor.norm(token) in leading("between"):
        token += 1
    end = token
    while end < last and end - token < _NAME:
        led = cursor.norm(end) in leading("name_inside") and end + 1 < last
        if cursor.mask(end) & (S.MONTH | S.WEEKDAY | S.ROLE | S.HONORIFIC):
            break
        if not cursor.entries[end].caps and not (
            led and end > token and cursor.entries[end + 1].caps
        ):
            break
        end += 1
    if end == token or (known is not None and end <= known[1]):
        return known
    if known is None and end - token < 2 and token == told.first:
        return None  # Participants signed a contract
    if mention_at(told, token, ("person",)) is not None:
        return known
    start, stop = span_of(cursor, token, end)
    if known is None:
        return Argument(start, stop), end
    if known[0].start > stop or cursor.tagged.starts[token] > known[0].start:
        return known
    return Argument(known[0].start, stop, known[0].entity), end
