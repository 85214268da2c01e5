"""Which mentions name the same thing: one entity, many mentions.

A later mention is linked by its full name, by a part of it (the family name), by what it is (the
bare head of a body: الهيئة) or by a title (سعادته). Where two candidates fit equally, none is.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import islice

from arnlp.lang import LANGUAGES, alternatives, table
from arnlp.lexicon import senses as S
from arnlp.lexicon.bodies import bare_norm, folded_words
from arnlp.mentions.context import Context
from arnlp.mentions.engine import Engine
from arnlp.mentions.named import NamedMention, RoleMention
from arnlp.text.tokens import LATIN, WORD, cut
from arnlp.text.view import normalize

_PREFIXES = ("و", "ل", "ف", "ب", "ك", "ول", "وب")
_NEAR = 3  # sentences that a title reaches back when several persons fit
_MOST_RECENT = 16  # persons or bodies that are looked at for one
_MOST_NAMESAKES = 50


@dataclass(slots=True, eq=False)
class Entity:
    """Something with a name, with its mentions in their order."""

    type: str
    name: str
    key: tuple[str, ...]
    names: tuple[str | None, str | None] = (None, None)
    known: str | None = None
    honorifics: list[str] = field(default_factory=list)
    roles: list[RoleMention] = field(default_factory=list)
    gender: str = ""
    head: str = ""
    country: str = ""
    origin: str = "gazetteer"  # of the names
    language: str = "ar"
    mentions: list[NamedMention] = field(default_factory=list)


def link(context: Context, found: list[NamedMention]) -> list[Entity]:
    """Return the entities of a text in the order of their first mention, with their mentions."""
    return _Linker(context).link(found)


class _Linker(Engine):
    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.entities: list[Entity] = []
        self.by_key: dict[tuple[str, ...], Entity] = {}
        self.by_end: dict[int, Entity] = {}  # by the token after a mention
        # those that a shorter name may mean: persons by family name, bodies by first word
        self.longer: dict[tuple[str, str], list[Entity]] = {}
        self.by_given: dict[str, list[Entity]] = {}
        self.in_sentence: dict[tuple[int, Entity], list[NamedMention]] = {}  # by name
        self.seen_times: Counter[Entity] = Counter()  # mentions up to where titles are being linked

    def link(self, found: list[NamedMention]) -> list[Entity]:
        names = [m for m in found if m.kind != "title" and m.known != "?" and m.alias_of < 0]
        later = [m for m in found if m.kind == "title" or m.known == "?"]
        # the longest names first, so that a short form finds the long one wherever it stands
        for mention in sorted(names, key=lambda m: (m.kind == "short", m.start - m.end, m.first)):
            self._name(mention)
        for mention in found:
            if mention.alias_of >= 0:
                self._alias(mention)
        self._family_names(found)
        for entity in self.entities:
            entity.mentions.sort(key=lambda m: m.start)
        self.entities = [entity for entity in self.entities if entity.mentions]
        self._titles(later)
        for entity in self.entities:
            entity.mentions.sort(key=lambda m: m.start)
        self._bodies_of_offices()
        self.entities.sort(key=lambda entity: (entity.mentions[0].start, entity.name))
        return self.entities

    def _bodies_of_offices(self) -> None:
        """Name the body of an office that is told by its noun alone: الرئيس التنفيذي للهيئة."""
        bodies = {
            mention.first: entity
            for entity in self.entities
            if entity.type == "organization"
            for mention in entity.mentions
        }
        for entity in self.entities:
            for role in entity.roles:
                if role.organization is None:
                    inside = (bodies[k] for k in range(role.first, role.last) if k in bodies)
                    role.organization = next((body.name for body in inside), None)

    # -- names -----------------------------------------------------------------------------

    def _key(self, mention: NamedMention) -> tuple[str, ...]:
        first, *rest = self.entries[mention.first : mention.last]
        norms = [bare_norm(first)]
        norms += [e.norm for e in rest if e.kind in (WORD, LATIN) or e.norm.isalnum()]
        return tuple(word for norm in norms for word in norm.split(" "))

    def _name(self, mention: NamedMention) -> None:
        key = self._key(mention)
        label = (mention.type, *key)
        entity = self.by_key.get(label)
        if entity is None and mention.known is not None:
            entity = self.by_key.get((mention.type, "#" + mention.known))
        if entity is None:
            entity = self._longer(mention, key)
        if entity is None:
            if mention.kind == "short" and mention.type == "person" and len(key) < 2:
                return
            entity = self._new(mention, key)
        elif len(key) < len(entity.key) and mention.type == "person":
            mention.kind = "short"
        self.by_key.setdefault(label, entity)
        self._merge(entity, mention)

    def _new(self, mention: NamedMention, key: tuple[str, ...]) -> Entity:
        name = " ".join(self.tagged.text[mention.start : mention.end].split())
        first = self.entries[mention.first]
        if first.article and name.startswith("لل"):  # the article is hidden in لل
            name = "ال" + name[2:]
        entity = Entity(mention.type, name, key)
        if first.kind == LATIN:
            entity.language = "en"
        self.entities.append(entity)
        if key and mention.type == "person":
            self.by_given.setdefault(key[0], []).append(entity)
        if key:
            self.longer.setdefault(_shelf(mention.type, key), []).append(entity)
        if mention.known is not None:
            self.by_key[(mention.type, "#" + mention.known)] = entity
        return entity

    def _merge(self, entity: Entity, mention: NamedMention) -> None:
        entity.mentions.append(mention)
        self.by_end[mention.last] = entity
        entity.known = entity.known or mention.known
        if mention.names != (None, None) and entity.names == (None, None):
            entity.names = mention.names
        entity.gender = entity.gender or mention.gender
        entity.head = entity.head or mention.head
        entity.country = entity.country or mention.country
        for honorific in mention.honorifics:
            if honorific not in entity.honorifics:
                entity.honorifics.append(honorific)
        for role in mention.roles:
            if not any(_says_more(known.title, role.title) for known in entity.roles):
                entity.roles.append(role)

    def _longer(self, mention: NamedMention, key: tuple[str, ...]) -> Entity | None:
        """Return the one entity whose longer name a mention shortens."""
        test = {"person": _shortens_person, "organization": _shortens_body}.get(mention.type)
        if not key or test is None:
            return None
        shelf = self.longer.get(_shelf(mention.type, key), [])
        fitting = [entity for entity in shelf[:_MOST_NAMESAKES] if test(key, entity.key)]
        if not fitting and mention.type == "person" and len(key) == 1 and mention.honorifics:
            fitting = self.by_given.get(key[0], [])  # الشيخة مروة
        return fitting[0] if len(fitting) == 1 else None

    def _alias(self, mention: NamedMention) -> None:
        """Give a name in quotation marks to the entity named right before it."""
        entity = self.by_end.get(mention.alias_of)
        if entity is not None:
            entity.mentions.append(mention)
            self._name_in_both(entity, mention)
            self.by_key.setdefault((entity.type, *self._key(mention)), entity)

    def _name_in_both(self, entity: Entity, mention: NamedMention) -> None:
        """Take the name in the other language that a text gives in brackets, no abbreviation."""
        entry = self.entries[mention.first]
        other = "en" if entry.kind == LATIN else "ar"
        if other == entity.language or entity.names != (None, None):
            return
        if mention.last == mention.first + 1 and (entry.caps == 2 or entity.type != "place"):
            return
        name = " ".join(self.tagged.text[mention.start : mention.end].split())
        entity.names = (entity.name, name) if other == "en" else (name, entity.name)
        entity.origin = "release"

    # -- family names ------------------------------------------------------------------------

    def _family_names(self, found: list[NamedMention]) -> None:
        """Find the family names of the persons standing alone, and the short names of bodies."""
        owners: dict[str, list[Entity]] = {}
        for entity in self.entities:
            if entity.type == "person" and len(entity.key) > 1:
                owners.setdefault(entity.key[-1], []).append(entity)
        words = {name: people[0] for name, people in owners.items() if len(people) == 1}
        short = self._short_names(found)
        for entity in words.values():
            entity.mentions.sort(key=lambda m: m.start)
        if not words and not short:
            return
        forms = {name: (name, "") for name in (*words, *short)}
        for name in (*words, *short):
            for prefix in _PREFIXES:
                forms.setdefault(_attach(prefix, name), (name, prefix))
        taken = [False] * self.size
        for mention in found:
            if mention.known != "?" and mention.kind != "title":
                taken[mention.first : mention.last] = [True] * (mention.last - mention.first)
        for i, entry in enumerate(self.entries):
            if entry.norm in forms and not taken[i]:
                name, prefix = forms[entry.norm]
                if name in short:
                    self._short_name(i, *short[name], prefix)
                elif (again := self._family_name(i, words[name], prefix, taken)) is not None:
                    words[name].mentions.append(again)

    def _short_names(self, found: list[NamedMention]) -> dict[str, tuple[Entity, NamedMention]]:
        """Return the short names of one word that the text gives to bodies, with where it does."""
        out: dict[str, tuple[Entity, NamedMention]] = {}
        for mention in found:
            entity = self.by_end.get(mention.alias_of) if mention.alias_of >= 0 else None
            if entity is not None and mention.last == mention.first + 1:
                out.setdefault(self.entries[mention.first].norm, (entity, mention))
        return out

    def _short_name(self, i: int, entity: Entity, given: NamedMention, prefix: str) -> None:
        """Add a later mention of a body by the short name that the text gave it."""
        entry = self.entries[i]
        alias = self.entries[given.first]
        if i < given.first or entry.kind != alias.kind or entry.caps < alias.caps:
            return
        if alias.kind == WORD and alias.mask:  # a common word: between quotation marks alone
            return
        start = self.tagged.starts[i] + (
            cut(self.tagged.token_text(i), len(prefix)) if prefix else 0
        )
        entity.mentions.append(
            NamedMention(i, i + 1, start, self.tagged.ends[i], entity.type, kind="short")
        )

    def _family_name(
        self, i: int, entity: Entity, prefix: str, taken: list[bool]
    ) -> NamedMention | None:
        entry = self.entries[i]
        common = 0 if prefix else entry.mask & ~(S.PLACE | S.CAPITAL | S.NATIONALITY)
        if entry.mask & S.GIVEN_NAME and not self._mask(i + 1) & (S.GIVEN_NAME | S.PARTICLE):
            common &= ~S.GIVEN_NAME
        if common and not self._beside_speech(i):
            return None
        if i < entity.mentions[0].first and not prefix and entity.language == "ar":
            return None
        if entry.kind == LATIN and not entry.caps:
            return None
        first = i
        rest = len(entity.key) - 1
        while not prefix and first and rest and not taken[first - 1]:
            back = 2 if self._is_hyphen(first - 1) else 1  # Al-Falih
            if self._norm(first - back) != entity.key[rest - 1]:
                break
            first, rest = first - back, rest - 1
        if first == i and entry.norm in folded_words("bound_names"):  # عبد | الله calls nobody
            return None
        start = self.tagged.starts[first]
        if prefix and first == i:
            letters = len(prefix) - (prefix.endswith("ل") and entry.norm.startswith(prefix + "ل"))
            start += cut(self.tagged.token_text(i), letters)
        return NamedMention(first, i + 1, start, self.tagged.ends[i], "person", kind="short")

    def _beside_speech(self, i: int) -> bool:
        before, after = self._mask(i - 1), self._mask(i + 1)
        if self._mask(i - 1) & S.PARTICLE:
            before |= self._mask(i - 2)
        return bool((before | after) & (S.SPEECH | S.HONORIFIC | S.COMPLEMENTIZER | S.VERB))

    # -- titles ------------------------------------------------------------------------------

    def _titles(self, later: list[NamedMention]) -> None:
        """Link titles and bare heads to what they stand for, in the order of the text."""
        events: list[tuple[int, NamedMention, Entity | None]] = [
            (m.start, m, entity)
            for entity in self.entities
            if entity.type in ("person", "organization")
            for m in entity.mentions
        ]
        for _, m, entity in events:
            if entity is not None:
                at = self.tagged.sentence_of[m.first]
                there = self.in_sentence.setdefault((at, entity), [])
                if len(there) < _MOST_RECENT:
                    there.append(m)
        events += [(m.start, m, None) for m in later]
        events.sort(key=lambda event: event[0])
        persons: dict[Entity, int] = {}  # to the sentence of the last mention, the latest last
        bodies: dict[str, dict[Entity, int]] = {}
        for _, mention, named in events:
            entity = named
            if entity is None:
                if mention.type == "organization":
                    entity = self._by_head(mention, bodies.get(_bare(mention.head), {}))
                else:
                    entity = self._by_title(mention, persons)
                if entity is None:
                    continue
                mention.known = None
                entity.mentions.append(mention)
            recent = persons if entity.type == "person" else bodies.setdefault(_head(entity), {})
            self.seen_times[entity] += 1
            recent.pop(entity, None)
            recent[entity] = self.tagged.sentence_of[mention.first]

    def _by_title(self, mention: NamedMention, persons: dict[Entity, int]) -> Entity | None:
        """Return the person that a title stands for."""
        recent = list(islice(reversed(persons.items()), _MOST_RECENT))
        if mention.roles:
            same = _office(mention.roles[0].title)
            holders = [p for p, _ in recent if any(_office(r.title) == same for r in p.roles)]
            return holders[0] if len(holders) == 1 else None
        fitting = [(p, at) for p, at in recent if _agrees(mention, p)]
        if self._mask(mention.first) & (S.BARE_ROLE | S.ROLE):
            holders = [p for p, _ in fitting if _holds(mention.head, p)]
            return holders[0] if len(holders) == 1 else None
        style = _style(mention.head)
        if not style:
            return self._nearest(mention, fitting)
        styles = [(p, at, {_style(h) for h in p.honorifics} - {""}) for p, at in fitting]
        styled = [(p, at) for p, at, known in styles if style in known]
        plain = [(p, at) for p, at, known in styles if not known]
        return self._foremost(styled or plain) or self._nearest(mention, styled or plain)

    def _foremost(self, candidates: list[tuple[Entity, int]]) -> Entity | None:
        """Return the one candidate that the text has come back to, where the others stand once."""
        again = [person for person, _ in candidates if self.seen_times[person] > 1]
        return again[0] if len(again) == 1 and len(candidates) > 1 else None

    def _by_head(self, mention: NamedMention, bodies: dict[Entity, int]) -> Entity | None:
        """Return the body that a bare head refers back to: of the release's own country, if any."""
        recent = list(islice(reversed(bodies.items()), _MOST_RECENT))
        own = [(b, at) for b, at in recent if b.country in ("", self.context.country)]
        return self._nearest(mention, own or recent)

    def _nearest(
        self, mention: NamedMention, candidates: list[tuple[Entity, int]]
    ) -> Entity | None:
        """Return the only candidate, else the one of the nearest sentence, else its subject."""
        if len(candidates) < 2:
            return candidates[0][0] if candidates else None
        nearest = max(at for _, at in candidates)
        if self.tagged.sentence_of[mention.first] - nearest > _NEAR:
            return None
        named = [entity for entity, at in candidates if at == nearest]
        return named[0] if len(named) == 1 else self._subject(nearest, named)

    def _subject(self, sentence: int, candidates: list[Entity]) -> Entity | None:
        """Return the one candidate that is the subject of a sentence: its verb stands right before."""
        first, last = self.tagged.sentences[sentence]
        subjects = []
        for entity in candidates:
            for mention in self.in_sentence.get((sentence, entity), ()):
                k = mention.first - 1
                while k > first and self._mask(k) & S.HONORIFIC:
                    k -= 1
                if first <= k < last and self._mask(k) & (S.VERB | S.SPEECH):
                    subjects.append(entity)
                    break
        if len(subjects) != 1:
            return None
        others = [entity for entity in candidates if entity is not subjects[0]]
        return None if self._joined(subjects[0], others, sentence) else subjects[0]

    def _joined(self, subject: Entity, others: list[Entity], sentence: int) -> bool:
        """Tell whether 'and' joins another candidate to the subject of a sentence: both are meant."""
        first = self.tagged.sentences[sentence][0]
        ends = {m.last for m in self.in_sentence.get((sentence, subject), ())}
        for entity in others:
            for mention in self.in_sentence.get((sentence, entity), ()):
                k = mention.first
                while k > first and self._mask(k - 1) & S.HONORIFIC:
                    k -= 1
                if k in ends and self.entries[k].clitics.startswith("و"):
                    return True
        return False


