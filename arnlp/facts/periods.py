"""When: the time expression that a figure belongs to, or the deadline of a target."""

from __future__ import annotations

from arnlp.facts.clauses import Clause, Clauses
from arnlp.lexicon import senses as S
from arnlp.mentions.dates import DateMention
from arnlp.mentions.quantity_base import QuantityMention
from arnlp.text.tokens import LATIN, WORD

_DEADLINE_REACH = 14  # tokens behind a figure in which its deadline stands
_PERIOD_REACH = 60  # tokens behind a figure in which its period stands
_OPENING = 8  # tokens of a time expression with its comma at the head of a sentence


class Periods(Clauses):
    """Finds the periods and deadlines of figures."""

    def _deadline(self, quantity: QuantityMention, clause: Clause) -> DateMention | None:
        """Return the deadline of a figure: behind it and before the next, or before it."""
        high = min(clause.last, quantity.last + _DEADLINE_REACH, self.index.next_quantity(quantity))
        for mention in self.index.dates_between(quantity.last, high):
            if self._is_deadline(mention):
                return mention
        for mention in self.index.dates_between(clause.first, quantity.first):
            if self._is_deadline(mention) and not any(
                self._coordinates(j) for j in range(mention.last, quantity.first)
            ):
                return mention
        return None

    def _coordinates(self, j: int) -> bool:
        """Tell whether a token parts two halves of a sentence: a comma, 'and' before a verb."""
        entry = self.entries[j]
        return bool(entry.mask & S.COMMA) or entry.norm == "and" or self._joins_verb(j, S.VERB)

    def _joins_verb(self, j: int, kinds: int) -> bool:
        """Tell whether an Arabic verb of some kinds stands at a token with its 'and': ويعمل."""
        entry = self.entries[j]
        return entry.clitics.startswith("و") and bool(entry.mask & kinds)

    def _is_deadline(self, mention: DateMention) -> bool:
        """Tell whether a time expression is a deadline: by 2030, by the end of, بنهاية العام."""
        j = mention.first - 1
        if self._norm(j) == "the":
            j -= 1
        entry = self.entries[mention.first]
        sense = entry.senses.get(S.DATE_WORD)
        ends = sense is not None and sense.role == "end" and entry.clitics.endswith("ب")
        return ends or self._relation(j, "deadline")

    def _period(
        self, quantity: QuantityMention, clause: Clause, level: QuantityMention | None = None
    ) -> DateMention | None:
        """Return the time expression of a figure: the next behind it, else the last before it.

        Not one of another clause, nor one that the figure is compared with, nor a deadline, nor the
        one of the level that a change starts from (from 16% in 2021 to 14%).
        """
        high = min(clause.last, quantity.last + _PERIOD_REACH)
        for mention in self.index.dates_between(quantity.last, high):
            if not self._is_period(mention):
                continue
            if self._parted(quantity.last, mention.first):
                break
            return mention
        if self._is_compared(quantity) and not self._relation(self._before(quantity.first), "from"):
            return None  # it is of another time than the clause
        for mention in reversed(self.index.dates_between(self._reach_back(clause), quantity.first)):
            if level is not None and mention.first >= level.last:
                continue
            if any(self._goes_on(j) for j in range(mention.last, quantity.first)):
                continue
            if self._is_period(mention) and not self._mask(mention.first) & S.RELATIVE_DAY:
                return mention
        return None

    def _goes_on(self, j: int) -> bool:
        """Tell whether a second verb is joined on at a token: founded in 1963 and employs."""
        entry = self.entries[j]
        if entry.kind == WORD:
            return self._joins_verb(j, S.VERB)
        if entry.norm != "and" or j + 1 >= self.size:
            return False
        after = self.entries[j + 1]
        return (
            after.kind == LATIN
            and not after.caps
            and (bool(after.mask & S.VERB) or (not after.mask and after.norm.endswith(("s", "ed"))))
        )

    def _is_period(self, mention: DateMention) -> bool:
        if mention.kind not in ("date", "interval") or mention.stretch is None:
            return False
        if mention.occasion:  # بمناسبة اليوم العالمي للسكان, بلغ العدد
            return False
        if self._mask(mention.last) & S.COLON:  # (2022: 805,300 tonnes)
            return False
        return not self._is_deadline(mention)

    def _parted(self, first: int, last: int) -> bool:
        """Tell whether a comparison, a speaker or another clause stands in a range of tokens."""
        comma = False
        for j in range(first, last):
            mask = self.entries[j].mask
            if mask & (S.SPEECH | S.COMPLEMENTIZER) or (comma and mask & (S.VERB | S.FUTURE)):
                return True
            if self._joins_verb(j, S.VERB | S.FUTURE) or self._relation(j, "clause"):
                return True
            comma = comma or bool(mask & S.COMMA)
            if self._relation(j, "compared") and (last - j <= 4 or not self._relation(j, "from")):
                return True
        return False

    def _reach_back(self, clause: Clause) -> int:
        """Return from where a time expression before a figure counts: its clause, or the head of
        the sentence where only a comma parts the two (في عام 2020، بلغ العدد).
        """
        first, _ = self.tagged.sentences[self.tagged.sentence_of[clause.first]]
        dateline = self.analysis.dateline
        if dateline is not None and first < dateline.last:
            first = dateline.last
        if self._mask(clause.first - 1) & S.COMMA and clause.first - first <= _OPENING:
            opening = self._sense(first, S.STOP)
            if opening is not None and opening.role == "prep":
                return first
        return clause.first

    def _is_compared(self, quantity: QuantityMention, other: QuantityMention | None = None) -> bool:
        """Tell whether a comparison leads to a figure, with another of its kind where one is given."""
        near = self._before(quantity.first)
        if not (self._relation(near, "compared") or self._relation(near - 1, "compared")):
            return False
        if other is None:
            return True
        return (other.kind, other.unit) == (quantity.kind, quantity.unit)
