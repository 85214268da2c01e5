"""The nouns of each sentence of a text, and where its figures and names stand in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from arnlp.facts.analysis import Analysis
from arnlp.lexicon import senses as S
from arnlp.names import Entity
from arnlp.syntax.compound import is_inside
from arnlp.syntax.lemmas import lemma
from arnlp.syntax.sentences import Sentences

_MARKS = frozenset("،,;؛:")
_HEADS = frozenset({"NOUN", "PROPN", "X"})
_INSIDE = frozenset({"flat", "compound", "fixed", "goeswith", "case", "mark", "cc", "det"})
_ARGUMENTS = frozenset({"nsubj", "obj", "obl", "nmod"})
_ORDER = {"nsubj": 0, "root": 1, "obj": 2, "obl": 3, "nmod": 3}


class Nouns:
    """Words of a text that head phrases, sentence by sentence."""

    def __init__(self, analysis: Analysis, sentences: Sentences) -> None:
        self.analysis = analysis
        self.sentences = sentences
        self._heads: dict[int, list[int]] = {}
        self._barriers: dict[int, tuple[list[int], list[int]]] = {}
        self._taken = self._taken_words()
        self.figures: dict[int, list[int]] = {}  # the first words of the figures of a sentence
        for quantity in analysis.quantities:
            found = sentences.words_between(quantity.start, quantity.end)
            if found:
                self.figures.setdefault(found[0], []).append(found[1])
        self.names: dict[int, list[tuple[int, int, int, Entity]]] = {}
        for mention, entity in sorted(
            ((m, e) for e in analysis.entities for m in e.mentions), key=lambda p: p[0].start
        ):
            found = sentences.words_between(mention.start, mention.end)
            if found:
                self.names.setdefault(found[0], []).append(
                    (found[1], found[2], mention.start, entity)
                )
        self.headline = headline_of(analysis, sentences)
        self.headline_lemmas: frozenset[str] = frozenset()
        if self.headline >= 0:
            tree = sentences.trees[self.headline]
            self.headline_lemmas = frozenset(
                lemma(tree, w) for w, pos in enumerate(tree.pos) if pos in _HEADS
            )

    def _taken_words(self) -> set[tuple[int, int]]:
        """Return the words that tell time, or the unit of a quantity: they head nothing."""
        taken: set[tuple[int, int]] = set()
        text = self.analysis.cursor.tagged.text
        spans = [(d.start, d.end) for d in self.analysis.dates]
        for q in self.analysis.quantities:
            start = text.find(q.noun, q.start, q.end) if q.noun else -1
            spans.append(
                (q.start, start if start > q.start else q.end)
                if start != q.start
                else (start, start)
            )
        for start, end in spans:
            found = self.sentences.words_between(start, end) if end > start else None
            if found:
                taken.update((found[0], w) for w in range(found[1], found[2]))
        return taken

    def mask(self, number: int, word: int) -> int:
        """Return the senses of a word of a sentence."""
        token = self.token(number, word)
        return self.analysis.cursor.tagged.masks[token]

    def has_sense(self, number: int, mask: int) -> bool:
        """Tell whether a token of a sentence has one of the senses in a mask; the sentence is not parsed."""
        tagged = self.analysis.cursor.tagged
        stretch = self.sentences.trees.stretches[number]
        first, last = tagged.token_at(stretch.starts[0]), tagged.token_at(stretch.ends[-1] - 1)
        return any(kinds & mask for kinds in tagged.masks[first : last + 1])

    def sense(self, number: int, word: int) -> str | None:
        """Return which kind of measure a word tells, None where it is no noun of measure."""
        entry = self.analysis.cursor.tagged.entries[self.token(number, word)]
        sense = entry.senses.get(S.MEASURE)
        return sense.role if sense is not None else None

    def token(self, number: int, word: int) -> int:
        """Return the token that a word of a sentence belongs to."""
        tagged = self.analysis.cursor.tagged
        return bisect_right(tagged.starts, self.sentences.trees[number].starts[word]) - 1

    def heads(self, number: int) -> list[int]:
        """Return the words of a sentence that head a phrase."""
        known = self._heads.get(number)
        if known is None:
            syntax = self.sentences.syntax(number)
            tree, functions = syntax.tree, syntax.shape.functions
            known = []
            topic = max((c.topic.first for c in syntax.clauses if c.topic is not None), default=0)
            for word, pos in enumerate(tree.pos):
                function = functions[word]
                if (
                    number,
                    word,
                ) in self._taken or word < topic:  # بالنسبة, as for: what leads to it
                    continue
                if is_inside(syntax.shape, word):
                    continue
                if function in _INSIDE:
                    if (
                        pos != "PUNCT"
                        and len(tree.words[word]) > 2
                        and self.mask(number, word) & S.MEASURE
                    ):
                        known.append(word)
                elif pos in _HEADS:
                    known.append(word)
                elif pos == "ADJ":
                    if function in _ARGUMENTS and len(tree.words[word]) > 2:
                        known.append(word)
                elif (
                    pos != "PUNCT"
                    and len(tree.words[word]) > 2
                    and self.mask(number, word) & S.MEASURE
                ):
                    known.append(word)
            self._heads[number] = known
        return known

    def barriers(self, number: int) -> tuple[list[int], list[int]]:
        """Return how many commas, and how many verbs, stand before each word of a sentence."""
        known = self._barriers.get(number)
        if known is None:
            tree = self.sentences.trees[number]
            known = self._barriers[number] = (
                [*accumulate((word in _MARKS for word in tree.words), initial=0)],
                [*accumulate((pos == "VERB" for pos in tree.pos), initial=0)],
            )
        return known

    def next_figure(self, number: int, word: int) -> int:
        """Return the first word of the next quantity from a word of a sentence on."""
        firsts = self.figures.get(number, [])
        at = bisect_left(firsts, word)
        return firsts[at] if at < len(firsts) else len(self.sentences.trees[number].words)

    def is_figure(self, number: int, word: int) -> bool:
        """Tell whether a word of a sentence is the first of a quantity."""
        firsts = self.figures.get(number, [])
        at = bisect_left(firsts, word)
        return at < len(firsts) and firsts[at] == word

    def governed(self, number: int, word: int) -> bool:
        """Tell whether a word is what its clause is about."""
        return self.sentences.syntax(number).shape.functions[word] in ("nsubj", "obj", "root")

    def main(self, number: int) -> list[int]:
        """Return the heads of a sentence that its clauses are about, subjects first."""
        syntax = self.sentences.syntax(number)
        functions = syntax.shape.functions
        heads = self.heads(number)
        return sorted(heads, key=lambda w: (_ORDER.get(functions[w], 4), w))


def headline_of(analysis: Analysis, sentences: Sentences) -> int:
    """Return the number of the headline among the trees, that of the first one without any, -1 for none."""
    for part in analysis.sections:
        if part.kind == "headline":
            found = sentences.word_at(part.start)
            return found[0] if found else -1
    return 0 if sentences.trees else -1
