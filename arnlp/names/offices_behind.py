"""The offices behind a name: after a comma, or at once; several in a chain."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.names.arabic_offices import read_role_at
from arnlp.names.arabic_persons import starts_name
from arnlp.names.found import Found
from arnlp.names.latin_offices import read_latin_role_at
from arnlp.names.latin_runs import in_run
from arnlp.names.mention import RoleMention
from arnlp.text.clitics import AND, SO
from arnlp.text.tokens import LATIN, WORD

COMMAS = frozenset("\u060c,")
ARTICLES = frozenset(("the", "a", "an"))
MAX_TOLD = 6
_BRACKET = 6  # tokens of a bracket behind a name, or up to the office in which somebody serves


def read_offices_after(cursor: Cursor, found: Found, end: int) -> list[RoleMention]:
    """Read the offices behind a name: after a comma, or at once; several in a chain."""
    j = end
    while cursor.mask(j) & S.PRAYER or (
        cursor.norm(j) in ("\u0640", "-", "\u2013") and cursor.mask(j + 1) & S.PRAYER
    ):
        j += 1
    j = past_bracket(cursor, j)
    comma = cursor.norm(j) in COMMAS
    if comma:
        j += 1
        if cursor.norm(j) in ARTICLES:
            j += 1
    j = _past_capacity(cursor, j)
    roles: list[RoleMention] = []
    while True:
        j = _next_office(cursor, j, bool(roles))
        if not cursor.mask(j) & S.ROLE:
            break
        if cursor.entries[j].led not in (0, AND if roles else 0):
            break
        role = _office_at(cursor, j)
        if role is None or (
            not roles and _is_bare(cursor, role) and not _is_own(cursor, role, comma)
        ):
            break
        if _holder_follows(cursor, role.last):
            break  # استقبل فلان، السفير | فلان
        roles.append(role)
        found.roles_used.add(j)
        j = role.last
    return roles


def past_bracket(cursor: Cursor, j: int) -> int:
    """Return the token behind a bracket that tells party and state: (R-Mo.)."""
    if cursor.norm(j) != "(" or not cursor.is_latin(j + 1):
        return j
    end = next(
        (k for k in range(j + 1, min(cursor.size, j + _BRACKET)) if cursor.norm(k) == ")"), j - 1
    )
    return end + 1


def _past_capacity(cursor: Cursor, j: int) -> int:
    """Return the token behind 'who doubles as': an office stands there as behind a comma."""
    if cursor.norm(j) != "who":
        return j
    end = next(
        (k for k in range(j + 1, min(cursor.size, j + _BRACKET)) if cursor.norm(k) == "as"), -1
    )
    if end < 0 or any(cursor.mask(k) & (S.COMMA | S.END_MARK) for k in range(j, end)):
        return j
    return end + 2 if cursor.norm(end + 1) in ARTICLES else end + 1


def _holder_follows(cursor: Cursor, j: int) -> bool:
    """Tell whether an office is that of somebody named right behind it."""
    if j >= cursor.size or cursor.entries[j].kind != WORD or cursor.entries[j].clitics:
        return False
    return starts_name(cursor, j) or bool(
        cursor.mask(j) & S.HONORIFIC and not cursor.mask(j) & S.ROLE
    )


def _next_office(cursor: Cursor, j: int, chained: bool) -> int:
    """Return where a further office may start: at once, behind a country, behind 'and'."""
    k = j
    while k < cursor.size and k - j < MAX_TOLD and in_run(cursor, k):  # UNHCR Representative
        k += 1
        if cursor.mask(k) & S.ROLE and (role := read_latin_role_at(cursor, k)) and role.first <= j:
            return k
    if j + 1 < cursor.size and cursor.entries[j + 1].mask & S.ROLE:
        if chained and cursor.norm(j) in ("and", ",", "&"):
            return j + 1
        if cursor.mask(j) & (S.PLACE | S.NATIONALITY) and cursor.entries[j].kind == LATIN:
            return j + 1  # UAE Minister of Energy
    return j


def _office_at(cursor: Cursor, i: int) -> RoleMention | None:
    return (
        read_role_at(cursor, i) if cursor.entries[i].kind == WORD else read_latin_role_at(cursor, i)
    )


def _is_bare(cursor: Cursor, role: RoleMention) -> bool:
    entry = cursor.entries[role.first]
    return role.last == role.first + 1 and bool(entry.mask & S.BARE_ROLE) and entry.definite


def _is_own(cursor: Cursor, role: RoleMention, comma: bool) -> bool:
    """Tell whether a bare office is that of the name before it, and nobody else's: فلان، الوزير,
    but استقبل فلان الوزيرة.
    """
    return (comma or " " in role.title) and _closes_apposition(cursor, role.last)


def _closes_apposition(cursor: Cursor, j: int) -> bool:
    """Tell whether an apposition may end before a token: a mark, 'and', the end."""
    if j >= cursor.size or cursor.entries[j].kind != WORD:
        return True
    return cursor.entries[j].led in (AND, SO)
