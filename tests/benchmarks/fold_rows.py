"""Turn rows as readers write them (words of the text) into gold rows with offsets.

    python tests/benchmarks/fold_rows.py real TEXTS CHOSEN OUT READINGS...
    python tests/benchmarks/fold_rows.py corpora READINGS [--texts FOLDER --meta FILE]

A reading is a folder of NAME.json, each a list of rows in the form of tests/real/rows/README.md.
``real`` writes one JSON line a text, without its words: CHOSEN is a JSON list of ``name``, ``row``,
``country``, ``date``, ``sha256``, TEXTS the folder of ``*.jsonl.xz`` files; of texts that two folders
hold the first is taken. ``corpora`` adds ``rows`` to the gold of corpora; a release that is not there
yet is brought in from the folder of texts; FILE (JSON: name to ``published``, ``country`` and
perhaps ``split``) says what extraction is told of it.
Rows whose words are not in the text are refused.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from row_gold import ROOT, worded

Item = dict[str, Any]
ARGUMENTS = ("measure", "subject", "group", "place", "source")
PLAIN = ("type", "value", "value_max", "unit", "bound", "direction", "relation", "modality")
_UNITS = {
    "bbl": "[bbl_us]", "bbl/d": "[bbl_us]/d", "[mi_i]2": "[smi_us]", "mi2": "[smi_us]", "q": "{quintal}", "quintal": "{quintal}", "ft2": "[sft_i]", "feddan": "{feddan}",
    "dunam": "{dunam}", "rank": None, "points": None, "point": None,
}  # fmt: skip


def resolved(rows: list[Item], text: str, say: Callable[[str], None]) -> list[Item]:
    """Return rows with offsets for words; ``say`` is told what does not stand in the text.

    What readers write in two ways is made one: codes of units, a level that rose as a change, a
    target as planned.
    """
    done = []
    for number, row in enumerate(rows):
        at = text.find(row["near"])
        inside = row["near"].find(row["figure"])
        if at < 0 or inside < 0 or text.count(row["near"]) > 1:
            say(f"row {number}: {row['figure']} has no one place")
            continue
        clause = (at, at + len(row["near"]))
        start = at + inside
        gold: Item = {"type": row["type"], "value": row["value"]}
        gold |= {key: row[key] for key in PLAIN if row.get(key) is not None}
        gold |= {key: _whole(gold[key]) for key in ("value", "value_max") if key in gold}
        gold["unit"] = _unit(row.get("unit"))
        if gold["type"] == "statistic" and "direction" in gold:
            gold["type"] = "change"
        if gold["type"] == "target":
            gold.setdefault("modality", "planned")
        gold["figure"] = {"start": start, "end": start + len(row["figure"])}
        for key in ARGUMENTS:
            if row.get(key):
                span = _place(row[key], text, clause, start)
                if span is None:
                    say(f"row {number}: {key} is not in the text")
                gold[key] = span
        gold["period"] = _period(row, text, clause, start)
        if row.get("previous"):
            gold["previous"] = _previous(row["previous"], row.get("unit"), text, clause, start)
        repeats = [text.find(words) for words in row.get("also", ())]
        gold["evidence"] = [{"start": clause[0], "end": clause[1]}] + [
            {"start": k, "end": k + len(w)}
            for k, w in zip(repeats, row.get("also", ()), strict=True)
        ]
        done.append(
            {key: value for key, value in gold.items() if value is not None or key == "unit"}
        )
    return sorted(done, key=lambda gold: gold["figure"]["start"])


def _whole(value: float | None) -> float | None:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _unit(unit: str | None) -> str | None:
    return _UNITS.get(unit, unit) if unit else None


def _place(words: str | Item, text: str, clause: tuple[int, int], figure: int) -> Item | None:
    """Return where words stand: in the clause, else the nearest before the figure, else the first."""
    if isinstance(words, dict):
        around = text.find(words["in"])
        inside = words["in"].find(words["t"])
        if around < 0 or inside < 0:
            return None
        start, words = around + inside, words["t"]
    else:
        places = [m.start() for m in re.finditer(re.escape(words), text)]
        near = [k for k in places if clause[0] <= k < clause[1]]
        before = [k for k in places if k < figure]
        start = next(iter(near or before[-1:] or places), -1)
        if start < 0:
            return None
    return {"start": start, "end": start + len(words)}


def _period(row: Item, text: str, clause: tuple[int, int], figure: int) -> Item | None:
    first, last, when = row.get("from"), row.get("to"), row.get("when")
    if not (first or last or when):
        return None
    span = (when and _place(when, text, clause, figure)) or {}
    return {"from_date": first, "to_date": last, **span}


def _previous(was: Item, unit: str | None, text: str, clause: tuple[int, int], figure: int) -> Item:
    gold: Item = {"value": _whole(was.get("value")), "unit": None}
    if was.get("value") is not None:
        gold["unit"] = _unit(was.get("unit", unit))
    if was.get("text"):
        gold |= _place(was["text"], text, clause, figure) or {}
    gold["period"] = _period(was, text, clause, figure)
    return gold


def real(options: argparse.Namespace) -> None:
    """Write the rows of real texts as JSON lines without words."""
    import lzma

    chosen = {text["name"]: text for text in json.loads(options.chosen.read_text("utf-8"))}
    readings: dict[str, Path] = {}
    for folder in options.readings:
        for path in sorted(folder.glob("*.json")):
            readings.setdefault(path.stem, path)
    lines = []
    for file in sorted(options.texts.glob("*.jsonl.xz")):
        language = file.name[:2]
        wanted = {chosen[n]["row"]: chosen[n] for n in readings if n.startswith(language)}
        with lzma.open(file, "rt", encoding="utf-8") as rows:
            for number, row in enumerate(rows):
                if number in wanted:
                    known, text = wanted[number], json.loads(row)["text"]
                    name = known["name"]
                    path = readings[name]
                    gold = resolved(
                        json.loads(path.read_text("utf-8")), text,
                        lambda problem, name=name: print(f"{name}, {problem}", file=sys.stderr),
                    )  # fmt: skip
                    lines.append(
                        {"name": name, "file": file.name, "row": number, "sha256": known["sha256"],
                         "published": known["date"], "country": known["country"],
                         "reader": path.parent.name, "rows": gold}
                    )  # fmt: skip
    options.out.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")


def corpora(options: argparse.Namespace) -> None:
    """Add rows to the gold of corpora, bringing in the texts that are new."""
    for path in sorted(options.readings.glob("*.json")):
        home = next(iter((ROOT / "corpora").glob(f"*/{path.stem}.txt")), None)
        if home is None and options.texts is not None:
            known = json.loads(options.meta.read_text("utf-8"))[path.stem]
            home = _brought_in(path.stem, options.texts, known)
        if home is None:
            print(f"{path.stem}: no text", file=sys.stderr)
            continue
        problems: list[str] = []
        text = home.read_text("utf-8")
        rows = resolved(json.loads(path.read_text("utf-8")), text, problems.append)
        for problem in problems:
            print(f"{path.stem}, {problem}", file=sys.stderr)
        gold = home.with_suffix(".gold.json")
        gold.write_text(_with_rows(gold.read_text("utf-8"), worded(rows, text)), "utf-8")


def _brought_in(name: str, texts: Path, known: Item) -> Path:
    """Copy a new release into corpora, with gold that has only what extraction is told."""
    language = "en" if name.endswith("-en") else "ar"
    home = ROOT / "corpora" / language / f"{name}.txt"
    home.write_text((texts / home.name).read_text("utf-8"), "utf-8")
    told = {"published": known["published"], "country": known["country"], "pair": None, "split": known.get("split", "heldout")}  # fmt: skip
    lines = ",\n".join(f" {json.dumps(key)}: {json.dumps(value)}" for key, value in told.items())
    home.with_suffix(".gold.json").write_text("{\n" + lines + "\n}\n", "utf-8")
    return home


def _with_rows(gold: str, rows: list[Item]) -> str:
    """Return the JSON of gold with rows as its last key, the rest as it stood."""
    before = re.split(r',\n "rows": \[', gold)[0].removesuffix("\n}\n")
    items = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows)
    return before + ',\n "rows": [' + (f"\n{items}\n ]" if items else "]") + "\n}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    commands = parser.add_subparsers(dest="command", required=True)
    first = commands.add_parser("real")
    first.add_argument("texts", type=Path)
    first.add_argument("chosen", type=Path)
    first.add_argument("out", type=Path)
    first.add_argument("readings", type=Path, nargs="+")
    first.set_defaults(run=real)
    second = commands.add_parser("corpora")
    second.add_argument("readings", type=Path)
    second.add_argument("--texts", type=Path)
    second.add_argument("--meta", type=Path)
    second.set_defaults(run=corpora)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
