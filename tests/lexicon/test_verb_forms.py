"""The forms of verbs in the tables are those that the morphology makes of their lemmas."""

from __future__ import annotations

import sys

import pytest
from support import ROOT

from arnlp.lang import LANGUAGES

sys.path.insert(0, str(ROOT / "tests/generate"))

from verb_forms import FORMS, arabic_forms, english_forms, written


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FORMS)
def test_table_is_as_generated(language, name):
    path = ROOT / "arnlp/lang" / language / f"{FORMS[name][0]}.tsv"
    assert path.read_text("utf-8") == written(language, name), "run tests/generate/verb_forms.py"


def test_forms_that_are_sooner_nouns_are_left_out():
    forms = set(arabic_forms("عَقَد", "finite"))
    assert {"عقدت", "تعقد", "يعقدون"} <= forms
    assert "عقد" not in forms


def test_english_forms():
    assert list(english_forms("reduce", "finite")) == ["reduced", "reduces"]
    assert list(english_forms("seek", "past")) == ["sought"]
    assert list(english_forms("plan", "finite")) == []
    assert list(english_forms("drop", "past")) == ["dropped"]
