"""What form and order decide against the network in English: Exports exceed 5 billion has one verb, and a subject."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from arnlp.lang import alternatives, table
from arnlp.morphology import readings
from arnlp.morphology.reading import Reading
from arnlp.syntax.lemmas import bare, lemmas
from arnlp.syntax.tree import Tree
from arnlp.text.tokens import kind_of

_BASE, _PARTICIPLE = ("VerbForm", "Inf"), ("VerbForm", "Part")
_PLURAL = ("Number", "Plur")
_HELD = (
    "mark",
    "aux",
    "nsubj",
    "nsubj:pass",
    "csubj",
    "cop",
    "expl",
)  # what an infinitive or a clause has
_NO_VERBS = ("amod", "compound", "nmod")  # a base form is none: Costs outpace revenues
_NAMED = (
    "nsubj",
    "compound",
    "obj",
    "dep",
    "nmod",
)  # of a name before a noun that was taken for a verb


def settle_english(tree: Tree) -> None:
    """Put right a plural noun and the verb behind it, in place.

    A form in -s right before a base form is a plural noun and its subject (Exports exceed), but for
    verbs that have an infinitive behind them (helps improve). A base form that hangs on a plural noun
    as a clause without a subject, a pronoun or to is the predicate (Exports of goods exceed). Behind a
    plural that opens the sentence and before a figure a verb of measure is one (Reserves top 50 billion).
    Due to and according to are one preposition.

    >>> from arnlp.lexicon.tagged import TaggedText
    >>> from arnlp.syntax.parser import parse
    >>> parse(TaggedText("Exports exceed 5 billion dollars.")).trees[0].pos[:2]
    ['NOUN', 'VERB']
    """
    for verb in range(1, len(tree.words)):
        if tree.pos[verb] == "ADP" and tree.relations[verb] == "case":
            _settle_pair_of(tree, verb)
        if tree.pos[verb] == "VERB":
            if tree.pos[verb - 1] == "VERB":
                _settle_pair(tree, verb)
            elif tree.relations[verb] == "acl":
                _raise(tree, tree.heads[verb], verb)
            elif tree.relations[verb] in _NO_VERBS:
                _raise(tree, verb - 1, verb)
        elif verb == 1 and tree.pos[verb] in ("NOUN", "ADJ"):
            _settle_measure(tree)


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    return frozenset(
        (first, row["behind"])
        for row in table("en", "pair_prepositions")
        for first in alternatives(row["first"])
    )


def _settle_pair_of(tree: Tree, behind: int) -> None:
    """Make one preposition of due and to, before the noun that to governs."""
    first, noun = behind - 1, tree.heads[behind]
    if noun < behind or (tree.words[first].lower(), tree.words[behind].lower()) not in _pairs():
        return
    heads, relations = tree.heads, tree.relations
    if heads[noun] == first:
        heads[noun] = heads[first]
        relations[noun] = "root" if heads[first] < 0 else "obl"
    elif noun in _ancestors(heads, heads[noun]) or first in _ancestors(heads, noun):
        return
    heads[first], relations[first] = noun, "case"
    heads[behind], relations[behind] = first, "fixed"


def _reading(tree: Tree, at: int, pos: str, feature: tuple[str, str]) -> Reading | None:
    """Return the first reading of a word with a part of speech and a feature, None for none."""
    word = tree.words[at]
    for reading in readings(word, kind_of(word)):
        if reading.pos == pos and feature in reading.bundle.features:
            return reading
    return None


def _settle_pair(tree: Tree, verb: int) -> None:
    noun = verb - 1
    if bare(tree.readings[noun].lemma) in lemmas("infinitive_verbs"):
        return
    plural = _reading(tree, noun, "NOUN", _PLURAL)
    base = _reading(tree, verb, "VERB", _BASE)
    if plural is None or base is None:
        return
    tree.readings[noun], tree.pos[noun] = plural, "NOUN"
    tree.readings[verb] = base
    for at in range(noun):
        if tree.heads[at] in (noun, verb) and tree.relations[at] in _NAMED:
            tree.heads[at], tree.relations[at] = noun, "compound"
    _predicate(tree, noun, verb)


def _raise(tree: Tree, noun: int, verb: int) -> None:
    if not 0 <= noun < verb or tree.pos[noun] != "NOUN":
        return
    if _reading(tree, noun, "NOUN", _PLURAL) is None or _reading(tree, verb, "VERB", _BASE) is None:
        return
    if _reading(tree, verb, "VERB", _PARTICIPLE) is not None:
        return  # cases put to the court
    if any(h == verb and r in _HELD for h, r in zip(tree.heads, tree.relations, strict=True)):
        return
    if tree.heads[noun] >= 0 and tree.relations[noun] != "ccomp":
        return
    _predicate(tree, noun, verb)


def _settle_measure(tree: Tree) -> None:
    verb = 1
    if len(tree.words) <= verb + 1 or not _opens_figure(tree, verb + 1):
        return
    plural = _reading(tree, 0, "NOUN", _PLURAL)
    base = _reading(tree, verb, "VERB", _BASE)
    if plural is None or base is None or base.lemma not in lemmas("measuring_verbs"):
        return
    tree.readings[0], tree.pos[0] = plural, "NOUN"
    tree.readings[verb], tree.pos[verb] = base, "VERB"
    _predicate(tree, 0, verb)
    above = tree.heads[verb]
    if above > verb:  # the figure was above
        tree.heads[verb], tree.relations[verb] = tree.heads[above], tree.relations[above]
        tree.heads[above], tree.relations[above] = verb, "obj"
    figure = verb + 1
    while tree.heads[figure] >= 0 and tree.heads[figure] != verb:
        figure = tree.heads[figure]
    if figure > verb:
        tree.heads[figure], tree.relations[figure] = verb, "obj"


def _opens_figure(tree: Tree, at: int) -> bool:
    return tree.pos[at] in ("NUM", "SYM")


def _predicate(tree: Tree, noun: int, verb: int) -> None:
    """Make a verb the predicate in the place of its noun, which becomes its subject."""
    heads, relations = tree.heads, tree.relations
    above = _ancestors(heads, verb)
    if noun in above:
        heads[verb], relations[verb] = heads[noun], relations[noun]
    elif heads[noun] < 0:
        heads[verb], relations[verb] = -1, "root"
    for at in range(verb + 1, len(heads)):
        if heads[at] == noun:
            heads[at] = verb
    heads[noun], relations[noun] = verb, "nsubj"


def _ancestors(heads: Sequence[int], word: int) -> set[int]:
    found: set[int] = set()
    while heads[word] >= 0 and heads[word] not in found:
        word = heads[word]
        found.add(word)
    return found
