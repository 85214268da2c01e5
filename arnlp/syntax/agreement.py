"""Whether a noun may be what the tree says it is: agreement, markers, order."""

from __future__ import annotations

from functools import lru_cache

from arnlp.morphology import features as F
from arnlp.morphology import readings
from arnlp.syntax.clause import Clause
from arnlp.syntax.lemmas import SMALL, VERBAL, lemma, lemmas
from arnlp.syntax.phrases import Spans, is_marked, stray_preposition
from arnlp.syntax.shape import Shape
from arnlp.syntax.tree import Tree

_OPEN_ENDS = ("ا", "ى", "اء")  # السينما, القوى: the form does not tell gender or number


def may_be_subject(shape: Shape, spans: Spans, clause: Clause, word: int) -> bool:
    """Tell whether a word may be the subject of a clause."""
    tree = shape.tree
    if tree.pos[word] in VERBAL or (tree.pos[word] in SMALL and tree.readings[word].pos != "PRON"):
        return False
    if not shape.arabic:
        return not _is_governed(shape, spans, word)
    return not is_marked(shape, spans, word) and agrees(shape, clause, word)


def _is_governed(shape: Shape, spans: Spans, word: int) -> bool:
    """Tell whether a preposition governs an English noun; over 300 people is no such case."""
    tree = shape.tree
    for child in shape.children[word]:
        if shape.functions[child] == "case" and child < word and tree.pos[child] != "SCONJ":
            exact = lemma(tree, child) in lemmas("approximators")
            if not (exact and tree.pos[child + 1] in ("NUM", "SYM")):
                return True
    return stray_preposition(shape, spans, word) >= 0


def agrees(shape: Shape, clause: Clause, word: int) -> bool:
    """Tell whether a noun may be the subject of an Arabic clause, by gender and person."""
    if clause.kind != "verbal" or shape.tree.pos[word] != "NOUN":
        return True
    return verb_agrees(shape.tree, clause.predicate, word)


def verb_agrees(tree: Tree, verb: int, word: int) -> bool:
    """Tell whether a noun may be the subject of an Arabic verb, by gender and person.

    All readings of both words count, not the chosen ones alone. Only a singular noun binds the gender
    of its verb: plurals of things are feminine singular, and a verb before its subject is singular.
    """
    told = bits_of(tree.words[verb], F.VERBAL_POS, F.THIRD)
    if not told:
        return not bits_of(tree.words[verb], F.VERBAL_POS, 0)
    if word > verb and not told & F.SING:
        return False  # a verb before its subject is singular
    if tree.pos[word] != "NOUN" or tree.readings[word].guessed:
        return True
    noun = bits_of(tree.words[word], F.NOUN, 0)
    if not noun or noun & (F.PLUR | F.DUAL):
        return True
    if tree.words[word].endswith(_OPEN_ENDS) or lemma(tree, word) in lemmas("quantifying_nouns"):
        return True
    if word - verb > 1 and not noun & F.MASC:
        return True  # a verb may stay masculine where something parts it from its subject
    return bool(told & noun & F.GENDER)


@lru_cache(maxsize=65536)
def bits_of(word: str, pos: int, person: int) -> int:
    """Return the bits of all readings of a word with one of these parts of speech, and the person."""
    out = 0
    for reading in readings(word):
        if reading.bits & pos and (not person or reading.bits & person):
            out |= reading.bits
    return out


def may_be_object(shape: Shape, spans: Spans, clause: Clause, word: int) -> bool:
    """Tell whether a word may be the object of a clause."""
    tree = shape.tree
    if tree.pos[word] in SMALL or tree.pos[word] in VERBAL:
        return False
    if not shape.arabic:
        return not _is_governed(shape, spans, word)
    return word > clause.predicate and not is_marked(shape, spans, word)
