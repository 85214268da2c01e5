"""What a text says as a whole: its paragraphs and the headings in it, what it names most, its country."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import TYPE_CHECKING

from arnlp.names import Entity
from arnlp.syntax.sentences import Sentences

if TYPE_CHECKING:
    from arnlp.facts.analysis import Analysis

_COUNTRY = "-country-"  # in the key of a country of the gazetteer
_AT_HEAD = 400  # characters in which a text without a country may name the first
_SHORT, _UNDER = 9, 14  # words of a heading; sentences that one heading stands over
_ENDS = '.!?؟…»"'
_INDENT, _TRAIL = 16, 3  # characters before and behind a line that may be spaces


class Passages:
    """What a text names most, the country that it is of and what stands over its sentences; found once.

    ``bodies`` are what it names beside persons and places, most often first; ``topics`` two of them, a
    place and ``home``, its country; ``headings`` tells of each sentence its heading (:func:`headings_of`).
    """

    def __init__(self, analysis: Analysis) -> None:
        self.bodies = _most_named(analysis, lambda e: e.type not in ("person", "place"))
        places = _places(analysis)
        self.home = home = _home_of(analysis, places)
        self.topics = [*self.bodies[:2], *[e for e in places if e is not home][:1]]
        if home is not None:
            self.topics.append(home)
        self.headings = headings_of(analysis, analysis.wording.sentences)


def _home_of(analysis: Analysis, places: list[Entity]) -> Entity | None:
    """Return the country of a release where it names it, else the first country at its head."""
    countries = [e for e in places if _COUNTRY in (e.known or "")]
    own = analysis.context.country
    for entity in countries:
        if own is not None and entity.country == own:
            return entity
    first = min(countries, key=lambda e: e.mentions[0].start, default=None)
    return first if own is None and first and first.mentions[0].start < _AT_HEAD else None


def headings_of(analysis: Analysis, sentences: Sentences) -> list[int]:
    """Return of each sentence the number of the heading that it stands under, -1 for none.

    A heading is a short line alone, without a figure and without a mark that ends a sentence, inside
    the text: ``Saudi women``, ``Imports by use``, ``الصادرات:``.
    """
    text = analysis.cursor.tagged.text
    figures = sorted(q.start for q in analysis.quantities)
    out: list[int] = []
    heading = -1
    stretches = sentences.trees.stretches
    for number, stretch in enumerate(stretches):
        start, end = stretch.starts[0], stretch.ends[-1]
        if heading >= 0 and number - heading > _UNDER:
            heading = -1
        out.append(heading)
        if len(stretch.starts) > _SHORT or text[end - 1] in _ENDS:
            continue
        before, behind = text[max(0, start - _INDENT) : start], text[end : end + _TRAIL]
        if before.rstrip(" \t")[-1:] != "\n" or behind.lstrip(" \t")[:1] != "\n":
            continue
        at = bisect_left(figures, start)
        if at == len(figures) or figures[at] >= end:
            heading = number
    return out


def _places(analysis: Analysis) -> list[Entity]:
    """Return the places that a text names outside its dateline, the most named first."""
    dateline = analysis.dateline
    until = dateline.end if dateline is not None else -1
    first = dateline.start if dateline is not None else 0
    named = _most_named(analysis, lambda e: e.type == "place")
    return [e for e in named if any(not first <= m.start < until for m in e.mentions)]


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
