"""A figure said several times, in headline, lead and body, as one row with several evidence.

A headline's figure is evidence of the row of the body that has it, perhaps rounded. Two figures of
the body are one row where the words around both make that likely (:mod:`arnlp.facts.retold`), less so
where they measure the same and nothing that both tell differs. The fuller of the two is kept, takes
over what only the other tells, and of what both tell what is surer. Where headline and body measure
the same and give values of which neither rounds the other, a warning names both places.
"""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.figure import Argument, Figure
from arnlp.facts.phrases import tokens_of
from arnlp.facts.retold import ROUNDING, Retold, bare, digits_of, edtf_of
from arnlp.lexicon import senses as S

_HEADS = ("headline", "subheadline")
_LIKELY = 0.7  # how likely two figures are one, from where on they are joined
_LIKELY_ALIKE = 0.5  # and from where on where their arguments agree too
_ARGUMENTS = ("subject", "group", "place", "source")
_SURER = ("measure", "subject", "group", "place")  # of which it is known how likely they are
_TOLD = ("direction", "relation")

Words = frozenset[str]
Rows = dict[tuple[str, str | None], list[Figure]]


def join_repeats(cursor: Cursor, analysis: Analysis, figures: list[Figure]) -> list[Figure]:
    """Return the figures without those that say another once more; those are its evidence."""
    heads = [f for f in figures if is_head(analysis, f)]
    body = [f for f in figures if not is_head(analysis, f)]
    rows = _joined(cursor, body, Retold(cursor, figures))
    if not heads:
        return rows
    known: Rows = {}
    for row in rows:
        known.setdefault((row.quantity.kind, row.quantity.unit), []).append(row)
    left: list[Figure] = []
    for head in heads:
        alike = known.get((head.quantity.kind, head.quantity.unit), [])
        said = _repeated(cursor, head, alike)
        if said is None:
            left.append(head)
            _warn_of_contradiction(cursor, head, alike)
        else:
            said.evidence += head.evidence
    return [*left, *rows]


def is_head(analysis: Analysis, figure: Figure) -> bool:
    """Tell whether a figure stands in a headline."""
    return analysis.index.section_at(figure.quantity.start) in _HEADS


# -- within the body ------------------------------------------------------------------------------


def _joined(cursor: Cursor, figures: list[Figure], retold: Retold) -> list[Figure]:
    """Return the figures of a body, those that it gives twice as one."""
    row_of = {id(figure): [figure] for figure in figures}  # what is kept of the row that each is of
    for figure in figures:
        said = _said_before(cursor, figure, retold)
        if said is not None:
            row = row_of[id(figure)] = row_of[id(said)]
            row[0], other = _ordered(row[0], figure)
            _take_over(row[0], other)
    return [figure for figure in figures if row_of[id(figure)][0] is figure]


def _said_before(cursor: Cursor, figure: Figure, retold: Retold) -> Figure | None:
    """Return the earlier figure that a figure repeats, the likeliest one."""
    best, most = None, 0.0
    for other in retold.before(figure):
        likely = retold.likely(other, figure)
        if likely > most:
            best, most = other, likely
    if best is None or most < _LIKELY_ALIKE:
        return None
    return best if most >= _LIKELY or _agree(cursor, best, figure) else None


def _ordered(a: Figure, b: Figure) -> tuple[Figure, Figure]:
    """Return of two figures that are one the exacter and fuller one first."""
    digits = [digits_of(float(figure.quantity.value)) for figure in (a, b)]
    if digits[0] != digits[1]:
        return (a, b) if digits[0] > digits[1] else (b, a)
    return (a, b) if _fullness(a) >= _fullness(b) else (b, a)


