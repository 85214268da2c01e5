"""English names in a run of capitalised words."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.names.bodies import add_body, latin_head
from arnlp.names.found import Found
from arnlp.names.known_names import read_known
from arnlp.names.latin_bodies import fields_end, latin_body_end, of_phrase
from arnlp.names.latin_persons import latin_honorific_end, latin_name_end, starts_latin_name
from arnlp.names.latin_runs import in_run, is_capital, latin_run
from arnlp.names.offices import read_title
from arnlp.names.offices_behind import past_bracket
from arnlp.names.persons import add_person
from arnlp.names.places import read_place

_LONG_FIELD = 3  # a comma and two words
_MOST_JOINED = 8  # persons behind one honorific


def read_latin_title(cursor: Cursor, found: Found, i: int) -> int:
    """Read a title that stands for somebody named before, and no honorific before a name."""
    if cursor.masks[i] & S.HONORIFIC and is_capital(cursor, latin_honorific_end(cursor, i)):
        return 0
    read_title(cursor, found, i)
    return i + 1


def read_longer_body(cursor: Cursor, found: Found, i: int) -> int:
    """Read a body whose name goes on behind a known one: Asyad Group, known as Asyad."""
    if not is_capital(cursor, i):
        return 0
    end = latin_body_end(cursor, i, latin_run(cursor, i))
    if end <= i + 1 and " of " in cursor.norm(i):
        end = _further_fields(cursor, i)
    if end <= i + 1:
        return 0
    add_body(cursor, found, i, end, latin_head(cursor, i, end))
    return end


def _further_fields(cursor: Cursor, i: int) -> int:
    """Return the end of a known body whose fields go on: Ministry of Agriculture | and Fisheries."""
    end = fields_end(cursor, i, i + 1)
    words = cursor.entries[i + 1 : end]
    return 0 if any(entry.mask & (S.PLACE | S.ORG | S.KNOWN_NAME) for entry in words) else end


def read_latin_known(cursor: Cursor, found: Found, i: int) -> int:
    """Read a name of the gazetteers; no other reader takes what may be one."""
    if cursor.masks[i] & S.KNOWN_NAME or is_capital(cursor, i):
        return read_known(cursor, found, i) or i + 1
    return 0


def read_latin_honoured(cursor: Cursor, found: Found, i: int) -> int:
    """Read a person behind honorifics: Dr. X Y, but no King Saud University."""
    if not is_capital(cursor, i) or _named_after_king(cursor, i):
        return 0
    start = latin_honorific_end(cursor, i)
    end = latin_name_end(cursor, start)
    if end == start:
        return 0
    if cursor.norm(i - 1) == "the" and cursor.norm(i) == "general":
        return 0  # the General Wholesale Price Index
    end = _end_in_capitals(cursor, start, end)
    if cursor.norm(i).split(" ")[0] in grammar_words("several"):
        _claim_joined(cursor, found, end)
    return add_person(cursor, found, start, end, (i, start), [])


def _claim_joined(cursor: Cursor, found: Found, end: int) -> None:
    """Claim those who share the honorific of the first: Sens. Chris Dodd (D-CT) and Joe Lieberman."""
    for _ in range(_MOST_JOINED):
        start = past_bracket(cursor, end)
        if cursor.norm(start) == ",":
            start += 1
        elif cursor.norm(start) != "and":
            return
        if cursor.norm(start) == "and":
            start += 1
        end = latin_name_end(cursor, start)
        if (
            end == start
            or start in found.claimed
            or cursor.entries[start].caps != 1
            or cursor.mask(start) & (S.PLACE | S.NATIONALITY)
        ):
            return
        add_person(cursor, found, start, end, (start, start), [])
        found.claimed[start] = end


def _end_in_capitals(cursor: Cursor, start: int, end: int) -> int:
    """Return where a name ends in a line in capitals, in which all words look like names: DR. KHAN OPENS CLINIC."""
    if end - start < 2 or any(cursor.entries[k].caps < 2 for k in range(start, end)):
        return end
    least = start + 1 + bool(cursor.mask(start) & S.GIVEN_NAME)
    while least < end and cursor.sees(least, "person"):
        least += 1
    return least


def read_lone_place(cursor: Cursor, found: Found, i: int) -> int:
    """Read a place at a word that is in no run of capitalised words; nothing else is read there."""
    particle = cursor.masks[i] & S.PARTICLE and not is_capital(cursor, i + 1)
    if in_run(cursor, i) and not particle:
        return 0
    return read_place(cursor, found, i) or i + 1


def read_latin_person(cursor: Cursor, found: Found, i: int) -> int:
    """Read a person by a given name in a run of capitalised words that is no body's name."""
    if not (starts_latin_name(cursor, i) or _precedes_given(cursor, i)):
        return 0
    if latin_body_end(cursor, i, latin_run(cursor, i)):
        return 0
    end = latin_name_end(cursor, i)
    head = cursor.sense(end, S.PLACE_HEAD)
    if head is not None and head.role == "last" and is_capital(cursor, end):
        found.add(i, end + 1, "place")  # Bani Kinana District
        return end + 1
    return add_person(cursor, found, i, end, (i, i), [])


