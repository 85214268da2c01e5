"""``arnlp query``: a question in SQL over the tables of releases, its answer printed."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from arnlp.faces.cli.terminal import FAILED, complain, console, stop
from arnlp.model.errors import InvalidOption, MissingExtra, UnreadableDocument


class AnswerFormat(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def query(
    sql: Annotated[str, typer.Argument(help="One SELECT, in DuckDB's SQL.", metavar="SQL")],
    source: Annotated[
        Path,
        typer.Argument(
            help="facts.duckdb, a folder of Parquet files, facts.jsonl, or facts.csv.",
            metavar="TABLES",
        ),
    ],
    answer_format: Annotated[
        AnswerFormat, typer.Option("--format", "-f", help="table: for people.")
    ] = AnswerFormat.TABLE,
) -> None:
    """Ask the tables of releases a question in SQL. Nothing is changed. Needs arnlp\\[tables].

    [dim]arnlp query "select unit, sum(value) from facts where type = 'money' group by unit" facts.duckdb[/dim]
    """
    from arnlp.faces.tables_store.answers import print_csv, print_json, terminal_table
    from arnlp.faces.tables_store.query import query as ask

    try:
        answer = ask(sql, source)
    except (InvalidOption, MissingExtra) as error:
        stop(error)
    except (UnreadableDocument, OSError) as error:
        complain(f"arnlp: {error}")
        raise typer.Exit(FAILED) from None
    if answer_format is AnswerFormat.JSON:
        print_json(answer, sys.stdout)
    elif answer_format is AnswerFormat.CSV:
        print_csv(answer, sys.stdout)
    else:
        terminal = console()
        terminal.print(terminal_table(answer, terminal.width))
