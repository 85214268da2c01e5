"""The component ``arnlp``: a document of spaCy with everything that arnlp finds in its text."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc

from arnlp.faces.spacy.convert import given_entities
from arnlp.faces.spacy.extensions import OPTIONS
from arnlp.faces.spacy.marking import Marking, mark
from arnlp.pipeline import extract

_OF_A_DOCUMENT = ("published", "country", "language", "source")


class Marker:
    """Extracts the text of each document and marks it.

    ``country``, ``entities`` and ``romanizer`` are those of :func:`arnlp.extract`; what
    ``doc._.arnlp_options`` tells of a document (published, country, language, source) goes before
    them. With ``use_ents`` the entities that the document has already are handed to arnlp.
    """

    def __init__(
        self,
        marking: Marking,
        *,
        country: str | None = None,
        entities: str = "model",
        romanizer: str = "table",
        use_ents: bool = False,
    ) -> None:
        self.marking = marking
        self.country = country
        self.entities = entities
        self.romanizer = romanizer
        self.use_ents = use_ents

    def __call__(self, doc: Doc) -> Doc:
        """Mark a document."""
        told = doc._.get(OPTIONS) or {}
        options: dict[str, Any] = {key: told[key] for key in _OF_A_DOCUMENT if key in told}
        options.setdefault("country", self.country)
        entities = given_entities(doc) if self.use_ents else self.entities
        release = extract(doc.text, entities=entities, romanizer=self.romanizer, **options)
        return mark(doc, release, self.marking)
