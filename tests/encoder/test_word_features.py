"""What the model sees of a word: the model was trained with these features, so they stay as they are."""

from __future__ import annotations

import pytest

from arnlp.encoder.word_features import word_features


@pytest.mark.parametrize(
    ("before", "cut"),
    [
        *((before, True) for before in ("و", "ف", "ب", "ل", "ك", "ال", "وال", "فال", "بال", "كال", "لل")),
        *((before, False) for before in ("س", "ول", "وب", "ولل", "وبال")),
    ],
)  # fmt: skip
def test_one_clitic_and_the_article_are_cut_off_a_name(before, cut):
    marked = [f for f in word_features(before + "محمد") if f.startswith("G'")]
    assert bool(marked) == cut
