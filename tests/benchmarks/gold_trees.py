"""Trees of a treebank as the parser would give them: for building and measuring clauses."""

from __future__ import annotations

from pathlib import Path

from ud import Sentence, read

from arnlp.morphology import readings
from arnlp.morphology.reading import Reading
from arnlp.syntax.tree import Tree

SIMPLE = {"CCONJ": "ADP", "SCONJ": "ADP", "PART": "ADP", "AUX": "VERB"}


def chosen(word: str, pos: str) -> Reading:
    """Return the likeliest reading of a word with a part of speech, else the likeliest."""
    found = readings(word)
    for reading in found:
        if reading.pos == pos:
            return reading
    for reading in found:
        if SIMPLE.get(reading.pos, reading.pos) == SIMPLE.get(pos, pos):
            return reading
    return found[0]


def tree_of(sentence: Sentence) -> Tree:
    """Return a sentence of a treebank as a tree."""
    return Tree(
        sentence.words,
        sentence.starts,
        [s + len(w) for s, w in zip(sentence.starts, sentence.words, strict=True)],
        [chosen(w, p) for w, p in zip(sentence.words, sentence.pos, strict=True)],
        sentence.pos,
        sentence.heads,
        sentence.relations,
    )


def trees(path: Path) -> list[tuple[Sentence, Tree]]:
    """Return the sentences of a file with their trees."""
    return [(sentence, tree_of(sentence)) for sentence in read(path)]
