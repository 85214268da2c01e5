"""Who signs a release: agencies and republishers in its dateline, clocks and marks at its end."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Protocol, TypeVar

from arnlp.lang import LANGUAGES, alternatives, table
from arnlp.lexicon import senses as S
from arnlp.lexicon.bodies import words_of
from arnlp.lexicon.tagged import TaggedText
from arnlp.text.structure import signs_off


class _Ranged(Protocol):
    first: int


_Mention = TypeVar("_Mention", bound=_Ranged)
_AGENCY_MARKS = "()/-\u2013\u2014"
_BRACKET = 18  # tokens in the brackets of a republisher at most


def stands_alone(tagged: TaggedText, i: int) -> bool:
    """Tell whether an agency's name stands in brackets, slashes or before a dash, as datelines do."""
    before = tagged.entries[i - 1].surface if i else "\n"
    after = tagged.entries[i + 1].surface if i + 1 < len(tagged.entries) else "\n"
    if not after.isspace() and "\n" in tagged.text[tagged.ends[i] : tagged.starts[i + 1]]:
        after = "\n"  # its line was joined with the next
    marked = before in _AGENCY_MARKS or after in _AGENCY_MARKS
    return (marked or after.isspace() or before.isspace()) and (
        after in _AGENCY_MARKS or after.isspace() or before in _AGENCY_MARKS
    )


def is_agency(tagged: TaggedText, i: int) -> bool:
    """Tell whether a token is an agency of the tables that signs: (وام), SPA --"""
    return bool(tagged.entries[i].mask & S.AGENCY) and stands_alone(tagged, i)


def signer_at(tagged: TaggedText, i: int) -> tuple[int, str]:
    """Return the end of the longest name of the table of republishers at a token, and its class.

    >>> signer_at(TaggedText("Pakistan Point News / WAM"), 0)
    (3, 'republisher')
    """
    best = (0, "")
    size = len(tagged.entries)
    for words, kind in _signers().get(tagged.entries[i].norm.split(" ")[0], ()):
        found: list[str] = []
        j = i
        while j < size and len(found) < len(words):
            found += tagged.entries[j].norm.split(" ")
            j += 1
        if tuple(found) == words and j > best[0]:
            best = (j, kind)
    return best


def signed_bracket(tagged: TaggedText, i: int) -> int:
    """Return the end of brackets or slashes that name a republisher, 0 without.

    >>> signed_bracket(TaggedText("(UrduPoint / WAM - 3rd Mar, 2022) Dubai Customs"), 0)
    11
    """
    size = len(tagged.entries)
    opening = tagged.entries[i].surface
    if opening == "(":
        for j in range(i + 1, min(i + _BRACKET, size)):
            if tagged.entries[j].surface == ")":
                return j + 1 if any(signer_at(tagged, k)[0] for k in range(i + 1, j)) else 0
    elif opening == "/" and i + 1 < size:
        end, _ = signer_at(tagged, i + 1)
        if end and end < size and tagged.entries[end].surface == "/":
            return end + 1
    return 0


def opens(tagged: TaggedText, i: int) -> bool:
    """Tell whether a word that is an agency at the head of a text alone may be one: وطنية -"""
    end, kind = signer_at(tagged, i)
    return kind == "opener" and end == i + 1


@cache
def _signers() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return the names of agencies and republishers as normalised words, by the first of them."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for language in LANGUAGES:
        for row in table(language, "republishers"):
            for spelling in alternatives(row["spellings"]):
                words = words_of(spelling)
                out[words[0]].append((words, row["class"]))
    return out


def sign_offs(tagged: TaggedText) -> list[tuple[int, int]]:
    """Return the ranges of tokens of lines that only close a release: // انتهى //, 13:26 ت م."""
    return [
        tagged.token_range(part.start, part.end)
        for part in tagged.parts
        if part.kind == "boilerplate" and signs_off(tagged.text[part.start : part.end])
    ]


def outside(mentions: list[_Mention], ranges: list[tuple[int, int]]) -> list[_Mention]:
    """Return the mentions that start in none of some ranges of tokens."""
    return [m for m in mentions if not any(first <= m.first < last for first, last in ranges)]
