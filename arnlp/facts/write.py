"""Mentions written out as the plain data that the models validate."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from arnlp.dates import DateMention, day_in
from arnlp.facts.analysis import Analysis
from arnlp.lexicon.numerals import as_number
from arnlp.model import release as R
from arnlp.names import Entity, Romanize, arabized, romanizer

_by_table: Romanize = romanizer("table")


class Writer:
    """Writes one analysis out; ids are given in the order of the text."""

    def __init__(self, analysis: Analysis, romanize: Romanize = _by_table) -> None:
        self.analysis = analysis
        self.romanize = romanize
        self.tagged = analysis.context.tagged
        self.text = self.tagged.text
        self.anchor = analysis.context.anchor
        self.ids = {id(e): f"e{n}" for n, e in enumerate(analysis.entities, 1)}

    def span(self, start: int, end: int) -> dict[str, Any]:
        """Return a stretch of the text with its offsets."""
        return {"start": start, "end": end, "text": self.text[start:end]}

    def id_of(self, entity: Entity | None) -> str | None:
        """Return the id of an entity."""
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
            country_evidence=[R.CountryEvidence.trusted(one._asdict()) for one in analysis.context.evidence],
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
            date=_iso(
                day_in(d for d in self.analysis.dates if dateline.first <= d.first < dateline.last)
            ),
            agency=dateline.agency,
        )

    # -- mentions --------------------------------------------------------------------------

    def numbers(self) -> list[R.Number]:
        """Return the numbers."""
        return [
            R.Number.trusted(
                {**self.span(n.start, n.end), "kind": n.kind, "value": number_of(n.value)}
            )
            for n in self.analysis.numbers
        ]

    def quantities(self) -> list[R.Quantity]:
        """Return the quantities."""
        return [
            R.Quantity.trusted(
                {
                    **self.span(q.start, q.end), "kind": q.kind, "value": number_of(q.value),
                    "value_max": None if q.value_max is None else number_of(q.value_max),
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

    def period(self, mention: DateMention | None) -> R.Period | None:
        """Return a time expression as the period of a fact."""
        if mention is None:
            return None
        stretch = mention.stretch
        return R.Period.trusted(
            {
                **self.span(mention.start, mention.end),
                "edtf": stretch.edtf if stretch else None,
                "from_date": _iso(stretch.first) if stretch else None,
                "to_date": _iso(stretch.last) if stretch else None,
            }
        )

    def _date(self, mention: DateMention) -> R.Date:
        stretch = mention.stretch
        return R.Date.trusted(
            {
                **self.span(mention.start, mention.end),
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
                        R.Role.trusted({"title": title, "organization": body})
                        for title, body in _offices(e)
                    ],
                    "mentions": [
                        R.EntityMention.trusted({**self.span(m.start, m.end), "kind": m.kind})
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
                    **self.span(q.start, q.end), "speaker": self.id_of(q.speaker), "cue": q.cue,
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


def number_of(value: Any) -> int | float:
    """Return a value as JSON has it."""
    return as_number(float(value) if type(value) is Fraction else value)


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def _offices(entity: Entity) -> list[tuple[str, str | None]]:
    """Return the offices of a person: those of the text, else that of the caller's lexicon."""
    if entity.roles or not entity.offices:
        return [(role.title, role.organization) for role in entity.roles]
    return [entity.offices.get(entity.language) or next(iter(entity.offices.values()))]


def _names(entity: Entity, romanize: Romanize, country: str | None) -> R.Names:
    """Return the names in both languages: of the gazetteer or the text, else a transliteration of a person's."""
    arabic, english = entity.names
    origin = entity.origin if arabic and english else None
    arabic = arabic or (entity.name if entity.language == "ar" else None)
    english = english or (entity.name if entity.language == "en" else None)
    if entity.type == "person" and arabic and not english:
        english, origin = romanize(arabic, country) or None, "transliteration"
    elif entity.type == "person" and english and not arabic:
        arabic, origin = arabized(english) or None, "transliteration"
    both = arabic is not None and english is not None
    return R.Names.trusted({"ar": arabic, "en": english, "origin": origin if both else None})
