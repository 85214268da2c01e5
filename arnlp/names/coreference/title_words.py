"""Titles and heads of bodies in forms that their mentions share."""

from __future__ import annotations

from functools import lru_cache

from arnlp.text.clitics import AND, LED_ARTICLES, THE, TO, articled, written
from arnlp.text.view import normalize

_CUT_OFF = LED_ARTICLES | {THE, AND | TO | THE}


@lru_cache(maxsize=10_000)
def bare_head(norm: str) -> str:
    """Strip clitics and article off the head of a body: وللوزاره and الوزاره are وزاره."""
    bits = articled(norm)
    stem = norm[len(written(bits)) :] if bits in _CUT_OFF else norm
    return stem if len(stem) > 2 else norm


def office_key(title: str) -> str:
    """Return an office in a form that its mentions share: folded, without the article before it."""
    first, _, rest = fold_title(title).partition(" ")
    return f"{bare_head(first)} {rest}"


@lru_cache(maxsize=10_000)
def fold_title(title: str) -> str:
    """Return an office or title normalised."""
    return normalize(title)
