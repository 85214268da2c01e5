"""The text floor: views with offsets both ways, the tokeniser, the parts of a release."""

from __future__ import annotations

import unicodedata

import pyarabic.araby as araby
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import CORPORA

import arnlp
from arnlp.text import chars
from arnlp.text.structure import parts
from arnlp.text.tokens import clitic_readings, kind_of, pieces, tokenize
from arnlp.text.view import PROFILES, normalized

ARABIC = (
    "".join(map(chr, range(0x600, 0x700))) + "\ufefb\ufef7\ufe8d\ufe8e\ufee0 \u200f\u00a0abc12.,"
)
texts = st.one_of(st.text(), st.text(alphabet=ARABIC))


@given(texts, st.sampled_from(PROFILES))
def test_normalising_twice_equals_once(text, profile):
    once = arnlp.normalize(text, profile)
    assert arnlp.normalize(once, profile) == once


@given(texts, st.sampled_from(PROFILES), st.data())
def test_spans_map_there_and_back(text, profile, data):
    view = normalized(text, profile)
    if not view.text:
        return
    start = data.draw(st.integers(0, len(view.text) - 1))
    end = data.draw(st.integers(start + 1, len(view.text)))
    a, b = view.to_original(start, end)
    assert 0 <= a <= b <= len(text)
    c, d = view.to_normalized(a, b)
    assert c <= start
    assert d >= end
    # what a span stands for normalises to something that holds the span's text
    if profile != "display":
        assert (
            view.text[start:end] in normalized(text[a:b], profile).text
            or " " in view.text[start:end]
        )


def test_a_stretch_of_the_same_length_is_one_piece():
    view = normalized("0\ufef5\u064b", "search")  # a ligature opens to two letters, its mark goes
    assert view.text == "0لا"
    assert view.to_original(2, 3) == (1, 3)


@given(texts, st.sampled_from(PROFILES))
def test_the_whole_maps_to_the_whole(text, profile):
    view = normalized(text, profile)
    if view.text:
        a, b = view.to_original(0, len(view.text))
        assert normalized(text[a:b], profile).text.strip() == view.text.strip()


def test_where_nothing_changes_the_view_is_the_text():
    text = "دبي تمكن 62"
    assert normalized(text, "display").text is text


@pytest.mark.parametrize("span", [(-1, 2), (2, 1), (0, 99)])
def test_spans_outside_are_refused(span):
    with pytest.raises(ValueError, match="no span"):
        normalized("دبي").to_original(*span)


def test_unknown_profiles_are_refused_at_once():
    with pytest.raises(arnlp.InvalidOption, match="'display', 'search', 'match'"):
        arnlp.normalize("x", profile="fancy")


# -- oracles ----------------------------------------------------------------------------

arabic_texts = st.text(alphabet=ARABIC)
REAL = [path.read_text("utf-8") for path in sorted(CORPORA.glob("ar/*.txt"))]


def _agree(ours, theirs, samples):
    for text in samples:
        assert ours(text) == theirs(text)


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


# -- tokens -----------------------------------------------------------------------------


@given(texts)
def test_pieces_are_the_text(text):
    assert "".join(pieces(text)) == text


@given(texts)
def test_tokens_are_grounded(text):
    last = 0
    for token in tokenize(text):
        assert text[token.start : token.end] == token.text
        assert token.start >= last
        last = token.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بـ6,8 مليون", ["بـ", "6,8", "مليون"]),
        ("كوفيد19 و5", ["كوفيد", "19", "و", "5"]),
        ("٢٬٥٠٠ و٧٫٥", ["٢٬٥٠٠", "و", "٧٫٥"]),
        ("500 د.إ.", ["500", "د.إ."]),
        ("H.E. Dr. Ali's", ["H.E.", "Dr", ".", "Ali", "'s"]),
        ("في 8:30 يوم 15/11/2023", ["في", "8:30", "يوم", "15/11/2023"]),
        ("info@a.ae، www.b.sa/x؟", ["info@a.ae", "،", "www.b.sa/x", "؟"]),
        ("73ر2045", ["73ر2045"]),
        ("", []),
    ],
)
def test_tokens(text, expected):
    assert [token.text for token in tokenize(text)] == expected


def test_every_kind_has_a_piece():
    seen = {kind_of(piece) for piece in pieces("كلمة word 5 8:30 15/11/2023 1/2 ، \n x@y.ae")}
    assert len(seen) == 10


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("وللوزاره", ("ول", True, "وزاره")),
        ("بالمئه", ("ب", True, "مئه")),
        ("ستصل", ("س", False, "تصل")),
        ("فالوزير", ("ف", True, "وزير")),
        ("كالماء", ("ك", True, "ماء")),
    ],
)
def test_clitics_are_offered_as_readings(word, reading):
    assert reading in [tuple(r) for r in clitic_readings(word)]


# -- parts ------------------------------------------------------------------------------


def test_parts_of_a_release():
    text = (
        "وزارة تفتتح مركزا\nعنوان فرعي بلا نقطة\n\nدبي في 3 مارس 2024 / وام / افتتحت الوزارة المركز.\n"
        "- دعم أول للأسر.\n- دعم ثان للأسر.\n\n-انتهى-\nنبذة عن الوزارة\nهي وزارة.\nللتواصل: x@y.ae"
    )
    kinds = [part.kind for part in parts(text)]
    assert kinds == [
        "headline", "subheadline", "body", "list_item", "list_item", "boilerplate", "boilerplate",
        "boilerplate", "contacts",
    ]  # fmt: skip


@given(texts)
def test_parts_do_not_overlap(text):
    last = 0
    for part in parts(text):
        assert last <= part.start < part.end <= len(text)
        last = part.end


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("بلغ 5.5 مليون. وزاد.", 2),
        ("قال د. أحمد إن. ثم", 2),
        ('قال: "نعم." ثم ذهب.', 2),
        ("H.E. Dr. Ali spoke. He left.", 2),
        ("هل تم؟ نعم!", 2),
    ],
)
def test_sentences(text, sentences):
    from arnlp.lexicon.tagged import TaggedText

    assert len(TaggedText(text).sentences) == sentences
