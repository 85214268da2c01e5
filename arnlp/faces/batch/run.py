"""One run of a batch: begun, gone on with, and finished, so that no kill at any point loses what is done.

What is under way stands beside the output in ``.part`` and ``.part.journal``. First the lines are on
the disk, then the journal tells of them; at the end both are renamed into place, the output first.
"""

from __future__ import annotations

import errno
import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from arnlp.faces.batch.base import Base
from arnlp.faces.batch.engines import engine_of
from arnlp.faces.batch.journal import BrokenOff, Journal, digest_of
from arnlp.faces.batch.report import Progress, Report
from arnlp.faces.batch.settings import Files, Limits, Taken
from arnlp.faces.batch.under_way import UnderWay, rename_into_place, sync_folder
from arnlp.faces.batch.walk import Entry, entries, root_of
from arnlp.faces.batch.work import stamp
from arnlp.faces.documents import Options
from arnlp.model.errors import InvalidOption
from arnlp.model.sources import spelled

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(frozen=True, slots=True)
class Run:
    """What a batch is to do.

    ``resume``: True goes on with a run that was not finished, False begins anew, None stops where
    there is one. ``incremental`` takes the lines of documents that have not changed from the output
    that is there. ``own`` are files that are no documents though they may lie in the folder.
    """

    folder: Path
    output: Path
    options: Options = field(default_factory=Options)
    taken: Taken = field(default_factory=Taken)
    limits: Limits = field(default_factory=Limits)
    jobs: int | None = None
    resume: bool | None = None
    incremental: bool = False
    engine: str = "local"
    address: str | None = None
    own: tuple[Path, ...] = ()

    def entries(self, lines: bool = True) -> Iterator[Entry]:
        """Yield what is in the folder; see :func:`arnlp.faces.batch.walk.entries`."""
        own = Files(self.output).own(*self.own)
        return entries(self.folder, self.taken, own, self.limits.max_bytes, lines)

    def settled(self) -> dict[str, Any]:
        """Return what may not change between the parts of a run."""
        return {
            **stamp(self.options), **asdict(self.taken), "max_bytes": self.limits.max_bytes,
            "folder": spelled(os.path.realpath(self.folder)),
        }  # fmt: skip


def run(plan: Run, on_progress: Callable[[Progress], Any] | None = None) -> Report:
    """Do what a plan says, and return how it went; ``on_progress`` is called at each document.

    Raises InvalidOption before any work, and BrokenOff where the run cannot come to its end (the
    disk is full, another run writes the output): what is done is kept then.
    """
    files = Files(plan.output)
    root_of(plan.folder)
    if not plan.output.parent.is_dir():
        raise InvalidOption("output", spelled(plan.output), "a path in a folder that exists")
    if plan.output.is_dir():
        raise InvalidOption("output", spelled(plan.output), "a file, not a folder")
    stands = _stand(files)
    if stands == "finished":
        rename_into_place(files)
        if plan.resume:
            return _finished(files)
    if stands == "unfinished" and plan.resume is None:
        raise InvalidOption(
            "resume", None, f"--resume to go on with the unfinished run of {spelled(plan.output)}, "
            "or --no-resume to begin anew",
        )  # fmt: skip
    base = Base([])
    engine = engine_of(plan.engine)(
        plan.jobs, plan.options, plan.limits, lambda entry: base.key(entry), plan.address
    )
    with engine:
        engine.start()
        try:
            under_way = _begin(plan, files, stands == "unfinished", on_progress)
            base = under_way.base
            under_way.go(engine)
        except (OSError, sqlite3.Error) as error:
            raise _broken_off(error, files) from None
    return _finished(files, under_way.report)


def _finished(files: Files, report: Report | None = None) -> Report:
    """Clear away what served the run alone, and return its report, by default what is recorded."""
    for path in (files.kept.output, files.kept.journal):
        path.unlink(missing_ok=True)
    return report or Report(Journal(files.journal, writing=False).counts())


