"""Which sentences facts will look into, so that they are parsed together and the others not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from arnlp.facts.analysis import Analysis
from arnlp.facts.figure import Figure
from arnlp.facts.nouns import headline_of
from arnlp.facts.passing import is_passed_over


def read_quantities(analysis: Analysis) -> None:
    """Parse the sentences of all quantities that may make rows."""
    if not analysis.quantities:
        return
    sentences = analysis.wording.sentences
    wanted = (q.start for q in analysis.quantities if not is_passed_over(analysis.cursor, q))
    sentences.trees.read(_numbers(analysis, wanted))


def read_around(analysis: Analysis, figures: list[Figure]) -> None:
    """Parse what may tell more of figures: the sentences before them, heading and lead, what they stand under, the topics."""
    if not figures:
        return
    sentences = analysis.wording.sentences
    own = set(_numbers(analysis, (figure.quantity.start for figure in figures)))
    headline = headline_of(analysis, sentences)
    wanted = {number - 1 for number in own} | {headline, headline + 1}
    passages = analysis.passages
    wanted.update(over for over in map(passages.headings.__getitem__, own) if over >= 0)
    wanted.update(_numbers(analysis, (e.mentions[0].start for e in passages.topics)))
    sentences.trees.read(wanted)


def _numbers(analysis: Analysis, offsets: Iterable[int]) -> Iterator[int]:
    for offset in offsets:
        found = analysis.wording.sentences.word_at(offset)
        if found:
            yield found[0]
