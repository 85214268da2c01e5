"""Train the ranker of arguments, and how sure its rows are, on gold rows: ``arnlp/facts/ranker.npz``.

    python tests/generate/train_ranker.py [--texts ../shared/texts]

Needs torch. Gold are the rows of ``tests/real/rows`` and of ``corpora``. What is measured are the rows of the
third of the texts that the reader (tests/generate/train_reader.py) has not seen: they are ranked by a network
that has not either, and so are their periods; the confidence is learnt from those rows, in ten folds.
"""

from __future__ import annotations

import argparse
import collections
import multiprocessing
import pickle
import random
import sys
import time
from itertools import compress
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "benchmarks"))

import learn_periods  # noqa: E402
from row_gold import all_annotated, fold_of, unread  # noqa: E402

from arnlp.faces.likeness import (  # noqa: E402
    _STOPS,
    _shared,
    _stem,
    _words,
    near,
    overlap,
    same_amount,
)
from arnlp.faces.rows import match, rows_of, whole  # noqa: E402
from arnlp.facts import FILLERS, Writer, write_facts  # noqa: E402
from arnlp.facts.asked import asked_of, beside  # noqa: E402
from arnlp.facts.beliefs import WIDTH, Beliefs  # noqa: E402
from arnlp.facts.candidates import Candidates  # noqa: E402
from arnlp.facts.choice import choose_arguments, first_round  # noqa: E402
from arnlp.facts.continuity import Chosen  # noqa: E402
from arnlp.facts.feature_names import names  # noqa: E402
from arnlp.facts.figures import bind  # noqa: E402
from arnlp.facts.ranker import FIELDS, Ranker  # noqa: E402
from arnlp.facts.repeats import join_repeats  # noqa: E402
from arnlp.facts.sameness import content  # noqa: E402
from arnlp.pipeline import _journey  # noqa: E402
from arnlp.syntax import Sentences  # noqa: E402

RATE, DECAY, DROP, DROP_FEATURES, BATCH = 3e-3, 0.6, 0.5, 0.45, 64
FOLDS = 10  # over the rows that the confidence is learnt from
HALF = 7  # the seed of networks of half of the texts
FLOORS = (0.2, 0.25, 0.35, 0.35, 0.45)
FORGET = 0.2  # of figures are trained without what was chosen before, or without their measure
MEASURE_FIRST = torch.tensor(
    [1.0, 0.3, 0.2, 0.2, 0.2]
)  # weights of fields before the measure is chosen
OTHERS = torch.tensor([0.0, 1.0, 0.6, 0.6, 0.6])  # and beside it
HISTORY = ("p:", "h:", "none:")  # how features of what was chosen before start
torch.set_num_threads(1)
Item = dict[str, Any]


def likeness(a: str, b: str) -> float:
    """Return the F1 of the content words of two phrases."""
    x, y = _words(a), _words(b)
    x, y = [w for w in x if w not in _STOPS] or x, [w for w in y if w not in _STOPS] or y
    shared = max(_shared(x, y), _shared(list(map(_stem, x)), list(map(_stem, y))))
    return 2 * shared / (len(x) + len(y)) if x or y else 0.0


def paired(rows: list[Item], quantities: list[Any]) -> list[tuple[Item, Any]]:
    """Return each gold row with its quantity, where there is one."""
    out, used = [], set()
    for row in rows:
        spans = [row["figure"]] if row.get("figure") else row["evidence"]
        for q in quantities:
            item = {"value": abs(float(q.value)), "unit": q.unit, "per": q.per}
            there = any(overlap({"start": q.start, "end": q.end}, e) for e in spans)
            if id(q) not in used and there and (
                same_amount({**row, "value": abs(row["value"])}, item)
                or (row["type"] == "rank" and abs(float(q.value)) == row["value"])
            ):  # fmt: skip
                used.add(id(q))
                out.append((row, q))
                break
    return out


