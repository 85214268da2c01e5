"""Mentions and facts written out as the plain data that the models validate."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from arnlp.facts.analysis import Analysis, Index
from arnlp.facts.document import date_in
from arnlp.facts.figures import Figure
from arnlp.facts.happenings import Happening
from arnlp.lexicon.numerals import as_number
from arnlp.mentions.coreference import Entity
from arnlp.mentions.dates import DateMention
from arnlp.mentions.quotes import QuoteMention
from arnlp.mentions.romanization import romanizer
from arnlp.model import release as R

_HEADS = ("headline", "subheadline")
_ROUNDING = 0.05  # by how much a headline rounds
_STATEMENT_CONFIDENCE = {True: 0.95, False: 0.85}


Romanize = Callable[[str, str | None], str]
_by_table: Romanize = romanizer("table")


class Builder:
    """Writes one analysis out; ids are given in the order of the text."""

    def __init__(self, analysis: Analysis, romanize: Romanize = _by_table) -> None:
        self.analysis = analysis
        self.romanize = romanize
        self.tagged = analysis.context.tagged
        self.text = self.tagged.text
        self.anchor = analysis.context.anchor
        self.ids = {id(e): f"e{n}" for n, e in enumerate(analysis.entities, 1)}

    def _span(self, start: int, end: int) -> dict[str, Any]:
        return {"start": start, "end": end, "text": self.text[start:end]}

    def _id(self, entity: Entity | None) -> str | None:
        return self.ids[id(entity)] if entity is not None else None

    # -- the document ----------------------------------------------------------------------

    def document(self, id_: str, source: str | None, language: str | None) -> R.DocumentInfo:
        """Return what is known of the document as a whole."""
        analysis, tagged, text = self.analysis, self.tagged, self.text
        title = next((p for p in analysis.sections if p.kind == "headline"), None)
        return R.DocumentInfo(
            id=id_,
            source=source,
            language=language or tagged.language_of(0, len(tagged.entries)),
            country=analysis.context.country,
            published=_iso(self.anchor),
            title=" ".join(text[title.start : title.end].split()) if title else None,
            dateline=self._dateline(),
            sections=[
                R.Section.trusted(
                    {
                        "kind": part.kind, "start": part.start, "end": part.end,
                        "language": tagged.language_of(*tagged.token_range(part.start, part.end)),
                    }
                )
                for part in analysis.sections
            ],
        )  # fmt: skip

    def _dateline(self) -> R.Dateline | None:
        dateline = self.analysis.dateline
        if dateline is None:
            return None
        return R.Dateline(
            start=dateline.start,
            end=dateline.end,
            place=dateline.place,
            date=_iso(date_in(dateline, self.analysis.dates)),
            agency=dateline.agency,
        )

    # -- mentions --------------------------------------------------------------------------

    def numbers(self) -> list[R.Number]:
        """Return the numbers."""
        return [
            R.Number.trusted(
                {**self._span(n.start, n.end), "kind": n.kind, "value": _value(n.value)}
            )
            for n in self.analysis.numbers
        ]

    def quantities(self) -> list[R.Quantity]:
        """Return the quantities."""
        return [
            R.Quantity.trusted(
                {
                    **self._span(q.start, q.end), "kind": q.kind, "value": _value(q.value),
                    "value_max": None if q.value_max is None else _value(q.value_max),
                    "bound": q.bound, "unit": q.unit, "noun": q.noun, "per": q.per,
                    "equivalent_to": q.same_as and R.Extent.trusted(
                        {"start": q.same_as.start, "end": q.same_as.end}
                    ),
                }
            )
            for q in self.analysis.quantities
        ]  # fmt: skip

    def dates(self) -> list[R.Date]:
        """Return the time expressions."""
        return [self._date(d) for d in self.analysis.dates]

    def _date(self, mention: DateMention) -> R.Date:
        stretch = mention.stretch
        return R.Date.trusted(
            {
                **self._span(mention.start, mention.end),
                "kind": mention.kind,
                "edtf": mention.edtf,
                "timex": mention.timex,
                "mod": mention.mod,
                "from_date": _iso(stretch.first) if stretch else None,
                "to_date": _iso(stretch.last) if stretch else None,
                "calendar": mention.calendar,
                "anchor": _iso(self.anchor) if mention.anchored else None,
            }
        )

    def entities(self) -> list[R.Entity]:
        """Return the entities with their mentions."""
        return [
            R.Entity.trusted(
                {
                    "id": self.ids[id(e)], "type": e.type, "name": e.name, "names": _names(e, self.romanize, self.analysis.context.country),
                    "honorifics": e.honorifics,
                    "roles": [
                        R.Role.trusted({"title": r.title, "organization": r.organization})
                        for r in e.roles
                    ],
                    "mentions": [
                        R.EntityMention.trusted({**self._span(m.start, m.end), "kind": m.kind})
                        for m in e.mentions
                    ],
                }
            )
            for e in self.analysis.entities
        ]  # fmt: skip

    def quotes(self) -> list[R.Quote]:
        """Return what was said."""
        return [
            R.Quote.trusted(
                {
                    **self._span(q.start, q.end), "speaker": self._id(q.speaker), "cue": q.cue,
                    "direct": q.direct,
                }
            )
            for q in self.analysis.quotes
        ]  # fmt: skip

    def warnings(self) -> list[R.Caveat]:
        """Return what a reader should know, in the order of the text."""
        context = self.analysis.context
        for quantity in self.analysis.quantities:
            if quantity.ambiguous:
                context.warn(
                    "ambiguous_currency",
                    "several countries have a currency of this name, and none is told by the text",
                    quantity.start,
                    quantity.end,
                )
        found = sorted(set(context.warnings), key=lambda w: (w.start or 0, w.code))
        return [R.Caveat.trusted(warning._asdict()) for warning in found]

    # -- facts -----------------------------------------------------------------------------

    def facts(
        self, figures: list[Figure], happenings: list[Happening], index: Index
    ) -> list[R.Fact]:
        """Return the facts in the order of the text, without those that only a headline repeats."""
        out: list[tuple[int, int, dict[str, Any]]] = []
        signed = {
            token for h in happenings if h.type == "agreement" for token in range(h.first, h.last)
        }
        body = _levels(f for f in figures if index.section_at(f.quantity.start) not in _HEADS)
        for figure in figures:
            quantity = figure.quantity
            section = index.section_at(quantity.start)
            if section in _HEADS and _repeats(figure, body):
                continue
            if quantity.kind == "count" and quantity.first in signed:
                continue  # the agreement carries it
            out.append((quantity.start, 0, self._figure(figure, section)))
        last_of = {happening.type: happening for happening in happenings}
        for happening in happenings:
            section = index.section_at(self.tagged.starts[happening.first])
            if section in _HEADS and last_of[happening.type] is not happening:
                continue
            out.append(
                (self.tagged.starts[happening.first], 1, self._happening(happening, section))
            )
        for quote in self.analysis.quotes:
            if quote.speaker is not None:
                out.append((quote.start, 2, self._statement(quote, index.section_at(quote.start))))
        out.sort(key=lambda item: item[:2])
        facts: list[Any] = []
        for number, (_, _, fact) in enumerate(out, 1):
            fact["id"] = f"f{number}"
            facts.append(R.FACTS[fact["type"]].trusted(fact))
        return facts

    def _evidence(self, first: int, last: int, at_most: int | None = None) -> R.Evidence:
        """Return the evidence over a range of tokens, from an offset at the latest."""
        start, end = self.tagged.start_of(first), self.tagged.ends[last - 1]
        return R.Evidence.trusted(
            self._span(start if at_most is None else min(start, at_most), end)
        )

    def _figure(self, figure: Figure, section: str) -> dict[str, Any]:
        quantity = figure.quantity
        fact: dict[str, Any] = {
            "id": "",
            "type": figure.type,
            "evidence": self._evidence(figure.first, figure.last, quantity.start),
            "section": section,
            "rule": figure.rule,
            "confidence": figure.confidence,
        }
        fact.update(
            subject=figure.subject, subject_id=self._id(figure.entity), measure=figure.measure,
            value=_value(abs(quantity.value) if figure.type == "change" else quantity.value),
            value_max=None if quantity.value_max is None else _value(quantity.value_max),
            unit=quantity.unit, per=quantity.per, bound=quantity.bound, period=figure.period, place=figure.place,
            readings=[
                R.Reading.trusted(
                    {"value": _value(r.value), "unit": r.unit, "text": self.text[r.start : r.end]}
                )
                for r in figure.readings
            ],
        )  # fmt: skip
        if figure.type == "change":
            fact.update(
                direction=figure.direction, relation=figure.relation, previous=figure.previous
            )
        return fact

    def _happening(self, happening: Happening, section: str) -> dict[str, Any]:
        subject = happening.subject
        name = subject.name if subject else None
        fact: dict[str, Any] = {
            "id": "",
            "type": happening.type,
            "evidence": self._evidence(happening.first, happening.last),
            "section": section,
            "rule": happening.rule,
            "confidence": happening.confidence,
        }
        parts: dict[str, dict[str, Any]] = {
            "launch": {
                "subject": name, "subject_id": self._id(subject), "object": happening.object,
                "date": happening.date,
            },
            "agreement": {
                "name": happening.object, "parties": [p.name for p in happening.parties],
                "party_ids": [self._id(p) for p in happening.parties], "value": happening.value,
                "date": happening.date,
            },
            "appointment": {
                "person": name, "person_id": self._id(subject), "role": happening.role,
            },
            "event": {
                "name": happening.object, "entity_id": self._id(subject), "date": happening.date,
                "place": happening.place,
            },
            "description": {
                "subject": name, "subject_id": self._id(subject), "text": happening.object,
            },
        }  # fmt: skip
        return {**fact, **parts[happening.type]}

    def _statement(self, quote: QuoteMention, section: str) -> dict[str, Any]:
        speaker = quote.speaker
        assert speaker is not None
        return {
            "id": "",
            "type": "statement",
            "evidence": R.Evidence.trusted(self._span(quote.start, quote.end)),
            "section": section,
            "rule": "statement.direct" if quote.direct else "statement.reported",
            "confidence": _STATEMENT_CONFIDENCE[quote.direct],
            "speaker": speaker.name,
            "speaker_id": self._id(speaker),
            "text": self.text[quote.start : quote.end],
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


def _value(value: Any) -> int | float:
    return as_number(float(value) if type(value) is Fraction else value)


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _names(entity: Entity, romanize: Romanize, country: str | None) -> R.Names:
    """Return the names in both languages: of the gazetteer or the text, else a transliteration."""
    arabic, english = entity.names
    origin = entity.origin if arabic and english else None
    arabic = arabic or (entity.name if entity.language == "ar" else None)
    english = english or (entity.name if entity.language == "en" else None)
    if entity.type == "person" and arabic and not english:
        english, origin = romanize(arabic, country) or None, "transliteration"
    return R.Names.trusted({"ar": arabic, "en": english, "origin": origin if english else None})
