"""``arnlp extract``: everything found in releases, printed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from arnlp.faces.cli.options import (
    Country,
    Entities,
    Language,
    LexiconFile,
    Published,
    Romanizer,
    tables_of,
)
from arnlp.faces.cli.terminal import FAILED, complain, read_source, stop
from arnlp.model.errors import ArnlpError, InvalidOption

if TYPE_CHECKING:
    from arnlp.model.release import Document, Release


class OutputFormat(StrEnum):
    """How an extraction is printed."""

    JSON = "json"
    JSONL = "jsonl"
    TABLE = "table"
    TIMEML = "timeml"


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
    lexicon: LexiconFile = None,
) -> None:
    """Print everything found in one release or several.

    [dim]arnlp extract release.txt --published 2020-12-21\n
    arnlp extract release.html --format table\n
    pbpaste | arnlp extract -[/dim]
    """
    from arnlp.faces.documents import Options, extract_document

    try:
        tables = tables_of(lexicon)
    except ArnlpError as error:
        stop(error)
    options = Options(published, language, country, entities, romanizer, lexicon=tables)
    releases: list[tuple[Document, Release]] = []
    failed = False
    if output_format is OutputFormat.TIMEML and len(sources) > 1:
        stop(InvalidOption("format", "timeml", "given with one file: a document holds one text"))
    for source in sources:
        try:
            document = read_source(source)
            release = extract_document(document, document.source, options)
        except InvalidOption as error:
            stop(error)
        except ArnlpError as error:
            complain(str(error))
            failed = True
            continue
        for warning in document.warnings:
            complain(f"{document.source}: {warning.message}")
        releases.append((document, release))
    _print_releases(releases, output_format, several=len(sources) > 1)
    if failed:
        raise typer.Exit(FAILED)


def _print_releases(
    releases: list[tuple[Document, Release]], output_format: OutputFormat, several: bool
) -> None:
    if output_format is OutputFormat.TABLE:
        from arnlp.faces.tables import print_tables

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
