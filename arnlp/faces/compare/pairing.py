"""What every kind of finding needs: what stands in a bead, pairs, and findings made of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol, TypeVar

from arnlp.faces.compare.alignment import Bead, bead_of
from arnlp.faces.compare.sides import Side
from arnlp.model.comparison import Evidence, Finding, Kind, Status

Language = Literal["ar", "en"]
OTHER: dict[Language, Language] = {"ar": "en", "en": "ar"}
_NAMES = {"ar": "Arabic", "en": "English"}
_FAR = 60  # places in a bead that two of a pair may be apart: a text need not have sentences
_REWORDED = "told in other words"


class Item(NamedTuple):
    """Something that a text says: its span, its sentence and its value in plain letters."""

    start: int
    end: int
    sentence: int
    value: str


class _Told(Protocol):
    """What is told at a place of a text."""

    @property
    def item(self) -> Item: ...


T = TypeVar("T", bound=_Told)
I = TypeVar("I")  # noqa: E741 - an item of some kind
J = TypeVar("J")


@dataclass(frozen=True, slots=True)
class Both:
    """Both texts and how their sentences are aligned."""

    ar: Side
    en: Side
    beads: Sequence[Bead]

    def side(self, language: Language) -> Side:
        """Return the text of a language."""
        return self.ar if language == "ar" else self.en

    def bead(self, language: Language, sentence: int) -> int:
        """Return the number of the bead of a sentence."""
        return min(bead_of(self.beads, sentence, language), len(self.beads) - 1)

    def sentences(self, language: Language, bead: int, around: int = 0) -> range:
        """Return the sentences of a bead in a language, with those of so many beads around it."""
        one = self.beads[max(0, bead - around)]
        last = self.beads[min(len(self.beads) - 1, bead + around)]
        if language == "ar":
            return range(one.ar_first, last.ar_last)
        return range(one.en_first, last.en_last)

    def is_whole(self, bead: int) -> bool:
        """Tell whether a bead has sentences of both texts."""
        return bool(self.sentences("ar", bead)) and bool(self.sentences("en", bead))

    def evidence(self, language: Language, item: Item | None, bead: int) -> Evidence | None:
        """Return where a text says something, or where it was looked for."""
        side = self.side(language)
        if item is not None:
            text = side.text[item.start : item.end]
            return Evidence(start=item.start, end=item.end, text=text, value=item.value)
        here = self.sentences(language, bead)
        if not here:
            return None
        start, end = side.sentences[here[0]].start, side.sentences[here[-1]].end
        return Evidence(start=start, end=end, text=side.text[start:end], value=None)

    def finding(
        self,
        kind: Kind,
        status: Status,
        bead: int,
        ar: Item | None,
        en: Item | None,
        note: str = "",
        shown: bool = True,
    ) -> Finding:
        """Return a finding; ``shown`` counts for conflicts and what is missing alone."""
        return Finding(
            kind=kind,
            status=status,
            missing_in=None if status != "missing" else "ar" if ar is None else "en",
            shown=shown and status in ("conflict", "missing"),
            note=note,
            ar=self.evidence("ar", ar, bead),
            en=self.evidence("en", en, bead),
        )

    def lone(
        self,
        kind: Kind,
        status: Status,
        bead: int,
        language: Language,
        item: Item,
        what: str = "",
        shown: bool = True,
    ) -> Finding:
        """Return a finding of what one text alone says: it is missing, or told in other words."""
        other = _NAMES[OTHER[language]]
        missing = status == "missing"
        note = f"{what or item.value} is not in the {other} text" if missing else _REWORDED
        ar, en = (item, None) if language == "ar" else (None, item)
        return self.finding(kind, status, bead, ar, en, note, shown)


def by_bead(
    both: Both, told_in: Callable[[Side], Iterable[T]]
) -> Iterator[tuple[int, list[T], list[T]]]:
    """Yield the number of each whole bead with what the Arabic and the English text tell in it."""
    languages: tuple[Language, ...] = ("ar", "en")
    here: dict[Language, defaultdict[int, list[T]]] = {
        name: defaultdict(list) for name in languages
    }
    for language, beads in here.items():
        for told in told_in(both.side(language)):
            beads[both.bead(language, told.item.sentence)].append(told)
    for bead in range(len(both.beads)):
        if both.is_whole(bead):
            yield bead, here["ar"][bead], here["en"][bead]


def paired(
    one: Iterable[I], other: Iterable[J], likeness: Callable[[I, J], float]
) -> tuple[list[tuple[I, J]], list[I], list[J]]:
    """Pair two short lists, the likest first (0 is unlike); return the pairs and what is left of each."""
    first, second = list(one), list(other)
    ranked = sorted(
        (
            (-like, i, j)
            for i, a in enumerate(first)
            for j, b in enumerate(second[max(0, i - _FAR) : i + _FAR], max(0, i - _FAR))
            if (like := likeness(a, b)) > 0
        )
    )
    left, right = dict(enumerate(first)), dict(enumerate(second))
    pairs = []
    for _, i, j in ranked:
        if i in left and j in right:
            pairs.append((left.pop(i), right.pop(j)))
    return pairs, list(left.values()), list(right.values())
