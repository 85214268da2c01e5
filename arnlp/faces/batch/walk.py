"""The files of a folder in the order of their paths, one folder at a time, and what is passed over.

Of each folder only the names are held, so that millions of files cost no memory but the names of
the folders that are open. Nothing is passed over in silence: what is no document is an entry, too,
with its reason.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from arnlp.faces.batch.settings import Taken
from arnlp.faces.documents import LINED, is_data_beside, unread
from arnlp.model.errors import InvalidOption
from arnlp.model.sources import spelled

DATA = "data of a text of its name beside it, without a text of its own"
LEAVES = "a link that leaves the folder (--follow-links)"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something in a folder: a document to read, or what is ``skipped`` or ``failed`` and why.

    ``source`` is its path below the folder, and the line for one document of many. ``path`` is
    where to read it, ``line`` the document itself where its file has one on each line.
    """

    source: str
    path: str
    size: int = 0
    written: float | None = None
    line: bytes | None = None
    skipped: str | None = None
    failed: str | None = None

    @property
    def is_document(self) -> bool:
        """Tell whether there is something to read."""
        return self.skipped is None and self.failed is None


def entries(
    folder: Path, taken: Taken, own: frozenset[str], longest: int, lines: bool = True
) -> Iterator[Entry]:
    """Yield what is in a folder, or the documents of one file of JSON lines.

    ``own`` are real paths that are no documents, ``longest`` the most bytes of a line. Without
    ``lines`` a file of them is one entry. Raises InvalidOption where there is no such folder.
    """
    start = root_of(folder)
    found = _Walk(start, taken, own).entries([folder.name] if start != folder else None)
    for entry in found:
        if lines and entry.is_document and entry.path.lower().endswith(LINED):
            yield from _lines(entry, longest)
        else:
            yield entry


def root_of(folder: Path) -> Path:
    """Return the folder to walk: that of a file of JSON lines, too."""
    if folder.is_dir():
        return folder
    if folder.is_file() and folder.name.lower().endswith(LINED):
        return folder.parent
    raise InvalidOption(
        "folder", spelled(folder),
        "a folder or a file of JSON lines; for single files use 'arnlp extract'",
    )  # fmt: skip


@dataclass(slots=True)
class _Walk:
    """One walk below a folder."""

    folder: Path
    taken: Taken
    own: frozenset[str]
    real: str = field(init=False)
    names: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.real = os.path.realpath(self.folder)
        self.names = frozenset(os.path.basename(path) for path in self.own)  # noqa: PTH119

    def entries(self, names: list[str] | None = None) -> Iterator[Entry]:
        """Yield the entries of the folder, or of some names in it, and of the folders below."""
        level = names if names is not None else _names(self.folder)
        top = os.stat(self.folder)  # noqa: PTH116
        stack = [("", level, iter(level), (top.st_dev, top.st_ino))]
        above_all = {stack[0][3]}
        while stack:
            above, beside, rest, identity = stack[-1]
            name = next(rest, None)
            if name is None:
                stack.pop()
                above_all.discard(identity)
                continue
            below = f"{above}{name}"
            found = self._look(below, name, beside)
            if isinstance(found, Entry):
                yield found
                continue
            if found in above_all:
                yield self._entry(below, skipped="a link to a folder that it is in")
                continue
            try:
                inside = _names(self._at(below))
            except OSError as error:
                yield self._entry(below, failed=_reason(error, "folder"))
                continue
            stack.append((f"{below}/", inside, iter(inside), found))
            above_all.add(found)

    def _at(self, below: str) -> str:
        return os.path.join(self.folder, below)  # noqa: PTH118 - millions of them

    def _entry(
        self, below: str, found: os.stat_result | None = None, *,
        skipped: str | None = None, failed: str | None = None,
    ) -> Entry:  # fmt: skip
        size, written = (found.st_size, found.st_mtime) if found else (0, None)
        return Entry(spelled(below), self._at(below), size, written, None, skipped, failed)

    def _look(self, below: str, name: str, beside: list[str]) -> Entry | tuple[int, int]:
        """Return the entry of a path, or the identity of a folder to enter; ``beside`` is in its folder."""
        path = self._at(below)
        if (reason := self._unwanted(below, name)) is not None:
            return self._entry(below, skipped=reason)
        try:
            own = os.lstat(path)
            link = stat.S_ISLNK(own.st_mode)
            found = os.stat(path) if link else own  # noqa: PTH116
        except OSError as error:
            return self._entry(below, failed=_reason(error, "link"))
        if link and not self.taken.follow_links:
            if stat.S_ISDIR(found.st_mode):
                return self._entry(below, skipped="a link to a folder (--follow-links)")
            if not os.path.realpath(path).startswith(os.path.join(self.real, "")):  # noqa: PTH118
                return self._entry(below, skipped=LEAVES)
        if stat.S_ISDIR(found.st_mode):
            return found.st_dev, found.st_ino
        if not stat.S_ISREG(found.st_mode):
            return self._entry(below, skipped="no plain file, but a pipe, a socket or a device")
        if name in self.names and os.path.realpath(path) in self.own:
            return self._entry(below, skipped="of this batch itself")
        if (reason := unread(path, name)) is not None:
            return self._entry(below, skipped=reason)
        if self.taken.include and not _matches(self.taken.include, below, name):
            return self._entry(below, skipped="not included")
        if is_data_beside(path, name, found.st_size, beside):
            return self._entry(below, skipped=DATA)
        return self._entry(below, found)

    def _unwanted(self, below: str, name: str) -> str | None:
        if name.startswith("."):
            return "hidden"
        return "excluded" if _matches(self.taken.exclude, below, name) else None


def _names(folder: Path | str) -> list[str]:
    return sorted(os.listdir(folder))  # noqa: PTH208 - names alone: a path takes ten times as much


def _matches(patterns: tuple[str, ...], below: str, name: str) -> bool:
    return any(
        fnmatchcase(below if "/" in pattern else name, pattern.removeprefix("/"))
        for pattern in patterns
    )


def _reason(error: OSError, what: str) -> str:
    if isinstance(error, FileNotFoundError):
        return f"a {what} to a file that is not there" if what == "link" else "it went away"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return error.strerror or str(error)


def _lines(entry: Entry, longest: int) -> Iterator[Entry]:
    """Yield the documents of a file that has one on each line; a failure ends it."""

    def part(number: int, line: bytes | None = None, failed: str | None = None) -> Entry:
        source = f"{entry.source}#{number}"
        size = len(line or b"")
        return Entry(source, entry.path, size, entry.written, line, None, failed)

    number = 0
    try:
        with open(entry.path, "rb") as file:  # noqa: PTH123
            while line := file.readline(longest + 1):
                number += 1
                if len(line) > longest and not line.endswith(b"\n"):
                    while line and not line.endswith(b"\n"):
                        line = file.readline(1 << 20)
                    yield part(number, failed=too_large(longest))
                elif line.strip():
                    yield part(number, line)
    except OSError as error:
        yield part(number + 1, failed=_reason(error, "file"))
    if not number:
        yield part(1, failed="the file is empty")


def too_large(limit: int, size: int | None = None) -> str:
    """Return why a document is too large to be read.

    >>> too_large(50_000_000, 61_200_000)
    'it has 61.2 MB, more than the 50 MB that are read (--max-bytes)'
    """
    has = f"it has {size / 1e6:.4g} MB, " if size is not None else "it has "
    return f"{has}more than the {limit / 1e6:.4g} MB that are read (--max-bytes)"
