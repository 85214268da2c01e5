"""Names of the gazetteers that are one token of the lexicon."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.names.bodies import read_known_body
from arnlp.names.found import Found


def read_known(cursor: Cursor, found: Found, i: int) -> int:
    """Emit a name of the gazetteers at a token; return its end, 0 where there is none."""
    mask = cursor.masks[i]
    if mask & S.KNOWN_NAME:
        type_ = cursor.entries[i].senses[S.KNOWN_NAME].role
        if type_ != "-":
            found.add(i, i + 1, type_)
        return i + 1
    if mask & S.ORG:
        return read_known_body(cursor, found, i)
    return 0
