"""The rest of a period: بقية العام, later this week."""

from __future__ import annotations

from arnlp.dates import calendar as cal
from arnlp.dates.atoms import Atom
from arnlp.dates.words import deixis_at, is_link
from arnlp.engine import Cursor
from arnlp.lexicon import senses as S


def read_rest(cursor: Cursor, i: int, done: int) -> Atom | None:
    """Read بقية العام, later this week: from the release to the end; sooner, to the release."""
    role = cursor.entries[i].senses[S.DATE_OPENER].role
    if role not in ("rest", "sooner"):
        return None
    j = i + 1
    if is_link(cursor, j, "of"):
        j += 1
    if is_link(cursor, j, "the") or deixis_at(cursor, j) == 0:
        j += 1
    sense = cursor.sense(j, S.PERIOD)
    if sense is None or sense.role != "1" or sense.value not in ("Y", "M", "W"):
        return None
    last = j + 1
    if not cursor.is_latin(j):
        if not cursor.entries[j].definite:
            return None
        if deixis_at(cursor, last) == 0:
            last += 1
        elif deixis_at(cursor, last) is not None:
            return None
    atom = Atom(i, last, "interval", anchored=True, between=True)
    if cursor.anchor is not None:
        whole = {
            "Y": cal.year(cursor.anchor.year),
            "M": cal.month(cursor.anchor.year, cursor.anchor.month),
            "W": cal.week(cursor.anchor, cal.week_of(cursor.context.country)),
        }[sense.value]
        assert whole.first is not None
        assert whole.last is not None
        atom.stretch = (
            cal.days(whole.first, cursor.anchor)
            if role == "sooner"
            else cal.days(cursor.anchor, whole.last)
        )
    return atom
