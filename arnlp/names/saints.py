"""Places that are called after a saint, as many of the Maghreb are: بسيدي فرج, منطقة سيدي علي بن عون."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.names.arabic_persons import ENDS_PERSON, is_son, name_end
from arnlp.names.found import Found
from arnlp.text.tokens import WORD

_LEADS = S.PLACE | S.PLACE_HEAD | S.ORG_HEAD


def read_saint(cursor: Cursor, found: Found, i: int) -> int:
    """Read a place by the word before a saint's name, behind a preposition, a place or a head."""
    entry = cursor.entries[i]
    if entry.norm.removeprefix(entry.clitics) not in grammar_words("saint"):
        return 0
    before = cursor.sense(i - 1, S.STOP)
    led = entry.clitics or cursor.mask(i - 1) & _LEADS
    if not led and (before is None or before.role != "prep"):
        return 0
    if not _may_follow(cursor, i + 1):
        return 0
    end = name_end(cursor, i + 1) if is_son(cursor, i + 2) else i + 2
    found.add(i, max(end, i + 2), "place")
    return max(end, i + 2)


def _may_follow(cursor: Cursor, j: int) -> bool:
    """Tell whether a word may be a saint's: one that means nothing else."""
    if j >= cursor.size or cursor.entries[j].kind != WORD:
        return False
    entry = cursor.entries[j]
    if entry.clitics:
        return False
    return bool(entry.mask & S.GIVEN_NAME) or not entry.mask & (ENDS_PERSON & ~S.ORG)
