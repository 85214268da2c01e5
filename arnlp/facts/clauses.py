"""The clause of a figure: where it starts, its verb, and the noun phrases around it.

No parser: a clause starts behind a complementizer, a colon, or the comma before another verb. What
is measured is the noun phrase behind an Arabic verb, before an English one, or right before the
figure.
"""

from __future__ import annotations

from dataclasses import dataclass

from arnlp.facts.analysis import Analysis, Index
from arnlp.lexicon import senses as S
from arnlp.mentions.engine import Engine
from arnlp.mentions.nouns import looks_verbal
from arnlp.mentions.quantities import QuantityMention
from arnlp.text.tokens import LATIN, WORD

MOVES = ("change_up", "change_down")
_WINDOW = 30  # tokens of a clause before its figure
_MAX_MEASURE = 9
_CLAUSE = S.VERB | S.COMPLEMENTIZER | S.COMMA | S.COLON | S.END_MARK | S.FUTURE | S.RELATION
_NOT_NOMINAL = (
    S.BOUND | S.COMPLEMENTIZER | S.SPEECH | S.NUMERIC | S.PERCENT | S.RELATIVE_DAY | S.PERIOD
    | S.RELATION
)  # fmt: skip
# What may stand between the noun and its figure.
_LEADING = S.BOUND | S.CLITIC
_LEADING_WORDS = frozenset(("(", "a", "an", "the"))
_IN_ENGLISH_SUBJECT = frozenset(("of", "the", "in", "and", "for", "its"))


@dataclass(slots=True)
class Clause:
    """The clause of a figure, over a range of tokens; its verb is -1 where it has none."""

    first: int
    last: int
    verb: int = -1
    verb_class: str = ""
    moved: bool = False  # a verb of change stands in it
    aimed: bool = False
    future: bool = False
    means: int = -1


