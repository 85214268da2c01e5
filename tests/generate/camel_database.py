"""Writes verbs as a database that camel-tools' analyser reads: the oracle of the morphology's tests.

The forms are those of the same paradigms, but found by another engine: prefix, stem and suffix by their
categories, as in the databases that ship with camel-tools.
"""

from __future__ import annotations

from collections.abc import Iterable

from camel_morph import arabic, bare
from paradigms import BEFORE_PRONOUN
from stems import Entry

from arnlp.morphology.arabic import enclitics
from arnlp.text.clitics import chains
from arnlp.text.view import normalize

_OPEN = (
    "diac",
    "lex",
    "gloss",
    "bw",
    "stemgloss",
    "source",
    "stem",
    "stemcat",
    "pos",
    "asp",
    "per",
    "gen",
    "num",
    "vox",
)
_HEAD = (
    "###DEFINES###",
    *(f"DEFINE {name} {name}:*open*" for name in _OPEN),
    "###DEFAULTS###",
    "DEFAULT pos:verb diac:* lex:* gloss:* bw:* asp:* per:* gen:* num:* vox:*",
    "###ORDER###",
    "ORDER diac lex pos",
    "###TOKENIZATIONS###",
    "TOKENIZATION diac",
    "###STEMBACKOFF###",
    "STEMBACKOFF NOUN none",
)


def database(entries: Iterable[Entry]) -> str:
    """Return the text of a database of these entries, with every chain of clitics they may take."""
    prefixes, suffixes, stems = {}, {}, {}
    before_stem, behind_stem, around = {}, {}, {}
    for item in entries:
        paradigm = f"P{abs(hash((item.kind, item.forms)))}"
        form, lemma = arabic(item.form), arabic(item.lemma)
        stems[f"{_key(item.form)}\t{paradigm}\tdiac:{form} lex:{lemma} gloss:- bw:- pos:verb"] = (
            None
        )
        for (way, before, behind), _ in item.forms.cells.items():
            first, last = f"{paradigm}.{before or '-'}", f"{paradigm}.{way}{behind or '-'}"
            for chain in chains():
                if chain.before & item.kind and not chain.article:
                    category = (
                        f"{first}.{'+'.join(c.form + c.kind[0] for c in chain.clitics) or '-'}"
                    )
                    written = chain.written + before
                    prefixes[f"{normalize(written)}\t{category}\tdiac:{written} bw:-"] = None
                    before_stem[f"{category} {paradigm}"] = None
                    around[f"{category} {last}"] = None
            behind_stem[f"{paradigm} {last}"] = None
            pronouns = [p.form for p in enclitics()] if way == BEFORE_PRONOUN else [""]
            for pronoun in pronouns:
                suffixes[f"{normalize(behind + pronoun)}\t{last}\tdiac:{behind + pronoun} bw:-"] = (
                    None
                )
    parts = (
        *_HEAD,
        "###PREFIXES###", *prefixes,
        "###SUFFIXES###", *suffixes,
        "###STEMS###", *stems,
        "###TABLE AB###", *before_stem,
        "###TABLE BC###", *behind_stem,
        "###TABLE AC###", *around,
    )  # fmt: skip
    return "\n".join(parts) + "\n"


def _key(form: str) -> str:
    return normalize(arabic(bare(form)))
