"""Readings of Arabic words: clitics cut, what is left looked up as beginning, stem and ending."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from arnlp.lang import table
from arnlp.morphology import features as F
from arnlp.morphology.guess import guesses
from arnlp.morphology.reading import NO_CHAIN, Enclitic, Reading, Readings
from arnlp.morphology.spelling import WRONG, Spelling, folded, may_be_article
from arnlp.morphology.store import BIT, Cell, StemEntry, Store, store
from arnlp.text.clitics import TO, Chain, cuts, written

# How a stem stands.
BARE, BEFORE_PRONOUN, AFTER_ARTICLE = range(3)
_MAX_WORDS = 200_000  # spellings kept
_NEVER_INDICATIVE = "purpose"
# An open-class reading so much rarer than the best is left out: a five hundredth and less.
_FAR_RARER = 9 * BIT
_TO = written(TO)
_ALEF = "ا"
_NO_PRONOUN = ("ة", "ى")  # last letters that no pronoun has, folded or not
_CLOSED = F.ADP | F.CCONJ | F.SCONJ | F.PART | F.PRON | F.DET | F.AUX


# A stem in one of its forms; and a reading behind what it is ranked by: how well the word is written
# so, how rare it is, its number.
Found = tuple[StemEntry, Cell]
Candidate = tuple[int, int, int, Reading]


@cache
def enclitics() -> tuple[Enclitic, ...]:
    """Return the pronouns of the table.

    >>> [pronoun.form for pronoun in enclitics()][:3]
    ['هما', 'كما', 'هم']
    """
    names = (("Gender", "gender"), ("Number", "number"), ("Person", "person"))
    return tuple(
        Enclitic(
            row["form"],
            row["lemma"],
            F.bundle("PRON", tuple((name, row[cell]) for name, cell in names if row[cell])),
        )
        for row in table("ar", "enclitics")
    )


class ArabicMorphology(dict[str, Readings]):
    """Readings by spelling: a new spelling is analysed on first look-up, and kept.

    >>> [(r.pos, r.lemma) for r in arabic()["سترتفع"]][0]
    ('VERB', 'ٱِرْتَفَع')
    """

    def __init__(self, tables: Store) -> None:
        super().__init__()
        self._tables = tables
        # What words without their clitics may be, by the way they stand: many words share one.
        self._known: tuple[dict[str, tuple[Found, ...]], ...] = ({}, {}, {})
        self._common: dict[tuple[Chain, str], int] = {}  # how common clitics are
        self._enclitics: dict[str, list[Enclitic]] = {}
        for pronoun in enclitics():
            self._enclitics.setdefault(pronoun.form[-1], []).append(pronoun)

    def __missing__(self, spelling: str) -> Readings:
        if len(self) > _MAX_WORDS:
            self.clear()
        found = self[spelling] = self.analysed(spelling)
        return found

    def analysed(self, spelling: str) -> Readings:
        """Return the readings of a spelling, the most common first; guesses where there is none."""
        norm = folded(spelling)
        found = self._spelt_so(norm, spelling)
        if not found:
            return guesses(norm, spelling)
        least = found[0].weight - _FAR_RARER
        kept = [r for r in found if r.weight >= least or _always_kept(r.bundle)]
        return merged_voices(_singulars_first(kept) if norm.endswith(_ALEF) else kept)

    def every_reading(self, spelling: str) -> Readings:
        """Return the readings that the tables give, however rare, active and passive apart."""
        return tuple(dict.fromkeys(self._spelt_so(folded(spelling), spelling)))

    def looked_up(self, spelling: str) -> Readings:
        """Return the readings of the tables, however the word is spelt."""
        found = self._candidates(folded(spelling), Spelling(spelling))
        return tuple(dict.fromkeys(one[3] for one in found))

    def _spelt_so(self, norm: str, spelling: str) -> list[Reading]:
        """Return the readings whose spelling is that of the word, or where there is none, all."""
        ranked = self._candidates(norm, Spelling(spelling))
        if not ranked:
            return []
        ranked.sort()
        best = ranked[0][0]
        if best == WRONG or ranked[-1][0] != WRONG:
            return [one[3] for one in ranked]
        return [one[3] for one in ranked if one[0] != WRONG]

    def _candidates(self, norm: str, word: Spelling) -> list[Candidate]:
        letters = word.letters
        owned = not letters.endswith(_NO_PRONOUN)
        candidates: list[Candidate] = []
        self._read(norm, NO_CHAIN, owned, word, candidates)
        for chain in cuts(norm, 1):
            if chain.article and not may_be_article(chain, letters):
                continue
            rest = norm[len(chain.written) :]
            self._read(rest, chain, owned, word, candidates)
            if chain.article and chain.bits & TO:
                self._read(_TO + rest, chain, owned, word, candidates)  # للغة: three lams are two
        return candidates

    def _read(
        self, rest: str, chain: Chain, owned: bool, word: Spelling, out: list[Candidate]
    ) -> None:
        if chain.article:
            self._take(self._found(AFTER_ARTICLE, rest), chain, None, word, out)
            return
        self._take(self._found(BARE, rest), chain, None, word, out)
        if not owned:
            return
        for pronoun in self._enclitics.get(rest[-1:], ()):
            if len(rest) > len(pronoun.form) and rest.endswith(pronoun.form):
                inner = rest[: -len(pronoun.form)]
                self._take(self._found(BEFORE_PRONOUN, inner), chain, pronoun, word, out)

    def _take(
        self,
        found: tuple[Found, ...],
        chain: Chain,
        pronoun: Enclitic | None,
        word: Spelling,
        out: list[Candidate],
    ) -> None:
        if not found:
            return
        before, preceded, nominal = chain.before, bool(chain.clitics), word.nominal
        behind = pronoun.form if pronoun else ""
        common = self._common.get((chain, behind))
        if common is None:
            key = chain_key(chain, pronoun)
            common = self._common[chain, behind] = self._tables.chain_weights.get(key, 0)
        for entry, cell in found:
            form, spelt, kind, lemma, verb, weight = entry
            if not kind & before:
                continue
            start, end, bundles = cell
            fit = word.fit(start + spelt + end, behind, form, len(start))
            weight += common
            for bundle, likely in bundles:
                if preceded and not _may_stand_behind(chain, bundle):
                    continue
                all_told = weight + likely
                reading = Reading(bundle, lemma, verb, chain, pronoun, all_told)
                wrong = nominal and bundle.bits & F.VERBAL_POS
                out.append((WRONG if wrong else fit, -all_told, len(out), reading))

    def _found(self, way: int, rest: str) -> tuple[Found, ...]:
        """Return the entries that a word without its clitics may be of, each with its form."""
        known = self._known[way]
        found = known.get(rest)
        if found is None:
            if len(known) > _MAX_WORDS:
                known.clear()
            found = known[rest] = tuple(self._look_up(way, rest))
        return found

    def _look_up(self, way: int, rest: str) -> list[Found]:
        tables = self._tables
        stems, length = tables.stems, len(rest)
        heads = [(0, f"{way}-")]
        if way != AFTER_ARTICLE:
            for at in (1, 2):
                if rest[:at] in tables.beginnings:
                    heads.append((at, f"{way}{rest[:at]}-"))
        out: list[Found] = []
        endings = tables.written_endings[way]
        for size in (0, *tables.endings[way].get(rest[-1:], ())):
            cut = length - size
            ending = rest[cut:]
            if size and ending not in endings:
                continue
            for at, head in heads:
                if at < cut:
                    stem = stems.get(rest[at:cut])
                    if stem is not None:
                        out += tables.found(stem, head + ending)
        return out


@cache
def _may_stand_behind(chain: Chain, bundle: F.Bundle) -> bool:
    """Tell whether mood and case suit the clitics: لـ of purpose governs no indicative, بـ no nominative."""
    kind = chain.clitics[-1].kind
    if kind == "article":
        kind = chain.clitics[-2].kind if len(chain.clitics) > 1 else ""
    if kind == _NEVER_INDICATIVE:
        return ("Mood", "Ind") not in bundle.features
    if kind == "preposition":
        return ("Case", "Nom") not in bundle.features and ("Case", "Acc") not in bundle.features
    return True


def _singulars_first(readings: list[Reading]) -> list[Reading]:
    """Put the accusative before the dual of an annexation that is written alike: 62 مركزا, then مركزا تدريب.

    Counts of written forms cannot tell them apart, and the accusative is by far the commoner.
    """
    for at, (dual, single) in enumerate(pairwise(readings)):
        if dual.bits & F.NUMBER == F.DUAL and single.bits & F.NUMBER == F.SING:
            alike = dual.lemma == single.lemma and dual.bits & F.NOMINAL_POS
            if alike and dual.pos == single.pos and single.chain == dual.chain:
                readings[at] = single._replace(weight=dual.weight)
                readings[at + 1] = dual._replace(weight=single.weight)
    return readings


@cache
def _always_kept(told: F.Bundle) -> bool:
    """Tell whether a reading is kept however rare: closed classes, and names of the lexicon's places."""
    return bool(told.bits & _CLOSED) or (told.pos == "PROPN" and not told.features)


