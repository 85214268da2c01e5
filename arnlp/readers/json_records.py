"""JSON and JSON lines: records whose fields hold a text, its title, its day and where it is from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, BinaryIO

from arnlp.model.errors import InvalidOption, UnreadableDocument
from arnlp.model.release import Caveat, Document
from arnlp.readers.day import day_of
from arnlp.readers.decode import decode, unify_line_ends
from arnlp.readers.limits import Limits

# Where a record keeps each thing, the surest name first.
FIELDS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "articleBody", "full_text", "fulltext", "article", "story"),
    "title": ("title", "headline", "name", "subject"),
    "published": ("published", "published_at", "datePublished", "publish_date", "date", "pubDate"),
    "source": ("source", "url", "link", "id"),
}
Fields = Mapping[str, str]
_MARKUP = re.compile(r"</(?:p|div|span|ul|li|table|strong|b|a|h[1-6])\s*>|<br\s*/?>", re.I)
_LEAST_TEXT = 20
_LONGEST = 1000  # characters of a title or a source


def check_fields(fields: Fields | None) -> None:
    """Raise InvalidOption for fields of a document that there are not, or that have no name."""
    for name, where in (fields or {}).items():
        if name not in FIELDS or not where:
            known = ", ".join(FIELDS)
            raise InvalidOption("fields", f"{name}={where}", f"NAME=FIELD, NAME one of {known}")


def read_json(data: bytes, source: str, limits: Limits, fields: Fields | None) -> Iterator[Any]:
    """Yield the documents of a JSON file that is one record, a list of records, or a feed of them.

    Each is a Document, or an UnreadableDocument that says what is wrong with the record.
    """
    limits.check_markup(len(data), source)
    text = decode(data, source).text
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        if text.lstrip()[:1] == "{" and "Extra data" in str(error):
            yield from _lines(iter(text.splitlines()), source, limits, fields)
            return
        raise UnreadableDocument(source, f"damaged JSON: {_why(error)}") from None
    records = _records_of(content)
    if len(records) == 1 and not isinstance(content, list):
        yield _document(records[0], source, limits, fields)
        return
    for number, record in enumerate(records, 1):
        yield _document(record, f"{source}#{number}", limits, fields)


def read_json_lines(
    file: BinaryIO, source: str, limits: Limits, fields: Fields | None
) -> Iterator[Any]:
    """Yield the documents of a file of JSON lines, one line in memory at a time."""
    return _lines(_text_lines(file, limits), source, limits, fields)


def _text_lines(file: BinaryIO, limits: Limits) -> Iterator[str]:
    most = limits.markup
    is_first = True
    while line := file.readline(most + 1):
        if len(line) > most:
            while line and not line.endswith(b"\n"):
                line = file.readline(_PIECE)
            yield ""  # too long a line
        if is_first:
            line = line.removeprefix(b"\xef\xbb\xbf")
            is_first = False
        yield line.decode("utf-8", "replace")


_PIECE = 1 << 16


def _lines(
    lines: Iterator[str], source: str, limits: Limits, fields: Fields | None
) -> Iterator[Any]:
    for number, line in enumerate(lines, 1):
        name = f"{source}#{number}"
        if not line:
            reason = f"its line {number} is longer than {limits.markup:,} bytes (limit: max_chars)"
            yield UnreadableDocument(name, reason)
            continue
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield UnreadableDocument(name, f"damaged JSON: {_why(error)}")
            continue
        yield _document(record, name, limits, fields)


def _why(error: Exception) -> str:
    return "nested too deep" if isinstance(error, RecursionError) else str(error)


def _records_of(content: Any) -> list[Any]:
    """Return the records of a file: a list, the one list of records that an object holds, or itself."""
    if isinstance(content, list):
        return content
    if isinstance(content, dict):
        lists = [
            value for value in content.values()
            if isinstance(value, list) and value and all(isinstance(item, dict) for item in value)
        ]  # fmt: skip
        has_text = any(isinstance(content.get(name), str) for name in FIELDS["text"])
        if len(lists) == 1 and not has_text:
            return lists[0]
    return [content]


def is_data(content: bytes) -> bool:
    """Tell whether a JSON file holds no text to read, or only texts of places in another: gold, offsets.

    What is no JSON is none of it.

    >>> is_data(b'{"rows": [{"start": 0, "end": 7, "text": "5 ports"}]}'), is_data(b'{"text": "5 ports"}')
    (True, False)
    """
    try:
        records = _records_of(json.loads(content))
    except (ValueError, RecursionError):
        return False
    return not any(
        isinstance(record, dict)
        and "start" not in record
        and (_field(record, "text", None) or "").strip()
        for record in records
    )


def _document(record: Any, source: str, limits: Limits, fields: Fields | None) -> Any:
    if not isinstance(record, dict):
        return UnreadableDocument(source, "a record that is no JSON object")
    text = _field(record, "text", fields)
    if text is None or not text.strip():
        where = (fields or {}).get("text") or ", ".join(FIELDS["text"])
        return UnreadableDocument(source, f"no text in the record (looked for: {where})")
    warnings: list[Caveat] = []
    text = unify_line_ends(text).encode("utf-8", "replace").decode("utf-8")
    try:
        limits.check_chars(len(text), source)
        if _MARKUP.search(text):
            from arnlp.readers.html import read_fragment

            text = read_fragment(text, source)
    except UnreadableDocument as error:
        return error
    title = _field(record, "title", fields)
    own = _field(record, "source", fields)
    published = _field(record, "published", fields)
    day = _day(published)
    if published and day is None:
        message = f"{published[:40]!r} is no day that is understood: not taken as published"
        warnings.append(Caveat(code="day_not_understood", message=message))
    return Document(
        text=text, source=own or source, title=title, published=day, format="json",
        warnings=warnings,
    )  # fmt: skip


def _day(value: str | None) -> str | None:
    if not value:
        return None
    try:
        return date.fromisoformat(value[:10]).isoformat()
    except ValueError:
        return day_of(value)


def _field(record: dict[str, Any], name: str, fields: Fields | None) -> str | None:
    """Return what a record holds under a name, by its usual names or by a path: data.body."""
    given = (fields or {}).get(name)
    for path in (given,) if given else FIELDS[name]:
        value: Any = record
        if path in record:
            value = record[path]
        else:
            for step in path.split("."):
                value = value.get(step) if isinstance(value, dict) else None
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            value = "\n\n".join(value)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and name != "text":
            value = str(value)
        if isinstance(value, str) and value.strip():
            clean = value.encode("utf-8", "replace").decode("utf-8")
            return clean if name == "text" else " ".join(clean.split())[:_LONGEST]
    return None
