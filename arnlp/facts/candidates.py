"""The phrases that may be an argument of a figure: what it measures, of whom, of which group, where.

Every noun of the figure's sentence heads a candidate, the nearest ones first; from the sentence
before, the heading and the lead come those that its clauses are about; names come as they were found.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from arnlp.facts.analysis import Analysis
from arnlp.facts.feature_names import Key
from arnlp.facts.nouns import Nouns
from arnlp.facts.passages import paragraphs_of
from arnlp.facts.phrase_ends import closed, head_of, leading, trimmed
from arnlp.facts.sameness import Content, often
from arnlp.lexicon import senses as S
from arnlp.names import Entity
from arnlp.quantities import QuantityMention
from arnlp.syntax.clauses import Syntax
from arnlp.syntax.marked import offsets
from arnlp.syntax.sentences import Sentences

BEFORE, BEHIND = 13, 6  # nouns of the figure's sentence on either side
ELSEWHERE = 4  # phrases of another sentence
_OF_HEADING = 3
_TIMES = (0, 1, 2, 3, 5, 9)  # times a word stands in a text that are told apart
_RANKS = 4  # bodies whose place among the most named ones is told


@dataclass(slots=True)
class Candidate:
    """A phrase over ``start`` to ``end`` of the text, with the word that heads it in its sentence.

    ``sentence`` and ``head`` are -1 where it stands in no tree. ``how`` tells why it is one:
    ``noun`` (heads a phrase of the sentence), ``counted`` (the counted noun), ``name``, ``before`` (the
    sentence before), ``headline``, ``lead``, ``heading`` (of the passage), ``topic``.
    """

    start: int
    end: int
    sentence: int
    head: int
    first: int
    stop: int
    how: set[str] = field(default_factory=set)
    entity: Entity | None = None


@dataclass(slots=True)
class _Place:
    """Where a figure stands: its sentence and words."""

    number: int
    first: int
    stop: int


class Candidates:
    """Candidates of the figures of one text."""

    def __init__(self, analysis: Analysis, sentences: Sentences) -> None:
        self.analysis = analysis
        self.sentences = sentences
        self.nouns = Nouns(analysis, sentences)
        # Features of heads, kept as figures of a sentence share them.
        self.head_features: dict[tuple[int, int, str], list[tuple[str, ...]]] = {}
        self._speakers: dict[int, list[Candidate]] = {}
        self.paragraphs = paragraphs_of(analysis.cursor.tagged.text, sentences)
        self._quotes = sorted((q for q in analysis.quotes if q.speaker), key=lambda q: q.start)
        self._quote_starts = [q.start for q in self._quotes]
        passages = analysis.passages
        # Which bodies the text names most: their places by the id of the entity.
        self.ranks = {id(entity): place for place, entity in enumerate(passages.bodies[:_RANKS])}
        self.topics, self.home = passages.topics, passages.home
        self.headings = passages.headings
        self._times = often(analysis.cursor.tagged.text)  # of each content word
        self._often: dict[Content, list[Key]] = {}

    def often(self, words: Content) -> list[Key]:
        """Return the features of how often the text has the rarest and the commonest of content words."""
        known = self._often.get(words)
        if known is None:
            times = sorted(self._times[word] for word in words) or [0]
            least, most = (str(bisect_right(_TIMES, n)) for n in (times[0], times[-1]))
            known = self._often[words] = [("often", least, most, str(min(len(words), 3)))]
        return known

    def place(self, quantity: QuantityMention) -> _Place | None:
        """Return the words of a figure."""
        found = self.sentences.words_between(quantity.start, quantity.end)
        return _Place(*found) if found else None

    def of(self, quantity: QuantityMention) -> list[Candidate]:
        """Return the candidates of a figure, each stretch of the text once."""
        place = self.place(quantity)
        if place is None:
            return []
        found: dict[tuple[int, int], Candidate] = {}
        self._counted(found, quantity, place)
        heads = self.nouns.heads(place.number)
        inside = [w for w in heads if place.first <= w < place.stop]
        before = [w for w in heads if w < place.first]
        behind = [w for w in heads if w >= place.stop]
        near = before[-BEFORE:]
        far = [w for w in before[:-BEFORE] if self.nouns.governed(place.number, w)][:4]
        for word in (*inside, *reversed(near), *behind[:BEHIND], *far):
            self._add(found, place.number, word, "noun", place)
        self._add_names(found, place)
        n = place.number - 1
        if n >= 0:
            for word in self.nouns.main(n)[:ELSEWHERE]:
                self._add(found, n, word, "before", None)
        for number, how in ((self.nouns.headline, "headline"), (self.nouns.headline + 1, "lead")):
            if 0 <= number < place.number - (how == "lead") and number < len(self.sentences.trees):
                for word in self.nouns.main(number)[:3]:
                    self._add(found, number, word, how, None)
        over = self.headings[place.number]
        if over >= 0:
            for word in self.nouns.main(over)[:_OF_HEADING]:
                self._add(found, over, word, "heading", None)
        self._add_speakers(found, place)
        for entity in self.topics:
            mention = entity.mentions[0]
            self._put(found, self.named(mention.start, mention.end, entity), "topic")
            found[mention.start, mention.end].entity = entity
        return list(found.values())

    def named(self, start: int, end: int, entity: Entity | None) -> Candidate:
        """Return a stretch of the text as a candidate."""
        words = self.sentences.words_between(start, end)
        if words is None:
            return Candidate(start, end, -1, -1, -1, -1, entity=entity)
        number, first, stop = words
        head = head_of(self.sentences.syntax(number), first, stop)
        return Candidate(start, end, number, head, first, stop, entity=entity)

    def closed(self, one: Candidate) -> Candidate:
        """Return a phrase without what at its end only leads to a figure."""
        if one.sentence < 0:
            return one
        syntax = self.sentences.syntax(one.sentence)
        stop = closed(self.nouns, syntax, one.sentence, one.head, one.stop)
        return replace(one, stop=stop, end=syntax.tree.ends[stop - 1]) if stop < one.stop else one

    def speakers(self, number: int) -> list[Candidate]:
        """Return who speaks in a sentence: subjects of what says, and those that words are said of."""
        known = self._speakers.get(number)
        if known is None:
            known = self._speakers[number] = []
            tagged = self.analysis.cursor.tagged
            if not self.nouns.has_sense(number, S.SPEECH):
                return known
            syntax = self.sentences.syntax(number)
            for clause in syntax.clauses:
                if clause.subject is None or clause.subject.pronoun or clause.subject.clausal:
                    continue
                token = tagged.token_range(
                    syntax.tree.starts[clause.predicate], syntax.tree.ends[clause.predicate]
                )[0]
                if token < len(tagged.masks) and tagged.masks[token] & S.SPEECH:
                    phrase = clause.subject
                    stop = trimmed(syntax, phrase.head, phrase.short_stop)
                    start, end = offsets(syntax.shape, phrase.short_first, stop)
                    if end > start:
                        known.append(
                            Candidate(start, end, number, phrase.head, phrase.short_first, stop)
                        )
        return known

    def _add_speakers(self, found: dict[tuple[int, int], Candidate], place: _Place) -> None:
        at = self.sentences.trees[place.number].starts[place.first]
        last = bisect_right(self._quote_starts, at) - 1
        quote = self._quotes[last] if last >= 0 and at < self._quotes[last].end else None
        if quote is not None and quote.speaker is not None:
            entity = quote.speaker
            mention = entity.mentions[0]
            self._put(found, self.named(mention.start, mention.end, entity), "speaker")
            for role in mention.roles:
                first = min(role.first, mention.first)
                last = max(role.last, mention.last)
                tagged = self.analysis.cursor.tagged
                if last - first <= role.last - role.first + mention.last - mention.first + 6:
                    span = tagged.start_of(first), tagged.ends[last - 1]
                    self._put(found, self.named(*span, entity), "speaker")
        back = 0
        for number in range(place.number, max(-1, place.number - 5), -1):
            for one in reversed(self.speakers(number)):
                self._put(found, one, f"said{min(back, 2)}")
                back += 1
            if back >= 2:
                break

    def _counted(
        self, found: dict[tuple[int, int], Candidate], quantity: QuantityMention, place: _Place
    ) -> None:
        if not quantity.noun:
            return
        text = self.analysis.cursor.tagged.text
        start = text.find(quantity.noun, quantity.start, quantity.end)
        if start < 0:
            return
        words = self.sentences.words_between(start, start + len(quantity.noun))
        if words is None:
            return
        number, first, stop = words
        syntax = self.sentences.syntax(number)
        head = next(
            (w for w in range(first, stop) if syntax.tree.pos[w] in ("NOUN", "PROPN")), first
        )
        self._put(
            found,
            Candidate(start, start + len(quantity.noun), number, head, first, stop),
            "counted",
        )
        phrase = syntax.spans.phrase(head)
        for end in (phrase.short_stop, phrase.stop):
            if end > stop:
                last = min(end, self.nouns.next_figure(number, stop))
                last = closed(self.nouns, syntax, number, head, last)
                if last > stop:
                    self._put(
                        found,
                        Candidate(start, syntax.tree.ends[last - 1], number, head, first, last),
                        "counted",
                    )

    def _add(
        self,
        found: dict[tuple[int, int], Candidate],
        number: int,
        word: int,
        how: str,
        place: _Place | None,
    ) -> None:
        syntax = self.sentences.syntax(number)
        phrase = syntax.spans.phrase(word)
        first, stop = phrase.short_first, phrase.short_stop
        if place is not None:
            if first < place.stop and stop > place.first:
                if word < place.first:
                    stop = place.first
                elif word >= place.stop:
                    first = place.stop
                else:
                    first = max(first, word)
        first = max(first, leading(syntax, first, word))
        stop = closed(self.nouns, syntax, number, word, stop)
        self._put_words(found, syntax, number, word, first, stop, how)
        core = closed(self.nouns, syntax, number, word, min(stop, phrase.core_stop))
        if core < stop:
            self._put_words(found, syntax, number, word, first, core, how)
        full = phrase.stop
        if place is not None and word < place.first:
            full = min(full, place.first)
        full = min(full, self.nouns.next_figure(number, word + 1))
        full = closed(self.nouns, syntax, number, word, full)
        if full > stop and place is not None:
            self._put_words(found, syntax, number, word, first, full, how)

    def _put_words(
        self,
        found: dict[tuple[int, int], Candidate],
        syntax: Syntax,
        number: int,
        word: int,
        first: int,
        stop: int,
        how: str,
    ) -> None:
        start, end = offsets(syntax.shape, first, stop)
        if end <= start:
            return
        self._put(found, Candidate(start, end, number, word, first, stop), how)

    def _put(self, found: dict[tuple[int, int], Candidate], candidate: Candidate, how: str) -> None:
        known = found.setdefault((candidate.start, candidate.end), candidate)
        known.how.add(how)

    def _add_names(self, found: dict[tuple[int, int], Candidate], place: _Place) -> None:
        for first, stop, start, entity in self.nouns.names.get(place.number, ()):
            syntax = self.sentences.syntax(place.number)
            end = syntax.tree.ends[stop - 1]
            head = first
            candidate = Candidate(start, end, place.number, head, first, stop, entity=entity)
            self._put(found, candidate, "name")
            found[(start, end)].entity = entity
