"""English trees mended where word order contradicts them: there is, says X, said X would."""

from __future__ import annotations

from arnlp.syntax.lemmas import VERBAL, lemma, lemmas
from arnlp.syntax.phrases import Spans
from arnlp.syntax.shape import Shape

_HELPING = frozenset({"aux", "cop", "case", "mark", "fixed", "compound", "amod"})
_SUBJECTS = ("nsubj", "csubj")
_CLAUSES = frozenset({"ccomp", "advcl", "parataxis", "dep"})


def mend_english(shape: Shape, spans: Spans) -> bool:
    """Put right what hangs on the verbs of an English sentence; tell whether a word was hung elsewhere."""
    moved = False
    for word, pos in enumerate(shape.tree.pos):
        if pos in VERBAL and shape.functions[word] not in _HELPING:
            if shape.children[word] and shape.child(word, *_SUBJECTS) < 0:
                _settle_object(shape, word)
            if shape.functions[word] in _CLAUSES and shape.child(word, *_SUBJECTS) < 0:
                moved |= _take_subject(shape, spans, word)
    return moved


def _settle_object(shape: Shape, verb: int) -> None:
    """Make the noun behind the verb its subject where there or an utterance stands before it."""
    tree = shape.tree
    noun = shape.child(verb, "obj")
    if noun <= verb:
        return
    name = lemma(tree, verb)
    inverted = (
        verb > 0
        and tree.pos[verb - 1] == "PUNCT"
        and name in lemmas("saying_verbs")
        and tree.pos[noun] in ("PROPN", "NOUN")
    )
    if inverted or name == "be":
        shape.functions[noun] = "nsubj"


def _take_subject(shape: Shape, spans: Spans, verb: int) -> bool:
    """Give a clause without subject the object that stands right before it: said the plan would help."""
    tree = shape.tree
    head = shape.heads[verb]
    if head < 0 or head > verb or tree.pos[head] not in VERBAL or shape.child(verb, "mark") >= 0:
        return False
    first = spans.yields[verb][0]
    noun = next(
        (
            child
            for child in shape.children[head]
            if shape.functions[child] == "obj" and spans.yields[child][1] == first
        ),
        -1,
    )
    if noun < 0 or noun < head or not _is_finite(shape, verb):
        return False
    shape.children[head].remove(noun)
    shape.children[verb].insert(0, noun)
    shape.heads[noun] = verb
    shape.functions[noun] = "nsubj"
    shape.functions[verb] = "ccomp"
    return True


def _is_finite(shape: Shape, verb: int) -> bool:
    if shape.child(verb, "aux", "cop") >= 0:
        return True
    return (
        shape.functions[verb] == "ccomp"
        and ("VerbForm", "Fin") in shape.tree.readings[verb].bundle.features
    )
