"""What is marked in the text of a release: mentions by kind, and what facts point to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from arnlp.faces.html.inert import Inert, isolated
from arnlp.faces.wording import value

# Every kind of mark with what the legend calls it, in its order.
KINDS = {
    "money": "money",
    "percent": "percentages",
    "quantity": "quantities",
    "number": "other numbers",
    "date": "dates",
    "person": "persons",
    "organization": "organisations",
    "place": "places",
    "named": "other names",
    "quote": "quotations",
}
_QUANTITIES = {"money": "money", "percent": "percent", "percentage_point": "percent"}
_NAMES = ("person", "organization", "place")
# The fields of facts that hold a stretch of the text.
ARGUMENTS = (
    "measure", "what", "name", "kind", "person", "role", "subject", "group", "place", "by", "organization",
    "organiser", "period", "date", "from", "to", "previous", "source", "speaker",
)  # fmt: skip
_MOST_EVIDENCE = 20  # stretches of one fact that lead back to it
Item = dict[str, Any]


@dataclass(slots=True)
class Mark:
    """A stretch of the text: the mention that stands exactly there, and the facts it is evidence of.

    ``kind`` is null where only facts point to it; ``told`` says what the mention is worth.
    """

    start: int
    end: int
    text: str
    kind: str | None = None
    told: str = ""
    facts: list[str] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        """Return what its id on a page ends with."""
        return f"{self.start}-{self.end}"


class _Told(NamedTuple):
    part: Item
    kind: str | None
    told: Inert


def marks_of(release: Item) -> list[Mark]:
    """Return the marks of a release (dumped) in the order of the text, the longer before the shorter.

    What claims more or fewer characters than it has, as in JSON that others wrote, is passed over.

    >>> from arnlp import extract
    >>> marks = marks_of(extract("بلغ العدد 62 جهة في 2020").model_dump())
    >>> [(mark.kind, mark.text) for mark in marks if mark.kind]
    [('quantity', '62 جهة'), ('date', '2020')]
    """
    marks: dict[tuple[int, int], Mark] = {}
    for part, kind, told in _mentions(release):
        if (mark := _at(part, marks)) is None:
            continue
        if mark.kind is None:
            mark.kind, mark.told = kind, told
        elif told != mark.told:
            mark.told = Inert(f"{mark.told}; {told}")
    for fact in release["facts"]:
        for number, part in enumerate(fact["evidence"]):
            mark = _at(part, marks)
            if mark is not None and fact["id"] not in mark.facts and number < _MOST_EVIDENCE:
                mark.facts.append(fact["id"])
        for part in stretches(fact):
            _at(part, marks)
    return sorted(marks.values(), key=lambda mark: (mark.start, -mark.end))


def stretches(fact: Item) -> Iterator[Item]:
    """Yield what fills the arguments of a fact, each a stretch of the text."""
    for name in ARGUMENTS:
        part = fact.get(name)
        if isinstance(part, dict):
            yield part
            if isinstance(part.get("period"), dict):
                yield part["period"]
    yield from fact.get("parties") or ()
    yield from fact.get("readings") or ()


def is_sound(part: Item) -> bool:
    """Tell whether a stretch has as many characters as its offsets say, and at least one."""
    return bool(0 < part["end"] - part["start"] == len(part["text"]))


def kind_of(name: str, part: Item) -> str | None:
    """Return the kind that a mention is marked as, by the name of its model; null for what is none.

    >>> kind_of("Quantity", {"kind": "percentage_point"}), kind_of("Entity", {"type": "law"})
    ('percent', 'named')
    """
    if name == "Quantity":
        return _QUANTITIES.get(part["kind"], "quantity")
    if name == "Entity":
        return part["type"] if part["type"] in _NAMES else "named"
    return name.lower() if name.lower() in KINDS else None


def _at(part: Item, marks: dict[tuple[int, int], Mark]) -> Mark | None:
    """Return the mark where a stretch stands, made where there is none yet."""
    if not is_sound(part):
        return None
    start, end = part["start"], part["end"]
    return marks.setdefault((start, end), Mark(start, end, part["text"]))


def _mentions(release: Item) -> Iterator[_Told]:
    """Yield every mention of a release; numbers only where no quantity and no date holds them."""
    for quantity in release["quantities"]:
        kind = kind_of("Quantity", quantity)
        yield _Told(quantity, kind, isolated(quantity["kind"].replace("_", " "), value(quantity)))
    for date in release["dates"]:
        yield _Told(date, "date", told_of_date(date))
    inside = _Covered([*release["quantities"], *release["dates"]])
    for number in release["numbers"]:
        if not inside(number):
            yield _Told(number, "number", isolated(number["kind"], f"{number['value']:,}"))
    names = {entity["id"]: entity["name"] for entity in release["entities"]}
    for entity in release["entities"]:
        kind = kind_of("Entity", entity)
        other = [name for name in (entity["names"]["ar"], entity["names"]["en"]) if name]
        told = isolated(entity["type"], *dict.fromkeys([entity["name"], *other]))
        for mention in entity["mentions"]:
            yield _Told(mention, kind, told)
    for quote in release["quotes"]:
        speaker = names.get(quote["speaker"] or "")
        how = "said" if quote["direct"] else "reported"
        yield _Told(quote, "quote", isolated(f"{how} by", speaker) if speaker else isolated(how))


def told_of_date(date: Item) -> Inert:
    """Return what a time expression is worth, for people."""
    edtf, first, last = (date[name] for name in ("edtf", "from_date", "to_date"))
    days = ""
    if first != last:
        days = f"({first or '…'} to {last or '…'})"
    elif first and first != edtf:
        days = f"({first})"
    worth = " ".join(filter(None, (date["mod"], edtf or date["timex"] or "unresolved", days)))
    calendar = "" if date["calendar"] == "gregorian" else date["calendar"]
    return isolated(date["kind"], worth, calendar)


class _Covered:
    """Whether a stretch lies within one of others."""

    def __init__(self, parts: Iterable[Item]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted((part["start"], part["end"]) for part in parts):
            if not self._ends or end > self._ends[-1]:
                self._starts.append(start)
                self._ends.append(end)

    def __call__(self, part: Item) -> bool:
        """Tell whether a stretch lies within one of them."""
        at = bisect_right(self._starts, part["start"]) - 1
        return at >= 0 and bool(part["end"] <= self._ends[at])
