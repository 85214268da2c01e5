"""Offices with their holders behind or before them, and titles that stand for somebody."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.names.arabic_offices import read_role_at
from arnlp.names.arabic_persons import looks_like_name, name_end, starts_name
from arnlp.names.found import Found
from arnlp.names.given_offices import is_given_office
from arnlp.names.honorifics import honorific_end
from arnlp.names.latin_offices import read_latin_role_at
from arnlp.names.latin_persons import (
    is_name_word,
    latin_honorific_end,
    latin_name_end,
    starts_latin_name,
)
from arnlp.names.latin_runs import is_capital
from arnlp.names.mention import RoleMention
from arnlp.names.offices_behind import ARTICLES, COMMAS, MAX_TOLD
from arnlp.names.persons import add_person, claim_person, is_feminine
from arnlp.text.clitics import THE, TO, articled
from arnlp.text.tokens import WORD

_MAX_APPOSED = 4


def read_title(cursor: Cursor, found: Found, i: int) -> int:
    """Note a word that stands for somebody or some body named before; it is resolved later."""
    kind = S.TITLE_MENTION if cursor.masks[i] & S.TITLE_MENTION else S.BARE_ROLE
    sense = cursor.entries[i].senses[kind]
    if sense.role == "pronoun" or (kind == S.BARE_ROLE and _is_continued(cursor, i + 1)):
        return 0
    if cursor.norm(i - 1) == "عن":  # أعرب عن سعادته: his happiness
        return 0
    deputy = cursor.sense(i - 1, S.ROLE)
    if kind == S.BARE_ROLE and deputy is not None and deputy.role == "deputy":
        return 0  # نائب الرئيس is an office of its own
    gender = sense.value if kind == S.TITLE_MENTION and sense.value else ""
    found.add(i, i + 1, "person", kind="title", gender=gender, head=cursor.entries[i].norm)
    return 0


def _is_continued(cursor: Cursor, j: int) -> bool:
    """Tell whether a definite office is carried on (الوزير الأول, الأمين العام للجامعة)."""
    if j >= cursor.size or cursor.entries[j].kind != WORD:
        return False
    entry = cursor.entries[j]
    if entry.mask & (S.SPEECH | S.VERB | S.STOP):
        return False
    return articled(entry.norm) in (THE, TO | THE) or bool(entry.mask & (S.PLACE | S.ORG_HEAD))


def _is_apposed(cursor: Cursor, j: int) -> bool:
    """Tell whether the holder of an office stands behind the comma at its end."""
    if cursor.mask(j) & S.HONORIFIC:
        return not cursor.entries[j].clitics
    if starts_name(cursor, j):
        return name_end(cursor, j) - j >= 2
    end = name_end(cursor, j, expected=True)
    if not 2 <= end - j <= _MAX_APPOSED or cursor.norm(end) not in COMMAS:
        return False
    return not any(e.mask & ~(S.GIVEN_NAME | S.PARTICLE) for e in cursor.entries[j:end])


def read_office(cursor: Cursor, found: Found, i: int) -> int:
    """Read an office with the name of its holder behind it; the walk goes on inside the office."""
    if i in found.roles_used or is_given_office(cursor, i):
        return 0
    role = read_role_at(cursor, i)
    if role is None:
        return 0
    j = role.last
    apposed = cursor.norm(j) in COMMAS and _is_apposed(cursor, j + 1)
    if apposed:
        j += 1
    start = honorific_end(cursor, j) if j < cursor.size and not cursor.entries[j].clitics else j
    named = starts_name(cursor, j) or looks_like_name(cursor, j) or is_given_office(cursor, j)
    if start == j and not (apposed or named):
        _office_alone(cursor, found, role)
        return 0
    end = name_end(cursor, start, expected=True)
    if end > start:
        found.roles_used.update(range(i + 1, role.last))
        claim_person(cursor, found, start, end, (j, start), _chain_of(cursor, found, role))
    else:
        _office_alone(cursor, found, role)
    return 0


def _chain_of(cursor: Cursor, found: Found, role: RoleMention) -> list[RoleMention]:
    """Return an office with those right before it: نائب رئيس الدولة رئيس مجلس الوزراء."""
    chain = [role]
    while (before := found.open_offices.get(chain[0].first)) is not None:
        met = cursor.mask(before.first - 1) & (S.VERB | S.SPEECH)
        if met & S.VERB and not met & S.SPEECH:  # التقى وزير الثقافة | سفير سويسرا
            break
        if is_feminine(before.title) != is_feminine(role.title):
            break
        chain.insert(0, before)
    return chain


def _office_alone(cursor: Cursor, found: Found, role: RoleMention) -> None:
    """Note an office that nobody is named with; it may stand for its holder, named elsewhere."""
    found.open_offices.setdefault(role.last, role)
    words = cursor.entries[role.first : role.last]
    if role.last - role.first < 2 or role.organization is not None:
        return
    if any(e.mask & (S.PLACE | S.ORG | S.ORG_HEAD | S.NAMED_HEAD) for e in words):
        return
    found.add(
        role.first, role.last, "person", kind="title", head=words[0].norm, roles=[role]
    )  # fmt: skip


def read_latin_office(cursor: Cursor, found: Found, i: int) -> int:
    """Read an office with its holder behind it; the walk goes on inside the office."""
    if i in found.roles_used:
        return 0
    role = read_latin_role_at(cursor, i)
    if role is None or _told_by_office(cursor, found, role):
        return 0
    j = role.last
    apposed = cursor.norm(j) in COMMAS
    if apposed:
        j += 1
    start = latin_honorific_end(cursor, j)
    if start == j and not (starts_latin_name(cursor, j) or _is_full_name(cursor, j, apposed)):
        if role.last == i + 1 and cursor.norm(i - 1) == "the":  # the Minister
            found.add(i, i + 1, "person", kind="title", head=cursor.norm(i))
        found.open_offices[role.last] = role
        return 0
    end = latin_name_end(cursor, start)
    if end > start:
        chain = [role]
        while (
            cursor.norm(chain[0].first - 1) in ("and", "&")
            and (before := found.open_offices.get(chain[0].first - 1)) is not None
        ):
            chain.insert(0, before)
        claim_person(cursor, found, start, end, (j, start), chain)
    return 0


def _told_by_office(cursor: Cursor, found: Found, role: RoleMention) -> bool:
    """Read two to four unknown words before the comma of an office as its holder: X Y, CEO of Z."""
    comma = role.first - 1
    if cursor.norm(comma) in ARTICLES:
        comma -= 1
    if cursor.norm(comma) != ",":
        return False
    first = comma
    while first and comma - first < MAX_TOLD and _may_name(cursor, first - 1):
        first -= 1
    if comma - first < 2 or any(
        first < mention.last and mention.first < comma for mention in found.out[-MAX_TOLD:]
    ):
        return False
    if (first and _may_name(cursor, first - 1)) or not is_capital(cursor, first):
        return False
    add_person(cursor, found, first, comma, (first, first), [])
    return True


def _may_name(cursor: Cursor, j: int) -> bool:
    """Tell whether a token may be a part of a name that no table knows."""
    entry = cursor.entries[j]
    if entry.surface == "-" and j:
        return cursor.is_adjacent(j) and cursor.is_adjacent(j + 1)
    return is_name_word(cursor, j) and not entry.mask & (S.PLACE | S.NATIONALITY | S.NAMED_HEAD)


def _is_full_name(cursor: Cursor, j: int, apposed: bool) -> bool:
    """Tell whether two to four capitalised words that mean nothing else stand at a token.

    Behind a comma a mark or a conjunction must close them.
    """
    end = latin_name_end(cursor, j)
    if not 2 <= end - j <= 4:
        return False
    if any(e.mask & (S.PLACE | S.NATIONALITY | S.NAMED_HEAD) for e in cursor.entries[j:end]):
        return False
    return not apposed or cursor.norm(end) in (",", ".", "and", ";", "", "said")
