"""The shape of Arabic names: of persons, of bodies, of offices. Where each starts and ends.

No statistics: word classes of the lexicon, the article, agreement and the small words inside names
(بن, آل, أبو). What is doubtful ends the name.
"""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.lexicon.bodies import Body, bodies
from arnlp.lexicon.people import people
from arnlp.lexicon.senses import Entry
from arnlp.mentions.engine import Engine
from arnlp.mentions.named import RoleMention
from arnlp.mentions.nouns import is_adjective, looks_verbal
from arnlp.text.tokens import WORD

_SAYS_OR_COUNTS = (
    S.VERB | S.SPEECH | S.COMPLEMENTIZER | S.NUMBER | S.MONTH | S.WEEKDAY | S.PERIOD | S.DEIXIS
    | S.RELATIVE_DAY | S.BOUND | S.SET | S.CURRENCY | S.UNIT | S.PERCENT | S.CLITIC
    | S.PRAYER | S.TITLE_MENTION | S.IDENTIFIER_CUE | S.NUMERIC | S.HIJRI_MONTH | S.MULTIPLE
)  # fmt: skip
_HEADS = S.ORG_HEAD | S.NAMED_HEAD | S.ROLE | S.PLACE_HEAD | S.HONORIFIC
_ENDS_PERSON = _SAYS_OR_COUNTS | _HEADS | S.STOP | S.DATE_WORD | S.NAME_STOP | S.ORG | S.NATIONALITY
_ENDS_BODY = _SAYS_OR_COUNTS | S.STOP | S.HONORIFIC | S.ROLE | S.NAME_STOP | S.DATE_WORD
_MAX_PERSON = 9
_SHORT_WORD = 3
_MAX_BODY = 14
_MAX_ROLE = 16


def _agrees(noun: str, norm: str) -> bool:
    """Tell whether a definite word may be an adjective of the one before it, by their endings."""
    return norm.endswith("ه") and noun.endswith(("ه", "ات"))


_NO_ROLE = S.Sense(0, None)


def _is_closed(entry: Entry) -> bool:
    """Tell whether nothing in the genitive can follow a word: it is definite, or its last word is."""
    last = entry.norm.rpartition(" ")[2]
    return entry.definite if last == entry.norm else last.startswith("ال")


