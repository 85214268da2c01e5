"""Persons' names in Arabic letters, where neither a table nor the text gives them.

Each word is taken from the spellings that people of Arab states share (``arnlp/lang/common/written_names.tsv``,
Wikidata) or from our own (``arnlp/lang/en/arabic_names.tsv``). A name with a word that neither has stays
without: letters alone do not tell its spelling.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from arnlp.lang import alternatives, table
from arnlp.lexicon.latin_names import folded
from arnlp.text.clitics import THE, written

_MARKS = re.compile(r"['\u2018\u2019`]")
_LEAST_LETTERS = 3
_PARTS = re.compile(r"[\s-]+")


@cache
def _own(kind: str) -> dict[str, str]:
    return {
        spelling: row["arabic"]
        for row in table("en", "arabic_names")
        if row["kind"] == kind
        for spelling in alternatives(row["spellings"])
    }


@cache
def _attested() -> dict[str, str]:
    return {row["latin"]: row["arabic"] for row in table("common", "written_names")}


@lru_cache(maxsize=20_000)
def arabized(name: str) -> str:
    """Return a name of a person in Arabic letters, an empty string where a word of it is not known.

    >>> arabized("Tamim bin Hamad Al Thani"), arabized("Abdul Rahman Al-Kindi"), arabized("Astrid Hansen")
    ('تميم بن حمد آل ثاني', 'عبدالرحمن الكندي', '')
    """
    parts = [part for part in _PARTS.split(_MARKS.sub("", folded(name))) if part]
    out: list[str] = []
    k = 0
    while k < len(parts):
        word, k = _next(parts, k)
        if not word:
            return ""
        out.append(word)
    return " ".join(out) if len(out) > 1 else ""


def _next(parts: list[str], k: int) -> tuple[str, int]:
    """Return the word that starts at a part, and where the next starts."""
    part = parts[k]
    following = parts[k + 1] if k + 1 < len(parts) else ""
    if following and part in _own("article"):
        return _articled(following), k + 2
    if following and part in _own("servant"):
        known = _attested().get(f"abdul{following}") or _attested().get(f"abdel{following}")
        stem = _word(following)
        return known or (stem and _own("servant")[part] + _with_article(stem)), k + 2
    return _word(part), k + 1


def _word(part: str) -> str:
    stems = [part.removeprefix(article) for article in _own("article") if part.startswith(article)]
    if house := next((_own("house")[stem] for stem in stems if stem in _own("house")), ""):
        return house  # Alnahyan
    known = _own("word").get(part) or _attested().get(part)
    return known or next((_articled(stem) for stem in stems if len(stem) > _LEAST_LETTERS), "")


def _articled(stem: str) -> str:
    house = _own("house").get(stem)
    if house:
        return house
    known = _attested().get(f"al{stem}") or _attested().get(f"el{stem}")
    if known:
        return known
    bare = _own("word").get(stem) or _attested().get(stem)
    return _with_article(bare) if bare else ""


def _with_article(word: str) -> str:
    return word if word.startswith(written(THE)) else written(THE) + word
