"""XML as a walk over it, in one pass and without a tree: what docx and odt are made of.

No entity is expanded and nothing is fetched: a document type, where entities are declared, is
refused before it is read.
"""

from __future__ import annotations

from typing import Protocol
from xml.parsers import expat

from arnlp.model.errors import UnreadableDocument
from arnlp.readers.packages import Stream

_DEEPEST = 512
_PIECE = 1 << 16
# The last step of a namespace of office formats, and the prefix that all their texts use for it.
_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:meta:1.0": "meta",
    "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest",
}


class Handler(Protocol):
    """What is told of a document as it is walked: names with their usual prefix, w:p."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """Characters stand in the element that is open."""


class _Refused(Exception):  # noqa: N818 - not an error of a caller
    pass


def walk(stream: Stream, handler: Handler, source: str, part: str) -> None:
    """Tell a handler of all the elements and characters of a stream of XML, in order.

    Raises UnreadableDocument where it is damaged, declares a document type, or is nested deeper
    than any writer would.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    names: dict[str, str] = {}
    depth = 0

    def named(name: str) -> str:
        known = names.get(name)
        if known is None:
            space, _, local = name.rpartition(" ")
            prefix = _PREFIXES.get(space)
            known = names[name] = f"{prefix}:{local}" if prefix else local
        return known

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise _Refused(f"is nested more than {_DEEPEST} deep")
        handler.start(named(name), {named(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(named(name))

    def doctype(*_: object) -> None:
        raise _Refused("declares a document type, which could hold entities")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = doctype
    try:
        while piece := stream.read(_PIECE):
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except _Refused as refused:
        raise UnreadableDocument(source, f"its part {part} {refused}") from None
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise UnreadableDocument(source, f"its part {part} is damaged XML: {error}") from None
