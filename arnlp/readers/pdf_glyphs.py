"""The letters of a page as PDFium tells them: each with its place, presentation forms opened."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections import Counter
from itertools import pairwise
from typing import Any, NamedTuple

_LAM = 0x644
_ALEFS = frozenset((0x622, 0x623, 0x625, 0x627, 0x671))
_SOFT_HYPHENS = frozenset("\u00ad\x02")
_PRESENTATION = ((0xFB50, 0xFDFF), (0xFE70, 0xFEFC), (0xFB00, 0xFB06))
_ANGLES = 0.05  # radians that a level line may be off
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
        if raw.FPDFText_IsGenerated(text, i) == 1 or code in (0x0A, 0x0D):
            continue
        if not raw.FPDFText_GetCharOrigin(text, i, x, y):
            continue
        if not raw.FPDFText_GetLooseCharBox(text, i, box):
            continue
        size = raw.FPDFText_GetFontSize(text, i)
        if raw.FPDFText_GetMatrix(text, i, matrix):
            size *= math.hypot(matrix.c, matrix.d)
        char = "\u00ad" if code == 2 else chr(code) if code < 0x110000 else "\ufffd"
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
    taken as most of these.
    """
    groups: list[list[Glyph]] = []
    for glyph in glyphs:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and last.x == glyph.x
            and last.y == glyph.y
            and not glyph.char.isspace()
            and _is_arabic(last.char)
            and _is_arabic(glyph.char)
        ):
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    ways: Counter[bool] = Counter(_is_turned(group) for group in groups if _has_lam_alef(group))
    usual = ways[True] > ways[False]
    out = []
    for group in groups:
        if len(group) > 1:
            is_turned = _is_turned(group) if _has_lam_alef(group) else usual
            chars = [glyph.char for glyph in group]
            base = next((g for g in group if not unicodedata.combining(g.char[0])), group[0])
            text = "".join(reversed(chars) if is_turned else chars)
            if unicodedata.combining(text[0]):
                text = text[::-1]
            left, right = min(g.left for g in group), max(g.right for g in group)
            out.append(base._replace(char=text, left=left, right=right))
        else:
            out.append(group[0])
    return out


def _is_arabic(char: str) -> bool:
    return "\u0600" <= char[0] <= "\u06ff"


def _has_lam_alef(group: list[Glyph]) -> bool:
    codes = [ord(glyph.char) for glyph in group if len(glyph.char) == 1]
    return _LAM in codes and any(code in _ALEFS for code in codes)


def _is_turned(group: list[Glyph]) -> bool:
    codes = [ord(glyph.char) if len(glyph.char) == 1 else 0 for glyph in group]
    return any(before in _ALEFS and after == _LAM for before, after in pairwise(codes))
