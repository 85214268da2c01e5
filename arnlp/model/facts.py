"""What a release states: figures and happenings, each argument with the stretch that names it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from arnlp.model.base import Bound, Model, SectionKind, Span, Value

Modality = Literal["asserted", "planned", "possible", "denied"]
Direction = Literal["increase", "decrease"]
Relation = Literal["by", "to"]


class Argument(Span):
    """What fills a place in a fact, as the text words it; ``entity_id`` where it is a known name."""

    entity_id: str | None


class Period(Span):
    """The time that a fact is of: the expression, its EDTF, and its days where they can be told."""

    edtf: str | None
    from_date: str | None = Field(description="ISO date of the first day, null where it is open")
    to_date: str | None = Field(description="ISO date of the last day, null where it is open")


class Previous(Span):
    """The level or the period that a figure is compared with; ``value`` is null where only the period is told."""

    value: Value | None
    unit: str | None
    period: Period | None


class Reading(Span):
    """The same amount in another unit: 300% and three times."""

    value: Value
    unit: str | None


class _Fact(Model):
    id: str
    type: str
    rule: str = Field(description="name of the rule that wrote the fact")
    confidence: float = Field(ge=0, le=1)
    section: SectionKind = Field(description="where the first of its evidence stands")
    modality: Modality
    evidence: list[Span] = Field(
        min_length=1, description="what it stands on: the clause first, then where it is said again"
    )


class _Figure(_Fact):
    measure: Argument | None = Field(description="what is counted or measured: the noun phrase")
    subject: Argument | None = Field(description="of whom or of what the figure is")
    group: Argument | None = Field(description="the part it is about, or the whole of a share")
    place: Argument | None
    value: Value
    value_max: Value | None
    unit: str | None
    per: str | None = Field(description="what it is a rate of, as in quantities")
    bound: Bound
    readings: list[Reading] = Field(
        description="the same figure in other units, as the text gives it"
    )
    period: Period | None = Field(description="when; of a target the deadline")
    direction: Direction | None
    relation: Relation | None = Field(description="by how much, or to what level")
    previous: Previous | None = Field(description="the level or period compared with")
    source: Argument | None = Field(description="who gives the figure")


class Statistic(_Figure):
    """How many, how much, how large."""

    type: Literal["statistic"] = "statistic"


class Change(_Figure):
    """A rise or a fall: by how much, or to what level and from which."""

    type: Literal["change"] = "change"


class Money(_Figure):
    """An amount of money; ``unit`` is the currency."""

    type: Literal["money"] = "money"


class Target(_Figure):
    """A figure that is aimed at."""

    type: Literal["target"] = "target"


class Rank(_Figure):
    """A place in an order."""

    type: Literal["rank"] = "rank"


class Appointment(_Fact):
    """Somebody is named to an office."""

    # 'from' is no name that Python lets a field have.
    model_config = ConfigDict(serialize_by_alias=True)

    type: Literal["appointment"] = "appointment"
    person: Argument
    role: Argument | None
    organization: Argument | None
    from_: Period | None = Field(alias="from", description="from when")


class Agreement(_Fact):
    """Bodies sign something with each other."""

    type: Literal["agreement"] = "agreement"
    parties: list[Argument]
    kind: Argument | None = Field(description="what is signed: a memorandum, a contract")
    subject: Argument | None = Field(description="what it is about")
    value: Value | None = Field(description="how many were signed, where they are counted")
    date: Period | None
    place: Argument | None


class Event(_Fact):
    """A gathering: where, by whom, from and to when (the same expression where one tells both)."""

    model_config = ConfigDict(serialize_by_alias=True)

    type: Literal["event"] = "event"
    name: Argument
    kind: Argument | None = Field(description="the noun that says what it is: forum, exhibition")
    place: Argument | None
    from_: Period | None = Field(alias="from")
    to: Period | None
    organiser: Argument | None


class Launch(_Fact):
    """Somebody opens, starts or puts out something."""

    type: Literal["launch"] = "launch"
    what: Argument
    by: Argument | None
    date: Period | None


class Statement(_Fact):
    """Somebody says something."""

    type: Literal["statement"] = "statement"
    speaker: Argument
    text: str
    direct: bool
    cue: str | None = Field(description="the word that tells of the saying")


class Description(_Fact):
    """What a release says of a body in its background part."""

    type: Literal["description"] = "description"
    subject: Argument
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
