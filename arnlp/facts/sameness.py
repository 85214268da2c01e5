"""Whether two phrases say the same: by their content words."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Any

from arnlp.facts.predicates import words as light
from arnlp.text.clitics import articled, written
from arnlp.text.view import normalize

Content = frozenset[str]


@lru_cache(maxsize=4096)
def content(text: str) -> Content:
    """Return the content words of a phrase, by which it is known again."""
    words = frozenset(map(_bare, text.lower().split()))
    return (words - light("light")) or words


def says_same(a: Content, b: Content) -> bool:
    """Tell whether one phrase has all words of another, or half of the words of both are the same.

    >>> says_same(content("صادرات المملكة"), content("الصادرات")), says_same(content("exports"), content("imports"))
    (True, False)
    """
    if a.isdisjoint(b):
        return False
    shared = len(a & b)
    return shared == min(len(a), len(b)) or 4 * shared >= len(a) + len(b)


def same_pairs(np: Any, shared: Any, mine: Any, theirs: Any) -> Any:
    """Return which pairs of phrases say the same, 1 or 0: :func:`says_same` over matrices.

    ``shared`` tells how many content words the two of each pair share, ``mine`` and ``theirs`` how many each has.
    """
    enough = (shared == np.minimum(mine, theirs)) | (4 * shared >= mine + theirs)
    return ((shared > 0) & enough).astype(np.float32)


def often(text: str) -> Counter[str]:
    """Return how often a text has each content word."""
    return Counter(map(_bare, text.lower().split()))


@lru_cache(maxsize=32_768)
def _bare(word: str) -> str:
    word = normalize(word)
    letters = len(written(bits)) if (bits := articled(word)) else 0
    return word[letters:] if len(word) - letters >= 2 else word
