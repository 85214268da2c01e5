"""Normalised views, with offsets both ways."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import load, texts

import arnlp
from arnlp.text.view import PROFILES, normalized


@pytest.mark.parametrize("case", load("normalize")["case"], ids=lambda case: case["input"][:30])
def test_normalize(case):
    got = arnlp.normalize(case["input"], case["profile"], mojibake=case.get("mojibake", False))
    assert got == case["output"]


@given(texts, st.sampled_from(PROFILES))
def test_normalising_twice_equals_once(text, profile):
    once = arnlp.normalize(text, profile)
    assert arnlp.normalize(once, profile) == once


@given(texts, st.sampled_from(PROFILES), st.data())
def test_spans_map_there_and_back(text, profile, data):
    view = normalized(text, profile)
    if not view.text:
        return
    start = data.draw(st.integers(0, len(view.text) - 1))
    end = data.draw(st.integers(start + 1, len(view.text)))
    a, b = view.to_original(start, end)
    assert 0 <= a <= b <= len(text)
    c, d = view.to_normalized(a, b)
    assert c <= start
    assert d >= end
    # what a span stands for normalises to something that holds the span's text
    if profile != "display":
        assert (
            view.text[start:end] in normalized(text[a:b], profile).text
            or " " in view.text[start:end]
        )


def test_a_stretch_of_the_same_length_is_one_piece():
    view = normalized("0\ufef5\u064b", "search")  # a ligature opens to two letters, its mark goes
    assert view.text == "0لا"
    assert view.to_original(2, 3) == (1, 3)


@given(texts, st.sampled_from(PROFILES))
def test_the_whole_maps_to_the_whole(text, profile):
    view = normalized(text, profile)
    if view.text:
        a, b = view.to_original(0, len(view.text))
        assert normalized(text[a:b], profile).text.strip() == view.text.strip()


def test_where_nothing_changes_the_view_is_the_text():
    text = "دبي تمكن 62"
    assert normalized(text, "display").text is text


@pytest.mark.parametrize("span", [(-1, 2), (2, 1), (0, 99)])
def test_spans_outside_are_refused(span):
    with pytest.raises(ValueError, match="no span"):
        normalized("دبي").to_original(*span)


def test_unknown_profiles_are_refused_at_once():
    with pytest.raises(arnlp.InvalidOption, match="'display', 'search', 'match'"):
        arnlp.normalize("x", profile="fancy")
