"""The day that relative dates refer to: given, told by the text, or missing."""

from __future__ import annotations

from datetime import date, datetime

import pytest

import arnlp


@pytest.mark.parametrize(
    "text", ["أمس", "الشهر الماضي", "15 نوفمبر", "last year", "الأسبوع المقبل"]
)
def test_without_an_anchor_relative_dates_stay_unresolved(text):
    for found in arnlp.dates(text):
        assert (found.from_date, found.to_date, found.anchor) == (None, None, None)


@pytest.mark.parametrize(
    "published",
    ["2024-10-15", "2024-10-15T08:00:00+04:00", date(2024, 10, 15), datetime(2024, 10, 15, 9)],
)
def test_published_in_all_its_forms(published):
    assert arnlp.dates("أمس", published=published)[0].from_date == "2024-10-14"


@pytest.mark.parametrize(
    "text",
    [
        "القاهرة - الأربعاء 05 مارس 2025 10:30 ص\n\nافتتحت الوزارة المركز العام الماضي.",
        "أعلنت الوزارة، اليوم الأربعاء 5 مارس 2025، أنها افتتحت المركز العام الماضي.",
        "القاهرة، 5 مارس 2025 - افتتحت الوزارة المركز العام الماضي.",
        "Cairo, 5 March 2025: The Ministry opened the centre last year.",
        "The Ministry said today, Wednesday 5 March 2025, that it opened the centre last year.",
    ],
)
def test_a_text_tells_the_day_of_its_release(text):
    release = arnlp.extract(text)
    assert release.document.published == "2025-03-05"
    assert release.dates[-1].from_date == "2024-01-01"
    assert release.dates[-1].anchor == "2025-03-05"
