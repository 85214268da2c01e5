"""Learn which word, if any, moved a figure, from gold rows: ``arnlp/facts/move_weights.tsv``.

    python tests/generate/learn_moves.py [--texts FOLDER] [--write]

Needs scipy. A case is a figure that a gold row has as evidence and around which words rise or fall; its right
options are those of the direction and relation of gold, or none. A log-linear model over the features of
:class:`arnlp.facts.open_moves.OpenMoves` is fitted with L-BFGS, figures that the rules give a move with half
the weight. Printed is, by language, what a model of two thirds of the texts adds on the others. ``--write``
writes the weights that are learnt from all.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from arnlp.faces.likeness import same_amount
from arnlp.facts.alike_moves import beside
from arnlp.facts.analysis import Analysis
from arnlp.facts.figures import figures_among, sentences_of
from arnlp.facts.open_moves import OpenMoves, Option, changes_of, likeliest, may_be_moved, none_of
from arnlp.pipeline import _journey

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from row_gold import ROOT, Annotated, all_annotated, rows_of_place, unread

OUT = ROOT / "arnlp" / "facts" / "move_weights.tsv"
PENALTY = 0.5  # on squared weights
SELDOM = 8  # times that a feature is seen, under which it is left out
SMALL = 0.02  # weights that are left out
KNOWN = 0.5  # weight of a figure whose move the rules know

Change = tuple[str | None, str | None]


class Case(NamedTuple):
    """A figure: its text and language, its change in gold, whether rules give it one, and what may have moved it."""

    name: str
    language: str
    gold: Change
    known: bool
    options: list[Option]
    none: list[str]


def cases_of(text: Annotated, analysis: Analysis) -> Iterator[Case]:
    """Yield the cases of a text."""
    cursor, wording = analysis.cursor, analysis.wording
    for quantities, _ in sentences_of(cursor, analysis, wording):
        moves, levels, figures = figures_among(cursor, analysis, wording, quantities, learnt=False)
        led = beside(cursor, wording, figures, moves)
        for figure in figures:
            row = _row_of(text, figure)
            if (
                row is None
                or not may_be_moved(figure)
                or "direction" not in row.get("scored", ("direction",))
            ):
                continue
            others = {first: move for first, move in moves.items() if first != figure.first}
            reader = OpenMoves(cursor, analysis, wording, figures, others, levels)
            options = reader.options(figure)
            if options:
                known = moves.get(figure.first) is not None or figure.first in led
                gold = row.get("direction"), row.get("relation")
                yield Case(text.name, text.language, gold, known, options, none_of(figure, options))


def _row_of(text: Annotated, figure: Any) -> Any:
    """Return the gold row that a figure is evidence of."""
    told = rows_of_place(text, figure)
    return next((row for _, row, amount in told if same_amount(row, amount)), None)


def fits(gold: Change, change: Change) -> bool:
    """Tell whether a change is that of gold, which may leave open whether it is by or to."""
    return change == gold or (gold[1] is None and change[0] == gold[0])


def learnt(cases: Sequence[Case]) -> dict[str, float]:
    """Return the weights of a log-linear model over cases."""
    seen = Counter(name for case in cases for one in case.options for name in set(one.features))
    names = sorted(name for name, many in seen.items() if many >= SELDOM)
    names += sorted({name for case in cases for name in case.none})
    place = {name: at for at, name in enumerate(names)}
    rows: list[list[int]] = []
    owner: list[int] = []
    good: list[bool] = []
    starts = []
    for number, case in enumerate(cases):
        starts.append(len(rows))
        right = [fits(case.gold, (o.direction, o.relation)) for o in case.options]
        for told, holds in zip(
            (*(o.features for o in case.options), case.none), (*right, not any(right)), strict=True
        ):
            rows.append([place[name] for name in told if name in place])
            owner.append(number)
            good.append(holds)
    ends = np.cumsum([0, *map(len, rows)])
    flat = np.concatenate(rows)
    told = csr_matrix((np.ones(len(flat)), flat, ends), (len(rows), len(names)))
    of, right_ones = np.array(owner), np.array(good, float)
    each = np.array([KNOWN if case.known else 1.0 for case in cases])

    def loss(weights: Any) -> tuple[float, Any]:
        scores = told @ weights
        parts = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        total = np.add.reduceat(parts, starts)
        right = np.add.reduceat(parts * right_ones, starts) + 1e-12
        lost = each @ (np.log(total) - np.log(right)) + PENALTY * weights @ weights
        slope = each[of] * (parts / total[of] - parts * right_ones / right[of])
        return lost, told.T @ slope + 2 * PENALTY * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return dict(zip(names, map(float, found), strict=True))


def score(cases: Sequence[Case]) -> None:
    """Print what a model of two thirds of the texts adds on the others."""
    known = learnt([case for case in cases if not unread(case.name)])
    rest = [case for case in cases if unread(case.name) and not case.known]
    for language in ("ar", "en"):
        here = [case for case in rest if case.language == language]
        moved = sum(case.gold[0] is not None for case in here)
        print(f"{language}: {len(here)} open, {moved} of them changes in gold")
        told = []
        for case in here:
            best = likeliest(changes_of(case.options, case.none, known))
            if best is not None:
                told.append((case.gold, *best))
        for floor in (0.4, 0.5, 0.6, 0.7):
            added = [(gold, change) for gold, change, likely in told if likely >= floor]
            right = sum(gold[0] == change[0] for gold, change in added)
            wrong = sum(gold[0] not in (None, change[0]) for gold, change in added)
            both = sum(fits(*one) for one in added)
            print(f"  at {floor}: {len(added)} added, {right} right, {both} with by or to, {wrong} of the other direction")  # fmt: skip


def written(weights: dict[str, float]) -> str:
    """Return weights as the table that ships."""
    rows = (f"{n}\t{w:.3f}\n" for n, w in sorted(weights.items()) if abs(w) >= SMALL)
    return "".join(("# Made by tests/generate/learn_moves.py\n", *rows))


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--texts", type=Path, default=ROOT.parent / "shared" / "texts")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments if arguments is None else list(arguments))
    cases = [
        case
        for text in all_annotated(options.texts)
        for case in cases_of(text, _journey(text.text, text.published, None, text.country))
    ]
    score(cases)
    if options.write:
        OUT.write_text(written(learnt(cases)), "utf-8")


if __name__ == "__main__":
    main()
