"""Files that are damaged, misnamed or made to harm, as bytes: nothing here needs anything installed."""

from __future__ import annotations

import gzip
import random
import struct
import zlib

from generate.documents import archive, docx, odt, page, plain, rtf

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
    'Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
MEGABYTE = 1 << 20
SENTENCE = "The ministry opened 14 stations in 2024 at a cost of 5 million dirhams. "


def truncated(data: bytes, chance: random.Random) -> bytes:
    """Return the first part of a file."""
    return data[: chance.randrange(max(1, len(data) // 20), max(2, len(data) * 9 // 10))]


def flipped(data: bytes, chance: random.Random, bits: int = 12) -> bytes:
    """Return a file of which some bits are turned."""
    out = bytearray(data)
    for _ in range(bits):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def noise(chance: random.Random, size: int = 4000) -> bytes:
    """Return bytes that mean nothing."""
    return chance.randbytes(size)


def word_of(body: str, before: str = "") -> bytes:
    """Return a Word file whose main part is given as XML."""
    main = f'{before}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return archive(
        {"[Content_Types].xml": "<Types/>", "_rels/.rels": _RELS, "word/document.xml": main}
    )


def pdf_of(
    stream: bytes, filters: str = "/FlateDecode", pages: str = "[3 0 R]", count: int = 1
) -> bytes:
    """Return a PDF of one page with a stream, its table of places right."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids {pages} /Count {count} >>".encode(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} /Filter {filters} >>\nstream\n".encode()
        + stream
        + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + part + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += (
        f"trailer\n<< /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    )
    return bytes(out)


def image() -> bytes:
    """Return a small PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", 8, 8, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00" + b"\x80" * 8) * 1
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    )


def lying_archive() -> bytes:
    """Return a Word file that says its main part is small when it is not."""
    data = bytearray(word_of("<w:p><w:r><w:t>" + "a" * MEGABYTE + "</w:t></w:r></w:p>"))
    real = struct.pack("<I", len(word_main("a" * MEGABYTE)))
    for _ in range(2):
        at = data.find(real)
        if at >= 0:
            data[at : at + 4] = struct.pack("<I", 100)
    return bytes(data)


def word_main(text: str) -> str:
    """Return the main part of a Word file with one paragraph."""
    return f'<w:document xmlns:w="{_WORD}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>'


def laughs() -> str:
    """Return a document type whose entities grow to a billion words."""
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE w [<!ENTITY l0 "ha">{levels}]>'


def nested_mail(depth: int) -> bytes:
    """Return a message of parts in parts."""
    out = [b"From: a@example.gov\nSubject: Nested\nMIME-Version: 1.0\n"]
    for n in range(depth):
        out.append(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n'.encode())
    out.append(b"Content-Type: text/plain\n\n5 ports opened.\n")
    out += [f"--b{n}--\n".encode() for n in reversed(range(depth))]
    return b"".join(out)


def harmful() -> dict[str, bytes]:
    """Return files that are made to harm or hold nothing, each to be refused, by their names."""
    cell = f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{'5 ports ' * (3 * MEGABYTE)}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    deep = "<w:tbl><w:tr><w:tc>" * 40_000
    repeated = b"0" * (100 * MEGABYTE)
    return {
        "bomb.docx": word_of(f"<w:p><w:r><w:t>{'0' * (80 * MEGABYTE)}</w:t></w:r></w:p>"),
        "lying.docx": lying_archive(),
        "huge-cell.docx": word_of(cell),
        "nested.docx": word_of(deep),
        "laughs.docx": word_of("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", laughs()),
        "entity.docx": word_of(
            "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>",
            '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        ),
        "no-text.docx": word_of(""),
        "many-parts.docx": archive(
            {f"word/{n}.xml": "" for n in range(10_500)} | {"_rels/.rels": _RELS}
        ),
        "no-main.docx": archive({"_rels/.rels": _RELS, "word/styles.xml": "<a/>"}),
        "bomb.odt": archive(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": b"<a>" + repeated + b"</a>",
            }
        ),
        "no-text.odt": odt(""),
        "nested.html": b"<html><body>" + b"<div>" * 100_000 + b"5 ports",
        "reopened.html": b"<html><body>"
        + b"".join(b"<font color=%d>" % n for n in range(3000))
        + b"<p>5" * 5000,
        "no-text.html": b"<!doctype html><html><body><script>1</script></body></html>",
        "nested.json": b"[" * 500_000,
        "no-text.json": b'{"id": 5}',
        "torn.json": b'{"text": "The ministry op',
        "nested.rtf": b"{\\rtf1 " + b"{\\b " * 100_000,
        "no-text.rtf": b"{\\rtf1\\ansi }",
        "nested.eml": nested_mail(3000),
        "no-text.eml": b"From: a@example.gov\nSubject: Empty\nMIME-Version: 1.0\n\n",
        "bomb.pdf": pdf_of(zlib.compress(b" " * (300 * MEGABYTE), 9)),
        "filters.pdf": pdf_of(
            zlib.compress(zlib.compress(b"0" * MEGABYTE)), "[/FlateDecode /FlateDecode]"
        ),
        "no-text.pdf": pdf_of(zlib.compress(b"0 0 100 100 re f")),
        "loop.pdf": pdf_of(
            zlib.compress(b"0 0 1 1 re f"), pages="[2 0 R 2 0 R 2 0 R]", count=1 << 30
        ),
        "headless.pdf": b"%PDF-1.7\n%%EOF\n",
        "empty.txt": b"",
        "blank.txt": b" \n\t\r\n" * 50,
        "zeros.txt": b"\0" * 5000,
        "picture.txt": image(),
        "picture.docx": image(),
        "archive.docx": archive({"a.txt": "5 ports"}),
        "sheet.docx": archive({"xl/workbook.xml": "<a/>", "_rels/.rels": _RELS}),
        "packed.txt": gzip.compress(SENTENCE.encode(), mtime=0),
        "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 3000,
        "locked.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 500
        + "EncryptedPackage".encode("utf-16-le"),
    }


def misnamed(text: str) -> dict[str, bytes]:
    """Return good files with the suffix of another format, each to be read as what it is."""
    return {
        "page.txt": page(text),
        "page.doc": page(text),
        "page.pdf": page(text),
        "word.txt": docx(text),
        "word.pdf": docx(text),
        "rich.doc": rtf(text),
        "rich.docx": rtf(text),
        "open.docx": odt(text),
        "plain.docx": plain(text).encode(),
        "plain.html": text.encode(),
    }
