"""What a figure measures where that stands right beside it: a 10% sales tax, زيادة بنسبة 3% في الصادرات."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.clauses import is_relation
from arnlp.facts.figure import Figure
from arnlp.facts.phrases import phrase_after, token_before
from arnlp.facts.predicates import direction_of, words
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.quantities import QuantityMention
from arnlp.syntax.lemmas import lemmas
from arnlp.text.clitics import TO

_NOUNS = ("NOUN", "PROPN")
_MOST = 6  # tokens of a phrase behind a figure
_BETWEEN = 2  # adjectives between a figure and the noun of its move


def behind(cursor: Cursor, analysis: Analysis, figure: Figure) -> tuple[int, int] | None:
    """Return the tokens of what a figure measures, right behind it, None where that is nothing.

    A share before a noun is one of it; a bare noun of a move (an increase of 3%, زيادة بنسبة 3%) has
    what moved behind في, لـ or in.
    """
    quantity = figure.quantity
    if quantity.kind == "percent" and cursor.is_latin(quantity.last):
        found = _shared(cursor, analysis, quantity)
        if found is not None:
            figure.firm = _is_plain(cursor, analysis, found)
            return found
        found = _moved_before(cursor, analysis, figure)
        if found is not None:
            figure.firm = True
            return found
    if quantity.kind == "money" and cursor.is_latin(quantity.last):
        found = _worth(cursor, analysis, quantity) or _of_worth(cursor, analysis, quantity)
        if found is not None:
            figure.firm = True
            return found
    if figure.relation == "by" and _is_bare_move(cursor, analysis.wording, quantity):
        found = _moved(cursor, analysis, quantity.last)
        figure.firm = found is not None and bool(cursor.entries[quantity.last].led & TO)
        return found
    return None


def _shared(
    cursor: Cursor, analysis: Analysis, quantity: QuantityMention
) -> tuple[int, int] | None:
    """Return the noun phrase that a share stands before: 48% green investments."""
    wording = analysis.wording
    end = quantity.last
    while end < quantity.last + _MOST and wording.pos(end) in (*_NOUNS, "ADJ"):
        end += 1
    while end > quantity.last and wording.pos(end - 1) not in _NOUNS:
        end -= 1
    if end == quantity.last or analysis.index.dates_between(quantity.last, end):
        return None
    span = range(quantity.last, end)
    if any(
        direction_of(wording.lemma(j)) or cursor.norm(j).partition(" ")[0] in words("behind")
        for j in span
    ):
        return None
    return None if _is_time(wording, quantity.last) else (quantity.last, end)


def _worth(cursor: Cursor, analysis: Analysis, quantity: QuantityMention) -> tuple[int, int] | None:
    """Return what money behind an article is the worth of: a $28 billion package of tax incentives."""
    before = quantity.first - 1
    while before >= quantity.first - _BETWEEN - 1 and (
        analysis.wording.pos(before) == "ADJ" or cursor.mask(before) & S.BOUND
    ):
        before -= 1
    article = cursor.norm(before)
    if article not in grammar_words("determining") and article not in words("indefinite"):
        return None
    found = _shared(cursor, analysis, quantity)
    if found is None or cursor.norm(found[1]) != "of":
        return found
    whole = phrase_after(cursor, found[1] + 1, found[1] + 1 + _MOST)
    return found if whole is None else (found[0], whole[1])


def _of_worth(
    cursor: Cursor, analysis: Analysis, quantity: QuantityMention
) -> tuple[int, int] | None:
    """Return what 'worth' stands behind: two new contracts worth 3 million dollars."""
    pos, end = analysis.wording.pos, token_before(cursor, quantity.first)
    if cursor.norm(end) not in words("worth") or pos(end - 1) not in _NOUNS:
        return None
    first = end - 1
    while first > end - _MOST and pos(first - 1) in (*_NOUNS, "ADJ"):
        first -= 1
    return first, end


def _is_plain(cursor: Cursor, analysis: Analysis, span: tuple[int, int]) -> bool:
    """Tell whether a phrase is an adjective with its noun, no name, and ends with its sentence or at a comma."""
    pos = [analysis.wording.pos(j) for j in range(*span)]
    ends = span[1] >= cursor.size or bool(cursor.mask(span[1]) & (S.COMMA | S.END_MARK))
    return ends and len(pos) > 1 and pos[0] == "ADJ" and "PROPN" not in pos


def _is_time(wording: Wording, j: int) -> bool:
    """Tell whether a noun is one of time: year on year, في الجلسة السابقة."""
    return wording.noun(j) in lemmas("time_nouns") or wording.noun(j) in words("calendar")


def _is_bare_move(cursor: Cursor, wording: Wording, quantity: QuantityMention) -> bool:
    """Tell whether a noun of a move stands alone before what leads to a figure."""
    j = token_before(cursor, quantity.first)
    while is_relation(cursor, j, "by") or cursor.norm(j) in (*words("came"), *words("by"), "of"):
        j = token_before(cursor, j)
    if j < 0 or wording.pos(j) not in ("NOUN", "ADJ") or direction_of(wording.lemma(j)) is None:
        return False
    return cursor.is_latin(j) or not cursor.entries[j].definite


def _moved_before(cursor: Cursor, analysis: Analysis, figure: Figure) -> tuple[int, int] | None:
    """Return what moved behind a figure and the noun of its move: a 9.5% annual increase in exports."""
    wording, j = analysis.wording, figure.quantity.last
    if figure.relation != "by":
        return None
    while j < figure.quantity.last + _BETWEEN and wording.pos(j) == "ADJ":
        j += 1
    if wording.pos(j) != "NOUN" or direction_of(wording.lemma(j)) is None:
        return None
    return _moved(cursor, analysis, j + 1)


def _moved(cursor: Cursor, analysis: Analysis, start: int) -> tuple[int, int] | None:
    """Return what moved from a token on: (3%) in exports, (3%) للصادرات."""
    if start < cursor.size and cursor.norm(start) in words("moved_in"):
        start += 1
        if cursor.norm(start) == "the":
            start += 1
    elif start >= cursor.size or not cursor.entries[start].led & TO:
        return None
    if cursor.norm(start) in words("compared"):
        return None  # 3% in comparison with
    pos = analysis.wording.pos
    carried = pos(start) == "VERB" and cursor.is_latin(start) and pos(start + 1) in _NOUNS
    if cursor.mask(start) & (S.PLACE | S.END_MARK) or not (
        carried or pos(start) in (*_NOUNS, "ADJ")  # in exported containers, in exports
    ):
        return None
    if _is_time(analysis.wording, start) or analysis.index.dates_between(start - 1, start + 2):
        return None
    if analysis.index.named_between(start, start + 2):
        return None
    return phrase_after(cursor, start, start + _MOST)
