"""Bodies: told by their head nouns or known by name, looked up in the gazetteer, named short later."""

from __future__ import annotations

from arnlp.engine import Cursor, is_adjective
from arnlp.lexicon import senses as S
from arnlp.names.aliases import add_alias
from arnlp.names.arabic_bodies import body_end
from arnlp.names.found import Found
from arnlp.names.gazetteer import choose_body, country_in, identify, look_up_body, tells_country
from arnlp.names.latin_runs import in_run
from arnlp.text.tokens import LATIN, WORD


def add_body(cursor: Cursor, found: Found, i: int, end: int, head: str) -> None:
    """Emit a body over a range of tokens, with what the gazetteer knows of it."""
    country = country_in(cursor, i, end)
    mention = found.add(i, end, "organization", head=head, country=country)
    body = look_up_body(cursor, i, end, country)
    if body is not None:
        identify(mention, body)
    add_alias(cursor, found, mention)


def read_known_body(cursor: Cursor, found: Found, i: int) -> int:
    """Emit a body that is one token of the lexicon; return its end, 0 where it is none."""
    entry = cursor.entries[i]
    sense = entry.senses[S.ORG]
    if entry.kind == LATIN and (
        not entry.caps or (sense.extra == "abbreviation" and entry.caps < 2)
    ):
        return 0
    body = choose_body(cursor, sense.value, i, i + 1)
    if (
        body is None
        and len(sense.value) == 1
        and sense.extra == "name"
        and (entry.kind == LATIN or tells_country(entry.norm))
    ):
        body = sense.value[0]
    if body is None:
        return 0
    mention = found.add(i, i + 1, "organization")
    identify(mention, body)
    if sense.extra == "abbreviation":
        mention.kind = "short"
    else:
        add_alias(cursor, found, mention)
    return i + 1


def read_body(cursor: Cursor, found: Found, i: int) -> int:
    """Read a body told by its head noun, or note a bare head that may refer back to one."""
    before = cursor.mask(i - 1)
    if before & (S.NUMERIC | S.NUMBER) and not cursor.entries[i].definite:
        return 0  # 55 شركة طيران
    quoted = found.quoted.get(i + 1)
    if quoted is not None and not cursor.entries[i].definite:
        return 0  # the quotation marks hold the name
    end = body_end(cursor, i, in_role=bool(before & (S.ROLE | S.SPEECH | S.VERB)))
    if not end:
        if cursor.entries[i].definite and not _is_described(cursor, i + 1):
            head = cursor.entries[i].norm
            found.add(i, i + 1, "organization", kind="short", head=head, known="?")
        return 0
    for claimed in found.claimed:
        if i < claimed < end:
            end = claimed
    add_body(cursor, found, i, end, cursor.entries[i].norm)
    return end


def _is_described(cursor: Cursor, j: int) -> bool:
    """Tell whether a bare head is one of several: المركز الثالث, المستشفى الجديد."""
    if cursor.mask(j) & S.CLITIC and cursor.mask(j + 1) & S.NUMERIC:
        return True  # المركز الـ12
    if j >= cursor.size or cursor.entries[j].kind != WORD:
        return False
    entry = cursor.entries[j]
    if entry.mask & (S.ORDINAL | S.NUMBER) and entry.definite:
        return True
    return is_adjective(entry, True)


def latin_head(cursor: Cursor, i: int, end: int) -> str:
    """Return the word that tells what a body is: its first before 'of', else its last."""
    heads = [k for k in range(i, end) if cursor.mask(k) & S.ORG_HEAD]
    before = [k for k in heads if cursor.norm(k + 1) in ("of", "for")]
    return cursor.norm((before or heads or [i])[-1])


def read_latin_bare(cursor: Cursor, found: Found, i: int) -> int:
    """Read a bare head that refers back to a body: the agency, The Centre's."""
    if cursor.norm(i - 1) != "the" or cursor.norm(i + 1) in ("of", "for") or in_run(cursor, i + 1):
        return 0
    found.add(i, i + 1, "organization", kind="short", head=cursor.norm(i), known="?")
    return i + 1
