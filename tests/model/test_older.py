"""Results of schema 1 are read as far as they go without guessing."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path

import pytest
from pydantic import ValidationError
from support import plain

from arnlp.model.release import Release

OLD = json.loads((Path(__file__).parent / "release-1.4.json").read_text("utf-8"))
KEPT = {"launch": {"object": "what", "subject": "by"}, "statement": {"text": "text"}}


def figure(**more):
    """Return a result of schema 1 that holds one fact."""
    text = "Exports rose by 5% in 2024 from 4%"
    fact = {
        "id": "f1", "type": "change", "evidence": {"start": 10, "end": 44, "text": text},
        "section": "body", "rule": "change.verb", "confidence": 0.9, "subject": None,
        "subject_id": None, "measure": "Exports", "value": 5, "value_max": None, "unit": "%",
        "per": None, "bound": "exact", "period": "2024", "place": None, "readings": [],
        "direction": "increase", "relation": "by", "previous": 4,
    }  # fmt: skip
    date = {
        "start": 32, "end": 36, "text": "2024", "kind": "date", "edtf": "2024", "timex": "2024",
        "mod": None, "from_date": "2024-01-01", "to_date": "2024-12-31", "calendar": "gregorian",
        "anchor": None,
    }  # fmt: skip
    level = {
        "start": 42, "end": 44, "text": "4%", "kind": "percent", "value": 4, "value_max": None,
        "bound": "exact", "unit": "%", "noun": None, "per": None, "equivalent_to": None,
    }  # fmt: skip
    empty = {"entities": [], "quotes": [], "numbers": [], "warnings": []}
    return {**deepcopy(OLD), **empty, "dates": [date], "quantities": [level], "facts": [{**fact, **more}]}  # fmt: skip


def test_words_days_and_levels_get_their_place():
    release = Release.model_validate(figure())
    (fact,) = release.facts
    assert release.schema_version == "2.0"
    assert [(s.start, s.end) for s in fact.evidence] == [(10, 44)]
    assert (fact.measure.start, fact.measure.end, fact.measure.text) == (10, 17, "Exports")
    assert (fact.period.start, fact.period.from_date, fact.period.to_date) == (32, "2024-01-01", "2024-12-31")  # fmt: skip
    assert (fact.previous.start, fact.previous.value, fact.previous.unit) == (42, 4, "%")
    assert (fact.modality, fact.source, fact.group) == ("asserted", None, None)
    assert release.warnings == []


@pytest.mark.parametrize(
    ("field", "value"), [("measure", "Imports"), ("period", "2023"), ("previous", 3), ("place", "Cairo")]
)  # fmt: skip
def test_what_has_no_place_is_left_out_and_named(field, value):
    release = Release.model_validate(figure(**{field: value}))
    assert getattr(release.facts[0], field) is None
    (warning,) = release.warnings
    assert (warning.code, warning.start, warning.end) == ("older_schema", 10, 44)
    assert warning.message == f"{field} of f1 has no place in the text: {value}"


def test_a_whole_result_is_read_and_written_as_schema_2():
    release = Release.model_validate_json(json.dumps(OLD))
    assert Release.model_validate_json(release.model_dump_json()) == release
    assert [fact.id for fact in release.facts] == [fact["id"] for fact in OLD["facts"]]
    for old, fact in zip(OLD["facts"], release.facts, strict=True):
        names = KEPT.get(old["type"], {"measure": "measure", "period": "period"})
        new = plain(fact)
        for was, name in names.items():
            assert " ".join((new[name] or "").split()) == (old[was] or "")


def test_data_that_only_claims_to_be_schema_1_is_refused():
    with pytest.raises(ValidationError, match=r"no result of schema 1\.2: .dates."):
        Release.model_validate({"schema_version": "1.2", "facts": [], "entities": []})
