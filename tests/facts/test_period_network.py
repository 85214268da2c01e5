"""The second round of periods: what is told of the figures around, and what the network makes of it."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from arnlp.facts.period_network import WIDTH, WINDOW, Around, Choices, PeriodNetwork, network

BEFORE, SAME_BEFORE, NEXT, SAME_NEXT, ALL_BEFORE, ALL_NEXT, OWN = range(7)


def time(year):
    days = SimpleNamespace(first=dt.date(year, 1, 1), last=dt.date(year, 12, 31))
    return SimpleNamespace(stretch=days)


def choices(sentence, *likely):
    """Return what may be the period of a figure: none, then the years from 2020, with how likely each is."""
    mentions = [None, *(time(2020 + i) for i in range(len(likely) - 1))]
    return Choices(sentence, mentions, [float(np.log(share)) for share in likely])


def test_the_same_days_are_as_likely_as_for_the_figures_on_both_sides():
    asked = [choices(0, 0.2, 0.7, 0.1), choices(0, 0.5, 0.5), choices(1, 0.1, 0.1, 0.8)]
    found = Around(asked).of(1)
    assert found.shape == (2, WIDTH)
    year, none = found[1, : WIDTH // 2], found[0, WIDTH // 2 :]
    told = [BEFORE, SAME_BEFORE, NEXT, SAME_NEXT, OWN]
    assert np.allclose(year[told], [0.7, 0.7, 0.1, 0, 0.5])
    assert np.allclose(none[told], [0.2, 0.2, 0.1, 0, 0.5])
    assert not found[0, : WIDTH // 2].any()
    assert not found[1, WIDTH // 2 :].any()


def test_figures_far_away_tell_nothing():
    near = [choices(0, 0.5, 0.5) for _ in range(WINDOW + 1)]
    far = [choices(0, 0.01, 0.99), *near]
    other = [choices(0, 0.99, 0.01), *near]
    assert np.array_equal(Around(far).of(WINDOW + 1), Around(other).of(WINDOW + 1))
    assert not np.array_equal(Around(far).of(WINDOW), Around(other).of(WINDOW))


def test_a_lone_figure_is_told_of_itself_alone():
    found = Around([choices(0, 0.25, 0.75)]).of(0)
    assert np.allclose(found[1, : OWN + 1], [0, 0, 0, 0, 0, 0, 0.75])


def test_the_network_adds_what_is_known_of_the_features_and_of_what_is_around():
    data = {
        "features": np.frombuffer(b"past\0year", np.uint8),
        "embed": np.array([[10, 20], [0, 5], [0, 0]], np.int8),
        "scale": np.array([0.1, 0.1], np.float32),
        "around": np.zeros((WIDTH, 2), np.float16),
        "bias": np.array([-0.5], np.float32),
        "out": np.array([2.0], np.float16),
    }
    made = PeriodNetwork(data)
    sums = made.sums([["past", "unknown"], ["year", "past"], []])
    assert np.allclose(sums, [[1, 2], [1, 2.5], [0, 0]])
    scores = np.array([2 + 2 * 0.5, 2.5 + 2 * 0.5, 0])
    wanted = np.exp(scores) / np.exp(scores).sum()
    assert np.allclose(made.shares(sums, np.zeros((3, WIDTH), np.float32)), wanted)
    data["around"] = np.zeros((WIDTH, 2), np.float16)
    data["around"][OWN, 1] = 1
    around = np.zeros((3, WIDTH), np.float32)
    around[2, OWN] = 50
    assert PeriodNetwork(data).shares(sums, around).argmax() == 2


@given(st.lists(st.lists(st.floats(0.01, 1), min_size=1, max_size=5), min_size=1, max_size=30))
def test_shares_are_one_in_all(likely):
    asked = [choices(i // 3, *shares) for i, shares in enumerate(likely)]
    around = Around(asked)
    for at, one in enumerate(asked):
        told = around.of(at)
        assert np.isfinite(told).all()
        shares = network().shares(network().sums([[] for _ in one.mentions]), told)
        assert shares.sum() == pytest.approx(1, abs=1e-5)
