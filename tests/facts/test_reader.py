"""The reader: what it tells of phrases, and whom it is asked for."""

from __future__ import annotations

import numpy as np
import pytest

import arnlp
from arnlp.encoder.local_encoder import BLOCK
from arnlp.facts import reader as module
from arnlp.facts.reader import Reading, blended, reader

TEXT = "بلغت صادرات عمان 5 مليارات ريال في 2023، وبلغت وارداتها 3 مليارات ريال."
FIGURE = (TEXT.index("5"), TEXT.index(" في"))
PHRASES = ["صادرات", "صادرات عمان", "عمان", "ريال"]


def spans(text, phrases):
    return [(text.index(phrase), text.index(phrase) + len(phrase)) for phrase in phrases]


def test_it_tells_what_a_figure_measures_and_of_whom():
    scores = Reading(TEXT, [FIGURE]).scores(FIGURE, spans(TEXT, PHRASES))
    assert scores.shape == (len(PHRASES) + 1, 5)
    assert PHRASES[int(scores[:-1, 0].argmax())].startswith("صادرات")
    assert PHRASES[int(scores[:-1, 1].argmax())] == "عمان"


def test_a_figure_is_told_apart_from_others_of_its_sentence():
    second = (TEXT.index("3 م"), len(TEXT) - 1)
    reading = Reading(TEXT, [FIGURE, second])
    phrases = spans(TEXT, ["صادرات", "وارداتها"])
    assert reading.scores(FIGURE, phrases)[:-1, 0].argmax() == 0
    assert reading.scores(second, phrases)[:-1, 0].argmax() == 1


def test_each_phrase_is_told_of_by_itself():
    phrases = spans(TEXT, PHRASES)
    reading = Reading(TEXT, [FIGURE])
    together = reading.scores(FIGURE, phrases)
    for at, phrase in enumerate(phrases):
        alone = reading.scores(FIGURE, [phrase])
        assert np.allclose(alone, together[[at, -1]], atol=1e-4)


def test_the_mean_of_a_phrase_is_that_of_its_pieces():
    read = reader().read(TEXT, [FIGURE])
    opens, closes = np.array([3, 0, 5]), np.array([3, 4, 9])
    means = read.means(opens, closes)
    for row, (first, last) in enumerate(zip(opens, closes, strict=True)):
        assert np.allclose(means[row], read.of(np.arange(first, last + 1)).mean(0), atol=1e-5)


LONG = TEXT + " قال الوزير إن المشروع يسير وفق الخطة." * 150
FAR = (LONG.index("الوزير", 5000), LONG.index("الوزير", 5000) + len("الوزير"))


def test_a_text_is_read_around_its_figures_and_further_where_it_is_asked_for():
    read = reader().read(LONG, [FIGURE])
    block = int(read.places([FAR])[0][0]) // BLOCK
    assert 0 in read
    assert block not in read
    near = reader().scores(read, FIGURE, [*spans(LONG, PHRASES)])
    both = reader().scores(read, FIGURE, [*spans(LONG, PHRASES), FAR])
    assert block in read
    assert np.allclose(near[:-1], both[: len(near) - 1], atol=1e-4)


def test_what_is_far_from_a_figure_changes_little(monkeypatch):
    phrases = [*spans(LONG, PHRASES), FAR]
    around = Reading(LONG, [FIGURE]).scores(FIGURE, phrases)
    monkeypatch.setattr(module, "_BEHIND", 1000)
    assert np.abs(around - Reading(LONG, [FIGURE]).scores(FIGURE, phrases)).max() < 0.2


def test_a_long_text_is_read_in_parts_that_know_what_is_before(monkeypatch):
    monkeypatch.setattr(module, "_BEHIND", 1000)
    phrases = [*spans(LONG, PHRASES), FAR]
    whole = Reading(LONG, [FIGURE]).scores(FIGURE, phrases)
    monkeypatch.setattr(module, "_PART", 6)
    assert np.abs(whole - Reading(LONG, [FIGURE]).scores(FIGURE, phrases)).max() < 0.2


@pytest.mark.parametrize("place", [(0, 1), (len(TEXT) - 1, len(TEXT)), (16, 17)])
def test_any_stretch_has_scores(place):
    assert np.isfinite(Reading(TEXT, [FIGURE]).scores(place, [place, (0, len(TEXT))])).all()


def test_both_networks_count():
    shares = np.array([[0.6, 0.9], [0.3, 0.05], [0.1, 0.05]], np.float32)
    assert blended(shares, None) is shares
    even = blended(shares, np.zeros((3, 2), np.float32))
    assert np.allclose(even.sum(0), 1)
    assert (even.argmax(0) == 0).all()
    against = blended(shares, np.array([[0, 0], [5, 5], [0, 0]], np.float32))
    assert (against.argmax(0) == 1).all()
    assert np.isfinite(blended(np.array([[1.0], [0.0]]), np.array([[0.0], [300.0]]))).all()


class Seen:
    """A reader that notes the texts that it reads."""

    def __init__(self, real):
        self.texts, self.real = [], real
        self.scores = real.scores

    def read(self, text, figures, others):
        self.texts.append(text)
        return self.real.read(text, figures, others)


@pytest.fixture
def seen(monkeypatch):
    own = Seen(reader())
    monkeypatch.setattr(module, "reader", lambda: own)
    return own.texts


def test_a_text_is_read_once_and_only_for_figures(seen):
    arnlp.facts("The minister visited the town of Sohar.")
    arnlp.facts("زار الوزير مدينة صحار.")
    assert seen == []
    arnlp.facts(TEXT)
    assert seen == [TEXT]
    english = "Exports of Oman reached 5 billion dollars in 2023."
    arnlp.facts(english)
    assert seen == [TEXT, english]


def test_of_english_the_reader_has_less_to_say():
    shares, read = np.array([[0.9], [0.1]], np.float32), np.array([[0.0], [3.0]], np.float32)
    arabic, english = (blended(shares, read, told)[0, 0] for told in (True, False))
    assert arabic < 0.5 < english < 0.9


def test_it_changes_what_is_chosen(monkeypatch):
    def told(facts):
        return [
            (f.subject.text if f.subject else None, f.measure.text if f.measure else None)
            for f in facts
        ]

    before = told(arnlp.facts(TEXT))
    real = module.reader()

    class Turned:
        read = staticmethod(real.read)

        @staticmethod
        def scores(read, figure, phrases):
            return -5 * real.scores(read, figure, phrases)

    monkeypatch.setattr(module, "reader", lambda: Turned)
    assert told(arnlp.facts(TEXT)) != before
