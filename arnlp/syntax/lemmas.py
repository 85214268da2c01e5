"""What rules ask of a word of a sentence: its lemma, its markers, whether two words may agree."""

from __future__ import annotations

from functools import cache, lru_cache

from arnlp.lang import LANGUAGES, alternatives, has_table, table
from arnlp.morphology.reading import Reading
from arnlp.syntax.tree import Tree
from arnlp.text import chars
from arnlp.text.clitics import Chain

VERBAL = frozenset({"VERB", "AUX"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "SYM", "X", "DET"})
# Classes of small words that a parser may take for each other.
SMALL = frozenset({"ADP", "SCONJ", "PART", "CCONJ"})


@lru_cache(maxsize=65536)
def bare(lemma: str) -> str:
    """Return a lemma without vowels, its hamzat wasl as alef.

    >>> bare("ٱِرْتَفَع")
    'ارتفع'
    """
    return chars.strip_marks(lemma).replace("ٱ", "ا").lower()


def lemma(tree: Tree, word: int) -> str:
    """Return the bare lemma of a word."""
    return bare(tree.readings[word].lemma)


def verb_lemma(tree: Tree, word: int) -> str:
    """Return the bare lemma of the verb that a verb, masdar or participle is of."""
    reading = tree.readings[word]
    return bare(reading.verb or reading.lemma)


def is_verb(tree: Tree, word: int) -> bool:
    """Tell whether a word is a verb or an auxiliary."""
    return tree.pos[word] in VERBAL


def is_masdar(reading: Reading) -> bool:
    """Tell whether a reading is a noun of action."""
    return bool(reading.verb) and ("VerbForm", "Vnoun") in reading.bundle.features


def is_participle(reading: Reading) -> bool:
    """Tell whether a reading is an Arabic participle."""
    return bool(reading.verb) and ("VerbForm", "Part") in reading.bundle.features


def preposition(reading: Reading) -> str:
    """Return the preposition that is written as one with a word: بـ, لـ, كـ.

    >>> from arnlp.morphology import readings
    >>> preposition(readings("وبقيمة")[0]), preposition(readings("قيمة")[0])
    ('بـ', '')
    """
    chain = reading.chain
    return _preposition(chain) if chain.clitics else ""


@cache
def _preposition(chain: Chain) -> str:
    for clitic in chain.clitics:
        if clitic.kind == "preposition":
            return clitic.form + chars.TATWEEL
    return ""


def conjunction(reading: Reading) -> str:
    """Return the conjunction that is written as one with a word: و, ف."""
    first = reading.chain.clitics[:1]
    return first[0].form if first and first[0].kind == "conjunction" else ""


def marker(tree: Tree, word: int) -> str:
    """Return a preposition as markers are written: إلى, بـ, from."""
    reading = tree.readings[word]
    form = bare(reading.lemma)
    if tree.pos[word] not in SMALL or reading.pos not in SMALL:
        form = bare(tree.words[word])
    return form + chars.TATWEEL if len(form) == 1 and not form.isascii() else form


@lru_cache(maxsize=64)
def lemmas(name: str, column: str = "lemmas", **chosen: str) -> frozenset[str]:
    """Return the bare lemmas of a column in the tables of that name of both languages.

    ``chosen`` keeps the rows with these values.
    """
    found: set[str] = set()
    for language in LANGUAGES:
        for row in table(language, name) if has_table(language, name) else ():
            if all(row[key] == value for key, value in chosen.items()):
                found.update(bare(form) for form in alternatives(row[column]))
    return frozenset(found)
