"""Names between quotation marks, told by the noun before them or inside."""

from __future__ import annotations

from arnlp.engine import Cursor, is_clearly_verb
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.names.arabic_bodies import body_end
from arnlp.names.found import Found
from arnlp.names.gazetteer import identify, quoted_body
from arnlp.text.clitics import THE, articled
from arnlp.text.tokens import BREAK, LATIN, WORD

_MAX_QUOTED = 9
_NO_CLAUSES = ("organization", "programme")


def read_quoted_name(cursor: Cursor, found: Found, i: int) -> int:
    """Read a name between quotation marks, told by the noun before them or inside."""
    quoted = found.quoted.get(i)
    if quoted is None or not 1 < quoted.closing - i <= _MAX_QUOTED:
        return 0
    inside = cursor.entries[i + 1 : quoted.closing]
    if any(
        e.mask & (S.COMPLEMENTIZER | S.END_MARK) or (e.mask & S.SPEECH and e.kind == LATIN)
        for e in inside
    ):
        return 0
    previous = found.out[-1] if found.out else None
    if previous is not None and previous.last == i and previous.kind == "name":
        found.add(i + 1, quoted.closing, previous.type, kind="short", alias_of=i)
        return quoted.closing
    if inside[0].mask & (S.ORG | S.KNOWN_NAME) and len(inside) == 1:
        return 0
    type_ = _type_before(cursor, i) or _type_inside(cursor, i + 1)
    body = quoted_body(cursor, i + 1, quoted.closing)
    if type_ is None and body is None:
        return 0
    if type_ in _NO_CLAUSES and len(inside) > 2 and is_clearly_verb(inside[0]):
        return 0  # إن الهيئة "تواجه صعوبات مالية كبيرة"
    mention = found.add(i + 1, quoted.closing, type_ or "organization")
    if body is not None and mention.type == "organization":
        identify(mention, body)
    return quoted.closing


def _type_before(cursor: Cursor, i: int) -> str | None:
    """Return the type that the noun before a quotation mark gives it."""
    k = i - 1
    while k >= 0 and (
        cursor.entries[k].mask & S.CLITIC or cursor.norm(k) in grammar_words("naming")
    ):
        k -= 1
    for j in (k, k - 1):
        if j < 0 or cursor.entries[j].kind == BREAK:
            return None
        entry = cursor.entries[j]
        if entry.kind == LATIN:
            return None
        if entry.mask & S.NAMED_HEAD:
            return entry.senses[S.NAMED_HEAD].role
        if entry.mask & S.ORG_HEAD:
            return "organization"
        if j == k and not (entry.mask & S.ADJECTIVE or entry.definite):
            return None
    return None


def _type_inside(cursor: Cursor, i: int) -> str | None:
    entry = cursor.entries[i]
    if entry.kind != WORD or (entry.definite and articled(cursor.norm(i + 1)) != THE):
        return None
    if entry.mask & S.NAMED_HEAD:
        return entry.senses[S.NAMED_HEAD].role
    if entry.mask & S.ORG_HEAD and body_end(cursor, i):
        return "organization"
    return None
