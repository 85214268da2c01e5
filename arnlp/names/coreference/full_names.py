"""Mentions linked by their full names, by longer names that they shorten, and by aliases."""

from __future__ import annotations

from functools import cache

from arnlp.engine import Cursor
from arnlp.lang import LANGUAGES, alternatives, table
from arnlp.lexicon import senses as S
from arnlp.lexicon.bodies import bare_norm
from arnlp.names.coreference.entity import Entity
from arnlp.names.coreference.lands import lands, of_lands
from arnlp.names.coreference.links import Links
from arnlp.names.coreference.title_words import bare_head, fold_title
from arnlp.names.mention import NamedMention
from arnlp.text.clitics import article_restored
from arnlp.text.tokens import LATIN, WORD
from arnlp.text.view import normalize

_MOST_NAMESAKES = 50
_MOST_OF_LAND = 3  # words of a country before the name of its body
_NO_NOUN = S.STOP | S.VERB | S.SPEECH | S.COMPLEMENTIZER


def link_names(cursor: Cursor, links: Links, found: list[NamedMention]) -> None:
    """Make entities of the names of a text, the longest first."""
    names = [m for m in found if m.kind != "title" and m.known != "?" and m.alias_of < 0]
    links.bodies = {_key_of(cursor, m) for m in names if m.type == "organization"}
    for mention in sorted(names, key=lambda m: (m.kind == "short", m.start - m.end, m.first)):
        _link_name(cursor, links, mention)


def link_aliases(cursor: Cursor, links: Links, found: list[NamedMention]) -> None:
    """Link names in brackets or quotation marks to what is named right before them."""
    for mention in found:
        if mention.alias_of >= 0:
            _link_alias(cursor, links, mention)


def name_bodies_of_offices(cursor: Cursor, links: Links, found: list[NamedMention]) -> None:
    """Name the body of an office that is told by its noun alone: الرئيس التنفيذي للهيئة."""
    bodies = {
        mention.first: entity
        for entity in links.entities
        if entity.type == "organization"
        for mention in entity.mentions
    }
    for entity in links.entities:
        for role in entity.roles:
            if role.organization is None:
                inside = (bodies[k] for k in range(role.first, role.last) if k in bodies)
                role.organization = next((body.name for body in inside), None)


def _key_of(cursor: Cursor, mention: NamedMention) -> tuple[str, ...]:
    first, *rest = cursor.entries[mention.first : mention.last]
    norms = [bare_norm(first)]
    norms += [e.norm for e in rest if e.kind in (WORD, LATIN) or e.norm.isalnum()]
    return tuple(word for norm in norms for word in norm.split(" "))


def _link_name(cursor: Cursor, links: Links, mention: NamedMention) -> None:
    key = _without_lost_genitive(cursor, links, mention, _key_of(cursor, mention))
    label = (mention.type, *key)
    entity = links.by_key.get(label)
    if entity is None and mention.known is not None:
        entity = links.by_key.get((mention.type, "#" + mention.known))
    if entity is None:
        entity = _longer_named(links, mention, key)
    if entity is None:
        if mention.type == "person" and len(key) < 2 and _is_nobody(links, mention, key):
            return
        entity = _new_entity(cursor, links, mention, key)
    elif len(key) < len(entity.key) and mention.type == "person":
        mention.kind = "short"
    elif entity.name.isupper() and entity.key == key:  # a headline in capitals
        entity.name = " ".join(cursor.tagged.text[mention.start : mention.end].split())
    links.by_key.setdefault(label, entity)
    if not _is_of_another_land(entity, mention, key):
        _take_names(entity, mention)
    _merge(links, entity, mention)


