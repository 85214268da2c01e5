"""Learn how periods are chosen from gold rows, cross-validated over texts.

    python tests/generate/learn_periods.py [--texts FOLDER] [--folds 3] [--only N] [--write]

Needs torch and scipy. Each figure that has a gold row is a case: the time expressions that may be its
period, and that there is none; right are those with the days of the gold. A log-linear model over their
features is fitted with L-BFGS (scipy). What is carried on depends on what was chosen before, so a first
model learns from right choices before, and a second one from its choices. The network of the second round
learns from what models of half of the texts choose in the other half, by both models, and from how
likely each choice was for the figures around. Printed is the share of figures whose period is right in
texts not learnt from, by language and set, by the first round, by both, and beside that of always
choosing none. ``--write`` writes ``arnlp/facts/period_weights.tsv`` and ``periods.npz``.
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
import torch
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from arnlp.faces.likeness import days_of, same_days
from arnlp.facts import periods
from arnlp.facts.analysis import Analysis
from arnlp.facts.figures import figures_among, sentences_of
from arnlp.facts.period_network import WIDTH, Around, Choices, PeriodNetwork
from arnlp.pipeline import _journey

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from row_gold import ROOT, Annotated, all_annotated, fold_of

OUT = ROOT / "arnlp" / "facts"
PENALTY = 3.5  # on squared weights
LEAST = 4  # times a feature is seen
OF_CORPORA = 1.0  # weight of a figure of a made-up release
SMALL = 0.03  # weights that are left out
# The network: its width, how often a name must be seen; what is dropped.
HIDDEN, RARE = 32, 24
DROP, DROP_FEATURES = 0.5, 0.45


class Plan(NamedTuple):
    """How a network is trained: how often it sees all, in what batches, how fast, after which part of the steps at full pace."""

    epochs: int
    batch: int
    rate: float
    decay: float
    warm: float


PLAN = Plan(epochs=8, batch=64, rate=3e-3, decay=0.6, warm=0.15)


class Case(NamedTuple):
    """A figure: the set, name and language of its text, what may be its period with its features, and what is right.

    ``figure`` is its quantity, ``choices`` hold how each is weighed, ``words`` the features of the network alone; ``right`` is None
    where gold has no row of the figure.
    """

    kind: str
    name: str
    language: str
    options: list[list[str]]
    words: list[list[str]]
    figure: Any
    choices: Choices
    right: list[bool] | None


Text = tuple[str, Annotated, Analysis]


def texts(folder: Path) -> list[Text]:
    """Return the annotated texts with everything found in them."""
    return [
        of(text, _journey(text.text, text.published, None, text.country))
        for text in all_annotated(folder)
    ]


def of(text: Annotated, analysis: Analysis) -> Text:
    """Return a text with everything found in it, and of which set it is: ``rows`` or ``corpora``."""
    return ("rows" if text.name[2:].isdigit() else "corpora"), text, analysis


def cases(lot: Iterable[Text], forced: bool) -> list[list[Case]]:
    """Return the figures of each text; with ``forced`` the periods before each are those of the gold."""
    return [_cases(kind, text, analysis, forced) for kind, text, analysis in lot]


def _cases(kind: str, text: Annotated, analysis: Analysis, forced: bool) -> list[Case]:
    cursor, wording = analysis.cursor, analysis.wording
    found = periods.Periods(cursor, analysis, wording)
    out: list[Case] = []
    for quantities, _ in sentences_of(cursor, analysis, wording):
        moves, levels, figures = figures_among(cursor, analysis, wording, quantities)
        for figure in figures:
            choices, told, words = found.weigh(figure, figures, moves, levels)
            mentions, scores = choices.mentions, choices.scores
            right = _right(text, figure, mentions)
            told = [[sys.intern(n) for n in names] for names in told]
            words = [[sys.intern(n) for n in names] for names in words]
            out.append(Case(kind, text.name, text.language, told, words, figure, choices, right))
            chosen = scores.index(max(scores))
            if forced and right is not None and any(right):
                chosen = right.index(True)
            found.take(figure, mentions[chosen])
    return out


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


def usable_of(lot: Iterable[list[Case]]) -> list[Case]:
    """Return the cases of which a choice is right."""
    return [case for text in lot for case in text if case.right is not None and any(case.right)]


def fit(lot: Iterable[list[Case]]) -> dict[str, float]:
    """Return the weights of features that make right choices likely."""
    usable = usable_of(lot)
    seen = Counter(name for case in usable for told in case.options for name in told)
    place = {name: i for i, name in enumerate(n for n, times in seen.items() if times >= LEAST)}
    rows, columns, values, of_case, right = [], [], [], [], []
    for number, case in enumerate(usable):
        for told, good in zip(case.options, case.right or (), strict=True):
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


def learn(lot: list[Text]) -> tuple[dict[str, float], dict[str, float]]:
    """Return weights learnt from texts: first from right choices before, then from own ones."""
    use({})
    first = fit(cases(lot, forced=True))
    use(first)
    return first, fit(cases(lot, forced=False))


def learn_network(lot: list[Text]) -> PeriodNetwork:
    """Return a network learnt from texts, after the choices of models that have not seen them."""
    told: list[list[Case]] = []
    for half in range(2):
        inside = [item for item in lot if fold_of(item[1].name + "/", 2) == half]
        models = learn([item for item in lot if fold_of(item[1].name + "/", 2) != half])
        for model in models:
            use(model)
            told += cases(inside, forced=False)
    return train(told)


def choose_by(lot: list[Text]) -> None:
    """Let arnlp choose periods by what these texts teach."""
    found = learn_network(lot)
    use(learn(lot)[1])
    periods.network = lambda: found  # type: ignore[assignment]


class Net(torch.nn.Module):
    """The network as it is trained; the last row of its table is for nothing."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.embed = torch.nn.EmbeddingBag(size, HIDDEN + 1, mode="sum")
        torch.nn.init.normal_(self.embed.weight, 0, 0.05)
        with torch.no_grad():
            self.embed.weight[:, HIDDEN:] = 0
        self.around = torch.nn.Linear(WIDTH, HIDDEN + 1, bias=False)
        torch.nn.init.normal_(self.around.weight, 0, 0.05)
        self.bias = torch.nn.Parameter(torch.zeros(HIDDEN))
        self.out = torch.nn.Linear(HIDDEN, 1, bias=False)
        self.drop = torch.nn.Dropout(DROP)

    def forward(self, rows: Any, starts: Any, around: Any) -> Any:
        """Return the scores of choices, from the numbers of their features, some of which are left out."""
        keep = (torch.rand(len(rows)) > DROP_FEATURES).float() / (1 - DROP_FEATURES)
        told = self.embed(rows, starts, per_sample_weights=keep) + self.around(around)
        hidden = self.drop(torch.relu(told[:, :HIDDEN] + self.bias))
        return told[:, HIDDEN] + self.out(hidden)[:, 0]


