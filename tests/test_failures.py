"""What failed on real releases gives what it wants: the lines of ../shared/failures, where they lie beside the checkout.

``tests/cases/failures.toml`` tells what each line wants. Lines that describe a file instead of a text are made and
read in ``tests/readers`` and ``tests/faces``.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from support import SHARED, load

import arnlp

FOLDER = SHARED / "failures"
LINES = [pytest.param(case, id=case["line"]) for case in load("failures")["case"]]

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the failing lines are not here")


def _line(name: str) -> dict[str, Any]:
    file, number = name.split(":")
    lines = (FOLDER / f"{file}.jsonl").read_text("utf-8").splitlines()
    row: dict[str, Any] = json.loads(lines[int(number) - 1])
    return row


_NAMED = {"persons": "person", "bodies": "organization", "places": "place"}


def _agrees(want: Any, got: Any) -> bool:
    """Tell whether a field is what is wanted: "A or B", "" for null, a "*" at the edge for any."""
    if not isinstance(want, str):
        return bool(want == got)
    found = got or ""
    return any(
        found == way
        or way == "*"
        or (way.startswith("*") and found.endswith(way[1:]))
        or (way.endswith("*") and found.startswith(way[:-1]))
        for way in want.split(" or ")
    )


def _days(date: arnlp.Date) -> str:
    return f"{date.from_date}/{date.to_date}" if date.from_date else (date.timex or "")


def _fact_agrees(want: dict[str, Any], fact: dict[str, Any]) -> bool:
    return all(_agrees(value, _shown(fact.get(key))) for key, value in want.items())


def _shown(value: Any) -> Any:
    """Return the words of an argument, the days of a period, the value of a level; else what is given."""
    if isinstance(value, list):
        return [_shown(one) for one in value]
    if not isinstance(value, dict):
        return value
    return next(value[key] for key in ("value", "edtf", "text") if key in value)


def _check_facts(case: dict[str, Any], found: list[dict[str, Any]]) -> None:
    for want in case.get("facts", []):
        facts = [f for f in found if f.get("value") == want["value"]]
        assert facts
        assert [f for f in facts if not _fact_agrees(want, f)] == []
    if "rows" in case:
        rows = [f for f in found if f["type"] != "statement"]
        right = [_fact_agrees(w, f) for w, f in zip(case["rows"], rows, strict=False)]
        assert right == [True] * max(len(rows), len(case["rows"])), rows


def _check_names(case: dict[str, Any], entities: list[arnlp.Entity]) -> None:
    for title in case.get("roles", []):
        assert title in [r.title for e in entities for r in e.roles]
    for key, type_ in _NAMED.items():
        if key in case:
            assert [e.name for e in entities if e.type == type_] == case[key]
    for name in case.get("absent", []):
        assert name not in [e.name for e in entities]


@pytest.mark.parametrize("case", LINES)
def test_a_line_gives_what_it_wants(case: dict[str, Any]) -> None:
    row = _line(case["line"])
    release = arnlp.extract(row["text"], published=row["published"], country=row["country"])
    whole = json.loads(release.model_dump_json())
    for field in ("quantities", "dates"):
        if field not in case:
            continue
        if field == "dates":
            got: list[Any] = [_days(d) for d in release.dates]
            right = [_agrees(w, g) for w, g in zip(case["dates"], got, strict=False)]
        else:
            got = whole["quantities"]
            right = [
                all(_agrees(value, g[key]) for key, value in w.items())
                for w, g in zip(case["quantities"], got, strict=False)
            ]
        assert right == [True] * max(len(got), len(case[field])), (row["text"], got)
    if "country" in case:
        assert (release.document.country or "") == case["country"]
    if "warnings" in case:
        assert [w["code"] for w in whole["warnings"]] == case["warnings"]
    for code in case.get("silent", []):
        assert code not in [w["code"] for w in whole["warnings"]]
    if "spans" in case:
        assert [d.text for d in release.dates] == case["spans"]
    if "dateline" in case:
        found = whole["document"]["dateline"]
        assert found is not None
        assert {key: found[key] for key in case["dateline"]} == case["dateline"]
    for text in case.get("quotes", []):
        assert text in [q.text for q in release.quotes]
    if "said" in case:
        names = {entity.id: entity.name for entity in release.entities}
        said = [[q.text, names.get(q.speaker or "", ""), q.direct] for q in release.quotes]
        assert said == case["said"]
    _check_names(case, release.entities)
    _check_facts(case, whole["facts"])
