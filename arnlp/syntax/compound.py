"""Prepositions that are made with a noun: على أساس, بالإضافة إلى, in terms of."""

from __future__ import annotations

from functools import cache

from arnlp.lang import LANGUAGES, table
from arnlp.syntax.lemmas import bare, lemma, marker, preposition
from arnlp.syntax.marked import Marked, marked
from arnlp.syntax.phrases import Spans, is_marked
from arnlp.syntax.shape import Shape
from arnlp.syntax.verbs import form


@cache
def _compounds() -> dict[tuple[str, str], frozenset[str]]:
    """Return by preposition and noun what may follow, ``""`` for an annexed noun."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for language in LANGUAGES:
        for row in table(language, "compound_prepositions"):
            key = (row["before"], bare(row["lemma"]))
            found[key] = found.get(key, frozenset()) | {row["behind"]}
    return found


def opens_compound(shape: Shape, word: int) -> bool:
    """Tell whether a noun makes a preposition with what stands before it: بالإضافة, في إطار."""
    tree = shape.tree
    before = preposition(tree.readings[word])
    for child in shape.children[word]:
        if shape.functions[child] == "case" and child < word:
            before = marker(tree, child)
    return (before, lemma(tree, word)) in _compounds()


def is_inside(shape: Shape, word: int) -> bool:
    """Tell whether a noun stands between both parts of a preposition: in addition to, in order to."""
    words = shape.tree.words
    if not 0 < word < len(words) - 1:
        return False
    key = (words[word - 1].lower(), lemma(shape.tree, word))
    return words[word + 1].lower() in _compounds().get(key, ())


def accusative(shape: Shape, spans: Spans, word: int) -> Marked | None:
    """Return the prepositional phrase of an adverbial noun that is as good as one: مقارنة بـ, نتيجة.

    Nothing where the noun makes no preposition, or what it governs is not told.
    """
    if ("", lemma(shape.tree, word)) not in _compounds() or not shape.children[word]:
        return None
    found = with_inner(shape, spans, Marked("", spans.phrase(word), (), shape.heads[word]))
    if found.inner is None:
        return None
    return Marked(found.inner[0], found.inner[1], (word,), found.on)


def with_inner(shape: Shape, spans: Spans, found: Marked) -> Marked:
    """Tell of a prepositional phrase whose noun makes a preposition what that governs."""
    noun = found.phrase.head
    following = _compounds().get((found.marker, lemma(shape.tree, noun)))
    if following is None:
        return found
    for child in shape.right(noun):
        if shape.functions[child] not in ("nmod", "obl", "dep"):
            continue
        if is_marked(shape, spans, child):
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
    if not found.marker:
        return form(shape, noun)
    if found.words:
        return f"{found.marker} {bare(tree.words[noun])}"
    return form(shape, noun)
