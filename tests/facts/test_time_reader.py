"""The network that reads the text for periods: what it tells of times, and what it adds to the other one."""

from __future__ import annotations

import numpy as np

import arnlp
from arnlp.facts.reader import Reading
from arnlp.facts.time_reader import network, with_times
from arnlp.pipeline import _journey

TEXT = "بلغت صادرات عمان 5 مليارات ريال في 2023، وكانت 3 مليارات ريال في 2019."
FIRST, SECOND = ((TEXT.index(word), TEXT.index(word) + 14) for word in ("5 م", "3 م"))
TIMES = [(TEXT.index(year), TEXT.index(year) + 4) for year in ("2023", "2019")]


def test_each_figure_has_the_time_beside_it():
    reading = Reading(TEXT, [FIRST, SECOND])
    for figure, right in ((FIRST, 1), (SECOND, 2)):
        scores = network().scores(reading.seen(figure, TIMES))
        assert scores.shape == (3,)
        assert int(scores.argmax()) == right


def test_each_time_is_told_of_by_itself():
    reading = Reading(TEXT, [FIRST])
    together = network().scores(reading.seen(FIRST, TIMES))
    for at, time in enumerate(TIMES, 1):
        alone = network().scores(reading.seen(FIRST, [time]))
        assert np.allclose(alone, together[[0, at]], atol=1e-4)


def test_both_networks_are_weighed():
    analysis = _journey(TEXT, "2024-05-05")
    figure = analysis.quantities[0]
    reading = analysis.read(analysis.quantities)
    times = [None, *(date for date in analysis.dates if date.kind == "date")]
    unsure = with_times(np.full(3, 1 / 3, np.float32), reading, figure, times)
    assert unsure.sum() == np.float32(1) or abs(unsure.sum() - 1) < 1e-5
    assert int(unsure.argmax()) == 1
    sure = with_times(np.array([0.998, 0.001, 0.001], np.float32), reading, figure, times)
    assert int(sure.argmax()) == 0
    none = np.ones(1, np.float32)
    assert with_times(none, reading, figure, [None]) is none


def test_a_text_without_times_is_read_for_arguments_alone():
    release = arnlp.extract("بلغت صادرات عمان 5 مليارات ريال.")
    assert release.facts[0].period is None
