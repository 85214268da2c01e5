"""A day joined with the time of day beside it."""

from __future__ import annotations

from dataclasses import replace

from arnlp.dates.atoms import COMMAS, DASHES, Atom
from arnlp.dates.pairs import are_range
from arnlp.dates.words import is_date_word, is_link, is_period
from arnlp.engine import Cursor
from arnlp.text.tokens import BREAK

OPEN = "open"  # a clock time beside a day, of either half of it


def with_times(cursor: Cursor, atoms: list[Atom]) -> list[Atom]:
    """Join each day with the time of day beside it."""
    out: list[Atom] = []
    for index, atom in enumerate(atoms):
        previous = out[-1] if out else None
        following = atoms[index + 1] if index + 1 < len(atoms) else None
        if previous is not None and _is_timed(cursor, previous, atom, following):
            day, time = (previous, atom) if atom.grain == "time" else (atom, previous)
            out[-1] = replace(
                day, first=previous.first, last=atom.last, clock=in_part(time, day.part),
                part=None if time.part or day.part else OPEN,
            )  # fmt: skip
        else:
            out.append(atom)
    return out


def _is_timed(cursor: Cursor, first: Atom, second: Atom, following: Atom | None) -> bool:
    """Tell whether of two atoms one is a day and the other its time."""
    grains = (first.grain, second.grain)
    if grains not in (("day", "time"), ("time", "day")) or first.between or second.between:
        return False
    if first.clock is not None and first.grain == "day":
        return False
    gap = range(first.last, second.first)
    if len(gap) > 3 or any(cursor.entries[k].kind == BREAK for k in gap):
        return False
    if not all(_is_filler(cursor, k, grains[0] == "time") for k in gap):
        return False
    if grains[0] == "time":
        return not (
            is_date_word(cursor, first.first - 1, "to", "until")
            or cursor.norm(first.first - 1) in DASHES
        )
    return following is None or not are_range(cursor, second, following)


def _is_filler(cursor: Cursor, k: int, time_first: bool) -> bool:
    """Tell whether a token may stand between a day and its time."""
    if cursor.norm(k) in COMMAS or is_link(cursor, k, "on", "at", "in"):
        return True
    if time_first:
        return is_link(cursor, k, "of") or is_period(cursor, k, "D")
    return cursor.norm(k) in (*DASHES, "(", "t") or is_date_word(cursor, k, "clock", "open", "from")


def in_part(time: Atom, part: str | None) -> str | None:
    """Return a clock time in the part of its day: مساء الجمعة الساعة الثامنة is at 20:00."""
    clock = time.clock
    if clock is None or time.part is not None or part not in ("AF", "EV", "NI"):
        return clock
    hours = int(clock[1:3])
    return f"T{hours + 12:02d}{clock[3:]}" if 0 < hours < 12 else clock
