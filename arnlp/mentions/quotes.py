"""Who said what: direct speech between marks, and reported speech behind أن or that.

A speech verb is the cue. Its speaker is the person or body beside it, the holder of an office
beside it, or whoever spoke last where the sentence names nobody. Reported speech runs to the end
of its sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from arnlp.lexicon import senses as S
from arnlp.mentions.context import Context
from arnlp.mentions.coreference import Entity
from arnlp.mentions.engine import Engine
from arnlp.mentions.marks import Quoted
from arnlp.mentions.named import NamedMention
from arnlp.text.tokens import BREAK, LATIN, PUNCTUATION, WORD
from arnlp.text.view import normalize

_REACH = 45  # tokens between a cue and the speech it governs
_COLON_REACH = 14  # tokens between a cue and the colon that opens its speech
_AFTER = 8  # tokens between a closing mark and the cue behind it
_LOOK_BACK = 20  # mentions that a pronoun reaches back
_LEAST_WORDS = 3  # between marks, for speech
_TRAILING = '.,;:!?\u2026\u060c\u061b\u061f"\u201c\u201d\u00ab\u00bb\u2039\u203a)- \u2013\u2014'


@dataclass(slots=True)
class QuoteMention:
    """A stretch of speech over a range of tokens."""

    first: int
    last: int  # half-open
    start: int
    end: int
    direct: bool
    cue: str | None
    speaker: Entity | None


def find_quotes(
    context: Context, quoted: list[Quoted], entities: list[Entity]
) -> list[QuoteMention]:
    """Return the speech in a text in its order, with its speakers where they are known."""
    return _Finder(context, quoted, entities).find()


def _holders(persons: Iterable[Entity]) -> dict[str, Entity | None]:
    """Map the beginnings of offices to the one person who holds them, None where several do."""
    out: dict[str, Entity | None] = {}
    for person in persons:
        for role in person.roles:
            words = normalize(role.title).split(" ")
            for size in range(1, len(words) + 1):
                key = " ".join(words[:size])
                out[key] = person if out.get(key, person) is person else None
    return out


class _Finder(Engine):
    def __init__(self, context: Context, quoted: list[Quoted], entities: list[Entity]) -> None:
        super().__init__(context)
        self.quoted = [q for q in quoted if q.depth == 0 and q.opening >= 0]
        pairs = [
            (m, e) for e in entities if e.type in ("person", "organization") for m in e.mentions
        ]
        pairs.sort(key=lambda pair: pair[0].first)
        self.mentions = pairs
        self.firsts = [m.first for m, _ in pairs]
        self.holders = _holders(e for e in entities if e.type == "person")
        self.cues = self.tagged.with_mask(S.SPEECH)
        self.last_speaker: Entity | None = None

    def find(self) -> list[QuoteMention]:
        if not self.cues:
            return []
        direct = {q.opening: q for q in self.quoted if self._words(q) >= _LEAST_WORDS}
        events = sorted([(i, 0) for i in self.cues] + [(opening, 1) for opening in direct])
        out: list[QuoteMention] = []
        done = 0
        for i, is_mark in events:
            if i < done:
                continue
            found = self._direct(direct[i], out) if is_mark else self._reported(i, direct)
            if found is None:
                continue
            out.append(found)
            done = found.last
            if found.speaker is not None:
                self.last_speaker = found.speaker
        return out

    def _words(self, quoted: Quoted) -> int:
        entries = self.entries[quoted.opening + 1 : quoted.closing]
        return sum(1 for entry in entries if entry.kind != PUNCTUATION)

    def _make(
        self, first: int, last: int, direct: bool, cue: int | None, speaker: Entity | None
    ) -> QuoteMention | None:
        """Make a quotation, its closing punctuation left out."""
        while last > first and (
            self.entries[last - 1].surface in _TRAILING or self.entries[last - 1].kind == BREAK
        ):
            last -= 1
        if last <= first:
            return None
        word = None if cue is None else self._cue_text(cue)
        tagged = self.tagged
        start = tagged.starts[first]
        return QuoteMention(first, last, start, tagged.ends[last - 1], direct, word, speaker)

    def _cue_text(self, cue: int) -> str:
        return self.tagged.text[self.tagged.start_of(cue) : self.tagged.ends[cue]]

    # -- direct speech ---------------------------------------------------------------------

    def _direct(self, quoted: Quoted, before: list[QuoteMention]) -> QuoteMention | None:
        opening, closing = quoted.opening, quoted.closing
        cue = self._cue_before(opening)
        if cue is not None:
            speaker = self._speaker(cue, opening)
            return self._make(opening + 1, closing, True, cue, speaker)
        cue = self._cue_after(closing) if quoted.balanced else None
        if cue is not None:
            speaker = self._speaker_around(closing, cue)
            return self._make(opening + 1, closing, True, cue, speaker)
        if before and before[-1].direct and self._goes_on(before[-1], quoted):
            return self._make(opening + 1, closing, True, None, before[-1].speaker)
        return None

    def _cue_before(self, opening: int) -> int | None:
        """Return the cue that leads to an opening mark: right before it, or before its speaker."""
        j = opening - 1
        while j >= 0 and (self._mask(j) & S.CLITIC or self._norm(j) in (":", "\u060c", ",")):
            j -= 1
        if j < 0:
            return None
        led = opening - 1 != j or bool(self._mask(j) & (S.COMPLEMENTIZER | S.SPEECH))
        index = bisect_left(self.cues, opening) - 1
        if index < 0:
            return None
        cue = self.cues[index]
        if opening - cue > _REACH or not self._same_line(cue, opening):
            return None
        if self.tagged.sentence_of[cue] != self.tagged.sentence_of[opening]:
            return None
        if led or cue == j:
            return cue
        mention = self._mention_ending(j + 1)
        return cue if mention is not None and mention.first > cue else None

    def _same_line(self, a: int, b: int) -> bool:
        breaks = self.tagged.breaks
        return bisect_left(breaks, a) == bisect_left(breaks, b)

    def _cue_after(self, closing: int) -> int | None:
        index = bisect_left(self.cues, closing)
        if index >= len(self.cues):
            return None
        cue = self.cues[index]
        if cue - closing > _AFTER or not self._same_line(closing, cue):
            return None
        if any(self._norm(k) in (".", ":", '"', "\u201c") for k in range(closing + 1, cue)):
            return None
        sense = self._sense(cue, S.SPEECH)
        return cue if sense is not None and sense.role == "verb" else None

    def _goes_on(self, before: QuoteMention, quoted: Quoted) -> bool:
        """Tell whether a quotation carries on the one before: in one paragraph, or the next."""
        between = range(before.last, quoted.opening)
        breaks = sum(1 for k in between if self.entries[k].kind == BREAK)
        if breaks == 0:
            return len(between) < 20
        return breaks == 1 and len(between) <= 3

    # -- reported speech -------------------------------------------------------------------

    def _reported(self, cue: int, direct: dict[int, Quoted]) -> QuoteMention | None:
        sense = self._sense(cue, S.SPEECH)
        if sense is None or sense.role == "source":
            return None
        _, end = self.tagged.sentences[self.tagged.sentence_of[cue]]
        complementizer = self._complementizer(cue, end)
        if complementizer is None:
            if self.entries[cue].kind == LATIN:
                return self._bare_report(cue, end)
            return self._unmarked(cue, end) if sense.role == "verb" else None
        start = complementizer + 1
        if start in direct or (self._mask(start) & S.CLITIC and start + 1 in direct):
            return None  # the marks hold the speech
        if complementizer == cue + 1 and self._is_impersonal(cue):
            return None
        speaker = self._speaker(cue, complementizer)
        return self._make(start, end, False, cue, speaker)

    def _unmarked(self, cue: int, end: int) -> QuoteMention | None:
        """Read direct speech that a colon opens and no mark: وقالت المصادر: ننتظر توريد الجرعات."""
        for j in range(cue + 1, min(end, cue + _COLON_REACH)):
            mask = self.masks[j]
            if mask & S.COLON:
                speech = end - j - 1 >= _LEAST_WORDS and not self._mask(j + 1) & (
                    S.QUOTE_MARK | S.END_MARK | S.CLITIC
                )
                return self._make(j + 1, end, True, cue, self._speaker(cue, j)) if speech else None
            if mask & (S.QUOTE_MARK | S.END_MARK | S.COMPLEMENTIZER | S.VERB):
                return None
        return None

    def _complementizer(self, cue: int, end: int) -> int | None:
        for j in range(cue + 1, min(end, cue + _REACH)):
            mask = self.entries[j].mask
            if mask & S.COMPLEMENTIZER:
                clitics = self.entries[j].senses[S.COMPLEMENTIZER].clitics
                governed = j - 1 > cue and (
                    self._mask(j - 1) & S.GOVERNOR
                    or (
                        self._norm(j - 1) == "علي"
                        and self.entries[cue].senses[S.SPEECH].value != "on"
                    )
                )
                return None if governed or clitics.startswith(("و", "ف")) else j
            if mask & S.QUOTE_MARK or self.entries[j].kind == BREAK:
                return None
            if mask & S.COLON and not self._mask(j + 1) & S.COMPLEMENTIZER:
                return None
            if (
                mask & S.SPEECH
                and not mask & S.STOP
                and self.entries[j].senses[S.SPEECH].role != "noun"
            ):
                return None
        return None

    def _is_impersonal(self, cue: int) -> bool:
        """Tell whether nobody in particular speaks: يذكر أن."""
        first, _ = self.tagged.sentences[self.tagged.sentence_of[cue]]
        return cue == first and self._norm(cue)[0] in "يت"

    def _bare_report(self, cue: int, end: int) -> QuoteMention | None:
        """Read English reports without 'that': said the project would; ..., the ministry said."""
        sense = self._sense(cue, S.SPEECH)
        if sense is None or sense.role != "verb":
            return None
        first, _ = self.tagged.sentences[self.tagged.sentence_of[cue]]
        following = self.entries[cue + 1] if cue + 1 < end else None
        if (
            self._norm(cue) in ("said", "says")
            and following is not None
            and following.kind == LATIN
        ):
            if following.mask & S.STOP and self._norm(cue + 1) not in ("on", "in", "at", "during"):
                speaker = self._speaker(cue, cue + 1)
                return self._make(cue + 1, end, False, cue, speaker)
        return self._inverted(first, cue, end)

    def _inverted(self, first: int, cue: int, end: int) -> QuoteMention | None:
        """Read '<statement>, the ministry announced on Wednesday.'"""
        if end - cue > 6:
            return None
        mention = self._mention_ending(cue)
        if mention is None:
            return None
        comma = mention.first - 1
        while comma > first and self._norm(comma) in ("the", "a", "h.e."):
            comma -= 1
        if self._norm(comma) not in (",", "\u060c"):
            return None
        entity = self._entity_of(mention)
        start = first
        for k in range(first, comma):  # behind a dateline
            if self._norm(k) in ("-", "--", "---", "\u2013", "\u2014", ":") and k - first < 25:
                start = k + 1
        return self._make(start, comma, False, cue, entity)

    # -- speakers --------------------------------------------------------------------------

    def _between(self, first: int, last: int) -> list[tuple[NamedMention, Entity]]:
        low = bisect_left(self.firsts, first)
        high = bisect_left(self.firsts, last)
        return self.mentions[low:high]

    def _mention_ending(self, last: int) -> NamedMention | None:
        for mention, _ in reversed(self._between(last - 12, last)):
            if mention.last == last:
                return mention
        return None

    def _entity_of(self, mention: NamedMention) -> Entity | None:
        return next(
            (e for m, e in self._between(mention.first, mention.first + 1) if m is mention), None
        )

    def _speaker(self, cue: int, until: int) -> Entity | None:
        """Return who speaks at a cue whose speech starts at a token."""
        if self.entries[cue].kind == LATIN:
            return self._before_cue(cue) or self._silent_speaker(cue)
        between = self._between(cue + 1, until)
        person = next(
            (e for m, e in between if e.type == "person" and not self._is_object(m, cue)), None
        )
        if person is not None:
            return person
        holder = self._office_holder(cue + 1)
        if holder is not None:
            return holder
        spoken_for = self._mask(cue + 1) & S.COMMUNIQUE
        for mention, entity in between:
            if spoken_for or not self._is_object(mention, cue):
                return entity
        if self._names_somebody(cue + 1, until):
            return None
        sense = self.entries[cue].senses[S.SPEECH]
        if sense.role == "participle" or not self.entries[cue].clitics:
            return self._before_cue(cue) or self._silent_speaker(cue)
        return self._before_cue(cue, persons_only=True) or self._silent_speaker(cue)

    def _is_object(self, mention: NamedMention, cue: int) -> bool:
        """Tell whether a preposition makes a mention something else than the subject."""
        entry = self.entries[mention.first]
        if entry.clitics.endswith(("ل", "ب", "ك")):
            return True
        k = mention.first - 1
        while k > 0 and self.entries[k].mask & S.HONORIFIC:
            if self.entries[k].clitics.endswith("ل"):
                return True
            k -= 1
        if k == cue:
            return False
        sense = self.entries[k].senses.get(S.STOP)
        return sense is not None and sense.role == "prep"

    def _names_somebody(self, i: int, until: int) -> bool:
        """Tell whether a subject stands behind a verb that is no entity of ours: أكد المشاركون أن."""
        if i >= until:
            return False
        entry = self.entries[i]
        if (
            entry.kind != WORD
            or entry.clitics
            or entry.mask & (S.STOP | S.RELATIVE_DAY | S.DATE_WORD | S.SPEECH)
        ):
            return False
        return entry.definite or bool(entry.mask & (S.ROLE | S.NOUN | S.ORG_HEAD | S.COMMUNIQUE))

    def _office_holder(self, i: int) -> Entity | None:
        """Return the one person known to hold the office at a token: وأكد محافظ المنيا أن."""
        if not self._mask(i) & S.ROLE or self.entries[i].kind != WORD:
            return None
        end = i + 1
        while (
            end < self.size
            and self.entries[end].kind == WORD
            and not self._mask(end) & (S.COMPLEMENTIZER | S.STOP)
        ):
            end += 1
        said = normalize(self.tagged.text[self.tagged.start_of(i) : self.tagged.ends[end - 1]])
        return self.holders.get(said)

    def _before_cue(self, cue: int, persons_only: bool = False) -> Entity | None:
        """Return the subject that stands before its verb: the nearest person, else a body."""
        first, _ = self.tagged.sentences[self.tagged.sentence_of[cue]]
        pronoun = self._sense(cue - 1, S.TITLE_MENTION)
        if pronoun is not None and pronoun.role == "pronoun":
            return self._by_gender(pronoun.value, cue)
        before = self._between(first, cue)
        for mention, entity in reversed(before):
            if entity.type == "person" and not self._is_object(mention, cue):
                return entity
        if persons_only:
            return None
        for mention, entity in before:
            if entity.type == "organization" and not self._is_object(mention, cue):
                return entity
        return None

    def _by_gender(self, gender: object, i: int) -> Entity | None:
        last = self.last_speaker
        if last is not None and last.type == "person" and last.gender in ("", gender):
            last.gender = str(gender)  # he or she tells it from now on
            return last
        high = bisect_left(self.firsts, i)
        for _, entity in reversed(self.mentions[max(0, high - _LOOK_BACK) : high]):
            if entity.type == "person" and entity.gender in ("", gender):
                entity.gender = str(gender)
                return entity
        return None

    def _silent_speaker(self, cue: int) -> Entity | None:
        """Return whoever spoke last: وأضاف أن, adding that."""
        if self.last_speaker is not None:
            return self.last_speaker
        high = bisect_left(self.firsts, cue)
        return self.mentions[high - 1][1] if high else None

    def _speaker_around(self, closing: int, cue: int) -> Entity | None:
        """Return the speaker named between a closing mark and its cue, or right behind the cue."""
        pronoun = self._sense(cue - 1, S.TITLE_MENTION)
        if pronoun is not None and pronoun.role == "pronoun":
            return self._by_gender(pronoun.value, cue)
        for _, entity in self._between(closing, cue + 6):
            return entity
        return self._silent_speaker(cue)
