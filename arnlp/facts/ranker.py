"""A small network that tells how likely each candidate is to be an argument of its figure.

For each candidate the sum of the embeddings of its features, one layer, and for each kind of argument a
share among all candidates and none. ``arnlp/facts/RANKER.md`` is its card;
``tests/generate/train_ranker.py`` trained it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

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
        names = bytes(data["features"]).decode("utf-8").split("\n")
        self._features = {name: i for i, name in enumerate(names)}
        self._embed = data["embed"].astype(np.float32) * data["scale"].astype(np.float32)
        self._bias = data["bias"].astype(np.float32)
        self._out = data["out"].astype(np.float32)
        self._sure = data["sure"].astype(np.float32)  # weights of what confidence is told by
        self.floors: list[float] = [float(x) for x in data["floors"]]

    def shares(self, features: Sequence[Sequence[str]]) -> Matrix:
        """Return how likely each row of features is, by field; each column is one in all."""
        np = self._np
        known = self._features
        rows: list[int] = []
        starts: list[int] = []
        for names in features:
            starts.append(len(rows))
            rows += [at for name in names if (at := known.get(name)) is not None]
            rows.append(len(self._embed) - 1)  # a row of nothing, so that none is empty
        summed: Matrix = np.add.reduceat(self._embed[rows], starts, axis=0)
        width = len(FIELDS)
        hidden = np.maximum(summed[:, :-width] + self._bias[:-width], 0)
        scores = hidden @ self._out + summed[:, -width:] + self._bias[-width:]
        weights = np.exp(scores - scores.max(axis=0))
        found: Matrix = weights / weights.sum(axis=0)
        return found

    def confidence(self, told: Sequence[float]) -> float:
        """Return how likely a row is wholly right, from what :func:`told_of` tells of it."""
        np = self._np
        score = float(np.dot(self._sure[:-1], np.asarray(told, np.float32)) + self._sure[-1])
        return round(float(1 / (1 + np.exp(-score))), 3)


@cache
def ranker() -> Ranker:
    """Return the network that ships with arnlp, loaded once."""
    import numpy as np

    with files("arnlp.facts").joinpath("ranker.npz").open("rb") as stream, np.load(stream) as data:
        return Ranker(dict(data))
