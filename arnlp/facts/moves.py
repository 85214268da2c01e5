"""Whether a figure tells a change: which way it went, and by how much or to what level.

The mover is the nearest word before the figure in its sentence whose predicate rises or falls (a verb,
its masdar or participle, a word like up), if nothing between gives the figure to something else. In
a chain (انخفض معدل نمو الصادرات) the verb that the noun is under tells the direction. Where a verb of
reaching stands between, the figure is the level that the change led to (ليصل إلى, فبلغت).
"""

from __future__ import annotations

from dataclasses import dataclass

from arnlp.engine import Cursor, is_gerund
from arnlp.facts.analysis import Analysis
from arnlp.facts.clauses import MOVES, is_relation
from arnlp.facts.phrases import token_before
from arnlp.facts.predicates import direction_of, is_of, words
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.quantities import QuantityMention
from arnlp.text.clitics import AND, BY, SO, TO, opening

_REACH = 32  # tokens from a mover to its figure
_CHAIN = 6  # tokens from a moving noun to the verb above it
_RELATIVE = ("percent", "percentage_point", "multiplier")
_LENGTHS = frozenset(("m", "cm", "km", "mm", "[ft_i]", "[in_i]"))


@dataclass(slots=True, frozen=True)
class Move:
    """A change that a figure tells: its direction, by or to, and the token of what moved it."""

    direction: str
    relation: str
    mover: int


@dataclass(slots=True)
class _Path:
    """What was met on the way back from a figure; ``reached`` is a verb of reaching, -1 for none."""

    quantity: QuantityMention
    relation: str | None
    crossed: int = 0  # figures
    commas: int = 0
    reached: int = -1

    @property
    def relative(self) -> bool:
        return self.quantity.kind in _RELATIVE


def move_of(
    cursor: Cursor, analysis: Analysis, wording: Wording, quantity: QuantityMention
) -> Move | None:
    """Return the change that a figure tells, or nothing."""
    near = token_before(cursor, quantity.first)
    if quantity.kind == "rank" and not is_relation(cursor, near, "to"):
        return None
    if quantity.sign and cursor.norm(quantity.first - 1) == "(":
        return Move("increase" if quantity.sign > 0 else "decrease", "by", quantity.first)
    own = direction_of(wording.lemma(quantity.first))
    if own and quantity.kind == "multiplier":
        return Move(own, "by", quantity.first)
    return _behind(cursor, wording, quantity) or _before(cursor, analysis, wording, quantity)


def _behind(cursor: Cursor, wording: Wording, quantity: QuantityMention) -> Move | None:
    """Return the change that a word behind a figure tells: 5% higher, a 5 percent drop."""
    relative = quantity.kind in _RELATIVE
    for j in range(quantity.last, min(quantity.last + 3, cursor.size)):
        norm = cursor.norm(j).partition(" ")[0]  # higher than
        if norm not in words("behind"):
            if wording.pos(j) not in ("ADJ", "NOUN") or not relative:
                return None
            continue
        if cursor.mask(j) & S.BOUND and not direction_of(norm):  # more, less
            if not relative and "than" not in (cursor.norm(j + 1), cursor.norm(j + 2)):
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
    path = _Path(quantity, relation_of(cursor, quantity))
    floor = max(first, quantity.first - _REACH)
    j = quantity.first - 1
    while j >= floor:
        other = analysis.index.quantity_at(j)
        if other is not None:
            path.crossed += other.kind != "duration" and not is_from(cursor, other)
            j = other.first - 1
            continue
        if cursor.mask(j) & (S.END_MARK | S.COLON):
            return None
        path.commas += bool(cursor.mask(j) & S.COMMA)
        direction = _direction(cursor, wording, j, quantity)
        if direction:
            if not _holds(cursor, wording, path, j):
                return None
            return Move(_chained(cursor, wording, j, floor, direction), _told(cursor, wording, path, j), j)  # fmt: skip
        if wording.pos(j) in ("VERB", "AUX"):
            if is_of(wording.lemma(j), "reach", "close"):
                path.reached = j if path.reached < 0 else path.reached
            elif wording.pos(j) == "VERB" and wording.lemma(j) not in words("shares"):
                if path.crossed or (path.reached < 0 and path.relation is None):
                    return None
        j -= 1
    return None


def _told(cursor: Cursor, wording: Wording, path: _Path, mover: int) -> str:
    """Return whether a figure is by how much something moved, or to what level."""
    if path.relation == "to":
        return "to"
    if path.reached < 0 or path.relation == "by":
        return "by"
    own = path.relation is None and not path.crossed and _is_noun(wording, mover)
    return "by" if own and (path.relative or not cursor.entries[mover].definite) else "to"


