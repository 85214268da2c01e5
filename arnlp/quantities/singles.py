"""One number with its unit, its noun, or what the sentence said before."""

from __future__ import annotations

from dataclasses import replace

from arnlp.engine import Cursor
from arnlp.lexicon import senses as S
from arnlp.quantities.counts import read_counted
from arnlp.quantities.elliptic import read_elliptic, read_former_level
from arnlp.quantities.figures import Figures, Reading
from arnlp.quantities.finish import finish
from arnlp.quantities.percents import read_bare_percent
from arnlp.quantities.units import read_unit


def read_single(cursor: Cursor, figures: Figures, k: int) -> Reading | None:
    """Read one number: by a unit or noun beside it, else by what the sentence said before."""
    number, before = figures.numbers[k], figures.found
    plus = cursor.norm(number.last) == "+" and cursor.is_adjacent(number.last)
    if plus and number.kind == "cardinal" and cursor.mask(number.last + 1) & S.NUMERIC == 0:
        number = replace(number, last=number.last + 1)
    found = read_former_level(cursor, number, before) or (
        read_unit(cursor, number)
        or read_bare_percent(cursor, number)
        or read_counted(cursor, number)
        or read_elliptic(cursor, number, before)
    )
    if found is None:
        return None
    finish(cursor, found, number)
    if plus and found.bound == "exact" and found.kind != "duration":
        found.bound = "more_than"
    return Reading([found])
