"""Where the text proper of a release begins: its dateline, and the parts of the text around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from arnlp.engine.dateline_places import (
    CLOSING,
    INSIDE,
    MARKS,
    belongs_to_numeral,
    first_place,
    place_behind_day,
)
from arnlp.engine.signatures import is_agency, opens, signed_bracket, signer_at
from arnlp.lexicon import senses as S
from arnlp.lexicon.tagged import TaggedText
from arnlp.text.structure import Part
from arnlp.text.tokens import DATE, LATIN, NUMERAL, TIME

_FIRST_TOKENS = 28
_LINES = ("headline", "subheadline")
_MONTHS = S.MONTH | S.HIJRI_MONTH
_OF_DATES = S.WEEKDAY | S.PLACE | S.DATE_WORD | S.PERIOD | S.DAYPART


@dataclass(slots=True)
class Datelined:
    """A dateline over a range of tokens: its first place and its agency, as written.

    ``signed`` are the ranges of its tokens that name who put it out: no entities of the release.
    """

    first: int
    last: int
    start: int
    end: int
    place: str | None
    agency: str | None
    signed: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class _Reading:
    """How far a dateline is read."""

    end: int
    agency: str | None = None
    dated: bool = False
    places: list[int] = field(default_factory=list)
    signed: list[tuple[int, int]] = field(default_factory=list)


def find_dateline(tagged: TaggedText) -> Datelined | None:
    """Return the dateline of a release, where its text proper begins with one.

    It opens with a place and goes on with a date, an agency or both, up to a mark; or with the day,
    or the agency; or it is a place alone before a dash, or a city with its country before a colon.
    """
    for part in tagged.parts[:4]:
        if part.kind not in (*_LINES, "dateline", "body"):
            continue
        found = _dateline_at(tagged, part)
        if part.kind in _LINES:
            if found is not None and found.end >= part.end:  # a line of its own, without a headline
                return found
            continue
        if found is not None or part.kind == "body":
            return found
    return None


def _dateline_at(tagged: TaggedText, part: Part) -> Datelined | None:
    first, last = tagged.token_range(part.start, part.end)
    last = min(last, first + _FIRST_TOKENS)
    at = first_place(tagged, first, last)
    dated = False
    weak = at is None and first < last and bool(tagged.entries[first].mask & S.WEAK_PLACE)
    if weak:
        at = first
    if at is None:
        at = place_behind_day(tagged, first, last)
        if at is None:
            return _agency_line(tagged, first, last)
        dated = True
    read = _read(tagged, at, last, dated)
    if dated and not _closes(tagged, read.end - 1):
        return None
    if not (read.dated or read.agency or read.signed or _is_bare(tagged, part, read, first, at)):
        return _agency_line(tagged, first, last)
    if not (read.agency or read.signed) and (weak or _is_in_sentence(tagged, first, at, read.end)):
        return None
    end = read.end
    while tagged.entries[end - 1].surface in ("\u060c", ","):
        end -= 1
    while (
        end < last
        and tagged.entries[end].surface in CLOSING
        and tagged.entries[end - 1].surface in CLOSING
    ):
        end += 1  # two hyphens
    place = tagged.text[tagged.start_of(at) : tagged.ends[at]]
    start, stop = tagged.starts[first], tagged.ends[end - 1]
    return Datelined(first, end, start, stop, place, read.agency, tuple(read.signed))


def _is_in_sentence(tagged: TaggedText, first: int, at: int, end: int) -> bool:
    """Tell whether a place and a day only open a sentence: In Dubai, on 5 March; Ajman on March 5 opened."""
    if _closes(tagged, end - 1) or (end < len(tagged.entries) and _closes(tagged, end)):
        return False
    if at > first and (tagged.entries[first].mask & (S.STOP | S.VERB)):
        return True
    return any(
        tagged.entries[k].kind == LATIN and tagged.entries[k].mask & S.STOP for k in range(at, end)
    )


def _read(tagged: TaggedText, at: int, last: int, dated: bool) -> _Reading:
    """Read a dateline on from its place: places, dates, agencies, marks."""
    read = _Reading(at + 1, dated=dated, places=[at])
    i = at + 1
    while i < last:
        entry = tagged.entries[i]
        following = i + 1
        if is_agency(tagged, i):
            read.agency, read.end = tagged.token_text(i), following
            read.signed.append((i, following))
        elif signed := _read_signature(tagged, i, last, read):
            read.end = following = signed
        elif _begins_text(tagged, i, read):
            break
        elif entry.mask & _MONTHS or entry.kind == DATE:
            read.dated, read.end = True, following
        elif (
            entry.kind in (NUMERAL, TIME)
            or entry.mask & _OF_DATES
            or belongs_to_numeral(tagged, i)
            or (entry.mask & S.PLACE_HEAD and read.end == i and i - 1 in read.places)  # Kuwait City
        ):
            read.places += [i] * bool(entry.mask & S.PLACE)
            read.end = following
        elif entry.surface in MARKS:
            read.end = following
            complete = read.agency or read.dated or read.signed
            if complete and entry.surface in CLOSING and not _goes_on(tagged, read.end, last):
                break
        elif entry.surface not in INSIDE and not entry.mask & (S.STOP | S.CLITIC):
            break
        i = following
    return read


def _begins_text(tagged: TaggedText, i: int, read: _Reading) -> bool:
    """Tell whether a place or figure behind a closed signature opens the text: (WAM) Dubai Customs."""
    entry = tagged.entries[i]
    if not read.signed or read.end != i or tagged.entries[i - 1].surface not in (")", "/"):
        return False
    if entry.mask & S.PLACE:
        return True
    dated = i + 1 < len(tagged.entries) and tagged.masks[i + 1] & _MONTHS
    return entry.kind == NUMERAL and not dated


def _read_signature(tagged: TaggedText, i: int, last: int, read: _Reading) -> int:
    """Read who put a release out beside the agencies; return its end, 0 without.

    Brackets, with what else they hold: (UrduPoint / WAM - 3rd Mar, 2022); or a name between marks:
    بيروت - رويترز -
    """
    end = signed_bracket(tagged, i)
    if not end:
        end, _ = signer_at(tagged, i)
        after = tagged.entries[end].surface if end < len(tagged.entries) else "\n"
        if not 0 < end <= last or tagged.entries[i - 1].surface not in MARKS | INSIDE:
            return 0
        if after not in MARKS and not after.isspace():
            return 0
    for j in range(i, end):
        entry = tagged.entries[j]
        stop, kind = signer_at(tagged, j)
        if entry.mask & S.AGENCY:
            read.agency = tagged.token_text(j)
        elif kind == "agency" and read.agency is None:
            read.agency = tagged.text[tagged.starts[j] : tagged.ends[stop - 1]]
        read.dated |= bool(entry.mask & _MONTHS) or entry.kind == DATE
    read.signed.append((i, end))
    return end


def _is_bare(tagged: TaggedText, part: Part, read: _Reading, first: int, at: int) -> bool:
    """Tell whether a place alone is a dateline: Rabat - The ministry; Doha, Qatar: The ministry."""
    if part.kind != "body" or at != first or not _closes(tagged, read.end - 1):
        return False
    if any(tagged.entries[k].mask & S.STOP for k in range(first, read.end)):
        return False
    following = tagged.entries[read.end] if read.end < len(tagged.entries) else None
    if following is None or following.kind == NUMERAL or following.surface in MARKS:
        return False
    if read.end > at + 2 * len(read.places) or any(
        tagged.entries[k].mask & S.PERIOD for k in range(at, read.end)
    ):
        return False
    mark = tagged.entries[read.end - 1].surface
    if len(read.places) > 1:
        return len(read.places) == 2 and _share_country(tagged, *read.places)
    if mark != ":":
        return tagged.starts[read.end] > tagged.ends[read.end - 1]
    city = all(place.kind != "country" for place in tagged.entries[at].senses[S.PLACE].value)
    return city and (tagged.entries[at].kind != LATIN or tagged.token_text(at).isupper())


def _share_country(tagged: TaggedText, one: int, other: int) -> bool:
    """Tell whether two places lie in one country, the second being that country: Doha, Qatar."""
    first, second = (tagged.entries[i].senses[S.PLACE].value for i in (one, other))
    return any(
        a.country == b.country and b.kind == "country" and a.kind != "country"
        for a in first for b in second
    )  # fmt: skip


def _closes(tagged: TaggedText, i: int) -> bool:
    return tagged.entries[i].surface in CLOSING


def _agency_line(tagged: TaggedText, first: int, last: int) -> Datelined | None:
    """Read a dateline that an agency opens: (كونا) –, NNA -, واس - الرياض:"""
    bracket = int(first < last and tagged.entries[first].surface in ("(", "/"))
    i = first + bracket
    if i + 1 >= last:
        return None
    if not bracket and _closes(tagged, i + 1) and (opens(tagged, i) or _is_named(tagged, i)):
        end = i + 1
    elif bracket and is_agency(tagged, i):
        end = i + 2
    else:
        return None
    while end < last and _closes(tagged, end):
        end += 1
    place = None
    if (
        not bracket
        and end + 1 < last
        and tagged.entries[end].mask & S.PLACE
        and _closes(tagged, end + 1)
    ):
        place = tagged.text[tagged.start_of(end) : tagged.ends[end]]
        end += 2
    elif end < last and tagged.entries[end].mask & S.PLACE:
        read = _read(tagged, end, last, False)
        if read.dated and _closes(tagged, read.end - 1):  # (WAM) -- Abu Dhabi, 5 March 2024:
            place = tagged.text[tagged.start_of(end) : tagged.ends[end]]
            end = read.end
    start, stop = tagged.starts[first], tagged.ends[end - 1]
    return Datelined(first, end, start, stop, place, tagged.token_text(i), ((i, i + 1),))


def _is_named(tagged: TaggedText, i: int) -> bool:
    """Tell whether an agency of the tables stands at the head of a text: العمانية: , واس -"""
    return bool(tagged.entries[i].mask & S.AGENCY)


def _goes_on(tagged: TaggedText, i: int, last: int) -> bool:
    """Tell whether a dateline goes on behind a dash: a date, an agency in brackets."""
    for j in range(i, min(i + 4, last)):
        entry = tagged.entries[j]
        if is_agency(tagged, j) or signer_at(tagged, j)[0]:
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
        elif part.kind in _LINES:
            out.append(Part("dateline", part.start, part.end))
        elif part.kind == "body":
            rest = tagged.token_at(dateline.end)
            out.append(Part("dateline", dateline.start, dateline.end))
            if rest < len(tagged.starts) and tagged.starts[rest] < part.end:
                out.append(Part("body", tagged.starts[rest], part.end))
        else:
            out.append(part)
    return out
