"""Collects the stems of the Arabic morphology: from Camel Morph's tables, and what follows from them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from camel_morph import Row, Tables, features_of, latin
from derived_verbs import Stem, imperfect_passive, masdar, participles, perfect_passive
from paradigms import AFTER_ARTICLE, BARE, BEFORE_PRONOUN, Cells, Features, Paradigms, features

from arnlp.text import clitics

UPOS = {
    "verb": "VERB", "adj": "ADJ", "adj_comp": "ADJ", "adj_num": "ADJ", "noun": "NOUN", "noun_num": "NUM",
    "noun_quant": "NOUN", "noun_prop": "PROPN", "adv": "ADV", "prep": "ADP", "conj": "CCONJ", "conj_sub": "SCONJ",
    "pron": "PRON", "pron_dem": "PRON", "pron_rel": "PRON", "pron_interrog": "PRON", "pron_exclam": "PRON",
    "part": "PART", "part_neg": "PART", "part_fut": "PART", "part_verb": "PART", "part_voc": "PART",
    "part_interrog": "PART", "part_focus": "PART", "part_restrict": "PART", "part_det": "DET", "part_connect": "PART",
    "verb_pseudo": "PART", "verb_nom": "INTJ", "interj": "INTJ", "abbrev": "X", "adv_interrog": "ADV",
    "adv_rel": "ADV",
}  # fmt: skip
SISTERS_OF_KAN = frozenset(["kaAn", "layosa", "layos"])
_EVERY_SHAPE = "MS||MD||MP||FS||FD||FP"
_PRON_TYPES = {"pron": "Prs", "pron_dem": "Dem", "pron_rel": "Rel", "pron_interrog": "Int"}


class Forms:
    """The forms of a stem; two stems with the same forms share one object."""

    def __init__(self, cells: Cells) -> None:
        self.cells = cells


class Entry(NamedTuple):
    """A stem in its paradigm: form and lemma transliterated, the lemma of its verb, and its forms."""

    form: str
    lemma: str
    verb: str
    kind: int
    pos: str
    forms: Forms


def clean(lemma: str) -> str:
    """Return a lemma without the numbers and vowels that tell homonyms apart.

    >>> clean("balag-u"), clean("{ibon_2")
    ('balag', '{ibon')
    """
    return re.sub(r"[-_][a-z0-9]*(?:_[0-9]+)?$", "", lemma).replace("layosa", "layos")


_forms: dict[tuple[object, ...], Forms] = {}


def entry(
    form: str, lemma: str, cells: Cells, *, pos: str, kind: int, verb: str = "", more: Features = ()
) -> Entry:
    """Return an entry; ``more`` features are added to those of each form."""
    key = (tuple(sorted(cells.items())) if len(cells) < _FEW else id(cells), more)
    if key not in _forms:
        _forms[key] = Forms(
            {
                at: tuple(tuple(sorted({**dict(told), **dict(more)}.items())) for told in some)
                for at, some in cells.items()
            }
        )
        _kept.append(cells)  # so that no other gets its id
    return Entry(form, lemma, verb, kind, pos, _forms[key])


_FEW = 4  # cells that are made anew for each word
_kept: list[Cells] = []


class Collector:
    """Makes the entries of the tables of Camel Morph."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.paradigms = Paradigms(tables)
        self.verbs: dict[str, Row] = {}  # a perfective stem of each lemma
        # Of two stems of a hollow or doubled verb the one before a vowel: يستفيد, not يستفدن.
        rows = sorted(tables.rows("Verb-LEX-IV"), key=lambda row: row["COND-T"] != "c-suff")
        self._imperfect = {clean(row["LEMMA"]): row for row in rows}

    # -- verbs

    def verb_entries(self, only: frozenset[str] = frozenset()) -> Iterator[Entry]:
        """Yield the stems of verbs, active and passive; of some lemmas where they are named."""
        for name, aspect in (("PV", "p"), ("IV", "i"), ("CV", "c")):
            for row in self.tables.rows(f"Verb-LEX-{name}"):
                lemma = clean(row["LEMMA"])
                if aspect == "p":
                    self.verbs.setdefault(lemma, row)
                if not lemma or (only and lemma not in only):
                    continue
                sets = " ".join(t for t in row["COND-S"].split() if t != "_")
                yield self._verb(aspect, row["FORM"], sets, row["COND-T"], lemma, "Act")
                passive = None
                if aspect == "p":
                    passive = perfect_passive(row["FORM"], sets)
                elif aspect == "i":
                    passive = imperfect_passive(row["FORM"], sets, row["ROOT"])
                if passive:
                    yield self._verb(
                        aspect, passive.form, passive.sets, row["COND-T"], lemma, "Pass"
                    )

    def _verb(self, aspect: str, form: str, sets: str, asks: str, lemma: str, voice: str) -> Entry:
        cells = self.paradigms.verb(aspect, asks, " ".join(sorted(sets.split())), voice)
        kind = {"p": clitics.PERFECT, "i": clitics.IMPERFECT, "c": clitics.IMPERATIVE}[aspect]
        pos = "AUX" if lemma in SISTERS_OF_KAN else "VERB"
        return entry(form, lemma, cells, pos=pos, kind=kind)

    def second_forms(self) -> frozenset[str]:
        """Return the verbs of form II whose root has one of form I."""
        rows = self.verbs.items()
        first = {row["ROOT"] for _, row in rows if row["PATTERN_ABSTRACT"] == "1a2a3"}
        return frozenset(
            lemma
            for lemma, row in rows
            if row["PATTERN_ABSTRACT"] == "1a2~a3" and row["ROOT"] in first
        )

    def derived_entries(self, adjectives: dict[str, str]) -> Iterator[Entry]:
        """Yield masdars and participles; ``adjectives`` maps those that stand in a table to their verb."""
        for lemma, row in self.verbs.items():
            made = masdar(lemma)
            if made:
                yield self.masdar(made, lemma)
            imperfect = self._imperfect.get(lemma)
            if imperfect is None:
                continue
            for voice, stem in participles(
                row["LEMMA"], imperfect["FORM"], imperfect["COND-S"], row["ROOT"]
            ).items():
                name = _noun_lemma(stem)
                if name in adjectives:
                    adjectives[name] = adjectives[name] or f"{lemma} {voice}"
                else:
                    yield self.noun(
                        stem.form, name, _EVERY_SHAPE, stem.sets, pos="ADJ", verb=lemma,
                        more=features(VerbForm="Part", Voice=voice),
                    )  # fmt: skip

    def masdar(self, made: Stem, verb: str) -> Entry:
        """Return the entry of a masdar."""
        form, shapes, lemma = made.form, "MS||MD||FP", _noun_lemma(made)
        if form.endswith(("ap", "aAp")):
            form, shapes = form.removesuffix("p").removesuffix("a"), "FS||FD||FP"
            if made.form.endswith("aAp"):
                return self.noun(
                    form[:-1] if form.endswith("A") else form,
                    lemma,
                    shapes,
                    "#aA-Ap-y",
                    verb=verb,
                    more=features(VerbForm="Vnoun"),
                )
        return self.noun(form, lemma, shapes, made.sets, verb=verb, more=features(VerbForm="Vnoun"))

    # -- nominals

    def noun(
        self, form: str, lemma: str, shapes: str, sets: str = "", *, pos: str = "NOUN", feats: str = "",
        verb: str = "", more: Features = (), kind: str = "[STEM-NOM]",
    ) -> Entry:  # fmt: skip
        """Return the entry of a noun or adjective; ``shapes`` are the genders and numbers it has."""
        cells = self.paradigms.nominal(pos, shapes, sets, feats, kind)
        return entry(form, lemma, cells, pos=pos, kind=clitics.NOMINAL, verb=verb, more=more)

    def adjective_rows(self) -> Iterator[tuple[Row, str]]:
        """Yield the rows of nominals, with their part of speech."""
        for name in ("Adj", "Adj-Comp", "Adj-Num", "Noun-Num", "Noun-Quant", "Noun-Prop"):
            for row in self.tables.rows(f"{name}-LEX"):
                pos = features_of(row["FEAT"]).get("pos", "")
                if row["FORM"] and pos in UPOS:
                    yield row, UPOS[pos]

    def nominal_entries(self, adjectives: dict[str, str]) -> Iterator[Entry]:
        """Yield adjectives, numerals, quantifiers and names."""
        for row, pos in self.adjective_rows():
            lemma = clean(row["LEMMA"])
            verb, _, voice = (
                adjectives.get(lemma, "").partition(" ") if pos == "ADJ" else ("", "", "")
            )
            degree = "Cmp" if "adj_comp" in row["FEAT"] else None
            kind = "Ord" if "adj_num" in row["FEAT"] else "Card" if pos == "NUM" else None
            yield self.noun(
                row["FORM"], lemma, row["COND-T"], row["COND-S"], pos=pos, feats=row["FEAT"], verb=verb,
                more=features(
                    Degree=degree, NumType=kind, VerbForm="Part" if verb else None, Voice=voice or None
                ), kind=row["CLASS"] if row["CLASS"].startswith("[STEM-") and row["CLASS"] != "[STEM-ADJ]" else "[STEM-NOM]",
            )  # fmt: skip

    # -- closed classes

    def closed_entries(self) -> Iterator[Entry]:
        """Yield the words of the closed classes."""
        for row in self.tables.rows("Other-LEX"):
            given = features_of(row["FEAT"])
            pos = UPOS.get(given.get("pos", ""))
            form = row["FORM"]
            if pos is None or not form or given.get("pos") == "abbrev" or "prc1" in given:
                continue
            kind = row["CLASS"]
            lemma = clean(row["LEMMA"])
            if kind in (
                "[STEM-NOMINATIVE]",
                "[STEM-ACCUSATIVE]",
                "[STEM-GENITIVE]",
                "[STEM-CONST]",
            ):
                yield self.noun(
                    form, lemma, row["COND-T"], row["COND-S"], pos=pos, feats=row["FEAT"], kind=kind
                )
                continue
            yield entry(
                form, lemma, self._closed_cells(row, given), pos=pos, kind=_before(row), more=()
            )

    def _closed_cells(self, row: Row, given: dict[str, str]) -> Cells:
        told = features(
            Gender={"m": "Masc", "f": "Fem"}.get(given.get("gen", "")),
            Number={"s": "Sing", "d": "Dual", "p": "Plur"}.get(given.get("num", "")),
            Person=given.get("per") if given.get("per", "") in ("1", "2", "3") else None,
            Case={"n": "Nom", "a": "Acc", "g": "Gen"}.get(given.get("cas", "")),
            PronType=_PRON_TYPES.get(given["pos"]),
            Polarity="Neg" if given["pos"] == "part_neg" else None,
        )
        if given["pos"] in ("adv", "conj_sub", "prep", "part"):
            told = ()
        ways = []
        if row["COND-T"] != "enc0":
            ways.append(BARE)
        if row["CLASS"] in ("[STEM]", "[STEM-CONJ-PRON]", "[STEM-POSS]"):
            ways.append(BEFORE_PRONOUN)
        return {(way, "", ""): (told,) for way in ways}


def _before(row: Row) -> int:
    return {
        "[STEM]": clitics.PREPOSED,
        "[STEM-CONJ-PREP]": clitics.PREPOSED,
        "[STEM-STANDALONE]": clitics.ALONE,
    }.get(row["CLASS"], clitics.WORD)


def _noun_lemma(stem: Stem) -> str:
    """Return the lemma of a noun from its stem: what the stem ends in is written out."""
    ends = {"#A'": "'", "#iy": "iy", "#aY-Ap-y": "aY", "#a>": "a>", "#A}iy": "'"}
    return stem.form + ends.get(stem.sets, "")


__all__ = ["AFTER_ARTICLE", "BARE", "Collector", "Entry", "clean", "entry", "latin"]
