"""When a fiscal year starts: by the country of the release, else by the currency it counts in."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from arnlp.engine import Cursor
from arnlp.lang import table
from arnlp.lexicon import senses as S

_OF_THE_WORLD = frozenset(("US", "EU", "GB", "CH", "JP", "CN"))  # others count in theirs too


class FiscalYear(NamedTuple):
    """The first month of a country's fiscal year, and whether the year it ends in names it."""

    start: int
    named_last: bool


@cache
def _fiscal_years() -> dict[str, FiscalYear]:
    return {
        row["country"]: FiscalYear(int(row["month"]), row["named"] == "last")
        for row in table("common", "fiscal_years")
    }


def fiscal_year_of(cursor: Cursor) -> FiscalYear | None:
    """Return how the fiscal years of a release run, None where it is not known."""
    context = cursor.context
    if context.country is not None:
        return _fiscal_years().get(context.country)
    if context.currency_country is None:
        context.currency_country = _country_of_currencies(cursor)
    return _fiscal_years().get(context.currency_country)


def _country_of_currencies(cursor: Cursor) -> str:
    """Return the one country whose currency a text names by its code or adjective, else nothing."""
    countries = {
        sense.value[:2]
        for i in cursor.tagged.with_mask(S.CURRENCY)
        if (sense := cursor.entries[i].senses[S.CURRENCY]).value is not None
    } - _OF_THE_WORLD
    return countries.pop() if len(countries) == 1 else ""
