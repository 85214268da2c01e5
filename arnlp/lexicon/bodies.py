"""The gazetteer of bodies: every name with the bodies that bear it, found from its first word.

Source: ``arnlp/lang/common/bodies.tsv`` and ``arnlp/lang/ar/organizations.tsv``, compiled for arnlp.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from arnlp.lang import LANGUAGES, Row, alternatives, has_table, table
from arnlp.lexicon.senses import Entry
from arnlp.text import chars
from arnlp.text.clitics import AND, TO, opening, with_article
from arnlp.text.tokens import SPACE, kind_of, pieces
from arnlp.text.view import fold_letters, normalize

_END = ""


class Body(NamedTuple):
    """A body: its stable id, the country (ISO 3166-1, empty for international ones), its names."""

    id: str
    country: str
    ar: str | None
    en: str | None
    own: bool = False  # of a lexicon of one's own


class Spelling(NamedTuple):
    """One way to name a body: ``use`` is name, quoted or abbreviation."""

    text: str
    body: Body
    use: str


def words_of(spelling: str) -> tuple[str, ...]:
    """Return the normalised words and marks of a name.

    >>> words_of("هيئة الطرق والمواصلات")
    ('هيئه', 'الطرق', 'والمواصلات')
    """
    if spelling.replace(" ", "").isalpha() and chars.TATWEEL not in spelling:  # the quick way
        return tuple(fold_letters(spelling).split(" "))
    return tuple(normalize(piece) for piece in pieces(spelling) if kind_of(piece) != SPACE)


@cache
def spellings() -> tuple[Spelling, ...]:
    """Return every spelling of every body, in the order of the tables."""
    out: list[Spelling] = []
    for language, name in (("ar", "organizations"), ("common", "bodies")):
        for row in table(language, name):
            arabic, english = alternatives(row["ar"]), alternatives(row["en"])
            body = Body(
                row["id"], row["country"], arabic[0] if arabic else None,
                english[0] if english else None,
            )  # fmt: skip
            out += _names_of(body, arabic, english)
            for column in ("quoted", "abbreviation"):
                for text in alternatives(row.get(column, "")):
                    out.append(Spelling(text, body, column))
    for row in table("ar", "agencies"):
        body = Body(f"{row['country'].lower()}-agency", row["country"], row["name"], None)
        out.append(Spelling(row["name"], body, "name"))
    return tuple(out)


def _names_of(body: Body, arabic: list[str], english: list[str]) -> Iterator[Spelling]:
    """Yield the names of a body, those in Arabic also as its state writes them: هيأة, شئون."""
    for text in arabic:
        yield Spelling(text, body, "name")
        for row in table("ar", "spelling_ways"):
            if row["letters"] in text and body.country in (
                row["countries"].split() or [body.country]
            ):
                yield Spelling(text.replace(row["letters"], row["also"]), body, "name")
    for text in english:
        yield Spelling(text, body, "name")


def own_spellings(rows: Sequence[Row]) -> list[Spelling]:
    """Return every spelling of the bodies of a lexicon of one's own."""
    out: list[Spelling] = []
    for n, row in enumerate(rows, start=1):
        arabic, english = alternatives(row["ar"]), alternatives(row["en"])
        names = (arabic[0] if arabic else None, english[0] if english else None)
        body = Body(f"own-bodies-{n}", row["country"], *names, True)
        out += _names_of(body, arabic, english)
        for use in ("quoted", "abbreviation"):
            out += (Spelling(text, body, use) for text in alternatives(row[use]))
    return out


