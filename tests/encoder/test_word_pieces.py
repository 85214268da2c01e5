"""Words cut into pieces, and where the word of each piece stands."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arnlp.encoder import word_pieces
from arnlp.encoder.word_pieces import BREAK_PIECE, UNKNOWN, WordPieces
from arnlp.facts.reader import reader

OPENS = "\u2581"
PIECES = {"a": -2.0, "b": -2.5, "ab": -3.0, "ba": -4.0, f"{OPENS}a": -2.2, f"{OPENS}ab": -5.5, OPENS: -1.5}  # fmt: skip
NAMES = [UNKNOWN, BREAK_PIECE, *PIECES]


def small():
    return WordPieces(NAMES, [0.0, 0.0, *PIECES.values()])


def ways(text):
    """Yield each way to cut letters into known pieces."""
    for cuts in itertools.product((False, True), repeat=len(text) - 1):
        places = [0, *(i + 1 for i, at in enumerate(cuts) if at), len(text)]
        found = [text[a:b] for a, b in itertools.pairwise(places)]
        if all(piece in PIECES for piece in found):
            yield found


@given(st.text("ab", min_size=1, max_size=6))
def test_a_word_is_cut_the_likeliest_way(word):
    numbers, _, _ = small().of_text(word)
    best = max(sum(PIECES[p] for p in found) for found in ways(OPENS + word))
    assert sum(PIECES[NAMES[n]] for n in numbers) == pytest.approx(best)


def test_what_no_piece_covers_is_unknown_and_lines_are_kept():
    numbers, starts, ends = small().of_text("ab\nxa")
    assert [NAMES[n] for n in numbers] == [OPENS, "ab", BREAK_PIECE, OPENS, UNKNOWN, "a"]
    assert list(zip(starts, ends, strict=True)) == [(0, 2), (0, 2), (2, 3), *[(3, 5)] * 3]


def test_a_word_behind_another_without_a_space_opens_nothing():
    cut = small()
    first, behind = cut.of_text("ab"), cut.of_text("(ab")
    assert NAMES[first[0][0]].startswith(OPENS)
    assert not NAMES[behind[0][-1]].startswith(OPENS)


def test_a_long_word_has_eight_pieces_at_most():
    numbers, starts, _ = small().of_text("b" * 50 + " a")
    assert len(numbers) == 9
    assert starts[-1] == 51


@pytest.mark.parametrize("text", ["", " ", "\n", "\u0640" * 20, "ﷺ", "x" * 5000])
def test_any_text_has_pieces_or_none(text):
    numbers, starts, ends = reader()._cut.of_text(text)
    assert len(numbers) == len(starts) == len(ends)
    assert bool(numbers) == bool(text.strip(" "))


@given(st.text("اب ة5٪.\nabZ,\u064b\u200f", max_size=40))
def test_places_are_in_order_and_inside_and_the_same_when_words_are_forgotten(text):
    cut = reader()._cut
    numbers, starts, ends = cut.of_text(text)
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))
    for at, letter in enumerate(text):
        if not letter.isspace() and letter != "\u200f":
            assert any(start <= at < end for start, end in zip(starts, ends, strict=True))
    cut._known.clear()
    assert cut.of_text(text) == (numbers, starts, ends)


def test_no_more_words_are_kept_than_is_told(monkeypatch):
    monkeypatch.setattr(word_pieces, "_KEPT", 3)
    cut = small()
    cut.of_text("a b ab ba")
    cut.of_text("a")
    assert len(cut._known) <= 3
