"""Golden: every release of the corpora against its gold, and floors under the scores."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from support import CORPORA

from arnlp.faces.evaluate import evaluate, gold_documents

DOCUMENTS = list(gold_documents(CORPORA))
# What the corpora must not fall below, by kind; README gives what is reached.
FLOORS = {
    "quantities": 0.98, "quantities with noun": 0.96, "dates": 0.98, "persons": 0.96, "roles": 0.95,
    "organizations": 0.94, "places": 0.96, "names of other types": 0.85, "coreference": 0.94, "quotes": 0.96, "facts": 0.93,
    "figures": 0.93, "whole rows": 0.4,
}  # fmt: skip


@pytest.fixture(scope="module")
def scores():
    return evaluate(CORPORA)


@pytest.mark.parametrize("kind", FLOORS)
def test_scores_stay_above_their_floors(scores, kind):
    score = scores[kind]
    assert score.f1 >= FLOORS[kind], (score.missed, score.spurious)


def test_the_corpora_are_what_the_readme_says():
    languages = Counter(path.parent.name for path, _, _ in DOCUMENTS)
    assert languages["ar"] == 143
    assert languages["en"] == 488
    assert len({gold["country"] for _, _, gold in DOCUMENTS}) == 59
    pairs = {gold["pair"] for _, _, gold in DOCUMENTS if gold["pair"]}
    assert len(pairs) >= 4  # two bilingual pairs, each named by the other
    assert {gold["split"] for _, _, gold in DOCUMENTS} == {"development", "heldout"}


@pytest.mark.parametrize(("path", "text", "gold"), DOCUMENTS, ids=[p.stem for p, _, _ in DOCUMENTS])
def test_gold_is_grounded(path, text, gold):
    spans = [
        *gold.get("quantities", ()),
        *gold.get("dates", ()),
        *gold.get("quotes", ()),
        *(f["evidence"] for f in gold.get("facts", ())),
    ]
    for span in spans:
        assert text[span["start"] : span["end"]] == span["text"]
    for row in gold.get("rows", ()):
        spans = [*row["evidence"], *(value for value in row.values() if isinstance(value, dict))]
        assert row["figure"]["text"] in row["evidence"][0]["text"]
        for span in [*spans, *filter(None, [row.get("previous", {}).get("period")])]:
            if "start" in span:
                assert text[span["start"] : span["end"]] == span["text"]
    speakers = {name for e in gold.get("entities", ()) for name in [e["name"], *e["also"]]}
    assert {quote["speaker"] for quote in gold.get("quotes", ())} <= speakers


@pytest.mark.parametrize(
    "path", [p for p, _, g in DOCUMENTS if g["pair"]], ids=lambda path: path.stem
)
def test_both_languages_of_a_pair_state_the_same_amounts(path):
    gold = json.loads(path.with_suffix(".gold.json").read_text("utf-8"))
    other = next(CORPORA.glob(f"*/{gold['pair']}.gold.json"))

    def amounts(data):
        kinds = ("money", "percent", "measure", "percentage_point")
        return Counter((q["value"], q["unit"]) for q in data["quantities"] if q["kind"] in kinds)

    assert amounts(gold) == amounts(json.loads(other.read_text("utf-8")))
