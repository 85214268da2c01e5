"""Pages that are bombs: markup so nested that a tree of it would take quadratic time or memory."""

from __future__ import annotations

import re

from arnlp.model.errors import UnreadableDocument

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
     "wbr", "p", "li", "dt", "dd", "option", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup",
     "html", "head", "body", "path")
)  # fmt: skip
# A parser opens these again in each block that they were not closed before.
_REOPENED = frozenset(
    (
        "a",
        "b",
        "big",
        "code",
        "em",
        "font",
        "i",
        "nobr",
        "s",
        "small",
        "strike",
        "strong",
        "tt",
        "u",
    )
)
_DEEPEST = 1500
_MOST_REOPENED = 2_000_000


def check_nesting(text: str, source: str) -> None:
    """Raise UnreadableDocument for a page whose elements are nested too deep to be read.

    >>> check_nesting("<div>" * 2000, "a.html")
    Traceback (most recent call last):
    arnlp.model.errors.UnreadableDocument: a.html: its elements are nested more than 1,500 deep
    """
    depth = reopened = made = 0
    for match in _TAG.finditer(text):
        closing, name = match.groups()
        name = name.lower()
        if name in _REOPENED:
            reopened = max(0, reopened - 1) if closing else reopened + 1
        elif not closing:
            made += reopened
        if name not in _VOID:
            depth = max(0, depth - 1) if closing else depth + 1
            if depth > _DEEPEST and depth - reopened > _DEEPEST // 2:
                raise UnreadableDocument(
                    source, f"its elements are nested more than {_DEEPEST:,} deep"
                )
    if made > _MOST_REOPENED:
        raise UnreadableDocument(source, "its elements are opened and not closed, as in a bomb")
