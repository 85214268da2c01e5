"""Facts written out as the plain data that the models validate."""

from __future__ import annotations

import sys
from bisect import bisect_right
from typing import Any

from arnlp.facts.figure import Argument, Figure, Level, Span
from arnlp.facts.happening import Happening
from arnlp.facts.write import Writer, number_of
from arnlp.model import release as R
from arnlp.quotes import QuoteMention

_HEADS = ("headline", "subheadline")
_STATEMENT_CONFIDENCE = {True: 0.95, False: 0.85}
_ARGUMENTS = {
    "launch": ("what", "by"),
    "agreement": ("kind", "subject", "place"),
    "appointment": ("person", "role", "organization"),
    "event": ("name", "kind", "place", "organiser"),
    "description": ("subject",),
}
_DATES = {
    "launch": {"date": "date"},
    "agreement": {"date": "date"},
    "appointment": {"from_": "from"},
    "event": {"from_": "from", "to": "to"},
    "description": {},
}


def write_facts(writer: Writer, figures: list[Figure], happenings: list[Happening]) -> list[R.Fact]:
    """Return the facts in the order of the text.

    What only a headline tells of a deed is left to the body; how many papers were signed, to the
    agreement.
    """
    out: list[tuple[int, int, dict[str, Any]]] = []
    signed = sorted(h.evidence[0] for h in happenings if h.type == "agreement")
    for figure in figures:
        quantity = figure.quantity
        if quantity.kind == "count" and _lies_in(signed, quantity.start):
            continue
        out.append((quantity.start, 0, _figure(writer, figure)))
    last_of = {happening.type: happening for happening in happenings}
    for happening in happenings:
        start = happening.evidence[0][0]
        section = writer.analysis.index.section_at(start)
        if section not in _HEADS or last_of[happening.type] is happening:
            out.append((start, 1, _happening(writer, happening)))
    for quote in writer.analysis.quotes:
        if quote.speaker is not None:
            out.append((quote.start, 2, _statement(writer, quote)))
    out.sort(key=lambda item: item[:2])
    facts: list[Any] = []
    for number, (_, _, fact) in enumerate(out, 1):
        fact["id"] = f"f{number}"
        model = R.FACTS[fact["type"]]
        facts.append(model.trusted({name: fact[name] for name in model.model_fields}))
    return facts


def _lies_in(spans: list[Span], at: int) -> bool:
    """Tell whether an offset lies in the last of some sorted spans that starts before it."""
    index = bisect_right(spans, (at, sys.maxsize)) - 1
    return index >= 0 and at < spans[index][1]


def _head(writer: Writer, told: Figure | Happening, at: int) -> dict[str, Any]:
    """Return what every fact has."""
    return {
        "type": told.type,
        "rule": told.rule,
        "confidence": told.confidence,
        "section": writer.analysis.index.section_at(at),
        "modality": told.modality,
        "evidence": [R.Span.trusted(writer.span(*span)) for span in told.evidence],
    }


def _argument(writer: Writer, argument: Argument | None) -> R.Argument | None:
    if argument is None:
        return None
    span = writer.span(argument.start, argument.end)
    return R.Argument.trusted({**span, "entity_id": writer.id_of(argument.entity)})


def _figure(writer: Writer, figure: Figure) -> dict[str, Any]:
    quantity = figure.quantity
    return {
        **_head(writer, figure, quantity.start),
        "measure": _argument(writer, figure.measure),
        "subject": _argument(writer, figure.subject),
        "group": _argument(writer, figure.group),
        "place": _argument(writer, figure.place),
        "value": number_of(abs(quantity.value) if figure.type == "change" else quantity.value),
        "value_max": None if quantity.value_max is None else number_of(quantity.value_max),
        "unit": quantity.unit,
        "per": quantity.per,
        "bound": quantity.bound,
        "readings": [
            R.Reading.trusted(
                {**writer.span(r.start, r.end), "value": number_of(r.value), "unit": r.unit}
            )
            for r in figure.readings
        ],
        "period": writer.period(figure.period),
        "direction": figure.direction,
        "relation": figure.relation,
        "previous": _previous(writer, figure.previous),
        "source": _argument(writer, figure.source),
    }


def _previous(writer: Writer, level: Level | None) -> R.Previous | None:
    if level is None:
        return None
    return R.Previous.trusted(
        {
            **writer.span(level.start, level.end),
            "value": None if level.value is None else number_of(level.value),
            "unit": level.unit,
            "period": writer.period(level.period),
        }
    )


def _happening(writer: Writer, happening: Happening) -> dict[str, Any]:
    type_, given = happening.type, happening.arguments
    fact = _head(writer, happening, happening.evidence[0][0])
    if type_ == "agreement":
        fact["parties"] = [_argument(writer, party) for party in happening.parties]
    for name in _ARGUMENTS[type_]:
        fact[name] = _argument(writer, given.get(name))
    if type_ == "agreement":
        fact["value"] = happening.value
    for name, of in _DATES[type_].items():
        fact[name] = writer.period(happening.dates.get(of))
    if type_ == "description" and (text := given["text"]) is not None:
        fact["text"] = writer.text[text.start : text.end]
    return fact


def _statement(writer: Writer, quote: QuoteMention) -> dict[str, Any]:
    speaker = quote.speaker
    assert speaker is not None
    first = speaker.mentions[0]
    return {
        "type": "statement",
        "rule": "statement.direct" if quote.direct else "statement.reported",
        "confidence": _STATEMENT_CONFIDENCE[quote.direct],
        "section": writer.analysis.index.section_at(quote.start),
        "modality": "asserted",
        "evidence": [R.Span.trusted(writer.span(quote.start, quote.end))],
        "speaker": _argument(writer, Argument(first.start, first.end, speaker)),
        "text": writer.text[quote.start : quote.end],
        "direct": quote.direct,
        "cue": quote.cue,
    }
