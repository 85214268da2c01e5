"""A run under way: lines are written, noted in the journal, and both put on the disk in that order."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from arnlp.faces.batch.base import Base
from arnlp.faces.batch.engines import Engine
from arnlp.faces.batch.journal import Journal, Line, digest_of
from arnlp.faces.batch.report import Progress, Report
from arnlp.faces.batch.settings import Files
from arnlp.faces.batch.walk import Entry
from arnlp.faces.batch.work import Reply

_SECONDS_A_COMMIT = 1.0


class UnderWay:
    """A run under way: its output and its journal are open, and its walk stands where it goes on."""

    def __init__(
        self, files: Files, journal: Journal, out: BinaryIO, walk: Iterator[Entry], base: Base,
        on_progress: Callable[[Progress], Any],
    ) -> None:  # fmt: skip
        self.base = base
        self.report = Report(journal.counts())
        self._files, self._journal, self._out, self._walk = files, journal, out, walk
        self._on_progress = on_progress
        self._progress = Progress()
        self._n = 0
        self._unchanged = 0
        self._end = journal.end()
        self._synced = time.monotonic()

    def go_on(self, progress: Progress) -> None:
        """Take over what is done already."""
        self._progress = progress
        self._n = self._journal.size()

    def go(self, engine: Engine) -> None:
        """Extract what is left, and rename the output into place."""
        try:
            for entry, reply in engine.replies(self._walk):
                self._write(entry, reply)
                if time.monotonic() - self._synced > _SECONDS_A_COMMIT:
                    self._sync()
            self._sync()
            self._journal.set("finished", True)
            self._journal.index()
            self._journal.commit()
            self.report = Report(
                self._journal.counts(), self._unchanged, self._progress.kept - self._unchanged
            )
        except KeyboardInterrupt:
            self._sync()
            raise
        finally:
            with suppress(OSError):  # a full disk is told of already
                self._out.close()
            self._journal.close()
            self.base.close()
        rename_into_place(self._files)

    def _write(self, entry: Entry, reply: Reply) -> None:
        lines = []
        if reply.unchanged:
            for line, data in self.base.lines(entry):
                lines.append(line._replace(start=self._end))
                self._append(data)
            self._unchanged += 1
        failed = 0
        for outcome in reply.outcomes:
            if outcome.line is None:
                failed += 1
                continue
            data = outcome.line + b"\n"
            told = (len(data), digest_of(data), outcome.facts, outcome.warnings)
            lines.append(Line(outcome.source, self._end, *told))
            self._append(data)
        self._journal.add(self._n, entry, reply, lines)
        self._n += 1
        before = self._progress
        self._progress = Progress(
            before.done + entry.is_document, before.failed + failed, before.bytes + entry.size,
            before.kept + reply.unchanged,
        )  # fmt: skip
        self._on_progress(self._progress)

    def _append(self, data: bytes) -> None:
        self._out.write(data)
        self._end += len(data)

    def _sync(self) -> None:
        """Let the lines be on the disk, then the journal that tells of them."""
        self._out.flush()
        os.fsync(self._out.fileno())
        self._journal.commit()
        self._synced = time.monotonic()


def rename_into_place(files: Files) -> None:
    """Rename the output of a finished run and its journal into place."""
    with suppress(FileNotFoundError):
        files.part.replace(files.output)
    files.part_journal.replace(files.journal)
    sync_folder(files.output.parent)


def sync_folder(folder: Path) -> None:
    """Let the names in a folder be on the disk."""
    with suppress(OSError):  # not every system lets a folder be opened
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
