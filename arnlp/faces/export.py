"""An extraction as data frames: the tables of the batch outputs, for pandas, polars and Arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from arnlp.model.errors import InvalidOption, MissingExtra

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from arnlp.faces.tables_store.groups import Columns
    from arnlp.faces.tables_store.schema import Kind, Table
    from arnlp.model.release import Release

Frame = TypeVar("Frame")
_PANDAS: dict[Kind, str] = {
    "text": "string",
    "texts": "object",
    "integer": "Int64",
    "number": "float64",
    "flag": "boolean",
    "date": "datetime64[s]",
}


def to_frame(releases: Release | Iterable[Release], table: str = "facts") -> pd.DataFrame:
    """Return one table of one release or several as a pandas DataFrame.

    ``table`` is facts, quantities, dates, entities, mentions, quotes ... (the page TABLES.md lists
    all with their columns, which are those of the batch outputs). A table has all its columns with
    their types, whatever its rows hold, and without rows too. What stands at a place in the text is
    spread: a measure has its words in ``measure``, its offsets in measure_start and _end, its
    entity in measure_entity_id; a period its EDTF in ``period`` and its days in period_from_date
    and _to_date; what a figure is compared with its value in ``previous``. Raises MissingExtra
    without pandas, InvalidOption for another table.

    >>> from arnlp import extract
    >>> frame = to_frame(extract("بلغ العدد 62 جهة حكومية"), "quantities")
    >>> frame[["value", "noun"]].values.tolist()
    [[62.0, 'جهة حكومية']]
    """
    try:
        import pandas as pd
    except ModuleNotFoundError as error:
        if error.name != "pandas":
            raise
        raise MissingExtra("data frames", "pandas", "notebook") from None
    wanted, columns = _columns(releases, table)

    def frame(values: Columns) -> pd.DataFrame:
        kinds = wanted.kinds.items()
        return pd.DataFrame(
            {name: pd.Series(values[name], dtype=_PANDAS[kind]) for name, kind in kinds}
        )

    return _made(frame, columns)


def to_polars(releases: Release | Iterable[Release], table: str = "facts") -> pl.DataFrame:
    """Return one table of one release or several as a polars DataFrame; see :func:`to_frame`.

    >>> from arnlp import extract
    >>> to_polars(extract("في 1 مارس 2024"), "dates")["from_date"].to_list()
    [datetime.date(2024, 3, 1)]
    """
    try:
        import polars as pl
    except ModuleNotFoundError as error:
        if error.name != "polars":
            raise
        raise MissingExtra("polars frames", "polars", "polars") from None
    types: dict[Kind, pl.DataType] = {
        "text": pl.String(),
        "texts": pl.List(pl.String()),
        "integer": pl.Int64(),
        "number": pl.Float64(),
        "flag": pl.Boolean(),
        "date": pl.Date(),
    }
    wanted, columns = _columns(releases, table)
    schema = {name: types[kind] for name, kind in wanted.kinds.items()}
    return _made(lambda values: pl.DataFrame(values, schema), columns)


def to_arrow(releases: Release | Iterable[Release], table: str = "facts") -> pa.Table:
    """Return one table of one release or several as an Arrow table; see :func:`to_frame`.

    >>> from arnlp import extract
    >>> to_arrow(extract("62 ports"), "quantities").column("noun").to_pylist()
    ['ports']
    """
    from arnlp.faces.tables_store.arrow import arrow_table

    wanted, columns = _columns(releases, table)
    return arrow_table(wanted, columns)


def _made(make: Callable[[Columns], Frame], columns: Columns) -> Frame:
    """Return what is made of columns, stray surrogates replaced where they stand in the way."""
    from arnlp.faces.tables_store.groups import writable

    try:
        return make(columns)
    except UnicodeEncodeError:
        return make(writable(columns))


def _columns(releases: Release | Iterable[Release], table: str) -> tuple[Table, Columns]:
    """Return a table, and its rows as columns; raises InvalidOption where there is no such table."""
    from arnlp.faces.tables_store.groups import gathered
    from arnlp.faces.tables_store.schema import TABLES
    from arnlp.model.release import Release

    if table not in TABLES:
        raise InvalidOption("table", table, f"one of {', '.join(TABLES)}")
    given = [releases] if isinstance(releases, Release) else releases
    return TABLES[table], gathered(given, TABLES[table])
