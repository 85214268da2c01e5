"""The shape of English names of persons: honorifics, particles, initials."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.names.latin_runs import MAX_RUN, NOT_IN_NAME, is_capital
from arnlp.names.own_persons import own_person

_NO_NAME = (
    NOT_IN_NAME | S.STOP | S.VERB | S.ROLE | S.HONORIFIC | S.ORG_HEAD | S.NAMED_HEAD | S.ORG
    | S.NAME_STOP | S.PLACE_HEAD
)  # fmt: skip
_MAX_PERSON = 7
_STATE = 2  # letters: OH


def latin_name_end(cursor: Cursor, i: int) -> int:
    """Return the end of a person's name in Latin letters; ``i`` where none starts."""
    if own_person(cursor, i):
        return i + 1
    j = i
    while j < cursor.size and j - i < _MAX_PERSON:
        if j > i and _is_party(cursor, j):
            break
        particle = cursor.sense(j, S.PARTICLE)
        if particle is not None and is_capital(cursor, j + 1):
            j += 2
        elif particle is not None and cursor.norm(j + 1) == "-" and is_capital(cursor, j + 2):
            j += 3
        elif j > i and _is_initial(cursor, j):
            j += 2
        elif is_name_word(cursor, j) or (j > i and _is_title_in_name(cursor, j)):
            j += 1
            if cursor.norm(j) == "-" and cursor.is_adjacent(j) and is_capital(cursor, j + 1):
                j += 2
            elif (
                cursor.norm(j) == "." and len(cursor.norm(j - 1)) == 1 and is_capital(cursor, j + 1)
            ):
                j += 1
        else:
            break
    return j


def _is_initial(cursor: Cursor, j: int) -> bool:
    """Tell whether an initial stands inside a name, even that of a small word: Salma A. Al-Hadidi."""
    if len(cursor.norm(j)) != 1 or not is_capital(cursor, j) or cursor.norm(j + 1) != ".":
        return False
    return cursor.is_adjacent(j + 1) and is_capital(cursor, j + 2)


def _is_party(cursor: Cursor, j: int) -> bool:
    """Tell whether a member's party and state stand behind the name without their brackets: Hale D OH."""
    if cursor.norm(j) not in grammar_words("party") or not is_capital(cursor, j + 1):
        return False
    state = cursor.norm(j + 1)
    short = cursor.entries[j + 1].caps > 1 and len(state) == _STATE
    return short or state in grammar_words("party_state") or cursor.mask(j + 1) & S.PLACE > 0


def _is_title_in_name(cursor: Cursor, j: int) -> bool:
    """Tell whether a title that is a name, too, stands inside one: Majid Sultan Al Amri."""
    named = cursor.norm(j) in grammar_words("title_or_name") and is_capital(cursor, j)
    return named and cursor.mask(j + 1) & S.PARTICLE > 0 and is_capital(cursor, j + 1)


def is_name_word(cursor: Cursor, j: int) -> bool:
    """Tell whether a capitalised word may be a part of a person's name."""
    if not is_capital(cursor, j):
        return False
    mask = cursor.entries[j].mask
    if mask & S.PLACE and " " in cursor.norm(j):
        return False  # United States
    return bool(mask & S.GIVEN_NAME) or not mask & _NO_NAME


def latin_honorific_end(cursor: Cursor, i: int) -> int:
    """Return the end of a chain of honorifics; ``i`` where none starts."""
    j = i
    last = min(cursor.size, i + MAX_RUN)
    while j < last and cursor.entries[j].mask & S.HONORIFIC and is_capital(cursor, j):
        j += 1
        if cursor.norm(j) == "." and cursor.is_adjacent(j):
            j += 1
    return j


def starts_latin_name(cursor: Cursor, i: int) -> bool:
    """Tell whether a given name with another name word stands at a token."""
    sense = cursor.sense(i, S.GIVEN_NAME)
    if sense is None or not is_capital(cursor, i):
        return False
    return latin_name_end(cursor, i) - i >= 2
