"""English trees mended where word order contradicts them: there is, says X, said X would.

A verb has one subject: of two, that of a clause before it goes to that clause, and a name behind a
title belongs to it. What stands before a verb that has no subject is no object.
"""

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
        if pos == "SYM":
            moved |= _take_figure(shape, word)
        if shape.functions[word] in _HELPING or not (shape.children[word] or pos in VERBAL):
            continue
        without = shape.child(word, *_SUBJECTS) < 0
        if pos in VERBAL:
            if not without:
                moved |= _part_subjects(shape, spans, word)
            elif shape.children[word]:
                _settle_object(shape, word)
            moved |= _hand_back(shape, spans, word)
            if shape.functions[word] in _CLAUSES and shape.child(word, *_SUBJECTS) < 0:
                moved |= _take_subject(shape, spans, word)
        elif without and shape.child(word, "cop") >= 0:
            _take_gerund(shape, word)
    return moved


def opens_with_pronoun(shape: Shape, word: int) -> bool:
    """Tell whether an auxiliary is written as one with the subject before it: I've, they'll."""
    reading = shape.tree.readings[word]
    return reading.pos == "PRON" and reading.enclitic is not None


def _settle_object(shape: Shape, verb: int) -> None:
    """Make the noun behind the verb its subject where there or an utterance stands before it."""
    tree = shape.tree
    noun = shape.child(verb, "obj")
    if 0 <= noun < verb and tree.pos[noun] in ("NOUN", "PROPN"):
        if shape.functions[verb] != "acl" and not _is_helped_by_pronoun(shape, verb):
            shape.functions[noun] = "nsubj"
        return
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


def _is_helped_by_pronoun(shape: Shape, verb: int) -> bool:
    return any(
        shape.functions[child] == "aux" and opens_with_pronoun(shape, child)
        for child in shape.children[verb]
    )


def _part_subjects(shape: Shape, spans: Spans, verb: int) -> bool:
    """Leave a verb with one subject; tell whether a word was hung elsewhere."""
    subjects = [c for c in shape.children[verb] if shape.functions[c] == "nsubj"]
    if len(subjects) < 2:
        return False
    first, second = subjects[:2]
    if spans.yields[first][1] == spans.yields[second][0] and shape.tree.pos[second] == "PROPN":
        return shape.hang(second, first, "flat")  # Minister Sara Khan
    for clause in shape.children[verb]:
        between = first < clause < second
        if between and shape.functions[clause] in _CLAUSES:
            if shape.child(clause, *_SUBJECTS) < 0:
                return shape.hang(first, clause, "nsubj")
            return False
    return False


def _hand_back(shape: Shape, spans: Spans, verb: int) -> bool:
    """Give an object before a verb to the verb right before it: which has 12 members, has met."""
    noun = shape.child(verb, "obj")
    if noun < 0 or noun > verb:
        return False
    other = spans.yields[noun][0] - 1
    if other < 0 or shape.tree.pos[other] not in VERBAL or shape.functions[other] in _HELPING:
        return False
    return shape.child(other, "obj") < 0 and shape.hang(noun, other, "obj")


def _take_gerund(shape: Shape, word: int) -> None:
    """Make the gerund before a copula the subject: doing nothing is no option."""
    copula = shape.child(word, "cop")
    for child in shape.children[word]:
        if child < copula and shape.functions[child] in ("acl", "advcl", "ccomp"):
            if ("VerbForm", "Ger") in shape.tree.readings[child].bundle.features:
                shape.functions[child] = "csubj"
        return


def _take_figure(shape: Shape, sign: int) -> bool:
    """Hang a sign on the figure right before it: 5-7%."""
    before = sign - 1
    if before < 0 or shape.tree.pos[before] != "NUM" or shape.heads[before] == sign:
        return False
    top = before
    while shape.functions[top] == "flat" and (head := shape.heads[top]) >= 0:
        if shape.tree.pos[head] != "NUM":
            break
        top = head
    return (
        shape.heads[top] >= 0
        and shape.heads[top] == shape.heads[sign]
        and shape.hang(sign, top, "flat")
    )
