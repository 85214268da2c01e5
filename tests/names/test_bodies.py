"""Every body of the case files, and what is none."""

from __future__ import annotations

import pytest
from support import cases, ids, negatives

import arnlp

BODIES = cases("organizations")


def _bodies(text):
    return [e for e in arnlp.entities(text) if e.type == "organization"]


@pytest.mark.parametrize(("case", "text"), BODIES, ids=ids(BODIES))
def test_body(case, text):
    assert [body.name for body in _bodies(text)] == [case["name"]]


@pytest.mark.parametrize("text", negatives("organizations"))
def test_no_body(text):
    assert _bodies(text) == []
