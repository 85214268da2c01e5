"""What every engine stands on: the tokens of one text, and short ways to ask about them."""

from __future__ import annotations

from arnlp.lexicon import senses as S
from arnlp.mentions.context import Context


class Engine:
    """Base of the engines: one text, its tokens, and questions about a token that may not exist."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.tagged = context.tagged
        self.entries = context.tagged.entries
        self.masks = context.tagged.masks
        self.size = len(self.entries)
        self.seen = context.seen

    def _norm(self, i: int) -> str:
        """Return the normalised form of a token, an empty string out of range."""
        return self.entries[i].norm if 0 <= i < self.size else ""

    def _mask(self, i: int) -> int:
        """Return the kinds of sense that a token has, 0 out of range."""
        return self.masks[i] if 0 <= i < self.size else 0

    def _sense(self, i: int, kind: int) -> S.Sense | None:
        """Return the sense of one kind that a token has."""
        return self.entries[i].senses.get(kind) if 0 <= i < self.size else None

    def _sees(self, i: int, type_: str) -> bool | None:
        """Tell whether the model sees a name of a type over a token; None where no model is used."""
        return None if self.seen is None else 0 <= i < self.size and self.seen.types[i] == type_

    def _is_word(self, i: int, *roles: str) -> bool:
        """Tell whether a token is a small word of one of the roles: range, partitive, amount."""
        sense = self._sense(i, S.QUANTITY_WORD)
        return sense is not None and sense.role in roles

    def _role(self, i: int) -> str:
        """Return the class of a number word, an empty string for other tokens."""
        sense = self.entries[i].senses.get(S.NUMBER) if i < self.size else None
        return sense.role if sense else ""

    def _adjacent(self, i: int) -> bool:
        """Tell whether no space stands between a token and the one before."""
        return 0 < i < self.size and self.tagged.starts[i] == self.tagged.ends[i - 1]

    def _is_hyphen(self, i: int) -> bool:
        """Tell whether a hyphen stands at a token, without spaces between its neighbours."""
        return self._norm(i) in ("-", "\u2011") and self._adjacent(i) and self._adjacent(i + 1)
