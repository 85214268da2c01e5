"""Arabic beside English: what agrees, what contradicts, what is missing, and how it is shown."""

from __future__ import annotations

import json
import re
import tomllib

import pytest
from compare import OWN, Pair, alarms, is_found, other_pairs, own_pairs, planted
from support import ROOT, run

import arnlp
from arnlp.faces.compare.page import to_page

CASES = tomllib.loads((ROOT / "tests/cases/compare.toml").read_text("utf-8"))
NEWS = ROOT.parent / "shared/pairs/ntrex-dev.jsonl"
FEW = {"figure": 10, "scale": 4, "currency": 4, "day": 5, "month": 4, "sentence": 5, "name": 5}


@pytest.mark.parametrize("case", CASES["same"], ids=lambda case: case["en"])
def test_what_says_the_same_raises_no_alarm(case):
    found = arnlp.compare(case["ar"], case["en"])
    assert [(f.kind, f.status, f.note) for f in found.differences] == []
    assert found.same


@pytest.mark.parametrize("case", CASES["differs"], ids=lambda case: case["en"])
def test_what_differs_is_shown(case):
    found = arnlp.compare(case["ar"], case["en"])
    assert [[f.kind, f.status] for f in found.differences] == case["shown"]
    assert not found.same


def test_evidence_stands_in_its_text():
    pair = own_pairs()[0]
    found = arnlp.compare(pair.ar, pair.en)
    spans = [(pair.ar, f.ar) for f in found.findings] + [(pair.en, f.en) for f in found.findings]
    spans += [(pair.ar, s) for a in found.sentences for s in a.ar]
    spans += [(pair.en, s) for a in found.sentences for s in a.en]
    assert all(s is None or text[s.start : s.end] == s.text for text, s in spans)
    again = arnlp.Comparison.model_validate_json(found.model_dump_json())
    assert again == found == arnlp.compare(pair.ar, pair.en)


def test_every_sentence_stands_in_one_place():
    pair = own_pairs()[1]
    found = arnlp.compare(pair.ar, pair.en)
    starts = [span.start for aligned in found.sentences for span in aligned.en]
    assert starts == sorted(set(starts))


def test_releases_are_compared_without_their_texts():
    pair = own_pairs()[2]
    releases = arnlp.extract(pair.ar), arnlp.extract(pair.en)
    assert not [f for f in arnlp.compare(*releases).differences if f.kind == "money"]
    other = arnlp.extract(pair.en.replace("$772 million", "$727 million"))
    shown = arnlp.compare(releases[0], other).differences
    assert ("money", "conflict") in [(f.kind, f.status) for f in shown]


def test_the_other_way_round_is_refused():
    pair = own_pairs()[0]
    with pytest.raises(arnlp.InvalidOption, match="Arabic one goes first"):
        arnlp.compare(pair.en, pair.ar)


@pytest.mark.parametrize("texts", [("", ""), ("نص", ""), ("", "Text 5."), ("\ud800 5", "5 \x00"), ("...", "!")])  # fmt: skip
def test_any_text_is_compared(texts):
    assert isinstance(arnlp.compare(*texts), arnlp.Comparison)


def test_own_pairs_raise_few_alarms():
    shown = [(pair.name, f.kind, f.note) for pair in own_pairs() for f in alarms(pair)]
    assert len(shown) <= 3, shown


def test_planted_differences_are_found():
    check_found(own_pairs(), FEW)


@pytest.mark.skipif(not NEWS.exists(), reason="the translated news are not beside the checkout")
def test_translated_news_raise_few_alarms():
    pairs = other_pairs(NEWS)[::6]
    shown = [f for pair in pairs for f in alarms(pair)]
    figures = [f for f in shown if f.kind in ("number", "money", "percent", "date")]
    assert len(figures) <= 0.5 * len(pairs), figures
    assert len(shown) <= len(pairs), shown


@pytest.mark.skipif(not NEWS.exists(), reason="the translated news are not beside the checkout")
def test_differences_planted_in_news_are_found():
    check_found(other_pairs(NEWS)[1::4], {"figure": 8, "day": 4, "sentence": 6, "name": 6})


def check_found(pairs: list[Pair], wanted: dict[str, int]) -> None:
    made = [one for _, one in planted(pairs, wanted, seed=3)]
    found = {kind: [is_found(one) for one in made if one.kind == kind] for kind in wanted}
    assert all(len(found[kind]) == count for kind, count in wanted.items())
    sharp = [hit for kind in wanted if kind not in ("sentence", "name") for hit in found[kind]]
    assert sum(sharp) >= 0.9 * len(sharp)
    assert sum(found["sentence"]) >= 0.8 * len(found["sentence"])
    assert sum(found["name"]) >= 0.6 * len(found["name"])


# -- faces --------------------------------------------------------------------------------


def test_the_command_exits_with_one_where_texts_differ(tmp_path):
    ar, en = OWN / "jo-water.ar.txt", OWN / "jo-water.en.txt"
    assert run("compare", ar, en).returncode == 0
    other = tmp_path / "other.txt"
    other.write_text(en.read_text("utf-8").replace("4,500 jobs", "5,400 jobs"), "utf-8")
    table = run("compare", ar, other)
    assert table.returncode == 1
    assert "5,400" in table.stdout.decode()
    found = json.loads(run("compare", ar, other, "--format", "json").stdout)
    assert [f["status"] for f in found["findings"] if f["shown"]] == ["conflict"]
    assert run("compare", en, ar).returncode == 2


def test_the_page_holds_all_it_needs_and_shows_text_as_text():
    hostile = "Revenue reached AED 3.7 million <script>alert(1)</script> \u202e\"' & more."
    page = to_page(arnlp.compare("بلغت الإيرادات 3.1 مليون درهم <b>.", hostile))
    assert "<script" not in page
    assert "<b>" not in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert page.count('dir="rtl"') == page.count('dir="ltr"') == 1
    targets = re.findall(r'href="#(\w+)"', page)
    assert targets
    assert all(f'id="{target}"' in page for target in targets)


def test_a_conflict_of_headline_and_body_is_told_once_with_both_places():
    ar = "إيرادات المعارض تبلغ 4.2 مليون درهم\n\nدبي - بلغت إيرادات المعارض 4.2 مليون درهم في مايو، بحسب الهيئة."
    en = (
        "Revenue of exhibitions reaches AED 4.8 million\n\n"
        "Dubai - Revenue of exhibitions reached AED 4.8 million in May, the authority said."
    )
    found = arnlp.compare(ar, en)
    [finding] = found.differences
    places = [(finding.ar, finding.en), *((one.ar, one.en) for one in finding.again)]
    assert len(places) == 2
    assert {ar[a.start : a.end] for a, _ in places} == {"4.2 مليون درهم"}
    assert {en[e.start : e.end] for _, e in places} == {"AED 4.8 million"}
    assert len({a.start for a, _ in places}) == len({e.start for _, e in places}) == 2
    page = to_page(found)
    assert page.count('<mark class="conflict"') == 4
    assert "(1 more)" in page
