"""From a document that was read to its release: what the command line and a batch do alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arnlp.model.release import Document, Release


@dataclass(frozen=True, slots=True)
class Options:
    """What holds for every document; a file's own date goes before ``published``.

    ``with_text`` lets the result carry the text that its offsets refer to.
    """

    published: str | None = None
    language: str | None = None
    country: str | None = None
    entities: str = "model"
    romanizer: str = "table"
    with_text: bool = False


def extract_document(document: Document, source: str, options: Options) -> Release:
    """Return the release of a document, with the title, the pages and the warnings of its reading.

    >>> from arnlp.model.release import Document
    >>> document = Document(text="5 ports", source="a.html", title="Ports", format="html")
    >>> extract_document(document, "a.html", Options()).document.title
    'Ports'
    """
    from arnlp.model.release import Section
    from arnlp.pipeline import extract

    release = extract(
        document.text,
        published=document.published or options.published,
        language=options.language,
        country=options.country,
        source=source,
        entities=options.entities,
        romanizer=options.romanizer,
    )
    if release.document.title is None and document.title:
        release.document.title = document.title
    release.warnings[:0] = document.warnings
    release.document.sections += [
        Section.trusted(
            {
                "kind": "page",
                "start": page.start,
                "end": page.end,
                "language": release.document.language,
            }
        )
        for page in document.pages
    ]
    if options.with_text:
        release.document.text = document.text
    return release
