"""What the network of words sees of each spelling: a row of numbers, made once.

The sum of the embeddings of its features, multiplied by all that is asked of a word by itself.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

from arnlp.encoder.grammar_features import feature_parts

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
        self._shared: dict[tuple[str, ...], list[int]] = {}
        self._known: dict[tuple[str, int], int] = {}
        # Memory is taken up where a row is written first: no copying as rows get more.
        self._rows: Matrix = np.empty((_MAX_WORDS, weights.shape[1]), np.float32)

    def of(self, words: list[tuple[str, int]]) -> Matrix:
        """Return a row for each word."""
        known = self._known
        distinct = dict.fromkeys(words)
        new = [word for word in distinct if word not in known]
        if len(known) + len(new) > _MAX_WORDS:
            known.clear()
            new = list(distinct)
        if new:
            self._add(new)
        rows: Matrix = self._rows.take([known[word] for word in words], 0)
        return rows

    def _add(self, new: list[tuple[str, int]]) -> None:
        np = self._np
        known = self._known
        features = [self._numbers(*feature_parts(*word)) for word in new]
        first = len(known)
        known.update(zip(new, range(first, first + len(new)), strict=True))
        rows = np.tile(self._bias, (len(new), 1))
        some = [at for at, one in enumerate(features) if one]
        flat = np.array([f for one in features for f in one], np.int64)
        starts = [0, *accumulate(len(features[at]) for at in some)][:-1]
        if some:
            values = self._embed.take(flat, 0).astype(np.float32)
            values *= self._scale[flat, None]
            rows[some] += np.add.reduceat(values, starts, axis=0)
        np.matmul(np.tanh(rows), self._weights, out=self._rows[first : first + len(new)])

    def _numbers(self, own: list[str], *shared: tuple[str, ...]) -> list[int]:
        """Return the numbers of the features of a word that the network knows."""
        find = self._ids.get
        out = [at for at in map(find, own) if at is not None]
        for some in shared:
            numbers = self._shared.get(some)
            if numbers is None:
                if len(self._shared) > _MAX_WORDS:
                    self._shared.clear()
                numbers = [at for at in map(find, some) if at is not None]
                self._shared[some] = numbers
            out += numbers
        return out
