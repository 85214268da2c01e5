"""The choice of arguments: which phrases say the same, and what was chosen for the figures before."""

from __future__ import annotations

import sys
from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

import arnlp
from arnlp.facts.candidate_features import stands
from arnlp.facts.candidates import Candidate
from arnlp.facts.continuity import Chosen, beside_measure
from arnlp.facts.feature_names import NAMES, names
from arnlp.facts.kinds import ordinals
from arnlp.facts.ranker import FIELDS, ranker
from arnlp.facts.sameness import content, says_same

choice = sys.modules["arnlp.facts.choice"]
PHRASES = st.lists(
    st.sampled_from(["قيمة", "الصادرات", "عدد", "السكان", "exports", "total", "value"]), max_size=4
)


@given(st.lists(PHRASES, min_size=1, max_size=6))
def test_pairs_that_say_the_same_are_those_of_says_same(phrases):
    words = [content(" ".join(phrase)) for phrase in phrases]
    told = choice.alike(words)
    for i, a in enumerate(words):
        for j, b in enumerate(words):
            assert bool(told[i, j]) == says_same(a, b), (a, b)


def test_the_likeliest_is_spoken_for_by_those_that_say_the_same():
    words = [content(text) for text in ("exports", "the value of exports", "imports")]
    best, weight = choice.best_of(choice.alike(words), np.array([0.3, 0.25, 0.4], np.float32))
    assert best == 0
    assert abs(weight - 0.55) < 1e-6
    assert choice.best_of(choice.alike(words), np.zeros(3, np.float32))[1] == 0


def one(text, phrase):
    start = text.index(phrase)
    return Candidate(start, start + len(phrase), 0, 0, 0, 1)


def test_what_was_chosen_before_is_told_for_the_next_figure_and_forgotten_later():
    text = "exports of the port rose, imports fell"
    chosen = Chosen(text, [0, 0, 0, 0, 0, 1])
    port, imports = one(text, "the port"), one(text, "imports")
    assert chosen.features(0, port, content("the port")) == []
    chosen.note(0, {**dict.fromkeys(FIELDS), "subject": port})
    assert ("last", "subject", "same", "next") in chosen.features(1, port, content("the port"))
    assert ("history", "subject", "1") in chosen.features(1, port, content("the port"))
    for _ in range(8):
        chosen.note(1, {**dict.fromkeys(FIELDS), "subject": imports})
    told = chosen.features(5, port, content("the port"))
    assert not [key for key in told if key[0] == "history"]
    assert ("last", "subject", "else", "far¶") in told
    assert ("always", "subject", "par") in chosen.features(5, imports, content("imports"))
    assert ("always", "subject", "") in chosen.features(1, imports, content("imports"))
    assert [c.start for c in chosen.candidates()] == [imports.start]


def test_where_a_candidate_stands_to_the_measure_is_told():
    text = "the value of exports of the port"
    measure, port = one(text, "the value of exports of the port"), one(text, "the port")
    assert beside_measure(port, content("the port"), measure, content(text)) == [
        ("measure", "tail")
    ]
    assert beside_measure(port, content("the port"), None, frozenset()) == [("measure", "none")]


@given(st.tuples(*[st.integers(0, 9)] * 4))
def test_every_two_stretches_stand_somehow(ends):
    start, end, first, last = ends
    assert stands(start, end + 10, first, last + 10) in {"same", "tail", "head", "inside", "around", "cross"}  # fmt: skip
    assert stands(start, start, 20, 30) == "before"
    assert stands(40, 50, first, last) == "behind"


def test_every_group_of_features_has_names_that_the_network_may_know():
    known = ranker()._rows.names
    for group, forms in NAMES.items():
        slots = max(form.count("{") for form in forms)
        assert len(names((group, *"abcdefgh"))) == len(forms)
        assert slots <= 8
    for stem in ("how=", "path=", "side=", "ruled:", "m:", "p:", "none/", "kind=", "proposed="):
        assert any(name.startswith(stem) for name in known), stem


def test_sums_are_those_of_the_names_that_keys_stand_for():
    network = ranker()
    rows = network._rows
    keys = [
        ("function", "nsubj", "money"),
        ("side", "before", "money", "rise", "ب"),
        ("is", "no such thing"),
    ]
    head = [keys[0], keys[1]]
    common = [("common", "kind", "money")]
    told = [[head, [keys[2]]], [[keys[1], keys[1]], head], [[]]]
    for _ in range(2):  # the rows of keys are made, then known
        found = network.sums(told, common)
        for row, summed in zip(told, found, strict=True):
            parts = [name for part in [*row, common] for key in part for name in names(key)]
            plain = sum(rows._embed[rows.names[name]] for name in parts if name in rows.names)
            assert np.allclose(summed, plain, atol=1e-5)
        rows._forget()


def test_figures_of_a_list_have_the_subject_of_the_list():
    text = (
        "Dubai Municipality said its inspectors made 1,200 visits in March. "
        "They issued 85 warnings and closed 4 shops."
    )
    facts = arnlp.facts(text, published="2024-04-02")
    told = [fact.subject.text for fact in facts if getattr(fact, "subject", None) is not None]
    assert told
    assert set(told) <= {"Dubai Municipality", "its inspectors", "inspectors"}


def test_texts_are_read_the_same_in_blocks_of_any_size(monkeypatch):
    text = " ".join(
        f"{name} received {n} ships and {n + 3} tankers in 20{n}. Its exports rose to {n * 7} tonnes."
        for n, name in enumerate(["Salalah Port", "Sohar Port", "Duqm", "Khasab Port"] * 3, 10)
    )
    whole = arnlp.facts(text)
    assert len(whole) > 30
    for size in (1, 5, 8):
        monkeypatch.setattr(choice, "_BLOCK", size)
        assert arnlp.facts(text) == whole


def test_candidates_of_a_kind_are_counted_from_the_figure_on_each_side():
    text = "the port of the ministry, the office 5 the bank"
    found = [one(text, name) for name in ("the port", "the ministry", "the office", "the bank")]
    found = [replace(c, head=i) for i, c in enumerate(found)]
    kinds = ["place", "org", "org", "org"]
    told = ordinals(kinds, found, text.index("5"), 0)
    assert told == [
        [("nth", "place<", "0", "1", "here")],
        [("nth", "org<", "1", "3", "here")],
        [("nth", "org<", "0", "3", "here")],
        [("nth", "org>", "0", "3", "here")],
    ]
