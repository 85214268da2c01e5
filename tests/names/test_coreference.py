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


@pytest.mark.parametrize("case", load("coreference")["none"], ids=lambda case: case["mention"])
def test_no_coreference(case):
    found = arnlp.entities(case["text"])
    assert case["mention"] not in [m.text for e in found for m in e.mentions]
