"""Reads the tables of Camel Morph MSA: letters, conditions, and which affixes a stem takes.

A row asks for conditions (COND-T) and sets some (COND-S). Morphemes go together where all that they
ask for is set by one of them. ``A||B`` asks for either, ``!A`` for none of it, and ``else``, among the
allomorphs of one morpheme, for whatever the rows beside it with the same beginning do not ask for.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

Row = dict[str, str]

_BUCKWALTER = dict(zip(
    "'|>&<}AbptvjHxd*rzs$SDTZEg_fqklmnhwYyFNKaui~o`{",
    "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيًٌٍَُِّْٰٱ", strict=True,
))  # fmt: skip
_TO_ARABIC = str.maketrans(_BUCKWALTER)
_TO_LATIN = str.maketrans({v: k for k, v in _BUCKWALTER.items()})
_VOWEL_FIRST = re.compile("([FNKauio])~")  # as NFC orders the marks of a letter
MARKS = "FNKaui~o`"
_NO_MARKS = str.maketrans("", "", MARKS)


def arabic(latin: str) -> str:
    """Return Arabic letters for the Buckwalter transliteration."""
    return latin.translate(_TO_ARABIC)


def latin(word: str) -> str:
    """Return the Buckwalter transliteration of a word."""
    return _VOWEL_FIRST.sub(r"~\1", word.translate(_TO_LATIN))


def bare(form: str) -> str:
    """Return a transliterated form without its vowels, the alef of union plain."""
    return form.translate(_NO_MARKS).replace("{", "A")


class Test(NamedTuple):
    """One thing that a row asks for: one of these conditions, or none of them."""

    wanted: bool
    conditions: frozenset[str]

    def holds(self, given: frozenset[str]) -> bool:
        return bool(self.conditions & given) == self.wanted


class Morph(NamedTuple):
    """An allomorph: its form, features, what it asks for and what it sets."""

    form: str
    features: dict[str, str]
    asks: tuple[Test, ...]
    sets: frozenset[str]


def features_of(cell: str) -> dict[str, str]:
    """Return the features of a cell like ``asp:p per:3``."""
    return dict(part.split(":", 1) for part in cell.split() if ":" in part)


def _tokens(cell: str) -> list[str]:
    return [token for token in cell.split() if token != "_"]


def tests_of(cell: str) -> tuple[Test, ...]:
    """Return what a cell of COND-T asks for, of a row that stands alone."""
    return tuple(_test(token, ()) for token in _tokens(cell))


def _test(token: str, beside: tuple[str, ...]) -> Test:
    if token == "else":
        return Test(False, frozenset(part for t in beside for part in t.strip("!").split("||")))
    if token.startswith("!"):
        return Test(False, frozenset(token[1:].split("||")))
    return Test(True, frozenset(token.split("||")))


class Tables:
    """The tables in their folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cache  # noqa: B019
    def rows(self, name: str) -> list[Row]:
        """Return the rows of a table, comments and empty ones left out."""
        with (self.folder / f"MSA-{name}.csv").open(encoding="utf-8", newline="") as file:
            return [row for row in csv.DictReader(file) if row["DEFINE"] in _DEFINED]

    @cache  # noqa: B019
    def morphs(self, name: str) -> dict[str, list[Morph]]:
        """Return the allomorphs of a table of affixes by their class."""
        groups: dict[tuple[str, str], list[Row]] = defaultdict(list)
        for row in self.rows(name):
            if row["DEFINE"] == "MORPH" and "VAR" not in row["EXCLUDE"]:
                groups[row["CLASS"], row["FUNC"]].append(row)
        out: dict[str, list[Morph]] = defaultdict(list)
        for (kind, _), rows in groups.items():
            asked = [_tokens(row["COND-T"]) for row in rows]
            for row, tokens in zip(rows, asked, strict=True):
                asks = []
                for at, token in enumerate(tokens):
                    beside = {
                        other[at]
                        for other in asked
                        if len(other) > at and other[:at] == tokens[:at] and other[at] != "else"
                    }
                    asks.append(_test(token, tuple(sorted(beside))))
                form = "" if row["FORM"] == "_" else row["FORM"].strip()
                out[kind].append(
                    Morph(
                        form,
                        features_of(row["FEAT"]),
                        tuple(asks),
                        frozenset(_tokens(row["COND-S"])),
                    )
                )
        return out


_DEFINED = ("MORPH", "ORDER", "LEXICON")


def go_together(morphs: tuple[Morph, ...]) -> bool:
    """Tell whether all that the morphs ask for is set among them."""
    given = frozenset().union(*(morph.sets for morph in morphs))
    return all(test.holds(given) for morph in morphs for test in morph.asks)
