"""What the finders of persons, places and bodies share: the mentions found so far."""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.mentions.arabic_names import ArabicNames
from arnlp.mentions.context import Context
from arnlp.mentions.latin_names import LatinNames
from arnlp.mentions.marks import Quoted
from arnlp.mentions.named import NamedMention, RoleMention
from arnlp.text.tokens import LATIN, WORD, cut

_MAX_ALIAS = 5


class NameFinder(ArabicNames, LatinNames):
    """Collects mentions in one walk over the tokens."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.out: list[NamedMention] = []
        self.claimed: dict[int, int] = {}  # persons found ahead of the walk: start to end
        self.roles_used: set[int] = set()
        self.open_offices: dict[int, RoleMention] = {}  # without a holder, by where they end
        self.quoted: dict[int, Quoted] = {}  # by the token of their opening mark

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

    def _cut_clitics(self, mention: NamedMention, clitics: str) -> None:
        """Let a mention start behind clitics that the lexicon has not cut off its first word."""
        first = mention.first
        mention.start = self.tagged.starts[first] + cut(self.tagged.token_text(first), len(clitics))

    # -- short names -------------------------------------------------------------------------

    def _alias_in_brackets(self, mention: NamedMention) -> None:
        """Read the short name of a body in brackets behind it: هيئة ... (ديوا), Authority (DEWA)."""
        j = mention.last
        if self._norm(j) != "(":
            return
        end = j + 1
        while end < self.size and end - j <= _MAX_ALIAS and self._norm(end) != ")":
            end += 1
        if self._norm(end) != ")" or end == j + 1:
            return
        inside = self.entries[j + 1 : end]
        if any(e.kind not in (WORD, LATIN) and e.norm not in '-&"\u00ab\u00bb' for e in inside):
            return
        first, last = j + 1, end
        while first < last and self.entries[first].kind not in (WORD, LATIN):
            first += 1
        while last > first and self.entries[last - 1].kind not in (WORD, LATIN):
            last -= 1
        if first < last and self._is_alias(mention, first, last):
            self._add(first, last, mention.type, kind="short", alias_of=mention.last)
            self.claimed.update(dict.fromkeys(range(first, last), end))

    def _is_alias(self, mention: NamedMention, first: int, last: int) -> bool:
        """Tell whether words in brackets are another name of the body before them."""
        entry = self.entries[first]
        if any(
            e.mask & (S.MONTH | S.NUMBER | S.PLACE | S.STOP | S.VERB | S.SPEECH | S.NATIONALITY)
            for e in self.entries[first:last]
        ):
            return False
        if entry.kind == LATIN:
            if mention.type != "organization" and self.entries[mention.first].kind == LATIN:
                return False
            return bool(entry.caps)
        if self.entries[mention.first].kind == LATIN:  # the Arabic name of an English one
            return last - first > 1
        if mention.type != "organization":
            return False
        if entry.mask & S.ORG_HEAD and not entry.definite:
            return last - first > 1
        return last - first == 1 and not entry.definite
