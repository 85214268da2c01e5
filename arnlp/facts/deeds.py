"""Launches, agreements and appointments, each read from its verb."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.arguments import (
    REACH,
    date_of,
    in_object,
    is_finite,
    object_of,
    sentence_of,
    subject_of,
    words_of,
)
from arnlp.facts.figure import Argument
from arnlp.facts.happening import Happening
from arnlp.facts.phrases import span_of
from arnlp.facts.subjects import named_by
from arnlp.lexicon import senses as S
from arnlp.lexicon.numerals import as_number

# A reader of deeds is asked at a verb of its class.
DeedReader = Callable[[Cursor, Analysis, int], Happening | None]


def read_deeds(
    cursor: Cursor, analysis: Analysis, readers: Mapping[str, DeedReader]
) -> list[Happening]:
    """Ask at each verb the reader of its class, once for a sentence that tells of one."""
    out: list[Happening] = []
    done: set[tuple[int, str]] = set()
    for i in cursor.tagged.with_mask(S.VERB):
        role = cursor.entries[i].senses[S.VERB].role
        key = (cursor.tagged.sentence_of[i], role)
        if role not in readers or key in done or not is_finite(cursor, analysis, i):
            continue
        found = readers[role](cursor, analysis, i)
        if found is not None:
            done.add(key)
            out.append(found)
    return out


def read_launch(cursor: Cursor, analysis: Analysis, i: int) -> Happening | None:
    """Read what a subject launches, opens or starts."""
    subject = subject_of(cursor, analysis, i)
    if subject is None:
        return None
    _, last = sentence_of(cursor, analysis, i)
    start = _behind_apposition(cursor, max(subject[1], i + 1), last)
    found = object_of(cursor, analysis, start, last)
    if found is None:
        return None
    return Happening(
        "launch",
        "launch.verb",
        [span_of(cursor, min(i, found[0]), found[1])],
        {"what": words_of(cursor, *found), "by": subject[0]},
        dates={"date": date_of(cursor, analysis, i, found[1])},
    )


def _behind_apposition(cursor: Cursor, i: int, last: int) -> int:
    """Return the token behind what stands between commas at a token, itself without one."""
    if i >= last or not cursor.entries[i].mask & S.COMMA:
        return i
    for j in range(i + 1, min(last, i + REACH)):
        if cursor.entries[j].mask & S.COMMA:
            return j + 1
    return i


def read_agreement(cursor: Cursor, analysis: Analysis, i: int) -> Happening | None:
    """Read what a subject signs, and with whom."""
    _, last = sentence_of(cursor, analysis, i)
    papers = (j for j in range(i + 1, min(last, i + 2 * REACH)) if cursor.mask(j) & S.PAPER)
    paper = next(papers, None)
    if paper is None:
        return None
    end = paper + 1
    while end < last and end - paper < 5 and in_object(cursor, end, paper):
        end += 1
    counted = analysis.index.quantity_at(paper)
    start = counted.first if counted is not None else paper
    parties: list[Argument] = []
    subject = subject_of(cursor, analysis, i)
    if subject is not None:
        parties.append(subject[0])
    for mention, entity in analysis.index.named_between(paper, last):
        if entity.type == "organization" and entity not in [p.entity for p in parties]:
            if _is_party(cursor, paper, mention.first):
                parties.append(named_by(mention, entity))
    if not parties:
        return None
    return Happening(
        "agreement",
        "agreement.signed",
        [span_of(cursor, min(i, start), end)],
        {"kind": words_of(cursor, start, end)},
        parties,
        {"date": date_of(cursor, analysis, i, end)},
        as_number(counted.value) if counted is not None else None,
    )


def _is_party(cursor: Cursor, paper: int, mention: int) -> bool:
    """Tell whether a body is a party: 'with' stands between the paper and it."""
    if mention - paper > REACH:
        return False
    senses = (cursor.sense(j, S.RELATION) for j in range(paper, mention))
    return any(sense is not None and "with" in sense.value for sense in senses)


def read_appointment(cursor: Cursor, analysis: Analysis, i: int) -> Happening | None:
    """Read who is appointed to which office."""
    _, last = sentence_of(cursor, analysis, i)
    for mention, entity in analysis.index.named_between(i + 1, min(last, i + REACH)):
        if entity.type != "person":
            continue
        for j in range(mention.last, min(last, mention.last + 4)):
            if cursor.mask(j) & S.ROLE:
                end = j + 1
                while end < last and end - j < 8 and in_object(cursor, end, j):
                    end += 1
                return Happening(
                    "appointment",
                    "appointment.verb",
                    [span_of(cursor, i, end)],
                    {"person": named_by(mention, entity), "role": words_of(cursor, j, end)},
                    dates={"from": date_of(cursor, analysis, i, end)},
                )
    return None
