"""Where an output is written first, and how it comes to its place: whole, or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def new_file(target: Path) -> Iterator[Path]:
    """Give a path beside a file; what was written there takes the file's place if all went well."""
    folder = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part"))
    try:
        made = folder / target.name
        yield made
        _settle(made)
        made.replace(target)
        _settle(target.parent)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """Give a new folder beside another; it takes the other's place if all went well.

    A folder cannot be replaced in one step: the old one is set aside, and removed when the new one
    stands in its place.
    """
    folder = Path(tempfile.mkdtemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part"))
    try:
        made = folder / target.name
        made.mkdir()
        yield made
        for path in (*made.iterdir(), made):
            _settle(path)
        aside = folder / "before"
        if target.exists():
            target.replace(aside)
        try:
            made.replace(target)
        except OSError:
            if aside.exists():
                aside.replace(target)
            raise
        _settle(target.parent)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _settle(path: Path) -> None:
    """Have the system write what it holds of a file or folder to the disk."""
    if os.name != "posix" and path.is_dir():
        return  # elsewhere a folder cannot be opened
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
