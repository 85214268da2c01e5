"""The countries that names of bodies tell: in front in English, by the adjective behind them in Arabic."""

from __future__ import annotations

from functools import cache

from arnlp.lang import alternatives, table
from arnlp.text.clitics import without_article
from arnlp.text.view import normalize

_SHORTEST_STEM = 4


@cache
def lands() -> frozenset[tuple[str, ...]]:
    """Return the words by which English names of bodies tell their country: united states, kuwaiti."""
    names = [row["en"] for row in table("common", "countries")]
    names += [
        word
        for row in table("common", "places")
        if row["kind"] == "country"
        for word in alternatives(row["en"])
    ]
    names += [
        word for row in table("en", "nationalities") for word in alternatives(row["spellings"])
    ]
    return frozenset(tuple(normalize(name).split(" ")) for name in names)


@cache
def of_lands(adjective: str) -> set[str]:
    """Return the countries of one word that begin as an adjective does: IL of الإسرائيلي."""
    stem = without_article(adjective).removesuffix("ه").removesuffix("ي")
    if len(stem) < _SHORTEST_STEM or not adjective.endswith(("ي", "يه")):
        return set()
    return {
        row["code"]
        for row in table("common", "countries")
        if " " not in row["ar"] and without_article(normalize(row["ar"])).startswith(stem)
    }
