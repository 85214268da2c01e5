"""An extraction as data frames, for analysis."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from arnlp.model.errors import InvalidOption

if TYPE_CHECKING:
    import pandas as pd

    from arnlp.model.release import Release

_TABLES = ("facts", "numbers", "quantities", "dates", "entities", "quotes")


def to_frame(releases: Release | Iterable[Release], table: str = "facts") -> pd.DataFrame:
    """Return one table of one release or several as a pandas DataFrame.

    ``table`` is facts, numbers, quantities, dates, entities or quotes; a row's ``document`` is the
    id of its release. The evidence of facts is spread over evidence_start, _end and _text. Needs
    pandas (``pip install arnlp[notebook]``). Raises InvalidOption for another table.

    >>> from arnlp import extract
    >>> frame = to_frame(extract("بلغ العدد 62 جهة حكومية"), "quantities")
    >>> frame[["value", "noun"]].values.tolist()
    [[62, 'جهة حكومية']]
    """
    if table not in _TABLES:
        raise InvalidOption("table", table, f"one of {', '.join(_TABLES)}")
    import pandas as pd

    from arnlp.model.release import Release

    rows = []
    for release in [releases] if isinstance(releases, Release) else releases:
        for item in getattr(release, table):
            row = item.model_dump(mode="json")
            evidence = row.pop("evidence", None) or {}
            row.update({f"evidence_{key}": value for key, value in evidence.items()})
            rows.append({"document": release.document.id, **row})
    return pd.DataFrame(rows)
