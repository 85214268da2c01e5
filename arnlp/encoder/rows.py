"""What the network of words sees of each spelling: a row of numbers, made once.

The sum of the embeddings of its features, multiplied by all that is asked of a word by itself.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

from arnlp.encoder.grammar_features import grammar_features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

_MAX_WORDS = 20_000  # spellings kept: 48 MB


class Rows:
    """Rows by spelling and kind of token, each made once; those of a text are made together."""

    def __init__(
        self, features: list[str], embed: Any, scale: Any, bias: Any, weights: Matrix
    ) -> None:
        import numpy as np

        self._np = np
        self._ids = {name: at for at, name in enumerate(features)}
        self._embed, self._scale, self._bias = embed, scale.astype(np.float32), bias
        self._weights = weights
        self._known: dict[tuple[str, int], int] = {}
        self._rows: Matrix = np.zeros((1024, weights.shape[1]), np.float32)

    def of(self, words: list[tuple[str, int]]) -> Matrix:
        """Return a row for each word."""
        np = self._np
        known = self._known
        if len(known) > _MAX_WORDS:
            known.clear()
        new = [word for word in dict.fromkeys(words) if word not in known]
        if new:
            self._add(new)
        rows: Matrix = self._rows[np.array([known[word] for word in words], np.int64)]
        return rows

    def _add(self, new: list[tuple[str, int]]) -> None:
        np = self._np
        known, find = self._known, self._ids.get
        features = [
            [at for at in map(find, grammar_features(*word)) if at is not None] for word in new
        ]
        first = len(known)
        while first + len(new) > len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        known.update(zip(new, range(first, first + len(new)), strict=True))
        rows = np.tile(self._bias, (len(new), 1))
        some = [at for at, one in enumerate(features) if one]
        flat = np.array([f for one in features for f in one], np.int64)
        starts = [0, *accumulate(len(features[at]) for at in some)][:-1]
        if some:
            values = self._embed[flat].astype(np.float32)
            values *= self._scale[flat, None]
            rows[some] += np.add.reduceat(values, starts, axis=0)
        np.matmul(np.tanh(rows), self._weights, out=self._rows[first : first + len(new)])
