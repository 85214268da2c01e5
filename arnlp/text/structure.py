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
_MARK_LENGTH = 20
_STAMP_LENGTH = 60


class Part(NamedTuple):
    """A part of a text: its kind, and its span without the spaces around it."""

    kind: str
    start: int
    end: int


class _Heads(NamedTuple):
    starts: re.Pattern[str]  # a group for each kind
    lines: frozenset[str]
    stamps: re.Pattern[str]  # of agencies' clocks and numbers, which sign a text


@cache
def _heads() -> _Heads:
    starts: dict[str, list[str]] = {}
    lines: set[str] = set()
    signs: dict[str, list[str]] = {"clock": [], "stamp": []}
    for language in LANGUAGES:
        for row in table(language, "structure"):
            for spelling in alternatives(row["spellings"]):
                if row["match"] == "line":
                    lines.add(_bare(spelling))
                elif row["match"] in signs:
                    signs[row["match"]].append(re.escape(spelling))
                else:
                    starts.setdefault(row["kind"], []).append(re.escape(spelling))
    groups = (f"(?P<{kind}>{'|'.join(words)})" for kind, words in starts.items())
    clock, stamp = "|".join(signs["clock"]), "|".join(signs["stamp"])
    stamps = rf"[\d\W]*\d[\d\W]*(?:(?:{clock})[\d\W]*)+$|\W*(?:{stamp})\W*\d{{4,}}\b.{{0,30}}$"
    return _Heads(re.compile("|".join(groups)), frozenset(lines), re.compile(stamps))


def _bare(line: str) -> str:
    return line.strip("-\u2013\u2014_=*()/ \t\u0640.")


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
        here = text[line[0] : line[1]]
        heads = len(before) <= _HEAD_LENGTH and _head_kind(before)
        if wrapped and not heads and not signs_off(here):
            out[-1] = (out[-1][0], line[1])
        else:
            out.append(line)
        before = here
    return out


def signs_off(line: str) -> bool:
    """Tell whether a line only closes a release, or is an agency's clock or number behind it.

    >>> signs_off("// انتهى //"), signs_off("13:26 ت م"), signs_off("انتهى الاجتماع")
    (True, True, False)
    """
    heads = _heads()
    if len(line) <= _MARK_LENGTH and _bare(line) in heads.lines:
        return True
    return len(line) <= _STAMP_LENGTH and heads.stamps.match(line) is not None


def _head_kind(line: str) -> str | None:
    """Return the kind of the part that a line opens, 'end' where it closes the release proper."""
    heads = _heads()
    if signs_off(line):
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
