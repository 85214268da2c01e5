"""Learn the weights of periods from gold rows, cross-validated over texts.

    python tests/generate/learn_periods.py [--texts FOLDER] [--write]

Each figure that has a gold row is a case: the time expressions that may be its period, and that there
is none; right are those with the days of the gold. A log-linear model over their features is fitted
with L-BFGS (scipy). What is carried on depends on what was chosen before, so a first model learns from
right choices before, and a second one from its choices. Printed is the share of figures whose period
is right in texts not learnt from, by language and set, beside that of always choosing none.
``--write`` writes ``arnlp/facts/period_weights.tsv``.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from arnlp.faces.likeness import days_of, same_days
from arnlp.facts import periods
from arnlp.facts.analysis import Analysis
from arnlp.facts.figures import figures_among, sentences_of
from arnlp.pipeline import _journey

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from row_gold import ROOT, Annotated, annotated, of_corpora

OUT = ROOT / "arnlp" / "facts" / "period_weights.tsv"
FOLDS, SEED = 5, 3
PENALTY = 3.5  # on squared weights
LEAST = 4  # times a feature is seen
OF_CORPORA = 1.0  # weight of a figure of a made-up release
SMALL = 0.03  # weights that are left out


class Case(NamedTuple):
    """A figure: the set and name of its text, what may be its period and which of that is right."""

    kind: str
    name: str
    language: str
    options: list[list[str]]
    right: list[bool]


Text = tuple[str, Annotated, Analysis]


def texts(folder: Path) -> list[Text]:
    """Return the annotated texts with everything found in them."""
    named = [("rows", text) for text in annotated(folder)]
    named += [("corpora", text) for text in of_corpora(ROOT / "corpora")]
    return [
        (kind, text, _journey(text.text, text.published, None, text.country))
        for kind, text in named
    ]


def cases(lot: Iterable[Text], forced: bool) -> list[Case]:
    """Return the figures of texts; with ``forced`` the periods before each are those of the gold."""
    out: list[Case] = []
    for kind, text, analysis in lot:
        found = periods.Periods(analysis.cursor, analysis, analysis.wording)
        for quantities, _ in sentences_of(analysis.cursor, analysis, analysis.wording):
            moves, levels, figures = figures_among(
                analysis.cursor, analysis, analysis.wording, quantities
            )
            for figure in figures:
                options = found.options(figure, figures, moves, levels)
                scores = [sum(map(_weight, told)) for _, told in options]
                chosen = options[scores.index(max(scores))][0]
                right = _right(text, figure, [mention for mention, _ in options])
                if right is not None:
                    told = [names for _, names in options]
                    out.append(Case(kind, text.name, text.language, told, right))
                    if forced and any(right):
                        chosen = options[right.index(True)][0]
                found.take(figure, chosen)
    return out


def _weight(name: str) -> float:
    return periods.weights().get(name, 0.0)


def _right(text: Annotated, figure: Any, mentions: list[Any]) -> list[bool] | None:
    """Return which time expressions are the period that gold gives a figure; None without a row."""
    row = next((row for row in text.rows if _is_of(row, figure)), None)
    if row is None:
        return None
    wanted = days_of(row.get("period"), {})
    out = []
    for mention in mentions:
        stretch = mention.stretch if mention is not None else None
        ends = stretch and [day and day.isoformat() for day in (stretch.first, stretch.last)]
        days = ends and days_of(dict(zip(("from_date", "to_date"), ends, strict=True)), {})
        none = mention is None and not wanted
        out.append(none or bool(wanted and days and same_days(wanted, days)))
    return out


def _is_of(row: Any, figure: Any) -> bool:
    evidence = row["evidence"] if isinstance(row["evidence"], list) else [row["evidence"]]
    span = row.get("figure") or evidence[0]
    value = float(row["value"])
    over = span["start"] < figure.end and figure.start < span["end"]
    return over and abs(value - abs(float(figure.value))) <= 1e-6 * max(1.0, abs(value))


def fit(lot: Iterable[Case]) -> dict[str, float]:
    """Return the weights of features that make right choices likely."""
    usable = [case for case in lot if any(case.right)]
    seen = Counter(name for case in usable for told in case.options for name in told)
    place = {name: i for i, name in enumerate(n for n, times in seen.items() if times >= LEAST)}
    rows, columns, values, of_case, right = [], [], [], [], []
    for number, case in enumerate(usable):
        for told, good in zip(case.options, case.right, strict=True):
            for name in told:
                if name in place:
                    rows.append(len(right))
                    columns.append(place[name])
                    values.append(periods.RARE if name[0] == "#" else 1.0)
            of_case.append(number)
            right.append(good)
    matrix = csr_matrix((values, (rows, columns)), shape=(len(right), len(place)))
    groups, good = np.array(of_case), np.array(right)
    share = np.array([OF_CORPORA if case.kind == "corpora" else 1.0 for case in usable])
    loss = _loss(matrix, groups, good, share)
    found = minimize(
        loss, np.zeros(len(place)), jac=True, method="L-BFGS-B", options={"maxiter": 150}
    )
    return {name: float(found.x[i]) for name, i in place.items()}


def _loss(matrix: Any, groups: Any, good: Any, share: Any) -> Callable[[Any], tuple[float, Any]]:
    """Return the negative log likelihood of right choices, with its gradient."""
    number = len(share)
    turned = matrix.T.tocsr()

    def loss(weights: Any) -> tuple[float, Any]:
        scores = matrix @ weights
        most = np.full(number, -np.inf)
        np.maximum.at(most, groups, scores)
        grown = np.exp(scores - most[groups])
        total = np.bincount(groups, grown, number)
        hit = np.maximum(np.bincount(groups, grown * good, number), 1e-30)
        slope = (grown / total[groups] - grown * good / hit[groups]) * share[groups]
        value = -(share * np.log(hit / total)).sum() + PENALTY * (weights @ weights) / 2
        return value, turned @ slope + PENALTY * weights

    return loss


def use(weights: dict[str, float]) -> None:
    """Let arnlp choose by these weights."""
    told = {n: w * (periods.RARE if n[0] == "#" else 1.0) for n, w in weights.items()}
    periods.weights = lambda: told  # type: ignore[assignment]


def learn(lot: list[Text]) -> dict[str, float]:
    """Return weights learnt from texts: first from right choices before, then from own ones."""
    use({})
    use(fit(cases(lot, forced=True)))
    return fit(cases(lot, forced=False))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--texts", type=Path, default=ROOT.parent / "shared" / "texts")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    lot = texts(options.texts)
    names = sorted({(kind, text.name) for kind, text, _ in lot})
    random.Random(SEED).shuffle(names)
    told: Counter[tuple[str, str, str]] = Counter()
    for fold in range(FOLDS):
        held = set(names[fold::FOLDS])
        use(learn([item for item in lot if (item[0], item[1].name) not in held]))
        for case in cases((item for item in lot if (item[0], item[1].name) in held), forced=False):
            scores = [sum(map(_weight, names)) for names in case.options]
            told[case.kind, case.language, "figures"] += 1
            told[case.kind, case.language, "right"] += case.right[scores.index(max(scores))]
            told[case.kind, case.language, "none"] += case.right[0]
    for kind, language in sorted({key[:2] for key in told}):
        total = told[kind, language, "figures"]
        right, none = (told[kind, language, what] / total for what in ("right", "none"))
        print(f"{kind} {language}: {total} figures, right {right:.3f}, none {none:.3f}")
    if options.write:
        found = {n: round(w, 2) for n, w in learn(lot).items() if abs(w) >= SMALL}
        lines = [f"{name}\t{weight}" for name, weight in sorted(found.items())]
        OUT.write_text(
            "\n".join(["# Made by tests/generate/learn_periods.py", *lines, ""]), "utf-8"
        )
        print(f"{len(found)} weights written")


if __name__ == "__main__":
    main()
