"""What speaks for a time expression as the period of a figure, and for there being none: named features.

Features with a ``#`` are many and rare; they weigh less (see :mod:`arnlp.facts.periods`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from arnlp.dates import DateMention
from arnlp.engine import Cursor
from arnlp.facts.clauses import is_relation
from arnlp.facts.compared import compares
from arnlp.facts.time_roles import size_of
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.quantities import QuantityMention

_TIGHT, _DISTANT = 2, 20  # tokens
_TOLD = ("found", "compared", "named", "deadline", "occasion", "same", "today")
_KINDS = ("k:count", "k:money", "k:percent", "k:measure")
_CROSSED = ("of_say", "of_event", "relday", "g:day", "weekday", "by_speech")


@dataclass(slots=True)
class Case:
    """A figure among the figures and time expressions of its sentence, and what was chosen before it.

    ``chosen`` are the periods of the figures before, ``last`` the figure right before;
    ``frames`` are by name the time expressions that may govern a text: ``lead`` (the first of its
    body), ``frame`` (the first longer one), ``head`` (that of its headline).
    """

    cursor: Cursor
    wording: Wording
    figure: QuantityMention
    traits: list[str]
    figures: list[QuantityMention]
    here: list[DateMention]
    used: set[int]  # first tokens of what figures of the sentence are compared with
    last: QuantityMention | None
    chosen: list[DateMention | None]
    paragraph: list[int]
    frames: dict[str, DateMention | None]
    stretches: int  # how many different times the text names

    def sentence_of(self, token: int) -> int:
        """Return the number of the sentence of a token."""
        return self.cursor.tagged.sentence_of[token]


def of_none(case: Case) -> Iterator[str]:
    """Yield what speaks for no period at all."""
    yield "none"
    for trait in case.traits:
        yield f"#none|{trait}"
    if case.here:
        yield "none:dated"
    if "l:en" in case.traits:
        yield "none:en"
    if case.last is not None and case.chosen[-1] is None:
        near = case.sentence_of(case.last.first) == case.sentence_of(case.figure.first)
        yield "none:last" if near else "none:far"


def of_candidate(case: Case, mention: DateMention, roles: tuple[str, ...], here: bool) -> list[str]:
    """Return what speaks for a time expression; ``here`` tells that it is of the figure's sentence."""
    out = list(_any(case, mention, roles, here))
    if here:
        before = mention.first < case.figure.first
        side = "B" if before else "A"
        out += _here(case, mention, roles, side)
        out += _between(case, mention, side)
    else:
        side = "out"
        out += _elsewhere(case, mention)
        out += _carried(case, mention)
    out += _rare(case, mention, roles, side)
    return out


def _any(case: Case, mention: DateMention, roles: tuple[str, ...], here: bool) -> Iterator[str]:
    for role in _TOLD:
        if role in roles:
            yield role
            if not here:
                yield f"{role}:out"
    if size_of(mention) == "day" and ("of_say" in roles or "by_speech" in roles):
        yield "says" if here else "says:out"
    if mention.first in case.used:
        yield "used"


def _is_last(case: Case, mention: DateMention) -> bool:
    """Tell whether a time expression is the period of the figure before."""
    chosen = case.chosen[-1] if case.chosen else None
    return chosen is not None and chosen.first == mention.first


def _kin(case: Case) -> bool:
    """Tell whether a figure is like the one before it."""
    one, two = case.figure, case.last
    return two is not None and (one.kind, one.unit) == (two.kind, two.unit)


def _gap(case: Case, mention: DateMention, side: str) -> tuple[int, int]:
    """Return the tokens between a figure and a time expression of its sentence."""
    if side == "B":
        return mention.last, case.figure.first
    return case.figure.last, mention.first


def _here(case: Case, mention: DateMention, roles: tuple[str, ...], side: str) -> Iterator[str]:
    yield side
    low, high = _gap(case, mention, side)
    crossed = sum(low <= q.first < high for q in case.figures)
    yield from _upto(f"{side}:x", crossed, 3)
    if any(low <= d.first < high for d in case.here):
        yield f"{side}:d"
    if side == "A" and high - low <= _TIGHT:
        yield "tight"
    if high - low > _DISTANT:
        yield f"{side}:distant"
    told = _coarse(relation(case.wording, case.figure, mention))
    yield f"{side}:{told}"
    if "of_found" in roles and told != "same":
        yield f"{side}:found"  # founded in 1998, it has 45 branches
    day = size_of(mention) == "day"
    if "opens" in roles:
        yield "opens:day" if day else "opens"
    if day and "v:event~" in case.traits:
        yield "day:event"
    if day and "t:past" not in case.traits:
        yield "day:unpast"
    if abs(mention.first - case.figure.first) == min(
        abs(d.first - case.figure.first) for d in case.here
    ):
        yield "nearest"
    if _is_last(case, mention):
        yield "last:same"
        if _kin(case) and crossed == 1:
            yield "last:kin"


def _between(case: Case, mention: DateMention, side: str) -> Iterator[str]:
    """Yield what stands between a figure and a time expression of its sentence."""
    cursor, pos = case.cursor, case.wording.pos
    commas = verbs = 0
    met: set[str] = set()
    for k in range(*_gap(case, mention, side)):
        mask = cursor.masks[k]
        commas += bool(mask & S.COMMA)
        verbs += pos(k) == "VERB"
        if mask & S.COMPLEMENTIZER:
            met.add("that")
        if mask & S.SPEECH:
            met.add("say")
        if is_relation(cursor, k, "clause") or cursor.norm(k) in (";", "؛"):
            met.add("clause")
        if compares(cursor, k):
            met.add("cmp")
    yield from _upto(f"{side}:c", commas, 3)
    yield from _upto(f"{side}:v", verbs, 2)
    if verbs and commas:
        yield f"{side}:vc"
    for name in sorted(met):
        yield f"{side}:{name}"


