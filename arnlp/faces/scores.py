"""Counts of what is right and wrong, and the measures that come of them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Score:
    """Counts of one kind. ``expected`` and ``found`` are totals of gold and of output."""

    expected: int = 0
    hit: int = 0
    found: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    spurious: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Return the share of the output that is right, 1 without output."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Return the share of the gold that was found, 1 without gold."""
        return self.hit / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


Scores = dict[str, Score]
