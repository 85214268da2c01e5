"""Words cut into pieces of a vocabulary, the likeliest way by a unigram language model (Kudo, 2018).

The pieces are those of the vocabulary of multilingual-e5-small (that of XLM-RoBERTa; Conneau and others, 2020)
that Arabic and English news and releases have; what no piece covers is one unknown piece.
"""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import category, normalize

from arnlp.text.tokens import BREAK, SPACE, kind_of, pieces

UNKNOWN, BREAK_PIECE = "<unk>", "\n"
_OPENS = "\u2581"  # in front of a piece that begins a word
_MOST = 8  # pieces of a word that are read
_KEPT = 100_000  # words whose pieces are kept
_COST = 10.0  # how much less likely than the least likely piece a letter without one is


class WordPieces:
    """A vocabulary of pieces, by number, with the logarithm of how likely each is.

    >>> cut = WordPieces([UNKNOWN, BREAK_PIECE, "\u2581trade", "s", "\u2581"], [0.0, 0.0, -3.0, -4.0, -5.0])
    >>> cut.of_text("trades\\ntrade")
    ([2, 3, 1, 2], [0, 0, 6, 7], [6, 6, 7, 12])
    """

    def __init__(self, vocabulary: Sequence[str], likely: Sequence[float]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown = self._numbers.pop(UNKNOWN)
        self._break = self._numbers.pop(BREAK_PIECE)
        self._likely = list(likely)
        self._longest = max(map(len, self._numbers))
        self._least = min(self._likely) - _COST
        self._known: dict[str, tuple[int, ...]] = {}  # pieces of words, what is before them told

    def of_text(self, text: str) -> tuple[list[int], list[int], list[int]]:
        """Return the numbers of the pieces of a text, and where the word of each starts and ends."""
        numbers: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        known = self._known
        if len(known) > _KEPT:
            known.clear()
        at, before = 0, _OPENS
        for word in pieces(text):
            end = at + len(word)
            own = known.get(before + word)
            if own is None:
                own = known[before + word] = self._of_word(word, before)
            count = len(own)
            if count == 1:
                numbers.append(own[0])
                starts.append(at)
                ends.append(end)
            elif count:
                numbers += own
                starts += [at] * count
                ends += [end] * count
            before = "" if own and own[0] != self._break else _OPENS
            at = end
        return numbers, starts, ends

    def _of_word(self, word: str, before: str) -> tuple[int, ...]:
        """Return the numbers of the pieces of a word, or of the space between words."""
        if kind_of(word) in (SPACE, BREAK):
            return (self._break,) * ("\n" in word)
        return self._cut(word, before)

    def _cut(self, word: str, before: str) -> tuple[int, ...]:
        """Return the numbers of the pieces of a word."""
        plain = normalize("NFKC", word)
        letters = "".join(c for c in plain if category(c) not in ("Cf", "Cc") and c != " ")
        text = before + letters
        best = [0.0, *[float("-inf")] * len(text)]
        back = [(0, 0)] * len(best)
        for start in range(len(text)):
            so_far = best[start]
            for end in range(start + 1, min(len(text), start + self._longest) + 1):
                number = self._numbers.get(text[start:end])
                if number is not None and so_far + self._likely[number] > best[end]:
                    best[end], back[end] = so_far + self._likely[number], (number, start)
            if so_far + self._least > best[start + 1]:
                best[start + 1], back[start + 1] = so_far + self._least, (self._unknown, start)
        found: list[int] = []
        at = len(text)
        while at:
            number, at = back[at]
            found.append(number)
        return tuple(found[::-1][:_MOST]) or (self._unknown,)
