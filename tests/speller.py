"""Spells integers in Arabic words, in either gender and case, by the rules of the written language.

Sources: the agreement of numbers as grammars of Modern Standard Arabic give it (K. C. Ryding, A
Reference Grammar of Modern Standard Arabic, 2005, chapter 15). The gender is that of what is
counted: 3 to 10 take the opposite one.
"""

from __future__ import annotations

_COUNTED_M = ("", "واحد", "", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")
_COUNTED_F = ("", "واحدة", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر")
_TENS = ("", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_HUNDREDS = ("", "مئة", "", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة")
# Singular, the plural behind 3 to 10, the stem of the dual.
_SCALES = (
    (10**15, "كوادريليون", "كوادريليونات"), (10**12, "تريليون", "تريليونات"),
    (10**9, "مليار", "مليارات"), (10**6, "مليون", "ملايين"), (10**3, "ألف", "آلاف"),
)  # fmt: skip


def spell(number: int, feminine: bool = False, oblique: bool = False) -> str:
    """Return a number from 0 to 10^18 in words.

    >>> spell(24), spell(24, feminine=True, oblique=True)
    ('أربعة وعشرون', 'أربع وعشرين')
    >>> spell(2_312_000)
    'مليونان وثلاثمئة واثنا عشر ألفًا'
    """
    if not number:
        return "صفر"
    parts = []
    for value, singular, plural in _SCALES:
        count, number = divmod(number, value)
        if count:
            parts += _scaled(count, singular, plural, oblique)
    if number:
        parts += _below_thousand(number, feminine, oblique)
    return " و".join(parts)


def _scaled(count: int, singular: str, plural: str, oblique: bool) -> list[str]:
    """Return so many of a scale: مئة ألف وألفان, خمسة وعشرون مليونًا."""
    rest = count % 100
    dual = singular + ("ين" if oblique else "ان")
    if rest in (1, 2):
        small = [singular if rest == 1 else dual]
        if count == rest:
            return small
        words = _below_thousand(count - rest, False, oblique)
        return [_of(words, singular), *small]
    words = _below_thousand(count, False, oblique)
    if 3 <= rest <= 10:
        return [_of(words, plural)]
    return [_of(words, singular + "ًا" if rest >= 11 else singular)]


def _of(words: list[str], scale: str) -> str:
    return " و".join(words).removesuffix("ن") + f" {scale}" if words[-1] in (
        "مئتان", "مئتين",
    ) else " و".join(words) + f" {scale}"  # fmt: skip


def _below_thousand(number: int, feminine: bool, oblique: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    two = "ين" if oblique else "ان"
    words = []
    if hundreds:
        words.append("مئت" + two if hundreds == 2 else _HUNDREDS[hundreds])
    if rest:
        words.append(_below_hundred(rest, feminine, oblique))
    return words


def _below_hundred(number: int, feminine: bool, oblique: bool) -> str:
    units = _COUNTED_F if feminine else _COUNTED_M
    ending = "ين" if oblique else "ان"
    two = ("اثنت" if feminine else "اثن") + ending
    if number == 2:
        return two
    if number <= 10:
        return units[number]
    if number < 20:
        ten = "عشرة" if feminine else "عشر"
        if number == 11:
            return ("إحدى " if feminine else "أحد ") + ten
        if number == 12:
            return two.removesuffix("ن") + " " + ten
        return f"{units[number - 10]} {ten}"
    ten = _TENS[number // 10] + ("ين" if oblique else "ون")
    unit = number % 10
    if not unit:
        return ten
    if unit == 1 and feminine:
        return f"إحدى و{ten}"
    return f"{two if unit == 2 else units[unit]} و{ten}"
