"""Asides between the bodies of a list: who signs for one of them."""

from __future__ import annotations

from arnlp.facts.deed_table import leading
from arnlp.facts.told import Told
from arnlp.lexicon import senses as S

_LONGEST = 16  # tokens of who signs for a body


def skip_aside(told: Told, token: int, last: int) -> int:
    """Return the token behind who signs for a body, where a further body is joined: ممثلا في مديره العام، و."""
    cursor = told.analysis.cursor
    start = token + bool(token < last and cursor.mask(token) & S.COMMA)
    if start >= last or cursor.norm(start) not in leading("represented"):
        return token
    for j in range(start + 1, min(last - 1, start + _LONGEST)):
        if cursor.mask(j) & S.COMMA:
            return j + 1 if told.is_joined(j + 1) else token
    return token
