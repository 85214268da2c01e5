"""The shape of English names of bodies: their heads and of-phrases."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.names.latin_persons import starts_latin_name
from arnlp.names.latin_runs import MAX_RUN, in_run, is_capital, is_noun_too, latin_run

_JOINERS = frozenset(("of", "for"))
_MAX_LISTED = 3


def latin_body_end(cursor: Cursor, i: int, run: int) -> int:
    """Return the end of a body's name in a run of capitalised words; 0 where it is none."""
    end = _body_end(cursor, i, run)
    if not end:
        return 0
    return 0 if _opens_law(cursor, end) else _purpose_end(cursor, end)


def _opens_law(cursor: Cursor, end: int) -> bool:
    """Tell whether what looks like a body goes on to a law: Department of State, and Related Programs Act."""
    after = end
    if cursor.norm(after) in (",", "and"):
        after += 1 + (cursor.norm(after) == "," and cursor.norm(after + 1) == "and")
        if cursor.norm(after - 1) != "and":
            after = end
    law = cursor.sense(latin_run(cursor, after) - 1, S.NAMED_HEAD)
    return law is not None and law.role == "law"


def _body_end(cursor: Cursor, i: int, run: int) -> int:
    first = cursor.sense(i, S.ORG_HEAD)
    if first is not None and cursor.norm(i + 1) == "of":
        end = of_phrase(cursor, i + 1)
        if end > i + 1:
            return end
    if cursor.sense(i, S.PLACE) and cursor.norm(i + 1) in ("\u2019s", "'s"):
        return 0
    for j in range(run - 1, i, -1):
        if cursor.entries[j].mask & S.ORG_HEAD:
            if cursor.norm(j + 1) in _JOINERS:
                end = of_phrase(cursor, j + 1)
                return end if end > j + 1 else j + 1
            return j + 1
    return 0


def _purpose_end(cursor: Cursor, end: int) -> int:
    """Return the end of a body that is named by what it is to do: Committee | to Combat Trafficking."""
    if cursor.norm(end) != "to" or not cursor.mask(end - 1) & S.ORG_HEAD:
        return end
    if not is_capital(cursor, end + 1) or cursor.mask(end + 1) & (S.HONORIFIC | S.ROLE | S.PLACE):
        return end
    last = latin_run(cursor, end + 2, loose=True)
    return last if last > end + 2 else end


def of_phrase(cursor: Cursor, i: int) -> int:
    """Return the end of 'of the Blue Horizon and Red Sea' at its preposition; ``i`` for none."""
    j = i + 1
    if cursor.norm(j) == "the":
        j += 1
    if cursor.sense(j, S.ORG) or cursor.sense(j, S.KNOWN_NAME):
        return j + 1 if is_capital(cursor, j) else i
    end = run_before_person(cursor, j)
    return i if end == j else fields_end(cursor, i, _list_end(cursor, end))


def fields_end(cursor: Cursor, i: int, end: int) -> int:
    """Return the end of a list of fields that may go on: Agriculture | and Fisheries."""
    while end < cursor.size and end - i < MAX_RUN:
        joiner = cursor.norm(end)
        after = end + 1
        if joiner in _JOINERS and cursor.norm(after) == "the":
            after += 1
        if joiner not in ("and", "of", "for", "&"):
            break
        if not (in_run(cursor, after) or (after < cursor.size and is_noun_too(cursor, after))):
            break
        if joiner == "and" and _starts_other(cursor, after):
            break
        further = run_before_person(cursor, after)
        if further == after:
            break
        end = further
    return end


def _list_end(cursor: Cursor, end: int) -> int:
    """Return the end of the list that a run opens, before its 'and': Agriculture, Fisheries and.

    The run itself where it opens none: each part is short, and 'and' closes the list.
    """
    j = end
    while cursor.norm(j) == "," and in_run(cursor, j + 1) and not _starts_other(cursor, j + 1):
        following = latin_run(cursor, j + 1, loose=True)
        if following - j - 1 > _MAX_LISTED:
            return end
        j = following
    k = j + 1 if cursor.norm(j) == "," else j
    closed = j > end and cursor.norm(k) == "and" and in_run(cursor, k + 1)
    return (
        k
        if closed and not _starts_other(cursor, k + 1) and not _in_list_of_places(cursor, end)
        else end
    )


def _in_list_of_places(cursor: Cursor, comma: int) -> bool:
    """Tell whether a list goes on with places: the University of Jordan, Egypt and Qatar."""
    return bool(cursor.mask(comma + 1) & S.PLACE)


def _starts_other(cursor: Cursor, i: int) -> bool:
    """Tell whether a new name starts behind an 'and'."""
    if cursor.entries[i].mask & (S.HONORIFIC | S.ORG | S.ROLE) or starts_latin_name(cursor, i):
        return True
    run = latin_run(cursor, i)
    if run == i or not cursor.entries[run - 1].mask & S.ORG_HEAD:
        return bool(cursor.mask(i) & S.ORG_HEAD)
    last = cursor.norm(run - 1)
    is_field = last in grammar_words("fields") or (run == i + 1 and last.endswith("s"))
    if any(entry.mask & S.PLACE for entry in cursor.entries[i:run]):
        is_field = False
    return not is_field or cursor.norm(run) in _JOINERS  # of Roads and Ports, Human Services


def run_before_person(cursor: Cursor, i: int) -> int:
    """Return the end of a capitalised run, before a person's name in it."""
    end = latin_run(cursor, i, loose=True)
    for j in range(i + 1, end):
        if cursor.entries[j].mask & (S.HONORIFIC | S.ROLE) or starts_latin_name(cursor, j):
            return j
    return end
