"""How well ``arnlp.compare`` finds planted differences, and how often it raises an alarm without one.

    tests/benchmarks/compare.py [--pairs ../shared/pairs/ntrex-dev.jsonl] [--half 0|1] [--errors]

The pairs are those of ``tests/cases/pairs`` and, where they are given, documents with their human
translation (``--half`` takes every second of them). Each kind of difference is planted in one pair
after the other until there are as many as ``WANTED``; untouched pairs tell the alarms.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plants import Plant, plant

import arnlp

ROOT = Path(__file__).parents[2]
OWN = ROOT / "tests/cases/pairs"
WANTED = {"figure": 80, "scale": 30, "currency": 30, "day": 40, "month": 30, "sentence": 45, "name": 45}  # fmt: skip
_FIGURES = ("number", "money", "percent", "date")


class Pair(NamedTuple):
    """Two texts that say the same."""

    name: str
    ar: str
    en: str


def own_pairs() -> list[Pair]:
    """Return the pairs of the case files."""
    return [
        Pair(path.name.removesuffix(".ar.txt"), path.read_text("utf-8"), path.with_name(path.name.replace(".ar.", ".en.")).read_text("utf-8"))
        for path in sorted(OWN.glob("*.ar.txt"))
    ]  # fmt: skip


def other_pairs(path: Path, half: int | None = None) -> list[Pair]:
    """Return documents with their translation: all, or every second one."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [Pair(row["id"], row["ar"], row["en"]) for row in (rows if half is None else rows[half::2])]  # fmt: skip


def planted(
    pairs: list[Pair], wanted: dict[str, int], seed: int = 7
) -> Iterator[tuple[str, Plant]]:
    """Yield plants from one pair after the other, until there are enough of each kind."""
    for kind, count in wanted.items():
        queues = [(pair.name, plant(pair.ar, pair.en, kind, seed)) for pair in pairs]
        while count and queues:
            left = []
            for name, queue in queues:
                made = next(queue, None)
                if made is None or not count:
                    continue
                count -= 1
                yield name, made
                left.append((name, queue))
            queues = left


def is_found(made: Plant) -> bool:
    """Tell whether a difference is shown where one was planted."""
    for finding in arnlp.compare(made.ar, made.en).differences:
        evidence = finding.ar if made.at == "ar" else finding.en
        if evidence is None or (finding.kind == "sentence") != (made.kind == "sentence"):
            continue
        if finding.kind == "sentence" and finding.missing_in == made.at:
            continue
        if evidence.start < made.end and made.start < evidence.end:
            return True
    return False


def alarms(pair: Pair) -> list[arnlp.Finding]:
    """Return what is shown of a pair that says the same."""
    return arnlp.compare(pair.ar, pair.en).differences


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--half", type=int)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--scale", type=float, default=1.0, help="of how many plants there are")
    args = parser.parse_args()
    sets = {"own releases": own_pairs()}
    if args.pairs:
        sets["translated news"] = other_pairs(args.pairs, args.half)
    for name, pairs in sets.items():
        shown = [(pair.name, finding) for pair in pairs for finding in alarms(pair)]
        figures = sum(finding.kind in _FIGURES for _, finding in shown)
        print(f"{name}: {len(pairs)} pairs, alarms {len(shown) / max(1, len(pairs)):.2f} a pair, of figures and dates {figures / max(1, len(pairs)):.2f}")  # fmt: skip
        if args.errors:
            for where, finding in shown:
                print("  ALARM", where, finding.status, finding.kind, finding.note, "|", finding.ar and finding.ar.text[:200], "|", finding.en and finding.en.text[:200])  # fmt: skip
    wanted = {kind: round(count * args.scale) for kind, count in WANTED.items()}
    found, made = Counter[str](), Counter[str]()
    for where, one in planted([pair for pairs in sets.values() for pair in pairs], wanted):
        made[one.kind] += 1
        if is_found(one):
            found[one.kind] += 1
        elif args.errors:
            text = one.ar if one.at == "ar" else one.en
            print("  NOT FOUND", where, one.kind, one.side, repr(one.was[:80]), "->", repr(one.now), "in", text[max(0, one.start - 60) : one.end + 60].replace("\n", " / "))  # fmt: skip
    print(f"{'planted':10} found of")
    for kind in WANTED:
        print(f"{kind:10} {found[kind] / max(1, made[kind]):.2f}  {made[kind]}")
    print(f"{'all':10} {found.total() / max(1, made.total()):.2f}  {made.total()}")


if __name__ == "__main__":
    main()
