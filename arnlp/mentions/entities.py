"""Where persons, bodies, places, events, programmes, products, laws and awards are named.

One walk over the tokens at which a name may start, from left to right. What the mentions refer to
is decided afterwards, in :mod:`~arnlp.mentions.coreference`.
"""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.lexicon.bodies import bodies
from arnlp.mentions.context import Context
from arnlp.mentions.marks import Quoted
from arnlp.mentions.model_names import ModelFinder
from arnlp.mentions.named import NamedMention
from arnlp.mentions.persons import PersonFinder
from arnlp.text.tokens import BREAK, LATIN, NUMERAL, WORD

_TRIGGERS = (
    S.KNOWN_NAME | S.ORG | S.ORG_HEAD | S.NAMED_HEAD | S.HONORIFIC | S.ROLE | S.GIVEN_NAME
    | S.PARTICLE | S.PLACE | S.PLACE_HEAD | S.CAPITAL | S.TITLE_MENTION | S.BARE_ROLE | S.AGENCY
    | S.WEAK_PLACE
)  # fmt: skip
_MAX_QUOTED = 9
_NAMED_BY_PLACE = frozenset(("programme",))
_NAMED_BY_RUN = frozenset(("event", "award"))


def find_named(context: Context, quoted: list[Quoted]) -> list[NamedMention]:
    """Return the places where entities are named, in their order, none inside another."""
    return _Finder(context, quoted).find()


