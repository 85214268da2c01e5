"""The country of a release: what is told by all the evidence, what is not, and what is shown of it."""

from __future__ import annotations

import tomllib

import pytest
from support import ROOT

import arnlp
from arnlp.engine import find_dateline, weigh_country
from arnlp.lang import LANGUAGES, alternatives, table
from arnlp.lexicon.tagged import TaggedText

CASES = tomllib.loads((ROOT / "tests/cases/countries.toml").read_text("utf-8"))
TOLD = [(case["country"], text) for case in CASES["told"] for text in case["texts"]]
UNTOLD = [(case["warning"], text) for case in CASES["untold"] for text in case["texts"]]


@pytest.mark.parametrize(("country", "text"), TOLD)
def test_told_by_the_text(country, text):
    tagged = TaggedText(text)
    assert weigh_country(tagged, find_dateline(tagged)).country == country


@pytest.mark.parametrize("case", CASES["source"], ids=lambda case: case["of"])
def test_told_by_the_source(case):
    assert arnlp.extract(case["text"]).document.country is None
    document = arnlp.extract(case["text"], source=case["of"]).document
    assert document.country == case["country"]
    assert document.country_evidence[0].kind == "domain"


@pytest.mark.parametrize(("warning", "text"), UNTOLD)
def test_none_is_told(warning, text):
    release = arnlp.extract(text)
    assert release.document.country is None
    if warning:
        assert warning in [w.code for w in release.warnings]
        assert not [q for q in release.quantities if q.kind == "money" and q.unit]


def test_a_word_of_about_is_no_place_before_a_figure():
    release = arnlp.extract("بلغت الصادرات حولي 44 مليون دينار.")
    assert [q.bound for q in release.quantities] == ["about"]
    assert not release.entities
    assert [e.name for e in arnlp.extract("افتتح المركز في حولي.").entities] == ["حولي"]


def test_the_argument_wins_and_shows():
    release = arnlp.extract("أنجزت بلدية دبي 4 مشروعات بقيمة 4 ملايين دينار.", country="JO")
    assert release.document.country == "JO"
    (evidence,) = release.document.country_evidence
    assert (evidence.kind, evidence.text, evidence.start) == ("argument", "JO", None)
    assert "ambiguous_country" not in [w.code for w in release.warnings]


def test_evidence_is_grounded_and_heaviest_first():
    text = "أكد الوزير أن الاقتصاد المصري ينمو، وأن المصريين ينفقون 4 مليارات جنيه في القاهرة مع الصين."
    document = arnlp.extract(text).document
    assert document.country == "EG"
    evidence = document.country_evidence
    assert [one.weight for one in evidence] == sorted((e.weight for e in evidence), reverse=True)
    assert all(text[one.start : one.end] == one.text for one in evidence)
    assert {one.kind for one in evidence} >= {"home_nationality", "people", "currency", "city"}


def test_two_countries_alike_give_none_and_a_warning():
    release = arnlp.extract("اجتمع وزراء في القاهرة، واجتمع وزراء في بيروت.")
    assert release.document.country is None
    assert [w.code for w in release.warnings] == ["ambiguous_country"]
    assert {e.country for e in release.document.country_evidence} == {"EG", "LB"}


def test_a_text_that_tells_nothing_does_not_warn():
    release = arnlp.extract("ارتفع العدد إلى 40 مدرسة.")
    assert release.document.country_evidence == []
    assert release.warnings == []


def test_the_fiscal_year_is_that_of_the_country_told():
    text = "بلغت الإيرادات 35 مليار جنيه في العام المالي الحالي، وفق بيان البورصة المصرية."
    (date,) = arnlp.dates(text, published="2019-11-10")
    assert (date.from_date, date.to_date) == ("2019-07-01", "2020-06-30")


def test_every_kind_of_evidence_has_its_weight():
    weighed = {row["kind"] for row in table("common", "country_weights")}
    assert {row["counts"] for row in table("common", "country_weights")} == {
        "name",
        "kind",
        "signed",
    }
    told = {row["kind"] for language in LANGUAGES for row in table(language, "country_words")}
    assert told <= weighed


def test_every_country_of_the_words_has_releases():
    known = {row["country"] for row in table("common", "release_countries")}
    for language in LANGUAGES:
        for row in table(language, "country_words"):
            assert set(row["countries"].split(" ")) <= known
            assert alternatives(row["spellings"])


@pytest.mark.parametrize(
    ("source", "country"),
    [
        ("release.txt", None), ("corpora/ar/notes.sa", None), ("C:\\files\\x.ma", None),
        ("https://bit.ly/3x", "LY"), ("https://example.com/ae/1", None), ("mailto:press@moi.gov.qa", "QA"),
        ("https://www.wam.ae/en/article?x=1", "AE"), ("http://user@host.gov.eg:8080/", "EG"),
    ],
)  # fmt: skip
def test_hosts_in_sources(source, country):
    assert weigh_country(TaggedText(""), source=source).country == country
