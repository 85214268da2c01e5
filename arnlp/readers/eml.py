"""Mail (eml, mht): the text of a message, its subject as title, its date as the day of publication.

Attachments are named in warnings and not opened; a message that only passes another on is read as
that one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime

from arnlp.model.errors import UnreadableDocument
from arnlp.model.release import RELEASE_YEARS, Caveat, Document
from arnlp.readers.decode import decode
from arnlp.readers.html import read_html
from arnlp.readers.limits import Limits

_MOST_PARTS = 1000
_DEEPEST = 5  # messages in messages
_MOST_LEVELS = 100
_MOST_NAMED = 50
_STUB = 200  # characters of a plain part that may only say where the page is
_BOUNDARY = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.I | re.M)
_BROKEN = (
    MessageError, HeaderParseError, ValueError, LookupError, TypeError, AttributeError, RecursionError,
    AssertionError,
)  # fmt: skip


def read_eml(data: bytes, source: str, limits: Limits) -> Document:
    r"""Return the text of a message, with its subject and the day of its date.

    >>> mail = b"From: a@b.gov\nSubject: Ports\nDate: Tue, 5 Mar 2024 23:00:00 +0400\n\n5 ports."
    >>> document = read_eml(mail, "a.eml", Limits())
    >>> document.text, document.title, document.published
    ('5 ports.', 'Ports', '2024-03-05')
    """
    if len(_BOUNDARY.findall(data)) > _MOST_PARTS:
        raise UnreadableDocument(source, f"a message of more than {_MOST_PARTS} parts")
    try:
        message = message_from_bytes(data.removeprefix(b"\xef\xbb\xbf").lstrip())
    except _BROKEN:
        raise UnreadableDocument(source, "a damaged message, or one nested too deep") from None
    return _document(message, source, limits, 0)


def _document(message: Message, source: str, limits: Limits, depth: int) -> Document:
    found = _Parts(list(_parts(message)), source, limits)
    subject = header_text(message, "subject")
    plain, page = found.plain, found.page
    if plain is None and page is None:
        if found.messages and depth < _DEEPEST:
            return _document(found.messages[0], source, limits, depth + 1)
        raise UnreadableDocument(source, "the message holds no text")
    of_page = page is not None and (
        plain is None or (len(plain.text) < _STUB and len(page.text) > 3 * len(plain.text))
    )
    chosen = page if of_page else plain
    assert chosen is not None
    limits.check_chars(len(chosen.text), source)
    day = _day(message)
    warnings = chosen.warnings + [
        Caveat(code="attachment_not_read", message=f"an attachment was not read: {name}")
        for name in found.attached[:_MOST_NAMED]
    ]
    return Document(
        text=chosen.text, source=source, title=subject or (page.title if page else None), published=day,
        encoding=chosen.encoding, format="eml", warnings=warnings,
    )  # fmt: skip


class _Parts:
    """The parts of a message sorted: the first plain text, the first page, the rest by name."""

    def __init__(self, parts: list[Message], source: str, limits: Limits) -> None:
        self.plain: Document | None = None
        self.page: Document | None = None
        self.messages: list[Message] = []
        self.attached: list[str] = []
        for part in parts:
            kind = part.get_content_type()
            if kind == "message/rfc822":
                inner = part.get_payload()
                if isinstance(inner, list) and inner and isinstance(inner[0], Message):
                    self.messages.append(inner[0])
                    named = header_text(inner[0], "subject") or "no subject"
                    self.attached.append(f"{named} (a message)")
                continue
            is_attached = "attachment" in str(part.get("content-disposition", "")).lower()
            if not is_attached and kind == "text/plain" and self.plain is None:
                self.plain = _read(part, source, limits, _plain)
            elif not is_attached and kind in _PAGES and self.page is None:
                self.page = _read(part, source, limits, _page)
            elif is_attached or (name := _file_name(part)):
                name = _file_name(part)
                self.attached.append(f"{name or 'without a name'} ({kind})")


_PAGES = frozenset(("text/html", "application/xhtml+xml"))
_PartReader = Callable[[bytes, str, Limits, str | None, Message], Document]


def _read(part: Message, source: str, limits: Limits, reader: _PartReader) -> Document | None:
    try:
        data = part.get_payload(decode=True)
    except _BROKEN:
        return None
    if not isinstance(data, bytes) or not data.strip():
        return None
    limits.check_markup(len(data), source)
    charset = part.get_param("charset")
    declared = charset if isinstance(charset, str) else None
    try:
        return reader(data, source, limits, declared, part)
    except UnreadableDocument:
        return None


def _plain(
    data: bytes, source: str, limits: Limits, declared: str | None, part: Message
) -> Document:
    found = decode(data, source, declared)
    text = found.text
    if str(part.get_param("format") or "").lower() == "flowed":
        text = _unflowed(text, str(part.get_param("delsp") or "").lower() == "yes")
    return Document(
        text=text.strip("\n"), source=source, encoding=found.encoding, format="eml",
        warnings=[Caveat(code=w.code, message=w.message) for w in found.warnings],
    )  # fmt: skip


def _page(
    data: bytes, source: str, limits: Limits, declared: str | None, part: Message
) -> Document:
    return read_html(data, source, limits, declared)


def _unflowed(text: str, without_space: bool) -> str:
    """Join the lines that a mailer broke (RFC 3676): those that end in a space."""
    lines: list[str] = []
    goes_on = False
    for line in text.split("\n"):
        line = line[1:] if line.startswith(" ") else line
        if goes_on:
            lines[-1] = (lines[-1][:-1] if without_space else lines[-1]) + line
        else:
            lines.append(line)
        goes_on = line.endswith(" ") and line != "-- "
    return "\n".join(lines)


def _parts(message: Message) -> Iterator[Message]:
    """Yield the parts that hold something, in order; what a message within holds is not opened."""
    stack = [(message, 0)]
    while stack:
        part, level = stack.pop()
        payload = part.get_payload()
        if part.get_content_type() == "message/rfc822" or not isinstance(payload, list):
            yield part
        elif level < _MOST_LEVELS:
            stack += [
                (inner, level + 1) for inner in reversed(payload) if isinstance(inner, Message)
            ]


def _file_name(part: Message) -> str:
    try:
        name = part.get_filename()
    except _BROKEN:
        return ""
    return _decoded(name)[:200] if name else ""


def header_text(message: Message, name: str) -> str | None:
    """Return a field of a message as one line of text, None where it has none."""
    value = message.get(name)
    return (_decoded(str(value)).strip() or None) if value is not None else None


def _decoded(value: str) -> str:
    try:
        pieces = decode_header(value)
    except _BROKEN:
        return " ".join(value.split())
    out = []
    for piece, charset in pieces:
        if isinstance(piece, bytes):
            try:
                out.append(piece.decode(charset or "utf-8"))
            except (LookupError, UnicodeDecodeError):
                out.append(piece.decode("cp1256", "replace"))
        else:
            out.append(piece)
    text = "".join(out).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return " ".join(text.split())


def _day(message: Message) -> str | None:
    """Return the day of a message in the clock of who sent it."""
    try:
        day = parsedate_to_datetime(str(message.get("date", ""))).date()
    except _BROKEN:
        return None
    return day.isoformat() if day.year in RELEASE_YEARS else None
