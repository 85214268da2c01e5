"""How much of a file is read at most, so that no file, however made, fills the memory."""

from __future__ import annotations

from dataclasses import dataclass

from arnlp.model.errors import InvalidOption, UnreadableDocument

MAX_BYTES = 64 << 20
MAX_CHARS = 4_000_000
_BYTES_A_CHAR = 4  # of markup, or of the widest encoding


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may take: ``max_bytes`` of its file, ``max_chars`` of its text.

    Formats that are text themselves (txt, html, json, rtf, eml) and the parts of an archive when
    inflated have at most four bytes for each character of ``max_chars``.

    >>> Limits(max_chars=100).markup
    400
    """

    max_bytes: int = MAX_BYTES
    max_chars: int = MAX_CHARS

    def __post_init__(self) -> None:
        for name in ("max_bytes", "max_chars"):
            if getattr(self, name) < 1:
                raise InvalidOption(name, getattr(self, name), "a number above 0")

    @property
    def markup(self) -> int:
        """The most bytes of a file, or of an inflated part, that is read as text or markup."""
        return min(self.max_bytes, self.max_chars * _BYTES_A_CHAR)

    def check_markup(self, size: int, source: str) -> None:
        """Raise UnreadableDocument for so many bytes of text or markup if they are too many."""
        if size > self.markup:
            raise UnreadableDocument(
                source, f"it holds more than {self.markup:,} bytes of text (limit: max_chars)"
            )

    def check_chars(self, size: int, source: str) -> None:
        """Raise UnreadableDocument for so many characters if they are too many."""
        if size > self.max_chars:
            raise UnreadableDocument(
                source, f"its text is longer than {self.max_chars:,} characters (limit: max_chars)"
            )


NO_LIMITS = Limits(max_bytes=1 << 40, max_chars=1 << 40)
