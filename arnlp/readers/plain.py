"""Plain text."""

from __future__ import annotations

from arnlp.model.release import Document
from arnlp.readers.decode import decode
from arnlp.readers.limits import NO_LIMITS, Limits


def read_plain(data: bytes, source: str, limits: Limits = NO_LIMITS) -> Document:
    r"""Return the text of a plain file.

    >>> read_plain(b"one\r\ntwo", "a.txt").text
    'one\ntwo'
    """
    limits.check_markup(len(data), source)
    found = decode(data, source)
    limits.check_chars(len(found.text), source)
    return Document(
        text=found.text, source=source, encoding=found.encoding, format="text",
        warnings=found.warnings,
    )  # fmt: skip
