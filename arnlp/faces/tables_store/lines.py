"""Releases read from JSON lines, one at a time, each document once however often it stands there."""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

import numpy as np

from arnlp.model.errors import UnreadableDocument
from arnlp.model.release import Release

# How arnlp writes a line: the id can be had without parsing all of it.
_HEAD = re.compile(rb'\{"schema_version":"[\d.]+","document":\{"id":("(?:[^"\\]|\\.)*")')
_BOM = b"\xef\xbb\xbf"


def releases_of(path: Path) -> Iterator[Release]:
    """Yield the releases of a file of JSON lines, older schemas brought up to now.

    Of documents of one id the last is given, in its place. Raises UnreadableDocument for a line
    that is no release, naming its number.
    """
    superseded = _superseded(path)
    for number, line in _lines(path):
        if number not in superseded:
            try:
                yield Release.model_validate_json(line)
            except ValueError as error:
                raise _no_release(path, number, error) from None


def ids_of(path: Path) -> Iterator[str]:
    """Yield the id of the document of each line, without reading the rest of it where possible."""
    for number, line in _lines(path):
        try:
            head = _HEAD.match(line)
            id_ = json.loads(head[1] if head else line)
            yield id_ if head else id_["document"]["id"]
        except (ValueError, TypeError, KeyError) as error:
            raise _no_release(path, number, error) from None


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the number and the bytes of each line that is not blank."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                text = line.removeprefix(_BOM).strip() if number == 1 else line.strip()
                if text:
                    yield number, text
    except OSError as error:
        raise UnreadableDocument(path, error.strerror or str(error)) from None


def _superseded(path: Path) -> frozenset[int]:
    """Return the numbers of the lines whose document comes again, in eight bytes a document."""
    digests = array("Q")
    for id_ in ids_of(path):
        digest = blake2b(id_.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        digests.append(int.from_bytes(digest, "little"))
    codes, counts = np.unique(np.frombuffer(digests, "uint64"), return_counts=True)
    doubled = set(codes[counts > 1].tolist())
    if not doubled:
        return frozenset()
    last: dict[str, int] = {}
    earlier: set[int] = set()
    for (number, _), id_, code in zip(_lines(path), ids_of(path), digests, strict=True):
        if code in doubled:
            if id_ in last:
                earlier.add(last[id_])
            last[id_] = number
    return frozenset(earlier)


def _no_release(path: Path, number: int, error: Exception) -> UnreadableDocument:
    reason = str(error).split("\n")[0]
    return UnreadableDocument(path, f"line {number} is no release ({reason})")
