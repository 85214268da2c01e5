"""Extraction beyond one machine: a function for jobs of Ray, Dask or Spark, and a batch on Ray.

Nothing here knows how to extract: a job calls :func:`extract_batch` on its batches, and a batch on
Ray sends to the cluster what the engine of one machine does itself, so that both give the same.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from arnlp.faces.documents import Options, extract_document
from arnlp.model.errors import ArnlpError, MissingExtra

if TYPE_CHECKING:
    from types import FrameType, TracebackType

_ENTRIES_A_TASK = 16
_TASKS_AHEAD = 4  # for each core of the cluster
_TO_START = 600.0  # seconds that a cluster may take before it works on a task
_ONE_THREAD = dict.fromkeys(("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"), "1")
# Nothing is reported to anybody, and no page is served.
_QUIET = {"RAY_USAGE_STATS_ENABLED": "0"}


# -- for a job of one's own ---------------------------------------------------------------------


def extract_batch(batch: Any, options: Options | None = None) -> Any:
    """Return the releases of a batch of texts or files: a batch of the same kind.

    ``batch`` is a pandas DataFrame, a pyarrow Table, or a dict of arrays as Ray Data gives it, with
    a column ``text`` or ``path``, and where they are known ``source`` and ``published`` (the
    document's own day). What comes back has the columns ``source``, ``release`` (a line of JSON) and
    ``error`` (why there is none), and a row for each row. Nothing is raised for a document.

    >>> import numpy as np
    >>> found = extract_batch({"text": np.array(["62 ports opened."]), "source": np.array(["a"])})
    >>> found["source"].tolist(), found["error"].tolist(), found["release"][0][:24]
    (['a'], [None], '{"schema_version":"2.1",')
    """
    rows = _rows(batch)
    found = [_extracted(row, options or Options()) for row in rows]
    names = ("source", "release", "error")
    columns = {name: [row[i] for row in found] for i, name in enumerate(names)}
    if isinstance(batch, dict):
        import numpy as np

        return {name: np.array(values, dtype=object) for name, values in columns.items()}
    if hasattr(batch, "to_pylist"):
        from arnlp.faces.tables_store.arrow import pyarrow

        text = pyarrow().string()
        return pyarrow().table({n: pyarrow().array(v, text) for n, v in columns.items()})
    return type(batch)(columns, index=batch.index, dtype=object)


def _rows(batch: Any) -> list[dict[str, Any]]:
    if isinstance(batch, dict):
        names = list(batch)
        return [
            dict(zip(names, row, strict=True))
            for row in zip(*map(list, batch.values()), strict=True)
        ]
    rows: list[dict[str, Any]] = (
        batch.to_pylist() if hasattr(batch, "to_pylist") else batch.to_dict("records")
    )
    return rows


def _extracted(row: dict[str, Any], options: Options) -> tuple[str | None, str | None, str | None]:
    """Return the source, the line of JSON and the error of a row."""
    from arnlp.model.release import Document
    from arnlp.readers import read

    text, path, source, published = (
        row[name] if isinstance(row.get(name), str) else None
        for name in ("text", "path", "source", "published")
    )
    try:
        if text is not None:
            document = Document(text=text, source=source or "", format="txt")
        elif path is not None:
            document = read(path)
            source = source or document.source
        else:
            raise ArnlpError("no text and no path")
        document.published = _day(row.get("published")) or published or document.published
        release = extract_document(document, source, options)  # type: ignore[arg-type]
        return release.document.source or release.document.id, release.model_dump_json(), None
    except Exception as error:  # a document costs no more than itself
        return source or path, None, str(error) or type(error).__name__


def _day(value: Any) -> str | None:
    """Return a date, a day with a time, or a stamp of pandas as an ISO date."""
    told = value.isoformat() if hasattr(value, "isoformat") and value == value else None
    return told[:10] if isinstance(told, str) else None


# -- the batch of the command line --------------------------------------------------------------


def work_on_all(
    entries: list[tuple[Any, bytes | None]], options: Options, limits: Any
) -> list[Any]:
    """Return the reply to each entry of a batch, in their order; what a task of the cluster does."""
    from arnlp.faces.batch import work

    replies = []
    for entry, known in entries:
        if entry.is_document:
            with _at_most(limits.timeout):
                replies.append(work.work_on(entry, options, limits, known))
        elif entry.failed is None:
            replies.append(work.Reply(None))
        else:
            replies.append(_failed(entry, entry.failed))
    return replies


def _failed(entry: Any, reason: str) -> Any:
    from arnlp.faces.batch import work

    return work.Reply(None, (work.Outcome(entry.source, None, error=reason),))


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Raise ArnlpError in what takes too long, where the system can."""

    def late(number: int, frame: FrameType | None) -> None:
        raise ArnlpError(f"it takes more than {seconds:g} seconds (--timeout)")

    if (
        not hasattr(signal, "setitimer")
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return
    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class RayEngine:
    """Does the work of a batch on a cluster of Ray, or on this machine where no address is given.

    The workers must have arnlp of the same version, and see the folder under the same path. A
    document that takes too long, or a process that dies, costs one document, as with the engine of
    one machine; memory is Ray's to watch.
    """

    def __init__(
        self, jobs: int | None, options: Options, limits: Any,
        known: Callable[[Any], bytes | None], address: str | None,
    ) -> None:  # fmt: skip
        self.jobs = jobs
        self.options = options
        self.limits = limits
        self.known = known
        self.address = address
        self._ours = False
        self._ray: Any = None
        self._task: Any = None

    def __enter__(self) -> RayEngine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None, /,
    ) -> None:  # fmt: skip
        if self._ours:
            self._ray.shutdown()
            self._ours = False

    def start(self) -> None:
        """Join the cluster, or start one here; raise InvalidOption or MissingExtra."""
        import arnlp

        told = ("published", "language", "country", "entities", "romanizer")
        arnlp.extract("", **{name: getattr(self.options, name) for name in told})
        self._ray = ray()
        address = self.address or os.environ.get("RAY_ADDRESS")
        if not self._ray.is_initialized():
            self._ours = True
            try:
                self._ray.init(
                    address=address, num_cpus=None if address else self.jobs,
                    include_dashboard=None if address else False,
                    configure_logging=False, log_to_driver=False,
                    runtime_env={"env_vars": _ONE_THREAD},
                )  # fmt: skip
            except (ConnectionError, ValueError, RuntimeError) as error:
                raise ArnlpError(f"Ray cannot be reached or started: {error}") from None
        self._task = self._ray.remote(max_retries=0)(work_on_all)

    def replies(self, entries: Iterator[Any]) -> Iterator[tuple[Any, Any]]:
        """Yield each entry with its reply, in order; so many tasks run ahead, and no more."""
        most = _TASKS_AHEAD * max(1, int(self._ray.cluster_resources().get("CPU", 1)))
        ahead: deque[tuple[list[tuple[Any, bytes | None]], Any]] = deque()
        while True:
            while len(ahead) < most and (some := list(islice(entries, _ENTRIES_A_TASK))):
                asked = [
                    (entry, self.known(entry) if entry.is_document else None) for entry in some
                ]
                ahead.append((asked, self._send(asked)))
            if not ahead:
                return
            asked, sent = ahead.popleft()
            for (entry, _), reply in zip(asked, self._replies(asked, sent), strict=True):
                yield entry, reply

    def _send(self, asked: list[tuple[Any, bytes | None]]) -> Any:
        return self._task.remote(asked, self.options, self.limits)

    def _replies(self, asked: list[tuple[Any, bytes | None]], sent: Any) -> list[Any]:
        """Return the replies of a task; where it died, those of its entries one at a time."""
        longest = _TO_START + self.limits.timeout * len(asked)
        try:
            replies: list[Any] = self._ray.get(sent, timeout=longest)
            return replies
        except self._ray.exceptions.RayError as error:
            self._ray.cancel(sent, force=True)
            if len(asked) > 1:
                return [self._replies([one], self._send([one]))[0] for one in asked]
            return [_failed(asked[0][0], f"its process ended ({type(error).__name__})")]


def ray() -> Any:
    """Return the library, told to report nothing; raises MissingExtra where it is not installed."""
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    try:
        import ray
    except ModuleNotFoundError as error:
        if error.name != "ray":
            raise
        raise MissingExtra("batches on a cluster", "ray", "ray") from None
    return ray


def engine(
    jobs: int | None, options: Options, limits: Any, known: Callable[[Any], bytes | None],
    address: str | None,
) -> RayEngine:  # fmt: skip
    """Return the engine that ``arnlp batch --engine ray`` works with."""
    return RayEngine(jobs, options, limits, known, address)
