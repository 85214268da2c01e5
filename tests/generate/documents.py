"""Good documents in every format that arnlp reads, by the writers that people use.

python-docx writes docx, the standard library html, eml, json and txt. LibreOffice (odt, rtf, pdf)
and Chromium's print to PDF are used where they are installed (Debian: libreoffice-writer, chromium);
without them those formats are left out. The same text gives the same document, but for the days
that LibreOffice and Chromium write into theirs.
"""

from __future__ import annotations

import html
import io
import json
import os
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable
from email.message import EmailMessage
from pathlib import Path

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
_SECONDS_OF_A_PRINT = 120
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def paragraphs(text: str) -> list[str]:
    """Return the lines of a text that hold something, which documents have as paragraphs."""
    lines = (" ".join(_NO_XML.sub("", line).split()) for line in text.splitlines())
    return [line for line in lines if line]


def plain(text: str) -> str:
    """Return a text as the readers of office formats give it: paragraphs parted by an empty line."""
    return "\n\n".join(paragraphs(text))


def is_arabic(text: str) -> bool:
    """Tell whether most letters of a text are Arabic."""
    letters = [char for char in text if char.isalpha()]
    return sum("\u0600" <= char <= "\u06ff" for char in letters) * 2 > len(letters)


def docx(text: str, title: str | None = None) -> bytes:
    """Return a Word file, its paragraphs right to left where they are Arabic."""
    from docx import Document
    from docx.oxml import OxmlElement

    document = Document()
    document.core_properties.title = title or ""
    for part in paragraphs(text):
        paragraph = document.add_paragraph(part)
        if is_arabic(part):
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
            paragraph.runs[0]._r.get_or_add_rPr().append(OxmlElement("w:rtl"))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def page(text: str, title: str = "News") -> bytes:
    """Return a page with a menu, an article and a footer."""
    direction = 'lang="ar" dir="rtl"' if is_arabic(text) else 'lang="en"'
    body = "\n".join(f"<p>{html.escape(part)}</p>" for part in paragraphs(text))
    return (
        f'<!doctype html>\n<html {direction}><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
        "<style>body{font-family:'Noto Naskh Arabic','Noto Sans Arabic','DejaVu Sans',serif}</style></head>"
        f"<body><nav><a href='/'>Home</a> <a href='/news'>News</a></nav>\n<article>{body}</article>\n"
        "<footer>All rights reserved</footer></body></html>"
    ).encode()


def printed(text: str) -> bytes:
    """Return a page of the text alone, to be printed."""
    return (
        page(text)
        .replace(b"<nav><a href='/'>Home</a> <a href='/news'>News</a></nav>", b"")
        .replace(b"<footer>All rights reserved</footer>", b"")
    )


def mail(text: str, subject: str = "Release", attached: str | None = None) -> bytes:
    """Return a message with a plain part and the same as a page."""
    message = EmailMessage()
    message["From"] = "Press Office <press@example.gov>"
    message["To"] = "editors@example.org"
    message["Subject"] = " ".join(subject.split())
    message["Message-ID"] = "<1@example.gov>"
    message.set_content(plain(text), cte="base64" if is_arabic(text) else "quoted-printable")
    message.add_alternative(page(text).decode(), subtype="html")
    if attached is not None:
        message.add_attachment(
            b"%PDF-1.4", maintype="application", subtype="pdf", filename=attached
        )
    return message.as_bytes()


def record(text: str, **more: str) -> bytes:
    """Return a text as one record of JSON."""
    return json.dumps({"text": plain(text), **more}, ensure_ascii=False).encode()


def odt(text: str) -> bytes:
    """Return the least OpenDocument text, for where LibreOffice is not installed."""
    body = "".join(f"<text:p>{html.escape(part)}</text:p>" for part in paragraphs(text))
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{_ODF}:office:1.0" '
        f'xmlns:text="{_ODF}:text:1.0" office:version="1.3"><office:body><office:text>{body}'
        "</office:text></office:body></office:document-content>"
    )
    return archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def rtf(text: str) -> bytes:
    """Return the least RTF, for where LibreOffice is not installed."""
    out = []
    for part in paragraphs(text):
        for char in part:
            code = ord(char)
            if code > 0xFFFF:
                high, low = divmod(code - 0x10000, 0x400)
                out.append(f"\\u{high + 0xD800 - 0x10000}?\\u{low + 0xDC00 - 0x10000}?")
            elif code > 0x7F:
                out.append(f"\\u{code if code < 0x8000 else code - 0x10000}?")
            else:
                out.append("\\" + char if char in "\\{}" else char)
        out.append("\\par\n")
    return ("{\\rtf1\\ansi\\ansicpg1252\\uc1 " + "".join(out) + "}").encode("ascii")


def archive(parts: dict[str, str | bytes]) -> bytes:
    """Return a zip archive of parts, the same bytes for the same parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            file.writestr(info, content)
    return out.getvalue()


def converted(files: Iterable[Path], suffix: str, folder: Path) -> None:
    """Let LibreOffice write files anew in another format, all in one start of it."""
    files = list(files)
    assert SOFFICE is not None
    for first in range(0, len(files), 100):
        with tempfile.TemporaryDirectory() as profile:
            subprocess.run(
                [SOFFICE, f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
                 suffix, "--outdir", str(folder), *map(str, files[first : first + 100])],
                check=True, capture_output=True,
            )  # fmt: skip


def printed_to_pdf(source: Path, target: Path) -> None:
    """Let Chromium print a page."""
    assert CHROMIUM is not None
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             f"--user-data-dir={profile}", f"--print-to-pdf={target}", source.as_uri()],
            check=True, capture_output=True, timeout=_SECONDS_OF_A_PRINT,
            env={**os.environ, "HOME": profile},
        )  # fmt: skip
