"""Score rows of figures, field by field and whole, against gold: all fields of every figure of a text.

    python tests/benchmarks/rows.py [NAME...] [--gold rows|corpora|real] [--lang ar|en] [--errors]
    python tests/benchmarks/rows.py --agreement

``rows`` are the texts of ``tests/real/rows`` (their words come from ``--texts``), ``corpora`` the
releases of ``corpora/`` that have gold rows, ``real`` those of a folder with gold of a few fields.
``--agreement`` scores the second readers against the first. ``--errors`` prints each row that is not
wholly right: the words around the figure, the gold, what was found. How rows are compared is told in
``arnlp/faces/rows.py``. Intervals hold 90% of resamplings of the texts.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any, NamedTuple

from row_gold import ROOT, Annotated, annotated, of_corpora, of_real

import arnlp
from arnlp.faces.likeness import words_of
from arnlp.faces.rows import (
    ARGUMENTS,
    FIELDS,
    Match,
    Pair,
    match,
    rows_of,
    strictly,
    whole,
)

SHARED = ROOT.parent / "shared"
SURE = 0.9
_AROUND = 110
Item = dict[str, Any]


class Scored(NamedTuple):
    """A text with its figures: found, missed, spurious."""

    text: Annotated
    match: Match


def found_in(text: Annotated, entities: str, blind: bool) -> list[Item]:
    """Return the rows that arnlp finds in a text."""
    country = None if blind else text.country
    release = arnlp.extract(text.text, published=text.published, country=country, entities=entities)
    data = release.model_dump(mode="json")
    return rows_of(data["facts"], data["dates"])


def scored(text: Annotated, entities: str = "model", blind: bool = False) -> Scored:
    """Match what arnlp finds in a text with its gold."""
    return Scored(text, match(rows_of(text.rows), found_in(text, entities, blind)))


def agreement(texts: Path) -> list[Scored]:
    """Match the rows of second readers with those of the first."""
    first = {text.name: text for text in annotated(texts)}
    return [
        Scored(first[text.name], match(rows_of(first[text.name].rows), rows_of(text.rows)))
        for text in annotated(texts, "second")
    ]


# -- figures of a set of texts ----------------------------------------------------------------


def ratio(right: int, given: int, wanted: int) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    p, r = right / given if given else 1.0, right / wanted if wanted else 1.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


Counts = tuple[int, int, int]  # right, given, wanted, of one text


def figures(scored: Scored) -> Counts:
    """Return how well the figures of a text are found."""
    return _counts(scored, lambda pair: True)


def whole_rows(scored: Scored) -> Counts:
    """Return how many rows are wholly right, what figures are compared with as rows of their own."""
    return _counts(scored, whole)


def strict_rows(scored: Scored) -> Counts:
    """Return how many rows have every field right, in the same words; previous is a field of them."""
    return _counts(scored, strictly, own=True)


def _counts(scored: Scored, right: Callable[[Pair], bool], own: bool = False) -> Counts:
    pairs, missed, spurious = scored.match
    gold = [*(pair.gold for pair in pairs), *missed]
    found = [*(pair.found for pair in pairs), *spurious]
    return (
        sum(right(pair) for pair in pairs if not (own and pair.gold["of_previous"])),
        sum(not (own and row["of_previous"]) for row in found),
        sum(not (own and row["of_previous"]) for row in gold),
    )


def over(counts: Iterable[Counts]) -> tuple[float, float, float]:
    """Return precision, recall and F1 over texts."""
    right, given, wanted = (sum(part) for part in zip(*counts, strict=True))
    return ratio(right, given, wanted)


def interval(counts: Sequence[Counts], times: int = 400) -> tuple[float, float]:
    """Return between what the F1 stands in 90% of resamplings of the texts."""
    chance = random.Random(0)
    seen = sorted(over(chance.choices(counts, k=len(counts)))[-1] for _ in range(times))
    return seen[int(0.05 * times)], seen[int(0.95 * times) - 1]


def sure(lot: Sequence[Scored], floor: float = SURE) -> tuple[int, int, int]:
    """Return how many rows there are, how many of them are sure, how many of those wholly right."""
    rows = [
        (row["confidence"], pair is not None and whole(pair))
        for _, (pairs, _, spurious) in lot
        for row, pair in [*((p.found, p) for p in pairs), *((row, None) for row in spurious)]
        if not row["of_previous"] and "confidence" in row
    ]
    high = [right for confidence, right in rows if confidence >= floor]
    return len(rows), len(high), sum(high)


# -- printing -------------------------------------------------------------------------------------


def report(title: str, lot: Sequence[Scored]) -> None:
    """Print the figures of a set of texts."""
    pairs = [pair for _, m in lot for pair in m.pairs]
    wanted = len(pairs) + sum(len(m.missed) for _, m in lot)
    given = len(pairs) + sum(len(m.spurious) for _, m in lot)
    print(f"\n{title}: {len(lot)} texts, {wanted} rows wanted, {given} given")
    for name, figure in (
        ("figures found", figures), ("whole rows", whole_rows), ("strict rows", strict_rows),
    ):  # fmt: skip
        counts = [figure(text) for text in lot]
        (p, r, f), (low, high) = over(counts), interval(counts)
        print(f"  {name:<14} P {p:.3f}  R {r:.3f}  F1 {f:.3f}  (90%: {low:.3f} to {high:.3f})")
    print(f"  {'':<14} {'acc':>6} {'P':>6} {'R':>6}   right wrong missing spurious null")
    for field in FIELDS:
        told = Counter(pair.verdicts[field] for pair in pairs if field in pair.verdicts)
        if total := told.total():
            right = told["right"]
            p, r, _ = ratio(right, right + told["wrong"] + told["spurious"], right + told["wrong"] + told["missing"])  # fmt: skip
            counts = f"{right:>7} {told['wrong']:>5} {told['missing']:>7} {told['spurious']:>8} {told['null']:>4}"
            print(
                f"  {field:<14} {(right + told['null']) / total:>6.2f} {p:>6.2f} {r:>6.2f} {counts}"
            )
    rows, high, right = sure(lot)
    if rows:
        share = f", {right / high:.2f}" if high else ""
        print(f"  at confidence {SURE} or more: {high} of {rows} rows, {right} wholly right{share}")


def errors(lot: Iterable[Scored]) -> None:
    """Print every row that is not wholly right beside what was found."""
    for (name, _, text, *_), (pairs, missed, spurious) in lot:
        for pair in pairs:
            if not whole(pair):
                wrong = [f"{k} {v}" for k, v in pair.verdicts.items() if v not in ("right", "null")]
                print(f"\n{name}: {', '.join(wrong)}\n  {_around(pair.gold, text)}")
                print(f"  gold  {_told(pair.gold)}\n  found {_told(pair.found)}")
        for row in missed:
            print(f"\n{name}: missed\n  {_around(row, text)}\n  gold  {_told(row)}")
        for row in spurious:
            print(f"\n{name}: spurious\n  {_around(row, text)}\n  found {_told(row)}")


def _around(row: Item, text: str) -> str:
    span = row.get("figure") or row["evidence"][0]
    start, end = span["start"], span["end"]
    around = (
        f"{text[max(0, start - _AROUND) : start]}[{text[start:end]}]{text[end : end + _AROUND]}"
    )
    return " ".join(around.split())


def _told(row: Item) -> str:
    value = f"{row['value']:g}" + (f"-{row['value_max']:g}" if row.get("value_max") else "")
    parts = [f"{row['type']} {value} {row.get('unit') or ''}".strip()]
    parts += [f"{key}: {words_of(row[key])}" for key in ARGUMENTS if row.get(key)]
    if row.get("days"):
        parts.append("period: " + "..".join(day or "" for day in row["days"]))
    parts += [f"{key}: {row[key]}" for key in ("direction", "relation") if row.get(key)]
    parts += [
        row[k] for k in ("modality", "bound") if row.get(k) not in (None, "asserted", "exact")
    ]
    if row.get("previous"):
        parts.append(f"previous: {row['previous'].get('text') or row['previous'].get('value')}")
    return " | ".join([*parts, "(what another is compared with)"] if row["of_previous"] else parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("names", nargs="*", help="only these texts")
    parser.add_argument("--gold", choices=("rows", "corpora", "real"), default="rows")
    parser.add_argument("--texts", type=Path, help="folder of the texts or of the real releases")
    parser.add_argument("--lang", choices=("ar", "en"))
    parser.add_argument("--agreement", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--entities", choices=("model", "rules"), default="model")
    parser.add_argument("--no-country", action="store_true", help="leave the country to be told")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    texts = options.texts or SHARED / "texts"
    if options.agreement:
        lot = agreement(texts)
    else:
        gold = {
            "rows": lambda: annotated(texts),
            "corpora": lambda: of_corpora(ROOT / "corpora"),
            "real": lambda: of_real(options.texts or SHARED / "real"),
        }[options.gold]()
        wanted = [t for t in gold if not options.names or t.name in options.names]
        with Pool(options.jobs) as pool:
            score = partial(scored, entities=options.entities, blind=options.no_country)
            lot = pool.map(score, wanted, chunksize=4)
    lot = [s for s in lot if options.lang in (None, s.text.language)]
    if options.errors:
        errors(lot)
    languages = {s.text.language for s in lot}
    for language in sorted(languages):
        report(language, [s for s in lot if s.text.language == language])
    if len(languages) > 1:
        report("both", lot)


if __name__ == "__main__":
    main()