def _without_lost_genitive(
    cursor: Cursor, links: Links, mention: NamedMention, key: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the words of a body without an 's' that has lost its apostrophe: the World Banks staff."""
    if mention.type != "organization" or len(key) < 2 or not key[-1].endswith("s"):
        return key
    after = cursor.entries[mention.last] if mention.last < cursor.size else None
    if after is None or after.kind != LATIN or after.caps or after.mask & _NO_NOUN:
        return key
    bare = (*key[:-1], key[-1].removesuffix("s"))
    if bare not in links.bodies:
        return key
    mention.end -= 1
    return bare


def _take_names(entity: Entity, mention: NamedMention) -> None:
    """Take what the gazetteer knows of a name."""
    entity.known = entity.known or mention.known
    if mention.names != (None, None) and entity.names == (None, None):
        entity.names = mention.names


def _is_of_another_land(entity: Entity, mention: NamedMention, key: tuple[str, ...]) -> bool:
    """Tell whether our مجلس النواب here shortens another one, مجلس النواب الأميركي."""
    if not mention.country:
        return False
    if entity.country:
        return entity.country != mention.country
    return entity.key[:-1] == key and of_lands(entity.key[-1]) - {mention.country} != set()


def _new_entity(
    cursor: Cursor, links: Links, mention: NamedMention, key: tuple[str, ...]
) -> Entity:
    name = " ".join(cursor.tagged.text[mention.start : mention.end].split())
    first = cursor.entries[mention.first]
    if first.article:
        name = article_restored(name)
    entity = Entity(mention.type, name, key)
    if first.kind == LATIN:
        entity.language = "en"
    links.entities.append(entity)
    if key and mention.type == "person":
        links.by_given.setdefault(key[0], []).append(entity)
    if key:
        links.longer.setdefault(_shelf(mention.type, key), []).append(entity)
    if mention.type == "organization" and first.kind == LATIN:
        for length in range(1, min(len(key), _MOST_OF_LAND + 1)):
            if key[:length] in lands():  # United States | Senate
                links.of_lands.setdefault(key[length:], []).append(entity)
    if mention.known is not None:
        links.by_key[(mention.type, "#" + mention.known)] = entity
    return entity


def _merge(links: Links, entity: Entity, mention: NamedMention) -> None:
    entity.mentions.append(mention)
    links.by_end[mention.last] = entity
    entity.gender = entity.gender or mention.gender
    entity.head = entity.head or mention.head
    entity.offices = entity.offices or mention.offices
    entity.country = entity.country or mention.country
    known = {honorific.lower(): k for k, honorific in enumerate(entity.honorifics)}
    for honorific in mention.honorifics:
        at = known.setdefault(honorific.lower(), len(entity.honorifics))
        if at == len(entity.honorifics):
            entity.honorifics.append(honorific)
        elif entity.honorifics[at].isupper():  # SENATOR in a headline, Senator below it
            entity.honorifics[at] = honorific
    for role in mention.roles:
        if not any(_says_more(known.title, role.title) for known in entity.roles):
            entity.roles.append(role)


def _longer_named(links: Links, mention: NamedMention, key: tuple[str, ...]) -> Entity | None:
    """Return the one entity whose longer name a mention shortens."""
    test = {"person": _shortens_person, "organization": _shortens_body}.get(mention.type)
    if not key or test is None:
        return None
    shelf = links.longer.get(_shelf(mention.type, key), [])
    fitting = [entity for entity in shelf[:_MOST_NAMESAKES] if test(key, entity.key)]
    if not fitting and mention.type == "organization":
        fitting = links.of_lands.get(key, [])
    if not fitting and mention.type == "person" and len(key) > 2:
        named = links.by_given.get(key[0], [])[:_MOST_NAMESAKES]
        fitting = [entity for entity in named if _stops_at_father(key, entity.key)]
    elif not fitting and mention.type == "person" and len(key) == 1 and mention.honorifics:
        fitting = links.by_given.get(key[0], [])  # الشيخة مروة
    return fitting[0] if len(fitting) == 1 else None


def _is_nobody(links: Links, mention: NamedMention, key: tuple[str, ...]) -> bool:
    """Tell whether one word names nobody new: a short form, or a name that several persons share."""
    if mention.kind == "short":
        return True
    if mention.honorifics or mention.roles:
        return False
    shelf = links.longer.get(_shelf(mention.type, key), [])[:_MOST_NAMESAKES]
    return sum(_shortens_person(key, entity.key) for entity in shelf) > 1


def _link_alias(cursor: Cursor, links: Links, mention: NamedMention) -> None:
    """Give a name in quotation marks to the entity named right before it."""
    entity = links.by_end.get(mention.alias_of)
    if entity is not None:
        entity.mentions.append(mention)
        _name_in_both(cursor, entity, mention)
        links.by_key.setdefault((entity.type, *_key_of(cursor, mention)), entity)


def _name_in_both(cursor: Cursor, entity: Entity, mention: NamedMention) -> None:
    """Take the name in the other language that a text gives in brackets, no abbreviation."""
    entry = cursor.entries[mention.first]
    other = "en" if entry.kind == LATIN else "ar"
    if other == entity.language or entity.names != (None, None):
        return
    if mention.last == mention.first + 1 and (entry.caps == 2 or entity.type != "place"):
        return
    name = " ".join(cursor.tagged.text[mention.start : mention.end].split())
    entity.names = (entity.name, name) if other == "en" else (name, entity.name)
    entity.origin = "release"


def _shelf(type_: str, key: tuple[str, ...]) -> tuple[str, str]:
    return type_, key[-1] if type_ == "person" else key[0]


@cache
def _particles() -> frozenset[str]:
    """Return the small words of names that a shorter form may leave out."""
    return _sons() | _small_words("family")


@cache
def _sons() -> frozenset[str]:
    return _small_words("son")


def _small_words(kind: str) -> frozenset[str]:
    return frozenset(
        normalize(word)
        for language in LANGUAGES
        for row in table(language, "name_particles")
        if row["kind"] == kind
        for word in alternatives(row["spellings"])
    )


def _shortens_person(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a name is a part of a longer one: its family name, or first and family name.

    >>> _shortens_person(("راشد", "الكندي"), ("راشد", "بن", "عبدالله", "الكندي"))
    True
    >>> _shortens_person(("راشد", "الكندي"), ("سالم", "الكندي"))
    False
    """
    particles = _particles()
    a = [word for word in short if word not in particles]
    b = [word for word in full if word not in particles]
    if not a or len(a) > len(b) or a[-1] != b[-1]:
        return False
    rest = iter(b)
    return all(word in rest for word in a)


def _stops_at_father(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a name is the start of a longer one up to the father's name.

    >>> _stops_at_father(("saqr", "bin", "rashid"), ("saqr", "bin", "rashid", "al", "nuaimi"))
    True
    >>> _stops_at_father(("saqr", "al", "nuaimi"), ("saqr", "al", "nuaimi", "rashid"))
    False
    """
    return len(short) < len(full) and full[: len(short)] == short and short[1] in _sons()


def _shortens_body(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a body's name is the start of a longer one by up to four words."""
    return (
        len(short) > 1 and len(short) < len(full) <= len(short) + 4 and full[: len(short)] == short
    )


def _says_more(known: str, title: str) -> bool:
    """Tell whether an office is known already, or is the bare head of one that is: المحافظ."""
    if known == title:
        return True
    return " " not in title and bare_head(fold_title(title)) == bare_head(
        fold_title(known).split(" ")[0]
    )
