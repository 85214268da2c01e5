"""Names: persons, bodies, places, events, programmes, products, laws and awards.

One walk over the tokens at which a name may start, from left to right: between quotation marks, at
words in Arabic letters and at words in Latin letters other readers are asked, in the order of the
tuples below. A reader adds to what is found and tells where the walk goes on; an office is read
ahead with its holder, and the walk goes on inside it. The refiners then weigh what the rules claim
against what the statistical model sees, add the names that it alone sees, where the words allow them,
keep one of two that overlap, drop the unlikely and add likelier ones, put those before them that the
caller told, and give persons the offices that only their names show the end of. What the mentions refer to is decided afterwards, in :mod:`~arnlp.names.coreference`.
"""

from collections.abc import Iterable

from arnlp.engine import Cursor, Quoted, Reader, Readers, refine
from arnlp.lexicon import senses as S
from arnlp.names.arabization import arabized
from arnlp.names.backends import latin_name_tagger, name_tagger
from arnlp.names.bodies import read_body, read_latin_bare
from arnlp.names.coreference import Entity, link
from arnlp.names.deciding import decide_names
from arnlp.names.found import Found, NameReader
from arnlp.names.judging import weigh_claims
from arnlp.names.known_names import read_known
from arnlp.names.latin_laws import read_listed_law
from arnlp.names.latin_names import (
    read_latin_honoured,
    read_latin_known,
    read_latin_person,
    read_latin_run,
    read_latin_title,
    read_lone_place,
    read_longer_body,
)
from arnlp.names.latin_places import read_latin_places
from arnlp.names.mention import NamedMention, RoleMention
from arnlp.names.named_heads import read_named_head
from arnlp.names.offices import read_latin_office, read_office, read_title
from arnlp.names.offices_before import add_offices_before
from arnlp.names.overlaps import without_overlaps
from arnlp.names.paired_bodies import add_paired_bodies
from arnlp.names.persons import read_around_particle, read_given_name, read_honoured
from arnlp.names.places import read_place
from arnlp.names.quoted_names import read_quoted_name
from arnlp.names.romanization import Romanize, romanizer
from arnlp.names.saints import read_saint
from arnlp.names.seen_latin import add_latin_names
from arnlp.names.seen_names import add_seen_names
from arnlp.names.told_agencies import read_told_agency
from arnlp.names.told_names import EntitiesOption, add_told_names, told_names
from arnlp.text.tokens import LATIN, WORD

__all__ = [
    "EntitiesOption",
    "Entity",
    "NamedMention",
    "RoleMention",
    "Romanize",
    "arabized",
    "find_named",
    "latin_name_tagger",
    "link",
    "name_tagger",
    "romanizer",
    "told_names",
]

QUOTED_READERS: tuple[NameReader, ...] = (Reader(read_quoted_name, S.QUOTE_MARK),)
ARABIC_READERS: tuple[NameReader, ...] = (
    Reader(read_known, S.KNOWN_NAME | S.ORG),
    Reader(read_honoured, S.HONORIFIC),
    Reader(read_office, S.ROLE),
    Reader(read_title, S.TITLE_MENTION | S.BARE_ROLE),
    Reader(read_body, S.ORG_HEAD),
    Reader(read_named_head, S.NAMED_HEAD),
    Reader(read_saint, S.GIVEN_NAME),
    Reader(read_given_name, S.GIVEN_NAME),
    Reader(read_around_particle, S.PARTICLE),
    Reader(read_place, S.PLACE | S.PLACE_HEAD | S.WEAK_PLACE),
)
LATIN_READERS: tuple[NameReader, ...] = (
    Reader(read_listed_law, S.CAPITAL),
    Reader(read_told_agency, S.AGENCY),
    Reader(read_latin_title, S.TITLE_MENTION),
    Reader(read_longer_body, S.ORG),
    Reader(read_latin_known, S.KNOWN_NAME | S.ORG),
    Reader(read_latin_honoured, S.HONORIFIC),
    Reader(read_latin_office, S.ROLE, owns=S.ROLE),
    Reader(read_latin_bare, S.ORG_HEAD),
    Reader(read_latin_places, S.PLACE_HEAD),
    Reader(read_lone_place, S.PLACE | S.PLACE_HEAD | S.WEAK_PLACE | S.CAPITAL),
    Reader(read_latin_person, S.CAPITAL),
    Reader(read_latin_run, S.CAPITAL),
)
REFINERS = (
    weigh_claims,
    add_paired_bodies,
    add_seen_names,
    add_latin_names,
    without_overlaps,
    decide_names,
    add_told_names,
    add_offices_before,
)

_ARABIC, _LATIN, _QUOTED = (
    Readers(readers) for readers in (ARABIC_READERS, LATIN_READERS, QUOTED_READERS)
)
_TRIGGERS = _ARABIC.starts_at | _LATIN.starts_at


def find_named(cursor: Cursor, quoted: Iterable[Quoted]) -> list[NamedMention]:
    """Return the places where entities are named, in their order, none inside another."""
    found = Found(cursor, quoted)
    triggers = _TRIGGERS | (_QUOTED.starts_at if found.quoted else 0)
    done = 0
    for i in cursor.tagged.with_mask(triggers):
        if i < done:
            continue
        if i in found.claimed:
            done = found.claimed[i]
            continue
        done = _read(cursor, found, i) or done
    return refine(cursor, found.out, REFINERS)


def _read(cursor: Cursor, found: Found, i: int) -> int:
    """Ask the readers of a token; return where the walk goes on, 0 where nothing is read."""
    entry = cursor.entries[i]
    mask = entry.mask | (S.WEAK_PLACE if entry.weak else 0)
    if mask & S.QUOTE_MARK:
        readers = _QUOTED
    elif entry.kind == WORD:
        readers = _ARABIC
    elif entry.kind == LATIN:
        readers = _LATIN
    else:
        return 0
    for read in readers.at(mask):
        if end := read(cursor, found, i):
            return end
    return 0
