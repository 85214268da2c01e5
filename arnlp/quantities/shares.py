"""Multiples, and how many of how many with what is counted: doubled, one in five households."""

from __future__ import annotations

from arnlp.engine import Cursor, noun_end
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.quantities.bounds import set_bound
from arnlp.quantities.figures import Figures, Reading
from arnlp.quantities.mention import new_quantity, noun_text, ratio_of
from arnlp.text.tokens import LATIN


def read_multiplier(cursor: Cursor, figures: Figures, k: int) -> Reading | None:
    """Read a word that multiplies: doubled; in Arabic where it leads to a figure (إلى ثلاثة أضعاف)."""
    number = figures.numbers[k]
    entry = cursor.entries[number.first]
    sense = entry.senses[S.MULTIPLE]
    found = new_quantity(cursor, number, number.last, "multiplier", "times")
    set_bound(cursor, found)
    if entry.kind == LATIN or sense.role == "dual":
        return Reading([found])
    before = cursor.entries[number.first - 1] if number.first else None
    led = found.bound != "exact" or (before is not None and before.norm in grammar_words("up_to"))
    return Reading([found]) if led else None


def read_share(cursor: Cursor, figures: Figures, k: int) -> Reading | None:
    """Read how many of how many, with what is counted: one in five households."""
    number = figures.numbers[k]
    if not number.ratio:
        return None
    j = number.last
    end = noun_end(cursor.entries, j, 2)
    found = new_quantity(cursor, number, end, "ratio", "1", ratio_of(number.value))
    if end > j:
        found.noun = noun_text(cursor, j, end)
    set_bound(cursor, found)
    return Reading([found])
