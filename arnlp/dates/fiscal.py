"""When a fiscal year starts: by the country of the release, else by the currency it counts in."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import Year
from arnlp.dates.words import is_period
from arnlp.engine import Cursor
from arnlp.lang import table
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words

_OF_THE_WORLD = frozenset(("US", "EU", "GB", "CH", "JP", "CN"))  # others count in theirs too


class FiscalYear(NamedTuple):
    """The first month of a country's fiscal year, which of its two years names it, and whether both do.

    ``named`` is ``first``, ``last``, or nothing where usage differs.
    """

    start: int
    named: str
    paired: bool


@cache
def _fiscal_years() -> dict[str, FiscalYear]:
    return {
        row["country"]: FiscalYear(int(row["month"]), row["named"], row["paired"] == "yes")
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


def fiscal_start(cursor: Cursor) -> int | None:
    """Return the first month of the fiscal years of a release, None where it is not known."""
    fiscal = fiscal_year_of(cursor)
    return fiscal.start if fiscal is not None else None


def first_of_fiscal(cursor: Cursor, year: int) -> int | None:
    """Return in which year the fiscal year begins that a number names: fiscal year 2007 in the US begins in 2006.

    None where that differs, or is not known.
    """
    fiscal = fiscal_year_of(cursor)
    if fiscal is None or not (fiscal.named or fiscal.start == 1):
        return None
    return year - 1 if fiscal.named == "last" else year


def is_fiscal_pair(cursor: Cursor) -> bool:
    """Tell whether two numbers, 2023-24, name a fiscal year in the country of a release."""
    fiscal = fiscal_year_of(cursor)
    return fiscal is not None and fiscal.paired


def numbered_fiscal(cursor: Cursor, year: Year, start: int | None, fiscal: bool) -> Year:
    """Return the fiscal or academic year that one number names; its start where both are known."""
    if fiscal and start not in (1, None) and year.value is not None:
        first = first_of_fiscal(cursor, year.value)
        if first is not None:
            return year._replace(value=first, start=start)
    return year._replace(start=1 if start == 1 else None)


def paired_fiscal(pair: tuple[int, int], start: int | None) -> cal.Stretch:
    """Return the fiscal or academic year that two numbers name; that of the calendar has no two."""
    return cal.split_year(*pair, start if start != 1 else None)


def fiscal_word(cursor: Cursor, j: int) -> int | None:
    """Return the token of the word of a fiscal or academic year behind its number: the 2006 federal fiscal year."""
    j += cursor.norm(j) in grammar_words("fiscal_of")
    return j if is_period(cursor, j, "FY", "AY") else None


def behind_short_name(cursor: Cursor, i: int) -> int:
    """Return where the number of a year stands behind its word, past a short name: fiscal year (FY) 2007."""
    opened = cursor.norm(i + 1) == "("
    if not is_period(cursor, i + 1 + opened, "FY", "AY"):
        return i + 1
    if not opened:
        return i + 2
    return i + 4 if cursor.norm(i + 3) == ")" else i + 1
