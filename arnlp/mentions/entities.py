"""Where persons, bodies, places, events, programmes, products, laws and awards are named.

One walk over the tokens at which a name may start, from left to right. What the mentions refer to
is decided afterwards, in :mod:`~arnlp.mentions.coreference`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from arnlp.lexicon import senses as S
from arnlp.mentions.arabic_names import ArabicNames
from arnlp.mentions.context import Context, stands_alone
from arnlp.mentions.latin_names import LatinNames
from arnlp.mentions.marks import Quoted
from arnlp.mentions.named import NamedMention, RoleMention
from arnlp.mentions.nouns import is_adjective
from arnlp.text.tokens import BREAK, LATIN, NUMERAL, WORD

if TYPE_CHECKING:
    from arnlp.lexicon.lexicon import Place

_TRIGGERS = (
    S.KNOWN_NAME | S.ORG | S.ORG_HEAD | S.NAMED_HEAD | S.HONORIFIC | S.ROLE | S.GIVEN_NAME
    | S.PARTICLE | S.PLACE | S.PLACE_HEAD | S.CAPITAL | S.TITLE_MENTION | S.BARE_ROLE | S.AGENCY
)  # fmt: skip
_COMMAS = frozenset("\u060c,")
_MAX_QUOTED = 9
_NAMED_BY_PLACE = frozenset(("programme",))
_NAMED_BY_RUN = frozenset(("event", "award"))


def find_named(context: Context, quoted: list[Quoted]) -> list[NamedMention]:
    """Return the places where entities are named, in their order, none inside another."""
    return _Finder(context, quoted).find()


class _Finder(ArabicNames, LatinNames):
    def __init__(self, context: Context, quoted: list[Quoted]) -> None:
        super().__init__(context)
        self.quoted = {q.opening: q for q in quoted if q.balanced and q.opening >= 0}
        self.out: list[NamedMention] = []
        self.claimed: dict[int, int] = {}  # persons found ahead of the walk: start to end
        self.roles_used: set[int] = set()

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
        return _without_overlaps(self.out)

    # -- making mentions -------------------------------------------------------------------

    def _add(self, first: int, last: int, type_: str, **more: object) -> NamedMention:
        tagged = self.tagged
        mention = NamedMention(
            first,
            last,
            tagged.start_of(first),
            tagged.ends[last - 1],
            type_,
            **more,  # type: ignore[arg-type]
        )
        self.out.append(mention)
        return mention

    def _known(self, i: int, mask: int) -> int:
        """Emit a name of the gazetteers at a token; return its end, 0 where there is none."""
        if mask & S.KNOWN_NAME:
            type_ = self.entries[i].senses[S.KNOWN_NAME].role
            if type_ != "-":
                self._add(i, i + 1, type_)
            return i + 1
        if mask & S.ORG:
            sense = self.entries[i].senses[S.ORG]
            if self.entries[i].kind == LATIN and not self.entries[i].caps:
                return 0
            self._add(
                i, i + 1, "organization", known=sense.value, names=sense.extra, country=sense.role
            )
            return i + 1
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
        if mask & S.GIVEN_NAME and (end := self._given(i)):
            return end
        if mask & S.PARTICLE and (end := self._around_particle(i)):
            return end
        if mask & (S.PLACE | S.PLACE_HEAD):
            return self._place(i)
        return 0

    def _title(self, i: int, mask: int) -> None:
        """Note a word that stands for somebody or some body named before; it is resolved later."""
        kind = S.TITLE_MENTION if mask & S.TITLE_MENTION else S.BARE_ROLE
        sense = self.entries[i].senses[kind]
        if sense.role == "pronoun" or (kind == S.BARE_ROLE and self._continues(i + 1)):
            return
        if self._norm(i - 1) == "عن":  # أعرب عن سعادته: his happiness
            return
        gender = sense.value if kind == S.TITLE_MENTION and sense.value else ""
        self._add(i, i + 1, "person", kind="title", gender=gender, head=self.entries[i].norm)

    def _continues(self, j: int) -> bool:
        """Tell whether a definite office is carried on (الوزير الأول, الأمين العام للجامعة)."""
        if j >= self.size or self.entries[j].kind != WORD:
            return False
        entry = self.entries[j]
        if entry.mask & (S.SPEECH | S.VERB | S.STOP):
            return False
        return entry.norm.startswith(("ال", "لل")) or bool(entry.mask & (S.PLACE | S.ORG_HEAD))

    def _person(
        self, first: int, end: int, honorifics: tuple[int, int], roles: list[RoleMention]
    ) -> int:
        """Emit a person with what stands around the name; return where the walk goes on."""
        tagged = self.tagged
        words: list[str] = []
        gender = ""
        for k in range(*honorifics):
            sense = self.entries[k].senses.get(S.HONORIFIC)
            if sense is None:
                continue
            closing = k + 1
            if self._norm(closing) == "." and self._adjacent(closing):
                closing += 1
            words.append(tagged.text[tagged.start_of(k) : tagged.ends[closing - 1]].rstrip("/"))
            gender = sense.value if isinstance(sense.value, str) else gender
        given = self._sense(first, S.GIVEN_NAME)
        if not gender and given is not None and isinstance(given.value, str):
            gender = given.value
        if not gender and any(_is_feminine(role.title) for role in roles):
            gender = "f"
        kind = "name" if end - first > 1 or words or roles else "short"
        self._add(
            first, end, "person", kind=kind, honorifics=words,
            roles=[*roles, *self._offices_after(end)], gender=gender,
        )  # fmt: skip
        return end

    def _offices_after(self, end: int) -> list[RoleMention]:
        """Read the offices behind a name: after a comma, or at once; several in a chain."""
        j = end
        while self._mask(j) & S.PRAYER or (
            self._norm(j) in ("\u0640", "-", "\u2013") and self._mask(j + 1) & S.PRAYER
        ):
            j += 1
        if self._norm(j) in _COMMAS:
            j += 1
            if self._norm(j) == "the":
                j += 1
        roles: list[RoleMention] = []
        while j < self.size and self.entries[j].mask & S.ROLE:
            if self.entries[j].clitics not in ("", "و" if roles else ""):
                break
            role = self._office(j)
            if role is None or (not roles and self._is_bare(role)):
                break
            roles.append(role)
            self.roles_used.add(j)
            j = role.last
        return roles

    def _office(self, i: int) -> RoleMention | None:
        return self.role_at(i) if self.entries[i].kind == WORD else self.latin_role_at(i)

    def _is_bare(self, role: RoleMention) -> bool:
        entry = self.entries[role.first]
        return role.last == role.first + 1 and bool(entry.mask & S.BARE_ROLE) and entry.kind == WORD

    def _honoured(self, i: int) -> int:
        """Read a person behind honorifics, an office perhaps between them."""
        chain = self.honorific_end(i)
        if chain == i:
            return 0
        roles: list[RoleMention] = []
        start = chain
        if (
            self._mask(chain) & S.ROLE
            and not self.starts_name(chain)
            and (role := self.role_at(chain))
        ):
            further = self.honorific_end(role.last)
            roles, start = [role], further
            self.roles_used.add(chain)
            if further == role.last and not (
                self.starts_name(further) or self.looks_like_name(further)
            ):
                return 0
        end = self.name_end(start)
        if end == start:
            return 0
        if roles:
            self._claim(start, end, (i, start), roles)
            return 0
        return self._person(start, end, (i, start), roles)

    def _claim(
        self, start: int, end: int, honorifics: tuple[int, int], roles: list[RoleMention]
    ) -> None:
        """Emit a person who stands ahead of the walk, which goes on inside the office before."""
        if start in self.claimed:
            return
        self._person(start, end, honorifics, roles)
        for k in range(
            honorifics[1] if honorifics[0] < roles[0].first else honorifics[0], start + 1
        ):
            self.claimed[k] = end
        self.claimed[start] = end

    def _office_before(self, i: int) -> None:
        """Read an office with the name of its holder behind it."""
        if i in self.roles_used:
            return
        role = self.role_at(i)
        if role is None:
            return
        j = role.last
        if (
            self._norm(j) in _COMMAS
            and self._mask(j + 1) & S.HONORIFIC
            and not self.entries[j + 1].clitics
        ):
            j += 1
        start = self.honorific_end(j) if j < self.size and not self.entries[j].clitics else j
        if start == j and not (self.starts_name(j) or self.looks_like_name(j)):
            return
        end = self.name_end(start)
        if end > start:
            self._claim(start, end, (j, start), [role])

    def _body(self, i: int) -> int:
        before = self._mask(i - 1)
        quoted = self.quoted.get(i + 1)
        if quoted is not None and not self.entries[i].definite:
            return 0  # the quotation marks hold the name
        end = self.body_end(i, in_role=bool(before & (S.ROLE | S.SPEECH | S.VERB)))
        if not end:
            if self.entries[i].definite and not self._is_described(i + 1):
                head = self.entries[i].norm
                self._add(i, i + 1, "organization", kind="short", head=head, known="?")
            return 0
        head = self.entries[i].norm
        for claimed in self.claimed:
            if i < claimed < end:
                end = claimed
        self._add(i, end, "organization", head=head, country=self._country_in(i, end))
        return end

    def _is_described(self, j: int) -> bool:
        """Tell whether a bare head is one of several: المركز الثالث, المستشفى الجديد."""
        if j >= self.size or self.entries[j].kind != WORD:
            return False
        entry = self.entries[j]
        if entry.mask & (S.ORDINAL | S.NUMBER) and entry.definite:
            return True
        return is_adjective(entry, True)

    def _country_in(self, i: int, end: int) -> str:
        for k in range(i, end):
            sense = self._sense(k, S.NATIONALITY)
            if sense is not None:
                return str(sense.value)
        return ""

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
        if not closed or end == i + 1:
            return 0
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

    def _given(self, i: int) -> int:
        """Read a person's name that nothing announces; two words at least."""
        if not self.starts_name(i):
            return 0
        before = self.entries[i - 1] if i else None
        if before is not None and before.mask & S.PLACE_HEAD and not before.mask & S.STOP:
            return 0
        end = self.name_end(i)
        if end - i < 2:
            return 0
        return self._person(i, end, (i, i), [])

    def _around_particle(self, i: int) -> int:
        """Read X بن Y where X is no known name, and أبو X."""
        if self.entries[i].senses[S.PARTICLE].role != "son" or not i:
            return 0
        previous = self.out[-1] if self.out else None
        if previous is not None and previous.last >= i:
            return 0
        if not self.starts_name(i - 1):
            return 0
        end = self.name_end(i - 1)
        return self._person(i - 1, end, (i, i), []) if end > i else 0

    # -- places ----------------------------------------------------------------------------

    def _place(self, i: int) -> int:
        entry = self.entries[i]
        if entry.mask & S.PLACE_HEAD and not entry.mask & S.PLACE:
            return self._headed_place(i)
        if entry.kind == LATIN and not entry.caps:
            return 0
        place = self._choose_place(i)
        if place is None:
            return 0
        self._add_place(i, i + 1, place)
        return i + 1

    def _add_place(self, first: int, last: int, place: Place) -> None:
        known = f"{place.country.lower()}-{place.kind}-{place.en or place.ar}"
        self._add(
            first, last, "place", known=known, names=(place.ar or None, place.en or None),
            country=place.country,
        )  # fmt: skip

    def _choose_place(self, i: int) -> Place | None:
        """Choose among the places that a name may mean: the release's own country first."""
        entry = self.entries[i]
        if entry.mask & S.AGENCY and stands_alone(self.tagged, i):
            return None
        candidates: tuple[Place, ...] = entry.senses[S.PLACE].value
        firm = [place for place in candidates if not place.weak or entry.kind == LATIN]
        if not firm:
            firm = [place for place in candidates if place.country == self.context.country]
            if not firm or not self._supported(i):
                return None
        spelled = {"\u064f": "OM", "\u0651": "JO"}  # عُمان, عمّان
        if len(firm) > 1:
            for mark, country in spelled.items():
                if mark in entry.surface[:4] and (
                    found := [p for p in firm if p.country == country]
                ):
                    return found[0]
        home = [place for place in firm if place.country == self.context.country]
        return (home or firm)[0]

    def _supported(self, i: int) -> bool:
        """Tell whether a place whose name is a common word has a place's company."""
        if self._mask(i - 1) & S.PLACE_HEAD:
            return True
        for k in (i - 1, i + 1):
            if (
                0 <= k < self.size
                and (sense := self._sense(k, S.PLACE))
                and not all(p.weak for p in sense.value)
            ):
                return (
                    self.entries[max(k, i)].clitics.endswith("و") or self.entries[k].kind == LATIN
                )
        if self._norm(i - 1) == "في" and not self.entries[i].clitics:
            return self._norm(i + 1) in ("", ".", "\u060c", "و", "\n", "(") or bool(
                self._mask(i + 1) & (S.STOP | S.VERB | S.SPEECH)
            )
        return False

    def _headed_place(self, i: int) -> int:
        """Read a place told by its head alone: مدينة X, منطقة الواحة, ولاية Y."""
        j = i + 1
        if j >= self.size or self.entries[j].kind != self.entries[i].kind:
            return 0
        entry = self.entries[j]
        if entry.kind == LATIN:
            return 0
        sense = self.entries[i].senses[S.PLACE_HEAD]
        if (
            sense.role != "name"
            or self.entries[i].definite
            or entry.clitics
            or entry.mask & ~(S.GIVEN_NAME | S.NOT_ADJECTIVE | S.PLACE_HEAD)
        ):
            return 0
        if entry.norm.endswith(("يه", "ي", "ات")) or (
            not entry.definite and entry.norm.endswith("ه")
        ):
            return 0
        end = j + 1
        if self._norm(end) == "-" and self._adjacent(end) and self._adjacent(end + 1):
            end += 2
        elif end < self.size and self.entries[end].kind == WORD and self.entries[end].definite:
            return 0
        self._add(i, end, "place")
        return end

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
            self._add(i + 1, quoted.closing, previous.type, kind="short", known="=")
            return quoted.closing
        if inside[0].mask & (S.ORG | S.KNOWN_NAME) and len(inside) == 1:
            return 0
        type_ = self._type_before(i) or self._type_inside(i + 1)
        if type_ is None:
            return 0
        self._add(i + 1, quoted.closing, type_)
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
        if mask & S.KNOWN_NAME or (mask & S.ORG and self._is_capital(i)):
            return self._known(i, mask)
        if mask & S.HONORIFIC and self._is_capital(i):
            start = self.latin_honorific_end(i)
            end = self.latin_name_end(start)
            if end > start:
                return self._person(start, end, (i, start), [])
        if mask & S.ROLE:
            return self._latin_office(i)
        if mask & S.ORG_HEAD and (end := self._latin_bare(i)):
            return end
        if not self._in_run(i) or (mask & S.PARTICLE and not self._is_capital(i + 1)):
            return self._latin_place(i) if mask & S.PLACE else 0
        if self.starts_latin_name(i):
            end = self.latin_name_end(i)
            run = self.latin_run(i)
            if not self.latin_body_end(i, run):
                return self._person(i, end, (i, i), [])
        return self._latin_run_name(i)

    def _latin_office(self, i: int) -> int:
        """Read an office with its holder behind it; the walk goes on inside the office."""
        if i in self.roles_used:
            return 0
        role = self.latin_role_at(i)
        if role is None:
            return 0
        j = role.last
        if self._norm(j) in _COMMAS and self._mask(j + 1) & S.HONORIFIC:
            j += 1
        start = self.latin_honorific_end(j)
        if start == j and not (
            self.starts_latin_name(j) or (role.last > i + 1 and self._is_full_name(j))
        ):
            return 0
        end = self.latin_name_end(start)
        if end > start:
            self._claim(start, end, (j, start), [role])
        return 0

    def _is_full_name(self, j: int) -> bool:
        """Tell whether two or three capitalised words that mean nothing else stand at a token."""
        end = self.latin_name_end(j)
        return 2 <= end - j <= 4 and not any(
            e.mask & (S.PLACE | S.NATIONALITY) for e in self.entries[j:end]
        )

    def _latin_run_name(self, i: int) -> int:
        run = self.latin_run(i)
        end = self.latin_body_end(i, run)
        if end > i + 1:
            head = self._latin_head(i, end)
            self._add(i, end, "organization", head=head, country=self._country_in(i, end))
            return end
        if self._mask(i) & S.PLACE:
            return self._latin_place(i)
        for j in range(run - 1, i, -1):
            if (sense := self._sense(j, S.NAMED_HEAD)) is not None:
                self._add(i, j + 1, sense.role)
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

    def _latin_head(self, i: int, end: int) -> str:
        """Return the word that tells what a body is: its first before 'of', else its last."""
        heads = [k for k in range(i, end) if self._mask(k) & S.ORG_HEAD]
        before = [k for k in heads if self._norm(k + 1) in ("of", "for")]
        return self._norm((before or heads or [i])[-1])

    def _latin_bare(self, i: int) -> int:
        """Read a bare head that refers back to a body: the agency, The Centre's."""
        if self._norm(i - 1) != "the" or self._norm(i + 1) in ("of", "for") or self._in_run(i + 1):
            return 0
        self._add(i, i + 1, "organization", kind="short", head=self._norm(i), known="?")
        return i + 1

    def _latin_place(self, i: int) -> int:
        if self.entries[i].caps and (place := self._choose_place(i)) is not None:
            self._add_place(i, i + 1, place)
            return i + 1
        return 0


def _is_feminine(title: str) -> bool:
    return title.split(" ", 1)[0].endswith("ة")


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
