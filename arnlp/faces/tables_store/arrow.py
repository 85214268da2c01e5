"""Groups of rows as Arrow tables: what Parquet and DuckDB are written from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from arnlp.faces.tables_store.groups import writable
from arnlp.model.errors import MissingExtra

if TYPE_CHECKING:
    import pyarrow as pa

    from arnlp.faces.tables_store.groups import Columns
    from arnlp.faces.tables_store.schema import Kind, Table

LAYOUT = b"1"  # of the tables; changes where columns are renamed or retyped


def pyarrow() -> Any:
    """Return the library; raises MissingExtra where it is not installed."""
    try:
        import pyarrow
    except ModuleNotFoundError as error:
        if error.name != "pyarrow":
            raise
        raise MissingExtra("tables", "pyarrow", "tables") from None
    return pyarrow


def arrow_schema(table: Table) -> pa.Schema:
    """Return the Arrow schema of a table.

    >>> from arnlp.faces.tables_store.schema import TABLES
    >>> arrow_schema(TABLES["dates"]).field("from_date").type
    DataType(date32[day])
    """
    types = arrow_types()
    fields = [(name, types[kind]) for name, kind in table.kinds.items()]
    return pyarrow().schema(fields, metadata={"arnlp_tables": LAYOUT})


def arrow_types() -> dict[Kind, pa.DataType]:
    """Return the Arrow type of each kind of column."""
    arrow = pyarrow()
    return {
        "text": arrow.string(),
        "texts": arrow.list_(arrow.string()),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "flag": arrow.bool_(),
        "date": arrow.date32(),
    }


def arrow_table(table: Table, columns: Columns) -> pa.Table:
    """Return columns as an Arrow table. Stray surrogates, which UTF-8 cannot hold, become "?"."""
    pa = pyarrow()
    schema = arrow_schema(table)
    try:
        arrays = [pa.array(columns[field.name], field.type) for field in schema]
    except UnicodeEncodeError:
        return arrow_table(table, writable(columns))
    return pa.Table.from_arrays(arrays, schema=schema)
