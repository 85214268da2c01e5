"""Who is named to an office, in Arabic: before it, before its relative clause, right behind a passive."""

from __future__ import annotations

from arnlp.facts.bodies import mention_at, words_of
from arnlp.facts.deed_table import leading
from arnlp.facts.figure import Argument
from arnlp.facts.subjects import named_by
from arnlp.facts.told import Told
from arnlp.lexicon import senses as S
from arnlp.names import Entity, NamedMention

_GAP = 3  # small words between somebody and his office
NAME = 7  # tokens of a name that no list knows


def named_before(told: Told, start: int, first: int) -> tuple[Argument, int] | None:
    """Return who is named right before a token, behind another one."""
    cursor = told.analysis.cursor
    while start > first and (
        cursor.mask(start - 1) & (S.QUOTE_MARK | S.COMMA)
        or cursor.norm(start - 1) in (")", '"', "؛", "»")
    ):
        start -= 1
    near = _apposed(told, start, first)
    if near is not None:
        return near
    named = person_ending(told, start)
    if named is not None and named[0].last > first:
        mention = named[0]
        low = name_start(told, mention.first, first)
        if low < mention.first:
            return words_of(told, low, mention.last), low
        return named_by(*named), mention.first
    low = name_start(told, start, first, whole=True)
    while first < low and cursor.mask(first) & (S.COMMA | S.QUOTE_MARK | S.HONORIFIC):
        first += 1
    if low == first and 0 < start - low <= NAME:
        return words_of(told, low, start), low
    return (words_of(told, first, start), first) if _is_next_name(told, first, start) else None


def not_replaced(
    told: Told, person: tuple[Argument, int], first: int
) -> tuple[Argument, int] | None:
    """Return who is named to an office, not whom he succeeds: عين فلان خلفا لفلان مديرا."""
    cursor = told.analysis.cursor
    for j in range(person[1] - 1, max(first, person[1] - _GAP) - 1, -1):
        if cursor.norm(j) in leading("instead") and not cursor.entries[j].definite:
            return named_before(told, j, first)
    return person


def antecedent(told: Told) -> tuple[Argument, int] | None:
    """Return who is named before a relative clause that tells of his office: سالم الكندي، الذي عين مديرا."""
    if not told.relative:
        return None
    stop = told.token - 1
    stop -= bool(told.analysis.cursor.mask(stop - 1) & S.COMMA)
    named = person_ending(told, stop)
    return (named_by(*named), named[0].first) if named is not None else None


def appointed(told: Told, first: int, office: int) -> tuple[Argument, int] | None:
    """Return who is told right behind a passive, where nobody else stands before his office: نصب فلان، أمس، مديرا."""
    if told.voice != "passive":
        return None
    people = [
        (m, e) for m, e in told.analysis.index.named_between(first, office) if e.type == "person"
    ]
    if len(people) != 1 or people[0][0].first > first + _GAP:
        return None
    return named_by(*people[0]), people[0][0].first


def _is_next_name(told: Told, first: int, start: int) -> bool:
    """Tell whether some words are the next who is named in a list, as one joined to it: وفراس القضاة وزيرا."""
    cursor, pos = told.analysis.cursor, told.syntax.tree.pos
    if not 1 < start - first <= NAME or not told.is_joined(first):
        return False
    words = [told.word_at(j) for j in range(first, start)]
    masks = (cursor.mask(j) for j in range(first, start))
    if any(word < 0 or pos[word] not in ("PROPN", "NOUN", "ADJ") for word in words):
        return False
    bar = S.ORG_HEAD | S.ROLE | S.PLACE_HEAD | S.COMMA
    return pos[words[0]] == "PROPN" and not any(mask & bar for mask in masks)


def _apposed(told: Told, start: int, first: int) -> tuple[Argument, int] | None:
    """Return who stands at the first of two tokens, where what follows up to the other only tells of him."""
    cursor, shape = told.analysis.cursor, told.syntax.shape
    while first < start and cursor.mask(first) & (S.COMMA | S.QUOTE_MARK | S.HONORIFIC):
        first += 1
    named = mention_at(told, first, ("person",))
    if named is None or named[0].last >= start:
        return None
    if cursor.mask(named[0].last) & S.COMMA and cursor.mask(start) & S.COMMA:
        return named_by(*named), first
    rest = [told.word_at(j) for j in range(named[0].last, start)]
    if len(rest) <= _GAP and all(word >= 0 and shape.functions[word] == "flat" for word in rest):
        return words_of(told, first, start), first
    return None


def person_ending(told: Told, stop: int) -> tuple[NamedMention, Entity] | None:
    """Return who is named right before a token."""
    for mention, entity in told.analysis.index.named_between(max(0, stop - NAME - 2), stop):
        if entity.type == "person" and mention.last == stop:
            return mention, entity
    return None


def name_start(told: Told, stop: int, first: int, *, whole: bool = False) -> int:
    """Return where the words of a name start that end at a token, as the network sees them."""
    cursor, tree = told.analysis.cursor, told.syntax.tree
    j = stop
    while j > first:
        word = told.word_at(j - 1)
        if word < 0 or tree.pos[word] not in ("PROPN", "X"):
            break
        mask = cursor.mask(j - 1)
        if mask & (S.HONORIFIC | S.ORG_HEAD | S.ROLE) and not mask & S.GIVEN_NAME:
            break
        if mask & S.PLACE and not whole:
            break
        j -= 1
    return j
