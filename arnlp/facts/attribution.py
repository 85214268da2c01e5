"""Who says what in a sentence: subjects of what says, and those that by, according to lead to."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from arnlp.engine import Cursor
from arnlp.facts.analysis import Analysis
from arnlp.facts.figure import Argument
from arnlp.facts.predicates import words
from arnlp.facts.subjects import named_by
from arnlp.lexicon import senses as S
from arnlp.syntax.marked import offsets
from arnlp.syntax.phrases import Phrase

_ASIDE = 3  # tokens before a verb that makes what it says an aside: وفق ما أكده


@dataclass(slots=True, frozen=True)
class Said:
    """Who says something at a token; ``who`` is None where a pronoun, or nobody, is named.

    ``kind``: says (what follows, in English also what stands before), aside (what stands before: حسبما
    ذكر, or around: according to).
    """

    token: int
    kind: str
    who: Argument | None
    nobody: bool = False  # يذكر أن


class Attributions:
    """What is said by whom, sentence by sentence."""

    def __init__(self, cursor: Cursor, analysis: Analysis) -> None:
        self.cursor, self.analysis, self.wording = cursor, analysis, analysis.wording
        self._cues = cursor.tagged.with_mask(S.SPEECH)
        self._known: dict[int, list[Said]] = {}

    def of(self, sentence: int) -> list[Said]:
        """Return what a sentence says of who speaks, in its order."""
        known = self._known.get(sentence)
        if known is None:
            first, last = self.cursor.tagged.sentences[sentence]
            low, high = bisect_left(self._cues, first), bisect_left(self._cues, last)
            found = (self._at(cue) for cue in self._cues[low:high])
            known = self._known[sentence] = [one for one in found if one is not None]
        return known

    def speaks(self, sentence: int) -> bool:
        """Tell whether somebody says or shows something in a sentence."""
        first, last = self.cursor.tagged.sentences[sentence]
        if bisect_left(self._cues, first) < bisect_left(self._cues, last):
            return True
        return any(self.wording.lemma(j) in words("tells") for j in range(first, last))

    def _at(self, cue: int) -> Said | None:
        sense = self.cursor.sense(cue, S.SPEECH)
        if sense is None:
            return None
        if sense.role == "source":
            who = self._named_behind(cue)
            return Said(cue, "aside", who) if who is not None else None
        if sense.role not in ("verb", "participle"):
            return None
        at = self.wording.at(cue)
        if at is None or self.wording.pos(cue) not in ("VERB", "ADJ", "NOUN"):
            return None
        syntax = self.wording.sentences.syntax(at[0])
        clause = next((c for c in syntax.clauses if c.predicate == at[1] and not c.gapped), None)
        if clause is None:
            return None
        subject = clause.subject
        who = None
        if subject is not None and not subject.pronoun and not subject.clausal:
            who = self._argument(at[0], subject)
        if who is not None and self._is_reported(cue, who):
            who = None
        aside = any(self.cursor.norm(j) in words("aside") for j in range(max(0, cue - _ASIDE), cue))
        nobody = who is None and self._is_impersonal(cue)
        return Said(cue, "aside" if aside else "says", who, nobody)

    def _is_reported(self, cue: int, who: Argument) -> bool:
        """Tell whether a noun stands behind أن, so that it belongs to what is said."""
        token = self.cursor.tagged.token_range(who.start, who.end)[0]
        return any(self.cursor.mask(j) & S.COMPLEMENTIZER for j in range(cue + 1, token + 1))

    def _is_impersonal(self, cue: int) -> bool:
        """Tell whether nobody in particular speaks: ويذكر أن opens a sentence."""
        first, _ = self.cursor.tagged.sentences[self.cursor.tagged.sentence_of[cue]]
        entry = self.cursor.entries[cue]
        told = entry.norm[len(entry.clitics) :]
        return cue - first <= 1 and not self.cursor.is_latin(cue) and told[:1] in ("ي", "ت")

    def _named_behind(self, cue: int) -> Argument | None:
        """Return whom a word like according to leads to."""
        at = self.wording.at(cue)
        token = cue + 1
        if self.cursor.mask(token) & S.CLITIC:
            token += 1
        place = self.wording.at(token)
        if place is None or (at is not None and place[0] != at[0]):
            return None
        syntax = self.wording.sentences.syntax(place[0])
        tree, shape, word = syntax.tree, syntax.shape, place[1]
        while word < len(tree.words) and tree.pos[word] in ("ADP", "DET", "PUNCT"):
            word += 1
        if word >= len(tree.words) or tree.pos[word] in ("VERB", "PRON", "SCONJ", "AUX"):
            return None
        while word < shape.heads[word] <= word + 6 and shape.functions[word] in (
            "compound", "amod", "det", "nummod", "flat", "nmod",
        ):  # fmt: skip
            word = shape.heads[word]
        if tree.pos[word] not in ("NOUN", "PROPN", "X", "ADJ"):
            return None
        who = self._argument(place[0], syntax.spans.phrase(word))
        if who is not None and who.entity is None and not self._is_speaker(token):
            return None  # بحسب النوع
        return who

    def _is_speaker(self, token: int) -> bool:
        """Tell whether a noun is of those that say something: an office, a body, a paper."""
        if self.wording.noun(token) in words("papers"):
            return True
        return bool(self.cursor.mask(token) & (S.ROLE | S.ORG | S.ORG_HEAD | S.COMMUNIQUE))

    def _argument(self, number: int, phrase: Phrase) -> Argument | None:
        """Return a phrase as who speaks: of a paper that names its body, the body."""
        syntax = self.wording.sentences.syntax(number)
        tree = syntax.tree
        stop = phrase.short_stop
        while stop - 1 > phrase.head and tree.pos[stop - 1] in ("PUNCT", "ADP", "CCONJ", "SCONJ"):
            if tree.words[stop - 1] in '»”)"':
                break
            stop -= 1
        start, end = offsets(syntax.shape, phrase.short_first, stop)
        if end <= start:
            return None
        tagged = self.cursor.tagged
        head = tagged.token_range(tree.starts[phrase.head], tree.ends[phrase.head])[0]
        low, high = tagged.token_range(start, tree.ends[phrase.stop - 1])
        named = self.analysis.index.named_between(low, high)
        if self.wording.noun(head) in words("papers"):
            for mention, body in named:
                if body.type == "organization":
                    return named_by(mention, body)
        entity = next(
            (e for m, e in named if abs(m.start - start) <= 2 and abs(m.end - end) <= 2), None
        )
        return Argument(start, end, entity)
