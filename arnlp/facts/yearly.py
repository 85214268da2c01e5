"""The words by which a change is over a year, quarter or month."""

from __future__ import annotations

from functools import cache

from arnlp.engine import Cursor
from arnlp.facts.predicates import words
from arnlp.lexicon import senses as S
from arnlp.quantities import QuantityMention

_AWAY, _PHRASE = 4, 5  # tokens from a change to the words that it is over a year, and of those
_YEAR = 12


@cache
def _months() -> dict[str, int]:
    """Return for each phrase the months that it goes back."""
    return {
        **dict.fromkeys(words("yearly"), _YEAR),
        **dict.fromkeys(words("quarterly"), 3),
        **dict.fromkeys(words("monthly"), 1),
    }


def yearly_at(cursor: Cursor, figure: QuantityMention, stop: int) -> tuple[int, int, int] | None:
    """Return the tokens behind a figure by which it is over a year, and its months: year on year."""
    known = _months()
    for j in range(figure.last, min(stop, figure.last + _AWAY)):
        if cursor.mask(j) & (S.COMMA | S.END_MARK):
            return None
        told = ""
        for k in range(j, min(stop, j + _PHRASE)):
            told = f"{told} {cursor.norm(k)}".strip()
            if told in known:
                return j, k + 1, known[told]
    return None
