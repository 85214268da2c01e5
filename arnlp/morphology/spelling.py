"""How well the spelling of a word is that of a reading: hamzas, teh marbuta, alef maksura and vowels.

Words are looked up folded. What a writer took the trouble to write tells readings apart: إعلان is no
أعلن, and بلّغ no بلغ. What he left out tells nothing, as most leave it out.
"""

from __future__ import annotations

import re

from arnlp.text import chars
from arnlp.text.clitics import Chain
from arnlp.text.view import fold_letters, normalize

# How well a reading fits: as spelt, with ه for ة or ى for ي, or otherwise than it is written.
AS_SPELT, LOOSE, WRONG = range(3)
_PLAIN = re.compile("[\u0621-\u063a\u0641-\u064a]*").fullmatch  # letters alone
_SHADDA = "\u0651"
_VOWELS = frozenset("\u064e\u064f\u0650")
_TANWIN = frozenset("\u064b\u064c\u064d")
_LOOSE = frozenset([("ى", "ي"), ("ه", "ة"), ("ي", "ى")])
_HAMZAS = ("أ", "إ", "آ")
_SILENT_ALEFS = {"ٱ": "ا"}


def _letters(word: str) -> list[tuple[str, str]]:
    """Return the letters of a word, each with its marks; one before the first letter is none of a word."""
    out: list[tuple[str, str]] = []
    for char in word:
        if ord(char) in chars.DELETE_MARKS:
            if out:
                out[-1] = (out[-1][0], out[-1][1] + char)
        else:
            out.append((_SILENT_ALEFS.get(char, char), ""))
    return out


def folded(spelling: str) -> str:
    """Return a word as the ``match`` profile folds it.

    >>> folded("الإِمارات")
    'الامارات'
    """
    return fold_letters(spelling) if _PLAIN(spelling) else normalize(spelling)


def may_be_article(chain: Chain, letters: str) -> bool:
    """Tell whether the alef of the article is one: not that of ألعاب, nor of آلية.

    >>> from arnlp.text.clitics import cuts
    >>> [may_be_article(cuts("العاب")[0], word) for word in ("العاب", "ألعاب")]
    [True, False]
    """
    at = chain.written.find("ا")
    return letters[at : at + 1] not in _HAMZAS if at >= 0 else True


class Spelling:
    """A word as it is written; ``letters`` are its letters without marks.

    >>> Spelling("إعلان").fit("أعلان", "") == WRONG, Spelling("قريه").fit("قرية", "") == LOOSE
    (True, True)
    >>> Spelling("بَلَّغ").fit("بلغ", "", "بَلَغ") == WRONG
    True
    """

    def __init__(self, spelling: str) -> None:
        self._marked_letters: list[tuple[str, str]] = []
        self.letters = spelling
        self._marked = self.nominal = False
        if not _PLAIN(spelling):
            self._marked_letters = _letters(normalize(spelling, "display"))
            self.letters = "".join(letter for letter, _ in self._marked_letters)
            self._marked = any(marks for _, marks in self._marked_letters)
            self.nominal = any(
                mark in _TANWIN for _, marks in self._marked_letters for mark in marks
            )

    def fit(self, host: str, pronoun: str, stem: str = "", before: int = 0) -> int:
        """Tell how well the word is written as a reading is spelt.

        ``host`` is the word of the reading without its clitics, ``pronoun`` what is written behind it,
        ``stem`` the stem in it with its vowels, ``before`` where that begins.
        """
        end = len(self.letters) - len(pronoun)
        start = end - len(host)
        written = self.letters[start:end] if start >= 0 else ""
        worst = AS_SPELT
        if written != host:
            for given, spelt in zip(written, host, strict=False):
                if given != spelt and given != "ا":
                    worst = max(worst, LOOSE if (given, spelt) in _LOOSE else WRONG)
        if self._marked and worst != WRONG and not self._vowels_fit(start + before, stem):
            return WRONG
        return worst

    def _vowels_fit(self, start: int, stem: str) -> bool:
        letters = _letters(stem)
        for at, (_, told) in enumerate(letters):
            place = start + at
            given = self._marked_letters[place][1] if 0 <= place < len(self._marked_letters) else ""
            if _SHADDA in given and _SHADDA not in told:
                return False
            vowel = _VOWELS & set(given)
            if vowel and at < len(letters) - 1 and _VOWELS & set(told) and not vowel & set(told):
                return False
        return True
