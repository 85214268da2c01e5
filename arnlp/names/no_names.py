"""Endings with which a word that no table has is no name."""

from __future__ import annotations

from functools import cache

from arnlp.lang import alternatives, table
from arnlp.text.view import normalize


@cache
def no_name_endings(of: str) -> tuple[str, ...]:
    """Return the folded endings that no unknown name of a kind has: headed, indefinite, place, person.

    >>> "المديريات".endswith(no_name_endings("place"))
    True
    """
    rows = (row for row in table("ar", "no_name_endings") if row["of"] == of)
    return tuple(normalize(one) for row in rows for one in alternatives(row["spellings"]))
