"""What a caller tells of a text, checked before anything is read."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime

from arnlp.lang import table
from arnlp.model.errors import InvalidOption
from arnlp.model.release import RELEASE_YEARS

_LANGUAGES = ("ar", "en", "mixed")


def published_day(value: date | str | None) -> date | None:
    """Return the day of a release, told as a date, a datetime or an ISO string.

    Raises InvalidOption for anything else, and out of the years that a release may be of.

    >>> published_day("2020-12-21T10:00")
    datetime.date(2020, 12, 21)
    """
    if value is None:
        return None
    day: date | None = None
    if isinstance(value, datetime):
        day = value.date()
    elif isinstance(value, date):
        day = value
    else:
        with suppress(TypeError, ValueError):
            day = datetime.fromisoformat(value).date()
    if day is None or day.year not in RELEASE_YEARS:
        first, last = RELEASE_YEARS.start, RELEASE_YEARS.stop - 1
        wanted = "a date, a datetime or an ISO date such as '2020-12-21'"
        raise InvalidOption("published", value, f"{wanted}, of the years {first} to {last}")
    return day


def country_code(value: str | None) -> str | None:
    """Return an ISO 3166-1 alpha-2 code in capitals; InvalidOption where it is none.

    >>> country_code("ae")
    'AE'
    """
    if value is None:
        return None
    code = value.upper() if isinstance(value, str) else value
    if code not in {row["code"] for row in table("common", "countries")}:
        raise InvalidOption("country", value, "an ISO 3166-1 alpha-2 code such as 'AE'")
    return code


def check_text(text: object, language: str | None) -> None:
    """Raise InvalidOption where a text is no string, or its language none that arnlp tells."""
    if not isinstance(text, str):
        raise InvalidOption("text", type(text).__name__, "a string; read files with arnlp.read()")
    if language is not None and language not in _LANGUAGES:
        raise InvalidOption("language", language, f"one of {', '.join(map(repr, _LANGUAGES))}")
