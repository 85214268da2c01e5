"""Rows that were read, checked against the schema, and written as the tables of arnlp are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from arnlp.lang import Row
from arnlp.lexicon.own.schema import EITHER, SCHEMA, Column
from arnlp.model.errors import InvalidOption


class Found(NamedTuple):
    """A row of a file: its table, its cells, where it stands, and the lines of its cells."""

    table: str
    cells: dict[str, object]
    place: str
    places: dict[str, str]


def checked(found: Iterable[Found]) -> dict[str, tuple[Row, ...]]:
    """Return the rows of each table; raise InvalidOption at the first that is not as it should be."""
    out: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        if row.table not in SCHEMA:
            raise wrong(row.place, f"one of the tables {', '.join(SCHEMA)}, not {row.table!r}")
        out[row.table].append(_row(row))
    return {name: tuple(rows) for name, rows in out.items()}


def wrong(place: str, wanted: str) -> InvalidOption:
    """Return the error of what stands at a place."""
    return InvalidOption("lexicon", place, wanted)


def _row(row: Found) -> Row:
    columns = SCHEMA[row.table]
    for name in row.cells:
        if name not in columns:
            raise wrong(_place(row, name), f"one of the columns {', '.join(columns)}")
    out = {name: _cell(row, name, column) for name, column in columns.items()}
    either = EITHER.get(row.table, ())
    if either and not any(out[name] for name in either):
        raise wrong(row.place, f"{' or '.join(either)} in each row of {row.table}")
    if row.table == "predicates" and (out["class"] == "move") != bool(out["direction"]):
        raise wrong(_place(row, "direction"), "increase or decrease with move, and nothing else")
    return out


def _cell(row: Found, name: str, column: Column) -> str:
    """Return a cell as text, its alternatives parted by ``|``."""
    value = row.cells.get(name)
    if value is True:
        value = "weak" if name == "weak" else "x"
    nothing = value is None or value is False
    parts = value if isinstance(value, list) else [] if nothing else [value]
    if not all(isinstance(part, str | int) and not isinstance(part, bool) for part in parts):
        raise wrong(_place(row, name), "text, or a list of texts")
    words = [" ".join(str(part).split()) for part in parts]
    if column.several:
        words = [word.strip() for part in words for word in part.split("|")]
    elif len(words) > 1:
        raise wrong(_place(row, name), "one value")
    words = [word for word in words if word]
    if column.required and not words:
        raise wrong(_place(row, name), f"{name} in each row of {row.table}")
    for word in words:
        if any(not char.isprintable() for char in word):
            raise wrong(_place(row, name), "text without control characters")
        if column.several and not any(char.isalpha() for char in word):
            raise wrong(_place(row, name), f"words, not {word!r}")
        if wanted := column.check(word):
            raise wrong(_place(row, name), f"{wanted}, not {word!r}")
    return "|".join(words) or column.default


def _place(row: Found, name: str) -> str:
    return row.places.get(name, f"{row.place}, {row.table}.{name}")
