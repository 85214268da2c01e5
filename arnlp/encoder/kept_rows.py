"""Rows of numbers by spelling, each made once: what a model sees of a word without its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

Edge = TypeVar("Edge", str, "str | None")


class KeptRows(Generic[Edge]):
    """The rows of all spellings seen so far; that of ``edge``, which stands between sentences, is zeros.

    ``shape`` is that of a row, ``write`` fills the rows of new spellings, ``first`` is how many rows
    memory is taken for to begin with.
    """

    def __init__(
        self,
        np: Any,
        shape: tuple[int, ...],
        edge: Edge,
        write: Callable[[list[str], Matrix], None],
        first: int,
    ) -> None:
        self._np, self._shape, self._write, self._first = np, shape, write, first
        self._edge: Edge = edge
        self._clear()

    def _clear(self) -> None:
        self._known: dict[Edge, int] = {self._edge: 0}
        self._rows: Matrix = self._np.zeros((self._first, *self._shape), self._np.float32)

    def of(self, words: Sequence[Edge], most: int) -> Matrix:
        """Return a row for each word as it is written, and for each edge; ``most`` spellings are kept."""
        new = dict.fromkeys(word for word in words if word not in self._known)
        if new and len(self._known) + len(new) > most:
            self._clear()
            new = dict.fromkeys(words)
        if new:
            self._add([word for word in new if word is not None and word != self._edge])
        at = self._np.fromiter(map(self._known.__getitem__, words), self._np.intp, len(words))
        rows: Matrix = self._rows[at]
        return rows

    def _add(self, new: list[str]) -> None:
        first, last = len(self._known), len(self._known) + len(new)
        if last > len(self._rows):
            size = max(last, 2 * len(self._rows))
            larger = self._np.zeros((size, *self._shape), self._np.float32)
            larger[:first] = self._rows[:first]
            self._rows = larger
        self._write(new, self._rows[first:last])
        self._known.update(zip(new, range(first, last), strict=True))


def summed(np: Any, table: Any, scale: Any, ids: Any, starts: list[int]) -> Matrix:
    """Return the sums of rows of bytes, each with its scale; ``starts`` are where each sum begins in ``ids``."""
    parts = table[ids].astype(np.float32)
    parts *= scale[ids][..., None]
    out: Matrix = np.add.reduceat(parts, starts)
    return out
