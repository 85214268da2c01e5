"""Show what a change of the rules does to real texts: keep the mentions before and after, then compare.

    python tests/benchmarks/changes.py keep FOLDER_OF_TEXTS FILE [--every N] [--jobs N] [--match PART]
    python tests/benchmarks/changes.py show BEFORE AFTER [--sample N] [--seed N]

``keep`` extracts every Nth text of the folder's ``*.jsonl.xz`` files (objects with ``text`` and
``date``; ``--match`` keeps the files whose names have that part) and writes one JSON line a text:
its country, warnings, quantities and dates, each with the words around it. ``show`` prints how many
there are of each before and after, and a sample of the changes, the same for the same seed.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from digest import Sample, texts_of

import arnlp

_AROUND = 70
_KINDS = ("quantities", "dates", "warnings", "country")


def _brief(mention: dict[str, Any], text: str) -> dict[str, Any]:
    start, end = mention["start"], mention["end"]
    around = (
        f"{text[max(0, start - _AROUND) : start]}[{text[start:end]}]{text[end : end + _AROUND]}"
    )
    told = {k: v for k, v in mention.items() if v is not None and k not in ("start", "end", "text")}
    return {"at": [start, end], "told": told, "around": " ".join(around.split())}


def _kept(sample: Sample) -> str:
    release = arnlp.extract(
        sample.text, published=sample.published, source=sample.name, entities="rules"
    )
    whole = json.loads(release.model_dump_json())
    return json.dumps(
        {
            "name": sample.name,
            "country": [{"told": whole["document"]["country"]}],
            "warnings": [{"told": w} for w in whole["warnings"]],
            "quantities": [_brief(q, sample.text) for q in whole["quantities"]],
            "dates": [_brief(d, sample.text) for d in whole["dates"]],
        },
        ensure_ascii=False,
    )


def keep(folder: Path, file: Path, every: int, jobs: int, match: str) -> None:
    """Write what is found in every so many texts of a folder to a file, one JSON line a text."""
    samples = list(texts_of(folder, match))[::every]
    with Pool(jobs) as pool, file.open("w", encoding="utf-8") as out:
        for line in pool.imap(_kept, samples, chunksize=16):
            out.write(line + "\n")


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def show(before: Path, after: Path, sample: int, seed: int) -> None:
    """Print the counts before and after, and a sample of the mentions that came, went or changed."""
    counts = {"before": Counter[str](), "after": Counter[str]()}
    changes: list[tuple[str, str, list[dict[str, Any]], list[dict[str, Any]]]] = []
    for old, new in zip(_rows(before), _rows(after), strict=True):
        if old["name"] != new["name"]:
            raise SystemExit(f"{old['name']} stands beside {new['name']}: keep both alike")
        for kind in _KINDS:
            counts["before"][kind] += len(old[kind])
            counts["after"][kind] += len(new[kind])
            was, now = ({json.dumps(m, sort_keys=True): m for m in r[kind]} for r in (old, new))
            gone = [m for key, m in was.items() if key not in now]
            came = [m for key, m in now.items() if key not in was]
            changes += _parted(old["name"], kind, gone, came)
    for kind in _KINDS:
        changed = sum(1 for c in changes if c[1] == kind)
        print(f"{kind}: {counts['before'][kind]} -> {counts['after'][kind]}, {changed} changes")
    picked = random.Random(seed).sample(changes, min(sample, len(changes)))
    for name, kind, gone, came in picked:
        print(f"\n{name} {kind}")
        for sign, mentions in (("-", gone), ("+", came)):
            for m in mentions:
                print(
                    f"  {sign} {json.dumps(m['told'], ensure_ascii=False)}  {m.get('around', '')}"
                )


def _parted(
    name: str, kind: str, gone: list[dict[str, Any]], came: list[dict[str, Any]]
) -> Iterator[tuple[str, str, list[dict[str, Any]], list[dict[str, Any]]]]:
    """Give changes of one text place by place, so that each says what became of some words."""
    marked = sorted(
        [(m.get("at", [0, 1]), 0, m) for m in gone] + [(m.get("at", [0, 1]), 1, m) for m in came],
        key=lambda row: (row[0], row[1]),
    )
    group: list[tuple[list[int], int, dict[str, Any]]] = []
    for row in [*marked, None]:
        if group and (row is None or row[0][0] >= max(r[0][1] for r in group)):
            yield name, kind, [r[2] for r in group if not r[1]], [r[2] for r in group if r[1]]
            group = []
        if row is not None:
            group.append(row)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    commands = parser.add_subparsers(dest="command", required=True)
    kept = commands.add_parser("keep")
    kept.add_argument("folder", type=Path)
    kept.add_argument("file", type=Path)
    kept.add_argument("--every", type=int, default=1)
    kept.add_argument("--jobs", type=int, default=2)
    kept.add_argument("--match", default="")
    shown = commands.add_parser("show")
    shown.add_argument("before", type=Path)
    shown.add_argument("after", type=Path)
    shown.add_argument("--sample", type=int, default=50)
    shown.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    if options.command == "keep":
        keep(options.folder, options.file, options.every, options.jobs, options.match)
    else:
        show(options.before, options.after, options.sample, options.seed)


if __name__ == "__main__":
    main()
