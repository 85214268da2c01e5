"""An extraction shown: HTML with the mentions marked in the text."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from arnlp.model.errors import InvalidOption

if TYPE_CHECKING:
    from arnlp.model.release import Release

_LABELS = (
    ("date", "#d6e9c6"), ("quantity", "#ffe3a3"), ("person", "#c9dcf7"), ("organization", "#e3d0f2"),
    ("place", "#cdeeea"), ("other", "#f2d6d6"),
)  # fmt: skip
_STYLE = "".join(f".arnlp mark.{label}{{background:{colour}}}" for label, colour in _LABELS)
_CSS = (
    ".arnlp{max-width:46em;line-height:1.8;font-family:'Noto Naskh Arabic','Segoe UI',Tahoma,serif}"
    ".arnlp p{margin:.6em 0;text-align:start}.arnlp mark{border-radius:3px;padding:0 2px;color:inherit}"
    ".arnlp q{quotes:none;border-bottom:1px dotted #888}.arnlp .key mark{margin-inline-end:.8em}"
    + _STYLE
)
_TYPES = ("person", "organization", "place")


def to_html(text: str, release: Release) -> str:
    """Return a self-contained piece of HTML: the text with its mentions marked.

    Hovering over a mark tells its value. Each paragraph runs in its own direction. ``text`` is the
    one that ``release`` was extracted from, else InvalidOption is raised.

    >>> from arnlp import extract
    >>> text = "بلغ العدد 62 جهة"
    >>> '<mark class="quantity" title="62">62 جهة</mark>' in to_html(text, extract(text))
    True
    """
    spans = _spans(text, release)
    parts: list[str] = []
    at = 0
    for start, end, label, title in spans:
        if start < at:
            continue
        parts.append(escape(text[at:start]))
        parts.append(
            f'<mark class="{label}" title="{escape(title)}">{escape(text[start:end])}</mark>'
        )
        at = end
    parts.append(escape(text[at:]))
    lines = "".join(parts).split("\n")
    body = "".join(f'<p dir="auto">{line}</p>' for line in lines if line.strip())
    key = " ".join(f'<mark class="{label}">{label}</mark>' for label, _ in _LABELS)
    return f'<div class="arnlp"><style>{_CSS}</style><p class="key" dir="ltr">{key}</p>{body}</div>'


def _spans(text: str, release: Release) -> list[tuple[int, int, str, str]]:
    """Return (start, end, label, title) of every mention, the longest of those that overlap first."""
    spans: list[tuple[int, int, str, str]] = []
    for q in release.quantities:
        upper = f"–{q.value_max}" if q.value_max is not None else ""
        bound = "" if q.bound in ("exact", "between") else f"{q.bound} "
        unit = f" {q.unit}" if q.unit else ""
        unit += f" / {q.per}" if q.per else ""
        spans.append((q.start, q.end, "quantity", f"{bound}{q.value}{upper}{unit}"))
    spans += [(d.start, d.end, "date", d.edtf or d.timex or "unresolved") for d in release.dates]
    for entity in release.entities:
        label = entity.type if entity.type in _TYPES else "other"
        title = f"{entity.type}: {entity.name}"
        spans += [(m.start, m.end, label, title) for m in entity.mentions]
        for mention in entity.mentions:
            if text[mention.start : mention.end] != mention.text:
                raise InvalidOption(
                    "text", text[:20], "the text that the release was extracted from"
                )
    spans.sort(key=lambda span: (span[0], -span[1]))
    return spans
