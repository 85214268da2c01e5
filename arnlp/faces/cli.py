"""The command line: ``arnlp extract``, ``batch``, ``normalize``, ``evaluate``, ``schema``."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

import arnlp
from arnlp.model.errors import ArnlpError, InvalidOption, UnreadableDocument

if TYPE_CHECKING:
    from rich.console import Console

    from arnlp.faces.evaluate import Scores
    from arnlp.model.release import Document, Release

FAILED = 1  # some document could not be read, or a check did not hold
USAGE = 2  # the call itself makes no sense

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


class OutputFormat(StrEnum):
    """How an extraction is printed."""

    JSON = "json"
    JSONL = "jsonl"
    TABLE = "table"
    TIMEML = "timeml"


class Profile(StrEnum):
    """What a normalised text is for."""

    DISPLAY = "display"
    SEARCH = "search"
    MATCH = "match"


Published = Annotated[
    str | None,
    typer.Option(
        help="Day of the release (2020-12-21), for 'last year', 'next month' and months without a "
        "year. Without it the file's own date serves, else its dateline; else they stay null.",
        metavar="DATE",
    ),
]
Language = Annotated[
    str | None, typer.Option(help="ar, en or mixed; told from the text by default.", metavar="LANG")
]
Country = Annotated[
    str | None,
    typer.Option(
        help="Two-letter code (AE, MA ...): decides whose dinar or dirham is meant. Told from the "
        "text by default.",
        metavar="CODE",
    ),
]
Entities = Annotated[
    str,
    typer.Option(
        help="How names are found. model: rules and the statistical model; rules: rules alone, "
        "faster; camel: rules and CAMeL Tools, where its data are installed.",
        metavar="HOW",
    ),
]
Romanizer = Annotated[
    str,
    typer.Option(
        help="How Arabic names of persons are transliterated. table; or neural (arnlp\\[names]).",
        metavar="HOW",
    ),
]


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


@app.command()
def extract(
    sources: Annotated[
        list[str],
        typer.Argument(
            help="Files to read (txt, html), or - for text on standard input.",
            metavar="FILE...",
            show_default=False,
        ),
    ],
    output_format: Annotated[
        OutputFormat,
        typer.Option(
            "--format",
            "-f",
            help="json: one object, or an array for several files. jsonl: one line a file. "
            "table: for people. timeml: the text of one file with its time expressions tagged.",
        ),
    ] = OutputFormat.JSON,
    published: Published = None,
    language: Language = None,
    country: Country = None,
    entities: Entities = "model",
    romanizer: Romanizer = "table",
) -> None:
    """Print everything found in one release or several.

    [dim]arnlp extract release.txt --published 2020-12-21\n
    arnlp extract release.html --format table\n
    pbpaste | arnlp extract -[/dim]
    """
    releases: list[tuple[Document, Release]] = []
    failed = False
    if output_format is OutputFormat.TIMEML and len(sources) > 1:
        _stop(InvalidOption("format", "timeml", "given with one file: a document holds one text"))
    for source in sources:
        try:
            document = _read(source)
            release = arnlp.extract(
                document.text,
                published=document.published or published,
                language=language,
                country=country,
                source=document.source,
                entities=entities,
                romanizer=romanizer,
            )
        except InvalidOption as error:
            _stop(error)
        except ArnlpError as error:
            _complain(str(error))
            failed = True
            continue
        if release.document.title is None and document.title:
            release.document.title = document.title
        releases.append((document, release))
    _print_releases(releases, output_format, several=len(sources) > 1)
    if failed:
        raise typer.Exit(FAILED)


def _read(source: str) -> Document:
    if source != "-":
        return arnlp.read(source)
    from arnlp.readers.plain import read_plain

    document = read_plain(sys.stdin.buffer.read(), "standard input")
    document.source = "-"
    return document


def _print_releases(
    releases: list[tuple[Document, Release]], output_format: OutputFormat, several: bool
) -> None:
    if output_format is OutputFormat.TABLE:
        from arnlp.faces.show import print_tables

        for _, release in releases:
            print_tables(release)
    elif output_format is OutputFormat.TIMEML:
        from arnlp.faces.timeml import to_timeml

        for document, release in releases:
            typer.echo(to_timeml(release, document.text), nl=False)
    elif output_format is OutputFormat.JSONL:
        for _, release in releases:
            typer.echo(release.model_dump_json())
    elif several:
        bodies = ",\n".join(release.model_dump_json(indent=1) for _, release in releases)
        typer.echo(f"[\n{bodies}\n]" if bodies else "[]")
    else:
        for _, release in releases:
            typer.echo(release.model_dump_json(indent=1))


@app.command()
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
) -> None:
    """Extract a folder of releases into one file of JSON lines.

    Lines come in the order of the paths. A file that cannot be read is named in the report, and
    the exit code is then 1; the others are extracted all the same.

    [dim]arnlp batch releases/ -o facts.jsonl[/dim]
    """
    from arnlp.faces.batch import Options, run

    options = Options(published, language, country, entities, romanizer)
    try:
        arnlp.extract(
            "", published=published, language=language, country=country, entities=entities,
            romanizer=romanizer,
        )  # fmt: skip
        with _progress() as on_done:
            outcome = run(folder, output, options, workers, on_done)
    except InvalidOption as error:
        _stop(error)
    except OSError as error:
        _stop(error)
    where = report or output.with_suffix(".report.json")
    where.write_text(outcome.as_json(), encoding="utf-8")
    for item in outcome.failed:
        _complain(f"{item['source']}: {item['reason']}")
    skipped = f", {len(outcome.skipped)} of other formats skipped" if outcome.skipped else ""
    _complain(
        f"{outcome.written} documents, {outcome.facts} facts in {output}; "
        f"{len(outcome.failed)} failed{skipped} (report: {where})"
    )
    if outcome.failed:
        raise typer.Exit(FAILED)


class _progress:  # noqa: N801 - used like a function
    """A progress bar on a terminal, nothing elsewhere."""

    def __enter__(self) -> Callable[[int, int], None] | None:
        if not sys.stderr.isatty():
            return None
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

        self._bar = Progress(
            BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=_console(stderr=True),
            transient=True,
        )  # fmt: skip
        self._bar.start()
        task = self._bar.add_task("extract", total=None)
        return lambda done, total: self._bar.update(task, completed=done, total=total)

    def __exit__(self, *_: object) -> None:
        if hasattr(self, "_bar"):
            self._bar.stop()


@app.command()
def normalize(
    source: Annotated[str, typer.Argument(help="A file, or - for standard input.", metavar="FILE")],
    profile: Annotated[
        Profile,
        typer.Option(
            "--profile",
            "-p",
            help="display: repairs only. search: letters, marks and digits folded. "
            "match: search in lower case.",
        ),
    ] = Profile.SEARCH,
    mojibake: Annotated[
        bool, typer.Option(help="First repair windows-1256 that was read as Latin-1.")
    ] = False,
) -> None:
    """Print a text normalised.

    [dim]arnlp normalize release.txt --profile display[/dim]
    """
    try:
        document = _read(source)
    except UnreadableDocument as error:
        _complain(str(error))
        raise typer.Exit(FAILED) from None
    typer.echo(arnlp.normalize(document.text, profile.value, mojibake=mojibake), nl=False)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the output.

    [dim]arnlp schema > arnlp.schema.json[/dim]
    """
    typer.echo(files("arnlp.model").joinpath("schema.json").read_text("utf-8"), nl=False)


