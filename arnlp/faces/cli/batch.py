"""``arnlp batch``: a folder of releases into one file of JSON lines."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import arnlp
from arnlp.faces.cli.options import (
    Country,
    Entities,
    Language,
    LexiconFile,
    Published,
    Romanizer,
    tables_of,
)
from arnlp.faces.cli.terminal import FAILED, complain, console, stop
from arnlp.model.errors import ArnlpError
from arnlp.model.sources import spelled

if TYPE_CHECKING:
    from arnlp.faces.batch import Report


def batch(
    folder: Annotated[
        Path, typer.Argument(help="A folder; read with all folders in it.", metavar="FOLDER")
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            help="File of JSON lines to write, one line a document.",
            metavar="FILE",
        ),
    ] = Path("facts.jsonl"),
    report: Annotated[
        Path | None,
        typer.Option(
            help="File for the report (JSON): what failed, was skipped, or warns. "
            "By default beside the output, with .report.json.",
            metavar="FILE",
        ),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes; one for each core by default.")
    ] = None,
    published: Published = None,
    language: Language = None,
    country: Country = None,
    entities: Entities = "model",
    romanizer: Romanizer = "table",
    lexicon: LexiconFile = None,
) -> None:
    """Extract a folder of releases into one file of JSON lines.

    Lines come in the order of the paths. A file that cannot be read is named in the report, and
    the exit code is then 1; the others are extracted all the same.

    [dim]arnlp batch releases/ -o facts.jsonl[/dim]
    """
    from arnlp.faces.batch import run
    from arnlp.faces.documents import Options

    try:
        tables = tables_of(lexicon)
        options = Options(published, language, country, entities, romanizer, lexicon=tables)
        arnlp.extract(
            "", published=published, language=language, country=country, entities=entities,
            romanizer=romanizer,
        )  # fmt: skip
        with _progress() as on_done:
            outcome = run(folder, output, options, workers, on_done)
    except (ArnlpError, OSError) as error:
        stop(error)
    _tell(outcome, output, report or output.with_suffix(".report.json"))
    if outcome.failed:
        raise typer.Exit(FAILED)


def _tell(outcome: Report, output: Path, where: Path) -> None:
    """Write the report of a batch, and say how it went."""
    where.write_text(outcome.as_json(), encoding="utf-8")
    for item in outcome.failed:
        complain(f"{item['source']}: {item['reason']}")
    for item in outcome.warned:
        complain(f"{item['source']}: {item['warning']}")
    skipped = f", {len(outcome.skipped)} of other formats skipped" if outcome.skipped else ""
    complain(
        f"{outcome.written} documents, {outcome.facts} facts in {spelled(output)}; "
        f"{len(outcome.failed)} failed{skipped} (report: {spelled(where)})"
    )


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None] | None]:
    """Show a progress bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    with Progress(
        BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=console(stderr=True),
        transient=True,
    ) as bar:  # fmt: skip
        task = bar.add_task("extract", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
