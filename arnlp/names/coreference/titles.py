"""Titles and bare heads linked to what they stand for: سعادته, الهيئة, the Minister."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import islice

from arnlp.engine import Cursor
from arnlp.lang import LANGUAGES, alternatives, table
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.names.coreference.entity import Entity
from arnlp.names.coreference.links import Links
from arnlp.names.coreference.title_words import bare_head, fold_title, office_key
from arnlp.names.mention import NamedMention
from arnlp.text.clitics import AND, pronoun, without_article
from arnlp.text.view import normalize

_NEAR = 3  # sentences that a title reaches back when several persons fit
# His or her, behind a feminine title or another: سعادته, معاليها.
_OWNED = tuple(teh + pronoun(name) for teh in ("ت", "") for name in ("he", "she"))
_MOST_RECENT = 16  # persons or bodies that are looked at for one


def link_titles(cursor: Cursor, links: Links, found: list[NamedMention]) -> None:
    """Link titles and bare heads to what they stand for, in the order of the text."""
    events: list[tuple[int, NamedMention, Entity | None]] = [
        (m.start, m, entity)
        for entity in links.entities
        if entity.type in ("person", "organization")
        for m in entity.mentions
    ]
    for _, m, entity in events:
        if entity is not None:
            at = cursor.tagged.sentence_of[m.first]
            there = links.in_sentence.setdefault((at, entity), [])
            if len(there) < _MOST_RECENT:
                there.append(m)
    events += [(m.start, m, None) for m in found if m.kind == "title" or m.known == "?"]
    events.sort(key=lambda event: event[0])
    persons: dict[Entity, int] = {}  # to the sentence of the last mention, the latest last
    bodies: dict[str, dict[Entity, int]] = {}
    for _, mention, named in events:
        entity = named
        if entity is None:
            if mention.type == "organization":
                entity = _by_head(cursor, links, mention, bodies.get(bare_head(mention.head), {}))
            else:
                entity = _by_title(cursor, links, mention, persons)
            if entity is None:
                continue
            mention.known = None
            entity.mentions.append(mention)
        recent = persons if entity.type == "person" else bodies.setdefault(_head_of(entity), {})
        links.seen_times[entity] += 1
        recent.pop(entity, None)
        recent[entity] = cursor.tagged.sentence_of[mention.first]


def _by_title(
    cursor: Cursor, links: Links, mention: NamedMention, persons: dict[Entity, int]
) -> Entity | None:
    """Return the person that a title stands for."""
    recent = list(islice(reversed(persons.items()), _MOST_RECENT))
    if mention.roles:
        same = office_key(mention.roles[0].title)
        holders = [p for p, _ in recent if any(office_key(r.title) == same for r in p.roles)]
        return holders[0] if len(holders) == 1 else None
    fitting = [(p, at) for p, at in recent if _agrees(mention, p)]
    if cursor.mask(mention.first) & (S.BARE_ROLE | S.ROLE):
        holders = [p for p, _ in fitting if _holds_office(mention.head, p)]
        return holders[0] if len(holders) == 1 else None
    style = _style_of(mention.head)
    if not style:
        return _nearest_of(cursor, links, mention, fitting)
    styles = [(p, at, {_style_of(h) for h in p.honorifics} - {""}) for p, at in fitting]
    styled = [(p, at) for p, at, known in styles if style in known]
    plain = [(p, at) for p, at, known in styles if not known]
    return _foremost(links, styled or plain) or _nearest_of(cursor, links, mention, styled or plain)


def _foremost(links: Links, candidates: list[tuple[Entity, int]]) -> Entity | None:
    """Return the one candidate that the text has come back to, where the others stand once."""
    again = [person for person, _ in candidates if links.seen_times[person] > 1]
    return again[0] if len(again) == 1 and len(candidates) > 1 else None


def _by_head(
    cursor: Cursor, links: Links, mention: NamedMention, bodies: dict[Entity, int]
) -> Entity | None:
    """Return the body that a bare head refers back to: of the release's own country, if any."""
    recent = list(islice(reversed(bodies.items()), _MOST_RECENT))
    own = [(b, at) for b, at in recent if b.country in ("", cursor.context.country)]
    return _nearest_of(cursor, links, mention, own or recent)


