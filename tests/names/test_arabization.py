"""Persons' names in Arabic letters, and which stay without."""

from __future__ import annotations

import pytest

import arnlp
from arnlp.names import arabized


@pytest.mark.parametrize(
    ("name", "arabic"),
    [
        ("Tamim bin Hamad Al Thani", "تميم بن حمد آل ثاني"),
        ("Mohammed Al-Thani", "محمد آل ثاني"),
        ("Ahmed Alsaud", "أحمد آل سعود"),
        ("Abdel Fattah El-Kindi", "عبدالفتاح الكندي"),
        ("Abdul-Rahman Mansour", "عبدالرحمن منصور"),
        ("KARIMA MANSOUR", "كريمة منصور"),
        ("Abu Bakr Al Rayyes", "أبو بكر الريس"),
    ],
)
def test_a_name_in_arabic_letters(name: str, arabic: str) -> None:
    assert arabized(name) == arabic


@pytest.mark.parametrize(
    "name", ["Astrid Hansen", "Karim", "Karim J. Mansour", "Karim Qzvwx", "Al", "", "-"]
)
def test_a_name_without_arabic_letters(name: str) -> None:
    assert arabized(name) == ""


def test_what_the_release_says_comes_first() -> None:
    text = "Ghassan Al-Kindi (غسان الكنديّ) told reporters"
    assert [e.names.origin for e in arnlp.entities(text) if e.type == "person"] == ["release"]
