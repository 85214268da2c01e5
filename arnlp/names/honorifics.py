"""Chains of Arabic honorifics: معالي الأستاذ الدكتور, اللواء الركن."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S

_MAX_CHAIN = 12  # honorifics and the marks between them


def honorific_end(cursor: Cursor, i: int) -> int:
    """Return the end of a chain of honorifics; ``i`` where none starts."""
    j = i
    while j < min(cursor.size, i + _MAX_CHAIN):
        entry = cursor.entries[j]
        branch = j > i and entry.mask & S.RANK_BRANCH and has_rank(cursor, i, j)
        if not (entry.mask & S.HONORIFIC or branch) or (j > i and entry.clitics):
            break
        after = cursor.norm(j + 1)
        if entry.mask & S.ABBREVIATION and after not in (".", "/"):
            break
        j += 2 if after in (".", "/") and cursor.is_adjacent(j + 1) else 1
        if cursor.norm(j) == "/":
            j += 1
    return j


def has_rank(cursor: Cursor, i: int, j: int) -> bool:
    """Tell whether a rank stands among the honorifics before a token."""
    found = (cursor.sense(k, S.HONORIFIC) for k in range(i, j))
    return any(sense is not None and sense.role == "arms" for sense in found)
