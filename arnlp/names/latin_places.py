"""English places in a list behind a plural head: the counties of Salwa, Harim and Jisr."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.names.found import Found
from arnlp.names.latin_runs import in_run, is_capital, latin_run
from arnlp.names.places import read_place

_LONGEST = 3  # words of a place in a list
_NO_PLACE = S.HONORIFIC | S.ROLE | S.ORG | S.ORG_HEAD | S.NATIONALITY


def read_latin_places(cursor: Cursor, found: Found, i: int) -> int:
    """Read what a plural head lists: the cities of Salwa and Harim. A name of its own is no part of the list."""
    if cursor.entries[i].senses[S.PLACE_HEAD].role != "list" or cursor.norm(i + 1) != "of":
        return 0
    done, j = 0, i + 2
    while end := _listed_end(cursor, j):
        if end > j + 1 or not read_place(cursor, found, j):
            found.add(j, end, "place")
        done = end
        j = _next_listed(cursor, end)
    return done


def _listed_end(cursor: Cursor, j: int) -> int:
    """Return the end of a capitalised run that may be a place of the list, 0 for anything else."""
    if not in_run(cursor, j) or not is_capital(cursor, j):
        return 0
    end = latin_run(cursor, j)
    if end - j > _LONGEST or any(entry.mask & _NO_PLACE for entry in cursor.entries[j:end]):
        return 0
    return end


def _next_listed(cursor: Cursor, end: int) -> int:
    """Return where the next of a list starts, behind a comma, an 'and' or both."""
    j = end + (cursor.norm(end) == ",")
    return j + (cursor.norm(j) in ("and", "&")) if cursor.norm(end) in (",", "and", "&") else -1
