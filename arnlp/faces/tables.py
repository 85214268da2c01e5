"""An extraction as tables for a terminal, readable at 80 columns and at 140."""

from __future__ import annotations

import re
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from arnlp.faces.wording import change, previous, value, when, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.table import Table

    from arnlp.model.release import Release

# Right-to-left isolate and its end: keeps an Arabic cell in one piece on terminals that reorder.
_RTL, _END = "\u2067", "\u2069"
_ARABIC = re.compile("[\u0600-\u06ff]")
_LEAST_WIDTH = 14
_MOST_LINES = 3
_WIDE = 120  # columns of a terminal from which each part of a fact has a column of its own
# Where each type of fact has what the columns show.
_WHAT = ("measure", "what", "name", "kind", "role")
_WHOM = ("subject", "group", "place", "by", "person", "organiser", "organization")
_NARROW = (
    ("figure", ("type", "modality", "value", "change", "previous")),
    ("of what*", ("measure", "subject", "place")),
    ("when, by whom*", ("period", "source")),
    ("evidence*", ("evidence",)),
)
_COLUMNS = (
    ("type", ("type", "modality")),
    ("value", ("value", "change", "previous")),
    ("measure*", ("measure",)),
    ("subject*", ("subject", "place")),
    ("period*", ("period",)),
    ("source*", ("source",)),
    ("evidence*", ("evidence",)),
)
Row = dict[str, str]


def print_tables(release: Release) -> None:
    """Print title, facts, entities and quotations of a release as tables."""
    from rich.console import Console
    from rich.text import Text

    console = Console()
    info = release.document
    title = info.title or info.source or info.id
    console.print(Text(_cell(title, console.width), style="bold"))
    console.print(
        Text(f"{info.published or 'no date'}  {info.country or 'no country'}  {info.language}")
    )
    names = {entity.id: entity.name for entity in release.entities}
    facts = [_fact(f.model_dump()) for f in release.facts if f.type != "statement"]
    layout = _COLUMNS if console.width >= _WIDE else _NARROW
    shown = [c for c in layout if any(row.get(part) for row in facts for part in c[1])]
    dates = [(d.text, d.from_date, d.to_date, d.edtf or d.timex) for d in release.dates]
    entities = [
        (e.type, e.name, "; ".join(role.title for role in e.roles), len(e.mentions))
        for e in release.entities
    ]
    quotes = [
        (names.get(q.speaker or ""), "yes" if q.direct else "no", q.text) for q in release.quotes
    ]
    for heading, columns, rows in (
        ("Facts", [name for name, _ in shown], [_cells(row, shown) for row in facts]),
        ("Dates", ["text*", "from", "to", "edtf"], dates),
        ("Entities", ["type", "name*", "roles*", "mentions"], entities),
        ("Quotations", ["speaker*", "direct", "text*"], quotes),
    ):
        if rows:
            console.print(_table(heading, columns, rows, console.width))


def _table(heading: str, columns: list[str], rows: Sequence[Sequence[object]], width: int) -> Table:
    """Return a table; the columns marked * are wrapped to share what the others leave of a line."""
    from rich.table import Table
    from rich.text import Text

    wrapped = [column.endswith("*") for column in columns]
    fixed = sum(
        max(len(line) for row in (columns, *rows) for line in _cell(row[i], width).split("\n")) + 3
        for i in range(len(columns))
        if not wrapped[i]
    )
    share = max(_LEAST_WIDTH, (width - fixed - 1) // max(1, sum(wrapped)) - 3)
    # rich draws no line between rows of one line each
    stacked = any(isinstance(value, tuple) for row in rows for value in row)
    table = Table(title=heading, title_justify="left", show_lines=stacked)
    for column in columns:
        justify = "right" if column == "mentions" else "left"
        table.add_column(column.rstrip("*"), justify=justify, no_wrap=True)  # type: ignore[arg-type]
    for row in rows:
        cells = (_cell(value, share if w else width) for value, w in zip(row, wrapped, strict=True))
        table.add_row(*map(Text, cells))
    return table


def _cell(value: object, width: int) -> str:
    """Return a value for a table: figures grouped, text wrapped, Arabic lines kept in one piece.

    What stands one below the other comes as a tuple. Each line has isolates of its own: a terminal
    that reorders does so line by line.
    """
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "\n".join(_cell(part, width) for part in value)
    if isinstance(value, int | float):
        return f"{value:,}"
    lines = wrap(str(value), width) or [""]
    if len(lines) > _MOST_LINES:
        last = lines[_MOST_LINES - 1]
        lines = [*lines[: _MOST_LINES - 1], f"{last[: width - 2]} …"]
    return "\n".join(f"{_RTL}{line}{_END}" if _ARABIC.search(line) else line for line in lines)


# -- facts --------------------------------------------------------------------------------------


def _cells(row: Row, layout: Sequence[tuple[str, tuple[str, ...]]]) -> list[object]:
    """Return the cells of a fact: what shares a column stands one below the other."""
    return [tuple(row[part] for part in parts if row.get(part)) for _, parts in layout]


def _fact(fact: dict[str, Any]) -> Row:
    """Return what a table shows of a fact of any type, by column."""
    repeats = len(fact["evidence"]) - 1
    whom = _first(fact, _WHOM)
    if fact.get("parties"):
        whom = ", ".join(words(party) for party in fact["parties"])
    place = words(fact.get("place"))
    return {
        "type": fact["type"],
        "modality": "" if fact["modality"] == "asserted" else fact["modality"],
        "value": value(fact),
        "change": change(fact),
        "previous": previous(fact.get("previous")),
        "measure": _first(fact, _WHAT) or fact.get("text", ""),
        "subject": whom,
        "place": f"in {place}" if place and place != whom else "",
        "period": when(fact),
        "source": (source := words(fact.get("source"))) and f"by {source}",
        "evidence": words(fact["evidence"][0]) + (f" (+{repeats})" if repeats else ""),
    }


def _first(fact: dict[str, Any], names: Sequence[str]) -> str:
    return next((words(fact[name]) for name in names if fact.get(name)), "")
