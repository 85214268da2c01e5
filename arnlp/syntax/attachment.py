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
            and not (shape.arabic and _is_time_of(shape, noun, last, found))
        ):
            shape.children[noun].remove(last)
            shape.children[verb] = sorted([*shape.children[verb], last])
            shape.heads[last] = verb
            shape.functions[last] = "obl"
            moved = True
        else:
            noun = last
    return moved


def keep_times(shape: Shape) -> bool:
    """Hang a year on the month before it, and an era on its years; tell whether something was.

    في أيلول من عام 1990, القرن الخامس قبل الميلاد: neither says when it was of the verb.
    """
    moved = False
    for word, function in enumerate(shape.functions):
        if function == "obl" and shape.tree.pos[shape.heads[word]] in VERBAL:
            case = shape.child(word, "case")
            if 0 < case < word:
                before = case - 1
                if shape.tree.pos[before] in ("ADJ", "NUM") and 0 <= shape.heads[before] < before:
                    before = shape.heads[before]
                if _is_time_of(shape, before, word, marker(shape.tree, case)):
                    moved |= shape.hang(word, before, "nmod")
    return moved


def _is_time_of(shape: Shape, noun: int, word: int, found: str) -> bool:
    """Tell whether a phrase says of which year a month is, or of which era a year."""
    if not _is_time(shape, noun):
        return False
    if found in lemmas("era_markers", "of"):
        return _is_time(shape, word)
    return found in lemmas("era_markers", "era") and lemma(shape.tree, word) in lemmas(
        "era_markers"
    )


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
