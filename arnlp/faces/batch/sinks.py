"""Where the results of a batch go: JSON lines always, and tables made of them when they are whole."""

from __future__ import annotations

from pathlib import Path

from arnlp.faces.batch.settings import Files
from arnlp.model.errors import InvalidOption
from arnlp.model.sources import spelled

JSONL = "jsonl"
FORMATS = (JSONL, "parquet", "duckdb", "csv")
_BY_SUFFIX = {
    "": "parquet",
    ".parquet": "parquet",
    ".duckdb": "duckdb",
    ".db": "duckdb",
    ".csv": "csv",
}


def format_of(target: Path, wanted: str | None) -> str:
    """Return the format of a target: the one that is wanted, else that of its name.

    >>> format_of(Path("facts.duckdb"), None), format_of(Path("facts.jsonl"), None)
    ('duckdb', 'jsonl')
    """
    if not target.name or target.name == "..":
        raise InvalidOption("output", spelled(target), "the name of a file or a new folder")
    if wanted is None:
        return "parquet" if target.is_dir() else _BY_SUFFIX.get(target.suffix.lower(), JSONL)
    if wanted not in FORMATS:
        raise InvalidOption("format", wanted, f"one of {', '.join(FORMATS)}")
    return wanted


def lines_of(target: Path, kind: str) -> Path:
    """Return the file of JSON lines of a target: itself, or beside a table.

    >>> lines_of(Path("facts.duckdb"), "duckdb").name
    'facts.duckdb.jsonl'
    """
    return target if kind == JSONL else target.with_name(target.name + ".jsonl")


def check(kind: str) -> None:
    """Raise InvalidOption or MissingExtra where no table can be written, before any work."""
    if kind == JSONL:
        return
    from arnlp.faces import tables_store

    tables_store.check(kind)


def write(lines: Path, target: Path, kind: str, keep: bool) -> None:
    """Make the tables of a finished batch, and clear away its JSON lines unless they are to ``keep``."""
    if kind == JSONL:
        return
    from arnlp.faces import tables_store

    tables_store.write(lines, target, kind)
    if not keep:
        lines.unlink()
        Files(lines).journal.unlink(missing_ok=True)


def report_of(target: Path) -> Path:
    """Return where the report of a batch goes by default.

    >>> report_of(Path("facts.jsonl")).name
    'facts.report.json'
    """
    return target.with_suffix(".report.json")
