"""Noun phrases: where a phrase starts and ends, what it is made of.

A phrase is a stretch without gaps around its head. Children of the head are taken from the nearest
to the farthest, on both sides, as long as one touches what was taken before; a wrong head can cut a
phrase short, it cannot make it leap.
"""

from __future__ import annotations

from dataclasses import dataclass

from arnlp.syntax.lemmas import SMALL, preposition
from arnlp.syntax.shape import Shape

_OPENING = frozenset("«“(‘[{‹")
_CLOSING = frozenset("»”)’]}›")
_EVEN = frozenset("\"'")  # open and close alike
_PAIRED = _OPENING | _CLOSING | _EVEN
_OPENERS = frozenset({"det", "nummod", "amod", "advmod"})
_LIGHT = _PAIRED | {"-"}
_STOPS = frozenset(".;:!?؛؟…")
_CORE = frozenset({"det", "nummod", "amod", "compound", "flat", "goeswith", "nmod", "fixed"})
_SHORT = frozenset({"obl", "advmod", "dep", "obj"})
_LOOSE = frozenset({"acl", "appos", "conj", "xcomp", "ccomp", "orphan", "list"})
# For each place between words where it ends up beyond marks, backwards and forwards.
Bridges = tuple[list[int], list[int]]


@dataclass(slots=True)
class Phrase:
    """A noun phrase over words ``first`` to ``stop`` (half-open) with its ``head``.

    ``core_stop`` ends it before its prepositional phrases, ``short_stop`` before relative clause,
    apposition and coordination. ``short_first`` and ``core_first`` are their starts. ``pronoun``
    tells that the head is one, ``clausal`` that the phrase is a clause.
    """

    head: int
    first: int
    stop: int
    short_first: int
    short_stop: int
    core_first: int
    core_stop: int
    pronoun: bool = False
    clausal: bool = False


@dataclass(slots=True)
class Spans:
    """Stretches of the words of a sentence.

    ``yields`` holds for each word everything that hangs on it; phrases are cut out of it where they
    are asked for. ``governs`` tells the words that are predicates, ``opened`` how many quotation marks
    and brackets are open before each word, ``marks`` and ``light`` where a place between words ends up
    beyond marks, and beyond brackets and quotation marks alone.
    """

    shape: Shape
    governs: list[bool]
    yields: list[tuple[int, int]]
    opened: list[int]
    marks: Bridges
    light: Bridges
    phrases: dict[int, Phrase]

    def phrase(self, word: int, *, clausal: bool = False) -> Phrase:
        """Return the phrase of a head."""
        if clausal:
            first, stop = self.yields[word]
            return Phrase(word, first, stop, first, stop, first, stop, clausal=True)
        found = self.phrases.get(word)
        if found is None:
            found = self.phrases[word] = self._phrase(word)
        return found

    def _phrase(self, word: int) -> Phrase:
        tree = self.shape.tree
        pronoun = tree.pos[word] == "PRON" or (
            tree.pos[word] in SMALL and tree.readings[word].enclitic is not None
        )
        children = self.shape.children[word]
        if not children:
            return Phrase(word, word, word + 1, word, word + 1, word, word + 1, pronoun)
        governs = self.governs[word]
        levels = [(child, _level(self, word, child, governs)) for child in children]
        loosest = max([level for _, level in levels])
        full = self._part(word, levels, 3, self.marks)
        short = full
        if loosest > 2 or self.light is not self.marks:
            short = self._part(word, levels, 2, self.light)
        core = short if loosest < 2 else self._part(word, levels, 1, self.light)
        return Phrase(word, *full, *short, *core, pronoun)

    def _part(
        self, word: int, levels: list[tuple[int, int]], most: int, bridges: Bridges
    ) -> tuple[int, int]:
        return self.paired(*self._trimmed(word, *_grow(word, levels, self.yields, most, bridges)))

    def _trimmed(self, head: int, first: int, stop: int) -> tuple[int, int]:
        """Leave out conjunctions at the ends of a stretch."""
        pos = self.shape.tree.pos
        while first < head and pos[first] in ("CCONJ", "PUNCT"):
            first += 1
        while stop - 1 > head and pos[stop - 1] == "CCONJ":
            stop -= 1
        return first, stop

    def paired(self, first: int, stop: int) -> tuple[int, int]:
        """Take in the mark that pairs with a bracket or quotation mark within a stretch."""
        open_more = self.opened[stop] - self.opened[first]
        if open_more:
            words = self.shape.tree.words
            if open_more > 0 and stop < len(words) and words[stop] in _CLOSING | _EVEN:
                return first, stop + 1
            if open_more < 0 and first > 0 and words[first - 1] in _OPENING | _EVEN:
                return first - 1, stop
        return first, stop


