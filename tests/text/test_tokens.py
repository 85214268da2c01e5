"""The tokeniser: grounded pieces, their kinds, and clitics as readings."""

from __future__ import annotations

import pytest
from hypothesis import given
from support import texts

from arnlp.text.tokens import clitic_readings, kind_of, pieces, tokenize


@given(texts)
def test_pieces_are_the_text(text):
    assert "".join(pieces(text)) == text


@given(texts)
def test_tokens_are_grounded(text):
    last = 0
    for token in tokenize(text):
        assert text[token.start : token.end] == token.text
        assert token.start >= last
        last = token.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بـ6,8 مليون", ["بـ", "6,8", "مليون"]),
        ("كوفيد19 و5", ["كوفيد", "19", "و", "5"]),
        ("٢٬٥٠٠ و٧٫٥", ["٢٬٥٠٠", "و", "٧٫٥"]),
        ("500 د.إ.", ["500", "د.إ."]),
        ("H.E. Dr. Ali's", ["H.E.", "Dr", ".", "Ali", "'s"]),
        ("في 8:30 يوم 15/11/2023", ["في", "8:30", "يوم", "15/11/2023"]),
        ("info@a.ae، www.b.sa/x؟", ["info@a.ae", "،", "www.b.sa/x", "؟"]),
        ("73ر2045", ["73ر2045"]),
        ("", []),
    ],
)
def test_tokens(text, expected):
    assert [token.text for token in tokenize(text)] == expected


def test_every_kind_has_a_piece():
    seen = {kind_of(piece) for piece in pieces("كلمة word 5 8:30 15/11/2023 1/2 ، \n x@y.ae")}
    assert len(seen) == 10


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("وللوزاره", ("ول", True, "وزاره")),
        ("بالمئه", ("ب", True, "مئه")),
        ("ستصل", ("س", False, "تصل")),
        ("فالوزير", ("ف", True, "وزير")),
        ("كالماء", ("ك", True, "ماء")),
    ],
)
def test_clitics_are_offered_as_readings(word, reading):
    assert reading in [tuple(r) for r in clitic_readings(word)]
