"""Readers: from a file to its text and what it says of itself. Of Arabic they
know its encodings and how pages write a day.

A new format is one module with a function from bytes to :class:`~arnlp.model.release.Document`,
and one line in :data:`READERS`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from arnlp.model.errors import UnreadableDocument, UnsupportedFormat
from arnlp.model.release import Document
from arnlp.model.sources import spelled
from arnlp.readers.html import read_html
from arnlp.readers.plain import read_plain

Reader = Callable[[bytes, str], Document]

READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".text": read_plain,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
}


def read(path: str | Path) -> Document:
    """Read a file and return its text with what the file says of itself.

    The reader is chosen by the file's suffix. Line ends become ``\\n``; offsets of an extraction
    refer to the ``text`` returned here. Raises UnreadableDocument for a file that is missing,
    forbidden, empty or binary, UnsupportedFormat for a suffix that no reader is registered for.

    >>> read("release.pdfx")
    Traceback (most recent call last):
    arnlp.model.errors.UnsupportedFormat: release.pdfx: no reader for '.pdfx' (known: .htm .html ...
    """
    path = Path(path)
    source = spelled(path)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = " ".join(sorted(READERS))
        raise UnsupportedFormat(source, f"no reader for '{spelled(path.suffix)}' (known: {known})")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        reason = (
            "a link to a file that is not there" if path.is_symlink() else "there is no such file"
        )
        raise UnreadableDocument(source, reason) from None
    except IsADirectoryError:
        raise UnreadableDocument(source, "it is a folder; use 'arnlp batch' for folders") from None
    except PermissionError:
        raise UnreadableDocument(source, "no permission to read it") from None
    except ValueError:
        raise UnreadableDocument(source, "no file has a zero byte in its name") from None
    except OSError as error:
        raise UnreadableDocument(source, error.strerror or str(error)) from None
    return reader(data, source)
