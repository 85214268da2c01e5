"""Durations of the quantities as time expressions."""

from __future__ import annotations

from arnlp.dates.mention import DateMention
from arnlp.quantities import QuantityMention

_TIMEX_OF_UNIT = {"s": "S", "min": "M", "h": "H", "d": "D", "wk": "W", "mo": "M", "a": "Y"}


def duration_of(quantity: QuantityMention) -> DateMention:
    """Return the time expression that a duration is."""
    timex = _iso_duration(quantity.value, quantity.unit)
    if quantity.value_max is not None:
        timex = f"{timex}/{_iso_duration(quantity.value_max, quantity.unit)}"
    return DateMention(
        quantity.first, quantity.last, quantity.start, quantity.end, "duration", timex=timex
    )


def outside(durations: list[DateMention], spans: list[tuple[int, int]]) -> list[DateMention]:
    """Return the durations that lie in none of some ranges of tokens, both in their order."""
    kept, k = [], 0
    for duration in durations:
        while k < len(spans) and spans[k][1] <= duration.first:
            k += 1
        if k == len(spans) or duration.last <= spans[k][0]:
            kept.append(duration)
    return kept


def _iso_duration(value: object, unit: str | None) -> str:
    """Return an ISO 8601 duration.

    >>> _iso_duration(24, "h"), _iso_duration(3, "a")
    ('PT24H', 'P3Y')
    """
    letter = _TIMEX_OF_UNIT[unit or "d"]
    return f"P{'T' if unit in ('s', 'min', 'h') else ''}{value}{letter}"
