"""When: the time expression that a figure belongs to, or the deadline of a target."""

from __future__ import annotations

from arnlp.dates import DateMention
from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.clauses import Clause, is_relation
from arnlp.facts.phrases import token_before
from arnlp.lexicon import senses as S
from arnlp.quantities import QuantityMention
from arnlp.text.clitics import AND, BY
from arnlp.text.tokens import LATIN, WORD

_DEADLINE_REACH = 14  # tokens behind a figure in which its deadline stands
_PERIOD_REACH = 60  # tokens behind a figure in which its period stands
_OPENING = 8  # tokens of a time expression with its comma at the head of a sentence


def deadline_of(
    cursor: Cursor, analysis: Analysis, quantity: QuantityMention, clause: Clause
) -> DateMention | None:
    """Return the deadline of a figure: behind it and before the next, or before it."""
    high = min(clause.last, quantity.last + _DEADLINE_REACH, analysis.index.next_quantity(quantity))
    for mention in analysis.index.dates_between(quantity.last, high):
        if _is_deadline(cursor, mention):
            return mention
    for mention in analysis.index.dates_between(clause.first, quantity.first):
        if _is_deadline(cursor, mention) and not any(
            _coordinates(cursor, j) for j in range(mention.last, quantity.first)
        ):
            return mention
    return None


def _coordinates(cursor: Cursor, j: int) -> bool:
    """Tell whether a token parts two halves of a sentence: a comma, 'and' before a verb."""
    entry = cursor.entries[j]
    return bool(entry.mask & S.COMMA) or entry.norm == "and" or _joins_verb(cursor, j, S.VERB)


def _joins_verb(cursor: Cursor, j: int, kinds: int) -> bool:
    """Tell whether an Arabic verb of some kinds stands at a token with its 'and': ويعمل."""
    entry = cursor.entries[j]
    return bool(entry.led & AND and entry.mask & kinds)


def _is_deadline(cursor: Cursor, mention: DateMention) -> bool:
    """Tell whether a time expression is a deadline: by 2030, by the end of, بنهاية العام."""
    j = mention.first - 1
    if cursor.norm(j) == "the":
        j -= 1
    entry = cursor.entries[mention.first]
    sense = entry.senses.get(S.DATE_WORD)
    ends = sense is not None and sense.role == "end" and bool(entry.led & BY)
    return ends or is_relation(cursor, j, "deadline")


def period_of(
    cursor: Cursor,
    analysis: Analysis,
    quantity: QuantityMention,
    clause: Clause,
    level: QuantityMention | None = None,
) -> DateMention | None:
    """Return the time expression of a figure: the next behind it, else the last before it.

    Not one of another clause, nor one that the figure is compared with, nor a deadline, nor the
    one of the level that a change starts from (from 16% in 2021 to 14%).
    """
    high = min(clause.last, quantity.last + _PERIOD_REACH)
    for mention in analysis.index.dates_between(quantity.last, high):
        if not _is_period(cursor, mention):
            continue
        if _is_parted(cursor, quantity.last, mention.first):
            break
        return mention
    if is_compared(cursor, quantity) and not is_relation(
        cursor, token_before(cursor, quantity.first), "from"
    ):
        return None  # it is of another time than the clause
    for mention in reversed(
        analysis.index.dates_between(_reach_back(cursor, analysis, clause), quantity.first)
    ):
        if level is not None and mention.first >= level.last:
            continue
        if any(_verb_goes_on(cursor, j) for j in range(mention.last, quantity.first)):
            continue
        if _is_period(cursor, mention) and not cursor.mask(mention.first) & S.RELATIVE_DAY:
            return mention
    return None


def _verb_goes_on(cursor: Cursor, j: int) -> bool:
    """Tell whether a second verb is joined on at a token: founded in 1963 and employs."""
    entry = cursor.entries[j]
    if entry.kind == WORD:
        return _joins_verb(cursor, j, S.VERB)
    if entry.norm != "and" or j + 1 >= cursor.size:
        return False
    after = cursor.entries[j + 1]
    return (
        after.kind == LATIN
        and not after.caps
        and (bool(after.mask & S.VERB) or (not after.mask and after.norm.endswith(("s", "ed"))))
    )


def _is_period(cursor: Cursor, mention: DateMention) -> bool:
    if mention.kind not in ("date", "interval") or mention.stretch is None:
        return False
    if mention.occasion:  # بمناسبة اليوم العالمي للسكان, بلغ العدد
        return False
    if cursor.mask(mention.last) & S.COLON:  # (2022: 805,300 tonnes)
        return False
    return not _is_deadline(cursor, mention)


def _is_parted(cursor: Cursor, first: int, last: int) -> bool:
    """Tell whether a comparison, a speaker or another clause stands in a range of tokens."""
    comma = False
    for j in range(first, last):
        mask = cursor.entries[j].mask
        if mask & (S.SPEECH | S.COMPLEMENTIZER) or (comma and mask & (S.VERB | S.FUTURE)):
            return True
        if _joins_verb(cursor, j, S.VERB | S.FUTURE) or is_relation(cursor, j, "clause"):
            return True
        comma = comma or bool(mask & S.COMMA)
        if is_relation(cursor, j, "compared") and (
            last - j <= 4 or not is_relation(cursor, j, "from")
        ):
            return True
    return False


def _reach_back(cursor: Cursor, analysis: Analysis, clause: Clause) -> int:
    """Return from where a time expression before a figure counts: its clause, or the head of
    the sentence where only a comma parts the two (في عام 2020، بلغ العدد).
    """
    first, _ = cursor.tagged.sentences[cursor.tagged.sentence_of[clause.first]]
    dateline = analysis.dateline
    if dateline is not None and first < dateline.last:
        first = dateline.last
    if cursor.mask(clause.first - 1) & S.COMMA and clause.first - first <= _OPENING:
        opening = cursor.sense(first, S.STOP)
        if opening is not None and opening.role == "prep":
            return first
    return clause.first


def is_compared(
    cursor: Cursor, quantity: QuantityMention, other: QuantityMention | None = None
) -> bool:
    """Tell whether a comparison leads to a figure, with another of its kind where one is given."""
    near = token_before(cursor, quantity.first)
    if not (is_relation(cursor, near, "compared") or is_relation(cursor, near - 1, "compared")):
        return False
    if other is None:
        return True
    return (other.kind, other.unit) == (quantity.kind, quantity.unit)
