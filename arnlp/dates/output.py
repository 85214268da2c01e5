"""Atoms given out as mentions: their kind, their names in EDTF and TIMEX3, their modifier."""

from __future__ import annotations

from datetime import date

from arnlp.dates.atoms import Atom
from arnlp.dates.mention import DateMention
from arnlp.dates.resolving import UNKNOWN_TIMEX, is_anchored
from arnlp.dates.timeline import Timeline
from arnlp.dates.words import is_link
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S

_MODS = {"start": "START", "middle": "MID", "late": "END", "end": "END"}


def emit(cursor: Cursor, timeline: Timeline, atom: Atom, kind: str) -> None:
    """Give out an atom as a mention of a kind."""
    tagged = cursor.tagged
    if kind not in ("set", "duration") and atom.grain not in ("time", "holiday"):
        timeline.seen.append(atom)
    stretch = atom.stretch
    timex = stretch.timex if stretch else atom.timex
    edtf = stretch.edtf if stretch else None
    if timex is None and kind == "date":
        timex = UNKNOWN_TIMEX.get(atom.grain)
    if atom.clock is not None and atom.grain == "day" and kind == "date":
        kind = "time"
        timex = f"{timex}{atom.clock}" if timex else atom.clock
        edtf = f"{edtf}{_with_seconds(atom.clock)}" if edtf else None
    elif atom.part is not None and kind == "date" and timex:
        timex = f"{timex}T{atom.part}"
    if atom.weekday is not None and stretch is not None and stretch.first is not None:
        _check_weekday(cursor, atom, stretch.first)
    timeline.out.append(
        DateMention(
            atom.first, atom.last, tagged.start_of(atom.first), tagged.ends[atom.last - 1], kind,
            stretch, timex, edtf, atom.calendar, is_anchored(atom) and stretch is not None,
            _mod_of(cursor, atom, kind), atom.grain == "holiday",
        )
    )  # fmt: skip


def _mod_of(cursor: Cursor, atom: Atom, kind: str) -> str | None:
    """Return how TIMEX3 says that a date is not meant as it stands: START, BEFORE, APPROX."""
    if kind not in ("date", "time") or atom.grain == "set":
        return None
    if atom.mod is not None:
        return atom.mod
    if atom.edge is not None and atom.edge != "end":
        return _MODS[atom.edge]
    i = atom.first - 1
    if is_link(cursor, i, "the"):
        i -= 1
    if is_link(cursor, i, "before") or (is_link(cursor, i, "ago") and not cursor.is_latin(i)):
        return "BEFORE"
    if is_link(cursor, i, "after"):
        return "AFTER"
    if is_link(cursor, i, "by"):
        return "ON_OR_BEFORE"
    bound = cursor.sense(i, S.BOUND)
    return "APPROX" if bound is not None and bound.value == "about" else None


def _check_weekday(cursor: Cursor, atom: Atom, day: date) -> None:
    if day.isoweekday() == atom.weekday:
        return
    cursor.context.warn(
        "weekday_disagrees",
        f"{day.isoformat()} is not the day of the week that stands beside it",
        cursor.tagged.start_of(atom.first),
        cursor.tagged.ends[atom.last - 1],
    )


def _with_seconds(clock: str) -> str:
    """Give a clock time seconds, which ISO 8601-2 wants beside a date.

    >>> _with_seconds("T10:30+03:00"), _with_seconds("T10:30:05")
    ('T10:30:00+03:00', 'T10:30:05')
    """
    return clock if clock[6:7] == ":" else f"{clock[:6]}:00{clock[6:]}"
