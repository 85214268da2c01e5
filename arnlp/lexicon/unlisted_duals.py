"""Duals of nouns that no table has, by the readings of the word: قفازين, وشاحنتان."""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.lexicon.people import people
from arnlp.lexicon.senses import Entry, Sense
from arnlp.morphology import features as F
from arnlp.morphology.store import BIT

_FEMININE = ("تان", "تين")
_ENDINGS = ("ان", "ين")
_SHORTEST = 5  # letters of a word: of fewer, most are names
# Weights under which a dual is so rare that the word is sooner a name (كونان) or a noun (نقصان).
_RARE_FEMININE, _RARE_MASCULINE = -20, 36
_MUCH = 4 * BIT  # how much likelier a feminine dual is to be than anything else


def dual_of(entry: Entry) -> Sense | None:
    """Return the sense of a word that is the dual of a noun and hardly anything else, else None.

    A plural of persons is written like their dual (سائقين): it stays what the tables say.

    >>> from arnlp.text.tokens import WORD
    >>> [dual_of(Entry(word, word, WORD)) is not None for word in ("شاحنتين", "سائقين", "روتين")]
    [True, False, False]
    """
    norm = entry.norm
    if len(norm) < _SHORTEST or not norm.endswith(_ENDINGS) or entry.definite:
        return None
    best = entry.readings[0]
    if best.pos != "NOUN" or not _is_dual(best.bits) or best.guessed or best.chain.article:
        return None
    feminine = norm.endswith(_FEMININE)
    if feminine != best.lemma.endswith("ة"):
        return None
    if best.weight < (_RARE_FEMININE if feminine else _RARE_MASCULINE):
        return None
    least = best.weight - _MUCH if feminine else None
    for reading in entry.readings:
        if not _is_dual(reading.bits) and (least is None or reading.weight > least):
            return None
    clitics = best.chain.written
    named = people(norm[len(clitics) :])
    return None if named.given or named.family else Sense(S.NOUN, best.lemma, "dual", None, clitics)


def _is_dual(bits: int) -> bool:
    return bits & F.NUMBER == F.DUAL
