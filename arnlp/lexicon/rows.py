"""Readers of the other tables: what senses a row gives to its spellings."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from arnlp.lang import Row, alternatives, table
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.lexicon.senses import Sense
from arnlp.lexicon.vocabulary import Vocabulary

# A reader is given the words so far, the language of a table and one of its rows.
Reader = Callable[[Vocabulary, str, Row], None]
# Columns of plain tables that hold a role and a value; a table has one of each at most.
_ROLE_COLUMNS = ("class", "role", "kind", "place", "type")
_VALUE_COLUMNS = ("value", "gender", "unit", "timex")
(_SERVANT,) = grammar_words("servant")


def plain(kind: int) -> Reader:
    """Return the reader of a table of one kind, whose columns are named as its senses are."""

    def read(vocabulary: Vocabulary, language: str, row: Row) -> None:
        role = next((row[column] for column in _ROLE_COLUMNS if row.get(column)), "")
        value: str | int | None = next(
            (row[column] for column in _VALUE_COLUMNS if row.get(column)), None
        )
        if isinstance(value, str) and value.lstrip("-").isdigit():
            value = int(value)
        for spelling in alternatives(row["spellings"]):
            vocabulary.add(spelling, Sense(kind, value, role, language))

    return read


# -- numbers -----------------------------------------------------------------------------------


def fractions(vocabulary: Vocabulary, language: str, row: Row) -> None:
    """Add a part of one: نصف, a quarter."""
    for spelling in alternatives(row["spellings"]):
        sense = Sense(S.FRACTION, Fraction(row["value"]), row["class"], language)
        vocabulary.add(spelling, sense)


def ordinals(vocabulary: Vocabulary, language: str, row: Row) -> None:
    """Add an ordinal; in English, the part of one that it is too: a fifth, three fifths."""
    value = int(row["value"])
    for spelling in alternatives(row["spellings"]):
        vocabulary.add(spelling, Sense(S.ORDINAL, value, row["class"], language))
        if value == 1 and language == "en":
            vocabulary.add(spelling + "s", Sense(S.FRACTION, Fraction(1), "plural", language))
        if language == "en" and value > 2 and spelling.isalpha():
            part = Fraction(1, value)
            vocabulary.add(spelling, Sense(S.FRACTION, part, "named", language))
            vocabulary.add(spelling + "s", Sense(S.FRACTION, part, "plural", language))


def add_joined_ordinals(vocabulary: Vocabulary) -> None:
    """Add English compounds whose hyphen was left out: twentyfifth."""
    rows = [row for row in table("en", "ordinals") if row["class"] == "unit"]
    for ten in table("en", "cardinals"):
        if ten["class"] != "ten":
            continue
        for row in rows:
            for spelling in alternatives(row["spellings"]):
                sense = Sense(S.ORDINAL, int(ten["value"]) + int(row["value"]), "compound", "en")
                vocabulary.add(alternatives(ten["spellings"])[0] + spelling, sense)


# -- quantities --------------------------------------------------------------------------------


def percents(vocabulary: Vocabulary, language: str, row: Row) -> None:
    """Add a name of percent or of a percentage point."""
    for spelling in alternatives(row["spellings"]):
        vocabulary.add(spelling, Sense(S.PERCENT, row["unit"], "", Fraction(row["factor"])))


def bounds(vocabulary: Vocabulary, language: str, row: Row) -> None:
    """Add what tells how exact a figure is."""
    for spelling in alternatives(row["spellings"]):
        vocabulary.add(spelling, Sense(S.BOUND, row["bound"], row["place"], language))


# -- dates -------------------------------------------------------------------------------------


def months(kind: int) -> Reader:
    """Return the reader of the months of a calendar."""

    def read(vocabulary: Vocabulary, language: str, row: Row) -> None:
        for column in ("spellings", "weak"):
            for spelling in alternatives(row[column]):
                vocabulary.add(spelling, Sense(kind, int(row["value"]), column, language))

    return read


def weekdays(vocabulary: Vocabulary, language: str, row: Row) -> None:
    """Add a day of the week, its Arabic name without the article as a kind of its own."""
    for column, kind in (("spellings", S.WEEKDAY), ("bare", S.BARE_WEEKDAY)):
        for spelling in alternatives(row.get(column, "")):
            vocabulary.add(spelling, Sense(kind, int(row["value"]), "", language))


def periods(vocabulary: Vocabulary, language: str, row: Row) -> None:
    """Add a stretch of the calendar."""
    for spelling in alternatives(row["spellings"]):
        vocabulary.add(spelling, Sense(S.PERIOD, row["unit"], row["number"], language))


def seasons(vocabulary: Vocabulary, language: str, row: Row) -> None:
    """Add days of the Islamic year."""
    for spelling in alternatives(row["spellings"]):
        vocabulary.add(spelling, Sense(S.SEASON, (row["first"], row["last"]), "", language))


def holidays(vocabulary: Vocabulary, language: str, row: Row) -> None:
    """Add a public holiday or an international day."""
    for spelling in alternatives(row["spellings"]):
        value = (row.get("names", ""), row["day"])
        vocabulary.add(spelling, Sense(S.HOLIDAY, value, "", language))


# -- names -------------------------------------------------------------------------------------


def roles(vocabulary: Vocabulary, language: str, row: Row) -> None:
    """Add heads of offices."""
    for spelling in alternatives(row["spellings"]):
        vocabulary.add(spelling, Sense(S.ROLE, None, "", language))
    for spelling in alternatives(row["bare"]):
        vocabulary.add(spelling, Sense(S.BARE_ROLE, None, "", language))
    for spelling in alternatives(row.get("deputy", "")):
        vocabulary.add(spelling, Sense(S.ROLE, None, "deputy", language))


def organization_heads(vocabulary: Vocabulary, language: str, row: Row) -> None:
    """Add nouns of bodies."""
    for spelling in alternatives(row["spellings"]):
        vocabulary.add(spelling, Sense(S.ORG_HEAD, None, row.get("place", ""), language))
    for role in ("def", "weak"):
        for spelling in alternatives(row.get(role, "")):
            vocabulary.add(spelling, Sense(S.ORG_HEAD, None, role, language))


def given_names(vocabulary: Vocabulary, language: str, row: Row) -> None:
    """Add given names; عبدالله also in two words."""
    weak = set(alternatives(row["weak"]))
    for spelling in alternatives(row["spellings"]):
        role = "weak" if spelling in weak else ""
        vocabulary.add(spelling, Sense(S.GIVEN_NAME, row["gender"], role, language))
        if spelling.startswith(_SERVANT) and spelling != _SERVANT:
            apart = f"{_SERVANT} {spelling.removeprefix(_SERVANT)}"
            vocabulary.add(apart, Sense(S.GIVEN_NAME, "m", role, language))


def agencies(vocabulary: Vocabulary, language: str, row: Row) -> None:
    """Add a news agency as datelines write it."""
    for spelling in alternatives(row["spellings"]):
        vocabulary.add(spelling, Sense(S.AGENCY, row["country"], "", row["name"]))


# -- facts -------------------------------------------------------------------------------------


def relations(vocabulary: Vocabulary, language: str, row: Row) -> None:
    """Add small words that say how a figure stands to its clause."""
    said = frozenset(row["roles"].split(" "))
    for spelling in alternatives(row["spellings"]):
        vocabulary.add(spelling, Sense(S.RELATION, said, "", language))
