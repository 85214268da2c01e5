"""Prepositional phrases that a tree hangs on a noun where they belong to the clause.

A figure takes no prepositional phrase but what it is of (5 million in May, rose 5% to 9), and when
something was is said of the clause.
"""

from __future__ import annotations

from arnlp.syntax.compound import opens_compound
from arnlp.syntax.lemmas import VERBAL, lemma, lemmas, marker, preposition
from arnlp.syntax.shape import Shape

_CORE = frozenset({"obj", "nsubj", "obl"})
_DEPTH = 4


def attach(shape: Shape) -> bool:
    """Hang on their verb what belongs to the clause; tell whether something was."""
    moved = False
    for verb, pos in enumerate(shape.tree.pos):
        if pos in VERBAL:
            for noun in shape.children[verb][:]:
                if (
                    noun > verb
                    and shape.functions[noun] in _CORE
                    and shape.children[noun]
                    and not opens_compound(shape, noun)
                ):
                    moved |= _release(shape, verb, noun)
    return moved


def _release(shape: Shape, verb: int, noun: int) -> bool:
    """Hang on a verb what hangs at the end of the phrase of a noun."""
    moved = False
    for _ in range(_DEPTH):
        behind = [c for c in shape.right(noun) if shape.functions[c] == "nmod"]
        if not behind:
            return moved
        last = behind[-1]
        if shape.children[noun][-1] != last:
            return moved
        found = _marker(shape, last)
        if (
            found
            and found not in lemmas("noun_prepositions")
            and (_is_figure(shape, noun) or _is_time(shape, last))
        ):
            shape.children[noun].remove(last)
            shape.children[verb] = sorted([*shape.children[verb], last])
            shape.heads[last] = verb
            shape.functions[last] = "obl"
            moved = True
        else:
            noun = last
    return moved


def _marker(shape: Shape, word: int) -> str:
    for child in shape.children[word]:
        if child < word and shape.functions[child] == "case":
            return marker(shape.tree, child)
    return preposition(shape.tree.readings[word])


def _is_figure(shape: Shape, word: int) -> bool:
    return shape.tree.pos[word] in ("NUM", "SYM") or shape.child(word, "nummod") >= 0


def _is_time(shape: Shape, word: int) -> bool:
    tree = shape.tree
    if lemma(tree, word) in lemmas("time_nouns"):
        return True
    written = tree.words[word]
    return tree.pos[word] == "NUM" and len(written) == 4 and written.isdigit()
