"""What every part of a result is built of: the base of the models, spans, and plain types."""

from __future__ import annotations

from importlib import import_module
from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

Value = int | float
Bound = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than", "between"]
Language = Literal["ar", "en", "mixed"]
SectionKind = Literal[
    "headline", "subheadline", "dateline", "body", "list_item", "boilerplate", "contacts"
]


class Model(BaseModel):
    """Base of every model: immutable in shape, unknown fields refused."""

    # Built when first written out or read back: what is only looked at needs no serialiser.
    model_config = ConfigDict(extra="forbid", defer_build=True)

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

    def _repr_html_(self) -> str:
        """Return how it shows itself in a notebook: the face that does it stands above the model."""
        page: str = import_module("arnlp").html_of(self)
        return page


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


class Extent(Model):
    """Where something stands in the source: half-open offsets."""

    start: int
    end: int
