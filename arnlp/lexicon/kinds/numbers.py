"""Kinds that the engine of numbers asks for."""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.lexicon.kinds.kind import Kind

NUMBERS = (
    Kind(
        "NUMBER", S.NUMBER, "numbers",
        "a number word: خمسة, مليون, twelve", {"cardinals": "value class spellings"},
        value="int: what the word is worth by itself, so that ألفان is 2000",
        roles={
            "unit": "0 to 10, in English 0 to 9",
            "teen": "11 to 19, in English 10 to 19",
            "ten": "20 to 90",
            "hundred": "100 to 900, in one Arabic word",
            "times100": "hundred, in English: multiplies what stands before",
            "scale": "a dozen, a thousand and more: multiplies what stands before",
            "plural": "a scale in the plural: as scale, but no number by itself (آلاف)",
            "acc": "a scale with an alef: as scale, or two of it before a noun (مليونا ريال)",
            "dual": "two of a scale: ألفان",
            "joined": "a unit before a ten only: إحدى (وعشرون)",
        },
    ),
    Kind(
        "ORDINAL", S.ORDINAL, "numbers",
        "an ordinal, in Arabic without its article: خامس, twelfth",
        {"ordinals": "value class spellings"},
        value="int: the cardinal",
        roles={
            "unit": "1 to 9, in Arabic 1 to 10: alone, or what closes a compound",
            "teen": "11 to 19, in English 10 to 19",
            "ten": "20 to 90, in English; the Arabic ones are cardinals with the article",
            "hundred": "hundredth",
            "scale": "thousandth and more",
            "joined": "1 before a ten only: الحادي (والعشرون)",
            "compound": "a ten and a unit without their hyphen (twentyfifth), which code joins",
        },
    ),
    Kind(
        "FRACTION", S.FRACTION, "numbers",
        "a part of one, or several: نصف, ثلثا, a quarter. Code adds those that English ordinals"
        " are: a fifth, fifths",
        {"fractions": "value class spellings", "ordinals": "value spellings"},
        value="Fraction: what the word is worth; of a plural, one of its parts",
        roles={
            "": "a part of one wherever it stands",
            "named": "also a number or an ordinal: a part before a definite noun or 'of' only",
            "plural": "counted by a number before it: (ثلاثة) أخماس, (two) thirds",
            "owned": "with a pronoun for its whole: نصفهم, ثلثاها",
            "owned_plural": "counted, with one: (ثلاثة) أرباعها",
        },
    ),
    Kind(
        "MULTIPLE", S.MULTIPLE, "numbers",
        "so many times as much: ضعف, twice", {"multiples": "value class spellings"},
        value="int: how many times, 1 of a plural",
        roles={
            "single": "stands alone; in Arabic behind إلى or a bound only",
            "dual": "twice, in the Arabic dual: stands alone anywhere",
            "plural": "counted by a number before it: (ثلاثة) أضعاف, (3) times",
        },
    ),
    Kind(
        "IDENTIFIER_CUE", S.IDENTIFIER_CUE, "numbers",
        "what makes the number behind it an identifier, a page or a telephone: رقم, No.",
        {"identifier_cues": "spellings"},
    ),
)  # fmt: skip
