"""Where the work of a batch is done: here, or on a cluster.

An engine is a context manager made of (jobs, options, limits, known, address). ``start`` raises
what is wrong with the options; ``replies`` takes the entries of the folder and yields each with its
reply, in their order. All else (journal, output, report) is the same for every engine, and so is
what comes out. ``known`` gives the key of a document whose lines are there already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from types import TracebackType
from typing import Protocol

from arnlp.faces.batch.settings import Limits
from arnlp.faces.batch.walk import Entry
from arnlp.faces.batch.work import Reply
from arnlp.faces.documents import Options
from arnlp.model.errors import InvalidOption

ENGINES = {"local": "arnlp.faces.batch.pool", "ray": "arnlp.faces.distributed"}
Known = Callable[[Entry], bytes | None]


class Engine(Protocol):
    """What does the work of a batch."""

    def __enter__(self) -> Engine: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None, /,
    ) -> None: ...  # fmt: skip

    def start(self) -> None:
        """Get ready; raise InvalidOption or MissingExtra."""

    def replies(self, entries: Iterator[Entry], /) -> Iterator[tuple[Entry, Reply]]:
        """Yield each entry with its reply, in order."""


Maker = Callable[[int | None, Options, Limits, Known, str | None], Engine]


def engine_of(name: str) -> Maker:
    """Return what makes an engine: the ``engine`` of its module.

    >>> engine_of("abacus")
    Traceback (most recent call last):
    arnlp.model.errors.InvalidOption: engine='abacus' is not valid: give one of local, ray
    """
    if name not in ENGINES:
        raise InvalidOption("engine", name, f"one of {', '.join(ENGINES)}")
    try:
        made: Maker = import_module(ENGINES[name]).engine
    except ModuleNotFoundError as error:
        if error.name != ENGINES[name]:
            raise
        raise InvalidOption("engine", name, "local: this version has no other") from None
    return made
