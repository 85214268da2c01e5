"""Who did it, where no name tells: an office."""

from __future__ import annotations

from arnlp.facts.bodies import tokens_of, words_of
from arnlp.facts.figure import Argument
from arnlp.facts.told import Told
from arnlp.lexicon import senses as S

_LEAST = 2  # words of an office, with what it is of


def office_of(told: Told) -> Argument | None:
    """Return who did it where only his office is told: دشن أمير المنطقة."""
    doer = told.doer
    if doer is None or not told.syntax.shape.arabic:
        return None
    first, last = tokens_of(told, doer.core_first, doer.core_stop)
    cursor = told.analysis.cursor
    if last - first < _LEAST or not cursor.mask(first) & S.ROLE or cursor.entries[first].definite:
        return None
    last = next((d.first for d in told.analysis.index.dates_between(first, last)), last)
    return words_of(told, first, last) if last - first >= _LEAST else None
