"""The morphology as a whole: what it costs, what it promises of any input, and its page."""

from __future__ import annotations

import doctest
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT

import arnlp
from arnlp.lang import alternatives, table
from arnlp.morphology import features as F
from arnlp.morphology import readings
from arnlp.morphology.arabic import ArabicMorphology, arabic
from arnlp.morphology.english import english
from arnlp.morphology.store import store
from arnlp.text.chars import strip_marks

PAGE = ROOT / "arnlp/morphology/README.md"
LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640"


def test_the_page_is_true():
    assert doctest.testfile(str(PAGE), module_relative=False).failed == 0


def test_the_file_is_small_and_importing_arnlp_reads_none_of_it():
    assert (ROOT / "arnlp/morphology/arabic.bin").stat().st_size < 4_000_000
    code = "import sys, arnlp; print([m for m in sys.modules if m.startswith('arnlp.morphology')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@given(st.text(max_size=12))
def test_any_text_is_read_without_an_error(text):
    for analysis in arnlp.analyze(text):
        assert analysis.pos in F.POS
        type(analysis).model_validate(analysis.model_dump())


@given(st.text(alphabet=LETTERS + MARKS, min_size=1, max_size=14))
def test_an_arabic_word_has_readings_that_hold_together(word):
    found = readings(word)
    assert found == ArabicMorphology(store())[word]  # the same from anew
    assert len(set(found)) == len(found)
    for reading in found:
        written = reading.chain.written
        assert strip_marks(word).replace("\u0640", "").startswith(written[:1])
        assert reading.bundle.bits == F.bundle(reading.pos, reading.bundle.features).bits
        if reading.verb:
            assert reading.pos in ("NOUN", "ADJ")
        if reading.chain.article:
            assert reading.pos not in ("VERB", "AUX")


@pytest.mark.parametrize("nothing", ["", "  ", "كلمة كلمة", "two words", "\n"])
def test_what_is_not_one_word_has_no_reading(nothing):
    assert arnlp.analyze(nothing) == []


def test_a_feature_that_is_not_told_may_be_any():
    noun = F.bundle("NOUN", ())
    assert noun.bits & F.GENDER == F.GENDER
    assert F.bundle("NOUN", (("Case", "Acc,Gen"),)).bits & F.CASE == F.ACC | F.GEN
    assert F.bundle("PART", ()).bits & F.GENDER == 0


def test_every_masdar_and_plural_of_the_tables_is_read():
    morphology = arabic()
    for row in table("ar", "masdars"):
        found = morphology.every_reading(strip_marks(row["masdar"]))
        verbs = {strip_marks(r.verb or "").replace("ٱ", "ا") for r in found}
        assert strip_marks(row["verb"]) in verbs, row
    for row in table("ar", "broken_plurals"):
        every = morphology.every_reading(strip_marks(row["plural"]))
        assert any(r.pos == "NOUN" and r.bits & F.PLUR for r in every), row


def test_forms_of_irregular_english_verbs():
    for row in table("en", "irregular_verbs"):
        for form in alternatives(row["past"]):
            assert ("VERB", row["base"]) in {(r.pos, r.lemma) for r in english()[form]}, form
