"""English titles in capitals, of acts and programmes: where they may end, and that they go on behind and."""

from __future__ import annotations

from collections.abc import Iterator

from arnlp.facts.deed_table import leading
from arnlp.facts.told import Told
from arnlp.syntax.phrases import Phrase

_TITLE = 24  # tokens of the title of an act


def title_ends(told: Told, thing: Phrase) -> Iterator[str]:
    """Yield the words with which the English title that a thing opens may end: the Bridge Inspection and Repair Act."""
    cursor = told.analysis.cursor
    first = told.token_at(thing.core_first)
    for j in range(first, min(told.last, first + _TITLE)):
        if not cursor.entries[j].caps:
            if cursor.norm(j) not in leading("title"):
                break
        elif j + 1 >= told.last or not cursor.entries[j + 1].caps:
            yield cursor.norm(j)


def goes_on(told: Told, token: int) -> bool:
    """Tell whether an English title goes on behind and: Skills for Work and Training Programme."""
    cursor = told.analysis.cursor
    if token + 1 >= told.last or not cursor.is_and(token):
        return False
    return bool(cursor.entries[token - 1].caps and cursor.entries[token + 1].caps)
