"""A doubtful figure is given with a warning."""

from __future__ import annotations

import pytest

import arnlp


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("500 درهم", "ambiguous_currency"), ("12.345 مدرسة", "ambiguous_number"),
        ("144,076 بليون ريال سعودي", "ambiguous_number"), ("خمسة (6) مشاريع", "numbers_disagree"),
        ("(300) ثلاثمئة وخمسون موظفا", "numbers_disagree"), ("بنسبة 15 عن العام الماضي", "percent_without_sign"),
    ],
)  # fmt: skip
def test_a_doubtful_figure_has_a_warning(text, code):
    assert code in [w.code for w in arnlp.extract(text).warnings]


def test_an_ambiguous_currency_warns_and_has_no_unit():
    release = arnlp.extract("بلغت القيمة 5 ملايين دينار.")
    assert [(q.value, q.unit) for q in release.quantities] == [(5000000, None)]
    assert [w.code for w in release.warnings] == ["ambiguous_currency"]
