"""What finds names beside the rules: our own model, none, or CAMeL Tools."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

import arnlp
from arnlp.names import backends

TEXT = "وأعرب الكاتب البريطاني داميان غرينوود عن سعادته في برلين."


def test_rules_alone_leave_out_what_nothing_announces():
    assert [e.name for e in arnlp.entities(TEXT, entities="rules") if e.type == "person"] == []
    assert [e.name for e in arnlp.entities(TEXT) if e.type == "person"] == ["داميان غرينوود"]


def test_rules_alone_need_no_weights(monkeypatch):
    def never():
        raise AssertionError("the model was loaded")

    monkeypatch.setattr(backends, "tagger", never)
    assert arnlp.extract(TEXT, entities="rules").entities


@pytest.mark.parametrize("option", ["entities", "romanizer"])
def test_options_that_make_no_sense_are_named(option):
    with pytest.raises(arnlp.InvalidOption, match=option):
        arnlp.extract(TEXT, **{option: "guess"})


LABELS = ["O", "B-LOC", "I-LOC", "B-PERS", "I-PERS", "B-ORG", "I-ORG"]
WHERE = "في خوارزمستان"
ASK = f"import arnlp; print([(e.type, e.name) for e in arnlp.extract({WHERE!r}, entities='camel').entities])"


@pytest.fixture
def camel_data(tmp_path):
    """Return a data folder of CAMeL Tools with a BERT of one layer, made here, that calls all words places."""
    pytest.importorskip("camel_tools")
    transformers = pytest.importorskip("transformers")
    torch = pytest.importorskip("torch")
    model_path = tmp_path / "data/ner/tiny"
    model_path.mkdir(parents=True)
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *sorted(set(WHERE))]
    (model_path / "vocab.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    config = transformers.BertConfig(
        vocab_size=len(vocabulary), hidden_size=8, num_hidden_layers=1, num_attention_heads=1,
        intermediate_size=8, num_labels=len(LABELS), id2label=dict(enumerate(LABELS)),
        label2id={label: i for i, label in enumerate(LABELS)},
    )  # fmt: skip
    model = transformers.BertForTokenClassification(config)
    with torch.no_grad():
        model.classifier.weight.zero_()
        model.classifier.bias.copy_(torch.tensor([0.0, 9.0, 0, 0, 0, 0, 0]))
    model.save_pretrained(model_path)
    transformers.BertTokenizer(str(model_path / "vocab.txt")).save_pretrained(model_path)
    dataset = {"tiny": {"path": "ner/tiny"}}
    components = {"NamedEntityRecognition": {"default": "tiny", "datasets": dataset}}
    catalogue = {"version": "1", "packages": {}, "components": components}
    (tmp_path / "catalogue.json").write_text(json.dumps(catalogue), encoding="utf-8")
    return tmp_path


def _asked(**environment):
    return subprocess.run(
        [sys.executable, "-c", ASK],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
    )


def test_camel_can_be_the_statistical_part(camel_data):
    done = _asked(CAMELTOOLS_DATA=str(camel_data))
    assert done.stdout.strip() == "[('place', 'خوارزمستان')]", done.stderr


def test_camel_without_its_package_or_data_says_what_to_do(tmp_path):
    done = _asked(CAMELTOOLS_DATA=str(tmp_path))
    assert done.returncode == 1
    assert "InvalidOption: entities" in done.stderr
    assert "camel" in done.stderr.splitlines()[-1]
