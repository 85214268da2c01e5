"""The period, or bare number, that a figure without a level is compared with."""

from __future__ import annotations

from bisect import bisect_left

from arnlp.dates import DateMention
from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.clauses import is_relation
from arnlp.facts.compared import Compared, Levels, behind, compares, is_days
from arnlp.facts.moves import Move, Moves
from arnlp.facts.predicates import words
from arnlp.facts.wording import Wording
from arnlp.facts.yearly import yearly_at
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.quantities import QuantityMention

_LEAD = 8  # tokens from what compares to a period
_FIGURES = 6  # figures before one that share what it is compared with
_OWN = 3  # tokens from a level to the period behind it: in May, in the same month
_OTHERS = S.CURRENCY  # between a word of comparison and a time: no time is compared with
_ALONE = 22  # tokens from a figure to the period that it is compared with


def take_periods(
    cursor: Cursor, analysis: Analysis, wording: Wording, figures: list[QuantityMention],
    moves: Moves, out: Levels, last: int,
) -> None:  # fmt: skip
    """Let figures without a level take the period that they are compared with."""
    for number, figure in enumerate(figures):
        if figure.first in out.of:
            continue
        move = moves.get(figure.first)
        stop = figures[number + 1].first if number + 1 < len(figures) else last
        found: Compared | None = None
        if move is not None:
            found = _yearly(cursor, figure, stop) or _from_number(
                cursor, analysis, figure, move, last
            )
        found = found or _period_alone(cursor, analysis, wording, figure, stop, move)
        if found is None and move is not None:
            found = _led_before(cursor, analysis, move, figure)
        if found is None:
            continue
        out.of[figure.first] = found
        for other in figures[max(0, number - _FIGURES) : number]:
            one = moves.get(other.first)
            if other.first not in out.of and one and move and one.mover == move.mover:
                out.of[other.first] = found


def _period_alone(
    cursor: Cursor, analysis: Analysis, wording: Wording, figure: QuantityMention, stop: int,
    move: Move | None,
) -> Compared | None:  # fmt: skip
    """Return the period that a figure is compared with: بزيادة 9% عن العام الماضي."""
    for mention in analysis.index.dates_between(figure.last, min(stop, figure.last + _ALONE)):
        if not is_days(mention):
            continue
        lead = _compared_at(cursor, wording, mention, figure.last, move is not None)
        if lead >= 0:
            return Compared(None, mention, lead, mention.last)
    return None


def _led_before(
    cursor: Cursor, analysis: Analysis, move: Move, figure: QuantityMention
) -> Compared | None:
    """Return the period that stands between a change and its figure: بزيادة عن العام الماضي بنسبة 3%."""
    if not move.mover < figure.first - 1 or cursor.norm(move.mover + 1) not in words("over"):
        return None
    for mention in analysis.index.dates_between(move.mover + 2, figure.first):
        if is_days(mention) and mention.first - move.mover <= 4:
            return Compared(None, mention, move.mover + 1, mention.last)
    return None


def _from_number(
    cursor: Cursor, analysis: Analysis, figure: QuantityMention, move: Move, last: int
) -> Compared | None:
    """Return the bare number behind a level that it came from: to 3,310 in May from 3,405 in April.

    The period behind each belongs to it.
    """
    j = _past_period(analysis, figure.last, last)
    j += bool(cursor.mask(j) & S.COMMA)
    if figure.kind != "count" or move.relation != "to" or not is_relation(cursor, j, "from"):
        return None
    numbers = analysis.numbers
    at = bisect_left(numbers, j, key=lambda number: number.first)
    number = numbers[at] if at < len(numbers) else None
    bare = j + 1 + (cursor.norm(j + 1) in grammar_words("article"))  # from the 50.1 of April
    if number is None or number.first > bare or number.ratio or number.kind != "cardinal":
        return None
    if analysis.index.quantity_at(number.first) or analysis.index.dates_between(j, number.last):
        return None
    period = behind(cursor, analysis, number.last, last)
    return Compared(None, period, number.first, number.last, number=number)


def _past_period(analysis: Analysis, start: int, last: int) -> int:
    """Return the token behind the period of a level, where one stands right behind it: in May."""
    for mention in analysis.index.dates_between(start, min(last, start + _OWN)):
        return mention.last if is_days(mention) else start
    return start


def _yearly(cursor: Cursor, figure: QuantityMention, stop: int) -> Compared | None:
    """Return the words by which a change is over a year: على أساس سنوي, year on year."""
    found = yearly_at(cursor, figure, stop)
    return Compared(None, None, *found) if found is not None else None


def _is_day(mention: DateMention) -> bool:
    """Tell whether a time expression is one day."""
    stretch = mention.stretch
    return stretch is not None and stretch.first is not None and stretch.first == stretch.last


def _compared_at(
    cursor: Cursor, wording: Wording, mention: DateMention, floor: int, moved: bool
) -> int:
    """Return the token that makes a time expression one that is compared with, -1 for none."""
    for j in range(mention.first - 1, max(floor, mention.first - _LEAD) - 1, -1):
        if cursor.mask(j) & (S.END_MARK | S.COMMA):
            return -1
        if cursor.mask(j) & _OTHERS:
            return -1  # gained 0.3% against the euro in October
        if compares(cursor, j) or (j - floor <= 1 and cursor.norm(j) in words("than")):
            return j
        if moved and cursor.norm(j) in words("over") and mention.first - j <= 5 and j - floor <= 2:
            dated = cursor.norm(j) in words("upon") and _is_day(mention)
            return -1 if dated or cursor.norm(j + 1) in words("set_phrases") else j
        if wording.pos(j) == "VERB":
            return -1
    return -1
