"""What the words themselves decide against the network: parts of speech that no reading has, fixed phrases."""

from __future__ import annotations

from functools import lru_cache

from arnlp.morphology import features as F
from arnlp.morphology import readings
from arnlp.morphology.reading import Reading, Readings
from arnlp.syntax.lemmas import (
    NOMINAL,
    SMALL,
    VERBAL,
    bare,
    conjunction,
    is_masdar,
    lemma,
    lemmas,
    preposition,
)
from arnlp.syntax.tree import Tree
from arnlp.syntax.verb_lemmas import ranked_verbs
from arnlp.text.tokens import kind_of

_DISAGREES = 20
_EVEN = frozenset({"حتى"})  # even, not until
_INSIDE = frozenset({"det", "nummod", "amod", "advmod"})  # before the noun of their phrase
_REACH = 4  # words from a preposition to the noun that it governs
_GOD = frozenset({"الله", "المولى"})


def settle(tree: Tree) -> None:
    """Put right parts of speech and readings of an Arabic tree, in place.

    A noun of action that no verb is written as is a noun (تجهيز), one behind تم is too; حفظه before
    الله is a verb. Of verbs written alike the commoner one is meant, by how common its noun of action is, and the one
    that agrees. وفي and ومن govern what stands behind them.

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
        if at + 1 < len(words):
            if words[at + 1] in _GOD:
                _settle_formula(tree, at)
            if pos in SMALL:
                _settle_preposition(tree, at)
                _settle_governing(tree, at)
            if pos == "NOUN" and tree.heads[at + 1] == at:
                _settle_dual(tree, at)
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


def _settle_preposition(tree: Tree, at: int) -> None:
    """Let a preposition with و or ف before it govern what stands behind: وإلى الأردن, ومن المقرر.

    The treebanks that the network learnt from call such a word a conjunction. What it governs hangs where
    a phrase with a preposition before it hangs: إلى مصر وإلى الأردن are two of one verb.
    """
    reading = _preposition_behind_and(tree.words[at])
    heads, relations, pos = tree.heads, tree.relations, tree.pos
    noun = at + 1
    if reading is None or pos[noun] not in NOMINAL:
        return
    while (
        noun < heads[noun] <= at + _REACH
        and relations[noun] in _INSIDE
        and pos[heads[noun]] in NOMINAL
    ):
        noun = heads[noun]
    if heads[at] < 0 and heads[noun] != at:
        return
    tree.readings[at], pos[at] = reading, "ADP"
    if heads[noun] == at:
        heads[noun] = heads[at]
        relations[noun] = "root" if heads[at] < 0 else _hanging(tree, heads[at])
    heads[at], relations[at] = noun, "case"
    above = heads[noun]
    if 0 <= above < at and relations[noun] in ("conj", "nmod") and _is_marked(tree, above):
        if heads[above] >= 0:
            heads[noun], relations[noun] = heads[above], relations[above]


def _settle_governing(tree: Tree, at: int) -> None:
    """Let a preposition with a pronoun govern nothing else: أطاحت به عام 1990, تحيط به الأسوار.

    A noun right behind it and its verb is the subject. منها and ومن خلفه open a clause of their own.
    """
    noun = tree.heads[at]
    if tree.relations[at] != "case" or noun <= at or not at:
        return
    reading, above = tree.readings[at], tree.heads[noun]
    if reading.enclitic is None or reading.pos != "ADP" or conjunction(reading) or above < 0:
        return
    if tree.pos[at - 1] == "PUNCT" or tree.pos[at - 1] in SMALL:
        return
    tree.heads[at], tree.relations[at] = above, _hanging(tree, above)
    if above == at - 1 and noun == at + 1 and tree.pos[above] == "VERB":
        if tree.pos[noun] in NOMINAL and lemma(tree, noun) not in lemmas("time_nouns"):
            if tree.readings[above].enclitic is None:
                tree.relations[noun] = "nsubj"


@lru_cache(maxsize=4096)
def _preposition_behind_and(word: str) -> Reading | None:
    """Return the reading of a word as a preposition behind a conjunction, None where it has none."""
    for reading in readings(word):
        if reading.bits & F.ADP and conjunction(reading) and reading.enclitic is None:
            return None if bare(reading.lemma) in _EVEN else reading
    return None


def _hanging(tree: Tree, head: int) -> str:
    return "obl" if tree.pos[head] in VERBAL else "nmod"


def _is_marked(tree: Tree, word: int) -> bool:
    """Tell whether a noun has a preposition, written as one with it or right before it."""
    if preposition(tree.readings[word]):
        return True
    return word > 0 and tree.heads[word - 1] == word and tree.relations[word - 1] == "case"


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
    ranked = ranked_verbs(tree.words[at])
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


def _settle_dual(tree: Tree, at: int) -> None:
    """Let a subject that is written as an accusative be the dual of what is annexed to it: حضر مديرا المدرستين."""
    chosen, behind = tree.readings[at], tree.readings[at + 1]
    told = chosen.bits & (F.CASE | F.NUMBER | F.DEFINITE)
    if told != F.ACC | F.SING | F.IND or not tree.relations[at].startswith("nsubj"):
        return
    if behind.chain.article and not preposition(behind) and tree.relations[at + 1] == "nmod":
        for reading in _readings(tree, at):
            if reading.lemma == chosen.lemma and reading.bits & F.NUMBER == F.DUAL:
                tree.readings[at] = reading


def _is_light(reading: Reading) -> bool:
    return bare(reading.lemma) in lemmas("support_verbs", **{"class": "light"})


def _readings(tree: Tree, at: int) -> Readings:
    return readings(tree.words[at], kind_of(tree.words[at]))
