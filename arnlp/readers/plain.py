"""Plain text."""

from __future__ import annotations

from arnlp.model.release import Document
from arnlp.readers.decode import decode


def read_plain(data: bytes, source: str) -> Document:
    r"""Return the text of a plain file.

    >>> read_plain(b"one\r\ntwo", "a.txt").text
    'one\ntwo'
    """
    text, encoding = decode(data, source)
    return Document(text=unify_line_ends(text), source=source, encoding=encoding, format="text")


def unify_line_ends(text: str) -> str:
    r"""Write every line end as ``\n``, as Python's text mode does."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
