"""Nouns of action: what they govern by themselves, and as the noun of a support verb."""

from __future__ import annotations

from functools import cache

from arnlp.lang import alternatives, table
from arnlp.syntax.clause import Clause
from arnlp.syntax.lemmas import NOMINAL, is_masdar, lemma, lemmas
from arnlp.syntax.phrases import Phrase, Spans, is_marked
from arnlp.syntax.shape import Shape
from arnlp.syntax.verb_lemmas import takes_no_object


@cache
def english_verbs() -> dict[str, str]:
    """Return the verb of each English noun of action."""
    return {
        noun: row["verb"]
        for row in table("en", "action_nouns")
        for noun in alternatives(row["lemmas"])
    }


def is_action(shape: Shape, word: int) -> bool:
    """Tell whether a word is a noun of action."""
    tree = shape.tree
    if tree.pos[word] != "NOUN":
        return False
    if shape.arabic:
        return is_masdar(tree.readings[word])
    return lemma(tree, word) in english_verbs()


def genitive(shape: Shape, spans: Spans, word: int) -> Phrase | None:
    """Return the phrase that a noun is annexed to, in English its possessor, or nothing."""
    for child in shape.children[word]:
        if shape.functions[child] != "nmod" or shape.tree.pos[child] not in NOMINAL:
            continue
        if shape.arabic:
            if child > word and not is_marked(shape, spans, child):
                return spans.phrase(child)
        elif shape.tree.relations[child] == "nmod:poss":
            return spans.phrase(child)
    return None


def fill_noun(shape: Shape, spans: Spans, clause: Clause) -> None:
    """Tell what a noun of action governs: its genitive is the subject of an intransitive verb."""
    tree = shape.tree
    word = clause.predicate
    if not shape.arabic:
        clause.lemma = english_verbs().get(lemma(tree, word), clause.lemma)
    of = genitive(shape, spans, word) or _shared_genitive(shape, spans, word)
    object_ = shape.child(word, "obj")
    if object_ > word and not is_marked(shape, spans, object_):
        clause.object = spans.phrase(object_)
    if of is None:
        return
    if not shape.arabic or clause.object or takes_no_object(tree.readings[word].verb or ""):
        clause.subject, clause.subject_by = of, "own"
    else:
        clause.object = of


def _shared_genitive(shape: Shape, spans: Spans, word: int) -> Phrase | None:
    """Return the genitive of the noun of action right behind an Arabic one: حرص وإخلاص العاملين."""
    child = shape.child(word, "conj")
    near = shape.arabic and child == word + 1 and is_masdar(shape.tree.readings[child])
    return genitive(shape, spans, child) if near else None


def fill_support(shape: Shape, spans: Spans, clause: Clause) -> None:
    """Tell the noun of action of a support verb, and of which phrase it is."""
    if clause.kind not in ("verbal", "participle"):
        return
    noun = -1
    passive = clause.voice == "passive"
    if clause.lemma in lemmas("support_verbs", **{"class": "support"}):
        said = clause.subject if passive else clause.object
        noun = said.head if said else -1
    elif clause.subject and clause.lemma in lemmas("support_verbs", **{"class": "light"}):
        noun = clause.subject.head
    if noun >= 0 and is_action(shape, noun):
        clause.noun = noun
        clause.measured = genitive(shape, spans, noun)
