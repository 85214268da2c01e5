"""Figures told one after the other, with levels told so: 12 and 15 billion, against 10 and 14 billion respectively."""

from __future__ import annotations

from itertools import pairwise

from arnlp.dates import DateMention
from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.compared import Compared, Levels, alike, is_days, lead_of
from arnlp.facts.leads import is_from
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.quantities import QuantityMention, is_respective
from arnlp.text.clitics import AND

_LEAST = 4  # two figures and two levels
_JOINT = 2  # tokens between two levels told one after the other
_NEAR = 10  # tokens from the last level to the period of all


def take_respective(
    cursor: Cursor, analysis: Analysis, wording: Wording, quantities: list[QuantityMention],
    out: Levels, last: int,
) -> None:  # fmt: skip
    """Let figures of a sentence told one after the other take the levels told so; ``last`` is its end."""
    if len(quantities) < _LEAST or not _tells(cursor, quantities[0].last, last):
        return
    at = 1
    while at < len(quantities):
        level = quantities[at]
        lead = lead_of(cursor, analysis, wording, level.first, quantities[at - 1].last)
        if lead < 0 and is_from(cursor, level):
            lead = level.first - 1
        size = _listed_from(cursor, quantities, at) if lead >= 0 else 1
        figures = quantities[max(0, at - size) : at]
        levels = quantities[at : at + size]
        if size > 1 and len(figures) == size and all(map(alike, figures, levels)):
            end = quantities[at + size - 1].last
            stop = quantities[at + size].first if at + size < len(quantities) else last
            if is_respective(cursor, figures[-1].last, lead) or is_respective(cursor, end, stop):
                period = _period_of_all(analysis, end, stop)
                for figure, one in zip(figures, levels, strict=True):
                    out.give(figure, Compared(one, period, lead, one.last))
        at += size


def pair_periods(
    cursor: Cursor, dates: list[DateMention], figures: list[QuantityMention], last: int
) -> dict[int, DateMention]:
    """Return the periods of figures told one after the other, as they are told: 310 and 355 in 2022 and 2023 respectively.

    By the first token of each figure; ``dates`` are those of its sentence, which ends at ``last``.
    """
    out: dict[int, DateMention] = {}
    if len(dates) < 2 or not _tells(cursor, figures[0].last, last):
        return out
    at = 0
    while at < len(figures):
        size = _listed_from(cursor, figures, at)
        end = figures[at + size - 1].last
        stop = figures[at + size].first if at + size < len(figures) else last
        if size > 1 and is_respective(cursor, end, stop):
            for first in range(len(dates) - size + 1):
                listed = dates[first : first + size]
                if all(_are_joined(cursor, a, b) for a, b in pairwise(listed)):
                    listing = figures[at : at + size]
                    out |= {f.first: d for f, d in zip(listing, listed, strict=True)}
                    break
        at += size
    return out


def _tells(cursor: Cursor, start: int, stop: int) -> bool:
    """Tell whether respectively stands anywhere between two tokens."""
    told = grammar_words("respectively")
    return any(cursor.norm(k) in told for k in range(start, stop))


def _listed_from(cursor: Cursor, quantities: list[QuantityMention], at: int) -> int:
    """Return how many figures are told one after the other, from one of them on: 10 and 14."""
    stop = at + 1
    while stop < len(quantities):
        one, two = quantities[stop - 1], quantities[stop]
        if not _are_joined(cursor, one, two) or not alike(one, two):
            break
        stop += 1
    return stop - at


def _are_joined(
    cursor: Cursor, one: QuantityMention | DateMention, two: QuantityMention | DateMention
) -> bool:
    """Tell whether and, or a comma, joins two figures or two times."""
    gap = range(one.last, two.first)
    joined = cursor.entries[two.first].led & AND or any(
        cursor.is_and(k) or cursor.mask(k) & S.COMMA for k in gap
    )
    return len(gap) <= _JOINT and bool(joined)


def _period_of_all(analysis: Analysis, start: int, stop: int) -> DateMention | None:
    """Return the period behind levels told one after the other."""
    between = analysis.index.dates_between(start, min(stop, start + _NEAR))
    return next((mention for mention in between if is_days(mention)), None)
