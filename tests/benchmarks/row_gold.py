"""Gold rows of figures, with the words of their texts put back.

``tests/real/rows/*.jsonl`` hold offsets, values and no words; the texts are those of a folder of
``*.jsonl.xz`` files (objects with ``text``). A text is taken by its file and row, and refused where
its SHA-256 is another.
"""

from __future__ import annotations

import hashlib
import json
import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from arnlp.faces.likeness import overlap

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "real" / "rows"
Item = dict[str, Any]


class Annotated(NamedTuple):
    """A text, what extraction is told of it, and its gold rows (facts with the keys of schema 2.0)."""

    name: str
    language: str
    text: str
    published: str | None
    country: str | None
    rows: list[Item]


def annotated(texts: Path, readings: str = "rows") -> Iterator[Annotated]:
    """Yield the annotated texts of a folder; ``readings`` is "rows", or "second" for second readers."""
    wanted: dict[str, dict[int, Item]] = {}
    with (FOLDER / f"{readings}.jsonl").open(encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            wanted.setdefault(line["file"], {})[line["row"]] = line
    for file, places in wanted.items():
        with lzma.open(texts / file, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number in places:
                    gold = places[number]
                    text = json.loads(line)["text"]
                    if hashlib.sha256(text.encode("utf-8")).hexdigest() != gold["sha256"]:
                        raise ValueError(f"{file}, row {number}: another text")
                    yield Annotated(
                        gold["name"], file[:2], text, gold["published"], gold["country"],
                        worded(gold["rows"], text),
                    )  # fmt: skip


def all_annotated(texts: Path) -> Iterator[Annotated]:
    """Yield all texts that are learnt from: those of a folder and the releases of corpora."""
    yield from annotated(texts)
    yield from of_corpora(ROOT / "corpora")


def rows_of_place(text: Annotated, quantity: Any) -> Iterator[tuple[int, Item, Item]]:
    """Yield the gold rows that have a quantity as evidence: number, row, and the amount of the quantity; values without signs."""
    place = {"start": quantity.start, "end": quantity.end}
    amount = {"value": abs(float(quantity.value)), "unit": quantity.unit, "per": quantity.per}
    for number, row in enumerate(text.rows):
        if any(overlap(place, span) for span in row["evidence"]):
            yield number, {**row, "value": abs(row["value"])}, amount


def worded(value: Any, text: str) -> Any:
    """Return gold with the words of each span beside its offsets."""
    if isinstance(value, list):
        return [worded(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    filled = {key: worded(item, text) for key, item in value.items()}
    return {**filled, "text": text[value["start"] : value["end"]]} if "start" in value else filled


def of_corpora(folder: Path) -> Iterator[Annotated]:
    """Yield the releases of corpora that have gold rows."""
    for path in sorted(folder.glob("*/*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        if "rows" in gold:
            name = path.name.removesuffix(".gold.json")
            text = path.with_name(f"{name}.txt").read_text("utf-8")
            yield Annotated(
                name, path.parent.name, text, gold["published"], gold["country"], gold["rows"]
            )


def of_real(folder: Path) -> Iterator[Annotated]:
    """Yield real releases with gold of a few fields, previous figures as rows like any other."""
    for path in sorted(folder.glob("*.gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        name = path.name.removesuffix(".gold.json")
        text = path.with_name(f"{name}.txt").read_text("utf-8")
        rows = [
            {
                **fact,
                "period": {key: fact[key] for key in ("from_date", "to_date")},
                "scored": ["measure", "subject", "period", "direction"],
            }
            for fact in gold["facts"]
            if isinstance(fact["value"], int | float)
        ]
        language = "en" if name.startswith("sen") else "ar"
        yield Annotated(name, language, text, gold["published"], gold["country"], rows)


def fold_of(name: str, folds: int) -> int:
    """Return the fold of a text."""
    return int(hashlib.md5(name.encode()).hexdigest(), 16) % folds


def unread(name: str) -> bool:
    """Tell whether a text is of the third that the reader of arguments did not learn from."""
    return fold_of(name, 3) == 0
