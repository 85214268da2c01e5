"""What a release states: figures and happenings, each with the stretch it stands on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from arnlp.model.base import Bound, Model, SectionKind, Span, Value


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
