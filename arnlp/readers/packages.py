"""Archives of office files (docx, odt): their parts, inflated within limits.

What an archive says of its sizes is not believed: a part is inflated in pieces and counted.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Protocol

from arnlp.model.errors import UnreadableDocument, UnsupportedFormat
from arnlp.readers.limits import Limits

MOST_MEMBERS = 10_000
_MOST_RATIO = 400  # of a part that is large, inflated to stored
_LARGE = 4 << 20
_PIECE = 1 << 16
_STRUCTURE = 4  # times the bytes of its text that a part takes with its markup
_MIMETYPE = "mimetype"
_ODT = b"application/vnd.oasis.opendocument.text"
_OTHERS = {
    "xl/workbook.xml": "a spreadsheet (xlsx)",
    "ppt/presentation.xml": "slides (pptx)",
    "META-INF/container.xml": "a book (epub)",
    "visio/document.xml": "a drawing (vsdx)",
    "AndroidManifest.xml": "a program",
}
_BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, NotImplementedError, EOFError, ValueError,
    RuntimeError, OSError, KeyError, IndexError, OverflowError, UnicodeDecodeError,
)  # fmt: skip


class Stream(Protocol):
    """Bytes to be read in pieces."""

    def read(self, size: int = -1, /) -> bytes:
        """Return the next bytes, none at the end."""


class Package:
    """An archive and the parts in it.

    >>> data = io.BytesIO()
    >>> with zipfile.ZipFile(data, "w") as archive:
    ...     archive.writestr("content.xml", "<a/>")
    >>> Package(data.getvalue(), "a.odt", Limits()).read("content.xml")
    b'<a/>'
    """

    def __init__(self, data: bytes, source: str, limits: Limits) -> None:
        self.source = source
        self.limits = limits
        self._archive = _archive_of(data, source)
        self._left = limits.markup * _STRUCTURE  # bytes that may still be inflated

    def names(self) -> list[str]:
        """Return the names of the parts."""
        return self._archive.namelist()

    def __contains__(self, name: str) -> bool:
        return name in self._archive.NameToInfo

    def open(self, name: str) -> Stream:
        """Return a part as a stream that raises UnreadableDocument where it is too large or damaged."""
        return _Part(self, self._archive, name)

    def read(self, name: str) -> bytes:
        """Return a part whole."""
        part = self.open(name)
        return b"".join(iter(lambda: part.read(_PIECE), b""))

    def take(self, size: int) -> None:
        """Count bytes that were inflated."""
        self._left -= size
        if self._left < 0:
            most = self.limits.markup * _STRUCTURE
            raise UnreadableDocument(
                self.source, f"its parts inflate to more than {most:,} bytes (limit: max_chars)"
            )


class _Part:
    """One part while it is inflated."""

    def __init__(self, package: Package, archive: zipfile.ZipFile, name: str) -> None:
        self._package, self._name = package, name
        try:
            info = archive.getinfo(name)
            if info.flag_bits & 1:
                raise UnreadableDocument(
                    package.source, "it is encrypted: save it without a password"
                )
            size, stored = info.file_size, max(info.compress_size, 1)
            if size > _LARGE and size > _MOST_RATIO * stored:
                reason = f"{name} inflates to {size // stored:,} times its size, as a bomb does"
                raise UnreadableDocument(package.source, reason)
            self._stream = archive.open(info)
        except _BROKEN as error:
            raise _damaged(package.source, name, error) from None

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes."""
        try:
            data = self._stream.read(size if 0 <= size < _PIECE else _PIECE)
        except _BROKEN as error:
            raise _damaged(self._package.source, self._name, error) from None
        self._package.take(len(data))
        return data


def _damaged(source: str, name: str, error: Exception) -> UnreadableDocument:
    if isinstance(error, KeyError):
        return UnreadableDocument(source, f"it has no part {name}: cut short or damaged")
    return UnreadableDocument(source, f"its part {name} is damaged: {error}")


def _archive_of(data: bytes, source: str) -> zipfile.ZipFile:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        raise UnreadableDocument(source, "a damaged archive: cut short, or not whole") from None
    if len(archive.infolist()) > MOST_MEMBERS:
        raise UnreadableDocument(source, f"an archive of more than {MOST_MEMBERS:,} parts")
    return archive


def kind_of_package(data: bytes, source: str) -> str:
    """Return 'docx' or 'odt' for an archive that is such a file; UnsupportedFormat names another."""
    archive = _archive_of(data, source)
    names = archive.NameToInfo
    if _MIMETYPE in names:
        kind = _Part(Package(data, source, Limits()), archive, _MIMETYPE).read(200).strip()
        if kind in (_ODT, _ODT + b"-template"):
            return "odt"
        if b"opendocument" in kind:
            raise UnsupportedFormat(source, "it is binary: an OpenDocument file that is no text")
    if any(name.startswith("word/") for name in names) and "_rels/.rels" in names:
        return "docx"
    for name, what in _OTHERS.items():
        if name in names:
            raise UnsupportedFormat(source, f"it is binary: {what}")
    raise UnsupportedFormat(source, "it is binary: a zip archive; unpack it first")
