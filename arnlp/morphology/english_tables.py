"""The English tables of the morphology: closed classes, base forms of verbs, irregular forms."""

from __future__ import annotations

from functools import cache

from arnlp.lang import alternatives, table


@cache
def parts_of_speech() -> dict[str, tuple[str, ...]]:
    """Return the words of the closed classes with what they may be."""
    return {row["word"]: tuple(alternatives(row["pos"])) for row in table("en", "parts_of_speech")}


@cache
def lemmas() -> dict[str, str]:
    """Return the lemmas of words of the closed classes that are another word."""
    return {row["word"]: row["lemma"] for row in table("en", "parts_of_speech") if row["lemma"]}


@cache
def verbs() -> dict[str, bool]:
    """Return the base forms of verbs, and whether each is a noun too."""
    out = {row["base"]: bool(row["noun"]) for row in table("en", "verb_bases")}
    for row in table("en", "irregular_verbs"):
        out.setdefault(row["base"], True)
    return out


@cache
def irregular_verbs() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return irregular forms of verbs: each with its base and which form it is."""
    out: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in table("en", "irregular_verbs"):
        for kind in ("past", "participle"):
            for form in alternatives(row[kind]):
                out[form] = (*out.get(form, ()), (row["base"], kind))
    return out


@cache
def irregular_bases() -> frozenset[str]:
    """Return the bases of irregular verbs: see has no past in -ed."""
    return frozenset(row["base"] for row in table("en", "irregular_verbs"))


@cache
def degrees() -> dict[str, tuple[str, str]]:
    """Return irregular comparatives and superlatives: each with its base and degree."""
    out: dict[str, tuple[str, str]] = {}
    for row in table("en", "irregular_degrees"):
        for cell, degree in (("comparative", "Cmp"), ("superlative", "Sup")):
            for form in alternatives(row[cell]):
                out.setdefault(form, (row["base"], degree))
    return out


@cache
def singulars() -> dict[str, str]:
    """Return irregular plurals of nouns with their singulars."""
    return {
        plural: row["singular"]
        for row in table("en", "irregular_nouns")
        for plural in alternatives(row["plural"])
    }
