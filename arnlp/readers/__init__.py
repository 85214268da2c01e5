"""Readers: from a file to its text and what it says of itself. Of Arabic they
know its encodings, how pages write a day, and how PDFs keep its letters.

A new format is one module with a function from bytes to :class:`~arnlp.model.release.Document`,
and one line in :data:`~arnlp.readers.formats.FORMATS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from arnlp.model.errors import UnreadableDocument, UnsupportedFormat
from arnlp.model.release import Caveat, Document
from arnlp.model.sources import spelled
from arnlp.readers.files import content, opened
from arnlp.readers.formats import BY_NAME, FORMATS, READERS, RECORDS, SUFFIXES
from arnlp.readers.json_records import Fields, check_fields, read_json, read_json_lines
from arnlp.readers.limits import MAX_BYTES, MAX_CHARS, Limits
from arnlp.readers.sniff import HEAD, format_of

__all__ = [
    "FORMATS",
    "MAX_BYTES",
    "MAX_CHARS",
    "READERS",
    "SUFFIXES",
    "read",
    "read_bytes",
    "read_many",
]

OnError = Callable[[UnreadableDocument], object]


def read(
    path: str | Path,
    *,
    max_bytes: int = MAX_BYTES,
    max_chars: int = MAX_CHARS,
    fields: Fields | None = None,
) -> Document:
    """Read a file and return its text with what the file says of itself.

    What the file is, is told by its content, and by its suffix where content leaves it open. Line
    ends become ``\\n``; offsets of an extraction refer to the ``text`` returned here. ``fields``
    names where records of JSON keep ``text``, ``title``, ``published`` and ``source``. Raises
    UnreadableDocument for a file that is missing, forbidden, empty, damaged, encrypted, over a limit
    or without text, UnsupportedFormat for a format that no reader is registered for, MissingExtra
    for one whose extra is not installed.

    >>> read("release.pdfx")
    Traceback (most recent call last):
    arnlp.model.errors.UnreadableDocument: release.pdfx: there is no such file
    """
    found = read_many(path, max_bytes=max_bytes, max_chars=max_chars, fields=fields)
    return _only(found, spelled(Path(path)))


def read_many(
    path: str | Path,
    *,
    max_bytes: int = MAX_BYTES,
    max_chars: int = MAX_CHARS,
    fields: Fields | None = None,
    on_error: OnError | None = None,
) -> Iterator[Document]:
    """Yield the documents of a file: one, or one for each record of JSON lines or of a JSON list.

    A record is named ``file.jsonl#N`` by its line or its place, unless it names its own source.
    JSON lines are read a line at a time, however large the file. A record that cannot be read is
    given to ``on_error`` and passed over; without it, it raises as :func:`read` does.
    """
    limits = Limits(max_bytes, max_chars)
    check_fields(fields)
    path = Path(path)
    source = spelled(path)
    with opened(path) as file:
        if READERS.get(path.suffix.lower()) == "jsonl" and _is_lines(file, source):
            found = read_json_lines(file, source, limits, fields)
        else:
            data = content(file, source, limits)
            found = _documents(data, source, path.suffix.lower(), limits, fields)
        for document in found:
            if not isinstance(document, UnreadableDocument):
                yield document
            elif on_error is None:
                raise document
            else:
                on_error(document)


def read_bytes(
    data: bytes,
    source: str = "-",
    *,
    max_bytes: int = MAX_BYTES,
    max_chars: int = MAX_CHARS,
    fields: Fields | None = None,
) -> Document:
    """Return the document of bytes that are in memory: from standard input, an archive, a database.

    ``source`` names it; its suffix is used as that of a file would be, and without one what is no
    known format is text.

    >>> read_bytes(b"<!doctype html><title>T</title><p>5 ports").format
    'html'
    """
    limits = Limits(max_bytes, max_chars)
    check_fields(fields)
    if len(data) > max_bytes:
        raise UnreadableDocument(
            source, f"it is larger than {max_bytes:,} bytes (limit: max_bytes)"
        )
    return _only(_documents(data, source, Path(source).suffix.lower(), limits, fields), source)


def _only(
    found: Iterator[Document] | Iterator[Document | UnreadableDocument], source: str
) -> Document:
    """Return the one document of a file."""
    first = next(found, None)
    if first is None:
        raise UnreadableDocument(source, "it holds no record")
    if isinstance(first, UnreadableDocument):
        raise first
    if next(found, None) is not None:
        raise UnreadableDocument(source, "it holds several documents: use arnlp.readers.read_many")
    return first


def _is_lines(file: BinaryIO, source: str) -> bool:
    """Tell whether a file named JSON lines is that, and leave it at its begin."""
    head = file.read(HEAD)
    file.seek(0)
    return format_of(head, "jsonl", source) == "jsonl"


def _documents(
    data: bytes, source: str, suffix: str, limits: Limits, fields: Fields | None
) -> Iterator[Document | UnreadableDocument]:
    """Yield what a file of a suffix holds, with a warning where its name says something else."""
    named = READERS.get(suffix)
    found = _format(data, named, source, suffix)
    if found in RECORDS:
        documents = read_json(data, source, limits, fields)
        first = next(documents, None)
        if first is None:
            raise UnreadableDocument(source, "it holds no record")
        documents = chain([first], documents)
    else:
        documents = iter([BY_NAME[found].read(data, source, limits)])
    is_misnamed = suffix != "" and found != named and not (found in RECORDS and named in RECORDS)
    for document in documents:
        if is_misnamed and isinstance(document, Document):
            message = f"it is named {spelled(suffix)} and is {found}: read as that"
            document.warnings.insert(0, Caveat(code="misnamed_file", message=message))
        yield document


def _format(data: bytes, named: str | None, source: str, suffix: str) -> str:
    try:
        return format_of(data, named, source)
    except UnsupportedFormat as error:
        if error.reason:
            raise
    if not suffix:
        return "text"
    known = " ".join(SUFFIXES)
    raise UnsupportedFormat(source, f"no reader for '{spelled(suffix)}' (known: {known})")
