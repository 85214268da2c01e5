"""Which quantities make no row: duals that only name two things, one of something, most durations."""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.clauses import is_relation
from arnlp.facts.leads import is_from
from arnlp.facts.movers import named_direction
from arnlp.facts.phrases import token_before
from arnlp.facts.predicates import is_of, words
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.quantities import QuantityMention
from arnlp.text.clitics import BY
from arnlp.text.tokens import WORD

_POST = 20  # tokens between a post and its grade
_MOVED = 5  # tokens from what moved something to a dual that tells by how much
_TAKES = 5  # tokens between what lasts and how long
_LABEL, _OF_SPAN = (
    8,
    14,
)  # tokens before a duration in which a label, or a clause, may name the span


def is_passed(
    cursor: Cursor, analysis: Analysis, wording: Wording, quantity: QuantityMention
) -> bool:
    """Tell whether a quantity makes no row of its own."""
    if quantity.kind == "duration":
        return not _is_measured(cursor, analysis, wording, quantity)
    if quantity.kind == "rank":
        return _only_orders(wording, quantity) or _is_grade(cursor, wording, quantity)
    if _is_dual(cursor, quantity) and not _refers(cursor, quantity):
        if quantity.kind == "percentage_point" or _tells_move(cursor, wording, quantity):
            return False
        return not _is_listed(cursor, analysis, wording, quantity)
    return is_passed_over(cursor, quantity)


def is_passed_over(cursor: Cursor, quantity: QuantityMention) -> bool:
    """Tell whether a quantity makes no row whatever its sentence says."""
    if quantity.kind == "count":
        rate = cursor.norm(quantity.first - 1) in words("per_many")
        if rate and cursor.mask(quantity.first - 2) & S.NUMERIC:
            return True  # 22.7 لكل ألف نسمة
        return _is_dual(cursor, quantity) or _is_one(quantity) or _refers(cursor, quantity)
    return quantity.kind == "measure" and _is_dual(cursor, quantity)


def _is_dual(cursor: Cursor, quantity: QuantityMention) -> bool:
    """Tell whether a quantity is one word in the dual: عمليتين."""
    written = quantity.number is None and cursor.entries[quantity.first].kind == WORD
    return written and bool(quantity.value == 2)


def _tells_move(cursor: Cursor, wording: Wording, quantity: QuantityMention) -> bool:
    """Tell whether a dual is by how much something moved: بزيادة مركزين, ارتفع المنسوب سنتيمترين, not زاد عدد العمليتين."""
    at = quantity.first
    led = bool(cursor.entries[at].led & BY)
    for j in range(at - 1, max(-1, at - 1 - _MOVED), -1):
        if cursor.mask(j) & (S.COMMA | S.END_MARK | S.COLON | S.NUMERIC):
            return False
        if named_direction(wording, j):
            if wording.lemma(j) in words("relative"):
                return False  # إضافة طابقين
            bare = not cursor.entries[j].definite
            near = j == at - 1 and bare and wording.pos(j) in ("NOUN", "ADJ")
            apart = led or quantity.kind == "measure"
            return near or (apart and wording.pos(j) in ("VERB", "NOUN", "ADJ"))
    return False


def _is_listed(
    cursor: Cursor, analysis: Analysis, wording: Wording, quantity: QuantityMention
) -> bool:
    """Tell whether a figure beside it in its sentence counts the same: 3 حالات وحالتين ... و4 حالات."""
    sentence_of, noun = cursor.tagged.sentence_of, wording.noun(quantity.first)
    beside = (
        analysis.index.last_before(quantity),
        analysis.index.quantity_at(analysis.index.next_quantity(quantity)),
    )
    return quantity.kind == "count" and any(
        other is not None
        and other.number is not None
        and other.kind == "count"
        and sentence_of[other.first] == sentence_of[quantity.first]
        and wording.noun(other.last - 1) == noun
        for other in beside
    )


def _is_one(quantity: QuantityMention) -> bool:
    """Tell whether a count is only one of something that is told of: شخص واحد."""
    return bool(quantity.value == 1) and quantity.bound == "exact" and quantity.per is None


def _refers(cursor: Cursor, quantity: QuantityMention) -> bool:
    """Tell whether a count refers to what was told before: الاتفاقيتان, these two countries."""
    first = cursor.entries[quantity.first]
    if first.kind == WORD:
        return first.definite
    return bool(quantity.value == 2) and cursor.norm(quantity.first - 1) in words("both")


