"""English plurals by their shape, and those that no rule gives."""

from __future__ import annotations

from functools import cache

from arnlp.lang import alternatives, table


def is_plural_of_capitals(surface: str) -> bool:
    """Tell whether an abbreviation has the s of the plural: TEUs, SMEs."""
    return len(surface) > 2 and surface[-1] == "s" and surface[:-1].isupper()


def is_plural(norm: str) -> bool:
    """Tell whether a word in small letters has the s of the plural: offices, and no success, status, basis."""
    return len(norm) > 2 and norm.endswith("s") and not norm.endswith(("ss", "us", "is"))


def is_irregular(norm: str) -> bool:
    """Tell whether a word in small letters is a plural that no rule gives: grandchildren, and no aircraft."""
    return norm in _irregular()


@cache
def _irregular() -> frozenset[str]:
    rows = table("en", "irregular_nouns")
    return frozenset(
        plural
        for row in rows
        for plural in alternatives(row["plural"])
        if plural != row["singular"]
    )
