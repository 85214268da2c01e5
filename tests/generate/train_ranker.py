"""Train the ranker of arguments, and how sure its rows are, on gold rows: ``arnlp/facts/ranker.npz``.

    python tests/generate/train_ranker.py [--texts ../shared/texts] [--folds 10] [--only-score]

Needs torch. Gold are the rows of ``tests/real/rows`` and of ``corpora``. Folds are over texts: each text
is ranked by a network that has not seen it, and the confidence is learnt from those rows.
"""

from __future__ import annotations

import argparse
import collections
import hashlib
import pickle
import random
import sys
import time
from itertools import compress
from pathlib import Path
from typing import Any

import numpy as np
import torch

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "benchmarks"))

from row_gold import annotated, of_corpora  # noqa: E402

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
from arnlp.facts.candidates import Candidates  # noqa: E402
from arnlp.facts.choice import _fill, choose_arguments  # noqa: E402
from arnlp.facts.continuity import Chosen  # noqa: E402
from arnlp.facts.feature_names import names  # noqa: E402
from arnlp.facts.figures import bind  # noqa: E402
from arnlp.facts.ranker import FIELDS, Ranker  # noqa: E402
from arnlp.facts.repeats import join_repeats  # noqa: E402
from arnlp.facts.sameness import content  # noqa: E402
from arnlp.pipeline import _journey  # noqa: E402
from arnlp.syntax import Sentences  # noqa: E402

