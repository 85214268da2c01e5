"""Learn which figures of one amount are one figure told twice, from gold rows: ``arnlp/facts/repeat_weights.tsv``.

    python tests/generate/learn_repeats.py [--texts FOLDER] [--folds 10] [--write]

Needs scipy. Two figures of the body of a text whose amounts agree are a case: they are one where one gold
row has both as evidence, two where each has a row of its own. A logistic regression over the features of
:class:`arnlp.facts.retold.Retold` is fitted with L-BFGS. Printed is how many cases are right in texts not
learnt from, and for some floors how many pairs would be joined and how many of those are one in gold, by
language. ``--write`` writes the weights that are learnt from all.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize

from arnlp.faces.likeness import same_amount
from arnlp.facts import FILLERS
from arnlp.facts.analysis import Analysis
from arnlp.facts.figure import Figure
from arnlp.facts.figures import bind
from arnlp.facts.repeats import is_head
from arnlp.facts.retold import ROUNDING, Retold
from arnlp.pipeline import _journey

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from row_gold import ROOT, Annotated, all_annotated, fold_of, rows_of_place

OUT = ROOT / "arnlp" / "facts" / "repeat_weights.tsv"
PENALTY = 1.7  # on squared weights
SMALL = 0.005  # weights that are left out


class Case(NamedTuple):
    """Two figures of one amount: the name and language of their text, what tells whether they are one, and whether they are."""

    name: str
    language: str
    features: dict[str, float]
    one: bool


def cases_of(text: Annotated, analysis: Analysis) -> Iterator[Case]:
    """Yield the cases of a text."""
    figures = bind(analysis.cursor, analysis, FILLERS)
    retold = Retold(analysis.cursor, figures)
    rows: dict[int, int | None] = {}
    for figure in figures:
        if is_head(analysis, figure):
            continue
        own = rows[id(figure)] = _row_of(text, figure)
        for other in retold.before(figure):
            said = rows[id(other)]
            if own is not None and said is not None:
                yield Case(text.name, text.language, retold.features(other, figure), own == said)


def _row_of(text: Annotated, figure: Figure) -> int | None:
    """Return the number of the gold row that a figure is evidence of: of its amount, or of one that it rounds."""
    rounded = None
    for number, row, amount in rows_of_place(text, figure.quantity):
        if same_amount(row, amount):
            return number
        near = abs(row["value"] - amount["value"]) <= ROUNDING * row["value"]
        if rounded is None and near and row["unit"] == amount["unit"]:
            rounded = number
    return rounded


def learnt(cases: list[Case]) -> dict[str, float]:
    """Return the weights of a logistic regression over cases."""
    names = sorted({name for case in cases for name in case.features})
    seen = matrix(cases, names)
    one = np.array([case.one for case in cases], float)

    def loss(weights: Any) -> tuple[float, Any]:
        scores = seen @ weights
        lost = np.logaddexp(0, scores).sum() - scores @ one + PENALTY * weights @ weights
        return lost, seen.T @ (1 / (1 + np.exp(-scores)) - one) + 2 * PENALTY * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return dict(zip(names, map(float, found), strict=True))


def matrix(cases: list[Case], names: list[str]) -> Any:
    """Return the features of cases as rows of numbers."""
    return np.array([[case.features.get(name, 0.0) for name in names] for case in cases])


def likely(cases: list[Case], weights: dict[str, float]) -> Any:
    """Return how likely each case is one figure."""
    return 1 / (1 + np.exp(-matrix(cases, list(weights)) @ np.array(list(weights.values()))))


def score(cases: list[Case], folds: int) -> None:
    """Print how many cases are right in texts not learnt from."""
    found = np.zeros(len(cases))
    of = np.array([fold_of(case.name, folds) for case in cases])
    for fold in range(folds):
        weights = learnt([case for case, at in zip(cases, of, strict=True) if at != fold])
        found[of == fold] = likely(
            [c for c, at in zip(cases, of, strict=True) if at == fold], weights
        )
    one = np.array([case.one for case in cases])
    for language in ("ar", "en"):
        here = np.array([case.language == language for case in cases])
        right = ((found > 0.5) == one)[here].mean()
        print(
            f"{language}: {here.sum()} cases, {one[here].mean():.3f} one figure, right {right:.3f}"
        )
        for floor in (0.5, 0.6, 0.7, 0.8):
            joined = here & (found >= floor)
            print(
                f"  at {floor}: {joined.sum()} joined, {one[joined].mean():.3f} right, "
                f"{one[joined].sum() / one[here].sum():.3f} of those that are one"
            )


def written(weights: dict[str, float]) -> str:
    """Return weights as the table that ships."""
    rows = (
        f"{name}\t{weight:.3f}\n"
        for name, weight in sorted(weights.items())
        if abs(weight) >= SMALL
    )
    return "".join(("# Made by tests/generate/learn_repeats.py\n", *rows))


def main(arguments: Iterable[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--texts", type=Path, default=ROOT.parent / "shared" / "texts")
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args(arguments if arguments is None else list(arguments))
    cases = [
        case
        for text in all_annotated(options.texts)
        for case in cases_of(text, _journey(text.text, text.published, None, text.country))
    ]
    score(cases, options.folds)
    if options.write:
        OUT.write_text(written(learnt(cases)), "utf-8")


if __name__ == "__main__":
    main()
