"""The tables that a lexicon of one's own may hold: their columns, and what may stand in each."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from arnlp.lang import LANGUAGES, table

_CURRENCY = re.compile("[A-Z]{3}")
# Tells what a cell should be where it is not so; an empty string where it is.
Check = Callable[[str], str]


class Column(NamedTuple):
    """A column: whether it must be filled, whether it holds alternatives, what is checked, what stands for nothing."""

    required: bool = False
    several: bool = False
    check: Check = lambda cell: ""
    default: str = ""


def _one_of(*values: str) -> Check:
    wanted = f"{', '.join(values[:-1])} or {values[-1]}" if len(values) > 1 else values[0]
    return lambda cell: "" if cell in values else wanted


def _country(cell: str) -> str:
    known = any(row["code"] == cell for row in table("common", "countries"))
    return "" if known else "an ISO 3166-1 alpha-2 code such as AE"


def _currency(cell: str) -> str:
    return "" if _CURRENCY.fullmatch(cell) else "an ISO 4217 code such as AED"


def _unit(cell: str) -> str:
    return "" if cell.isascii() and " " not in cell else "a UCUM code such as km or {sack}"


def _factor(cell: str) -> str:
    return "" if cell.isdigit() and int(cell) > 0 else "a whole number above 0"


def _verb_class(cell: str) -> str:
    known = {row["class"] for language in LANGUAGES for row in table(language, "predicates")}
    return _one_of(*sorted(known))(cell)


def _frame(cell: str) -> str:
    known = {row["class"] for language in LANGUAGES for row in table(language, "frames")}
    return _one_of(*sorted(known))(cell)


_WORDS = Column(several=True)
_NEEDED = Column(required=True, several=True)
_YES = Column(check=_one_of("x"))
_NAMES = {"ar": _WORDS, "en": _WORDS}

SCHEMA: dict[str, dict[str, Column]] = {
    "nouns": {"singular": _NEEDED, "plural": _WORDS, "no_dual": _YES},
    "units": {
        "unit": Column(required=True, check=_unit),
        "kind": Column(required=True, check=_one_of("measure", "duration")),
        "factor": Column(check=_factor, default="1"),
        "singular": _NEEDED,
        "plural": _WORDS,
    },
    "currencies": {
        "code": Column(required=True, check=_currency),
        "singular": _NEEDED,
        "plural": _WORDS,
    },
    "bodies": {
        **_NAMES,
        "abbreviation": _WORDS,
        "quoted": _WORDS,
        "country": Column(check=_country),
    },
    "people": {
        **_NAMES,
        "office_ar": Column(),
        "office_en": Column(),
        "organization_ar": Column(),
        "organization_en": Column(),
    },
    "places": {
        **_NAMES,
        "country": Column(required=True, check=_country),
        "kind": Column(check=_one_of("country", "region", "city")),
        "weak": Column(check=_one_of("weak")),
    },
    "names": {
        **_NAMES,
        "type": Column(
            required=True, check=_one_of("event", "programme", "product", "law", "award")
        ),
    },
    "roles": {"spellings": _NEEDED, "bare": _WORDS, "deputy": _WORDS},
    "organization_heads": {"spellings": _NEEDED, "def": _WORDS, "weak": _WORDS},
    "predicates": {
        "lemmas": _NEEDED,
        "class": Column(check=_verb_class),
        "direction": Column(check=_one_of("increase", "decrease")),
        "frame": Column(check=_frame),
    },
}
# Tables of which one of two columns must be filled.
EITHER = {
    "bodies": ("ar", "en"),
    "people": ("ar", "en"),
    "places": ("ar", "en"),
    "names": ("ar", "en"),
    "predicates": ("class", "frame"),
}
