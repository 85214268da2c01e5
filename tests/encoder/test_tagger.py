"""The statistical model by itself."""

from __future__ import annotations

import pytest
from support import SHARED

from arnlp.encoder.tagger import tagger
from arnlp.names import backends

TEXT = "وأعرب الكاتب البريطاني داميان غرينوود عن سعادته في برلين."
NER = SHARED / "ner" / "anercorp-train.conll"


@pytest.mark.parametrize("words", [[], ["."], ["1"] * 5000, ["\u064b"], ["في"] * 3, ["x" * 10000]])
def test_the_model_takes_any_words(words):
    assert [len(tags) for tags in tagger().tags([words, ["في", "دبي"]])] == [len(words), 2]


def test_sentences_do_not_tell_each_other_apart():
    """A sentence has the same labels alone and among others: nothing leaks over its edges."""
    sentences = [TEXT.split(), ["قال", "محمد", "العلي"], ["دبي"], TEXT.split()[::-1]]
    together = tagger().tags(sentences)
    assert together == [tagger().tags([sentence])[0] for sentence in sentences]


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
