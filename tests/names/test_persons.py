"""Every person of the case files, with honorifics and roles, and what is none."""

from __future__ import annotations

import pytest
from support import cases, ids, negatives

import arnlp

PERSONS = cases("persons")


def _persons(text):
    return [e for e in arnlp.entities(text) if e.type == "person"]


@pytest.mark.parametrize(("case", "text"), PERSONS, ids=ids(PERSONS))
def test_person(case, text):
    found = _persons(text)
    assert [p.name for p in found] == [case["name"]]
    assert found[0].honorifics == case.get("honorifics", [])
    if "roles" in case:
        assert [role.title for role in found[0].roles] == case["roles"]


@pytest.mark.parametrize("text", negatives("persons"))
def test_no_person(text):
    assert _persons(text) == []
