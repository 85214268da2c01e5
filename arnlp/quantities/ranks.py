"""Places in an order: المركز الثالث, third-largest, المرتبة 12."""

from __future__ import annotations

from arnlp.engine import Cursor, opens_date
from arnlp.lexicon import senses as S
from arnlp.numbers import NumberMention
from arnlp.quantities.figures import Figures, Reading
from arnlp.quantities.mention import new_quantity


def _is_ranked(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether a place in an order is written as a cardinal: المرتبة 12, ranked 12."""
    if number.kind != "cardinal" or not isinstance(number.value, int) or number.scale > 1:
        return False
    sense = cursor.sense(number.first - 1, S.RANK_NOUN)
    return sense is not None and sense.role in ("", "before") and 0 < number.value < 1000


def read_rank(cursor: Cursor, figures: Figures, k: int) -> Reading | None:
    """Read المركز الثالث, third place, ثالث أكبر, third-largest, الأولى عالميا, المرتبة 12."""
    number = figures.numbers[k]
    if number.kind != "ordinal" and not _is_ranked(cursor, number):
        return None
    i, j = number.first, number.last
    if cursor.mask(i - 1) & S.CLITIC:  # المركز الـ12
        i -= 1
    before = cursor.sense(i - 1, S.RANK_NOUN)
    after = cursor.sense(j, S.RANK_NOUN)
    adjective = j + cursor.is_hyphen(j)
    first, last = i, j
    if before is not None and before.role != "after":
        counted = cursor.mask(j) & (S.UNIT | S.NOUN | S.PERCENT)
        if number.kind != "ordinal" and counted and not opens_date(cursor.entries, j):
            return None  # but المرتبة 27 عام 2023
        first = i - 1
    elif number.kind != "ordinal":
        return None
    elif after is not None and after.role == "after":
        last = j + 1
    elif cursor.mask(adjective) & S.RANK_ADJECTIVE:
        last = adjective + 1
    elif cursor.is_word(j, "scope") and not cursor.mask(i - 1) & (S.UNIT | S.DAYPART):
        last = j + 1
    else:
        return None
    found = new_quantity(cursor, number, last, "rank", None)
    found.first = first
    found.start = cursor.tagged.start_of(first)
    return Reading([found])
