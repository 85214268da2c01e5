"""The regular inflection of English, undone: the base of -s, -ed and -ing, the singular of a plural."""

from __future__ import annotations

import re
from collections.abc import Iterator

from arnlp.morphology.english_tables import singulars, verbs

_VOWELS = "aeiou"
_DOUBLED = re.compile(r"([bdfgklmnprstvz])\1$")
_SOUND = ("ss", "ll", "zz", "ff")  # doubled in the base already: pass, call
_SIBILANTS = ("ss", "sh", "ch", "x", "zz")
# Endings after which the base has a silent e: creat-e, manag-e, increas-e, includ-e.
_SILENT_E = re.compile(
    r"(?:[^aeiou]l|[aeiou](?:c|g|v|z|s)|at|ut|it(?=$)|uc|rg|dg|ng(?=$)|rc|nc|lv|rv|ns|rs|ps|as|os|us|u|"
    r"[^aeiou][aeiou](?:d|k|l|m|n|p|r|t))$"
)
_NO_E = re.compile(r"(?:[aeiou]{2}[^aeiou]|[^aeiou]{2}|w|x|y|er|en|on|or|el|al|et|it|op|am|om)$")


def is_irregular_noun(word: str) -> bool:
    """Tell whether a word is a plural that the table has.

    >>> is_irregular_noun("analyses")
    True
    """
    return word in singulars()


def noun_of(word: str) -> tuple[str, str]:
    """Return the singular of a noun, and its number as UD names it.

    >>> [noun_of(w) for w in ("companies", "boxes", "ministries", "children", "analysis", "gas")]
    [('company', 'Plur'), ('box', 'Plur'), ('ministry', 'Plur'), ('child', 'Plur'), ('analysis', 'Sing'), ('gas', 'Sing')]
    """
    irregular = singulars().get(word)
    if irregular:
        return irregular, "Sing" if irregular == word else "Plur"
    if word.endswith(("ss", "us", "is")) or not word.endswith("s") or len(word) < 4:
        return word, "Sing"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y", "Plur"
    if word.endswith("es") and word[:-2].endswith(_SIBILANTS):
        return word[:-2], "Plur"
    return word[:-1], "Plur"


def stems_of(word: str) -> Iterator[tuple[str, str]]:
    """Yield the bases that a form of a verb may be of, the likeliest first, each with its form.

    >>> list(stems_of("planned"))[0], list(stems_of("increasing"))[0], list(stems_of("studies"))
    (('plan', 'past'), ('increase', 'ing'), [('study', 's')])
    """
    if word.endswith("ied") and len(word) > 5:
        yield from ((word[:-3] + "y", kind) for kind in ("past", "participle"))
    elif word.endswith("ed") and len(word) > 3:
        for kind in ("past", "participle"):
            yield _likeliest(word[:-2]), kind
    elif word.endswith("ing") and len(word) > 4 and any(c in _VOWELS + "y" for c in word[:-3]):
        yield _likeliest(word[:-3]), "ing"
    elif word.endswith("ies") and len(word) > 4:
        yield word[:-3] + "y", "s"
    elif word.endswith("es") and word[:-2].endswith((*_SIBILANTS, "o")):
        yield word[:-2], "s"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        yield word[:-1], "s"


def _likeliest(stem: str) -> str:
    """Return the base whose -ed or -ing form has this stem: one that is a verb, else by its letters."""
    single = stem[:-1] if _DOUBLED.search(stem) else stem
    for base in (stem, stem + "e", single):
        if base in verbs():
            return base
    if single != stem and not stem.endswith(_SOUND):
        return single
    if _SILENT_E.search(stem) and not _NO_E.search(stem):
        return stem + "e"
    return stem
