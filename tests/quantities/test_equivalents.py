"""One amount in two units is one, two amounts are two."""

from __future__ import annotations

import pytest

import arnlp


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("بكلفة 16.3 مليار ريال سعودي (حوالي 4.34 مليار دولار)", "SAR", "USD"),
        ("بقيمة 708 ملايين دينار كويتي، أي ما يعادل 2.3 مليار دولار", "KWD", "USD"),
        ("worth RO 47.5 million (US$123.4 million)", "OMR", "USD"),
        ("worth KD 8.6 million (some USD 28 million)", "KWD", "USD"),
        ("a site of 77 sq km (30 square miles)", "km2", "[smi_us]"),
        ("مساحته 500 فدان (210 هكتارات)", "{feddan}", "har"),
    ],
)
def test_a_figure_in_another_unit_is_linked_and_no_second_fact(text, first, second):
    release = arnlp.extract("بلغت التكلفة " + text if "بقيمة" not in text else text)
    one, other = release.quantities
    assert (one.unit, other.unit) == (first, second)
    assert one.equivalent_to is None
    assert (other.equivalent_to.start, other.equivalent_to.end) == (one.start, one.end)
    figures = [f for f in release.facts if f.type not in ("statement", "description")]
    assert [f.value for f in figures] == [one.value]
    assert [r.unit for r in figures[0].readings] == [second]


@pytest.mark.parametrize(
    "text",
    [
        "من 12 مليون دينار كويتي إلى 40 مليون دولار", "5 ملايين يورو و3 ملايين دولار",
        "500 acres and 30 hectares", "$5 million (see 2 million euros of 2019)",
    ],
)  # fmt: skip
def test_two_amounts_are_not_one(text):
    assert [q.equivalent_to for q in arnlp.quantities(text)] == [None, None]
