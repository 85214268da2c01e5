"""Runs of capitalised words, of which English names are made."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.text.tokens import LATIN

NOT_IN_NAME= (
    S.MONTH | S.WEEKDAY | S.RELATIVE_DAY | S.CURRENCY | S.NUMERIC | S.COMPLEMENTIZER | S.SPEECH
    | S.NUMBER | S.BOUND
)  # fmt: skip
MAX_RUN = 10


def is_capital(cursor: Cursor, i: int) -> bool:
    """Tell whether a word starts with a capital."""
    return bool(cursor.mask(i) & S.CAPITAL)


def in_run(cursor: Cursor, i: int) -> bool:
    """Tell whether a token may belong to a run of capitalised words."""
    if not 0 <= i < cursor.size:
        return False
    entry = cursor.entries[i]
    if entry.kind != LATIN or not entry.caps:
        return False
    return not entry.mask & (NOT_IN_NAME | S.STOP | S.VERB) or entry.mask & S.ORG_HEAD > 0


def latin_run(cursor: Cursor, i: int, loose: bool = False) -> int:
    """Return the end of the run of capitalised words at a token, hyphens and & inside.

    ``loose`` lets words in that are verbs as well (Ministry of Public Works).
    """
    j = i
    while j < cursor.size and j - i < MAX_RUN:
        if in_run(cursor, j) or (loose and is_noun_too(cursor, j)):
            j += 1
        elif j > i and cursor.entries[j].surface in "-&\u2011" and in_run(cursor, j + 1):
            if cursor.entries[j].surface != "&" and not (
                cursor.is_adjacent(j) and cursor.is_adjacent(j + 1)
            ):
                break
            j += 2
        else:
            break
    return j


def is_noun_too(cursor: Cursor, j: int) -> bool:
    """Tell whether a capitalised word that is a verb or the like may stand in a name."""
    entry = cursor.entries[j]
    sense = entry.senses.get(S.STOP)
    return (
        bool(entry.caps)
        and not entry.mask & NOT_IN_NAME
        and (sense is None or sense.role == "verb")
    )
