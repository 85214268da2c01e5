"""Senses: what a word can be. Kinds are bits, so that an engine finds its triggers with one mask."""

from __future__ import annotations

from typing import Any, NamedTuple

(
    NUMBER, ORDINAL, FRACTION, MULTIPLE, PERCENT, UNIT, CURRENCY, NOUN, BOUND, MONTH,
    HIJRI_MONTH, WEEKDAY, PERIOD, DEIXIS, RELATIVE_DAY, DAYPART, SET, DATE_WORD, HONORIFIC,
    TITLE_MENTION, PRAYER, ROLE, BARE_ROLE, ORG_HEAD, ORG, AGENCY, PLACE_HEAD, PLACE, NAMED_HEAD,
    KNOWN_NAME, GIVEN_NAME, PARTICLE, SPEECH, COMPLEMENTIZER, STOP, VERB, ADJECTIVE,
    NOT_ADJECTIVE, IDENTIFIER_CUE, RANK_NOUN, RANK_ADJECTIVE, ABBREVIATION, NUMERIC, QUOTE_MARK,
    END_MARK, CLITIC, NATIONALITY, NAME_STOP, CAPITAL, COMMUNIQUE,
    GOVERNOR, GENERAL_NOUN, RELATION, FUTURE, PAPER, COMMA, COLON, MEASURE, WEAK_PLACE,
    QUANTITY_WORD, NAME_TAKER, OFFICE_FIELD, DATE_LINK, SAME, DECADE, PART_OF_DAY, CLOCK_WORD,
    TIME_ZONE, SEASON, HOLIDAY, LAW, BARE_WEEKDAY,
    DATE_OPENER, PAST, DATE_NAMED, RANK_BRANCH, OFFICE_TAIL,
) = (1 << i for i in range(77))  # fmt: skip


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


class Entry:
    """What is known of a spelling: made once for each, shared by all its tokens."""

    __slots__ = (
        "article", "caps", "clitics", "cut", "definite", "dual", "grouped", "kind", "mask", "norm", "phrases",
        "senses", "surface", "value", "weak",
    )  # fmt: skip

    def __init__(self, surface: str, norm: str, kind: int) -> None:
        self.surface = surface
        self.norm = norm
        self.kind = kind
        self.mask = 0  # the kinds of its senses, those of a weak place left out
        self.weak = False  # it may be a place, but is more likely something else
        self.senses: dict[int, Sense] = {}
        # Continuations of several-word entries that start here: (clitics, article, node).
        self.phrases: list[tuple[str, bool, dict[str | bool | None, Any]]] = []
        self.value: Any = None  # of a numeral
        self.grouped: Any = None  # its value where one separator may be one of thousands
        self.clitics = ""
        self.article = False  # cut off, to find the senses
        self.definite = False  # with the article, whether it was cut off or belongs to the entry
        self.dual = False  # it may be the dual of a noun or unit
        self.cut = 0  # length of the clitics in the surface form, article not counted
        self.caps = 0  # Latin: 1 Capitalised, 2 ALL CAPITALS

    def __repr__(self) -> str:
        return f"Entry({self.surface!r}, {self.senses!r})"

    def add(self, sense: Sense) -> None:
        """Add a sense, unless one of its kind is there; the first reading found is the best."""
        if sense.kind not in self.senses:
            self.senses[sense.kind] = sense
            if sense.role == "dual" or sense.value == "pp2":
                self.dual = True
            if sense.kind == WEAK_PLACE:
                self.weak = True
            else:
                self.mask |= sense.kind
