"""The best path of labels through the scores of words: all doubtful stretches of a text at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Labels = NDArray[np.intp]

_SURE = 8.0  # by how much O must lead everywhere for a word to end a chain: the path cannot differ


class Paths:
    """Finds the best labels (Viterbi) by the scores of words, and of the steps between labels.

    ``steps`` are scores from label to label, ``starts`` those of the first in a sentence.
    """

    def __init__(self, np: Any, steps: Any, starts: Any, outside: int) -> None:
        self._np = np
        self._steps = steps.astype(np.float64)
        self._into = np.ascontiguousarray(self._steps.T)  # to, from
        # What a stretch begins with: behind a word that is no name, and with its sentence.
        self._opening = np.stack([self._steps[outside], starts.astype(np.float64)])
        self._outside = outside

    def best(self, scores: NDArray[np.float32], edges: NDArray[np.intp]) -> Labels:
        """Return the best label of each row; ``edges`` are the rows between sentences.

        The first row and the last are edges. Words far from every name are not searched.
        """
        np, outside = self._np, self._outside
        path: Labels = np.full(len(scores), outside)
        rest = scores.copy()
        rest[:, outside] = -np.inf
        doubt = scores[:, outside] - rest.max(1) <= _SURE
        doubt[edges] = False
        turns = np.flatnonzero(doubt[1:] != doubt[:-1]) + 1
        firsts, sizes = turns[::2], turns[1::2] - turns[::2]
        if not len(firsts):
            return path
        longest = np.argsort(-sizes, kind="stable")
        firsts, sizes = firsts[longest], sizes[longest]
        edge = np.zeros(len(scores), np.intp)
        edge[edges] = 1
        self._search(path, scores, firsts, sizes, self._opening[edge[firsts - 1]])
        return path

    def _search(self, path: Any, scores: Any, firsts: Any, sizes: Any, opening: Any) -> None:
        """Write the best paths through stretches of rows, the longest first."""
        np, into = self._np, self._into
        steps = self._steps[:, None, :]
        best = opening + scores[firsts]
        reached = [best]
        # How many stretches have more than so many rows.
        live = np.searchsorted(-sizes, -np.arange(1, sizes[0])).tolist()
        for t, n in enumerate(live, 1):
            best = (best[:n].T[:, :, None] + steps).max(0) + scores[firsts[:n] + t]
            reached.append(best)
        label = np.empty(0, np.intp)  # of the row behind, in the stretches that have one
        for t in range(len(live), -1, -1):
            best, n = reached[t], len(label)
            here = best.argmax(1)
            if n:
                here[:n] = (best[:n] + into[label]).argmax(1)
            path[firsts[: len(here)] + t] = here
            label = here
