"""An extraction as data frames, for analysis."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, get_args

from arnlp.model.errors import InvalidOption, MissingExtra

if TYPE_CHECKING:
    import pandas as pd

    from arnlp.model.base import Model
    from arnlp.model.release import Release

_TABLES = ("facts", "numbers", "quantities", "dates", "entities", "quotes")


def to_frame(releases: Release | Iterable[Release], table: str = "facts") -> pd.DataFrame:
    """Return one table of one release or several as a pandas DataFrame.

    ``table`` is facts, numbers, quantities, dates, entities or quotes; a row's ``document`` is the
    id of its release. A table has all its columns, whatever its rows hold, and without rows too;
    those of facts are the fields of all their types. What stands at a place in the text is spread:
    a measure has its words in ``measure``, its offsets in measure_start and _end, its entity in
    measure_entity_id; a period its EDTF in ``period`` and its days in period_from_date and
    _to_date; what a figure is compared with its value in ``previous``; the evidence its first
    stretch in ``evidence``, and in evidence_repeats how often it is said again. Raises
    MissingExtra without pandas, InvalidOption for another
    table.

    >>> from arnlp import extract
    >>> frame = to_frame(extract("بلغ العدد 62 جهة حكومية"), "quantities")
    >>> frame[["value", "noun"]].values.tolist()
    [[62, 'جهة حكومية']]
    """
    if table not in _TABLES:
        raise InvalidOption("table", table, f"one of {', '.join(_TABLES)}")
    try:
        import pandas as pd
    except ModuleNotFoundError as error:
        if error.name != "pandas":
            raise
        raise MissingExtra("data frames", "pandas", "notebook") from None
    from arnlp.model.release import Release

    rows = []
    for release in [releases] if isinstance(releases, Release) else releases:
        for item in getattr(release, table):
            row = item.model_dump(mode="json")
            if table == "facts":
                row = _flat(row)
            rows.append({"document": release.document.id, **row})
    return pd.DataFrame(rows, columns=_columns(table))


def _flat(fact: dict[str, Any]) -> dict[str, Any]:
    """Return a fact with what stands at a place in the text spread over several columns."""
    row: dict[str, Any] = {}
    for name, value in fact.items():
        if name == "evidence":
            row |= _spread(name, value[0])
            row["evidence_repeats"] = len(value) - 1
        elif name == "parties":
            row[name] = [party["text"] for party in value]
            row["parties_entity_id"] = [party["entity_id"] for party in value]
        elif name == "previous" and value is not None:
            period = _spread("previous_period", value.pop("period"))
            row |= _spread(name, value) | period
        elif isinstance(value, dict):
            row |= _spread(name, value)
        else:
            row[name] = value
    return row


def _spread(name: str, part: dict[str, Any] | None) -> dict[str, Any]:
    """Return the columns of an argument, a period, a level compared with, or a span."""
    if part is None:
        return {name: None}
    main = next(key for key in ("value", "edtf", "text") if key in part)
    return {name: part[main]} | {f"{name}_{key}": v for key, v in part.items() if key != main}


def _columns(table: str) -> list[str]:
    """Return the columns of a table: the fields of its models, in their order."""
    from arnlp.model import release as R

    of_table: dict[str, type[Model]] = {
        "numbers": R.Number,
        "quantities": R.Quantity,
        "dates": R.Date,
        "entities": R.Entity,
        "quotes": R.Quote,
    }
    if table in of_table:
        return ["document", *of_table[table].model_fields]
    columns: dict[str, None] = {}
    for model in R.FACTS.values():
        for name, field in model.model_fields.items():
            columns |= dict.fromkeys(_columns_of(field.alias or name, field.annotation))
    return ["document", *columns]


def _columns_of(name: str, annotation: object) -> list[str]:
    """Return the columns of a field of a fact, by what it holds."""
    from arnlp.model import release as R

    if name == "evidence":
        return [*_spread(name, _names(R.Span)), "evidence_repeats"]
    if name == "parties":
        return [name, "parties_entity_id"]
    held = (annotation, *get_args(annotation))
    if R.Previous in held:
        level = _names(R.Previous)
        del level["period"]
        return [*_spread(name, level), *_spread("previous_period", _names(R.Period))]
    of = next((model for model in (R.Argument, R.Period) if model in held), None)
    return [name] if of is None else list(_spread(name, _names(of)))


def _names(model: type[Model]) -> dict[str, Any]:
    return dict.fromkeys(model.model_fields)
