"""The words by which a change is over a year, quarter or month."""

from __future__ import annotations

from functools import cache

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.predicates import words
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.quantities import QuantityMention

_AWAY, _PHRASE = 4, 5  # tokens from a change to the words that it is over a year, and of those
_YEAR = 12
_UNITS = {"a": _YEAR, "mo": 1}  # the months of a duration's unit
_THAT = 2  # tokens of قبل ذلك


@cache
def _months() -> dict[str, int]:
    """Return for each phrase the months that it goes back."""
    return {
        **dict.fromkeys(words("yearly"), _YEAR),
        **dict.fromkeys(words("quarterly"), 3),
        **dict.fromkeys(words("monthly"), 1),
    }


def months_back(cursor: Cursor, analysis: Analysis, level: QuantityMention) -> int:
    """Return how many months before its figure a level was, told behind it: from 150 five years earlier.

    0 where nothing tells it. قبل ذلك بخمس سنوات tells it as well.
    """
    j = level.last
    while j < level.last + _THAT and _counts_from(cursor.norm(j)):
        j += 1
    span = analysis.index.quantity_at(j)
    if span is None or span.kind != "duration" or span.unit not in _UNITS or span.value_max:
        return 0
    behind = cursor.norm(span.last) in grammar_words("earlier_than")
    that = j == level.last + _THAT
    whole = span.value == int(span.value)
    return int(span.value) * _UNITS[span.unit] if whole and (behind or that) else 0


def _counts_from(norm: str) -> bool:
    """Tell whether a word leads to how long before something was: قبل, ذلك."""
    return norm in words("within") or norm in words("demonstrative")


def yearly_at(cursor: Cursor, figure: QuantityMention, stop: int) -> tuple[int, int, int] | None:
    """Return the tokens behind a figure by which it is over a year, and its months: year on year."""
    known = _months()
    paired = _paired(cursor, figure)
    if paired is not None:
        return paired
    for j in range(figure.last, min(stop, figure.last + _AWAY)):
        if cursor.mask(j) & (S.COMMA | S.END_MARK):
            return None
        told = ""
        for k in range(j, min(stop, j + _PHRASE)):
            told = f"{told} {cursor.norm(k)}".strip()
            if told in known:
                return j, k + 1, known[told]
    return None


@cache
def _alone() -> dict[str, int]:
    """Return for each word that may say over how long a change is the months of that."""
    return {
        **dict.fromkeys(words("yearly_alone"), _YEAR),
        **dict.fromkeys(words("quarterly_alone"), 3),
        **dict.fromkeys(words("monthly_alone"), 1),
    }


def _paired(cursor: Cursor, figure: QuantityMention) -> tuple[int, int, int] | None:
    """Return the word at the end of a share, or behind it, by which its change is over so many months.

    It says so where another stands in its sentence: 0.3% شهريا و2.1% سنويا. Alone it is a rate: ينمو 5% سنويا.
    """
    known = _alone()
    at = next((k for k in (figure.last - 1, figure.last) if cursor.norm(k) in known), -1)
    if at < 0 or figure.kind != "percent":
        return None
    months = known[cursor.norm(at)]
    first, last = cursor.tagged.sentences[cursor.tagged.sentence_of[figure.first]]
    others = {known.get(cursor.norm(k), months) for k in range(first, last)}
    return (at, at + 1, months) if len(others) > 1 else None
