"""Sentences are parsed as they are asked for, and whether alone or together makes no difference."""

from __future__ import annotations

from pathlib import Path

import pytest

import arnlp
from arnlp.lexicon.tagged import TaggedText
from arnlp.syntax import Sentences, sentences
from arnlp.syntax.parser import parse

CORPORA = Path(__file__).parents[2] / "corpora"
TEXT = "Exports rose by 5% in May.\n\nوقال الوزير إن العمل مستمر.\n\nوبلغت الإيرادات 7 ملايين درهم. شكرا.\n"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that the first words of what is parsed go into."""
    out: list[str] = []

    def trees_of(found):
        out.extend(stretch.words[0] for stretch in found)
        return original(found)

    original = sentences.trees_of
    monkeypatch.setattr(sentences, "trees_of", trees_of)
    return out


def test_alone_as_together() -> None:
    for path in sorted(CORPORA.glob("*/*.txt"))[::6]:
        tagged = TaggedText(path.read_text("utf-8"))
        together = parse(tagged).trees
        alone = Sentences(tagged).trees
        assert [alone[number] for number in range(len(alone))] == together
        assert alone[:3] == together[:3]


def test_each_is_read_once(read: list[str]) -> None:
    trees = Sentences(TaggedText(TEXT)).trees
    assert len(trees) == 4
    assert not read
    trees.read((2, 0, 2, -1, 4))
    assert read == ["Exports", "وبلغت"]
    assert [tree.words[0] for tree in trees] == ["Exports", "وقال", "وبلغت", "شكرا"]
    assert read == ["Exports", "وبلغت", "وقال", "شكرا"]


@pytest.mark.parametrize("text", ["", " \n\n ", "...", "شكرا"])
def test_places_where_there_is_little(text: str) -> None:
    found = Sentences(TaggedText(text))
    size = len(found.trees)
    assert found.word_at(0) == ((0, 0) if size else None)
    assert found.word_at(len(text)) is None
    assert found.of_tokens(0, 99) == range(size)


def test_without_figures_nothing_is_parsed(read: list[str]) -> None:
    arnlp.extract("وقال الوزير إن العمل جيد. " * 9, entities="rules")
    assert not read


def test_only_what_facts_look_into(read: list[str]) -> None:
    filler = "وشكر الوزير الحاضرين على العمل.\n\n" * 20
    release = arnlp.extract(filler + TEXT, entities="rules")
    assert len(release.facts) == 2
    assert read.count("وشكر") <= 6  # headline, lead, and where somebody may speak
    assert "شكرا" not in read
