"""Every fact of the case files, and what is none."""

from __future__ import annotations

import pytest
from support import cases, ids, negatives, plain

import arnlp

FACTS = cases("facts")


@pytest.mark.parametrize(("case", "text"), FACTS, ids=ids(FACTS))
def test_fact(case, text):
    found = _told(text, published=case.get("published"), country=case.get("country"))
    assert len(found) == len(case["facts"]), found
    for fact, expected in zip(found, case["facts"], strict=True):
        wanted = {name: None if value == "NONE" else value for name, value in expected.items()}
        assert {name: fact[name] for name in wanted} == wanted


@pytest.mark.parametrize("text", negatives("facts"))
def test_no_fact(text):
    assert _told(text) == []


def test_a_text_may_end_anywhere():
    """A release cut off behind any of the last words of a case is read without an error."""
    for case, text in FACTS:
        words = text.split(" ")
        for end in range(max(1, len(words) - 4), len(words)):
            arnlp.facts(" ".join(words[:end]).rstrip(".،"), country=case.get("country"))


def _told(text, **options):
    facts = arnlp.extract(text, **options).facts
    return [plain(f) for f in facts if f.type not in ("statement", "description")]
