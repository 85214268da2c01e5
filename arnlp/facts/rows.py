"""Facts written out as the plain data that the models validate."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from arnlp.facts.figure import Figure
from arnlp.facts.happening import Happening
from arnlp.facts.write import Writer, number_of
from arnlp.model import release as R
from arnlp.quotes import QuoteMention

_HEADS = ("headline", "subheadline")
_ROUNDING = 0.05  # by how much a headline rounds
_STATEMENT_CONFIDENCE = {True: 0.95, False: 0.85}


def facts(writer: Writer, figures: list[Figure], happenings: list[Happening]) -> list[R.Fact]:
    """Return the facts in the order of the text, without those that only a headline repeats."""
    out: list[tuple[int, int, dict[str, Any]]] = []
    signed = {
        token for h in happenings if h.type == "agreement" for token in range(h.first, h.last)
    }
    body = _levels(
        f for f in figures if writer.analysis.index.section_at(f.quantity.start) not in _HEADS
    )
    for figure in figures:
        quantity = figure.quantity
        section = writer.analysis.index.section_at(quantity.start)
        if section in _HEADS and _repeats(figure, body):
            continue
        if quantity.kind == "count" and quantity.first in signed:
            continue  # the agreement carries it
        out.append((quantity.start, 0, _figure(writer, figure, section)))
    last_of = {happening.type: happening for happening in happenings}
    for happening in happenings:
        section = writer.analysis.index.section_at(writer.tagged.starts[happening.first])
        if section in _HEADS and last_of[happening.type] is not happening:
            continue
        out.append(
            (writer.tagged.starts[happening.first], 1, _happening(writer, happening, section))
        )
    for quote in writer.analysis.quotes:
        if quote.speaker is not None:
            out.append(
                (
                    quote.start,
                    2,
                    _statement(writer, quote, writer.analysis.index.section_at(quote.start)),
                )
            )
    out.sort(key=lambda item: item[:2])
    facts: list[Any] = []
    for number, (_, _, fact) in enumerate(out, 1):
        fact["id"] = f"f{number}"
        facts.append(R.FACTS[fact["type"]].trusted(fact))
    return facts


def _evidence(writer: Writer, first: int, last: int, at_most: int | None = None) -> R.Evidence:
    """Return the evidence over a range of tokens, from an offset at the latest."""
    start, end = writer.tagged.start_of(first), writer.tagged.ends[last - 1]
    return R.Evidence.trusted(writer.span(start if at_most is None else min(start, at_most), end))


def _figure(writer: Writer, figure: Figure, section: str) -> dict[str, Any]:
    quantity = figure.quantity
    fact: dict[str, Any] = {
        "id": "",
        "type": figure.type,
        "evidence": _evidence(writer, figure.first, figure.last, quantity.start),
        "section": section,
        "rule": figure.rule,
        "confidence": figure.confidence,
    }
    fact.update(
        subject=figure.subject, subject_id=writer.id_of(figure.entity), measure=figure.measure,
        value=number_of(abs(quantity.value) if figure.type == "change" else quantity.value),
        value_max=None if quantity.value_max is None else number_of(quantity.value_max),
        unit=quantity.unit, per=quantity.per, bound=quantity.bound, period=figure.period, place=figure.place,
        readings=[
            R.Reading.trusted(
                {"value": number_of(r.value), "unit": r.unit, "text": writer.text[r.start : r.end]}
            )
            for r in figure.readings
        ],
    )  # fmt: skip
    if figure.type == "change":
        fact.update(direction=figure.direction, relation=figure.relation, previous=figure.previous)
    return fact


def _happening(writer: Writer, happening: Happening, section: str) -> dict[str, Any]:
    subject = happening.subject
    name = subject.name if subject else None
    fact: dict[str, Any] = {
        "id": "",
        "type": happening.type,
        "evidence": _evidence(writer, happening.first, happening.last),
        "section": section,
        "rule": happening.rule,
        "confidence": happening.confidence,
    }
    parts: dict[str, dict[str, Any]] = {
        "launch": {
            "subject": name, "subject_id": writer.id_of(subject), "object": happening.object,
            "date": happening.date,
        },
        "agreement": {
            "name": happening.object, "parties": [p.name for p in happening.parties],
            "party_ids": [writer.id_of(p) for p in happening.parties], "value": happening.value,
            "date": happening.date,
        },
        "appointment": {
            "person": name, "person_id": writer.id_of(subject), "role": happening.role,
        },
        "event": {
            "name": happening.object, "entity_id": writer.id_of(subject), "date": happening.date,
            "place": happening.place,
        },
        "description": {
            "subject": name, "subject_id": writer.id_of(subject), "text": happening.object,
        },
    }  # fmt: skip
    return {**fact, **parts[happening.type]}


def _statement(writer: Writer, quote: QuoteMention, section: str) -> dict[str, Any]:
    speaker = quote.speaker
    assert speaker is not None
    return {
        "id": "",
        "type": "statement",
        "evidence": R.Evidence.trusted(writer.span(quote.start, quote.end)),
        "section": section,
        "rule": "statement.direct" if quote.direct else "statement.reported",
        "confidence": _STATEMENT_CONFIDENCE[quote.direct],
        "speaker": speaker.name,
        "speaker_id": writer.id_of(speaker),
        "text": writer.text[quote.start : quote.end],
        "direct": quote.direct,
    }


Levels = dict[tuple[str, str | None], list[float]]


def _levels(figures: Iterable[Figure]) -> Levels:
    """Return the values of figures by kind and unit."""
    out: Levels = {}
    for figure in figures:
        quantity = figure.quantity
        out.setdefault((quantity.kind, quantity.unit), []).append(float(quantity.value))
    return out


def _repeats(figure: Figure, body: Levels) -> bool:
    """Tell whether a headline's figure is one of the body's, perhaps rounded."""
    value = float(figure.quantity.value)
    known = body.get((figure.quantity.kind, figure.quantity.unit), [])
    return any(abs(value - other) <= _ROUNDING * abs(other) for other in known)