class ArabicNames(Engine):
    """Tells where Arabic names end."""

    # -- persons -------------------------------------------------------------------------

    def name_end(self, i: int, expected: bool = False) -> int:
        """Return the end of a person's name that starts at a token; ``i`` where none does.

        ``expected`` tells that an honorific stands before, so that any word may be a name.
        """
        j = i
        definite = 0
        while j < self.size and j - i < _MAX_PERSON:
            entry = self.entries[j]
            if entry.kind != WORD:
                break
            if self._is_particle(j) and (j == i or not entry.clitics):
                if not self._follows_particle(j + 1):
                    break
                j += 2
                continue
            if not self._goes_on(i, j, expected):
                break
            j += 1
            if j == i + 1 and self._opens_rest(j):  # المختار أحمد بوسيف: the article tells nothing
                continue
            if entry.definite and not entry.mask & S.GIVEN_NAME:
                definite += 1
                if definite > 1 or not self._more_family(j):
                    if self._is_particle(j) and not self.entries[j].clitics:
                        continue
                    break
        return j

    def _goes_on(self, i: int, j: int, expected: bool) -> bool:
        """Tell whether a person's name that starts at ``i`` takes in the token ``j``."""
        entry = self.entries[j]
        if j == i and self._is_son(i + 1) and not entry.mask & S.GIVEN_NAME:
            return self._is_before_son(i, expected)
        if self._is_name_part(j, j == i, expected):
            return not self._is_object_of(i, j) and self._is_believed(i, j, expected)
        if j == i:
            return expected and self._is_odd_given(i)
        seen = bool(self._sees(j, "person"))
        if seen and self._sees(j - 1, "person") and not entry.clitics:
            # حنان محمد فردان, إبراهيم الخريف
            ends = _ENDS_PERSON & ~S.PERIOD if entry.definite else _ENDS_PERSON
            if not entry.mask & ends:
                return True
        return self._is_family(j) and (self._closes_name(j + 1) or seen)

    def _is_before_son(self, i: int, expected: bool) -> bool:
        """Tell whether a word before بن is a name, as nearly any may be: كامل بن فهد."""
        entry = self.entries[i]
        if entry.mask & (_SAYS_OR_COUNTS | S.STOP):
            return False
        if expected or people(entry.norm).given or self._sees(i, "person"):
            return True
        return not entry.clitics and entry.norm[0] not in "وف" and not looks_verbal(entry.norm)

    def _is_believed(self, i: int, j: int, expected: bool) -> bool:
        """Tell whether a word that no table knows goes on a name, by the model where there is one."""
        entry = self.entries[j]
        if self.seen is None or j == i or entry.mask or self._is_particle(j - 1):
            return True
        if entry.definite or people(entry.norm).latin or (expected and self._is_near(i, j)):
            return True
        return self.seen.types[j] == "person"

    def _is_near(self, i: int, j: int) -> bool:
        """Tell whether an unknown word near the head of a name that is expected goes it on."""
        if j == i + 2 and self.entries[j].surface.endswith("ة"):  # كلير جونسون | تجربة الشركة
            return self._closes_name(j + 1)
        return j <= i + 2

    def _leads_name(self, j: int) -> bool:
        """Tell whether a token makes a name of the rare given name before it."""
        sense = self._sense(j, S.GIVEN_NAME)
        if self._sees(j - 1, "person") or self._is_particle(j):
            return True
        if sense is not None and not sense.role and not sense.clitics:
            return True
        return self._is_family(j) and (self.entries[j].definite or self._closes_name(j + 1))

    def _opens_rest(self, j: int) -> bool:
        """Tell whether the rest of a name stands at a token: a given name, or what the model sees."""
        if j >= self.size or self.entries[j].clitics or self.entries[j].kind != WORD:
            return False
        return bool(self._mask(j) & S.GIVEN_NAME) or bool(
            self._sees(j, "person") and not self._mask(j) & _ENDS_PERSON
        )

    def _is_son(self, j: int) -> bool:
        sense = self._sense(j, S.PARTICLE)
        return sense is not None and sense.role == "son" and not self.entries[j].clitics

    def _is_odd_given(self, i: int) -> bool:
        """Tell whether a common word is a given name here: behind an honorific, before a name."""
        entry = self.entries[i]
        if entry.clitics or entry.mask & (_ENDS_PERSON & ~_HEADS):
            return False
        named = people(entry.norm).given > 0 or bool(self._sees(i, "person"))
        return named and bool(self._mask(i + 1) & S.GIVEN_NAME or self._is_family(i + 1))

    def _is_family(self, j: int) -> bool:
        """Tell whether a word that means something else is a family name, too: الجندي, النجار."""
        if j >= self.size or self.entries[j].kind != WORD or self.entries[j].clitics:
            return False
        entry = self.entries[j]
        if entry.mask & (_ENDS_PERSON & ~(S.ROLE | S.PLACE_HEAD | S.NATIONALITY)):
            return False
        if entry.mask & (S.ROLE | S.BARE_ROLE) and not self._sees(j, "person"):
            return False
        return people(entry.norm).family > 0

    def _closes_name(self, j: int) -> bool:
        """Tell whether a token stands where a name has just ended: a mark, an office, a verb."""
        if j >= self.size or self.entries[j].kind != WORD:
            return True
        entry = self.entries[j]
        return (
            bool(
                entry.mask
                & (S.SPEECH | S.VERB | S.COMPLEMENTIZER | S.ROLE | S.PRAYER | S.HONORIFIC)
            )
            or (bool(entry.mask & S.STOP) and not entry.definite)
            or entry.clitics in ("و", "ف")
        )

    def _is_object_of(self, i: int, j: int) -> bool:
        """Tell whether an unknown word behind a name starts something else: a definite noun that
        is no family name (حسني الوفد), an accusative (سعود اتفاقا).
        """
        entry = self.entries[j]
        if j == i or entry.mask & S.GIVEN_NAME or self._is_particle(j - 1):
            return False
        if not entry.definite:
            return (
                entry.norm.endswith("ا") and len(entry.norm) > 4 and not people(entry.norm).family
            )
        if j - i < 2 or entry.norm.endswith("ي"):
            return False
        if people(entry.norm).family or self._sees(j, "person"):
            return False
        return not (self._closes_name(j + 1) and self._is_son(j - 2))

    def _is_particle(self, j: int) -> bool:
        sense = self._sense(j, S.PARTICLE)
        return sense is not None and self.entries[j].kind == WORD

    def _follows_particle(self, j: int) -> bool:
        if j >= self.size or self.entries[j].kind != WORD:
            return False
        entry = self.entries[j]
        if entry.mask & S.GIVEN_NAME or self._is_particle(j):
            return True
        return not entry.mask & (
            S.CLITIC | S.COMPLEMENTIZER | S.SPEECH | S.NUMBER | S.PERIOD | S.UNIT | S.STOP
        )

    def _more_family(self, j: int) -> bool:
        """Tell whether a second family name follows (الكعبي الظاهري)."""
        if j >= self.size:
            return False
        entry = self.entries[j]
        return (
            not entry.mask
            and not entry.clitics
            and entry.norm.startswith("ال")
            and entry.norm.endswith("ي")
        )

    def _is_name_part(self, j: int, first: bool, expected: bool) -> bool:
        entry = self.entries[j]
        mask = entry.mask
        if entry.clitics and not first:
            return False
        if mask & S.GIVEN_NAME:
            if mask & S.STOP and not entry.surface.endswith("ي"):  # على, seldom علي
                return first and bool(self._mask(j + 1) & (S.PARTICLE | S.GIVEN_NAME))
            return True
        if mask & _ENDS_PERSON or mask & S.ADJECTIVE:
            return False
        norm = entry.norm
        if len(norm) < 2 or (norm[0] == "و" and not first):
            return False
        if norm.startswith(("وال", "بال", "لل", "فال", "كال")):
            return False
        if entry.definite:
            return not mask & (S.NOUN | S.NOT_ADJECTIVE)
        if mask & S.NOUN:
            return False
        if first:
            return expected or not looks_verbal(norm) or bool(self._sees(j, "person"))
        # behind a name only the prefixes of verbs count, not their endings (قاسم جومارت)
        return norm[0] not in "يتس" or not looks_verbal(norm)

    def honorific_end(self, i: int) -> int:
        """Return the end of a chain of honorifics; ``i`` where none starts."""
        j = i
        while j < self.size:
            entry = self.entries[j]
            branch = j > i and entry.mask & S.RANK_BRANCH and self._has_rank(i, j)
            if not (entry.mask & S.HONORIFIC or branch) or (j > i and entry.clitics):
                break
            after = self._norm(j + 1)
            if entry.mask & S.ABBREVIATION and after not in (".", "/"):
                break
            j += 2 if after in (".", "/") and self._adjacent(j + 1) else 1
            if self._norm(j) == "/":
                j += 1
        return j

    def _has_rank(self, i: int, j: int) -> bool:
        """Tell whether a rank stands among the honorifics before a token."""
        found = (self._sense(k, S.HONORIFIC) for k in range(i, j))
        return any(sense is not None and sense.role == "arms" for sense in found)

    def starts_name(self, i: int) -> bool:
        """Tell whether a person's name plainly starts at a token: a given name, or X بن Y."""
        if not 0 <= i < self.size:
            return False
        entry = self.entries[i]
        if entry.kind != WORD or entry.clitics or entry.article:
            return False
        given = entry.senses.get(S.GIVEN_NAME)
        if given is not None:
            if entry.mask & S.STOP and entry.surface.endswith("ى"):  # على is no علي here
                return False
            if not given.role and not entry.mask & S.STOP:
                return True
            if given.role == "seldom" and not self._leads_name(i + 1):
                return False
            return self.name_end(i) - i >= 2
        after = self._sense(i + 1, S.PARTICLE)
        if after is None or after.role != "son" or entry.mask & (_SAYS_OR_COUNTS | S.STOP):
            return False
        return not self.entries[i + 1].clitics

    def looks_like_name(self, i: int) -> bool:
        """Tell whether two or more unknown words at a token look like a person's name."""
        end = self.name_end(i)
        if end - i < 2:
            return False
        if self._sees(i, "person"):
            return True
        words = self.entries[i:end]
        if words[0].definite or words[0].norm.endswith("ه"):
            return False
        return not any(word.norm.endswith(("يه", "ات")) for word in words)

    # -- offices -------------------------------------------------------------------------

    def role_at(self, i: int) -> RoleMention | None:
        """Read an office that starts at a token, with the body inside it."""
        if not self._mask(i) & S.ROLE or self.entries[i].kind != WORD:
            return None
        body: tuple[int, int] | None = None
        j = i + 1
        while j < self.size and j - i < _MAX_ROLE:
            if body and body[1] == j and self._mask(j) & S.NAMED_HEAD and self.entries[j].definite:
                break  # رئيس هيئة المتاحف | المعرض
            end, inner = self._role_part(i, j)
            if end == j:
                break
            body = inner or body
            j = end
        while j - 1 > i and self.entries[j - 1].mask & (S.STOP | S.CLITIC):
            j -= 1
        tagged = self.tagged
        organization = None
        if body is not None and body[1] <= j:
            organization = tagged.text[tagged.start_of(body[0]) : tagged.ends[body[1] - 1]]
        title = tagged.text[tagged.start_of(i) : tagged.ends[j - 1]]
        return RoleMention(i, j, title, organization)

    def _role_part(self, i: int, j: int) -> tuple[int, tuple[int, int] | None]:
        """Read one more word or body of an office; return its end (``j`` for none) and the body."""
        entry = self.entries[j]
        mask = entry.mask
        if entry.kind != WORD or mask & (S.COMPLEMENTIZER | S.SPEECH | S.TITLE_MENTION | S.PRAYER):
            return j, None
        if mask & (S.ORG | S.ORG_HEAD):
            if _is_closed(self.entries[j - 1]) and not entry.clitics:
                return j, None  # سمو ولي العهد | مجلس الوزراء
            end = self.body_end(j, in_role=True)
            if end:
                return end, (j, end)
            if mask & S.ORG:
                return j + 1, (j, j + 1)
            return j + 1, None
        if mask & S.STOP:
            follows = self._mask(j + 1)
            if entry.norm in ("في", "لدي", "باسم") and follows & (
                S.ORG | S.ORG_HEAD | S.PLACE | S.PLACE_HEAD
            ):
                return j + 1, None
            return j, None
        if self._ends_role(i, j):
            return j, None
        return j + 1, None

    def _ends_role(self, i: int, j: int) -> bool:
        entry = self.entries[j]
        mask, norm = entry.mask, entry.norm
        before = self.entries[j - 1]
        if mask & S.ROLE:
            # نائب رئيس الدولة is one office, ولي العهد رئيس مجلس الوزراء are two
            own = entry.senses[S.ROLE]
            if own.role == "deputy" and own.article and before.definite:
                return False  # وكيل الوزارة المساعد
            return before.senses.get(S.ROLE, _NO_ROLE).role != "deputy" or bool(entry.clitics)
        if mask & S.OFFICE_FIELD and entry.clitics == "ل":
            return False
        tail = before.senses.get(S.OFFICE_TAIL)
        if mask & S.OFFICE_TAIL or (tail is not None and tail.role == "with"):
            return False  # بالتكليف, المكلف بالثقافة
        if j == i + 1 and before.mask & S.BARE_ROLE and before.definite and entry.definite:
            return not is_adjective(entry, True)  # كرمت الوزيرة | الفنان
        if mask & S.HONORIFIC or self.starts_name(j):
            return True
        if self._is_other_noun(j):
            return True
        if mask & S.ADJECTIVE and entry.definite and before.definite:
            return bool(self._mask(j + 1) & S.DEIXIS)  # قطاع الأعمال العام, but not العام الماضي
        if mask & (_SAYS_OR_COUNTS & ~S.UNIT) and not (entry.definite and mask & S.VERB):
            return True
        if entry.clitics == "ب" and mask & S.PLACE and before.mask & (S.PLACE | S.ORG):
            return False  # سفير إيطاليا بالجزائر
        if entry.clitics and norm[0] not in "ول":
            return True
        if norm[0] == "و" and entry.clitics and not entry.definite:
            return True
        if mask & S.PLACE or entry.definite or norm.startswith(("لل", "وال")):
            return bool(mask & S.NAME_STOP)
        # an indefinite word: part of a construct that is still open, else a name starts here
        return (
            before.definite or bool(before.mask & (S.PLACE | S.ORG)) or before.norm.startswith("لل")
        )

    def _is_other_noun(self, j: int) -> bool:
        """Tell whether a definite noun behind a definite one starts something else in an office:
        وزير الصناعة والنقل | المحطات.
        """
        entry, before = self.entries[j], self.entries[j - 1]
        if not (entry.definite and before.definite) or entry.clitics or entry.mask & S.ADJECTIVE:
            return False
        if entry.norm.startswith(("وال", "لل")) or not before.norm.startswith("وال"):
            return False
        return not (is_adjective(entry, True) or _agrees(before.norm, entry.norm))

    # -- bodies --------------------------------------------------------------------------

    def body_end(self, i: int, in_role: bool = False) -> int:
        """Return the end of a body's name that starts at its head; 0 where it is no name.

        ``in_role`` tells that an office stands before, which lets weak heads count.
        """
        if self.entries[i].kind != WORD:
            return 0
        known, owners = bodies().longest(self.entries, i)
        if (
            not owners
            and self._mask(i + 1) & S.ORG_HEAD
            and bodies().longest(self.entries, i + 1)[1]
        ):
            return 0  # مجلس | هيئة السوق المالية: the body inside is known
        end = self._told_body_end(i, in_role)
        if owners and known > end:
            return known
        if owners and known < end and self._is_at_home(owners):
            follows = self.entries[known].norm
            if (
                follows[0] in "ول"
            ):  # وزارة الصحة | والهيئة, وزارة الصحة | للتخطيط: it is known to end
                return known
        return end

    def _is_at_home(self, owners: tuple[Body, ...]) -> bool:
        return len(owners) == 1 or any(b.country == self.context.country for b in owners)

    def _told_body_end(self, i: int, in_role: bool) -> int:
        """Return the end of a body's name as its words tell it; 0 where it is no name."""
        head = self.entries[i]
        sense = head.senses.get(S.ORG_HEAD)
        if sense is None:
            return 0
        if head.definite:
            return self._definite_body(i)
        j = i + 1
        if j >= self.size or self.entries[j].kind != WORD:
            return 0
        odd = head.norm.endswith("ه") and not self.entries[j].mask  # شركة سانوفي: no agreement
        if is_adjective(self.entries[j], False) and not (odd or self._norm(j).endswith("يا")):
            return 0
        end, closed = self._construct(i, j)
        if end == j or not closed:
            return 0
        if sense.role == "weak" and not (in_role or self._carries_name(i, end)):
            return 0
        return end

    def _carries_name(self, i: int, end: int) -> bool:
        """Tell whether a place, a country's adjective or a known body stands in a name."""
        return any(m & (S.PLACE | S.NATIONALITY | S.ORG) for m in self.masks[i + 1 : end])

    def _definite_body(self, i: int) -> int:
        """Read الهيئة العامة للطيران المدني, البنك الزراعي المصري."""
        j = i + 1
        national = False
        while j < self.size and j < i + 4 and is_adjective(self.entries[j], True):
            national = bool(self.entries[j].mask & S.NATIONALITY)
            j += 1
        if j == i + 1:
            return 0
        end = self._for_phrase(i, j, indefinite=True)
        if end > j:
            return end
        return j if national else 0

    def _for_phrase(self, i: int, j: int, indefinite: bool = False) -> int:
        """Read للطيران المدني and, where told to, لتنمية الصادرات; return its end, else ``j``."""
        if j >= self.size:
            return j
        entry = self.entries[j]
        if (
            entry.kind != WORD
            or entry.norm[0] != "ل"
            or entry.mask & (S.COMPLEMENTIZER | S.STOP | S.NUMBER)
            or (entry.mask & S.VERB and entry.clitics != "ل")  # لنقل is the noun behind ل
        ):
            return j
        if entry.norm.startswith("لل"):
            if entry.mask & S.ORG_HEAD:
                return self._definite_body(j) or j + 1
            if entry.mask & (S.NAME_STOP | S.PERIOD | S.WEEKDAY):
                return j
            return self._definite_tail(i, j + 1)
        led = entry.clitics == "ل" or (not entry.mask and len(entry.norm) > _SHORT_WORD)
        if indefinite and led and not entry.mask & S.PLACE and j + 1 < self.size:
            k = j + 1
            if (
                self.entries[k].norm[0] == "و"
                and not self.entries[k].definite
                and k + 1 < self.size
            ):
                k += 1  # لنقل وتوزيع الكهرباء
            following = self.entries[k]
            if following.definite and not following.mask & _ENDS_BODY:
                return self._definite_tail(i, k + 1)
        return j

    def _construct(self, i: int, j: int) -> tuple[int, bool]:
        """Read what follows a head without article: (its end, whether it makes a name)."""
        entry = self.entries[j]
        if entry.mask & S.HONORIFIC or (entry.mask & S.GIVEN_NAME and not entry.clitics):
            return self._named_after(i, j)
        if (end := self._foreign(i, j)) > j:
            return end, True
        chain = j
        while chain < self.size and chain < j + 3 and self._opens_construct(chain):
            if chain > j and self.entries[chain].norm[0] in "لب" and not self.entries[chain].mask:
                return self._proper(i, j, chain)  # لتبادل: a preposition is written on the word
            inner = self.entries[chain]
            if inner.mask & S.ORG:
                return self._tail(i, chain + 1), True
            chain += 1
        if chain >= self.size:
            return j, False
        entry = self.entries[chain]
        if entry.kind != WORD:
            return self._proper(i, j, chain)
        if entry.mask & (S.PLACE | S.ORG) and not entry.clitics:
            end = self._tail(i, chain + 1)
            if end == chain + 1 and entry.mask & S.ORG:  # مكتب الأمم المتحدة لخدمات المشاريع
                end = self._for_phrase(i, end, indefinite=True)
            return end, True
        if self._is_plain_definite(chain):
            return self._definite_tail(i, chain + 1), True
        return self._proper(i, j, chain)

    def _foreign(self, i: int, j: int) -> int:
        """Return the end of a foreign name that the model sees behind a head: شركة توتال إنرجيز."""
        if not self._mask(i) & S.NAME_TAKER or not self._sees(j, "organization"):
            return j
        end = j
        while end < min(self.size, j + 3) and self._is_foreign_word(end):
            if end > j and not (self._sees(end, "organization") or self._is_second_word(end)):
                break
            end += 1
        return end

    def _is_foreign_word(self, j: int) -> bool:
        entry = self.entries[j]
        if entry.kind != WORD or entry.mask or entry.weak or entry.definite:
            return False
        return len(entry.norm) > 2 and not looks_verbal(entry.norm)

    def _named_after(self, i: int, j: int) -> tuple[int, bool]:
        """Read a body named after a person: جامعة الملك سعود, مركز محمد بن راشد للفضاء."""
        start = self.honorific_end(j)
        end = self.name_end(start)
        if end == start:
            return j, False
        return self._tail(i, end), True

    def _opens_construct(self, k: int) -> bool:
        """Tell whether an indefinite word may lead on to the definite end of a name."""
        entry = self.entries[k]
        if entry.kind != WORD or entry.clitics or entry.definite:
            return False
        if entry.mask & (_ENDS_BODY & ~S.VERB) and not entry.mask & (S.ORG | S.ORG_HEAD):
            return False
        if entry.mask & S.PLACE:
            return False
        if entry.mask & S.VERB:  # دعم, تنمية: verbal nouns are spelled like verbs
            return (
                not entry.norm.endswith("ت") and k + 1 < self.size and self.entries[k + 1].definite
            )
        return not looks_verbal(entry.norm) or bool(entry.mask)

    def _proper(self, i: int, j: int, chain: int) -> tuple[int, bool]:
        """Read a proper name of one word after a head that takes one: شركة سقيا للخدمات."""
        if chain != j + 1:
            return j, False
        word = self.entries[j]
        end = self._for_phrase(i, chain)
        takes = bool(self._mask(i) & S.NAME_TAKER)
        if end > chain and takes:
            return end, True
        if not takes or word.mask:
            return j, False
        if self._mask(chain) & S.NATIONALITY:
            return chain, True  # شركة إيني | الإيطالية
        if self._sees(j, "organization") and self._sees(chain, "organization"):
            return (chain + 1, True) if not self._mask(chain) else (chain, True)
        feminine = self._norm(i).endswith("ه")
        if word.norm.endswith(("ه", "ات", "ين")) or (word.norm.endswith("ي") and not feminine):
            return j, False
        if self._is_second_word(chain):
            return chain + 1, True  # شركة توتال إنرجيز
        return chain, not looks_verbal(word.norm) and not word.norm.startswith("م")

    def _is_second_word(self, j: int) -> bool:
        """Tell whether a word that no table knows closes the foreign name of a company."""
        if j >= self.size or self.entries[j].kind != WORD:
            return False
        entry = self.entries[j]
        if (
            entry.mask
            or entry.weak
            or entry.definite
            or looks_verbal(entry.norm)
            or len(entry.norm) < 4
        ):
            return False
        if entry.norm[0] in "وفبل":
            return False
        return self._closes_name(j + 1) or bool(self._mask(j + 1) & S.GIVEN_NAME)

    def _is_plain_definite(self, k: int) -> bool:
        entry = self.entries[k]
        if entry.kind != WORD or not entry.definite or entry.clitics:
            return False
        return not entry.mask & (_ENDS_BODY & ~S.VERB & ~S.UNIT & ~S.SPEECH) or bool(
            entry.mask & S.ORG
        )

    def _definite_tail(self, i: int, j: int) -> int:
        """Carry a name on: adjectives, 'and' with a definite noun, 'for', a place at its end."""
        while j < self.size and j - i < _MAX_BODY:
            entry = self.entries[j]
            if entry.kind != WORD:
                break
            if self._is_tail_adjective(j) or self._is_tail_noun(j):
                j += 1
                continue
            if self._is_conjoined(j):
                j += 1
                continue
            break
        return self._tail(i, j)

    def _is_tail_adjective(self, j: int) -> bool:
        entry = self.entries[j]
        if entry.mask & S.NUMBER and entry.article and not entry.clitics:  # البحار السبعة
            return self.entries[j - 1].definite
        if is_adjective(entry, True) or (entry.mask & S.NATIONALITY and entry.definite):
            return not entry.clitics and not entry.mask & S.NAME_STOP
        if (
            not entry.definite
            or entry.clitics
            or entry.mask & (_ENDS_BODY | _HEADS | S.NOUN | S.NOT_ADJECTIVE)
        ):
            return False
        return _agrees(self.entries[j - 1].norm, entry.norm)

    def _is_tail_noun(self, j: int) -> bool:
        """Tell whether a noun closes the second half of an 'and' (والتراسل الحكومي, وريادة الأعمال)."""
        before = self.entries[j - 1]
        entry = self.entries[j]
        if before.norm[0] != "و" or before.definite or before.norm.startswith("وال"):
            return False
        return entry.definite and not entry.clitics and not entry.mask & _ENDS_BODY

    def _is_conjoined(self, j: int) -> bool:
        """Tell whether 'and' with a noun belongs to the name: والثروة, وريادة الأعمال."""
        entry = self.entries[j]
        norm = entry.norm
        if norm[0] != "و" or len(norm) < 4:
            return False
        if entry.mask and entry.clitics != "و":
            return False
        if entry.mask & (_ENDS_BODY | _HEADS | S.ORG | S.PLACE | S.GIVEN_NAME | S.KNOWN_NAME):
            return False
        if norm.startswith("وال"):
            return True
        # an indefinite noun needs its definite end behind it
        if looks_verbal(norm[1:]) or not norm.endswith("ه") or entry.mask & ~S.NOUN:
            return False
        return (
            j + 1 < self.size
            and self.entries[j + 1].definite
            and not self.entries[j + 1].mask & (_ENDS_BODY | _HEADS)
        )

    def _tail(self, i: int, j: int) -> int:
        """Read what may close any name: a place, an adjective of a country, 'for' and its noun."""
        if j < self.size:
            entry = self.entries[j]
            if (
                entry.mask & S.PLACE
                and not entry.clitics
                and self.entries[j - 1].mask & S.PLACE == 0
            ):
                if not self._is_plain_definite(j - 1) or not entry.mask & S.GIVEN_NAME:
                    j += 1
        if j < self.size and is_adjective(self.entries[j], True):
            if not (self._mask(j) & S.NATIONALITY and self._mask(j - 1) & S.PLACE):
                j += 1  # but جامعة هيروشيما | اليابانية
        return self._for_phrase(i, j)
