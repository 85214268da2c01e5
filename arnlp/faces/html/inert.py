"""Text made inert for a page: no character of it steers the reader's browser or turns the words around it."""

from __future__ import annotations

_OVERRIDES = {0x202D: "LRO", 0x202E: "RLO"}
# Embeddings, isolates and their ends: the page gives each part its direction itself.
_DROPPED = (0x202A, 0x202B, 0x202C, *range(0x2066, 0x206A))
_KEPT = "\t\n"
_TABLE: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in _KEPT},
    0x7F: "\u2421",
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    **dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd"),
    **dict.fromkeys(_DROPPED, ""),
    **{code: f"[{name}]" for code, name in _OVERRIDES.items()},
}
_ISOLATE, _END = "\u2068", "\u2069"


def inert(text: str) -> str:
    """Return a text without what acts: controls as pictures, lone surrogates as U+FFFD, overrides named.

    Marks that only help a neighbour to its side (LRM, RLM, ALM) stay; markup is the template's to
    escape.

    >>> inert("a\\x00b\\u202ec\\u2069\\ud800")
    'a␀b[RLO]c�'
    """
    return text.translate(_TABLE)


class Inert(str):
    """A text that is inert already, whose isolates are our own."""

    __slots__ = ()


def isolated(*parts: str) -> Inert:
    """Return parts as one line, each in isolates of its own: for attributes, where no markup stands.

    >>> isolated("person", "حمد") == "\\u2068person\\u2069 · \\u2068حمد\\u2069"
    True
    """
    return Inert(" · ".join(f"{_ISOLATE}{inert(part)}{_END}" for part in parts if part))


def finalize(value: object) -> object:
    """Return what a template prints in the place of a value: nothing for null, plain text made inert."""
    if value is None:
        return ""
    return inert(value) if type(value) is str else value
