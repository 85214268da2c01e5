"""Which body of the gazetteer a name is: by its words and by countries."""

from __future__ import annotations

from collections.abc import Iterable

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.bodies import Body, bare_norm
from arnlp.lexicon.lexicon import lexicon
from arnlp.names.mention import NamedMention
from arnlp.text.tokens import LATIN


def identify(mention: NamedMention, body: Body) -> None:
    """Let a mention be a body of the gazetteer."""
    mention.known = body.id
    mention.names = (body.ar, body.en)
    mention.country = body.country


def look_up_body(cursor: Cursor, i: int, end: int, country: str) -> Body | None:
    """Return the one body that a range of tokens names, None where it may be several."""
    words = _words_of(cursor, i, end)
    named = cursor.tagged.lexicon.bodies.named
    body = choose_body(cursor, named(words), i, end, country)
    if body is None and country and end - i > 2 and cursor.mask(end - 1) & S.NATIONALITY:
        body = choose_body(cursor, named(_words_of(cursor, i, end - 1)), i, end, country)
    return body


def quoted_body(cursor: Cursor, i: int, end: int) -> Body | None:
    """Return the body that words between quotation marks name."""
    words = _words_of(cursor, i, end)
    known = cursor.tagged.lexicon.bodies
    found = known.named(words) or known.quoted(words)
    return choose_body(cursor, found, i, end)


def _words_of(cursor: Cursor, i: int, end: int) -> list[str]:
    """Return the normalised words of a range of tokens, without the clitics of the first."""
    norms = [bare_norm(cursor.entries[i]), *(e.norm for e in cursor.entries[i + 1 : end])]
    return [word for norm in norms for word in norm.split(" ")]


def choose_body(
    cursor: Cursor, found: Iterable[Body], i: int, end: int, country: str = ""
) -> Body | None:
    """Choose among the bodies of one name: by the country that it tells, the release's, or none.

    One of the caller's own lexicon goes before all. A body of another country counts where its name itself tells that it is meant.
    """
    found = list(found)
    if (own := next((body for body in found if body.own), None)) is not None:
        return own
    for wanted in (country, cursor.context.country, ""):
        here = [body for body in found if body.country == wanted]
        if here and wanted is not None:
            return here[0] if len(here) == 1 else None
        if country and wanted == country:
            return None
    if len(found) == 1 and _is_specific(cursor, i, end):
        return found[0]
    return None


def _is_specific(cursor: Cursor, i: int, end: int) -> bool:
    """Tell whether a name holds a word that is itself a name, or that no table has."""
    for entry in cursor.entries[i:end]:
        if entry.mask & (S.PLACE | S.NATIONALITY | S.GIVEN_NAME):
            return True
        if entry.kind == LATIN and (entry.caps == 2 or not entry.mask & ~S.CAPITAL):
            return True
    return False


def country_in(cursor: Cursor, i: int, end: int) -> str:
    """Return the country whose adjective stands in a name or right behind it, else nothing."""
    for k in range(i, end + 1):
        sense = cursor.sense(k, S.NATIONALITY)
        if sense is not None:
            return str(sense.value)
    return ""


def tells_country(norm: str) -> bool:
    """Tell whether a name of the lexicon is one invented word, or holds the name of a place."""
    words = norm.split(" ")
    if len(words) == 1:
        return True
    entries = [lexicon()[word] for word in words]
    return any(e is not None and e.mask & (S.PLACE | S.NATIONALITY) for e in entries)