def _direction(cursor: Cursor, wording: Wording, j: int, quantity: QuantityMention) -> str | None:
    """Return the direction of a word that moves what a figure is of."""
    lemma, noun = wording.lemma(j), wording.noun(j)
    direction = direction_of(lemma) or direction_of(noun)
    pos, entry = wording.pos(j), cursor.entries[j]
    latin = cursor.is_latin(j)
    sense = entry.senses.get(S.VERB)
    if latin and sense is not None and sense.role in MOVES and entry.norm not in words("behind"):
        pos = pos if pos in ("ADP", "ADV") else "VERB"
        direction = direction or ("increase" if sense.role == "change_up" else "decrease")
    if direction is None or pos == "PROPN":
        return None
    if entry.mask & S.BOUND and (pos != "VERB" or " " in entry.norm):
        return None  # تزيد على
    if cursor.norm(j + 1) in words("over") and pos == "VERB" and not latin:
        return None  # زاد على: more than
    if pos != "VERB" and lemma in words("losing"):
        return None
    if lemma in words("relative") and quantity.kind not in _RELATIVE:
        return None
    if pos == "ADP" and cursor.norm(j + 1) == "to" and not cursor.mask(j - 1) & S.COMMA:
        return None  # up to 5
    if latin:
        return direction if pos in ("VERB", "NOUN", "ADV", "ADP") else None
    if pos == "ADJ" and not entry.norm.endswith("ا"):
        return None  # المرتفعة
    if quantity.unit in _LENGTHS and pos == "NOUN" and noun in words("height"):
        return None  # بارتفاع 30 مترا: height
    return direction if pos in ("VERB", "NOUN", "ADJ") else None


def relation_of(cursor: Cursor, quantity: QuantityMention) -> str | None:
    """Return how what stands before a figure leads to it: by, to, or nothing."""
    near = token_before(cursor, quantity.first)
    for k in (quantity.first - 1, near, near - 1):
        norm = cursor.norm(k)
        if is_relation(cursor, k, "to") or norm in words("reaching"):
            return "to"
        if is_relation(cursor, k, "by") or norm in words("by"):
            return "by"
        light = cursor.mask(k) & (S.BOUND | S.CLITIC) or norm in words("levels")
        if not light and norm not in ("", "(", "the", "a"):
            break
    return "by" if cursor.entries[quantity.first].led & BY else None


def is_from(cursor: Cursor, quantity: QuantityMention) -> bool:
    """Tell whether a quantity is the level that a change starts from."""
    return is_relation(cursor, token_before(cursor, quantity.first), "from")


def _holds(cursor: Cursor, wording: Wording, path: _Path, mover: int) -> bool:
    """Tell whether a mover tells of a figure, and what stands between gives it to nothing else."""
    quantity, relation, reached = path.quantity, path.relation, path.reached
    distance = quantity.first - mover
    verb = wording.pos(mover) == "VERB"
    between = range(max(mover + 1, quantity.first - 3), quantity.first)
    if any(cursor.norm(k) in words("worth") for k in between):
        return distance <= 5 and not path.crossed and not path.relative and verb
    if cursor.is_latin(mover):
        near = cursor.norm(token_before(cursor, quantity.first))
        if near in words("elsewhere") or (near == "of" and not _is_noun(wording, mover)):
            return False
    if reached >= 0 and not _follows(cursor, wording, mover, reached, quantity):
        return False
    if path.crossed:
        return _holds_on(cursor, path, mover, verb)
    if _is_measured(cursor, wording, mover):
        return False
    if relation in ("by", "to"):
        return True
    if quantity.kind == "count":
        return reached >= 0 and not path.commas
    if path.relative:
        return distance <= 10 and path.commas <= 1
    return path.commas <= 1 if reached >= 0 else distance <= 8 and not path.commas


def _is_measured(cursor: Cursor, wording: Wording, mover: int) -> bool:
    """Tell whether what moves is only measured: بلغ معدل نمو القروض 3%, but not انخفض معدل نمو."""
    rate = mover - 1
    if wording.noun(rate) not in words("rates") or cursor.entries[rate].led & BY:
        return False
    if not _is_noun(wording, mover) or cursor.is_latin(mover):
        return False
    return not _verb_above(cursor, wording, mover, rate - _CHAIN)


def _holds_on(cursor: Cursor, path: _Path, mover: int, verb: bool) -> bool:
    """Tell whether a mover tells of a figure behind another: by 9%, to 78 million."""
    if path.relation == "to" or path.reached >= 0:
        return path.crossed <= 2 and path.commas <= 2
    if path.relation != "by":
        return False
    near = token_before(cursor, path.quantity.first)
    joined = opening(cursor.norm(near)) == AND or cursor.norm(near - 1) in words("joining")
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
    bare = not any(
        wording.pos(k) == "NOUN" and wording.noun(k) not in words("levels")
        for k in range(reached + 1, quantity.first)
    )
    if opening(norm) == SO:
        return bare
    if not _is_noun(wording, mover) or reached - mover > 4:
        return False
    return bare and not any(cursor.mask(k) & S.COMMA for k in range(mover, reached))


def _chained(cursor: Cursor, wording: Wording, mover: int, floor: int, direction: str) -> str:
    """Return the direction of the verb that a moving noun is under: انخفض معدل نمو."""
    if not _is_noun(wording, mover) or cursor.entries[mover].led & (BY | TO):
        return direction
    return _verb_above(cursor, wording, mover, max(floor, mover - _CHAIN)) or direction


def _verb_above(cursor: Cursor, wording: Wording, mover: int, floor: int) -> str | None:
    """Return the direction of the verb right above a moving noun, nothing where it does not move."""
    for j in range(mover - 1, floor - 1, -1):
        if cursor.mask(j) & (S.COMMA | S.COMPLEMENTIZER | S.NUMERIC):
            break
        if wording.pos(j) == "VERB":
            return direction_of(wording.lemma(j))
    return None


def _is_noun(wording: Wording, j: int) -> bool:
    return wording.pos(j) in ("NOUN", "ADJ")
