"""Train the network that reads the text for the periods of figures, on gold rows: ``arnlp/facts/times.npz``.

    python tests/generate/learn_times.py [--texts FOLDER] [--write]

Needs torch; some two minutes on a CPU. It is a small network over the states of the reader, which stay as
they are: where a time starts and ends, their mean in it, those of both ends of the figure, how far it is and
how long. It learns which of the times that may be the period of a figure is right, or none. Printed is how
often that is so on a third of the texts, by what the others teach. ``--write`` writes the network that is
learnt from all texts.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import nn

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import learn_periods
from row_gold import ROOT, Annotated, all_annotated, unread

from arnlp.facts.analysis import Analysis
from arnlp.facts.reader import _KINDS, _LONG, Seen
from arnlp.facts.time_reader import TimeNetwork
from arnlp.pipeline import _journey

OUT = ROOT / "arnlp" / "facts" / "times.npz"
HIDDEN, PAIRS, MIDDLE = 64, 32, 32
DROP = 0.3
PLAN = learn_periods.Plan(epochs=12, batch=64, rate=2e-3, decay=0.3, warm=0.1)


class Case(NamedTuple):
    """A figure: its text and language, what is seen of its times, and which are right, none first."""

    name: str
    language: str
    seen: Seen
    right: Any


def cases_of(text: Annotated, analysis: Analysis) -> Iterator[Case]:
    """Yield the figures of a text that may have a time, and of which one choice is right."""
    (told,) = learn_periods.cases([learn_periods.of(text, analysis)], forced=False)
    reading = analysis.read(case.figure for case in told)
    for case in told:
        spans = [(time.start, time.end) for time in case.choices.mentions if time is not None]
        if spans and case.right is not None and any(case.right):
            seen = reading.seen((case.figure.start, case.figure.end), spans)
            yield Case(text.name, text.language, seen, np.array(case.right, np.float32))


class Net(nn.Module):
    """The network as it is trained; arnlp.facts.time_reader has the same in NumPy."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.time, self.figure = nn.Linear(3 * width, HIDDEN), nn.Linear(2 * width, HIDDEN)
        self.keys, self.asks = nn.Linear(3 * width, PAIRS), nn.Linear(2 * width, PAIRS)
        self.away, self.long = nn.Embedding(2 * _KINDS + 1, HIDDEN), nn.Embedding(_LONG + 1, HIDDEN)
        self.none, self.alone = (nn.Parameter(torch.zeros(n)) for n in (HIDDEN, PAIRS))
        self.middle, self.paired = nn.Linear(HIDDEN, MIDDLE), nn.Linear(PAIRS, MIDDLE)
        self.out, self.drop = nn.Linear(MIDDLE, 1), nn.Dropout(DROP)
        for table in (self.away, self.long):
            nn.init.normal_(table.weight, 0, 0.02)

    def forward(self, part: list[Case]) -> tuple[Any, Any]:
        """Return the scores of the times of figures and then of none of each, and whose each is."""
        owner = torch.cat([torch.full((len(c.seen.away),), i) for i, c in enumerate(part)])
        times = self.drop(torch.from_numpy(np.concatenate([c.seen.phrases for c in part])))
        figures = self.drop(torch.from_numpy(np.stack([c.seen.figure for c in part])))
        away = torch.from_numpy(np.concatenate([c.seen.away for c in part]))
        long = torch.from_numpy(np.concatenate([c.seen.long for c in part]))
        figure, asks = self.figure(figures), self.asks(figures)
        told = self.time(times) + figure[owner] + self.away(away) + self.long(long)
        hidden = self.drop(torch.relu(torch.cat([told, figure + self.none])))
        pairs = self.drop(torch.cat([self.keys(times) * asks[owner], self.alone * asks]))
        scores = self.out(torch.relu(self.middle(hidden) + self.paired(pairs)))[:, 0]
        return scores, torch.cat([owner, torch.arange(len(part))])


def lost(net: Net, part: list[Case]) -> Any:
    """Return the negative log likelihood that a right choice is made."""
    scores, owner = net(part)
    good = np.concatenate([*(c.right[1:] for c in part), [c.right[0] for c in part]])
    return learn_periods.missed(scores, owner, torch.from_numpy(good), len(part)).mean()


def trained(cases: Iterable[Case]) -> dict[str, Any]:
    """Return the arrays of a network that is learnt from cases."""
    torch.manual_seed(0)
    lot = list(cases)
    net = Net(len(lot[0].seen.figure) // 2)
    learn_periods.fit_network(net, lot, lost, PLAN, random.Random(0))
    return {name: array.numpy().astype(np.float16) for name, array in net.state_dict().items()}


def score(cases: Iterable[Case], data: dict[str, Any]) -> None:
    """Print how often the likeliest choice is right, by language, of real texts and of our own."""
    network, told = TimeNetwork(data), defaultdict(list)
    for case in cases:
        kind = "real" if case.name[2:].isdigit() else "own"
        told[case.language, kind].append(case.right[network.scores(case.seen).argmax()])
    for (language, kind), right in sorted(told.items()):
        print(f"{language} {kind}: {len(right)} figures, {np.mean(right):.3f} right")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--texts", type=Path, default=ROOT.parent / "shared" / "texts")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    cases = [
        case
        for text in all_annotated(options.texts)
        for case in cases_of(text, _journey(text.text, text.published, None, text.country))
    ]
    away = [case for case in cases if unread(case.name)]
    score(away, trained(case for case in cases if not unread(case.name)))
    if options.write:
        np.savez_compressed(OUT, **trained(cases))
        print(OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