def spans_of(shape: Shape) -> Spans:
    """Return the stretches of every word; which words govern is filled in by who knows."""
    tree = shape.tree
    passed, light_passed = _passed(tree.words, tree.pos)
    marks = _bridges(len(tree.words), passed)
    light = marks if passed == light_passed else _bridges(len(tree.words), light_passed)
    before, behind = marks
    yields = [(word, word + 1) for word in range(len(tree.words))]
    for word in reversed(shape.order):
        children = shape.children[word]
        if not children:
            continue
        first, stop = word, word + 1
        for child in children:
            if child > word:
                start, end = yields[child]
                if start != stop and start != behind[stop]:
                    break
                stop = end
        for child in reversed(children):
            if child < word:
                start, end = yields[child]
                if end != first and end != before[first]:
                    break
                first = start
        yields[word] = first, stop
    return Spans(shape, [False] * len(yields), yields, _opened(tree.words), marks, light, {})


def _level(spans: Spans, head: int, child: int, governs: bool) -> int:
    """Tell how loosely a child belongs to the phrase of its head: 1 core, 2 short, 3 full, 9 not."""
    shape = spans.shape
    function = shape.functions[child]
    if function in _CORE:
        if function == "nmod" and child > head and is_marked(shape, spans, child):
            return 2
        return 1
    if governs:
        return 3 if function in ("acl", "appos", "conj") and child > head else 9
    if function == "advmod":
        return 1 if child < head else 2
    if function in _SHORT:
        return 2
    if function in _LOOSE or (function == "parataxis" and shape.tree.pos[child] == "PROPN"):
        return 3
    return 9


def _grow(
    word: int,
    levels: list[tuple[int, int]],
    yields: list[tuple[int, int]],
    most: int,
    bridges: Bridges,
) -> tuple[int, int]:
    """Return the stretch of a word with the children that belong to it, while each touches it."""
    before, behind = bridges
    first, stop = word, word + 1
    for child, level in levels:
        if child > word:
            start, end = yields[child]
            if (start != stop and start != behind[stop]) or level > most:
                break
            stop = end
    for child, level in reversed(levels):
        if child < word:
            start, end = yields[child]
            if (end != first and end != before[first]) or level > most:
                break
            first = start
    return first, stop


def _passed(words: list[str], pos: list[str]) -> tuple[list[int], list[int]]:
    """Return the marks that a phrase goes on behind, and those of them that are brackets and quotation marks."""
    passed: list[int] = []
    light: list[int] = []
    if "PUNCT" not in pos:
        return passed, light
    for word, mark in enumerate(words):
        if pos[word] == "PUNCT":
            shortens = _shortens(words, word)
            if shortens or mark not in _STOPS:
                passed.append(word)
                if shortens or mark in _LIGHT:
                    light.append(word)
    return passed, light


def _bridges(size: int, passed: list[int]) -> Bridges:
    before = list(range(size + 1))
    if not passed:
        return before, before
    behind = before[:]
    for word in passed:
        before[word + 1] = before[word]
    for word in reversed(passed):
        behind[word] = behind[word + 1]
    return before, behind


def _shortens(words: list[str], word: int) -> bool:
    """Tell whether a mark is the full stop of a short form: Sen. Stone, د. أحمد, never that of a sentence."""
    if words[word] != "." or not 0 < word < len(words) - 2:
        return False
    return words[word - 1] != "." and words[word + 1] != "."


def _opened(words: list[str]) -> list[int]:
    out = [0]
    depth = 0
    even = False
    if _PAIRED.isdisjoint(words):
        return [0] * (len(words) + 1)
    for word in words:
        if word in _PAIRED:
            if word in _OPENING:
                depth += 1
            elif word in _CLOSING:
                depth -= 1
            else:
                depth += -1 if even else 1
                even = not even
        out.append(depth)
    return out


def is_marked(shape: Shape, spans: Spans, word: int) -> bool:
    """Tell whether a word has a preposition, as a word or as a clitic."""
    functions = shape.functions
    for child in shape.children[word]:
        if child < word and functions[child] == "case":
            return True
    return (
        bool(preposition(shape.tree.readings[word]))
        or bool(opening_preposition(shape, spans, word))
        or stray_preposition(shape, spans, word) >= 0
    )


def opening_preposition(shape: Shape, spans: Spans, word: int) -> str:
    """Return the clitic preposition on what opens a phrase before its head: لجميع الشركات, بخمسة ملايين."""
    first = spans.yields[word][0]
    if first == word or shape.heads[first] != word or shape.functions[first] not in _OPENERS:
        return ""
    return preposition(shape.tree.readings[first])


def stray_preposition(shape: Shape, spans: Spans, word: int) -> int:
    """Return a preposition right before a phrase that the tree hangs elsewhere, -1 for none."""
    before = spans.yields[word][0] - 1
    if before < 0 or shape.tree.pos[before] != "ADP" or shape.functions[before] != "case":
        return -1
    strays = shape.heads[before] != word and shape.tree.readings[before].enclitic is None
    return before if strays and not shape.children[before] else -1


def stretch(shape: Shape, spans: Spans, word: int, apart: frozenset[str]) -> tuple[int, int]:
    """Return the stretch of a word with what hangs on it, but for what has one of these functions."""
    relations = [
        (child, 9 if shape.functions[child] in apart else 1) for child in shape.children[word]
    ]
    return _grow(word, relations, spans.yields, 1, spans.marks)