@app.command()
def evaluate(
    folder: Annotated[
        Path,
        typer.Argument(help="Releases (.txt) beside their gold (.gold.json).", metavar="FOLDER"),
    ],
    split: Annotated[
        str | None, typer.Option(help="Only documents of this split: development or heldout.")
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what was missed (-) and what is spurious (+).")
    ] = False,
    entities: Entities = "model",
) -> None:
    """Measure extraction against gold: precision, recall and F1 by kind.

    [dim]arnlp evaluate corpora/ --errors[/dim]
    """
    from arnlp.faces.evaluate import evaluate as score

    try:
        scores = score(folder, split, entities)
    except InvalidOption as error:
        _stop(error)
    except UnreadableDocument as error:
        _complain(str(error))
        raise typer.Exit(FAILED) from None
    _print_scores(scores, errors)


def _print_scores(scores: Scores, errors: bool) -> None:
    from rich.table import Table

    table = Table(box=None)
    for column in ("kind", "precision", "recall", "F1", "gold", "found"):
        table.add_column(column, justify="left" if column == "kind" else "right")
    for kind, score in scores.items():
        figures = (score.precision, score.recall, score.f1)
        table.add_row(kind, *(f"{f:.3f}" for f in figures), str(score.expected), str(score.found))
    _console().print(table)
    if errors:
        for kind, score in scores.items():
            for mark, items in (("-", score.missed), ("+", score.spurious)):
                for item in items:
                    typer.echo(f"{mark} {kind}: {item}")


def _console(stderr: bool = False) -> Console:
    from rich.console import Console

    return Console(stderr=stderr)


def _complain(message: str) -> None:
    typer.echo(message, err=True)


def _stop(error: Exception) -> NoReturn:
    _complain(f"arnlp: {error}")
    raise typer.Exit(USAGE)


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


if __name__ == "__main__":
    main()
