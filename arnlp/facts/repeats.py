"""A figure said several times, in headline, lead and body, as one row with several evidence.

A headline's figure is evidence of the row of the body that has it, perhaps rounded. Two figures of
the body are one row where value and measure are the same and nothing that both tell differs. The
fuller of the two is kept, and takes over what only the other tells. Where headline and body measure
the same and give values of which neither rounds the other, a warning names both places.
"""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.figure import Argument, Figure
from arnlp.facts.phrases import tokens_of
from arnlp.lexicon import senses as S
from arnlp.text.clitics import THE, written

_HEADS = ("headline", "subheadline")
_ROUNDING = 0.05  # by how much a headline rounds
_LEAST = 3  # of a count that is told twice: the text may well count two of the same twice
_MOST_ALIKE = 8  # rows of one value that a further one is held against
_ARGUMENTS = ("subject", "group", "place", "source")
_TOLD = ("direction", "relation")

Words = frozenset[str]
Rows = dict[tuple[str, str | None], list[Figure]]


def join_repeats(cursor: Cursor, analysis: Analysis, figures: list[Figure]) -> list[Figure]:
    """Return the figures without those that say another once more; those are its evidence."""
    heads = [f for f in figures if _is_head(analysis, f)]
    body = [f for f in figures if not _is_head(analysis, f)]
    rows = _joined(cursor, body)
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


def _is_head(analysis: Analysis, figure: Figure) -> bool:
    return analysis.index.section_at(figure.quantity.start) in _HEADS


# -- within the body ------------------------------------------------------------------------------


def _joined(cursor: Cursor, figures: list[Figure]) -> list[Figure]:
    """Return the figures of a body, those that it gives twice as one."""
    rows: dict[object, list[Figure]] = {}
    gone: set[int] = set()
    for figure in figures:
        quantity, words = figure.quantity, _words(cursor, figure.measure)
        if not words or (quantity.kind == "count" and quantity.value < _LEAST):
            continue
        key = (figure.type, quantity.kind, quantity.unit, quantity.value, quantity.value_max, words)
        before = rows.setdefault(key, [])
        row = next((row for row in before if _agree(cursor, row, figure)), None)
        if row is None:
            if len(before) < _MOST_ALIKE:
                before.append(figure)
            continue
        kept, other = (row, figure) if _fullness(row) >= _fullness(figure) else (figure, row)
        _take_over(kept, other)
        before[before.index(row)] = kept
        gone.add(id(other))
    return [figure for figure in figures if id(figure) not in gone]


def _agree(cursor: Cursor, a: Figure, b: Figure) -> bool:
    """Tell whether two figures of one value and measure may be one: nothing that both tell differs."""
    sentence_of = cursor.tagged.sentence_of
    if sentence_of[a.quantity.first] == sentence_of[b.quantity.first]:
        return False
    if a.modality != b.modality:
        return False
    if a.period is not None and b.period is not None and _edtf(a) != _edtf(b):
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


def _edtf(figure: Figure) -> str | None:
    stretch = figure.period.stretch if figure.period is not None else None
    return stretch.edtf if stretch is not None else None


def _fullness(figure: Figure) -> int:
    """Return how many fields a figure fills."""
    names = ("measure", *_ARGUMENTS, *_TOLD, "period", "previous")
    return sum(getattr(figure, name) is not None for name in names)


def _take_over(row: Figure, other: Figure) -> None:
    """Let a row take the evidence of another, and what only that one tells."""
    row.evidence += other.evidence
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
        if abs(value - (other := float(row.quantity.value))) <= _ROUNDING * abs(other)
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
    return a.period is None or b.period is None or _edtf(a) == _edtf(b)


def _words(cursor: Cursor, argument: Argument | None) -> Words:
    """Return the words of an argument that tell what it is, without clitics and the article."""
    if argument is None:
        return frozenset()
    tokens = range(*tokens_of(cursor, argument.start, argument.end))
    told = [j for j in tokens if not cursor.mask(j) & (S.STOP | S.MEASURE | S.COMMA)]
    return frozenset(_bare(cursor, j) for j in told or tokens)


def _bare(cursor: Cursor, j: int) -> str:
    entry = cursor.entries[j]
    word = entry.norm[len(entry.clitics) :]
    return word.removeprefix(written(THE)) if entry.definite else word