def _precedes_given(cursor: Cursor, i: int) -> bool:
    """Tell whether an unknown capitalised word opens a name, a given name behind it."""
    if cursor.masks[i] != S.CAPITAL or not starts_latin_name(cursor, i + 1) or not i:
        return False
    if is_capital(cursor, i - 1) or cursor.norm(i - 1) in ("of", "and", "for"):
        return False
    return not cursor.masks[i - 1] & (S.END_MARK | S.QUOTE_MARK)


def _named_after_king(cursor: Cursor, i: int) -> bool:
    """Tell whether a body named after somebody stands at an honorific: King Saud University."""
    run = latin_run(cursor, i)
    if run - i < 3:
        return False
    return latin_body_end(cursor, i, run) >= run or _joint_body_end(cursor, i, run) > run


def read_latin_run(cursor: Cursor, found: Found, i: int) -> int:
    """Read a body, event, place or the like in a run of capitalised words."""
    run = latin_run(cursor, i)
    end = latin_body_end(cursor, i, run) or _joint_body_end(cursor, i, run)
    known, owners = cursor.tagged.lexicon.bodies.longest(cursor.entries, i)
    if owners and known > end:
        end = known
    if end > i + 1:
        add_body(cursor, found, i, end, latin_head(cursor, i, end))
        return end
    if cursor.mask(i) & S.PLACE or cursor.entries[i].weak:
        if cursor.mask(i) & S.AGENCY and cursor.mask(i - 1) & S.SPEECH:
            return i + 1  # he told Petra: the agency
        return read_place(cursor, found, i)
    for j in range(run - 1, i, -1):
        if (sense := cursor.sense(j, S.NAMED_HEAD)) is not None:
            found.add(_list_start(cursor, found, i), j + 1, sense.role)
            return j + 1
        if (sense := cursor.sense(j, S.PLACE_HEAD)) is not None and sense.role == "last":
            found.add(i, j + 1, "place")
            return j + 1
    if cursor.mask(i) & S.PLACE_HEAD and cursor.norm(i + 1) == "of":
        end = of_phrase(cursor, i + 1)
        whole = cursor.entries[i].senses[S.PLACE_HEAD].role == "whole"
        if end > i + 1 and (whole or not cursor.mask(i + 2) & S.PLACE):
            found.add(i, end, "place")
            return end
    return 0


def _list_start(cursor: Cursor, found: Found, i: int) -> int:
    """Return where a list of capitalised words starts that a run ends: Youth, Technology and Jobs."""
    first = i
    while cursor.norm(first - 1) in ("and", ",") and in_run(cursor, first - 2):
        if first == i and cursor.norm(first - 1) != "and":
            break
        first -= 2
        while in_run(cursor, first - 1):
            first -= 1
    previous = found.out[-1] if found.out else None
    return first if previous is None or previous.last <= first else i


def _joint_body_end(cursor: Cursor, i: int, run: int) -> int:
    """Return the end of a body with 'and' in its name: Roads and Transport Authority."""
    if cursor.norm(run) == "," and cursor.norm(i - 1) == "the":
        run = _last_listed(cursor, run)
    if cursor.norm(run) not in ("and", "&") or not in_run(cursor, run + 1):
        return 0
    if all(cursor.masks[k] & S.PLACE for k in range(i, run)) or starts_latin_name(cursor, i):
        return 0
    if any(cursor.norm(k) == "&" for k in range(i, run)):
        return 0  # Larsen & Toubro | and Trojan Construction Group
    if cursor.mask(run - 1) & S.ORG_HEAD or cursor.mask(run + 1) & S.PLACE:
        return 0  # Dubai Police and Etihad Airways are two
    further = latin_run(cursor, run + 1, loose=True)
    end = latin_body_end(cursor, run + 1, further)
    return end if end >= further and further - run > 2 else 0


def _last_listed(cursor: Cursor, comma: int) -> int:
    """Return where the 'and' of a list of fields stands that a body has before its head: the Political, Consular and."""
    j = comma
    while cursor.norm(j) == "," and in_run(cursor, j + 1):
        if cursor.mask(j + 1) & (S.PLACE | S.ORG | S.HONORIFIC | S.ROLE):
            return comma
        end = latin_run(cursor, j + 1)
        if end - j > _LONG_FIELD or cursor.mask(end - 1) & S.ORG_HEAD:
            return comma
        j = end
    return j + 1 if cursor.norm(j) == "," and cursor.norm(j + 1) == "and" else j
