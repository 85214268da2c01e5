"""A small network that tells how likely each candidate is to be an argument of its figure.

For each candidate the sum of the embeddings of its features, one layer, and for each kind of argument a
share among all candidates and none. The measure is asked for first; the others once it is chosen, when
each candidate has features of how it stands to it. ``arnlp/facts/RANKER.md`` is its card;
``tests/generate/train_ranker.py`` trained it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from arnlp.facts.feature_names import Part, Row
from arnlp.facts.ranker_rows import KeyRows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

FIELDS = ("measure", "subject", "group", "place", "source")


class Ranker:
    """The network, from the arrays of its file."""

    def __init__(self, data: dict[str, Any]) -> None:
        import numpy as np

        self._np = np
        known = bytes(data["features"]).decode("utf-8").split("\n")
        embed = data["embed"].astype(np.float32) * data["scale"].astype(np.float32)
        self._rows = KeyRows({name: i for i, name in enumerate(known)}, embed)
        self._bias = data["bias"].astype(np.float32)
        self._outs = [data["out"].astype(np.float32), data["out_beside"].astype(np.float32)]
        self._around = data["around"].astype(np.float32)
        self._sure = data["sure"].astype(np.float32)  # weights of what confidence is told by
        self.floors: list[float] = [float(x) for x in data["floors"]]

    def sums(self, features: Sequence[Row], common: Part = ()) -> Matrix:
        """Return the summed embeddings of rows of features, and of those that all rows share.

        All sums are made as long as the longest, by rows of nothing: adding whole rows is fast.
        """
        row_of = self._rows
        row_of.room()
        told: list[list[int]] = []
        parts: dict[int, list[int]] = {}  # of the features that several rows share
        for row in features:
            numbers: list[int] = []
            for keys in row:
                part = parts.get(id(keys))
                if part is None:
                    part = parts[id(keys)] = [row_of[key] for key in keys]
                numbers += part
            told.append(numbers)
        longest = max(map(len, told))
        flat: list[int] = []
        for numbers in told:
            flat += numbers
            flat += [row_of.nothing] * (longest - len(numbers))
        summed: Matrix = row_of.taken(flat).reshape(len(told), longest, -1).sum(axis=1)
        if common:
            summed += row_of.taken([row_of[key] for key in common]).sum(axis=0)
        return summed

    def around(self, beliefs: Matrix) -> Matrix:
        """Return what is added to the sums by what the figures around seem to be of (:mod:`arnlp.facts.beliefs`)."""
        added: Matrix = beliefs @ self._around
        return added

    def shares(self, summed: Matrix, beside: bool = False) -> Matrix:
        """Return how likely each row is, by field; each column is one in all.

        ``beside`` tells that the sums hold how each stands to the measure.
        """
        np = self._np
        width = len(FIELDS)
        hidden = np.maximum(summed[:, :-width] + self._bias[:-width], 0)
        scores = hidden @ self._outs[beside] + summed[:, -width:] + self._bias[-width:]
        return shares_of(scores)

    def confidence(self, told: Sequence[float]) -> float:
        """Return how likely a row is wholly right, from what :func:`told_of` tells of it."""
        np = self._np
        score = float(np.dot(self._sure[:-1], np.asarray(told, np.float32)) + self._sure[-1])
        return round(float(1 / (1 + np.exp(-score))), 3)


def shares_of(scores: Matrix) -> Matrix:
    """Return scores as shares: each column is one in all (softmax)."""
    import numpy as np

    weights = np.exp(scores - scores.max(axis=0))
    found: Matrix = weights / weights.sum(axis=0)
    return found


@cache
def ranker() -> Ranker:
    """Return the network that ships with arnlp, loaded once."""
    import numpy as np

    with files("arnlp.facts").joinpath("ranker.npz").open("rb") as stream, np.load(stream) as data:
        return Ranker(dict(data))
