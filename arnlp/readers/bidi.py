"""From the order that is seen, left to right, to the order that is read: one line of a page.

The algorithm of Unicode (UAX 9) turned round as far as lines of mixed Arabic and Latin need it:
within a line that runs right to left, Latin words and numbers run left to right.
"""

from __future__ import annotations

import unicodedata

_MIRRORED = dict(zip("()[]{}<>«»“”‘’", ")(][}{><»«”“’‘", strict=True))
_SEPARATORS = frozenset(".,:/\u060c\u066b\u066c\u00a0'")
_OPENING = frozenset("([{«“")
_CLOSING = frozenset(")]}»”")
BRACKETS = _OPENING | _CLOSING


def kind(char: str) -> str:
    """Return R for a letter that runs right to left, L for left to right, N for a digit, else ''.

    >>> [kind(char) for char in "بa5٥-"]
    ['R', 'L', 'N', 'N', '']
    """
    direction = unicodedata.bidirectional(char[0])
    if direction in ("R", "AL"):
        return "R"
    return "L" if direction == "L" else "N" if direction in ("EN", "AN") else ""


def is_right_to_left(text: str, whole_is: bool) -> bool:
    """Tell which way a line runs: by its letters, and as most of the document where they differ.

    >>> is_right_to_left("دبي GITEX", True), is_right_to_left("GITEX Global", True)
    (True, False)
    """
    kinds = [kind(char) for char in text]
    right, left = kinds.count("R"), kinds.count("L")
    return right > 0 and (whole_is or right >= left) if right or left else whole_is


def read_order(seen: list[str], mirror: bool = False) -> list[str]:
    """Return the clusters of a line that runs right to left in the order they are read.

    ``seen`` has them from left to right; with ``mirror`` brackets outside Latin words are turned.

    >>> "".join(read_order(list("GITEX 2024 يف")))
    'في GITEX 2024'
    >>> "".join(read_order(list(".%12.5 ةبسنب")))
    'بنسبة 12.5%.'
    """
    kinds = [kind(cluster) for cluster in seen]
    letters = _letters_before(kinds)
    out: list[str] = []
    at = len(seen) - 1
    while at >= 0:
        if kinds[at] in ("L", "N"):
            first = _run_start(seen, kinds, letters, at)
            out += seen[first : at + 1]
            at = first - 1
        else:
            out.append(_MIRRORED.get(seen[at], seen[at]) if mirror else seen[at])
            at -= 1
    return out


def _letters_before(kinds: list[str]) -> list[str]:
    """Return for each place the kind of the nearest letter at it or left of it."""
    out, last = [], "R"
    for found in kinds:
        last = found if found in ("L", "R") else last
        out.append(last)
    return out


def _run_start(seen: list[str], kinds: list[str], letters: list[str], last: int) -> int:
    """Return where the run begins, left to right, that ends at a place: words, or one number."""
    if letters[last] == "L":  # Latin letters, maybe with numbers behind them
        first = last
        for at in range(last, -1, -1):
            if kinds[at] == "R":
                break
            if kinds[at] in ("L", "N") and letters[at] == "L":
                first = at
        while first > 0 and kinds[first - 1] == "N":
            first -= 1
        return first
    first = last
    while first > 0:
        if kinds[first - 1] == "N":
            first -= 1
        elif seen[first - 1] in _SEPARATORS and first > 1 and kinds[first - 2] == "N":
            first -= 2
        else:
            break
    return first


def turned_brackets(text: str) -> int:
    """Return how many more brackets of a text close what was not opened than open it.

    >>> turned_brackets("(a)"), turned_brackets(")a(")
    (-1, 1)
    """
    right = wrong = depth = 0
    for char in text:
        if char in _OPENING:
            depth += 1
        elif char in _CLOSING:
            if depth:
                right += 1
                depth -= 1
            else:
                wrong += 1
    return wrong - right


def with_brackets(text: str) -> str:
    """Return a line with its brackets as their neighbours want them: open before a word, closed behind.

    PDFium turns some of them and leaves others, by the letters beside them.

    >>> with_brackets("منظمة )WMO( في")
    'منظمة (WMO) في'
    """
    out = list(text)
    for at, char in enumerate(text):
        if char not in BRACKETS:
            continue
        before = at == 0 or text[at - 1].isspace() or text[at - 1] in BRACKETS
        after = at + 1 == len(text) or not (text[at + 1].isalnum() or text[at + 1] in BRACKETS)
        if before != after and (before or after):
            is_open = before
            if (char in _OPENING) != is_open:
                out[at] = _MIRRORED[char]
    return "".join(out)
