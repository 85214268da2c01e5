"""From a document that was read to its release: what the command line and a batch do alike."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from arnlp.lexicon.own import Lexicon
    from arnlp.model.release import Document, Release


@dataclass(frozen=True, slots=True)
class Options:
    """What holds for every document; a file's own date goes before ``published``.

    ``lexicon`` holds the tables of a Lexicon as JSON, so that options of other tables are others.
    """

    published: str | None = None
    language: str | None = None
    country: str | None = None
    entities: str = "model"
    romanizer: str = "table"
    lexicon: str | None = None


def extract_document(document: Document, source: str, options: Options) -> Release:
    """Return the release of a document, with the title and the warnings that reading it gave.

    >>> from arnlp.model.release import Document
    >>> document = Document(text="5 ports", source="a.html", title="Ports", format="html")
    >>> extract_document(document, "a.html", Options()).document.title
    'Ports'
    """
    from arnlp.pipeline import extract

    release = extract(
        document.text,
        published=document.published or options.published,
        language=options.language,
        country=options.country,
        source=source,
        entities=options.entities,
        romanizer=options.romanizer,
        lexicon=lexicon_of(options.lexicon) if options.lexicon else None,
    )
    if release.document.title is None and document.title:
        release.document.title = document.title
    release.warnings[:0] = document.warnings
    return release


@lru_cache(maxsize=4)
def lexicon_of(tables: str) -> Lexicon:
    """Return the lexicon of tables in JSON, built once in a process."""
    from arnlp.lexicon.own import Lexicon

    return Lexicon.from_json(tables)
