"""What tells that two sentences say the same: numbers, months, places, words of a glossary, names.

A clue is a key that both texts can hold. Names are linked by their sounds
(:mod:`~arnlp.faces.compare.sounds`): the clue is the English word, and an Arabic word holds the clue
of every English word that it sounds like.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from arnlp.faces.compare.glossary import glossed
from arnlp.faces.compare.sides import Side
from arnlp.faces.compare.sounds import Sounds, keys, likeness, near_keys, sounds_of
from arnlp.faces.compare.values import values_of
from arnlp.lexicon import senses as S
from arnlp.text.clitics import cuts
from arnlp.text.tokens import LATIN, WORD

Clue = tuple[str, object]

_ALIKE = 0.72
_SHORT = 3  # sounds; shorter words must be all but the same
_ALIKE_SHORT = 0.85
_LEAST = 3  # letters of a word that is looked up by its sounds
_DATED = S.MONTH | S.WEEKDAY | S.HIJRI_MONTH


class Links:
    """The English words of a text in capitals, and the Arabic words that sound like each."""

    def __init__(self, arabic: Side, english: Side) -> None:
        self.of_arabic: dict[str, frozenset[str]] = {}
        shelf: dict[str, set[str]] = defaultdict(set)
        for entry in english.tagged.entries:
            if entry.kind == LATIN and entry.caps:
                for word in entry.surface.split():
                    if len(word) >= _LEAST:
                        for key in near_keys(keys(sounds_of(word, "latin"))):
                            shelf[key].add(word)
        self.of_latin: dict[str, set[str]] = defaultdict(set)
        for entry in arabic.tagged.entries:
            if entry.kind != WORD:
                continue
            for word in entry.norm.split(" "):
                if word not in self.of_arabic:
                    found = self.of_arabic[word] = frozenset(_linked(word, shelf))
                    for latin in found:
                        self.of_latin[latin].add(word)


def alike(arabic: str, latin: str) -> bool:
    """Tell whether an Arabic word, with its clitics or without, sounds like a Latin one.

    >>> alike("وسيمبسون", "Simpson"), alike("سيمبسون", "Sims")
    (True, False)
    """
    return any(_sound_alike(sounds, sounds_of(latin, "latin")) for sounds in readings(arabic))


def _sound_alike(arabic: Sounds, latin: Sounds) -> bool:
    short = min(len(arabic), len(latin)) <= _SHORT
    return likeness(arabic, latin) >= (_ALIKE_SHORT if short else _ALIKE)


@cache
def readings(norm: str) -> tuple[Sounds, ...]:
    """Return the sounds of an Arabic word, as it is and without what may be clitics."""
    words = {norm, *(norm[len(chain.written) :] for chain in cuts(norm))}
    return tuple(sounds_of(word, "arabic") for word in sorted(words) if len(word) > 1)


def _linked(word: str, shelf: dict[str, set[str]]) -> Iterator[str]:
    for sounds in readings(word):
        near: set[str] = set()
        for key in near_keys(keys(sounds)):
            near |= shelf.get(key, set())
        for latin in near:
            if _sound_alike(sounds, sounds_of(latin, "latin")):
                yield latin


def clues(side: Side, links: Links) -> list[set[Clue]]:
    """Return the clues of each sentence of a text."""
    out = []
    for number, sentence in enumerate(side.sentences):
        found: set[Clue] = {("number", value) for value in values_of(side, number) if _tells(value)}
        for entry in side.tagged.entries[sentence.first : sentence.last]:
            for kind in (S.MONTH, S.WEEKDAY, S.HIJRI_MONTH):
                if entry.mask & kind:
                    found.add((str(kind), entry.senses[kind].value))
            if entry.mask & S.PLACE:
                found.update(("place", p.en or p.ar) for p in entry.senses[S.PLACE].value)
                found.update(("country", p.country) for p in entry.senses[S.PLACE].value if p.kind == "country")  # fmt: skip
            if entry.mask & S.NATIONALITY:
                found.add(("country", entry.senses[S.NATIONALITY].value))
            if entry.kind == WORD:
                for word in entry.norm.split(" "):
                    found.update(("name", latin) for latin in links.of_arabic.get(word, ()))
            elif entry.kind == LATIN:
                found.update(
                    ("name", word) for word in entry.surface.split() if len(word) >= _LEAST
                )
            found.update(("gloss", row) for row in glossed(entry))
        out.append(found)
    return out


def _tells(value: float) -> bool:
    return value > 2 or value != int(value)
