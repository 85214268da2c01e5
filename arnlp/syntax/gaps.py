"""Gapped clauses: تلتها الهند بـ48 ثم السعودية بـ37; exports rose to 5 and imports to 6.

A conjunct that stands in parallel to the subject (or object) of a verb, with a figure behind the same
preposition as the verb's own, is a clause of its own with that verb left out.
"""

from __future__ import annotations

from dataclasses import replace

from arnlp.syntax.clause import Clause
from arnlp.syntax.compound import with_inner
from arnlp.syntax.lemmas import NOMINAL
from arnlp.syntax.marked import Marked, marked
from arnlp.syntax.phrases import Phrase, Spans
from arnlp.syntax.shape import Shape

_BEHIND = frozenset({"nmod", "obl", "orphan", "dep"})


def gapped(shape: Shape, spans: Spans, clauses: list[Clause]) -> list[tuple[Clause, int]]:
    """Return the clauses whose verb is left out, each with the word that stands in parallel."""
    found = []
    for number, clause in enumerate(clauses):
        if clause.kind != "verbal" or not any(_has_figure(shape, a) for a in clause.arguments):
            continue
        markers = {a.marker for a in clause.arguments if _has_figure(shape, a)}
        for word, as_subject in _parallel(shape, clause):
            rest = _remnant(shape, spans, word, markers)
            if rest is None:
                continue
            first, stop = spans.yields[word]
            phrase = _before(spans.phrase(word), rest)
            made = replace(
                clause, first=first, stop=stop, function="conjunct", parent=number, gapped=True,
                arguments=[with_inner(shape, spans, rest)], adverbials=[], complement=None,
                introduced_by="", topic=None, noun=-1, measured=None,
            )  # fmt: skip
            if as_subject:
                made.subject, made.subject_by, made.object = phrase, "gap", None
            else:
                made.object = phrase
            found.append((made, word))
    return found


def _parallel(shape: Shape, clause: Clause) -> list[tuple[int, bool]]:
    """Return the nouns that are coordinated with subject or object, and those with the verb itself."""
    found = []
    roles = [(clause.subject, True), (clause.object, False)]
    for phrase, as_subject in roles:
        own = phrase is not None and shape.heads[phrase.head] == clause.predicate
        queue = [phrase.head] if phrase is not None and own else []
        for word in queue:
            for child in shape.children[word]:
                if shape.functions[child] == "conj" and shape.tree.pos[child] in NOMINAL:
                    queue.append(child)
                    found.append((child, as_subject))
    for child in shape.children[clause.predicate]:
        if shape.functions[child] == "conj" and shape.tree.pos[child] in ("NOUN", "PROPN"):
            if clause.subject is not None and child > clause.predicate:
                found.append((child, True))
    return found


def _remnant(shape: Shape, spans: Spans, word: int, markers: set[str]) -> Marked | None:
    for child in shape.right(word):
        if shape.functions[child] in _BEHIND:
            found = marked(shape, spans, child)
            if found and found.marker in markers and _has_figure(shape, found):
                return found
    return None


def _has_figure(shape: Shape, found: Marked) -> bool:
    pos = shape.tree.pos
    phrase = found.phrase
    return any(
        pos[word] == "NUM" for word in range(phrase.first, min(phrase.stop, phrase.first + 6))
    )


def _before(phrase: Phrase, rest: Marked) -> Phrase:
    """Return a phrase cut off before the figure that follows it."""
    stop = min([rest.phrase.first, *rest.words])
    if stop <= phrase.head:
        return phrase
    return replace(
        phrase,
        stop=min(phrase.stop, stop),
        short_stop=min(phrase.short_stop, stop),
        core_stop=min(phrase.core_stop, stop),
    )
