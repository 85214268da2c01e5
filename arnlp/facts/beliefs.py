"""What the figures around a figure seem to be of, as numbers that the ranker weighs in its second round.

Figures of a passage share their arguments, and what a figure is of may be said only at a later one. In
the first round each figure is read after those before it; in the second the network is told how likely
each candidate, or one that says the same, was as an argument of the figures on both sides (a step of
mean-field inference over the figures of a text).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from arnlp.facts.asked import Asked
from arnlp.facts.sameness import same_pairs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

WINDOW = 8  # figures on either side
_FIELDS = 5
_PLACES = 5  # the figure before, the next one, those before, those behind, the figure itself
WIDTH = 2 * (2 * _PLACES * _FIELDS + 4 * _FIELDS + 6)  # numbers of a candidate


class Beliefs:
    """How likely candidates are as arguments of the figures of a text.

    ``asked`` are the figures in their order; ``shares`` of each how likely its candidates and, last,
    none are, by field; ``paragraphs`` the number of the paragraph of each sentence.
    """

    def __init__(
        self, asked: Sequence[Asked], shares: Sequence[Matrix], paragraphs: Sequence[int]
    ) -> None:
        import numpy as np

        self._np: Any = np
        self._asked, self._paragraphs = asked, paragraphs
        number: dict[str, int] = {}
        words = [
            number.setdefault(w, len(number)) for one in asked for said in one.words for w in said
        ]
        sizes = [len(said) for one in asked for said in one.words]
        counts = [len(one.words) for one in asked]
        self._firsts = [0, *accumulate(counts)]  # of the candidates of each figure, among all
        self._words = np.array(words, np.intp)  # the number of each content word of all candidates,
        self._rows = np.repeat(np.arange(len(sizes)), sizes)  # whose it is,
        self._starts = np.searchsorted(
            self._rows, self._firsts
        )  # and where those of a figure begin
        self._sizes = np.array(sizes, np.intp)
        self._columns = np.full(len(number), -1, np.intp)
        none = np.zeros((0, _FIELDS), np.float32)
        self._likely = np.concatenate([none, *(share[:-1] for share in shares)])
        self._nothing = np.concatenate([none, *(share[-1:] for share in shares)])

    def of(self, at: int) -> Matrix:
        """Return the numbers of the candidates of a figure and, last, of none (rows of ``WIDTH``)."""
        np = self._np
        low, high = max(0, at - WINDOW), min(len(self._asked), at + WINDOW + 1)
        firsts, base = self._firsts, self._firsts[low]
        same = self._same(at, low, high)
        told = np.zeros((len(same) + 1, _PLACES, _FIELDS), np.float32)
        groups = ((at - 1, at), (at + 1, at + 2), (low, at), (at + 1, high), (at, at + 1))
        for place, (start, stop) in enumerate(groups):
            if not low <= start < stop <= high:
                continue
            first, last = firsts[start], firsts[stop]
            told[:-1, place] = same[:, first - base : last - base] @ self._likely[first:last]
            told[-1, place] = self._nothing[start:stop].sum(axis=0)
            told[:, place] /= stop - start
        return self._spread(at, np.clip(told, 0, 1))

    def _same(self, at: int, low: int, high: int) -> Matrix:
        """Return which candidates of figures say the same as those of one: 1 or 0."""
        np, columns = self._np, self._columns
        first, last = self._firsts[at], self._firsts[at + 1]
        here = slice(self._starts[at], self._starts[at + 1])
        words = self._words[here]
        own = np.unique(words)
        columns[own] = np.arange(len(own))
        held = np.zeros((last - first, len(own)), np.float32)
        held[self._rows[here] - first, columns[words]] = 1
        start, stop = self._firsts[low], self._firsts[high]
        around = slice(self._starts[low], self._starts[high])
        shared_words = columns[self._words[around]]
        known = shared_words >= 0
        others = np.zeros((stop - start, len(own)), np.float32)
        others[self._rows[around][known] - start, shared_words[known]] = 1
        columns[own] = -1
        shared = held @ others.T
        mine, theirs = self._sizes[first:last, None], self._sizes[None, start:stop]
        found: Matrix = same_pairs(np, shared, mine, theirs)
        return found

    def _spread(self, at: int, told: Matrix) -> Matrix:
        """Return the numbers with their roots, by where the figures around stand, apart for none."""
        np = self._np
        last, none = np.zeros(3, np.float32), np.zeros((len(told), 1), np.float32)
        none[-1] = 1
        before, behind = last.copy(), last.copy()
        for place, there in ((at - 1, before), (at + 1, behind)):
            if 0 <= place < len(self._asked):
                mine, other = self._asked[at].view.number, self._asked[place].view.number
                parted = self._paragraphs[mine] != self._paragraphs[other]
                there[:] = 1, mine == other, parted
        flat = told.reshape(len(told), -1)
        roots = np.sqrt(flat)
        first, second = flat[:, :_FIELDS], roots[:, _FIELDS : 2 * _FIELDS]
        near = np.broadcast_to(np.concatenate([before, behind]), (len(told), 6))
        parts = [
            flat, roots, first * before[1], first * before[2], second * behind[1],
            second * behind[2], near,
        ]  # fmt: skip
        whole = np.concatenate(parts, axis=1)
        spread: Matrix = np.concatenate([whole * (1 - none), whole * none], axis=1)
        return spread
