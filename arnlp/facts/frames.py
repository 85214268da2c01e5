"""Frames of figures: which place of a predicate fills measure and subject, by its lemma."""

from __future__ import annotations

from functools import cache

from arnlp.facts.predicates import of_class, own_frame_of
from arnlp.lang import LANGUAGES, alternatives, table
from arnlp.syntax.lemmas import bare


class Frame:
    """A frame: its name, and the places that fill measure and subject, the first that stands there."""

    __slots__ = ("measure", "name", "subject")

    def __init__(self, row: dict[str, str]) -> None:
        self.name = row["class"]
        self.measure = alternatives(row["measure"])
        self.subject = alternatives(row["subject"])


@cache
def frames() -> dict[str, Frame]:
    """Return the frame of each lemma of a predicate: its own, else that of its class in the table ``predicates``.

    >>> frames()["ارتفع"].name, frames()["allocate"].name
    ('rise', 'allot')
    """
    found: dict[str, Frame] = {}
    of_classes: list[tuple[str, Frame]] = []
    for language in LANGUAGES:
        for row in table(language, "frames"):
            frame = Frame(row)
            for form in alternatives(row["lemmas"]):
                found.setdefault(bare(form), frame)
            if row["of"]:
                name, _, direction = row["of"].partition(" ")
                of_classes += ((lemma, frame) for lemma in of_class(language, name, direction))
    for lemma, frame in of_classes:
        found.setdefault(lemma, frame)
    return found


def frame_of(lemma: str) -> Frame | None:
    """Return the frame of a predicate by its lemma, that of the caller's lexicon first.

    >>> frame_of("ارتفع").name, frame_of("sleep")
    ('rise', None)
    """
    own = own_frame_of(lemma)
    return frames().get(lemma) if own is None else _named_frames().get(own)


@cache
def _named_frames() -> dict[tuple[str, str, str], Frame]:
    """Return the frames by their name, whatever the class, and by the class with its direction."""
    found: dict[tuple[str, str, str], Frame] = {}
    classes = {
        (row["class"], row["direction"]) for lang in LANGUAGES for row in table(lang, "predicates")
    }
    for language in LANGUAGES:
        for row in table(language, "frames"):
            frame = Frame(row)
            for class_, direction in {*classes, ("", "")}:
                found.setdefault((row["class"], class_, direction), frame)
            if row["of"]:
                name, _, direction = row["of"].partition(" ")
                found.setdefault(("", name, direction), frame)
    return found
