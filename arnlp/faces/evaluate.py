"""Extraction measured against gold: precision, recall and F1 by kind, with what differs.

Beside ``name.txt`` stands ``name.gold.json``; corpora/README.md tells what it holds. A quantity is
right when it overlaps the gold and kind, value, unit and bound are the same; a date when it
overlaps and its days (for durations, times and sets: its TIMEX3 value) are the same; an entity when
its type and one of its names are; a coreference link, which is each mention of a person or body but
its first, when a mention that overlaps it belongs to an entity that is right; a quotation when nine tenths of its characters, its speaker and
its directness are; a fact when it overlaps and type, value and unit are the same. Facts that are figures are scored field
by field and as whole rows where gold has ``rows``, as :mod:`arnlp.faces.rows` tells. Gold may leave
out layers (quantities, dates, entities, quotes, facts, rows): what it does not hold is not scored.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from arnlp.faces.row_scores import score_rows
from arnlp.faces.scores import Score, Scores
from arnlp.model.errors import InvalidOption, UnreadableDocument
from arnlp.model.release import Release
from arnlp.pipeline import extract

KINDS = (
    "quantities", "quantities with noun", "dates", "persons", "roles", "organizations", "places",
    "names of other types", "coreference", "quotes", "facts",
)  # fmt: skip
LAYERS = ("quantities", "dates", "entities", "quotes", "facts", "rows")
_LAYER_OF = {
    "quantities with noun": "quantities", "persons": "entities", "roles": "entities",
    "organizations": "entities", "places": "entities", "names of other types": "entities",
    "coreference": "entities",
}  # fmt: skip
_SAME_QUOTE = 0.9
_MARKS = ' .,;:!?\u060c\u061b\u061f"\u201c\u201d\u00ab\u00bb\n'

Item = dict[str, Any]


def evaluate(folder: Path, split: str | None = None, entities: str = "model") -> Scores:
    """Score every release below a folder that has gold, all splits or one.

    Rows are among the scores where some gold has them. ``entities`` is how names are found, as for :func:`~arnlp.pipeline.extract`.

    Raises InvalidOption where no release has gold, UnreadableDocument for gold that is no JSON.
    """
    scores: Scores = {kind: Score() for kind in KINDS}
    seen = 0
    for path, text, gold in gold_documents(folder):
        if split is not None and gold.get("split") != split:
            continue
        seen += 1
        release = extract(
            text, published=gold["published"], country=gold["country"], entities=entities
        )
        for kind, score in score_release(release, gold, path.stem).items():
            total = scores.setdefault(kind, Score())
            for name in ("expected", "hit", "found", "right", "missed", "spurious"):
                setattr(total, name, getattr(total, name) + getattr(score, name))
    if not seen:
        raise InvalidOption(
            "folder", str(folder), "a folder with releases (.txt) beside their .gold.json"
        )
    return scores


def gold_documents(folder: Path) -> Iterator[tuple[Path, str, Item]]:
    """Yield path, text and gold of each release below a folder, in the order of the paths."""
    for path in sorted(folder.rglob("*.txt")):
        gold_path = path.with_suffix(".gold.json")
        if gold_path.is_file():
            try:
                gold = json.loads(gold_path.read_text("utf-8"))
            except ValueError as error:
                raise UnreadableDocument(gold_path, f"no JSON: {error}") from None
            yield path, path.read_text("utf-8"), gold


def score_release(release: Release, gold: Item, name: str = "") -> Scores:
    """Score one extraction against its gold."""
    found: Item = release.model_dump(mode="json")
    layers = {layer for layer in LAYERS if layer in gold}
    gold = {**dict.fromkeys(LAYERS, ()), **gold}
    names = {entity["id"]: _names(entity) for entity in found["entities"]}
    quotes = [{**quote, "names": names.get(quote["speaker"], set())} for quote in found["quotes"]]
    facts = [fact for fact in found["facts"] if fact["type"] != "statement"]
    persons = _of_type(found, "person")
    gold_persons = _of_type(gold, "person")
    linked = any("mentions" in entity for entity in gold["entities"])
    pairs: dict[str, tuple[Sequence[Item], Sequence[Item], Callable[[Item, Item], bool]]] = {
        "quantities": (gold["quantities"], found["quantities"], _same_quantity),
        "quantities with noun": (
            gold["quantities"],
            found["quantities"],
            lambda a, b: _same_quantity(a, b) and a["noun"] == b["noun"],
        ),
        "dates": (gold["dates"], found["dates"], _same_date),
        "persons": (gold_persons, persons, _same_entity),
        "roles": (_roles(gold_persons), _roles(persons), _same_role),
        "organizations": (
            _of_type(gold, "organization"), _of_type(found, "organization"), _same_entity,
        ),
        "places": (_of_type(gold, "place"), _of_type(found, "place"), _same_entity),
        "names of other types": (_others(gold), _others(found), _same_entity),
        "coreference": (
            _links(gold) if linked else (), _links(found) if linked else (), _same_link,
        ),
        "quotes": (gold["quotes"], quotes, _same_quote),
        "facts": (gold["facts"], facts, _same_fact),
    }  # fmt: skip
    scores = {
        kind: _score(*pair, name)
        for kind, pair in pairs.items()
        if _LAYER_OF.get(kind, kind) in layers
    }
    return scores | score_rows(gold["rows"], found, name) if "rows" in layers else scores


def _score(
    expected: Sequence[Item], found: Sequence[Item], same: Callable[[Item, Item], bool], name: str
) -> Score:
    missed = [_show(a, name) for a in expected if not any(same(a, b) for b in found)]
    spurious = [_show(b, name) for b in found if not any(same(a, b) for a in expected)]
    return Score(
        len(expected), len(expected) - len(missed), len(found), len(found) - len(spurious), missed,
        spurious,
    )  # fmt: skip


def _show(item: Item, name: str) -> str:
    where = _evidence(item)[0]["text"] if "evidence" in item else item.get("text") or item["name"]
    what = [
        item.get(key)
        for key in (
            "type",
            "kind",
            "value",
            "value_max",
            "unit",
            "bound",
            "edtf",
            "timex",
            "speaker",
            "title",
            "noun",
        )
    ]
    return f"{name}: {' '.join(where.split())[:90]} [{' '.join(str(w) for w in what if w is not None)}]"


def _of_type(data: Item, type_: str) -> list[Item]:
    return [entity for entity in data["entities"] if entity["type"] == type_]


def _others(data: Item) -> list[Item]:
    common = ("person", "organization", "place")
    return [entity for entity in data["entities"] if entity["type"] not in common]


def _roles(persons: list[Item]) -> list[Item]:
    return [
        {
            "names": _names(person),
            "title": role["title"],
            "name": f"{person['name']}: {role['title']}",
        }
        for person in persons
        for role in person["roles"]
    ]


def _links(data: Item) -> list[Item]:
    """Return the mentions of persons and bodies beyond their first, with what they refer to."""
    return [
        {**mention, "type": entity["type"], "names": _names(entity), "name": entity["name"]}
        for entity in data["entities"]
        if entity["type"] in ("person", "organization")
        for mention in entity["mentions"][1:]
    ]


def _names(entity: Item) -> set[str]:
    """Return all that an entity is called by name, titles left out."""
    mentions = [m["text"] for m in entity.get("mentions", []) if m["kind"] == "name"]
    known = [name for name in entity.get("names", {}).values() if name]
    return {entity["name"], *known, *entity.get("also", []), *mentions}


def _overlap(a: Item, b: Item) -> bool:
    return bool(a["start"] < b["end"] and b["start"] < a["end"])


def _same_quantity(a: Item, b: Item) -> bool:
    keys = ("kind", "value", "value_max", "unit", "bound")
    if "per" in a and a["per"] != b["per"]:
        return False
    return _overlap(a, b) and all(a[key] == b[key] for key in keys)


def _same_date(a: Item, b: Item) -> bool:
    if not _overlap(a, b):
        return False
    if a["edtf"] is None and a["from_date"] is None:
        return bool(a["timex"] == b["timex"])
    return bool(a["from_date"] == b["from_date"] and a["to_date"] == b["to_date"])


def _same_entity(a: Item, b: Item) -> bool:
    return a["type"] == b["type"] and not _names(a).isdisjoint(_names(b))


def _same_link(a: Item, b: Item) -> bool:
    return _overlap(a, b) and a["type"] == b["type"] and not a["names"].isdisjoint(b["names"])


def _same_role(a: Item, b: Item) -> bool:
    return a["title"] == b["title"] and not a["names"].isdisjoint(b["names"])


def _same_quote(a: Item, b: Item) -> bool:
    if a["direct"] != b["direct"] or a["speaker"] not in b["names"]:
        return False
    first, second = a["text"].strip(_MARKS), b["text"].strip(_MARKS)
    shared = min(a["end"], b["end"]) - max(a["start"], b["start"])
    return bool(shared > _SAME_QUOTE * max(len(first), len(second)))


def _same_fact(a: Item, b: Item) -> bool:
    told = any(_overlap(x, y) for x in _evidence(a) for y in _evidence(b))
    if a["type"] != b["type"] or not told:
        return False
    return a["value"] is None or bool(a["value"] == b.get("value") and a["unit"] == b.get("unit"))


def _evidence(fact: Item) -> list[Item]:
    """Return where a fact stands: gold gives one place, the output perhaps several."""
    given = fact["evidence"]
    return given if isinstance(given, list) else [given]
