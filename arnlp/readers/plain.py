"""Plain text."""

from __future__ import annotations

from arnlp.model.release import Document
from arnlp.readers.decode import decode


def read_plain(data: bytes, source: str) -> Document:
    r"""Return the text of a plain file.

    >>> read_plain(b"one\r\ntwo", "a.txt").text
    'one\ntwo'
    """
    found = decode(data, source)
    return Document(
        text=found.text, source=source, encoding=found.encoding, format="text",
        warnings=found.warnings,
    )  # fmt: skip
