"""How often a word names people, and how it is written in Latin letters.

Source: ``arnlp/lang/common/person_names.tsv``, made from Wikidata (CC0).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from arnlp.lang import table


class NameWord(NamedTuple):
    """How often a folded word is a given and a family name, and its usual Latin spelling."""

    given: int
    family: int
    latin: str


_NONE = NameWord(0, 0, "")


@cache
def _people() -> dict[str, NameWord]:
    return {
        row["name"]: NameWord(int(row["given"]), int(row["family"]), row["latin"].split("|")[0])
        for row in table("common", "person_names")
    }


def people(norm: str) -> NameWord:
    """Return what is known of a folded word as a part of names; zeros where nothing is.

    >>> people("سعيد").given > people("سعيد").family, people("سعيد").latin
    (True, 'Saeed')
    """
    return _people().get(norm, _NONE)
