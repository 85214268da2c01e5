"""From bytes to characters: byte-order marks, UTF-8, then a guess among the encodings in use.

What is damaged or was misread is read as well as it can be, and told in a warning.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from charset_normalizer import from_bytes

from arnlp.model.errors import UnreadableDocument
from arnlp.model.release import Caveat
from arnlp.readers.mojibake import repaired

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
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x7f]")
_MOST_CONTROLS = 0.02
# Bytes that are Arabic letters in both, and those that are so in one of them only: windows-1256
# has غ ف ق ك where ISO 8859-6 has nothing, ISO 8859-6 ه و ى ي where windows-1256 has ç è é ê.
_ARABIC_RUN = re.compile(rb"[\xc1-\xd6\xd8-\xdf\xe1-\xea\xec\xed]{3,}")
_ONLY_WINDOWS = frozenset(b"\xdb\xdd\xde\xdf")
_ONLY_ISO = frozenset(b"\xe7\xe8\xe9\xea")
# An Arabic text in a page that names another encoding: so many letters, so many kinds of them.
_LEAST_LETTERS = 6
_LEAST_KINDS = 4
_STRAY = re.compile("[\udc80-\udcff]+")
_MOST_TOLD = 5
_SOUND = 2  # characters in more than one byte that must be sound for each that is damaged
_WIDE_TEXT = re.compile(r"[\t\n\r\x20-\x7e\u00a0-\u024f\u0600-\u06ff\u2010-\u2026]")
_WIDE_SHARE = 0.9


class Decoded(NamedTuple):
    """The text of a file, its line ends one character each, the encoding, and what was mended."""

    text: str
    encoding: str
    warnings: list[Caveat]


def decode(data: bytes, source: str, declared: str | None = None) -> Decoded:
    r"""Return the text of a file's bytes, the name of its encoding, and warnings.

    ``declared`` is the encoding that the file gives for itself; it is tried after a byte-order
    mark and UTF-8, unless the bytes are Arabic in another. A damaged character is read as U+FFFD,
    and so is a zero byte inside a text; those that fill up its end are left out.
    Raises UnreadableDocument for empty and for binary data.

    >>> decode("دبي".encode("cp1256"), "a.txt")
    Decoded(text='دبي', encoding='cp1256', warnings=[])
    >>> decode("دبي في".encode()[:-1], "a.txt").warnings[0].message
    'damaged UTF-8 at byte 9 (D9): read as \ufffd'
    """
    if not data.strip():
        raise UnreadableDocument(source, "the file is empty")
    decoded = _without_zeros(_decoded(data, source, declared))
    found = repaired(decoded.text)
    if found is None:
        return decoded
    message = f"{found.written} had been read as {found.read_as} and saved so: repaired"
    return Decoded(found.text, decoded.encoding, [Caveat(code="misread_encoding", message=message)])


def unify_line_ends(text: str) -> str:
    r"""Write every line end as ``\n``, as Python's text mode does."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decoded(data: bytes, source: str, declared: str | None) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            if encoding == "utf-8-sig":
                return _utf8(data[len(mark) :], encoding, len(mark))
            return _wide(data, encoding, source)
    sample = data[:_SAMPLE]
    unfilled = sample.rstrip(b"\0")
    zeros, controls = unfilled.count(0), len(_CONTROLS.findall(unfilled))
    too_many = not unfilled or controls > _MOST_CONTROLS * len(unfilled)
    if zeros or too_many:
        wide = _without_mark(sample)
        if wide is not None:
            return _wide(data, wide, source)
    if too_many:
        reason = "zero bytes" if zeros or not unfilled else "control characters"
        raise UnreadableDocument(source, f"it is binary, not text ({reason})")
    found = _utf8(data, "utf-8", 0)
    marks = found.text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    if marks <= 0:
        return found
    sound = len(re.findall(rb"[\xc2-\xf4][\x80-\xbf]+", data)) - marks
    if sound >= _SOUND * marks:
        return found
    return _in_one_byte(data, source, declared)


def _without_zeros(decoded: Decoded) -> Decoded:
    """Leave out the zeros that fill up a text, and read each one inside it as U+FFFD, with a warning."""
    if "\0" not in decoded.text:
        return decoded
    text = decoded.text.rstrip("\0")
    inside = text.count("\0")
    if not inside:
        return decoded._replace(text=text)
    first = text.index("\0")
    message = f"{inside} zero byte{'s' * (inside > 1)} inside the text: read as \ufffd"
    found = Caveat(code="damaged_bytes", message=message, start=first, end=first + 1)
    return Decoded(text.replace("\0", "\ufffd"), decoded.encoding, [*decoded.warnings, found])


