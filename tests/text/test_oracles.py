"""Single operations on characters against PyArabic, Unicode and CAMeL Tools."""

from __future__ import annotations

import unicodedata

import pyarabic.araby as araby
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ARABIC, CORPORA

from arnlp.text import chars

arabic_texts = st.text(alphabet=ARABIC)
REAL = [path.read_text("utf-8") for path in sorted(CORPORA.glob("ar/*.txt"))]


@given(arabic_texts)
def test_marks_as_pyarabic(text):
    # araby.strip_diacritics; its strip_tashkeel leaves Quranic signs alone
    assert chars.strip_marks(text) == araby.strip_diacritics(text)


@given(arabic_texts)
def test_tatweel_as_pyarabic(text):
    assert chars.strip_tatweel(text) == araby.strip_tatweel(text)


@given(st.text(alphabet="ابتأإآٱىةهكلم "))
def test_alef_as_pyarabic_but_for_alef_maksura(text):
    # araby counts ى and the dagger alef among the alefs; we fold ى to yeh, as search engines do
    plain = text.replace("ى", "")
    assert chars.fold_alef(plain) == araby.normalize_alef(plain)


@given(st.text(alphabet="ابتةهكلم "))
def test_teh_marbuta_as_pyarabic(text):
    assert chars.fold_teh_marbuta(text) == araby.normalize_teh(text)


@given(st.text(alphabet="\ufefb\ufef5\ufef7\ufef9ابت "))
def test_lam_alef_as_pyarabic_but_with_its_hamza(text):
    # araby drops the hamza of the ligature; folding alef afterwards is the same
    assert chars.fold_alef(chars.open_presentation_forms(text)) == araby.normalize_ligature(text)


def test_presentation_forms_as_nfkc_but_for_spacing_marks():
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)):
        char = chr(code)
        if unicodedata.category(char) == "Cn":
            continue
        compatible = unicodedata.normalize("NFKC", char)
        # a mark shown on a space or a tatweel stands for the mark alone
        assert chars.open_presentation_forms(char) == compatible.lstrip(" \u0640")


@pytest.mark.parametrize("text", REAL)
def test_real_text_as_pyarabic(text):
    assert chars.strip_marks(text) == araby.strip_diacritics(text)
    assert chars.strip_tatweel(text) == araby.strip_tatweel(text)
    assert chars.fold_teh_marbuta(text) == araby.normalize_teh(text)


def test_single_operations_as_camel_tools():
    dediac = pytest.importorskip(
        "camel_tools.utils.dediac", reason="extra 'camel' is not installed"
    )
    from camel_tools.utils import normalize as camel

    for text in [*REAL, ARABIC, "كَتَبَ ٱلْإِمَارَاتِ ىة"]:
        # camel takes the dagger alef and the eight signs of vowels; ours takes Quranic signs too
        extra = "".join(
            chr(c) for c in chars.DELETE_MARKS if chr(c) not in "\u0670" and not 0x64B <= c <= 0x652
        )
        plain = text.translate(dict.fromkeys(map(ord, extra)))
        assert chars.strip_marks(plain) == dediac.dediac_ar(plain)
        assert chars.fold_alef(text) == camel.normalize_alef_ar(text)
        assert chars.fold_yeh(text) == camel.normalize_alef_maksura_ar(text)
        assert chars.fold_teh_marbuta(text) == camel.normalize_teh_marbuta_ar(text)
    lam_alef = "\ufefb\ufef7\ufe8d\ufee0"
    assert chars.open_presentation_forms(lam_alef) == camel.normalize_unicode(lam_alef)
