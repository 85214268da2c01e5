"""Senses: what a word can be. Kinds are bits, so that an engine finds its triggers with one mask.

Here they stand by the engine that each was made for; :data:`arnlp.lexicon.kinds.KINDS` tells what
a word of each kind is, which tables give it, and what the value, role and extra of its senses mean.
"""

from __future__ import annotations

from itertools import count, islice
from typing import Any, NamedTuple

from arnlp.morphology.analysis import readings
from arnlp.morphology.reading import Readings
from arnlp.text.clitics import led_by

_positions = count()


def _bits(number: int) -> list[int]:
    """Return so many bits that no kind has yet."""
    return [1 << position for position in islice(_positions, number)]


# Shared by all engines.
(
    NUMERIC, CAPITAL, CLITIC, QUOTE_MARK, END_MARK, COMMA, COLON,
    ABBREVIATION, STOP, ADJECTIVE, NOT_ADJECTIVE,
) = _bits(11)  # fmt: skip
# Numbers.
NUMBER, ORDINAL, FRACTION, MULTIPLE, IDENTIFIER_CUE = _bits(5)
# Quantities.
(
    PERCENT, UNIT, CURRENCY, NOUN,
    BOUND, QUANTITY_WORD, RANK_NOUN, RANK_ADJECTIVE,
) = _bits(8)  # fmt: skip
# Dates.
(
    MONTH, HIJRI_MONTH, WEEKDAY, BARE_WEEKDAY, RELATIVE_DAY, HOLIDAY,
    PERIOD, DECADE, SEASON, SET, SAME, DEIXIS,
    DAYPART, PART_OF_DAY, CLOCK_WORD, TIME_ZONE,
    DATE_WORD, DATE_LINK, DATE_OPENER,
    DATE_NAMED, YEAR_HEAD, LAW, GENERAL_NOUN, FUTURE, PAST,
) = _bits(25)  # fmt: skip
# Names.
(
    HONORIFIC, TITLE_MENTION, PRAYER, GIVEN_NAME, PARTICLE,
    ROLE, BARE_ROLE, RANK_BRANCH, OFFICE_FIELD, OFFICE_TAIL,
    ORG_HEAD, ORG, AGENCY, NAME_TAKER, NATIONALITY, NAME_STOP,
    PLACE, WEAK_PLACE, PLACE_HEAD,
    NAMED_HEAD, KNOWN_NAME, COUNTRY_WORD,
) = _bits(22)  # fmt: skip
# Quotations.
SPEECH, COMPLEMENTIZER, GOVERNOR, COMMUNIQUE, OPINION = _bits(5)
# Facts.
VERB, RELATION, MEASURE, PAPER = _bits(4)

# Kinds that only some engine looks for and that change nothing for the others: no entry has their
# bit in its mask, ``unmasked`` has it.
UNMASKED = WEAK_PLACE | COUNTRY_WORD | OPINION


class Sense(NamedTuple):
    """One sense of a word: its kind, its value, its class in its table, and how it was read.

    ``clitics`` are the proclitics cut off to find it, ``article`` whether ال was, and
    ``accusative`` whether a final alef was.
    """

    kind: int
    value: Any
    role: str = ""
    extra: Any = None
    clitics: str = ""
    article: bool = False
    accusative: bool = False

    @property
    def led(self) -> int:
        """The bits of its clitics, the article not among them."""
        return led_by(self.clitics)


class Entry:
    """What is known of a spelling: made once for each, shared by all its tokens."""

    __slots__ = (
        "_readings", "article", "caps", "clitics", "cut", "definite", "dual", "grouped", "kind", "led", "mask",
        "norm", "phrases", "senses", "surface", "unmasked", "value", "weak",
    )  # fmt: skip

    def __init__(self, surface: str, norm: str, kind: int) -> None:
        self.surface = surface
        self.norm = norm
        self.kind = kind
        self.mask = 0  # the kinds of its senses, those of UNMASKED left out
        self.unmasked = 0  # which of those it has
        self.weak = False  # it may be a place, but is more likely something else
        self.senses: dict[int, Sense] = {}
        # Continuations of several-word entries that start here: (clitics, article, node).
        self.phrases: list[tuple[str, bool, dict[str | bool | None, Any]]] = []
        self.value: Any = None  # of a numeral
        self.grouped: Any = None  # its value where one separator may be one of thousands
        self.clitics = ""
        self.led = 0  # their bits: AND, TO of text/clitics; the article is none of them
        self.article = False  # cut off, to find the senses
        self.definite = False  # with the article, whether it was cut off or belongs to the entry
        self.dual = False  # it may be the dual of a noun or unit
        self.cut = 0  # length of the clitics in the surface form, article not counted
        self.caps = 0  # Latin: 1 Capitalised, 2 ALL CAPITALS
        self._readings: Readings | None = None

    def __repr__(self) -> str:
        return f"Entry({self.surface!r}, {self.senses!r})"

    @property
    def readings(self) -> Readings:
        """Return what the word may be by itself, the likeliest first: looked up when first asked for.

        >>> from arnlp.text.tokens import WORD
        >>> Entry("ارتفعت", "ارتفعت", WORD).readings[0].pos
        'VERB'
        """
        found = self._readings
        if found is None:
            found = self._readings = readings(self.surface, self.kind)
        return found

    def take(self, clitics: str, article: bool) -> None:
        """Take clitics as those of the word."""
        self.clitics, self.led, self.article = clitics, led_by(clitics), article

    def add(self, sense: Sense) -> None:
        """Add a sense, unless one of its kind is there; the first reading found is the best."""
        if sense.kind not in self.senses:
            self.senses[sense.kind] = sense
            if sense.role.endswith("dual") or sense.value == "pp2":
                self.dual = True
            if sense.kind & UNMASKED:
                self.unmasked |= sense.kind
                self.weak = bool(self.unmasked & WEAK_PLACE)
            else:
                self.mask |= sense.kind
