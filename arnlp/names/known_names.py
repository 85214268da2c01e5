"""Names of the gazetteers that are one token of the lexicon."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.names.bodies import read_known_body
from arnlp.names.found import Found
from arnlp.names.own_persons import own_person
from arnlp.names.persons import add_person


def read_known(cursor: Cursor, found: Found, i: int) -> int:
    """Emit a name of the gazetteers at a token; return its end, 0 where there is none."""
    mask = cursor.masks[i]
    if mask & S.KNOWN_NAME:
        sense = cursor.entries[i].senses[S.KNOWN_NAME]
        if own_person(cursor, i):
            return add_person(cursor, found, i, i + 1, (i, i), [])
        if sense.role != "-":
            mention = found.add(i, i + 1, sense.role)
            if sense.value is not None:
                mention.known, mention.names = sense.value.id, (sense.value.ar, sense.value.en)
        return i + 1
    if mask & S.ORG:
        return read_known_body(cursor, found, i)
    return 0
