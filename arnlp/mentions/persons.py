"""Persons: behind honorifics, before and after their offices, and by their given names."""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.mentions.finder import NameFinder
from arnlp.mentions.named import RoleMention
from arnlp.text.tokens import LATIN, WORD

_COMMAS = frozenset("\u060c,")
_ARTICLES = frozenset(("the", "a", "an"))
_MAX_TOLD = 6
_MAX_APPOSED = 4


class PersonFinder(NameFinder):
    """Reads persons with what stands around their names."""

    def _title(self, i: int, mask: int) -> None:
        """Note a word that stands for somebody or some body named before; it is resolved later."""
        kind = S.TITLE_MENTION if mask & S.TITLE_MENTION else S.BARE_ROLE
        sense = self.entries[i].senses[kind]
        if sense.role == "pronoun" or (kind == S.BARE_ROLE and self._continues(i + 1)):
            return
        if self._norm(i - 1) == "عن":  # أعرب عن سعادته: his happiness
            return
        deputy = self._sense(i - 1, S.ROLE)
        if kind == S.BARE_ROLE and deputy is not None and deputy.role == "deputy":
            return  # نائب الرئيس is an office of its own
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
            if words and self._mask(k) & S.RANK_BRANCH and self._has_rank(honorifics[0], k):
                words[-1] += f" {self.tagged.token_text(k)}"
                continue
            if sense is None:
                continue
            closing = k + 1
            if self._norm(closing) == "." and self._adjacent(closing):
                closing += 1
            word = tagged.text[tagged.start_of(k) : tagged.ends[closing - 1]].rstrip("/")
            words.append("ال" + word[2:] if word.startswith("لل") else word)
            gender = sense.value if isinstance(sense.value, str) else gender
        given = self._sense(first, S.GIVEN_NAME)
        if not gender and given is not None and isinstance(given.value, str):
            gender = given.value
        if not gender and any(_is_feminine(role.title) for role in roles):
            gender = "f"
        kind = "name" if end - first > 1 or words or roles else "short"
        mention = self._add(
            first, end, "person", kind=kind, honorifics=words,
            roles=[*roles, *self._offices_after(end)], gender=gender,
        )  # fmt: skip
        self._alias_in_brackets(mention)
        return end

    def _offices_after(self, end: int) -> list[RoleMention]:
        """Read the offices behind a name: after a comma, or at once; several in a chain."""
        j = end
        while self._mask(j) & S.PRAYER or (
            self._norm(j) in ("\u0640", "-", "\u2013") and self._mask(j + 1) & S.PRAYER
        ):
            j += 1
        comma = self._norm(j) in _COMMAS
        if comma:
            j += 1
            if self._norm(j) in _ARTICLES:
                j += 1
        roles: list[RoleMention] = []
        while True:
            j = self._next_office(j, bool(roles))
            if not self._mask(j) & S.ROLE:
                break
            if self.entries[j].clitics not in ("", "و" if roles else ""):
                break
            role = self._office(j)
            if role is None or (
                not roles and self._is_bare(role) and not self._is_own(role, comma)
            ):
                break
            if self._holder_follows(role.last):
                break  # استقبل فلان، السفير | فلان
            roles.append(role)
            self.roles_used.add(j)
            j = role.last
        return roles

    def _holder_follows(self, j: int) -> bool:
        """Tell whether an office is that of somebody named right behind it."""
        if j >= self.size or self.entries[j].kind != WORD or self.entries[j].clitics:
            return False
        return self.starts_name(j) or bool(
            self._mask(j) & S.HONORIFIC and not self._mask(j) & S.ROLE
        )

    def _next_office(self, j: int, chained: bool) -> int:
        """Return where a further office may start: at once, behind a country, behind 'and'."""
        k = j
        while k < self.size and k - j < _MAX_TOLD and self._in_run(k):  # UNHCR Representative
            k += 1
            if self._mask(k) & S.ROLE and (role := self.latin_role_at(k)) and role.first <= j:
                return k
        if j + 1 < self.size and self.entries[j + 1].mask & S.ROLE:
            if chained and self._norm(j) in ("and", ","):
                return j + 1
            if self._mask(j) & (S.PLACE | S.NATIONALITY) and self.entries[j].kind == LATIN:
                return j + 1  # UAE Minister of Energy
        return j

    def _office(self, i: int) -> RoleMention | None:
        return self.role_at(i) if self.entries[i].kind == WORD else self.latin_role_at(i)

    def _is_bare(self, role: RoleMention) -> bool:
        entry = self.entries[role.first]
        return role.last == role.first + 1 and bool(entry.mask & S.BARE_ROLE) and entry.definite

    def _is_own(self, role: RoleMention, comma: bool) -> bool:
        """Tell whether a bare office is that of the name before it, and nobody else's: فلان، الوزير,
        but استقبل فلان الوزيرة.
        """
        return (comma or " " in role.title) and self._closes(role.last)

    def _closes(self, j: int) -> bool:
        """Tell whether an apposition may end before a token: a mark, 'and', the end."""
        if j >= self.size or self.entries[j].kind != WORD:
            return True
        return self.entries[j].clitics in ("و", "ف")

    def _honoured(self, i: int) -> int:
        """Read a person behind honorifics, an office perhaps between them."""
        chain = self.honorific_end(i)
        if chain == i or self._mask(i - 1) & S.PLACE_HEAD:
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
        end = self.name_end(start, expected=not roles or start > roles[0].last)
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

    def _is_apposed(self, j: int) -> bool:
        """Tell whether the holder of an office stands behind the comma at its end."""
        if self._mask(j) & S.HONORIFIC:
            return not self.entries[j].clitics
        if self.starts_name(j):
            return self.name_end(j) - j >= 2
        end = self.name_end(j, expected=True)
        if not 2 <= end - j <= _MAX_APPOSED or self._norm(end) not in _COMMAS:
            return False
        return not any(e.mask & ~(S.GIVEN_NAME | S.PARTICLE) for e in self.entries[j:end])

    def _office_before(self, i: int) -> None:
        """Read an office with the name of its holder behind it."""
        if i in self.roles_used:
            return
        role = self.role_at(i)
        if role is None:
            return
        j = role.last
        apposed = self._norm(j) in _COMMAS and self._is_apposed(j + 1)
        if apposed:
            j += 1
        start = self.honorific_end(j) if j < self.size and not self.entries[j].clitics else j
        if start == j and not (apposed or self.starts_name(j) or self.looks_like_name(j)):
            self._office_alone(role)
            return
        end = self.name_end(start, expected=True)
        if end > start:
            self._claim(start, end, (j, start), self._chain(role))
        else:
            self._office_alone(role)

    def _chain(self, role: RoleMention) -> list[RoleMention]:
        """Return an office with those right before it: نائب رئيس الدولة رئيس مجلس الوزراء."""
        chain = [role]
        while (before := self.open_offices.get(chain[0].first)) is not None:
            met = self._mask(before.first - 1) & (S.VERB | S.SPEECH)
            if met & S.VERB and not met & S.SPEECH:  # التقى وزير الثقافة | سفير سويسرا
                break
            if _is_feminine(before.title) != _is_feminine(role.title):
                break
            chain.insert(0, before)
        return chain

    def _office_alone(self, role: RoleMention) -> None:
        """Note an office that nobody is named with; it may stand for its holder, named elsewhere."""
        self.open_offices.setdefault(role.last, role)
        words = self.entries[role.first : role.last]
        if role.last - role.first < 2 or role.organization is not None:
            return
        if any(e.mask & (S.PLACE | S.ORG | S.ORG_HEAD | S.NAMED_HEAD) for e in words):
            return
        self._add(
            role.first, role.last, "person", kind="title", head=words[0].norm, roles=[role]
        )  # fmt: skip

    def _given(self, i: int) -> int:
        """Read a person's name that nothing announces; two words at least."""
        if not (self.starts_name(i) or self._joins_person(i)):
            return 0
        before = self.entries[i - 1] if i else None
        if before is not None and before.mask & S.PLACE_HEAD and not before.mask & S.STOP:
            return 0
        end = self.name_end(i)
        if end - i < 2:
            return 0
        return self._person(i, end, (i, i), [])

    def _joins_person(self, i: int) -> bool:
        """Tell whether 'and' with a given name goes on a list of persons: خالد العلي ونورا السالم."""
        entry = self.entries[i]
        if entry.clitics != "و" or entry.article or not entry.mask & S.GIVEN_NAME:
            return False
        previous = self.out[-1] if self.out else None
        listed = previous is not None and previous.type == "person" and previous.last == i
        return (listed or bool(self._sees(i, "person"))) and self.name_end(i) - i >= 2

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

    def _latin_office(self, i: int) -> int:
        """Read an office with its holder behind it; the walk goes on inside the office."""
        if i in self.roles_used:
            return 0
        role = self.latin_role_at(i)
        if role is None or self._told_by_office(role):
            return 0
        j = role.last
        apposed = self._norm(j) in _COMMAS
        if apposed:
            j += 1
        start = self.latin_honorific_end(j)
        if start == j and not (self.starts_latin_name(j) or self._is_full_name(j, apposed)):
            if role.last == i + 1 and self._norm(i - 1) == "the":  # the Minister
                self._add(i, i + 1, "person", kind="title", head=self._norm(i))
            return 0
        end = self.latin_name_end(start)
        if end > start:
            self._claim(start, end, (j, start), [role])
        return 0

    def _told_by_office(self, role: RoleMention) -> bool:
        """Read two to four unknown words before the comma of an office as its holder: X Y, CEO of Z."""
        comma = role.first - 1
        if self._norm(comma) in _ARTICLES:
            comma -= 1
        if self._norm(comma) != ",":
            return False
        first = comma
        while first and comma - first < _MAX_TOLD and self._may_name(first - 1):
            first -= 1
        if comma - first < 2 or any(
            first < mention.last and mention.first < comma for mention in self.out[-_MAX_TOLD:]
        ):
            return False
        if (first and self._may_name(first - 1)) or not self._is_capital(first):
            return False
        self._person(first, comma, (first, first), [])
        return True

    def _may_name(self, j: int) -> bool:
        """Tell whether a token may be a part of a name that no table knows."""
        entry = self.entries[j]
        if entry.surface == "-" and j:
            return self._adjacent(j) and self._adjacent(j + 1)
        return self._is_name_word(j) and not entry.mask & (S.PLACE | S.NATIONALITY | S.NAMED_HEAD)

    def _is_full_name(self, j: int, apposed: bool) -> bool:
        """Tell whether two to four capitalised words that mean nothing else stand at a token.

        Behind a comma a mark or a conjunction must close them.
        """
        end = self.latin_name_end(j)
        if not 2 <= end - j <= 4:
            return False
        if any(e.mask & (S.PLACE | S.NATIONALITY | S.NAMED_HEAD) for e in self.entries[j:end]):
            return False
        return not apposed or self._norm(end) in (",", ".", "and", ";", "", "said")


def _is_feminine(title: str) -> bool:
    return title.split(" ", 1)[0].endswith("ة")
