"""What words decide against the network: a preposition behind and is one."""

from __future__ import annotations

import pytest

from arnlp.morphology import readings
from arnlp.syntax.settling import settle
from arnlp.syntax.tree import Tree


def tree_of(rows: str) -> Tree:
    """Return a tree written as word/TAG/head/relation, heads counted from 1."""
    cells = [row.split("/") for row in rows.split()]
    words = [cell[0] for cell in cells]
    starts = [sum(len(word) + 1 for word in words[:at]) for at in range(len(words))]
    return Tree(
        words,
        starts,
        [start + len(word) for start, word in zip(starts, words, strict=True)],
        [readings(word)[0] for word in words],
        [cell[1] for cell in cells],
        [int(cell[2]) - 1 for cell in cells],
        [cell[3] for cell in cells],
    )


@pytest.mark.parametrize(
    ("rows", "word", "noun", "head", "relation"),
    [
        (  # two of one verb
            "سافر/VERB/0/root الوفد/NOUN/1/nsubj إلى/ADP/4/case تونس/PROPN/1/obl وإلى/CCONJ/4/cc ليبيا/PROPN/4/nmod",
            4, 5, 0, "obl",
        ),
        ("ومن/PART/2/compound:prt المرجح/NOUN/0/root أن/SCONJ/4/mark ينجح/VERB/2/xcomp", 0, 1, -1, "root"),
        ("ومن/PART/0/root المرجح/NOUN/1/nmod أن/SCONJ/4/mark ينجح/VERB/2/xcomp", 0, 1, -1, "root"),
        (  # the noun behind a determiner
            "عمل/VERB/0/root هنا/ADV/1/advmod وفي/CCONJ/1/cc بعض/DET/5/det المدن/NOUN/1/obl", 2, 4, 0, "obl",
        ),
    ],
)  # fmt: skip
def test_a_preposition_behind_and_governs_what_follows(rows, word, noun, head, relation):
    tree = tree_of(rows)
    settle(tree)
    assert (tree.pos[word], tree.heads[word], tree.relations[word]) == ("ADP", noun, "case")
    assert (tree.heads[noun], tree.relations[noun]) == (head, relation)


@pytest.mark.parametrize(
    "rows",
    [
        "حضر/VERB/0/root الجميع/NOUN/1/nsubj وحتى/CCONJ/4/cc الصغار/NOUN/2/conj",
        "شرح/VERB/0/root الأمر/NOUN/1/obj وبين/VERB/1/conj أسبابه/NOUN/3/obj",
    ],
)
def test_even_and_verbs_stay(rows):
    tree = tree_of(rows)
    settle(tree)
    assert tree.pos[2] != "ADP"
    assert tree.relations[2] in ("cc", "conj")
