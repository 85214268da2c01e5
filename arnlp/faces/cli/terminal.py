"""The terminal: what a command reads from it, what it says there, and how it ends."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NoReturn

import typer

import arnlp

if TYPE_CHECKING:
    from rich.console import Console

    from arnlp.model.release import Document

FAILED = 1  # some document could not be read, or a check did not hold
USAGE = 2  # the call itself makes no sense


def read_source(source: str) -> Document:
    """Read a file, or text on standard input for ``-``."""
    if source != "-":
        return arnlp.read(source)
    from arnlp.readers.plain import read_plain

    document = read_plain(sys.stdin.buffer.read(), "standard input")
    document.source = "-"
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
