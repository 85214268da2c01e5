"""Whether a figure tells a change: which way it went, and by how much or to what level.

The mover is the nearest word before the figure in its sentence whose predicate rises or falls
(:mod:`arnlp.facts.movers`), if nothing between gives the figure to something else. Where a verb of
reaching stands between, the figure is the level that the change led to (ليصل إلى, فبلغت).
"""

from __future__ import annotations

from dataclasses import dataclass

from arnlp.engine import Cursor, is_gerund
from arnlp.facts.analysis import Analysis
from arnlp.facts.bare_moves import told_against, told_by_sign
from arnlp.facts.clauses import is_relation
from arnlp.facts.leads import denies, is_from, relation_of
from arnlp.facts.movers import (
    RELATIVE,
    chained,
    direction_at,
    encloses,
    has_subject,
    is_closing,
    is_measured,
    is_most,
    is_noun,
    is_stepped,
    is_told_by,
)  # fmt: skip
from arnlp.facts.passing import is_before_that
from arnlp.facts.paths import (
    Path,
    has_agent,
    is_free,
    is_worth,
    leads_itself,
    leaves_other,
    only_leads,
)
from arnlp.facts.phrases import token_before
from arnlp.facts.predicates import direction_of, is_of, words
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.lexicon.grammar_words import grammar_words
from arnlp.quantities import QuantityMention
from arnlp.text.clitics import AND, SO, TO, opening

_REACH = 32  # tokens from a mover to its figure
_FAR = 14  # to a share that nothing leads to
_NUMBER_REACH = 7  # from a mover of a number to the count that it moved by


@dataclass(slots=True, frozen=True)
class Move:
    """A change: its direction, by or to, the token of what moved it; ``open`` where that is only likely."""

    direction: str
    relation: str
    mover: int
    open: bool = False


Moves = dict[int, Move | None]  # by the first token of the figure that moved


def move_of(
    cursor: Cursor, analysis: Analysis, wording: Wording, quantity: QuantityMention
) -> Move | None:
    """Return the change that a figure tells, or nothing."""
    near = token_before(cursor, quantity.first)
    if quantity.kind == "rank" and not is_relation(cursor, near, "to"):
        return None
    if _is_still(cursor, quantity) or has_agent(cursor, wording, quantity):
        return None
    own = direction_of(wording.lemma(quantity.first))
    if own and quantity.kind == "multiplier":
        return Move(own, "by", quantity.first)
    if _starts_from(cursor, wording, quantity):
        return None
    told = told_by_sign(cursor, wording, quantity) or told_against(cursor, quantity)
    if told is not None:
        return Move(*told)
    return _behind(cursor, wording, quantity) or _before(cursor, analysis, wording, quantity)


def _is_still(cursor: Cursor, quantity: QuantityMention) -> bool:
    """Tell whether a figure moves by nothing, as a time before does: flat (0.0%)."""
    if quantity.kind == "duration" and is_before_that(cursor, quantity.first):
        return True
    return quantity.value == 0 and relation_of(cursor, quantity) != "to"


def _starts_from(cursor: Cursor, wording: Wording, quantity: QuantityMention) -> bool:
    """Tell whether 'from' leads from a participle or noun of a move to a level: نزولا من 82%."""
    near = token_before(cursor, quantity.first)
    if not is_from(cursor, quantity) or cursor.is_latin(near):
        return False
    return is_noun(wording, near - 1) and cursor.norm(near - 1).endswith("ا")


def _behind(cursor: Cursor, wording: Wording, quantity: QuantityMention) -> Move | None:
    """Return the change that a word behind a figure tells: 5% higher, a 5 percent drop."""
    relative = quantity.kind in RELATIVE
    for j in range(quantity.last, min(quantity.last + 3, cursor.size)):
        norm = cursor.norm(j).partition(" ")[0]  # higher than
        if norm not in words("behind") and not (relative and norm in words("behind_shares")):
            if wording.pos(j) not in ("ADJ", "NOUN") or not relative:
                return None
            continue
        if cursor.mask(j) & S.BOUND and not direction_of(norm):  # more, less
            told = (cursor.norm(j).rpartition(" ")[2], cursor.norm(j + 1), cursor.norm(j + 2))
            if not relative and "than" not in told:
                return None
            return Move("increase" if norm == "more" else "decrease", "by", j)
        if not relative and wording.pos(j) == "NOUN" and norm in words("losing"):
            return None
        direction = direction_of(norm)
        return Move(direction, "by", j) if direction else None
    return None


