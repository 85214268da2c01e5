"""Names that are looked up whole: places, bodies that no noun tells, and given names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from arnlp.lang import LANGUAGES, Row, alternatives, table
from arnlp.lexicon import senses as S
from arnlp.lexicon.bodies import Body, Spelling, words_of
from arnlp.lexicon.senses import Sense
from arnlp.lexicon.vocabulary import Vocabulary

# Times that a given name is borne to be read in Latin letters by itself.
_OFTEN = 5
_SHORT = 2  # letters of a Latin spelling that may be anything


class Place(NamedTuple):
    """One place that a name can mean."""

    country: str
    kind: str
    ar: str
    en: str
    weak: bool


def add_places(vocabulary: Vocabulary, found: Iterable[Place]) -> None:
    """Add places, a name of several with all of them."""
    by_form: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    spelling_of: dict[tuple[str, ...], str] = {}
    for name, places in _places_by_name(found).items():
        form = words_of(name)
        spelling_of.setdefault(form, name)
        known = by_form[form]
        known += [place for place in places if place not in known]
    for form, places in by_form.items():
        kind = S.WEAK_PLACE if all(place.weak for place in places) else S.PLACE
        vocabulary.add(spelling_of[form], Sense(kind, tuple(places)), form)


def _places_by_name(found: Iterable[Place]) -> dict[str, list[Place]]:
    """Return the places of each spelling, one for each country and kind: the first in the tables."""
    by_name: dict[str, list[Place]] = defaultdict(list)
    for place in found:
        arabic, english = alternatives(place.ar), alternatives(place.en)
        named = place._replace(ar=arabic[0] if arabic else "", en=english[0] if english else "")
        for name in (*arabic, *english):
            known = by_name[name]
            if not any(p.country == place.country and p.kind == place.kind for p in known):
                known.append(named)
    return by_name


def own_places(rows: Sequence[Row]) -> Iterator[Place]:
    """Yield the places of a lexicon of one's own, with all their spellings in a cell."""
    for row in rows:
        kind, weak = row["kind"] or "city", row["weak"] == "weak"
        yield Place(row["country"], kind, row["ar"], row["en"], weak)


def places() -> Iterator[Place]:
    """Yield the places of the tables, with all their spellings in a cell."""
    for name in ("places", "geonames"):
        for row in table("common", name):
            weak = row["weak"] == "weak"
            yield Place(row["country"], row["kind"], row["ar"], row["en"], weak)
    for row in table("common", "countries"):
        yield Place(row["code"], "country", row["ar"], row["en"], False)


class KnownName(NamedTuple):
    """What a lexicon of one's own tells of a name: an id, its names, and a person's office in both languages."""

    id: str
    ar: str | None
    en: str | None
    offices: Mapping[str, tuple[str, str | None]]


def add_own_names(vocabulary: Vocabulary, own: Mapping[str, Sequence[Row]]) -> None:
    """Add people and other names of a lexicon of one's own."""
    for table_ in ("people", "names"):
        for n, row in enumerate(own.get(table_, ()), start=1):
            arabic, english = alternatives(row["ar"]), alternatives(row["en"])
            offices = {
                language: (row[f"office_{language}"], row[f"organization_{language}"] or None)
                for language in LANGUAGES
                if row.get(f"office_{language}")
            }
            names = (arabic[0] if arabic else None, english[0] if english else None)
            known = KnownName(f"own-{table_}-{n}", *names, offices)
            for language, words in (("ar", arabic), ("en", english)):
                for spelling in words:
                    sense = Sense(S.KNOWN_NAME, known, row.get("type", "person"), language)
                    vocabulary.add(spelling, sense)


class Told(NamedTuple):
    """What a word tells of the country of a text, where the words of ``rest`` follow it."""

    rest: tuple[str, ...]
    kind: str
    countries: tuple[str, ...]


def add_country_words(vocabulary: Vocabulary) -> None:
    """Add what tells the country of a text: to the first word, or to the phrase that is one already."""
    by_head: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    spelling_of: dict[tuple[str, ...], str] = {}
    for language in LANGUAGES:
        for row in table(language, "country_words"):
            for spelling in alternatives(row["spellings"]):
                words = words_of(spelling)
                size = vocabulary.phrase_in(words)
                spelling_of.setdefault(words[:size], spelling)
                told = Told(words[size:], row["kind"], tuple(row["countries"].split(" ")))
                by_head[words[:size]].append(told)
    for head, found in by_head.items():
        found.sort(key=lambda told: -len(told.rest))
        spelling = spelling_of[head] if len(head) > 1 else spelling_of[head].split(" ")[0]
        vocabulary.add(spelling, Sense(S.COUNTRY_WORD, tuple(found)), head)


def add_bodies(
    vocabulary: Vocabulary, found: Iterable[Spelling], known: Sequence[Vocabulary]
) -> None:
    """Add the bodies whose names do not open, or in English end, with the noun of a body.

    ``known`` tell which words are such nouns. The others are told by that noun first and looked up afterwards, for their names may go on.
    """
    owners: dict[tuple[str, ...], list[Body]] = defaultdict(list)
    first: dict[tuple[str, ...], Spelling] = {}
    for spelling in found:
        if spelling.use == "quoted":
            continue
        words = words_of(spelling.text)
        if len(words) > 1 and _has_body_noun(known, words):
            continue
        first.setdefault(words, spelling)
        if spelling.body not in owners[words]:
            owners[words].append(spelling.body)
    for words, bearers in owners.items():
        country = bearers[0].country if len(bearers) == 1 else ""
        spelling = first[words]
        use = spelling.use if spelling.text.isupper() else "name"  # Masdar is no abbreviation
        vocabulary.add(spelling.text, Sense(S.ORG, tuple(bearers), country, use), words)


def _has_body_noun(known: Sequence[Vocabulary], words: tuple[str, ...]) -> bool:
    ends = (words[0], words[-1])
    return any(vocabulary.is_body_noun(word) for vocabulary in known for word in ends)


def add_given_names(vocabulary: Vocabulary) -> None:
    """Add the given names of person_names.tsv: in Latin letters, and Arabic ones that mean nothing else."""
    for row in table("common", "person_names"):
        if int(row["given"]) < _OFTEN:
            continue
        if row["name"] not in vocabulary.words:
            vocabulary.add(row["name"], Sense(S.GIVEN_NAME, "", "seldom", "ar"))
        for name in alternatives(row["latin"]):
            if name.isalpha() and len(name) > _SHORT:
                vocabulary.add(name, Sense(S.GIVEN_NAME, "", "", "en"))
