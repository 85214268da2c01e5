"""Words of Arabic that are no names: those that the morphology reads and no table of names has."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.people import people
from arnlp.lexicon.senses import Entry
from arnlp.morphology import readings
from arnlp.names.arabic_persons import is_son
from arnlp.text.clitics import AND
from arnlp.text.tokens import WORD

_DUAL = {("Case", "Nom"), ("Number", "Dual")}  # شركان, as many names end
_TANWIN = ("\u0627\u064b", "\u064b\u0627")


def is_common(entry: Entry) -> bool:
    """Tell whether a word is a common one as it stands, perhaps with its clitics, and no part of a name."""
    if entry.kind != WORD or entry.mask & (S.GIVEN_NAME | S.PARTICLE):
        return False
    known = people(entry.norm)
    if known.given + known.family:
        return False
    found = readings(entry.surface, WORD)
    return any(
        not r.guessed and r.bundle.pos != "PROPN" and not set(r.bundle.features) >= _DUAL
        for r in found
    )


def are_common(entries: list[Entry]) -> bool:
    """Tell whether all words of what looks like a name are common ones: قيام الإرهابيين."""
    return all(map(is_common, entries))


def opens_no_name(entry: Entry) -> bool:
    """Tell whether no name of common words starts with a word: one with an article or a clitic."""
    found = readings(entry.surface, WORD)
    return entry.definite or not any(not r.guessed and not r.chain.written for r in found)


def epithets_end(cursor: Cursor, first: int, last: int) -> int:
    """Return where a name starts behind epithets that are none of its words: الراحل | سعود الفيصل, محاكمة | بن علي."""
    while last - first > 1:
        entry = cursor.entries[first]
        given = cursor.mask(first + 1) & S.GIVEN_NAME and not cursor.entries[first + 1].definite
        opens = is_son(cursor, first + 1) or (entry.definite and given)
        if not opens or not is_common(entry):
            break
        first += 1
    return first


def is_accusative(entry: Entry) -> bool:
    """Tell whether a word bears the mark of an indefinite accusative: ميتًا, لبنانياً."""
    return entry.surface.endswith(_TANWIN)


def is_plain_description(cursor: Cursor, i: int) -> bool:
    """Tell whether a word is the adjective of the noun before it, or an accusative: الحادث الإرهابي, ميتًا."""
    entry = cursor.entries[i]
    joined = i > 0 and entry.led == AND and cursor.entries[i - 1].mask & S.HONORIFIC
    if is_accusative(entry) or joined:
        return True  # سعادة ورضا
    if not i or not is_common(entry) or not entry.norm.endswith("ي"):
        return False
    before = cursor.entries[i - 1]
    said = S.STOP | S.VERB | S.SPEECH | S.ROLE | S.BARE_ROLE | S.HONORIFIC | S.NATIONALITY
    return before.kind == WORD and before.definite == entry.definite and not before.mask & said


def without_epithets(cursor: Cursor, j: int, end: int) -> int:
    """Return the end of a person's name in a place's, before words that no names are made of: برج خليفة | الأطول."""
    while end > j + 1:
        entry = cursor.entries[end - 1]
        known = entry.mask & (S.GIVEN_NAME | S.PARTICLE) or people(entry.norm).family
        if known and not is_accusative(entry):
            break
        end -= 1
    return end
