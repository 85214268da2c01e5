"""Fact rows of both texts: those of one figure, and whether both say that it rose or that it fell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from arnlp.faces.compare.figures import rounded
from arnlp.faces.compare.pairing import Both, Item, Language, paired
from arnlp.model.comparison import Finding
from arnlp.model.facts import Change, Money, Rank, Statistic, Target

Row = Statistic | Change | Money | Target | Rank

_FIGURES = (Statistic, Change, Money, Target, Rank)


def compare_rows(both: Both) -> Iterator[Finding]:
    """Yield a finding for each fact that is a figure, of either text."""
    here = {"ar": _rows(both, "ar"), "en": _rows(both, "en")}
    for bead in range(len(both.beads)):
        if not both.is_whole(bead):
            continue
        pairs, rest, more = paired(here["ar"].get(bead, []), here["en"].get(bead, []), _likeness)
        for a, e in pairs:
            ar, en = _item(both, "ar", a), _item(both, "en", e)
            if a.direction and e.direction and a.direction != e.direction:
                note = f"{a.direction} in Arabic, {e.direction} in English"
                yield both.finding("fact", "conflict", bead, ar, en, note)
            else:
                yield both.finding("fact", "matched", bead, ar, en)
        for a in rest:
            note = f"no fact of {a.value} in the English text"
            yield both.finding("fact", "missing", bead, _item(both, "ar", a), None, note, False)
        for e in more:
            note = f"no fact of {e.value} in the Arabic text"
            yield both.finding("fact", "missing", bead, None, _item(both, "en", e), note, False)


def _rows(both: Both, language: Language) -> dict[int, list[Row]]:
    side = both.side(language)
    out: dict[int, list[Row]] = defaultdict(list)
    for fact in side.release.facts:
        if isinstance(fact, _FIGURES):
            sentence = side.sentence_at(fact.evidence[0].start)
            out[both.bead(language, sentence)].append(fact)
    return out


def _item(both: Both, language: Language, row: Row) -> Item:
    span = row.evidence[0]
    told = f"{row.type} {row.value:,}{f' {row.unit}' if row.unit else ''}"
    if row.direction:
        told = f"{told}, {row.direction}"
    return Item(span.start, span.end, both.side(language).sentence_at(span.start), told)


def _likeness(a: Row, e: Row) -> float:
    """Return how sure two rows are of one figure, 0 where their values are two."""
    if not rounded(a.value, e.value):
        return 0.0
    like = 1.0 + (a.type == e.type) + (a.unit == e.unit)
    if a.period and e.period and a.period.from_date == e.period.from_date:
        like += 1
    return like
