"""Every quotation of the case files with its speaker, and what is none."""

from __future__ import annotations

import pytest
from support import cases, ids, negatives

import arnlp

QUOTES = cases("quotes")


@pytest.mark.parametrize(("case", "text"), QUOTES, ids=ids(QUOTES))
def test_quote(case, text):
    release = arnlp.extract(text)
    assert [(q.text, q.direct) for q in release.quotes] == [(case["said"], case["direct"])]
    names = {entity.id: entity.name for entity in release.entities}
    assert names.get(release.quotes[0].speaker) == case.get("speaker")


@pytest.mark.parametrize("text", negatives("quotes"))
def test_no_quote(text):
    assert arnlp.quotes(text) == []