def _nearest_of(
    cursor: Cursor, links: Links, mention: NamedMention, candidates: list[tuple[Entity, int]]
) -> Entity | None:
    """Return the only candidate, else the one of the nearest sentence, else its subject."""
    if len(candidates) < 2:
        return candidates[0][0] if candidates else None
    nearest = max(at for _, at in candidates)
    if cursor.tagged.sentence_of[mention.first] - nearest > _NEAR:
        return None
    named = [entity for entity, at in candidates if at == nearest]
    return named[0] if len(named) == 1 else _subject_among(cursor, links, nearest, named)


def _subject_among(
    cursor: Cursor, links: Links, sentence: int, candidates: list[Entity]
) -> Entity | None:
    """Return the one candidate that is the subject of a sentence: its verb stands right before."""
    first, last = cursor.tagged.sentences[sentence]
    subjects = []
    for entity in candidates:
        for mention in links.in_sentence.get((sentence, entity), ()):
            k = mention.first - 1
            while k > first and cursor.mask(k) & S.HONORIFIC:
                k -= 1
            if first <= k < last and cursor.mask(k) & (S.VERB | S.SPEECH):
                subjects.append(entity)
                break
    if len(subjects) != 1:
        return None
    others = [entity for entity in candidates if entity is not subjects[0]]
    return None if _is_joined(cursor, links, subjects[0], others, sentence) else subjects[0]


def _is_joined(
    cursor: Cursor, links: Links, subject: Entity, others: list[Entity], sentence: int
) -> bool:
    """Tell whether 'and' joins another candidate to the subject of a sentence: both are meant."""
    first = cursor.tagged.sentences[sentence][0]
    ends = {m.last for m in links.in_sentence.get((sentence, subject), ())}
    for entity in others:
        for mention in links.in_sentence.get((sentence, entity), ()):
            k = mention.first
            while k > first and cursor.mask(k - 1) & S.HONORIFIC:
                k -= 1
            if k in ends and cursor.entries[k].led & AND:
                return True
    return False


def _head_of(entity: Entity) -> str:
    """Return the word by which a body is referred to later: Arabic names open with it."""
    if entity.language == "en":
        return entity.head
    return bare_head(entity.key[0]) if entity.key else ""


@cache
def _styles() -> dict[str, str]:
    """Return the styles of address by their folded stems."""
    return {
        normalize(word): row["style"]
        for language in LANGUAGES
        for row in table(language, "styles")
        for word in alternatives(row["spellings"])
    }


def _agrees(mention: NamedMention, person: Entity) -> bool:
    return not mention.gender or not person.gender or mention.gender == person.gender


@lru_cache(maxsize=10_000)
def _style_of(title: str) -> str:
    """Return the style in a title or honorific, without pronoun, article and case ending.

    >>> _style_of("سعاده"), _style_of("سعادته"), _style_of("صاحب السمو الملكي"), _style_of("الدكتور")
    ('سعادة', 'سعادة', 'سمو', '')
    """
    for word in fold_title(title).replace(".", "").split(" "):
        stem = without_article(word)
        for ending in _OWNED:
            if stem.endswith(ending) and len(stem) - len(ending) >= 3:
                stem = stem[: -len(ending)]
                break
        if style := _styles().get(stem):
            return style
    return ""


def _holds_office(role: str, person: Entity) -> bool:
    """Tell whether somebody holds the office that a bare title names."""
    head = bare_head(role.removeprefix("the "))
    first, _, rest = head.partition(" ")
    if rest and first in grammar_words("prefixed"):  # دولة رئيس الوزراء
        head = rest
    for held in person.roles:
        words = [bare_head(word) for word in fold_title(held.title).split(" ")]
        if words[0] == head or " ".join(words).startswith(head) or words[-1] == head:
            return True
    return False
