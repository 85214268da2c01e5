"""What an office file says of itself: its title and the day on which it was made."""

from __future__ import annotations

import re
from typing import Protocol

from arnlp.model.errors import UnreadableDocument
from arnlp.model.release import Document
from arnlp.readers.day import day_of
from arnlp.readers.packages import Package
from arnlp.readers.paragraphs import Paragraphs
from arnlp.readers.xml_parts import walk

_CREATED = frozenset(("dcterms:created", "meta:creation-date"))
_LONGEST_TITLE = 500
# Titles that programs give: the name of a file, of a program, or none at all.
_NO_TITLE = re.compile(
    r"(?:microsoft word\b.*|word document|powerpoint presentation|untitled.*|document\d*|بلا عنوان.*"
    r"|.*\.(?:docx?|odt|rtf|pdf|html?|txt|indd|pub|pptx?|tmp)|[\W\d_]*)",
    re.I | re.S,
)


def title_of(value: str | None) -> str | None:
    """Return a title that somebody gave, None for one that a program made up.

    >>> title_of("Ports  open"), title_of("Microsoft Word - final2.doc"), title_of("  ")
    ('Ports open', None, None)
    """
    title = " ".join((value or "").split())[:_LONGEST_TITLE]
    return None if not title or _NO_TITLE.fullmatch(title) else title


class Properties:
    """Reads the core properties of a docx or the meta data of an odt."""

    def __init__(self) -> None:
        self._found: dict[str, str] = {}
        self._open = ""

    @classmethod
    def of(cls, package: Package, part: str) -> Properties:
        """Return the properties in a part of an archive; none where that part is not there or damaged."""
        properties = cls()
        if part in package:
            try:
                walk(package.open(part), properties, package.source, part)
            except UnreadableDocument:
                return cls()
        return properties

    @property
    def title(self) -> str | None:
        """The title that somebody gave."""
        return title_of(self._found.get("dc:title"))

    @property
    def created(self) -> str | None:
        """The ISO day on which the file, or the template that it was made of, was made."""
        return next((day_of(v[:40]) for k, v in self._found.items() if k in _CREATED), None)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._open = name

    def end(self, name: str) -> None:
        """An element ends."""
        self._open = ""

    def text(self, data: str) -> None:
        """Keep what is said."""
        if self._open in _CREATED or self._open == "dc:title":
            kept = self._found.get(self._open, "")
            self._found[self._open] = (kept + data)[: 2 * _LONGEST_TITLE]


class _Titled(Protocol):
    """What was read of a body beside its paragraphs."""

    title: str | None
    heading: str | None


def document_of(
    paragraphs: Paragraphs, body: _Titled, properties: Properties, source: str, format_: str
) -> Document:
    """Return what was read of an archive as a document; UnreadableDocument where that has no text."""
    text = paragraphs.joined()
    if not text.strip():
        raise UnreadableDocument(source, "the document holds no text")
    return Document(
        text=text, source=source, title=body.title or properties.title or body.heading,
        created=properties.created, format=format_,
    )  # fmt: skip
