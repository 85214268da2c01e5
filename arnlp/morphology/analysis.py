"""The face of the morphology: a word's readings, for the floors above and for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arnlp.morphology.arabic import arabic
from arnlp.morphology.english import english
from arnlp.morphology.features import bundle
from arnlp.morphology.reading import NO_CHAIN, Reading, Readings
from arnlp.text import chars
from arnlp.text.tokens import (
    ADDRESS,
    BREAK,
    LATIN,
    PUNCTUATION,
    SPACE,
    WORD,
    kind_of,
    pieces,
)  # fmt: skip

if TYPE_CHECKING:
    from arnlp.model.words import Analysis

_SYMBOLS = frozenset("%$€£¥₹₪+=<>°#@&٪")


def readings(piece: str, kind: int | None = None) -> Readings:
    """Return the readings of a token, the likeliest first; of spaces and line breaks none.

    ``kind`` is the kind of the token (:mod:`arnlp.text.tokens`) where the caller knows it. Readings are
    made once for each spelling: a token costs one look-up.

    >>> [(r.pos, r.lemma) for r in readings("12%"[2:])]
    [('SYM', '%')]
    """
    if kind is None:
        kind = kind_of(piece)
    if kind == WORD:
        return arabic()[piece]
    if kind == LATIN:
        return english()[piece]
    if kind in (SPACE, BREAK):
        return ()
    if kind == PUNCTUATION:
        pos = "SYM" if piece in _SYMBOLS else "PUNCT"
    else:
        pos = "X" if kind == ADDRESS else "NUM"
    return (Reading(bundle(pos, ()), piece, None, NO_CHAIN, None, 0),)


def analyze(word: str) -> list[Analysis]:
    """Return the readings of a word by itself, the likeliest first.

    Of anything that is not one token (nothing, several words) the list is empty.

    >>> [(a.pos, a.lemma_bare, [c.text for c in a.clitics]) for a in analyze("وبقيمتها")][0]
    ('NOUN', 'قيمة', ['و', 'ب', 'ها'])
    >>> [(a.pos, a.lemma) for a in analyze("companies")]
    [('NOUN', 'company')]
    """
    piece = word.strip()
    if not piece or len(pieces(piece)) != 1:
        return []
    return [_analysis(reading) for reading in readings(piece)]


def _analysis(reading: Reading) -> Analysis:
    from arnlp.model.words import Analysis, Clitic

    clitics = [
        Clitic.trusted(
            {"text": clitic.form, "lemma": clitic.lemma, "pos": clitic.upos, "features": {}}
        )
        for clitic in reading.chain.clitics
    ]
    if reading.enclitic:
        behind = reading.enclitic
        clitics.append(
            Clitic.trusted(
                {
                    "text": behind.form,
                    "lemma": behind.lemma,
                    "pos": behind.bundle.pos,
                    "features": dict(behind.bundle.features),
                }
            )
        )
    return Analysis.trusted(
        {
            "lemma": reading.lemma,
            "lemma_bare": chars.strip_marks(reading.lemma).replace("ٱ", "ا"),
            "verb": reading.verb,
            "pos": reading.pos,
            "features": dict(reading.bundle.features),
            "clitics": clitics,
            "guessed": reading.guessed,
        }
    )
