"""Trees without crossing arcs: sentences of both languages hardly have any, so most that a network says are wrong."""

from __future__ import annotations

from typing import Any

_NEVER = -1e9
_STUCK = float("inf")


def uncross(np: Any, scores: Any, heads: list[int], lead: list[float]) -> list[int]:
    """Return heads of which no two arcs cross: the least sure of those that do is hung elsewhere.

    ``scores`` has a row for each word and a column for each head, the first for the root; ``lead`` tells
    by how much each head leads. A word takes the best head whose arc crosses none and that does not hang
    on it; one is always there.

    >>> import numpy
    >>> scores = numpy.array([[0, -9, 5, 1.0], [9, 2, -9, 0], [0, 3, 4, -9]])
    >>> uncross(numpy, scores, [1, -1, 0], [4.0, 7.0, 1.0])
    [1, -1, 1]
    """
    if not crosses(heads):
        return heads
    size = len(heads)
    root = heads.index(-1)
    above = np.array(heads)
    above[root] = root  # of no length: nothing crosses it
    own = np.arange(size)
    low, high = np.minimum(own, above), np.maximum(own, above)
    # The arc of the root spans what is under it: no arc may pass over the root.
    crossing = (low[:, None] < low) & (low < high[:, None]) & (high[:, None] < high)
    over = (low < root) & (root < high)
    crossed: list[set[int]] = [{root} if one else set() for one in over.tolist()]
    for one, other in np.argwhere(crossing).tolist():
        crossed[one].add(other)
        crossed[other].add(one)
    arcs = list(zip(low.tolist(), high.tolist(), strict=True))
    wrong = {word: some for word, some in enumerate(crossed) if some}
    for _ in range(size):
        if not wrong:
            break
        at = min(wrong, key=lead.__getitem__)
        head = _best_head(scores[at, 1:].tolist(), heads, arcs, root, at)
        if head < 0:
            lead[at] = _STUCK  # nothing fits before others have moved
            if all(lead[i] == _STUCK for i in wrong):
                break
            continue
        heads[at] = head
        arcs[at] = min(at, head), max(at, head)
        for word in wrong.pop(at):  # what it crossed; the new arc crosses none
            if word != root:
                wrong[word].discard(at)
                if not wrong[word]:
                    del wrong[word]
    return heads


def crosses(heads: list[int]) -> bool:
    """Tell whether two arcs of a tree cross, or one passes over the root.

    >>> crosses([1, -1, 1]), crosses([2, 3, -1, 2]), crosses([2, -1, 1])
    (False, True, True)
    """
    size = len(heads)
    ends: list[list[int]] = [[] for _ in heads]  # where the arcs that start at a word end
    for word, head in enumerate(heads):
        if head < 0:
            root = word
        elif head < word:
            ends[head].append(word)
        else:
            ends[word].append(head)
    open_ends = [size, root]  # the one that ends next is the last
    for word, some in enumerate(ends):
        while open_ends[-1] <= word:
            open_ends.pop()
        if some:
            some.sort(reverse=True)
            if some[0] > open_ends[-1]:
                return True
            open_ends += some
    return False


def _best_head(
    scores: list[float], heads: list[int], arcs: list[tuple[int, int]], root: int, at: int
) -> int:
    """Return the best head of a word whose arc crosses none and that does not hang on it; -1 for none."""
    size = len(heads)
    first, last = (root, size - 1) if at > root else (0, root)  # what the word sees, itself apart
    if at == root:
        first = 0
    hidden = 0  # words strictly under an arc that the word is outside of, as bits
    for word, (low, high) in enumerate(arcs):
        if word == at or high <= low + 1:
            continue
        if low > at or high < at:
            hidden |= (1 << high) - (1 << low + 1)
        elif low < at < high:
            first = max(first, low)
            last = min(last, high)
    best, found = _NEVER, -1
    for word in range(first, last + 1):
        if scores[word] > best and word != at and not hidden >> word & 1:
            up = word
            while up >= 0 and up != at:
                up = heads[up]
            if up < 0:
                best, found = scores[word], word
    return found
