"""The shape of Arabic names of persons: honorifics, given and family names, where each starts and ends.

Word classes of the lexicon, the article and the small words inside names (بن, آل, أبو), and where one
is used what the model sees. What is doubtful ends the name.
"""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.lexicon.people import people
from arnlp.mentions.engine import Engine
from arnlp.mentions.nouns import looks_verbal
from arnlp.text.tokens import WORD

SAYS_OR_COUNTS = (
    S.VERB | S.SPEECH | S.COMPLEMENTIZER | S.NUMBER | S.MONTH | S.WEEKDAY | S.PERIOD | S.DEIXIS
    | S.RELATIVE_DAY | S.BOUND | S.SET | S.CURRENCY | S.UNIT | S.PERCENT | S.CLITIC
    | S.PRAYER | S.TITLE_MENTION | S.IDENTIFIER_CUE | S.NUMERIC | S.HIJRI_MONTH | S.MULTIPLE
)  # fmt: skip
HEADS = S.ORG_HEAD | S.NAMED_HEAD | S.ROLE | S.PLACE_HEAD | S.HONORIFIC
ENDS_PERSON = SAYS_OR_COUNTS | HEADS | S.STOP | S.DATE_WORD | S.NAME_STOP | S.ORG | S.NATIONALITY
_MAX_PERSON = 9
_MAX_CHAIN = 12  # honorifics and the marks between them


class ArabicPersons(Engine):
    """Tells where Arabic names of persons end."""

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
            ends = ENDS_PERSON & ~S.PERIOD if entry.definite else ENDS_PERSON
            if not entry.mask & ends:
                return True
        return self._is_family(j) and (self._closes_name(j + 1) or seen)

    def _is_before_son(self, i: int, expected: bool) -> bool:
        """Tell whether a word before بن is a name, as nearly any may be: كامل بن فهد."""
        entry = self.entries[i]
        if entry.mask & (SAYS_OR_COUNTS | S.STOP):
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
            self._sees(j, "person") and not self._mask(j) & ENDS_PERSON
        )

    def _is_son(self, j: int) -> bool:
        sense = self._sense(j, S.PARTICLE)
        return sense is not None and sense.role == "son" and not self.entries[j].clitics

    def _is_odd_given(self, i: int) -> bool:
        """Tell whether a common word is a given name here: behind an honorific, before a name."""
        entry = self.entries[i]
        if entry.clitics or entry.mask & (ENDS_PERSON & ~HEADS):
            return False
        named = people(entry.norm).given > 0 or bool(self._sees(i, "person"))
        return named and bool(self._mask(i + 1) & S.GIVEN_NAME or self._is_family(i + 1))

    def _is_family(self, j: int) -> bool:
        """Tell whether a word that means something else is a family name, too: الجندي, النجار."""
        if j >= self.size or self.entries[j].kind != WORD or self.entries[j].clitics:
            return False
        entry = self.entries[j]
        if entry.mask & (ENDS_PERSON & ~(S.ROLE | S.PLACE_HEAD | S.NATIONALITY)):
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
        if mask & ENDS_PERSON or mask & S.ADJECTIVE:
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
        while j < min(self.size, i + _MAX_CHAIN):
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
        if after is None or after.role != "son" or entry.mask & (SAYS_OR_COUNTS | S.STOP):
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
