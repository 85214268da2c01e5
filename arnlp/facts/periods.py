"""When: the period of each figure, chosen among the time expressions of its sentence and those before.

A period stands in the figure's sentence, or is carried on: from the figure before, from one of the
sentences before, from the lead, the headline, the first longer time that the text names. What speaks
for each (:mod:`arnlp.facts.time_features`) is weighed by ``period_weights.tsv``; so is that there is
none. That is the first round; in a second one a small network (:mod:`arnlp.facts.period_network`) also
knows what the figures on both sides seem to be of, and another what the text says
(:mod:`arnlp.facts.time_reader`). ``tests/generate/learn_periods.py`` learns the former two from gold rows,
``tests/generate/learn_times.py`` the last; the page of facts tells how right they are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from arnlp.dates import DateMention
from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.compared import Levels
from arnlp.facts.moves import Moves
from arnlp.facts.period_network import Around, Choices, network
from arnlp.facts.period_words import PeriodWords
from arnlp.facts.predicates import words
from arnlp.facts.reader import Reading
from arnlp.facts.respective import pair_periods
from arnlp.facts.time_features import Case, of_candidate, of_none
from arnlp.facts.time_figures import traits_of
from arnlp.facts.time_reader import with_times
from arnlp.facts.time_roles import grain, roles_of
from arnlp.facts.weights import weights_in
from arnlp.facts.wording import Wording
from arnlp.lexicon import senses as S
from arnlp.quantities import QuantityMention

RARE = 0.4  # what a rare feature counts
_BACK = 3  # sentences back in which a period is looked for
_NEAR = 80  # tokens from a figure to a period of its sentence
_CHOSEN = 30  # figures before that tell whether periods are carried on
_LIST = 8  # tokens between two figures of a list
_MOST = 6  # time expressions of a sentence on either side of a figure
_LEAD, _FRAME = 500, 700  # characters of the body in which its frames stand
_HEADS = ("headline", "subheadline")
_LONGER = ("month", "part", "year")

Candidate = tuple[DateMention, bool]  # and whether it stands in the figure's sentence
# What may be chosen for a figure, None first, each with what speaks for it.
Options = list[tuple[DateMention | None, list[str]]]


@cache
def weights() -> dict[str, float]:
    """Return the weights of features; rare ones count less."""
    known = weights_in("period_weights.tsv")
    return {name: weight * (RARE if name[0] == "#" else 1.0) for name, weight in known.items()}


class Periods:
    """The periods of the figures of a text: read sentence by sentence in their order, then settled."""

    def __init__(self, cursor: Cursor, analysis: Analysis, wording: Wording) -> None:
        self.cursor, self.analysis, self.wording = cursor, analysis, wording
        dateline = analysis.dateline
        self.dates = [
            d
            for d in analysis.dates
            if d.kind in ("date", "interval")
            and d.stretch is not None
            and not (dateline is not None and dateline.first <= d.first < dateline.last)
        ]
        sentence_of = cursor.tagged.sentence_of
        self._of_sentence: dict[int, list[DateMention]] = {}
        for mention in self.dates:
            self._of_sentence.setdefault(sentence_of[mention.first], []).append(mention)
        self._frames = self._find_frames()
        self._roles: dict[int, tuple[str, ...]] = {}
        self._paragraph = _paragraphs(cursor)
        self._stretches = len({(d.stretch.first, d.stretch.last) for d in self.dates if d.stretch})
        self._last: QuantityMention | None = None
        self.chosen: list[DateMention | None] = []
        self._words = PeriodWords(cursor, wording)
        self._asked: list[Choices] = []
        self._read: list[list[QuantityMention]] = []  # the figures of each sentence

    def _find_frames(self) -> dict[str, DateMention | None]:
        """Return the time expressions that may govern the whole text."""
        section_at = self.analysis.index.section_at
        body = next((p.start for p in self.analysis.sections if p.kind == "body"), None)
        low = body or 0
        first = next((d for d in self.dates if section_at(d.start) not in _HEADS), None)
        lead = (
            first if first is not None and body is not None and first.start - body < _LEAD else None
        )
        longer = (d for d in self.dates if d.start < low + _FRAME and grain(d) in _LONGER)
        head = (d for d in self.dates if section_at(d.start) in _HEADS)
        return {"lead": lead, "frame": next(longer, None), "head": next(head, None)}

    def read(self, figures: list[QuantityMention], moves: Moves, levels: Levels) -> None:
        """Read the figures of the next sentence: what may be their periods, and the first choice."""
        for figure in figures:
            choices, told, words = self.weigh(figure, figures, moves, levels)
            choices.sums = network().sums([*a, *b] for a, b in zip(told, words, strict=True))
            self._asked.append(choices)
            self.take(figure, choices.mentions[choices.scores.index(max(choices.scores))])
        self._read.append(figures)

    def weigh(
        self,
        figure: QuantityMention,
        figures: list[QuantityMention],
        moves: Moves,
        levels: Levels,
    ) -> tuple[Choices, list[list[str]], list[list[str]]]:
        """Return what may be the period of a figure with its weight, and its features of the first and second round."""
        options, known = self.options(figure, figures, moves, levels), weights()
        mentions = [mention for mention, _ in options]
        told = [names for _, names in options]
        scores = [sum(known.get(name, 0.0) for name in names) for names in told]
        number = self.cursor.tagged.sentence_of[figure.first]
        return Choices(number, mentions, scores), told, self._words.of(figure, mentions)

    def settle(
        self, reading: Reading | None = None
    ) -> Iterator[list[tuple[DateMention | None, float]]]:
        """Yield the periods of the figures of each sentence that was read, with how likely each is right.

        What the reader says of the times has its part, where there is a ``reading``.
        """
        around, second = Around(self._asked), network()
        stop = 0
        for figures in self._read:
            start, stop = stop, stop + len(figures)
            chosen: list[tuple[DateMention | None, float]] = []
            for at in range(start, stop):
                one = self._asked[at]
                shares = second.shares(one.sums, around.of(at))
                if reading is not None:
                    shares = with_times(shares, reading, figures[at - start], one.mentions)
                best = int(shares.argmax())
                chosen.append((one.mentions[best], float(shares[best])))
            self._of_lists(figures, chosen)
            self._of_pairs(figures, chosen)
            yield chosen

    def _of_lists(
        self, figures: list[QuantityMention], chosen: list[tuple[DateMention | None, float]]
    ) -> None:
        """Let figures of a list have the period behind its last one: 5 plays and 3 films in March."""
        for i in range(len(figures) - 2, -1, -1):
            period, figure, following = chosen[i + 1][0], figures[i], figures[i + 1]
            if chosen[i][0] is None and period is not None and period.first >= following.last:
                gap = range(figure.last, following.first)
                if figure.kind == following.kind and len(gap) <= _LIST and self._joins(gap):
                    chosen[i] = chosen[i + 1]

    def _of_pairs(
        self, figures: list[QuantityMention], chosen: list[tuple[DateMention | None, float]]
    ) -> None:
        """Let figures told one after the other have the periods told so: respectively, على التوالي."""
        if len(figures) < 2:
            return
        number = self.cursor.tagged.sentence_of[figures[0].first]
        last = self.cursor.tagged.sentences[number][1]
        pairs = pair_periods(self.cursor, self._of_sentence.get(number, []), figures, last)
        for at, figure in enumerate(figures):
            if figure.first in pairs:
                chosen[at] = pairs[figure.first], chosen[at][1]

    def _joins(self, gap: range) -> bool:
        """Tell whether what stands between two figures joins them in a list: a comma, and; no verb, no end."""
        return not any(map(self._parts, gap)) and any(
            self.cursor.is_and(k) or self.cursor.mask(k) & S.COMMA for k in gap
        )

    def _parts(self, k: int) -> bool:
        """Tell whether a word between two figures parts them: a verb, a mark that ends something."""
        mask = self.cursor.mask(k)
        return self.wording.pos(k) in ("VERB", "AUX") or bool(mask & (S.END_MARK | S.COLON))

    def take(self, figure: QuantityMention, period: DateMention | None) -> None:
        """Note the period chosen for a figure."""
        self._last = figure
        self.chosen.append(period)

    def options(
        self,
        figure: QuantityMention,
        figures: list[QuantityMention],
        moves: Moves,
        levels: Levels,
    ) -> Options:
        """Return what may be the period of a figure, each with what speaks for it."""
        moved = moves.get(figure.first) is not None
        here = self._around(
            figure, self._of_sentence.get(self.cursor.tagged.sentence_of[figure.first], [])
        )
        figures = [q for q in figures if abs(q.first - figure.first) <= _NEAR]
        used = levels.periods
        traits = traits_of(self.cursor, self.analysis, self.wording, figure, moved, self._last)
        case = Case(
            self.cursor, self.wording, figure, traits, figures, here, used, self._last,
            self.chosen[-_CHOSEN:], self._paragraph, self._frames, self._stretches,
        )  # fmt: skip
        out: Options = [(None, list(of_none(case)))]
        for mention, stands_here in self._candidates(figure, here, used):
            if stands_here and self._is_to_come(figure, mention):
                continue
            roles = self._roles_of(mention)
            if "of_found" in roles and not self._is_of_one_clause(figure, mention):
                continue  # founded in 1998, it has 45 branches
            out.append((mention, of_candidate(case, mention, roles, stands_here)))
        if "l:en" in traits:
            return [(mention, [*map(_english, told)]) for mention, told in out]
        return out

    def _is_to_come(self, figure: QuantityMention, mention: DateMention) -> bool:
        """Tell whether a time is that of a further clause about the future (فيما ستفتتح في 2026), or of a figure behind."""
        if mention.first < figure.last:
            return False
        if self.cursor.mask(mention.last) & S.COLON:  # (2022: 805,300 tonnes)
            return True
        between = range(figure.last, mention.first)
        if any(
            self.cursor.mask(j) & S.FUTURE or self.wording.noun(j) in words("may") for j in between
        ):
            return True
        own, other = self.wording.clause(figure.first), self.wording.clause(mention.first)
        if own is None or other is None or own is other:
            return False
        return other.tense == "future" and own.tense == "past" and own.predicate < other.predicate

    def _is_of_one_clause(self, figure: QuantityMention, mention: DateMention) -> bool:
        own = self.wording.clause(figure.first)
        return own is not None and own is self.wording.clause(mention.first)

    def _around(self, figure: QuantityMention, here: list[DateMention]) -> list[DateMention]:
        """Return the time expressions of a sentence that are near a figure."""
        at = bisect_left(here, figure.first, key=lambda mention: mention.first)
        near = here[max(0, at - _MOST) : at + _MOST]
        return [m for m in near if abs(m.first - figure.first) <= _NEAR]

    def _roles_of(self, mention: DateMention) -> tuple[str, ...]:
        known = self._roles.get(mention.first)
        if known is None:
            known = self._roles[mention.first] = roles_of(self.cursor, self.wording, mention)
        return known

    def _candidates(
        self, figure: QuantityMention, here: list[DateMention], used: set[int]
    ) -> list[Candidate]:
        number = self.cursor.tagged.sentence_of[figure.first]
        found: dict[int, Candidate] = {
            m.first: (m, True)
            for m in here
            if not (m.first < figure.last and figure.first < m.last)
            and m.first not in used
            and not m.occasion  # بمناسبة اليوم العالمي للسكان, بلغ العدد
        }
        before = [self.chosen[-1] if self.chosen else None]
        for back in range(1, _BACK + 1):
            before += self._of_sentence.get(number - back, [])[: -_MOST - 1 : -1]
        before += self._frames.values()
        own = {m.first for m in here}
        for mention in before:
            if mention is not None and mention.first < figure.first and mention.first not in own:
                found.setdefault(mention.first, (mention, False))
        return list(found.values())


def _english(name: str) -> str:
    """Return the name of a feature of an English figure."""
    return f"#en:{name[1:]}" if name[0] == "#" else f"en:{name}"


def _paragraphs(cursor: Cursor) -> list[int]:
    """Return of each token the number of its paragraph."""
    tagged = cursor.tagged
    out: list[int] = []
    number = 0
    end = 0
    for stop in tagged.ends:
        number += "\n" in tagged.text[end:stop]
        out.append(number)
        end = stop
    return out
