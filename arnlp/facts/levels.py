"""What a figure is compared with: a level before or behind it, with its period, or a period alone.

A level makes no figure of its own. Both figures of a change have it (rose by 9% to 78 from 71), and so
has the change that is told behind a figure with its level (78 مقابل 71، أي بزيادة 9%).
"""

from __future__ import annotations

from dataclasses import replace

from arnlp.engine import Cursor
from arnlp.facts.alone import take_periods
from arnlp.facts.analysis import Analysis
from arnlp.facts.bare_moves import told_by_former, told_by_levels
from arnlp.facts.bracketed import bracketed_period, is_bracketed, is_to_from
from arnlp.facts.clauses import is_relation
from arnlp.facts.compared import Compared, Levels, alike, behind, is_days, lead_of
from arnlp.facts.leads import is_from, lead_before
from arnlp.facts.movers import named_direction
from arnlp.facts.moves import Move, Moves
from arnlp.facts.openings import take_opening
from arnlp.facts.predicates import words
from arnlp.facts.respective import take_respective
from arnlp.facts.set_beside import lead_beside
from arnlp.facts.wording import Wording
from arnlp.facts.yearly import months_back
from arnlp.lexicon import senses as S
from arnlp.quantities import QuantityMention
from arnlp.text.clitics import AND, TO, opening

_LEAD = 8  # tokens from what compares to the level
_BACK = 14  # tokens from a figure to what compares it
_BEFORE = 3  # tokens between a figure and the level that stands behind it
_FIGURES = 6  # figures before a level that may have it


def levels_of(
    cursor: Cursor, analysis: Analysis, wording: Wording, quantities: list[QuantityMention],
    moves: Moves,
) -> Levels:  # fmt: skip
    """Return what the figures among the quantities of one sentence are compared with.

    A figure that only its level shows to have moved (279 ألفا، مرتفعا من 252) gets its move.
    """
    out = Levels()
    first, last = cursor.tagged.sentences[cursor.tagged.sentence_of[quantities[0].first]]
    take_opening(cursor, analysis, wording, quantities[:2], moves, out, first)
    take_respective(cursor, analysis, wording, quantities, out, last)
    for number, level in enumerate(quantities):
        if level.first in out.taken:
            continue
        near = quantities[max(0, number - _FIGURES) : number]
        before = [q for q in near if q.first not in out.taken]
        figure = next((q for q in reversed(before) if alike(q, level)), None)
        following = quantities[number + 1] if number + 1 < len(quantities) else None
        if _take_compared(cursor, analysis, wording, figure, level, moves, out, last):
            continue
        if figure is not None and (
            is_bracketed(cursor, analysis, figure, level) or is_to_from(cursor, figure, level)
        ):
            if figure.first in out.of:  # (2022: 6%; 2021: 7%)
                out.taken.add(level.first)
                continue
            period = bracketed_period(cursor, analysis, level)
            out.give(figure, Compared(level, period, level.first, level.last))
            continue
        if not is_from(cursor, level):
            if figure is not None and _goes_on(cursor, wording, figure, level, moves):
                period = behind(cursor, analysis, figure.last, level.first)
                out.give(level, Compared(figure, period, figure.first, figure.last))
        elif following is not None and _leads_to(cursor, level, following):
            if _has_moved(cursor, wording, level, following, moves):
                period = behind(cursor, analysis, level.last, following.first)
                out.give(following, Compared(level, period, level.first, level.last))
        else:
            _take_former(cursor, analysis, wording, before, level, moves, out, last)
    for first, one in out.of.items():
        if one.quantity is not None and one.period is None:
            out.of[first] = replace(one, months=months_back(cursor, analysis, one.quantity))
    figures = [q for q in quantities if q.first not in out.taken]
    _share(figures, moves, out)
    take_periods(cursor, analysis, wording, figures, moves, out, last)
    out.periods = {one.period.first for one in out.of.values() if one.period is not None}
    return out


def _take_compared(
    cursor: Cursor, analysis: Analysis, wording: Wording, figure: QuantityMention | None,
    level: QuantityMention, moves: Moves, out: Levels, last: int,
) -> bool:  # fmt: skip
    """Let a figure take the level that a comparison leads to: 3.6% مقابل 4.2% في 2022."""
    if figure is None or _is_of_other(cursor, level):
        return False
    lead = lead_of(cursor, analysis, wording, level.first, figure.last)
    if lead < 0:
        lead = lead_beside(cursor, analysis, wording, figure, level, moves)
    if lead < 0 and _is_after(cursor, level) and behind(cursor, analysis, level.last, last):
        lead = level.first - 1
    move = moves.get(level.first)
    if lead >= 0 and move is not None and move.relation == "by" and move.mover > lead:
        return False  # بعدما ارتفع 8 سنتات: a change of its own
    if lead < 0 or lead - figure.last > _BACK:
        return False
    between = (m for m in analysis.index.dates_between(lead, level.first) if is_days(m))
    period = next(between, None) or behind(cursor, analysis, level.last, last)
    out.give(figure, Compared(level, period, lead, level.last))
    return True


