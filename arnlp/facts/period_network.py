"""A small network that chooses the periods of figures once more, when those of the figures around seem known.

In the first round (:mod:`arnlp.facts.periods`) a period is chosen after those before it, by the features
of the figure and of what may be its period. In this second one each choice is also told how likely the
same days, or none, were in the first for the figures on both sides. ``tests/generate/learn_periods.py``
trained it; the page of facts tells how right it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from arnlp.dates import DateMention
from arnlp.facts.ranker import shares_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

WINDOW = 8  # figures on either side
# What is told of a choice: how likely it was for the figure before, also where that is of the same sentence, for
# the next one likewise, for those before and behind, for the figure itself with its logarithm; the roots of
# three of these; whether the next figure and the one before are of the same sentence.
_BEFORE, _BEFORE_HERE, _NEXT, _NEXT_HERE, _ALL_BEFORE, _ALL_NEXT, _OWN, _LOG = range(8)
_ROOTS, _HERE_NEXT, _HERE_BEFORE = slice(8, 11), 11, 12
_NUMBERS = 13
WIDTH = 2 * _NUMBERS  # apart for none
_LEAST, _SCALE = 1e-3, 7.0  # the smallest share whose logarithm counts, and what it is divided by


@dataclass(slots=True)
class Choices:
    """What may be the period of a figure in a sentence, how each is weighed in the first round, and its sums."""

    sentence: int
    mentions: list[DateMention | None]
    scores: list[float]
    sums: Any = None


class PeriodNetwork:
    """The network, from the arrays of its file."""

    def __init__(self, data: dict[str, Any]) -> None:
        import numpy as np

        self._np: Any = np
        known = bytes(data["features"]).decode("utf-8").split("\0")
        self._numbers = {name: i for i, name in enumerate(known)}
        self._embed = data["embed"].astype(np.float32) * data["scale"].astype(np.float32)
        self._nothing = len(known)
        self._around = data["around"].astype(np.float32)
        self._bias = data["bias"].astype(np.float32)
        self._out = data["out"].astype(np.float32)

    def sums(self, rows: Iterable[Sequence[str]]) -> Matrix:
        """Return the summed embeddings of rows of features."""
        np, find, nothing = self._np, self._numbers.get, self._nothing
        found = [[nothing, *(at for n in row if (at := find(n)) is not None)] for row in rows]
        starts = [0, *accumulate(map(len, found))][:-1]
        taken = self._embed.take([at for row in found for at in row], 0)
        summed: Matrix = np.add.reduceat(taken, starts, axis=0)
        return summed

    def shares(self, sums: Matrix, around: Matrix) -> Matrix:
        """Return how likely each choice is, one in all, from the sums and what is told of the figures around."""
        np = self._np
        told = sums + around @ self._around
        hidden = np.maximum(told[:, :-1] + self._bias, 0)
        found: Matrix = shares_of(hidden @ self._out + told[:, -1])
        return found


@cache
def network() -> PeriodNetwork:
    """Return the network that ships with arnlp, loaded once."""
    import numpy as np

    with files("arnlp.facts").joinpath("periods.npz").open("rb") as stream, np.load(stream) as data:
        return PeriodNetwork(dict(data))


class Around:
    """How likely days, or none, are for the figures around each figure of a text, in their order."""

    def __init__(self, asked: Sequence[Choices]) -> None:
        import numpy as np

        self._np: Any = np
        number: dict[object, int] = {None: 0}
        self._firsts = [0, *accumulate(len(one.mentions) for one in asked)]
        self._sentences = [one.sentence for one in asked]
        self._days = np.array(
            [number.setdefault(_days(m), len(number)) for one in asked for m in one.mentions],
            np.intp,
        )
        self._likely = np.concatenate(
            [np.zeros(0), *(shares_of(np.array(one.scores)) for one in asked)]
        )

    def of(self, at: int) -> Matrix:
        """Return what is told of each choice of a figure (rows of ``WIDTH``)."""
        np, firsts = self._np, self._firsts
        low, high = max(0, at - WINDOW), min(len(firsts) - 1, at + WINDOW + 1)
        base, own = firsts[low], slice(firsts[at], firsts[at + 1])
        days = self._days[own]
        same = days[:, None] == self._days[None, base : firsts[high]]
        likely = np.add.reduceat(
            same * self._likely[base : firsts[high]], [firsts[j] - base for j in range(low, high)],
            axis=1,
        )  # fmt: skip
        told = np.zeros((len(days), _NUMBERS), np.float32)
        here = at - low
        if here:
            told[:, _BEFORE] = likely[:, here - 1]
            told[:, _ALL_BEFORE] = likely[:, :here].mean(axis=1)
            told[:, _HERE_BEFORE] = self._sentences[at - 1] == self._sentences[at]
        if high > at + 1:
            told[:, _NEXT] = likely[:, here + 1]
            told[:, _ALL_NEXT] = likely[:, here + 1 :].mean(axis=1)
            told[:, _HERE_NEXT] = self._sentences[at + 1] == self._sentences[at]
        told[:, _BEFORE_HERE] = told[:, _BEFORE] * told[:, _HERE_BEFORE]
        told[:, _NEXT_HERE] = told[:, _NEXT] * told[:, _HERE_NEXT]
        told[:, _OWN] = self._likely[own]
        told[:, _LOG] = np.log(told[:, _OWN] + _LEAST) / _SCALE
        told[:, _ROOTS] = np.sqrt(told[:, [_NEXT, _ALL_BEFORE, _ALL_NEXT]])
        none = (days == 0).astype(np.float32)[:, None]
        spread: Matrix = np.concatenate([told * (1 - none), told * none], axis=1)
        return spread


def _days(mention: DateMention | None) -> object:
    """Return the days by which a time expression is the same as another."""
    if mention is None or mention.stretch is None:
        return None
    return mention.stretch.first, mention.stretch.last
