"""Finds the open-class nouns that no table has: by how the words of the news are used.

What stands behind the article, and what takes a pronoun without being a verb, is a noun or an adjective.
Number and gender follow from the form, from our table of broken plurals, and from the patterns of broken
plurals where a singular of the same letters is in use.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from camel_morph import arabic, bare, latin
from paradigms import features
from stems import Collector, Entry

from arnlp.lang import table
from arnlp.morphology.reading import Readings
from arnlp.text.clitics import cuts
from arnlp.text.view import normalize

_LEAST = 5  # times behind the article
_LEAST_SHORT = 60  # for stems of two letters
_PRONOUNS = ("هما", "ها", "هم", "نا", "ه")
_AS_NOUN = 0.01  # the share of a word's uses that takes a pronoun, from which on it is a noun too
_GOVERNED = 0.008  # the share of its uses with the article that takes بـ, لـ or كـ

# Broken plurals by pattern: C a letter; the singulars that each may be of, by the same letters.
_PATTERNS = (
    ("أCCاC", "CCC CCCة CاC CيC CوC"),
    ("مCاCC", "مCCC مCCCة"),
    ("مCاCيC", "مCCوC مCCاC مCCC مCCيC"),
    ("CواCC", "CاCC CاCCة CوCCة"),
    ("CواCيC", "CاCوC CاCوCة"),
    ("CCائC", "CCيCة CCاCة CCوCة CCيC"),
    ("تCاCيC", "تCCيC تCCيCة تCCوC"),
    ("أCاCيC", "أCCوC أCCوCة أCCاC"),
    ("أCاCC", "أCCC أCCCة"),
    ("CCاCيC", "CCCوC CCCاC CCCيC CCCيCة"),
    ("CCاCC", "CCCC CCCCة"),
    ("CCCاء", "CCيC CاCC"),
    ("أCCCاء", "CCيC"),
    ("أCCCة", "CCاC CCيC"),
    ("CCوC", "CCC CCCة"),
    ("CCاCا", "CCيCة"),
)
_LETTER = "([ء-غف-ي])"


class Shape(NamedTuple):
    """A stem of a noun with the genders and numbers it has, what it ends in, and its lemma."""

    form: str
    shapes: str
    sets: str
    lemma: str


def shape_of(form: str, *, plurals: bool = True) -> Shape:
    """Return how a noun is inflected by its end; ``form`` is transliterated, with vowels or without.

    >>> shape_of("wizaArap"), shape_of("mabonaY").sets, shape_of("binaA'").sets
    (Shape(form='wizaAr', shapes='FS||FD||FP', sets='', lemma='wizaArap'), '#aY-Ap-y', "#A'")
    """
    masculine = "MS||MD||FP" if plurals else "MS||MD"
    feminine = "FS||FD||FP" if plurals else "FS||FD"
    if re.search(r"a?Ap$", form):
        return Shape(re.sub(r"a?Ap$", "", form), feminine, "#aA-Ap-y", form)
    if form.endswith("p"):
        return Shape(re.sub(r"a?p$", "", form), feminine, "", form)
    for end, sets in (
        (r"(?<=A)'$", "#A'"), (r"(?<=w)'$", "#w'"), (r"(?<=y)o?'$", "#o'-con"), (r"o?'$", "#o'-dis"),
        (r"a?Y$", "#aY-Ap-y"), (r"a?A$", "#aA"), (r"a>$", "#a>"), (r"(?<![aiuo])>$", "#a>"), (r"u?&$", "#u&"),
    ):  # fmt: skip
        if re.search(end, form):
            return Shape(re.sub(end, "", form), masculine, sets, form)
    if form.endswith("iy"):
        return Shape(form.removesuffix("iy"), masculine, "#iy", form)
    return Shape(form, masculine, "", form)


class Use:
    """How often words stand behind the article, before a pronoun, and at all."""

    def __init__(self, path: Path) -> None:
        self.forms: dict[str, int] = {}
        self.defined: Counter[str] = Counter()
        self.governed: Counter[str] = Counter()  # with a preposition written before the article
        self.owned: Counter[str] = Counter()
        for line in path.read_text("utf-8").splitlines():
            form, number = line.split("\t")
            self.forms[form] = int(number)
            for chain in cuts(normalize(form)):
                if chain.article:
                    rest = form[len(chain.written) :]
                    self.defined[rest] += int(number)
                    if any(clitic.kind == "preposition" for clitic in chain.clitics):
                        self.governed[rest] += int(number)
            for pronoun in _PRONOUNS:
                if form.endswith(pronoun) and len(form) > len(pronoun) + 2:
                    self.owned[form.removesuffix(pronoun)] += int(number)
                    break

    def __getitem__(self, word: str) -> int:
        return self.forms.get(word, 0) + self.defined[word]

    def is_noun(self, word: str) -> bool:
        """Tell whether a word that may be an adjective is used as a noun is.

        An adjective takes no pronoun, and no preposition, which stands before its noun.
        """
        governed = self.governed[word] / (self.defined[word] + 1)
        return governed >= _GOVERNED or self.owned_share(word) >= _AS_NOUN

    def owned_share(self, word: str) -> float:
        """Return the share of a word's uses in which a pronoun follows it."""
        stem = word[:-1] + "ت" if word.endswith("ة") else word
        owned = (
            self.owned[stem]
            + self.owned["و" + stem]
            + self.owned["ب" + stem]
            + self.owned["ل" + stem]
        )
        return owned / (owned + self[word] + 1)


