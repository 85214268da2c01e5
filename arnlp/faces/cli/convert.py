"""``arnlp convert``: JSON lines as tables."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from arnlp.faces.cli.terminal import FAILED, complain, stop
from arnlp.faces.tables_store import TableFormat
from arnlp.model.errors import InvalidOption, MissingExtra, UnreadableDocument
from arnlp.model.sources import spelled


def convert(
    source: Annotated[
        Path, typer.Argument(help="File of JSON lines, as 'arnlp batch' writes it.", metavar="FILE")
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            help="facts.duckdb, facts.csv (one row a fact, for spreadsheets), or a folder for "
            "Parquet files.",
            metavar="PATH",
        ),
    ],
    table_format: Annotated[
        TableFormat | None,
        typer.Option("--format", "-f", help="Told by the name of the output by default."),
    ] = None,
    append: Annotated[
        bool,
        typer.Option(
            "--append",
            help="Add to a DuckDB file or a Parquet folder; documents that it holds are replaced.",
        ),
    ] = False,
) -> None:
    """Write releases as tables that join: DuckDB, Parquet, or CSV. Needs arnlp\\[tables].

    [dim]arnlp convert facts.jsonl -o facts.duckdb\n
    arnlp convert facts.jsonl -o facts.csv[/dim]
    """
    from arnlp.faces.tables_store import write

    try:
        counts = write(source, output, table_format, append=append)
    except (InvalidOption, MissingExtra) as error:
        stop(error)
    except (UnreadableDocument, OSError) as error:
        complain(f"arnlp: {error}")
        raise typer.Exit(FAILED) from None
    told = ", ".join(f"{number} {name}" for name, number in counts.items() if number)
    complain(f"{spelled(output)}: {told or 'no rows'}")
