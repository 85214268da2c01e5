"""What the two models see of a word by itself: a row of numbers for each spelling, computed once.

A row holds all that does not depend on the words around: what the word adds to the first convolution
of the word behind it, of itself and of the word before, and what the chain and the last layer give
the labels of the words from two behind it to two before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from arnlp.encoder.kept_rows import KeptRows, summed
from arnlp.encoder.word_features import word_features
from arnlp.encoder.word_list import WordList

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

EDGE = None  # what stands between two sentences: a row of zeros
_MAX_ROWS = 32_000  # spellings kept: 68 MB
_ROWS = 1024  # to begin with


class Spellings:
    """The rows of all spellings seen so far.

    ``hidden`` is the width of a convolution: a row has three times so many numbers, then five times
    as many as there are labels.
    """

    def __init__(self, np: Any, data: dict[str, Any]) -> None:
        self._np = np
        names = bytes(data["features"]).decode("utf-8").split("\n")
        self._features = dict(zip(names, range(len(names)), strict=True))
        self._words = WordList(np, data["words"])
        self._embed, self._embed_scale = data["embed"], data["embed_scale"]
        self._wide, self._wide_scale = data["wide"], data["wide_scale"]
        self._vectors, self._vector_scale = data["vectors"], data["vector_scale"]
        self._project, self._bias = data["project"], data["bias"]
        self.hidden = hidden = len(data["first_bias"])
        # The word that a convolution sees first stands before: it adds to the word behind it.
        out, self._out_bias = data["out"][hidden:], data["out_bias"]
        self._layers = np.concatenate([*data["first"], out], 1)
        size = 3 * hidden + 5 * len(self._out_bias)
        self._rows: KeptRows[str | None] = KeptRows(np, (size,), EDGE, self._write, _ROWS)

    def rows(self, words: Sequence[str | None]) -> Matrix:
        """Return a row for each word as it is written, and for each edge."""
        return self._rows.of(words, _MAX_ROWS)

    def _write(self, new: list[str], rows: Matrix) -> None:
        ids, starts, vectors = self._numbers(new)
        wide = self._around(ids, starts)
        layers = self._input(ids, starts, vectors) @ self._layers
        inner = 3 * self.hidden
        wide[:, 2] += layers[:, inner:] + self._out_bias
        rows[:, :inner] = layers[:, :inner]
        rows[:, inner:] = wide.reshape(len(new), -1)

    def _numbers(self, new: list[str]) -> tuple[NDArray[np.intp], list[int], NDArray[np.intp]]:
        """Return the features of words by their numbers and where each word's start; their vectors."""
        np, known, find = self._np, self._features, self._words.find
        ids: list[int] = []
        starts, vectors = [], []
        for word in new:
            features = word_features(word)
            starts.append(len(ids))
            ids += [known[f] for f in features if f in known]
            if len(ids) == starts[-1]:
                ids.append(len(known))  # no feature
            vectors.append(find(features[0][2:]))
        return np.array(ids, np.intp), starts, np.array(vectors, np.intp)

    def _input(self, ids: NDArray[np.intp], starts: list[int], vectors: NDArray[np.intp]) -> Matrix:
        """Return the network's input: the embeddings of the features, and the vector of the word."""
        np = self._np
        rows = summed(np, self._embed, self._embed_scale, ids, starts) + self._bias
        have = np.flatnonzero(vectors >= 0)
        at = vectors[have]
        found = self._vectors[at].astype(np.float32)
        found *= self._vector_scale[at, None]
        rows[have] += found @ self._project
        result: Matrix = np.tanh(rows)
        return result

    def _around(self, ids: NDArray[np.intp], starts: list[int]) -> Matrix:
        """Return the chain's scores for the words around: words, distances, labels."""
        ids = self._np.minimum(ids, len(self._wide) - 1)  # the last row is that of no feature
        return summed(self._np, self._wide, self._wide_scale, ids, starts)
