"""The text of a release, as far as the release holds it."""

from __future__ import annotations

from collections.abc import Iterator

from arnlp.model.base import Span
from arnlp.model.release import Release


def kept_text(release: Release) -> str:
    """Return a text in which all that a release quotes stands at its place, with spaces between.

    >>> from arnlp import extract
    >>> kept_text(extract("كان العدد 62 جهة."))
    '          62 جهة'
    """
    size = 0
    spans = list(_spans(release))
    for span in spans:
        size = max(size, span.end)
    letters = [" "] * size
    for span in spans:
        letters[span.start : span.end] = span.text
    for section in release.document.sections:
        if 0 < section.start < size and letters[section.start - 1] == " ":
            letters[section.start - 1] = "\n"
    return "".join(letters)


def _spans(release: Release) -> Iterator[Span]:
    yield from release.numbers
    yield from release.quantities
    yield from release.dates
    for entity in release.entities:
        yield from entity.mentions
    for fact in release.facts:
        yield from fact.evidence
