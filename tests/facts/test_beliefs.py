"""What the figures around a figure seem to be of: told of what says the same, near and in the window."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

import arnlp
from arnlp.facts.beliefs import WIDTH, WINDOW, Beliefs
from arnlp.facts.sameness import content

PHRASES = (
    "the port",
    "the port of Salalah",
    "imports",
    "the total value",
    "قيمة الصادرات",
    "الصادرات",
)
SUBJECT = 1  # of the five fields


def figure(sentence, *phrases):
    words = [content(phrase) for phrase in phrases]
    return SimpleNamespace(words=words, view=SimpleNamespace(number=sentence))


def shares(*likely):
    """Return how likely candidates, and last none, are as the subject; of other fields none is."""
    out = np.zeros((len(likely) + 1, 5), np.float32)
    out[:-1, SUBJECT] = likely
    out[-1] = 1 - out[:-1].sum(axis=0)
    return out


def told(found, row, place, field=SUBJECT):
    return float(found[row, 5 * place + field])


def test_a_phrase_is_as_likely_as_what_says_the_same_before_and_behind():
    asked = [
        figure(0, "imports", "the port"),
        figure(0, "the port", "the total value"),
        figure(1, "the port of Salalah"),
    ]
    found = Beliefs(asked, [shares(0.1, 0.7), shares(0.5, 0.2), shares(0.9)], [0, 1]).of(1)
    assert found.shape == (3, WIDTH)
    assert np.allclose([told(found, 0, p) for p in range(5)], [0.7, 0.9, 0.7, 0.9, 0.5])
    assert np.allclose([told(found, 1, p) for p in range(5)], [0, 0, 0, 0, 0.2])
    none = found[2, WIDTH // 2 :]
    assert np.allclose([none[5 * p + SUBJECT] for p in range(5)], [0.2, 0.1, 0.2, 0.1, 0.3])
    assert not found[2, : WIDTH // 2].any()
    assert not found[:2, WIDTH // 2 :].any()


def test_where_nothing_stands_on_a_side_nothing_is_told_of_it():
    found = Beliefs([figure(0, "the port")], [shares(0.6)], [0]).of(0)
    assert [told(found, 0, p) for p in range(4)] == [0, 0, 0, 0]
    assert not found[:, WIDTH // 2 - 6 : WIDTH // 2].any()


def test_only_the_figures_of_the_window_speak():
    asked = [figure(i, "the port") for i in range(WINDOW + 2)]
    likely = [shares(1.0)] + [shares(0.0)] * (WINDOW + 1)
    beliefs = Beliefs(asked, likely, [0] * len(asked))
    assert told(beliefs.of(WINDOW), 0, 2) > 0
    assert told(beliefs.of(WINDOW + 1), 0, 2) == 0


@given(
    st.lists(
        st.lists(st.sampled_from(PHRASES), min_size=1, max_size=4), min_size=1, max_size=2 * WINDOW
    )
)
def test_numbers_are_shares_and_the_same_in_any_order_of_asking(figures):
    asked = [figure(i // 2, *phrases) for i, phrases in enumerate(figures)]
    likely = [shares(*[1 / (len(phrases) + 1)] * len(phrases)) for phrases in figures]
    paragraphs = [i // 3 for i in range(len(figures))]
    beliefs = Beliefs(asked, likely, paragraphs)
    found = [beliefs.of(i) for i in range(len(asked))]
    assert all(one.min() >= 0 and one.max() <= 1 for one in found)
    again = Beliefs(asked, likely, paragraphs)
    for i in reversed(range(len(asked))):
        assert np.array_equal(again.of(i), found[i])


def test_what_a_release_is_about_reaches_its_first_figure():
    text = (
        "The total rose to 1,200 vessels in March. Salalah Port handled 95 container ships. "
        "Salalah Port received 31 tankers. Salalah Port exported 4,500 tonnes of limestone."
    )
    facts = arnlp.facts(text, published="2024-04-02")
    subjects = [f.subject.text for f in facts if getattr(f, "subject", None) is not None]
    assert subjects.count("Salalah Port") >= 3
