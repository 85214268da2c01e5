"""Offices behind who is named to them, in English: as Minister of Health, named director."""

from __future__ import annotations

from arnlp.facts.bodies import mention_at, words_of
from arnlp.facts.deed_table import leading
from arnlp.facts.figure import Argument
from arnlp.facts.offices import NAME, Named, is_cut, name_start, names_person, person_ending
from arnlp.facts.subjects import named_by
from arnlp.facts.told import Told
from arnlp.lexicon import senses as S

_REACH = 30  # tokens from the predicate to the first office
_LONGEST = 12  # tokens of an office
_GAP = 3  # small words between somebody and his office


def latin_offices(told: Told) -> list[Named]:
    """Return who is appointed in an English sentence: behind the verb, or before a passive."""
    cursor = told.analysis.cursor
    out: list[Named] = []
    if told.voice == "passive":
        office = _latin_office(told, told.token + 1, told.last)
        person = _latin_subject(told)
        if office is None or person is None:
            return []
        out.append((person[1], office[1], person[0], office))
    else:
        first = _latin_one(told, told.token + 1, min(told.last, told.token + _REACH))
        if first is None:
            return []
        out.append(first)
    while (found := _latin_next(told, out[-1][1])) is not None:
        out.append(found)
    return [one for one in out if not cursor.mask(one[3][0]) & S.END_MARK]


def _latin_subject(told: Told) -> tuple[Argument, int] | None:
    """Return who stands before was appointed."""
    j = told.token - 1
    pos = told.syntax.tree.pos
    while j > told.first and (word := told.word_at(j)) >= 0 and pos[word] in ("AUX", "ADV"):
        j -= 1
    named = person_ending(told, j + 1)
    if named is not None:
        return named_by(*named), named[0].first
    return _latin_name(told, j + 1)


def _latin_name(told: Told, stop: int) -> tuple[Argument, int] | None:
    low = name_start(told, stop, told.first)
    capital = all(told.analysis.cursor.entries[j].caps for j in range(low, stop))
    return (words_of(told, low, stop), low) if 1 < stop - low <= NAME and capital else None


def _latin_one(told: Told, j: int, last: int) -> Named | None:
    """Return the first person behind a token that an office follows."""
    for mention, entity in told.analysis.index.named_between(j, last):
        if entity.type != "person":
            continue
        if any(is_cut(told, k) for k in range(j, mention.first)):
            return None
        office = _latin_office(told, mention.last, told.last)
        return (
            None
            if office is None
            else (mention.first, office[1], named_by(mention, entity), office)
        )
    return None


def _latin_next(told: Told, j: int) -> Named | None:
    """Return the next of a list: , Basim Tweissi as minister of culture."""
    cursor = told.analysis.cursor
    start = j
    while j < told.last and (cursor.mask(j) & S.COMMA or cursor.norm(j) in leading("next_person")):
        j += 1
    if j == start or j >= told.last:
        return None
    while j < told.last and cursor.mask(j) & S.HONORIFIC:
        j += 1
    named = mention_at(told, j, ("person",))
    if named is None or cursor.norm(named[0].last) not in leading("named_as"):
        return None
    office = _latin_office(told, named[0].last, told.last)
    return None if office is None else (j, office[1], named_by(*named), office)


def _latin_office(told: Told, j: int, last: int) -> tuple[int, int] | None:
    """Return the office at a token, behind as, to be, its new."""
    cursor = told.analysis.cursor
    while j < last and (cursor.norm(j) in leading("skip") or cursor.norm(j) == ","):
        j += 1
    for k in range(j, min(last, j + 1 + _GAP)):
        if cursor.mask(k) & S.ROLE or cursor.norm(k) in leading("office_noun"):
            return j, _latin_end(told, k, last)
        entry = cursor.entries[k]
        if (
            not (entry.caps or entry.mask & (S.NATIONALITY | S.ADJECTIVE))
            or entry.mask & S.END_MARK
        ):
            return None
    return None


def _latin_end(told: Told, k: int, last: int) -> int:
    """Return where an English office ends: at a mark, a verb, the next person."""
    cursor, tree = told.analysis.cursor, told.syntax.tree
    end = k + 1
    while end < last and end - k < _LONGEST:
        entry = cursor.entries[end]
        word = told.word_at(end)
        if entry.mask & (S.COMMA | S.END_MARK) or word < 0 or entry.norm in leading("instead"):
            break
        if tree.pos[word] in ("VERB", "AUX", "SCONJ", "PUNCT", "NUM", "PRON"):
            break
        if entry.norm in leading("next_person") and names_person(told, end + 1):
            break
        if told.analysis.index.dates_between(end, end + 1):
            break
        end += 1
    while end > k + 1 and cursor.norm(end - 1) in leading("office_inside"):
        end -= 1
    return end
