"""A worker process: it takes entries from a pipe, and keeps to the limits of a document.

Time is limited by the pool, memory by the kernel: where the data of the process would grow past
the limit, Python raises MemoryError, and the document has failed. Nothing here is shared with
another process but the pipe, so that a worker can die at any point and take no other along.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from multiprocessing.connection import Connection

from arnlp.faces.batch.settings import MEGABYTE, Limits
from arnlp.faces.batch.work import TOO_MUCH_MEMORY, Reply, work_on
from arnlp.faces.documents import Options
from arnlp.model.errors import ArnlpError, InvalidOption

WARM = "ARNLP_BATCH_WARM"  # set where a process is to load what every worker needs
_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
_MOST_DOCUMENTS = 5000  # then a fresh worker follows
_WORN = 0.6  # share of the memory from which a worker that is done is followed by a fresh one
_ORPHANED = 30  # seconds after the time of a document, when a worker without a pool ends itself


def use_one_thread() -> None:
    """Let the matrix products of a worker run in one thread: the workers have the cores already.

    NumPy reads these when it is first imported, which a worker does at its first text.
    """
    for name in _THREADS:
        os.environ.setdefault(name, "1")


def warm_up(options: Options) -> None:
    """Load what extraction needs; raise InvalidOption or MissingExtra where the options are wrong."""
    from arnlp.pipeline import extract

    extract(
        "", published=options.published, language=options.language, country=options.country,
        entities=options.entities, romanizer=options.romanizer,
    )  # fmt: skip


def serve(pipe: Connection, options: Options, limits: Limits) -> None:
    """Answer None or why the options are wrong, then a reply to each entry, until the pipe ends."""
    code = 1
    try:
        _be_quiet()
        use_one_thread()
        _limit_memory(limits.memory)
        if _greet(pipe, options, limits):
            _answer(pipe, options, limits)
        code = 0
    except (EOFError, BrokenPipeError, ConnectionResetError):
        code = 0  # the pool is gone
    finally:
        os._exit(code)  # no cleaning up, which a broken heap might not survive


def _greet(pipe: Connection, options: Options, limits: Limits) -> bool:
    try:
        warm_up(options)
    except ArnlpError as error:
        pipe.send(error)
        return False
    except MemoryError:
        least = "more: a worker takes as much before its first document"
        pipe.send(InvalidOption("memory", limits.memory, least))
        return False
    if _held() > limits.memory * _WORN:
        least = f"more: a worker takes {_held():.0f} MB before its first document"
        pipe.send(InvalidOption("memory", limits.memory, least))
        return False
    gc.freeze()
    pipe.send(None)
    return True


def _answer(pipe: Connection, options: Options, limits: Limits) -> None:
    for count in range(1, _MOST_DOCUMENTS + 1):
        entry, known = pipe.recv()
        _end_after(limits.timeout + _ORPHANED)
        reply = work_on(entry, options, limits, known)
        _end_after(0)
        worn = reply.worn or count == _MOST_DOCUMENTS or _held() > limits.memory * _WORN
        try:
            pipe.send(Reply(reply.key, reply.outcomes, reply.unchanged, worn))
        except MemoryError:
            pipe.send(_too_large(entry.source, limits))
            return
        if worn:
            return


def _too_large(source: str, limits: Limits) -> Reply:
    from arnlp.faces.batch.work import Outcome

    reason = TOO_MUCH_MEMORY.format(memory=limits.memory)
    return Reply(None, (Outcome(source, None, error=reason),), worn=True)


def _be_quiet() -> None:
    """Leave Ctrl-C to the pool, and the terminal too: what went wrong stands in the report."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def _limit_memory(megabytes: int) -> None:
    """Limit the memory of this process, where the kernel does so (Linux)."""
    if sys.platform == "linux":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (megabytes * MEGABYTE, most))


def _end_after(seconds: float) -> None:
    """Let the kernel end this process after so many seconds, 0 for never."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _held() -> float:
    """Return the megabytes of memory that this process holds, 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123
            pages = int(file.read().split()[5])
    except (OSError, IndexError, ValueError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE
