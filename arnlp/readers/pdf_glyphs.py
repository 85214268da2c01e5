"""The letters of a page as PDFium tells them: each with its place, presentation forms opened."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from itertools import pairwise
from typing import Any, NamedTuple

_LAM = 0x644
_HEH = 0x647
_ALEFS = frozenset((0x622, 0x623, 0x625, 0x627, 0x671))
_LINE_END_HYPHEN = 2  # as PDFium tells it
_PRESENTATION = ((0xFB50, 0xFDFF), (0xFE70, 0xFEFC), (0xFB00, 0xFB06))
_ANGLES = 0.05  # radians that a level line may be off
_ONCE, _LOOK_BACK = 0.3, 50  # sizes of a letter, and letters, within which two are one
_FEW = 0.3  # of the letters of a page, those of a stamp across it


class Glyph(NamedTuple):
    """One letter or sign: where its pen stood, the left and right of its box, and its size."""

    char: str
    x: float
    y: float
    left: float
    right: float
    size: float


def glyphs_of(pdf: Any, number: int) -> list[Glyph] | None:
    """Return the letters of a page in the order of the file, None for a page that is damaged.

    Spaces are kept where they have a width; letters of one ligature come in the order they are read.
    """
    import pypdfium2
    import pypdfium2.raw as raw

    try:
        page = pdf[number]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return None
    try:
        return _in_reading_order(_level(_read(raw, text)))
    finally:
        text.close()
        page.close()


def _read(raw: Any, text: Any) -> list[tuple[Glyph, float]]:
    x, y = ctypes.c_double(), ctypes.c_double()
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    found = []
    high = 0
    for i in range(max(0, raw.FPDFText_CountChars(text))):
        code = raw.FPDFText_GetUnicode(text, i)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code, high = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00), 0
        if code == 0x0D:  # what PDFium takes for the end of a line may be the end of a word
            code = 0x20
        if code != 0x20 and (code == 0x0A or raw.FPDFText_IsGenerated(text, i) == 1):
            continue
        if not raw.FPDFText_GetCharOrigin(text, i, x, y):
            continue
        if not raw.FPDFText_GetLooseCharBox(text, i, box):
            continue
        size = raw.FPDFText_GetFontSize(text, i)
        if raw.FPDFText_GetMatrix(text, i, matrix):
            size *= math.hypot(matrix.c, matrix.d)
        char = "-" if code == _LINE_END_HYPHEN else chr(code) if code < 0x110000 else "\ufffd"
        glyph = Glyph(char, x.value, y.value, box.left, box.right, size)
        for opened in _opened(glyph):
            found.append((opened, raw.FPDFText_GetCharAngle(text, i)))
    return found


def _opened(glyph: Glyph) -> list[Glyph]:
    """Return a glyph, or the letters that a presentation form or ligature stands for."""
    code = ord(glyph.char[0])
    if not any(first <= code <= last for first, last in _PRESENTATION):
        return [glyph]
    letters = unicodedata.normalize("NFKC", glyph.char).strip(" \u0640") or glyph.char
    return [glyph._replace(char=letters)]


def _level(found: list[tuple[Glyph, float]]) -> list[Glyph]:
    """Return the letters of lines that run level; a stamp across the page is left out."""
    turned = [abs(math.sin(angle)) > _ANGLES or math.cos(angle) < 0 for _, angle in found]
    if not any(turned) or sum(turned) > _FEW * len(turned):
        return [glyph for glyph, _ in found]
    return [glyph for (glyph, _), is_turned in zip(found, turned, strict=True) if not is_turned]


def _in_reading_order(glyphs: list[Glyph]) -> list[Glyph]:
    """Join letters that were drawn as one: they have one place, and PDFium may turn them round.

    Which way is seen in lam-alef, which is read in one way only; other ligatures of the page are
    taken as most of these. Marks come behind their letters.
    """
    groups: dict[tuple[float, float, object], list[Glyph]] = {}
    for number, glyph in enumerate(glyphs):
        is_own = glyph.char.isspace() or not _is_arabic(glyph.char)
        groups.setdefault((glyph.x, glyph.y, number if is_own else None), []).append(glyph)
    ways: Counter[bool] = Counter(
        is_turned for group in groups.values() if (is_turned := _is_turned(group)) is not None
    )
    usual = ways[True] > ways[False]
    out = []
    for group in groups.values():
        if len(group) > 1:
            chars = [g.char for g in group if not unicodedata.combining(g.char[0])]
            marks = [g.char for g in group if unicodedata.combining(g.char[0])]
            is_turned = _is_turned(group)
            if usual if is_turned is None else is_turned:
                chars.reverse()
            left, right = min(g.left for g in group), max(g.right for g in group)
            group = [group[0]._replace(char="".join(chars + marks), left=left, right=right)]
        out += group
    return _once(out)


def _once(glyphs: list[Glyph]) -> list[Glyph]:
    """Return letters without those that a program tells twice: with their mark, and again for it."""
    told: dict[str, list[Glyph]] = {}
    out = []
    for glyph in glyphs:
        if len(glyph.char) > 1:
            before = told.setdefault(glyph.char, [])
            if any(
                abs(other.x - glyph.x) < _ONCE * glyph.size and abs(other.y - glyph.y) < glyph.size
                for other in before[-_LOOK_BACK:]
            ):
                continue
            before.append(glyph)
        out.append(glyph)
    return out


def _is_turned(group: list[Glyph]) -> bool | None:
    """Tell whether letters drawn as one were turned: alef before lam, heh before lam; None if unknown."""
    if len(group) < 2:
        return None
    codes = [ord(glyph.char) for glyph in group if len(glyph.char) == 1]
    if _LAM not in codes:
        return None
    if any(before == _HEH and after == _LAM for before, after in pairwise(codes)):
        return True
    if codes.count(_LAM) == 1 and any(code in _ALEFS for code in codes):
        return codes.index(_LAM) > next(i for i, code in enumerate(codes) if code in _ALEFS)
    return None


def _is_arabic(char: str) -> bool:
    return "\u0600" <= char[0] <= "\u06ff"
