"""Where the text proper of a release begins: its dateline, and the parts of the text around it."""

from __future__ import annotations

from dataclasses import dataclass

from arnlp.lexicon import senses as S
from arnlp.lexicon.tagged import TaggedText
from arnlp.text.structure import Part
from arnlp.text.tokens import DATE, NUMERAL, TIME

_FIRST_TOKENS = 28
_PLACE_WITHIN = 3
_INSIDE = frozenset(("(", "\u060c", ",", ".", "+"))
_CLOSING = frozenset((":", "-", "--", "---", "\u2013", "\u2014"))
_OF_DATES = S.WEEKDAY | S.PLACE | S.DATE_WORD | S.PERIOD | S.DAYPART
_MARKS = frozenset((":", "-", "--", "---", "\u2013", "\u2014", "/", ")", "\u0640"))


@dataclass(slots=True)
class Datelined:
    """A dateline over a range of tokens: its first place and its agency, as written."""

    first: int
    last: int
    start: int
    end: int
    place: str | None
    agency: str | None


def _is_agency(tagged: TaggedText, i: int) -> bool:
    return bool(tagged.entries[i].mask & S.AGENCY) and stands_alone(tagged, i)


def stands_alone(tagged: TaggedText, i: int) -> bool:
    """Tell whether an agency's name stands in brackets, slashes or before a dash, as datelines do."""
    before = tagged.entries[i - 1].surface if i else "\n"
    after = tagged.entries[i + 1].surface if i + 1 < len(tagged.entries) else "\n"
    marks = "()/-\u2013\u2014"
    return (before in marks or after in marks or after.isspace() or before.isspace()) and (
        after in marks or after.isspace() or before in marks
    )


def find_dateline(tagged: TaggedText) -> Datelined | None:
    """Return the dateline of a release, where its text proper begins with one.

    It opens with a place and goes on with a date, an agency or both, up to a mark.
    """
    for part in tagged.parts[:4]:
        if part.kind not in ("headline", "dateline", "body"):
            continue
        found = _dateline_at(tagged, part)
        if part.kind == "headline":
            if found is not None and found.end >= part.end:  # a line of its own, without a headline
                return found
            continue
        if found is not None or part.kind == "body":
            return found
    return None


def _dateline_at(tagged: TaggedText, part: Part) -> Datelined | None:
    first, last = tagged.token_range(part.start, part.end)
    last = min(last, first + _FIRST_TOKENS)
    at = _first_place(tagged, first, last)
    if at is None:
        return _agency_line(tagged, first, last)
    agency: str | None = None
    dated = False
    end = at + 1
    for i in range(at + 1, last):
        entry = tagged.entries[i]
        if _is_agency(tagged, i):
            agency, end = tagged.token_text(i), i + 1
        elif entry.mask & (S.MONTH | S.HIJRI_MONTH) or entry.kind == DATE:
            dated, end = True, i + 1
        elif entry.kind in (NUMERAL, TIME) or entry.mask & _OF_DATES:
            end = i + 1
        elif entry.surface in _MARKS:
            end = i + 1
            if (agency or dated) and entry.surface in _CLOSING and not _goes_on(tagged, end, last):
                break
        elif entry.surface not in _INSIDE and not entry.mask & (S.STOP | S.CLITIC):
            break
    if not (dated or agency):
        return None
    while tagged.entries[end - 1].surface in ("\u060c", ","):
        end -= 1
    place = tagged.text[tagged.start_of(at) : tagged.ends[at]]
    return Datelined(first, end, tagged.starts[first], tagged.ends[end - 1], place, agency)


def _agency_line(tagged: TaggedText, first: int, last: int) -> Datelined | None:
    """Read a dateline that is an agency alone: (كونا) –"""
    i = first + 1
    if (
        i + 1 >= last
        or tagged.entries[first].surface not in ("(", "/")
        or not _is_agency(tagged, i)
    ):
        return None
    end = i + 2
    while end < last and tagged.entries[end].surface in _CLOSING:
        end += 1
    start, stop = tagged.starts[first], tagged.ends[end - 1]
    return Datelined(first, end, start, stop, None, tagged.token_text(i))


def _first_place(tagged: TaggedText, first: int, last: int) -> int | None:
    """Return the place that opens a dateline."""
    for i in range(first, min(first + _PLACE_WITHIN, last)):
        if tagged.entries[i].mask & S.PLACE and not _is_agency(tagged, i):
            return i
    return None


def _goes_on(tagged: TaggedText, i: int, last: int) -> bool:
    """Tell whether a dateline goes on behind a dash: a date, an agency in brackets."""
    for j in range(i, min(i + 4, last)):
        entry = tagged.entries[j]
        if _is_agency(tagged, j):
            return True
        if entry.mask & S.MONTH or entry.kind in (NUMERAL, DATE):
            return True
        if entry.surface not in ("(", "-", "/"):
            return False
    return False


def sections(tagged: TaggedText, dateline: Datelined | None) -> list[Part]:
    """Return the parts of a text, the dateline parted from the paragraph that it opens."""
    out: list[Part] = []
    for part in tagged.parts:
        if dateline is None or not part.start <= dateline.start < part.end:
            out.append(part)
        elif part.kind == "headline":
            out.append(Part("dateline", part.start, part.end))
        elif part.kind == "body":
            rest = tagged.token_at(dateline.end)
            out.append(Part("dateline", dateline.start, dateline.end))
            if rest < len(tagged.starts) and tagged.starts[rest] < part.end:
                out.append(Part("body", tagged.starts[rest], part.end))
        else:
            out.append(part)
    return out
