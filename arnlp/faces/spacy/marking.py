"""A release put on a document of spaCy: entities, groups of spans, and the release itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Doc, Span

from arnlp.faces.spacy.extensions import keep_release
from arnlp.faces.spacy.labels import LABELS
from arnlp.model.release import Release

Align = Literal["expand", "skip"]
_MODES = {"expand": "expand", "skip": "strict"}
# Where a mention stands, what it is called, and the id by which its values are found again.
Marked = tuple[int, int, str, str]


@dataclass(frozen=True, slots=True)
class Marking:
    """How mentions become spans.

    ``align`` tells what becomes of a mention that starts or ends inside a token (the ministry in
    وللوزارة): 'expand' takes the whole token, 'skip' leaves it out. ``kinds`` are the kinds of mentions
    that go to ``doc.ents``. Entities that are there already stay, unless ``overwrite_ents`` is set.
    ``prefix`` opens the names of the groups in ``doc.spans``.
    """

    align: Align = "expand"
    overwrite_ents: bool = False
    kinds: Sequence[str] = ("name", "short")
    labels: dict[str, str] = field(default_factory=dict)
    prefix: str = "arnlp_"

    def label_of(self, type_: str) -> str:
        """Return the label of a type of entity."""
        return self.labels.get(type_) or LABELS[type_]


def mark(doc: Doc, release: Release, marking: Marking) -> Doc:
    """Put all that was found in the text of a document on it; return the document."""
    keep_release(doc, release)
    for kind, found in _groups(release, marking).items():
        doc.spans[f"{marking.prefix}{kind}"] = list(_spans(doc, found, marking))
    named = sorted(
        (m.start, m.end, marking.label_of(entity.type), entity.id)
        for entity in release.entities
        for m in entity.mentions
        if m.kind in marking.kinds
    )
    doc.ents = _beside([] if marking.overwrite_ents else doc.ents, _spans(doc, named, marking))
    return doc


def _groups(release: Release, marking: Marking) -> dict[str, list[Marked]]:
    """Return the mentions of each kind, in the order of the text."""
    out: dict[str, list[Marked]] = {
        kind: [
            (one.start, one.end, one.kind, f"{kind}:{n}")
            for n, one in enumerate(getattr(release, kind))
        ]
        for kind in ("numbers", "quantities", "dates")
    }
    out["quotes"] = [
        (quote.start, quote.end, "direct" if quote.direct else "reported", f"quotes:{n}")
        for n, quote in enumerate(release.quotes)
    ]
    out["entities"] = sorted(
        (m.start, m.end, marking.label_of(entity.type), entity.id)
        for entity in release.entities
        for m in entity.mentions
    )
    out["facts"] = sorted(
        (span.start, span.end, fact.type, fact.id)
        for fact in release.facts
        for span in fact.evidence
    )
    return out


def _spans(doc: Doc, found: list[Marked], marking: Marking) -> Iterator[Span]:
    """Yield the spans of mentions, without those that no token has."""
    mode = _MODES[marking.align]
    for start, end, label, id_ in found:
        span = doc.char_span(start, end, label=label, alignment_mode=mode, span_id=id_)
        if span is not None and len(span):
            yield span


def _beside(kept: Sequence[Span], found: Iterator[Span]) -> list[Span]:
    """Return spans with those of others that overlap none of them, nor each other."""
    out = list(kept)
    taken = {token for span in kept for token in range(span.start, span.end)}
    for span in found:
        tokens = range(span.start, span.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            out.append(span)
    return out
