"""Scores of rows of figures: the figures found, each field of those, and whole rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from arnlp.faces.likeness import Item, words_of
from arnlp.faces.rows import FIELDS, Match, match, rows_of, strictly, whole
from arnlp.faces.scores import Score, Scores


def score_rows(gold: Sequence[Item], found: Item, name: str = "") -> Scores:
    """Score the facts of an extraction, as a dictionary, against gold rows.

    A field is expected of the figures found alone, and where gold has it; what a figure is compared
    with is a row of its own but for strict rows, which have it as a field.
    """
    matched = match(rows_of(gold), rows_of(found["facts"], found["dates"]))
    pairs, missed, spurious = matched
    expected, given = len(pairs) + len(missed), len(pairs) + len(spurious)
    scores = {
        "figures": Score(
            expected,
            len(pairs),
            given,
            len(pairs),
            [_show(row, name) for row in missed],
            [_show(row, name) for row in spurious],
        )
    }
    for field in FIELDS:
        told = Counter(pair.verdicts[field] for pair in pairs if field in pair.verdicts)
        right, wrong = told["right"], told["wrong"]
        differing = [
            f"{_show(pair.gold, name)} {field}: {_field(pair.gold, field)} / {_field(pair.found, field)}"
            for pair in pairs
            if pair.verdicts.get(field, "null") not in ("right", "null")
        ]
        scores[f"{field} of figures"] = Score(
            right + wrong + told["missing"],
            right,
            right + wrong + told["spurious"],
            right,
            differing,
        )
    rows = sum(map(whole, pairs))
    scores["whole rows"] = Score(expected, rows, given, rows)
    return scores | {"strict rows": _strict(matched)}


def _strict(matched: Match) -> Score:
    own = [pair for pair in matched.pairs if not pair.gold["of_previous"]]
    expected = len(own) + sum(not row["of_previous"] for row in matched.missed)
    given = [*(pair.found for pair in matched.pairs), *matched.spurious]
    right = sum(map(strictly, own))
    return Score(expected, right, sum(not row["of_previous"] for row in given), right)


def _show(row: Item, name: str) -> str:
    where = " ".join((row.get("figure") or row["evidence"][0]).get("text", "").split())
    return f"{name}: {where[:90]} [{row['type']} {row['value']} {row.get('unit') or ''}]"


def _field(row: Item, field: str) -> object:
    if field == "period":
        return row["days"]
    if field == "previous":
        return row["previous"] and row["previous"].get("value")
    return words_of(row.get(field))
