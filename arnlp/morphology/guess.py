"""Readings of an Arabic word that no table has: an open-class noun or a name, by its form alone.

What is left when verbs, adjectives, known nouns and closed classes are told is a noun or a name. Its
ending tells gender and number; the article tells that it is no name of a person.
"""

from __future__ import annotations

from functools import cache

from arnlp.lang import alternatives, table
from arnlp.morphology.features import Features, bundle
from arnlp.morphology.reading import NO_CHAIN, Reading, Readings
from arnlp.morphology.spelling import Spelling, may_be_article
from arnlp.text.clitics import NOMINAL, PREPOSITION, Chain, cuts
from arnlp.text.view import normalize

_LEAST = 3  # letters that are left when a conjunction is cut off
_LEAST_PREPOSED = 5

_LEAST_NISBA = 5
_MASCULINE: Features = (("Gender", "Masc"), ("Number", "Sing"))


@cache
def _endings() -> dict[str, tuple[int, tuple[Features, ...]]]:
    """Return the endings of the table, folded, each with the least letters before it and what it tells."""
    found: dict[str, tuple[int, tuple[Features, ...]]] = {}
    for row in table("ar", "noun_endings"):
        told = tuple((n, row[n.lower()]) for n in ("Case", "Gender", "Number") if row[n.lower()])
        ending = normalize(row["ending"])
        found[ending] = (int(row["letters"] or 0), (*found.get(ending, (0, ()))[1], told))
    return found


@cache
def _nisbas() -> tuple[str, ...]:
    rows = table("ar", "nisba_endings")
    return tuple(normalize(one) for row in rows for one in alternatives(row["spellings"]))


def guesses(norm: str, spelling: str) -> Readings:
    """Return what a word may be that no table has; ``norm`` is its folded form.

    >>> [(r.pos, r.lemma, dict(r.bundle.features)) for r in guesses("والجلوكوزيه", "والجلوكوزية")][0]
    ('ADJ', 'جلوكوزية', {'Definite': 'Def', 'Gender': 'Fem', 'Number': 'Sing'})
    """
    if not norm:
        return ()
    out: list[Reading] = []
    letters = Spelling(spelling).letters
    articled = [c for c in cuts(norm, _LEAST) if c.article and may_be_article(c, letters)]
    if articled:
        chain = articled[-1]
        _add(norm, spelling, chain, out)
        return tuple(out)
    _add(norm, spelling, NO_CHAIN, out)
    for chain in cuts(norm, _LEAST):
        if chain.article:
            continue
        preposed = bool(chain.bits & PREPOSITION)
        left = len(norm) - len(chain.written)
        if chain.before & NOMINAL and left >= (_LEAST_PREPOSED if preposed else _LEAST):
            _add(norm, spelling, chain, out)
    return tuple(out)


def _add(norm: str, spelling: str, chain: Chain, out: list[Reading]) -> None:
    rest = norm[len(chain.written) :]
    lemma = spelling[len(chain.written) :] if len(spelling) == len(norm) else rest
    more: Features = (("Definite", "Def"),) if chain.article else ()
    told = _told(rest)
    preposed = bool(chain.bits & PREPOSITION)
    kinds = ["NOUN"]
    if rest.endswith(_nisbas()) and len(rest) >= _LEAST_NISBA:
        kinds = ["ADJ", "NOUN"]
    for pos in kinds:
        for features in told:
            if preposed and ("Case", "Nom") in features:
                continue
            out.append(_reading(pos, tuple(sorted((*features, *more))), lemma, chain, len(out)))
    out.append(_reading("PROPN", more, lemma, chain, len(out)))


def _told(rest: str) -> tuple[Features, ...]:
    for ending, (letters, told) in _endings().items():
        if rest.endswith(ending) and len(rest) >= len(ending) + letters:
            return told
    return (_MASCULINE,)


def _reading(pos: str, features: Features, lemma: str, chain: Chain, at: int) -> Reading:
    return Reading(bundle(pos, features), lemma, None, chain, None, -at, guessed=True)
