"""Results of schema 1 read as results of schema 2, where that is possible without guessing.

Schema 1 gave the words of a fact's arguments without their place. Words are looked for in the fact's
evidence, periods among the dates there, levels among the quantities there, names among the mentions
of the entity. What has no place is left out, and a warning (``older_schema``) names it; so is a fact
that would lack what its type must have.
"""

from __future__ import annotations

import re
from typing import Any

OLDER = frozenset(("1.0", "1.1", "1.2", "1.3", "1.4"))
Item = dict[str, Any]

# What a field of schema 1 became: by type, its name then, its name now, the id that stood beside it.
_FIGURE = (("measure", "measure", ""), ("subject", "subject", "subject_id"), ("place", "place", ""))
_ARGUMENTS = {
    "launch": (("object", "what", ""), ("subject", "by", "subject_id")),
    "agreement": (("name", "kind", ""),),
    "appointment": (("person", "person", "person_id"), ("role", "role", "")),
    "event": (("name", "name", "entity_id"), ("place", "place", "")),
    "statement": (("speaker", "speaker", "speaker_id"),),
    "description": (("subject", "subject", "subject_id"),),
}
_DATES: dict[str, tuple[str, ...]] = {
    "launch": ("date",), "agreement": ("date",), "event": ("from", "to"),
}  # fmt: skip
_NEEDED = {"launch": "what", "appointment": "person", "event": "name", "statement": "speaker", "description": "subject"}  # fmt: skip
_NEW = {
    "agreement": ("subject", "place"), "appointment": ("organization", "from"),
    "event": ("kind", "organiser"),
}  # fmt: skip
_HEAD = ("id", "type", "rule", "confidence", "section")


def is_older(data: object) -> bool:
    """Tell whether plain data is a result of schema 1."""
    return isinstance(data, dict) and data.get("schema_version") in OLDER


def upgraded(data: Item) -> Item:
    """Return a result of schema 1 as schema 2 has it; the data given stays as it is.

    Raises ValueError where it is no such result.
    """
    try:
        places = _Places(data)
        facts = [places.fact(fact) for fact in data["facts"]]
    except (KeyError, TypeError) as error:
        raise ValueError(f"no result of schema {data['schema_version']}: {error}") from None
    return {
        **data,
        "schema_version": "2.0",
        "facts": [fact for fact in facts if fact is not None],
        "warnings": [*data["warnings"], *places.warnings],
    }


class _Places:
    """Finds the places of what a result of schema 1 says."""

    def __init__(self, data: Item) -> None:
        self.entities = {entity["id"]: entity for entity in data["entities"]}
        self.dates: dict[Any, list[Item]] = {}
        for date in data["dates"]:
            self.dates.setdefault(date["edtf"], []).append(date)
        self.levels: dict[Any, list[Item]] = {}
        for quantity in data["quantities"]:
            self.levels.setdefault((quantity["value"], quantity["unit"]), []).append(quantity)
        self.cues = {quote["start"]: quote["cue"] for quote in data["quotes"]}
        self.warnings: list[Item] = []

    def fact(self, old: Item) -> Item | None:
        """Return a fact of schema 1 as schema 2 has it, None where it would lack what it must have."""
        type_ = old["type"]
        new: Item = {key: old[key] for key in _HEAD}
        new["modality"] = "planned" if type_ == "target" else "asserted"
        new["evidence"] = [old["evidence"]]
        for was, name, id_ in _ARGUMENTS.get(type_, _FIGURE):
            new[name] = self.argument(old, was, old.get(id_))
        if type_ not in _ARGUMENTS:
            return new | self.figure(old)
        for name in _DATES.get(type_, ()):
            new[name] = self.period(old, "date")
        for name in _NEW.get(type_, ()):
            new[name] = None
        if type_ == "agreement":
            pairs = zip(old["parties"], old["party_ids"], strict=True)
            parties = [self.argument({**old, "party": name}, "party", id_) for name, id_ in pairs]
            new |= {"parties": [p for p in parties if p is not None], "value": old.get("value")}
        elif type_ in ("statement", "description"):
            new["text"] = old["text"]
        if type_ == "statement":
            new |= {"direct": old["direct"], "cue": self.cues.get(old["evidence"]["start"])}
        return None if new.get(_NEEDED.get(type_, "type"), "") is None else new

    def figure(self, old: Item) -> Item:
        """Return what figures have beside their arguments."""
        new = {key: old.get(key) for key in ("value", "value_max", "unit", "per")}
        new |= {"bound": old.get("bound", "exact"), "group": None, "source": None}
        readings = [(r, self.span(old, r["text"])) for r in old.get("readings", ())]
        new["readings"] = [
            {**span, "value": r["value"], "unit": r["unit"]} for r, span in readings if span
        ]
        new["period"] = self.period(old, "period")
        change = old["type"] == "change"
        new["direction"] = old.get("direction")
        new["relation"] = old.get("relation", "by") if change else None
        new["previous"] = self.previous(old)
        return new

    def argument(self, fact: Item, field: str, id_: str | None) -> Item | None:
        """Return an argument with its place: a mention of its entity, or its words in the evidence."""
        words = fact.get(field)
        if not words:
            return None
        span = self.mention(fact, id_) if id_ in self.entities else self.span(fact, words)
        if span is None:
            self.leave_out(fact, field, words)
            return None
        return {**span, "entity_id": id_}

    def mention(self, fact: Item, id_: str | None) -> Item | None:
        """Return where an entity is named: in the evidence, else where it stands by its name."""
        entity = self.entities[id_]
        named = [m for m in entity["mentions"] if m["kind"] == "name"]
        inside = [m for m in named if _within(m, fact["evidence"])]
        by_name = [m for m in named if m["text"] == entity["name"]]
        found = next(iter([*inside, *by_name]), None)
        return found and {key: found[key] for key in ("start", "end", "text")}

    def span(self, fact: Item, words: str) -> Item | None:
        """Return where words first stand in the evidence of a fact, however they are spaced."""
        evidence = fact["evidence"]
        found = re.search(r"\s+".join(map(re.escape, words.split())), evidence["text"])
        if found is None:
            return None
        start, end = (evidence["start"] + offset for offset in found.span())
        return {"start": start, "end": end, "text": found.group()}

    def period(self, fact: Item, field: str) -> Item | None:
        """Return the time expression in the evidence that has the EDTF of a fact."""
        edtf = fact.get(field)
        if edtf is None:
            return None
        for date in self.dates.get(edtf, ()):
            if _within(date, fact["evidence"]):
                return {
                    key: date[key]
                    for key in ("start", "end", "text", "edtf", "from_date", "to_date")
                }
        self.leave_out(fact, field, edtf)
        return None

    def previous(self, fact: Item) -> Item | None:
        """Return the quantity in the evidence that a change started from."""
        value = fact.get("previous")
        if value is None:
            return None
        for q in self.levels.get((value, fact["unit"]), ()):
            if _within(q, fact["evidence"]):
                span = {key: q[key] for key in ("start", "end", "text")}
                return {**span, "value": value, "unit": q["unit"], "period": None}
        self.leave_out(fact, "previous", value)
        return None

    def leave_out(self, fact: Item, field: str, value: object) -> None:
        """Warn that something of a fact was left out."""
        evidence = fact["evidence"]
        self.warnings.append(
            {
                "code": "older_schema",
                "message": f"{field} of {fact['id']} has no place in the text: {value}",
                "start": evidence["start"],
                "end": evidence["end"],
            }
        )


def _within(part: Item, whole: Item) -> bool:
    return bool(whole["start"] <= part["start"] and part["end"] <= whole["end"])
