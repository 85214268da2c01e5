"""A tree made sound: no circle, no word below a mark, its words from heads to what hangs on them."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass
from functools import cache

from arnlp.syntax.tree import Tree

_MARKS_IN_A_ROW = 8


@dataclass(slots=True)
class Shape:
    """A tree that rules may walk, whatever the parser said; lists are parallel to the words.

    ``heads`` have no circle and are no marks; ``functions`` are the relations without their subtype;
    ``children`` are in the order of the words, marks left out; ``order`` has every head before what
    hangs on it. ``arabic`` tells that the sentence is Arabic.
    """

    tree: Tree
    arabic: bool
    heads: list[int]
    functions: list[str]
    children: list[list[int]]
    order: list[int]

    def reorder(self) -> None:
        """Put the words in order again after one was hung elsewhere."""
        order = [word for word, head in enumerate(self.heads) if head < 0]
        for word in order:  # grows while it is read
            order.extend(self.children[word])
        self.order = order

    def hang(self, word: int, head: int, function: str) -> bool:
        """Hang a word elsewhere; tell whether it was, which would not be where the head hangs on it."""
        above = head
        while above >= 0:
            if above == word:
                return False
            above = self.heads[above]
        if self.heads[word] >= 0:
            self.children[self.heads[word]].remove(word)
        self.heads[word] = head
        if head >= 0:
            insort(self.children[head], word)
        self.functions[word] = function
        return True

    def left(self, word: int) -> list[int]:
        """Return the children before a word, the nearest first."""
        return [child for child in reversed(self.children[word]) if child < word]

    def right(self, word: int) -> list[int]:
        """Return the children behind a word, the nearest first."""
        return [child for child in self.children[word] if child > word]

    def child(self, word: int, *functions: str) -> int:
        """Return the first child with one of these functions, -1 where there is none."""
        told = self.functions
        for child in self.children[word]:
            if told[child] in functions:
                return child
        return -1


def shape_of(tree: Tree) -> Shape:
    """Make a tree sound.

    A circle is broken at its first word, which hangs on nothing then; what hangs on a mark hangs on
    what the mark hangs on.
    """
    heads = _without_circles(tree.heads)
    pos = tree.pos
    children: list[list[int]] = [[] for _ in heads]
    roots = []
    for word, head in enumerate(heads):
        if head >= 0 and pos[head] == "PUNCT":
            head = heads[word] = _beyond_marks(heads, pos, head)
        if head < 0:
            roots.append(word)
        elif pos[word] != "PUNCT":
            children[head].append(word)
    order = roots
    for word in order:  # grows while it is read
        below = children[word]
        if below:
            order.extend(below)
    functions = [_function(relation) for relation in tree.relations]
    return Shape(tree, _is_arabic(tree), heads, functions, children, order)


def _beyond_marks(heads: list[int], pos: list[str], head: int) -> int:
    """Return what a mark hangs on, over some more of them, -1 where that is none but a mark."""
    for _ in range(_MARKS_IN_A_ROW):
        if head < 0 or pos[head] != "PUNCT":
            return head
        head = heads[head]
    return head if head < 0 or pos[head] != "PUNCT" else -1


@cache
def _function(relation: str) -> str:
    return relation.partition(":")[0]


def _without_circles(heads: list[int]) -> list[int]:
    size = len(heads)
    sound = [head if 0 <= head < size else -1 for head in heads]
    seen = [0] * size  # the round in which a word was met
    for first in range(size):
        word = first
        while word >= 0 and not seen[word]:
            seen[word] = first + 1
            if sound[word] >= 0 and seen[sound[word]] == first + 1:
                sound[word] = -1
            word = sound[word]
    return sound


def _is_arabic(tree: Tree) -> bool:
    firsts = [word[:1] for word in tree.words]
    arabic = len([1 for first in firsts if "\u0620" <= first <= "\u06d3"])
    if 2 * arabic > len(firsts):
        return True
    return arabic > len([1 for first in firsts if first.isascii() and first.isalpha()])
