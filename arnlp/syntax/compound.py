"""Prepositions that are made with a noun: على أساس, بالإضافة إلى, in terms of."""

from __future__ import annotations

from functools import cache

from arnlp.lang import LANGUAGES, table
from arnlp.syntax.lemmas import bare, lemma
from arnlp.syntax.phrases import Marked, Spans, is_marked, marked
from arnlp.syntax.shape import Shape


@cache
def _compounds() -> dict[tuple[str, str], frozenset[str]]:
    """Return by preposition and noun what may follow, ``""`` for an annexed noun."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for language in LANGUAGES:
        for row in table(language, "compound_prepositions"):
            key = (row["before"], bare(row["lemma"]))
            found[key] = found.get(key, frozenset()) | {row["behind"]}
    return found


def with_inner(shape: Shape, spans: Spans, found: Marked) -> Marked:
    """Tell of a prepositional phrase whose noun makes a preposition what that governs."""
    noun = found.phrase.head
    following = _compounds().get((found.marker, lemma(shape.tree, noun)))
    if following is None:
        return found
    for child in shape.right(noun):
        if shape.functions[child] not in ("nmod", "obl", "dep"):
            continue
        if is_marked(shape, child):
            inner = marked(shape, spans, child)
            if inner and inner.marker in following:
                whole = f"{_written(shape, found)} {inner.marker}"
                found.inner = (whole, inner.phrase)
                return found
        elif "" in following:
            found.inner = (_written(shape, found), spans.phrase(child))
            return found
    return found


def _written(shape: Shape, found: Marked) -> str:
    """Return preposition and noun as they are written: على أساس, بالإضافة."""
    tree = shape.tree
    noun = found.phrase.head
    if found.words:
        return f"{found.marker} {bare(tree.words[noun])}"
    form = bare(tree.words[noun])
    clitics = tree.readings[noun].chain.clitics
    return form[1:] if clitics and clitics[0].kind == "conjunction" else form
