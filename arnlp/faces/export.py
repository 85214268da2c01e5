"""An extraction as data frames, for analysis."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

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
    those of facts are the fields of all their types. The evidence of facts is spread over
    evidence_start, _end and _text. Raises MissingExtra without pandas, InvalidOption for another
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
            evidence = row.pop("evidence", None) or {}
            row.update({f"evidence_{key}": value for key, value in evidence.items()})
            rows.append({"document": release.document.id, **row})
    return pd.DataFrame(rows, columns=_columns(table))


def _columns(table: str) -> list[str]:
    """Return the columns of a table: the fields of its models, in their order."""
    from arnlp.model import release as R

    of_table: dict[str, tuple[type[Model], ...]] = {
        "facts": tuple(R.FACTS.values()),
        "numbers": (R.Number,),
        "quantities": (R.Quantity,),
        "dates": (R.Date,),
        "entities": (R.Entity,),
        "quotes": (R.Quote,),
    }
    fields = dict.fromkeys(name for model in of_table[table] for name in model.model_fields)
    if "evidence" in fields:
        del fields["evidence"]
        fields.update(dict.fromkeys(f"evidence_{name}" for name in R.Evidence.model_fields))
    return ["document", *fields]
