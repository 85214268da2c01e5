"""English plurals by their shape."""

from __future__ import annotations


def is_plural_of_capitals(surface: str) -> bool:
    """Tell whether an abbreviation has the s of the plural: TEUs, SMEs."""
    return len(surface) > 2 and surface[-1] == "s" and surface[:-1].isupper()


def is_plural(norm: str) -> bool:
    """Tell whether a word in small letters has the s of the plural: offices, and no success, status, basis."""
    return len(norm) > 2 and norm.endswith("s") and not norm.endswith(("ss", "us", "is"))
