"""Whether a noun may be what the tree says it is: agreement, markers, order."""

from __future__ import annotations

from functools import lru_cache

from arnlp.morphology import features as F
from arnlp.morphology import readings
from arnlp.syntax.clause import Clause
from arnlp.syntax.lemmas import SMALL, VERBAL, lemma, lemmas
from arnlp.syntax.phrases import Spans, is_marked
from arnlp.syntax.shape import Shape

_OPEN_ENDS = ("ا", "ى", "اء")  # السينما, القوى: the form does not tell gender or number


def may_be_subject(shape: Shape, spans: Spans, clause: Clause, word: int) -> bool:
    """Tell whether a word may be the subject of a clause."""
    tree = shape.tree
    if tree.pos[word] in SMALL or (tree.pos[word] in VERBAL):
        return False
    if not shape.arabic:
        return True
    return not is_marked(shape, spans, word) and agrees(shape, clause, word)


def agrees(shape: Shape, clause: Clause, word: int) -> bool:
    """Tell whether a noun may be the subject of an Arabic verb, by gender and person.

    All readings of both words count, not the chosen ones alone. Only a singular noun binds the gender
    of its verb: plurals of things are feminine singular, and a verb before its subject is singular.
    """
    tree = shape.tree
    if clause.kind != "verbal" or tree.pos[word] != "NOUN":
        return True
    verb = _bits(tree.words[clause.predicate], F.VERBAL_POS, F.THIRD)
    if not verb:
        return not _bits(tree.words[clause.predicate], F.VERBAL_POS, 0)
    noun = _bits(tree.words[word], F.NOMINAL_POS, 0)
    if not noun or noun & (F.PLUR | F.DUAL) or tree.readings[word].guessed:
        return True
    if tree.words[word].endswith(_OPEN_ENDS) or lemma(tree, word) in lemmas("quantifying_nouns"):
        return True
    if word - clause.predicate > 1 and not noun & F.MASC:
        return True  # a verb may stay masculine where something parts it from its subject
    return bool(verb & noun & F.GENDER)


@lru_cache(maxsize=65536)
def _bits(word: str, pos: int, person: int) -> int:
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
        return True
    return word > clause.predicate and not is_marked(shape, spans, word)
