"""What a text says as a whole: the paragraphs of its sentences, what it names most."""

from __future__ import annotations

from collections.abc import Callable

from arnlp.facts.analysis import Analysis
from arnlp.names import Entity
from arnlp.syntax.sentences import Sentences


def bodies_of(analysis: Analysis) -> list[Entity]:
    """Return what a text names beside persons and places, most often first."""
    return _most_named(analysis, lambda e: e.type not in ("person", "place"))


def topics_of(analysis: Analysis) -> list[Entity]:
    """Return what a text names most: two bodies and a place."""
    places = _most_named(analysis, lambda e: e.type == "place")
    return [*bodies_of(analysis)[:2], *places[:1]]


def _most_named(analysis: Analysis, wanted: Callable[[Entity], bool]) -> list[Entity]:
    """Return the wanted entities, those with the most mentions first."""
    named = [e for e in analysis.entities if e.mentions and wanted(e)]
    return sorted(named, key=lambda e: (-len(e.mentions), e.mentions[0].start))


def paragraphs_of(text: str, sentences: Sentences) -> list[int]:
    """Return of each sentence the number of its paragraph."""
    out: list[int] = []
    number = at = 0
    for stretch in sentences.trees.stretches:
        number += "\n" in text[at : stretch.starts[0]]
        at = stretch.starts[0]
        out.append(number)
    return out
