"""Classes of characters and the single foldings that profiles are made of.

Sources: Unicode 15 names and general categories; the Arabic foldings are those of the field
(pyarabic's ``normalize_*`` and camel-tools' ``normalize_*_ar``), against which they are tested.
"""

from __future__ import annotations

import unicodedata

TATWEEL = "\u0640"
# Quranic signs, harakat, dagger alef, small high letters; also what combines above and below.
MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
# Zero-width characters and directional controls: nothing to see, nothing to say.
CONTROLS = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
SPACES = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
PRESENTATION = "\ufb50-\ufdff\ufe70-\ufefc"
DIGITS = "0-9\u0660-\u0669\u06f0-\u06f9"
ARABIC_LETTERS = "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f\u08a0-\u08b4"
# Everything a written Arabic word may hold: letters, marks, tatweel, invisible controls.
ARABIC_WORD = ARABIC_LETTERS + MARKS + TATWEEL + PRESENTATION

DIGIT_VALUES: dict[int, str] = {base + i: str(i) for base in (0x0660, 0x06F0) for i in range(10)}
DIGIT_FOLD: dict[int, str] = {**DIGIT_VALUES, 0x066B: ".", 0x066C: ",", 0x066A: "%"}
PERSIAN_FOLD: dict[int, str] = {
    0x06CC: "ي",
    0x06D2: "ي",
    0x06A9: "ك",
    0x06AA: "ك",
    0x06C0: "ه",
    0x06C1: "ه",
    0x06D5: "ه",
    0x06BE: "ه",
}
ALEF_FOLD: dict[int, str] = {ord(c): "ا" for c in "أإآٱ"}
YEH_FOLD: dict[int, str] = {ord("ى"): "ي"}
HEH_FOLD: dict[int, str] = {ord("ة"): "ه"}


def expand(char_class: str) -> frozenset[str]:
    r"""Return the characters that a class such as ``"a-c\u0640"`` stands for.

    >>> sorted(expand("a-cx"))
    ['a', 'b', 'c', 'x']
    """
    out: set[str] = set()
    i = 0
    while i < len(char_class):
        if i + 2 < len(char_class) and char_class[i + 1] == "-":
            out.update(map(chr, range(ord(char_class[i]), ord(char_class[i + 2]) + 1)))
            i += 3
        else:
            out.add(char_class[i])
            i += 1
    return frozenset(out)


DELETE_MARKS: dict[int, None] = dict.fromkeys(map(ord, expand(MARKS)))
DELETE_CONTROLS: dict[int, None] = dict.fromkeys(map(ord, expand(CONTROLS)))
FOLD_SPACES: dict[int, str] = dict.fromkeys(map(ord, expand(SPACES)), " ")
# Compatibility letters and ligatures; spacing forms of marks lose the space or tatweel they are shown on.
PRESENTATION_FOLD: dict[int, str] = {
    ord(c): unicodedata.normalize("NFKC", c).lstrip(" \u0640")
    for c in expand(PRESENTATION)
    if unicodedata.normalize("NFKC", c) != c
}


def mojibake_table() -> dict[int, str]:
    """Map what windows-1256 bytes look like when read as Latin-1 or cp1252 to their letters.

    >>> "ÇáßæíÊ".translate(mojibake_table())
    'الكويت'
    """
    table: dict[int, str] = {}
    for code in range(0x80, 0x100):
        raw = bytes([code])
        letter = raw.decode("cp1256", "replace")
        for misread in (raw.decode("latin-1"), raw.decode("cp1252", "replace")):
            if misread != "\ufffd":
                table[ord(misread)] = letter
    return table


# The single operations, as pyarabic and camel-tools have them; profiles put them together.


def strip_marks(text: str) -> str:
    """Remove vowel signs and all other combining signs of the Arabic script.

    >>> strip_marks("كَتَبَ")
    'كتب'
    """
    return text.translate(DELETE_MARKS)


def strip_tatweel(text: str) -> str:
    """Remove the stroke that lengthens words.

    >>> strip_tatweel("بـ")
    'ب'
    """
    return text.replace(TATWEEL, "")


def fold_alef(text: str) -> str:
    """Write every alef plain: أ إ آ ٱ become ا.

    >>> fold_alef("أإآٱ")
    'اااا'
    """
    return text.translate(ALEF_FOLD)


def fold_yeh(text: str) -> str:
    """Write alef maksura as yeh: ى becomes ي.

    >>> fold_yeh("مبنى")
    'مبني'
    """
    return text.translate(YEH_FOLD)


def fold_teh_marbuta(text: str) -> str:
    """Write teh marbuta as heh: ة becomes ه.

    >>> fold_teh_marbuta("دبي الذكية")
    'دبي الذكيه'
    """
    return text.translate(HEH_FOLD)


def open_presentation_forms(text: str) -> str:
    """Write letters and ligatures of the presentation blocks with plain letters.

    As Unicode's NFKC does in these blocks, but a mark that is shown on a space or a tatweel loses it.

    >>> open_presentation_forms("\ufefb")
    'لا'
    """
    return text.translate(PRESENTATION_FOLD)
