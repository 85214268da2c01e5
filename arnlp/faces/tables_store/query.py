"""Questions in SQL over tables, wherever they are kept; nothing is changed, nothing else is reached."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from arnlp.faces.tables_store.arrow import arrow_types, pyarrow
from arnlp.faces.tables_store.duck import CLOSED, create, duckdb, fill
from arnlp.faces.tables_store.lines import releases_of
from arnlp.faces.tables_store.schema import TABLES
from arnlp.faces.tables_store.sheet import sheet_kinds
from arnlp.model.errors import InvalidOption, UnreadableDocument
from arnlp.model.sources import spelled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duckdb import DuckDBPyConnection

_DATABASES, _LINES = (".duckdb", ".db"), (".jsonl", ".ndjson", ".json")


class Answer(NamedTuple):
    """The columns and the rows that a question gave."""

    columns: list[str]
    rows: list[tuple[Any, ...]]


def query(sql: str, source: Path | str) -> Answer:
    """Return the answer to one SELECT over the tables of a DuckDB file, Parquet folder or JSON lines.

    SQL is DuckDB's. Files, network, extensions and settings are out of its reach, and statements
    that change anything are refused. JSON lines are read into memory: for large ones write a DuckDB
    file first. Raises InvalidOption for what is no such question, or one that fails.

    >>> from tempfile import TemporaryDirectory
    >>> from arnlp import extract
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "facts.jsonl")
    ...     _ = file.write_text(extract("62 ports", source="a").model_dump_json())
    ...     query("select value, noun from quantities", file)
    Answer(columns=['value', 'noun'], rows=[(62.0, 'ports')])
    """
    pyarrow()
    library = duckdb()
    try:
        statements = library.extract_statements(sql)
        kinds = {statement.type for statement in statements}
        if len(statements) != 1 or not kinds <= {library.StatementType.SELECT}:
            raise InvalidOption("sql", sql, "one SELECT")
        with _opened(Path(source)) as database:
            database.execute("SET lock_configuration = true")
            found = database.execute(statements[0])
            names = [column[0] for column in found.description or ()]
            return Answer(_told_apart(names), found.fetchall())
    except library.Error as error:
        raise InvalidOption("sql", sql, f"what DuckDB can answer ({error})") from None


@contextmanager
def _opened(source: Path) -> Iterator[DuckDBPyConnection]:
    """Give a connection in which the tables of a source can be asked, and nothing else."""
    library = duckdb()
    if not source.exists():
        raise UnreadableDocument(source, "there is no such file or folder")
    suffix = source.suffix.lower()
    if suffix in _DATABASES and source.is_file():
        try:
            database = library.connect(str(source), read_only=True, config=CLOSED)
        except library.Error as error:
            raise UnreadableDocument(source, str(error)) from None
        with database:
            yield database
        return
    with library.connect(":memory:", config=CLOSED) as database:
        if source.is_dir():
            _view(database, source)
        elif suffix in _LINES:
            create(database)
            fill(database, releases_of(source))
        elif suffix == ".csv":
            database.register("facts", _sheet(source))
        else:
            raise InvalidOption("source", spelled(source), "a .duckdb file, a folder of Parquet files, .jsonl or .csv")  # fmt: skip
        yield database


def _view(database: DuckDBPyConnection, folder: Path) -> None:
    """Let the tables of a Parquet folder be seen; DuckDB itself opens no file."""
    pyarrow()
    import pyarrow.dataset as ds

    paths = {name: folder / f"{name}.parquet" for name in TABLES}
    present = {name: path for name, path in paths.items() if path.is_file()}
    if not present:
        raise UnreadableDocument(folder, "it holds no tables of arnlp")
    for name, path in present.items():
        try:
            database.register(name, ds.dataset(path, format="parquet"))
        except (OSError, ValueError) as error:
            raise UnreadableDocument(path, str(error)) from None


def _sheet(path: Path) -> Any:
    """Return a CSV of facts as an Arrow table; its texts keep what makes them safe for spreadsheets."""
    pa = pyarrow()
    from pyarrow import csv

    kinds = {name: arrow_types()[kind] for name, kind in sheet_kinds().items()}
    try:
        return csv.read_csv(
            path,
            parse_options=csv.ParseOptions(newlines_in_values=True),
            convert_options=csv.ConvertOptions(
                column_types=kinds, strings_can_be_null=True, quoted_strings_can_be_null=True,
                null_values=[""],
            ),
        )  # fmt: skip
    except (pa.ArrowInvalid, OSError) as error:
        raise UnreadableDocument(path, str(error)) from None


def _told_apart(names: list[str]) -> list[str]:
    """Return names with a number where one comes again: text, text_2.

    >>> _told_apart(["text", "end", "text"])
    ['text', 'end', 'text_2']
    """
    out: list[str] = []
    for name in names:
        number, own = 2, name
        while own in out:
            own, number = f"{name}_{number}", number + 1
        out.append(own)
    return out
