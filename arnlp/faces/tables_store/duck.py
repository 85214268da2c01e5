"""Releases as tables of a DuckDB file, and connections that can only look."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from arnlp.faces.tables_store.arrow import arrow_table, pyarrow
from arnlp.faces.tables_store.groups import groups
from arnlp.faces.tables_store.parquet import other_layout
from arnlp.faces.tables_store.places import new_file
from arnlp.faces.tables_store.schema import TABLES, Kind, Table
from arnlp.model.errors import InvalidOption, MissingExtra
from arnlp.model.sources import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import ModuleType

    from duckdb import DuckDBPyConnection

    from arnlp.model.release import Release

TYPES: dict[Kind, str] = {
    "text": "VARCHAR",
    "texts": "VARCHAR[]",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "flag": "BOOLEAN",
    "date": "DATE",
}
# Nothing outside the database: no files, no network, no extensions, no variables of the program.
CLOSED = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
}
_MEMORY = "64MB"  # of DuckDB's own buffers while writing; beyond them it goes to the disk
_ROWS_A_GROUP = 2_048  # DuckDB gathers rows into groups of its own; small ones save memory here
_IDS_AT_ONCE = 100_000


def duckdb() -> ModuleType:
    """Return the library; raises MissingExtra where it is not installed."""
    try:
        import duckdb
    except ModuleNotFoundError as error:
        if error.name not in ("duckdb", "_duckdb"):
            raise
        raise MissingExtra("tables", "duckdb", "tables") from None
    return duckdb


def write_duckdb(
    target: Path, releases: Iterable[Release], arriving: Iterable[str], append: bool
) -> dict[str, int]:
    """Write releases to a DuckDB file, and return how many rows each table has got.

    The file is written beside its place. With ``append`` it begins as a copy of the one that is
    there: documents whose ids are arriving are taken out, what else it holds stays. A file that is
    there and holds other tables than ours is not replaced: InvalidOption.
    """
    pyarrow()
    library = duckdb()
    append = append and target.exists()
    try:
        with new_file(target) as path:
            if target.exists():
                _finish(target)
                _look(target, path if append else None)
            with library.connect(str(path), config=CLOSED) as database:
                database.execute(f"SET memory_limit = '{_MEMORY}'")
                if append:
                    _take_out(database, arriving)
                else:
                    create(database)
                counts = fill(database, releases)
                database.execute("CHECKPOINT")
        return counts
    except library.Error as error:
        raise OSError(f"{spelled(target)}: {error}") from None


def _finish(target: Path) -> None:
    """Have what a program that died left beside a file written into it."""
    if target.with_name(f"{target.name}.wal").exists():
        with duckdb().connect(str(target), config=CLOSED) as database:
            database.execute("CHECKPOINT")


def create(database: DuckDBPyConnection) -> None:
    """Make the tables, each with a comment on it and on its columns."""
    database.begin()
    for table in TABLES.values():
        columns = ", ".join(f'"{name}" {TYPES[kind]}' for name, kind in table.kinds.items())
        database.execute(f"CREATE TABLE {table.name} ({columns})")
        database.execute(f"COMMENT ON TABLE {table.name} IS {_quoted(table.about)}")
        for name, note in table.notes.items():
            if note:
                database.execute(f'COMMENT ON COLUMN {table.name}."{name}" IS {_quoted(note)}')
    database.commit()


def fill(database: DuckDBPyConnection, releases: Iterable[Release]) -> dict[str, int]:
    """Add the rows of releases to the tables, and return how many each has got."""
    counts = dict.fromkeys(TABLES, 0)
    for table, columns in groups(releases, most=_ROWS_A_GROUP):
        rows = arrow_table(table, columns)
        counts[table.name] += rows.num_rows
        database.register("arriving_rows", rows)
        database.execute(f"INSERT INTO {table.name} SELECT * FROM arriving_rows")
        database.unregister("arriving_rows")
    return counts


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _look(target: Path, copy: Path | None) -> None:
    """Copy a file to add to, or see that it may be replaced; nobody else writes to it meanwhile.

    Raises InvalidOption for tables of something else, or of another layout.
    """
    with duckdb().connect(str(target), read_only=True, config=CLOSED) as database:
        found: dict[str, dict[str, str]] = {}
        columns = "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal ORDER BY table_name, column_index"  # fmt: skip
        for name, column, type_ in database.execute(columns).fetchall():
            found.setdefault(name, {})[column] = type_
        if copy is None and not found.keys() <= TABLES.keys():
            expected = "a new file, or one that holds tables of arnlp and no more"
            raise InvalidOption("output", spelled(target), expected)
        if copy is not None:
            if any(found.get(name) != _types(table) for name, table in TABLES.items()):
                raise other_layout(target)
            shutil.copyfile(target, copy)


def _types(table: Table) -> dict[str, str]:
    return {name: TYPES[kind] for name, kind in table.kinds.items()}


def _take_out(database: DuckDBPyConnection, arriving: Iterable[str]) -> None:
    """Delete the rows of documents that come again."""
    database.execute("CREATE TEMP TABLE arriving (document_id VARCHAR)")
    for ids in _portions(arriving):
        rows = pyarrow().table({"document_id": ids})
        database.register("arriving_ids", rows)
        database.execute("INSERT INTO arriving SELECT * FROM arriving_ids")
        database.unregister("arriving_ids")
    for name in TABLES:
        database.execute(f"DELETE FROM {name} WHERE document_id IN (SELECT document_id FROM arriving)")  # fmt: skip
    database.execute("DROP TABLE arriving")


def _portions(ids: Iterable[str]) -> Iterator[list[str]]:
    portion: list[str] = []
    for id_ in ids:
        portion.append(id_)
        if len(portion) == _IDS_AT_ONCE:
            yield portion
            portion = []
    if portion:
        yield portion
