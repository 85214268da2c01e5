"""The command line: ``arnlp extract``, ``batch``, ``convert``, ``query``, ``report``, ``words`` ...

Each command is a function in the module of its name; here they make one application.
"""

from __future__ import annotations

import io
import os
import sys
from typing import Annotated

import typer

import arnlp
from arnlp.faces.cli.batch import batch
from arnlp.faces.cli.compare import compare
from arnlp.faces.cli.convert import convert
from arnlp.faces.cli.evaluate import evaluate
from arnlp.faces.cli.extract import extract
from arnlp.faces.cli.normalize import normalize
from arnlp.faces.cli.query import query
from arnlp.faces.cli.report import report
from arnlp.faces.cli.schema import schema
from arnlp.faces.cli.terminal import FAILED
from arnlp.faces.cli.words import words

COMMANDS = (
    extract,
    batch,
    convert,
    query,
    report,
    compare,
    normalize,
    words,
    schema,
    evaluate,
)  # in the order that the help lists them

app = typer.Typer(
    name="arnlp",
    help="Typed, grounded facts from Arabic and English government press releases.\n\n"
    "Figures, money, dates, people, bodies, places and quotations, each with its place in the "
    "source. Nothing is downloaded and no key is needed.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)

for command in COMMANDS:
    app.command()(command)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"arnlp {arnlp.__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Typed, grounded facts from Arabic and English government press releases."""


def main() -> None:
    """Run the command line, in UTF-8 whatever the locale; a closed pipe ends it quietly."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(FAILED)
