"""Rows of figures compared: pairs, fields, whole and strict rows."""

from __future__ import annotations

from typing import Any

import pytest

from arnlp.faces.row_scores import score_rows
from arnlp.faces.rows import judge, match, rows_of, strictly, whole


def fact(**more: Any) -> dict[str, Any]:
    """Return a fact of schema 2 that is a figure."""
    plain = {
        "type": "change", "value": 12.5, "unit": "%", "bound": "exact",
        "measure": {"start": 0, "end": 9, "text": "exports of dates"},
        "subject": {"start": 20, "end": 27, "text": "Bahrain"},
        "group": None, "place": None, "source": None, "modality": "asserted",
        "direction": "increase", "relation": "by", "previous": None,
        "period": {"from_date": "2024-01-01", "to_date": "2024-03-31"},
        "evidence": [{"start": 0, "end": 60}],
    }  # fmt: skip
    return {**plain, **more}


def compared(found: dict[str, Any], gold: dict[str, Any] | None = None):
    (pair,) = match(rows_of([gold or fact()]), rows_of([found])).pairs
    return pair


def test_the_same_row_is_right_in_every_field():
    pair = compared(fact())
    assert set(pair.verdicts.values()) == {"right", "null"}
    assert whole(pair)
    assert strictly(pair)


@pytest.mark.parametrize(
    ("field", "value", "verdict", "is_whole"),
    [
        ("measure", {"text": "dates exports"}, "right", True),
        ("measure", {"text": "imports"}, "wrong", False),
        ("measure", None, "missing", False),
        ("subject", {"text": "the Kingdom of Bahrain"}, "right", True),
        ("subject", None, "missing", False),
        ("place", {"text": "Manama"}, "spurious", True),
        ("period", {"from_date": None, "to_date": "2024-03-31"}, "right", True),
        ("period", {"from_date": "2024-03-31", "to_date": "2024-03-31"}, "right", True),
        ("period", {"from_date": "2023-01-01", "to_date": "2023-03-31"}, "wrong", False),
        ("direction", "decrease", "wrong", False),
        ("relation", "to", "wrong", True),
        ("modality", "planned", "spurious", True),
        ("bound", "about", "spurious", True),
        ("previous", {"value": 3, "unit": "%"}, "spurious", True),
    ],
)
def test_fields_are_judged_one_by_one(field, value, verdict, is_whole):
    pair = match(rows_of([fact()]), rows_of([fact(**{field: value})])).pairs[0]
    assert pair.verdicts[field] == verdict
    assert whole(pair) == is_whole
    assert not strictly(pair)


def test_a_subject_may_stand_as_the_place():
    assert compared(fact(subject=None, place={"text": "Bahrain"})).verdicts["subject"] == "right"


def test_facts_of_schema_1_are_rows_too():
    old = fact(
        measure="exports of dates", subject="Bahrain", period="2024-Q1", previous=11,
        evidence={"start": 0, "end": 60},
    )  # fmt: skip
    dates = [{"edtf": "2024-Q1", "from_date": "2024-01-01", "to_date": "2024-03-31"}]
    row, older = rows_of([old], dates)
    assert judge(rows_of([fact()])[0], row)["period"] == "right"
    assert (older["value"], older["unit"], older["of_previous"]) == (11, "%", True)


def test_a_figure_is_found_by_its_place_value_and_unit():
    gold = rows_of([fact()])
    for other in (fact(value=13), fact(unit="pp"), fact(evidence=[{"start": 90, "end": 99}])):
        assert not match(gold, rows_of([other])).pairs
    assert match(gold, rows_of([fact(value=0.125, unit="1")])).pairs


def test_what_is_planned_may_be_a_target():
    planned = fact(type="statistic", modality="planned")
    assert compared(fact(type="target"), planned).verdicts["type"] == "right"
    assert compared(fact(type="target"), fact(type="statistic")).verdicts["type"] == "wrong"


def test_scores_count_fields_of_the_figures_found():
    found = {"facts": [fact(subject=None), fact(value=99)], "dates": []}
    scores = score_rows([fact(), fact(value=7)], found, "a")
    assert (scores["figures"].expected, scores["figures"].hit, scores["figures"].found) == (2, 1, 2)
    assert (scores["subject of figures"].expected, scores["subject of figures"].hit) == (1, 0)
    assert scores["whole rows"].hit == scores["strict rows"].hit == 0
