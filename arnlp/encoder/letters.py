"""What the letters of a word tell: its first and last ones, and the outline of its figures."""

from __future__ import annotations

_AFFIXES = (1, 2, 3, 4)
_OUTLINED = 12  # characters of a figure


def affixes(norm: str) -> list[str]:
    """Return the features of a word's letters at both ends, none as long as the word.

    >>> affixes("oslo")
    ['p1=o', 's1=o', 'p2=os', 's2=lo', 'p3=osl', 's3=slo']
    """
    out: list[str] = []
    for k in _AFFIXES:
        if len(norm) <= k:
            break
        out += (f"p{k}={norm[:k]}", f"s{k}={norm[-k:]}")
    return out


def outline(figures: str) -> str:
    """Return digits as 0, runs as one.

    >>> outline("1,234"), outline("12,000")
    ('0,0', '0,0')
    """
    out = ""
    for char in figures[:_OUTLINED]:
        kept = "0" if char.isdigit() else char
        if not out.endswith(kept):
            out += kept
    return out
