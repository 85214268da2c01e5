"""Digest all that arnlp puts out, so that a change meant to keep the output can be seen to keep it.

    python tests/benchmarks/digest.py [FOLDER_OF_TEXTS] [--jobs N] [--keep FILE]

It extracts the releases of ``corpora/``, every string of ``tests/cases`` and, where a folder is
named, the texts of its ``*.jsonl.xz`` files (objects with ``text`` and ``date``), each with
``entities`` "model" and "rules", and prints one SHA-256 for each. ``--keep`` writes the digest of
every text beside its name, so that ``diff`` of two such files tells which texts changed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any, NamedTuple

import arnlp

ROOT = Path(__file__).parents[2]
_CASES_PUBLISHED = "2024-10-15"


class Sample(NamedTuple):
    """One text to extract, with its name and the day that it was published."""

    name: str
    text: str
    published: str | None


def _corpora() -> Iterator[Sample]:
    for path in sorted((ROOT / "corpora").glob("*/*.txt")):
        yield Sample(path.stem, path.read_text("utf-8"), None)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


def _cases() -> Iterator[Sample]:
    for path in sorted((ROOT / "tests" / "cases").glob("*.toml")):
        for k, text in enumerate(_strings(tomllib.loads(path.read_text("utf-8")))):
            yield Sample(f"{path.stem}:{k}", text, _CASES_PUBLISHED)
            yield Sample(f"{path.stem}:{k}:undated", text, None)


def texts_of(folder: Path, match: str = "") -> Iterator[Sample]:
    """Give the texts of a folder's ``*.jsonl.xz`` files whose names have ``match`` in them."""
    for path in sorted(p for p in folder.glob("*.jsonl.xz") if match in p.name):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for k, line in enumerate(lines):
                row = json.loads(line)
                yield Sample(f"{path.name}:{k}", row["text"], _day(row.get("date")))


def _day(value: str | None) -> str | None:
    """Return the day of an ISO date, None where it is none."""
    try:
        return date.fromisoformat(value[:10]).isoformat() if value else None
    except ValueError:
        return None


def _digest(sample: Sample, entities: str) -> str:
    release = arnlp.extract(
        sample.text, published=sample.published, source=sample.name, entities=entities
    )
    return hashlib.sha256(release.model_dump_json().encode("utf-8")).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    lots = {"corpora": list(_corpora()), "tests/cases": list(_cases())}
    if options.folder is not None:
        lots["texts"] = list(texts_of(options.folder))
    kept: list[str] = []
    with Pool(options.jobs) as pool:
        for lot, samples in lots.items():
            for entities in ("model", "rules"):
                digests = pool.map(partial(_digest, entities=entities), samples, chunksize=32)
                whole = hashlib.sha256("\n".join(digests).encode("ascii")).hexdigest()
                print(f"{lot} ({len(samples)} texts, {entities}): {whole}", flush=True)
                kept += [f"{s.name} {entities} {d}" for s, d in zip(samples, digests, strict=True)]
    if options.keep is not None:
        options.keep.write_text("\n".join(kept) + "\n", "utf-8")


if __name__ == "__main__":
    main()
