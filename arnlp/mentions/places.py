"""Places: by their names, told apart by the country of the release, and by their head nouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arnlp.lexicon import senses as S
from arnlp.mentions.context import stands_alone
from arnlp.mentions.finder import NameFinder
from arnlp.text.tokens import LATIN, WORD

if TYPE_CHECKING:
    from arnlp.lexicon.builder import Place

_AFTER_PLACE = frozenset(("", ".", "\u060c", "و", "\n", "("))
_SPELLED = {"\u064f": "OM", "\u0651": "JO"}  # عُمان, عمّان


class PlaceFinder(NameFinder):
    """Reads places."""

    def _place(self, i: int) -> int:
        entry = self.entries[i]
        place = self._choose_place(i)
        if place is not None:
            self._add_place(i, i + 1, place)
            return self._listed(i + 1)
        if not entry.mask & S.PLACE_HEAD:
            return 0
        return self._headed_list(i) or self._headed_place(i)

    def _clitics(self, i: int) -> str:
        """Return the clitics in front of a word read as a place, known or not."""
        entry = self.entries[i]
        sense = entry.senses.get(S.PLACE) or entry.senses.get(S.WEAK_PLACE)
        if sense is not None:
            return sense.clitics
        return "و" if not entry.mask and entry.norm.startswith("و") and len(entry.norm) > 3 else ""

    def _add_plain(self, i: int) -> None:
        """Emit a word as a place that no table knows, without an 'and' in front of it."""
        mention = self._add(i, i + 1, "place")
        self._cut_clitics(mention, self._clitics(i))

    def _listed(self, j: int) -> int:
        """Read an unknown word between two places of a list: ذي قار والمثنى وكركوك."""
        if not (self._mask(j + 1) & S.PLACE and self.entries[j + 1].clitics == "و"):
            return j
        if self.entries[j].kind != WORD or self.entries[j].mask or self._clitics(j) != "و":
            return j
        self._add_plain(j)
        return j + 1

    def _headed_list(self, i: int) -> int:
        """Read a list of unknown places behind a plural head: مديريات صيرة والمعلا والتواهي."""
        sense = self.entries[i].senses[S.PLACE_HEAD]
        if sense.role != "list" or not self._is_listable(i + 1) or self._clitics(i + 1):
            return 0
        end = i + 2
        while self._is_listable(end) and self._clitics(end) == "و":
            end += 1
        if end == i + 2 and not (self._mask(end) & S.PLACE and self.entries[end].clitics == "و"):
            return 0
        for k in range(i + 1, end):
            self._add_plain(k)
        return end

    def _is_listable(self, j: int) -> bool:
        if j >= self.size:
            return False
        entry = self.entries[j]
        if entry.kind != WORD or entry.mask or len(entry.norm) < 3:
            return False
        return not entry.norm.endswith(("يه", "ات", "ين"))

    def _add_place(self, first: int, last: int, place: Place) -> None:
        known = f"{place.country.lower()}-{place.kind}-{place.en or place.ar}"
        mention = self._add(
            first, last, "place", known=known, names=(place.ar or None, place.en or None),
            country=place.country,
        )  # fmt: skip
        entry = self.entries[first]
        if not entry.mask & S.PLACE and (clitics := self._clitics(first)):
            self._cut_clitics(mention, clitics)

    def _choose_place(self, i: int) -> Place | None:
        """Choose among the places that a name may mean: the release's own country first.

        A name that is more likely a common word counts in the release's own country only, and in
        Arabic only in a place's company.
        """
        entry = self.entries[i]
        if (entry.kind == LATIN and not entry.caps) or (
            entry.mask & S.AGENCY and stands_alone(self.tagged, i)
        ):
            return None
        home_country = self.context.country
        sense = entry.senses.get(S.PLACE)
        if sense is None:
            sense = entry.senses.get(S.WEAK_PLACE)
            common = entry.mask & ~(S.CAPITAL | S.PLACE_HEAD | S.NOT_ADJECTIVE)
            if sense is None or (common and not (common == S.NOUN and self._goes_on_list(i))):
                return None
            home = [place for place in sense.value if place.country == home_country]
            return home[0] if home and (entry.kind == LATIN or self._supported(i)) else None
        candidates: list[Place] = [place for place in sense.value if not place.weak]
        if len(candidates) > 1:
            for mark, country in _SPELLED.items():
                if mark in entry.surface[:4] and (
                    found := [p for p in candidates if p.country == country]
                ):
                    return found[0]
        return next((p for p in candidates if p.country == home_country), candidates[0])

    def _supported(self, i: int) -> bool:
        """Tell whether a word that is seldom a place has a place's company."""
        if self._mask(i - 1) & S.PLACE_HEAD:
            return True
        if self._goes_on_list(i):
            return True
        if i + 1 < self.size and self._clitics(i + 1) == "و":
            if self._mask(i + 1) & S.PLACE:
                return True
            before = self._sense(i - 1, S.STOP)
            if self.entries[i + 1].weak and before is not None and before.role == "prep":
                return True  # من الداخلية والظاهرة
        if self._sees(i, "place") and not self._may_describe(i):
            return True
        if self._norm(i - 1) == "في" and not self._clitics(i):
            return self._norm(i + 1) in _AFTER_PLACE or bool(
                self._mask(i + 1) & (S.STOP | S.VERB | S.SPEECH)
            )
        return False

    def _may_describe(self, i: int) -> bool:
        """Tell whether a word may be the adjective of the noun before it: منصب مالي is no Mali."""
        if not i or self.entries[i - 1].kind != WORD:
            return False
        before = self.entries[i - 1]
        return not before.definite and not before.mask & (S.STOP | S.VERB | S.SPEECH | S.PLACE_HEAD)

    def _goes_on_list(self, i: int) -> bool:
        """Tell whether a word goes on a list of places: الشرقية والبحيرة."""
        previous = self.out[-1] if self.out else None
        if previous is None or previous.type != "place" or previous.last != i:
            return False
        return self._clitics(i).endswith("و")

    def _headed_place(self, i: int) -> int:
        """Read a place told by its head alone: مدينة X, منطقة الواحة, ولاية Y."""
        j = i + 1
        head = self.entries[i]
        sense = head.senses[S.PLACE_HEAD]
        if head.kind != WORD or head.definite or sense.role not in ("name", "head"):
            return 0
        if self._mask(j) & S.HONORIFIC and not self.entries[j].clitics:  # شارع الشيخ زايد
            end = self.name_end(self.honorific_end(j), expected=True)
            if end > j + 1:
                self._add(i if sense.role == "name" else j, end, "place")
                return end
        if sense.role == "name" and self.starts_name(j):  # ملعب مولاي عبد الله
            end = self.name_end(j)
            if end > j + 1:
                self._add(i, end, "place")
                return end
        if not self._may_be_headed(j):
            return 0
        end = j + 1
        if self._norm(end) == "-" and self._adjacent(end) and self._adjacent(end + 1):
            end += 2
        elif end < self.size and self.entries[end].kind == WORD and self.entries[end].definite:
            return 0
        self._add(i if sense.role == "name" else j, end, "place")
        return end

    def _may_be_headed(self, j: int) -> bool:
        """Tell whether a word behind the head of a place is a name, and no place known already."""
        if j >= self.size or self.entries[j].kind != WORD:
            return False
        entry = self.entries[j]
        if entry.clitics or entry.mask & ~(S.GIVEN_NAME | S.NOT_ADJECTIVE | S.PLACE_HEAD):
            return False
        if entry.norm.endswith(("يه", "ات")) or (
            not entry.definite and entry.norm.endswith(("ه", "ي"))
        ):
            return False
        return not entry.weak or self._choose_place(j) is None
