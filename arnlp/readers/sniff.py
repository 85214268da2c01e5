"""What a file is by its content: its first bytes, the members of its archive, its first words.

A name can be wrong, content hardly: a page saved as .doc is a page. Where content only says that it
is text, the suffix decides between kinds of text.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from arnlp.model.errors import UnreadableDocument, UnsupportedFormat
from arnlp.readers.packages import kind_of_package

HEAD = 1 << 16  # bytes of a file that are looked at
_PDF_WITHIN = 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body|title)\b",
    re.I | re.S,
)
_XML = re.compile(r"\s*<(?:\?xml|!doctype|!entity|[a-z][\w.-]*:[a-z])", re.I)
_FIELD = re.compile(r"([!-9;-~]{1,60}):[ \t]?\S?")
_OF_MAIL = frozenset(
    ("message-id", "mime-version", "received", "return-path", "delivered-to", "x-mailer",
     "content-transfer-encoding", "dkim-signature")
)  # fmt: skip
_OF_ANY_MAIL = frozenset(("from", "to", "subject", "date", "cc", "reply-to", "content-type"))
_RECORDS = re.compile(r'\s*(?:\[\s*)?\{\s*"')
_TEXTS = frozenset(("text", "html", "eml", "json", "jsonl"))  # that content alone may not tell
_OBJECTS = re.compile(rb"\bendobj\b|\bstartxref\b")


def format_of(data: bytes, named: str | None, source: str) -> str:
    """Return the name of the format of a file, given its content and the format of its suffix.

    ``named`` is None for a suffix of no reader. Raises UnsupportedFormat for what is known and not
    read, UnreadableDocument for an empty file.

    >>> format_of(b"<!doctype html><p>5 ports", "text", "a.txt")
    'html'
    >>> format_of(b"%PDF-1.7 ...", None, "a.bin"), format_of(b"5 ports", "text", "a.txt")
    ('pdf', 'text')
    """
    head = data[:HEAD]
    if not head.strip():
        raise UnreadableDocument(source, "the file is empty")
    found = _by_signature(data, source)
    if found is not None:
        return found
    text = _as_text(head)
    if (text_format := _by_words(text, named)) is not None:
        return text_format
    if named in _TEXTS:
        return "text" if named in ("html", "eml") and not _looks_so(text, named) else named
    if named is not None:  # the name says docx, and the content is none of what has a sign
        if _OBJECTS.search(data) or not _is_clean_text(data):
            raise UnreadableDocument(source, f"it is no {named} file, or a damaged one")
        return "text"
    raise UnsupportedFormat(source, "")


def _by_signature(data: bytes, source: str) -> str | None:
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return kind_of_package(data, source)
    if data.lstrip()[:5] == b"{\\rtf":
        return "rtf"
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise UnreadableDocument(source, "it is encrypted: save it without a password")
        reason = "an old Office file (doc, xls, ppt, msg): save it as docx"
        raise UnsupportedFormat(source, f"it is binary: {reason}")
    for signature, at, what in _signatures():
        if data.startswith(signature, at):
            raise UnsupportedFormat(source, f"it is binary: {what}")
    return None


@cache
def _signatures() -> tuple[tuple[bytes, int, str], ...]:
    rows = files("arnlp.readers").joinpath("signatures.tsv").read_text("utf-8").splitlines()
    cells = [row.split("\t") for row in rows if row and not row.startswith(("#", "bytes\t"))]
    return tuple((bytes.fromhex(sign), int(at), what) for sign, at, what in cells)


def _as_text(head: bytes) -> str:
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    if len(head) > 1 and head[:2].count(0) == 1:
        return head.decode("utf-16-le" if head[1] == 0 else "utf-16-be", "replace")
    return head.decode("latin-1")


def _by_words(text: str, named: str | None) -> str | None:
    """Return the format that a text shows by itself, None where it could be any."""
    if _PAGE.match(text):
        return "html"
    if named not in ("html", "text") and _XML.match(text):
        return None
    if named != "eml" and _is_mail(text):
        return "eml"
    if named not in ("json", "jsonl", "text") and _RECORDS.match(text):
        return "json"
    return None


def _is_mail(text: str) -> bool:
    """Tell whether a text begins with the fields of a message, one at least that programs write."""
    names = _fields(text)
    return len(names) >= 3 and bool(names & _OF_MAIL) and bool(names & _OF_ANY_MAIL)


def _fields(text: str) -> set[str]:
    names: set[str] = set()
    for number, line in enumerate(text.lstrip().splitlines()[:60]):
        if line[:1] in (" ", "\t") and names:
            continue
        if number == 0 and line.startswith("From "):
            continue
        found = _FIELD.match(line)
        if not found:
            break
        names.add(found.group(1).lower())
    return names


def _looks_so(text: str, named: str) -> bool:
    if named == "eml":
        return bool(_fields(text) & (_OF_MAIL | _OF_ANY_MAIL))
    return "<" in text


def _is_clean_text(data: bytes) -> bool:
    head = data[:HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return sum(map(str.isprintable, text[:HEAD])) + text[:HEAD].count("\n") * 2 > 0.9 * len(
        text[:HEAD]
    )
