"""The formats that are read: the suffixes of each and the function that reads it, loaded when first used."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, cast

from arnlp.model.release import Document
from arnlp.readers.limits import Limits

Reader = Callable[[bytes, str, Limits], Document]


class Format(NamedTuple):
    """A format: its name, the suffixes of its files, the module and function that read one."""

    name: str
    suffixes: tuple[str, ...]
    module: str
    function: str

    def read(self, data: bytes, source: str, limits: Limits) -> Document:
        """Return the document of a file's bytes."""
        reader = getattr(import_module(f"arnlp.readers.{self.module}"), self.function)
        return cast(Reader, reader)(data, source, limits)


FORMATS: tuple[Format, ...] = (
    Format("text", (".txt", ".text", ".md"), "plain", "read_plain"),
    Format("html", (".html", ".htm", ".xhtml", ".shtml"), "html", "read_html"),
    Format("docx", (".docx", ".docm", ".dotx"), "docx", "read_docx"),
    Format("odt", (".odt", ".ott"), "odt", "read_odt"),
    Format("rtf", (".rtf",), "rtf", "read_rtf"),
    Format("pdf", (".pdf",), "pdf", "read_pdf"),
    Format("eml", (".eml", ".mht", ".mhtml"), "eml", "read_eml"),
)
RECORDS: dict[str, tuple[str, ...]] = {"json": (".json",), "jsonl": (".jsonl", ".ndjson")}
BY_NAME: dict[str, Format] = {format_.name: format_ for format_ in FORMATS}
# The format that each suffix names.
READERS: dict[str, str] = {
    **{suffix: format_.name for format_ in FORMATS for suffix in format_.suffixes},
    **{suffix: name for name, suffixes in RECORDS.items() for suffix in suffixes},
}
SUFFIXES: tuple[str, ...] = tuple(sorted(READERS))
