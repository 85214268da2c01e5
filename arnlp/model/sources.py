r"""Names of files as text: what no encoding has characters for is spelled out, and can be read back.

A file name is bytes. Where they are not UTF-8, Python keeps each stray byte as a lone surrogate,
which no JSON can hold. A source spells such a byte ``\xc7``; the backslash of a name that really
holds ``\xc7`` is spelled ``\x5c``, so that no two names have one spelling. Names that are UTF-8 are
their own spelling.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

_SURROGATE = "[\ud800-\udfff]"
_TO_SPELL = re.compile(_SURROGATE + r"|\\(?=x[0-9a-f]{2})")
_TO_WRITE = re.compile(_SURROGATE)
_SPELLED = re.compile(rb"\\x([0-9a-f]{2})")


def spelled(name: object) -> str:
    r"""Return the name of a file as text that can be written anywhere.

    >>> spelled("a/\udcc7\udce1.txt"), spelled("دبي.txt")
    ('a/\\xc7\\xe1.txt', 'دبي.txt')
    """
    return _TO_SPELL.sub(_spell, str(name))


def writable(source: object) -> str:
    r"""Return a source that may be spelled already, with stray bytes spelled out.

    >>> writable("\udcc7.txt"), writable(writable("\udcc7.txt"))
    ('\\xc7.txt', '\\xc7.txt')
    """
    return _TO_WRITE.sub(_spell, str(source))


def _spell(found: re.Match[str]) -> str:
    char = found.group()
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:  # how Python keeps a byte that is not UTF-8
        return f"\\x{code - 0xDC00:02x}"
    return "".join(f"\\x{byte:02x}" for byte in char.encode("utf-8", "surrogatepass"))


def path_of(source: str) -> Path:
    r"""Return the path that a source spells: the way back from :func:`spelled`.

    >>> os.fsencode(path_of("a/\\xc7\\xe1.txt"))
    b'a/\xc7\xe1.txt'
    """
    raw = _SPELLED.sub(lambda found: bytes([int(found.group(1), 16)]), source.encode("utf-8"))
    return Path(os.fsdecode(raw))
