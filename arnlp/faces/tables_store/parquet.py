"""Releases as a folder of Parquet files, one a table."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from arnlp.faces.tables_store.arrow import arrow_schema, arrow_table, pyarrow
from arnlp.faces.tables_store.groups import ROWS_A_GROUP, groups
from arnlp.faces.tables_store.places import new_folder
from arnlp.faces.tables_store.schema import TABLES
from arnlp.model.errors import InvalidOption
from arnlp.model.sources import spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import pyarrow as pa

    from arnlp.model.release import Release


def write_parquet(
    target: Path, releases: Iterable[Release], arriving: Iterable[str], append: bool
) -> dict[str, int]:
    """Write releases to a folder, and return how many rows each table has got.

    With ``append`` what the folder holds is kept, but for the documents whose ids are arriving. A
    folder that holds anything else than such tables is left alone: InvalidOption.
    """
    pyarrow()
    import pyarrow.parquet as pq

    _look(target)
    counts = dict.fromkeys(TABLES, 0)
    with new_folder(target) as folder, ExitStack() as open_files:
        writers = {}
        for name, table in TABLES.items():
            writer = pq.ParquetWriter(
                folder / f"{name}.parquet", arrow_schema(table), compression="zstd"
            )
            writers[name] = open_files.enter_context(writer)
        if append and target.exists():
            for name, rows in _kept(target, arriving):
                writers[name].write_batch(rows)
        for table, columns in groups(releases):
            rows = arrow_table(table, columns)
            counts[table.name] += rows.num_rows
            writers[table.name].write_table(rows, row_group_size=ROWS_A_GROUP)
        open_files.close()  # each file has its footer before the folder takes its place
    return counts


def _look(target: Path) -> None:
    """Refuse a target that is there and is no folder of such tables."""
    if not target.exists():
        return
    ours = {f"{name}.parquet" for name in TABLES}
    if not target.is_dir() or not ours.issuperset(path.name for path in target.iterdir()):
        raise InvalidOption(
            "output", spelled(target), "a new folder, or one that holds tables of arnlp and no more"
        )


def _kept(target: Path, arriving: Iterable[str]) -> Iterator[tuple[str, pa.RecordBatch]]:
    """Yield the rows of a folder that belong to other documents than those that arrive."""
    pa: Any = pyarrow()
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    replaced = pa.array(arriving, pa.string())
    for name, table in TABLES.items():
        path = target / f"{name}.parquet"
        if not path.exists():
            continue
        with pq.ParquetFile(path) as file:
            if not file.schema_arrow.equals(arrow_schema(table)):
                raise other_layout(path)
            for rows in file.iter_batches(ROWS_A_GROUP):
                known = pc.is_in(rows.column("document_id"), value_set=replaced)
                yield name, rows.filter(pc.invert(known))


def other_layout(target: Path) -> InvalidOption:
    """Return the error that tables of another version stand where rows should be added."""
    return InvalidOption(
        "output", spelled(target), "tables of this version: write them anew from their JSON lines"
    )
