"""A deed as its sentence tells it: done by whom, or told of as what is planned."""

from __future__ import annotations

from dataclasses import dataclass

from arnlp.dates import DateMention
from arnlp.facts.analysis import Analysis
from arnlp.facts.deed_table import deeds, leading
from arnlp.lexicon import senses as S
from arnlp.syntax.clause import Clause
from arnlp.syntax.clauses import Syntax
from arnlp.syntax.lemmas import bare, conjunction, preposition
from arnlp.syntax.nouns import english_verbs
from arnlp.syntax.phrases import Phrase
from arnlp.text.clitics import AND
from arnlp.text.view import normalize

_HELD = frozenset(("hold", "host", "occur", "held", "open"))
_DASHES = frozenset("-–—/:)")
_CASES = frozenset(("case", "mark", "fixed"))
_DATE_REACH = 10  # tokens behind a deed in which its date stands


@dataclass(slots=True)
class Told:
    """A word that tells of a deed, with what its sentence says of it.

    ``class_`` is that of the predicate, ``word`` its number in the tree, ``token`` its token, ``first`` and
    ``last`` its sentence. ``voice`` is active, passive, or noun for a masdar; ``above`` is the clause
    that tells of a masdar, ``does`` says that its subject did it. ``done`` is what a further word behind the
    predicate leads to (كشف النقاب عن).
    """

    analysis: Analysis
    syntax: Syntax
    word: int
    class_: str
    clause: Clause | None
    token: int
    first: int
    last: int
    voice: str = "active"
    above: Clause | None = None
    does: bool = False
    modality: str = "asserted"
    done: Phrase | None = None
    announced: Phrase | None = None  # who is to do it, by a headline: Doha to host

    def token_at(self, word: int) -> int:
        """Return the token of a word of the tree."""
        return self.analysis.cursor.tagged.token_at(self.syntax.tree.starts[word])

    def word_at(self, token: int) -> int:
        """Return the word of a token of the sentence, -1 where it is in another tree."""
        tree = self.syntax.tree
        tagged = self.analysis.cursor.tagged
        if token >= self.last:
            return -1
        found = self.analysis.wording.sentences.word_at(tagged.starts[token])
        if found is None or self.analysis.wording.sentences.trees[found[0]] is not tree:
            return -1
        return found[1]

    @property
    def doer(self) -> Phrase | None:
        """Who did it, where it is the subject of a verb or of what tells of a masdar."""
        if self.announced is not None:
            return self.announced
        clause = self.clause if self.voice == "active" else self.above if self.does else None
        if clause is None or clause.subject is None or clause.subject.clausal:
            return None
        if self._is_dateline(clause.predicate, clause.subject):
            return self._behind(clause.predicate)
        return None if clause.subject.pronoun else clause.subject

    def _is_dateline(self, verb: int, subject: Phrase) -> bool:
        """Tell whether what the tree has as a subject only stands before a dash: رام الله - أطلقت."""
        if not self.syntax.shape.arabic or subject.head >= verb or verb == 0:
            return False
        return self.syntax.tree.words[verb - 1] in _DASHES

    def _behind(self, verb: int) -> Phrase | None:
        """Return the phrase right behind a verb."""
        tree, spans = self.syntax.tree, self.syntax.spans
        if verb + 1 >= len(tree.words) or tree.pos[verb + 1] not in ("NOUN", "PROPN"):
            return None
        return None if preposition(tree.readings[verb + 1]) else spans.phrase(verb + 1)

    @property
    def thing(self) -> Phrase | None:
        """What was done: the object, of what is told in the passive the subject."""
        clause = self.clause
        if self.done is not None or clause is None:
            return self.done
        if self.voice == "noun":
            found = clause.object or clause.subject
            if found is None:
                of = clause.marked("of")
                found = of[0].phrase if of else self._done_to()
        elif self.voice == "passive":
            found = clause.subject or clause.antecedent
        else:
            found = clause.object
            if found is None and clause.function == "relative":
                found = None if clause.subject_by == "antecedent" else clause.antecedent
        return None if found is None or found.pronoun or found.clausal else found

    def _done_to(self) -> Phrase | None:
        """Return what a relative clause tells of, where a masdar in it has its pronoun: المصنع الذي تم تدشينه."""
        tree, shape, spans = self.syntax.tree, self.syntax.shape, self.syntax.spans
        above = self.above
        if above is None or above.tense != "past" or self.does:
            return None  # المبادرات التي يتم إطلاقها
        if tree.readings[self.word].enclitic is None:
            return None
        word = above.predicate - 1
        if word < 1 or normalize(tree.words[word]) not in leading("relative"):
            return None
        word -= 1 + (tree.pos[word - 1] == "PUNCT")
        best = None
        while word >= 0 and spans.phrase(word).stop >= above.predicate - 2:
            if tree.pos[word] == "NOUN" and tree.readings[word].enclitic is None:
                best = spans.phrase(word)
            if tree.pos[word] not in ("NOUN", "PROPN", "ADJ") or (
                best and marker_of(self.syntax, word)
            ):
                break
            word = shape.heads[word]
        return best

    @property
    def relative(self) -> bool:
        """Whether it is told in a relative clause: الملتقى الذي تنظمه, the forum that it hosts."""
        return self.token > self.first and self.analysis.cursor.norm(self.token - 1) in leading(
            "relative"
        )

    def is_joined(self, token: int) -> bool:
        """Tell whether 'and' is written as one with a token: والإرشاد."""
        if self.analysis.cursor.entries[token].led & AND:
            return True
        word = self.word_at(token)
        return word >= 0 and bool(conjunction(self.syntax.tree.readings[word]))

    def date(self, end: int, *, since: bool = False) -> DateMention | None:
        """Return when it happened: the nearest day or period that no other verb parts from it.

        An open period counts only where it may be told since when.
        """
        best: tuple[int, DateMention] | None = None
        first = self.token if self.relative else self.first
        found = self.analysis.index.dates_between(first, min(self.last, end + _DATE_REACH))
        for mention in found:
            stretch = mention.stretch
            if mention.kind not in ("date", "interval"):
                continue
            if not since and stretch is not None and stretch.last is None:
                continue
            if self.is_parted(mention.first):
                continue
            distance = abs(mention.first - self.token)
            if best is None or distance < best[0]:
                best = distance, mention
        return best[1] if best else None

    def is_parted(self, token: int) -> bool:
        """Tell whether a finite verb that does not tell of it stands between it and a token."""
        low, high = sorted((self.token, token))
        pos = self.syntax.tree.pos
        own = {self.word} | ({self.above.predicate} if self.above is not None else set())
        if self.syntax.shape.functions[self.word + 1 : self.word + 2] == ["xcomp"]:
            own.add(self.word + 1)  # went live
        for j in range(low + 1, high):
            word = self.word_at(j)
            if word < 0 or pos[word] != "VERB" or word in own or self._is_alike(word):
                continue
            if not self._is_closed(j, high):
                return True
        return False

    def _is_closed(self, verb: int, high: int) -> bool:
        """Tell whether a comma closes the relative clause of a verb before a token: التي تضم مصنعا، أمس."""
        cursor = self.analysis.cursor
        if not self.syntax.shape.arabic or cursor.norm(verb - 1) not in leading("relative"):
            return False
        return any(cursor.mask(j) & S.COMMA for j in range(verb + 1, high))

    def _is_alike(self, word: int) -> bool:
        """Tell whether another verb tells of the same event: that is held and that somebody organises."""
        if self.class_ not in _HELD:
            return False
        return not _HELD.isdisjoint(deeds().get(lemmas_of(self.syntax, word)[1], {}))


def lemmas_of(syntax: Syntax, word: int) -> tuple[str, str]:
    """Return the bare lemma of a word, and of the verb that it is made of."""
    reading = syntax.tree.readings[word]
    lemma = bare(reading.lemma)
    if not syntax.shape.arabic and syntax.tree.pos[word] == "NOUN":
        return lemma, bare(english_verbs().get(lemma, lemma))
    return lemma, bare(reading.verb or reading.lemma)


def led_by_clitic(syntax: Syntax, word: int) -> int:
    """Return the prepositions that are written as one with a word, as bits."""
    clitics = syntax.tree.readings[word].chain.clitics
    return sum(c.bit for c in clitics if c.kind == "preposition")


def marker_of(syntax: Syntax, word: int) -> str:
    """Return the preposition before a word: a word of its own or a clitic."""
    shape = syntax.shape
    glued = preposition(syntax.tree.readings[word])
    if glued:
        return glued
    parts = [
        syntax.tree.words[child].lower()
        for child in shape.children[word]
        if child < word and shape.functions[child] in _CASES
    ]
    return " ".join(parts)
