"""Persons who are told as somebody's kin: ابنه الرضيع علي الدوابشة, زوجته مريم."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.text.clitics import opening
from arnlp.text.tokens import WORD


def is_kin(cursor: Cursor, i: int) -> bool:
    """Tell whether somebody's kin is named at a token: a word with a pronoun before it, a definite one between."""
    if not i or cursor.entries[i - 1].kind != WORD or cursor.entries[i].clitics:
        return False
    if _is_kin_word(cursor, i - 1):
        return True
    return i > 1 and cursor.entries[i - 1].definite and _is_kin_word(cursor, i - 2)


def _is_kin_word(cursor: Cursor, j: int) -> bool:
    norm, words = cursor.norm(j), grammar_words("kin")
    return norm in words or (bool(opening(norm)) and norm[1:] in words)
