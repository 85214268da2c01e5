"""News agencies that somebody spoke to: told WAM, said to KUNA."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.names.found import Found
from arnlp.text.clitics import TO, written
from arnlp.text.tokens import LATIN

_CAPITALS = 2


def read_told_agency(cursor: Cursor, found: Found, i: int) -> int:
    """Read an agency in Latin letters behind a verb of speech, a 'to' between; return its end."""
    entry = cursor.entries[i]
    if entry.kind != LATIN or entry.caps < _CAPITALS:
        return 0
    said = i - 2 if cursor.norm(i - 1) in ("to", written(TO)) else i - 1
    if not cursor.mask(said) & S.SPEECH:
        return 0
    sense = entry.senses[S.AGENCY]
    found.add(i, i + 1, "organization", names=(sense.extra, None), country=sense.value)
    return i + 1