def _take_former(
    cursor: Cursor, analysis: Analysis, wording: Wording, before: list[QuantityMention],
    level: QuantityMention, moves: Moves, out: Levels, last: int,
) -> None:  # fmt: skip
    """Let a change take the level behind it that it started from: to 43% from 48%."""
    if not before:
        return
    figure = next((q for q in reversed(before) if alike(q, level)), None)
    change, source = before[-1], lead_before(cursor, level)
    told = named_direction(wording, source - 1)
    if wording.lemma(source - 1) in words("losing"):
        told = None  # القيمة المضافة
    if figure is not None and told and moves.get(figure.first) is None:
        apart = _BACK if cursor.mask(source - 2) & S.COMMA else _LEAD
        if source - figure.last <= apart and wording.pos(source - 1) != "VERB":
            moves[figure.first] = Move(told, "to", source - 1)
    if change is not figure and change.kind == "percent" and moves.get(change.first):
        if source - change.last < _BEFORE:
            figure = change
    if figure is not None and moves.get(figure.first) is None:
        shown = told_by_former(cursor, wording, figure, level)
        moves[figure.first] = Move(*shown) if shown is not None else None
    if figure is None or moves.get(figure.first) is None or level.first - figure.last > _BACK + 2:
        return
    if not cursor.mask(level.first) & S.FRACTION:
        owned = (m for m in analysis.index.dates_between(source, level.first) if is_days(m))
        period = next(owned, None) or behind(cursor, analysis, level.last, last)
        out.give(figure, Compared(level, period, source, level.last))


def _is_after(cursor: Cursor, level: QuantityMention) -> bool:
    """Tell whether a level of a time before is told behind a comma: 1.9% in August, after 2.2% in July; بعد 3.3% في 2023."""
    near = level.first - 1
    if cursor.is_word(level.last, "of"):
        return False  # after 5% of them left
    if cursor.norm(near) not in words("formerly"):
        return False
    return not cursor.is_latin(near) or bool(cursor.mask(near - 1) & S.COMMA)


def _leads_to(cursor: Cursor, level: QuantityMention, behind: QuantityMention) -> bool:
    """Tell whether a level leads to the next figure: from 48 to 41 percent."""
    if behind.first - level.last > _LEAD - 2 or not alike(level, behind):
        return False
    return is_relation(cursor, lead_before(cursor, behind), "to")


def _has_moved(
    cursor: Cursor, wording: Wording, former: QuantityMention, level: QuantityMention, moves: Moves
) -> bool:
    """Tell whether something moved from one level to the next; note it where only both tell it."""
    if moves.get(level.first) is None:
        told = told_by_levels(cursor, wording, former, level)
        moves[level.first] = Move(*told) if told is not None else None
    return moves[level.first] is not None


def _goes_on(
    cursor: Cursor, wording: Wording, level: QuantityMention, figure: QuantityMention, moves: Moves
) -> bool:
    """Tell whether a change goes on from the figure before: كان 49 مليارا في 2014 وارتفع إلى 54."""
    move = moves.get(figure.first)
    if move is None or move.relation != "to" or not level.last <= move.mover:
        return False
    if move.mover - level.last > _LEAD - 2 or moves.get(level.first) is not None:
        return False
    if wording.pos(move.mover) != "VERB" or opening(cursor.norm(move.mover)) != AND:
        return False
    named = range(move.mover + 1, figure.first)
    return not any(wording.pos(k) in ("NOUN", "PROPN") for k in named)


def _is_of_other(cursor: Cursor, level: QuantityMention) -> bool:
    """Tell whether a level is somebody else's share: مقابل 36% للمنافس."""
    j = level.last
    if j >= cursor.size or cursor.mask(j) & (S.SAME | S.PERIOD | S.MONTH | S.RELATIVE_DAY):
        return False
    return bool(cursor.entries[j].led & TO) or opening(cursor.norm(j)) == TO


def _share(figures: list[QuantityMention], moves: Moves, out: Levels) -> None:
    """Hand a level on to the figures of the same change, and to the change told behind it."""
    for at, figure in enumerate(figures):
        known = out.of.get(figure.first)
        if known is None:
            continue
        move = moves.get(figure.first)
        for other in figures[max(0, at - _FIGURES) : at][::-1]:
            one = moves.get(other.first)
            if other.kind == "duration" and figure.kind != "duration":
                continue  # from a five-year high of 2.8%
            if other.first in out.of or one is None or move is None or one.mover != move.mover:
                break
            out.of[other.first] = known
        for other in figures[at + 1 : at + _FIGURES]:
            one = moves.get(other.first)
            if other.first in out.of or one is None or one.relation != "by":
                break
            if one.mover < known.first and (move is None or one.mover != move.mover):
                break
            if other.first - known.last > _BACK - 2:
                break
            out.of[other.first] = known
