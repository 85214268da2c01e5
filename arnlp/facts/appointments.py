"""Appointments: who is named to which office, where and from when."""

from __future__ import annotations

from arnlp.dates import DateMention
from arnlp.facts.analysis import Analysis
from arnlp.facts.bodies import mention_at, mention_in, words_of
from arnlp.facts.deed_table import accusative_offices, leading
from arnlp.facts.english_offices import latin_offices
from arnlp.facts.figure import Argument
from arnlp.facts.happening import Happening
from arnlp.facts.offices import arabic_offices
from arnlp.facts.phrases import span_of
from arnlp.facts.subjects import named_by
from arnlp.facts.told import Told
from arnlp.lexicon import senses as S
from arnlp.names import Entity, NamedMention
from arnlp.text.clitics import BY
from arnlp.text.tokens import NUMERAL

_LONGEST = 12  # tokens of an office
_OPEN = 2  # lines of a list that name nobody


def read_appointment(told: Told) -> list[Happening]:
    """Read who is appointed to which office, each of a list."""
    cursor = told.analysis.cursor
    latin = cursor.is_latin(told.token)
    found = latin_offices(told) if latin else arabic_offices(told, told.token + 1, told.last)
    out: list[Happening] = []
    for first, stop, person, office in found:
        start = min(first, told.token) if not out else first
        out.append(appointment(told, person, office, start, stop, listed=bool(out)))
    if not out and _opens_list(told):
        out = _lines(told)
    return out


def appointment(
    told: Told, person: Argument, office: tuple[int, int], first: int, stop: int, *, listed: bool
) -> Happening:
    """Return an appointment as a row."""
    cursor = told.analysis.cursor
    body = mention_in(told, *office, ("organization",)) or _behind(told, stop)
    if body is not None and (body[0].kind != "name" or _goes_on(told, body[0], office)):
        body = None
    return Happening(
        "appointment",
        "appointment.list" if listed else f"appointment.{told.voice}",
        [span_of(cursor, first, stop)],
        {
            "person": person,
            "role": words_of(told, *office),
            "organization": named_by(*body) if body is not None else None,
        },
        dates={"from": None if listed else _since(told, stop)},
        modality=told.modality,
    )


def _goes_on(told: Told, body: NamedMention, office: tuple[int, int]) -> bool:
    """Tell whether a name is only the first words of a field: Prime Ministry Affairs."""
    entries = told.analysis.cursor.entries
    return body.last < office[1] and bool(entries[body.last].caps)


def _since(told: Told, stop: int) -> DateMention | None:
    """Return from when: a day before a masdar is that of the announcement."""
    found = told.date(stop, since=True)
    if found is not None and told.voice == "noun" and found.first < told.token:
        return None
    return found


def _behind(told: Told, stop: int) -> tuple[NamedMention, Entity] | None:
    """Return the body that an office behind على وظيفة is at: بوزارة الخارجية."""
    cursor = told.analysis.cursor
    for j in range(stop, min(told.last, stop + 8)):
        if cursor.mask(j) & (S.END_MARK | S.VERB) and not cursor.entries[j].led & BY:
            return None
        if cursor.entries[j].led & BY:
            found = mention_at(told, j, ("organization",))
            if found is not None:
                return found
    return None


def _opens_list(told: Told) -> bool:
    """Tell whether a sentence ends in a colon, so that lines of a list follow."""
    cursor = told.analysis.cursor
    j = told.last - 1
    while j > told.token and cursor.norm(j) in ("\n", ""):
        j -= 1
    return any(cursor.mask(k) & S.COLON for k in range(max(told.token, j - 2), told.last))


def _lines(told: Told) -> list[Happening]:
    """Return the appointments in the lines of a list behind a sentence: a name and an office each."""
    cursor, tagged = told.analysis.cursor, told.analysis.cursor.tagged
    out: list[Happening] = []
    empty = 0
    number = tagged.sentence_of[told.token] + 1
    while number < len(tagged.sentences) and empty < _OPEN:
        first, last = tagged.sentences[number]
        number += 1
        row = _line(told, first, last)
        if row is None:
            if (
                not all(
                    e.kind == NUMERAL or e.mask & S.END_MARK or not e.mask
                    for e in cursor.entries[first:last]
                )
                or last - first > 4
            ):
                break
            empty += 1
            continue
        empty = 0
        out.append(row)
    return out


def _line(told: Told, first: int, last: int) -> Happening | None:
    """Return the appointment that a line of a list tells."""
    analysis: Analysis = told.analysis
    cursor = analysis.cursor
    start = first
    while start < last and (
        cursor.entries[start].kind == NUMERAL
        or cursor.mask(start) & S.HONORIFIC
        or (cursor.entries[start].norm in ("-", ".", ")", "(", "•", "*", "–", "ـ"))
    ):
        start += 1
    named = mention_at(told, start, ("person",))
    if named is None:
        return None
    j = named[0].last
    while j < last and (
        cursor.norm(j) in ("-", "–", ":", "،", ",", "—") or cursor.norm(j) in leading("skip")
    ):
        j += 1
    if j >= last or not (
        cursor.mask(j) & S.ROLE
        or cursor.norm(j) in accusative_offices()
        or cursor.norm(j) in leading("office_noun")
    ):
        return None
    stop = last
    while (stop > j + 1 and cursor.mask(stop - 1) & S.END_MARK) or cursor.norm(stop - 1) in (
        "\n",
        ",",
    ):
        stop -= 1
    if stop - j > _LONGEST + 4:
        return None
    return appointment(told, named_by(*named), (j, stop), start, stop, listed=True)
