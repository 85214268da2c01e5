"""The journal of a batch: which entry was done, and where its lines stand in the output.

SQLite keeps it, which is safe against kill -9 and power cuts, costs no memory however many
documents there are, and is locked by the run that writes. The lines of a commit are on the disk
before the commit is; what stands in the output after the last commit is cut off when a run goes on.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from arnlp.faces.batch.walk import Entry
from arnlp.faces.batch.work import Reply
from arnlp.model.errors import ArnlpError
from arnlp.model.sources import spelled

FORMAT = 1
_TABLES = """
CREATE TABLE run (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE entries (
  n INTEGER PRIMARY KEY, source TEXT, size INTEGER, written REAL, key BLOB, skipped TEXT);
CREATE TABLE lines (
  n INTEGER, part INTEGER, source TEXT, start INTEGER, bytes INTEGER, digest BLOB, facts INTEGER,
  error TEXT, warnings TEXT, PRIMARY KEY (n, part)) WITHOUT ROWID;
"""
_INDEX = "CREATE INDEX IF NOT EXISTS by_source ON entries (source) WHERE key IS NOT NULL"


class BrokenOff(ArnlpError):  # noqa: N818 - named as the errors of the model are
    """A run that had to end before its end; what it did is kept, and it can be gone on with."""


class Line(NamedTuple):
    """Where a line stands in an output, and what is known of it."""

    source: str
    start: int
    size: int
    digest: bytes
    facts: int
    warnings: tuple[str, ...]


class Counts(NamedTuple):
    """What is in a journal: lines, facts, failures, warnings, entries that are no documents."""

    written: int = 0
    facts: int = 0
    failed: int = 0
    warned: int = 0
    skipped: int = 0


def digest_of(line: bytes) -> bytes:
    """Return the digest that tells a line from others."""
    return hashlib.blake2b(line, digest_size=8).digest()


class Journal:
    """The journal of one output. It is locked as long as it is open for writing."""

    def __init__(self, path: Path, writing: bool = True) -> None:
        """Open a journal; to write one makes it where there is none, and raises where it is locked."""
        self.path = path
        fresh = not path.exists()
        if writing:
            self._db = sqlite3.connect(path, isolation_level=None, timeout=0.2)
        else:
            address = f"file:{_quoted(path)}?mode=ro"
            self._db = sqlite3.connect(address, isolation_level=None, uri=True)
        if not writing:
            return
        try:
            self._db.execute("PRAGMA locking_mode=EXCLUSIVE")
            self._db.execute("PRAGMA synchronous=FULL")
            self._db.execute("BEGIN EXCLUSIVE")
            if fresh or not self._db.execute("SELECT 1 FROM sqlite_master").fetchone():
                for statement in _TABLES.split(";"):
                    self._db.execute(statement)
                self.set("format", FORMAT)
        except sqlite3.OperationalError as error:
            self._db.close()
            if "locked" in str(error):
                raise BrokenOff(f"{spelled(path)}: another run writes this output") from None
            raise

    def set(self, name: str, value: object) -> None:
        """Keep something of the run as a whole."""
        text = json.dumps(value, ensure_ascii=False, sort_keys=True)
        self._db.execute("INSERT OR REPLACE INTO run VALUES (?, ?)", (name, text))

    def get(self, name: str) -> object:
        """Return what is kept of the run as a whole, None where nothing is."""
        row = self._db.execute("SELECT value FROM run WHERE name = ?", (name,)).fetchone()
        return None if row is None else json.loads(row[0])

    def add(self, n: int, entry: Entry, reply: Reply, lines: list[Line]) -> None:
        """Note what came of an entry; ``lines`` are its lines as they stand in the output."""
        key = reply.key
        row = (n, entry.source, entry.size, entry.written, key, entry.skipped)
        self._db.execute("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)", row)
        rows: list[tuple[object, ...]] = [
            (n, part, *line[:5], None, _listed(line.warnings)) for part, line in enumerate(lines)
        ]
        for outcome in reply.outcomes:
            if outcome.line is None:
                warnings = _listed(outcome.warnings)
                rows.append(
                    (n, len(rows), outcome.source, None, 0, None, 0, outcome.error, warnings)
                )
        self._db.executemany("INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def commit(self) -> None:
        """Make sure that all that was added stays, whatever happens."""
        self._db.execute("COMMIT")
        self._db.execute("BEGIN EXCLUSIVE")

    def done(self) -> Iterator[tuple[str, int, float | None, str | None]]:
        """Yield source, size, time of writing and reason of skipping of the entries in order."""
        rows = "SELECT source, size, written, skipped FROM entries ORDER BY n"
        yield from self._db.execute(rows)

    def size(self) -> int:
        """Return how many entries are noted."""
        return int(self._db.execute("SELECT count(*) FROM entries").fetchone()[0])

    def end(self) -> int:
        """Return how many bytes of the output are told of."""
        found = self._db.execute(
            "SELECT start + bytes FROM lines WHERE error IS NULL ORDER BY n DESC, part DESC LIMIT 1"
        ).fetchone()
        return int(found[0]) if found else 0

    def last(self) -> Line | None:
        """Return the last line of the output that is told of."""
        found = self._db.execute(
            "SELECT source, start, bytes, digest, facts, warnings FROM lines WHERE error IS NULL"
            " ORDER BY n DESC, part DESC LIMIT 1"
        ).fetchone()
        return _line(found) if found else None

    def known(self, source: str) -> tuple[bytes, list[Line]] | None:
        """Return the key of a document that was extracted, and its lines; an index must be there."""
        entry = self._db.execute(
            "SELECT n, key FROM entries WHERE source = ? AND key IS NOT NULL", (source,)
        ).fetchone()
        if entry is None:
            return None
        rows = self._db.execute(
            "SELECT source, start, bytes, digest, facts, warnings FROM lines WHERE n = ?"
            " AND error IS NULL ORDER BY part", (entry[0],),
        )  # fmt: skip
        return entry[1], [_line(row) for row in rows]

    def counts(self) -> Counts:
        """Return what is in it, in figures."""
        written, facts, failed, warned = self._db.execute(
            "SELECT count(*) FILTER (WHERE error IS NULL), coalesce(sum(facts), 0),"
            " count(error), count(warnings) FROM lines"
        ).fetchone()
        skipped = self._db.execute("SELECT count(skipped) FROM entries").fetchone()[0]
        return Counts(written, facts, failed, warned, skipped)

    def failed(self) -> Iterator[dict[str, str]]:
        """Yield source and reason of what failed, in order."""
        rows = "SELECT source, error FROM lines WHERE error IS NOT NULL ORDER BY n, part"
        for source, reason in self._db.execute(rows):
            yield {"source": source, "reason": reason}

    def skipped(self) -> Iterator[dict[str, str]]:
        """Yield source and reason of what is no document, in order."""
        rows = "SELECT source, skipped FROM entries WHERE skipped IS NOT NULL ORDER BY n"
        for source, reason in self._db.execute(rows):
            yield {"source": source, "reason": reason}

    def skipped_by_reason(self) -> dict[str, int]:
        """Return how many entries were skipped for each reason."""
        rows = (
            "SELECT skipped, count(*) FROM entries WHERE skipped IS NOT NULL"
            " GROUP BY skipped ORDER BY skipped"
        )
        return dict(self._db.execute(rows))

    def warned(self) -> Iterator[dict[str, str]]:
        """Yield source and message of each warning, in order."""
        rows = "SELECT source, warnings FROM lines WHERE warnings IS NOT NULL ORDER BY n, part"
        for source, warnings in self._db.execute(rows):
            yield from ({"source": source, "warning": message} for message in json.loads(warnings))

    def index(self) -> None:
        """Make it ready for :meth:`known`."""
        self._db.execute(_INDEX)

    def close(self) -> None:
        """Close it; what was added since the last commit is dropped."""
        self._db.close()


def _quoted(path: Path) -> str:
    from urllib.parse import quote_from_bytes

    return quote_from_bytes(bytes(path.absolute()))


def _listed(warnings: tuple[str, ...]) -> str | None:
    return json.dumps(warnings, ensure_ascii=False) if warnings else None


def _line(row: tuple[str, int, int, bytes, int, str | None]) -> Line:
    warnings = tuple(json.loads(row[5])) if row[5] else ()
    return Line(*row[:5], warnings)
