"""Worker processes that can hang, crash or take too much: each such case costs one document.

Each worker has a pipe of its own and no lock that others wait for: neither concurrent.futures (a
worker that dies ends the pool) nor Pebble (its workers share a lock, which one that is killed keeps
for ever) can say so. Replies come out in the order of their entries; how far work may run ahead of
the slowest entry is bounded in number and in bytes.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

from arnlp.faces.batch.settings import Limits
from arnlp.faces.batch.walk import Entry
from arnlp.faces.batch.work import TOO_MUCH_MEMORY, Outcome, Reply
from arnlp.faces.batch.worker import WARM, serve
from arnlp.faces.documents import Options
from arnlp.model.errors import ArnlpError, InvalidOption

MOST_AHEAD = 4096  # entries
MOST_BYTES_AHEAD = 64_000_000
_TO_START = 180.0  # seconds
_WARM_MODULE = "arnlp.faces.batch.warm"


@dataclass(slots=True)
class _Slot:
    """An entry on its way, and its reply when there is one."""

    entry: Entry
    reply: Reply | None = None

    @property
    def bytes(self) -> int:
        reply = self.reply
        return sum(len(one.line or b"") for one in reply.outcomes) if reply else 0


@dataclass(slots=True)
class _Worker:
    """A process, its pipe, and the entry that it is at; it is ready once it has said so."""

    process: BaseProcess
    pipe: Connection
    ready: bool = False
    slot: _Slot | None = None
    deadline: float = field(default_factory=lambda: time.monotonic() + _TO_START)
    late: bool = False


class Pool:
    """So many worker processes with the same options and limits, started as they are needed.

    ``known`` gives the key that an entry had when its lines were last made, None for none.
    """

    def __init__(
        self, jobs: int, options: Options, limits: Limits,
        known: Callable[[Entry], bytes | None] = lambda entry: None,
    ) -> None:  # fmt: skip
        self.jobs = jobs
        self.options = options
        self.limits = limits
        self.known = known
        self._workers: list[_Worker] = []
        self._method = "spawn" if sys.platform in ("win32", "darwin") else "forkserver"
        self._context: Any = multiprocessing.get_context(self._method)

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            self._bury(worker)
        self._workers.clear()

    def start(self) -> None:
        """Start one worker; raise InvalidOption or MissingExtra where the options are wrong."""
        self._add()
        while not self._workers[0].ready:
            self._listen()

    def replies(self, entries: Iterator[Entry]) -> Iterator[tuple[Entry, Reply]]:
        """Yield each entry with its reply, in order; what is no document has an empty one."""
        ahead: deque[_Slot] = deque()
        waiting: deque[_Slot] = deque()
        held, ended = 0, False
        while True:
            while not ended and not waiting and len(ahead) < MOST_AHEAD and held < MOST_BYTES_AHEAD:
                entry = next(entries, None)
                if entry is None:
                    ended = True
                    break
                ahead.append(slot := _Slot(entry))
                if entry.is_document:
                    waiting.append(slot)
                    self._hand_out(waiting)
                else:
                    slot.reply = _no_document(entry)
            while ahead and ahead[0].reply is not None:
                slot = ahead.popleft()
                held -= slot.bytes
                yield slot.entry, slot.reply or Reply(None)
            if ended and not ahead:
                return
            if any(worker.slot or not worker.ready for worker in self._workers):
                held += sum(slot.bytes for slot in self._listen())
            self._hand_out(waiting)

    def _hand_out(self, waiting: deque[_Slot]) -> None:
        """Give entries to workers that have none, and start one more where all are at work."""
        for worker in [one for one in self._workers if one.ready and one.slot is None]:
            if not waiting:
                return
            slot = waiting.popleft()
            try:
                worker.pipe.send((slot.entry, self.known(slot.entry)))
            except (BrokenPipeError, ConnectionResetError):  # it died while it had nothing to do
                waiting.appendleft(slot)
                self._remove(worker)
                continue
            worker.slot = slot
            worker.deadline = time.monotonic() + self.limits.timeout
        starting = sum(not worker.ready for worker in self._workers)
        if len(waiting) > starting and len(self._workers) < self.jobs:
            self._add()

    def _add(self) -> None:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=serve, args=(theirs, self.options, self.limits), daemon=True
        )
        if self._method == "forkserver":
            self._context.set_forkserver_preload([_WARM_MODULE])
        os.environ[WARM] = "rules" if self.options.entities == "rules" else "model"
        try:
            process.start()
        finally:
            del os.environ[WARM]
        theirs.close()
        self._workers.append(_Worker(process, ours))

    def _listen(self) -> list[_Slot]:
        """Wait until a worker says something, ends, or is late; return the slots that are done."""
        now = time.monotonic()
        busy = [worker for worker in self._workers if worker.slot or not worker.ready]
        nearest = min(worker.deadline for worker in busy)
        heard = wait([worker.pipe for worker in busy], max(0.0, nearest - now))
        done = []
        for worker in busy:
            if worker.pipe in heard:
                done += self._hear(worker)
            elif worker.deadline <= time.monotonic() and not worker.late:
                worker.late = True
                worker.process.kill()  # its pipe ends, which is heard next
        return done

    def _hear(self, worker: _Worker) -> list[_Slot]:
        try:
            said = worker.pipe.recv()
        except (EOFError, OSError):
            return self._lose(worker)
        if not worker.ready:
            if said is not None:
                raise said
            worker.ready = True
            return []
        slot, worker.slot = worker.slot, None
        if slot is None:
            return []
        slot.reply = said
        if said.worn:
            self._remove(worker)
        return [slot]

    def _lose(self, worker: _Worker) -> list[_Slot]:
        """Take leave of a worker that died; its entry has failed."""
        self._remove(worker)
        if not worker.ready:
            code = worker.process.exitcode
            raise ArnlpError(f"a worker process ended before its first document ({code})")
        slot = worker.slot
        if slot is None:
            return []
        reason = self._why(worker)
        slot.reply = Reply(None, (Outcome(slot.entry.source, None, error=reason),))
        return [slot]

    def _why(self, worker: _Worker) -> str:
        code = worker.process.exitcode or 0
        if worker.late:
            return f"it takes more than {self.limits.timeout:g} seconds (--timeout)"
        if code == -signal.SIGKILL:
            return "its process was killed, by the system where memory is short"
        if code < 0:
            name = signal.Signals(-code).name if -code in set(signal.Signals) else str(-code)
            more = TOO_MUCH_MEMORY.format(memory=self.limits.memory)
            return f"its process crashed ({name}); perhaps {more}"
        return f"its process ended ({code})"

    def _remove(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        self._bury(worker)

    def _bury(self, worker: _Worker) -> None:
        worker.pipe.close()
        worker.process.join(5)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()


def _no_document(entry: Entry) -> Reply:
    if entry.failed is None:
        return Reply(None)
    return Reply(None, (Outcome(entry.source, None, error=entry.failed),))


def engine(
    jobs: int | None, options: Options, limits: Limits,
    known: Callable[[Entry], bytes | None], address: str | None,
) -> Pool:  # fmt: skip
    """Return the engine of this machine: a pool of worker processes, one for each core by default."""
    if address is not None:
        raise InvalidOption("address", address, "none with the local engine")
    return Pool(jobs or os.cpu_count() or 1, options, limits, known)
