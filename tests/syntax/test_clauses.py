"""The case file of clauses: sentences with their tree, and what each clause says."""

from __future__ import annotations

import random
import time

import pytest
from gold_trees import chosen
from support import load

from arnlp.model.words import Clause
from arnlp.syntax.clauses import Syntax, syntax_of
from arnlp.syntax.output import clauses_out, words_out
from arnlp.syntax.tree import Tree

CASES = load("clauses")["case"]
RELATIONS = (
    "nsubj",
    "obj",
    "obl",
    "nmod",
    "conj",
    "acl",
    "amod",
    "case",
    "mark",
    "aux",
    "cop",
    "xcomp",
)
TAGS = ("VERB", "NOUN", "ADJ", "ADP", "PRON", "NUM", "PUNCT", "PROPN", "AUX", "SCONJ")


def tree_of(line: str) -> tuple[str, Tree]:
    """Return text and tree of a line of the case file: word/TAG/head/relation, heads from 1."""
    rows = [part.rsplit("/", 3) for part in line.split()]
    text = ""
    starts, ends = [], []
    for word, *_ in rows:
        starts.append(len(text))
        text += word
        ends.append(len(text))
        text += " "
    return text, Tree(
        [row[0] for row in rows],
        starts,
        ends,
        [chosen(row[0], row[1]) for row in rows],
        [row[1] for row in rows],
        [int(row[2]) - 1 for row in rows],
        [row[3] for row in rows],
    )


def said(clause: Clause, syntax: Syntax, number: int) -> dict[str, object]:
    """Return what a clause says, as the case file writes it."""
    out: dict[str, object] = clause.model_dump()
    inner = syntax.clauses[number]
    for name in ("subject", "object", "noun", "predicate"):
        out[name] = out[name]["text"] if out[name] else ""
    out["arguments"] = [f"{a.marker} {a.text}" for a in clause.arguments]
    out["lemma"], out["by"] = inner.lemma, inner.subject_by
    words = syntax.tree.words
    for name in ("topic", "antecedent", "measured", "complement"):
        phrase = getattr(inner, name)
        out[name] = " ".join(words[phrase.short_first : phrase.short_stop]) if phrase else ""
    out["inner"] = [a.inner[0] for a in inner.arguments if a.inner]
    return out


@pytest.mark.parametrize("case", CASES, ids=[case["tree"].split("/")[0] for case in CASES])
def test_clauses(case):
    text, tree = tree_of(case["tree"])
    syntax = syntax_of(tree)
    found = [said(c, syntax, n) for n, c in enumerate(clauses_out(text, syntax))]
    for wanted in case["clauses"]:
        same = [row for row in found if row["predicate"] == wanted["predicate"]]
        told = [{key: row[key] for key in wanted} for row in same]
        assert wanted in told
    for word in case.get("none", ()):
        assert word not in {row["predicate"] for row in found}


def wild(tree: Tree, dice: random.Random) -> Tree:
    """Return the words of a tree with heads, relations and parts of speech by chance."""
    size = len(tree.words)
    return Tree(
        tree.words, tree.starts, tree.ends, tree.readings,
        [dice.choice(TAGS) for _ in range(size)],
        [dice.randrange(-1, size) for _ in range(size)],
        [dice.choice(RELATIONS) for _ in range(size)],
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(20))
def test_any_tree_gives_spans_of_the_text(seed):
    dice = random.Random(seed)
    for case in CASES:
        text, tree = tree_of(case["tree"])
        tree = wild(tree, dice)
        assert len(words_out(text, tree)) == len(tree.words)
        for clause in clauses_out(text, syntax_of(tree)):
            Clause.model_validate(clause.model_dump())
            spans = [clause, clause.subject, clause.object, *clause.arguments]
            for span in filter(None, spans):
                assert span.text == text[span.start : span.end]
                assert span.text.strip()
            subject = clause.subject
            if subject and clause.kind == "verbal":
                inside = subject.start <= clause.predicate.start < subject.end
                assert not inside or clause.function == "relative"


def test_an_empty_sentence_has_no_clauses():
    assert syntax_of(Tree([], [], [], [], [], [], [])).clauses == []


@pytest.mark.parametrize("shape", ["left", "right", "star", "coordinated"])
def test_five_thousand_words_take_no_longer_than_their_number(shape):
    def seconds(size: int) -> float:
        _, tree = tree_of(CASES[0]["tree"])
        times = size // len(tree.words) + 1
        heads = {
            "left": [at - 1 for at in range(size)],
            "right": [*range(1, size), -1],
            "star": [-1] + [0] * (size - 1),
            "coordinated": [at - 1 for at in range(size)],
        }[shape]
        relations = ["conj"] * size if shape == "coordinated" else (tree.relations * times)[:size]
        long = Tree(
            (tree.words * times)[:size], [9 * at for at in range(size)],
            [9 * at + 5 for at in range(size)], (tree.readings * times)[:size],
            (tree.pos * times)[:size], heads, relations,
        )  # fmt: skip
        start = time.process_time()
        syntax_of(long)
        return time.process_time() - start

    seconds(100)
    assert min(seconds(5000) for _ in range(3)) < 12 * max(
        0.01, min(seconds(1000) for _ in range(3))
    )
