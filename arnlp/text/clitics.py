"""What is written as one with an Arabic word: the chains of clitics before it, cut in one place.

The table is ``arnlp/lang/ar/clitics.tsv``: which clitics there are, in which order they stand, what
they stand before, and how they are written with the article (لل for ل and ال).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import NamedTuple

from arnlp.lang import alternatives, table

# What a clitic may stand before: kinds of words, as bits.
PERFECT, IMPERFECT, IMPERATIVE, NOMINAL, PREPOSED, WORD = (1 << at for at in range(6))
ALONE = 1 << 6  # a word that takes no clitic
_KINDS = {
    "perfect": PERFECT,
    "imperfect": IMPERFECT,
    "imperative": IMPERATIVE,
    "nominal": NOMINAL,
    "preposed": PREPOSED,
    "word": WORD,
}
ANY = PERFECT | IMPERFECT | IMPERATIVE | NOMINAL | PREPOSED | WORD | ALONE


class Clitic(NamedTuple):
    """A clitic of the table; ``before`` holds the kinds of words that it may stand before."""

    form: str
    kind: str
    before: int
    joined: str
    upos: str
    lemma: str


@dataclass(frozen=True, eq=False, slots=True)
class Chain:
    """Clitics as they stand before a word, one object for each chain.

    ``written`` is what they look like together (لل for ل and ال), ``before`` the kinds of words that
    they may stand before.
    """

    written: str
    clitics: tuple[Clitic, ...]
    article: bool
    before: int

    @property
    def without_article(self) -> str:
        """Return the clitics without the article, as one string."""
        return "".join(clitic.form for clitic in self.clitics if clitic.kind != "article")


@cache
def clitics() -> tuple[Clitic, ...]:
    """Return the clitics of the table.

    >>> [clitic.form for clitic in clitics() if clitic.kind == "conjunction"]
    ['و', 'ف']
    """
    return tuple(
        Clitic(
            row["form"],
            row["class"],
            sum(_KINDS[kind] for kind in alternatives(row["before"])),
            row["joined"],
            row["upos"],
            row["lemma"],
        )
        for row in table("ar", "clitics")
    )


@cache
def chains() -> tuple[Chain, ...]:
    """Return every chain of clitics, the shortest first; the first is the empty one.

    >>> [chain.written for chain in chains() if chain.article][:5]
    ['ال', 'لل', 'بال', 'فال', 'فلل']
    """
    conjunctions = [(c,) for c in clitics() if c.kind == "conjunction"]
    particles = [(c,) for c in clitics() if c.kind not in ("conjunction", "article")]
    articles = [(c,) for c in clitics() if c.kind == "article"]
    found = []
    for conjunction, particle, article in product(
        [(), *conjunctions], [(), *particles], [(), *articles]
    ):
        if article and particle and not particle[0].joined:
            continue
        found.append(_chain(conjunction, particle, article))
    return tuple(sorted(found, key=lambda chain: (len(chain.written), chain.written)))


def _chain(
    conjunction: tuple[Clitic, ...], particle: tuple[Clitic, ...], article: tuple[Clitic, ...]
) -> Chain:
    before = ANY
    for clitic in (*conjunction, *particle, *article):
        before &= clitic.before
    behind = "".join(clitic.form for clitic in (*particle, *article))
    if particle and article:
        behind = particle[0].joined
    written = "".join(clitic.form for clitic in conjunction) + behind
    return Chain(written, (*conjunction, *particle, *article), bool(article), before)


@cache
def _by_first_letter() -> dict[str, tuple[Chain, ...]]:
    out: dict[str, tuple[Chain, ...]] = {}
    for chain in chains():
        if chain.written:
            out[chain.written[0]] = (*out.get(chain.written[0], ()), chain)
    return out


def cuts(norm: str, least: int = 2) -> list[Chain]:
    """Return the chains that a word may begin with, the shortest first, the empty one left out.

    ``norm`` is the word under the ``match`` profile; what is left keeps at least ``least`` letters.

    >>> [chain.written for chain in cuts("وللوزاره")]
    ['و', 'ول', 'ول', 'ولل']
    """
    found = _by_first_letter().get(norm[:1])
    if not found:
        return []
    longest = len(norm) - least
    return [c for c in found if len(c.written) <= longest and norm.startswith(c.written)]
