"""The tables that releases are written out as: their names, keys, columns and types, told once.

Columns are read off the models of the result, so that what the JSON holds the tables hold: a field
is a column of its name; what stands at a place in the text is spread over several (``measure`` the
words, ``measure_start``, ``measure_end``, ``measure_entity_id`` the rest); a list of things is a
table of its own. Arrow, Parquet, DuckDB, CSV, pandas and polars are all made from these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from arnlp.faces.tables_store import values
from arnlp.model import release as R

Kind = Literal["text", "texts", "integer", "number", "flag", "date"]
Keys = tuple[str | int, ...]
Get = Callable[[Any], Any]

# Fields of a str that hold an ISO date and nothing else.
_DATES = frozenset(("published", "date", "from_date", "to_date", "anchor"))
# Of the parts of what stands at a place, the one that has the field's own name.
_MAIN = ("value", "edtf", "text")
_KEY_ABOUT = {
    "document_id": "id of the release",
    "entity_id": "id of the entity in its release",
    "fact_id": "id of the fact in its release",
    "argument": "the field of the fact that it fills",
    "position": "its place in the list of the JSON, from 0",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it holds, a line on it, and how its value is got from an item."""

    name: str
    kind: Kind
    about: str
    get: Get


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what a row of it is, the columns that tell rows apart, the others, and its rows."""

    name: str
    about: str
    keys: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Callable[[R.Release], Iterator[tuple[Keys, BaseModel]]]

    @property
    def kinds(self) -> dict[str, Kind]:
        """Return the kind of each column by its name, keys first.

        >>> TABLES["mentions"].kinds["start"]
        'integer'
        """
        keys: dict[str, Kind] = {
            key: "integer" if key == "position" else "text" for key in self.keys
        }
        return keys | {column.name: column.kind for column in self.columns}

    @property
    def notes(self) -> dict[str, str]:
        """Return a line on each column by its name, "" where its name says all."""
        keys = {key: _KEY_ABOUT[key] for key in self.keys}
        return keys | {column.name: column.about for column in self.columns}


# -- columns of models --------------------------------------------------------------------------


def _columns(*models: type[BaseModel]) -> tuple[Column, ...]:
    """Return the columns of models that share a table, ids apart, in the order of their fields."""
    found: dict[str, Column] = {}
    for model in models:
        for name, about, annotation, get in _fields(model):
            if name != "id":
                for column in _spread(name, name, about, annotation, get):
                    found.setdefault(column.name, column)
    return tuple(found.values())


def _fields(model: type[BaseModel]) -> Iterator[tuple[str, str, Any, Get]]:
    """Yield name, description, annotation and getter of the fields of a model."""
    for attribute, field in model.model_fields.items():
        name = field.alias or attribute
        yield name, field.description or "", field.annotation, values.attribute(attribute)


def _spread(name: str, field: str, about: str, annotation: Any, get: Get) -> Iterator[Column]:
    """Yield the columns of a field, named after it, by what it holds; none of lists that are tables."""
    held = [part for part in (annotation, *get_args(annotation)) if part is not type(None)]
    model = next((part for part in held if _is_model(part)), None)
    if get_origin(annotation) is list:
        if model is R.Span:
            yield from _spread(name, field, about, R.Span, values.first(get))
            yield Column(
                f"{name}_repeats", "integer", "how often it is said again", values.more(get)
            )
        elif model is R.Argument:
            yield Column(name, "texts", about, values.each(get, "text"))
            yield Column(f"{name}_entity_id", "texts", "", values.each(get, "entity_id"))
        elif model is None:
            yield Column(name, "texts", about, get)
    elif model is not None:
        parts = list(_fields(model))
        main = next((key for key in _MAIN if any(part[0] == key for part in parts)), None)
        parts.sort(key=lambda part: part[0] != main)
        for key, note, inner, sub in parts:
            own = name if key == main else f"{name}_{key}"
            of = about if key == main else note
            yield from _spread(own, key, of, inner, values.chained(get, sub))
    else:
        yield from _plain(name, field, about, held, get)


def _plain(name: str, field: str, about: str, held: list[Any], get: Get) -> Iterator[Column]:
    """Yield the column of a plain value, two of a figure that a double may not hold."""
    if int in held and float in held:
        note = "as written in JSON, where a double cannot hold it exactly, else null"
        yield Column(name, "number", about, values.as_double(get))
        yield Column(f"{name}_exact", "text", note, values.as_exact(get))
    elif bool in held:
        yield Column(name, "flag", about, get)
    elif int in held:
        yield Column(name, "integer", about, get)
    elif float in held:
        yield Column(name, "number", about, get)
    elif field in _DATES:
        yield Column(name, "date", about, values.as_day(get))
    else:
        yield Column(name, "text", about, get)


def _is_model(part: Any) -> bool:
    return isinstance(part, type) and issubclass(part, BaseModel)


# -- rows of releases ---------------------------------------------------------------------------

Rows = Iterator[tuple[Keys, BaseModel]]


def _documents(release: R.Release) -> Rows:
    yield (release.document.id,), release.document


def _of_document(*path: str) -> Callable[[R.Release], Rows]:
    """Return what yields the items of a list that a release holds, numbered."""

    def rows(release: R.Release) -> Rows:
        holder: Any = release
        for name in path:
            holder = getattr(holder, name)
        for position, item in enumerate(holder):
            yield (release.document.id, position), item

    return rows


def _with_ids(name: str) -> Callable[[R.Release], Rows]:
    """Return what yields the items of a list whose items have ids."""

    def rows(release: R.Release) -> Rows:
        for item in getattr(release, name):
            yield (release.document.id, item.id), item

    return rows


def _inside(name: str, inner: str) -> Callable[[R.Release], Rows]:
    """Return what yields the items of a list that each item of a list holds, numbered."""

    def rows(release: R.Release) -> Rows:
        for item in getattr(release, name):
            for position, part in enumerate(item.__dict__.get(inner, ())):
                yield (release.document.id, item.id, position), part

    return rows


def _arguments(release: R.Release) -> Rows:
    for fact in release.facts:
        for name in _argument_names(type(fact)):
            value = getattr(fact, name)
            filled = value if isinstance(value, list) else [] if value is None else [value]
            for position, argument in enumerate(filled):
                yield (release.document.id, fact.id, name, position), argument


@cache
def _argument_names(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields of a fact that arguments fill."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if R.Argument in get_args(field.annotation) or field.annotation is R.Argument)  # fmt: skip


_DOCUMENT, _ITEM = ("document_id",), ("document_id", "position")
_ENTITY, _FACT = ("document_id", "entity_id"), ("document_id", "fact_id")
_FACTS = tuple(R.FACTS.values())

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        Table("documents", "a release", _DOCUMENT, _columns(R.DocumentInfo), _documents),
        Table("sections", "a part of a release", _ITEM, _columns(R.Section), _of_document("document", "sections")),
        Table("country_evidence", "what told the country of a release", _ITEM, _columns(R.CountryEvidence), _of_document("document", "country_evidence")),
        Table("numbers", "a number", _ITEM, _columns(R.Number), _of_document("numbers")),
        Table("quantities", "a quantity", _ITEM, _columns(R.Quantity), _of_document("quantities")),
        Table("dates", "a time expression", _ITEM, _columns(R.Date), _of_document("dates")),
        Table("entities", "somebody or something with a name, in one release", _ENTITY, _columns(R.Entity), _with_ids("entities")),
        Table("roles", "an office that a person holds", (*_ENTITY, "position"), _columns(R.Role), _inside("entities", "roles")),
        Table("mentions", "a place where an entity is named or referred to", (*_ENTITY, "position"), _columns(R.EntityMention), _inside("entities", "mentions")),
        Table("quotes", "a quotation; speaker is an entity_id", _ITEM, _columns(R.Quote), _of_document("quotes")),
        Table("facts", "a fact, with its arguments and the first of its evidence", _FACT, _columns(*_FACTS), _with_ids("facts")),
        Table("fact_arguments", "an argument of a fact", (*_FACT, "argument", "position"), _columns(R.Argument), _arguments),
        Table("fact_evidence", "a stretch that says a fact", (*_FACT, "position"), _columns(R.Span), _inside("facts", "evidence")),
        Table("fact_readings", "the figure of a fact in another unit", (*_FACT, "position"), _columns(R.Reading), _inside("facts", "readings")),
        Table("warnings", "what a reader of a release should know about", _ITEM, _columns(R.Caveat), _of_document("warnings")),
    )
}  # fmt: skip
