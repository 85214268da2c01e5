"""The merged lexicon: built once from the tables, looked up once for each spelling.

:class:`Merged` maps a piece of text to an :class:`~arnlp.lexicon.senses.Entry`, or to None for a
space. Entries are made on first sight and kept, so a token costs one dictionary look-up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from itertools import pairwise

from arnlp.lang import Row
from arnlp.lexicon import senses as S
from arnlp.lexicon.bodies import Bodies, bodies, own_spellings
from arnlp.lexicon.builder import build, build_over
from arnlp.lexicon.glued import glued_at, number_stems
from arnlp.lexicon.numerals import numeral_value
from arnlp.lexicon.senses import Entry, Sense
from arnlp.lexicon.unlisted_duals import dual_of
from arnlp.text.clitics import (
    CONJUNCTION,
    THE,
    TO,
    TORN,
    WILL,
    articled,
    led_by,
    opening,
    with_article,
)
from arnlp.text.tokens import (
    BREAK,
    DATE,
    LATIN,
    NUMERAL,
    PAIR,
    PUNCTUATION,
    SPACE,
    TIME,
    WORD,
    clitic_readings,
    cut,
    kind_of,
)  # fmt: skip
from arnlp.text.view import normalize

_MAX_ENTRIES = 400_000
_MARKS = {
    **dict.fromkeys(".!?\u061f\u2026", S.END_MARK),
    **dict.fromkeys(("''", "``", "\u2018\u2018", "\u2019\u2019", "\u00b4\u00b4"), S.QUOTE_MARK),
    **dict.fromkeys('"\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a', S.QUOTE_MARK),
    **dict.fromkeys("\u060c,", S.COMMA),
    **dict.fromkeys(":;\u061b", S.COLON),
}
_OF_IMPERFECT = "يتن"  # what a verb begins with behind the سـ of the future
# Kinds of words that take an accusative alef (دينارا, مشروعا).
_TAKES_ALEF = (
    S.NUMBER | S.UNIT | S.CURRENCY | S.NOUN | S.ADJECTIVE | S.FRACTION | S.MULTIPLE | S.PERIOD
)
# Kinds of words that may stand behind a conjunction or preposition but not the article.
_NO_ARTICLE = (
    S.BOUND
    | S.SPEECH
    | S.OPINION
    | S.COMPLEMENTIZER
    | S.STOP
    | S.VERB
    | S.RELATIVE_DAY
    | S.TITLE_MENTION
    | S.PLACE
    | S.WEAK_PLACE
    | S.ORG
    | S.PRAYER
    | S.SET
)


class Merged(dict[str, Entry | None]):
    """All entries by their surface form; a new spelling is analysed on first look-up.

    ``own`` are tables of one's own, by their names, that go before those of arnlp. What lies in one
    merged lexicon is in no other.

    >>> entry = lexicon()["وللوزارة"]
    >>> entry.clitics, entry.article, bool(entry.mask & S.ORG_HEAD)
    ('ول', True, True)
    """

    def __init__(self, own: Mapping[str, Sequence[Row]] | None = None) -> None:
        super().__init__()
        self.own = own or {}
        builder = build_over(own) if own else build()
        self._words: Mapping[str, list[Sense]] = builder.words
        self._capitals: Mapping[str, list[Sense]] = builder.capitals
        self._phrases = builder.phrases
        self._merged: dict[tuple[int, str, str, bool, int, int], Entry] = {}
        self._number_stems = number_stems(self._words)
        self.glued: dict[str, list[str]] = {}  # words that are several, and their parts

    @cached_property
    def bodies(self) -> Bodies:
        """The bodies that may be looked up by their names."""
        own = self.own.get("bodies", ())
        return Bodies(own_spellings(own), bodies()) if own else bodies()

    def __missing__(self, piece: str) -> Entry | None:
        if len(self) > _MAX_ENTRIES:
            self.clear()
        entry = self._make(piece)
        self[piece] = entry
        return entry

    def _make(self, piece: str) -> Entry | None:
        kind = kind_of(piece)
        if kind == SPACE:
            return None
        norm = normalize(piece)
        if not norm:  # marks, a tatweel or controls alone
            norm, kind = piece, PUNCTUATION if kind == WORD else kind
        entry = Entry(piece, norm, kind)
        if kind == WORD:
            self._read_word(entry)
            if not entry.mask and not entry.weak and self._number_stems.search(norm):
                self._part_glued(piece, norm)
            if _is_future(entry):
                entry.mask |= S.FUTURE
            entry.definite = entry.article or (
                articled(norm[len(entry.clitics) :]) == THE and _has_article(piece, entry.clitics)
            )
            if not entry.mask and not entry.weak and (dual := dual_of(entry)) is not None:
                self._take_dual(entry, dual)
        elif kind in (NUMERAL, TIME, DATE, PAIR):
            entry.mask = S.NUMERIC
            if kind == NUMERAL:
                entry.value, entry.grouped = numeral_value(normalize(piece, "display"))
            self._open_phrases(entry, "", False, entry.norm)
        elif kind == BREAK:
            entry.mask = S.END_MARK
        else:
            self._read_plain(entry)
        return entry

    def _read_plain(self, entry: Entry) -> None:
        surface = entry.surface
        if entry.kind == LATIN:
            entry.caps = 0 if not surface[0].isupper() else 2 if surface.isupper() else 1
            entry.mask |= S.CAPITAL if entry.caps else 0
        for sense in self._capitals.get(surface) or self._words.get(entry.norm) or ():
            entry.add(sense)
        entry.mask |= _MARKS.get(surface, 0)
        self._open_phrases(entry, "", False, entry.norm)

    def _part_glued(self, piece: str, norm: str) -> None:
        """Keep the parts of a figure that lost its spaces: خمسةوعشرون."""
        cuts = glued_at(self._words, norm)
        if cuts:
            offsets = [0, *(cut(piece, letters) for letters in cuts), len(piece)]
            self.glued[piece] = [piece[a:b] for a, b in pairwise(offsets)]

    def _read_word(self, entry: Entry) -> None:
        norm = entry.norm
        if norm in TORN:
            entry.mask |= S.CLITIC
        silent = "\u0651" in entry.surface  # a shadda: ألّف is no number
        nominal = "\u064c" in entry.surface or "\u064d" in entry.surface  # tanwin: no verb
        for clitics, article, stem in clitic_readings(norm):
            if article and not led_by(clitics) & TO and not _has_article(entry.surface, clitics):
                continue
            found = self._senses(stem, article)
            if silent:
                found = [s for s in found if not s.kind & (S.NUMBER | S.MONTH)]
            if entry.surface[0] == "آ":  # آلية is no إليه
                found = [s for s in found if not (s.kind == S.STOP and s.role == "prep")]
            if nominal:
                found = [s for s in found if not s.kind & (S.VERB | S.SPEECH | S.OPINION | S.STOP)]
            self._open_phrases(entry, clitics, article, stem)
            if not found or (entry.mask & ~S.CLITIC and not _adds(entry, clitics)):
                continue
            if any(not sense.kind & S.UNMASKED for sense in found) and not entry.mask & ~S.CLITIC:
                entry.take(clitics, article)
                entry.cut = cut(entry.surface, len(clitics)) if clitics else 0
            for sense in found:
                entry.add(
                    sense._replace(clitics=clitics, article=article)
                    if clitics or article
                    else sense
                )

    def _take_dual(self, entry: Entry, dual: Sense) -> None:
        entry.take(dual.clitics, False)
        entry.cut = cut(entry.surface, len(dual.clitics)) if dual.clitics else 0
        entry.add(dual)

    def _senses(self, stem: str, article: bool) -> list[Sense]:
        found = self._words.get(stem)
        if (
            stem.endswith("ا")
            and "." not in stem
            and (found is None or all(s.role == "dual" for s in found))
        ):
            found = [  # سنتا is the dual of سنة, and the cent behind a number
                *(found or ()),
                *(
                    s._replace(accusative=True)
                    for s in self._words.get(stem[:-1], ())
                    if s.kind & _TAKES_ALEF and s.role not in ("plural", "dual")
                ),
            ]
        if not found:
            found = []
        if article:
            found = [s for s in found if not s.kind & _NO_ARTICLE]
            # للكويت: ل with a name that has the article itself
            found = [*found, *self._words.get(with_article(stem), ())]
        return found

    def _open_phrases(self, entry: Entry, clitics: str, article: bool, stem: str) -> None:
        node = self._phrases.get(stem)
        if node:
            entry.phrases.append((clitics, article, node))
        if article:
            whole = with_article(stem)
            node = self._phrases.get(whole)
            if node and whole != entry.norm:
                entry.phrases.append((clitics, False, node))

    def merged(
        self, first: Entry, clitics: str, article: bool, found: list[Sense], norm: str
    ) -> Entry:
        """Return the entry of a several-word phrase, read with the clitics of its first word."""
        key = (id(found), norm, clitics, article, first.kind, first.caps)
        entry = self._merged.get(key)
        if entry is None:
            entry = Entry(norm, norm, LATIN if first.kind == LATIN else WORD)
            entry.take(clitics, article)
            entry.definite = article or articled(norm[len(clitics) :]) == THE
            if entry.led & TO and articled(norm) & THE and (first.article or not first.mask):
                entry.definite = True  # للأمم المتحدة
            entry.caps = first.caps
            entry.mask |= first.mask & S.CAPITAL
            for sense in found:
                if article and sense.kind & _NO_ARTICLE:
                    continue
                entry.add(sense._replace(clitics=clitics, article=article))
            self._merged[key] = entry
        return entry


def _is_future(entry: Entry) -> bool:
    """Tell whether a word has the shape of a future verb: سيوفر, وستصل."""
    if entry.mask & S.VERB and entry.led & WILL:
        return True
    if entry.mask & ~(S.VERB | S.BOUND):
        return False
    norm = entry.norm[1:] if opening(entry.norm) & CONJUNCTION else entry.norm
    if opening(norm) != WILL or len(norm) <= 4 or norm[1] not in _OF_IMPERFECT:
        return False
    return not norm.endswith("ه")


def _has_article(surface: str, clitics: str) -> bool:
    """Tell whether the alef behind the clitics may be the article's: not that of إلكتروني."""
    offset = cut(surface, len(clitics))
    return surface[offset : offset + 1] not in ("إ", "أ", "آ")


def _adds(entry: Entry, clitics: str) -> bool:
    """Tell whether a reading with more clitics may add senses: only to a lone article reading."""
    return entry.clitics == clitics


@cache
def lexicon() -> Merged:
    """Return the lexicon of arnlp's own tables, built on first use."""
    return Merged()