def _before(
    cursor: Cursor, analysis: Analysis, wording: Wording, quantity: QuantityMention
) -> Move | None:
    """Return the change that a word before a figure tells."""
    first, _ = cursor.tagged.sentences[cursor.tagged.sentence_of[quantity.first]]
    path = Path(quantity, relation_of(cursor, quantity))
    floor = max(first, quantity.first - _REACH)
    j = quantity.first - 1
    while j >= floor:
        other = analysis.index.quantity_at(j)
        if other is not None:
            doubled = _multiplied(wording, path, other)
            if doubled is not None:
                return doubled
            path.cross(cursor, other)
            j = other.first - 1
            continue
        if cursor.mask(j) & S.END_MARK:
            return None
        path.parted |= bool(cursor.mask(j) & S.COLON)
        path.commas += bool(cursor.mask(j) & S.COMMA) and not encloses(cursor, analysis, j)
        direction = direction_at(cursor, wording, j, quantity, path.crossed, path.relation == "by")
        if direction:
            if not (
                _holds(cursor, wording, path, j) if not path.parted else _heads(cursor, path, j)
            ):
                return None
            told = chained(cursor, wording, j, floor, direction)
            if denies(cursor, quantity, told) or leaves_other(path.source, quantity):
                return None  # rose, and trades below 80
            return Move(told, _told(cursor, wording, path, j), j)
        if wording.pos(j) in ("VERB", "AUX") or is_closing(cursor, wording, j):
            if is_of(wording.lemma(j), "reach", "close"):
                if path.reached < 0 and not only_leads(cursor, wording, path, j):
                    path.reached, path.before_reached = j, path.crossed
            elif wording.pos(j) == "VERB" and wording.lemma(j) not in words("shares"):
                if path.crossed or (path.reached < 0 and path.relation is None):
                    return None
                if leads_itself(cursor, path, j):
                    return None  # fell, and moved to 5 offices
        j -= 1
    return None


def _multiplied(wording: Wording, path: Path, other: QuantityMention) -> Move | None:
    """Return the move of a level that a verb of multiplying leads to: doubled to 4 million."""
    if other.kind != "multiplier" or path.relation != "to" or path.crossed:
        return None
    told = direction_of(wording.lemma(other.first))
    return Move(told, "to", other.first) if told else None


def _told(cursor: Cursor, wording: Wording, path: Path, mover: int) -> str:
    """Return whether a figure is by how much something moved, or to what level."""
    if path.relation == "to":
        return "to"
    if _heads(cursor, path, mover):
        return "by"
    if path.reached < 0 or path.relation == "by":
        return "by"
    own = path.relation is None and not path.crossed and is_told_by(wording, mover, path.reached)
    return "by" if own and (path.relative or is_free(cursor, wording, path, mover)) else "to"


def _holds(cursor: Cursor, wording: Wording, path: Path, mover: int) -> bool:
    """Tell whether a mover tells of a figure, and what stands between gives it to nothing else."""
    quantity, relation, reached = path.quantity, path.relation, path.reached
    distance = quantity.first - mover
    verb = wording.pos(mover) == "VERB"
    between = range(max(mover + 1, quantity.first - 3), quantity.first)
    if not path.relative and any(cursor.norm(k) in words("worth") for k in between):
        return is_worth(cursor, path, mover, verb)
    if cursor.is_latin(mover):
        near = cursor.norm(token_before(cursor, quantity.first))
        of = near == "of" and relation != "to" and not is_noun(wording, mover)
        if near in words("elsewhere") or of:
            return False
    if _heads(cursor, path, mover):
        return True
    if is_most(cursor, mover):
        return False
    if reached >= 0 and not _follows(cursor, wording, mover, reached, quantity):
        return False
    if path.crossed:
        return _holds_on(cursor, wording, path, mover, verb)
    if is_measured(cursor, wording, mover):
        return False
    if quantity.kind == "count":
        return _holds_count(cursor, wording, path, mover)
    if relation in ("by", "to"):
        return True
    if path.relative:
        return distance <= _FAR and path.commas <= 1
    return path.commas <= 1 if reached >= 0 else distance <= 8 and not path.commas


