"""Releases as rows of tables, gathered column by column into groups of bounded size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from arnlp.faces.tables_store.schema import TABLES, Table
from arnlp.model.release import Release

ROWS_A_GROUP = 8_192
Columns = dict[str, list[Any]]


def groups(
    releases: Iterable[Release], tables: Iterable[Table] | None = None, most: int = ROWS_A_GROUP
) -> Iterator[tuple[Table, Columns]]:
    """Yield groups of rows of each table as columns, in the order of the releases.

    A group is given out once it has ``most`` rows; one release's rows are never parted, so that it
    may have more. At the end comes what is left of each table, be it without rows: every table is
    given out once at least.

    >>> from arnlp import extract
    >>> found = {table.name: columns for table, columns in groups([extract("62 ports", source="a")])}
    >>> found["quantities"]["document_id"], found["quantities"]["value"], found["quotes"]["cue"]
    (['a'], [62.0], [])
    """
    chosen = tuple(TABLES.values() if tables is None else tables)
    held = {table.name: _empty(table) for table in chosen}
    for release in releases:
        for table in chosen:
            columns = held[table.name]
            _add(table, release, columns)
            if len(columns["document_id"]) >= most:
                yield table, columns
                held[table.name] = _empty(table)
    for table in chosen:
        yield table, held[table.name]


def gathered(releases: Iterable[Release], table: Table) -> Columns:
    """Return all rows of one table as columns."""
    columns = _empty(table)
    for release in releases:
        _add(table, release, columns)
    return columns


def _empty(table: Table) -> Columns:
    return {name: [] for name in table.kinds}


def _add(table: Table, release: Release, columns: Columns) -> None:
    """Add the rows that a release has in a table."""
    rows = list(table.rows(release))
    for i, key in enumerate(table.keys):
        columns[key] += [keys[i] for keys, _ in rows]
    for column in table.columns:
        columns[column.name] += [column.get(item) for _, item in rows]


def writable(columns: Columns) -> Columns:
    """Return columns with "?" for stray surrogates, which UTF-8 cannot hold.

    >>> writable({"text": ["a\\ud800", None], "honorifics": [["\\udcff"]], "value": [5.0]})
    {'text': ['a?', None], 'honorifics': [['?']], 'value': [5.0]}
    """
    return {name: [_written(value) for value in values] for name, values in columns.items()}


def _written(value: Any) -> Any:
    if isinstance(value, list):
        return [_written(part) for part in value]
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