HIDDEN, EPOCHS, RATE, DECAY, DROP, DROP_FEATURES, RARE = 32, 7, 3e-3, 3e-4, 0.35, 0.2, 93
EPOCHS_ALONE, RARE_ALONE, HALF = 12, 17, 7  # of a network of half of the texts; its seed
NETS = 3  # networks that are joined to one
FLOORS = (0.25, 0.37, 0.4, 0.4, 0.45)
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

    What was chosen for the figures before, and the measure, are those of gold, or with a network what
    it chooses: figures that gold does not have are among those before, then.
    """
    candidates = Candidates(analysis, Sentences(analysis.cursor.tagged))
    rows = {id(quantity): row for row, quantity in paired(text.rows, analysis.quantities)}
    before = Chosen(text.text, candidates.paragraphs)
    out = []
    for figure in bind(analysis.cursor, analysis, FILLERS):
        row = rows.get(id(figure.quantity))
        asked = asked_of(candidates, figure, before) if row is not None or network else None
        if asked is None:
            continue
        own = _fill(candidates, figure, asked, network, before) if network else None
        if own is not None:
            before.note(asked.view.number, own)
        if row is None:
            continue
        wanted = np.zeros((len(asked.features), 5), np.float32)
        counted = np.zeros(5, np.float32)
        chosen: dict[str, Any] = dict.fromkeys(FIELDS)
        for at, name in enumerate(FIELDS):
            target = _target(row.get(name), name, asked.found, text.text)
            if target is not None:
                wanted[:, at], counted[at] = target, 1
                if (best := int(target.argmax())) < len(asked.found):
                    chosen[name] = asked.found[best]
        if own is None:
            before.note(asked.view.number, chosen)
        measure = (own or chosen)["measure"]
        said = content(text.text[measure.start : measure.end]) if measure else frozenset()
        out.append(
            {
                "common": _named([asked.common]), "wanted": wanted, "counted": counted,
                "features": [_named(keys) for keys in asked.features],
                "beside": [_named(keys) for keys in beside(asked, measure, said)],
            }
        )  # fmt: skip
    return out


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

    def __init__(self, size: int) -> None:
        super().__init__()
        self.embed = torch.nn.EmbeddingBag(size, HIDDEN + 5, mode="sum")
        torch.nn.init.normal_(self.embed.weight, 0, 0.05)
        with torch.no_grad():
            self.embed.weight[:, HIDDEN:] = 0
        self.bias = torch.nn.Parameter(torch.zeros(HIDDEN + 5))
        self.out = torch.nn.Linear(HIDDEN, 5, bias=False)
        self.out_beside = torch.nn.Linear(HIDDEN, 5, bias=False)
        self.drop = torch.nn.Dropout(DROP)

    def sums(self, rows: Any, starts: Any, dropped: float) -> Any:
        """Return the summed embeddings of rows of features, some of which are left out."""
        keep = (torch.rand(rows.shape[0]) > dropped).float() / (1 - dropped)
        return self.embed(rows, starts, per_sample_weights=keep)

    def scores(self, summed: Any, out: Any) -> Any:
        hidden = self.drop(torch.relu(summed[:, :HIDDEN] + self.bias[:HIDDEN]))
        return out(hidden) + summed[:, HIDDEN:] + self.bias[HIDDEN:]


def trained(texts: list[Any], found: list[Any], lots: list[list[Item]]) -> Ranker:
    """Train a network on texts: on the choices before each figure that gold has, and on those of networks.

    The latter are networks of half of the texts, each of which chooses in the other half: in use what
    was chosen before is not always right.
    """
    own: list[Item] = []
    for half in range(2):
        away = [
            x
            for t, lot in zip(texts, lots, strict=True)
            if fold_of(t.name + "/", 2) != half
            for x in lot
        ]
        network = train(away, HALF, EPOCHS_ALONE, RARE_ALONE)
        for text, analysis in zip(texts, found, strict=True):
            if fold_of(text.name + "/", 2) == half:
                own += examples(text, analysis, network)
    both = [*(x for lot in lots for x in lot), *own]
    return joined([exported_of(train(both, seed)) for seed in range(NETS)])


def train(lot: list[Item], seed: int = 0, epochs: int = EPOCHS, rare: int = RARE) -> Ranker:
    """Train a network on examples."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    seen: collections.Counter[str] = collections.Counter()
    for one in lot:
        seen.update(name for name in one["common"] for _ in one["features"])
        for part in ("features", "beside"):
            seen.update(name for row in one[part] for name in row)
    known = sorted(name for name, times in seen.items() if times >= rare)
    number = {name: i for i, name in enumerate(known)}
    coded = [
        (
            one, _coded([one["common"]], number), _coded(one["features"], number),
            _coded([[n for n in row if not n.startswith(HISTORY)] for row in one["features"]], number),
            _coded(one["beside"], number),
        )
        for one in lot
    ]  # fmt: skip
    net = Net(len(known) + 1)
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    batch = 32
    steps = epochs * -(-len(coded) // batch)
    plan = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.15)
    net.train()
    for _ in range(epochs):
        chance.shuffle(coded)
        for at in range(0, len(coded), batch):
            part = coded[at : at + batch]
            owner = torch.tensor([j for j, p in enumerate(part) for _ in p[0]["features"]])
            common = net.sums(*_packed([p[1] for p in part]), DROP_FEATURES)
            own = [p[3 if chance.random() < FORGET else 2] for p in part]
            summed = net.sums(*_packed(own), DROP_FEATURES) + common[owner]
            wanted = torch.from_numpy(np.concatenate([p[0]["wanted"] for p in part]))
            counted = torch.from_numpy(np.stack([p[0]["counted"] for p in part]))
            more = net.sums(*_packed([p[4] for p in part]), DROP_FEATURES)
            told = torch.tensor([float(chance.random() > FORGET) for _ in part])[owner][:, None]
            loss = torch.tensor(0.0)
            for scores, weights in (
                (net.scores(summed, net.out), MEASURE_FIRST),
                (net.scores(summed + more * told, net.out_beside), OTHERS),
            ):
                shares = _log_shares(scores, owner, len(part))
                lost = torch.zeros(len(part), 5).index_add(0, owner, -(wanted * shares))
                loss = loss + (lost * counted * weights).sum() / len(part)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            plan.step()
    data = exported(net, known)
    network = Ranker(data)
    network.data = data  # type: ignore[attr-defined]
    return network


def _coded(rows: list[list[str]], number: dict[str, int]) -> tuple[Any, Any]:
    """Return rows of features as numbers in one array, and where each row starts."""
    nothing = len(number)
    coded = [[nothing, *(number[n] for n in row if n in number)] for row in rows]
    lengths = np.cumsum([0, *(len(row) for row in coded)])
    return np.concatenate(coded).astype(np.int32), lengths


