"""The statistical model by itself."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from support import SHARED

from arnlp.encoder import chain, spellings
from arnlp.encoder.chain import latin_tagger
from arnlp.encoder.path import Paths
from arnlp.encoder.tagger import tagger
from arnlp.names import backends

TEXT = "وأعرب الكاتب البريطاني داميان غرينوود عن سعادته في برلين."
LATIN = "The writer Maria Jensen moved to Chicago with her brother ."
NER = SHARED / "ner" / "anercorp-train.conll"


@pytest.mark.parametrize("words", [[], ["."], ["1"] * 5000, ["\u064b"], ["في"] * 3, ["x" * 10000]])
def test_the_model_takes_any_words(words):
    assert [len(tags) for tags in tagger().tags([words, ["في", "دبي"]])] == [len(words), 2]


def test_sentences_do_not_tell_each_other_apart():
    """A sentence has the same labels alone and among others: nothing leaks over its edges."""
    sentences = [TEXT.split(), ["قال", "محمد", "العلي"], ["دبي"], TEXT.split()[::-1]]
    together = tagger().tags(sentences)
    assert together == [tagger().tags([sentence])[0] for sentence in sentences]


def test_labels_stay_the_same_when_spellings_are_forgotten(monkeypatch):
    monkeypatch.setattr(spellings, "_MAX_ROWS", 20)
    sentences = [TEXT.split(), [f"كلمة{n}" for n in range(50)], ["قال", "محمد", "العلي"]]
    assert [tagger().tags([s])[0] for s in sentences * 2] == tagger().tags(sentences * 2)


def test_the_best_path_is_that_of_a_plain_search():
    rng = np.random.default_rng(7)
    steps, starts = rng.normal(size=(4, 4)).astype("f4"), rng.normal(size=4).astype("f4")
    paths = Paths(np, steps, starts, 3)
    for sizes in ([1], [3, 1, 5], [6, 6, 2]):
        edges = np.cumsum([0, *(size + 1 for size in sizes)])
        scores = rng.normal(size=(edges[-1] + 1, 4)).astype("f4")
        found = paths.best(scores, edges)
        for edge, size in zip(edges, sizes, strict=False):
            rows = scores[edge + 1 : edge + 1 + size].astype(float)
            every = itertools.product(range(4), repeat=size)
            value = {
                path: starts[path[0]]
                + sum(row[j] for row, j in zip(rows, path, strict=True))
                + sum(steps[a, b] for a, b in itertools.pairwise(path))
                for path in every
            }
            assert tuple(found[edge + 1 : edge + 1 + size]) == max(value, key=value.__getitem__)


def _sentences(path):
    words, tags = [], []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        parts = line.split()
        if len(parts) == 2:
            words.append(parts[0])
            tags.append(parts[1])
        elif words:
            yield words, tags
            words, tags = [], []


def _names(tags):
    return set(backends.labelled_spans(tags))


@pytest.mark.skipif(not NER.is_file(), reason="the annotated newswire is not here")
def test_the_model_holds_its_score_on_the_held_out_part():
    sentences = list(_sentences(NER))
    held_out = sentences[len(sentences) * 9 // 10 :]
    found = tagger().tags([words for words, _ in held_out])
    pairs = [(_names(gold), _names(tags)) for (_, gold), tags in zip(held_out, found, strict=True)]
    right = sum(len(gold & got) for gold, got in pairs)
    total = sum(len(gold) + len(got) for gold, got in pairs)
    assert 2 * right / total >= 0.74


@pytest.mark.parametrize("words", [[], ["."], ["1"] * 5000, ["\x02"], ["the"] * 3, ["x" * 10000]])
def test_the_latin_model_takes_any_words(words):
    assert [len(tags) for tags in latin_tagger().tags([words, ["in", "Oslo"]])] == [len(words), 2]


def test_latin_sentences_do_not_tell_each_other_apart(monkeypatch):
    """Labels are the same alone, among others, and when spellings are forgotten."""
    sentences = [LATIN.split(), LATIN.upper().split(), ["Oslo"], LATIN.split()[::-1]]
    alone = [latin_tagger().tags([sentence])[0] for sentence in sentences]
    assert latin_tagger().tags(sentences) == alone
    monkeypatch.setattr(chain, "_MAX_ROWS", 12)
    assert latin_tagger().tags(sentences * 2) == alone * 2


def test_capitals_do_not_hide_latin_names():
    found = latin_tagger().names([LATIN.split(), LATIN.upper().split()])
    assert [[name.type for name in names] for names in found] == [["person", "place"]] * 2