class Clauses(Engine):
    """Reads clauses and the noun phrases in them."""

    def __init__(self, analysis: Analysis, index: Index) -> None:
        super().__init__(analysis.context)
        self.analysis = analysis
        self.index = index

    def _relation(self, i: int, role: str) -> bool:
        """Tell whether a token is a small word of a role: to, from, by, compared ..."""
        sense = self._sense(i, S.RELATION)
        return sense is not None and role in sense.value

    def _clause(self, quantity: QuantityMention) -> Clause:
        """Return the clause of a figure, read backwards from it."""
        first, last = self.tagged.sentences[self.tagged.sentence_of[quantity.first]]
        floor = max(first, quantity.first - _WINDOW)
        dateline = self.analysis.dateline
        if dateline is not None and dateline.first <= floor < dateline.last:
            floor = dateline.last
        clause = Clause(floor, last)
        own = self.entries[quantity.first].senses.get(S.VERB)
        if own is not None and own.role in MOVES:  # doubled
            clause.verb, clause.verb_class, clause.moved = quantity.first, own.role, True
        for j in range(quantity.first - 1, floor - 1, -1):
            mask = self.entries[j].mask
            if not mask & _CLAUSE:
                continue
            if mask & (S.COLON | S.END_MARK | S.COMPLEMENTIZER) or (
                mask & S.COMMA and self._starts_clause(j + 1, clause.verb)
            ):
                clause.first = j + 1
                break
            if mask & (S.VERB | S.FUTURE):
                self._note_verb(clause, j, mask)
            elif mask & S.RELATION and clause.means < 0 and self._relation(j, "means"):
                clause.means = j
        return clause

    def _note_verb(self, clause: Clause, j: int, mask: int) -> None:
        clause.future = clause.future or bool(mask & S.FUTURE)
        sense = self.entries[j].senses.get(S.VERB)
        role = sense.role if sense is not None else "other"
        if not self._is_verb(j, role):
            return
        clause.moved = clause.moved or role in MOVES
        clause.aimed = clause.aimed or role == "aim"
        if clause.verb < 0 or (clause.verb_class == "other" and role in (*MOVES, "reach")):
            clause.verb, clause.verb_class = j, role

    def _is_verb(self, j: int, role: str) -> bool:
        """Tell whether a word with a verb's sense is used as one here."""
        entry = self.entries[j]
        if entry.kind == LATIN:
            return role in MOVES or self._norm(j - 1) not in ("the", "a", "an", "of", "this")
        return not entry.definite or role in MOVES

    def _starts_clause(self, j: int, verb: int) -> bool:
        """Tell whether a new clause starts behind a comma: with a verb, or with one behind it."""
        entry = self.entries[j]
        if entry.kind == LATIN:
            return verb > j or self._norm(j) in ("and", "while", "but", "with")
        return verb >= j

    # -- noun phrases ----------------------------------------------------------------------

    def _before(self, i: int) -> int:
        """Return the token before a figure, over bounds, clitics and brackets."""
        j = i - 1
        while j >= 0 and (self.entries[j].mask & _LEADING or self._norm(j) in _LEADING_WORDS):
            if self._relation(j, "to"):
                break
            j -= 1
        return j

    def _is_nominal(self, j: int) -> bool:
        entry = self.entries[j]
        if entry.kind not in (WORD, LATIN) or entry.mask & _NOT_NOMINAL:
            return False
        if entry.mask & S.STOP:
            return entry.norm in ("of", "the")
        if entry.mask & S.VERB:
            if entry.definite:
                return True
            verbal_noun = entry.senses[S.VERB].role == "other" and not entry.norm.endswith("ت")
            return entry.kind == WORD and verbal_noun
        if entry.mask & S.NUMBER and not entry.mask & S.NOUN:
            return False
        return bool(entry.mask) or not (entry.kind == WORD and looks_verbal(entry.norm))

    def _phrase_after(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the noun phrase that starts at a token, before what leads to the figure."""
        j = first
        while j < last and self._mask(j) & (S.RELATIVE_DAY | S.CLITIC):
            j += 1
        start = j
        while j < last and j - start < _MAX_MEASURE and self._is_nominal(j):
            j += 1
        while j > start and self._mask(j - 1) & S.CLITIC:
            j -= 1
        return (start, j) if j > start else None

    def _phrase_before(self, clause: Clause) -> tuple[int, int] | None:
        """Return the noun phrase that stands before the verb of a clause: its subject."""
        j = clause.verb
        low = max(clause.first, clause.verb - _MAX_MEASURE)
        while j > low and self._in_subject(j - 1):
            j -= 1
        while j < clause.verb and self.entries[j].mask & (S.STOP | S.CLITIC):
            j += 1
        return (j, clause.verb) if j < clause.verb else None

    def _in_subject(self, j: int) -> bool:
        entry = self.entries[j]
        if entry.kind == LATIN:
            if entry.mask & S.STOP:
                return entry.norm in _IN_ENGLISH_SUBJECT
            return not entry.mask & (S.COMPLEMENTIZER | S.SPEECH | S.NUMBER)
        if entry.kind != WORD or entry.mask & (S.COMPLEMENTIZER | S.SPEECH | S.NUMBER):
            return False
        if entry.mask & S.VERB and not entry.definite:
            return False
        sense = entry.senses.get(S.STOP)
        return sense is None or sense.role == "prep"

    def _noun_before(self, quantity: QuantityMention) -> tuple[int, int] | None:
        """Return the noun before a figure that tells what it is: بطول 93 كيلومترا, a cost of."""
        j = self._before(quantity.first)
        end = j + 1
        if self._norm(j) in ("of", "to", "at", "is", "was", "reached"):
            end = j
            j -= 1
        if j < 0 or not self._is_nominal(j) or self._mask(j) & S.STOP:
            return None
        start = j
        while (
            start > 0 and end - start < 3 and self._is_nominal(start - 1) and self._adjoins(start)
        ):
            start -= 1
        first = self.entries[start]
        if first.kind == WORD and first.norm[0] == "و" and not first.mask:
            return None
        return (start, end)

    def _adjoins(self, j: int) -> bool:
        """Tell whether a word goes on with the noun before it: an adjective, a construct."""
        entry = self.entries[j]
        if entry.kind == LATIN:
            return not self._mask(j - 1) & (S.STOP | S.VERB)
        return not entry.clitics and self.entries[j - 1].kind == WORD

    def _measure(self, quantity: QuantityMention, clause: Clause) -> tuple[int, int] | None:
        """Return the tokens that name what a figure measures."""
        governed = clause.verb >= 0 and clause.verb_class in ("reach", *MOVES)
        if quantity.kind == "count" and quantity.noun and not governed:
            return None
        noun = self._noun_before(quantity)
        if governed:
            after = self._phrase_after(clause.verb + 1, quantity.first)
            if after is not None:
                return after
            if noun is None or clause.verb >= noun[0]:
                return self._phrase_before(clause) or noun
        return noun

    def _text(self, first: int, last: int) -> str:
        """Return the characters of a range of tokens, without a clitic and with single spaces."""
        tagged = self.tagged
        return " ".join(tagged.text[tagged.start_of(first) : tagged.ends[last - 1]].split())
