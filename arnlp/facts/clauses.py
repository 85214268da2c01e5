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
from arnlp.mentions.quantity_base import QuantityMention
from arnlp.text.tokens import LATIN, WORD, cut

MOVES = ("change_up", "change_down")
_WINDOW = 30  # tokens of a clause before its figure
_MAX_MEASURE = 9
_CLAUSE = S.VERB | S.COMPLEMENTIZER | S.COMMA | S.COLON | S.END_MARK | S.FUTURE | S.RELATION
_NOT_NOMINAL = (
    S.BOUND | S.COMPLEMENTIZER | S.SPEECH | S.NUMERIC | S.PERCENT | S.RELATIVE_DAY | S.PERIOD
    | S.RELATION | S.DEIXIS | S.MONTH
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
        if not self._mask(i) & S.RELATION:
            return False
        return role in self.entries[i].senses[S.RELATION].value

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
        masks = self.masks
        for j in range(quantity.first - 1, floor - 1, -1):
            mask = masks[j]
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
        elif clause.verb_class == "reach" and role in MOVES and j == clause.verb - 1:
            clause.verb, clause.verb_class = j, role  # بانخفاض بلغ 2.3%

    def _is_verb(self, j: int, role: str) -> bool:
        """Tell whether a word with a verb's sense is used as one here."""
        entry = self.entries[j]
        if entry.kind == LATIN:
            return role in MOVES or self._norm(j - 1) not in ("the", "a", "an", "of", "this")
        return not entry.definite or role in MOVES

    def _starts_clause(self, j: int, verb: int) -> bool:
        """Tell whether a new clause starts behind a comma: with a verb, a pronoun, a relative."""
        entry = self.entries[j]
        sense = entry.senses.get(S.STOP)
        if sense is not None and sense.role in ("pron", "rel", "aux", "conj"):
            return entry.norm not in ("و", "and", "or", "او")  # those only go on with a list
        if entry.kind == LATIN:
            return verb > j or self._norm(j) == "with"
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
        mask = entry.mask
        if entry.kind not in (WORD, LATIN) or mask & (_NOT_NOMINAL | S.FUTURE):
            return False
        if mask & S.STOP:
            return entry.norm in ("of", "the") or bool(mask & S.MEASURE)
        if mask & S.VERB and not mask & S.MEASURE:
            if entry.definite:
                return True
            if entry.kind != WORD or entry.senses[S.VERB].role != "other":
                return False
            if entry.norm[0] == "ت":  # نسبة تقدم الأشغال
                following = self.entries[j + 1] if j + 1 < self.size else None
                return bool(self._mask(j - 1) & S.MEASURE and following and following.definite)
            return entry.norm[0] != "ي" and not entry.norm.endswith("ت")
        if mask & S.NUMBER and not mask & S.NOUN:
            return False
        return bool(mask) or entry.definite or not (entry.kind == WORD and looks_verbal(entry.norm))

    def _phrase_after(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the noun phrase that starts at a token, before what leads to the figure."""
        j, last = first, min(last, self.size)
        while j < last and self._mask(j) & (S.RELATIVE_DAY | S.CLITIC):
            j += 1
        start = j
        while j < last and j - start < _MAX_MEASURE and self._is_nominal(j):
            if j > start and self._is_dimension(j):
                break
            j += 1
        while (
            j > start
            and self._mask(j - 1) & (S.CLITIC | S.STOP)
            and not self._mask(j - 1) & S.MEASURE
        ):
            j -= 1
        if j - 2 >= start and self._is_predicate(j - 1):  # سعر القنطار حدد بـ 6000
            j -= 1
        return (start, j) if j > start else None

    def _is_predicate(self, j: int) -> bool:
        """Tell whether a word that may be a verb or a noun is a verb: behind a definite noun."""
        entry = self.entries[j]
        if entry.kind != WORD or not entry.mask & S.VERB or entry.mask & S.MEASURE:
            return False
        return not entry.definite and self.entries[j - 1].definite

    def _phrase_before(self, clause: Clause) -> tuple[int, int] | None:
        """Return the noun phrase that stands before the verb of a clause: its subject."""
        end = clause.verb
        while end > clause.first and self._is_auxiliary(end - 1):
            end -= 1
        j = end
        low = max(clause.first, clause.verb - _MAX_MEASURE)
        while j > low and self._in_subject(j - 1) and self._is_no_figure(j - 1):
            j -= 1
        while (
            j < end and self.entries[j].mask & (S.STOP | S.CLITIC) and not self._mask(j) & S.MEASURE
        ):
            j += 1
        dates = self.index.dates_between(j, end)
        if dates:  # the licences issued in September: the month is the period
            end = dates[0].first
        while end > j and self.entries[end - 1].mask & (S.STOP | S.CLITIC | S.PERIOD):
            end -= 1
        for k in range(end - 2, j - 2, -1):
            if k >= low and self._is_led_noun(k):
                j = k  # بقيمة إجمالية تبلغ
                break
        return (j, end) if j < end else None

    def _is_no_figure(self, j: int) -> bool:
        """Tell whether no quantity stands at a token, but for a duration: الأشهر الستة الأولى."""
        quantity = self.index.quantity_at(j)
        return quantity is None or quantity.kind == "duration"

    def _in_subject(self, j: int) -> bool:
        entry = self.entries[j]
        mask = entry.mask
        if entry.kind == LATIN:
            if mask & S.STOP:
                return entry.norm in _IN_ENGLISH_SUBJECT
            return not mask & (S.COMPLEMENTIZER | S.SPEECH | S.NUMBER)
        if self._is_hyphen(j):  # non-oil
            return True
        if entry.kind != WORD or mask & (S.COMPLEMENTIZER | S.PERCENT):
            return False
        if mask & (S.VERB | S.NUMBER) and not entry.definite and not mask & S.MEASURE:
            return False
        sense = entry.senses.get(S.STOP)
        if sense is None:
            return not mask & S.SPEECH
        return sense.role in ("prep", "neg") or bool(mask & S.MEASURE)

    def _noun_before(self, quantity: QuantityMention) -> tuple[int, int] | None:
        """Return the noun before a figure that tells what it is: بطول 93 كيلومترا, a cost of."""
        named = self._measure_noun(quantity)
        if named is not None:
            return named
        j = self._before(quantity.first)
        if self._relation(j, "by"):  # مشروع بقيمة 1.2 مليار
            j -= 1
        if self.index.quantity_at(j) is not None:
            return None
        end = j + 1
        if j >= 0 and self.entries[j].kind == LATIN:
            # any English word may be a verb: believe a noun that 'of' or 'is' joins to its figure
            if self._norm(j) in ("of", "is", "was", "reached"):
                end = j
                j -= 1
            elif not self._mask(j) & S.NOUN:
                return None
        if j < 0 or not self._is_nominal(j) or self._mask(j) & (S.STOP | S.VERB):
            return None
        if any(self._mask(k) & S.CLITIC for k in range(end, quantity.first)):
            return None  # سيزود البلاد بـ150
        start = j
        while (
            start > 0
            and self.index.quantity_at(start - 1) is None
            and end - start < 3
            and self._is_nominal(start - 1)
            and self._adjoins(start)
        ):
            start -= 1
        first = self.entries[start]
        if first.kind == WORD and first.norm[0] == "و" and not first.mask:
            return None
        if start and self._is_led_noun(start - 1):
            start -= 1  # بنسبة تنفيذ 98%
        return (start, end)

    def _measure_noun(self, quantity: QuantityMention) -> tuple[int, int] | None:
        """Return the phrase of a noun that is made to carry figures, shortly before one."""
        for j in range(quantity.first - 1, max(-1, quantity.first - 6), -1):
            mask = self.masks[j]
            if mask & (S.COMMA | S.COLON | S.END_MARK | S.COMPLEMENTIZER | S.NUMERIC):
                return None
            if mask & S.MEASURE:
                start = j
                while (
                    start > 0
                    and self._mask(start - 1) & S.MEASURE
                    and not self.entries[start].clitics
                ):
                    start -= 1
                return self._phrase_after(start, quantity.first)
        return None

    def _adjoins(self, j: int) -> bool:
        """Tell whether a word goes on with the noun before it: an adjective, a construct."""
        entry = self.entries[j]
        if entry.kind == LATIN:
            return not self._mask(j - 1) & (S.STOP | S.VERB)
        return not entry.clitics and self.entries[j - 1].kind == WORD

    def _measure(self, quantity: QuantityMention, clause: Clause) -> tuple[int, int] | None:
        """Return the tokens that name what a figure measures."""
        if quantity.kind == "rank":
            return self._ranked_in(quantity)
        governed = clause.verb >= 0 and clause.verb_class in ("reach", *MOVES)
        if governed and any(m & S.COMMA for m in self.masks[clause.verb : quantity.first]):
            governed = False
        if quantity.kind == "count" and quantity.noun:
            if not governed or self._has_figure_between(clause, quantity):
                return None
        noun = self._noun_before(quantity)
        if governed and noun is not None and self._is_dimension(noun[0]):
            return noun  # بطول 660 كيلومترا
        if governed:
            found = self._governed(clause, quantity, noun)
            if found is not None:
                return found
        return noun or self._measured_of(quantity) or self._share_of(quantity, clause)

    def _has_figure_between(self, clause: Clause, quantity: QuantityMention) -> bool:
        """Tell whether the verb has its figure already: رفع الطاقات إلى 9 ملايين عبر 30 صومعة."""
        near = self._before(quantity.first)
        if any(self._relation(near, role) for role in ("to", "from", "by", "compared", "same")):
            return False
        other = self.index.last_before(quantity)
        return other is not None and other.first > clause.verb

    def _is_dimension(self, j: int) -> bool:
        """Tell whether a dimension with ب stands at a token: بطول, بمساحة, بسعة."""
        sense = self._sense(j, S.MEASURE)
        clitics = self.entries[j].clitics
        return sense is not None and sense.role == "dimension" and clitics.endswith("ب")

    def _governed(
        self, clause: Clause, quantity: QuantityMention, noun: tuple[int, int] | None
    ) -> tuple[int, int] | None:
        """Return what the verb of reaching or changing says it of."""
        verb = self.entries[clause.verb]
        if verb.norm[0] == "ل" and verb.kind == WORD:  # لتبلغ: the main verb tells
            return self._measure_of_main(clause)
        after = self._phrase_after(clause.verb + 1, quantity.first)
        if after is not None:
            return after
        if noun is None or clause.verb >= noun[0]:
            return self._phrase_before(clause) or self._topic_before(clause)
        return None

    def _topic_before(self, clause: Clause) -> tuple[int, int] | None:
        """Return what a topic set before the clause is: أما عائدات السياحة، فقد بلغت."""
        comma = clause.first - 1
        if not self._mask(comma) & S.COMMA:
            comma = clause.verb - 1 - self._is_auxiliary(clause.verb - 1)
        if not self._mask(comma) & S.COMMA:
            return None
        for j in range(comma - 1, max(-1, comma - _MAX_MEASURE), -1):
            if self._relation(j, "topic"):
                return self._phrase_after(j + 1, comma)
        return None

    def _measured_of(self, quantity: QuantityMention) -> tuple[int, int] | None:
        """Return what is measured or shared out behind a figure: طن من خام الحديد, metres of water."""
        if quantity.kind not in ("measure", "percent") or self._norm(quantity.last) not in (
            "من",
            "of",
        ):
            return None
        start = quantity.last + 1
        if self._norm(start) in ("its", "the"):
            start += 1
        return self._phrase_after(start, start + 4)

    def _share_of(self, quantity: QuantityMention, clause: Clause) -> tuple[int, int] | None:
        """Return who has a share, behind an Arabic verb: استحوذت المنشآت الصغيرة على 84%."""
        if quantity.kind != "percent" or clause.verb < 0 or self.entries[clause.verb].kind != WORD:
            return None
        return self._phrase_after(clause.verb + 1, quantity.first)

    def _ranked_in(self, quantity: QuantityMention) -> tuple[int, int] | None:
        """Return in what somebody has a rank: عالميا في كفاءة الموانئ, globally in port efficiency."""
        j = quantity.last
        while self._mask(j) & (S.RANK_ADJECTIVE | S.ADJECTIVE) or self._is_adverb(j):
            j += 1
        if self._norm(j) not in ("في", "in", "for"):
            return None
        return self._phrase_after(j + 1, j + 6)

    def _is_led_noun(self, j: int) -> bool:
        """Tell whether a noun with ب stands at a token that the tables hold as one: بقيمة, بنسبة."""
        return self._relation(j, "by") and self._norm(j)[0] == "ب"

    def _is_auxiliary(self, j: int) -> bool:
        sense = self._sense(j, S.STOP)
        return sense is not None and sense.role == "aux"

    def _is_adverb(self, j: int) -> bool:
        sense = self._sense(j, S.STOP)
        return sense is not None and sense.role == "adv"

    def _measure_of_main(self, clause: Clause) -> tuple[int, int] | None:
        """Return what the main verb measures, where the figure's own verb only follows: لتبلغ."""
        for j in range(clause.verb - 1, clause.first - 1, -1):
            sense = self.entries[j].senses.get(S.VERB)
            if sense is not None and sense.role in MOVES and self._is_verb(j, sense.role):
                main = Clause(clause.first, clause.last, j, sense.role)
                return self._phrase_after(j + 1, clause.verb) or self._phrase_before(main)
        return None

    def _text(self, first: int, last: int) -> str:
        """Return the characters of a range of tokens, without a clitic and with single spaces."""
        tagged = self.tagged
        start = tagged.start_of(first)
        if self._is_led_noun(first):
            start += cut(tagged.token_text(first), 1)
        return " ".join(tagged.text[start : tagged.ends[last - 1]].split())
