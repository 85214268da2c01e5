"""How a batch went: its figures, and the report with all that failed, was skipped, or warns."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from arnlp.faces.batch.journal import Counts, Journal


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: documents, failures, and bytes of their files; ``kept`` are of before."""

    done: int = 0
    failed: int = 0
    bytes: int = 0
    kept: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """How a batch went: what its journal counts, and how many lines were kept from before."""

    counts: Counts
    unchanged: int = 0
    resumed: int = 0


def write_report(journal: Journal, path: Path) -> None:
    """Write the report of a finished batch as JSON, in no more memory than a row takes.

    It depends on what was done alone, not on when or in how many runs.
    """
    counts = journal.counts()
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8", newline="\n") as out:
        out.write(f'{{\n "written": {counts.written},\n "facts": {counts.facts},\n')
        _write_list(out, "failed", journal.failed())
        out.write(f' "skipped_by_reason": {_text(journal.skipped_by_reason())},\n')
        _write_list(out, "skipped", journal.skipped())
        _write_list(out, "warned", journal.warned(), last=True)
        out.write("}\n")
        out.flush()
        os.fsync(out.fileno())
    part.replace(path)


def _write_list(
    out: TextIO, name: str, items: Iterable[dict[str, str]], last: bool = False
) -> None:
    out.write(f' "{name}": [')
    mark = "\n  "
    for item in items:
        out.write(mark + _text(item))
        mark = ",\n  "
    out.write("]\n" if last else "],\n")


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