class Nouns:
    """Makes entries of nouns by use."""

    def __init__(self, collector: Collector, use: Use, readings: Callable[[str], Readings]) -> None:
        self._collector = collector
        self._use = use
        self._readings = readings  # of a word, by the tables
        self._feminine = {row["noun"] for row in table("ar", "feminine_nouns")}
        self._singulars: dict[str, str] = {}  # bare, to how it is vocalised
        self._plurals: set[str] = set()
        for row in table("ar", "broken_plurals"):
            self._singulars.setdefault(spelt(row["singular"]), row["singular"])
            self._plurals.add(spelt(row["plural"]))

    def by_table(self) -> Iterator[Entry]:
        """Yield the singulars and plurals of the table of broken plurals."""
        masdars = {spelt(row["masdar"]) for row in table("ar", "masdars")}
        for row in table("ar", "broken_plurals"):
            if spelt(row["singular"]) not in masdars:
                yield from self._noun(latin(row["singular"]), gender=row["gender"][0].lower())
            yield self._plural(
                latin(row["plural"]), latin(row["singular"]), row["gender"][0].lower()
            )

    def by_use(self) -> Iterator[Entry]:
        """Yield nouns that stand behind the article."""
        for word, number in sorted(self._use.defined.items()):
            if number < (_LEAST if len(word) > 2 else _LEAST_SHORT) or len(word) < 2:
                continue
            if word in self._plurals or word in self._singulars:
                continue
            found = self._readings("ال" + word)
            known = {reading.pos for reading in found}
            if known & {"NOUN", "PRON"} or any("Degree" in dict(r.bundle.features) for r in found):
                continue
            if known & {"ADJ", "PROPN", "NUM"} and not self._use.is_noun(word):
                continue
            yield from self._by_form(word, _participle(found))

    def _by_form(self, word: str, verb: str) -> Iterator[Entry]:
        singular = self._singular_of(word)
        if singular:
            yield self._plural(latin(word), latin(self._singulars.get(singular, singular)), "")
            return
        inner = self._inflected(word)
        if inner is None:
            yield from self._noun(
                latin(word), gender="f" if word in self._feminine else "", verb=verb
            )
        elif isinstance(inner, Entry):
            yield inner

    def _inflected(self, word: str) -> Entry | bool | None:
        """Return the entry that a word with an ending adds; None: it has none; True: it adds nothing."""
        use = self._use
        stem = word[:-2]
        if word.endswith("ات") and len(stem) > 1:
            if self._may_be_noun(stem + "ة") or self._may_be_noun(stem):
                return True
            lemma = stem if use[stem] > use[stem + "ة"] else stem + "ة"
            return self._collector.noun(latin(stem), latin(lemma), "FP", pos="NOUN")
        if (
            word.endswith(("ون", "ين"))
            and len(stem) > 2
            and use[stem] >= max(_LEAST, use[word] // 20)
        ):
            if use[stem + "ون"] and use[stem + "ين"]:
                return self._collector.noun(latin(stem), latin(stem), "MP", pos="NOUN")
            return True
        if word.endswith(("تان", "تين")) and use[word[:-3] + "ة"] > use[word]:
            return True
        if (
            word.endswith("ان")
            and len(stem) > 2
            and use[stem] > use[word]
            and use.owned[word] < _LEAST
        ):
            return True
        return None

    def _may_be_noun(self, word: str) -> bool:
        """Tell whether a word in use has a noun, or will have one by its use."""
        if self._use[word] < _LEAST:
            return False
        known = {reading.pos for reading in self._readings("ال" + word)}
        return not known or "NOUN" in known or self._use.is_noun(word)

    def _noun(self, form: str, gender: str = "", verb: str = "") -> Iterator[Entry]:
        shape = shape_of(form)
        feats = "gen:f" if gender == "f" and not bare(form).endswith("p") else ""
        yield self._collector.noun(
            shape.form, shape.lemma, shape.shapes, shape.sets, feats=feats, verb=verb
        )
        if bare(form).endswith("y") and self._use[spelt(arabic(form)) + "ة"] >= _LEAST:
            yield self._collector.noun(form, form, "MS||MD||MP||FS||FD||FP", pos="ADJ")

    def _plural(self, form: str, singular: str, gender: str) -> Entry:
        shape = shape_of(form, plurals=False)
        single = shape.shapes.split("||")[0]
        if form.endswith(("aAt", "At")) or form.endswith(("iyn", "uwn")):
            stem = re.sub(r"(?:a?At|iyn|uwn)$", "", form)
            kind = "FP" if bare(form).endswith("At") else "MP"
            return self._collector.noun(
                stem, singular, kind, feats=f"gen:{gender}" if gender else ""
            )
        return self._collector.noun(
            shape.form, singular, single, shape.sets, feats=f"gen:{gender or 'b'} num:p"
        )

    def _singular_of(self, word: str) -> str | None:
        """Return the singular of a broken plural, by its pattern, where one is in use."""
        for pattern, singulars in _PATTERNS:
            match = re.fullmatch(pattern.replace("C", _LETTER), word)
            if not match:
                continue
            found = []
            for singular in singulars.split():
                letters = iter(match.groups())
                if singular.count("C") > len(match.groups()):
                    continue
                made = re.sub("C", lambda _, some=letters: next(some), singular)
                if made != word and self._use.defined[made] >= _LEAST:
                    found.append((self._use[made], made))
            if found and pattern not in ("CCوC", "CCCاء", "CCاCC", "أCCCة"):
                return max(found)[1]
            if found and self._use[word] < 20 * max(found)[0]:
                return max(found)[1]
        return None


def _participle(found: Readings) -> str:
    """Return the verb of what may be a participle, where it is of one verb alone."""
    verbs = {reading.verb for reading in found if reading.pos == "ADJ" and reading.verb}
    return latin(verbs.pop()) if len(verbs) == 1 else ""


def spelt(word: str) -> str:
    """Return a word without vowels.

    >>> spelt("وِزَارَة")
    'وزارة'
    """
    return arabic(bare(latin(word)))


def table_masdars(collector: Collector) -> Iterator[Entry]:
    """Yield the masdars of the table."""
    for row in table("ar", "masdars"):
        shape = shape_of(latin(row["masdar"]))
        yield collector.noun(
            shape.form, shape.lemma, shape.shapes, shape.sets, verb=latin(row["verb"]),
            more=features(VerbForm="Vnoun"),
        )  # fmt: skip


__all__ = ["Nouns", "Use", "shape_of", "spelt", "table_masdars"]
