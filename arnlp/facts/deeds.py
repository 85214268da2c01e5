"""What happened: at each word that tells of a deed the reader of its class is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.figure import Argument
from arnlp.facts.happening import Happening
from arnlp.facts.sameness import Content, content, says_same
from arnlp.facts.tellings import told_in
from arnlp.facts.told import Told

_BACK = 8  # deeds before one among which it may be told already
_NAMES = ("name", "what")  # of which the fuller one wins
_LEAST = 2  # content words of a name, or parties, that are known again

# A reader of deeds is asked at a word that tells of one of its classes.
DeedReader = Callable[[Told], list[Happening]]


def read_deeds(
    cursor: Cursor, analysis: Analysis, readers: Mapping[str, DeedReader]
) -> list[Happening]:
    """Return what the readers of deeds find, the same once."""
    out: list[Happening] = []
    text = cursor.tagged.text
    for told in told_in(analysis):
        for happening in readers[told.class_](told) if told.class_ in readers else ():
            if _is_ahead(told, happening):
                happening.modality = "planned"
            known = next((h for h in out[-_BACK:] if _is_same(text, h, happening)), None)
            if known is None:
                out.append(happening)
            else:
                _join(known, happening)
    return out


def _is_ahead(told: Told, happening: Happening) -> bool:
    """Tell whether a deed told in the present, or as announced, is of a day to come."""
    anchor = told.analysis.context.anchor
    if anchor is None or happening.modality != "asserted":
        return False
    if told.voice == "noun":
        open_ = told.above is None or told.does
    else:
        open_ = told.clause is not None and told.clause.tense == "present"
    stretches = [m.stretch for m in happening.dates.values() if m is not None]
    firsts = [s.first for s in stretches if s is not None and s.first is not None]
    return open_ and bool(firsts) and min(firsts) > anchor


def _is_same(text: str, one: Happening, other: Happening) -> bool:
    """Tell whether two rows tell of one deed: with the same words, of one event, or with the same parties or thing."""
    if one.type != other.type:
        return False
    (a, b), (start, end) = one.evidence[0], other.evidence[0]
    if one.type == "event":
        return _is_one_event(text, one, other)
    if a < end and start < b:
        return True
    if one.type == "agreement":
        return _agree(text, one, other)
    return one.type == "launch" and _launch_one(text, one, other)


def _is_one_event(text: str, one: Happening, other: Happening) -> bool:
    """Tell whether two rows are of one event: the same entity, the same place in the text, or one name that has the other."""
    first, second = one.arguments["name"], other.arguments["name"]
    assert first is not None
    assert second is not None
    if first.entity and second.entity:
        return first.entity is second.entity
    if first.start < second.end and second.start < first.end:
        return True
    return _is_within(text, first, second) and not _parted(one, other)


def _agree(text: str, one: Happening, other: Happening) -> bool:
    """Tell whether two rows are of one agreement: the same two parties or more, and no other number or date."""
    mine, theirs = ({id(p.entity) for p in of.parties if p.entity} for of in (one, other))
    if len(mine & theirs) < _LEAST:
        return False
    if one.value is not None and other.value is not None and one.value != other.value:
        return False
    aims = one.arguments.get("subject"), other.arguments.get("subject")
    apart = aims[0] and aims[1] and not says_same(*(_content(text, aim) for aim in aims if aim))
    return not apart and not _parted(one, other)


def _launch_one(text: str, one: Happening, other: Happening) -> bool:
    """Tell whether two rows are of one launch: one name of what is launched has the other, nothing else differs."""
    first, second = one.arguments.get("what"), other.arguments.get("what")
    if first is None or second is None or one.modality != other.modality:
        return False
    who = one.arguments.get("by"), other.arguments.get("by")
    mine, theirs = (by.entity if by is not None else None for by in who)
    if mine is not None and theirs is not None and mine is not theirs:
        return False
    return _is_within(text, first, second) and not _parted(one, other)


def _content(text: str, argument: Argument) -> Content:
    return content(text[argument.start : argument.end])


def _is_within(text: str, one: Argument, other: Argument) -> bool:
    """Tell whether one name has all content words of the other, two or more."""
    mine, theirs = _content(text, one), _content(text, other)
    return min(len(mine), len(theirs)) >= _LEAST and (mine <= theirs or theirs <= mine)


def _parted(one: Happening, other: Happening) -> bool:
    """Tell whether two deeds are of different days."""
    for name, mine in one.dates.items():
        theirs = other.dates.get(name)
        if mine is None or theirs is None or mine.stretch is None or theirs.stretch is None:
            continue
        if (mine.stretch.first, mine.stretch.last) != (theirs.stretch.first, theirs.stretch.last):
            return True
    return False


def _length(argument: Argument) -> int:
    return argument.end - argument.start


def _join(known: Happening, again: Happening) -> None:
    """Fill what a deed lacks from where it is told again; the fuller name and parties win."""
    for name, argument in again.arguments.items():
        own = known.arguments.get(name)
        fuller = own and argument and name in _NAMES and _length(argument) > _length(own)
        if own is None or (fuller and not (own.entity and argument and not argument.entity)):
            known.arguments[name] = argument
    if len(again.parties) > len(known.parties):
        known.parties = again.parties
    if known.value is None:
        known.value = again.value
    if not any(known.dates.values()):
        known.dates = again.dates
    known.evidence += [
        (start, end)
        for start, end in again.evidence
        if not any(start < b and a < end for a, b in known.evidence)
    ]
