"""A figure said again is one row; headline and body that disagree are told."""

from __future__ import annotations

import pytest

import arnlp
from arnlp.facts.retold import Retold

HEAD = "Exports rise 12% in first quarter\n\nMUSCAT, March 5, 2025 - "


def figures(text):
    release = arnlp.extract(text, published="2025-03-05")
    return [
        f for f in release.facts if f.type in ("statistic", "change", "money")
    ], release.warnings


@pytest.mark.parametrize("said", ["12.4", "12"])
def test_a_headline_is_evidence_of_the_row_of_the_body(said):
    (fact,), warnings = figures(f"{HEAD}Exports rose by {said}% in the first quarter.")
    assert (fact.value, fact.section) == (float(said), "body")
    clause, headline = fact.evidence
    assert "12%" in headline.text
    assert headline.start < clause.start
    assert warnings == []


def test_the_body_says_a_figure_twice():
    text = "بلغ عدد الزوار 45 ألف زائر في 2024. وأوضح أن عدد الزوار بلغ 45 ألف زائر."
    (fact,), _ = figures(text)
    assert sorted(e.start for e in fact.evidence) == [0, text.index("عدد الزوار بلغ")]
    assert fact.period.edtf == "2024"


@pytest.mark.parametrize(
    "text",
    [
        "بلغ عدد الزوار 45 ألفا في 2024. وبلغ عدد الزوار 45 ألفا في 2023.",
        "ارتفع عدد الزوار بنسبة 45%. وانخفض عدد الزوار بنسبة 45%.",
        "بلغ عدد الزوار 45 ألفا. وبلغ عدد المقيمين 45 ألفا.",
        "Exports reached 45 tonnes. Imports reached 45 tonnes.",
        "Exports reached $45.3 million in 2024. Imports reached $45.3 million in 2024.",
    ],
)
def test_what_differs_stays_two_rows(text):
    facts, warnings = figures(text)
    assert [len(fact.evidence) for fact in facts] == [1, 1]
    assert warnings == []


def test_two_lists_of_the_same_amounts_stay_apart():
    traders = "يدفع التاجر 500 ريال في الرياض و300 ريال في جدة و200 ريال في أبها."
    facts, _ = figures(f"{traders} ويدفع المصنع 300 ريال في الرياض و200 ريال في جدة.")
    assert [len(fact.evidence) for fact in facts] == [1, 1, 1, 1, 1]


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (
            "استقبل متحف البحر 48370 زائرا خلال شهر مايو، بحسب إدارة المتحف.",
            "وذكرت الإدارة أن 48370 زائرا دخلوا متحف البحر خلال شهر مايو مجانا.",
        ),
        (
            "The port of Duqm received more than 48,000 visitors in May, its managers said.",
            "The managers said that the 48,370 visitors to the port of Duqm came from 30 countries.",
        ),
    ],
)
def test_other_words_tell_a_figure_again(first, again):
    text = (
        f"{first} {'وتفتح أبوابه كل يوم. ' if 'متحف' in first else 'It opens every day. '}{again}"
    )
    facts, _ = figures(text)
    (fact,) = [fact for fact in facts if fact.value in (48000, 48370)]
    assert fact.value == 48370
    assert sorted(text[e.start : e.end].count("48") for e in fact.evidence) == [1, 1]


def test_many_figures_of_one_amount_are_asked_of_few(monkeypatch):
    asked = []
    likely = Retold.likely
    monkeypatch.setattr(Retold, "likely", lambda self, a, b: asked.append(1) or likely(self, a, b))
    rows = 60
    figures("\n".join(f"Town {n} received $45,300 for its school." for n in range(rows)))
    assert 0 < len(asked) <= 8 * rows


def test_a_contradiction_names_both_places():
    text = f"{HEAD}Exports rose by 14% in the first quarter."
    facts, (warning,) = figures(text)
    assert [fact.value for fact in facts] == [12, 14]
    at = text.index("12%")
    assert (warning.code, warning.start, warning.end) == ("contradicting_figures", at, at + 3)
    other = text.index("14%")
    assert f"12% ({at} to {at + 3}), the text 14% ({other} to {other + 3})" in warning.message


@pytest.mark.parametrize("body", ["Imports rose by 14%.", "Exports fell by 14%.", "Exports rose by 14% in 2023."])  # fmt: skip
def test_another_measure_direction_or_time_is_no_contradiction(body):
    assert figures(HEAD + body)[1] == []
