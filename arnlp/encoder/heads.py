"""From scores of pairs of words to a tree: one root, no cycle."""

from __future__ import annotations

from typing import Any

NEVER = -1e4  # of a word as its own head


def best_heads(np: Any, scores: Any) -> tuple[list[int], list[float]]:
    """Return for each row its best head, -1 for the root, and by how much that leads.

    ``scores`` has a row for each word and a column for each head, the first for the root.

    >>> import numpy
    >>> best_heads(numpy, numpy.array([[1.0, -9, 3], [5.0, 4, -9]]))
    ([1, -1], [2.0, 1.0])
    """
    rows = np.arange(len(scores))
    best = scores.argmax(1)
    top = scores[rows, best]
    scores[rows, best] = 2 * NEVER
    lead = (top - scores.max(1)).tolist()
    scores[rows, best] = top
    return (best - 1).tolist(), lead


def tree(np: Any, scores: Any, heads: list[int]) -> list[int]:
    """Make a tree with one root of the best heads of a sentence, in their list.

    ``scores`` are as above. Where several words or none are the root, the best stays; a cycle is opened
    where it costs least. Where nothing must be mended, no other tree scores higher.

    >>> import numpy
    >>> tree(numpy, numpy.array([[1.0, -9, 3], [5.0, 4, -9]]), [1, 0])
    [1, -1]
    """
    if heads.count(-1) != 1:
        size = len(heads)
        roots = [i for i, head in enumerate(heads) if head < 0]
        rest = scores[:, 1:].max(1) if size > 1 else np.full(size, NEVER)
        gain = scores[:, 0] - rest
        among = roots or range(size)
        root = max(among, key=lambda i: float(gain[i]))
        for i in roots:
            if i != root:
                heads[i] = int(scores[i, 1:].argmax())
        heads[root] = -1
    _open_cycles(np, scores, heads)
    return heads


def _open_cycles(np: Any, scores: Any, heads: list[int]) -> None:
    size = len(heads)
    state = [0] * size  # 0 unseen, else the walk that met it; -1 leads to the root
    walk = 0
    at = 0
    while at < size:
        if state[at]:
            at += 1
            continue
        walk += 1
        i, path = at, []
        while i >= 0 and not state[i]:
            state[i] = walk
            path.append(i)
            i = heads[i]
        if i >= 0 and state[i] == walk:  # met itself
            cycle = path[path.index(i) :]
            for j in path:
                state[j] = 0
            _open(np, scores, heads, cycle, state)
            continue
        for j in path:
            state[j] = -1
        at += 1


def _open(np: Any, scores: Any, heads: list[int], cycle: list[int], state: list[int]) -> None:
    """Let one word of a cycle take a head that leads to the root: the one that loses least."""
    safe = [i for i, known in enumerate(state) if known == -1]
    if not safe:  # nothing leads to the root yet: the root itself
        top = next((i for i, head in enumerate(heads) if head < 0), cycle[0])
        safe = [top]
        if top in cycle:
            heads[top] = -1
            return
    columns = np.array(safe) + 1
    rows = np.array(cycle)
    options = scores[rows[:, None], columns[None, :]]
    loss = scores[rows, np.array([heads[i] for i in cycle]) + 1][:, None] - options
    at = int(loss.argmin())
    heads[cycle[at // len(safe)]] = safe[at % len(safe)]
