"""A comparison as a page of HTML: both texts side by side, what differs marked and listed.

The page holds all that it needs, asks the network for nothing, and shows any text as text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from arnlp.model.base import Span
from arnlp.model.comparison import Aligned, Comparison, Evidence, Finding, Lacking

_CSS = (
    ":root{color-scheme:light dark}"
    "body{font-family:'Noto Naskh Arabic','Segoe UI',Tahoma,serif;line-height:1.7;margin:1.5em auto;max-width:72em;padding:0 1em}"
    "table{border-collapse:collapse;width:100%}td,th{vertical-align:top;padding:.4em .6em;border-bottom:1px solid #8886;text-align:start}"
    "td.side{width:50%;unicode-bidi:isolate}caption{text-align:start;font-weight:bold;padding:.6em 0}"
    "mark.conflict{background:#ffb3a7;color:#000}mark.missing{background:#ffe08a;color:#000}"
    "mark.matched,mark.agrees{background:#cfe8cf;color:#000}mark{border-radius:3px;padding:0 2px}"
    "tr.alone td{background:#ffe08a33}bdi{unicode-bidi:isolate}a:focus,mark:target{outline:2px solid #06c}"
    "@media print{mark{border:1px solid #000}}"
)
_SIDES: tuple[Lacking, Lacking] = ("ar", "en")
_RANK = {"conflict": 0, "missing": 1, "agrees": 2, "matched": 3}


class Mark(NamedTuple):
    """What is marked in a text: its span, how it fares, and which finding it is of."""

    start: int
    end: int
    status: str
    number: str
    note: str


Marks = dict[Lacking, list[Mark]]


def to_page(found: Comparison) -> str:
    """Return a comparison as a page of HTML.

    >>> from arnlp import compare
    >>> page = to_page(compare("بلغ العدد 31 <مدرسة>.", "The number reached 37 <schools>."))
    >>> "&lt;schools&gt;" in page, "<schools>" in page
    (True, False)
    """
    listed = "".join(_listed(number, f) for number, f in enumerate(found.findings) if f.shown)
    marks: Marks = {side: _marks(found, side) for side in _SIDES}
    rows = "".join(_row(aligned, marks) for aligned in found.sentences)
    said = "The texts say the same." if found.same else f"{len(found.differences)} differences."
    table = (
        "<table><caption>Differences</caption><thead><tr><th scope=col>what</th><th scope=col>kind</th>"
        "<th scope=col>Arabic</th><th scope=col>English</th><th scope=col>note</th></tr></thead>"
        f"<tbody>{listed}</tbody></table>"
    )
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><title>Arabic beside English</title>'
        f"<style>{_CSS}</style></head><body><main><h1>Arabic beside English</h1><p>{said}</p>"
        f"{'' if found.same else table}"
        "<table><caption>Both texts</caption><thead><tr><th scope=col>Arabic</th>"
        f"<th scope=col>English</th></tr></thead><tbody>{rows}</tbody></table></main></body></html>"
    )


def _listed(number: int, finding: Finding) -> str:
    cells = "".join(
        f"<td>{_link(number, finding, side, evidence)}</td>"
        for side, evidence in zip(_SIDES, (finding.ar, finding.en), strict=True)
    )
    note = escape(finding.note + repeats(finding))
    return f"<tr><td>{finding.status}</td><td>{finding.kind}</td>{cells}<td><bdi>{note}</bdi></td></tr>"


def _link(number: int, finding: Finding, side: Lacking, evidence: Evidence | None) -> str:
    if evidence is None or finding.missing_in == side:
        return "&ndash;"
    return f'<a href="#{side}{number}"><bdi lang="{side}">{escape(evidence.text)}</bdi></a>'


def _row(aligned: Aligned, marks: Marks) -> str:
    alone = "" if aligned.ar and aligned.en else ' class="alone"'
    cells = "".join(
        f'<td class="side" lang="{side}" dir="{"rtl" if side == "ar" else "ltr"}">{_marked(spans, side, marks[side])}</td>'
        for side, spans in zip(_SIDES, (aligned.ar, aligned.en), strict=True)
    )
    return f"<tr{alone}>{cells}</tr>"


def _marked(spans: Sequence[Span], side: Lacking, marks: Sequence[Mark]) -> str:
    """Return sentences with what was compared in them marked, and nothing else of them."""
    out = []
    for span in spans:
        at = span.start
        parts: list[str] = []
        for mark in marks[bisect_left(marks, span.start, key=_start) :]:
            if mark.start >= span.end:
                break
            here = span.text[at - span.start : mark.start - span.start]
            words = escape(span.text[mark.start - span.start : mark.end - span.start])
            tag = (
                f'<mark class="{mark.status}" id="{side}{mark.number}" title="{escape(mark.note)}">'
            )
            parts += [escape(here), f"{tag}{words}</mark>"]
            at = mark.end
        out.append("".join(parts) + escape(span.text[at - span.start :]))
    return " ".join(out)


def _start(mark: Mark) -> int:
    return mark.start


def repeats(finding: Finding) -> str:
    """Return how many times more the texts say what a finding tells, for its note; empty where never."""
    return f" ({len(finding.again)} more)" if finding.again else ""


def _marks(found: Comparison, side: Lacking) -> list[Mark]:
    """Return what to mark in a text by its place; of two that overlap the graver is kept."""
    marks: list[Mark] = []
    for number, finding in enumerate(found.findings):
        evidence = finding.ar if side == "ar" else finding.en
        unsure = finding.status in ("conflict", "missing") and not finding.shown
        unmarked = unsure or (finding.kind == "fact" and not finding.shown)
        if evidence is not None and not unmarked and finding.missing_in != side:
            status = str(finding.status)
            places = [evidence, *(one.ar if side == "ar" else one.en for one in finding.again)]
            for times, place in enumerate(places):
                name = f"{number}.{times}" if times else f"{number}"
                marks.append(Mark(place.start, place.end, status, name, finding.note))
    kept: list[Mark] = []
    for mark in sorted(marks):
        if kept and mark.start < kept[-1].end:
            if _RANK[mark.status] >= _RANK[kept[-1].status]:
                continue
            kept.pop()
        kept.append(mark)
    return kept
