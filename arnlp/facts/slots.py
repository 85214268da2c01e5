"""Where candidates stand beside their figure, so that those of a list are told by the figure before.

In ``Muharraq 5,344, the Northern Governorate 6,618`` what stands right before each figure plays the same
part: what was chosen from a place beside the figure before makes the candidate of that place likelier.
"""

from __future__ import annotations

from arnlp.facts.candidates import Candidate
from arnlp.facts.view import View
from arnlp.syntax.lemmas import marker, preposition

Slot = tuple[str, int, str, str]  # side, nouns between, what leads to it, kind
_FAR = 3  # nouns between that are told apart
OFF: Slot = ("off", 0, "", "")


def slots_of(view: View, found: list[Candidate], kinds: list[str]) -> list[Slot]:
    """Return where each candidate of a figure stands beside it; ``OFF`` in another sentence."""
    return [
        (*_beside(view, one.head), kind) if one.sentence == view.number else OFF
        for one, kind in zip(found, kinds, strict=True)
    ]


def _beside(view: View, head: int) -> tuple[str, int, str]:
    known = view.slots.get(head)
    if known is not None:
        return known
    if head >= view.stop:
        side, low, high = "behind", view.stop, head
    elif head < view.first:
        side, low, high = "before", head + 1, view.first
    else:
        side, low, high = "inside", head, head
    tree, shape = view.syntax.tree, view.syntax.shape
    lead = preposition(tree.readings[head]) or next(
        (
            marker(tree, c)
            for c in shape.children[head]
            if c < head and shape.functions[c] == "case"
        ),
        "",
    )
    found = view.slots[head] = side, min(view.nouns_between(low, high), _FAR), lead
    return found


def alike(one: Slot, other: Slot) -> str:
    """Return how the place of a candidate is like that of one of the figure before.

    >>> alike(("before", 0, "", "place"), ("before", 0, "", "place"))
    'same'
    >>> alike(("before", 0, "in", "place"), ("before", 0, "", "noun"))
    'near'
    """
    if one == other:
        return "same"
    if one[0] != other[0]:
        return "other"
    if one[1:3] == other[1:3]:
        return "place"
    if one[1] == other[1]:
        return "near"
    return "kind" if one[2:] == other[2:] else "side"
