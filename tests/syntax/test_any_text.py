"""Any text has sound words, clauses and CoNLL-U: offsets, one root, no circle, linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import run

import arnlp
from arnlp.model.errors import InvalidOption
from arnlp.syntax import conllu

PARTS = [
    "أن", "إن", "هناك", "تم", "كان", "وهذا", "ما", "الذي", "من", "كل", "حفظه", "الله", "تجهيز", "المركز",
    "ارتفعت", "قيمة", "الصادرات", "بنسبة", "5", "%", "،", ".", "(", ")", "«", "»", "-", "ـ", "\n", "\n\n",
    "Sen", "Sens.", "J.", "I've", "isn't", "said", "Stone", "the", "plan", "which", "has", "rose", "to",
    "and", '"', "doing", "is", "there", "1.", "\u200f", "\u202e", "\x00", "\ud800", "é", "中", "🙂",
]  # fmt: skip
BROKEN = [
    "", " ", "\n\n", ".", "...", "((((", "\x00" * 9, "\ud800\udc00\ud800", "أ\udfffب", "\u202eabc\u202c أبج",
    "أ", "a", "،،،", "﷽", "a\u0301" * 50, "-\n-\n-",
    "and - 2024 5 = 5", "and - = 2024 \u00b0 12", "7 7 % 12.5 7 = - 12",
]  # fmt: skip


def check(text: str) -> None:
    words = arnlp.words(text)
    last = 0
    for word in words:
        assert last <= word.start < word.end <= len(text)
        assert text[word.start : word.end] == word.text
        last = word.end
        for clitic in word.clitics:
            assert word.start <= clitic.start <= clitic.end <= word.end
    predicates = {(word.start, word.end) for word in words}
    clauses = arnlp.clauses(text)
    for clause in clauses:
        assert (clause.predicate.start, clause.predicate.end) in predicates
        assert clause.parent is None or 0 <= clause.parent < len(clauses)
        spans = [clause, clause.subject, clause.object, clause.noun, *clause.arguments]
        for span in filter(None, spans):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end] == span.text
    check_conllu(conllu(text), len(words))


def check_conllu(written: str, size: int) -> None:
    """Check what CoNLL-U demands of rows and heads."""
    count = 0
    for block in written.split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and line[0] != "#"]
        heads = [int(row[6]) for row in rows]
        for at, row in enumerate(rows, 1):
            assert len(row) == 10, row
            assert all(row), row
            assert row[0] == str(at)
            assert 0 <= heads[at - 1] <= len(rows)
            assert heads[at - 1] != at
            assert (row[7] == "root") == (heads[at - 1] == 0)
            seen = set()
            while at:
                assert at not in seen, "circle"
                seen.add(at)
                at = heads[at - 1]
        assert not rows or heads.count(0) == 1
        count += len(rows)
    assert count == size


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=30), st.sampled_from([" ", "", "  "]))
def test_any_mix_of_words(parts, space):
    check(space.join(parts))


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=120))
def test_any_text(text):
    check(text)


@pytest.mark.parametrize("text", BROKEN)
def test_broken_text(text):
    check(text)


@pytest.mark.parametrize(
    "text", ["قال إن المدن كبيرة. Sen. Stone said it isn't so.", "تم تجهيزه\nX"]
)
def test_the_same_text_gives_the_same(text):
    first = (arnlp.words(text), arnlp.clauses(text), conllu(text))
    assert first == (arnlp.words(text), arnlp.clauses(text), conllu(text))


def test_what_is_no_string_is_told():
    for read in (arnlp.words, arnlp.clauses, conllu):
        with pytest.raises(InvalidOption):
            read(None)


@pytest.mark.parametrize("letter", ["a", "أ"])
def test_a_megabyte_of_one_letter(letter):
    start = time.process_time()
    assert len(arnlp.words(letter * 1_000_000)) == 1
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    "unit", ["إن ", "تم ", "هناك ", "the ", "Sen. ", "(", "أن المدينة كبيرة ", "الله "]
)
def test_time_grows_with_the_text(unit):
    def seconds(size: int) -> float:
        start = time.process_time()
        arnlp.clauses(unit * size)
        return time.process_time() - start

    seconds(100)
    assert seconds(4000) < 16 * max(0.05, seconds(1000))


def test_the_command_writes_conllu():
    text = "ارتفعت الصادرات بنسبة 5%. Exports rose."
    out = run("words", "-", stdin=text.encode())
    assert out.returncode == 0
    written = out.stdout.decode()
    check_conllu(written, len(arnlp.words(text)))
    assert "\tVERB\t" in written
    assert run("words", "nowhere.txt").returncode != 0
    assert "arnlp words" in run("words", "--help").stdout.decode()