def _agree(cursor: Cursor, a: Figure, b: Figure) -> bool:
    """Tell whether two figures of one amount may be one: what they measure is, and nothing that both tell differs."""
    sentence_of, measured = cursor.tagged.sentence_of, _words(cursor, a.measure)
    if not measured or measured != _words(cursor, b.measure) or a.type != b.type:
        return False
    if sentence_of[a.quantity.first] == sentence_of[b.quantity.first] or a.modality != b.modality:
        return False
    if a.period is not None and b.period is not None and edtf_of(a) != edtf_of(b):
        return False
    if a.previous is not None and b.previous is not None and a.previous.value != b.previous.value:
        return False
    for name in _TOLD:
        if None not in (told := {getattr(a, name), getattr(b, name)}) and len(told) > 1:
            return False
    return all(_same(cursor, getattr(a, name), getattr(b, name)) for name in _ARGUMENTS)


def _same(cursor: Cursor, a: Argument | None, b: Argument | None) -> bool:
    """Tell whether two arguments name the same, or one of them nothing."""
    if a is None or b is None or a == b:
        return True
    if a.entity is not None or b.entity is not None:
        return a.entity is b.entity
    return _words(cursor, a) == _words(cursor, b)


def _fullness(figure: Figure) -> int:
    """Return how many fields a figure fills."""
    names = ("measure", *_ARGUMENTS, *_TOLD, "period", "previous")
    return sum(getattr(figure, name) is not None for name in names)


def _take_over(row: Figure, other: Figure) -> None:
    """Let a row take the evidence of another, what only that one tells, and what it tells more surely."""
    row.evidence += other.evidence
    for name in _SURER:
        surer = other.likely.get(name, 0.0) > row.likely.get(name, 0.0)
        if surer and None not in (getattr(row, name), getattr(other, name)):
            setattr(row, name, getattr(other, name))
            row.likely[name] = other.likely[name]
    if row.period is None and other.period is not None:
        row.period, row.carried = other.period, True
    for name in (*_ARGUMENTS, *_TOLD, "previous"):
        if getattr(row, name) is None:
            setattr(row, name, getattr(other, name))
    if not row.readings:
        row.readings = other.readings


# -- headline and body ----------------------------------------------------------------------------


def _repeated(cursor: Cursor, head: Figure, rows: list[Figure]) -> Figure | None:
    """Return the row of the body that a headline's figure repeats: the nearest in value, of its measure."""
    value, words = float(head.quantity.value), _words(cursor, head.measure)
    near = [
        (abs(value - other), words != _words(cursor, row.measure), i)
        for i, row in enumerate(rows)
        if abs(value - (other := float(row.quantity.value))) <= ROUNDING * abs(other)
    ]
    return rows[min(near)[-1]] if near else None


def _warn_of_contradiction(cursor: Cursor, head: Figure, rows: list[Figure]) -> None:
    """Warn where the body gives another value for what a headline measures, and only one."""
    words = _words(cursor, head.measure)
    if not words:
        return
    of_it = [row for row in rows if row.type == head.type and _words(cursor, row.measure) == words]
    if len(of_it) != 1 or not _same_time(head, of_it[0]) or head.direction != of_it[0].direction:
        return
    text, (a, b) = cursor.tagged.text, (head.quantity, of_it[0].quantity)
    first, second = text[a.start : a.end], text[b.start : b.end]
    cursor.context.warn(
        "contradicting_figures",
        f"the headline gives {first} ({a.start} to {a.end}), the text {second} ({b.start} to {b.end})",
        a.start,
        a.end,
    )


def _same_time(a: Figure, b: Figure) -> bool:
    return a.period is None or b.period is None or edtf_of(a) == edtf_of(b)


def _words(cursor: Cursor, argument: Argument | None) -> Words:
    """Return the words of an argument that tell what it is, without clitics and the article."""
    if argument is None:
        return frozenset()
    tokens = range(*tokens_of(cursor, argument.start, argument.end))
    told = [j for j in tokens if not cursor.mask(j) & (S.STOP | S.MEASURE | S.COMMA)]
    return frozenset(bare(cursor, j) for j in told or tokens)
