"""Names that no rule finds and the statistical model sees, where the words allow them."""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.lexicon.people import people
from arnlp.mentions.organizations import OrganizationFinder
from arnlp.mentions.places import PlaceFinder
from arnlp.text.tokens import WORD

_NEVER = (
    S.SPEECH | S.COMPLEMENTIZER | S.NUMBER | S.MONTH | S.WEEKDAY | S.PERIOD | S.DEIXIS | S.NUMERIC
    | S.RELATIVE_DAY | S.SET | S.CURRENCY | S.PERCENT | S.PRAYER | S.TITLE_MENTION | S.END_MARK
    | S.QUOTE_MARK | S.COMMA | S.COLON | S.CLITIC | S.HONORIFIC
)  # fmt: skip
_COMMON = _NEVER | S.STOP | S.VERB | S.NOUN | S.ADJECTIVE | S.UNIT | S.ROLE | S.BOUND
_PREFIXES = ("ول", "وب", "و", "ل", "ب")
_OFTEN_GIVEN = 5
_LEAST_LETTERS = 3
_MAX_NAME = 6


class ModelFinder(PlaceFinder, OrganizationFinder):
    """Takes over what the model sees and no mention covers."""

    def _from_model(self) -> None:
        """Emit the names that the model sees in tokens that no mention has taken."""
        if self.seen is None:
            return
        taken = bytearray(self.size + 1)
        for mention in self.out:
            taken[mention.first : mention.last] = b"\x01" * (mention.last - mention.first)
        for first, last, type_ in self.seen.spans:
            if any(taken[first:last]) or last - first > _MAX_NAME:
                continue
            if any(e.kind != WORD or e.mask & _NEVER for e in self.entries[first:last]):
                continue
            if type_ == "person":
                self._seen_person(first, last)
            elif type_ == "place":
                self._seen_place(first, last)
            else:
                self._seen_body(first, last)

    def _seen_person(self, first: int, last: int) -> None:
        """Emit a person of two words or more, each of which may be a name."""
        if last - first < 2 or not self._is_free(last) or self._is_son(first):
            return
        words = self.entries[first:last]
        if any(
            e.mask & (_COMMON | S.ORG_HEAD | S.NAMED_HEAD) and not e.mask & S.GIVEN_NAME
            for e in words
        ):
            return
        if any(e.clitics and not people(e.norm).given for e in words[1:]):
            return
        prefix = self._prefix(first)
        self._seen_name(first, last, "person", prefix)

    def _seen_place(self, first: int, last: int) -> None:
        """Emit a place: one that a table has, or an unknown word behind a preposition."""
        words = self.entries[first:last]
        if any(e.mask & (_COMMON | S.NATIONALITY | S.GIVEN_NAME | S.ORG_HEAD) for e in words):
            return
        if words[0].mask & S.AGENCY or (words[0].weak and self._may_describe(first)):
            return
        known = last - first == 1 and words[0].weak
        if known:
            place = words[0].senses[S.WEAK_PLACE].value[0]
            self._add_place(first, last, place)
            return
        if last - first > 2 or any(len(e.norm) < _LEAST_LETTERS for e in words):
            return
        before = self._sense(first - 1, S.STOP)
        if not self._mask(first - 1) & S.PLACE_HEAD and (before is None or before.role != "prep"):
            return
        if words[0].norm.endswith(("ات", "يه", "ين")):
            return
        self._seen_name(first, last, "place", "")

    def _seen_body(self, first: int, last: int) -> None:
        """Emit a body of several unknown words, as foreign companies have them."""
        words = self.entries[first:last]
        if last - first < 2 or any(e.mask & ~(S.PLACE | S.NATIONALITY) for e in words):
            return
        if any(e.definite or len(e.norm) < _LEAST_LETTERS for e in words):
            return
        self._seen_name(first, last, "organization", "")

    def _seen_name(self, first: int, last: int, type_: str, prefix: str) -> None:
        mention = self._add(first, last, type_)
        if prefix:
            self._cut_clitics(mention, prefix)

    def _prefix(self, i: int) -> str:
        """Return the clitics before the first word of a name: those without which it is a name."""
        entry = self.entries[i]
        if entry.clitics or people(entry.norm).given or people(entry.norm).family:
            return ""
        for prefix in _PREFIXES:
            stem = entry.norm.removeprefix(prefix)
            known = people(stem)
            if stem != entry.norm and (
                known.given >= _OFTEN_GIVEN or (prefix == "و" and known.given + known.family)
            ):
                return prefix
        return "و" if entry.norm[0] == "و" and len(entry.norm) > _LEAST_LETTERS else ""

    def _is_free(self, last: int) -> bool:
        """Tell whether a name may end here: no further part of a name follows."""
        return not (self._mask(last) & S.GIVEN_NAME and not self.entries[last].clitics)
