"""Make arnlp/lang/ar/name_evidence.tsv: python tests/generate/name_evidence.py NER MODEL [MODEL ...]

NER is a folder with anercorp-train.conll. The first nine tenths of its sentences are cut into as many parts
as there are MODELs; each is a file as ner.py writes it, trained without its part, so that what it is sure
of is what it would be of a new text. From the project alone:

    python tests/generate/ner.py arnlp/encoder/ner-ar.npz NER --folds 3 --out /tmp/ner-ar.npz
    python tests/generate/name_evidence.py NER /tmp/ner-ar-0.npz /tmp/ner-ar-1.npz /tmp/ner-ar-2.npz

To this come our own releases (corpora/ar), each TIMES. Bodies and
places of the rules that newswire's gold leaves out or has in part tell nothing, for releases want
governments, armies and ministries that it does not mark. A logistic model by Newton's method.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from name_data import conll, spans

import arnlp.names as names
import arnlp.pipeline as pipeline
from arnlp.encoder.tagger import Tagger, tagger
from arnlp.names.deciding import TYPES, candidates, evidence

ROOT = Path(__file__).parents[2]
TARGET = ROOT / "arnlp/lang/ar/name_evidence.tsv"
TYPE = {"PERS": "person", "LOC": "place", "ORG": "organization"}
TEXT = 20  # sentences
TIMES = 3
L2 = 10
LEAST = 15  # times that a feature is seen
TURNS = 12


def newswire(rows):
    """Yield texts with their names: (text, {(start, end, type)}, country)."""
    for at in range(0, len(rows), TEXT):
        text, gold = "", set()
        for words, tags in rows[at : at + TEXT]:
            edges = []
            for word in words:
                edges.append((len(text), len(text) + len(word)))
                text += word + " "
            text = text[:-1] + "\n"
            gold |= {
                (edges[a][0], edges[b - 1][1], TYPE[k]) for a, b, k in spans(tags) if k in TYPE
            }
        yield text, gold, None


def releases():
    """Yield our own releases in the same form."""
    for path in sorted((ROOT / "corpora/ar").glob("*.gold.json")):
        told = json.loads(path.read_text("utf-8"))
        entities = told.get("entities", [])
        if not entities or any("mentions" not in entity for entity in entities):
            continue
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text("utf-8")
        gold = {
            (*whole(text, m["start"], m["end"]), entity["type"])
            for entity in entities
            for m in entity["mentions"]
            if m["kind"] != "title" and entity["type"] in TYPES
        }
        yield text, gold, told.get("country")


def whole(text, start, end):
    """Return a span with the letters before and behind it."""
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return start, end


def weighed(text, country, model):
    """Return what the refiner would weigh in a text: candidates with their evidence and whole spans."""
    kept = []

    def keep(cursor, mentions):
        kept.append((cursor, evidence(cursor, candidates(cursor, mentions))))
        return mentions

    refiners, tell = names.REFINERS, pipeline.name_tagger
    names.REFINERS = tuple(keep if r is names.decide_names else r for r in refiners)
    pipeline.name_tagger = lambda _: model
    try:
        pipeline._journey(text, country=country)
    finally:
        names.REFINERS, pipeline.name_tagger = refiners, tell
    cursor, found = kept[-1]
    ends, start_of = cursor.tagged.ends, cursor.tagged.start_of
    return [(c, told, whole(text, start_of(c.first), ends[c.last - 1])) for c, told in found]


def tells_nothing(candidate, span, gold):
    """Tell whether newswire's gold leaves out what a rule claims, or has less of it."""
    if candidate.type == "person" or not candidate.is_kept:
        return False
    inside = [g for g in gold if g[0] < span[1] and span[0] < g[1]]
    return all(
        span[0] <= a and b <= span[1] and b - a < span[1] - span[0]
        and (type_ == candidate.type or (candidate.type, type_) == ("organization", "place"))
        for a, b, type_ in inside
    )  # fmt: skip


def rows_of(texts, model, news):
    """Yield what tells of a candidate, and whether it is a name."""
    for text, gold, country in texts:
        for candidate, told, span in weighed(text, country, model):
            right = (*span, candidate.type) in gold
            if right or not news or not tells_nothing(candidate, span, gold):
                yield told, right


def fitted(rows):
    """Return the weight of each feature."""
    counts = {}
    for told, _ in rows:
        for name in told:
            counts[name] = counts.get(name, 0) + 1
    kept = sorted(name for name, count in counts.items() if count >= LEAST)
    at = {name: i for i, name in enumerate(kept)}
    x, y = np.zeros((len(rows), len(kept))), np.array([right for _, right in rows], float)
    for i, (told, _) in enumerate(rows):
        for name, value in told.items():
            if name in at:
                x[i, at[name]] = value
    weights = np.zeros(len(kept))
    for _ in range(TURNS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - y) + L2 * weights
        bend = (x * (p * (1 - p))[:, None]).T @ x + L2 * np.eye(len(kept))
        weights -= np.linalg.solve(bend, slope)
    return dict(zip(kept, weights, strict=True))


def main():
    """Weigh, fit, write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("ner", type=Path)
    parser.add_argument("models", type=Path, nargs="+")
    options = parser.parse_args()
    sentences = conll(options.ner / "anercorp-train.conll")
    sentences = sentences[: len(sentences) * 9 // 10]
    rows, parts = [], len(options.models)
    for k, path in enumerate(options.models):
        with np.load(path) as data:
            model = Tagger(dict(data))
        part = sentences[len(sentences) * k // parts : len(sentences) * (k + 1) // parts]
        rows += rows_of(newswire(part), model, news=True)
    rows += list(rows_of(releases(), tagger(), news=False)) * TIMES
    lines = [f"{type_}\t{name}\t{w:.2f}" for (type_, name), w in fitted(rows).items()]
    head = [
        "# Made by tests/generate/name_evidence.py; do not edit. How much each sign tells for a name of its type (weights of a logistic model).",
        "type\tevidence\tweight",
    ]
    TARGET.write_text("\n".join(head + lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
