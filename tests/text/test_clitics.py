"""The chains of clitics before an Arabic word, as the table gives them."""

from __future__ import annotations

import pytest

from arnlp.text.clitics import (
    AND,
    BY,
    THE,
    TO,
    TORN,
    articled,
    chains,
    cuts,
    led_by,
    opening,
    written,
)
from arnlp.text.tokens import clitic_readings


def test_chains_are_those_of_the_table():
    written = {chain.written for chain in chains()}
    assert {"و", "ال", "وال", "بال", "لل", "ولل", "فبال", "كال", "س", "وس", "فل"} <= written
    assert not {"سال", "لال", "ببال", "الو"} & written
    assert [c.written for c in cuts("بالوزارة", 1)] == ["ب", "بال"]


def test_the_lexicon_is_offered_the_same_cuts():
    for word in ("وبالوزاره", "للكويت", "سيصل", "كتاب", "فللشركه"):
        offered = {word[: len(word) - len(reading.stem)] for reading in clitic_readings(word)}
        assert offered == {"", *(chain.written for chain in cuts(word))}


def test_bits_and_letters_tell_the_same():
    for chain in chains():
        assert written(chain.bits) == chain.written
        assert led_by(chain.written) == chain.bits
        assert led_by(chain.without_article) == chain.bits & ~THE
    assert led_by("") == led_by("ولد") == led_by("محمد") == 0


@pytest.mark.parametrize(
    ("word", "bits"),
    [
        ("الوزير", THE), ("والوزير", AND | THE), ("للوزير", TO | THE), ("ال", THE), ("وبالوزير", AND | BY | THE),
        ("وللوزير", AND | TO | THE), ("وزير", 0), ("لوزير", 0), ("اولا", 0), ("ا", 0), ("", 0), ("the", 0),
    ],
)  # fmt: skip
def test_the_article_is_found_behind_clitics(word, bits):
    assert articled(word) == bits


def test_a_letter_may_be_a_clitic():
    assert [opening(word) for word in ("ولد", "لجنه", "محمد", "", "and")] == [AND, TO, 0, 0, 0]


def test_torn_clitics_are_no_words():
    """فك is to release, فل a plant, وك nothing: none of them is a clitic torn from its word."""
    assert {"و", "ب", "ال", "بال", "لل", "وب"} <= TORN
    assert not {"فك", "فل", "فب", "وك", "س", "وس"} & TORN
