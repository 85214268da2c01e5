"""Subjects that Arabic trees hang elsewhere: what was done (تم تجهيز المركز), what must be (يجب القيام به)."""

from __future__ import annotations

from arnlp.syntax.agreement import verb_agrees
from arnlp.syntax.lemmas import VERBAL, bare, is_masdar, lemma, lemmas, preposition
from arnlp.syntax.shape import Shape

_MOVED = frozenset({"obl", "advcl", "conj", "ccomp", "parataxis", "mark", "cc", "advmod"})
_CLIMB = 8


def mend_light(shape: Shape) -> bool:
    """Give light and impersonal verbs the noun of action behind them; tell whether a word was hung elsewhere."""
    moved = False
    tree = shape.tree
    wanting = lemmas("support_verbs", **{"class": "light"}) | lemmas("impersonal_verbs")
    for word, pos in enumerate(tree.pos):
        if pos in VERBAL and bare(tree.readings[word].lemma) in wanting:
            moved |= _take_done(shape, word)
        elif pos in ("DET", "NOUN") and lemma(tree, word) == "كل":
            moved |= _take_all(shape, word)
    return moved


def _take_done(shape: Shape, verb: int) -> bool:
    tree = shape.tree
    noun = verb + 1
    while noun < len(tree.words) and tree.pos[noun] == "ADV":
        noun += 1
    if noun >= len(tree.words) or tree.pos[noun] != "NOUN" or preposition(tree.readings[noun]):
        return False
    head, function = shape.heads[noun], shape.functions[noun]
    if head == verb:
        if function != "nsubj" and is_masdar(tree.readings[noun]):
            shape.functions[noun] = "nsubj"
        return False
    if not is_masdar(tree.readings[noun]) or shape.child(verb, "nsubj") > noun:
        return False
    if shape.heads[verb] != noun:
        return shape.hang(noun, verb, "nsubj")
    if not shape.hang(verb, head, function):
        return False
    shape.hang(noun, verb, "nsubj")
    for child in shape.children[noun][:]:
        if child < noun or shape.functions[child] in _MOVED:
            shape.hang(child, verb, shape.functions[child])
    return True


def _take_all(shape: Shape, word: int) -> bool:
    """Hang كل من X, Y on the verb before it that has no subject: شارك في تقديمها كل من."""
    tree = shape.tree
    head = shape.heads[word]
    if head < 0 or head > word or word + 1 >= len(tree.words) or tree.words[word + 1] != "من":
        return False
    if (
        preposition(tree.readings[word])
        or shape.child(word, "case") >= 0
        or tree.words[word - 1] == "من"
    ):
        return False
    for _ in range(_CLIMB):
        if head < 0 or tree.pos[head] in VERBAL:
            break
        head = shape.heads[head]
    if head < 0 or tree.pos[head] not in VERBAL or shape.child(head, "nsubj", "obj") >= 0:
        return False
    return verb_agrees(tree, head, word) and shape.hang(word, head, "nsubj")
