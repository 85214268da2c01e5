"""Text that was decoded with the wrong encoding and saved so: read back, never silently.

Three ways it happens to Arabic: UTF-8 read as windows-1252 (``Ø§Ù„``) or as windows-1256 (``ط§ظ„``),
and windows-1256 read as windows-1252 (``ÇáæÒÇÑÉ``). A text is repaired only where it shows so much of
that that no language is written so; ``Ã`` or ``Ø`` among letters are left alone.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

# One of these is in every text of some length that is UTF-8 misread: what a cheap look is for.
_SIGNS = {
    "cp1252": "\u00d8\u00d9\u00da\u00db\u00c2\u00c3\u00c4\u00c5\u00e2",
    "cp1256": ("\u0637\u00a7", "\u0638\u201e"),
}
_LEADS_OF_ARABIC = range(0xD8, 0xDC)
_LEAST_PAIRS = 4  # letters of Arabic, two characters each, side by side with others
_LEAST_MARKS = 3
_LEAST_LETTERS = 6
_LEAST_KINDS = 4
_ALEF_MISREAD, _LAM_MISREAD = "\u00c7", "\u00e1"  # a quarter of all letters of Arabic
_OF_THEM = 8
# Letters that windows-1252 has where windows-1256 has Arabic ones; never three of them make a word.
_MISREAD_LETTER = "\u00c1-\u00d6\u00d8-\u00df\u00e1\u00e3-\u00e6\u00ec\u00ed\u00c0"
_MISREAD_WORD = re.compile(rf"(?<![A-Za-z])[{_MISREAD_LETTER}]{{3,}}(?![A-Za-z])")
_APART_FROM_LATIN = re.compile(r"(?<![^\W\d_])(?<![\x80-\U0010ffff])[\x80-\U0010ffff]+(?![A-Za-z])")
_NOT_ASCII = re.compile(r"[\x80-\U0010ffff]")


class Repair(NamedTuple):
    """A text as it was before it was misread, and which encodings were mistaken for which."""

    text: str
    written: str
    read_as: str


class _Misreading(NamedTuple):
    encoding: str
    byte_of: dict[str, int]
    sequences: re.Pattern[str]  # characters that are UTF-8 read in the encoding
    arabic: re.Pattern[str]  # two letters of Arabic or more


@cache
def _misreading(encoding: str) -> _Misreading:
    byte_of = {}
    for code in range(0x80, 0x100):
        byte_of[chr(code)] = code  # what the encoding lacks is often kept as a control
    for code in range(0x80, 0x100):
        char = bytes([code]).decode(encoding, "replace")
        if char != "\ufffd":
            byte_of[char] = code

    def chars(first: int, last: int) -> str:
        found = (re.escape(char) for char, code in byte_of.items() if first <= code <= last)
        return "[" + "".join(found) + "]"

    more = chars(0x80, 0xBF)
    one = (
        rf"(?:{chars(0xC2, 0xDF)}{more}|{chars(0xE0, 0xEF)}{more}{{2}}|{chars(0xF0, 0xF4)}{more}{{3}}"
        rf"|{chars(0xD8, 0xDB)}\ufffd)"
    )
    pair = rf"(?:{chars(_LEADS_OF_ARABIC[0], _LEADS_OF_ARABIC[-1])}(?:{more}|\ufffd))"
    return _Misreading(encoding, byte_of, re.compile(one + "+"), re.compile(pair + "{2,}"))


def repaired(text: str) -> Repair | None:
    """Return a text as it was meant, None where nothing shows that it was misread.

    >>> text = "افتتحت الوزارة"
    >>> repaired(text.encode("utf-8").decode("latin-1")).text == text
    True
    >>> repaired("São Paulo, NÃO") is None
    True
    """
    if text.isascii():
        return None
    for encoding, signs in _SIGNS.items():
        if any(sign in text for sign in signs):
            if found := _from_utf8(text, _misreading(encoding)):
                return found
    if _ALEF_MISREAD in text and _LAM_MISREAD in text:
        return _from_windows(text)
    return None


def _from_utf8(text: str, misreading: _Misreading) -> Repair | None:
    found = misreading.sequences.findall(text)
    if not found:
        return None
    pairs = sum(len(run) // 2 for run in misreading.arabic.findall(text))
    if pairs < _LEAST_PAIRS and not (misreading.encoding == "cp1252" and _all_of_it(text, found)):
        return None

    def read_back(match: re.Match[str]) -> str:
        raw = bytes(misreading.byte_of.get(char, 0xFF) for char in match.group())
        return re.sub("\ufffd+", "\ufffd", raw.decode("utf-8", "replace"))

    return Repair(misreading.sequences.sub(read_back, text), "UTF-8", misreading.encoding)


def _all_of_it(text: str, found: list[str]) -> bool:
    """Tell whether all of a text that is not ASCII is UTF-8 misread: several signs, or a quote mark."""
    if sum(map(len, found)) != len(_NOT_ASCII.findall(text)):
        return False
    return len(found) >= _LEAST_MARKS or any("\u00e2\u20ac" in run for run in found)


def _from_windows(text: str) -> Repair | None:
    words = _MISREAD_WORD.findall(text)
    letters = "".join(words)
    if len(letters) < _LEAST_LETTERS or len(set(letters)) < _LEAST_KINDS:
        return None
    if letters.count(_ALEF_MISREAD) + letters.count(_LAM_MISREAD) < len(letters) / _OF_THEM:
        return None
    if 2 * len(letters) <= len(_NOT_ASCII.findall(text)):
        return None
    meant = {
        ord(char): bytes([code]).decode("cp1256")
        for char, code in _misreading("cp1252").byte_of.items()
    }
    text = _APART_FROM_LATIN.sub(lambda match: match.group().translate(meant), text)
    return Repair(text, "windows-1256", "cp1252")
