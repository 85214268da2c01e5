"""Moves that the rules leave open are weighed: what is near and leads to a figure, against none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import arnlp
from arnlp.facts import open_moves
from arnlp.facts.open_moves import Option, shares_of, weights

NAMES = sorted(weights())


def moved(text):
    facts = arnlp.extract(text, published="2024-03-05", country="SA").facts
    return [(f.value, f.direction, f.relation) for f in facts if f.type != "statement"]


def test_a_comma_and_a_relative_clause_part_no_move_from_its_figure():
    assert moved("وزاد مؤشر سابل الذي تغلب عليه أسهم المصارف 11.9 نقطة.") == [
        (11.9, "increase", "by")
    ]
    assert moved("وسجل مؤشر سابل تراجعا حادا, بـ 76.4 نقطة.") == [(76.4, "decrease", "by")]


@pytest.mark.parametrize(
    "text",
    [
        "وبلغ عدد الطلاب 5300 طالب.",
        "بلغ معدل نمو القروض 3%.",
        "ويصل ارتفاع البرج إلى 330 مترا.",
        "وسجلت الشركة خسارة قدرها 12 مليون ريال.",
        "Growth was -0.5% in 2023.",
    ],
)
def test_what_is_only_measured_has_no_direction(text):
    ((_, direction, relation),) = moved(text)
    assert (direction, relation) == (None, None)


def test_a_level_that_another_is_compared_with_is_no_change_by_it():
    text = "وسجلت نسبة التغطية تراجعا مقارنة بالفترة نفسها حيث بلغت 68% مقابل 72%."
    assert all(relation != "by" for *_, relation in moved(text))


def test_open_levels_keep_their_type():
    text = "Harbour fees amounted to 181.3 million dollars in 2023, an increase of 31 per cent."
    level, change = arnlp.extract(text).facts
    assert (level.type, level.direction, level.relation) == ("money", "increase", "to")
    assert (change.type, change.direction, change.relation) == ("change", "increase", "by")


@given(st.lists(st.lists(st.sampled_from(NAMES), max_size=30), max_size=6))
def test_shares_are_of_one(told):
    options = [Option(at, "increase", "by", features) for at, features in enumerate(told)]
    shares = shares_of(options, ["none"], weights())
    assert len(shares) == len(options)
    assert all(0 <= share <= 1 for share in shares)
    assert sum(shares) <= 1 + 1e-9


def test_what_is_known_of_no_option_leaves_them_alike():
    options = [Option(at, "increase", "by", ["unheard of"]) for at in range(3)]
    assert len(set(shares_of(options, ["unheard of"], weights()))) == 1


def test_many_movers_ask_of_few(monkeypatch):
    asked = []

    def counted(*told):
        asked.append(told)
        return Option(*told)

    monkeypatch.setattr(open_moves, "Option", counted)
    counts = []
    for many in (20, 40):
        asked.clear()
        arnlp.extract("وتحدث عن ارتفاع وتراجع ونمو وهبوط، " * many + "وعن 5 مدارس و6 معاهد " * many)
        counts.append(len(asked))
    assert 0 < counts[1] <= 2.5 * counts[0]
