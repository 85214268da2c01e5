"""Measures in other units."""

from __future__ import annotations

import pytest

import arnlp


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("500 acres", "har", 202.34), ("45 درجة مئوية", "[degF]", 113), ("500 طن سنويا", "kg/d", 1368.93),
        ("40 دونما", "m2", 40_000), ("10 أفدنة", "har", 4.2008), ("سنتين ونصف", "mo", 30),
    ],
)  # fmt: skip
def test_a_measure_converts_to_another_unit(text, unit, value):
    converted = arnlp.convert(arnlp.quantities(text)[0], unit)
    assert converted.value == pytest.approx(value, rel=1e-4)
    assert (converted.unit, converted.text) == (unit, text)


def test_both_ends_of_a_range_convert():
    converted = arnlp.convert(arnlp.quantities("30 to 40 km")[0], "m")
    assert (converted.value, converted.value_max) == (30_000, 40_000)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("500 acres", "km"), ("500 acres", "zzz"), ("500 دولار", "m"), ("5 رطل", "kg")],
)
def test_what_has_no_such_unit_is_refused(text, unit):
    with pytest.raises(arnlp.InvalidOption):
        arnlp.convert(arnlp.quantities(text)[0], unit)