def _elsewhere(case: Case, mention: DateMention) -> Iterator[str]:
    """Yield what speaks for a time expression of another sentence."""
    traits, size = case.traits, size_of(mention)
    yield "out"
    gap = case.sentence_of(case.figure.first) - case.sentence_of(mention.first)
    yield from _upto("out:gap", gap, 4)
    if case.paragraph[mention.first] == case.paragraph[case.figure.first]:
        yield "out:par"
    if case.here:
        yield "out:dated"
    yield f"out:{size}"
    for trait, name in (("v:event~", "event"), ("moved", "moved")):
        if trait in traits:
            yield f"out:{name}"
            yield f"out:{name}:{size}"
    if "v:state" in traits:
        yield "out:state"
    if "t:past" in traits:
        yield "out:past"
    elif "t:future" in traits:
        yield "out:future"
    for trait in traits:
        if (
            trait in _KINDS
            or trait in ("this", "samenoun", "l:en")
            or trait.startswith(("near:", "ck:"))
        ):
            yield f"out:{trait}"
    if "s:list_item" in traits:
        yield "out:list"
    for name, frame in case.frames.items():
        if frame is mention:
            yield name
            if "l:en" in traits:
                yield f"{name}:en"


def _carried(case: Case, mention: DateMention) -> Iterator[str]:
    """Yield how the figures before speak for carrying a period on."""
    english = "l:en" in case.traits
    if _is_last(case, mention) and case.last is not None:
        yield "last:out"
        if english:
            yield "last:out:en"
        near = case.sentence_of(case.figure.first) - case.sentence_of(case.last.first)
        yield from _upto("last:gap", near, 3)
        if _kin(case):
            yield "last:out:kin"
    if case.stretches <= 2:
        yield "onlydate" if case.stretches == 1 else "twodates"
    if not case.chosen:
        yield "first:self"
        return
    share = sum(one is not None for one in case.chosen) / len(case.chosen)
    yield "share:" + ("0" if not share else "1" if share < 0.5 else "2" if share < 1 else "3")
    yield "first:undated" if case.chosen[0] is None else "first:dated"
    yield f"mine:{min(3, sum(one is mention for one in case.chosen))}"
    if case.chosen[-1] is None:
        yield "last:undated"


def _rare(case: Case, mention: DateMention, roles: tuple[str, ...], side: str) -> Iterator[str]:
    traits = case.traits
    if side == "out":
        for trait in traits:
            yield f"#out|{trait}"
    else:
        low, high = _gap(case, mention, side)
        crossed = min(2, sum(low <= q.first < high for q in case.figures))
        dates = min(1, sum(low <= d.first < high for d in case.here))
        yield f"#same:{side}:{relation(case.wording, case.figure, mention)}"
        leads = any(d.last <= case.figures[0].first for d in case.here)
        yield f"#same:{side}:{'lead' if leads else 'tail'}:x{crossed}"
        yield f"#{side}:d{dates}:x{crossed}"
    if _is_last(case, mention) and case.last is not None:
        near = case.sentence_of(case.last.first) == case.sentence_of(case.figure.first)
        for trait in traits:
            yield f"#last|{'same' if near else 'far'}|{trait}"
        for role in roles:
            if role.startswith("g:") or role in ("of_say", "of_event", "relday", "weekday"):
                yield f"#last|{role}"
                if "v:event~" in traits:
                    yield f"#last|event|{role}"
    yield from _crossed(traits, roles, side)


def _crossed(traits: Iterable[str], roles: tuple[str, ...], side: str) -> Iterator[str]:
    for role in roles:
        if role != "opens":
            yield f"#r:{side}:{role}"
        if role in _CROSSED:
            for trait in traits:
                if trait.startswith(("v:event", "t:")):
                    yield f"#r:{role}|{trait}"


def _upto(name: str, number: int, most: int) -> Iterator[str]:
    """Yield a feature for each step of a number, up to a most."""
    for step in range(1, min(number, most) + 1):
        yield f"{name}{step}"


def relation(wording: Wording, figure: QuantityMention, mention: DateMention) -> str:
    """Return how the clause of a figure stands to that of a time expression."""
    a, b = wording.at(figure.first), wording.at(mention.first)
    mine, its = wording.above(figure.first), wording.above(mention.first)
    if a is None or b is None or a[0] != b[0] or not mine or not its:
        return "tree?"
    if mine[0] is its[0]:
        return "rel:same"
    for depth, clause in enumerate(mine):
        if clause is its[0]:
            return f"rel:above{min(depth, 2)}:{mine[depth - 1].function}"
    for depth, clause in enumerate(its):
        if clause is mine[0]:
            return f"rel:below{min(depth, 2)}:{its[depth - 1].function}"
    return "rel:apart"


def _coarse(told: str) -> str:
    """Return a relation of clauses without its depth and function."""
    name = told.split(":")[1] if ":" in told else told
    return name.rstrip("012") if name[:5] in ("above", "below") else name
