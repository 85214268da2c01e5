"""The chains of clitics before an Arabic word, as the table gives them."""

from __future__ import annotations

from arnlp.text.clitics import chains, cuts
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