def _broken_off(error: Exception, files: Files) -> BrokenOff:
    full = isinstance(error, OSError) and error.errno in _FULL
    full = full or "full" in str(error) or "I/O" in str(error)
    why = "the disk is full" if full else str(error)
    return BrokenOff(
        f"{spelled(files.output)} cannot be written: {why}. "
        "What is done is kept: go on with --resume when that is mended"
    )


def _stand(files: Files) -> str:
    """Return how an earlier run was left: none, unfinished, or finished but not renamed."""
    if not files.part_journal.exists():
        return "none"
    journal = Journal(files.part_journal)
    begun, finished = journal.get("settled"), journal.get("finished")
    journal.close()
    return "finished" if finished else "unfinished" if begun else "none"


def _begin(
    plan: Run, files: Files, unfinished: bool, on_progress: Callable[[Progress], Any] | None
) -> UnderWay:
    """Return a run at its start, or where an earlier one was cut off."""
    on_progress = on_progress or (lambda progress: None)
    earlier = [files.kept, files] if plan.incremental else [files.kept]
    if unfinished and plan.resume:
        journal = Journal(files.part_journal)
        try:
            gone_on = _go_on(plan, files, journal)
        except BaseException:
            journal.close()
            raise
        if gone_on is not None:
            out, walk, passed = gone_on
            under_way = UnderWay(files, journal, out, walk, Base(earlier), on_progress)
            under_way.go_on(passed)
            return under_way
        _set_aside(files, journal)
    elif not (plan.resume or plan.incremental):
        for path in (files.kept.output, files.kept.journal):
            path.unlink(missing_ok=True)
    files.part_journal.unlink(missing_ok=True)
    out = files.part.open("wb")
    journal = Journal(files.part_journal)
    journal.set("settled", plan.settled())
    journal.commit()
    sync_folder(files.output.parent)
    return UnderWay(files, journal, out, plan.entries(), Base(earlier), on_progress)


def _go_on(
    plan: Run, files: Files, journal: Journal
) -> tuple[BinaryIO, Iterator[Entry], Progress] | None:
    """Return output, walk and progress where a run was cut off, None where it cannot go on there."""
    _compare(journal.get("settled"), plan)
    out = _cut(files, journal)
    if out is None:
        return None
    walk = plan.entries()
    passed = _pass(walk, journal)
    if passed is None:
        out.close()
        return None
    return out, walk, passed


def _compare(settled: object, plan: Run) -> None:
    """Raise InvalidOption where a run would go on otherwise than it began."""
    now = json.loads(json.dumps(plan.settled()))
    before = settled if isinstance(settled, dict) else {}
    for name, value in now.items():
        if before.get(name) != value:
            raise InvalidOption(
                name, value, f"{before.get(name)!r}, with which the unfinished run of "
                f"{spelled(plan.output)} began, or --no-resume to begin anew",
            )  # fmt: skip


def _cut(files: Files, journal: Journal) -> BinaryIO | None:
    """Open the output of an unfinished run, cut after what its journal tells of; None if damaged."""
    out = files.part.open("r+b") if files.part.exists() else files.part.open("w+b")
    last = journal.last()
    if last is not None:
        out.seek(last.start)
        if digest_of(out.read(last.size)) != last.digest:
            out.close()
            return None
    out.truncate(journal.end())
    out.seek(journal.end())
    return out


def _pass(walk: Iterator[Entry], journal: Journal) -> Progress | None:
    """Pass over what is done; None where the folder is not what it was."""
    done = size = 0
    for row in journal.done():
        entry = next(walk, None)
        if entry is None or (entry.source, entry.size, entry.written, entry.skipped) != row:
            return None
        done += entry.is_document
        size += entry.size
    return Progress(done, journal.counts().failed, size, done)


def _set_aside(files: Files, journal: Journal) -> None:
    """Keep the lines of a run that cannot be gone on with, for the documents that are as they were."""
    journal.index()
    journal.commit()
    journal.close()
    kept = files.kept.output
    if files.part.exists() and not (
        kept.exists() and kept.stat().st_size > files.part.stat().st_size
    ):
        files.part.replace(kept)
        files.part_journal.replace(files.kept.journal)
