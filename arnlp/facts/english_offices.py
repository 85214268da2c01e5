"""Offices behind who is named to them, in English: as Minister of Health, named director."""

from __future__ import annotations

from arnlp.facts.appointees import NAME, name_start, person_ending
from arnlp.facts.bodies import mention_at, mention_in, tokens_of, words_of
from arnlp.facts.deed_table import leading, required
from arnlp.facts.figure import Argument
from arnlp.facts.offices import Named, is_cut, names_person
from arnlp.facts.subjects import named_by
from arnlp.facts.told import Told, lemmas_of
from arnlp.lexicon import senses as S
from arnlp.names import Entity, NamedMention

_REACH = 30  # tokens from the predicate to the first office
_LONGEST = 12  # tokens of an office
_GAP = 3  # small words between somebody and his office


def latin_offices(told: Told) -> list[Named]:
    """Return who is appointed in an English sentence: behind the verb, or before a passive."""
    cursor = told.analysis.cursor
    out: list[Named] = []
    if told.voice == "passive" or told.class_ == "succeed":
        own = _taken(told) if told.class_ == "succeed" else told.token + 1
        office = None if own is None else _latin_office(told, own, told.last)
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


def _taken(told: Told) -> int | None:
    """Return where the office stands that somebody takes over: behind as, or behind the verb that needs none (becomes)."""
    cursor = told.analysis.cursor
    lemma = lemmas_of(told.syntax, told.word)[1]
    if not required(lemma, "succeed"):
        return told.token + 1
    for j in range(told.token + 1, min(told.last - 1, told.token + _REACH)):
        if cursor.norm(j) in leading("takes_as"):
            return j + 1
        if is_cut(told, j):
            return None
    return None


def _latin_subject(told: Told) -> tuple[Argument, int] | None:
    """Return who stands before was appointed."""
    j = told.token - 1
    pos = told.syntax.tree.pos
    while j > told.first and (word := told.word_at(j)) >= 0 and pos[word] in ("AUX", "ADV"):
        j -= 1
    named = person_ending(told, j + 1) or _before_aside(told, j)
    if named is not None:
        return named_by(*named), named[0].first
    return _latin_name(told, j + 1)


def _before_aside(told: Told, j: int) -> tuple[NamedMention, Entity] | None:
    """Return the person whom the subject names, where an aside parts him from the verb: Salem, former head of X, was."""
    subject = told.clause.subject if told.clause is not None else None
    if subject is None or not told.analysis.cursor.mask(j) & S.COMMA:
        return None
    first, stop = tokens_of(told, subject.first, subject.stop)
    return mention_in(told, first, stop, ("person",))


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
            break
        office = _latin_office(told, mention.last, told.last)
        return (
            None
            if office is None
            else (mention.first, office[1], named_by(mention, entity), office)
        )
    return _unknown(told, j)


def _unknown(told: Told, j: int) -> Named | None:
    """Return somebody whose name is not known, right behind the verb and before an office: two or more capitals."""
    cursor = told.analysis.cursor
    while j < told.last and cursor.mask(j) & (S.HONORIFIC | S.ROLE):
        j += 1
    stop = j
    while stop < told.last and stop - j < NAME and cursor.entries[stop].caps:
        if cursor.mask(stop) & (S.ROLE | S.ORG_HEAD):
            break
        stop += 1
    if stop - j < 2 or mention_in(told, j, stop, ("organization", "place", "event")) is not None:
        return None
    office = _latin_office(told, stop, told.last)
    return None if office is None else (j, office[1], words_of(told, j, stop), office)


def _latin_next(told: Told, j: int) -> Named | None:
    """Return the next of a list: , Basim Tweissi as minister of culture."""
    cursor = told.analysis.cursor
    start = j
    while j < told.last and (cursor.mask(j) & S.COMMA or cursor.norm(j) in leading("next_person")):
        j += 1
    if j == start or j >= told.last:
        return None
    named = mention_at(told, j, ("person",))
    while named is None and j < told.last and cursor.mask(j) & (S.HONORIFIC | S.ROLE):
        j += 1
        named = mention_at(told, j, ("person",))
    if named is None:
        return _unknown(told, j)
    office = _latin_office(told, named[0].last, told.last)
    return None if office is None else (j, office[1], named_by(*named), office)


def _latin_office(told: Told, j: int, last: int) -> tuple[int, int] | None:
    """Return the office at a token, behind as, to be, its new."""
    cursor = told.analysis.cursor
    while j < last and (cursor.norm(j) in leading("skip") or cursor.norm(j) == ","):
        j += 1
    whose = mention_at(told, j, ("place", "organization"))
    if whose is not None and cursor.norm(whose[0].last) in leading("possessive"):
        j = whose[0].last + 1
        while j < last and cursor.norm(j) in leading("possessive_end"):
            j += 1
    for k in range(j, min(last, j + 1 + _GAP)):
        if cursor.mask(k) & S.ROLE or cursor.norm(k) in leading("office_noun"):
            return j, _latin_end(told, k, last)
        entry = cursor.entries[k]
        if entry.mask & S.END_MARK or not (
            entry.caps or entry.mask & (S.NATIONALITY | S.ADJECTIVE) or _is_plain(told, k)
        ):
            return None
    return None


def _is_plain(told: Told, token: int) -> bool:
    """Tell whether a word may stand before the head of an office in small letters: finance minister."""
    word = told.word_at(token)
    return word >= 0 and told.syntax.tree.pos[word] in ("NOUN", "ADJ")


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
