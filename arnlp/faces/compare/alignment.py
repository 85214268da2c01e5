"""Which sentences of two texts are of each other: the likeliest path through both.

Dynamic programming over beads (one sentence to one, one to two, one to none ...), as Gale and Church
(1993) do over lengths, with what sentences share (:mod:`~arnlp.faces.compare.clues`) as a second
witness. Only a band around the diagonal is searched; where the best path runs along its edge, it is
made wider.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import erfc, inf, log, sqrt
from typing import NamedTuple

from arnlp.faces.compare.clues import Clue
from arnlp.faces.compare.sides import Sentence

_LENGTH = 1.08  # characters of English for one of Arabic, spaces not counted
_VARIANCE = 6.0
# What a bead costs by itself: minus the logarithm of how rare it is.
_BEADS = {
    (1, 1): 0.1, (1, 2): 4.5, (2, 1): 4.5, (2, 2): 5.0, (1, 3): 5.0, (3, 1): 5.0,
    (1, 0): 3.0, (0, 1): 3.0,
}  # fmt: skip
_HARD = ("number", "name")
_SHARED = 0.55  # what a shared clue is worth, by how rare it is
_PARTED = 0.25  # what one costs that only one has
_MOST_SHARED = 9.0
_BAND = 40
_PARAGRAPH = 0.7


class Bead(NamedTuple):
    """Sentences of both texts that belong together: [ar_first, ar_last) and [en_first, en_last)."""

    ar_first: int
    ar_last: int
    en_first: int
    en_last: int


class _Text(NamedTuple):
    lengths: list[int]  # before each sentence
    clues: Sequence[set[Clue]]
    ends_paragraph: list[bool]


def align(
    arabic: Sequence[Sentence],
    english: Sequence[Sentence],
    arabic_clues: Sequence[set[Clue]],
    english_clues: Sequence[set[Clue]],
) -> list[Bead]:
    """Return the beads of two texts, in their order."""
    weights = _weights(arabic_clues, english_clues)
    one, other = _prepared(arabic, arabic_clues), _prepared(english, english_clues)
    band = _BAND + abs(len(arabic) - len(english))
    while True:
        beads, touched = _path(one, other, weights, band)
        if not touched or band > max(len(arabic), len(english)):
            return beads
        band *= 2


def _prepared(sentences: Sequence[Sentence], clues: Sequence[set[Clue]]) -> _Text:
    lengths = [0, *accumulate(s.size for s in sentences)]
    following = [*(s.paragraph for s in sentences[1:]), -1][: len(sentences)]
    return _Text(
        lengths, clues, [s.paragraph != p for s, p in zip(sentences, following, strict=True)]
    )


def _weights(one: Sequence[set[Clue]], other: Sequence[set[Clue]]) -> dict[Clue, float]:
    """Return what each clue that both texts have is worth: the rarer, the more."""
    a, b = (Counter(clue for found in side for clue in found) for side in (one, other))
    size = max(len(one), len(other), 1)
    return {
        clue: log(1 + size / max(a[clue], b[clue])) * (1.0 if clue[0] in _HARD else 0.8)
        for clue in a.keys() & b.keys()
    }


def _path(
    one: _Text, other: _Text, weights: dict[Clue, float], band: int
) -> tuple[list[Bead], bool]:
    n, m = len(one.clues), len(other.clues)
    lows = [max(0, min(m, round(i * m / n) if n else 0) - band) for i in range(n + 1)]
    highs = [min(m, (round(i * m / n) if n else m) + band) for i in range(n + 1)]
    costs: list[dict[int, float]] = [{} for _ in range(n + 1)]
    came: list[dict[int, tuple[int, int]]] = [{} for _ in range(n + 1)]
    costs[0][0] = 0.0
    for i in range(n + 1):
        for j in range(lows[i], highs[i] + 1):
            if not (i or j):
                continue
            best, step = inf, (0, 0)
            for (a, b), prior in _BEADS.items():
                before = costs[i - a].get(j - b, inf) if a <= i and b <= j else inf
                if before + prior - _MOST_SHARED >= best:
                    continue
                cost = before + prior + _cost(one, other, weights, i - a, i, j - b, j)
                if cost < best:
                    best, step = cost, (a, b)
            if best < inf:
                costs[i][j] = best
                came[i][j] = step
    return _walk(came, n, m, lows, highs)


def _walk(
    came: list[dict[int, tuple[int, int]]], n: int, m: int, lows: list[int], highs: list[int]
) -> tuple[list[Bead], bool]:
    """Follow the best path back; tell whether it touches the edge of the band."""
    beads: list[Bead] = []
    touched = False
    i, j = n, m
    while i or j:
        if j not in came[i]:
            return beads, True
        touched = touched or j == lows[i] > 0 or j == highs[i] < m
        a, b = came[i][j]
        beads.append(Bead(i - a, i, j - b, j))
        i, j = i - a, j - b
    return beads[::-1], touched


def _cost(
    one: _Text, other: _Text, weights: dict[Clue, float], i: int, i_end: int, j: int, j_end: int
) -> float:
    if i == i_end or j == j_end:
        return 0.0
    cost = _length_cost(
        one.lengths[i_end] - one.lengths[i], other.lengths[j_end] - other.lengths[j]
    )
    a = one.clues[i].union(*one.clues[i + 1 : i_end])
    b = other.clues[j].union(*other.clues[j + 1 : j_end])
    shared = sum(weights[clue] for clue in a & b)
    parted = sum(weights.get(clue, 0.0) for clue in a ^ b)
    cost -= min(_MOST_SHARED, _SHARED * shared - _PARTED * parted)
    if one.ends_paragraph[i_end - 1] != other.ends_paragraph[j_end - 1]:
        cost += _PARAGRAPH
    return cost


def _length_cost(arabic: int, english: int) -> float:
    """Return minus the logarithm of how likely two lengths are those of one content."""
    mean = (arabic * _LENGTH + english) / 2
    delta = abs(english - arabic * _LENGTH) / sqrt(max(mean, 1.0) * _VARIANCE)
    likely = erfc(delta / sqrt(2))
    return -log(likely) if likely > 1e-30 else 69.0


def bead_of(beads: Sequence[Bead], sentence: int, language: str) -> int:
    """Return the number of the bead that a sentence belongs to.

    >>> bead_of([Bead(0, 1, 0, 2), Bead(1, 2, 2, 3)], 1, "en")
    0
    """
    if language == "ar":
        return bisect_left(beads, sentence + 1, key=lambda bead: bead.ar_last)
    return bisect_left(beads, sentence + 1, key=lambda bead: bead.en_last)