def examples(text: Any, analysis: Any, network: Ranker | None = None) -> list[Item]:
    """Return the figures of a text with the features of their candidates and what is right.

    What was chosen for the figures before, and the measure, are those of gold. With a network they are
    what it chooses in its first round, where figures that gold does not have are among those before, and
    there is what it tells of the figures ``around``.
    """
    candidates = Candidates(analysis, Sentences(analysis.cursor.tagged))
    rows = {id(quantity): row for row, quantity in paired(text.rows, analysis.quantities)}
    figures = bind(analysis.cursor, analysis, FILLERS)
    out = []
    if network is not None:
        rounds = list(first_round(candidates, figures, network, read=False))
        beliefs = Beliefs(
            [r.asked for r in rounds], [r.shares for r in rounds], candidates.paragraphs
        )
        for at, one in enumerate(rounds):
            row = rows.get(id(one.asked.view.figure.quantity))
            if row is not None:
                wanted, counted, _ = _wanted(row, one.asked.found, text.text)
                item = _example(text, one.asked, one.filled["measure"], wanted, counted)
                out.append({**item, "around": beliefs.of(at)})
        return out
    before = Chosen(text.text, candidates.paragraphs)
    for figure in figures:
        row = rows.get(id(figure.quantity))
        asked = asked_of(candidates, figure, before) if row is not None else None
        if asked is not None:
            wanted, counted, chosen = _wanted(row, asked.found, text.text)
            before.note(asked.view.number, chosen)
            out.append(_example(text, asked, chosen["measure"], wanted, counted))
    return out


def _wanted(row: Any, found: list[Any], text: str) -> tuple[Any, Any, dict[str, Any]]:
    """Return how right candidates are by field, the fields in which one is, and the right ones."""
    wanted, counted = np.zeros((len(found) + 1, 5), np.float32), np.zeros(5, np.float32)
    chosen: dict[str, Any] = dict.fromkeys(FIELDS)
    for at, name in enumerate(FIELDS):
        target = _target(row.get(name), name, found, text)
        if target is not None:
            wanted[:, at], counted[at] = target, 1
            if (best := int(target.argmax())) < len(found):
                chosen[name] = found[best]
    return wanted, counted, chosen


def _example(text: Any, asked: Any, measure: Any, wanted: Any, counted: Any) -> Item:
    said = content(text.text[measure.start : measure.end]) if measure else frozenset()
    return {
        "common": _named([asked.common]), "wanted": wanted, "counted": counted,
        "features": [_named(keys) for keys in asked.features],
        "beside": [_named(keys) for keys in beside(asked, measure, said)],
    }  # fmt: skip


def _named(row: list[Any]) -> list[str]:
    return [sys.intern(name) for keys in row for key in keys for name in names(key)]


def _target(gold: Item | None, name: str, found: list[Any], text: str) -> Any:
    """Return how right each candidate is, one in all; none is the last. Nothing where none is right."""
    out = np.zeros(len(found) + 1, np.float32)
    if gold is None:
        out[-1] = 1
        return out
    for i, one in enumerate(found):
        said = text[one.start : one.end]
        like = likeness(gold["text"], said)
        if near(gold["text"], said) if name == "subject" else like >= 0.5:
            there = one.start < gold["end"] and gold["start"] < one.end
            out[i] = max(like, 0.3) ** 3 * (1.5 if there else 1)
    return out / out.sum() if out.sum() else None


class Net(torch.nn.Module):
    """The network as it is trained; the last row of its table is for nothing."""

    def __init__(self, size: int, hidden: int) -> None:
        super().__init__()
        self.hidden = hidden
        self.embed = torch.nn.EmbeddingBag(size, hidden + 5, mode="sum")
        torch.nn.init.normal_(self.embed.weight, 0, 0.05)
        with torch.no_grad():
            self.embed.weight[:, hidden:] = 0
        self.bias = torch.nn.Parameter(torch.zeros(hidden + 5))
        self.around = torch.nn.Linear(WIDTH, hidden + 5, bias=False)
        torch.nn.init.normal_(self.around.weight, 0, 0.05)
        self.out = torch.nn.Linear(hidden, 5, bias=False)
        self.out_beside = torch.nn.Linear(hidden, 5, bias=False)
        self.drop = torch.nn.Dropout(DROP)

    def sums(self, rows: Any, starts: Any) -> Any:
        """Return the summed embeddings of rows of features, some of which are left out."""
        keep = (torch.rand(rows.shape[0]) > DROP_FEATURES).float() / (1 - DROP_FEATURES)
        return self.embed(rows, starts, per_sample_weights=keep)

    def scores(self, summed: Any, out: Any) -> Any:
        hidden = self.drop(torch.relu(summed[:, : self.hidden] + self.bias[: self.hidden]))
        return out(hidden) + summed[:, self.hidden :] + self.bias[self.hidden :]


