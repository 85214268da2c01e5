"""Changes that the rules leave open: which word of its sentence, if any, moved a figure.

Where :mod:`arnlp.facts.moves` finds no mover that it can be sure of, each word around the figure that rises or
falls is weighed against none, by how it stands to the figure and what stands between: a log-linear model
(``move_weights.tsv``, learnt from gold rows by ``tests/generate/learn_moves.py``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from math import exp
from typing import NamedTuple

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.clauses import is_relation
from arnlp.facts.compared import Levels
from arnlp.facts.leads import denies, is_from, is_in_points, relation_of
from arnlp.facts.movers import RELATIVE, chained, is_measured, may_move, mover_direction
from arnlp.facts.moves import Move, Moves
from arnlp.facts.paths import has_agent, leaves_other
from arnlp.facts.phrases import token_before
from arnlp.facts.predicates import is_of, words
from arnlp.facts.weights import weights_in
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.quantities import QuantityMention
from arnlp.text.clitics import AND, BY, SO, TO, opening

_BACK = 40  # tokens from a mover to its figure
_AHEAD = 16  # from a figure to a mover behind it
_MOST = 3  # movers on either side
_STEPS = (1, 2, 3, 5, 8, 12, 17, 25)  # of distances
_FLOOR = 0.6  # how likely a change has to be
_NEVER = ("rank", "duration", "multiplier")  # kinds of figures that only sure words move

Weights = dict[str, float]


class Option(NamedTuple):
    """A word that may have moved a figure, in a direction, by it or to it, and what tells so by name."""

    mover: int
    direction: str
    relation: str
    features: list[str]


class OpenMoves:
    """The words of a sentence that may have moved its figures, of which ``figures`` are asked.

    ``moves`` are those that are known, ``levels`` what its figures are compared with.
    """

    def __init__(
        self, cursor: Cursor, analysis: Analysis, wording: Wording,
        figures: Sequence[QuantityMention], moves: Moves, levels: Levels,
    ) -> None:  # fmt: skip
        self._cursor, self._wording, self._levels = cursor, wording, levels
        self._quantity_at = analysis.index.quantity_at
        self._figures, self._moves = figures, moves
        self._first, last = cursor.tagged.sentences[cursor.tagged.sentence_of[figures[0].first]]
        low, high = figures[0].first - _BACK, figures[-1].last + _AHEAD
        around = range(max(self._first, low), min(last, high))
        told = ((j, mover_direction(cursor, wording, j)) for j in around)
        self.movers = {
            j: direction
            for j, direction in told
            if direction is not None and not is_measured(cursor, wording, j)
        }
        self._places = list(self.movers)
        # By and to, by the mover of figures with a known move.
        self._claims: dict[int, set[str]] = {}
        for move in filter(None, moves.values()):
            self._claims.setdefault(move.mover, set()).add(move.relation)

    def read(self) -> Iterator[tuple[int, Move]]:
        """Yield the moves that figures are likely to have, each with the first token of its figure."""
        if not self.movers:
            return
        known = weights()
        for figure in self._figures:
            options = self.options(figure)
            move = _likeliest(options, none_of(figure, options), known)
            if move is not None and not self._is_kept(figure, move):
                yield figure.first, move

    def _is_kept(self, figure: QuantityMention, move: Move) -> bool:
        """Tell whether a figure stays as it is: its words deny the move, tell who acts, or what moved is another."""
        if denies(self._cursor, figure, move.direction):
            return True
        between = map(self._quantity_at, range(move.mover + 1, figure.first))
        source = next((q for q in between if q is not None and is_from(self._cursor, q)), None)
        return leaves_other(source, figure) or has_agent(self._cursor, self._wording, figure)

    def options(self, figure: QuantityMention) -> list[Option]:
        """Return what may have moved a figure, the nearest words first on either side."""
        own = self._of_figure(figure)
        added = is_in_points(self._cursor, figure)
        relations = ("by",) if added else ("to",) if self._is_level(figure) else ("by", "to")
        out = []
        for side, near in self._near(figure).items():
            for seen, mover in enumerate(near):
                direction = chained(
                    self._cursor, self._wording, mover, self._first, self.movers[mover]
                )
                told = [
                    f"seen:{seen}",
                    *self._of_mover(figure, mover),
                    *self._between(figure, mover),
                ]
                for relation in relations:
                    features = _named(relation, side, own, told)
                    out.append(Option(mover, direction, relation, features))
        return out

    def _is_level(self, figure: QuantityMention) -> bool:
        """Tell whether a figure is compared with another level, and nothing says that it is by how much."""
        compared = self._levels.of.get(figure.first)
        level = compared is not None and compared.quantity is not None
        return level and relation_of(self._cursor, figure) != "by"

    def _near(self, figure: QuantityMention) -> dict[str, list[int]]:
        """Return the nearest movers before and behind a figure."""
        places = self._places
        low, high = bisect_left(places, figure.first - _BACK), bisect_left(places, figure.first)
        behind = bisect_left(places, figure.last), bisect_left(places, figure.last + _AHEAD)
        return {
            "before": self._first_of(places[low:high][::-1], figure),
            "behind": self._first_of(places[slice(*behind)], figure),
        }

    def _first_of(self, places: list[int], figure: QuantityMention) -> list[int]:
        """Return the first places whose words may move a figure."""
        cursor, wording = self._cursor, self._wording
        return list(islice((j for j in places if may_move(cursor, wording, j, figure)), _MOST))

    def _of_figure(self, figure: QuantityMention) -> list[str]:
        """Return what tells by itself how a figure is a change."""
        cursor = self._cursor
        near = token_before(cursor, figure.first)
        kind, led = _kind(figure), relation_of(cursor, figure)
        told = {
            "compared": figure.first in self._levels.of,
            "from": is_from(cursor, figure),
            "bracket": cursor.norm(figure.first - 1) == "(",
            "points": cursor.norm(figure.last - 1) in words("points"),
            "reached": is_of(self._wording.lemma(near), "reach", "close"),
        }
        return [
            f"kind:{kind}",
            f"led:{led}",
            f"kind:{kind}:led:{led}",
            f"near:{' '.join(cursor.norm(near).split())}",
            f"behind:{' '.join(cursor.norm(figure.last).split())}",
            *(name for name, holds in told.items() if holds),
        ]

    def _of_mover(self, figure: QuantityMention, mover: int) -> list[str]:
        """Return what tells that a word moves a figure, whatever stands between."""
        cursor, wording = self._cursor, self._wording
        entry, pos, lemma = cursor.entries[mover], wording.pos(mover), wording.lemma(mover)
        before = mover < figure.first
        away = figure.first - mover if before else mover - figure.last + 1
        kind, opened = _kind(figure), opening(entry.norm)
        told = {
            "led-by": entry.led & BY,
            "definite": entry.definite,
            "free": pos in ("NOUN", "ADJ") and entry.norm.endswith("ا"),
            f"opening:{opened}": opened in (AND, SO, TO),
        }
        claims = self._claims.get(mover, ())
        return [
            f"away:{sum(away > step for step in _STEPS)}",
            f"pos:{pos}",
            f"pos:{pos}:{kind}",
            f"lemma:{lemma}",
            f"lemma:{lemma}:{kind}",
            *(name for name, holds in told.items() if holds),
            *(sorted(f"claimed:{relation}" for relation in claims) or ["unclaimed"]),
            *self._of_clauses(figure, mover),
        ]

    def _of_clauses(self, figure: QuantityMention, mover: int) -> list[str]:
        """Return how the clauses of a figure and of a mover stand to each other."""
        wording = self._wording
        here, there = wording.clause(figure.first), wording.clause(mover)
        if here is None or there is None:
            return []
        if here is there:
            stands = "same"
        elif any(one is there for one in wording.above(figure.first)):
            stands = "above"
        else:
            below = any(one is here for one in wording.above(mover))
            stands = "below" if below else "other"
        at = wording.at(mover)
        leads = at is not None and there.predicate == at[1]
        return [f"clause:{stands}", *(["predicate"] if leads else ())]

    def _between(self, figure: QuantityMention, mover: int) -> list[str]:
        """Return what stands between a mover and a figure."""
        cursor, wording = self._cursor, self._wording
        j, last = (mover + 1, figure.first) if mover < figure.first else (figure.last, mover)
        names = ("commas", "joins", "figures", "verbs", "reached", "movers", "clauses", "ends")
        met = dict.fromkeys(names, 0)
        while j < last:
            other = self._quantity_at(j)
            if other is not None:
                met["figures"] += other.kind != "duration"
                j = max(j + 1, other.last)
                continue
            mask = cursor.mask(j)
            met["commas"] += bool(mask & S.COMMA)
            met["ends"] |= bool(mask & (S.END_MARK | S.COLON))
            met["clauses"] += bool(mask & S.COMPLEMENTIZER) or is_relation(cursor, j, "clause")
            met["joins"] += opening(cursor.norm(j)) == AND
            if wording.pos(j) in ("VERB", "AUX"):
                met["reached" if is_of(wording.lemma(j), "reach", "close") else "verbs"] += 1
            met["movers"] += j in self.movers
            j += 1
        told = [f"{name}:{min(many, 2)}" for name, many in met.items()]
        return [*told, f"figures:{min(met['figures'], 2)}:{_kind(figure)}"]


def none_of(figure: QuantityMention, options: Sequence[Option]) -> list[str]:
    """Return what tells that nothing moved a figure."""
    many = min(3, len({option.mover for option in options}))
    return ["none", f"none:{_kind(figure)}", f"none:{many}"]


def may_be_moved(figure: QuantityMention) -> bool:
    """Tell whether what moved a figure may be asked of: it has no order, no length and no sign, and is not nothing."""
    return figure.kind not in _NEVER and figure.value > 0


def shares_of(options: Sequence[Option], none: Sequence[str], known: Weights) -> list[float]:
    """Return how likely each option is; what is left is how likely none is.

    >>> [round(share, 2) for share in shares_of([Option(0, "increase", "by", ["near"])], ["none"], {})]
    [0.5]
    """
    scores = [sum(known.get(name, 0.0) for name in told) for *_, told in options]
    scores.append(sum(known.get(name, 0.0) for name in none))
    most = max(scores)
    parts = [exp(score - most) for score in scores]
    total = sum(parts)
    return [part / total for part in parts[:-1]]


def changes_of(
    options: Sequence[Option], none: Sequence[str], known: Weights
) -> dict[tuple[str, str], list[tuple[float, int]]]:
    """Return by direction and relation how likely each word is to have moved a figure so."""
    told: dict[tuple[str, str], list[tuple[float, int]]] = {}
    for option, share in zip(options, shares_of(options, none, known), strict=True):
        told.setdefault((option.direction, option.relation), []).append((share, option.mover))
    return told


def likeliest(
    told: Mapping[tuple[str, str], Sequence[tuple[float, int]]],
) -> tuple[tuple[str, str], float] | None:
    """Return the likeliest change with how likely it is, nothing where there is none."""
    likely = ((change, sum(share for share, _ in movers)) for change, movers in told.items())
    return max(likely, key=lambda entry: entry[1], default=None)


def _likeliest(options: list[Option], none: list[str], known: Weights) -> Move | None:
    """Return the likeliest change, nothing where it is not likely enough."""
    told = changes_of(options, none, known)
    best = likeliest(told)
    if best is None or best[1] < _FLOOR:
        return None
    change = best[0]
    return Move(*change, max(told[change])[1], open=True)


def _named(relation: str, side: str, own: list[str], told: list[str]) -> list[str]:
    """Return the features of a word on a side of a figure, alone and with the relation."""
    return [
        relation,
        f"{relation}:{side}",
        *(f"{relation}:{name}" for name in own),
        *(f"{side}:{name}" for name in told),
        *(f"{relation}:{side}:{name}" for name in told),
    ]


def _kind(figure: QuantityMention) -> str:
    return "share" if figure.kind in RELATIVE else figure.kind


@cache
def weights() -> Weights:
    """Return the weights of the model by name."""
    return weights_in("move_weights.tsv")
