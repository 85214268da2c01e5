"""Between releases and documents of spaCy, both ways, and what displaCy draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from arnlp.faces.spacy.labels import TYPES
from arnlp.faces.spacy.marking import Marking, mark
from arnlp.model.errors import InvalidOption
from arnlp.model.release import Release

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_RIGHT_TO_LEFT = {"ar": "rtl", "mixed": "rtl"}


def to_spacy(release: Release, nlp: Language, text: str | None = None, **options: Any) -> Doc:
    """Return a document of a pipeline's tokens, marked with a release; no component is run.

    ``text`` is what the release was extracted from: needed where it was read from JSON. ``options``
    are the fields of Marking (align, kinds, labels, prefix). Raises InvalidOption where the text is
    another one, or none is at hand.

    >>> import arnlp, spacy
    >>> release = arnlp.extract("Exports rose 5% in Dubai.")
    >>> doc = to_spacy(release, spacy.blank("en"))
    >>> doc.ents, doc.spans["arnlp_quantities"][0]._.arnlp.unit
    ((Dubai,), '%')
    """
    return mark(nlp.make_doc(_text_of(release, text)), release, Marking(**options))


def given_entities(doc: Doc) -> list[tuple[int, int, str]]:
    """Return the entities of a document as ``arnlp.extract(..., entities=...)`` takes them.

    Labels of other pipelines become our types (PER, GPE, FAC ...); those that are no names of
    these (DATE, MONEY, NORP) are left out.

    >>> import spacy
    >>> from spacy.tokens import Span
    >>> doc = spacy.blank("en")("Etidal opened in Riyadh")
    >>> doc.ents = [Span(doc, 0, 1, label="ORG"), Span(doc, 3, 4, label="GPE")]
    >>> given_entities(doc)
    [(0, 6, 'organization'), (17, 23, 'place')]
    """
    return [
        (ent.start_char, ent.end_char, TYPES[ent.label_.upper()])
        for ent in doc.ents
        if ent.label_.upper() in TYPES
    ]


def to_displacy(release: Release, text: str | None = None) -> dict[str, Any]:
    """Return what ``displacy.render(..., style="ent", manual=True)`` draws, in the text's own direction.

    Names, time expressions, and quantities beside them; of two that overlap, the one that starts first.

    >>> import arnlp
    >>> drawn = to_displacy(arnlp.extract("زار الوفد دبي في 2020."))
    >>> drawn["ents"], drawn["settings"]["direction"]
    ([{'start': 10, 'end': 13, 'label': 'PLACE'}, {'start': 17, 'end': 21, 'label': 'DATE'}], 'rtl')
    """
    text = _text_of(release, text)
    found: list[tuple[int, int, str]] = [
        (m.start, -m.end, entity.type)
        for entity in release.entities
        for m in entity.mentions
        if m.kind != "title"
    ]
    found += [(one.start, -one.end, one.kind) for one in release.dates]
    found += [(one.start, -one.end, one.kind) for one in release.quantities]
    ents: list[dict[str, Any]] = []
    for start, end, label in sorted(found):
        if not ents or start >= ents[-1]["end"]:
            ents.append({"start": start, "end": -end, "label": label.upper()})
    language = release.document.language
    direction = _RIGHT_TO_LEFT.get(language, "ltr")
    settings = {"lang": "ar" if direction == "rtl" else "en", "direction": direction}
    return {"text": text, "ents": ents, "title": release.document.title, "settings": settings}


def _text_of(release: Release, text: str | None) -> str:
    """Return the text of a release; InvalidOption where it is not at hand, or is another."""
    text = release.source_text if text is None else text
    if text is None:
        raise InvalidOption("text", None, "the text that the release was extracted from")
    spans = [*release.numbers, *(m for entity in release.entities for m in entity.mentions)]
    if any(text[span.start : span.end] != span.text for span in spans):
        raise InvalidOption("text", text[:40], "the very text that the release was extracted from")
    return text
