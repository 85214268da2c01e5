"""What syntax says of the tokens of a text: the lemma of each, and the clause that it stands in."""

from __future__ import annotations

from bisect import bisect_right

from arnlp.lexicon.tagged import TaggedText
from arnlp.syntax import Sentences
from arnlp.syntax.clause import Clause
from arnlp.syntax.lemmas import bare, verb_lemma


class Wording:
    """Tokens of a text as words of its trees; tokens that are no words have no lemma.

    >>> text = "ارتفعت الصادرات بنسبة 5%."
    >>> wording = Wording(TaggedText(text))
    >>> wording.lemma(0), wording.clause(1) is wording.clause(0)
    ('ارتفع', True)
    """

    __slots__ = ("_at", "_known", "sentences", "tagged")

    def __init__(self, tagged: TaggedText, sentences: Sentences | None = None) -> None:
        self.tagged = tagged
        self.sentences = Sentences(tagged) if sentences is None else sentences
        self._at: dict[int, tuple[int, int] | None] = {}
        self._known: dict[int, str] = {}

    def at(self, token: int) -> tuple[int, int] | None:
        """Return the tree and the word of a token, of several words the first."""
        if token not in self._at:
            if not 0 <= token < len(self.tagged.starts):
                return None
            self._find(self.tagged.sentence_of[token])
        return self._at[token]

    def _find(self, sentence: int) -> None:
        """Find the words of all tokens of a sentence."""
        starts = self.tagged.starts
        first, last = self.tagged.sentences[sentence]
        at = self._at
        at.update(dict.fromkeys(range(first, last)))
        for number in self.sentences.of_tokens(first, last):
            for word, start in enumerate(self.sentences.trees.stretches[number].starts):
                token = bisect_right(starts, start, first, last) - 1
                if at.get(token, at) is None:
                    at[token] = number, word

    def lemma(self, token: int) -> str:
        """Return the bare lemma of a token, of a masdar or participle that of its verb."""
        found = self._known.get(token)
        if found is None:
            at = self.at(token)
            found = verb_lemma(self.sentences.trees[at[0]], at[1]) if at else ""
            self._known[token] = found
        return found

    def noun(self, token: int) -> str:
        """Return the bare lemma of a token as it stands: of a masdar its own."""
        at = self.at(token)
        return bare(self.sentences.trees[at[0]].readings[at[1]].lemma) if at else ""

    def pos(self, token: int) -> str:
        """Return the part of speech of a token, an empty string where it is no word."""
        at = self.at(token)
        return self.sentences.trees[at[0]].pos[at[1]] if at else ""

    def features(self, token: int) -> dict[str, str]:
        """Return the features of a token."""
        at = self.at(token)
        if at is None:
            return {}
        return dict(self.sentences.trees[at[0]].readings[at[1]].bundle.features)

    def led(self, token: int) -> bool:
        """Tell whether a preposition is written as one with a token: لمدة."""
        at = self.at(token)
        chain = self.sentences.trees[at[0]].readings[at[1]].chain if at else None
        return chain is not None and any(c.kind == "preposition" for c in chain.clitics)

    def owned(self, token: int) -> bool:
        """Tell whether a pronoun is written as one with a token: مدته."""
        at = self.at(token)
        return at is not None and self.sentences.trees[at[0]].readings[at[1]].enclitic is not None

    def clause(self, token: int) -> Clause | None:
        """Return the clause that a token stands in."""
        at = self.at(token)
        if at is None:
            return None
        syntax = self.sentences.syntax(at[0])
        number = syntax.clause_of[at[1]]
        return syntax.clauses[number] if number >= 0 else None

    def above(self, token: int) -> list[Clause]:
        """Return the clause of a token and those that govern it, from below."""
        at = self.at(token)
        if at is None:
            return []
        syntax = self.sentences.syntax(at[0])
        number = syntax.clause_of[at[1]]
        out: list[Clause] = []
        while number >= 0 and len(out) < 12:
            out.append(syntax.clauses[number])
            number = out[-1].parent
        return out
