"""Two texts, one in Arabic and one in English, held against each other: do they say the same?

The sentences are aligned (:mod:`~arnlp.faces.compare.alignment`); then each kind of thing is compared
within aligned sentences: figures, times, names, fact rows, whole sentences. See ``COMPARE.md`` beside
this package.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from arnlp.faces.compare.alignment import Bead, align
from arnlp.faces.compare.clues import Links, clues
from arnlp.faces.compare.figures import compare_figures
from arnlp.faces.compare.names import compare_names
from arnlp.faces.compare.pairing import Both, Language
from arnlp.faces.compare.rows import compare_rows
from arnlp.faces.compare.sides import Side
from arnlp.faces.compare.telling import kept_text
from arnlp.faces.compare.times import compare_times
from arnlp.model.base import Span
from arnlp.model.comparison import Again, Aligned, Comparison, Evidence, Finding
from arnlp.model.errors import InvalidOption
from arnlp.model.release import Document, Release

__all__ = ["compare"]

_SURROGATE = re.compile("[\ud800-\udfff]")
_LEAST = 12  # characters of a sentence whose lack is told


def compare(
    ar: str | Document | Release,
    en: str | Document | Release,
    *,
    published: date | str | None = None,
    country: str | None = None,
    entities: str = "model",
) -> Comparison:
    """Return what an Arabic and an English text both say, what one lacks, and where they contradict.

    ``ar`` and ``en`` are texts, documents, or releases that were extracted from them; of a release
    only what it holds of its text is compared, and whole sentences are not. ``published``,
    ``country`` and ``entities`` are as in :func:`arnlp.extract` and hold for both texts; a day that
    only one of them states serves the other as well. Raises InvalidOption where the texts are not in
    these languages.

    >>> found = compare("بلغت الإيرادات 3.1 مليون درهم.", "Revenue reached AED 3.7 million.")
    >>> [(f.status, f.kind, f.note) for f in found.differences]
    [('conflict', 'money', '3,100,000 AED in Arabic, 3,700,000 AED in English')]
    """
    sides = _sides(ar, en, published, country, entities)
    links = Links(*sides)
    arabic, english = sides
    beads = align(arabic.sentences, english.sentences, clues(arabic, links), clues(english, links))
    both = Both(arabic, english, beads)
    findings: list[Finding] = []
    if beads:
        findings += _compared(both)
    if not isinstance(ar, Release) and not isinstance(en, Release):
        findings += _missing_sentences(both)
    findings = list(_told_once(sorted(findings, key=_place)))
    return Comparison(
        same=not any(finding.shown for finding in findings),
        sentences=[_aligned(both, bead) for bead in beads],
        findings=findings,
    )


def _told_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, a conflict that the texts repeat (headline and body) once with all its places."""
    first: dict[tuple[str, str | None, str | None, str], Finding] = {}
    for finding in findings:
        ar, en = finding.ar, finding.en
        if finding.status == "conflict" and finding.shown and ar and en and ar.value and en.value:
            key = (finding.kind, ar.value, en.value, finding.note)
            if key in first:
                first[key].again.append(Again(ar=ar, en=en))
                continue
            first[key] = finding
        yield finding


def _compared(both: Both) -> Iterator[Finding]:
    yield from compare_figures(both)
    yield from compare_times(both)
    yield from compare_names(both)
    yield from compare_rows(both)


def _sides(
    ar: str | Document | Release,
    en: str | Document | Release,
    published: date | str | None,
    country: str | None,
    entities: str,
) -> tuple[Side, Side]:
    """Extract both texts, with the day and the country of one for the other where it states none."""
    from arnlp.pipeline import extract

    def release(given: str | Document | Release, day: object, code: str | None) -> Release:
        if isinstance(given, Release):
            return given
        day = day or (given.published if isinstance(given, Document) else None)
        return extract(_text(given), published=day, country=code, entities=entities)  # type: ignore[arg-type]

    one, other = release(ar, published, country), release(en, published, country)
    for name, given, found, wanted in (("ar", ar, one, "ar"), ("en", en, other, "en")):
        told = found.document.language
        if told not in (wanted, "mixed") and any(map(str.isalpha, _text(given))):
            expected = f"a text in {wanted!r}: the Arabic one goes first"
            raise InvalidOption(name, told, expected)
    first, second = one.document, other.document
    if (first.published is None and second.published is not None) or (first.country is None and second.country):  # fmt: skip
        one = release(ar, published or second.published, country or second.country)
    elif (second.published is None and first.published is not None) or (second.country is None and first.country):  # fmt: skip
        other = release(en, published or first.published, country or first.country)
    return Side("ar", _text(ar), one), Side("en", _text(en), other)


def _text(given: str | Document | Release) -> str:
    if isinstance(given, Release):
        return kept_text(given)
    return _SURROGATE.sub("\ufffd", given if isinstance(given, str) else given.text)


def _missing_sentences(both: Both) -> Iterator[Finding]:
    """Yield a finding for each sentence that the other text has nothing for."""
    for number, bead in enumerate(both.beads):
        if both.is_whole(number):
            continue
        language: Language = "ar" if bead.ar_last > bead.ar_first else "en"
        side = both.side(language)
        for k in both.sentences(language, number):
            sentence = side.sentences[k]
            text = side.text[sentence.start : sentence.end]
            here = Evidence(start=sentence.start, end=sentence.end, text=text, value=None)
            there = _gap(both, number, "en" if language == "ar" else "ar")
            yield Finding(
                kind="sentence",
                status="missing",
                missing_in="en" if language == "ar" else "ar",
                shown=sentence.size >= _LEAST,
                note=f"the {'English' if language == 'ar' else 'Arabic'} text has no such sentence",
                ar=here if language == "ar" else there,
                en=there if language == "ar" else here,
            )


def _gap(both: Both, bead: int, language: Language) -> Evidence | None:
    """Return the sentence before the place where one is missing, or the one behind it."""
    side = both.side(language)
    at = both.beads[bead].ar_first if language == "ar" else both.beads[bead].en_first
    if not side.sentences:
        return None
    sentence = side.sentences[max(0, at - 1)]
    text = side.text[sentence.start : sentence.end]
    return Evidence(start=sentence.start, end=sentence.end, text=text, value=None)


def _aligned(both: Both, bead: Bead) -> Aligned:
    return Aligned(
        ar=[_span(both.ar, k) for k in range(bead.ar_first, bead.ar_last)],
        en=[_span(both.en, k) for k in range(bead.en_first, bead.en_last)],
    )


def _span(side: Side, number: int) -> Span:
    sentence = side.sentences[number]
    text = side.text[sentence.start : sentence.end]
    return Span(start=sentence.start, end=sentence.end, text=text)


def _place(finding: Finding) -> tuple[int, int, str]:
    """Return what findings are sorted by: their place in the Arabic text, then in the English one."""
    return (
        finding.ar.start if finding.ar else 0,
        finding.en.start if finding.en else 0,
        finding.kind,
    )
