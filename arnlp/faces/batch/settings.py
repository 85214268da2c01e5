"""How a batch is run: what is taken, what one document may cost, and which files it keeps."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from arnlp.model.errors import InvalidOption

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Taken:
    """Which files of a folder are taken.

    ``include`` and ``exclude`` are globs, of a name, or with a slash of the whole path below the
    folder; a folder that is excluded is not entered. Links that lead out of the folder, and links
    to folders, are followed with ``follow_links`` alone.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    follow_links: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost: seconds, megabytes of memory, bytes of its file."""

    timeout: float = 300.0
    memory: int = 1000
    max_bytes: int = 50 * MEGABYTE

    def __post_init__(self) -> None:
        for name in ("timeout", "memory", "max_bytes"):
            if not getattr(self, name) > 0:
                raise InvalidOption(name, getattr(self, name), "a number above 0")


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a batch: its output, and beside it what is under way and what is recorded."""

    output: Path

    @property
    def journal(self) -> Path:
        """Return the record of the output, which the next incremental run reads."""
        return self.output.with_name(self.output.name + ".journal")

    @property
    def part(self) -> Path:
        """Return the output as far as it is written."""
        return self.output.with_name(self.output.name + ".part")

    @property
    def part_journal(self) -> Path:
        """Return the record of the run that is under way."""
        return self.output.with_name(self.output.name + ".part.journal")

    @property
    def kept(self) -> Files:
        """Return the files of a run that was not finished, and whose lines a later one may take."""
        return Files(self.output.with_name(self.output.name + ".kept"))

    def own(self, *more: Path) -> frozenset[str]:
        """Return the real paths of all of them and of ``more``, which are no documents."""
        rollback = self.part_journal.with_name(self.part_journal.name + "-journal")
        own = (self.output, self.journal, self.part, self.part_journal, rollback)
        kept = (self.kept.output, self.kept.journal)
        return frozenset(os.path.realpath(path) for path in (*own, *kept, *more))
