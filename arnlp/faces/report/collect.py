"""Results read one by one, and what the index of a report keeps of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from arnlp.faces.html.inert import inert
from arnlp.faces.html.marks import Item, stretches
from arnlp.faces.html.rows import rows_of, shortened
from arnlp.faces.html.sides import Side, side_of
from arnlp.model.release import Entity, Release

_WHEN = ("period", "date", "from", "to")


class Listed(NamedTuple):
    """A release in the index."""

    page: str
    uid: str
    title: str
    side: Side
    body: str
    published: str
    country: str
    facts: int


class ListedFact(NamedTuple):
    """A fact in the index: which release, what it says, its days, its bodies by number."""

    release: int
    id: str
    type: str
    value: str
    what: str
    whom: str
    when: str
    first: str
    last: str
    bodies: list[int]
    sure: int


@dataclass(slots=True)
class Corpus:
    """The releases and facts of a report."""

    releases: list[Listed] = field(default_factory=list)
    facts: list[ListedFact] = field(default_factory=list)
    bodies: dict[str, int] = field(default_factory=dict)

    def add(self, release: Release, page: str, uid: str) -> None:
        """Take a release in, whose page is written.

        >>> from arnlp import extract
        >>> corpus = Corpus()
        >>> corpus.add(extract("Exports rose by 5% in 2024."), "1.html", "r1")
        >>> [(fact.value, fact.what, fact.first) for fact in corpus.facts]
        [('5% increase by', 'Exports', '2024-01-01')]
        """
        found = release.model_dump(mode="json")
        info = found["document"]
        lead = _lead(release.entities)
        title = _plain(info["title"] or info["source"] or info["id"])
        number = len(self.releases)
        self.releases.append(
            Listed(
                page, uid, title, side_of(title), _called(lead) if lead else "", _plain(info["published"] or ""),
                _plain(info["country"] or ""), len(found["facts"]),
            )
        )  # fmt: skip
        entities = {entity.id: entity for entity in release.entities}
        for fact, row in zip(found["facts"], rows_of(found), strict=True):
            bodies = [lead] if lead else []
            named = [entities.get(part.get("entity_id") or "") for part in stretches(fact)]
            bodies += [
                entity for entity in named if entity is not None and entity.type == "organization"
            ]
            first, last = _days(fact)
            self.facts.append(
                ListedFact(
                    number, _plain(fact["id"]), fact["type"], _plain(f"{row.value} {row.change}".strip()),
                    _plain(row.what[0].text if row.what else row.evidence[0].text if row.evidence else ""),
                    _plain(row.whom[0].text if row.whom else row.said[0].text if row.said else ""),
                    _plain(row.when[0].worth or row.when[0].text if row.when else ""), first, last,
                    list(dict.fromkeys(self._number_of(body) for body in bodies)), round(fact["confidence"] * 100),
                )
            )  # fmt: skip

    def _number_of(self, body: Entity) -> int:
        return self.bodies.setdefault(_called(body), len(self.bodies))

    def data(self) -> dict[str, Any]:
        """Return what the script of the index filters."""
        types = sorted({fact.type for fact in self.facts})
        return {
            "types": types,
            "bodies": list(self.bodies),
            "releases": [
                [one.page, one.uid, one.title, one.side.dir, one.published, one.country, one.body]
                for one in self.releases
            ],
            "facts": [[*fact[:2], types.index(fact.type), *fact[3:]] for fact in self.facts],
        }

    def countries(self) -> Counter[str]:
        """Return how many facts are of releases of each country."""
        return Counter(self.releases[fact.release].country for fact in self.facts)


def releases_in(path: Path) -> Iterator[tuple[int, Release | str]]:
    """Yield the number of each line of a file of JSON lines with its release, or why there is none."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                yield number, Release.model_validate_json(line)
            except ValidationError as error:
                first = error.errors(include_url=False, include_input=False)[0]
                where = ".".join(map(str, first["loc"]))
                yield number, f"no result of an extraction: {where} {first['msg']}".strip()


def _plain(text: str) -> str:
    return inert(shortened(text, 120))


def _lead(entities: list[Entity]) -> Entity | None:
    """Return the body that a release names most, the first of those that it names as often."""
    bodies = [entity for entity in entities if entity.type == "organization"]
    return max(bodies, key=lambda body: len(body.mentions), default=None)


def _called(body: Entity) -> str:
    """Return a body as the index lists it: one that is known under one name in both languages."""
    names = body.names
    if names.origin == "gazetteer" and names.ar and names.en:
        return _plain(f"{names.en} · {names.ar}")
    return _plain(body.name)


def _days(fact: Item) -> tuple[str, str]:
    """Return the first and the last day of a fact, empty where they are not told."""
    for name in _WHEN:
        period = fact.get(name)
        if period and (period["from_date"] or period["to_date"]):
            return period["from_date"] or "", period["to_date"] or ""
    return "", ""
