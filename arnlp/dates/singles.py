"""Expressions that nothing joins: what stands before them may open them at an end."""

from __future__ import annotations

from dataclasses import replace

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import Atom
from arnlp.dates.output import emit
from arnlp.dates.repeated import resolve_same
from arnlp.dates.resolving import resolve_edge, unknown_timex
from arnlp.dates.timeline import Timeline
from arnlp.dates.told import antecedent, compared_ago, repeats_year, resolve_told
from arnlp.dates.words import is_date_word, is_link
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S

_PUT_OFF = 5  # tokens before 'to' in which what is put off is told


def emit_single(cursor: Cursor, timeline: Timeline, atom: Atom) -> None:
    """Give out an atom that nothing joins to another, open at an end where a word says so."""
    if atom.grain == "set":
        emit(cursor, timeline, atom, "set")
        return
    if atom.grain == "duration":
        emit(cursor, timeline, atom, "duration")
        return
    if atom.grain == "time":
        emit(cursor, timeline, atom, "interval" if atom.between else "time")
        return
    if atom.grain == "same" or atom.told is not None:
        resolves = resolve_same if atom.grain == "same" else resolve_told
        if not resolves(cursor, timeline, atom):
            return
        is_year = atom.unit in ("FY", "AY")
        is_date = is_year or "/" not in atom.stretch.edtf  # type: ignore[union-attr]
        emit(cursor, timeline, atom, "date" if is_date else "interval")
        return
    _tell_year(cursor, timeline, atom)
    if atom.unit == "ago" and atom.grain == "year" and repeats_year(cursor, timeline, atom):
        atom.stretch = cal.year(atom.stretch.first.year - 1)  # type: ignore[union-attr]
    elif atom.unit == "ago":
        atom.stretch = compared_ago(cursor, timeline, atom) or atom.stretch
    atom.stretch = resolve_edge(cursor, atom)
    if atom.stretch is None and atom.month is not None and atom.timex is None:
        atom.timex = unknown_timex(atom)
    kind = "interval" if atom.between else "date"
    atom.until = atom.edge == "end" and is_link(cursor, atom.first - 1, "by")
    before = cursor.sense(atom.first - 1, S.DATE_WORD)
    if before is not None and atom.grain not in ("holiday", "interval"):
        if before.role == "open" or (before.role == "asof" and _is_ahead(cursor, atom)):
            atom.first -= 1
            atom.stretch = cal.since(atom.stretch) if atom.stretch else None
            kind = "interval"
        elif (
            before.role == "until" or _runs_to_end(cursor, atom, before.role)
        ) and not _ends_range(cursor, atom):
            atom.first -= 1
            atom.stretch = cal.until(atom.stretch) if atom.stretch else None
            kind, atom.until = "interval", True
    emit(cursor, timeline, atom, kind)


def _tell_year(cursor: Cursor, timeline: Timeline, atom: Atom) -> None:
    """Give a month or part the year that it has by the one spoken of: الربع الثالث من العام نفسه."""
    if atom.year_told is None:
        return
    before = antecedent(cursor, timeline, replace(atom, grain="year", unit="Y"))
    if before is not None and before.stretch is not None:
        day = before.stretch.last or before.stretch.first
        atom.year = day.year + atom.year_told if day else None
    if atom.piece is not None and atom.year is not None:
        atom.stretch = cal.part_of_year(atom.year, *atom.piece)


def _is_ahead(cursor: Cursor, atom: Atom) -> bool:
    """Tell whether an atom lies behind the release: as of 1 January next year fees rise."""
    first = atom.stretch.first if atom.stretch else None
    return first is not None and cursor.anchor is not None and first > cursor.anchor


def _runs_to_end(cursor: Cursor, atom: Atom, role: str) -> bool:
    """Tell whether an Arabic 'to' leads to the end of a period: إلى موفى أكتوبر, but not تأجيلها إلى نهاية مارس."""
    i = atom.first - 1
    if role != "to" or atom.edge != "end" or cursor.is_latin(i):
        return False
    return not any(is_date_word(cursor, j, "put_off") for j in range(max(0, i - _PUT_OFF), i))


def _ends_range(cursor: Cursor, atom: Atom) -> bool:
    """Tell whether 'until' joins what stands before it: a time, a number, a weekday."""
    i = atom.first - 2
    return bool(cursor.mask(i) & (S.NUMERIC | S.WEEKDAY | S.DAYPART)) and cursor.norm(i) != ")"
