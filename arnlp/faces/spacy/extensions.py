"""The extension attributes, and what they read: a result kept with a document as JSON.

``Doc.user_data`` must hold plain data, or a document can go neither to another process nor to disk.
So a result lies there as a string of JSON, which remembers what it is of while it stays in the process.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import Any

from pydantic import TypeAdapter
from spacy.tokens import Doc, Span, Token

from arnlp.model.release import Release
from arnlp.model.words import PlacedClitic, Word

RELEASE, WORDS = "arnlp", "arnlp_words"
OPTIONS = "arnlp_options"
_WORDS: TypeAdapter[list[Word]] = TypeAdapter(list[Word])


class KeptRelease(str):
    """The JSON of a release, with the release: to msgpack and pickle it is a string."""

    @cached_property
    def release(self) -> Release:
        """The release, read from the JSON where it was not given."""
        return Release.model_validate_json(self)

    @cached_property
    def things(self) -> dict[str, Any]:
        """What a span may stand for, by the id of the span."""
        release = self.release
        out: dict[str, Any] = {entity.id: entity for entity in release.entities}
        out |= {fact.id: fact for fact in release.facts}
        for kind in ("numbers", "quantities", "dates", "quotes"):
            out |= {f"{kind}:{n}": one for n, one in enumerate(getattr(release, kind))}
        return out

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Pickle as the plain string that it is."""
        return str, (str(self),)


class KeptWords(str):
    """The JSON of the words of a text, with the words."""

    @cached_property
    def words(self) -> list[Word]:
        """The words, read from the JSON where they were not given."""
        return _WORDS.validate_json(self)

    @cached_property
    def starts(self) -> list[int]:
        """Where each word starts."""
        return [word.start for word in self.words]

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        """Pickle as the plain string that it is."""
        return str, (str(self),)


def keep_release(doc: Doc, release: Release) -> None:
    """Keep a release with a document."""
    kept = KeptRelease(release.model_dump_json())
    kept.release = release
    doc.user_data[RELEASE] = kept


def keep_words(doc: Doc, words: list[Word]) -> None:
    """Keep the words of a text with a document."""
    kept = KeptWords(_WORDS.dump_json(words).decode())
    kept.words = words
    doc.user_data[WORDS] = kept


def _kept_release(doc: Doc) -> KeptRelease | None:
    kept = doc.user_data.get(RELEASE)
    if kept is None or isinstance(kept, KeptRelease):
        return kept
    doc.user_data[RELEASE] = out = KeptRelease(kept)
    return out


def _release_of(doc: Doc) -> Release | None:
    kept = _kept_release(doc)
    if kept is None:
        return None
    release = kept.release
    return release if release.source_text is not None else release.of_text(doc.text)


def _thing_of(span: Span) -> Any:
    kept = _kept_release(span.doc)
    return kept.things.get(span.id_) if kept is not None else None


def _word_of(token: Token) -> Word | None:
    kept = token.doc.user_data.get(WORDS)
    if kept is None:
        return None
    if not isinstance(kept, KeptWords):
        token.doc.user_data[WORDS] = kept = KeptWords(kept)
    index = bisect_right(kept.starts, token.idx) - 1
    if index < 0 or kept.words[index].end < token.idx + len(token):
        return None
    return kept.words[index]


def _clitics_of(token: Token) -> list[PlacedClitic]:
    word = _word_of(token)
    return word.clitics if word is not None else []


def _words_of(doc: Doc) -> list[Word] | None:
    kept = doc.user_data.get(WORDS)
    if kept is None:
        return None
    if not isinstance(kept, KeptWords):
        doc.user_data[WORDS] = kept = KeptWords(kept)
    return kept.words


def add_extensions() -> None:
    """Register the attributes, once in a process.

    ``Doc._.arnlp`` is the release, ``Doc._.arnlp_words`` its words, ``Doc._.arnlp_options`` what is told
    of this document (a dict of published, country, language and source); ``Span._.arnlp`` what a span
    stands for, ``Token._.arnlp`` the word, ``Token._.arnlp_clitics`` what is written as one with it.
    """
    if Doc.has_extension(RELEASE):
        return
    Doc.set_extension(RELEASE, getter=_release_of)
    Doc.set_extension(WORDS, getter=_words_of)
    Doc.set_extension(OPTIONS, default=None)
    Span.set_extension(RELEASE, getter=_thing_of)
    Token.set_extension(RELEASE, getter=_word_of)
    Token.set_extension("arnlp_clitics", getter=_clitics_of)
