"""The noun phrases in a clause: behind a verb, before a verb."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from arnlp.engine import Cursor, is_clearly_verb
from arnlp.facts.analysis import Analysis
from arnlp.facts.clauses import Clause, is_auxiliary, is_relation
from arnlp.facts.figure import Argument, Span
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.text.clitics import BY, TO, articled, opening
from arnlp.text.tokens import LATIN, WORD, cut

MAX_MEASURE = 9
_NOT_NOMINAL = (
    S.BOUND | S.COMPLEMENTIZER | S.SPEECH | S.NUMERIC | S.PERCENT | S.RELATIVE_DAY | S.PERIOD
    | S.RELATION | S.DEIXIS | S.MONTH
)  # fmt: skip
# What may stand between the noun and its figure.
_LEADING = S.BOUND | S.CLITIC
_LEADING_WORDS = frozenset(("(", "a", "an", "the"))
_IN_ENGLISH_SUBJECT = frozenset(("of", "the", "in", "and", "for", "its"))


def token_before(cursor: Cursor, i: int) -> int:
    """Return the token before a figure, over bounds, clitics, brackets and only."""
    j = i - 1
    while j >= 0 and (cursor.entries[j].mask & _LEADING or _leads(cursor.norm(j))):
        if is_relation(cursor, j, "to"):
            break
        j -= 1
    return j


def _leads(norm: str) -> bool:
    """Tell whether a word may stand before a figure without changing what leads to it: a, only."""
    return norm in _LEADING_WORDS or norm in grammar_words("focus")


def is_nominal(cursor: Cursor, j: int) -> bool:
    """Tell whether a token may belong to a noun phrase."""
    entry = cursor.entries[j]
    mask = entry.mask
    if entry.kind not in (WORD, LATIN) or mask & (_NOT_NOMINAL | S.FUTURE):
        return False
    if mask & S.STOP:
        return entry.norm in ("of", "the") or bool(mask & S.MEASURE)
    if mask & S.VERB and not mask & S.MEASURE:
        if entry.definite:
            return True
        if entry.kind != WORD or entry.senses[S.VERB].role != "other":
            return False
        if entry.norm[0] == "ت":  # نسبة تقدم الأشغال
            following = cursor.entries[j + 1] if j + 1 < cursor.size else None
            return bool(cursor.mask(j - 1) & S.MEASURE and following and following.definite)
        return entry.norm[0] != "ي" and not entry.norm.endswith("ت")
    if mask & S.NUMBER and not mask & S.NOUN:
        return False
    return bool(mask) or entry.definite or not (entry.kind == WORD and is_clearly_verb(entry))


def phrase_after(cursor: Cursor, first: int, last: int) -> tuple[int, int] | None:
    """Return the noun phrase that starts at a token, before what leads to the figure."""
    j, last = first, min(last, cursor.size)
    while j < last and cursor.mask(j) & (S.RELATIVE_DAY | S.CLITIC):
        j += 1
    start = j
    while j < last and j - start < MAX_MEASURE and is_nominal(cursor, j):
        if j > start and is_dimension(cursor, j):
            break
        j += 1
    while (
        j > start
        and cursor.mask(j - 1) & (S.CLITIC | S.STOP)
        and not cursor.mask(j - 1) & S.MEASURE
    ):
        j -= 1
    if j - 2 >= start and _is_predicate(cursor, j - 1):  # سعر القنطار حدد بـ 6000
        j -= 1
    return (start, j) if j > start else None


def _is_predicate(cursor: Cursor, j: int) -> bool:
    """Tell whether a word that may be a verb or a noun is a verb: behind a definite noun."""
    entry = cursor.entries[j]
    if entry.kind != WORD or not entry.mask & S.VERB or entry.mask & S.MEASURE:
        return False
    return not entry.definite and cursor.entries[j - 1].definite


def phrase_before(cursor: Cursor, analysis: Analysis, clause: Clause) -> tuple[int, int] | None:
    """Return the noun phrase that stands before the verb of a clause: its subject."""
    end = clause.verb
    while end > clause.first and is_auxiliary(cursor, end - 1):
        end -= 1
    j = end
    low = max(clause.first, clause.verb - MAX_MEASURE)
    while j > low and _in_subject(cursor, j - 1) and _is_no_figure(analysis, j - 1):
        j -= 1
    while (
        j < end and cursor.entries[j].mask & (S.STOP | S.CLITIC) and not cursor.mask(j) & S.MEASURE
    ):
        j += 1
    dates = analysis.index.dates_between(j, end)
    if dates:  # the licences issued in September: the month is the period
        end = dates[0].first
    while end > j and cursor.entries[end - 1].mask & (S.STOP | S.CLITIC | S.PERIOD):
        end -= 1
    for k in range(end - 2, j - 2, -1):
        if k >= low and is_led_noun(cursor, k):
            j = k  # بقيمة إجمالية تبلغ
            break
    return (j, end) if j < end else None


def _is_no_figure(analysis: Analysis, j: int) -> bool:
    """Tell whether no quantity stands at a token, but for a duration: الأشهر الستة الأولى."""
    quantity = analysis.index.quantity_at(j)
    return quantity is None or quantity.kind == "duration"


def _in_subject(cursor: Cursor, j: int) -> bool:
    entry = cursor.entries[j]
    mask = entry.mask
    if entry.kind == LATIN:
        if mask & S.STOP:
            return entry.norm in _IN_ENGLISH_SUBJECT
        return not mask & (S.COMPLEMENTIZER | S.SPEECH | S.NUMBER)
    if cursor.is_hyphen(j):  # non-oil
        return True
    if entry.kind != WORD or mask & (S.COMPLEMENTIZER | S.PERCENT):
        return False
    if mask & (S.VERB | S.NUMBER) and not entry.definite and not mask & S.MEASURE:
        return False
    sense = entry.senses.get(S.STOP)
    if sense is None:
        return not mask & S.SPEECH
    return sense.role in ("prep", "neg") or bool(mask & S.MEASURE)


def is_dimension(cursor: Cursor, j: int) -> bool:
    """Tell whether a dimension with ب stands at a token: بطول, بمساحة, بسعة."""
    sense = cursor.sense(j, S.MEASURE)
    dimension = sense is not None and sense.role == "dimension"
    return dimension and bool(cursor.entries[j].led & BY)


def is_led_noun(cursor: Cursor, j: int) -> bool:
    """Tell whether a noun with ب stands at a token that the tables hold as one: بقيمة, بنسبة."""
    return is_relation(cursor, j, "by") and opening(cursor.norm(j)) == BY


def phrase_of(cursor: Cursor, first: int, last: int) -> Argument:
    """Return a range of tokens as an argument, without the preposition that is one with the first."""
    start, end = span_of(cursor, first, last)
    if is_led_noun(cursor, first):
        start += cut(cursor.tagged.token_text(first), 1)
    elif cursor.entries[first].led == TO:  # للصادرات; of لمسافة the span has no preposition
        if articled(cursor.norm(first)):
            start += cut(cursor.tagged.token_text(first), 2)
        elif not cursor.entries[first].clitics:
            start += cut(cursor.tagged.token_text(first), 1)
    return Argument(start, end)


def span_of(cursor: Cursor, first: int, last: int) -> Span:
    """Return the offsets of a range of tokens."""
    return cursor.tagged.start_of(first), cursor.tagged.ends[last - 1]


def tokens_of(cursor: Cursor, start: int, end: int) -> tuple[int, int]:
    """Return the tokens that two offsets touch: the way back from :func:`span_of`."""
    starts = cursor.tagged.starts
    return bisect_right(starts, start) - 1, bisect_left(starts, end)
