"""What a reading of a word is, inside arnlp: small, shared, compared by its bits."""

from __future__ import annotations

from typing import NamedTuple

from arnlp.morphology.features import Bundle
from arnlp.text.clitics import ANY, Chain

NO_CHAIN = Chain("", (), False, ANY, 0)


class Enclitic(NamedTuple):
    """A word written as one with the word before it: a pronoun, n't."""

    form: str
    lemma: str
    bundle: Bundle


class Reading(NamedTuple):
    """A reading of a word: made once for each spelling.

    ``chain`` are the clitics before the word, ``enclitic`` the one behind it. ``weight`` tells how
    common the reading is beside others of the same word: a logarithm, eight units a bit.
    """

    bundle: Bundle
    lemma: str
    verb: str | None
    chain: Chain
    enclitic: Enclitic | None
    weight: int
    guessed: bool = False

    @property
    def pos(self) -> str:
        """Return the part of speech."""
        return self.bundle.pos

    @property
    def bits(self) -> int:
        """Return part of speech and features as bits, see :mod:`arnlp.morphology.features`."""
        return self.bundle.bits


Readings = tuple[Reading, ...]
