"""What a fact of a figure holds beside the figure."""

from __future__ import annotations

import arnlp


def test_a_holiday_is_no_period_of_a_figure():
    release = arnlp.extract(
        "بمناسبة اليوم العالمي للسكان، بلغ عدد السكان 106 ملايين نسمة.", published="2024-07-09"
    )
    assert [date.from_date for date in release.dates] == ["2024-07-11"]
    assert [fact.period for fact in release.facts if fact.type == "statistic"] == [None]


def test_evidence_stays_short_in_a_sentence_without_end():
    release = arnlp.extract("وارتفع من 5% إلى 6% عام 2023 " * 500)
    assert len(release.facts) >= 500
    assert max(len(fact.evidence[0].text) for fact in release.facts) < 1000
