"""What the benchmarks of other projects' suites share: why a case is left, and how that is printed."""

from __future__ import annotations

import re
from collections.abc import Iterable


def reason(text: str, reasons: Iterable[tuple[str, str]]) -> str:
    """Return why a case is left, by what its text looks like; the first pattern that fits counts."""
    return next((why for pattern, why in reasons if re.search(pattern, text)), "not yet read")


def print_left(left: dict[str, list[str]]) -> None:
    """Print the cases that are left, by reason, the most frequent first."""
    for why, texts in sorted(left.items(), key=lambda pair: -len(pair[1])):
        print(f"left, {len(texts)}: {why}")
        for text in texts:
            print("   ", text)
