"""A long list of words in one string, found by bisection: nothing is built when it is loaded."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_BLOCK = 64  # words between two that are looked at


class WordList:
    """Sorted words, one a line, in bytes of UTF-8; told by their numbers.

    >>> import numpy as np
    >>> words = WordList(np, np.frombuffer("اب\\nابا\\nدبي".encode(), np.uint8))
    >>> words.find("دبي"), words.find("دب"), words.find("ابا\\nدبي")
    (2, -1, -1)
    """

    def __init__(self, np: Any, text: NDArray[np.uint8]) -> None:
        self._lines = lines = b"\n%b\n" % text.tobytes()
        ends = np.flatnonzero(np.frombuffer(lines, np.uint8) == ord("\n"))
        heads, behind = ends[:-1:_BLOCK], ends[1::_BLOCK]
        self._starts: list[int] = [*heads.tolist(), len(lines)]
        self._heads = [
            lines[a + 1 : b] for a, b in zip(self._starts, behind.tolist(), strict=False)
        ]

    def find(self, word: str) -> int:
        """Return the number of a word in the list, -1 for a word that is not there."""
        sought = word.encode("utf-8", "replace")
        block = bisect_right(self._heads, sought) - 1
        if block < 0 or b"\n" in sought:
            return -1
        start = self._starts[block]
        at = self._lines.find(b"\n%b\n" % sought, start, self._starts[block + 1] + 1)
        return -1 if at < 0 else block * _BLOCK + self._lines.count(b"\n", start, at)