def _utf8(data: bytes, encoding: str, skipped: int) -> Decoded:
    """Read UTF-8; each stretch of bytes that is none becomes one mark, with a warning for the first."""
    raw = data.decode("utf-8", "surrogateescape")
    text = unify_line_ends(raw)
    warnings: list[Caveat] = []
    places = []
    for match in _STRAY.finditer(raw):
        places.append(match)
        if len(places) > _MOST_TOLD:
            break
    if not places:
        return Decoded(text, encoding, [])
    at = skipped
    done = 0
    shown = _STRAY.finditer(text)
    total = len(_STRAY.findall(raw))
    gone = 0  # characters that the marks before took
    for match in places[:_MOST_TOLD]:
        at += len(raw[done : match.start()].encode("utf-8", "surrogateescape"))
        done = match.start()
        stray = match.group().encode("utf-8", "surrogateescape")
        place = next(shown).start() - gone
        gone += len(stray) - 1
        message = f"damaged UTF-8 at byte {at} ({stray[:4].hex(' ').upper()}): read as \ufffd"
        if len(warnings) == _MOST_TOLD - 1 and total > _MOST_TOLD:
            message += f"; so are {total - _MOST_TOLD} places more"
        warnings.append(Caveat(code="damaged_bytes", message=message, start=place, end=place + 1))
    return Decoded(_STRAY.sub("\ufffd", text), encoding, warnings)


def _wide(data: bytes, encoding: str, source: str) -> Decoded:
    try:
        return Decoded(unify_line_ends(data.decode(encoding)), encoding, [])
    except UnicodeDecodeError as error:
        first = error.start
    text = data.decode(encoding, "replace")
    marks = text.count("\ufffd")
    if len(text) - marks < _SOUND * marks:
        raise UnreadableDocument(source, f"damaged {encoding} at byte {first}")
    message = f"damaged {encoding} at byte {first}: {marks} characters read as \ufffd"
    return Decoded(unify_line_ends(text), encoding, [Caveat(code="damaged_bytes", message=message)])


def _without_mark(sample: bytes) -> str | None:
    """Tell UTF-16 without a mark: what it reads is nearly all Arabic and Latin."""
    sample = sample[: len(sample) // 2 * 2]
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, "replace")
        if len(_WIDE_TEXT.findall(text)) > _WIDE_SHARE * len(text):
            return encoding
    return None


def _in_one_byte(data: bytes, source: str, declared: str | None) -> Decoded:
    """Read a text of one byte a character: in the encoding it shows, that it names, or by a guess."""
    sample = data[:_SAMPLE]
    runs = _ARABIC_RUN.findall(sample)
    letters = b"".join(runs)
    high = sum(1 for byte in sample if byte > 0x7F)
    arabic = _arabic_encoding(letters) if 2 * len(letters) > high else None
    named = _codec(declared)
    plain = len(letters) >= _LEAST_LETTERS and len(set(letters)) >= _LEAST_KINDS
    if named is not None and not (arabic is not None and plain):
        try:
            return Decoded(unify_line_ends(data.decode(named)), str(declared), [])
        except UnicodeDecodeError:
            pass
    if arabic is not None:
        warnings = []
        if named is not None and named != codecs.lookup(arabic).name:
            message = f"it names {declared} as its encoding, and is Arabic in {arabic}: read so"
            warnings.append(Caveat(code="wrong_encoding_named", message=message))
        text = unify_line_ends(data.decode(arabic, "replace"))
        return Decoded(text, arabic, warnings)
    best = from_bytes(sample, cp_isolation=_CANDIDATES).best()
    if best is None:
        raise UnreadableDocument(source, "its encoding is not known; save it as UTF-8")
    return Decoded(unify_line_ends(data.decode(best.encoding, "replace")), best.encoding, [])


def _codec(declared: str | None) -> str | None:
    """Return Python's name of an encoding of one byte a letter or several, None for UTF and no names."""
    try:
        name = codecs.lookup(declared).name if declared else None
    except LookupError:
        return None
    return None if name is None or name.startswith("utf") else name


def _arabic_encoding(letters: bytes) -> str:
    windows = sum(1 for byte in letters if byte in _ONLY_WINDOWS)
    iso = sum(1 for byte in letters if byte in _ONLY_ISO)
    return "iso8859_6" if iso > windows else "cp1256"
