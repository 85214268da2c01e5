"""Of two mentions that overlap, which stays."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.names.mention import NamedMention


def without_overlaps(cursor: Cursor, found: list[NamedMention]) -> list[NamedMention]:
    """Sort mentions; of two that overlap keep the person, else the one that starts first."""
    out: list[NamedMention] = []
    for mention in sorted(found, key=lambda m: (m.start, -m.end)):
        if out and mention.start < out[-1].end:
            if mention.type == "person" and mention.kind == "name" and out[-1].type != "person":
                out[-1] = mention
            continue
        out.append(mention)
    return out
