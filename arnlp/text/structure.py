"""The parts of a release: lines joined where they were only wrapped, and what each part is.

Headline and sub-headline stand before the body; boilerplate and contacts after it, told by the
heads in the ``structure`` tables; list items start with a bullet or a number.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from arnlp.lang import LANGUAGES, alternatives, table
from arnlp.text.wrapping import BULLET, SENTENCE_END, lines, wrapped_lines

_YEAR = re.compile(
    r"(?<![0-9\u0660-\u0669])(?:1[34]|19|20|\u0661[\u0663\u0664\u0669]|\u0662\u0660)[0-9\u0660-\u0669]{2}(?![0-9\u0660-\u0669])"
)
_ONLY_CONTACT = re.compile(r"^\W*(?:(?:https?://|www\.)\S+|\S+@\S+\.\S+|\+?[0-9][0-9 ()-]{6,})\W*$")
_HEADLINE_LENGTH = 220
_HEAD_LENGTH = 90


class Part(NamedTuple):
    """A part of a text: its kind, and its span without the spaces around it."""

    kind: str
    start: int
    end: int


class _Heads(NamedTuple):
    starts: re.Pattern[str]  # a group for each kind
    lines: frozenset[str]


@cache
def _heads() -> _Heads:
    starts: dict[str, list[str]] = {}
    lines: set[str] = set()
    for language in LANGUAGES:
        for row in table(language, "structure"):
            for spelling in alternatives(row["spellings"]):
                if row["match"] == "line":
                    lines.add(_bare(spelling))
                else:
                    starts.setdefault(row["kind"], []).append(re.escape(spelling))
    groups = (f"(?P<{kind}>{'|'.join(words)})" for kind, words in starts.items())
    return _Heads(re.compile("|".join(groups)), frozenset(lines))


def _bare(line: str) -> str:
    return line.strip("-\u2013\u2014_=*() \t\u0640.")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the spans of the paragraphs: lines, joined where they were only wrapped.

    >>> text = "بلغت القيمة 322 ألف\\nاجتماع في عام 2020."
    >>> [text[start:end] for start, end in paragraphs(text)] == [text]
    True
    """
    found = lines(text)
    out: list[tuple[int, int]] = []
    before = ""
    for line, wrapped in zip(found, wrapped_lines(text, found), strict=True):
        if wrapped and not (len(before) <= _HEAD_LENGTH and _head_kind(before)):
            out[-1] = (out[-1][0], line[1])
        else:
            out.append(line)
        before = text[line[0] : line[1]]
    return out


def _head_kind(line: str) -> str | None:
    """Return the kind of the part that a line opens, 'end' where it closes the release proper."""
    heads = _heads()
    if len(line) <= 20 and _bare(line) in heads.lines:
        return "end"
    opened = heads.starts.match(line)
    if opened is not None and (opened.lastgroup == "contacts" or len(line) <= _HEAD_LENGTH):
        return opened.lastgroup
    if _ONLY_CONTACT.match(line):
        return "contacts"
    return None


def parts(text: str) -> list[Part]:
    """Return the parts of a text in their order; every paragraph belongs to one.

    >>> [part.kind for part in parts("عنوان الخبر\\n\\nقال الوزير كلمة.\\nنبذة عن الوزارة\\nهي وزارة.")]
    ['headline', 'body', 'boilerplate', 'boilerplate']
    """
    found = paragraphs(text)
    out: list[Part] = []
    after = False  # behind the end of the release proper
    before_body = len(found) > 1
    for index, (start, end) in enumerate(found):
        line = text[start:end] if end - start <= _HEADLINE_LENGTH else ""
        opened = _head_kind(line) if line and index else None
        if opened in ("boilerplate", "end"):
            after = True
            before_body = False
        if opened == "contacts" and (after or end - start <= _HEADLINE_LENGTH):
            kind = "contacts"
        elif after:
            kind = "boilerplate"
        elif before_body and (kind := _top_kind(line, index)):
            pass
        else:
            before_body = False
            kind = "list_item" if BULLET.match(text, start) else "body"
        out.append(Part(kind, start, end))
    return out


def _top_kind(line: str, index: int) -> str:
    """Return the kind of a line above the body: headline, sub-headline or dateline, or nothing."""
    if not line:
        return ""
    ends = SENTENCE_END.search(line[-4:])
    if index and len(line) <= _HEAD_LENGTH and _YEAR.search(line):
        if ends is None or line[-1] == ":":
            return "dateline"
    if ends:
        return ""
    return "headline" if index == 0 else "subheadline"
