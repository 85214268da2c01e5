"""Offices behind who is named to them, in Arabic: the accusative, على وظيفة."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.facts.appointees import (
    NAME,
    antecedent,
    appointed,
    named_before,
    not_replaced,
    person_ending,
)
from arnlp.facts.bodies import mention_at, mention_in
from arnlp.facts.deed_table import accusative_offices, leading
from arnlp.facts.figure import Argument
from arnlp.facts.told import Told
from arnlp.lexicon import senses as S
from arnlp.text.clitics import AND, BY, TO

_REACH = 30  # tokens from the predicate to the first office
_NEXT = 8  # and from one office to the next person of a list
_LONGEST = 12  # tokens of an office
_GAP_OF_WHO = 16  # tokens of who appoints, and of when
Named = tuple[int, int, Argument, tuple[int, int]]  # first, stop, who, tokens of the office


def arabic_offices(told: Told, first: int, last: int) -> list[Named]:
    """Return who stands with an office behind a predicate, each of a list."""
    cursor = told.analysis.cursor
    out: list[Named] = []
    j, reach = first, first + _REACH
    while j < min(last, reach):
        if is_cut(told, j):
            break
        office = office_at(told, j, last)
        if office is None:
            j += 1
            continue
        person = named_before(told, office[2], first)
        if person is not None:
            person = not_replaced(told, person, first)
        if person is None and not out:
            person = antecedent(told) if j == first else _told_far(told, first, j)
        if person is None:
            if out or not _is_named_office(cursor, j):
                break
            j = office[1]
            continue
        out.append((person[1], office[1], person[0], office[:2]))
        while _is_accusative(told, office[1], joined=True):  # وزيرا للنقل ووزيرا للدولة
            office = office[1], _office_end(told, office[1], last), office[1]
            out.append((*office[:2], person[0], office[:2]))
        first = j = skip = office[1]
        reach = skip + _NEXT + NAME
    return out


def _told_far(told: Told, first: int, j: int) -> tuple[Argument, int] | None:
    """Return who is told right behind a passive, with a day before his office, which is no participle: مؤكدا."""
    return (
        appointed(told, first, j) if told.analysis.cursor.norm(j) in accusative_offices() else None
    )


def next_office(told: Told, first: int, last: int) -> bool:
    """Tell whether the first that stands at a token, or behind who appoints, is a person with an office behind."""
    cursor = told.analysis.cursor
    start = first
    if cursor.mask(start) & (S.ROLE | S.HONORIFIC):  # عين جلالة الملك، أمس، السيد
        named = mention_in(told, first, min(last, first + _GAP_OF_WHO), ("person",))
        return (
            named is not None
            and _is_accusative(told, named[0].last)
            and not any(is_cut(told, j) for j in range(first, named[0].last))
        )
    while start < last and cursor.mask(start) & S.HONORIFIC:
        start += 1
    named = mention_at(told, start, ("person",))
    return named is not None and _is_accusative(told, named[0].last)


def is_cut(told: Told, j: int) -> bool:
    """Tell whether what is told ends at a token: at a further verb, the end of a sentence."""
    word = told.word_at(j)
    cursor = told.analysis.cursor
    if cursor.mask(j) & S.END_MARK and cursor.norm(j) not in (":",):
        return True
    return word >= 0 and told.syntax.tree.pos[word] == "VERB" and not cursor.mask(j) & S.GIVEN_NAME


def _is_named_office(cursor: Cursor, j: int) -> bool:
    return cursor.norm(j) in leading("office")


def office_at(told: Told, j: int, last: int) -> tuple[int, int, int] | None:
    """Return the tokens of an office at a token, and where what leads to it starts."""
    cursor = told.analysis.cursor
    norm = cursor.norm(j)
    if norm in leading("office") and not cursor.entries[j].definite:
        k = j + 1
        while k < last and (cursor.norm(k) == "(" or cursor.mask(k) & S.QUOTE_MARK):
            k += 1
        if k >= last:
            return None
        start = j - 1 if cursor.norm(j - 1) in leading("office_lead") else j
        stop = _office_end(told, k, last, bracketed=k > j + 1)
        return (k, stop, start) if stop > k else None
    if not _is_accusative(told, j):
        return None
    start = j - 1 if cursor.norm(j - 1) in leading("office_as") else j
    return j, _office_end(told, j, last), start


def _is_accusative(told: Told, j: int, *, joined: bool = False) -> bool:
    """Tell whether an office stands in the accusative at a token: مديرا, سفيرة; ووزيرا where it is joined."""
    entries = told.analysis.cursor.entries
    if j >= len(entries):
        return False
    entry = entries[j]
    if entry.definite or entry.led & (TO | BY) or bool(entry.led & AND) != joined:
        return False
    if joined:
        office = entry.norm[1:].partition(" ")[0]
        return office in accusative_offices() and not office.endswith("ه")
    if entry.norm in accusative_offices():
        return not entry.norm.endswith("ه") or _is_feminine_office(told, j)
    if not entry.norm.endswith("ا") or len(entry.norm) < 5:
        return False
    word = told.word_at(j)
    if word < 0 or told.syntax.tree.pos[word] not in ("NOUN", "ADJ"):
        return False
    reading = told.syntax.tree.readings[word]
    if reading.enclitic is not None or entry.norm in leading("instead"):
        return False
    if dict(reading.bundle.features).get("VerbForm") == "Part":
        return True
    return told.syntax.tree.pos[word] == "NOUN" and person_ending(told, j) is not None


def _is_feminine_office(told: Told, j: int) -> bool:
    """Tell whether a feminine office is told of somebody: a woman's name stands before it."""
    cursor = told.analysis.cursor
    return bool(cursor.mask(j - 1) & S.COMMA) or person_ending(told, j) is not None


