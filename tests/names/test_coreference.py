"""Who a short name or a title means, and where nobody can be told."""

from __future__ import annotations

import pytest
from support import load

import arnlp


@pytest.mark.parametrize("case", load("coreference")["case"], ids=lambda case: case["name"])
def test_coreference(case):
    found = arnlp.entities(case["text"], country=case.get("country"))
    linked = {e.name: [mention.text for mention in e.mentions] for e in found}
    assert linked.get(case["name"]) == case["mentions"]


NAMED = [case for case in load("coreference")["case"] if "names" in case]


@pytest.mark.parametrize("case", NAMED, ids=lambda case: case["name"])
def test_a_name_linked_to_a_shorter_one_has_its_own_pair(case):
    found = arnlp.entities(case["text"], country=case["country"])
    pairs = {e.name: [e.names.ar, e.names.en or "none"] for e in found}
    assert pairs[case["name"]] == case["names"]


@pytest.mark.parametrize("case", load("coreference")["none"], ids=lambda case: case["mention"])
def test_no_coreference(case):
    found = arnlp.entities(case["text"])
    assert case["mention"] not in [m.text for e in found for m in e.mentions]