class Bodies:
    """Finds bodies by their names, those that lie below beside them.

    >>> [body.en for body in bodies().named(words_of("هيئة الطرق والمواصلات"))]
    ['Roads and Transport Authority']
    """

    def __init__(self, found: Iterable[Spelling], below: Bodies | None = None) -> None:
        self._below = below
        self._tree: dict[str, Any] = {}
        named: dict[tuple[str, ...], list[Body]] = defaultdict(list)
        quoted: dict[tuple[str, ...], list[Body]] = defaultdict(list)
        short: dict[tuple[tuple[str, ...], str], list[Body]] = defaultdict(list)
        for text, body, use in found:
            words = words_of(text)
            shelf = quoted if use == "quoted" else named
            if body not in shelf[words]:
                shelf[words].append(body)
            for fewer in _shortened(words):
                short[fewer, body.country].append(body)
        for (words, country), owners in short.items():
            if len(set(owners)) == 1 and all(body.country != country for body in named[words]):
                named[words].append(owners[0])
        for words, owners in named.items():
            self._add(words, owners)
        self._quoted = {words: tuple(owners) for words, owners in quoted.items()}

    def _add(self, words: tuple[str, ...], owners: list[Body]) -> None:
        node = self._tree
        for word in words:
            node = node.setdefault(word, {})
        node[_END] = tuple(owners)

    def named(self, words: Sequence[str]) -> tuple[Body, ...]:
        """Return the bodies that bear a name, given as its normalised words."""
        node: Any = self._tree
        for word in words:
            node = node.get(word)
            if node is None:
                break
        found: tuple[Body, ...] = () if node is None else node.get(_END, ())
        return found if self._below is None else (*found, *self._below.named(words))

    def quoted(self, words: Sequence[str]) -> tuple[Body, ...]:
        """Return the bodies that a name between quotation marks or brackets may stand for."""
        found = self._quoted.get(tuple(words), ())
        return found if self._below is None else (*found, *self._below.quoted(words))

    def longest(self, entries: list[Entry], i: int) -> tuple[int, tuple[Body, ...]]:
        """Return the end of the longest name that starts at a token, and the bodies that bear it.

        The first token may carry clitics. ``(i, ())`` where no name starts.
        """
        best: tuple[int, tuple[Body, ...]] = (i, ())
        node: dict[str, Any] | None = self._tree
        for j in range(i, len(entries)):
            norm = bare_norm(entries[j]) if j == i else entries[j].norm
            for word in norm.split(" "):
                node = node.get(word) if node is not None else None
            if node is None:
                break
            if _END in node:
                best = (j + 1, node[_END])
        if self._below is not None:
            end, others = self._below.longest(entries, i)
            if end > best[0]:
                return end, others
            if end == best[0]:
                return end, (*best[1], *others)
        return best


@cache
def folded_words(name: str) -> frozenset[str]:
    """Return the folded spellings of a table, in all languages that have it.

    >>> sorted(folded_words("short_heads"))
    ['ministry', 'وزاره']
    """
    return frozenset(
        normalize(word)
        for language in LANGUAGES
        if has_table(language, name)
        for row in table(language, name)
        for word in alternatives(row["spellings"])
    )


def _shortened(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the name of a ministry up to its first 'and': وزارة الصحة of وزارة الصحة والسكان."""
    if words[0] not in folded_words("short_heads"):
        return
    latin = words[0].isascii()
    for k in range(2, len(words)):
        if words[k] in ("and", ",") or (not latin and opening(words[k]) == AND):
            yield words[:k]
            return


def bare_norm(entry: Entry) -> str:
    """Return the normalised form of a token without its clitics, its article kept.

    >>> from arnlp.lexicon.lexicon import lexicon
    >>> bare_norm(lexicon()["للهيئة"]), bare_norm(lexicon()["وبوزارة"])
    ('الهيئه', 'وزاره')
    """
    norm, clitics = entry.norm, entry.clitics
    if not clitics:
        return norm
    if entry.article and entry.led & TO:
        return with_article(norm[len(clitics) + 1 :])
    return norm[len(clitics) :]


@cache
def bodies() -> Bodies:
    """Return the one gazetteer of bodies, built on first use."""
    return Bodies(spellings())
