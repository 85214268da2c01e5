"""Persons' names in Latin letters, where neither a table nor the text gives them: transliterations.

``table`` takes each word from the spellings that Wikidata attests (person_names.tsv), small words and
letters from ``arnlp/lang/ar/romanization.tsv``. ``neural`` is the package arabic-name-romanizer
(extra ``names``), a larger dictionary with a small model behind it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from arnlp.lang import alternatives, table
from arnlp.lexicon.people import people
from arnlp.model.errors import InvalidOption
from arnlp.text.clitics import THE, articled, without_article
from arnlp.text.view import normalize

ROMANIZERS = ("table", "neural")
_FAMILY = "آل"
_LONG = {"w": "ou", "y": "i"}
_VOWELS = "aeiou"
_LONG_VOWELS = "اوي"


@cache
def _rows(kind: str) -> dict[str, str]:
    return {
        spelling: row["latin"]
        for row in table("ar", "romanization")
        if row["kind"] == kind
        for spelling in alternatives(row["spellings"])
    }


@cache
def _servants() -> frozenset[str]:
    """Return the words that open a given name of two words: عبد."""
    rows = (row for row in table("ar", "name_particles") if row["kind"] == "servant")
    return frozenset(spelling for row in rows for spelling in alternatives(row["spellings"]))


@lru_cache(maxsize=20_000)
def romanized(name: str) -> str:
    """Return an Arabic name in Latin letters, word by word.

    >>> romanized("خالد بن تركي آل فيصل"), romanized("عبد الرحمن الكندي")
    ('Khalid bin Turki Al Faisal', 'Abdurrahman Al Kindi')
    >>> romanized("تركي آل الشيخ")
    'Turki Al Sheikh'
    """
    words = name.split()
    out: list[str] = []
    k = 0
    while k < len(words):
        joined = normalize(words[k] + words[k + 1]) if k + 1 < len(words) else ""
        if words[k] in _servants() and people(joined).latin:
            out.append(people(joined).latin)
            k += 2
            continue
        spelled = _word(words[k])
        if out and out[-1] == _rows("word")[_FAMILY] and spelled.startswith(f"{out[-1]} "):
            out.pop()  # آل الشيخ: the article is not said twice
        out.append(spelled)
        k += 1
    return " ".join(out)


def _word(word: str) -> str:
    small = _rows("word").get(word)
    if small is not None:
        return small
    if articled(word) == THE and len(without_article(word)) > 1:
        attested = people(normalize(word)).latin  # as Alkindi, Al-Kindi or without the article
        stem = attested[2:].lstrip("- '") if attested[:2] in ("Al", "El", "al", "el") else attested
        return f"Al {stem[:1].upper()}{stem[1:]}" if stem else f"Al {_stem(word)}"
    return people(normalize(word)).latin or _spelled(word)


def _stem(word: str) -> str:
    return _word(without_article(word))


def _spelled(word: str) -> str:
    """Write a word letter by letter: long vowels between consonants, an a where two would meet.

    A word with a long vowel, as foreign names have them, keeps its pairs of consonants.
    """
    letters = _rows("letter")
    sounds = [letters.get(letter, "") for letter in word]
    sounds = [sound for sound in sounds if sound]
    paired = any(letter in _LONG_VOWELS for letter in word[1:])
    out = ""
    for k, sound in enumerate(sounds):
        before = out[-1:]
        following = sounds[k + 1][:1] if k + 1 < len(sounds) else ""
        if (
            sound in _LONG
            and k
            and before not in _VOWELS
            and (not following or following not in _VOWELS)
        ):
            sound = _LONG[sound]
        elif before and before not in _VOWELS and sound[0] not in _VOWELS:
            if not paired or k == 1 or _is_cluster(sounds[k - 2 : k + 1]):
                sound = "a" + sound
        out += sound
    return out.capitalize()


def _is_cluster(sounds: list[str]) -> bool:
    """Tell whether three sounds are consonants all."""
    return len(sounds) == 3 and all(s[0] not in _VOWELS and s not in _LONG for s in sounds)


# A name in Arabic letters and the country of the release in, the name in Latin letters out.
Romanize = Callable[[str, str | None], str]


def romanizer(kind: str) -> Romanize:
    """Return a function from an Arabic name and a country to Latin letters.

    Raises InvalidOption for an unknown kind, and where the package of ``neural`` is not installed.

    >>> romanizer("table")("سعاد الكندي", None)
    'Souad Al Kindi'
    """
    if kind == "table":
        return lambda name, country: romanized(name)
    if kind == "neural":
        return _neural()
    raise InvalidOption("romanizer", kind, f"one of {', '.join(map(repr, ROMANIZERS))}")


@cache
def _neural() -> Callable[[str, str | None], str]:
    try:
        from arabic_name_romanizer import Transliterator
    except ImportError:
        raise InvalidOption(
            "romanizer", "neural", "'table', or: pip install \"arnlp[names]\""
        ) from None
    known = Transliterator()
    return lambda name, country: str(known.transliterate(name, country=country))
