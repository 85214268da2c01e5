r"""Language as data: the tables beside this file, one folder a language, one idea a file.

A table is tab-separated UTF-8: lines that start with ``#`` are comments, the first other line
names the columns, empty cells mean 'none', and ``|`` parts alternatives in a cell.
Python holds grammar, never word lists: to add a word, add it to a table and to a case file.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

LANGUAGES = ("ar", "en")

Row = dict[str, str]


@cache
def table(language: str, name: str) -> tuple[Row, ...]:
    """Return the rows of a table, each a dict from column name to cell.

    Raises FileNotFoundError where the language has no such table.

    >>> table("ar", "months")[0]["spellings"].split("|")[0]
    'يناير'
    """
    lines = files(__name__).joinpath(language, f"{name}.tsv").read_text("utf-8").split("\n")
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    header = rows[0]
    width = len(header)
    return tuple(
        dict(zip(header, row + [""] * (width - len(row)), strict=True)) for row in rows[1:]
    )


def has_table(language: str, name: str) -> bool:
    """Tell whether a language has a table of that name.

    >>> has_table("en", "months"), has_table("en", "nothing")
    (True, False)
    """
    return files(__name__).joinpath(language, f"{name}.tsv").is_file()


def alternatives(cell: str) -> list[str]:
    """Split a cell into its alternatives.

    >>> alternatives("شهر|أشهر")
    ['شهر', 'أشهر']
    """
    return [part for part in cell.split("|") if part]
