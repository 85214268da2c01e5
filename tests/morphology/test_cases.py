"""The case file of the morphology: words, and what a reading of them is."""

from __future__ import annotations

import tomllib

import pytest
from support import ROOT

import arnlp
from arnlp.model.words import Analysis
from arnlp.text.chars import strip_marks

CASES = tomllib.loads((ROOT / "tests/cases/morphology.toml").read_text("utf-8"))["case"]
ROWS = [
    (word, kind, case[kind])
    for case in CASES
    for kind in ("some", "none", "first")
    if kind in case
    for word in case["words"]
]


def is_like(analysis: Analysis, wanted: str) -> bool:
    """Tell whether a reading is what a line of the case file says."""
    pos, lemma, *told = wanted.split()
    given = {
        **analysis.features,
        "verb": strip_marks(analysis.verb or "").replace("ٱ", "ا"),
        "with": "+".join(clitic.text for clitic in analysis.clitics),
    }
    return (
        analysis.pos == pos
        and lemma in ("-", analysis.lemma_bare)
        and all(given.get(pair.split("=")[0]) == pair.split("=")[1] for pair in told)
    )


@pytest.mark.parametrize(("word", "kind", "wanted"), ROWS)
def test_readings(word, kind, wanted):
    found = arnlp.analyze(word)
    shown = "\n".join(map(str, found))
    likeness = [is_like(analysis, wanted) for analysis in found]
    if kind == "none":
        assert not any(likeness), shown
    else:
        assert likeness, "no reading at all"
        assert likeness[0] if kind == "first" else any(likeness), shown


def test_there_are_enough_words():
    assert len({word for word, *_ in ROWS}) >= 200