def trained(texts: list[Any], found: list[Any], lots: list[list[Item]], workers: int = 2) -> Ranker:
    """Train a network on texts: on the choices before each figure that gold has, and on those of networks.

    The latter are networks of half of the texts, each of which chooses in the other half: in use what
    was chosen before is not always right. Those examples are learnt from twice, without and with what
    is told of the figures around.
    """
    halves = []
    for half in range(2):
        away = [
            x
            for t, lot in zip(texts, lots, strict=True)
            if fold_of(t.name + "/", 2) != half
            for x in lot
        ]
        halves.append(train(away, HALF, ALONE))
    own = chosen_by(halves, texts, found, workers)
    return train([*(x for lot in lots for x in lot), *own], 0, TOGETHER)


_SHARED: dict[str, Any] = {}  # what workers are forked with


def chosen_by(halves: list[Ranker], texts: list[Any], found: list[Any], workers: int) -> list[Item]:
    """Return the examples of all texts, each after the choices of the network that has not seen it."""
    _SHARED.update(halves=halves, texts=texts, found=found)
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        lots = pool.map(_chosen, range(len(texts)), chunksize=32)
    return [x for lot in lots for x in lot]


def _chosen(at: int) -> list[Item]:
    text = _SHARED["texts"][at]
    network = _SHARED["halves"][fold_of(text.name + "/", 2)]
    return examples(text, _SHARED["found"][at], network)


class Plan(NamedTuple):
    """How a network is trained: its width, how often it sees all, how often a name must be seen, how many are kept."""

    hidden: int
    epochs: int
    rare: int
    kept: int


TOGETHER, ALONE = Plan(96, 11, 93, 10_700), Plan(64, 9, 40, 100_000)


