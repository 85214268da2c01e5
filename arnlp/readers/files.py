"""The bytes of a file, or the reason why there are none."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from arnlp.model.errors import UnreadableDocument
from arnlp.model.sources import spelled
from arnlp.readers.limits import Limits


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """Open a regular file to read its bytes; UnreadableDocument says why it cannot be.

    Pipes and devices are refused before they are opened: they might never end, or never begin.
    """
    source = spelled(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UnreadableDocument(source, "it is a folder; use 'arnlp batch' for folders")
        if not stat.S_ISREG(mode):
            raise UnreadableDocument(source, "it is a pipe, a socket or a device, not a file")
        file = path.open("rb")
    except FileNotFoundError:
        reason = (
            "a link to a file that is not there" if path.is_symlink() else "there is no such file"
        )
        raise UnreadableDocument(source, reason) from None
    except PermissionError:
        raise UnreadableDocument(source, "no permission to read it") from None
    except ValueError:
        raise UnreadableDocument(source, "no file has a zero byte in its name") from None
    except OSError as error:
        raise UnreadableDocument(source, error.strerror or str(error)) from None
    with file:
        yield file


def content(file: BinaryIO, source: str, limits: Limits) -> bytes:
    """Return what is left of an open file; UnreadableDocument if that is over ``max_bytes``."""
    size = os.fstat(file.fileno()).st_size
    try:
        data = b"" if size > limits.max_bytes else file.read(min(limits.max_bytes, size) + 1)
    except OSError as error:
        raise UnreadableDocument(source, error.strerror or str(error)) from None
    if size > limits.max_bytes or len(data) > limits.max_bytes:
        raise UnreadableDocument(
            source, f"it is larger than {limits.max_bytes:,} bytes (limit: max_bytes)"
        )
    return data
