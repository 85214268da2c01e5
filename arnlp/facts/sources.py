"""By whose word: how far what somebody says holds, from the words that say so.

The network chooses a source among the phrases around a figure. What the text says of who speaks is
kept to here: reported speech (أن, that) and what stands before an aside (حسبما ذكر, وفق) have their
speaker, so has a quotation; a clause that goes on without naming one (وأضاف أن) has the one before. A
source that is carried on from another sentence has to have said something there, and one without a
name holds for the sentence behind it.
"""

from __future__ import annotations

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.attribution import Attributions, Said
from arnlp.facts.figure import Argument, Figure
from arnlp.facts.subjects import named_by
from arnlp.lexicon import senses as S

_ASIDE = 30  # tokens from a figure to who said it
_BACK = 3  # sentences over which a speaker goes on
_LEAD = 1  # sentences behind the first of the body in which a source speaks for the whole text


def set_sources(cursor: Cursor, analysis: Analysis, figures: list[Figure]) -> list[Figure]:
    """Fill sources that the text tells, and leave out those that it does not; return all figures."""
    if not figures:
        return figures
    telling = _Telling(cursor, analysis)
    last: Figure | None = None
    for figure in figures:
        if figure.source is None:
            figure.source = telling.told(figure, last)
        elif not telling.holds(figure, figure.source):
            figure.source = None
        last = figure
    return figures


class _Telling:
    """What one text says of who speaks."""

    def __init__(self, cursor: Cursor, analysis: Analysis) -> None:
        self.cursor, self.analysis = cursor, analysis
        self.attributions = Attributions(cursor, analysis)
        body = next((p.start for p in analysis.sections if p.kind == "body"), 0)
        self.lead = self._sentence(body) + _LEAD
        self._verbal: dict[int, bool] = {}

    def _sentence(self, offset: int) -> int:
        tagged = self.cursor.tagged
        token = tagged.token_range(offset, offset + 1)[0]
        return tagged.sentence_of[min(token, self.cursor.size - 1)]

    def told(self, figure: Figure, last: Figure | None) -> Argument | None:
        """Return who says a figure by the words of its sentence."""
        quantity = figure.quantity
        number = self.cursor.tagged.sentence_of[quantity.first]
        said = self.attributions.of(number)
        before = [one for one in said if one.token < quantity.first]
        aside = next((o for o in said if o.token >= quantity.last and o.kind == "aside"), None)
        if aside is not None and aside.who is not None:
            if aside.token - quantity.last <= _ASIDE:
                return aside.who
        if before and not self.cursor.is_latin(before[-1].token):
            if self._reports(before[-1], quantity.first) and not before[-1].nobody:
                return before[-1].who or self._before(number, figure, last)
            return None
        for quote in self.analysis.quotes:
            if quote.direct and quote.speaker and quote.start <= quantity.start < quote.end:
                return named_by(quote.speaker.mentions[0], quote.speaker)
        return None

    def _reports(self, one: Said, token: int) -> bool:
        """Tell whether أن leads from what says to a figure."""
        between = range(one.token + 1, token)
        return any(self.cursor.mask(j) & S.COMPLEMENTIZER for j in between)

    def _before(self, number: int, figure: Figure, last: Figure | None) -> Argument | None:
        """Return who spoke before: whom a clause without a speaker goes on with."""
        sentence_of = self.cursor.tagged.sentence_of
        if last is not None and last.source is not None:
            if number - sentence_of[last.quantity.first] <= _BACK:
                return last.source
        for back in range(1, _BACK + 1):
            named = [one.who for one in self.attributions.of(max(0, number - back)) if one.who]
            if named:
                return named[-1]
        return None

    def holds(self, figure: Figure, source: Argument) -> bool:
        """Tell whether a source that stands in another sentence may hold for a figure."""
        quantity = figure.quantity
        number = self.cursor.tagged.sentence_of[quantity.first]
        before = [o for o in self.attributions.of(number) if o.token < quantity.first]
        if before and before[-1].nobody and self._reports(before[-1], quantity.first):
            return False
        place = self._sentence(source.start)
        if before or place >= number:
            return True
        if not self.attributions.speaks(place) and self._is_verbal(place):
            return False
        if source.entity is None and place > self.lead:
            return number - place <= 1
        return True

    def _is_verbal(self, number: int) -> bool:
        """Tell whether a sentence is none of a letterhead or heading: whether a verb stands in it."""
        known = self._verbal.get(number)
        if known is None:
            first, last = self.cursor.tagged.sentences[number]
            pos = self.analysis.wording.pos
            known = any(pos(j) == "VERB" for j in range(first, last))
            self._verbal[number] = known
        return known
