"""What a figure measures: the noun phrase behind an Arabic verb, before an English one, or right before it."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.behind import behind
from arnlp.facts.clauses import MOVES, Clause, is_auxiliary, is_relation, is_verb
from arnlp.facts.figure import Argument, Figure
from arnlp.facts.phrases import (
    MAX_MEASURE,
    is_dimension,
    is_led_noun,
    is_nominal,
    phrase_after,
    phrase_before,
    phrase_of,
    span_of,
    token_before,
)
from arnlp.facts.predicates import words
from arnlp.lexicon import senses as S
from arnlp.quantities import QuantityMention
from arnlp.text.clitics import AND, TO, opening
from arnlp.text.tokens import LATIN, WORD

_LEVELS = ("to", "from", "by", "compared", "same")
_NOUN_WITHIN = 2000  # characters before a figure in which the noun stands that it leaves out


def set_measure(cursor: Cursor, analysis: Analysis, figure: Figure, clause: Clause) -> None:
    """Set what a figure measures: the phrase that its clause measures, else what it counts."""
    quantity = figure.quantity
    span = behind(cursor, analysis, figure) or measure_of(cursor, analysis, quantity, clause)
    if span is not None:
        figure.measure = phrase_of(cursor, *span)
        figure.cover(*span_of(cursor, *span))
    elif quantity.kind in ("count", "ratio"):
        figure.measure = _counted(cursor, quantity)
    if figure.measure is None:
        figure.confidence = 0.6


def _counted(cursor: Cursor, quantity: QuantityMention) -> Argument | None:
    """Return the counted noun, in its place: within the figure, else before it (منها 120 ألفا)."""
    if quantity.noun is None:
        return None
    text = cursor.tagged.text
    start = text.find(quantity.noun, quantity.start, quantity.end)
    if start < 0:
        low = max(0, quantity.start - _NOUN_WITHIN)
        start = text.rfind(quantity.noun, low, quantity.start)
    return Argument(start, start + len(quantity.noun)) if start >= 0 else None


def _noun_before(
    cursor: Cursor, analysis: Analysis, quantity: QuantityMention
) -> tuple[int, int] | None:
    """Return the noun before a figure that tells what it is: بطول 93 كيلومترا, a cost of."""
    named = _measure_noun(cursor, quantity)
    if named is not None:
        return named
    j = token_before(cursor, quantity.first)
    if is_relation(cursor, j, "by"):  # مشروع بقيمة 1.2 مليار
        j -= 1
    if analysis.index.quantity_at(j) is not None:
        return None
    end = j + 1
    if j >= 0 and cursor.entries[j].kind == LATIN:
        # any English word may be a verb: believe a noun that 'of' or 'is' joins to its figure
        if cursor.norm(j) in ("of", "is", "was", "reached"):
            end = j
            j -= 1
        elif not cursor.mask(j) & S.NOUN:
            return None
    if j < 0 or not is_nominal(cursor, j) or cursor.mask(j) & (S.STOP | S.VERB):
        return None
    if any(cursor.mask(k) & S.CLITIC for k in range(end, quantity.first)):
        return None  # سيزود البلاد بـ150
    start = j
    while (
        start > 0
        and analysis.index.quantity_at(start - 1) is None
        and end - start < 3
        and is_nominal(cursor, start - 1)
        and _adjoins(cursor, start)
    ):
        start -= 1
    first = cursor.entries[start]
    if first.kind == WORD and opening(first.norm) == AND and not first.mask:
        return None
    if start and is_led_noun(cursor, start - 1):
        start -= 1  # بنسبة تنفيذ 98%
    return (start, end)


def _measure_noun(cursor: Cursor, quantity: QuantityMention) -> tuple[int, int] | None:
    """Return the phrase of a noun that is made to carry figures, shortly before one."""
    for j in range(quantity.first - 1, max(-1, quantity.first - 6), -1):
        mask = cursor.masks[j]
        if mask & (S.COMMA | S.COLON | S.END_MARK | S.COMPLEMENTIZER | S.NUMERIC):
            return None
        if mask & S.MEASURE:
            start = j
            while (
                start > 0
                and cursor.mask(start - 1) & S.MEASURE
                and not cursor.entries[start].clitics
            ):
                start -= 1
            return phrase_after(cursor, start, quantity.first)
    return None


def _adjoins(cursor: Cursor, j: int) -> bool:
    """Tell whether a word goes on with the noun before it: an adjective, a construct."""
    entry = cursor.entries[j]
    if entry.kind == LATIN:
        return not cursor.mask(j - 1) & (S.STOP | S.VERB)
    return not entry.clitics and cursor.entries[j - 1].kind == WORD


def measure_of(
    cursor: Cursor, analysis: Analysis, quantity: QuantityMention, clause: Clause
) -> tuple[int, int] | None:
    """Return the tokens that name what a figure measures."""
    if quantity.kind == "rank":
        return _ranked_in(cursor, quantity)
    governed = clause.verb >= 0 and clause.verb_class in ("reach", *MOVES)
    if governed and any(m & S.COMMA for m in cursor.masks[clause.verb : quantity.first]):
        governed = False
    if quantity.kind == "count" and quantity.noun:
        if not governed or _has_figure_between(cursor, analysis, clause, quantity):
            return None
        if _is_led_elsewhere(cursor, quantity):
            return None
    noun = _noun_before(cursor, analysis, quantity)
    if governed and noun is not None and is_dimension(cursor, noun[0]):
        return noun  # بطول 660 كيلومترا
    if governed:
        found = _governed(cursor, analysis, clause, quantity, noun)
        if found is not None:
            return found
    return noun or _measured_of(cursor, quantity) or _share_of(cursor, quantity, clause)


def _tells_level(cursor: Cursor, j: int) -> bool:
    """Tell whether a word leads to what something moved to, from or by, or is compared with."""
    return any(is_relation(cursor, j, role) for role in _LEVELS)


def _is_led_elsewhere(cursor: Cursor, quantity: QuantityMention) -> bool:
    """Tell whether a small word leads to what is counted for itself: raised the flag before 2,500 pupils, في 20 مدرسة."""
    near = token_before(cursor, quantity.first)
    if _tells_level(cursor, near):
        return False
    if any(cursor.norm(k) in words("placing") for k in range(near, quantity.first)):
        return True
    mask = cursor.mask(near)
    stop = cursor.sense(near, S.STOP) if cursor.is_latin(near) else None
    small = stop is not None and stop.role in ("prep", "conj")
    return small and not mask & (S.BOUND | S.MEASURE | S.VERB) and not cursor.is_and(near)


def _has_figure_between(
    cursor: Cursor, analysis: Analysis, clause: Clause, quantity: QuantityMention
) -> bool:
    """Tell whether the verb has its figure already: رفع الطاقات إلى 9 ملايين عبر 30 صومعة."""
    near = token_before(cursor, quantity.first)
    if _tells_level(cursor, near):
        return False
    other = analysis.index.last_before(quantity)
    return other is not None and other.first > clause.verb


def _governed(
    cursor: Cursor,
    analysis: Analysis,
    clause: Clause,
    quantity: QuantityMention,
    noun: tuple[int, int] | None,
) -> tuple[int, int] | None:
    """Return what the verb of reaching or changing says it of."""
    verb = cursor.entries[clause.verb]
    if opening(verb.norm) == TO and verb.kind == WORD:  # لتبلغ: the main verb tells
        return _measure_of_main(cursor, analysis, clause)
    after = phrase_after(cursor, clause.verb + 1, quantity.first)
    if after is not None:
        return after
    if noun is None or clause.verb >= noun[0]:
        return phrase_before(cursor, analysis, clause) or _topic_before(cursor, clause)
    return None


def _topic_before(cursor: Cursor, clause: Clause) -> tuple[int, int] | None:
    """Return what a topic set before the clause is: أما عائدات السياحة، فقد بلغت."""
    comma = clause.first - 1
    if not cursor.mask(comma) & S.COMMA:
        comma = clause.verb - 1 - is_auxiliary(cursor, clause.verb - 1)
    if not cursor.mask(comma) & S.COMMA:
        return None
    for j in range(comma - 1, max(-1, comma - MAX_MEASURE), -1):
        if is_relation(cursor, j, "topic"):
            return phrase_after(cursor, j + 1, comma)
    return None


def _measured_of(cursor: Cursor, quantity: QuantityMention) -> tuple[int, int] | None:
    """Return what is measured or shared out behind a figure: طن من خام الحديد, metres of water."""
    if quantity.kind not in ("measure", "percent"):
        return None
    start = quantity.last
    if cursor.norm(start) == "(" and cursor.norm(start + 2) == ")":  # its unit in short: (MIGD)
        start += 3
    if cursor.norm(start) not in ("من", "of"):
        return None
    start += 1
    if cursor.norm(start) in ("its", "the"):
        start += 1
    return phrase_after(cursor, start, start + 4)


def _share_of(cursor: Cursor, quantity: QuantityMention, clause: Clause) -> tuple[int, int] | None:
    """Return who has a share, behind an Arabic verb: استحوذت المنشآت الصغيرة على 84%."""
    if quantity.kind != "percent" or clause.verb < 0 or cursor.entries[clause.verb].kind != WORD:
        return None
    return phrase_after(cursor, clause.verb + 1, quantity.first)


def _ranked_in(cursor: Cursor, quantity: QuantityMention) -> tuple[int, int] | None:
    """Return in what somebody has a rank: عالميا في كفاءة الموانئ, globally in port efficiency."""
    j = quantity.last
    while cursor.mask(j) & (S.RANK_ADJECTIVE | S.ADJECTIVE) or _is_adverb(cursor, j):
        j += 1
    if cursor.norm(j) not in ("في", "in", "for"):
        return None
    return phrase_after(cursor, j + 1, j + 6)


def _is_adverb(cursor: Cursor, j: int) -> bool:
    sense = cursor.sense(j, S.STOP)
    return sense is not None and sense.role == "adv"


def _measure_of_main(cursor: Cursor, analysis: Analysis, clause: Clause) -> tuple[int, int] | None:
    """Return what the main verb measures, where the figure's own verb only follows: لتبلغ."""
    for j in range(clause.verb - 1, clause.first - 1, -1):
        sense = cursor.entries[j].senses.get(S.VERB)
        if sense is not None and sense.role in MOVES and is_verb(cursor, j, sense.role):
            main = Clause(clause.first, clause.last, j, sense.role)
            return phrase_after(cursor, j + 1, clause.verb) or phrase_before(cursor, analysis, main)
    return None