def _is_measured(
    cursor: Cursor, analysis: Analysis, wording: Wording, quantity: QuantityMention
) -> bool:
    """Tell whether a duration is what is measured: مدة السداد لا تتجاوز 20 عاما, takes 14 months."""
    if cursor.entries[quantity.first].definite or cursor.norm(quantity.last) in words("passed"):
        return False
    near = cursor.norm(quantity.first - 1)
    if near in words("within") or is_before_that(cursor, quantity.first):
        return False
    other = analysis.index.last_before(quantity)
    if is_relation(cursor, token_before(cursor, quantity.first), "to") and other is not None:
        if other.kind == "duration" and quantity.first - other.last <= 4 and is_from(cursor, other):
            return True
    for k in range(quantity.first - 1, max(-1, quantity.first - 1 - _TAKES), -1):
        if cursor.mask(k) & (S.COMMA | S.END_MARK | S.COLON):
            break
        if analysis.index.quantity_at(k) is not None:
            return False
        lemma, pos = wording.lemma(k), wording.pos(k)
        if pos == "VERB" and (is_of(lemma, "take") or not is_of(lemma, "reach", "move")):
            return is_of(lemma, "take")
        if pos == "NOUN" and wording.noun(k) in words("spans") and not wording.led(k):
            when = cursor.norm(k - 1) in words("when")
            return not when and not _lasts(cursor, wording, k, quantity)
    return _is_of_span(cursor, analysis, wording, quantity)


def is_before_that(cursor: Cursor, token: int) -> bool:
    """Tell whether what stands before a duration counts from a time told before: قبل ذلك بخمس سنوات."""
    that = cursor.norm(token - 1) in words("demonstrative")
    return that and cursor.norm(token - 2) in words("within")


def _lasts(cursor: Cursor, wording: Wording, k: int, quantity: QuantityMention) -> bool:
    """Tell whether a noun of time only says that something goes on: مدة ست سنوات, a period of six months."""
    led = k + 2 == quantity.first and wording.pos(k + 1) == "ADP"
    bare = not cursor.entries[k].definite and not wording.owned(k)
    return led or (k + 1 == quantity.first and bare and not cursor.is_latin(k))


def _is_of_span(
    cursor: Cursor, analysis: Analysis, wording: Wording, quantity: QuantityMention
) -> bool:
    """Tell whether what a clause, or a label, is about is a span of time: the average stay was 4.3 days."""
    if cursor.mask(quantity.first - 1) & S.COLON:
        first, _ = cursor.tagged.sentences[cursor.tagged.sentence_of[quantity.first]]
        label = range(max(first, quantity.first - 1 - _LABEL), quantity.first - 1)
        return any(_is_span(cursor, wording, k) for k in label)
    low = max(-1, quantity.first - 1 - _OF_SPAN)
    found = verb = False
    for k in range(quantity.first - 1, low, -1):
        if cursor.mask(k) & (S.COMMA | S.END_MARK | S.COLON):
            return False
        if analysis.index.quantity_at(k) is not None:
            return False
        lemma, pos = wording.lemma(k), wording.pos(k)
        if pos in ("VERB", "AUX"):
            if verb and wording.features(k).get("VerbForm") in ("Part", "Ger"):
                continue  # the age of migrants arriving was
            tells = is_of(lemma, "reach", "move") or lemma in words("copula")
            if found or verb or not tells:
                return found and tells
            if quantity.first - k > _TAKES:
                return False
            verb = True
        elif _is_span(cursor, wording, k):
            if verb:
                return True
            found = not cursor.is_latin(k)  # its verb may stand before it: بلغ متوسط العمر 76 سنة
    return False


def _is_span(cursor: Cursor, wording: Wording, k: int) -> bool:
    """Tell whether a noun names a span of time that is measured: waiting time, average age, مدة; not an age."""
    if wording.led(k) or wording.noun(k) not in words("lengths"):
        return False
    near = {wording.noun(j) for j in (k - 2, k - 1, k + 1)}
    if wording.noun(k) in words("ages"):
        return not words("means").isdisjoint(near)
    return wording.noun(k) not in words("times") or wording.pos(k - 1) in ("NOUN", "VERB")


def _only_orders(wording: Wording, quantity: QuantityMention) -> bool:
    """Tell whether a rank only tells which of several: الفائز بالمركز الثاني."""
    return not words("entitled").isdisjoint(
        (wording.noun(quantity.first - 1), wording.noun(quantity.first))
    )


def _is_grade(cursor: Cursor, wording: Wording, quantity: QuantityMention) -> bool:
    """Tell whether a rank is the grade of a post: على وظيفة مدير بالمرتبة الرابعة عشرة."""
    if wording.noun(quantity.first) not in words("grade"):
        return False
    for k in range(quantity.first - 1, max(-1, quantity.first - _POST), -1):
        if cursor.mask(k) & S.END_MARK:
            return False
        if wording.noun(k) in words("post"):
            return True
    return False
