"""From scores of pairs of words to a tree: one root, no cycle."""

from __future__ import annotations

from typing import Any

NEVER = -1e4  # of a word as its own head


def tree(np: Any, scores: Any) -> tuple[list[int], list[float]]:
    """Return the heads of a sentence, a tree with one root, and by how much each leads.

    ``scores`` has a row for each word and a column for each head, the first for the root. Each word
    takes its best head; where that leaves several roots or none, the best stays; a cycle is opened where
    it costs least. Where nothing must be mended, no other tree scores higher.

    >>> import numpy
    >>> tree(numpy, numpy.array([[1.0, -9, 3], [5.0, 4, -9]]))[0]
    [1, -1]
    """
    size = len(scores)
    rows = np.arange(size)
    best = scores.argmax(1)
    top = scores[rows, best]
    kept = scores[rows, best].copy()
    scores[rows, best] = -2e4
    lead = (top - scores.max(1)).tolist()
    scores[rows, best] = kept
    heads: list[int] = (best - 1).tolist()
    roots = [i for i, head in enumerate(heads) if head < 0]
    if len(roots) != 1:
        rest = scores[:, 1:].max(1) if size > 1 else np.full(size, -1e4)
        gain = scores[:, 0] - rest
        among = roots or range(size)
        root = max(among, key=lambda i: float(gain[i]))
        for i in roots:
            if i != root:
                heads[i] = int(scores[i, 1:].argmax())
        heads[root] = -1
    _open_cycles(np, scores, heads)
    return heads, lead


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
