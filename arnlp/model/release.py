"""The result of an extraction, as pydantic models: the JSON of arnlp.

Every ``start`` and ``end`` is a half-open offset in Unicode code points into the source
text, and ``text`` is exactly ``source[start:end]``.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1.3"
RELEASE_YEARS = range(1500, 2501)  # in which a release can have been put out

Value = int | float
Bound = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than", "between"]
Language = Literal["ar", "en", "mixed"]
SectionKind = Literal[
    "headline", "subheadline", "dateline", "body", "list_item", "boilerplate", "contacts"
]


class Model(BaseModel):
    """Base of every model: immutable in shape, unknown fields refused."""

    model_config = ConfigDict(extra="forbid")

    _all_fields: ClassVar[set[str]]

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Keep the names of the fields, which every instance of trusted data has set."""
        super().__pydantic_init_subclass__(**kwargs)
        cls._all_fields = set(cls.model_fields)

    @classmethod
    def trusted(cls, data: dict[str, Any]) -> Self:
        """Make an instance of data that our own code wrote, every field of it, without validation.

        A tenth of the cost of validating; the tests validate what extraction gives.
        """
        made: Self = _new(cls)
        _set_dict(made, data)
        _set_fields(made, cls._all_fields)
        _set_extra(made, None)
        _set_private(made, None)
        return made


# The four slots of a pydantic model, filled without the detour over __setattr__.
_new = object.__new__
_set_dict, _set_fields, _set_extra, _set_private = (
    BaseModel.__dict__[slot].__set__
    for slot in (
        "__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__",
    )
)  # fmt: skip


class Span(Model):
    """A stretch of the source text: ``text == source[start:end]``."""

    start: int = Field(ge=0, description="offset of the first code point")
    end: int = Field(ge=0, description="offset after the last code point")
    text: str = Field(description="the characters of the source between start and end")


class Section(Model):
    """A part of the document, with its kind and the language it is written in."""

    kind: SectionKind
    start: int
    end: int
    language: Language


class Dateline(Model):
    """Where, when and by which agency a release was put out, as its first line says."""

    start: int
    end: int
    place: str | None
    date: str | None = Field(description="ISO date, null when the dateline gives none")
    agency: str | None


class DocumentInfo(Model):
    """What is known of the document as a whole."""

    id: str = Field(description="the source's name, or a digest of the text")
    source: str | None
    language: Language
    country: str | None = Field(description="ISO 3166-1 alpha-2, given or told from the text")
    published: str | None = Field(description="ISO date that relative dates refer to")
    title: str | None
    dateline: Dateline | None
    sections: list[Section]


class Extent(Model):
    """Where something stands in the source: half-open offsets."""

    start: int
    end: int


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


class Evidence(Span):
    """The stretch of the source that a fact stands on."""


class _Fact(Model):
    id: str
    type: str
    evidence: Evidence
    section: SectionKind
    rule: str = Field(description="name of the rule that wrote the fact")
    confidence: float = Field(ge=0, le=1)


class Reading(Model):
    """The same amount in another unit: 300% and three times."""

    value: Value
    unit: str | None
    text: str


class _Figure(_Fact):
    subject: str | None = Field(None, description="who or what the figure is about")
    subject_id: str | None = None
    measure: str | None = Field(None, description="what is counted or measured, as written")
    value: Value
    value_max: Value | None = None
    unit: str | None = None
    per: str | None = Field(None, description="what it is a rate of, as in quantities")
    bound: Bound = "exact"
    period: str | None = Field(None, description="EDTF")
    place: str | None = None
    readings: list[Reading] = Field(
        default_factory=list, description="the same figure in other units, as the text gives it"
    )


class Statistic(_Figure):
    """How many, how much, how large."""

    type: Literal["statistic"] = "statistic"


class Money(_Figure):
    """An amount of money; ``unit`` is the currency."""

    type: Literal["money"] = "money"


class Target(_Figure):
    """A figure that is planned or aimed at; ``period`` is the deadline."""

    type: Literal["target"] = "target"


class Rank(_Figure):
    """A place in an order."""

    type: Literal["rank"] = "rank"


class Change(_Figure):
    """A rise or a fall: by how much, or to what level and from which."""

    type: Literal["change"] = "change"
    direction: Literal["increase", "decrease"] | None = None
    relation: Literal["by", "to"] = Field("by", description="by how much, or to what level")
    previous: Value | None = Field(None, description="the level before, where the text gives it")


class Appointment(_Fact):
    """Somebody is named to an office."""

    type: Literal["appointment"] = "appointment"
    person: str
    person_id: str | None = None
    role: str | None = None


class Agreement(_Fact):
    """Bodies sign something with each other."""

    type: Literal["agreement"] = "agreement"
    name: str
    parties: list[str]
    party_ids: list[str]
    value: Value | None = Field(None, description="how many were signed")
    date: str | None = None


class Event(_Fact):
    """A gathering, with its place and date."""

    type: Literal["event"] = "event"
    name: str
    entity_id: str | None = None
    date: str | None = None
    place: str | None = None


class Launch(_Fact):
    """Somebody opens, starts or puts out something."""

    type: Literal["launch"] = "launch"
    subject: str | None
    subject_id: str | None = None
    object: str
    date: str | None = None


class Statement(_Fact):
    """Somebody says something."""

    type: Literal["statement"] = "statement"
    speaker: str | None
    speaker_id: str | None
    text: str
    direct: bool


class Description(_Fact):
    """What a release says of a body in its background part."""

    type: Literal["description"] = "description"
    subject: str | None
    subject_id: str | None
    text: str


Fact = Annotated[
    Statistic
    | Change
    | Money
    | Target
    | Rank
    | Appointment
    | Agreement
    | Event
    | Launch
    | Statement
    | Description,
    Field(discriminator="type"),
]


class Caveat(Model):
    """Something in the text that a reader of the result should know about."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


FACTS: dict[str, type[_Fact]] = {
    "statistic": Statistic,
    "change": Change,
    "money": Money,
    "target": Target,
    "rank": Rank,
    "appointment": Appointment,
    "agreement": Agreement,
    "event": Event,
    "launch": Launch,
    "statement": Statement,
    "description": Description,
}


class Release(Model):
    """Everything that was found in one document; see DESIGN for each part.

    >>> Release.model_json_schema()["title"]
    'Release'
    """

    schema_version: Literal["1.0", "1.1", "1.2", "1.3"] = "1.3"
    document: DocumentInfo
    numbers: list[Number]
    quantities: list[Quantity]
    dates: list[Date]
    entities: list[Entity]
    quotes: list[Quote]
    facts: list[Fact]
    warnings: list[Caveat]


class Document(Model):
    """A file as a reader gives it: its text, and what it says of itself.

    ``published`` is an ISO date and ``title`` the document's own, where the format has them.
    """

    text: str
    source: str
    title: str | None = None
    published: str | None = None
    encoding: str | None = None
    format: str
    warnings: list[str] = Field(default_factory=list)
