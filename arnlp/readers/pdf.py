"""PDF: the text of its pages in reading order, its title and the day on which it was made.

PDFium tells each letter and where its pen stood; order, spaces, lines and paragraphs are told from
these places, since what PDFium makes of right-to-left text is neither as seen nor as read.
"""

from __future__ import annotations

import re
import zlib
from threading import Lock
from typing import Any

from arnlp.model.errors import MissingExtra, UnreadableDocument
from arnlp.model.release import Caveat, Document, Extent
from arnlp.readers.day import day_of
from arnlp.readers.limits import Limits
from arnlp.readers.pdf_glyphs import Glyph, glyphs_of
from arnlp.readers.pdf_layout import Line, lines_of
from arnlp.readers.pdf_pages import joined, without_running_heads
from arnlp.readers.properties import title_of

MOST_PAGES = 3000
_STREAM = re.compile(rb"stream\r?\n")
_FILTERS = re.compile(rb"/(?:Fl|FlateDecode|LZWDecode|LZW)\s*/(?:Fl|FlateDecode|LZWDecode|LZW)\b")
_MOST_OF_A_STREAM = 96 << 20  # bytes; a scanned page in colours has 25 MB
_MOST_OF_ALL = 1 << 30
_PIECE = 1 << 20
_LEAST_KNOWN = 0.7  # of the letters must be told by their fonts
_UNKNOWN = frozenset("\x00\ufffd\ufffe\uffff")
_PDFIUM = Lock()  # PDFium is not made for threads


def read_pdf(data: bytes, source: str, limits: Limits) -> Document:
    """Return the text of a PDF, its title, and where its pages stand in the text.

    Raises UnreadableDocument for a damaged or encrypted file, for scans without a text layer, and
    for fonts that do not tell their letters; MissingExtra without the extra ``documents``.
    """
    try:
        import pypdfium2
    except ImportError:
        raise MissingExtra("PDF files", "pypdfium2", "documents") from None
    _check_streams(data, source)
    with _PDFIUM:
        try:
            pdf = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if "password" in str(error).lower() or "security" in str(error).lower():
                reason = "it is encrypted: save it without a password"
            else:
                reason = "a damaged PDF: cut short, or not whole"
            raise UnreadableDocument(source, reason) from None
        try:
            return _document(pdf, source, limits)
        finally:
            pdf.close()


def _document(pdf: Any, source: str, limits: Limits) -> Document:
    count = len(pdf)
    if count > MOST_PAGES:
        raise UnreadableDocument(source, f"it has more than {MOST_PAGES:,} pages")
    glyphs: list[list[Glyph]] = []
    warnings: list[Caveat] = []
    size = 0
    for number in range(count):
        found = glyphs_of(pdf, number)
        if found is None:
            message = f"page {number + 1} is damaged and was not read"
            warnings.append(Caveat(code="unreadable_page", message=message))
        glyphs.append(found or [])
        size += len(glyphs[-1])
        limits.check_chars(size, source)
    _check_letters(glyphs, source, bool(warnings))
    pages: list[list[Line]] = lines_of(glyphs)
    text, places = joined(without_running_heads(pages))
    if not text.strip():
        raise UnreadableDocument(source, "its text is nothing but page numbers and running heads")
    meta = pdf.get_metadata_dict()
    created = re.match(r"(?:D:)?(\d{4})(\d{2})(\d{2})", meta.get("CreationDate") or "")
    return Document(
        text=text, source=source, title=title_of(meta.get("Title")), format="pdf",
        created=day_of("-".join(created.groups())) if created else None,
        pages=[Extent(start=start, end=end) for start, end in places], warnings=warnings[:50],
    )  # fmt: skip


def _check_letters(glyphs: list[list[Glyph]], source: str, is_damaged: bool) -> None:
    """Raise UnreadableDocument for pages without letters, or whose letters cannot be told."""
    letters = [glyph.char for page in glyphs for glyph in page if not glyph.char.isspace()]
    if not letters:
        if is_damaged:
            raise UnreadableDocument(source, "its pages are damaged")
        raise UnreadableDocument(
            source, "it has no text layer: pages are images; recognise their text first (OCR)"
        )
    unknown = sum(char in _UNKNOWN or "\ue000" <= char <= "\uf8ff" for char in letters)
    if len(letters) - unknown < _LEAST_KNOWN * len(letters):
        raise UnreadableDocument(
            source, "its fonts do not tell their letters; recognise its text first (OCR)"
        )


def _check_streams(data: bytes, source: str) -> None:
    """Raise UnreadableDocument for streams that inflate beyond what pages need.

    They are inflated in pieces and thrown away, before PDFium inflates them whole.
    """
    if _FILTERS.search(data):
        raise UnreadableDocument(source, "a stream that is packed twice, as a bomb is")
    total = 0
    for found in _STREAM.finditer(data):
        if data[found.end() : found.end() + 1] not in (b"x", b"h", b"H", b"X"):
            continue  # no zlib stream
        size, packer, at = 0, zlib.decompressobj(), found.end()
        piece = data[at : at + _PIECE]
        try:
            while piece:
                size += len(packer.decompress(piece, _PIECE))
                if size > _MOST_OF_A_STREAM or total + size > _MOST_OF_ALL:
                    raise UnreadableDocument(
                        source, f"a stream inflates to more than {size >> 20} MB, as a bomb does"
                    )
                piece = packer.unconsumed_tail
                if not piece and not packer.eof:
                    at += _PIECE
                    piece = data[at : at + _PIECE]
        except zlib.error:
            pass
        total += size
