"""Answers to questions written out: as JSON, as CSV for spreadsheets, as a table for a terminal."""

from __future__ import annotations

import csv
import json
import math
import re
from decimal import Decimal
from textwrap import wrap
from typing import IO, TYPE_CHECKING, Any

from arnlp.faces.tables_store.sheet import cell

if TYPE_CHECKING:
    from rich.table import Table

    from arnlp.faces.tables_store.query import Answer

_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+"
)  # and what turns a line around for good
_ARABIC = re.compile("[\u0600-\u06ff]")
_RTL, _END = "\u2067", "\u2069"  # keep an Arabic line in one piece
_LEAST_WIDTH = 8


def print_json(answer: Answer, out: IO[str]) -> None:
    """Write an answer as a JSON array of objects: days as ISO dates, what is no number null."""
    rows = (dict(zip(answer.columns, map(_plain, row), strict=True)) for row in answer.rows)
    body = ",\n".join(json.dumps(row, ensure_ascii=False, default=str) for row in rows)
    out.write(f"[\n{body}\n]\n" if body else "[]\n")


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    return None if isinstance(value, float) and not math.isfinite(value) else value


def print_csv(answer: Answer, out: IO[str]) -> None:
    """Write an answer as CSV, its cells safe for a spreadsheet."""
    sheet = csv.writer(out, lineterminator="\n")
    sheet.writerow(map(cell, answer.columns))
    for row in answer.rows:
        sheet.writerow(map(cell, row))


def terminal_table(answer: Answer, width: int) -> Table:
    """Return an answer as a table for a terminal; where it is too wide, long texts give way."""
    from rich.table import Table
    from rich.text import Text

    cells = [[shown(value) for value in row] for row in (tuple(answer.columns), *answer.rows)]
    wide = [max(map(len, column)) for column in zip(*cells, strict=True)]
    texts = [any(isinstance(row[i], str | list) for row in answer.rows) for i in range(len(wide))]
    edges = 3 * len(wide) + 1
    fixed = sum(most for most, text in zip(wide, texts, strict=True) if not text)
    most = _most([w for w, text in zip(wide, texts, strict=True) if text], width - edges - fixed)
    table = Table()
    for name, text in zip(cells[0], texts, strict=True):
        heading = Text(_isolated(name, most if text else width))
        table.add_column(heading, justify="left" if text else "right", no_wrap=True)
    for row in cells[1:]:
        lines = (
            _isolated(value, most if t else width) for value, t in zip(row, texts, strict=True)
        )
        table.add_row(*map(Text, lines))
    return table


def _most(widths: list[int], room: int) -> int:
    """Return how wide a text may be at most, so that all fit into the room where they can.

    >>> _most([5, 40, 60], 65)
    30
    """
    most = min(max(widths, default=0), max(room, _LEAST_WIDTH))
    while most > _LEAST_WIDTH and sum(min(width, most) for width in widths) > room:
        most -= 1
    return most


def _isolated(text: str, width: int) -> str:
    """Return a text in lines, each Arabic one kept in one piece on terminals that reorder."""
    lines = wrap(text, width) or [""] if len(text) > width else [text]
    return "\n".join(f"{_RTL}{line}{_END}" if _ARABIC.search(line) else line for line in lines)


def shown(value: Any) -> str:
    r"""Return a value for a terminal: nothing for null, amounts grouped, no control characters.

    >>> shown(45000000.0), shown(2024), shown(None), shown("a\x1b[31m")
    ('45,000,000', '2024', '', 'a [31m')
    """
    if value is None:
        return ""
    if isinstance(value, float | Decimal):
        return f"{cell(float(value)):,}"
    told = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return _CONTROL.sub(" ", told)