def _head(entity: Entity) -> str:
    """Return the word by which a body is referred to later: Arabic names open with it."""
    if entity.language == "en":
        return entity.head
    return _bare(entity.key[0]) if entity.key else ""


def _shelf(type_: str, key: tuple[str, ...]) -> tuple[str, str]:
    return type_, key[-1] if type_ == "person" else key[0]


def _attach(prefix: str, name: str) -> str:
    if prefix.endswith("ل") and name.startswith("ال"):
        return prefix + name[1:]
    return prefix + name


@lru_cache(maxsize=10_000)
def _bare(norm: str) -> str:
    """Strip clitics and article off the head of a body: وللوزاره and الوزاره are وزاره."""
    for prefix in ("وال", "بال", "فال", "كال", "ولل", "لل", "ال"):
        if norm.startswith(prefix) and len(norm) - len(prefix) > 2:
            return norm[len(prefix) :]
    return norm


@cache
def _particles() -> frozenset[str]:
    """Return the small words of names that a shorter form may leave out."""
    return frozenset(
        normalize(word)
        for language in LANGUAGES
        for row in table(language, "name_particles")
        if row["kind"] in ("son", "family")
        for word in alternatives(row["spellings"])
    )


@cache
def _styles() -> dict[str, str]:
    """Return the styles of address by their folded stems."""
    return {
        normalize(word): row["style"]
        for language in LANGUAGES
        for row in table(language, "styles")
        for word in alternatives(row["spellings"])
    }


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


