"""Labels for the words of sentences, batch by batch: the best path through the scores that a model gives."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from arnlp.encoder.path import Paths

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]
    Edges = NDArray[np.intp]

Edge = TypeVar("Edge", str, "str | None")


class Labelling(Generic[Edge]):
    """Labels sentences by ``scores``: of words and edges (``edge`` stands between sentences) by label.

    ``data`` are the arrays of a model's file; ``chunk`` words are labelled at a time, so that memory does
    not grow with the text.
    """

    def __init__(
        self,
        np: Any,
        data: dict[str, Any],
        scores: Callable[[list[Edge], Edges], Matrix],
        edge: Edge,
        chunk: int,
    ) -> None:
        self._np, self._chunk = np, chunk
        self._scores: Callable[[list[Edge], Edges], Matrix] = scores
        self._edge: Edge = edge
        self.labels = bytes(data["labels"]).decode("utf-8").split("\n")
        self._paths = Paths(np, data["steps"], data["starts"], self.labels.index("O"))

    def tags(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """Return the label of each word of each sentence."""
        out: list[list[str]] = []
        batch: list[Sequence[str]] = []
        size = 0
        for sentence in sentences:
            batch.append(sentence)
            size += len(sentence)
            if size >= self._chunk:
                out += self._tag(batch)
                batch, size = [], 0
        return out + self._tag(batch) if batch else out

    def _tag(self, sentences: list[Sequence[str]]) -> list[list[str]]:
        words: list[Edge] = [self._edge]
        for sentence in sentences:
            words += sentence
            words.append(self._edge)
        ends = list(accumulate((len(sentence) + 1 for sentence in sentences), initial=0))
        edges = self._np.array(ends)
        path = self._paths.best(self._scores(words, edges), edges).tolist()
        labels = self.labels
        return [[labels[j] for j in path[a + 1 : b]] for a, b in pairwise(ends)]


def add_chain(scores: Matrix, wide: Matrix, edges: Edges) -> None:
    """Add to the scores of words what a linear chain says of each by itself and by two words either way.

    ``wide`` holds for each word what it gives the labels of the words from two behind it to two before.
    """
    wide[edges[1:] - 1, 0] = 0  # words two apart may belong to two sentences
    wide[edges[:-1] + 1, 4] = 0
    scores += wide[:, 2]
    for distance in (1, 2):
        scores[:-distance] += wide[distance:, 2 + distance]
        scores[distance:] += wide[:-distance, 2 - distance]
