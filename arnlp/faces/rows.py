"""Rows of figures compared field by field: who, what, how much, when, against what, by whose word.

A row is a fact that is a figure, gold or output, as a dictionary with the keys of the schema (gold
may leave out keys that are null). Two rows are of the same figure when their evidence overlaps and
value and unit are the same; a measure, group, place or source is right when half of its content
words are (F1), a subject also when one holds the other or it stands as the group or the place; a
period when its days are, where an edge may be a day or its whole period and an open end counts.
What a figure is compared with (``previous``, where it has a value) counts as a row of its own.

A row is wholly right when value, unit, measure, subject, period and direction are, and strictly
right when every field is, with the same words and days.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from arnlp.faces.likeness import (
    Item,
    alike,
    alike_measures,
    days_of,
    near,
    overlap,
    same,
    same_amount,
    same_days,
    same_words,
    words_of,
)  # fmt: skip

Verdict = Literal["right", "wrong", "missing", "spurious", "null"]
ARGUMENTS = ("measure", "subject", "group", "place", "source")
FIELDS = ("type", *ARGUMENTS, "period", "direction", "relation", "previous", "modality", "bound")
FIGURES = ("statistic", "change", "money", "target", "rank")
_WHOLE = ("measure", "subject", "period", "direction")
_OF_PREVIOUS = ("measure", "subject", "period")
_AHEAD = ("planned", "possible")


class Pair(NamedTuple):
    """A figure of the gold, what was found for it, and what its fields are worth."""

    gold: Item
    found: Item
    verdicts: dict[str, Verdict]


class Match(NamedTuple):
    """The figures of one release: found in both, in the gold alone, in the output alone."""

    pairs: list[Pair]
    missed: list[Item]
    spurious: list[Item]


def rows_of(facts: Iterable[Item], dates: Iterable[Item] = ()) -> list[Item]:
    """Return the rows among facts, each followed by what it is compared with as a row.

    ``dates`` give the days of periods that stand as EDTF alone, as they did in schema 1.

    >>> fact = {"type": "change", "value": 5, "unit": "%", "evidence": {"start": 0, "end": 9},
    ...         "previous": {"value": 4, "unit": "%"}}
    >>> [(row["value"], row["of_previous"]) for row in rows_of([fact])]
    [(5, False), (4, True)]
    """
    days = {d["edtf"]: (d["from_date"], d["to_date"]) for d in dates if d.get("edtf")}
    rows: list[Item] = []
    for fact in facts:
        if fact["type"] not in FIGURES or not isinstance(fact.get("value"), int | float):
            continue
        row = {**fact, "of_previous": False, "days": days_of(fact.get("period"), days)}
        row["evidence"] = _spans(fact["evidence"])
        was = fact.get("previous")
        if isinstance(was, int | float):
            was = {"value": was, "unit": fact.get("unit")}
        row["previous"] = was
        rows.append(row)
        if was and isinstance(was.get("value"), int | float):
            older = {
                "value": was["value"], "value_max": None, "unit": was.get("unit") or fact.get("unit"),
                "direction": None, "previous": None, "of_previous": True,
                "evidence": [was] if was.get("start") is not None else row["evidence"],
                "figure": was if was.get("start") is not None else None,
                "days": days_of(was.get("period"), days),
            }  # fmt: skip
            rows.append({**row, **older})
    return rows


def match(gold: Sequence[Item], found: Sequence[Item]) -> Match:
    """Pair rows of the gold with rows found, one with one, the likest first."""
    likeness = []
    for i, a in enumerate(gold):
        for j, b in enumerate(found):
            if _same_figure(a, b):
                verdicts = judge(a, b)
                good = sum(v in ("right", "null") for v in verdicts.values())
                at = [a["figure"]] if a.get("figure") else a["evidence"]
                inside = any(overlap(x, y) for x in at for y in b["evidence"])
                likeness.append(((-inside, a["of_previous"] != b["of_previous"], -good, i, j), a, b, verdicts))  # fmt: skip
    left, right, pairs = set(range(len(gold))), set(range(len(found))), []
    for (*_, i, j), a, b, verdicts in sorted(likeness, key=lambda entry: entry[0]):
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append((i, Pair(a, b, verdicts)))
    return Match(
        [pair for _, pair in sorted(pairs, key=lambda entry: entry[0])],
        [gold[i] for i in sorted(left)],
        [found[j] for j in sorted(right)],
    )


def judge(gold: Item, found: Item, strict: bool = False) -> dict[str, Verdict]:
    """Return what each field of a found row is worth; fields that the gold does not score are left out.

    >>> row = {"type": "money", "measure": {"text": "the value of exports"}, "days": None}
    >>> judge(row, {**row, "measure": {"text": "exports"}})["measure"]
    'right'
    >>> judge(row, {**row, "measure": None})["measure"]
    'missing'
    """
    scored = gold.get("scored", FIELDS)
    verdicts: dict[str, Verdict] = {}
    for field in _OF_PREVIOUS if gold.get("of_previous") else FIELDS:
        if field in scored:
            verdicts[field] = _verdict(field, gold, found, strict)
    return verdicts


def whole(pair: Pair) -> bool:
    """Tell whether a row is wholly right: measure, subject, period, and direction where gold has one."""
    return all(
        pair.verdicts.get(field, "null") in ("right", "null")
        or (field == "direction" and pair.verdicts[field] == "spurious")
        for field in _WHOLE
    )


def strictly(pair: Pair) -> bool:
    """Tell whether every field of a row is right, in the same words and to the day."""
    verdicts = judge(pair.gold, pair.found, strict=True).values()
    upper = same(pair.gold.get("value_max"), pair.found.get("value_max"))
    return upper and all(verdict in ("right", "null") for verdict in verdicts)


def _same_figure(a: Item, b: Item) -> bool:
    if not any(overlap(x, y) for x in a["evidence"] for y in b["evidence"]):
        return False
    if a["type"] == "rank" and b["type"] == "rank":
        return same(a["value"], b["value"])
    return same_amount(a, b)


def _spans(evidence: Item | list[Item]) -> list[Item]:
    return evidence if isinstance(evidence, list) else [evidence]


def _verdict(field: str, gold: Item, found: Item, strict: bool) -> Verdict:
    if field in ARGUMENTS:
        a, b = words_of(gold.get(field)), words_of(found.get(field))
        if field == "subject" and not strict:
            return _subject(gold, found)
        same_ones = same_words if strict else alike_measures if field == "measure" else alike
        return _told(a, b, same_ones(a, b))
    if field == "period":
        a, b = gold.get("days"), found.get("days")
        return _told(a, b, a == b if strict else same_days(a, b))
    if field == "previous":
        return _previous(gold.get("previous"), found.get("previous"), strict)
    if field == "modality":
        return _told_alike(_modality(gold), _modality(found))
    if field == "bound":
        return _told_alike(*(_unless(row.get("bound"), "exact") for row in (gold, found)))
    a, b = gold.get(field), found.get(field)
    if field == "type" and not strict and "target" in (a, b) and a != b:
        # what is planned is a target or a planned statistic: readers write both
        return "right" if {_modality(gold), _modality(found)} <= set(_AHEAD) else "wrong"
    return _told_alike(a, b)


def _told(a: object, b: object, same: bool) -> Verdict:
    if not a:
        return "spurious" if b else "null"
    if not b:
        return "missing"
    return "right" if same else "wrong"


def _told_alike(a: object, b: object) -> Verdict:
    return _told(a, b, a == b)


def _subject(gold: Item, found: Item) -> Verdict:
    """Judge of whom or of what: the subject, or the group or the place where one of them says it."""
    a, b = words_of(gold.get("subject")), words_of(found.get("subject"))
    others = [words_of(found.get(key)) for key in ("group", "place")]
    if a and any(other and near(a, other) for other in others):
        return "right"
    if not a and b:
        theirs = [words_of(gold.get(key)) for key in ("group", "place")]
        return "right" if any(other and near(other, b) for other in theirs) else "spurious"
    return _told(a, b, bool(a and b and near(a, b)))


def _previous(a: Item | None, b: Item | None, strict: bool) -> Verdict:
    if not a or not b:
        return _told(a, b, False)
    if a.get("value") is None:
        silent = b.get("value") is None or not strict
        right = silent and same_days(days_of(a.get("period"), {}), days_of(b.get("period"), {}))
    else:
        unit = a.get("unit") is None or b.get("unit") in (None, a["unit"])
        right = unit and same(a["value"], b.get("value"))
    return "right" if right else "wrong"


def _modality(row: Item) -> str | None:
    told = _unless(row.get("modality"), "asserted")
    return "planned" if told is None and row.get("type") == "target" else told


def _unless(told: str | None, plain: str) -> str | None:
    return None if told == plain else told
