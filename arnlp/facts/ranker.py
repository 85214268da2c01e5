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

from arnlp.facts.candidate_features import Row
from arnlp.facts.feature_names import Key, names

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
        self._features = {name: i for i, name in enumerate(known)}
        self._rows: dict[Key, tuple[int, ...]] = {}
        self._embed = data["embed"].astype(np.float32) * data["scale"].astype(np.float32)
        self._bias = data["bias"].astype(np.float32)
        self._outs = [data["out"].astype(np.float32), data["out_beside"].astype(np.float32)]
        self._sure = data["sure"].astype(np.float32)  # weights of what confidence is told by
        self.floors: list[float] = [float(x) for x in data["floors"]]

    def sums(self, features: Sequence[Row], common: Sequence[Key] = ()) -> Matrix:
        """Return the summed embeddings of rows of features, and of those that all rows share."""
        np = self._np
        rows: list[int] = []
        starts: list[int] = []
        nothing = len(self._embed) - 1  # a row of nothing, so that none is empty
        parts: dict[int, list[int]] = {}  # of the features that several rows share
        for row in features:
            starts.append(len(rows))
            rows.append(nothing)
            for keys in row:
                part = parts.get(id(keys))
                if part is None:
                    part = parts[id(keys)] = []
                    for key in keys:
                        part += self._known(key)
                rows += part
        summed: Matrix = np.add.reduceat(self._embed[rows], starts, axis=0)
        shared = [at for key in common for at in self._known(key)]
        if shared:
            summed += self._embed[shared].sum(axis=0)
        return summed

    def _known(self, key: Key) -> tuple[int, ...]:
        """Return the rows of the names that a key stands for, looked up once; none where none is known."""
        rows = self._rows.get(key)
        if rows is None:
            if len(self._rows) > _KEPT:
                self._rows.clear()
            known = self._features
            rows = tuple(at for name in names(key) if (at := known.get(name)) is not None)
            self._rows[key] = rows
        return rows

    def shares(self, summed: Matrix, beside: bool = False) -> Matrix:
        """Return how likely each row is, by field; each column is one in all.

        ``beside`` tells that the sums hold how each stands to the measure.
        """
        np = self._np
        width = len(FIELDS)
        hidden = np.maximum(summed[:, :-width] + self._bias[:-width], 0)
        scores = hidden @ self._outs[beside] + summed[:, -width:] + self._bias[-width:]
        weights = np.exp(scores - scores.max(axis=0))
        found: Matrix = weights / weights.sum(axis=0)
        return found

    def confidence(self, told: Sequence[float]) -> float:
        """Return how likely a row is wholly right, from what :func:`told_of` tells of it."""
        np = self._np
        score = float(np.dot(self._sure[:-1], np.asarray(told, np.float32)) + self._sure[-1])
        return round(float(1 / (1 + np.exp(-score))), 3)


_KEPT = 200_000  # keys whose rows are kept


@cache
def ranker() -> Ranker:
    """Return the network that ships with arnlp, loaded once."""
    import numpy as np

    with files("arnlp.facts").joinpath("ranker.npz").open("rb") as stream, np.load(stream) as data:
        return Ranker(dict(data))
