"""Prepositional phrases, the genitives of a noun, and the offsets of a phrase without its clitics."""

from __future__ import annotations

from dataclasses import dataclass

from arnlp.syntax.lemmas import NOMINAL, SMALL, marker, preposition
from arnlp.syntax.phrases import Phrase, Spans, is_marked, opening_preposition, stray_preposition
from arnlp.syntax.shape import Shape
from arnlp.text.clitics import TO
from arnlp.text.tokens import cut

_NO_MARKERS = frozenset({"PRON", "PROPN", "DET", "NUM", "PUNCT", "NOUN"})
_CHAIN = 12  # longer chains of genitives are no language


@dataclass(slots=True)
class Marked:
    """A prepositional phrase: its marker (إلى, بـ, من خلال, in addition to) and what it governs.

    ``words`` are the words of the marker that stand apart, none for a clitic. ``on`` is the word that
    it hangs on, -1 for none. Of a marker made with a noun (على أساس, in terms of) ``inner`` holds the
    whole marker and what it governs.
    """

    marker: str
    phrase: Phrase
    words: tuple[int, ...]
    on: int
    inner: tuple[str, Phrase] | None = None


def marked(shape: Shape, spans: Spans, word: int) -> Marked | None:
    """Return the prepositional phrase whose noun a word is, or nothing where it has no marker."""
    tree = shape.tree
    words: list[int] = []
    functions = shape.functions
    first = spans.yields[word][0]  # a preposition that does not touch the phrase is not its own
    for child in shape.children[word]:
        if child >= word:
            break
        if functions[child] == "case" and child >= first and tree.pos[child] not in _NO_MARKERS:
            words.append(child)
            if shape.children[child]:
                words += [c for c in shape.children[child] if functions[c] == "fixed"]
    if not words:
        astray = stray_preposition(shape, spans, word)
        words = [astray] if astray >= 0 else []
    words.sort()
    parts = [marker(tree, part) for part in words]
    if tree.pos[word] in SMALL:
        if tree.readings[word].enclitic is None:
            return None
        parts.append(marker(tree, word))
    elif clitic := (preposition(tree.readings[word]) or opening_preposition(shape, spans, word)):
        parts.append(clitic)
    if not parts:
        return None
    return Marked(" ".join(parts), spans.phrase(word), tuple(words), shape.heads[word])


def chain(shape: Shape, spans: Spans, word: int) -> list[int]:
    """Return a head and those of its genitives in turn: معدل, نمو, قطاع; rate, growth, sector."""
    out = [word]
    while len(out) < _CHAIN:
        annexed = [
            child
            for child in shape.right(out[-1])
            if shape.functions[child] == "nmod" and _is_genitive(shape, spans, child)
        ]
        if not annexed:
            break
        out.append(annexed[0])
    return out


def _is_genitive(shape: Shape, spans: Spans, word: int) -> bool:
    tree = shape.tree
    if tree.pos[word] not in NOMINAL:
        return False
    if shape.arabic:
        return not is_marked(shape, spans, word)
    return any(tree.words[c].lower() == "of" for c in shape.children[word] if c < word)


def offsets(shape: Shape, first: int, stop: int) -> tuple[int, int]:
    """Return the offsets of a stretch of words without the clitics before its first.

    >>> from arnlp.morphology import readings
    >>> from arnlp.syntax.shape import shape_of
    >>> from arnlp.syntax.tree import Tree
    >>> one = Tree(["وبقيمة"], [0], [6], [readings("وبقيمة")[0]], ["NOUN"], [-1], ["root"])
    >>> offsets(shape_of(one), 0, 1)
    (2, 6)
    """
    tree = shape.tree
    start = tree.starts[first]
    letters = 0
    clitics = tree.readings[first].chain.clitics
    if clitics and tree.pos[first] not in SMALL:
        swallowed = tree.readings[first].chain.article and clitics[-2:][0].bit == TO
        letters = sum(
            len(c.form)
            for c in clitics
            if c.kind != "article" and not (swallowed and c.kind == "preposition")
        )
    if letters:
        start += cut(tree.words[first], letters)
    end = tree.ends[stop - 1]
    last = tree.readings[stop - 1]
    if last.pos == "PRON" and last.enclitic and last.enclitic.bundle.pos == "AUX":
        end = max(start + 1, end - len(last.enclitic.form))  # I of I've
    return start, end
