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
        self._outside = self.labels.index("O")
        self._paths = Paths(np, data["steps"], data["starts"], self._outside)

    def tags(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """Return the label of each word of each sentence."""
        return [labels for labels, _ in self.weighed_tags(sentences)]

    def weighed_tags(
        self, sentences: Sequence[Sequence[str]]
    ) -> list[tuple[list[str], list[float]]]:
        """Return for each sentence the label of each word, and how sure the word by itself makes it, from 0 to 1."""
        out: list[tuple[list[str], list[float]]] = []
        batch: list[Sequence[str]] = []
        size = 0
        for sentence in sentences:
            batch.append(sentence)
            size += len(sentence)
            if size >= self._chunk:
                out += self._tag(batch)
                batch, size = [], 0
        return out + self._tag(batch) if batch else out

    def _tag(self, sentences: list[Sequence[str]]) -> list[tuple[list[str], list[float]]]:
        words: list[Edge] = [self._edge]
        for sentence in sentences:
            words += sentence
            words.append(self._edge)
        ends = list(accumulate((len(sentence) + 1 for sentence in sentences), initial=0))
        edges = self._np.array(ends)
        scores = self._scores(words, edges)
        path = self._paths.best(scores, edges)
        sure = self._sure(scores, path)
        labels, told = self.labels, path.tolist()
        return [([labels[j] for j in told[a + 1 : b]], sure[a + 1 : b]) for a, b in pairwise(ends)]

    def _sure(self, scores: Matrix, path: NDArray[np.intp]) -> list[float]:
        """Return the share of the label on the path among all labels of its word; 1 for words outside names."""
        np = self._np
        sure = np.ones(len(path))
        rows = np.flatnonzero(path != self._outside)
        some = scores[rows]
        some -= some.max(1, keepdims=True)
        some = np.exp(some)
        sure[rows] = some[np.arange(len(rows)), path[rows]] / some.sum(1)
        told: list[float] = sure.tolist()
        return told


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
