"""Bodies: told by their head nouns or known by name, looked up in the gazetteer, named short later."""

from __future__ import annotations

from collections.abc import Iterable

from arnlp.lexicon import senses as S
from arnlp.lexicon.bodies import Body, bare_norm, bodies
from arnlp.lexicon.lexicon import lexicon
from arnlp.mentions.finder import NameFinder
from arnlp.mentions.named import NamedMention
from arnlp.mentions.nouns import is_adjective
from arnlp.text.tokens import LATIN, WORD


class OrganizationFinder(NameFinder):
    """Reads bodies."""

    def _add_body(self, i: int, end: int, head: str) -> None:
        """Emit a body over a range of tokens, with what the gazetteer knows of it."""
        country = self._country_in(i, end)
        mention = self._add(i, end, "organization", head=head, country=country)
        body = self._look_up(i, end, country)
        if body is not None:
            self._identify(mention, body)
        self._alias_in_brackets(mention)

    def _identify(self, mention: NamedMention, body: Body) -> None:
        mention.known = body.id
        mention.names = (body.ar, body.en)
        mention.country = body.country

    def _look_up(self, i: int, end: int, country: str) -> Body | None:
        """Return the one body that a range of tokens names, None where it may be several."""
        words = self._words(i, end)
        body = self._choose(bodies().named(words), i, end, country)
        if body is None and country and end - i > 2 and self._mask(end - 1) & S.NATIONALITY:
            body = self._choose(bodies().named(self._words(i, end - 1)), i, end, country)
        return body

    def _quoted_body(self, i: int, end: int) -> Body | None:
        """Return the body that words between quotation marks name."""
        words = self._words(i, end)
        found = bodies().named(words) or bodies().quoted(words)
        return self._choose(found, i, end)

    def _words(self, i: int, end: int) -> list[str]:
        """Return the normalised words of a range of tokens, without the clitics of the first."""
        norms = [bare_norm(self.entries[i]), *(e.norm for e in self.entries[i + 1 : end])]
        return [word for norm in norms for word in norm.split(" ")]

    def _choose(self, found: Iterable[Body], i: int, end: int, country: str = "") -> Body | None:
        """Choose among the bodies of one name: by the country that it tells, the release's, or none.

        A body of another country counts where its name itself tells that it is meant.
        """
        found = list(found)
        for wanted in (country, self.context.country, ""):
            here = [body for body in found if body.country == wanted]
            if here and wanted is not None:
                return here[0] if len(here) == 1 else None
            if country and wanted == country:
                return None
        if len(found) == 1 and self._is_specific(i, end):
            return found[0]
        return None

    def _is_specific(self, i: int, end: int) -> bool:
        """Tell whether a name holds a word that is itself a name, or that no table has."""
        for entry in self.entries[i:end]:
            if entry.mask & (S.PLACE | S.NATIONALITY | S.GIVEN_NAME):
                return True
            if entry.kind == LATIN and (entry.caps == 2 or not entry.mask & ~S.CAPITAL):
                return True
        return False

    def _known_body(self, i: int) -> int:
        """Emit a body that is one token of the lexicon; return its end, 0 where it is none."""
        entry = self.entries[i]
        sense = entry.senses[S.ORG]
        if entry.kind == LATIN and (
            not entry.caps or (sense.extra == "abbreviation" and entry.caps < 2)
        ):
            return 0
        body = self._choose(sense.value, i, i + 1)
        if (
            body is None
            and len(sense.value) == 1
            and sense.extra == "name"
            and (entry.kind == LATIN or _tells_country(entry.norm))
        ):
            body = sense.value[0]
        if body is None:
            return 0
        mention = self._add(i, i + 1, "organization")
        self._identify(mention, body)
        if sense.extra == "abbreviation":
            mention.kind = "short"
        else:
            self._alias_in_brackets(mention)
        return i + 1

    # -- bodies by their head nouns ------------------------------------------------------------
    def _body(self, i: int) -> int:
        before = self._mask(i - 1)
        if before & (S.NUMERIC | S.NUMBER) and not self.entries[i].definite:
            return 0  # 55 شركة طيران
        quoted = self.quoted.get(i + 1)
        if quoted is not None and not self.entries[i].definite:
            return 0  # the quotation marks hold the name
        end = self.body_end(i, in_role=bool(before & (S.ROLE | S.SPEECH | S.VERB)))
        if not end:
            if self.entries[i].definite and not self._is_described(i + 1):
                head = self.entries[i].norm
                self._add(i, i + 1, "organization", kind="short", head=head, known="?")
            return 0
        for claimed in self.claimed:
            if i < claimed < end:
                end = claimed
        self._add_body(i, end, self.entries[i].norm)
        return end

    def _is_described(self, j: int) -> bool:
        """Tell whether a bare head is one of several: المركز الثالث, المستشفى الجديد."""
        if self._mask(j) & S.CLITIC and self._mask(j + 1) & S.NUMERIC:
            return True  # المركز الـ12
        if j >= self.size or self.entries[j].kind != WORD:
            return False
        entry = self.entries[j]
        if entry.mask & (S.ORDINAL | S.NUMBER) and entry.definite:
            return True
        return is_adjective(entry, True)

    def _country_in(self, i: int, end: int) -> str:
        for k in range(i, end + 1):
            sense = self._sense(k, S.NATIONALITY)
            if sense is not None:
                return str(sense.value)
        return ""

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


def _tells_country(norm: str) -> bool:
    """Tell whether a name of the lexicon is one invented word, or holds the name of a place."""
    words = norm.split(" ")
    if len(words) == 1:
        return True
    entries = [lexicon()[word] for word in words]
    return any(e is not None and e.mask & (S.PLACE | S.NATIONALITY) for e in entries)
