"""The cursor over the words of one text: what every reader asks of the tokens around it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from arnlp.engine.context import Context
from arnlp.engine.mention import NumberMention
from arnlp.engine.seen import Seen
from arnlp.lexicon import senses as S
from arnlp.text.clitics import AND, written
from arnlp.text.tokens import LATIN

_ANDS = ("and", written(AND))


class Cursor:
    """Questions about the tokens of a text, any of which may lie out of range.

    ``entries`` and ``masks`` are those of the tagged text, ``number_at`` and ``number_before`` the
    numbers by their first token and by the token behind them.

    >>> from arnlp.lexicon.tagged import TaggedText
    >>> cursor = Cursor(Context(TaggedText("20 عاما")))
    >>> cursor.norm(0), cursor.norm(7), bool(cursor.mask(1) & S.UNIT), cursor.is_latin(1)
    ('20', '', True, False)
    """

    __slots__ = (
        "context",
        "entries",
        "masks",
        "number_at",
        "number_before",
        "seen",
        "size",
        "tagged",
    )

    def __init__(self, context: Context) -> None:
        self.context = context
        self.tagged = context.tagged
        self.entries = context.tagged.entries
        self.masks = context.tagged.masks
        self.size = len(self.entries)
        self.seen: Seen | None = None  # what the statistical model sees, where one is used
        self.number_at: dict[int, NumberMention] = {}
        self.number_before: dict[int, NumberMention] = {}

    def index_numbers(self, numbers: Iterable[NumberMention]) -> None:
        """Take in the numbers of the text, so that they can be asked for by their tokens."""
        self.number_before = {number.last: number for number in numbers}
        self.number_at = {number.first: number for number in numbers}

    @property
    def anchor(self) -> date | None:
        """The day of the release, None where it is not known."""
        return self.context.anchor

    # -- any word --------------------------------------------------------------------------

    def norm(self, i: int) -> str:
        """Return the normalised form of a token, an empty string out of range."""
        return self.entries[i].norm if 0 <= i < self.size else ""

    def is_and(self, i: int) -> bool:
        """Tell whether a token is the word for and, alone: و or and; not the clitic of a word."""
        return self.norm(i) in _ANDS

    def mask(self, i: int) -> int:
        """Return the kinds of sense that a token has, 0 out of range."""
        return self.masks[i] if 0 <= i < self.size else 0

    def sense(self, i: int, kind: int) -> S.Sense | None:
        """Return the sense of one kind that a token has."""
        return self.entries[i].senses.get(kind) if 0 <= i < self.size else None

    def is_latin(self, i: int) -> bool:
        """Tell whether a token is a word in Latin letters."""
        return 0 <= i < self.size and self.entries[i].kind == LATIN

    def is_adjacent(self, i: int) -> bool:
        """Tell whether no space stands between a token and the one before."""
        return 0 < i < self.size and self.tagged.starts[i] == self.tagged.ends[i - 1]

    def is_hyphen(self, i: int) -> bool:
        """Tell whether a hyphen stands at a token, without spaces between its neighbours."""
        return self.norm(i) in ("-", "\u2011") and self.is_adjacent(i) and self.is_adjacent(i + 1)

    def value(self, i: int) -> int | None:
        """Return the value of a token that is digits alone, None for others and out of range."""
        return self.entries[i].value if 0 <= i < self.size else None

    # -- words of figures ------------------------------------------------------------------

    def is_word(self, i: int, *roles: str) -> bool:
        """Tell whether a token is a small word of one of the roles: range, partitive, amount."""
        sense = self.sense(i, S.QUANTITY_WORD)
        return sense is not None and sense.role in roles

    def number_role(self, i: int) -> str:
        """Return the class of a number word, an empty string for other tokens."""
        sense = self.entries[i].senses.get(S.NUMBER) if i < self.size else None
        return sense.role if sense else ""

    # -- what the model sees ---------------------------------------------------------------

    def sees(self, i: int, type_: str) -> bool | None:
        """Tell whether the model sees a name of a type over a token; None where no model is used."""
        seen = self.seen
        return None if seen is None else 0 <= i < self.size and seen.types[i] == type_
