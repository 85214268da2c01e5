"""Offices that are given names too (أمير, أمين), and where a person's name has just ended."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.people import people
from arnlp.text.clitics import AND, SO
from arnlp.text.tokens import WORD

_OFTEN_GIVEN, _OFTEN_FAMILY = 40, 5  # persons so called in the tables of names


def is_given_office(cursor: Cursor, i: int) -> bool:
    """Tell whether an office is a given name here, a word that means nothing else behind it: أمير سليهم."""
    if i + 1 >= cursor.size:
        return False
    entry, after = cursor.entries[i], cursor.entries[i + 1]
    if not entry.mask & S.ROLE or people(entry.norm).given < _OFTEN_GIVEN:
        return False
    if entry.definite or entry.clitics:
        return False
    if after.kind != WORD or after.clitics:
        return False
    if after.definite:
        return people(after.norm).family >= _OFTEN_FAMILY and not after.mask & ~S.GIVEN_NAME
    if after.mask & S.GIVEN_NAME:
        return True
    if after.mask & ~S.NOT_ADJECTIVE or after.weak:
        return False
    return people(after.norm).family > 0 or closes_name(cursor, i + 2)


def is_placed(cursor: Cursor, j: int) -> bool:
    """Tell whether a token may be a place, so that an office before it is one: أمين جدة."""
    sense = cursor.sense(j, S.PLACE) or cursor.sense(j, S.WEAK_PLACE)
    if sense is None:
        return False
    home = cursor.context.country
    strong = any(not place.weak or place.country == home for place in sense.value)
    return strong or not people(cursor.norm(j)).family


def closes_name(cursor: Cursor, j: int) -> bool:
    """Tell whether a token stands where a name has just ended: a mark, an office, a verb."""
    if j >= cursor.size or cursor.entries[j].kind != WORD:
        return True
    entry = cursor.entries[j]
    return (
        bool(entry.mask & (S.SPEECH | S.VERB | S.COMPLEMENTIZER | S.ROLE | S.PRAYER | S.HONORIFIC))
        or (bool(entry.mask & S.STOP) and not entry.definite)
        or entry.led in (AND, SO)
    )
