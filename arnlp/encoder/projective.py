"""Trees without crossing arcs: sentences of both languages hardly have any, so most that a network says are wrong."""

from __future__ import annotations

from typing import Any

_NEVER = -1e9


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
    size = len(heads)
    own = np.arange(size)
    above = np.array(heads)
    low, high = np.minimum(own, above), np.maximum(own, above)
    # The arc of the root spans what is under it: no arc may pass over the root.
    for _ in range(size):
        root = int((above < 0).argmax())
        inside = (low[None, :] > low[:, None]) & (low[None, :] < high[:, None])
        crossing = inside & (high[None, :] > high[:, None])
        crossing[root, :] = crossing[:, root] = False
        over = (low < root) & (high > root)
        over[root] = False
        wrong = crossing.any(0) | crossing.any(1) | over
        if not wrong.any():
            break
        at = min(np.flatnonzero(wrong).tolist(), key=lead.__getitem__)
        options = scores[at, 1:].copy()
        options[at] = _NEVER
        options[_under(heads, at)] = _NEVER
        a, b = np.minimum(own, at)[:, None], np.maximum(own, at)[:, None]
        rest = own != at
        rest[root] = False
        left, right = low[rest][None, :], high[rest][None, :]
        bad = ((left > a) & (left < b) & (right > b)) | ((left < a) & (right > a) & (right < b))
        options[bad.any(1) | ((a[:, 0] < root) & (b[:, 0] > root))] = _NEVER
        head = int(options.argmax())
        if options[head] <= _NEVER:
            lead[at] = float("inf")  # nothing fits before others have moved
            if all(lead[i] == float("inf") for i in np.flatnonzero(wrong).tolist()):
                break
            continue
        heads[at] = head
        above[at], low[at], high[at] = head, min(at, head), max(at, head)
    return heads


def _under(heads: list[int], top: int) -> list[int]:
    """Return the words that hang on a word, itself among them."""
    state = [0] * len(heads)
    state[top] = 1
    for start in range(len(heads)):
        path, i = [], start
        while i >= 0 and not state[i]:
            path.append(i)
            i = heads[i]
        found = state[i] if i >= 0 else 2
        for j in path:
            state[j] = found
    return [i for i, known in enumerate(state) if known == 1]