class _Finder(PersonFinder, ModelFinder):
    def __init__(self, context: Context, quoted: list[Quoted]) -> None:
        super().__init__(context)
        self.quoted = {q.opening: q for q in quoted if q.balanced and q.opening >= 0}

    def find(self) -> list[NamedMention]:
        done = 0
        for i in self.tagged.with_mask(_TRIGGERS | (S.QUOTE_MARK if self.quoted else 0)):
            if i < done:
                continue
            if i in self.claimed:
                done = self.claimed[i]
                continue
            entry = self.entries[i]
            if entry.mask & S.QUOTE_MARK:
                done = self._quoted_name(i) or done
            elif entry.kind == WORD:
                done = self._arabic(i, entry.mask) or done
            elif entry.kind == LATIN:
                done = self._latin(i, entry.mask) or done
        self._from_model()
        return _without_overlaps(self.out)

    def _known(self, i: int, mask: int) -> int:
        """Emit a name of the gazetteers at a token; return its end, 0 where there is none."""
        if mask & S.KNOWN_NAME:
            type_ = self.entries[i].senses[S.KNOWN_NAME].role
            if type_ != "-":
                self._add(i, i + 1, type_)
            return i + 1
        if mask & S.ORG:
            return self._known_body(i)
        return 0

    # -- Arabic ----------------------------------------------------------------------------

    def _arabic(self, i: int, mask: int) -> int:
        if mask & (S.KNOWN_NAME | S.ORG) and (end := self._known(i, mask)):
            return end
        if mask & S.HONORIFIC and (end := self._honoured(i)):
            return end
        if mask & S.ROLE:
            self._office_before(i)
        if mask & (S.TITLE_MENTION | S.BARE_ROLE):
            self._title(i, mask)
        if mask & S.ORG_HEAD and (end := self._body(i)):
            return end
        if mask & S.NAMED_HEAD and (end := self._named(i)):
            return end
        if mask & S.GIVEN_NAME and not self._is_ordinal(i) and (end := self._given(i)):
            return end
        if mask & S.PARTICLE and (end := self._around_particle(i)):
            return end
        if mask & (S.PLACE | S.PLACE_HEAD) or self.entries[i].weak:
            return self._place(i)
        return 0

    def _is_ordinal(self, i: int) -> bool:
        """Tell whether a name is the ordinal that it looks like: المشروع الثاني ناجح."""
        if not self._mask(i) & S.ORDINAL:
            return False
        return self.entries[i].definite or bool(self._mask(i + 1) & S.RANK_ADJECTIVE)

    def _named(self, i: int) -> int:
        """Read an event, programme, law or award named by its head noun."""
        sense = self.entries[i].senses[S.NAMED_HEAD]
        type_ = sense.role
        if type_ in ("law", "product") and (end := self._law_number(i)):
            self._add(i, end, "law")
            return end
        if self._norm(i + 1) in ('"', "\u00ab", "\u201c", "\u2039"):
            return 0
        if self.entries[i].definite:
            j = self._definite_body(i)
            if (
                j
                and self.entries[i].norm.startswith("ال")
                and type_ in ("event", "programme", "award")
            ):
                self._add(i, j, type_)
                return j
            return 0
        if type_ not in _NAMED_BY_RUN | _NAMED_BY_PLACE or i + 1 >= self.size:
            return 0
        following = self.entries[i + 1]
        proper = following.mask & (S.PLACE | S.GIVEN_NAME | S.HONORIFIC) and not following.clitics
        if type_ in _NAMED_BY_PLACE and not proper:
            return 0
        if following.kind != WORD or (following.mask & S.ADJECTIVE and not proper):
            return 0
        end, closed = self._construct(i, i + 1)
        if not closed or end == i + 1 or following.norm.startswith("لل"):
            return 0  # جائزة للناشرين: any prize for them
        if following.mask & S.HONORIFIC and not self.entries[end - 1].norm.startswith("لل"):
            return 0  # رؤية الشيخة مروة is her view
        self._add(i, end, type_)
        return end

    def _law_number(self, i: int) -> int:
        """Read القانون رقم (12) لسنة 2019: return its end, 0 for anything else."""
        j = i + 1
        while (
            j < i + 4 and j < self.size and self.entries[j].kind == WORD and self._norm(j) != "رقم"
        ):
            j += 1
        if self._norm(j) not in ("رقم", "no", "no."):
            return 0
        j += 1
        if self._norm(j) == "(":
            j += 1
        if j >= self.size or self.entries[j].kind != NUMERAL:
            return 0
        j += 1
        if self._norm(j) == ")":
            j += 1
        if (
            self._norm(j) in ("لسنه", "لعام", "of")
            and j + 1 < self.size
            and self.entries[j + 1].kind == NUMERAL
        ):
            j += 2
        return j

    # -- quotation marks -------------------------------------------------------------------

    def _quoted_name(self, i: int) -> int:
        """Read a name between quotation marks, told by the noun before them or inside."""
        quoted = self.quoted.get(i)
        if quoted is None or not 1 < quoted.closing - i <= _MAX_QUOTED:
            return 0
        inside = self.entries[i + 1 : quoted.closing]
        if any(
            e.mask & (S.COMPLEMENTIZER | S.END_MARK) or (e.mask & S.SPEECH and e.kind == LATIN)
            for e in inside
        ):
            return 0
        previous = self.out[-1] if self.out else None
        if previous is not None and previous.last == i and previous.kind == "name":
            self._add(i + 1, quoted.closing, previous.type, kind="short", alias_of=i)
            return quoted.closing
        if inside[0].mask & (S.ORG | S.KNOWN_NAME) and len(inside) == 1:
            return 0
        type_ = self._type_before(i) or self._type_inside(i + 1)
        body = self._quoted_body(i + 1, quoted.closing)
        if type_ is None and body is None:
            return 0
        mention = self._add(i + 1, quoted.closing, type_ or "organization")
        if body is not None and mention.type == "organization":
            self._identify(mention, body)
        return quoted.closing

    def _type_before(self, i: int) -> str | None:
        """Return the type that the noun before a quotation mark gives it."""
        k = i - 1
        while k >= 0 and (self.entries[k].mask & S.CLITIC or self._norm(k) in ("باسم", "بعنوان")):
            k -= 1
        for j in (k, k - 1):
            if j < 0 or self.entries[j].kind == BREAK:
                return None
            entry = self.entries[j]
            if entry.kind == LATIN:
                return None
            if entry.mask & S.NAMED_HEAD:
                return entry.senses[S.NAMED_HEAD].role
            if entry.mask & S.ORG_HEAD:
                return "organization"
            if j == k and not (entry.mask & S.ADJECTIVE or entry.definite):
                return None
        return None

    def _type_inside(self, i: int) -> str | None:
        entry = self.entries[i]
        if entry.kind != WORD or (entry.definite and self._norm(i + 1)[:2] != "ال"):
            return None
        if entry.mask & S.NAMED_HEAD:
            return entry.senses[S.NAMED_HEAD].role
        if entry.mask & S.ORG_HEAD and self.body_end(i):
            return "organization"
        return None

    # -- English ---------------------------------------------------------------------------

    def _latin(self, i: int, mask: int) -> int:
        if mask & S.TITLE_MENTION and not (
            mask & S.HONORIFIC and self._is_capital(self.latin_honorific_end(i))
        ):
            self._title(i, mask)
            return i + 1
        if mask & S.ORG and self._is_capital(i):
            end = self.latin_body_end(i, self.latin_run(i))
            if end > i + 1:
                self._add_body(i, end, self._latin_head(i, end))  # Asyad Group, known as Asyad
                return end
        if mask & S.KNOWN_NAME or (mask & S.ORG and self._is_capital(i)):
            return self._known(i, mask)
        if mask & S.HONORIFIC and self._is_capital(i) and not self._named_after_king(i):
            start = self.latin_honorific_end(i)
            end = self.latin_name_end(start)
            if end > start:
                return self._person(start, end, (i, start), [])
        if mask & S.ROLE:
            return self._latin_office(i)
        if mask & S.ORG_HEAD and (end := self._latin_bare(i)):
            return end
        if not self._in_run(i) or (mask & S.PARTICLE and not self._is_capital(i + 1)):
            return self._place(i)
        if self.starts_latin_name(i) or self._precedes_given(i):
            end = self.latin_name_end(i)
            run = self.latin_run(i)
            if not self.latin_body_end(i, run):
                return self._person(i, end, (i, i), [])
        return self._latin_run_name(i)

    def _precedes_given(self, i: int) -> bool:
        """Tell whether an unknown capitalised word opens a name, a given name behind it."""
        if self.masks[i] != S.CAPITAL or not self.starts_latin_name(i + 1) or not i:
            return False
        if self._is_capital(i - 1) or self._norm(i - 1) in ("of", "and", "for"):
            return False
        return not self.masks[i - 1] & (S.END_MARK | S.QUOTE_MARK)

    def _named_after_king(self, i: int) -> bool:
        """Tell whether a body named after somebody stands at an honorific: King Saud University."""
        run = self.latin_run(i)
        return run - i > 2 and self.latin_body_end(i, run) == run

    def _latin_run_name(self, i: int) -> int:
        run = self.latin_run(i)
        end = self.latin_body_end(i, run) or self._joint_body_end(i, run)
        known, owners = bodies().longest(self.entries, i)
        if owners and (known > end or (self._norm(known) == "and" and self._is_at_home(owners))):
            end = known
        if end > i + 1:
            self._add_body(i, end, self._latin_head(i, end))
            return end
        if self._mask(i) & S.PLACE or self.entries[i].weak:
            if self._mask(i) & S.AGENCY and self._mask(i - 1) & S.SPEECH:
                return i + 1  # he told Petra: the agency
            return self._place(i)
        for j in range(run - 1, i, -1):
            if (sense := self._sense(j, S.NAMED_HEAD)) is not None:
                self._add(self._list_start(i), j + 1, sense.role)
                return j + 1
            if (sense := self._sense(j, S.PLACE_HEAD)) is not None and sense.role == "last":
                self._add(i, j + 1, "place")
                return j + 1
        if self._mask(i) & S.PLACE_HEAD and self._norm(i + 1) == "of":
            end = self.of_phrase(i + 1)
            if end > i + 1 and not self._mask(i + 2) & S.PLACE:
                self._add(i, end, "place")
                return end
        return 0

    def _list_start(self, i: int) -> int:
        """Return where a list of capitalised words starts that a run ends: Youth, Technology and Jobs."""
        first = i
        while self._norm(first - 1) in ("and", ",") and self._in_run(first - 2):
            if first == i and self._norm(first - 1) != "and":
                break
            first -= 2
            while self._in_run(first - 1):
                first -= 1
        previous = self.out[-1] if self.out else None
        return first if previous is None or previous.last <= first else i

    def _joint_body_end(self, i: int, run: int) -> int:
        """Return the end of a body with 'and' in its name: Roads and Transport Authority."""
        if self._norm(run) not in ("and", "&") or not self._in_run(run + 1):
            return 0
        if all(self.masks[k] & S.PLACE for k in range(i, run)) or self.starts_latin_name(i):
            return 0
        if any(self._norm(k) == "&" for k in range(i, run)):
            return 0  # Larsen & Toubro | and Trojan Construction Group
        if self._mask(run - 1) & S.ORG_HEAD or self._mask(run + 1) & S.PLACE:
            return 0  # Dubai Police and Etihad Airways are two
        further = self.latin_run(run + 1)
        end = self.latin_body_end(run + 1, further)
        return end if end == further and further - run > 2 else 0


def _without_overlaps(found: list[NamedMention]) -> list[NamedMention]:
    """Sort mentions; of two that overlap keep the person, else the one that starts first."""
    found.sort(key=lambda m: (m.start, -m.end))
    out: list[NamedMention] = []
    for mention in found:
        if out and mention.start < out[-1].end:
            if mention.type == "person" and mention.kind == "name" and out[-1].type != "person":
                out[-1] = mention
            continue
        out.append(mention)
    return out
