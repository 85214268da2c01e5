"""Facts that are no figures: launches, agreements, events, appointments and descriptions.

Each starts at a verb of its class, with its subject beside it, and is written only where the
sentence states both.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from arnlp.facts.analysis import Analysis, Index, is_object
from arnlp.lexicon import senses as S
from arnlp.lexicon.numerals import as_number
from arnlp.mentions.coreference import Entity
from arnlp.mentions.engine import Engine
from arnlp.mentions.nouns import is_adjective, looks_verbal
from arnlp.text.tokens import BREAK, LATIN, NUMERAL, WORD

_REACH = 14  # tokens between a verb and its subject or object
_MAX_OBJECT = 10
_DATE_REACH = 8  # tokens behind an object in which its date stands
_BEFORE_OBJECT = S.RELATIVE_DAY | S.WEEKDAY | S.PERIOD | S.SET | S.COMMA | S.QUOTE_MARK
_ENDS_OBJECT = S.COMPLEMENTIZER | S.RELATIVE_DAY | S.PERIOD | S.MONTH | S.BOUND | S.RELATION
_ARTICLES = frozenset(("its", "the", "a", "an", "on"))


@dataclass(slots=True)
class Happening:
    """Something that happened, over the tokens of its evidence."""

    type: str
    rule: str
    first: int
    last: int
    subject: Entity | None = None
    object: str = ""
    role: str | None = None
    parties: list[Entity] = field(default_factory=list)
    value: Any = None
    date: str | None = None
    place: str | None = None
    confidence: float = 0.8


def find_happenings(analysis: Analysis, index: Index) -> list[Happening]:
    """Return what happened in a text, in its order."""
    return _Finder(analysis, index).find()


class _Finder(Engine):
    def __init__(self, analysis: Analysis, index: Index) -> None:
        super().__init__(analysis.context)
        self.analysis = analysis
        self.index = index

    def find(self) -> list[Happening]:
        out: list[Happening] = []
        done: set[tuple[int, str]] = set()
        readers: dict[str, Callable[[int], Happening | None]] = {
            "launch": self._launch,
            "sign": self._agreement,
            "appoint": self._appointment,
        }
        for i in self.tagged.with_mask(S.VERB):
            role = self.entries[i].senses[S.VERB].role
            key = (self.tagged.sentence_of[i], role)
            if role not in readers or key in done or not self._is_finite(i):
                continue
            found = readers[role](i)
            if found is not None:
                done.add(key)
                out.append(found)
        out += self._events()
        out += self._descriptions()
        out.sort(key=lambda happening: (happening.first, happening.type))
        return out

    def _is_finite(self, i: int) -> bool:
        """Tell whether a word is a verb here and no verbal noun: أطلق, not إطلاق."""
        entry = self.entries[i]
        if entry.kind == LATIN:
            if (aux := self._sense(i - 1, S.STOP)) is not None and aux.role == "aux":
                return False  # was signed: its subject did not sign
            return not entry.caps or self.index.section_at(self.tagged.starts[i]) != "body"
        if entry.definite or entry.clitics.endswith(("ل", "ب")):
            return False
        if entry.norm[-2:-1] in ("ا", "ي"):
            return False
        before = self.entries[i - 1] if i else None
        # ساعات طرح الأحمال: behind an indefinite noun it is its construct
        return (
            before is None
            or before.kind != WORD
            or before.definite
            or bool(
                entry.clitics
                or before.mask & (S.STOP | S.COMPLEMENTIZER | S.RELATIVE_DAY | S.PLACE)
            )
        )

    def _sentence(self, i: int) -> tuple[int, int]:
        """Return the sentence of a token, without a dateline at its head."""
        first, last = self.tagged.sentences[self.tagged.sentence_of[i]]
        dateline = self.analysis.dateline
        if dateline is not None and first < dateline.last <= i:
            first = dateline.last
        return first, last

    def _subject(self, i: int) -> tuple[Entity, int] | None:
        """Return the subject of a verb with its end: behind an Arabic verb, else before it."""
        first, last = self._sentence(i)
        if self.entries[i].kind == WORD:
            for mention, entity in self.index.named_between(i + 1, min(last, i + 9)):
                kinds = ("organization", "person", "programme")
                if entity.type in kinds and not is_object(self.analysis, mention):
                    return entity, mention.last
        for mention, entity in reversed(self.index.named_between(first, i)):
            if entity.type in ("organization", "person") and not is_object(self.analysis, mention):
                return entity, i + 1
        return None

    # -- objects ---------------------------------------------------------------------------

    def _object(self, i: int, last: int) -> tuple[int, int] | None:
        """Return the noun phrase at or behind a token: what was launched."""
        start = self._object_start(i, last)
        j = start
        while j < last and j - start < _MAX_OBJECT and self._in_object(j, start):
            j += 1
        return (start, j) if j > start else None

    def _object_start(self, i: int, last: int) -> int:
        """Skip what may stand before an object: days, a name in marks, phrases with a name."""
        j = i
        while j < last:
            entry = self.entries[j]
            following = self.index.named_between(j, j + 2)
            if entry.mask & S.STOP and following and following[0][0].first == j + 1:
                j = following[0][0].last
            elif (
                entry.norm[0] == "ب"
                and self._norm(j + 1) == "مع"
                and (named := self.index.named_between(j + 2, j + 3))
            ):  # بالتعاون مع وزارة العمل
                j = named[0][0].last
            elif following and following[0][0].first == j and following[0][0].kind == "short":
                j = following[0][0].last
            elif entry.mask & _BEFORE_OBJECT or entry.norm in _ARTICLES:
                j += 1
            else:
                break
        return j

    def _in_object(self, j: int, start: int) -> bool:
        entry = self.entries[j]
        if entry.kind == NUMERAL or entry.mask & S.NUMBER:
            return True
        if j > start and self._is_hyphen(j):  # a 12-megawatt plant
            return True
        if entry.kind not in (WORD, LATIN) or entry.mask & _ENDS_OBJECT:
            return False
        if entry.mask & S.STOP:
            return entry.kind == LATIN and entry.norm in ("of", "and", "for", "a") and j > start
        if entry.mask & S.VERB and not entry.definite:
            return entry.kind == LATIN and j > start
        if entry.kind == WORD and j > start and not entry.definite:
            if self.entries[j - 1].definite and not entry.clitics:
                return False
            if self._mask(j - 1) & S.PAPER and not entry.mask:  # مذكرة تفاهم
                return True
            return not looks_verbal(entry.norm) or is_adjective(entry, False)
        return True

    def _date(self, i: int, end: int) -> str | None:
        """Return when something happened: the first day or period in its clause."""
        first, last = self._sentence(i)
        for mention in self.index.dates_between(first, min(last, end + _DATE_REACH)):
            stretch = mention.stretch
            if (
                mention.kind in ("date", "interval")
                and stretch is not None
                and stretch.last is not None
            ):
                return stretch.edtf
        return None

    def _text(self, first: int, last: int) -> str:
        tagged = self.tagged
        return " ".join(tagged.text[tagged.start_of(first) : tagged.ends[last - 1]].split())

    # -- the types -------------------------------------------------------------------------

    def _launch(self, i: int) -> Happening | None:
        subject = self._subject(i)
        if subject is None:
            return None
        _, last = self._sentence(i)
        start = self._behind_apposition(max(subject[1], i + 1), last)
        found = self._object(start, last)
        if found is None:
            return None
        return Happening(
            "launch", "launch.verb", min(i, found[0]), found[1], subject=subject[0],
            object=self._text(*found), date=self._date(i, found[1]),
        )  # fmt: skip

    def _behind_apposition(self, i: int, last: int) -> int:
        """Return the token behind what stands between commas at a token, itself without one."""
        if i >= last or not self.entries[i].mask & S.COMMA:
            return i
        for j in range(i + 1, min(last, i + _REACH)):
            if self.entries[j].mask & S.COMMA:
                return j + 1
        return i

    def _agreement(self, i: int) -> Happening | None:
        _, last = self._sentence(i)
        papers = (j for j in range(i + 1, min(last, i + 2 * _REACH)) if self._mask(j) & S.PAPER)
        paper = next(papers, None)
        if paper is None:
            return None
        end = paper + 1
        while end < last and end - paper < 5 and self._in_object(end, paper):
            end += 1
        counted = self.index.quantity_at(paper)
        start = counted.first if counted is not None else paper
        parties: list[Entity] = []
        subject = self._subject(i)
        if subject is not None:
            parties.append(subject[0])
        for mention, entity in self.index.named_between(paper, last):
            if entity.type == "organization" and entity not in parties:
                if self._joined(paper, mention.first):
                    parties.append(entity)
        if not parties:
            return None
        return Happening(
            "agreement", "agreement.signed", min(i, start), end, object=self._text(start, end),
            parties=parties, value=as_number(counted.value) if counted is not None else None,
            date=self._date(i, end),
        )  # fmt: skip

    def _joined(self, paper: int, mention: int) -> bool:
        """Tell whether a body is a party: 'with' stands between the paper and it."""
        if mention - paper > _REACH:
            return False
        senses = (self._sense(j, S.RELATION) for j in range(paper, mention))
        return any(sense is not None and "with" in sense.value for sense in senses)

    def _appointment(self, i: int) -> Happening | None:
        _, last = self._sentence(i)
        for mention, entity in self.index.named_between(i + 1, min(last, i + _REACH)):
            if entity.type != "person":
                continue
            for j in range(mention.last, min(last, mention.last + 4)):
                if self._mask(j) & S.ROLE:
                    end = j + 1
                    while end < last and end - j < 8 and self._in_object(end, j):
                        end += 1
                    return Happening(
                        "appointment", "appointment.verb", i, end, subject=entity,
                        role=self._text(j, end), date=self._date(i, end),
                    )  # fmt: skip
        return None

    def _events(self) -> list[Happening]:
        """Read the events that a sentence says are held, with their date and place."""
        out = []
        for entity in self.analysis.entities:
            if entity.type != "event":
                continue
            for mention in entity.mentions:
                first, last = self._sentence(mention.first)
                verbs = (
                    j for j in range(first, last)
                    if (sense := self._sense(j, S.VERB)) is not None and sense.role == "hold"
                )  # fmt: skip
                verb = next(verbs, None)
                if verb is None:
                    continue
                named = self.index.named_between(first, last)
                place = next((e.name for _, e in named if e.type == "place"), None)
                out.append(
                    Happening(
                        "event", "event.held", min(verb, mention.first), max(verb + 1, mention.last),
                        subject=entity, object=entity.name, date=self._date(mention.first, last), place=place,
                    )
                )  # fmt: skip
                break
        return out

    def _descriptions(self) -> list[Happening]:
        """Read what the background part says of the body that it is about."""
        out = []
        subject: Entity | None = None
        for part in self.analysis.sections:
            if part.kind != "boilerplate":
                continue
            first, last = self.tagged.token_range(part.start, part.end)
            named = [
                e for _, e in self.index.named_between(first, last) if e.type == "organization"
            ]
            if not self._is_sentence(first, last):
                subject = named[0] if named else subject
                continue
            about = subject or (named[0] if named else None)
            if about is None:
                continue
            end = self.tagged.sentences[self.tagged.sentence_of[first]][1]
            while end > first + 1 and self.entries[end - 1].mask & S.END_MARK:
                end -= 1
            out.append(
                Happening(
                    "description", "description.background", first, end, subject=about,
                    object=self._text(first, end),
                )
            )  # fmt: skip
        return out

    def _is_sentence(self, first: int, last: int) -> bool:
        """Tell whether a part holds a sentence, and is no heading."""
        while last > first and self.entries[last - 1].kind == BREAK:
            last -= 1
        return last - first > 6 and any(
            self._mask(j) & (S.VERB | S.STOP) for j in range(first, last)
        )
