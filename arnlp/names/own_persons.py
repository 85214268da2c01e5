"""Persons whom a lexicon of the caller's own knows by name."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.gazetteers import KnownName


def own_person(cursor: Cursor, i: int) -> KnownName | None:
    """Return what is told of the person whose name a token is, None for other tokens."""
    sense = cursor.sense(i, S.KNOWN_NAME)
    if sense is None or sense.role != "person":
        return None
    known: KnownName | None = sense.value
    return known