def chain_key(chain: Chain, pronoun: Enclitic | None) -> str:
    """Return what clitics are counted by: their kinds, and whether a pronoun follows."""
    kinds = "".join(clitic.form + clitic.kind[0] for clitic in chain.clitics)
    return kinds + "-" if pronoun else kinds


def merged_voices(readings: list[Reading]) -> Readings:
    """Return the readings, each once, without voice where the form may be of either."""
    if len(readings) == 1:
        return (readings[0],)
    if sum([1 for reading in readings if reading.bundle.bits & F.FINITE]) < 2:
        return tuple(dict.fromkeys(readings))
    voices: dict[Bare, int] = {}
    for reading in readings:
        if reading.bundle.bits & F.FINITE:
            key = _without_voice(reading)
            voices[key] = voices.get(key, 0) | (reading.bits & F.VOICE)
    out: dict[Bare, Reading] = {}
    for reading in readings:
        key = _without_voice(reading)
        if voices.get(key) == F.VOICE:
            out.setdefault(key, reading._replace(bundle=key[0]))
        else:
            out.setdefault((reading.bundle, *key[1:]), reading)
    return tuple(out.values())


Bare = tuple[F.Bundle, str, str | None, Chain, Enclitic | None]


def _without_voice(reading: Reading) -> Bare:
    bundle = F.without_voice(reading.bundle)
    return (bundle, reading.lemma, reading.verb, reading.chain, reading.enclitic)


@cache
def arabic() -> ArabicMorphology:
    """Return the one morphology of Arabic, read on first use."""
    return ArabicMorphology(store())
