"""Text with its senses: where its sentences end."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("بلغ 5.5 مليون. وزاد.", 2),
        ("قال د. أحمد إن. ثم", 2),
        ('قال: "نعم." ثم ذهب.', 2),
        ("H.E. Dr. Ali spoke. He left.", 2),
        ("هل تم؟ نعم!", 2),
    ],
)
def test_sentences(text, sentences):
    from arnlp.lexicon.tagged import TaggedText

    assert len(TaggedText(text).sentences) == sentences
