"""Train the model of names in Latin letters: python tests/generate/english_ner.py NER [--folds DIR]

Needs python-crfsuite. NER is a folder with uner-en-{pud-dev,ewt-dev,ewt-test}.iob2. With --folds, five models
are written into DIR, each trained without one sentence in five of PUD, and scored on these. arnlp/encoder/README.md is the model's card.
"""

import argparse
import random
from functools import cache
from pathlib import Path

import ner_file
import numpy as np
from name_chain import around, train_chain
from name_data import score, uner

from arnlp.encoder.chain import ChainTagger
from arnlp.encoder.latin_features import latin_features, marked
from arnlp.encoder.word_features import wide_features

TARGET = Path(__file__).parents[2] / "arnlp/encoder/ner-en.npz"
LABELS = ["B-LOC", "B-ORG", "B-PERS", "I-LOC", "I-ORG", "I-PERS", "O"]
FOLDS, TIMES = 5, 2  # how often PUD is repeated
FAR = ("w=", "S=", "G", "N", "P", "s2=", "p2=", "punct", "digit", "x=")
ITERATIONS = 70


@cache
def wide(word):
    """Return what a word tells of the words around it: features by distance."""
    return wide_features(latin_features(word), FAR)


def features_of(words):
    """Return the features of each word and of its neighbours, each with its distance."""
    return around([wide(word) for word in marked(words)])


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


def train(sentences, path):
    """Return the arrays of a model."""
    featured = ((features_of(words), tags) for words, tags in varied(sentences, random.Random(0)))
    weights, steps = train_chain(featured, LABELS, path, ITERATIONS)
    for a, before in enumerate(LABELS):
        for b, after in enumerate(LABELS):
            if after[0] == "I" and before[1:] != after[1:]:
                steps[a, b] = -30
    chain = {f: row for f, row in weights.items() if np.abs(row).max() > 0.01}
    starts = np.array([-30.0 if label[0] == "I" else 0 for label in LABELS], np.float32)
    return {
        **ner_file.chain_of(chain), "steps": steps, "starts": starts,
        "labels": ner_file.text(LABELS),
    }  # fmt: skip


def main():
    """Train, score, write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("ner", type=Path)
    parser.add_argument("--folds", type=Path)
    options = parser.parse_args()
    web = [s for part in ("dev", "test") for s in uner(options.ner / f"uner-en-ewt-{part}.iob2")]
    news = list(uner(options.ner / "uner-en-pud-dev.iob2"))
    base = [sentence for sentence in web if sentence[0]]
    gold, found = [], []
    for fold in range(FOLDS) if options.folds else (FOLDS,):
        kept = [sentence for i, sentence in enumerate(news) if i % FOLDS != fold]
        target = options.folds / f"ner-en-{fold}.npz" if options.folds else TARGET
        arrays = train(base + kept * TIMES, target.with_suffix(".crf"))
        target.with_suffix(".crf").unlink()
        ner_file.write(target, arrays)
        with np.load(target) as data:
            tagger = ChainTagger(dict(data))
        held_out = [sentence for i, sentence in enumerate(news) if i % FOLDS == fold]
        gold += [tags for _, tags in held_out]
        found += tagger.tags([words for words, _ in held_out])
        print(fold, score(gold, found) if gold else "", target.stat().st_size, flush=True)


if __name__ == "__main__":
    main()
