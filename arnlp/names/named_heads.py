"""Events, programmes, laws and awards named by their head nouns."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.names.arabic_bodies import construct_at
from arnlp.names.arabic_tails import read_definite_body
from arnlp.names.found import Found
from arnlp.text.clitics import THE, TO, articled
from arnlp.text.tokens import NUMERAL, WORD

_NAMED_BY_PLACE = frozenset(("programme",))
_NAMED_BY_RUN = frozenset(("event", "award"))


def read_named_head(cursor: Cursor, found: Found, i: int) -> int:
    """Read an event, programme, law or award named by its head noun."""
    sense = cursor.entries[i].senses[S.NAMED_HEAD]
    type_ = sense.role
    if type_ in ("law", "product") and (end := _read_law_number(cursor, i)):
        found.add(i, end, "law")
        return end
    if cursor.norm(i + 1) in ('"', "\u00ab", "\u201c", "\u2039"):
        return 0
    if cursor.entries[i].definite:
        j = read_definite_body(cursor, i)
        if j and articled(cursor.norm(i)) == THE and type_ in ("event", "programme", "award"):
            found.add(i, j, type_)
            return j
        return 0
    if type_ not in _NAMED_BY_RUN | _NAMED_BY_PLACE or i + 1 >= cursor.size:
        return 0
    following = cursor.entries[i + 1]
    proper = following.mask & (S.PLACE | S.GIVEN_NAME | S.HONORIFIC) and not following.clitics
    if type_ in _NAMED_BY_PLACE and not proper:
        return 0
    if following.kind != WORD or (following.mask & S.ADJECTIVE and not proper):
        return 0
    end, closed = construct_at(cursor, i, i + 1)
    if not closed or end == i + 1 or articled(following.norm) == TO | THE:
        return 0  # جائزة للناشرين: any prize for them
    if following.mask & S.HONORIFIC and articled(cursor.norm(end - 1)) != TO | THE:
        return 0  # رؤية الشيخة مروة is her view
    found.add(i, end, type_)
    return end


def _read_law_number(cursor: Cursor, i: int) -> int:
    """Read القانون رقم (12) لسنة 2019: return its end, 0 for anything else."""
    j = i + 1
    while (
        j < i + 4
        and j < cursor.size
        and cursor.entries[j].kind == WORD
        and cursor.norm(j) not in grammar_words("law_number")
    ):
        j += 1
    if cursor.norm(j) not in grammar_words("law_number"):
        return 0
    j += 1
    if cursor.norm(j) == "(":
        j += 1
    if j >= cursor.size or cursor.entries[j].kind != NUMERAL:
        return 0
    j += 1
    if cursor.norm(j) == ")":
        j += 1
    if (
        cursor.norm(j) in grammar_words("law_year")
        and j + 1 < cursor.size
        and cursor.entries[j + 1].kind == NUMERAL
    ):
        j += 2
    return j
