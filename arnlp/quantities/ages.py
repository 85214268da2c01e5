"""Ages whose unit is left out: aged 15 to 34, under the age of 5, the 15+ age group, أعمارهم بين 15 و34."""

from __future__ import annotations

from arnlp.engine import Cursor, counts_many
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.numbers import NumberMention
from arnlp.quantities.figures import Figures, Reading
from arnlp.quantities.finish import finish
from arnlp.quantities.mention import QuantityMention, new_quantity
from arnlp.quantities.ranges import DASHES
from arnlp.text.clitics import AND
from arnlp.text.tokens import WORD

_OLDEST = 120
_REACH = 3  # words between an age's noun and its figure
_GROUPS = ("age_group", "ranging")  # age group, age range
_WITH_OTHER = S.UNIT | S.CURRENCY | S.PERCENT | S.NOUN | S.NUMBER | S.NUMERIC | S.MULTIPLE | S.MONTH
_TURNED = {"more_than": "at_least", "less_than": "at_most"}  # 60 and over, 5 and under


def read_age(cursor: Cursor, figures: Figures, k: int) -> Reading | None:
    """Read one age or two that a noun of age stands beside, no unit behind: a duration in years."""
    low = figures.one
    if not _is_age(low):
        return None
    high = _second_age(cursor, figures, k)
    last = (high or low).last
    group = last + cursor.is_hyphen(last)
    behind = cursor.is_word(group, "aged") and cursor.is_word(group + 1, *_GROUPS)
    cue = None if behind else _cue_before(cursor, low.first)
    if cue is None and not behind and not _limits(cursor, low):
        return None
    if not behind and _counts_more(cursor, last):
        return None
    found = new_quantity(cursor, low, last, "duration", "a")
    if high is not None:
        found.value_max, found.bound = high.value, "between"
        return Reading([found], 2)
    finish(cursor, found, low)
    _set_age_bound(cursor, found, low is not figures.numbers[k], cue)
    return Reading([found])


def _is_age(number: NumberMention) -> bool:
    """Tell whether a number can be an age in years."""
    if number.kind != "cardinal" or number.scale > 1 or not isinstance(number.value, int):
        return False
    return 0 < number.value <= _OLDEST


def _second_age(cursor: Cursor, figures: Figures, k: int) -> NumberMention | None:
    """Return the second of two ages: 15 to 34, 15-34, between 15 and 34, بين 15 و34."""
    if k + 1 >= len(figures.numbers):
        return None
    low, high = figures.numbers[k], figures.numbers[k + 1]
    if not _is_age(high) or high.value <= low.value:
        return None
    i = low.last
    if high.first == i + 1:
        joined = cursor.norm(i) in DASHES or cursor.is_word(i, "range", "until")
        if not joined and cursor.is_and(i):
            joined = _is_between(cursor, low.first)
        return high if joined else None
    joined = high.first == i and cursor.entries[i].led == AND
    return high if joined and _is_between(cursor, low.first) else None


def _is_between(cursor: Cursor, i: int) -> bool:
    """Tell whether 'between' leads to a figure: بين 15 و34, between the ages of 15 and 34."""
    return any(cursor.is_word(j, "between") for j in range(max(0, i - _REACH - 1), i))


def _cue_before(cursor: Cursor, i: int) -> int | None:
    """Return the token of the noun of age that leads to a figure, over between, of, under, عن."""
    for j in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if cursor.is_word(j, *_GROUPS) and cursor.is_word(j - 1, "aged"):
            return j - 1
        if cursor.is_word(j, "aged"):
            return None if cursor.is_word(j - 1, "whole") else j  # of all ages
        if not cursor.mask(j) & (S.BOUND | S.CLITIC | S.STOP | S.QUANTITY_WORD | S.DATE_LINK):
            return None
    return None


def _limits(cursor: Cursor, number: NumberMention) -> bool:
    """Tell whether a figure is how old people are at most or at least: children under 12, those over 65."""
    i = number.first
    if cursor.norm(i - 1) not in grammar_words("age_limits"):
        return False
    return cursor.norm(i - 2) in grammar_words("of_an_age")


def _counts_more(cursor: Cursor, last: int) -> bool:
    """Tell whether something is counted behind a figure: in this age 50 companies."""
    if last >= cursor.size:
        return False
    if cursor.is_hyphen(last):
        return True  # residents over 20-square miles
    after = cursor.entries[last]
    if after.mask & _WITH_OTHER and not after.clitics:
        return True
    if after.kind == WORD:
        return (
            not after.definite
            and not after.clitics
            and not after.mask & (S.STOP | S.VERB | S.BOUND)
        )
    return counts_many(cursor.entries, last)


def _set_age_bound(cursor: Cursor, found: QuantityMention, more: bool, cue: int | None) -> None:
    """Set how exact an age is: 15+, 60 and over, 14 or younger, under the age of 5."""
    if more:
        found.bound = "at_least"
        return
    if found.bound != "exact":
        return
    j = found.last
    if cursor.norm(j) in ("and", "or"):
        bound = cursor.sense(j + 1, S.BOUND)
        if cursor.is_word(j + 1, "older", "younger"):
            found.bound = "at_least" if cursor.is_word(j + 1, "older") else "at_most"
        elif bound is not None and not cursor.mask(j + 2) & S.NUMERIC:
            found.bound = _TURNED.get(bound.value, "exact")
        return
    before = cue - 1 if cue is not None else 0
    if cue is not None and cursor.norm(before) == "the":
        before -= 1
    bound = cursor.sense(before, S.BOUND)
    if bound is not None and cue is not None:
        found.bound = bound.value
