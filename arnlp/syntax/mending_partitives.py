"""Arabic partitives: من right behind a number or a noun of quantity hangs on it, wherever the tree hangs it.

أربعة من كل عشرة, القليل من السكان, كلا من: what follows tells of what it is so many or so much.
"""

from __future__ import annotations

from arnlp.syntax.lemmas import VERBAL, lemma, lemmas
from arnlp.syntax.shape import Shape

_OF = "من"
_BOTH = frozenset({"كلا", "كلاً"})  # in the accusative, before من: the object
_QUANTITIES = frozenset({"NOUN", "NUM", "DET"})
_YEAR = 4  # figures


def mend_partitives(shape: Shape) -> bool:
    """Hang what من leads to on the quantity before it; tell whether a word was hung elsewhere."""
    tree = shape.tree
    moved = False
    for word, head in enumerate(shape.heads):
        if head < 0 or tree.pos[head] not in VERBAL or shape.functions[word] not in ("obl", "obj"):
            continue
        first = next(
            (c for c in shape.children[word] if shape.functions[c] == "case" and c < word), -1
        )
        if first < 1 or tree.words[first] != _OF or tree.pos[first] != "ADP":
            continue
        if any(shape.functions[c] == "fixed" for c in shape.children[first]):
            continue  # من خلال
        before = first - 1
        if before != head and _is_quantity(shape, before):
            moved |= shape.hang(word, before, "nmod")
    return moved


def _is_quantity(shape: Shape, word: int) -> bool:
    tree = shape.tree
    reading, written = tree.readings[word], tree.words[word]
    if tree.pos[word] not in _QUANTITIES or reading.enclitic is not None:
        return False
    if written in _BOTH:
        return True
    if tree.pos[word] == "NUM":
        return not (written.isdigit() and len(written) == _YEAR)
    return lemma(tree, word) in lemmas("quantifying_nouns")
