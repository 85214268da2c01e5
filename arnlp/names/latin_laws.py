"""English laws named by a list of what they are about: the Defense, Labor, and Related Agencies Appropriations Act."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.names.found import Found
from arnlp.names.latin_runs import latin_run

_LONGEST, _SHORTEST = 30, 2  # tokens of all, and of the last field with its head
_JOINERS = frozenset((",", "and", "&", "of", "for"))


def read_listed_law(cursor: Cursor, found: Found, i: int) -> int:
    """Read a law whose name lists its fields, behind 'the', up to the word that tells that it is one."""
    if cursor.norm(i - 1) != "the":
        return 0
    start, listed = i, False
    while start - i < _LONGEST:
        end = latin_run(cursor, start, loose=True)
        if end == start:
            return 0
        law = cursor.sense(end - 1, S.NAMED_HEAD)
        if law is not None and law.role == "law":
            if not listed or end - start < _SHORTEST:
                return 0
            found.add(i, end, "law")
            return end
        start = end
        while cursor.norm(start) in _JOINERS:
            listed = listed or cursor.norm(start) == ","
            start += 1
        if start == end:
            return 0
    return 0
