"""Bodies that two words name, of which neither is a name by itself: القوات المسلحة, الجيش السوري, كتائب القسام."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from arnlp.engine import Cursor
from arnlp.lang import alternatives, table
from arnlp.lexicon import senses as S
from arnlp.names.arabic_tails import definite_tail, is_plain_definite
from arnlp.names.gazetteer import country_in, identify, look_up_body
from arnlp.names.mention import NamedMention, cut_clitics, new_mention
from arnlp.text.clitics import THE, TO, opening, written
from arnlp.text.tokens import WORD
from arnlp.text.view import normalize

_TABLE = "paired_bodies"
_MAX_CLITICS = 2
_HIDDEN = written(TO | THE)  # للجيش


class _Pairs(NamedTuple):
    """What may follow a head: the second words, the words behind these, and what a country may be."""

    seconds: frozenset[str]
    tails: frozenset[str]
    land: str


@cache
def _pairs() -> dict[str, _Pairs]:
    """Return what follows each head of the table, by its folded spelling."""
    out = {}
    for row in table("ar", _TABLE):
        seconds, tails = (
            frozenset(map(normalize, alternatives(row[c]))) for c in ("seconds", "tails")
        )
        for head in alternatives(row["heads"]):
            out[normalize(head)] = _Pairs(seconds, tails, row["land"])
    return out


@cache
def _head_of(norm: str) -> tuple[str, int]:
    """Return the head that a word is, behind its clitics, and how many letters these have.

    >>> _head_of("والقوات"), _head_of("للجيش"), _head_of("كتاب")
    (('القوات', 1), ('الجيش', 0), ('', 0))
    """
    pairs = _pairs()
    if norm in pairs:
        return norm, 0
    for cut in range(_MAX_CLITICS + 1):
        rest = norm[cut:]
        if cut and rest in pairs:
            return rest, cut
        if rest.startswith(_HIDDEN):  # its ل stays, as in all names
            whole = written(THE) + rest[len(_HIDDEN) :]
            return (whole, cut) if whole in pairs else ("", 0)
        if not opening(rest):
            break
    return "", 0


def add_paired_bodies(cursor: Cursor, mentions: list[NamedMention]) -> list[NamedMention]:
    """Add the bodies of the table, over places and bodies that they hold, beside all others."""
    taken: dict[int, NamedMention] = {}
    for mention in mentions:
        taken.update(dict.fromkeys(range(mention.first, mention.last), mention))
    added: list[NamedMention] = []
    inner: set[int] = set()
    done = 0
    for i, entry in enumerate(cursor.entries):
        if i < done or entry.kind != WORD:
            continue
        head, cut = _head_of(entry.norm)
        if not head or not (end := _pair_end(cursor, i, _pairs()[head])):
            continue
        over = {id(m): m for m in map(taken.get, range(i, end)) if m is not None}
        if not all(_gives_way(m, i, end) for m in over.values()):
            continue
        inner |= set(over)
        added.append(_mention(cursor, i, end, head, cut))
        done = end
    return [m for m in mentions if id(m) not in inner] + added if added else mentions


def _gives_way(mention: NamedMention, first: int, last: int) -> bool:
    """Tell whether a mention lies inside a body, and may be a part of it, or is an office that ends in it."""
    if mention.kind == "title" and mention.last == last:
        return True  # المتحدث باسم | الدفاع المدني
    inside = first <= mention.first and mention.last <= last
    whole = (mention.first, mention.last) == (first, last) and mention.type == "organization"
    return inside and not whole and (mention.type != "person" or mention.kind == "short")


def _pair_end(cursor: Cursor, i: int, pairs: _Pairs) -> int:
    """Return the end of a body that starts with a head; 0 where nothing of its own follows."""
    j = i + 1
    if j >= cursor.size or cursor.entries[j].kind != WORD or cursor.entries[j].clitics:
        return 0
    second = cursor.entries[j]
    if second.norm not in pairs.seconds and not _is_land(cursor, j, pairs.land):
        return 0
    end = j + 1
    if pairs.land == "any":
        return definite_tail(cursor, i, end)
    while end < cursor.size and cursor.entries[end].kind == WORD:
        entry = cursor.entries[end]
        if entry.norm not in pairs.tails and not _is_adjective_of_land(cursor, end):
            break
        end += 1
    return end


def _is_land(cursor: Cursor, j: int, land: str) -> bool:
    """Tell whether a word may be the second of a head by what it is."""
    if land == "adjective":
        return _is_adjective_of_land(cursor, j)
    if land == "place":
        sense = cursor.sense(j, S.PLACE)
        return sense is not None and any(place.kind == "country" for place in sense.value)
    return land == "any" and is_plain_definite(cursor, j) and not cursor.mask(j) & S.NATIONALITY


def _is_adjective_of_land(cursor: Cursor, j: int) -> bool:
    entry = cursor.entries[j]
    return bool(entry.mask & S.NATIONALITY) and entry.definite and not entry.clitics


def _mention(cursor: Cursor, i: int, end: int, head: str, cut: int) -> NamedMention:
    """Return a body over a range of tokens, with what the gazetteer knows of it."""
    country = country_in(cursor, i, end)
    mention = new_mention(cursor.tagged, i, end, "organization", head=head, country=country)
    cut_clitics(cursor, mention, cursor.norm(i)[:cut])
    if body := look_up_body(cursor, i, end, country):
        identify(mention, body)
    return mention
