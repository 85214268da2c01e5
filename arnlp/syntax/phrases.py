"""Noun phrases and their prepositions: where a phrase starts and ends, what it is made of.

A phrase is a stretch without gaps around its head. Children of the head are taken from the nearest
to the farthest, on both sides, as long as one touches what was taken before; a wrong head can cut a
phrase short, it cannot make it leap.
"""

from __future__ import annotations

from dataclasses import dataclass

from arnlp.syntax.lemmas import NOMINAL, SMALL, marker, preposition
from arnlp.syntax.shape import Shape
from arnlp.text.tokens import cut

_OPENING = frozenset("«“(‘[{‹")
_CLOSING = frozenset("»”)’]}›")
_EVEN = frozenset("\"'")  # open and close alike
_LIGHT = _OPENING | _CLOSING | _EVEN | {"-"}
_STOPS = frozenset(".;:!?؛؟…")
_CORE = frozenset({"det", "nummod", "amod", "compound", "flat", "goeswith", "nmod", "fixed"})
_SHORT = frozenset({"obl", "advmod", "dep", "obj"})
_LOOSE = frozenset({"acl", "appos", "conj", "xcomp", "ccomp", "orphan", "list"})
_CHAIN = 12  # longer chains of genitives are no language
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
        levels = [(child, _level(self.shape, word, child, governs)) for child in children]
        full = _grow(word, levels, self.yields, 3, self.marks)
        short = _grow(word, levels, self.yields, 2, self.light)
        core = _grow(word, levels, self.yields, 1, self.light)
        return Phrase(word, *self.paired(*full), *self.paired(*short), *self.paired(*core), pronoun)

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


def spans_of(shape: Shape, governs: list[bool]) -> Spans:
    """Return the stretches of every word; ``governs`` tells the words that are predicates."""
    tree = shape.tree
    light = _bridges(tree.words, tree.pos, light=True)
    marks = _bridges(tree.words, tree.pos, light=False)
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
    return Spans(shape, governs, yields, _opened(tree.words), marks, light, {})


def _level(shape: Shape, head: int, child: int, governs: bool) -> int:
    """Tell how loosely a child belongs to the phrase of its head: 1 core, 2 short, 3 full, 9 not."""
    function = shape.functions[child]
    if function in _CORE:
        if function == "nmod" and child > head and is_marked(shape, child):
            return 2
        return 1
    if governs:
        return 3 if function in ("acl", "appos", "conj") and child > head else 9
    if function == "advmod":
        return 1 if child < head else 2
    if function in _SHORT:
        return 2
    if function in _LOOSE:
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


def _bridges(words: list[str], pos: list[str], *, light: bool) -> Bridges:
    before = list(range(len(words) + 1))
    passed = [
        word
        for word, mark in enumerate(words)
        if pos[word] == "PUNCT" and mark not in _STOPS and (not light or mark in _LIGHT)
    ]
    if not passed:
        return before, before
    behind = before[:]
    for word in passed:
        before[word + 1] = before[word]
    for word in reversed(passed):
        behind[word] = behind[word + 1]
    return before, behind


def _opened(words: list[str]) -> list[int]:
    out = [0]
    depth = 0
    even = False
    for word in words:
        if len(word) == 1 and not word.isalnum():
            if word in _OPENING:
                depth += 1
            elif word in _CLOSING:
                depth -= 1
            elif word in _EVEN:
                depth += -1 if even else 1
                even = not even
        out.append(depth)
    return out


def is_marked(shape: Shape, word: int) -> bool:
    """Tell whether a word has a preposition, as a word or as a clitic."""
    tree = shape.tree
    return bool(preposition(tree.readings[word])) or any(
        shape.functions[child] == "case" for child in shape.children[word] if child < word
    )


def marked(shape: Shape, spans: Spans, word: int) -> Marked | None:
    """Return the prepositional phrase whose noun a word is, or nothing where it has no marker."""
    tree = shape.tree
    reading = tree.readings[word]
    if tree.pos[word] in SMALL:
        if reading.enclitic is None:
            return None
        return Marked(marker(tree, word), spans.phrase(word), (word,), shape.heads[word])
    words: list[int] = []
    for child in shape.children[word]:
        if shape.functions[child] == "case" and child < word:
            words.append(child)
            words.extend(c for c in shape.children[child] if shape.functions[c] == "fixed")
    words.sort()
    parts = [marker(tree, part) for part in words]
    if clitic := preposition(reading):
        parts.append(clitic)
    if not parts:
        return None
    return Marked(" ".join(parts), spans.phrase(word), tuple(words), shape.heads[word])


def chain(shape: Shape, word: int) -> list[int]:
    """Return a head and those of its genitives in turn: معدل, نمو, قطاع; rate, growth, sector."""
    out = [word]
    while len(out) < _CHAIN:
        annexed = [
            child
            for child in shape.right(out[-1])
            if shape.functions[child] == "nmod" and _is_genitive(shape, child)
        ]
        if not annexed:
            break
        out.append(annexed[0])
    return out


def _is_genitive(shape: Shape, word: int) -> bool:
    tree = shape.tree
    if tree.pos[word] not in NOMINAL:
        return False
    if shape.arabic:
        return not is_marked(shape, word)
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
        swallowed = tree.readings[first].chain.article and clitics[-2:][0].joined == "لل"
        letters = sum(
            len(c.form)
            for c in clitics
            if c.kind != "article" and not (swallowed and c.kind == "preposition")
        )
    if letters:
        start += cut(tree.words[first], letters)
    return start, tree.ends[stop - 1]


def stretch(shape: Shape, spans: Spans, word: int, apart: frozenset[str]) -> tuple[int, int]:
    """Return the stretch of a word with what hangs on it, but for what has one of these functions."""
    relations = [
        (child, 9 if shape.functions[child] in apart else 1) for child in shape.children[word]
    ]
    return _grow(word, relations, spans.yields, 1, spans.marks)
