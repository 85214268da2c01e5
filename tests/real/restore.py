"""Put the words back into the gold of real releases: python tests/real/restore.py TEXTS OUT

TEXTS holds NAME.txt for each row of SOURCES.tsv, as README.md tells; a text whose SHA-256 differs is
refused. OUT gets the texts and NAME.gold.json beside them.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


def filled(value: Any, text: str) -> Any:
    """Return a part of the gold with its words: an offset pair, a literal, a span, or what holds them."""
    if isinstance(value, list):
        return [filled(item, text) for item in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"at"}:
        return text[value["at"][0] : value["at"][1]]
    if set(value) == {"lit"}:
        return value["lit"]
    return {
        key: text[value["start"] : value["end"]]
        if key == "text" and item is True
        else filled(item, text)
        for key, item in value.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("texts", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    refused = 0
    with (HERE / "SOURCES.tsv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE):
            path = options.texts / f"{row['name']}.txt"
            raw = path.read_bytes() if path.exists() else None
            if raw is None or hashlib.sha256(raw).hexdigest() != row["sha256"]:
                print(f"{path}: {'missing' if raw is None else 'another text'}", file=sys.stderr)
                refused += 1
                continue
            offsets = json.loads((HERE / f"{row['name']}.offsets.json").read_text("utf-8"))
            gold = json.dumps(filled(offsets, raw.decode("utf-8")), ensure_ascii=False, indent=1)
            (options.out / path.name).write_bytes(raw)
            (options.out / f"{row['name']}.gold.json").write_text(gold + "\n", "utf-8")
    sys.exit(1 if refused else 0)


if __name__ == "__main__":
    main()
