"""What words decide against the network: a preposition behind and is one, Exports exceed has a subject."""

from __future__ import annotations

import pytest

from arnlp.morphology import readings
from arnlp.syntax.parser import choose
from arnlp.syntax.settling import settle
from arnlp.syntax.settling_english import settle_english
from arnlp.syntax.tree import Tree
from arnlp.text.tokens import WORD


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


@pytest.mark.parametrize(
    ("rows", "noun", "verb"),
    [
        ("Visits/VERB/0/root exceed/VERB/1/xcomp 3/NUM/4/nummod million/NUM/2/obj", 0, 1),
        ("Visits/NOUN/0/root of/ADP/3/case teams/NOUN/1/nmod exceed/VERB/1/acl 30/NUM/4/obj", 0, 3),
        ("Costs/NOUN/0/root outpace/VERB/3/amod gains/NOUN/1/obj", 0, 1),
        ("Deposits/NOUN/2/nsubj total/ADJ/4/amod 3/NUM/4/nummod million/NUM/0/root", 0, 1),
        ("Reserves/VERB/0/root top/ADJ/4/amod 3/NUM/4/nummod million/NUM/1/obj", 0, 1),
        (  # a name before them
            "Oman/PROPN/2/nsubj exports/VERB/0/root exceed/VERB/2/xcomp 9/NUM/5/nummod tonnes/NOUN/3/obj",
            1, 2,
        ),
    ],
)  # fmt: skip
def test_a_plural_before_a_base_form_is_its_subject(rows, noun, verb):
    tree = tree_of(rows)
    settle_english(tree)
    assert (tree.pos[noun], tree.heads[noun], tree.relations[noun]) == ("NOUN", verb, "nsubj")
    assert (tree.pos[verb], tree.heads[verb]) == ("VERB", -1)
    assert tree.relations[len(tree.words) - 1] == "obj"


@pytest.mark.parametrize(
    "rows",
    [
        "Helps/VERB/0/root improve/VERB/1/xcomp roads/NOUN/2/obj",
        "Opens/VERB/0/root new/ADJ/3/amod schools/NOUN/1/obj",
        "Ways/NOUN/0/root to/PART/3/mark save/VERB/1/acl water/NOUN/3/obj",
        "Cases/NOUN/0/root put/VERB/1/acl forward/ADV/2/advmod",
        "Books/NOUN/0/root pupils/NOUN/3/nsubj read/VERB/1/acl",
    ],
)
def test_other_words_stay(rows):
    tree, before = tree_of(rows), tree_of(rows)
    settle_english(tree)
    assert (tree.pos, tree.heads) == (before.pos, before.heads)


def test_a_name_that_is_written_like_a_future_is_none():
    reading, pos = choose("سيغال", WORD, "PROPN")
    assert (reading.lemma, reading.chain.clitics, pos) == ("سيغال", (), "PROPN")
    assert choose("سيغال", WORD, "VERB")[0].chain.clitics


@pytest.mark.parametrize(
    ("rows", "head", "relation"),
    [
        ("صرح/VERB/0/root به/ADP/3/case مصدر/NOUN/1/obl", 0, "nsubj"),
        ("سقطت/VERB/0/root به/ADP/3/case عام/NOUN/1/obl 1990/NUM/3/nummod", 0, "obl"),
    ],
)
def test_a_preposition_with_a_pronoun_governs_nothing_else(rows, head, relation):
    tree = tree_of(rows)
    settle(tree)
    assert (tree.heads[1], tree.relations[1]) == (0, "obl")
    assert (tree.heads[2], tree.relations[2]) == (head, relation)


def test_one_that_opens_a_clause_stays():
    tree = tree_of(
        "وصل/VERB/0/root زوار/NOUN/1/nsubj ،/PUNCT/5/punct بينهم/ADP/5/case أطفال/NOUN/1/obl"
    )
    settle(tree)
    assert (tree.heads[3], tree.relations[3]) == (4, "case")


def test_due_to_is_one_preposition():
    tree = tree_of(
        "Schools/NOUN/2/nsubj closed/VERB/0/root due/ADJ/2/xcomp to/ADP/5/case rain/NOUN/2/obl"
    )
    settle_english(tree)
    assert tree.heads == [1, -1, 4, 2, 1]
    assert tree.relations[2:4] == ["case", "fixed"]


@pytest.mark.parametrize(
    ("rows", "word", "number"),
    [
        ("حضر/VERB/0/root مديرا/NOUN/1/nsubj المدرستين/NOUN/2/nmod", 1, "Dual"),
        ("افتتح/VERB/0/root 62/NUM/3/nummod مركزا/NOUN/1/obj المدير/NOUN/1/nsubj", 2, "Sing"),
        ("ترك/VERB/0/root مديرا/NOUN/1/obj المدرسة/NOUN/2/nmod", 1, "Sing"),
    ],
)
def test_a_subject_before_its_genitive_is_the_dual(rows, word, number):
    tree = tree_of(rows)
    settle(tree)
    assert ("Number", number) in tree.readings[word].bundle.features
