"""What is told of a kind of sense."""

from __future__ import annotations

from typing import NamedTuple

# Roles of a kind whose words are all alike.
ALIKE = {"": "all words of the kind are alike"}
# A role so written stands for every code of a country (ISO 3166-1).
COUNTRY = "XX"
LANGUAGE = "the language of its table, ar or en"


class Kind(NamedTuple):
    """A kind of sense: who asks for it, where it comes from, and what its senses hold.

    ``engine`` is the one that it was made for; others may ask for it, too, be it only to end a
    name or a noun phrase. ``tables`` gives the columns that are read, by the name of the table: of
    each language that has it, or of ``common/``. An empty ``value`` or ``extra`` is always None.
    A kind without roles is a bit of the mask alone, and no entry has a sense of it.
    """

    name: str
    bit: int
    engine: str
    what: str
    tables: dict[str, str]
    value: str = ""
    roles: dict[str, str] = ALIKE
    extra: str = LANGUAGE
    together: bool = False  # a word may have several of the roles: they are its value, as a set
