"""``arnlp compare``: whether an Arabic and an English text say the same."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

import arnlp
from arnlp.faces.cli.options import Country, Entities, Published
from arnlp.faces.cli.terminal import FAILED, complain, console, read_source, stop
from arnlp.model.errors import ArnlpError, InvalidOption

if TYPE_CHECKING:
    from arnlp.model.comparison import Comparison, Evidence, Finding

_LONGEST = 160


class ComparisonFormat(StrEnum):
    """How a comparison is printed."""

    TABLE = "table"
    JSON = "json"
    HTML = "html"


def compare(
    ar: Annotated[str, typer.Argument(help="The Arabic text (txt, html).", metavar="AR")],
    en: Annotated[str, typer.Argument(help="The English text.", metavar="EN")],
    output_format: Annotated[
        ComparisonFormat,
        typer.Option(
            "--format",
            "-f",
            help="table: for people. json: everything that was compared. html: one page, both texts "
            "side by side.",
        ),
    ] = ComparisonFormat.TABLE,
    everything: Annotated[
        bool,
        typer.Option("--all", help="In the table, also what agrees, and what may be missing."),
    ] = False,
    published: Published = None,
    country: Country = None,
    entities: Entities = "model",
) -> None:
    """Compare an Arabic and an English text; exit with 1 where they differ.

    [dim]arnlp compare release-ar.txt release-en.txt\n
    arnlp compare release-ar.txt release-en.txt --format html > report.html[/dim]
    """
    try:
        arabic, english = read_source(ar), read_source(en)
        found = arnlp.compare(
            arabic, english, published=published, country=country, entities=entities
        )
    except InvalidOption as error:
        stop(error)
    except ArnlpError as error:
        complain(str(error))
        raise typer.Exit(FAILED) from None
    if output_format is ComparisonFormat.JSON:
        typer.echo(found.model_dump_json(indent=1))
    elif output_format is ComparisonFormat.HTML:
        from arnlp.faces.compare.page import to_page

        typer.echo(to_page(found))
    else:
        _print_table(found, everything)
    if not found.same:
        raise typer.Exit(FAILED)


def _print_table(found: Comparison, everything: bool) -> None:
    from rich.table import Table
    from rich.text import Text

    from arnlp.faces.compare.page import repeats

    table = Table(box=None, pad_edge=False)
    for column in ("", "what", "Arabic", "English", "note"):
        table.add_column(column)
    rows = found.findings if everything else found.differences
    for finding in rows:
        cells = (
            finding.status,
            finding.kind,
            _words(finding, finding.ar, "ar"),
            _words(finding, finding.en, "en"),
            finding.note + repeats(finding),
        )
        table.add_row(*map(Text, cells))
    if rows:
        console().print(table)
    said = "the texts say the same" if found.same else f"{len(found.differences)} differences"
    typer.echo(said, err=True)


def _words(finding: Finding, evidence: Evidence | None, language: str) -> str:
    """Return what stands in a cell: what is said, or where it was looked for in brackets."""
    if evidence is None:
        return ""
    text = " ".join(evidence.text.split())
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST]}…"
    return f"[{text}]" if finding.missing_in == language else text
