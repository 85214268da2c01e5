"""Family names standing alone, and the short names that a text gives to bodies."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.bodies import folded_words
from arnlp.names.coreference.entity import Entity
from arnlp.names.coreference.links import Links
from arnlp.names.mention import NamedMention
from arnlp.text.clitics import AND, AS, BY, SO, THE, TO, articled, led_by, without_article, written
from arnlp.text.tokens import LATIN, WORD, cut

_PREFIXES = tuple(map(written, (AND, TO, SO, BY, AS, AND | TO, AND | BY)))


def link_short_names(cursor: Cursor, links: Links, found: list[NamedMention]) -> None:
    """Find the family names of the persons standing alone, and the short names of bodies."""
    owners: dict[str, list[Entity]] = {}
    for entity in links.entities:
        if entity.type == "person" and len(entity.key) > 1:
            owners.setdefault(entity.key[-1], []).append(entity)
    words = {name: people[0] for name, people in owners.items() if len(people) == 1}
    short = _short_names_of(cursor, links, found)
    if not words and not short:
        return
    forms = {name: (name, "") for name in (*words, *short)}
    for name in (*words, *short):
        for prefix in _PREFIXES:
            forms.setdefault(_attach(prefix, name), (name, prefix))
    taken = [False] * cursor.size
    for mention in found:
        if mention.known != "?" and mention.kind != "title":
            taken[mention.first : mention.last] = [True] * (mention.last - mention.first)
    for i, entry in enumerate(cursor.entries):
        if entry.norm in forms and not taken[i]:
            name, prefix = forms[entry.norm]
            if name in short:
                _link_short_name(cursor, i, *short[name], prefix)
            elif (again := _family_name(cursor, i, words[name], prefix, taken)) is not None:
                words[name].mentions.append(again)


def _short_names_of(
    cursor: Cursor, links: Links, found: list[NamedMention]
) -> dict[str, tuple[Entity, NamedMention]]:
    """Return the short names of one word that the text gives to bodies, with where it does."""
    out: dict[str, tuple[Entity, NamedMention]] = {}
    for mention in found:
        entity = links.by_end.get(mention.alias_of) if mention.alias_of >= 0 else None
        if entity is not None and mention.last == mention.first + 1:
            out.setdefault(cursor.entries[mention.first].norm, (entity, mention))
    return out


def _link_short_name(
    cursor: Cursor, i: int, entity: Entity, given: NamedMention, prefix: str
) -> None:
    """Add a later mention of a body by the short name that the text gave it."""
    entry = cursor.entries[i]
    alias = cursor.entries[given.first]
    if i < given.first or entry.kind != alias.kind or entry.caps < alias.caps:
        return
    if alias.kind == WORD and alias.mask:  # a common word: between quotation marks alone
        return
    start = cursor.tagged.starts[i] + (
        cut(cursor.tagged.token_text(i), len(prefix)) if prefix else 0
    )
    entity.mentions.append(
        NamedMention(i, i + 1, start, cursor.tagged.ends[i], entity.type, kind="short")
    )


def _family_name(
    cursor: Cursor, i: int, entity: Entity, prefix: str, taken: list[bool]
) -> NamedMention | None:
    entry = cursor.entries[i]
    common = 0 if prefix else entry.mask & ~(S.PLACE | S.CAPITAL | S.NATIONALITY)
    if entry.mask & S.GIVEN_NAME and not cursor.mask(i + 1) & (S.GIVEN_NAME | S.PARTICLE):
        common &= ~S.GIVEN_NAME
    if entry.mask & S.STOP and not prefix and entry.surface.endswith("ى"):
        return None  # على is no علي
    if common and not _beside_speech(cursor, i):
        return None
    if i < entity.mentions[0].first and not prefix and entity.language == "ar":
        return None
    if entry.kind == LATIN and not entry.caps:
        return None
    first = i
    rest = len(entity.key) - 1
    while not prefix and first and rest and not taken[first - 1]:
        back = 2 if cursor.is_hyphen(first - 1) else 1  # Al-Falih
        if cursor.norm(first - back) != entity.key[rest - 1]:
            break
        first, rest = first - back, rest - 1
    if first == i and entry.norm in folded_words("bound_names"):  # عبد | الله calls nobody
        return None
    start = cursor.tagged.starts[first]
    if prefix and first == i:
        bits = led_by(prefix)
        hidden = bool(bits & TO) and articled(entry.norm) == bits | THE  # للوزير stays whole
        start += cut(cursor.tagged.token_text(i), len(prefix) - hidden)
    return NamedMention(first, i + 1, start, cursor.tagged.ends[i], "person", kind="short")


def _beside_speech(cursor: Cursor, i: int) -> bool:
    before, after = cursor.mask(i - 1), cursor.mask(i + 1)
    if cursor.mask(i - 1) & S.PARTICLE:
        before |= cursor.mask(i - 2)
    return bool((before | after) & (S.SPEECH | S.HONORIFIC | S.COMPLEMENTIZER | S.VERB))


def _attach(prefix: str, name: str) -> str:
    if articled(name) == THE:
        return written(led_by(prefix) | THE) + without_article(name)
    return prefix + name
