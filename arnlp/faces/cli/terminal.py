"""The terminal: what a command reads from it, what it says there, and how it ends."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, NoReturn

import typer

import arnlp
from arnlp.model.errors import ArnlpError, MissingExtra, UnreadableDocument

if TYPE_CHECKING:
    from rich.console import Console

    from arnlp.model.release import Document

FAILED = 1  # some document could not be read, or a check did not hold
USAGE = 2  # the call itself makes no sense


def read_source(source: str) -> Document:
    """Read a file, or standard input for ``-``, which may hold any format."""
    return arnlp.read(source) if source != "-" else _read_input()


def read_sources(
    source: str, fields: Mapping[str, str], on_error: Callable[[ArnlpError], object]
) -> Iterator[Document]:
    """Yield the documents of a file or of standard input; what cannot be read is told."""
    from arnlp.readers import read_many

    try:
        if source == "-":
            yield _read_input(fields)
        else:
            yield from read_many(source, fields=fields, on_error=on_error)
    except (UnreadableDocument, MissingExtra) as error:
        on_error(error)


def _read_input(fields: Mapping[str, str] | None = None) -> Document:
    from arnlp.readers import MAX_BYTES, read_bytes

    try:
        document = read_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), "-", fields=fields)
    except UnreadableDocument as error:
        raise UnreadableDocument("standard input", error.reason) from None
    return document


def console(stderr: bool = False) -> Console:
    """Return a console for tables and bars; rich is loaded only here."""
    from rich.console import Console

    return Console(stderr=stderr)


def complain(message: str) -> None:
    """Say something on standard error."""
    typer.echo(message, err=True)


def stop(error: Exception) -> NoReturn:
    """End the command, since the call itself makes no sense."""
    complain(f"arnlp: {error}")
    raise typer.Exit(USAGE)
