"""The parts of tests/benchmarks/syntax.py that run without torch, and its gold."""

from __future__ import annotations

import json
import sys
from collections import Counter

import pytest
from support import ROOT

import arnlp

sys.path.insert(0, str(ROOT / "tests/benchmarks"))
import syntax

GOLD = json.loads(syntax.GOLD.read_text("utf-8"))


def test_the_gold_holds_offsets_and_no_words():
    for told in GOLD["texts"].values():
        assert set(told) in ({"file", "row", "source", "sha256"}, {"sha256"})
    for clause in GOLD["clauses"]:
        assert clause["text"] in GOLD["texts"]
        assert set(clause) - {"subject", "head"} == {"text", "kind", "language", "predicate"}
        start, end = clause["predicate"]
        assert 0 <= start < end
        if "head" in clause:
            (first, last), (a, b) = clause["subject"], clause["head"]
            assert first <= a < b <= last


def test_clauses_are_counted():
    text = "Exports rose. It fell."
    gold = [
        {"text": "a", "kind": "verbal", "language": "en", "predicate": [8, 12], "head": [0, 7]},
        {"text": "a", "kind": "verbal", "language": "en", "predicate": [17, 21], "head": [0, 7]},
        {"text": "b", "kind": "verbal", "language": "en", "predicate": [0, 1]},
    ]
    counts = syntax.clause_counts(gold, {"a": text})
    assert counts["en verbal", "wanted"] == counts["en verbal", "predicate"] == 2
    assert counts["en verbal", "right"] == 1
    assert counts["left out", ""] == 1


def test_a_subject_covers_the_head_and_not_the_predicate():
    clause = arnlp.clauses("ارتفعت قيمة الصادرات")[0]
    assert syntax.has_subject({"head": [7, 11]}, clause)
    assert not syntax.has_subject({"head": [0, 6]}, clause)
    assert syntax.has_subject({}, clause)


def test_texts_that_differ_are_left_out(tmp_path):
    (tmp_path / "a.txt").write_text("other", "utf-8")
    assert syntax.texts_of({"texts": {"a": {"sha256": "0"}}}, tmp_path, tmp_path) == {}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_hand_annotated_clauses(language):
    texts = syntax.texts_of(GOLD, ROOT.parent / "shared", None)
    rows = [c for c in GOLD["clauses"] if c["language"] == language and c["text"] in texts]
    if not rows:
        pytest.skip("the texts are not there")
    counts = syntax.clause_counts(rows, texts)
    assert counts[f"{language} verbal", "right"] >= 0.85 * counts[f"{language} verbal", "wanted"]


def test_report_names_every_figure():
    line = syntax.report(Counter(words=10, pos=9, verbs=2), Counter())
    assert "parts of speech 0.900 of 10" in line
