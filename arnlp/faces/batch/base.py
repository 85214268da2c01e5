"""Lines of earlier runs, which hold for documents that have not changed since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from arnlp.faces.batch.journal import Journal, Line, digest_of
from arnlp.faces.batch.settings import Files
from arnlp.faces.batch.walk import Entry


@dataclass(slots=True)
class _Earlier:
    """An output that was written before, and its journal."""

    journal: Journal
    output: BinaryIO

    def lines(self, source: str) -> tuple[bytes, list[tuple[Line, bytes]]] | None:
        """Return the key of a document and its lines, None where they are not there as told."""
        known = self.journal.known(source)
        if known is None:
            return None
        lines = []
        for line in known[1]:
            self.output.seek(line.start)
            data = self.output.read(line.size)
            if digest_of(data) != line.digest:
                return None
            lines.append((line, data))
        return known[0], lines


class Base:
    """The outputs of earlier runs, those that are there, the first before the next."""

    def __init__(self, earlier: Iterable[Files]) -> None:
        """Open them for reading."""
        self._earlier = [
            _Earlier(Journal(one.journal, writing=False), one.output.open("rb"))
            for one in earlier
            if one.output.is_file() and one.journal.is_file()
        ]

    def key(self, entry: Entry) -> bytes | None:
        """Return the key that the lines of a document were made for, None where there are none."""
        found = self._find(entry.source)
        return found[0] if found else None

    def lines(self, entry: Entry) -> list[tuple[Line, bytes]]:
        """Return the lines of a document, each with what is known of it."""
        found = self._find(entry.source)
        return found[1] if found else []

    def _find(self, source: str) -> tuple[bytes, list[tuple[Line, bytes]]] | None:
        for one in self._earlier:
            if (found := one.lines(source)) is not None:
                return found
        return None

    def close(self) -> None:
        """Close them."""
        for one in self._earlier:
            one.journal.close()
            one.output.close()
        self._earlier.clear()
