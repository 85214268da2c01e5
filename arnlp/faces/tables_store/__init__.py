"""Releases as tables that join: a DuckDB file, a folder of Parquet files, a CSV of facts.

``TABLES`` tells the tables with their keys and columns; :func:`write` writes them, from JSON lines
or from releases at hand; the page TABLES.md beside this package shows them in use.
"""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from arnlp.model.errors import InvalidOption
from arnlp.model.sources import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from arnlp.model.release import Release

__all__ = ["TableFormat", "check", "format_of", "write"]

_SUFFIXES = {".duckdb": "duckdb", ".db": "duckdb", ".csv": "csv", "": "parquet"}


class TableFormat(StrEnum):
    """How tables are written."""

    DUCKDB = "duckdb"
    PARQUET = "parquet"
    CSV = "csv"


def format_of(target: Path | str, table_format: str | None = None) -> TableFormat:
    """Return the format of an output: the one that is given, else the one of its suffix.

    .duckdb and .db are DuckDB, .csv is CSV, a name without a suffix or of a folder is Parquet.
    Raises InvalidOption where none can be told.

    >>> format_of("facts.duckdb").value, format_of("out/").value, format_of("facts.x", "csv").value
    ('duckdb', 'parquet', 'csv')
    """
    told = table_format or _SUFFIXES.get(Path(target).suffix.lower())
    if table_format is None and Path(target).is_dir():
        told = TableFormat.PARQUET
    if told is None:
        raise InvalidOption("output", spelled(target), "a name in .duckdb or .csv, or a folder")
    try:
        return TableFormat(told)
    except ValueError:
        raise InvalidOption("format", told, "one of 'duckdb', 'parquet', 'csv'") from None


def check(table_format: str) -> None:
    """Raise InvalidOption or MissingExtra where a format cannot be written, before any work.

    >>> check("csv")
    """
    kind = format_of("", table_format)
    if kind is not TableFormat.CSV:
        from arnlp.faces.tables_store.arrow import pyarrow

        pyarrow()
    if kind is TableFormat.DUCKDB:
        from arnlp.faces.tables_store.duck import duckdb

        duckdb()


def write(
    source: Path | str | Iterable[Release],
    target: Path | str,
    table_format: str | None = None,
    *,
    append: bool = False,
) -> dict[str, int]:
    """Write releases as tables, and return how many rows each table has got.

    ``source`` is a file of JSON lines, of any schema that can be read, or releases. A document that
    comes twice is written once, as it came last. ``target`` appears whole or not at all; memory
    does not grow with the number of documents but for their ids. ``append`` adds to a DuckDB file
    or a Parquet folder: a document that is there already is replaced. Needs ``arnlp[tables]``, CSV
    nothing. Raises UnreadableDocument for a line that is no release, MissingExtra, InvalidOption
    for a target that cannot be, OSError where it cannot be written.

    >>> from arnlp import extract
    >>> with TemporaryDirectory() as folder:
    ...     write([extract("62 ports", source="a")], Path(folder, "facts.csv"))
    {'facts': 1}
    """
    kind = format_of(target, table_format)
    place = Path(target).resolve()
    if not place.parent.is_dir():
        raise InvalidOption("output", spelled(target), "a path in a folder that exists")
    if kind is not TableFormat.PARQUET and place.is_dir():
        raise InvalidOption("output", spelled(target), f"a file for {kind.value}, not a folder")
    if append and kind is TableFormat.CSV:
        raise InvalidOption("append", "csv", "a DuckDB file or a Parquet folder")
    if isinstance(source, Path | str):
        return _write(Path(source), place, kind, append)
    with TemporaryDirectory(dir=place.parent, prefix=f".{place.name}.", suffix=".part") as folder:
        lines = Path(folder, "releases.jsonl")
        with lines.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            for release in source:
                file.write(_line(release) + "\n")
        return _write(lines, place, kind, append)


def _line(release: Release) -> str:
    """Return a release as JSON, also where it holds stray surrogates."""
    try:
        return release.model_dump_json()
    except ValueError:  # of pydantic's core
        return json.dumps(release.model_dump(by_alias=True), ensure_ascii=False)


def _write(lines: Path, place: Path, kind: TableFormat, append: bool) -> dict[str, int]:
    from arnlp.faces.tables_store.lines import ids_of, releases_of

    if kind is TableFormat.CSV:
        from arnlp.faces.tables_store.sheet import write_csv

        return write_csv(place, releases_of(lines))
    if kind is TableFormat.PARQUET:
        from arnlp.faces.tables_store.parquet import write_parquet

        return write_parquet(place, releases_of(lines), ids_of(lines), append)
    from arnlp.faces.tables_store.duck import write_duckdb

    return write_duckdb(place, releases_of(lines), ids_of(lines), append)
