"""The shape of Arabic names of bodies: a head noun, its construct, what conjunctions carry on.

Word classes of the lexicon, the article and agreement, the gazetteer for names that are known, and
where one is used what the model sees. What is doubtful ends the name.
"""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.lexicon.bodies import Body, bodies
from arnlp.mentions.arabic_persons import HEADS, SAYS_OR_COUNTS, ArabicPersons
from arnlp.mentions.nouns import agrees, is_adjective, looks_verbal
from arnlp.text.tokens import WORD

_ENDS_BODY = SAYS_OR_COUNTS | S.STOP | S.HONORIFIC | S.ROLE | S.NAME_STOP | S.DATE_WORD
_SHORT_WORD = 3
_MAX_BODY = 14


class ArabicBodies(ArabicPersons):
    """Tells where Arabic names of bodies end."""

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
            or entry.mask & (_ENDS_BODY | HEADS | S.NOUN | S.NOT_ADJECTIVE)
        ):
            return False
        return agrees(self.entries[j - 1].norm, entry.norm)

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
        if entry.mask & (_ENDS_BODY | HEADS | S.ORG | S.PLACE | S.GIVEN_NAME | S.KNOWN_NAME):
            return False
        if norm.startswith("وال"):
            return True
        # an indefinite noun needs its definite end behind it
        if looks_verbal(norm[1:]) or not norm.endswith("ه") or entry.mask & ~S.NOUN:
            return False
        return (
            j + 1 < self.size
            and self.entries[j + 1].definite
            and not self.entries[j + 1].mask & (_ENDS_BODY | HEADS)
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
