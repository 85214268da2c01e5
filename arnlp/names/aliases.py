"""Short names in brackets behind a name: هيئة ... (ديوا), Authority (DEWA)."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.names.found import Found
from arnlp.names.mention import NamedMention
from arnlp.text.tokens import LATIN, WORD

_MAX_ALIAS = 5


def add_alias(cursor: Cursor, found: Found, mention: NamedMention) -> None:
    """Read the short name of a body in brackets behind it: هيئة ... (ديوا), Authority (DEWA)."""
    j = mention.last
    if cursor.norm(j) != "(":
        return
    end = j + 1
    while end < cursor.size and end - j <= _MAX_ALIAS and cursor.norm(end) != ")":
        end += 1
    if cursor.norm(end) != ")" or end == j + 1:
        return
    inside = cursor.entries[j + 1 : end]
    if any(e.kind not in (WORD, LATIN) and e.norm not in '-&"\u00ab\u00bb' for e in inside):
        return
    first, last = j + 1, end
    while first < last and cursor.entries[first].kind not in (WORD, LATIN):
        first += 1
    while last > first and cursor.entries[last - 1].kind not in (WORD, LATIN):
        last -= 1
    if first < last and _is_alias(cursor, mention, first, last):
        found.add(first, last, mention.type, kind="short", alias_of=mention.last)
        found.claimed.update(dict.fromkeys(range(first, last), end))


def _is_alias(cursor: Cursor, mention: NamedMention, first: int, last: int) -> bool:
    """Tell whether words in brackets are another name of the body before them."""
    entry = cursor.entries[first]
    if any(
        e.mask & (S.MONTH | S.NUMBER | S.PLACE | S.STOP | S.VERB | S.SPEECH | S.NATIONALITY)
        for e in cursor.entries[first:last]
    ):
        return False
    if entry.kind == LATIN:
        if mention.type != "organization" and cursor.entries[mention.first].kind == LATIN:
            return False
        return bool(entry.caps)
    if cursor.entries[mention.first].kind == LATIN:  # the Arabic name of an English one
        return last - first > 1
    if mention.type != "organization":
        return False
    if entry.mask & S.ORG_HEAD and not entry.definite:
        return last - first > 1
    return last - first == 1 and not entry.definite
