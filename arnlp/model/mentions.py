"""What a text mentions: numbers, quantities, dates, entities and quotes, each at its place."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from arnlp.model.base import Bound, Extent, Model, Span, Value


class Number(Span):
    """A number that the text states, in digits, words or both."""

    kind: Literal["cardinal", "ordinal", "fraction", "multiplier"]
    value: Value


class Quantity(Span):
    """A number with its unit or the thing counted."""

    kind: Literal[
        "count",
        "money",
        "percent",
        "percentage_point",
        "measure",
        "duration",
        "multiplier",
        "ratio",
        "rank",
    ]
    value: Value
    value_max: Value | None = Field(None, description="upper end where bound is 'between'")
    bound: Bound = "exact"
    unit: str | None = Field(
        None,
        description="ISO 4217, UCUM, '%', 'pp', 'times', '1' for ratios; null for counts and ranks",
    )
    noun: str | None = Field(None, description="what is counted, as written")
    per: str | None = Field(
        None, description="what it is a rate of: UCUM (d, a, [bbl_us]), 'capita', or as written"
    )
    equivalent_to: Extent | None = Field(
        None, description="where the quantity stands that this one gives again in another unit"
    )


Mod = Literal["BEFORE", "AFTER", "ON_OR_BEFORE", "START", "MID", "END", "APPROX"]


class Date(Span):
    """A time expression, resolved."""

    kind: Literal["date", "time", "interval", "duration", "set"]
    edtf: str | None = Field(None, description="ISO 8601-2; null for durations and sets")
    timex: str | None = Field(None, description="TIMEX3 value")
    mod: Mod | None = Field(
        None, description="how TIMEX3 qualifies it: BEFORE 2030, the START of a year"
    )
    from_date: str | None = Field(None, description="first day, ISO")
    to_date: str | None = Field(None, description="last day, ISO, inclusive")
    calendar: Literal["gregorian", "hijri"] = "gregorian"
    anchor: str | None = Field(None, description="ISO date it was resolved against")


class EntityMention(Span):
    """One place where an entity is named or referred to."""

    kind: Literal["name", "short", "title"]


class Names(Model):
    """The names of an entity in both languages, null where not known.

    ``origin`` tells where the name in the language that the text does not use comes from: the
    gazetteer, the release itself, or a transliteration, which is a spelling and no record.
    """

    ar: str | None = None
    en: str | None = None
    origin: Literal["gazetteer", "release", "transliteration"] | None = None


class Role(Model):
    """An office that a person holds, as written, with the body where it is held."""

    title: str
    organization: str | None = None


class Entity(Model):
    """Somebody or something with a name, with every mention of it."""

    id: str
    type: Literal[
        "person", "organization", "place", "event", "programme", "product", "law", "award"
    ]
    name: str = Field(description="without honorifics, prayers and clitics")
    names: Names
    honorifics: list[str] = Field(default_factory=list)
    roles: list[Role] = Field(default_factory=list)
    mentions: list[EntityMention]


class Quote(Span):
    """What somebody said. ``text`` is what was said, without its marks."""

    speaker: str | None = Field(None, description="id of an entity")
    cue: str | None = Field(None, description="the speech verb, as written")
    direct: bool
