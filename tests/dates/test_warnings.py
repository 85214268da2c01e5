"""Dates that disagree, or that no calendar has, are warned of."""

from __future__ import annotations

import pytest

import arnlp


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("الخميس 15 نوفمبر 2023", ["weekday_disagrees"]),
        ("Friday, 15 November 2023", ["weekday_disagrees"]),
        ("15 نوفمبر 2023 (السبت)", ["weekday_disagrees"]),
        ("الأربعاء 15 نوفمبر 2023", []),
        ("الأربعاء والخميس 15 و16 نوفمبر 2023", []),
        ("13 محرم 1446هـ الموافق 20 يوليو 2024", ["calendars_disagree"]),
        ("14 محرم 1446هـ الموافق 20 يوليو 2024", []),
        ("5 شعبان 1501هـ", ["hijri_out_of_range"]),
        ("30 محرم 1446هـ", ["hijri_out_of_range"]),
        ("عام 1600هـ", ["hijri_out_of_range"]),
        ("14/1/1342هـ", ["hijri_out_of_range"]),
    ],
)
def test_dates_that_disagree_are_warned_of(text, codes):
    assert [warning.code for warning in arnlp.extract(text).warnings] == codes
