"""From a file to its documents, and from a document to its release: what the commands do alike."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from arnlp.model.errors import InvalidOption, UnreadableDocument, UnsupportedFormat
from arnlp.model.sources import spelled

if TYPE_CHECKING:
    from arnlp.lexicon.own import Lexicon
    from arnlp.model.release import Document, Release

PUBLISHED_FROM = ("path", "mtime", "meta")
LINED = (".jsonl", ".ndjson")  # files with a document on each line
_DATA, _DATA_MOST = ".json", 50_000_000  # bytes of a file that may be the data of a text
_ANY = 1 << 40  # bytes and characters: a batch has limits of its own
_ARCHIVE, _ARCHIVE_MOST = b"PK", 50_000_000  # what an archive is stands at its end
_DAY_IN_PATH = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_./]?)(\d\d?)\2(\d\d?)(?!\d)")


@dataclass(frozen=True, slots=True)
class Options:
    """What holds for every document.

    The day of a document is the first that ``published_from`` gives (``path``: a day in its path,
    ``mtime``: the day, in UTC, on which its file was written, ``meta``: what the file says of
    itself), else ``published``. ``with_text`` lets the result carry the text that its offsets refer
    to; a text of more than ``max_chars`` characters is cut there. ``lexicon`` holds the tables of a
    Lexicon as JSON, so that options of other tables are others.
    """

    published: str | None = None
    language: str | None = None
    country: str | None = None
    entities: str = "model"
    romanizer: str = "table"
    with_text: bool = False
    published_from: tuple[str, ...] = ("meta",)
    max_chars: int | None = None
    lexicon: str | None = None

    def __post_init__(self) -> None:
        for way in self.published_from:
            if way not in PUBLISHED_FROM:
                raise InvalidOption("published_from", way, f"one of {', '.join(PUBLISHED_FROM)}")
        if self.max_chars is not None and self.max_chars < 1:
            raise InvalidOption("max_chars", self.max_chars, "a number above 0")


def unread(path: str, name: str) -> str | None:
    """Return why no reader takes a file, None where one does: by its suffix, else by its content.

    >>> unread("a.TXT", "a.TXT"), unread("no/a.jpg", "a.jpg")
    (None, 'no reader for .jpg')
    """
    from arnlp.readers import READERS
    from arnlp.readers.sniff import HEAD, format_of

    suffix = Path(name).suffix.lower()
    if suffix in READERS:
        return None
    reason = f"no reader for {spelled(suffix) or 'files without a suffix'}"
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - millions of them
            head = file.read(HEAD)
            if head.startswith(_ARCHIVE):
                head += file.read(_ARCHIVE_MOST)
        format_of(head, None, name)
    except (OSError, UnreadableDocument, UnsupportedFormat):
        return reason
    return None


def is_data_beside(path: str, name: str, size: int, names: list[str]) -> bool:
    """Tell whether a JSON file is no document but the data of a text of its name: x.json, x.gold.json by x.txt.

    ``names`` are those of its folder, sorted. One that is damaged is none: that is an error to tell of.
    """
    from arnlp.readers.json_records import is_data

    if not name.lower().endswith(_DATA) or size > _DATA_MOST or not _has_text_beside(name, names):
        return False
    try:
        return is_data(Path(path).read_bytes())
    except OSError:
        return False


def _has_text_beside(name: str, names: list[str]) -> bool:
    from arnlp.readers import READERS

    stem = name[: -len(_DATA)]
    for suffix in READERS:
        if suffix not in (_DATA, *LINED):
            for text in {stem + suffix, Path(stem).stem + suffix}:
                at = bisect_left(names, text)
                if names[at : at + 1] == [text]:
                    return True
    return False


def documents_of(file: Path | bytes, source: str) -> Iterator[Document]:
    """Yield the documents of a file, or of one line of a file that has one on each line.

    Raises UnreadableDocument.

    >>> [document.text for document in documents_of(b'{"text": "5 ports"}', "a.jsonl#1")]
    ['5 ports']
    """
    from arnlp.readers import read_many
    from arnlp.readers.json_records import read_json
    from arnlp.readers.limits import Limits

    if isinstance(file, bytes):
        for document in read_json(file, source, Limits(_ANY, _ANY), None):
            if isinstance(document, UnreadableDocument):
                raise document
            yield document
        return
    yield from read_many(file, max_bytes=_ANY, max_chars=_ANY)


def day_in_path(path: str) -> str | None:
    """Return the last day that a path spells as year, month and day, None where it spells none.

    >>> day_in_path("2024/05/13/release.txt"), day_in_path("wam-20240513-7.html")
    ('2024-05-13', '2024-05-13')
    >>> day_in_path("2024/13/45.txt")
    """
    for found in reversed(list(_DAY_IN_PATH.finditer(path))):
        year, mark, month, day = found.groups()
        if not mark and len(month + day) < 4:
            continue
        try:
            return date(int(year), int(month), int(day)).isoformat()
        except ValueError:
            continue
    return None


def published_of(
    document: Document, path: str, written: float | None, options: Options
) -> str | None:
    """Return the day of a document, told as its options want it.

    ``path`` is that of its file below the folder of the batch, ``written`` the time of its last
    change in seconds since 1970.
    """
    for way in options.published_from:
        day = document.published
        if way == "path":
            day = day_in_path(path)
        elif way == "mtime":
            day = None if written is None else _day_at(written)
        if day:
            return day
    return options.published


def _day_at(seconds: float) -> str | None:
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return None


def extract_document(
    document: Document, source: str, options: Options, written: float | None = None
) -> Release:
    """Return the release of a document, with the title, the pages and the warnings of its reading.

    >>> from arnlp.model.release import Document
    >>> document = Document(text="5 ports", source="a.html", title="Ports", format="html")
    >>> extract_document(document, "a.html", Options()).document.title
    'Ports'
    """
    from arnlp.model.release import Section
    from arnlp.pipeline import extract

    _cut(document, options)
    release = extract(
        document.text,
        published=published_of(document, source, written, options),
        language=options.language,
        country=options.country,
        source=source,
        entities=options.entities,
        romanizer=options.romanizer,
        lexicon=lexicon_of(options.lexicon) if options.lexicon else None,
    )
    if release.document.title is None and document.title:
        release.document.title = document.title
    release.warnings[:0] = document.warnings
    release.document.sections += [
        Section.trusted(
            {
                "kind": "page",
                "start": page.start,
                "end": page.end,
                "language": release.document.language,
            }
        )
        for page in document.pages
    ]
    if options.with_text:
        release.document.text = document.text
    return release


def _cut(document: Document, options: Options) -> None:
    """Cut a text that is too long, at the end of a line where one is near, and say so."""
    from arnlp.model.release import Caveat

    most, whole = options.max_chars, len(document.text)
    if most is None or whole <= most:
        return
    end = document.text.rfind("\n", most // 2, most)
    end = most if end < 0 else end
    document.text = document.text[:end]
    message = f"only the first {end:,} of {whole:,} characters were read (--max-chars)"
    document.warnings.append(Caveat(code="cut", message=message, start=end, end=end))


@lru_cache(maxsize=4)
def lexicon_of(tables: str) -> Lexicon:
    """Return the lexicon of tables in JSON, built once in a process."""
    from arnlp.lexicon.own import Lexicon

    return Lexicon.from_json(tables)
