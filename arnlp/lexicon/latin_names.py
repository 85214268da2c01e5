"""Which words in Latin letters name people and places, and how often.

Sources: ``arnlp/lang/en/name_words.tsv`` (the United States census of 1990; GeoNames) and the Latin
spellings of ``arnlp/lang/common/person_names.tsv`` (Wikidata).
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import NamedTuple

from arnlp.lang import table

_MANY = 3


class LatinName(NamedTuple):
    """How often a word is a given and a family name and a place, from 0 (never) to 3."""

    given: int
    family: int
    place: int


_NONE = LatinName(0, 0, 0)


def folded(word: str) -> str:
    """Return a word in small letters, without accents.

    >>> folded("Nuñez")
    'nunez'
    """
    if word.isascii():
        return word.lower()
    bare = unicodedata.normalize("NFKD", word)
    return "".join(c for c in bare if not unicodedata.combining(c)).lower()


@cache
def _words() -> dict[str, LatinName]:
    out = {
        row["word"]: LatinName(int(row["given"]), int(row["family"]), int(row["place"]))
        for row in table("en", "name_words")
    }
    for row in table("common", "person_names"):
        given, family = (
            min(_MANY, len(row[k])) if row[k] != "0" else 0 for k in ("given", "family")
        )
        for latin in row["latin"].split("|"):
            word = folded(latin)
            known = out.get(word, _NONE)
            out[word] = LatinName(max(given, known.given), max(family, known.family), known.place)
    return out


def latin_name(word: str) -> LatinName:
    """Return what is known of a folded word in Latin letters; zeros where nothing is.

    >>> latin_name("smith").family, latin_name("khalid").given > 0, latin_name("chicago").place
    (3, True, 2)
    """
    return _words().get(word, _NONE)
