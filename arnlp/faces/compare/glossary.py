"""Words of releases in both languages, so that sentences without names and numbers find each other."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from arnlp.lang import alternatives, table
from arnlp.text.clitics import cuts
from arnlp.text.tokens import LATIN, WORD
from arnlp.text.view import normalize

if TYPE_CHECKING:
    from arnlp.lexicon.senses import Entry

_LEAST = 3


@cache
def _endings(language: str) -> tuple[str, ...]:
    """Return what may end a word of a language, in the order in which it is tried."""
    rows = table("common", "glossary_endings")
    return tuple(
        e for row in rows if row["language"] == language for e in alternatives(row["endings"])
    )


@cache
def _rows() -> dict[str, dict[str, tuple[int, ...]]]:
    """Return the numbers of the rows of each stem, by language."""
    out: dict[str, dict[str, tuple[int, ...]]] = {"ar": {}, "en": {}}
    for number, row in enumerate(table("common", "glossary")):
        for language, stems in out.items():
            for word in alternatives(row[language]):
                stem = _stem(normalize(word), _endings(language))
                stems[stem] = (*stems.get(stem, ()), number)
    return out


def glossed(entry: Entry) -> tuple[int, ...]:
    """Return the rows of the glossary that a token may be of."""
    if entry.kind == WORD:
        return _arabic(entry.norm)
    return _english(entry.norm) if entry.kind == LATIN else ()


@lru_cache(maxsize=20_000)
def _arabic(norm: str) -> tuple[int, ...]:
    stems = _rows()["ar"]
    for word in (norm, *(norm[len(chain.written) :] for chain in cuts(norm))):
        found = stems.get(_stem(word, _endings("ar")))
        if found:
            return found
    return ()


@lru_cache(maxsize=20_000)
def _english(norm: str) -> tuple[int, ...]:
    return _rows()["en"].get(_stem(norm, _endings("en")), ())


def _stem(word: str, endings: tuple[str, ...]) -> str:
    """Cut what may be an ending, once or twice; what is left has three letters at least."""
    for _ in range(2):
        for ending in endings:
            if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
                word = word[: -len(ending)]
                break
    return word
