"""The document itself: a file as it was read, and what is known of its text as a whole."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from arnlp.model.base import Extent, Language, Model, SectionKind

RELEASE_YEARS = range(1500, 2501)  # in which a release can have been put out


class Caveat(Model):
    """Something in the text that a reader of the result should know about."""

    code: str
    message: str
    start: int | None = None
    end: int | None = None


class Document(Model):
    """A file as a reader gives it: its text, and what it says of itself.

    ``source`` is the name of the file, bytes that are not UTF-8 spelled ``\\xc7``. ``published`` is
    an ISO date and ``title`` the document's own, where the format has them. ``warnings`` tell what
    was repaired or lost in reading, and where in the text. ``created`` is the ISO day on which the
    file was made, or the template that it was made of: less than a day of publication. ``pages``
    are where the pages of a paged format stand in the text.
    """

    text: str
    source: str
    title: str | None = None
    published: str | None = None
    encoding: str | None = None
    format: str
    warnings: list[Caveat] = Field(default_factory=list)
    created: str | None = None
    pages: list[Extent] = Field(default_factory=list)


class Section(Model):
    """A part of the document, with its kind and the language it is written in.

    Pages stand behind the other parts, which they overlap, and count from 1 in their order.
    """

    kind: SectionKind | Literal["page"]
    start: int
    end: int
    language: Language


class Dateline(Model):
    """Where, when and by which agency a release was put out, as its first line says."""

    start: int
    end: int
    place: str | None
    date: str | None = Field(description="ISO date, null when the dateline gives none")
    agency: str | None


class CountryEvidence(Model):
    """Something that tells of a country, where it stands first, and how much it weighed in all.

    ``start`` and ``end`` are null where it stands outside the text: the host of its source, or the
    country that the caller gave (kind ``argument``), whose ``text`` is its code.
    """

    text: str
    start: int | None
    end: int | None
    kind: str = Field(description="a row of the table common/country_weights")
    country: str = Field(description="ISO 3166-1 alpha-2")
    weight: float


class DocumentInfo(Model):
    """What is known of the document as a whole."""

    id: str = Field(description="the source's name, or a digest of the text")
    source: str | None
    language: Language
    country: str | None = Field(description="ISO 3166-1 alpha-2, given or told from the text")
    country_evidence: list[CountryEvidence] = Field(
        default_factory=list,
        description="what weighed most in telling the country, the heaviest first; also where none was told",
    )
    published: str | None = Field(description="ISO date that relative dates refer to")
    title: str | None
    dateline: Dateline | None
    sections: list[Section]
    text: str | None = Field(
        None, description="the text that offsets refer to, where the result was asked to carry it"
    )
