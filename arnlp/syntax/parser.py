"""Words in context: the trees of a text, sentence by sentence.

The network says of each word its part of speech and its head; of the readings that the morphology has,
the likeliest one of that part of speech is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from arnlp.encoder.grammar import Parsed, grammar
from arnlp.lexicon.tagged import TaggedText
from arnlp.morphology import readings
from arnlp.morphology.features import bundle
from arnlp.morphology.reading import NO_CHAIN, Reading
from arnlp.syntax.settling import settle
from arnlp.syntax.settling_english import settle_english
from arnlp.syntax.stretches import Stretch, stretches
from arnlp.syntax.tree import Tree
from arnlp.text.tokens import NUMERAL, PUNCTUATION

# Parts of speech that are one and the same for the choice of a reading.
_ALIKE = {
    "AUX": "VERB", "CCONJ": "ADP", "SCONJ": "ADP", "PART": "ADP", "PROPN": "NOUN", "DET": "PRON",
}  # fmt: skip
_PERCENT = frozenset("%٪")
_CHOICES = 65536  # kept


@dataclass(slots=True)
class Parse:
    """The trees of a text, in its order, and the first token of each; ``tree_of`` finds one by token.

    A sentence longer than the network reads at a time is several trees.
    """

    trees: list[Tree]
    firsts: list[int] = field(default_factory=list)  # token that each tree starts with


def parse(tagged: TaggedText) -> Parse:
    """Return the trees of a text: one a sentence; no tree crosses a sentence end or a line of a list.

    >>> tree = parse(TaggedText("ارتفعت قيمة الصادرات بنسبة 5%")).trees[0]
    >>> [(word, pos, tree.words[head] if head >= 0 else None)
    ...  for word, pos, head in zip(tree.words, tree.pos, tree.heads)][:3]
    [('ارتفعت', 'VERB', None), ('قيمة', 'NOUN', 'ارتفعت'), ('الصادرات', 'NOUN', 'قيمة')]
    """
    found = stretches(tagged)
    return Parse(trees_of(found), [stretch.token for stretch in found])


def trees_of(found: Sequence[Stretch]) -> list[Tree]:
    """Return the trees of stretches of words, those of a language read by its network together."""
    out: dict[int, Tree] = {}
    for language in ("ar", "en"):
        own = [at for at, stretch in enumerate(found) if stretch.language == language]
        if own:
            batch = [list(zip(found[at].words, found[at].kinds, strict=True)) for at in own]
            for at, parsed in zip(own, grammar(language).parse(batch), strict=True):
                out[at] = _tree(found[at], parsed)
    return [out[at] for at in range(len(found))]


def _tree(stretch: Stretch, parsed: Parsed) -> Tree:
    words, kinds = stretch.words, stretch.kinds
    pairs = [*map(choose, words, kinds, parsed.pos)]
    chosen = [reading for reading, _ in pairs]
    parts = [pos for _, pos in pairs]
    heads, relations = parsed.heads, parsed.relations
    for at, word in enumerate(words):
        if word in _PERCENT and at and kinds[at - 1] == NUMERAL and heads[at - 1] != at:
            _hang_sign(heads, relations, at)
    tree = Tree(words, stretch.starts, stretch.ends, chosen, parts, heads, relations)
    settle_in(stretch.language, tree)
    return tree


def settle_in(language: str, tree: Tree) -> None:
    """Put right in place what the words of a language settle against the network."""
    if language == "ar":
        settle(tree)
    else:
        settle_english(tree)


def _hang_sign(heads: list[int], relations: list[str], at: int) -> None:
    """Hang a sign of percent, with what hangs on it, on the numeral right before it."""
    above = at - 1
    while above >= 0 and above != at:
        above = heads[above]
    if above == at:  # the numeral hangs somewhere under the sign: they change places
        heads[at - 1], relations[at - 1] = heads[at], relations[at]
    for i, head in enumerate(heads):
        if head == at and i != at - 1:
            heads[i] = at - 1
    heads[at], relations[at] = at - 1, "nmod"


@lru_cache(_CHOICES)
def choose(word: str, kind: int, pos: str) -> tuple[Reading, str]:
    """Return the likeliest reading of a word with a part of speech, and the part of speech it gets.

    A mark stays a mark. Where no reading is anything like it, the likeliest one is taken under the part
    of speech that the context says; a name then has no clitics (سيغال is no future).
    """
    found = readings(word, kind)
    if kind == PUNCTUATION:
        return found[0], found[0].pos
    for reading in found:
        if reading.pos == pos:
            return reading, pos
    alike = _ALIKE.get(pos, pos)
    for reading in found:
        if _ALIKE.get(reading.pos, reading.pos) == alike:
            return reading, pos
    if pos == "PROPN":
        return Reading(bundle(pos, ()), word, None, NO_CHAIN, None, 0, True), pos
    return found[0], pos