def train(lot: list[Item], seed: int, plan: Plan) -> Ranker:
    """Train a network on examples."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    seen: collections.Counter[str] = collections.Counter()
    for one in lot:
        for name in one["common"]:
            seen[name] += len(one["features"])
        for part in ("features", "beside"):
            for row in one[part]:
                seen.update(row)
    known = sorted(name for name, times in seen.items() if times >= plan.rare)
    number = {name: i for i, name in enumerate(known)}
    coded = [
        (
            one, _coded([one["common"]], number), _coded(one["features"], number),
            _coded([[n for n in row if not n.startswith(HISTORY)] for row in one["features"]], number),
            _coded(one["beside"], number),
        )
        for one in lot
    ]  # fmt: skip
    seconds = [i for i, one in enumerate(lot) if "around" in one]
    order = [*((i, False) for i in range(len(lot))), *((i, True) for i in seconds)]
    net = Net(len(known) + 1, plan.hidden)
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    steps = plan.epochs * -(-len(order) // BATCH)
    pace = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.15)
    net.train()
    for _ in range(plan.epochs):
        chance.shuffle(order)
        for at in range(0, len(order), BATCH):
            loss = _loss(net, [(coded[i], second) for i, second in order[at : at + BATCH]], chance)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            pace.step()
    data = exported(net, known, [seen[name] for name in known], plan.kept)
    network = Ranker(data)
    network.data = data  # type: ignore[attr-defined]
    return network


def _loss(net: Net, part: list[tuple[Any, bool]], chance: random.Random) -> Any:
    """Return how much of what is right the network does not see."""
    items = [p[0][0] for p in part]
    sizes = torch.tensor([len(item["features"]) for item in items])
    owner = torch.repeat_interleave(torch.arange(len(part)), sizes)
    own = [p[3 if not second and chance.random() < FORGET else 2] for p, second in part]
    summed = net.sums(*_packed(own)) + net.sums(*_packed([p[1] for p, _ in part]))[owner]
    around = [
        item["around"] if second else np.zeros((len(item["features"]), WIDTH), np.float32)
        for item, (_, second) in zip(items, part, strict=True)
    ]
    summed = summed + net.around(torch.from_numpy(np.concatenate(around)))
    more = net.sums(*_packed([p[4] for p, _ in part]))
    told = torch.tensor([float(chance.random() > FORGET) for _ in part])[owner][:, None]
    wanted = torch.from_numpy(np.concatenate([item["wanted"] for item in items]))
    counted = torch.from_numpy(np.stack([item["counted"] for item in items]))
    loss = torch.tensor(0.0)
    for scores, weights in (
        (net.scores(summed, net.out), MEASURE_FIRST),
        (net.scores(summed + more * told, net.out_beside), OTHERS),
    ):
        shares = _log_shares(scores, owner, len(part))
        lost = torch.zeros(len(part), 5).index_add(0, owner, -(wanted * shares))
        loss = loss + (lost * counted * weights).sum() / len(part)
    return loss


def _coded(rows: list[list[str]], number: dict[str, int]) -> tuple[Any, Any]:
    """Return rows of features as numbers in one array, and how long each row is."""
    nothing = len(number)
    coded = [[nothing, *(number[n] for n in row if n in number)] for row in rows]
    flat = np.fromiter((n for row in coded for n in row), np.int32)
    return flat, np.array([len(row) for row in coded])


def _packed(parts: list[tuple[Any, Any]]) -> tuple[Any, Any]:
    rows = np.concatenate([rows for rows, _ in parts]).astype(np.int64)
    lengths = np.concatenate([lengths for _, lengths in parts])
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    return torch.from_numpy(rows), torch.from_numpy(starts)


def _log_shares(scores: Any, owner: Any, size: int) -> Any:
    wide = owner[:, None].expand_as(scores)
    most = torch.full((size, 5), -1e9).scatter_reduce(0, wide, scores, "amax")
    total = torch.zeros(size, 5).index_add(0, owner, torch.exp(scores - most[owner]))
    return scores - most[owner] - torch.log(total)[owner]


def exported(net: Net, names: list[str], seen: list[int], kept: int) -> Item:
    """Return the arrays of a network; embeddings are bytes with one scale a column.

    Of the names those are kept that move the sums most, by the length of their embedding and how often
    they are seen.
    """
    weight = net.embed.weight.detach().numpy().copy()
    weight[-1] = 0
    scale = np.abs(weight).max(axis=0) / 127
    moved = np.linalg.norm(weight[:-1], axis=1) * np.sqrt(np.array(seen))
    most = np.sort(np.argsort(-moved)[:kept])
    names, weight = [names[i] for i in most], weight[[*most, -1]]
    return {
        "features": np.frombuffer("\n".join(names).encode("utf-8"), np.uint8),
        "embed": np.round(weight / scale).astype(np.int8), "scale": scale.astype(np.float32),
        "around": net.around.weight.detach().numpy().T.astype(np.float16),
        "bias": net.bias.detach().numpy().astype(np.float32),
        "out": net.out.weight.detach().numpy().T.astype(np.float16),
        "out_beside": net.out_beside.weight.detach().numpy().T.astype(np.float16),
        "sure": np.zeros(25, np.float32), "floors": np.array(FLOORS, np.float32),
    }  # fmt: skip


# -- rows of whole texts ---------------------------------------------------------------------------


def rows_found(analysis: Any, network: Ranker, notes: list[Any]) -> list[Item]:
    """Return the rows of a text by a network, each with what its confidence is told by."""
    plain = network.confidence

    def noted(values: Any) -> float:
        notes.append(list(values))
        return float(len(notes) - 1)  # the number of the note travels as the confidence

    network.confidence = noted  # type: ignore[method-assign]
    try:
        figures = bind(analysis.cursor, analysis, FILLERS)
        figures = choose_arguments(analysis.cursor, analysis, figures, network)
        figures = join_repeats(analysis.cursor, analysis, figures)
    finally:
        network.confidence = plain  # type: ignore[method-assign]
    writer = Writer(analysis)
    facts = [f.model_dump(mode="json") for f in write_facts(writer, figures, [])]
    return rows_of(facts, [d.model_dump(mode="json") for d in writer.dates()])


def sure_of(notes: list[list[float]], right: list[bool]) -> Any:
    """Return the weights of a logistic regression of whether rows are right."""
    x = torch.tensor(np.array(notes), dtype=torch.float32)
    y = torch.tensor(right, dtype=torch.float32)
    weights = torch.zeros(x.shape[1] + 1, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200)

    def closure() -> Any:
        optimizer.zero_grad()
        score = x @ weights[:-1] + weights[-1]
        loss = torch.nn.functional.binary_cross_entropy_with_logits(score, y)
        loss = loss + 1e-4 * (weights[:-1] ** 2).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    return weights.detach().numpy()


def report(lot: list[tuple[Any, Any]], title: str) -> None:
    """Print how right rows are."""
    pairs = [p for _, m in lot for p in m.pairs]
    wanted = sum(len(m.pairs) + len(m.missed) for _, m in lot)
    given = sum(len(m.pairs) + len(m.spurious) for _, m in lot)
    good = sum(whole(p) for p in pairs)
    print(f"{title}: {len(lot)} texts, {wanted} wanted, {given} given, {len(pairs)} found")
    told: dict[str, collections.Counter[str]] = {}
    for p in pairs:
        for name, verdict in p.verdicts.items():
            told.setdefault(name, collections.Counter())[verdict] += 1
    for name in (*FIELDS, "period"):
        c = told[name]
        n = sum(c.values())
        print(
            f"  {name:8} right {(c['right'] + c['null']) / n:.3f} false "
            f"{(c['wrong'] + c['spurious']) / n:.3f} missing {c['missing'] / n:.3f}"
        )
    both = sum(p.verdicts.get("measure") in ("right", "null") and p.verdicts.get("subject") in ("right", "null") for p in pairs)  # fmt: skip
    print(
        f"  measure and subject {both / len(pairs):.3f}; whole rows F1 {2 * good / (given + wanted):.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--texts", type=Path, default=ROOT.parent / "shared" / "texts")
    parser.add_argument("--kept", type=Path, help="a file that keeps what the engines found")
    parser.add_argument("--out", type=Path, default=ROOT / "arnlp" / "facts" / "ranker.npz")
    options = parser.parse_args()
    texts = [*all_annotated(options.texts)]
    began = time.time()
    if options.kept and options.kept.exists():
        found = pickle.loads(options.kept.read_bytes())
    else:
        found = [_journey(t.text, t.published, None, t.country, "model", None) for t in texts]
        if options.kept:
            options.kept.write_bytes(pickle.dumps(found))
    lots = [examples(t, a) for t, a in zip(texts, found, strict=True)]
    print(
        f"{sum(map(len, lots))} figures of {len(texts)} texts, {time.time() - began:.0f} s",
        flush=True,
    )
    network = trained(texts, found, lots)
    data = exported_of(network)
    np.savez_compressed(options.out, **data)
    print(f"trained, {options.out.stat().st_size} bytes, {time.time() - began:.0f} s", flush=True)
    notes: list[list[float]] = []
    scored = []
    inside = [not unread(t.name) for t in texts]
    learn_periods.choose_by(
        [learn_periods.of(*pair) for pair in compress(zip(texts, found, strict=True), inside)]
    )
    one = trained(*(list(compress(of, inside)) for of in (texts, found, lots)))
    for text, analysis, kept in zip(texts, found, inside, strict=True):
        if not kept:
            scored.append((text, match(rows_of(text.rows), rows_found(analysis, one, notes))))
    for language in ("ar", "en"):
        for title, of in (
            ("real texts", lambda t: t.name[2:].isdigit()),
            ("corpora", lambda t: not t.name[2:].isdigit()),
        ):
            report(
                [s for s in scored if s[0].language == language and of(s[0])], f"{language} {title}"
            )
    rows = [
        (int(row["confidence"]), right, text.name)
        for text, m in scored
        for row, right in [*((p.found, whole(p)) for p in m.pairs), *((r, False) for r in m.spurious)]
        if not row["of_previous"]
    ]  # fmt: skip
    chances = np.zeros(len(rows))
    for fold in range(FOLDS):
        inside = [fold_of(name, FOLDS) != fold for *_, name in rows]
        weights = sure_of([notes[r[0]] for r, k in zip(rows, inside, strict=True) if k], [r[1] for r, k in zip(rows, inside, strict=True) if k])  # fmt: skip
        for i, k in enumerate(inside):
            if not k:
                chances[i] = 1 / (
                    1 + np.exp(-(np.dot(weights[:-1], notes[rows[i][0]]) + weights[-1]))
                )
    right = np.array([r[1] for r in rows])
    for floor in (0.3, 0.5, 0.6, 0.7, 0.8, 0.9):
        high = chances >= floor
        print(
            f"at {floor}: {high.sum()} of {len(rows)} rows, {right[high].mean() if high.any() else 0:.3f} right"
        )
    data["sure"] = sure_of([notes[r[0]] for r in rows], [r[1] for r in rows]).astype(np.float32)
    np.savez_compressed(options.out, **data)
    print(f"{time.time() - began:.0f} s")


def exported_of(network: Ranker) -> Item:
    """Return the arrays that a network was made of."""
    return network.data  # type: ignore[attr-defined, no-any-return]


if __name__ == "__main__":
    main()
