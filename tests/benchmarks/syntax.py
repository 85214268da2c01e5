"""How right words and clauses are: python tests/benchmarks/syntax.py [../shared] [--language ar|en] [--shipped]

Five-fold over the halves of Arabic and English PUD: the network is trained on four parts (and, in English,
on EWT) and scored on the fifth, over written words without marks (their host's part of speech; ADP, CCONJ,
SCONJ and PART count as one, AUX and VERB too). Needs torch, and minutes. ``--silver`` adds sentences that
a large model labelled (tests/generate/grammar_teacher.py); of a teacher that has seen the whole half the
scores are no fair ones. ``--shipped`` scores the models that ship, which have seen these sentences.
``--parts`` says what each part adds: a network over letters, the readings of the morphology, what words
settle against it, the rules over trees. ``--clauses`` scores the clauses annotated by hand in real texts (tests/real/clauses.offsets.json) instead.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import pickle
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from clause_scores import score as clause_score
from clause_scores import table
from morphology import plain
from ud import Sentence, read

import arnlp
from arnlp.encoder.grammar import LONGEST, Grammar, grammar
from arnlp.morphology import readings
from arnlp.syntax.clauses import Syntax, syntax_of
from arnlp.syntax.parser import choose, settle_in
from arnlp.syntax.phrases import spans_of
from arnlp.syntax.predicates import kinds_of
from arnlp.syntax.shape import shape_of
from arnlp.syntax.tree import Tree
from arnlp.text.tokens import kind_of

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests/real/clauses.offsets.json"
LIKE = {"CCONJ": "ADP", "SCONJ": "ADP", "PART": "ADP", "AUX": "VERB"}
FOLDS = 5
_LETTERS = (
    "w=",
    "n=",
    "k=",
    *(f"{end}{size}=" for end in "ps" for size in range(1, 5)),
)  # features
EPOCHS = {"ar": 20, "en": 10}


def parsed(
    model: Grammar, sentences: list[Sentence], language: str = "ar", settled: bool = True
) -> list[Tree]:
    """Return the trees that a model gives to sentences, as arnlp makes them."""
    batch = [[(word, kind_of(word)) for word in s.words[:LONGEST]] for s in sentences]
    out = []
    for sentence, found in zip(sentences, model.parse(batch), strict=True):
        words = sentence.words[:LONGEST]
        chosen = [choose(w, kind_of(w), p) for w, p in zip(words, found.pos, strict=True)]
        ends = [s + len(w) for s, w in zip(sentence.starts, words, strict=False)]
        tree = Tree(
            words, sentence.starts[: len(words)], ends, [r for r, _ in chosen],
            [p for _, p in chosen], found.heads, found.relations,
        )  # fmt: skip
        if settled:
            settle_in(language, tree)
        out.append(tree)
    return out


def count_words(sentence: Sentence, tree: Tree, count: Counter[str]) -> None:
    """Count parts of speech, verbs, heads and lemmas of verbs."""
    for at in range(len(tree.words)):
        gold = sentence.pos[at]
        if gold == "PUNCT" or sentence.hosts[at] < 0:
            continue
        gold, said = LIKE.get(gold, gold), LIKE.get(tree.pos[at], tree.pos[at])
        count["words"] += 1
        count["pos"] += gold == said
        count["verbs"] += gold == "VERB"
        count["verbs said"] += said == "VERB"
        count["verbs right"] += gold == said == "VERB"
        count["heads"] += sentence.heads[at] == tree.heads[at]
        same = _base(sentence.relations[at]) == _base(tree.relations[at])
        count["labelled"] += same and sentence.heads[at] == tree.heads[at]
        if gold == "VERB":
            lemma = plain(sentence.tokens[sentence.hosts[at]].lemma)
            if any(plain(r.lemma) == lemma for r in readings(tree.words[at])):
                count["lemmas"] += 1
                count["lemmas right"] += plain(tree.readings[at].lemma) == lemma


def _base(relation: str) -> str:
    return relation.partition(":")[0]


def unmended(tree: Tree) -> Syntax:
    """Return what the tree by itself says of clauses: nothing is hung elsewhere by rules."""
    shape = shape_of(tree)
    spans = spans_of(shape)
    kinds = kinds_of(shape, spans)
    spans.governs = [kind in ("verbal", "nominal") for kind in kinds]
    return Syntax(tree, shape, spans, kinds)


def parts_of(language: str, shared: Path, numbers: list[int]) -> None:
    """Print what each part adds: letters alone, readings of the morphology, what words settle, rules."""
    sys.path.insert(0, str(ROOT / "tests/generate"))
    import grammar as training

    training.torch.set_num_threads(1)
    first, others = training.treebanks(language, shared / "syntax")
    whole = list(read(shared / f"syntax/{language}-pud-dev.conllu"))
    every = training.features_of

    def letters(word: str) -> list[str]:
        return [feature for feature in every(word) if feature.startswith(_LETTERS)]

    steps = ("letters alone", "and readings", "and what words settle", "and rules")
    told: dict[str, tuple[Counter[str], Counter[tuple[str, str]]]] = {
        step: (Counter(), Counter()) for step in steps
    }
    for fold in numbers:
        gold = [s for i, s in enumerate(first) if i % FOLDS != fold] + others
        held = whole[fold::FOLDS]
        for step in steps:
            if step in steps[:2]:
                training.features_of = letters if step == steps[0] else every
                trained = training.train(gold, [], EPOCHS[language], 0.33, seed=fold)
                model = Grammar(training.arrays(trained))
            count, links = told[step]
            trees = parsed(model, held, language, settled=step in steps[2:])
            for sentence, tree in zip(held, trees, strict=True):
                count_words(sentence, tree, count)
                links += clause_score(sentence, (syntax_of if step == steps[3] else unmended)(tree))
        for step in steps:
            print(f"{language} after part {fold}, {step}\n{report(*told[step])}", flush=True)


def report(count: Counter[str], links: Counter[tuple[str, str]]) -> str:
    """Return the figures as lines."""

    def share(part: str, whole: str) -> float:
        return count[part] / max(1, count[whole])

    verbs = 2 * count["verbs right"] / max(1, count["verbs"] + count["verbs said"])
    return (
        f"parts of speech {share('pos', 'words'):.3f} of {count['words']}, verbs F1 {verbs:.3f}, "
        f"lemmas of verbs {share('lemmas right', 'lemmas'):.3f} of {count['lemmas']}, "
        f"heads {share('heads', 'words'):.3f}, with relation {share('labelled', 'words'):.3f}\n"
        + table(links)
    )


def folds(language: str, shared: Path, silver: list[Any], parts: list[int]) -> None:
    """Train and score fold by fold."""
    sys.path.insert(0, str(ROOT / "tests/generate"))
    import torch
    from grammar import AGAIN, arrays, train, treebanks

    torch.set_num_threads(1)
    first, others = treebanks(language, shared / "syntax")
    whole = list(read(shared / f"syntax/{language}-pud-dev.conllu"))
    count: Counter[str] = Counter()
    links: Counter[tuple[str, str]] = Counter()
    for fold in parts:
        kept = [s for i, s in enumerate(first) if i % FOLDS != fold]
        gold = kept * (AGAIN[language] if silver else 1) + others
        trained = train(gold, silver, EPOCHS[language], 0.2 if silver else 0.33, seed=fold)
        held = whole[fold::FOLDS]
        for sentence, tree in zip(
            held, parsed(Grammar(arrays(trained)), held, language), strict=True
        ):
            count_words(sentence, tree, count)
            links += clause_score(sentence, syntax_of(tree))
        print(f"{language} after part {fold}\n{report(count, links)}", flush=True)


def shipped(language: str, shared: Path) -> None:
    """Score the model that ships on sentences that it has seen."""
    count: Counter[str] = Counter()
    links: Counter[tuple[str, str]] = Counter()
    whole = list(read(shared / f"syntax/{language}-pud-dev.conllu"))
    for sentence, tree in zip(whole, parsed(grammar(language), whole, language), strict=True):
        count_words(sentence, tree, count)
        links += clause_score(sentence, syntax_of(tree))
    print(f"{language} shipped, seen\n{report(count, links)}")


def texts_of(gold: dict[str, Any], shared: Path, folder: Path | None) -> dict[str, str]:
    """Return the annotated texts that are there, by name: rows of shared/texts, and files of a folder."""
    found: dict[str, str] = {}
    rows: dict[str, list[str]] = {}
    for name, told in gold["texts"].items():
        text = None
        if "file" in told:
            path = shared / f"texts/{told['file']}.jsonl.xz"
            if told["file"] not in rows and path.exists():
                rows[told["file"]] = lzma.decompress(path.read_bytes()).decode().splitlines()
            lines = rows.get(told["file"], [])
            text = json.loads(lines[told["row"]])["text"] if told["row"] < len(lines) else None
        elif folder is not None and (folder / f"{name}.txt").exists():
            text = (folder / f"{name}.txt").read_text("utf-8")
        if text is not None and hashlib.sha256(text.encode()).hexdigest() == told["sha256"]:
            found[name] = text
    return found


def clause_counts(gold: list[dict[str, Any]], texts: dict[str, str]) -> Counter[tuple[str, str]]:
    """Count by language and kind the clauses wanted, their predicates found, and these with the right subject."""
    counts: Counter[tuple[str, str]] = Counter()
    found = {name: arnlp.clauses(text) for name, text in texts.items()}
    for wanted in gold:
        if wanted["text"] not in found:
            counts["left out", ""] += 1
            continue
        kind = f"{wanted['language']} {wanted['kind']}"
        start, end = wanted["predicate"]
        same = [
            c for c in found[wanted["text"]] if c.predicate.start < end and start < c.predicate.end
        ]
        counts[kind, "wanted"] += 1
        counts[kind, "predicate"] += bool(same)
        counts[kind, "right"] += any(has_subject(wanted, c) for c in same)
    return counts


def has_subject(wanted: dict[str, Any], clause: arnlp.Clause) -> bool:
    """Tell whether a clause has the subject wanted: it covers the head and not the predicate."""
    if "head" not in wanted:  # of a relative clause, or shared: what it is may be told or not
        return True
    if clause.subject is None:
        return False
    start, end = wanted["head"]
    at = clause.predicate
    covers = clause.subject.start < end and start < clause.subject.end
    return covers and not (clause.subject.start <= at.start and at.end <= clause.subject.end)


def clauses(shared: Path, folder: Path | None) -> None:
    """Print how many clauses annotated by hand are found, and of these have the right subject."""
    gold = json.loads(GOLD.read_text("utf-8"))
    counts = clause_counts(gold["clauses"], texts_of(gold, shared, folder))
    for kind in sorted({kind for kind, told in counts if told}):
        print(kind, {name: counts[kind, name] for name in ("wanted", "predicate", "right")})
    print(f"left out, their texts are not there: {counts['left out', '']}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path, nargs="?", default=ROOT.parent / "shared")
    parser.add_argument("--language", choices=("ar", "en"))
    parser.add_argument("--shipped", action="store_true")
    parser.add_argument("--silver", type=Path, nargs="*", default=[])
    parser.add_argument("--fold", type=int, nargs="*", default=list(range(FOLDS)))
    parser.add_argument("--parts", action="store_true", help="say what each part adds")
    parser.add_argument("--clauses", action="store_true")
    parser.add_argument("--texts", type=Path, help="a folder with the texts of tests/real")
    options = parser.parse_args()
    if options.clauses:
        clauses(options.shared, options.texts)
        return
    silver = [s for path in options.silver for s in pickle.loads(path.read_bytes())]
    for language in [options.language] if options.language else ["ar", "en"]:
        if options.shipped:
            shipped(language, options.shared)
        elif options.parts:
            parts_of(language, options.shared, options.fold)
        else:
            folds(language, options.shared, silver, options.fold)


if __name__ == "__main__":
    main()
