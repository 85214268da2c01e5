"""What the words themselves decide against the network: parts of speech that no reading has, fixed phrases."""

from __future__ import annotations

from arnlp.morphology import features as F
from arnlp.morphology import readings
from arnlp.morphology.reading import Reading, Readings
from arnlp.syntax.lemmas import bare, is_masdar, lemmas
from arnlp.syntax.tree import Tree
from arnlp.text.tokens import kind_of

_GOD = frozenset({"الله", "المولى"})


def settle(tree: Tree) -> None:
    """Put right parts of speech and readings of an Arabic tree, in place.

    A noun of action that no verb is written as is a noun (تجهيز), one behind تم is too; حفظه before
    الله is a verb.

    >>> from arnlp.lexicon.tagged import TaggedText
    >>> from arnlp.syntax.parser import parse
    >>> parse(TaggedText("تم تجهيز المركز")).trees[0].pos[1]
    'NOUN'
    """
    words = tree.words
    for at, pos in enumerate(tree.pos):
        if at + 1 < len(words) and words[at + 1] in _GOD:
            _settle_formula(tree, at)
        if pos == "VERB":
            _settle_masdar(tree, at)


def _settle_formula(tree: Tree, at: int) -> None:
    for reading in _readings(tree, at):
        if reading.bits & F.VERB and bare(reading.lemma) in lemmas("formula_verbs"):
            if (
                reading.enclitic is not None
                or tree.pos[at] == "VERB"
                or bare(reading.lemma) == "شاء"
            ):
                tree.readings[at], tree.pos[at] = reading, "VERB"
                tree.heads[at + 1], tree.relations[at + 1] = at, "nsubj"
                if tree.heads[at] == at + 1:
                    tree.heads[at] = max(at - 1, -1)
            return


def _settle_masdar(tree: Tree, at: int) -> None:
    found = _readings(tree, at)
    verbs = any(reading.bits & F.VERBAL_POS for reading in found)
    if verbs and not (at and tree.pos[at - 1] == "VERB" and _is_light(tree.readings[at - 1])):
        return
    for reading in found:
        if is_masdar(reading) and reading.pos == "NOUN":
            tree.readings[at], tree.pos[at] = reading, "NOUN"
            return


def _is_light(reading: Reading) -> bool:
    return bare(reading.lemma) in lemmas("support_verbs", **{"class": "light"})


def _readings(tree: Tree, at: int) -> Readings:
    return readings(tree.words[at], kind_of(tree.words[at]))
