"""Units that are left out, that only look like one, or that the country tells."""

from __future__ import annotations

import pytest

import arnlp


@pytest.mark.parametrize(
    ("text", "values", "unit"),
    [
        ("7.2 bcm compared with 5 last year", [7.2e9, 5e9], "m3"),
        ("48 سنتا مقابل 50 قبل عام", [0.48, 0.5], "USD"),
        ("from 13,000 kWh to 11,200", [13000, 11200], "kW.h"),
        ("من 200 ألف طن إلى 92 ألفا", [200000, 92000], "t"),
        ("خصصت 120 مليار ريال قطري، منها 53 مليارا للخط الأول و47 مليارا للثاني", [120e9, 53e9, 47e9], "QAR"),
        ("passengers rose to 35.8 million, up from 25.3 million", [35.8e6, 25.3e6], None),
        ("تخريج 300 طالب، منهم 222 من كلية الإدارة و78 من كلية الحوسبة", [300, 222, 78], None),
    ],
)  # fmt: skip
def test_a_figure_that_leaves_its_unit_out_takes_that_of_the_one_before(text, values, unit):
    found = arnlp.quantities(text)
    assert [q.value for q in found] == values
    assert {q.unit for q in found} == {unit}


@pytest.mark.parametrize(
    "text", ["5 schools a kilometre away", "10 schools a year ago", "5 parks a mile from the port"]
)
def test_a_distance_or_date_is_no_rate(text):
    assert arnlp.quantities(text)[0].per is None


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("أعلنت وزارة الصحة المصرية صرف 500 جنيه", "EGP"), ("قالت وزارة النقل العراقية إن الكلفة 500 دينار", "IQD"),
        ("صرفت الشركة 500 جنيه", None),
    ],
)  # fmt: skip
def test_the_adjective_of_a_body_tells_the_country(text, unit):
    assert [q.unit for q in arnlp.quantities(text)] == [unit]