def _packed(parts: list[tuple[Any, Any]]) -> tuple[Any, Any]:
    shifts = np.cumsum([0, *(len(rows) for rows, _ in parts)])
    starts = [starts[:-1] + shift for (_, starts), shift in zip(parts, shifts, strict=False)]
    rows = np.concatenate([rows for rows, _ in parts]).astype(np.int64)
    return torch.from_numpy(rows), torch.from_numpy(np.concatenate(starts).astype(np.int64))


def joined(lots: list[Item]) -> Ranker:
    """Return networks of the same features as one, whose scores are the means of theirs."""
    parts = [lot["embed"].astype(np.float32) * lot["scale"] for lot in lots]
    linear = sum(part[:, HIDDEN:] for part in parts) / len(parts)
    weight = np.concatenate([*(part[:, :HIDDEN] for part in parts), linear], axis=1)
    scale = np.abs(weight).max(axis=0) / 127
    bias = [
        *(lot["bias"][:HIDDEN] for lot in lots),
        sum(lot["bias"][HIDDEN:] for lot in lots) / len(lots),
    ]
    data = {
        **lots[0], "embed": np.round(weight / scale).astype(np.int8), "scale": scale,
        "bias": np.concatenate(bias),
        "out": np.concatenate([lot["out"] / len(lots) for lot in lots]).astype(np.float16),
        "out_beside": np.concatenate([lot["out_beside"] / len(lots) for lot in lots]).astype(np.float16),
    }  # fmt: skip
    network = Ranker(data)
    network.data = data  # type: ignore[attr-defined]
    return network


def _log_shares(scores: Any, owner: Any, size: int) -> Any:
    wide = owner[:, None].expand_as(scores)
    most = torch.full((size, 5), -1e9).scatter_reduce(0, wide, scores, "amax")
    total = torch.zeros(size, 5).index_add(0, owner, torch.exp(scores - most[owner]))
    return scores - most[owner] - torch.log(total)[owner]


def exported(net: Net, names: list[str]) -> Item:
    """Return the arrays of a network; embeddings are bytes with one scale a column."""
    weight = net.embed.weight.detach().numpy().copy()
    weight[-1] = 0
    scale = np.abs(weight).max(axis=0) / 127
    return {
        "features": np.frombuffer("\n".join(names).encode("utf-8"), np.uint8),
        "embed": np.round(weight / scale).astype(np.int8), "scale": scale.astype(np.float32),
        "bias": net.bias.detach().numpy().astype(np.float32),
        "out": net.out.weight.detach().numpy().T.astype(np.float16),
        "out_beside": net.out_beside.weight.detach().numpy().T.astype(np.float16),
        "sure": np.zeros(23, np.float32), "floors": np.array(FLOORS, np.float32),
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
        loss = loss + 2e-3 * (weights[:-1] ** 2).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    return weights.detach().numpy()


def fold_of(name: str, folds: int) -> int:
    """Return the fold of a text."""
    return int(hashlib.md5(name.encode()).hexdigest(), 16) % folds


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
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--kept", type=Path, help="a file that keeps what the engines found")
    parser.add_argument("--out", type=Path, default=ROOT / "arnlp" / "facts" / "ranker.npz")
    options = parser.parse_args()
    texts = [*annotated(options.texts), *of_corpora(ROOT / "corpora")]
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
    for fold in range(options.folds):
        inside = [fold_of(t.name, options.folds) != fold for t in texts]
        one = trained(*(list(compress(of, inside)) for of in (texts, found, lots)))
        for text, analysis, kept in zip(texts, found, inside, strict=True):
            if not kept:
                scored.append((text, match(rows_of(text.rows), rows_found(analysis, one, notes))))
        print(f"fold {fold}, {time.time() - began:.0f} s", flush=True)
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
    for fold in range(options.folds):
        inside = [fold_of(name, options.folds) != fold for *_, name in rows]
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
