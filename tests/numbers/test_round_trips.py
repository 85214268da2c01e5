"""Numbers come back from what spells them: words of both languages, numerals of any script."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from num2words import num2words
from speller import spell

import arnlp


def _random_numbers(count):
    random = Random(20201221)
    tops = (100, 10**4, 10**7, 10**12, 10**15)
    return [random.randint(0, random.choice(tops)) for _ in range(count)]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_numbers_spelt_by_num2words_come_back(language):
    for number in _random_numbers(1500):
        words = num2words(number, lang=language)
        # num2words writes 801 thousand as "eight hundred and thousand thousand": no Arabic
        if re.search(r"ألف ألف|مليون مليون|مليار مليار|تريليون تريليون", words):
            continue
        assert [n.value for n in arnlp.numbers(words)] == [number], words


@pytest.mark.parametrize("feminine", [False, True], ids=["masculine", "feminine"])
@pytest.mark.parametrize("oblique", [False, True], ids=["nominative", "oblique"])
def test_numbers_spelt_by_the_rules_of_arabic_come_back(feminine, oblique):
    for number in _random_numbers(1500):
        words = spell(number, feminine, oblique)
        assert [n.value for n in arnlp.numbers(words)] == [number], words


@settings(deadline=None)
@given(
    st.integers(0, 10**15),
    st.sampled_from(["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"]),
    st.sampled_from(["", ",", "٬", "\u00a0", "\u202f"]),
    st.integers(0, 99),
)
def test_numerals_of_any_script_and_grouping_come_back(number, digits, separator, cents):
    if separator.isspace() and number < 1000:
        separator = ""
    point = "٫" if separator == "٬" else "."
    text = f"{number:,}".replace(",", separator)
    for value, written in ((number, text), (number + cents / 100, f"{text}{point}{cents:02}")):
        if len(written.replace(separator or ",", "")) > 17 and point in written:
            continue  # more digits than a float holds
        written = written.translate({ord("0") + i: digit for i, digit in enumerate(digits)})
        found = [n.value for n in arnlp.numbers(f"بلغ {written} طن")]
        assert found == [pytest.approx(value, rel=1e-12)], written
