"""The lexicon gives a spelling one entry, whatever was read before it."""

from __future__ import annotations

import pytest

import arnlp
from arnlp.lexicon.lexicon import lexicon


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("support for the united nations is growing", "The United Nations met."),
        ("The United Nations met.", "support for the united nations is growing"),
    ],
)
def test_a_phrase_in_small_letters_and_in_capitals_are_two_entries(text, before):
    lexicon.cache_clear()
    alone = arnlp.extract(text)
    lexicon.cache_clear()
    arnlp.extract(before)
    assert arnlp.extract(text) == alone
