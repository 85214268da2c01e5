"""Learns how common lemmas and forms are, from how often written words stand in the news.

A written word has several readings and the counts do not tell which was meant; those of words with one
reading tell of the others (expectation and maximisation: each reading of a word takes a share of its
count by how common its lemma, its features and its clitics have proved so far).
"""

from __future__ import annotations

import math
import unicodedata
from array import array
from collections import defaultdict
from functools import cache
from pathlib import Path

from camel_morph import arabic
from stems import Entry

from arnlp.morphology.arabic import ArabicMorphology, chain_key
from arnlp.morphology.reading import Reading
from arnlp.morphology.store import BIT, MOST

_ROUNDS = 8
# Shares are drawn towards each other, or of two lemmas with the same forms one would take all.
_EVENNESS = 0.5
_SMOOTH = 0.05
_SECOND_FORM = 2 * BIT  # by how much form II is the rarer of two verbs with the same letters
_LEAST = 0.5  # times that a word made by rule must be meant to stand in the tables

# What counts cannot tell where a form is all that a lemma has: closed classes are what they look like,
# imperatives, second persons and passives are rare in news. How much likelier a reading is for it.
_POS_PRIORS = {
    **dict.fromkeys(("ADP", "CCONJ", "SCONJ", "PART", "PRON", "DET", "ADV", "NUM"), 60.0),
    "AUX": 600.0, "PROPN": 0.5, "INTJ": 0.2, "X": 0.1,
}  # fmt: skip
_PRIORS = {
    "Mood=Imp": 0.02, "Person=2": 0.05, "Person=1": 0.3, "Voice=Pass": 0.15, "VerbForm=Part": 0.5,
    "PronType=Prs": 3.0, "Degree=Cmp": 4.0, "NumType=Ord": 8.0,
}  # fmt: skip

Lemma = tuple[str, str, str]  # lemma, its verb, part of speech; in Arabic letters


class Weights:
    """Weights of lemmas, bundles of features and clitics: logarithms in eighths of a bit."""

    def __init__(self) -> None:
        self.second_forms: frozenset[str] = frozenset()  # beside a verb of form I by the same root
        self.lemmas: dict[Lemma, float] = defaultdict(float)
        self.bundles: dict[str, float] = defaultdict(float)
        self.chains: dict[str, float] = defaultdict(float)

    @property
    def _total(self) -> float:
        return sum(self.chains.values())

    def lemma(self, item: Entry) -> int:
        """Return the weight of the lemma of an entry, as a byte."""
        rarer = _SECOND_FORM if item.pos == "VERB" and item.lemma in self.second_forms else 0
        return _weight(self.lemmas[lemma_of(item)], self._total) + MOST - rarer

    def bundle(self, line: str) -> int:
        """Return the weight of a bundle of features."""
        return _weight(self.bundles[line] * prior(line), self._total)

    def chain_weights(self) -> dict[str, int]:
        """Return the weights of clitics."""
        return {key: _weight(count, self._total) for key, count in sorted(self.chains.items())}

    def worth_keeping(self, item: Entry) -> bool:
        """Tell whether an entry that a rule made is in use; those of verbs and tables are kept."""
        if not item.verb or item.pos == "VERB":
            return True
        return self.lemmas[lemma_of(item)] >= _LEAST


def lemma_of(item: Entry) -> Lemma:
    """Return what the lemma of an entry is counted by."""
    lemma, verb = (unicodedata.normalize("NFC", arabic(word)) for word in (item.lemma, item.verb))
    return lemma, verb, item.pos


def _weight(count: float, total: float) -> int:
    if not total:
        return 0
    return max(-MOST, round(BIT * math.log2((count + _SMOOTH) / total)))


@cache
def prior(line: str) -> float:
    """Return how much likelier than another a reading is for its part of speech and features."""
    pos, *told = line.split("|")
    out = _POS_PRIORS.get(pos, 1.0)
    finite = pos in ("VERB", "AUX")
    for pair in told:
        if finite or pair.startswith(("VerbForm", "PronType", "Degree", "NumType")):
            out *= _PRIORS.get(pair, 1.0)
    return out


def _line(reading: Reading) -> str:
    return "|".join([reading.pos, *("=".join(pair) for pair in reading.bundle.features)])


def learnt_weights(morphology: ArabicMorphology, path: Path) -> Weights:
    """Return the weights that the frequencies of words tell."""
    ids: dict[tuple[Lemma, str, str], int] = {}
    words: list[tuple[int, array[int]]] = []
    for line in path.read_text("utf-8").splitlines():
        form, number = line.split("\t")
        keys = array("I")
        for r in morphology.every_reading(form):
            key = ((r.lemma, r.verb or "", r.pos), _line(r), chain_key(r.chain, r.enclitic))
            keys.append(ids.setdefault(key, len(ids)))
        if keys:
            words.append((int(number), keys))
    priors = [prior(line) for _, line, _ in ids]
    probability = priors
    for _ in range(_ROUNDS):
        counts = [0.0] * len(ids)
        likely = [value**_EVENNESS for value in probability]
        for number, keys in words:
            share = number / sum(likely[key] for key in keys)
            for key in keys:
                counts[key] += share * likely[key]
        weights = Weights()
        for (lemma, line, chain), count in zip(ids, counts, strict=True):
            weights.lemmas[lemma] += count
            weights.bundles[line] += count
            weights.chains[chain] += count
        probability = [
            (weights.lemmas[lemma] + _SMOOTH)
            * (weights.bundles[line] + _SMOOTH)
            * (weights.chains[chain] + _SMOOTH)
            * before
            for (lemma, line, chain), before in zip(ids, priors, strict=True)
        ]
    return weights
