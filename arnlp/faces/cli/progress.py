"""How far a batch is: a bar on a terminal, now and then a line elsewhere."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from arnlp.faces.cli.terminal import complain, console

if TYPE_CHECKING:
    from arnlp.faces.batch import Progress, Run

_SECONDS_A_LINE = 10.0
_SECONDS_A_LOOK = 0.2


class Rate:
    """The pace of a run: documents a second, and the time that is left by the bytes of the files."""

    def __init__(self, started: float) -> None:
        self.started = started
        self.first: Progress | None = None

    def at(self, progress: Progress, total: int | None, now: float) -> tuple[float, float | None]:
        """Return documents a second, and the seconds that are left where the total is known.

        >>> from arnlp.faces.batch import Progress
        >>> rate = Rate(0.0)
        >>> rate.at(Progress(), 1000, 0.0), rate.at(Progress(done=10, bytes=250), 1000, 2.0)
        ((0.0, None), (5.0, 6.0))
        """
        if self.first is None:
            self.first, self.started = progress, now
        took = now - self.started
        done, size = progress.done - self.first.done, progress.bytes - self.first.bytes
        if took <= 0 or not size:
            return 0.0, None
        left = None if total is None else max(0, total - progress.bytes) * took / size
        return done / took, left


def line_of(progress: Progress, rate: float, left: float | None) -> str:
    """Return a line that says how far a run is.

    >>> from arnlp.faces.batch import Progress
    >>> line_of(Progress(done=1200, failed=3), 45.21, 3725)
    '1,200 documents, 3 failed, 45.2 a second, 1:02:05 left'
    """
    after = "" if left is None else f", {_clock(left)} left"
    return f"{progress.done:,} documents, {progress.failed:,} failed, {rate:.1f} a second{after}"


def _clock(seconds: float) -> str:
    minutes, second = divmod(round(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour}:{minute:02}:{second:02}"


class _Total:
    """The bytes of all files, counted beside the run, which does not wait for them."""

    def __init__(self, plan: Run) -> None:
        self.bytes: int | None = None
        self._plan = plan
        self._stop = False
        self._thread = threading.Thread(target=self._count, daemon=True)

    def _count(self) -> None:
        size = 0
        try:
            for entry in self._plan.entries(lines=False):
                size += entry.size
                if self._stop:
                    return
        except Exception:  # the run tells what is wrong with the folder
            return
        self.bytes = size

    def __enter__(self) -> _Total:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop = True
        self._thread.join()


@contextmanager
def shown(plan: Run, quiet: bool) -> Iterator[Callable[[Progress], None] | None]:
    """Show how far a run is; what is given is to be called at each document."""
    if quiet:
        yield None
        return
    with _Total(plan) as total:
        if sys.stderr.isatty():
            with _bar(total) as on_progress:
                yield on_progress
        else:
            yield _lines(total)


def _lines(total: _Total) -> Callable[[Progress], None]:
    rate = Rate(time.monotonic())
    last = time.monotonic()

    def on_progress(progress: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        if rate.first is None:
            rate.at(progress, None, now)
        if now - last >= _SECONDS_A_LINE:
            last = now
            complain(line_of(progress, *rate.at(progress, total.bytes, now)))

    return on_progress


@contextmanager
def _bar(total: _Total) -> Iterator[Callable[[Progress], None]]:
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    rate = Rate(time.monotonic())
    last = 0.0
    with Progress(
        BarColumn(), TaskProgressColumn(), TextColumn("{task.description}"),
        console=console(stderr=True), transient=True,
    ) as bar:  # fmt: skip
        task = bar.add_task("", total=None)

        def on_progress(progress: object) -> None:
            nonlocal last
            now = time.monotonic()
            if now - last < _SECONDS_A_LOOK:
                return
            last = now
            text = line_of(progress, *rate.at(progress, total.bytes, now))  # type: ignore[arg-type]
            done = progress.bytes  # type: ignore[attr-defined]
            bar.update(task, completed=done, total=total.bytes, description=text)

        yield on_progress