def _heads(cursor: Cursor, path: Path, mover: int) -> bool:
    """Tell whether a mover heads a list that a share stands in: أكثر الشركات ارتفاعا: X بنسبة 5%."""
    return path.relative and is_most(cursor, mover)


def _holds_count(cursor: Cursor, wording: Wording, path: Path, mover: int) -> bool:
    """Tell whether a mover tells of a count that no figure parts from it."""
    quantity, reached = path.quantity, path.reached
    if path.relation in ("by", "to"):
        apart = path.relation == "by" and path.commas > 0  # وهي مجهزة بـ14 رافعة
        return not apart and wording.lemma(mover) not in words("equips")
    if reached < 0 and is_stepped(cursor, wording, mover, quantity):
        return quantity.first - mover <= 10 and not path.commas
    if reached >= 0 and not path.commas:
        return True
    return _is_by(cursor, wording, mover, quantity) or _is_counted(cursor, wording, path, mover)


def _is_counted(cursor: Cursor, wording: Wording, path: Path, mover: int) -> bool:
    """Tell whether a count stands behind the number that moved: انخفض عدد الطلاب 500 طالب, an increase of 900 patients."""
    quantity = path.quantity
    near = token_before(cursor, quantity.first)
    if cursor.is_latin(mover):
        if cursor.norm(near) == "of":
            return near - 1 == mover and cursor.norm(mover) in words("numbered_moves")
        told = cursor.norm(mover - 1) in grammar_words("be") or cursor.norm(mover - 1) == "("
        told = told or bool(cursor.mask(mover - 1) & S.COMMA)
        return near == mover and told and cursor.norm(mover) in grammar_words("moved_by")
    if wording.pos(mover) != "VERB" or path.commas or quantity.first - mover > _NUMBER_REACH:
        return False
    if wording.pos(near) not in ("NOUN", "PROPN", "ADJ"):
        return False  # ارتفع عدد الطلاب في 20 مدرسة
    return cursor.norm(mover + 1) in grammar_words("tally")


def _is_by(cursor: Cursor, wording: Wording, mover: int, quantity: QuantityMention) -> bool:
    """Tell whether a count right behind a mover tells by how many: بزيادة 5 بعثات, rose 215,000."""
    if token_before(cursor, quantity.first) != mover:
        return False
    if wording.pos(mover) == "VERB":
        return wording.lemma(mover) not in words("lifts") and has_subject(wording, mover)
    told = wording.pos(mover) == "ADJ" and cursor.norm(mover).endswith("ا")  # متراجعا مركزين
    return told or wording.led(mover)


def _holds_on(cursor: Cursor, wording: Wording, path: Path, mover: int, verb: bool) -> bool:
    """Tell whether a mover tells of a figure behind another: by 9%, to 78 million."""
    if path.relation == "to" or (path.reached >= 0 and not path.before_reached):
        return path.crossed <= 2 and path.commas <= 2
    if path.relation != "by":
        return False
    near = token_before(cursor, path.quantity.first)
    joined = opening(cursor.norm(near)) == AND or cursor.norm(near - 1) in words("joining")
    apart = not (path.relative or cursor.entries[near].definite or wording.led(near))
    if joined and apart and wording.pos(near) == "NOUN":
        return False  # ارتفع المؤشر 1.8% وتداولات بـ5 ملايين
    if joined:
        return path.crossed <= 2
    return path.crossed == 1 and not path.commas and verb


def _follows(
    cursor: Cursor, wording: Wording, mover: int, reached: int, quantity: QuantityMention
) -> bool:
    """Tell whether a verb of reaching goes on with a change: ليصل, فبلغت, نموا بلغ, to reach."""
    norm = cursor.norm(reached)
    if cursor.is_latin(reached):
        return is_gerund(cursor.entries[reached]) or cursor.norm(reached - 1) in ("to", "now")
    if opening(norm) == TO or cursor.norm(reached - 1) in words("upto"):
        return True
    if wording.pos(reached) == "ADJ":
        return True
    bare = not any(
        wording.pos(k) == "NOUN" and wording.noun(k) not in words("levels")
        for k in range(reached + 1, quantity.first)
    )
    if opening(norm) in (SO, AND):
        return bare
    if not is_noun(wording, mover) or reached - mover > 4:
        return False
    return bare and not any(cursor.mask(k) & S.COMMA for k in range(mover, reached))
