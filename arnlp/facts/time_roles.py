"""What a time expression is in its sentence, whatever the figure: how long, what leads to it, whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from arnlp.dates import DateMention
from arnlp.engine import Cursor
from arnlp.facts.clauses import is_relation
from arnlp.facts.compared import compares
from arnlp.facts.predicates import is_of, markers, words
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.text.clitics import BY, TO

_LEAD = 7  # tokens from what compares to a time expression
_OPENING = 3  # tokens before one that opens its sentence
# Days that a stretch of a size has at most.
_SIZES = ((2, "day"), (10, "week"), (31, "month"), (359, "part"), (366, "year"))
_COARSE = {"day": "day", "week": "day", "since": "open", "until": "open", "long": "open"}
_OWN = ("since", "until", "from", "between", "during")


def grain(mention: DateMention) -> str:
    """Return of what size a time expression is: day, week, month, part, year, long, since, until."""
    stretch = mention.stretch
    if stretch is None or stretch.first is None:
        return "until"
    if stretch.last is None:
        return "since"
    days = (stretch.last - stretch.first).days + 1
    return next((name for most, name in _SIZES if days <= most), "long")


def size_of(mention: DateMention) -> str:
    """Return whether a time expression is a day, a part of time, or open and long."""
    return _COARSE.get(grain(mention), "part")


def roles_of(cursor: Cursor, wording: Wording, mention: DateMention) -> tuple[str, ...]:
    """Return the names of what a time expression is."""
    first, _ = cursor.tagged.sentences[cursor.tagged.sentence_of[mention.first]]
    marker, size = _marker(cursor, wording, mention), size_of(mention)
    out = [f"g:{grain(mention)}", f"m:{marker}", f"m+g:{marker}:{size}"]
    if mention.first - first <= _OPENING:
        out += ["opens", f"opens:{marker}:{size}"]
    anchor, stretch = cursor.anchor, mention.stretch
    if anchor is not None and stretch is not None and stretch.first == anchor == stretch.last:
        out.append("today")
    out += _senses(cursor, mention)
    out += _of_clause(wording, mention)
    out += _around(cursor, wording, mention, first)
    return tuple(out)


def _marker(cursor: Cursor, wording: Wording, mention: DateMention) -> str:
    """Return the class of what stands before a time expression."""
    known = markers()
    own = known.get(cursor.norm(mention.first))
    if own in _OWN:
        return own
    j = _before(cursor, mention)
    led = cursor.entries[mention.first].led
    marker = "in" if led & BY else "for" if led & TO else known.get(cursor.norm(j))
    if marker is not None:
        return marker
    if cursor.mask(mention.last) & S.COLON:
        return "colon"
    if cursor.norm(j) == "(":
        return "paren"
    return "other" if wording.pos(j) in ("ADP", "SCONJ") else "none"


def _before(cursor: Cursor, mention: DateMention) -> int:
    """Return the token before a time expression and the words that belong to it."""
    j = mention.first - 1
    while cursor.norm(j) in words("calendar"):
        j -= 1
    return j


def _senses(cursor: Cursor, mention: DateMention) -> Iterator[str]:
    mask = cursor.mask(mention.first)
    if mention.occasion:
        yield "occasion"
    if mask & S.RELATIVE_DAY:
        yield "relday"
    if mask & S.WEEKDAY:
        yield "weekday"
    if is_deadline(cursor, mention):
        yield "deadline"


def is_deadline(cursor: Cursor, mention: DateMention) -> bool:
    """Tell whether a time expression is a deadline: by 2030, by the end of, بنهاية العام."""
    entry = cursor.entries[mention.first]
    sense = entry.senses.get(S.DATE_WORD)
    ends = sense is not None and sense.role == "end" and bool(entry.led & BY)
    return ends or is_relation(cursor, _before(cursor, mention), "deadline")


def _of_clause(wording: Wording, mention: DateMention) -> Iterator[str]:
    clause = wording.clause(mention.first)
    if clause is None:
        return
    yield f"c:{clause.kind}"
    for name in ("say", "event", "found"):
        if is_of(clause.lemma, name):
            yield f"of_{name}"
    if is_of(clause.lemma, "move", "reach"):
        yield "of_measure"
    if clause.function == "relative":
        yield "in_relative"


def _around(cursor: Cursor, wording: Wording, mention: DateMention, first: int) -> Iterator[str]:
    j = _before(cursor, mention)
    named = {cursor.norm(j - 1), wording.noun(j)} & words("instruments")
    if named or any(cursor.mask(k) & S.LAW for k in (j, j - 1)):
        yield "named"
    for k in range(mention.first - 1, max(first, mention.first - _LEAD) - 1, -1):
        if cursor.mask(k) & (S.COMMA | S.END_MARK):
            break
        if compares(cursor, k):
            yield "compared"
            break
    if any(
        cursor.mask(k) & S.SPEECH for k in (mention.last, *range(mention.first - 3, mention.first))
    ):
        yield "by_speech"
    if any(cursor.norm(k) in words("same") for k in range(mention.first, mention.last + 1)):
        yield "same"
