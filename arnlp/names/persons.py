"""Persons: behind honorifics and by their given names."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.names.aliases import add_alias
from arnlp.names.arabic_offices import read_role_at
from arnlp.names.arabic_persons import looks_like_name, name_end, starts_name
from arnlp.names.found import Found
from arnlp.names.honorifics import has_rank, honorific_end
from arnlp.names.mention import RoleMention
from arnlp.names.offices_behind import read_offices_after
from arnlp.names.own_persons import own_person
from arnlp.text.clitics import AND, article_restored


def add_person(
    cursor: Cursor,
    found: Found,
    first: int,
    end: int,
    honorifics: tuple[int, int],
    roles: list[RoleMention],
) -> int:
    """Emit a person with what stands around the name; return where the walk goes on."""
    tagged = cursor.tagged
    words: list[str] = []
    gender = ""
    for k in range(*honorifics):
        sense = cursor.entries[k].senses.get(S.HONORIFIC)
        if words and cursor.mask(k) & S.RANK_BRANCH and has_rank(cursor, honorifics[0], k):
            words[-1] += f" {cursor.tagged.token_text(k)}"
            continue
        if sense is None:
            continue
        closing = k + 1
        if cursor.norm(closing) == "." and cursor.is_adjacent(closing):
            closing += 1
        word = tagged.text[tagged.start_of(k) : tagged.ends[closing - 1]].rstrip("/")
        words.append(article_restored(word))
        gender = sense.value if isinstance(sense.value, str) else gender
    given = cursor.sense(first, S.GIVEN_NAME)
    if not gender and given is not None and isinstance(given.value, str):
        gender = given.value
    if not gender and any(is_feminine(role.title) for role in roles):
        gender = "f"
    known = own_person(cursor, first)
    kind = "name" if end - first > 1 or words or roles or known else "short"
    mention = found.add(
        first, end, "person", kind=kind, honorifics=words,
        roles=[*roles, *read_offices_after(cursor, found, end)], gender=gender,
    )  # fmt: skip
    if known is not None:
        mention.known, mention.names, mention.offices = (
            known.id,
            (known.ar, known.en),
            known.offices,
        )
    add_alias(cursor, found, mention)
    return end


def read_honoured(cursor: Cursor, found: Found, i: int) -> int:
    """Read a person behind honorifics, an office perhaps between them."""
    chain = honorific_end(cursor, i)
    if chain == i or cursor.mask(i - 1) & S.PLACE_HEAD:
        return 0
    roles: list[RoleMention] = []
    start = chain
    if (
        cursor.mask(chain) & S.ROLE
        and not starts_name(cursor, chain)
        and (role := read_role_at(cursor, chain))
    ):
        further = honorific_end(cursor, role.last)
        roles, start = [role], further
        found.roles_used.add(chain)
        if further == role.last and not (
            starts_name(cursor, further) or looks_like_name(cursor, further)
        ):
            return 0
    if start < cursor.size and cursor.entries[start].led == AND and not roles:
        return 0  # سعادة ورضا
    end = name_end(cursor, start, expected=not roles or start > roles[0].last)
    if end == start:
        return 0
    if roles:
        claim_person(cursor, found, start, end, (i, start), roles)
        return 0
    return add_person(cursor, found, start, end, (i, start), roles)


def claim_person(
    cursor: Cursor,
    found: Found,
    start: int,
    end: int,
    honorifics: tuple[int, int],
    roles: list[RoleMention],
) -> None:
    """Emit a person who stands ahead of the walk, which goes on inside the office before."""
    if start in found.claimed:
        return
    add_person(cursor, found, start, end, honorifics, roles)
    for k in range(honorifics[1] if honorifics[0] < roles[0].first else honorifics[0], start + 1):
        found.claimed[k] = end
    found.claimed[start] = end


def read_given_name(cursor: Cursor, found: Found, i: int) -> int:
    """Read a person's name that nothing announces; two words at least."""
    if _is_ordinal(cursor, i):
        return 0
    if not (starts_name(cursor, i) or _joins_person(cursor, found, i)):
        return 0
    before = cursor.entries[i - 1] if i else None
    if before is not None and before.mask & S.PLACE_HEAD and not before.mask & S.STOP:
        return 0
    end = name_end(cursor, i)
    if end - i < 2:
        return 0
    return add_person(cursor, found, i, end, (i, i), [])


def _joins_person(cursor: Cursor, found: Found, i: int) -> bool:
    """Tell whether 'and' with a given name goes on a list of persons: خالد العلي ونورا السالم."""
    entry = cursor.entries[i]
    if entry.led != AND or entry.article or not entry.mask & S.GIVEN_NAME:
        return False
    previous = found.out[-1] if found.out else None
    behind = i - 1 if i and cursor.mask(i - 1) & S.COMMA else i
    listed = previous is not None and previous.type == "person" and previous.last == behind
    return (listed or bool(cursor.sees(i, "person"))) and name_end(cursor, i) - i >= 2


def read_around_particle(cursor: Cursor, found: Found, i: int) -> int:
    """Read X بن Y where X is no known name, and أبو X."""
    if cursor.entries[i].senses[S.PARTICLE].role != "son" or not i:
        return 0
    previous = found.out[-1] if found.out else None
    if previous is not None and previous.last >= i:
        return 0
    if not starts_name(cursor, i - 1):
        return 0
    end = name_end(cursor, i - 1)
    return add_person(cursor, found, i - 1, end, (i, i), []) if end > i else 0


def is_feminine(title: str) -> bool:
    """Tell whether an office is that of a woman, by its first word."""
    return title.split(" ", 1)[0].endswith("ة")


def _is_ordinal(cursor: Cursor, i: int) -> bool:
    """Tell whether a name is the ordinal that it looks like: المشروع الثاني ناجح."""
    if not cursor.mask(i) & S.ORDINAL:
        return False
    return cursor.entries[i].definite or bool(cursor.mask(i + 1) & S.RANK_ADJECTIVE)
