"""The shape of English names: runs of capitalised words, their heads, particles and of-phrases."""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.mentions.engine import Engine
from arnlp.mentions.named import RoleMention
from arnlp.text.tokens import LATIN

_NOT_IN_NAME = (
    S.MONTH | S.WEEKDAY | S.RELATIVE_DAY | S.CURRENCY | S.NUMERIC | S.COMPLEMENTIZER | S.SPEECH
    | S.NUMBER | S.BOUND
)  # fmt: skip
_NO_NAME = (
    _NOT_IN_NAME | S.STOP | S.VERB | S.ROLE | S.HONORIFIC | S.ORG_HEAD | S.NAMED_HEAD | S.ORG
    | S.NAME_STOP | S.PLACE_HEAD
)  # fmt: skip
_JOINERS = frozenset(("of", "for"))
_MAX_LISTED = 3
_MAX_PERSON = 7
_MAX_RUN = 10


class LatinNames(Engine):
    """Tells where English names end."""

    def _is_capital(self, i: int) -> bool:
        return bool(self._mask(i) & S.CAPITAL)

    def _in_run(self, i: int) -> bool:
        """Tell whether a token may belong to a run of capitalised words."""
        if not 0 <= i < self.size:
            return False
        entry = self.entries[i]
        if entry.kind != LATIN or not entry.caps:
            return False
        return not entry.mask & (_NOT_IN_NAME | S.STOP | S.VERB) or entry.mask & S.ORG_HEAD > 0

    def latin_run(self, i: int, loose: bool = False) -> int:
        """Return the end of the run of capitalised words at a token, hyphens and & inside.

        ``loose`` lets words in that are verbs as well (Ministry of Public Works).
        """
        j = i
        while j < self.size and j - i < _MAX_RUN:
            if self._in_run(j) or (loose and self._is_noun_too(j)):
                j += 1
            elif j > i and self.entries[j].surface in "-&\u2011" and self._in_run(j + 1):
                if self.entries[j].surface != "&" and not (
                    self._adjacent(j) and self._adjacent(j + 1)
                ):
                    break
                j += 2
            else:
                break
        return j

    def _is_noun_too(self, j: int) -> bool:
        entry = self.entries[j]
        sense = entry.senses.get(S.STOP)
        return (
            bool(entry.caps)
            and not entry.mask & _NOT_IN_NAME
            and (sense is None or sense.role == "verb")
        )

    # -- persons -------------------------------------------------------------------------

    def latin_name_end(self, i: int) -> int:
        """Return the end of a person's name in Latin letters; ``i`` where none starts."""
        j = i
        while j < self.size and j - i < _MAX_PERSON:
            particle = self._sense(j, S.PARTICLE)
            if particle is not None and self._is_capital(j + 1):
                j += 2
            elif particle is not None and self._norm(j + 1) == "-" and self._is_capital(j + 2):
                j += 3
            elif self._is_name_word(j):
                j += 1
                if self._norm(j) == "-" and self._adjacent(j) and self._is_capital(j + 1):
                    j += 2
                elif (
                    self._norm(j) == "." and len(self._norm(j - 1)) == 1 and self._is_capital(j + 1)
                ):
                    j += 1
            else:
                break
        return j

    def _is_name_word(self, j: int) -> bool:
        if not self._is_capital(j):
            return False
        mask = self.entries[j].mask
        return bool(mask & S.GIVEN_NAME) or not mask & _NO_NAME

    def latin_honorific_end(self, i: int) -> int:
        """Return the end of a chain of honorifics; ``i`` where none starts."""
        j = i
        last = min(self.size, i + _MAX_RUN)
        while j < last and self.entries[j].mask & S.HONORIFIC and self._is_capital(j):
            j += 1
            if self._norm(j) == "." and self._adjacent(j):
                j += 1
        return j

    def starts_latin_name(self, i: int) -> bool:
        """Tell whether a given name with another name word stands at a token."""
        sense = self._sense(i, S.GIVEN_NAME)
        if sense is None or not self._is_capital(i):
            return False
        return self.latin_name_end(i) - i >= 2

    # -- bodies --------------------------------------------------------------------------

    def latin_body_end(self, i: int, run: int) -> int:
        """Return the end of a body's name in a run of capitalised words; 0 where it is none."""
        first = self._sense(i, S.ORG_HEAD)
        if first is not None and self._norm(i + 1) == "of":
            end = self.of_phrase(i + 1)
            if end > i + 1:
                return end
        if self._sense(i, S.PLACE) and self._norm(i + 1) in ("\u2019s", "'s"):
            return 0
        for j in range(run - 1, i, -1):
            if self.entries[j].mask & S.ORG_HEAD:
                if self._norm(j + 1) in _JOINERS:
                    end = self.of_phrase(j + 1)
                    return end if end > j + 1 else j + 1
                return j + 1
        return 0

    def of_phrase(self, i: int) -> int:
        """Return the end of 'of the Blue Horizon and Red Sea' at its preposition; ``i`` for none."""
        j = i + 1
        if self._norm(j) == "the":
            j += 1
        if self._sense(j, S.ORG) or self._sense(j, S.KNOWN_NAME):
            return j + 1 if self._is_capital(j) else i
        end = self._run_before_person(j)
        if end == j:
            return i
        end = self._list_end(end)
        while end < self.size and end - i < _MAX_RUN:
            joiner = self._norm(end)
            after = end + 1
            if joiner in _JOINERS and self._norm(after) == "the":
                after += 1
            if joiner not in ("and", "of", "for", "&"):
                break
            if not (self._in_run(after) or (after < self.size and self._is_noun_too(after))):
                break
            if joiner == "and" and self._starts_other(after):
                break
            further = self._run_before_person(after)
            if further == after:
                break
            end = further
        return end

    def _list_end(self, end: int) -> int:
        """Return the end of the list that a run opens, before its 'and': Agriculture, Fisheries and.

        The run itself where it opens none: each part is short, and 'and' closes the list.
        """
        j = end
        while self._norm(j) == "," and self._in_run(j + 1) and not self._starts_other(j + 1):
            following = self.latin_run(j + 1, loose=True)
            if following - j - 1 > _MAX_LISTED:
                return end
            j = following
        k = j + 1 if self._norm(j) == "," else j
        closed = j > end and self._norm(k) == "and" and self._in_run(k + 1)
        return (
            k
            if closed and not self._starts_other(k + 1) and not self._in_list_of_places(end)
            else end
        )

    def _in_list_of_places(self, comma: int) -> bool:
        """Tell whether a list goes on with places: the University of Jordan, Egypt and Qatar."""
        return bool(self._mask(comma + 1) & S.PLACE)

    def _starts_other(self, i: int) -> bool:
        """Tell whether a new name starts behind an 'and'."""
        if self.entries[i].mask & (
            S.HONORIFIC | S.ORG | S.ORG_HEAD | S.ROLE
        ) or self.starts_latin_name(i):
            return True
        run = self.latin_run(i)
        return run - i > 1 and bool(self.entries[run - 1].mask & S.ORG_HEAD)

    def _run_before_person(self, i: int) -> int:
        """Return the end of a capitalised run, before a person's name in it."""
        end = self.latin_run(i, loose=True)
        for j in range(i + 1, end):
            if self.entries[j].mask & (S.HONORIFIC | S.ROLE) or self.starts_latin_name(j):
                return j
        return end

    # -- offices -------------------------------------------------------------------------

    def latin_role_at(self, i: int) -> RoleMention | None:
        """Read an office that starts at a token: Director General of the Ports Authority."""
        if not self._mask(i) & S.ROLE or self.entries[i].kind != LATIN:
            return None
        j = i + 1
        i = self._office_start(i)
        last = j + _MAX_RUN
        while j < last and self._mask(j) & S.ROLE and self.entries[j].kind == LATIN:
            j += 1  # Deputy Minister
        body = self._body_before(i)
        if body is not None:
            i = body[0]
        if self._norm(j) in ("of", "for", "at", "to") and j + 1 < self.size:
            start = j + 2 if self._norm(j + 1) == "the" else j + 1
            end, inner = self._role_object(j, start)
            body = inner or body
            j = max(j, end)
        elif body is not None and self._norm(j) == "in" and self._mask(j + 1) & S.PLACE:
            j += 2  # WHO Representative in Lebanon
        text, tagged = self.tagged.text, self.tagged
        organization = text[tagged.starts[body[0]] : tagged.ends[body[1] - 1]] if body else None
        return RoleMention(i, j, text[tagged.starts[i] : tagged.ends[j - 1]], organization)

    def _body_before(self, i: int) -> tuple[int, int] | None:
        """Return the span of a body right before an office: World Bank Regional Director."""
        if not self._is_capital(i) or not i:
            return None
        if self._mask(i - 1) & S.ORG and self._is_capital(i - 1):
            return i - 1, i
        if not self._mask(i - 1) & S.ORG_HEAD or not self._in_run(i - 1):
            return None
        first = i - 1
        while first and i - first < _MAX_RUN and self._in_run(first - 1):
            first -= 1
        return (first, i) if i - first > 1 and self.latin_body_end(first, i) == i else None

    def _office_start(self, i: int) -> int:
        """Return where an office starts that words stand before: Culture Minister."""
        if not self._is_capital(i):
            return i
        first = i
        while first > 0 and i - first < 3 and self._in_run(first - 1):
            before = self.entries[first - 1].mask
            if before & (S.ORG_HEAD | S.ORG | S.HONORIFIC | S.GIVEN_NAME | S.PLACE):
                break
            first -= 1
        return first

    def _role_object(self, preposition: int, start: int) -> tuple[int, tuple[int, int] | None]:
        """Read what an office is of; return its end and the span of a body in it."""
        if self._mask(start) & S.ORG and self._is_capital(start):
            end = max(start + 1, self.latin_body_end(start, self.latin_run(start)))
            return end, (start, end)
        if self._in_run(start):
            run = self._run_before_person(start)
            end = self.latin_body_end(start, run)
            if end:
                return end, (start, end)
        end = self.of_phrase(preposition)
        if end > preposition:
            return end, None
        if self._mask(start) & (S.ORG_HEAD | S.PLACE):
            return start + 1, None
        return preposition, None
