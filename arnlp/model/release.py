"""The result of an extraction, as pydantic models: the JSON of arnlp.

Every ``start`` and ``end`` is a half-open offset in Unicode code points into the source
text, and ``text`` is exactly ``source[start:end]``. The parts are in modules of their own, and
all of them can be had from here.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from pydantic import model_validator

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
    Argument,
    Change,
    Description,
    Event,
    Fact,
    Launch,
    Modality,
    Money,
    Period,
    Previous,
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
from arnlp.model.older import is_older, upgraded

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

__all__ = [
    "FACTS",
    "RELEASE_YEARS",
    "SCHEMA_VERSION",
    "Agreement",
    "Appointment",
    "Argument",
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
    "Extent",
    "Fact",
    "Language",
    "Launch",
    "Mod",
    "Modality",
    "Model",
    "Money",
    "Names",
    "Number",
    "Period",
    "Previous",
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

SCHEMA_VERSION = "2.1"


class Release(Model):
    """Everything that was found in one document; results of schema 1 are read as far as they go.

    >>> Release.model_json_schema()["title"]
    'Release'
    """

    schema_version: Literal["2.0", "2.1"] = "2.1"
    document: DocumentInfo
    numbers: list[Number]
    quantities: list[Quantity]
    dates: list[Date]
    entities: list[Entity]
    quotes: list[Quote]
    facts: list[Fact]
    warnings: list[Caveat]

    @model_validator(mode="before")
    @classmethod
    def _read_older(cls, data: Any) -> Any:
        return upgraded(data) if is_older(data) else data

    @property
    def source_text(self) -> str | None:
        """The text that it was extracted from, while it is at hand: a release read from JSON has none.

        It is no part of the result: it is not written out, and two results are equal without it.

        >>> import arnlp
        >>> arnlp.extract("5 ports").source_text
        '5 ports'
        """
        text: str | None = self.__dict__.get("_source_text")
        return text

    def of_text(self, text: str) -> Release:
        """Return itself, with the text that it was extracted from at hand."""
        self.__dict__["_source_text"] = text
        return self

    def to_pandas(self, table: str = "facts") -> pd.DataFrame:
        """Return one of its tables as a pandas DataFrame: :func:`arnlp.to_frame` of it alone."""
        frame: pd.DataFrame = _public("to_frame")(self, table)
        return frame

    def to_polars(self, table: str = "facts") -> pl.DataFrame:
        """Return one of its tables as a polars DataFrame: :func:`arnlp.to_polars` of it alone."""
        frame: pl.DataFrame = _public("to_polars")(self, table)
        return frame

    def to_arrow(self, table: str = "facts") -> pa.Table:
        """Return one of its tables as an Arrow table: :func:`arnlp.to_arrow` of it alone."""
        return _public("to_arrow")(self, table)

    def to_spacy(self, nlp: Pipeline, text: str | None = None, **options: Any) -> Doc:
        """Return itself as a document of a spaCy pipeline: :func:`arnlp.to_spacy`."""
        doc: Doc = _public("to_spacy")(self, nlp, text, **options)
        return doc


def _public(name: str) -> Any:
    """Return a public function of arnlp: faces stand above the model, and are looked up when used."""
    return getattr(import_module("arnlp"), name)
