"""From bytes to characters: byte-order marks, UTF-8, then a guess among the encodings in use."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from arnlp.model.errors import UnreadableDocument

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What files of the region's offices are written in beside UTF-8.
_CANDIDATES = ["cp1256", "cp1252", "iso8859_6", "cp720", "mac_arabic"]
_SAMPLE = 1 << 16
_CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x7f]")
_MOST_CONTROLS = 0.02
# Bytes that are Arabic letters in both, and those that are so in one of them only: windows-1256
# has غ ف ق ك where ISO 8859-6 has nothing, ISO 8859-6 ه و ى ي where windows-1256 has ç è é ê.
_ARABIC_RUN = re.compile(rb"[\xc1-\xd6\xd8-\xdf\xe1-\xea\xec\xed]{3,}")
_ONLY_WINDOWS = frozenset(b"\xdb\xdd\xde\xdf")
_ONLY_ISO = frozenset(b"\xe7\xe8\xe9\xea")


def decode(data: bytes, source: str, declared: str | None = None) -> tuple[str, str]:
    r"""Return the text of a file's bytes and the name of its encoding.

    ``declared`` is the encoding that the file gives for itself; it is tried after a byte-order
    mark and before a guess. Raises UnreadableDocument for empty and for binary data.

    >>> decode("دبي".encode("cp1256"), "a.txt")
    ('دبي', 'cp1256')
    """
    if not data.strip():
        raise UnreadableDocument(source, "the file is empty")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, source), encoding
    zeros = data[:_SAMPLE].count(0)
    if zeros:
        wide = _without_mark(data[:_SAMPLE], zeros)
        if wide is None:
            raise UnreadableDocument(source, "it is binary, not text (zero bytes)")
        return _strict(data, wide, source), wide
    if len(_CONTROLS.findall(data[:_SAMPLE])) > _MOST_CONTROLS * min(len(data), _SAMPLE):
        raise UnreadableDocument(source, "it is binary, not text (control characters)")
    for name in ("utf-8", declared):
        if name:
            try:
                return data.decode(name), name
            except (UnicodeDecodeError, LookupError):
                continue
    return _guess(data, source)


def _strict(data: bytes, encoding: str, source: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(source, f"damaged {encoding} at byte {error.start}") from None


def _without_mark(sample: bytes, zeros: int) -> str | None:
    """Tell UTF-16 without a mark: spaces and line ends in two bytes, zeros on one side only."""
    sample = sample[: len(sample) // 2 * 2]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    little, big = sample.count(b"\x20\x00"), sample.count(b"\x00\x20")
    if max(little, big) * 30 < len(sample) // 2 or min(even, odd) * 10 > zeros:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _guess(data: bytes, source: str) -> tuple[str, str]:
    sample = data[:_SAMPLE]
    runs = sum(len(run) for run in _ARABIC_RUN.findall(sample))
    if runs * 2 > sum(1 for byte in sample if byte > 0x7F):
        windows = sum(1 for byte in sample if byte in _ONLY_WINDOWS)
        iso = sum(1 for byte in sample if byte in _ONLY_ISO)
        encoding = "iso8859_6" if iso > windows else "cp1256"
        return data.decode(encoding, "replace"), encoding
    best = from_bytes(sample, cp_isolation=_CANDIDATES).best()
    if best is None:
        raise UnreadableDocument(source, "its encoding is not known; save it as UTF-8")
    return data.decode(best.encoding, "replace"), best.encoding
