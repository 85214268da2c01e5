"""Which country a release is of: all that tells of one is weighed, and the heaviest must lead."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import NamedTuple

from arnlp.engine.country_clues import Clue, clues, countries_read_in
from arnlp.engine.dateline import Datelined
from arnlp.lang import alternatives, table
from arnlp.lexicon.tagged import TaggedText

_LIMIT = 2000  # tokens that are looked at
_LEAD, _TAIL = 60, 400  # tokens before which a clue counts double, and behind which by half
_FOREIGN = 0.3  # of the weight, of countries whose releases are not read in the text's language
_LEAST = 2.0  # weight that a country must have
_MARGIN, _TIMES = 1.75, 1.3  # by how much, and how many times, it must outweigh any other
_RIVALS = 3
_SHOWN = 6
_HOST = re.compile(
    r"(?:^|//|^[^/]*@|//[^/]*@)([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?=[/:?#]|$)", re.IGNORECASE
)


class Evidence(NamedTuple):
    """What tells of a country, as a whole text repeats it: where it stands first, and its weight.

    ``start`` and ``end`` are None where it stands outside the text.
    """

    text: str
    start: int | None
    end: int | None
    kind: str
    country: str
    weight: float


class Weighed(NamedTuple):
    """The country of a text or None, the evidence that weighed most, and the heaviest countries."""

    country: str | None
    evidence: tuple[Evidence, ...]
    leading: tuple[tuple[str, float], ...]


class _Weight(NamedTuple):
    """What a kind of evidence weighs, and what of it a text may repeat: a row of the table."""

    weight: float
    counts: str


class _Scale:
    """Weights by country and clue: each clue once, however often the text repeats it."""

    def __init__(self, language: str) -> None:
        self.weights: dict[str, dict[tuple[str, str], float]] = defaultdict(dict)
        self.first: dict[tuple[str, str], tuple[Clue, str]] = {}
        self._times: dict[tuple[str, tuple[str, str]], int] = {}
        self._home = countries_read_in(language)
        self._weight_of = _weights()

    def add(self, clue: Clue, name: str, at: int) -> None:
        """Put a clue on the scale: its second mention weighs half, its third a third."""
        weight_of = self._weight_of[clue.kind]
        key = (clue.kind, "" if weight_of.counts == "kind" else name)
        place = 2.0 if at < _LEAD else 0.5 if at > _TAIL else 1.0
        if weight_of.counts == "signed":
            place = 1.0
        if key not in self.first:
            self.first[key] = clue, name
        for country in clue.countries:
            times = self._times[country, key] = self._times.get((country, key), 0) + 1
            weight = place * weight_of.weight / times
            if country not in self._home:
                weight *= _FOREIGN
            own = self.weights[country]
            own[key] = own.get(key, 0.0) + weight

    def outweighs(self, one: str, other: str) -> bool:
        """Tell whether one country outweighs another by what tells of only one of them."""
        own, its = self.weights[one], self.weights[other]
        shared = sum(min(weight, its[key]) for key, weight in own.items() if key in its)
        mine, theirs = sum(own.values()) - shared, sum(its.values()) - shared
        return mine >= theirs + _MARGIN and mine >= theirs * _TIMES


def weigh_country(
    tagged: TaggedText, dateline: Datelined | None = None, source: str | None = None
) -> Weighed:
    """Tell the country of a release by all that tells of one, none where none outweighs the others.

    >>> weigh_country(TaggedText("بلغت تحويلات المغاربة 88 مليار درهم في شتنبر")).country
    'MA'
    >>> weigh_country(TaggedText("بلغت الصادرات 44 مليون دينار")).country
    """
    scale = _Scale(tagged.language_of(0, _TAIL))
    if source and (host := host_of(source)) and (country := country_of_host(host)):
        scale.add(Clue(0, 0, "domain", (country,)), host, 0)
    for clue in clues(tagged, dateline, _LIMIT):
        name = tagged.entries[clue.first].norm
        if clue.last > clue.first + 1:
            name = " ".join([entry.norm for entry in tagged.entries[clue.first : clue.last]])
        scale.add(clue, name, clue.first)
    totals = {country: sum(own.values()) for country, own in scale.weights.items()}
    leading = sorted(totals.items(), key=lambda item: (-item[1], item[0]))[: _RIVALS + 1]
    told = None
    if leading and leading[0][1] >= _LEAST:
        best = leading[0][0]
        if all(scale.outweighs(best, other) for other, _ in leading[1:]):
            told = best
    return Weighed(told, _shown(tagged, scale, told), tuple(leading))


def _shown(tagged: TaggedText, scale: _Scale, told: str | None) -> tuple[Evidence, ...]:
    """Return the evidence that weighed most; of what tells of several countries, that of the one told."""
    shared = scale.weights[told].keys() if told else frozenset()
    found = [
        (-round(weight, 2), country, key)
        for country, own in scale.weights.items()
        for key, weight in own.items()
        if country == told or key not in shared
    ]
    found.sort(key=lambda one: (one[0], one[1], scale.first[one[2]][0].first))
    return tuple(
        Evidence(*_place_of(tagged, *scale.first[key]), key[0], country, -weight)
        for weight, country, key in found[:_SHOWN]
    )


def _place_of(tagged: TaggedText, clue: Clue, name: str) -> tuple[str, int | None, int | None]:
    """Return the text of a clue and where it stands; that of a host stands nowhere."""
    if not clue.last:
        return name, None, None
    start, end = tagged.start_of(clue.first), tagged.ends[clue.last - 1]
    return tagged.text[start:end], start, end


def given(country: str) -> tuple[Evidence, ...]:
    """Return the evidence of a country that the caller gave.

    >>> given("AE")[0].kind
    'argument'
    """
    return (Evidence(country, None, None, "argument", country, _weights()["argument"].weight),)


def host_of(source: str) -> str:
    """Return the host of an address, or of what starts with one or is one; else nothing.

    >>> host_of("https://www.wam.ae/ar/article/1"), host_of("spa.gov.sa/1"), host_of("ar/notes.sa")
    ('www.wam.ae', 'spa.gov.sa', '')
    """
    found = _HOST.search(source)
    return found[1].lower() if found else ""


def country_of_host(host: str) -> str:
    """Return the country of a host by the longest end of it that the table has, else nothing.

    >>> country_of_host("www.petra.gov.jo"), country_of_host("suna-sd.net"), country_of_host("a.com")
    ('JO', 'SD', '')
    """
    labels = host.split(".")
    ends = (".".join(labels[i:]) for i in range(1 if len(labels) > 2 else 0, len(labels)))
    return next((_hosts()[end] for end in ends if end in _hosts()), "")


@cache
def _weights() -> dict[str, _Weight]:
    return {
        row["kind"]: _Weight(float(row["weight"]), row["counts"])
        for row in table("common", "country_weights")
    }


@cache
def _hosts() -> dict[str, str]:
    return {
        end: row["country"]
        for row in table("common", "release_countries")
        for end in alternatives(row["hosts"])
    }
