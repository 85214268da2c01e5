"""The rows of the ranker's table: one for each key of features, made when it is first seen.

A key stands for several names, and the network has an embedding of each: their sum is kept, so that a
candidate costs one row a key.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

from arnlp.facts.feature_names import Key, names

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

_KEPT = 200_000  # keys whose rows are known
_MADE = 32_768  # rows of sums that are kept: 13 MB


class KeyRows(dict[Key, int]):
    """The number of the row of each key; that of nothing where no name of it is known.

    ``known`` (kept as ``names``) are the numbers of the names, ``embed`` their rows, the last one of zeros.
    """

    def __init__(self, known: dict[str, int], embed: Matrix) -> None:
        super().__init__()
        import numpy as np

        self._np: Any = np
        self.names, self._embed = known, embed
        self.nothing = len(embed) - 1
        self._forget()

    def _forget(self) -> None:
        self.clear()
        self._table = self._embed
        self._size = len(self._embed)  # rows that are told of, the last ones still to be made
        self._parts: list[tuple[int, ...]] = []  # the names of those
        self._same: dict[tuple[int, ...], int] = {}

    def __missing__(self, key: Key) -> int:
        find = self.names.get
        parts = tuple([at for name in names(key) if (at := find(name)) is not None])
        if not parts:
            row = self.nothing
        elif len(parts) == 1:
            row = parts[0]
        else:
            row = self._same.get(parts, -1)
            if row < 0:
                row = self._same[parts] = self._size
                self._size += 1
                self._parts.append(parts)
        self[key] = row
        return row

    def room(self) -> None:
        """Forget all keys where there are too many; their numbers hold until then."""
        if len(self) > _KEPT or self._size > len(self._embed) + _MADE:
            self._forget()

    def taken(self, numbers: Any) -> Matrix:
        """Return the rows of these numbers."""
        if self._parts:
            self._make()
        rows: Matrix = self._table.take(numbers, 0)
        return rows

    def _make(self) -> None:
        """Make the rows that are told of: the sums of the rows of their names."""
        np, parts = self._np, self._parts
        first = self._size - len(parts)
        if self._size > len(self._table):
            made = len(self._embed) + max(1024, 2 * (self._size - len(self._embed)))
            larger = np.empty((made, self._embed.shape[1]), np.float32)
            larger[:first] = self._table[:first]
            self._table = larger
        flat = [at for some in parts for at in some]
        starts = [0, *accumulate(map(len, parts))][:-1]
        self._table[first : self._size] = np.add.reduceat(self._embed.take(flat, 0), starts, axis=0)
        self._parts = []