def _shortens_body(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Tell whether a body's name is the start of a longer one by up to four words."""
    return (
        len(short) > 1 and len(short) < len(full) <= len(short) + 4 and full[: len(short)] == short
    )


def _agrees(mention: NamedMention, person: Entity) -> bool:
    return not mention.gender or not person.gender or mention.gender == person.gender


@lru_cache(maxsize=10_000)
def _style(title: str) -> str:
    """Return the style in a title or honorific, without pronoun, article and case ending.

    >>> _style("سعاده"), _style("سعادته"), _style("صاحب السمو الملكي"), _style("الدكتور")
    ('سعادة', 'سعادة', 'سمو', '')
    """
    for word in _fold(title).replace(".", "").split(" "):
        stem = word.removeprefix("ال")
        for ending in ("ته", "تها", "ه", "ها"):
            if stem.endswith(ending) and len(stem) - len(ending) >= 3:
                stem = stem[: -len(ending)]
                break
        if style := _styles().get(stem):
            return style
    return ""


def _holds(role: str, person: Entity) -> bool:
    """Tell whether somebody holds the office that a bare title names."""
    head = _bare(role.removeprefix("the "))
    for held in person.roles:
        words = [_bare(word) for word in _fold(held.title).split(" ")]
        if words[0] == head or " ".join(words).startswith(head) or words[-1] == head:
            return True
    return False


def _says_more(known: str, title: str) -> bool:
    """Tell whether an office is known already, or is the bare head of one that is: المحافظ."""
    if known == title:
        return True
    return " " not in title and _bare(_fold(title)) == _bare(_fold(known).split(" ")[0])


def _office(title: str) -> str:
    """Return an office in a form that its mentions share: folded, without the article before it."""
    first, _, rest = _fold(title).partition(" ")
    return f"{_bare(first)} {rest}"


@lru_cache(maxsize=10_000)
def _fold(title: str) -> str:
    return normalize(title)
