"""Two levels of a change: no range, and one scale."""

from __future__ import annotations

import pytest

import arnlp


def test_levels_of_a_change_are_no_range():
    for text in (
        "ارتفع عدد المحطات من 17 إلى 29 محطة", "the number rose from 17 to 29 stations",
        "ارتفع العدد من 17 محطة إلى 29 محطة",
    ):  # fmt: skip
        found = arnlp.quantities(text)
        assert [(q.value, q.value_max) for q in found] == [(17, None), (29, None)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("output rose from 5 to 10 million tonnes", [5e6, 10e6]),
        ("output fell from 10 to 5 million tonnes", [10e6, 5e6]),
        ("arrivals rose from 900,000 to 1.2 million visitors", [900000, 1.2e6]),
        ("ارتفع الإنتاج من 5 إلى 10 ملايين طن", [5e6, 10e6]),
        ("انخفض العدد من 10 إلى 5 ملايين زائر", [10e6, 5e6]),
    ],
)
def test_the_scale_of_the_second_level_is_that_of_the_first(text, values):
    assert [q.value for q in arnlp.quantities(text)] == values
