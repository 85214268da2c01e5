"""``arnlp extract``: everything found in releases, printed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from arnlp.faces.cli.options import (
    Country,
    Entities,
    Field,
    Language,
    LexiconFile,
    Published,
    Romanizer,
    WithText,
    tables_of,
)
from arnlp.faces.cli.terminal import FAILED, complain, read_sources, stop
from arnlp.model.errors import ArnlpError, InvalidOption

if TYPE_CHECKING:
    from arnlp.faces.documents import Options
    from arnlp.model.release import Document, Release


class OutputFormat(StrEnum):
    """How an extraction is printed."""

    JSON = "json"
    JSONL = "jsonl"
    TABLE = "table"
    TIMEML = "timeml"
    HTML = "html"


def extract(
    sources: Annotated[
        list[str],
        typer.Argument(
            help="Files to read (txt, html, docx, odt, rtf, pdf, eml, json, jsonl), or - for "
            "standard input.",
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
            "table: for people. timeml: the text of one file with its time expressions tagged. "
            "html: a page with the texts marked and their facts (for a folder: arnlp report).",
        ),
    ] = OutputFormat.JSON,
    published: Published = None,
    language: Language = None,
    country: Country = None,
    entities: Entities = "model",
    romanizer: Romanizer = "table",
    with_text: WithText = False,
    field: Field = None,
    lexicon: LexiconFile = None,
) -> None:
    """Print everything found in one release or several.

    [dim]arnlp extract release.docx --format table\n
    arnlp extract release.txt --format html > release.page.html\n
    pbpaste | arnlp extract -[/dim]
    """
    from arnlp.faces.documents import Options

    if output_format is OutputFormat.TIMEML and len(sources) > 1:
        stop(InvalidOption("format", "timeml", "given with one file: a document holds one text"))
    try:
        tables = tables_of(lexicon)
    except ArnlpError as error:
        stop(error)
    options = Options(published, language, country, entities, romanizer, with_text, lexicon=tables)
    failed: list[ArnlpError] = []
    releases = _releases(sources, options, _fields(field), failed)
    _print_releases(releases, output_format, several=len(sources) > 1 or len(releases) > 1)
    if failed:
        raise typer.Exit(FAILED)


def _releases(
    sources: list[str], options: Options, fields: dict[str, str], failed: list[ArnlpError]
) -> list[tuple[Document, Release]]:
    """Return the documents of files with their releases; what cannot be read is told and ``failed``."""
    from arnlp.faces.documents import extract_document

    def fail(error: ArnlpError) -> None:
        complain(str(error))
        failed.append(error)

    releases: list[tuple[Document, Release]] = []
    try:
        for source in sources:
            for document in read_sources(source, fields, fail):
                releases.append((document, extract_document(document, document.source, options)))
                for warning in document.warnings:
                    complain(f"{document.source}: {warning.message}")
    except InvalidOption as error:
        stop(error)
    return releases


def _fields(given: list[str] | None) -> dict[str, str]:
    """Return the fields of records that were given as NAME=FIELD."""
    return dict(pair.partition("=")[::2] for pair in given or ())


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
    elif output_format is OutputFormat.HTML:
        from arnlp.faces.html import to_page

        typer.echo(to_page([(release, document.text) for document, release in releases]), nl=False)
    elif output_format is OutputFormat.JSONL:
        for _, release in releases:
            typer.echo(release.model_dump_json())
    elif several:
        bodies = ",\n".join(release.model_dump_json(indent=1) for _, release in releases)
        typer.echo(f"[\n{bodies}\n]" if bodies else "[]")
    else:
        for _, release in releases:
            typer.echo(release.model_dump_json(indent=1))