def train(lot: list[list[Case]], seed: int = 0) -> PeriodNetwork:
    """Train a network on cases, text by text in their order."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    usable = usable_of(lot)
    seen = Counter(n for case in usable for row in rows_of(case) for n in row)
    known = sorted(name for name, times in seen.items() if times >= RARE)
    number = {name: i for i, name in enumerate(known)}
    items = []
    for text in lot:
        around = Around([case.choices for case in text])
        for at, case in enumerate(text):
            if case.right is not None and any(case.right):
                rows = [[len(known), *(number[n] for n in r if n in number)] for r in rows_of(case)]
                share = OF_CORPORA if case.kind == "corpora" else 1.0
                items.append((rows, np.array(case.right, np.float32), around.of(at), share))
    net = Net(len(known) + 1)
    fit_network(net, items, _lost, PLAN, chance)
    data = exported(net, known)
    network = PeriodNetwork(data)
    network.data = data  # type: ignore[attr-defined]
    return network


def rows_of(case: Case) -> list[list[str]]:
    """Return the features of the choices of a case."""
    return [[*told, *more] for told, more in zip(case.options, case.words, strict=True)]


def _lost(net: Net, part: list[Any]) -> Any:
    """Return the negative log likelihood of right choices."""
    lengths = [len(row) for rows, *_ in part for row in rows]
    flat = torch.tensor([n for rows, *_ in part for row in rows for n in row])
    starts = torch.tensor([0, *np.cumsum(lengths)[:-1]])
    scores = net(flat, starts, torch.from_numpy(np.concatenate([item[2] for item in part])))
    owner = torch.repeat_interleave(
        torch.arange(len(part)), torch.tensor([len(item[0]) for item in part])
    )
    good = torch.from_numpy(np.concatenate([item[1] for item in part]))
    share = torch.tensor([item[3] for item in part])
    return (missed(scores, owner, good, len(part)) * share).mean()


def missed(scores: Any, owner: Any, good: Any, size: int) -> Any:
    """Return for each of some cases the negative log likelihood that a right one of its choices is made."""
    most = torch.full((size,), -1e9).scatter_reduce(0, owner, scores, "amax").detach()
    grown = torch.exp(scores - most[owner])
    total = torch.zeros(size).index_add(0, owner, grown)
    hit = torch.zeros(size).index_add(0, owner, grown * good).clamp(min=1e-20)
    return torch.log(total) - torch.log(hit)


def fit_network(
    net: Any,
    items: list[Any],
    lost: Callable[[Any, list[Any]], Any],
    plan: Plan,
    chance: random.Random,
) -> None:
    """Let a network learn from items, in batches of another order each time."""
    optimizer = torch.optim.AdamW(net.parameters(), lr=plan.rate, weight_decay=plan.decay)
    steps = plan.epochs * -(-len(items) // plan.batch)
    pace = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, plan.rate, total_steps=steps, pct_start=plan.warm
    )
    net.train()
    for _ in range(plan.epochs):
        chance.shuffle(items)
        for at in range(0, len(items), plan.batch):
            optimizer.zero_grad()
            lost(net, items[at : at + plan.batch]).backward()
            optimizer.step()
            pace.step()


def exported(net: Net, known: list[str]) -> dict[str, Any]:
    """Return the arrays of a network; embeddings are bytes with one scale a column."""
    weight = net.embed.weight.detach().numpy().copy()
    weight[-1] = 0
    scale = np.abs(weight).max(axis=0) / 127
    return {
        "features": np.frombuffer("\0".join(known).encode("utf-8"), np.uint8),
        "embed": np.round(weight / scale).astype(np.int8), "scale": scale.astype(np.float32),
        "around": net.around.weight.detach().numpy().T.astype(np.float16),
        "bias": net.bias.detach().numpy().astype(np.float32),
        "out": net.out.weight.detach().numpy()[0].astype(np.float16),
    }  # fmt: skip


def score(lot: list[Text], network: PeriodNetwork, told: Counter[tuple[str, str, str]]) -> None:
    """Count the figures of texts whose period is right, by each round."""
    for text in cases(lot, forced=False):
        around = Around([case.choices for case in text])
        for at, case in enumerate(text):
            if case.right is None:
                continue
            scores = case.choices.scores
            shares = network.shares(network.sums(rows_of(case)), around.of(at))
            key = case.kind, case.language
            told[*key, "figures"] += 1
            told[*key, "first"] += case.right[scores.index(max(scores))]
            told[*key, "both"] += case.right[int(shares.argmax())]
            told[*key, "none"] += case.right[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--texts", type=Path, default=ROOT.parent / "shared" / "texts")
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--only", type=int, help="the number of the one fold that is scored")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    lot = texts(options.texts)
    told: Counter[tuple[str, str, str]] = Counter()
    for fold in range(options.folds) if options.only is None else [options.only]:
        away = [item for item in lot if fold_of(item[1].name, options.folds) != fold]
        network = learn_network(away)
        use(learn(away)[1])
        score([item for item in lot if fold_of(item[1].name, options.folds) == fold], network, told)
    for kind, language in sorted({key[:2] for key in told}):
        total = told[kind, language, "figures"]
        first, both, none = (told[kind, language, n] / total for n in ("first", "both", "none"))
        print(
            f"{kind} {language}: {total} figures, right {both:.3f}, by the first round {first:.3f}, "
            f"none {none:.3f}"
        )
    if options.write:
        network = learn_network(lot)
        found = {n: round(w, 2) for n, w in learn(lot)[1].items() if abs(w) >= SMALL}
        lines = [f"{name}\t{weight}" for name, weight in sorted(found.items())]
        (OUT / "period_weights.tsv").write_text(
            "\n".join(["# Made by tests/generate/learn_periods.py", *lines, ""]), "utf-8"
        )
        np.savez_compressed(OUT / "periods.npz", **network.data)  # type: ignore[attr-defined]
        print(f"{len(found)} weights and a network of {len(network.data['embed'])} names written")  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()
