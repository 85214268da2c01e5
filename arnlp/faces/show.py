"""An extraction shown: HTML with the mentions marked in the text, and tables for a terminal."""

from __future__ import annotations

import re
from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING

from arnlp.model.errors import InvalidOption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.table import Table

    from arnlp.model.release import Release

_LABELS = (
    ("date", "#d6e9c6"), ("quantity", "#ffe3a3"), ("person", "#c9dcf7"), ("organization", "#e3d0f2"),
    ("place", "#cdeeea"), ("other", "#f2d6d6"),
)  # fmt: skip
_STYLE = "".join(f".arnlp mark.{label}{{background:{colour}}}" for label, colour in _LABELS)
_CSS = (
    ".arnlp{max-width:46em;line-height:1.8;font-family:'Noto Naskh Arabic','Segoe UI',Tahoma,serif}"
    ".arnlp p{margin:.6em 0;text-align:start}.arnlp mark{border-radius:3px;padding:0 2px;color:inherit}"
    ".arnlp q{quotes:none;border-bottom:1px dotted #888}.arnlp .key mark{margin-inline-end:.8em}"
    + _STYLE
)
_TYPES = ("person", "organization", "place")
# Right-to-left isolate and its end: keeps an Arabic cell in one piece on terminals that reorder.
_RTL, _END = "\u2067", "\u2069"
_ARABIC = re.compile("[\u0600-\u06ff]")
_LEAST_WIDTH = 14
_MOST_LINES = 3


def to_html(text: str, release: Release) -> str:
    """Return a self-contained piece of HTML: the text with its mentions marked.

    Hovering over a mark tells its value. Each paragraph runs in its own direction. ``text`` is the
    one that ``release`` was extracted from, else InvalidOption is raised.

    >>> from arnlp import extract
    >>> text = "بلغ العدد 62 جهة"
    >>> '<mark class="quantity" title="62">62 جهة</mark>' in to_html(text, extract(text))
    True
    """
    spans = _spans(text, release)
    parts: list[str] = []
    at = 0
    for start, end, label, title in spans:
        if start < at:
            continue
        parts.append(escape(text[at:start]))
        parts.append(
            f'<mark class="{label}" title="{escape(title)}">{escape(text[start:end])}</mark>'
        )
        at = end
    parts.append(escape(text[at:]))
    lines = "".join(parts).split("\n")
    body = "".join(f'<p dir="auto">{line}</p>' for line in lines if line.strip())
    key = " ".join(f'<mark class="{label}">{label}</mark>' for label, _ in _LABELS)
    return f'<div class="arnlp"><style>{_CSS}</style><p class="key" dir="ltr">{key}</p>{body}</div>'


def _spans(text: str, release: Release) -> list[tuple[int, int, str, str]]:
    """Return (start, end, label, title) of every mention, the longest of those that overlap first."""
    spans: list[tuple[int, int, str, str]] = []
    for q in release.quantities:
        upper = f"–{q.value_max}" if q.value_max is not None else ""
        bound = "" if q.bound in ("exact", "between") else f"{q.bound} "
        unit = f" {q.unit}" if q.unit else ""
        unit += f" / {q.per}" if q.per else ""
        spans.append((q.start, q.end, "quantity", f"{bound}{q.value}{upper}{unit}"))
    spans += [(d.start, d.end, "date", d.edtf or d.timex or "unresolved") for d in release.dates]
    for entity in release.entities:
        label = entity.type if entity.type in _TYPES else "other"
        title = f"{entity.type}: {entity.name}"
        spans += [(m.start, m.end, label, title) for m in entity.mentions]
        for mention in entity.mentions:
            if text[mention.start : mention.end] != mention.text:
                raise InvalidOption(
                    "text", text[:20], "the text that the release was extracted from"
                )
    spans.sort(key=lambda span: (span[0], -span[1]))
    return spans


def _cell(value: object, width: int) -> str:
    """Return a value for a table: figures grouped, text wrapped, Arabic lines kept in one piece.

    Each line has isolates of its own: a terminal that reorders does so line by line.
    """
    if value is None:
        return ""
    if isinstance(value, int | float):
        return f"{value:,}"
    lines = wrap(str(value), width) or [""]
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], f"{lines[_MOST_LINES - 1]} …"]
    return "\n".join(f"{_RTL}{line}{_END}" if _ARABIC.search(line) else line for line in lines)


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
    facts = [_fact_row(fact.model_dump()) for fact in release.facts if fact.type != "statement"]
    dates = [(d.text, d.from_date, d.to_date, d.edtf or d.timex) for d in release.dates]
    entities = [
        (e.type, e.name, "; ".join(role.title for role in e.roles), len(e.mentions))
        for e in release.entities
    ]
    quotes = [
        (names.get(q.speaker or ""), "yes" if q.direct else "no", q.text) for q in release.quotes
    ]
    for heading, columns, rows in (
        ("Facts", "type value unit measure* subject* period", facts),
        ("Dates", "text* from to edtf", dates),
        ("Entities", "type name* roles* mentions", entities),
        ("Quotations", "speaker* direct text*", quotes),
    ):
        if rows:
            console.print(_table(heading, columns.split(" "), rows, console.width))


def _table(
    heading: str, columns: list[str], rows: Sequence[tuple[object, ...]], width: int
) -> Table:
    """Return a table; the columns marked * are wrapped to share what the others leave of a line."""
    from rich.table import Table
    from rich.text import Text

    wrapped = [column.endswith("*") for column in columns]
    fixed = sum(
        max(len(column), *(len(_cell(row[i], width)) for row in rows)) + 3
        for i, column in enumerate(columns)
        if not wrapped[i]
    )
    share = max(_LEAST_WIDTH, (width - fixed - 1) // sum(wrapped) - 3)
    table = Table(title=heading, title_justify="left")
    for column in columns:
        numeric = column in ("value", "mentions")
        table.add_column(column.rstrip("*"), justify="right" if numeric else "left", no_wrap=True)
    for row in rows:
        cells = (_cell(value, share if w else width) for value, w in zip(row, wrapped, strict=True))
        table.add_row(*map(Text, cells))
    return table


def _fact_row(fact: dict[str, object]) -> tuple[object, ...]:
    """Return type, value, unit, measure, subject and period of a fact of any type."""
    value = fact.get("value")
    if fact.get("value_max") is not None:
        value = f"{value:,}–{fact['value_max']:,}"
    elif fact.get("bound") not in (None, "exact"):
        value = f"{fact['bound']} {value:,}"
    measure = next(
        (fact[key] for key in ("measure", "object", "name", "role", "text") if fact.get(key)), None
    )
    parties = fact.get("parties")
    subject = (
        fact.get("subject")
        or fact.get("person")
        or (", ".join(map(str, parties)) if isinstance(parties, list) else None)
    )
    return (
        fact["type"],
        value,
        _unit(fact),
        measure,
        subject,
        fact.get("period") or fact.get("date"),
    )


def _unit(fact: dict[str, object]) -> object:
    """Return the unit of a figure with what it is a rate of: USD / [bbl_us]."""
    unit, per = fact.get("unit"), fact.get("per")
    return f"{unit or ''} / {per}".strip() if per else unit
