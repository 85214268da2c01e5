"""What is written as one with an Arabic word: the chains of clitics before it, cut in one place.

The table is ``arnlp/lang/ar/clitics.tsv``: which clitics there are, in which order they stand, what
they stand before, and how they are written with the article (لل for ل and ال). ``enclitics.tsv``
has the pronouns behind a word.

No other module spells a clitic. Each has a name, a bit, and there are two ways to ask for it:

- of a word that the lexicon knows: ``entry.led`` has the bits of the clitics that were cut off.
  ``entry.led & AND``, ``entry.led == TO``, ``not entry.led & PREPOSITION``.
- of the letters of any word: :func:`opening`, :func:`articled`, :func:`ends_in_pronoun`.

:func:`written` gives the letters, :func:`led_by` the bits of a string that is nothing but clitics.
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
# The clitics before a word, as bits; TO is the ل of purpose too.
AND, SO, BY, TO, AS, WILL, THE = (1 << at for at in range(7))
CONJUNCTION, PREPOSITION = AND | SO, BY | TO | AS
LIKELY = CONJUNCTION | BY | TO  # what the first letter of an unknown word may well be: seldom ك, س
# The article behind one clitic: وال, بال, لل.
LED_ARTICLES = frozenset(bit | THE for bit in (AND, SO, BY, TO, AS))
_NAMES = {"and": AND, "so": SO, "by": BY, "to": TO, "as": AS, "will": WILL, "the": THE}
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
    """A clitic of the table; ``before`` holds the kinds of words that it may stand before.

    ``torn`` are the chains from it on that are found torn from their word by a stray space.
    """

    form: str
    kind: str
    before: int
    joined: str
    upos: str
    lemma: str
    bit: int
    torn: tuple[str, ...]


@dataclass(frozen=True, eq=False, slots=True)
class Chain:
    """Clitics as they stand before a word, one object for each chain.

    ``written`` is what they look like together (لل for ل and ال), ``before`` the kinds of words that
    they may stand before, ``bits`` which clitics they are, the article among them.
    """

    written: str
    clitics: tuple[Clitic, ...]
    article: bool
    before: int
    bits: int

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
            _NAMES[row["name"]],
            tuple(alternatives(row["torn"])),
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
    chain = (*conjunction, *particle, *article)
    return Chain(written, chain, bool(article), before, sum(clitic.bit for clitic in chain))


@cache
def _by_letters() -> tuple[frozenset[str], dict[str, tuple[Chain, ...]]]:
    """Return the letters that a chain may begin with, and the chains by how they are written."""
    out: dict[str, tuple[Chain, ...]] = {}
    for chain in chains():
        if chain.written:
            out[chain.written] = (*out.get(chain.written, ()), chain)
    return frozenset(letters[0] for letters in out), out


def cuts(norm: str, least: int = 2) -> list[Chain]:
    """Return the chains that a word may begin with, the shortest first, the empty one left out.

    ``norm`` is the word under the ``match`` profile; what is left keeps at least ``least`` letters.

    >>> [chain.written for chain in cuts("وللوزاره")]
    ['و', 'ول', 'ول', 'ولل']
    """
    first, written = _by_letters()
    if norm[:1] not in first:
        return []
    out: list[Chain] = []
    for size in range(1, min(_LONGEST, len(norm) - least) + 1):
        out += written.get(norm[:size], ())
    return out


# -- the vocabulary -----------------------------------------------------------------------


def led_by(letters: str) -> int:
    """Return which clitics a string is made of, as bits; 0 for any other string.

    >>> led_by("ول") == AND | TO, led_by("لل") == TO | THE, led_by("ولد")
    (True, True, 0)
    """
    return _BITS.get(letters, 0)


def written(bits: int) -> str:
    """Return how clitics are written, the article as they are written with it.

    >>> written(AND), written(AND | TO), written(TO | THE)
    ('و', 'ول', 'لل')
    """
    return _WRITTEN[bits]


def opening(norm: str) -> int:
    """Return the bit of the clitic that a word's first letter may be, known to the lexicon or not.

    >>> opening("وليد") == AND, opening("للوزاره") == TO, opening("محمد")
    (True, True, 0)
    """
    return _OPENINGS.get(norm[:1], 0)


def articled(norm: str) -> int:
    """Return the article that the letters of a word begin with, and the clitics before it; else 0.

    >>> articled("الوزير") == THE, articled("وللوزير") == AND | TO | THE, articled("وزير")
    (True, True, 0)
    """
    return _ARTICLED.get(norm[:2]) or _ARTICLED.get(norm[:3]) or _ARTICLED.get(norm[:4], 0)


def ends_in_pronoun(norm: str) -> bool:
    """Tell whether a word ends like one with a pronoun of the third person: قيمتها, but not قيمته.

    >>> ends_in_pronoun("قيمتها"), ends_in_pronoun("قيمته")
    (True, False)
    """
    return norm.endswith(_OF_THEM)


def pronoun(name: str) -> str:
    """Return the letters of a pronoun behind a word, by its name in the table.

    >>> pronoun("they"), pronoun("both")
    ('هم', 'هما')
    """
    return _PRONOUNS[name]


def with_article(norm: str) -> str:
    """Return a word with the article before it.

    >>> with_article("وزير")
    'الوزير'
    """
    return _ARTICLE + norm


def without_article(norm: str) -> str:
    """Return a word without the article, where it has one and no clitic before.

    >>> without_article("الوزير"), without_article("وزير")
    ('وزير', 'وزير')
    """
    return norm.removeprefix(_ARTICLE)


def article_restored(word: str) -> str:
    """Return a name with its article in full, where لل hid it.

    >>> article_restored("للأمم المتحدة"), article_restored("الأمم المتحدة")
    ('الأمم المتحدة', 'الأمم المتحدة')
    """
    return _ARTICLE + word[len(_TO_THE) :] if word.startswith(_TO_THE) else word


_LONGEST = max(len(chain.written) for chain in chains())
_WRITTEN = {chain.bits: chain.written for chain in chains()}
_BITS = {letters: bits for bits, letters in _WRITTEN.items()}
_OPENINGS = {chain.written: chain.bits for chain in chains() if len(chain.written) == 1}
_ARTICLED = {chain.written: chain.bits for chain in chains() if chain.article}
_ARTICLE, _TO_THE = written(THE), written(TO | THE)
_PRONOUNS = {row["name"]: row["form"] for row in table("ar", "enclitics")}
_OF_THEM = tuple(map(pronoun, ("both", "they", "they_f", "she")))
TORN = frozenset(letters for clitic in clitics() for letters in clitic.torn)
