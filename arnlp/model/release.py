"""The result of an extraction, as pydantic models: the JSON of arnlp.

Every ``start`` and ``end`` is a half-open offset in Unicode code points into the source
text, and ``text`` is exactly ``source[start:end]``. The parts are in modules of their own, and
all of them can be had from here.
"""

from __future__ import annotations

from typing import Literal

from arnlp.model.base import Bound, Extent, Language, Model, SectionKind, Span, Value
from arnlp.model.document import (
    RELEASE_YEARS,
    Caveat,
    CountryEvidence,
    Dateline,
    Document,
    DocumentInfo,
    Section,
)
from arnlp.model.facts import (
    FACTS,
    Agreement,
    Appointment,
    Change,
    Description,
    Event,
    Evidence,
    Fact,
    Launch,
    Money,
    Rank,
    Reading,
    Statement,
    Statistic,
    Target,
)
from arnlp.model.mentions import (
    Date,
    Entity,
    EntityMention,
    Mod,
    Names,
    Number,
    Quantity,
    Quote,
    Role,
)

__all__ = [
    "FACTS",
    "RELEASE_YEARS",
    "SCHEMA_VERSION",
    "Agreement",
    "Appointment",
    "Bound",
    "Caveat",
    "Change",
    "CountryEvidence",
    "Date",
    "Dateline",
    "Description",
    "Document",
    "DocumentInfo",
    "Entity",
    "EntityMention",
    "Event",
    "Evidence",
    "Extent",
    "Fact",
    "Language",
    "Launch",
    "Mod",
    "Model",
    "Money",
    "Names",
    "Number",
    "Quantity",
    "Quote",
    "Rank",
    "Reading",
    "Release",
    "Role",
    "Section",
    "SectionKind",
    "Span",
    "Statement",
    "Statistic",
    "Target",
    "Value",
]

SCHEMA_VERSION = "1.4"


class Release(Model):
    """Everything that was found in one document; see DESIGN for each part.

    >>> Release.model_json_schema()["title"]
    'Release'
    """

    schema_version: Literal["1.0", "1.1", "1.2", "1.3", "1.4"] = "1.4"
    document: DocumentInfo
    numbers: list[Number]
    quantities: list[Quantity]
    dates: list[Date]
    entities: list[Entity]
    quotes: list[Quote]
    facts: list[Fact]
    warnings: list[Caveat]
