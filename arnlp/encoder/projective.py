"""The best tree of a sentence in which no two arcs cross (Eisner 1996), from scores of pairs of words."""

from __future__ import annotations

from typing import Any

_NEVER = -1e9


def crosses(heads: list[int]) -> bool:
    """Tell whether two arcs of a tree cross; the root stands before the first word.

    >>> crosses([1, -1, 1]), crosses([2, 3, -1, 2])
    (False, True)
    """
    open_ends: list[int] = []
    size = len(heads)
    opened: list[list[int]] = [[] for _ in range(size + 1)]
    closed = [0] * (size + 1)
    for word, head in enumerate(heads):
        first, last = sorted((word + 1, head + 1))
        opened[first].append(last)
        closed[last] += 1
    for place in range(size + 1):
        for _ in range(closed[place]):
            if not open_ends or open_ends.pop() != place:
                return True
        open_ends.extend(sorted(opened[place], reverse=True))
    return False


def projective(np: Any, scores: Any) -> list[int]:
    """Return the heads of the best tree without crossing arcs, with one root.

    ``scores`` has a row for each word and a column for each head, the first for the root.

    >>> import numpy
    >>> projective(numpy, numpy.array([[0.0, -9, 5, 1], [1, 2, -9, 0], [0, 0, 4, -9]]))
    [1, -1, 1]
    """
    size = len(scores)
    arc = scores[:, 1:].T.astype(np.float64)  # head, dependent
    shape = (size, size)
    # Best stretches between two words, by which end is the head, open (an arc to be) or complete.
    left, right = np.full(shape, _NEVER), np.full(shape, _NEVER)
    open_split = np.zeros(shape, np.int64)
    left_split, right_split = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    open_left, open_right = np.full(shape, _NEVER), np.full(shape, _NEVER)
    every = np.arange(size)
    left[every, every] = right[every, every] = 0.0
    for width in range(1, size):
        first = np.arange(size - width)
        last = first + width
        split = first[:, None] + np.arange(width)[None, :]
        inner = right[first[:, None], split] + left[split + 1, last[:, None]]
        at = inner.argmax(1)
        best = inner[first, at]
        open_split[first, last] = first + at
        open_left[first, last] = best + arc[last, first]
        open_right[first, last] = best + arc[first, last]
        inner = left[first[:, None], split] + open_left[split, last[:, None]]
        at = inner.argmax(1)
        left[first, last] = inner[first, at]
        left_split[first, last] = first + at
        inner = open_right[first[:, None], split + 1] + right[split + 1, last[:, None]]
        at = inner.argmax(1)
        right[first, last] = inner[first, at]
        right_split[first, last] = first + at + 1
    root = int((scores[:, 0] + left[0] + right[:, -1]).argmax())
    heads = [-1] * size
    todo = [(0, root, 0), (root, size - 1, 1)]
    while todo:
        a, b, kind = todo.pop()
        if a == b:
            continue
        if kind == 0:  # complete, head at its end
            k = int(left_split[a, b])
            todo += [(a, k, 0), (k, b, 2)]
        elif kind == 1:  # complete, head at its start
            k = int(right_split[a, b])
            todo += [(a, k, 3), (k, b, 1)]
        else:
            heads[a if kind == 2 else b] = b if kind == 2 else a
            k = int(open_split[a, b])
            todo += [(a, k, 1), (k + 1, b, 0)]
    return heads