def _office_end(told: Told, first: int, last: int, *, bracketed: bool = False) -> int:
    """Return where an office ends, with its body and its field."""
    cursor, tree = told.analysis.cursor, told.syntax.tree
    end = first + 1
    quoted = False
    while end < last and end - first < _LONGEST:
        entry = cursor.entries[end]
        if entry.mask & S.QUOTE_MARK or entry.norm in ('"', "«", "»"):
            quoted = not quoted
            end += 1
            continue
        if entry.norm in (")", "(") or (entry.mask & (S.COMMA | S.END_MARK) and not quoted):
            break
        if entry.norm in leading("instead") and not entry.definite:
            break
        word = told.word_at(end)
        if word < 0 or tree.pos[word] in ("VERB", "SCONJ", "PRON", "PUNCT", "NUM"):
            break
        if _is_clause(told, word):
            break
        if entry.mask & S.HONORIFIC and told.is_joined(end):
            break
        if told.is_joined(end) and (
            names_person(told, end)
            or _is_next(told, end, last)
            or (tree.readings[word].verb and entry.mask & S.VERB)
        ):
            break
        if told.analysis.index.dates_between(end, end + 1) or _is_accusative(
            told, end, joined=True
        ):
            break
        if bracketed and entry.led & BY:
            break
        end += 1
    while end > first + 1 and (cursor.mask(end - 1) & S.STOP or cursor.is_and(end - 1)):
        end -= 1
    return end


def _is_next(told: Told, first: int, last: int) -> bool:
    """Tell whether words of a name lead to a further office: وعبد الملك السياني مديرا."""
    pos = told.syntax.tree.pos
    if pos[told.word_at(first)] != "PROPN":
        return False
    for j in range(first + 1, min(last, first + NAME)):
        if _is_accusative(told, j):
            return True
        word = told.word_at(j)
        if word < 0 or pos[word] not in ("PROPN", "ADJ", "NOUN", "X"):
            return False
    return False


def _is_clause(told: Told, word: int) -> bool:
    """Tell whether a definite participle with a preposition behind it starts there: الصادرة عن."""
    tree = told.syntax.tree
    reading = tree.readings[word]
    form = dict(reading.bundle.features).get("VerbForm")
    behind = word + 1 < len(tree.pos) and tree.pos[word + 1] == "ADP"
    return form == "Part" and reading.chain.article and behind


def names_person(told: Told, j: int) -> bool:
    """Tell whether somebody is named at a token or the next one."""
    return mention_in(told, j, j + 2, ("person",)) is not None
