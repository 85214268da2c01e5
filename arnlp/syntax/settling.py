"""What the words themselves decide against the network: parts of speech that no reading has, fixed phrases."""

from __future__ import annotations

from functools import cache, lru_cache

from arnlp.lang import table
from arnlp.morphology import features as F
from arnlp.morphology import readings
from arnlp.morphology.reading import Reading, Readings
from arnlp.syntax.lemmas import bare, is_masdar, lemmas
from arnlp.syntax.tree import Tree
from arnlp.text.tokens import kind_of

_EVIDENCE = 6  # of the eight units that a bit of a weight has
_DISAGREES = 20
_GOD = frozenset({"الله", "المولى"})


def settle(tree: Tree) -> None:
    """Put right parts of speech and readings of an Arabic tree, in place.

    A noun of action that no verb is written as is a noun (تجهيز), one behind تم is too; حفظه before
    الله is a verb. Of verbs written alike the commoner one is meant, by how common its noun of action is, and the one
    that agrees.

    >>> from arnlp.lexicon.tagged import TaggedText
    >>> from arnlp.syntax.parser import parse
    >>> parse(TaggedText("تم تجهيز المركز")).trees[0].pos[1]
    'NOUN'
    """
    words = tree.words
    subjects = {
        tree.heads[at]: at for at, told in enumerate(tree.relations) if told.startswith("nsubj")
    }
    for at, pos in enumerate(tree.pos):
        if at + 1 < len(words) and words[at + 1] in _GOD:
            _settle_formula(tree, at)
        if pos == "VERB":
            _settle_masdar(tree, at)
        if tree.pos[at] == "VERB":
            _settle_lemma(tree, at, subjects.get(at, -1))


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


def _settle_lemma(tree: Tree, at: int, subject: int) -> None:
    """Choose between verbs written alike: the commoner one that agrees with a singular subject."""
    ranked = _ranked(tree.words[at])
    if len(ranked) < 2 or tree.readings[at].pos != "VERB":
        return
    noun = 0
    if subject >= 0 and tree.pos[subject] == "NOUN":
        bits = tree.readings[subject].bits
        noun = bits & F.GENDER if bits & F.SING and not bits & (F.PLUR | F.DUAL) else 0
    if bare(tree.readings[at].lemma) in lemmas("formula_verbs") and subject == at + 1:
        return
    best = ranked[0]
    if noun:
        agreed = [
            (weight - (0 if reading.bits & noun else _DISAGREES), -place)
            for place, (weight, reading) in enumerate(ranked)
        ]
        best = ranked[-max(agreed)[1]]
    tree.readings[at] = best[1]


@lru_cache(maxsize=65536)
def _ranked(word: str) -> tuple[tuple[int, Reading], ...]:
    """Return the verbs that a word may be, the likeliest first, by how common form and verb are."""
    evidence = _evidence()
    found = [
        (reading.weight + _EVIDENCE * evidence.get(reading.lemma, 0), reading)
        for reading in readings(word)
        if reading.pos == "VERB"
    ]
    return tuple(sorted(found, key=lambda pair: -pair[0]))


@cache
def _evidence() -> dict[str, int]:
    return {row["lemma"]: int(row["bits"]) for row in table("ar", "verb_evidence")}


def _is_light(reading: Reading) -> bool:
    return bare(reading.lemma) in lemmas("support_verbs", **{"class": "light"})


def _readings(tree: Tree, at: int) -> Readings:
    return readings(tree.words[at], kind_of(tree.words[at]))
