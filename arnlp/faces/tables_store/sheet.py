"""Facts as CSV for spreadsheets: one row a fact, no cell that a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING, Any

from arnlp.faces.tables_store.places import new_file
from arnlp.faces.tables_store.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from arnlp.faces.tables_store.schema import Kind
    from arnlp.model.release import Release

BETWEEN = "; "  # of several texts in a cell
_OF_DOCUMENT = ("source", "title", "published", "country", "language")
# Offsets and ids of entities are for programs; the evidence keeps its place.
_LEFT_OUT = re.compile("(?<!^evidence)_(start|end|entity_id|exact)$")
_MOST = 32_767  # characters that a cell may have in Excel
# What begins a formula, also after what may part cells where lists are parted by semicolons.
_FORMULA = re.compile("(^|[;\t|])([ \t\r\n\xa0]*[=+@\\-\uff1d\uff0b\uff20\uff0d]|[\t\r])")


def sheet_kinds() -> dict[str, Kind]:
    """Return the columns of the sheet with what they hold; texts in a list share a cell.

    >>> list(sheet_kinds())[:4], "evidence_start" in sheet_kinds(), "measure_start" in sheet_kinds()
    (['document_id', 'document_source', 'title', 'published'], True, False)
    """
    documents, facts = TABLES["documents"].kinds, TABLES["facts"].kinds
    kinds: dict[str, Kind] = {"document_id": "text"}
    for name in _OF_DOCUMENT:
        kinds[f"document_{name}" if name in facts else name] = documents[name]
    for name, kind in facts.items():
        if not _LEFT_OUT.search(name):
            kinds[name] = "text" if kind == "texts" else kind
    return kinds


def write_csv(target: Path, releases: Iterable[Release]) -> dict[str, int]:
    """Write the facts of releases as CSV with a byte-order mark, and return how many there are."""
    documents, facts = TABLES["documents"], TABLES["facts"]
    of_document = [column for column in documents.columns if column.name in _OF_DOCUMENT]
    of_document.sort(key=lambda column: _OF_DOCUMENT.index(column.name))
    of_fact = [column for column in facts.columns if not _LEFT_OUT.search(column.name)]
    count = 0
    with (
        new_file(target) as path,
        path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file,
    ):
        sheet = csv.writer(file)
        sheet.writerow(sheet_kinds())
        for release in releases:
            head = [column.get(release.document) for column in of_document]
            for (document_id, fact_id), fact in facts.rows(release):
                row = [document_id, *head, fact_id, *(column.get(fact) for column in of_fact)]
                sheet.writerow(map(cell, row))
                count += 1
    return {"facts": count}


def cell(value: Any) -> Any:
    """Return a value as a spreadsheet may hold it: texts that would be formulas begin with '.

    >>> cell("=HYPERLINK(1)"), cell("a; =1"), cell(-5.0), cell("62 ports"), cell(["a", "b"])
    ("'=HYPERLINK(1)", "a;' =1", -5, '62 ports', 'a; b')
    """
    if isinstance(value, list):
        value = BETWEEN.join("" if part is None else str(part) for part in value)
    if isinstance(value, str):
        text = _FORMULA.sub(r"\1'\2", value.replace("\0", ""))
        return text if len(text) <= _MOST else text[: _MOST - 1] + "…"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    return value
