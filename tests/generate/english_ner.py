"""Train the model of names in Latin letters: python tests/generate/english_ner.py NER [--silver FILE] [--folds DIR]

Needs python-crfsuite. NER is a folder with uner-en-{pud-dev,ewt-dev,ewt-test}.iob2; FILE is what
tests/generate/name_teacher.py wrote. With --folds, five models are written into DIR, each trained without
one sentence in five of PUD, and scored on these. arnlp/encoder/README.md is the model's card.
"""

import argparse
import pickle
import random
from pathlib import Path

import ner_file
import numpy as np
import pycrfsuite
from name_data import best, score, uner

from arnlp.encoder.chain import ChainTagger
from arnlp.encoder.latin_features import latin_features, marked

TARGET = Path(__file__).parents[2] / "arnlp/encoder/ner-en.npz"
LABELS = ["B-LOC", "B-ORG", "B-PERS", "I-LOC", "I-ORG", "I-PERS", "O"]
FOLDS, TIMES = 5, 2  # how often PUD is repeated
SURE = 0.35  # the least share of a label for a silver sentence to be taken
FAR = ("w=", "S=", "G", "N", "P", "s2=", "p2=", "punct", "digit", "x=")
ITERATIONS = 70
KNOWN = {}


def wide(word):
    """Return what a word tells of the words around it: features by distance, two words either way."""
    if word not in KNOWN:
        own = latin_features(word)
        near = [f for f in own if not f.startswith("len=")]
        far = [f for f in own if f.startswith(FAR)]
        KNOWN[word] = {
            o: [f"{o}:{f}" for f in (own if not o else near if abs(o) == 1 else far)]
            for o in range(-2, 3)
        }
    return KNOWN[word]


def features_of(words):
    """Return the features of each word and of its neighbours, each with its distance."""
    own = [wide(word) for word in marked(words)]
    return [
        [f for o in range(-2, 3) if 0 <= i + o < len(words) for f in own[i + o][o]]
        for i in range(len(words))
    ]


def varied(sentences, dice):
    """Return sentences with copies of some: in capitals, as headlines, without marks."""
    out = list(sentences)
    for words, tags in sentences:
        one = dice.random()
        if one < 0.06:
            out.append(([w.upper() for w in words], tags))
        elif one < 0.10:
            out.append(([w[0].upper() + w[1:] for w in words], tags))
        elif one < 0.18:
            kept = [(w, t) for w, t in zip(words, tags, strict=True) if w[0].isalnum()]
            if len(kept) > 3:
                out.append(([w for w, _ in kept], [t for _, t in kept]))
    return out


def silver(path):
    """Return the sentences of which the teacher is sure enough."""
    said, _ = pickle.loads(path.read_bytes())
    out = []
    for one in said:
        tags = best(one["scores"])
        if np.exp(one["scores"].astype(np.float32)).max(1).min() >= SURE:
            out.append((one["words"], [t if t[2:] != "MISC" else "O" for t in tags]))
    return out


def train(sentences, path):
    """Return the arrays of a model."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for words, tags in varied(sentences, random.Random(0)):
        trainer.append(features_of(words), tags)
    trainer.set_params(
        {"c1": 0.1, "c2": 0.01, "max_iterations": ITERATIONS, "feature.possible_transitions": True}
    )
    trainer.train(str(path))
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    info = tagger.info()
    index = {label: i for i, label in enumerate(LABELS)}
    weights = {}
    for (feature, label), weight in info.state_features.items():
        weights.setdefault(feature, np.zeros(len(LABELS), np.float32))[index[label]] = weight
    steps = np.zeros((len(LABELS), len(LABELS)), np.float32)
    for (before, after), weight in info.transitions.items():
        steps[index[before], index[after]] = weight
    for a, before in enumerate(LABELS):
        for b, after in enumerate(LABELS):
            if after[0] == "I" and before[1:] != after[1:]:
                steps[a, b] = -30
    chain = {f: row for f, row in sorted(weights.items()) if np.abs(row).max() > 0.01}
    starts = np.array([-30.0 if label[0] == "I" else 0 for label in LABELS], np.float32)
    return {
        **ner_file.chain_of(chain), "steps": steps, "starts": starts,
        "labels": ner_file.text(LABELS),
    }  # fmt: skip


def main():
    """Train, score, write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("ner", type=Path)
    parser.add_argument("--silver", type=Path)
    parser.add_argument("--folds", type=Path)
    options = parser.parse_args()
    web = [s for part in ("dev", "test") for s in uner(options.ner / f"uner-en-ewt-{part}.iob2")]
    news = list(uner(options.ner / "uner-en-pud-dev.iob2"))
    base = [(s["words"], s["tags"]) for s in web if s["words"]]
    base += silver(options.silver) if options.silver else []
    gold, found = [], []
    for fold in range(FOLDS) if options.folds else (FOLDS,):
        kept = [(s["words"], s["tags"]) for i, s in enumerate(news) if i % FOLDS != fold]
        target = options.folds / f"ner-en-{fold}.npz" if options.folds else TARGET
        arrays = train(base + kept * TIMES, target.with_suffix(".crf"))
        target.with_suffix(".crf").unlink()
        ner_file.write(target, arrays)
        with np.load(target) as data:
            tagger = ChainTagger(dict(data))
        held_out = [s for i, s in enumerate(news) if i % FOLDS == fold]
        gold += [s["tags"] for s in held_out]
        found += tagger.tags([s["words"] for s in held_out])
        print(fold, score(gold, found) if gold else "", target.stat().st_size, flush=True)


if __name__ == "__main__":
    main()
