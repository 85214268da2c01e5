"""What was chosen for the figures before, as features of the candidates of the next one.

Figures of a passage are mostly of the same subject, place and source, and a figure without a noun has
the measure of the one before.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import replace

from arnlp.facts.candidate_features import stands
from arnlp.facts.candidates import Candidate
from arnlp.facts.feature_names import Key
from arnlp.facts.sameness import Content, content, says_same

_COUNTED = ("measure", "subject")  # of which it counts how often they were chosen
_PARTED = "¶"  # a paragraph ends between
_WINDOW = 8  # figures before that are counted
_OFTEN = 4  # times that are told apart
_Kept = tuple[Candidate, Content]
# How far away the figure before is, how a candidate stands to each of its arguments, and how often it was
# chosen lately for each field that is counted, and whether always.
_Seen = tuple[str, tuple[str, ...], tuple[tuple[int, bool], ...]]


class Chosen:
    """The arguments of the figures of a text so far."""

    def __init__(self, text: str, paragraphs: Sequence[int]) -> None:
        self._text = text
        self._paragraphs = paragraphs  # by sentence
        self._last: dict[str, _Kept | None] | None = None
        self._number = -1  # the sentence of the figure before
        self._lately: dict[str, deque[Content]] = {name: deque(maxlen=_WINDOW) for name in _COUNTED}
        self._counts: dict[str, list[tuple[Content, int]]] = {}
        self._made: dict[_Seen, list[Key]] = {}

    def note(self, number: int, chosen: dict[str, Candidate | None]) -> None:
        """Keep what fills the arguments of a figure in a sentence."""
        self._number = number
        self._last = {}
        self._made = {}
        for name, one in chosen.items():
            if one is None:
                self._last[name] = None
                continue
            words = content(self._text[one.start : one.end])
            self._last[name] = one, words
            if name in self._lately:
                self._lately[name].append(words)
        self._counts = {name: [*Counter(said).items()] for name, said in self._lately.items()}

    def candidates(self) -> list[Candidate]:
        """Return what filled the arguments of the figure before."""
        kept = (self._last or {}).values()
        return [replace(told[0], how={"kept"}) for told in kept if told is not None]

    def measure(self, number: int) -> Candidate | None:
        """Return what the figure before measures, where it stands in a sentence."""
        kept = (self._last or {}).get("measure") if number == self._number else None
        return kept[0] if kept is not None else None

    def features(self, number: int, one: Candidate, words: Content) -> list[Key]:
        """Return how a candidate of a figure in a sentence stands to what was chosen before."""
        if self._last is None:
            return []
        start, end = one.start, one.end
        stood: list[str] = []
        for kept in self._last.values():
            if kept is None:
                continue
            before, said = kept
            if end <= before.start or before.end <= start:
                stood.append("echo" if says_same(words, said) else "else")
            else:
                stood.append(stands(start, end, before.start, before.end))
        chosen: list[tuple[int, bool]] = []
        for name, counts in self._counts.items():
            times = 0
            for said, n in counts:
                if not words.isdisjoint(said) and says_same(words, said):
                    times += n
            chosen.append((min(times, _OFTEN), times == len(self._lately[name]) > 1))
        seen = self._away(number), tuple(stood), tuple(chosen)
        known = self._made.get(seen)
        if known is None:
            known = self._made[seen] = self._features(self._last, seen)
        return known

    def _features(self, last: dict[str, _Kept | None], seen: _Seen) -> list[Key]:
        """Return the features of what is seen."""
        away, stood, chosen = seen
        names = [name for name, kept in last.items() if kept is not None]
        out: list[Key] = [("last", name, how, away) for name, how in zip(names, stood, strict=True)]
        for name, (times, always) in zip(self._counts, chosen, strict=True):
            if times:
                out.append(("history", name, str(times)))
            if always:
                out.append(("always", name, "par" if away.endswith(_PARTED) else ""))
        return out

    def none(self, number: int) -> list[Key]:
        """Return what tells of an argument that none fills it."""
        if self._last is None:
            return [("is", "none:first")]
        away = self._away(number)
        return [("left", name, str(kept is not None), away) for name, kept in self._last.items()]

    def _away(self, number: int) -> str:
        away = ("same", "next")[number - self._number] if 0 <= number - self._number < 2 else "far"
        parted = self._paragraphs[number] != self._paragraphs[self._number]
        return away + _PARTED if parted else away


def beside_measure(
    one: Candidate, words: Content, measure: Candidate | None, said: Content
) -> list[Key]:
    """Return how a candidate stands to the measure that was chosen for its figure."""
    if measure is None:
        return [("measure", "none")]
    how = stands(one.start, one.end, measure.start, measure.end)
    out: list[Key] = [("measure", how)]
    if how in ("before", "behind"):
        same = "same" if one.sentence == measure.sentence else "other"
        out.append(("measure", f"{how}/{same}"))
        if words & said:
            out.append(("measure", "echo"))
    return out
